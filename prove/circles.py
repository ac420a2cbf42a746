"""Three groups that live side by side on one real Piiri, with every text in them marked by whose it is.

A mark is found again wherever it turns up: `QxA0012z` was written in group A. Group time is held; everything goes in by
`Piiri.hear` and out by the dispatcher.
"""

import random
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.adapters.memory.adapter import MODAL, MemoryAdapter
from bot.app import Piiri, opened
from bot.chance import Chance
from bot.content.library import Library
from bot.core.incoming import Act, Filled, Incoming, Press, Sender
from bot.core.model import Floor, Group, Meeting
from bot.core.outgoing import Answer, Door, Written, WrittenForm, WrittenOffers, WrittenToast
from bot.core.people import person_for
from bot.core.platform import Capabilities
from bot.core.ports import Rhythm
from bot.core.register import USES
from bot.core.uses.founding.setup import Spec, found
from scheduler.clock import HeldClock
from scheduler.control import Control

START = datetime(2026, 9, 1, 6, tzinfo=UTC)
FIRST = datetime(2026, 9, 15, 17)  # noqa: DTZ001 - the wall's time in the group's zone
HELSINKI = ZoneInfo("Europe/Helsinki")
MARK = re.compile(r"Qx([A-Z])(\d{4})z", re.IGNORECASE)
ID = re.compile(r"(?<![a-z0-9])[a-z0-9]{16}(?![a-z0-9])")
OWN_ALONE = frozenset({"note", "expect", "followup-answer", "reflect", "leave-word"})
"""The forms whose words nobody but their author ever reads (a follow-up's after counting, in nobody's name)."""

SEATS = ("convener", "convening member", "lead", "member", "second", "third", "fourth", "facilitator", "former", "asks")
"""Who is there in every group; "asks" waits to be let in, "former" has left."""

ENDS_SOMETHING = re.compile(
    r"leave|forget|end|cancel|drop|withdraw|down|stop|pause|again|setup|unlink|back|-not$|undo|start$"
)
LIBRARY = Library()


@dataclass(frozen=True)
class Own:
    """A mark's owner: its group, and the one person who may read it where it is not the whole group's."""

    group: str
    only: str = ""


@dataclass
class Circle:
    """One of the groups: its letter, its rows' ids, and who sits where (handles)."""

    letter: str
    group: Group
    channel: str
    name_mark: str
    people: dict[str, str] = field(default_factory=dict)

    @property
    def insiders(self) -> dict[str, str]:
        """Handles by seat, of all who have business in the group."""
        return {seat: who for seat, who in self.people.items() if seat not in {"former", "asks"}}


