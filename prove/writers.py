"""People who write of everything there is to write, in a house of our own; every text names its author."""

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.adapters.memory.adapter import STEPS, MemoryAdapter
from bot.app import Piiri, opened
from bot.chance import Chance
from bot.content.library import Library
from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.model import Floor, Group, Meeting
from bot.core.outgoing import Answer
from bot.core.people import person_for
from bot.core.platform import Sent
from bot.core.ports import Rhythm
from bot.core.uses.founding.setup import Spec, found
from bot.store.store import open_store
from bot.store_time import keep_time
from scheduler.clock import MARK, HeldClock
from scheduler.control import Control

HELSINKI = ZoneInfo("Europe/Helsinki")
LIBRARY = Library()
BEGUN = datetime(2026, 9, 1, 6, tzinfo=UTC)

Words = Callable[[str, str], str]
"""What a person writes, by their handle and what it is for."""


@dataclass
class Circle:
    """One group, its people by handle (the first convenes), and its meetings in order."""

    group: Group
    people: list[str]
    meetings: list[Meeting] = field(default_factory=list)


@dataclass
class House:
    """An open Piiri on the reference platform, and hands to act in it; turns that failed are counted."""

    piiri: Piiri
    adapter: MemoryAdapter
    clock: HeldClock
    prefix: str = ""
    acts: int = 0
    failed: int = 0

    @property
    def control(self) -> Control:
        return Control(self.clock, self.piiri.store, self.piiri.store.outbox, self.piiri.dispatcher)

    async def does(self, who: str, act: Act, channel: str | None = None) -> Answer:
        """One turn."""
        self.acts += 1
        sender = Sender("memory", who, f"Nimi {who}", "en", may_convene=True)
        answer = await self.piiri.hear(Incoming(f"{self.prefix}{self.acts}", sender, channel, act))
        self.failed += "went wrong on my side" in said(answer)
        return answer

    async def presses(self, who: str, data: str, channel: str | None = None) -> Answer:
        return await self.does(who, Press(data), channel)

    async def fills(self, who: str, form: str, about: str, /, **values: str) -> Answer:
        return await self.does(who, Filled(form, about, values))

    async def writes(self, who: str, text: str) -> Answer:
        return await self.does(who, Wrote(text))

    async def data_of(self, who: str) -> dict[str, Any]:
        """Their own data, as they get it."""
        answer = await self.does(who, Command("mydata"))
        assert isinstance(answer, Sequence)
        files = [file for part in answer for file in part.files if file.name.endswith(".json")]
        return dict(json.loads(files[0].body))

    async def until(self, when: datetime) -> bool:
        """Move group time on, stopping wherever something is due; whether all of it settled."""
        done = await self.control.move({"to": when.astimezone(UTC).isoformat()})
        return bool(done["settled"])

    async def found(
        self,
        channel: str,
        people: list[str],
        *,
        programme: str = "vahvistin",
        meetings: int = 6,
        first: datetime | None = None,
    ) -> Circle:
        """A group whose first person convenes and all of whom join; its first meeting is in two weeks' time."""
        pack = LIBRARY.programme(programme)
        async with self.piiri.store.begin() as work:
            convener = await person_for(
                work, self.piiri.house, Sender("memory", people[0], f"Nimi {people[0]}", "en", may_convene=True)
            )
            spec = Spec(
                f"Piiri {channel}", "memory", channel, pack.slug, "en", HELSINKI, first or self.in_two_weeks(),
                Rhythm(3, "week"), 150, meetings, "Kulttuuritalo", "", (), Floor.FIVE,
            )  # fmt: skip
            group = await found(work, self.piiri.house, spec, convener)
            rows = await work.meetings.find(group_id=group.id)
        for who in people:
            await self.presses(who, f"join:{group.id}:", channel)
        return Circle(group, people, sorted(rows, key=lambda m: m.starts))

    def in_two_weeks(self) -> datetime:
        """A Tuesday at 17, local."""
        local = self.clock.now().astimezone(HELSINKI).replace(tzinfo=None)
        day = local + timedelta(days=14 + (1 - local.weekday()) % 7)
        return day.replace(hour=17, minute=0, second=0, microsecond=0)


def said(answer: Answer) -> str:
    """All that an answer says in words."""
    parts = answer if isinstance(answer, Sequence) else ()
    return "\n".join(block.text for part in parts for block in part.blocks)


@asynccontextmanager
async def house(url: str, key: Path, *, prefix: str = "", loud: bool = False) -> AsyncIterator[House]:
    """Piiri opened on a store, on a clock that is moved by hand; what it posts is let go of unless it is `loud`."""
    adapter = MemoryAdapter(STEPS)
    if not loud:
        adapter.fate = lambda to, mark: Sent("0")
    async with opened(url, key, lambda _: [adapter], chance=Chance(), library=LIBRARY, held=True, wakes=False) as piiri:
        clock = piiri.house.clock
        assert isinstance(clock, HeldClock)
        yield House(piiri, adapter, clock, prefix)


async def begin_at(url: str, key: Path, when: datetime) -> None:
    """A store of a rehearsal whose clock stands at an instant."""
    store = await open_store(url, key)
    await keep_time(store, "held")
    await store.set_mark(MARK, when.astimezone(UTC).isoformat())
    await store.close()


async def write_before(at: House, circle: Circle, words: Words) -> None:
    """What can be written before the first meeting, each person in their own words: it stays theirs."""
    group, first = circle.group, circle.meetings[0]
    for number, who in enumerate(circle.people):
        await at.fills(who, "expect", group.id, hope=words(who, "hope"))
        await at.fills(who, "note", f"{first.id}:", text=words(who, "note"))
        await at.writes(who, words(who, "private"))
        later = circle.meetings[1 + number % 2]
        await at.presses(who, f"{'absent' if number % 2 else 'late'}:{later.id}:")
        seen = ("group", "convener")[number // 2 % 2]
        await at.fills(who, "reason", f"{later.id}:{seen}", reason=words(who, "reason"))
        await at.fills(who, "agreement-rule", group.id, text=words(who, "rule"))
        await at.fills(who, "material", group.id, title=words(who, "material")[:80], more="")
        await at.fills(who, "own-theme-add", group.id, theme=words(who, "theme")[:60])


async def write_after(at: House, circle: Circle, words: Words, *, who: Sequence[str] = ()) -> None:
    """What can be written while feedback on the first meeting is open; group time has to be there."""
    first = circle.meetings[0]
    for person in who or circle.people:
        await at.presses(person, f"rate:{first.id}:heard=4")
        await at.fills(person, "sentence", first.id, sentence=words(person, "sentence"))
        await at.fills(person, "carry", first.id, carry=words(person, "carry")[:200])


async def leave_open(at: House, who: str, circle: Circle, words: Words) -> None:
    """Begin a form of two questions and answer the first."""
    await at.presses(who, f"guest:{circle.meetings[1].id}:")
    await at.writes(who, words(who, "draft")[:80])


def asked_after(circle: Circle) -> datetime:
    """When feedback on the first meeting is open, UTC."""
    return circle.meetings[0].ends(HELSINKI) + timedelta(minutes=30)
