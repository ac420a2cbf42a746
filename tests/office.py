"""Piiri on one folder with a platform around it, and a group founded without the walk through its set-up."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor, Group, Notice
from bot.core.outgoing import say
from bot.core.people import person_for
from bot.core.platform import Adapter
from bot.core.ports import Rhythm, UnitOfWork
from bot.core.uses.founding.setup import Spec, found
from scheduler.clock import HeldClock
from scheduler.control import Control, iso
from scheduler.pace import Gate, Pace

HELSINKI = ZoneInfo("Europe/Helsinki")
LIBRARY = Library()
NAME = "Torstain piiri"


@dataclass
class Office:
    """What does not depend on the platform; each has a post office of its own, and outlives every restart."""

    folder: Path
    pace: Pace = field(default_factory=Pace)
    acts: Any = field(default_factory=count)
    up: bool = False

    platform: ClassVar[str]

    # What each platform does in its own way

    async def awaits(self) -> None:
        """The platform is there, before Piiri is."""

    def made(self, ground: Ground) -> Adapter:
        """The adapter, on `self.gate`."""
        raise NotImplementedError

    def address(self, place: Any) -> str:
        """A channel's id, as groups know it."""
        raise NotImplementedError

    def sender(self, person: Any) -> Sender:
        """Somebody as the core is told of them."""
        raise NotImplementedError

    async def settles(self, seconds: float = 20) -> None:
        """Until all that was done is handled, answered, and what it set off is sent."""
        raise NotImplementedError

    # Up and down

    async def opens(self) -> None:
        """The platform is there, and Piiri listens to it."""
        await self.awaits()
        self._stack = AsyncExitStack()
        url, key = database(self.folder), key_file(self.folder)
        self.piiri: Piiri = await self._stack.enter_async_context(
            opened(url, key, self._adapters, held=True, wakes=False, library=LIBRARY)
        )
        clock = self.piiri.house.clock
        assert isinstance(clock, HeldClock)
        self.clock = clock
        self.control = Control(clock, self.piiri.store, self.piiri.store.outbox, self.piiri.dispatcher, seconds=20)
        self.up = True

    def _adapters(self, ground: Ground) -> Sequence[Adapter]:
        self.gate = Gate(self.pace)
        return [self.made(ground)]

    async def closes(self) -> None:
        """Piiri stops as it does when it is told to."""
        if self.up:
            self.up = False
            await self._stack.aclose()

    async def crashes(self, *besides: asyncio.Task[None]) -> None:
        """Everything ends where it is: nothing is given back, nothing is written down."""
        tasks = [*self.piiri._tasks, *self.piiri._aside, *besides]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.closes()

    async def moves_to(self, local: str) -> None:
        """Move group time on, such as to "2026-09-14 10:00", stopping wherever something is due."""
        to = datetime.strptime(local, "%Y-%m-%d %H:%M").replace(tzinfo=HELSINKI).astimezone(UTC)
        done = await self.control.move({"to": iso(to)})
        assert done["settled"], f"what was due by {local} did not settle"

    # The group, without the walk through its set-up

    async def founded(
        self, channel: str, convener: Any, *members: Any, name: str, language: str, settles: bool, **also: Any
    ) -> str:
        """A group with these members, that meets from Tuesday 15 September 2026 at 17; its id."""
        house, programme = self.piiri.house, LIBRARY.programme("vahvistin")
        spec = Spec(
            name, self.platform, channel, programme.slug, language, HELSINKI, datetime(2026, 9, 15, 17),
            Rhythm(3, "week"), 150, 6, "Kulttuuritalo", "", programme.themes()[:4], Floor.FIVE,
        )  # fmt: skip
        async with self.kept() as work:
            group = await found(work, house, spec, await person_for(work, house, self.sender(convener)))
            if also:
                await work.groups.save(replace(group, **also))
        for member in members:  # in this order they lead
            await self.hears(member, f"join:{group.id}:", channel)
            self.clock.move(self.clock.now() + timedelta(seconds=1))
        self.piiri.dispatcher.ring()
        if settles:
            await self.settles()
        return group.id

    async def hears(self, person: Any, data: str, channel: str | None) -> Any:
        """A press, there or in private, that comes in by the core's own door."""
        return await self.piiri.hear(Incoming(f"test-{next(self.acts)}", self.sender(person), channel, Press(data)))

    # What is so

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[UnitOfWork]:
        """The database, to look at what is in it."""
        async with self.piiri.store.begin() as work:
            yield work

    async def group(self, group_id: str) -> Group:
        async with self.kept() as work:
            group = await work.groups.get(group_id)
        assert group is not None
        return group

    async def notice(self, kind: str, group_id: str) -> Notice:
        """The first notice of a kind."""
        async with self.kept() as work:
            found_ = await work.notices.find(group_id=group_id, kind=kind)
        return min(found_, key=lambda notice: (notice.due, notice.id))

    async def ended_or(self, done: asyncio.Future[Any]) -> Any:
        """What was waited for; AssertionError where Piiri has ended before."""
        ended = asyncio.ensure_future(self.piiri.ended())
        await asyncio.wait({done, ended}, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not done.done():
            done.cancel()
            raise AssertionError("Piiri has ended") from self.piiri.failed
        return done.result()


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'piiri.db'}"


def key_file(folder: Path) -> Path:
    return folder / "piiri.key"


def words(phrase: str, language: str = "en", **values: Any) -> str:
    """How Piiri says something."""
    return LIBRARY.text(say(phrase, **values), language)