@dataclass
class Circles:
    """The world."""

    piiri: Piiri
    clock: HeldClock
    adapter: MemoryAdapter
    chance: random.Random
    circles: dict[str, Circle] = field(default_factory=dict)
    marks: dict[str, Own] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    keys: int = 0
    _capable: dict[str, Capabilities] = field(default_factory=dict)

    def mark(self, letter: str, only: str = "") -> str:
        """A new mark of a group, or of one person in it."""
        mark = f"Qx{letter}{len(self.marks):04d}z"
        self.marks[mark.lower()] = Own(letter, only)
        return mark

    def sender(self, handle: str) -> Sender:
        """The person, with a name of their own."""
        language = LIBRARY.languages()[sum(map(ord, handle)) % 3]
        return Sender("memory", handle, self.names.get(handle, handle), language, may_convene=True)

    def incoming(self, handle: str, act: Act, channel: str | None) -> Incoming:
        """One more act of theirs."""
        self.keys += 1
        return Incoming(f"k{self.keys}", self.sender(handle), channel, act, "Keskustelu")

    async def hears(self, handle: str, act: Act | str, channel: str | None = None) -> Answer:
        """Something that is really done; text with a colon is a press."""
        act = Press(act) if isinstance(act, str) else act
        return await self.piiri.hear(self.incoming(handle, act, channel))

    async def moves(self, to: datetime) -> None:
        """Live on until then, with everything said that comes due."""
        control = Control(self.clock, self.piiri.store, self.piiri.store.outbox, self.piiri.dispatcher, seconds=60)
        await control.move({"to": to.isoformat()})

    def can(self, capabilities: Capabilities) -> None:
        """From now on the platform is one that can do this."""
        self._capable["memory"] = capabilities

    async def rows(self, name: str, **equal: object) -> list[Any]:
        """Rows of a repository."""
        async with self.piiri.store.begin() as work:
            found: list[Any] = await getattr(work, name).find(**equal)
            return found

    async def meetings(self, letter: str) -> list[Meeting]:
        """A group's meetings in order."""
        group_id = self.circles[letter].group.id
        return sorted(await self.rows("meetings", group_id=group_id), key=lambda m: m.starts)

    async def nearest(self, letter: str, which: str) -> str:
        """The meeting that a use means by default, or the group's first."""
        meetings = [m for m in await self.meetings(letter) if not m.cancelled]
        now = self.clock.now()
        ahead = [m.id for m in meetings if m.begins(HELSINKI) > now]
        been = [m.id for m in meetings if m.begins(HELSINKI) <= now]
        return (been[-1:] or ahead[:1])[0] if which == "last" else (ahead[:1] or been[-1:])[0]

    # Life

    async def found(self, letter: str, programme: str, seats: tuple[str, ...] = SEATS) -> Circle:
        """A group of this programme with everybody in it."""
        place, mark = self.mark(letter), self.mark(letter)
        people = {seat: f"{letter}{number}" for number, seat in enumerate(seats)}
        for handle in people.values():
            self.names[handle] = f"{self.mark(letter)} {handle}"
        content = LIBRARY.programme(programme)
        count = content.meetings.usual or content.meetings.least
        spec = Spec(
            mark, "memory", f"channel-{letter}", programme, "fi", HELSINKI, FIRST, Rhythm(3, "week"),
            content.minutes.usual or content.minutes.least, count, f"Talo {place}", "",
            content.themes()[: max(0, count - 2)], Floor.FIVE,
        )  # fmt: skip
        async with self.piiri.store.begin() as work:
            convener = await person_for(work, self.piiri.house, self.sender(people["convener"]))
            group = await found(work, self.piiri.house, spec, convener)
        circle = self.circles[letter] = Circle(letter, group, spec.channel, mark, people)
        for seat, handle in people.items():
            if seat not in {"convener", "facilitator", "asks"}:
                await self.hears(handle, f"join:{group.id}:", spec.channel)
        await self._seated(circle)
        return circle

    async def _seated(self, circle: Circle) -> None:
        group_id, people = circle.group.id, circle.people
        await self.hears(people["convening member"], f"convene:{group_id}:")
        members = {m.person_id: m.id for m in await self.rows("members", group_id=group_id)}
        persons = {p.handle: p.id for p in await self.rows("persons")}
        await self.hears(people["convener"], f"seat-ask:{group_id}:with={members[persons[people['convening member']]]}")
        for question in await self.rows("questions", group_id=group_id, kind="seat", closed=False):
            await self.hears(people["convening member"], f"seat-yes:{group_id}:{question.id}")
        await self.hears(people["facilitator"], f"facilitate:{group_id}:", circle.channel)
        for question in await self.rows("questions", group_id=group_id, kind="facilitator", closed=False):
            await self.hears(people["convener"], f"facilitator-in:{group_id}:{question.id}")
        await self.hears(people["convener"], f"newcomers:{group_id}:ask")
        await self.hears(people["former"], f"leave-sure:{group_id}:quiet")
        await self.hears(people["lead"], f"lead-take:{await self.nearest(circle.letter, 'next')}:")

    async def writes(self, letter: str, people: int = 10) -> int:
        """So many people hand in every form that is theirs, with marks in it; how many forms that were."""
        circle, forms = self.circles[letter], 0
        for handle in sorted(circle.insiders.values())[:people]:
            for word, use in USES.items():
                if use.take is None or ENDS_SOMETHING.search(word):
                    continue
                about = circle.group.id if use.about != "meeting" else await self.nearest(letter, use.which)
                form = await self.hears(handle, f"{word}:{about}:")
                if isinstance(form, WrittenForm):
                    forms += 1
                    only = handle if word in OWN_ALONE else ""
                    values = {f.name: f.options[0][0] if f.options else self.mark(letter, only) for f in form.fields}
                    if form.name == "naming":  # and is called so from now on
                        circle.name_mark = values["name"]
                    await self.hears(handle, Filled(form.name, form.about, values))
        return forms

    async def walks(self, letter: str, steps: int) -> list[str]:
        """Everybody presses what they are offered, at random, but for what would end something; what was offered."""
        circle = self.circles[letter]
        offered = [f"menu:{circle.group.id}:"]
        for handle in circle.insiders.values():
            mine = [offered[0]]
            for _ in range(steps):
                data = self.chance.choice(mine)
                answer = await self.hears(handle, data)
                if data.startswith("calendar:") and (address := _address(answer)):
                    self.addresses[address] = handle
                for each in buttons(answer):
                    if each not in offered:
                        offered.append(each)
                    if not ENDS_SOMETHING.search(each.partition(":")[0]):
                        mine.append(each)
        return offered


