"""The core on a real store, without a platform: acts go in, phrases and rows are looked at."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.adapters.memory.adapter import MODAL, STEPS
from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.delivery import Said, compose
from bot.core.hear import Heard, hear
from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.model import Floor, Group, Meeting, Notice
from bot.core.outgoing import Form, Message, Phrase, Reply, Toast
from bot.core.people import person_for
from bot.core.ports import House, Rhythm, Settlement, UnitOfWork
from bot.core.ports import Library as Words
from bot.core.uses.founding.setup import Spec, found
from bot.store.store import SqlStore, open_store
from scheduler.clock import HeldClock
from tests.core.core_rows import wall

START = datetime(2026, 9, 1, 6, tzinfo=UTC)
FIRST = wall(2026, 9, 15, 17)
REPOSITORIES = (
    "groups", "members", "conveners", "meetings", "comings", "notes", "polls", "ballots", "batches", "notices",
    "drafts",
)  # fmt: skip
LIBRARY = Library()
PAGES = replace(
    MODAL, whisper="ephemeral", form="pages", fields=5, rows=5, times=True, events=True, threads=True, roles=True
)
"""A platform with more than messages."""


@dataclass
class Desk:
    """A store and a house; `does` is one turn."""

    store: SqlStore
    clock: HeldClock = field(default_factory=lambda: HeldClock(START))
    keys: Any = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        can = {"memory": MODAL, "steps": STEPS, "pages": PAGES}
        self.house = House(LIBRARY, TypedText(), self.clock, Chance(), can)

    async def hears(
        self, name: str, act: Act, channel: str | None = None, *, platform: str = "memory", **more: Any
    ) -> Heard:
        title = more.pop("title", "")
        sender = Sender(
            platform, more.pop("handle", name), name, more.pop("language", "fi"), **{"may_convene": True, **more}
        )
        async with self.store.begin() as work:
            return await hear(work, self.house, Incoming(f"k{next(self.keys)}", sender, channel, act, title))

    async def does(self, name: str, what: str, channel: str | None = None, **more: Any) -> Reply:
        """One act: `/word` is a command, `a:b:c` a press, anything else is written in private."""
        act: Act = Command(what[1:]) if what.startswith("/") else Press(what) if ":" in what else Wrote(what)
        return (await self.hears(name, act, channel, **more)).reply

    async def fills(
        self, name: str, form: str, about: str, channel: str | None = None, /, platform: str = "memory", **values: str
    ) -> Reply:
        return (await self.hears(name, Filled(form, about, values), channel, platform=platform)).reply

    async def group(
        self, convener: str, *members: str, channel: str = "main", name: str = "Torstain piiri", **more: Any
    ) -> Group:
        programme = LIBRARY.programme("vahvistin")
        known: dict[str, Any] = {
            "name": name, "platform": "memory", "channel": channel, "programme": programme.slug, "language": "fi",
            "zone": ZoneInfo("Europe/Helsinki"), "first": FIRST, "rhythm": Rhythm(3, "week"), "minutes": 150,
            "meetings": 6, "place": "Kulttuuritalo", "link": "", "themes": programme.themes()[:4], "floor": Floor.FIVE,
        }  # fmt: skip
        known |= more
        async with self.store.begin() as work:
            person = await person_for(work, self.house, Sender(known["platform"], convener, convener, "fi"))
            founded = await found(work, self.house, Spec(**known), person)
        for member in members:
            self.clock.move(self.clock.now() + timedelta(minutes=1))
            await self.does(member, f"join:{founded.id}:", channel, platform=founded.platform)
        return founded

    async def meetings(self, group: Group) -> list[Meeting]:
        async with self.store.begin() as work:
            return sorted(await work.meetings.find(group_id=group.id), key=lambda m: m.starts)

    async def rows(self) -> dict[str, list[Any]]:
        """Everything that is kept, to be compared."""
        async with self.store.begin() as work:
            return {name: sorted(await getattr(work, name).find(), key=lambda row: row.id) for name in REPOSITORIES}

    @asynccontextmanager
    async def work(self) -> AsyncIterator[UnitOfWork]:
        async with self.store.begin() as work:
            yield work

    async def says(self, kind: str, meeting: Meeting | None = None, index: int = 0) -> Said | Settlement:
        """What the waiting notice of this kind says now; it is done as when it is claimed."""
        async with self.store.begin() as work:
            found = await work.notices.find(kind=kind, **({"meeting_id": meeting.id} if meeting else {}))
            return await compose(work, sorted(found, key=lambda n: (n.due, n.id))[index], self.house)

    async def notices(self, kind: str) -> list[Notice]:
        async with self.store.begin() as work:
            return sorted(await work.notices.find(kind=kind), key=lambda n: (n.due, n.id))


def phrases(reply: Reply) -> list[str]:
    """The ids of all phrases in a reply, in order."""
    match reply:
        case None:
            return []
        case Toast(text):
            return [text.id]
        case Form(title=Phrase(phrase_id), fields=fields):
            return [phrase_id, *(f.problem.id for f in fields if f.problem)]
        case Message(blocks):
            return [block.text.id for block in blocks if isinstance(getattr(block, "text", None), Phrase)]
    return []


def buttons(reply: Reply, library: Words = LIBRARY) -> dict[str, str]:
    """What a message's buttons carry, by their Finnish label."""
    assert isinstance(reply, Message)
    written = library.write(reply, "fi")
    return {button.label: button.data for row in written.buttons for button in row}


def words(reply: Reply, language: str = "fi") -> str:
    """All the words of a reply, buttons included."""
    match reply:
        case None:
            return ""
        case Toast(text):
            return LIBRARY.text(text, language)
        case Form():
            form = LIBRARY.write_form(reply, language)
            said = [form.title, *(b.text for b in form.intro)]
            return "\n".join([*said, *(text for f in form.fields for text in (f.label, f.value, f.problem))])
        case Message():
            written = LIBRARY.write(reply, language)
            labels = [button.label for row in written.buttons for button in row]
            files = [file.body.decode(errors="replace") for file in written.files]  # one may be no text
            return "\n".join([*(b.text for b in written.blocks), *labels, *files])


@asynccontextmanager
async def desk_in(folder: Path) -> AsyncIterator[Desk]:
    store = await open_store(f"sqlite:///{folder / 'piiri.db'}", folder / "piiri.key")
    try:
        yield Desk(store)
    finally:
        await store.close()
