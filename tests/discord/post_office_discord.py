"""A real Piiri behind the Discord adapter on the stand-in for Discord, and what a test does with them."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.adapters.discord.adapter import DiscordAdapter
from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor, Group, Notice, State
from bot.core.outgoing import say
from bot.core.people import person_for
from bot.core.platform import Adapter
from bot.core.ports import Rhythm, UnitOfWork
from bot.core.setup import Spec, found
from bot.serve import DISCORD
from scheduler.clock import HeldClock
from scheduler.control import Control, iso
from scheduler.pace import Gate, Pace
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.interactions import Answered
from tests.fakes.discord.ledger import Request
from tests.fakes.discord.world import Channel, Guild, Message, Person

HELSINKI = ZoneInfo("Europe/Helsinki")
LIBRARY = Library()
NAME = "Torstain piiri"
SEND = "/channels/{}/messages"
CALLBACK = "/interactions/{}/{}/callback"
MADE = "/channels/*/messages"
"""The path of new messages, as the stand-in's faults are ordered."""

ANSWERED = "/interactions/**"
"""The path of first answers."""


@dataclass
class PostOffice:
    """Piiri on one folder, Discord around it. Discord outlives every restart."""

    folder: Path
    pace: Pace = field(default_factory=lambda: replace(DISCORD, per_second=None))
    fake: FakeDiscord = field(default_factory=FakeDiscord)
    acts: Any = field(default_factory=count)
    up: bool = False

    # Up and down

    async def opens(self) -> None:
        """Discord is there, and Piiri on its way to it."""
        if not self.fake.port:
            await self.fake.start()
        self._stack = AsyncExitStack()
        self.piiri: Piiri = await self._stack.enter_async_context(
            opened(
                database(self.folder),
                self.folder / "piiri.key",
                self._adapters,
                held=True,
                wakes=False,
                library=LIBRARY,
            )
        )
        clock = self.piiri.house.clock
        assert isinstance(clock, HeldClock)
        self.clock = clock
        self.control = Control(clock, self.piiri.store, self.piiri.store.outbox, self.piiri.dispatcher, seconds=20)
        self.up = True

    def _adapters(self, ground: Ground) -> Sequence[Adapter]:
        self.gate = Gate(self.pace)
        self.adapter = DiscordAdapter(
            self.fake.token,
            library=ground.library,
            gate=self.gate,
            api_url=self.fake.api,
            gateway_url=self.fake.gateway,
        )
        return [self.adapter]

    async def listens(self) -> None:
        """Until it hears what happens, and knows of every server and channel that it sees."""
        await self.fake.connected()
        await self.comes(lambda: all(self.knows(guild) for guild in self.fake.bot_guilds()))
        await self.comes(self.adapter.client.is_ready)

    def knows(self, guild: Guild) -> bool:
        """Whether the library has been told of a server as it is."""
        told = self.adapter.client.get_guild(guild.id)
        return told is not None and told.me is not None and set(guild.channels) <= {each.id for each in told.channels}

    async def closes(self) -> None:
        """Piiri stops as it does when it is told to."""
        if self.up:
            self.up = False
            await self._stack.aclose()

    async def restarts(self) -> None:
        await self.closes()
        await self.opens()
        await self.listens()

    async def crashes(self) -> None:
        """Everything ends where it is: nothing is given back, nothing is written down."""
        tasks = [*self.piiri._tasks, *self.piiri._aside]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.closes()

    # Who and where

    def person(self, name: str, *, dms: bool = True) -> Person:
        """Somebody whose app speaks English, and who lets the bot write to them or not."""
        return self.fake.person(name, locale="en-GB", dms=dms)

    async def place(self, *people: Person, name: str = "piiri", **about: Any) -> Channel:
        """A channel in a server of its own, with these people and the bot in it."""
        made = self.fake.channel(self.fake.guild("Talo", members=people, **about), name)
        if self.up and self.fake.hub.ready.is_set():
            await self.listens()
        return made

    async def thread(self, parent: Channel, *people: Person) -> Channel:
        """A thread in a channel, with these people in it."""
        made = self.fake.thread(parent, owner=people[0], members=people)
        await self.comes(lambda: self.adapter.client.get_channel(made.id) is not None)
        return made

    def lacks(self, place: Channel, *names: str) -> None:
        """The bot may no longer do these things in a channel; the gateway says nothing of it yet."""
        hub, self.fake.hub.tell = self.fake.hub, lambda *_, **__: None  # type: ignore[method-assign]
        try:
            self.fake.overwrites(place, self.fake.bot, deny=names)
        finally:
            del hub.tell

    # What people do, until all is answered

    async def presses(self, person: Person, message: Message | Answered, button: str, **more: Any) -> Answered:
        """Press a button, by its label or by what it carries."""
        if isinstance(message, Message):
            button = next((b.custom_id or "" for b in message.buttons if _data(b.custom_id) == button), button)
        answered = await self.fake.presses(person, message, button, **more)
        await self.settles()
        return answered

    async def invokes(self, person: Person, word: str, place: Channel | None = None, **options: Any) -> Answered:
        """Give one of the bot's commands."""
        answered = await self.fake.invokes(person, f"piiri {word}", place, options or None)
        await self.settles()
        return answered

    async def settles(self, seconds: float = 20) -> None:
        """Until what is due is sent."""
        settled = asyncio.ensure_future(self.piiri.dispatcher.settled(seconds))
        ended = asyncio.ensure_future(self.piiri.ended())
        await asyncio.wait({settled, ended}, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not settled.done():
            settled.cancel()
            raise AssertionError("Piiri has ended") from self.piiri.failed
        assert settled.result(), "what was due did not settle"

    async def moves_to(self, local: str) -> None:
        """Move group time on, such as to "2026-09-14 10:00", stopping wherever something is due."""
        to = datetime.strptime(local, "%Y-%m-%d %H:%M").replace(tzinfo=HELSINKI).astimezone(UTC)
        done = await self.control.move({"to": iso(to)})
        assert done["settled"], f"what was due by {local} did not settle"

    async def comes(self, true: Callable[[], Any], seconds: float = 5) -> None:
        """Wait for it, asked of memory or of the database; TimeoutError where it does not come."""
        async with asyncio.timeout(seconds):
            while True:
                answer = true()
                if await answer if inspect.isawaitable(answer) else answer:
                    return
                await asyncio.sleep(0.003)

    # The group, without the walk through its set-up

    async def founds(
        self, place: Channel, convener: Person, *members: Person, name: str = NAME, settles: bool = True, **also: Any
    ) -> str:
        """A group with these members, that meets from Tuesday 15 September 2026 at 17; its id."""
        house, programme = self.piiri.house, LIBRARY.programme("vahvistin")
        spec = Spec(
            name, "discord", channel_id(place), programme.slug, "en", HELSINKI, datetime(2026, 9, 15, 17),
            Rhythm(3, "week"), 150, 6, "Kulttuuritalo", "", programme.themes()[:4], Floor.FIVE,
        )  # fmt: skip
        async with self.kept() as work:
            group = await found(work, house, spec, await person_for(work, house, sender(convener)))
            if also:
                await work.groups.save(replace(group, **also))
        for member in members:  # in this order they lead
            await self.does(member, f"join:{group.id}:", place)
            self.clock.move(self.clock.now() + timedelta(seconds=1))
        self.piiri.dispatcher.ring()
        if settles:
            await self.settles()
        return group.id

    async def does(self, person: Person, data: str, place: Channel | None = None) -> Any:
        """A press, there or in private, that comes in by the core's own door."""
        where = channel_id(place) if place else None
        return await self.piiri.hear(Incoming(f"test-{next(self.acts)}", sender(person), where, Press(data)))

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

    async def all_groups(self) -> list[str]:
        """The ids of all groups."""
        async with self.kept() as work:
            return [group.id for group in await work.groups.find()]

    async def unreachable(self, group_id: str) -> str | None:
        return (await self.group(group_id)).unreachable

    async def paused(self, group_id: str, why: str) -> None:
        """Until the group is marked as cut off, and all that follows from it is sent."""

        async def marked() -> bool:
            return await self.unreachable(group_id) == why

        await self.comes(marked)
        await self.settles()

    async def sends(self, kind: str, group_id: str, state: State = State.SENT) -> Notice:
        """The first notice of a kind, once it is sent or whatever else is to become of it."""

        async def so() -> bool:
            self.piiri.dispatcher.ring()
            return (await self.notice(kind, group_id)).state is state

        await self.comes(so)
        await self.settles()
        return await self.notice(kind, group_id)

    async def notice(self, kind: str, group_id: str) -> Notice:
        """The first notice of a kind."""
        async with self.kept() as work:
            found_ = await work.notices.find(group_id=group_id, kind=kind)
        return min(found_, key=lambda notice: (notice.due, notice.id))

    async def meeting(self, group_id: str) -> Any:
        """The group's first meeting."""
        async with self.kept() as work:
            return min(await work.meetings.find(group_id=group_id), key=lambda meeting: meeting.starts)

    def posts(self, place: Channel) -> list[Message]:
        """What stands in a channel for everybody, oldest first."""
        return [
            each
            for each in place.standing()
            if each.seen_by is None and each.author is self.fake.bot and each.kind == 0
        ]

    def last(self, place: Channel) -> Message:
        return self.posts(place)[-1]

    def texts(self, whom: Person) -> list[str]:
        """What the bot has written to somebody in private."""
        return [each.text for each in self.posts(self.fake.dm(whom))]

    def tried(self, place: Channel, method: str = "POST", route: str = SEND) -> list[Request]:
        """The requests about messages of a channel, whatever came of them."""
        return [each for each in self.fake.ledger.of(method, route) if each.path.split("/")[2] == str(place.id)]


def _data(custom_id: str | None) -> str:
    return (custom_id or "").partition("|")[0]


def channel_id(place: Channel) -> str:
    assert place.guild
    return f"{place.guild.id}/{place.id}"


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'piiri.db'}"


def sender(person: Person) -> Sender:
    return Sender("discord", str(person.id), person.name, person.locale.partition("-")[0])


def words(phrase: str, language: str = "en", **values: Any) -> str:
    """How Piiri says something."""
    return LIBRARY.text(say(phrase, **values), language)


class Hurried:
    """The library's clockwork with other seconds."""

    def __init__(self, seconds: Callable[[float], float]) -> None:
        self._seconds = seconds
        self.slept: list[float] = []

    async def sleep(self, delay: float, *_: Any) -> None:
        self.slept.append(delay)
        await asyncio.sleep(self._seconds(delay))

    def __getattr__(self, name: str) -> Any:
        return getattr(asyncio, name)


Hurries = Callable[..., list[float]]