def _address(answer: Answer) -> str:
    found = re.search(r"/([a-z0-9]{32})\.ics", "\n".join(texts(answer)))
    return found[1] if found else ""


def buttons(answer: Answer) -> list[str]:
    """What the buttons of an answer carry."""
    if not isinstance(answer, tuple):
        return []
    return [button.data for part in answer for row in part.buttons for button in row if button.data]


def texts(answer: Answer) -> Iterator[str]:
    """Everything in an answer that its person, or their platform, gets to see; files as text where they are."""
    match answer:
        case None:
            return
        case WrittenToast(text):
            yield text
        case WrittenOffers(offers):
            yield from (text for offer in offers for text in offer)
        case Door(token):
            yield token
        case WrittenForm():
            yield from (answer.name, answer.about, answer.title, answer.submit, *(block.text for block in answer.intro))
            for each in answer.fields:
                yield from (each.label, each.hint, each.value, each.problem, *(t for o in each.options for t in o))
        case _:
            for part in answer:
                yield from written(part)


def written(part: Written) -> Iterator[str]:
    """All text of one message, its files included."""
    yield from (text for block in part.blocks for text in (block.text, block.own))
    yield from (text for row in part.buttons for button in row for text in (button.label, button.data, button.url))
    yield from (part.thread, part.mention)
    if part.event:
        yield from (part.event.title, part.event.place)
    for file in part.files:
        yield file.name
        yield read_file(file.body)


def read_file(body: bytes) -> str:
    """A file's text; of a PDF its pages' and what it says of itself."""
    if not body.startswith(b"%PDF"):
        return body.decode(errors="replace").replace("\r\n ", "")  # calendars fold long lines
    import io

    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(body))
    return "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])


@asynccontextmanager
async def circles_in(folder: Path, seed: int, adapter: MemoryAdapter | None = None) -> AsyncIterator[Circles]:
    """The world, empty, on 1 September."""
    adapter = adapter or MemoryAdapter(MODAL)
    async with opened(
        f"sqlite:///{folder / 'piiri.db'}",
        folder / "piiri.key",
        lambda _: [adapter],
        held=True,
        wakes=False,
        library=LIBRARY,
        chance=Chance(seed),
        calendar_url="https://piiri.example/calendar",
    ) as piiri:
        clock = piiri.house.clock
        assert isinstance(clock, HeldClock)
        capable = piiri.house.capabilities
        assert isinstance(capable, dict)
        yield Circles(piiri, clock, adapter, random.Random(seed), _capable=capable)


HOURS: tuple[tuple[str, datetime], ...] = (
    ("before it begins", START + timedelta(days=1)),
    ("pre-task is out", datetime(2026, 9, 11, 9, tzinfo=UTC)),
    ("under way", datetime(2026, 9, 15, 15, tzinfo=UTC)),
    ("feedback is open", datetime(2026, 9, 16, 9, tzinfo=UTC)),
    ("between meetings", datetime(2026, 9, 19, 9, tzinfo=UTC)),
    ("on a break", datetime(2026, 9, 20, 9, tzinfo=UTC)),
    ("over", datetime(2026, 9, 21, 9, tzinfo=UTC)),
)
"""The states that group A goes through, and when."""


async def turns_into(world: Circles, state: str) -> None:
    """What makes A be in this state, where time alone does not."""
    circle = world.circles["A"]
    convener = circle.people["convener"]
    if state == "on a break":
        await world.hears(convener, f"pause:{circle.group.id}:")
    if state == "over":
        await world.hears(convener, f"resume:{circle.group.id}:")
        await world.hears(convener, f"end-sure:{circle.group.id}:")
        await world.moves(world.clock.now() + timedelta(days=1))
