"""A real Piiri behind the Discord adapter on the stand-in for Discord, and what a test does with them."""

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.adapters.discord.adapter import DiscordAdapter
from bot.app import Ground
from bot.core.incoming import Sender
from bot.core.model import Notice, State
from bot.core.platform import Adapter
from bot.serving.serve import DISCORD
from scheduler.pace import Pace
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.interactions import Answered
from tests.fakes.discord.ledger import Request
from tests.fakes.discord.world import Channel, Guild, Message, Person
from tests.office import NAME, Office

SEND = "/channels/{}/messages"
CALLBACK = "/interactions/{}/{}/callback"
MADE = "/channels/*/messages"
"""The path of new messages, as the stand-in's faults are ordered."""

ANSWERED = "/interactions/**"
"""The path of first answers."""


@dataclass
class PostOffice(Office):
    """Piiri on one folder, Discord around it. Discord outlives every restart."""

    pace: Pace = field(default_factory=lambda: replace(DISCORD, per_second=None))
    fake: FakeDiscord = field(default_factory=FakeDiscord)

    platform = "discord"

    # As every office

    async def awaits(self) -> None:
        if not self.fake.port:
            await self.fake.start()

    def made(self, ground: Ground) -> Adapter:
        self.adapter = DiscordAdapter(
            self.fake.token,
            library=ground.library,
            gate=self.gate,
            api_url=self.fake.api,
            gateway_url=self.fake.gateway,
        )
        return self.adapter

    def address(self, place: Any) -> str:
        return channel_id(place)

    def sender(self, person: Any) -> Sender:
        return sender(person)

    async def listens(self) -> None:
        """Until it hears what happens, and knows of every server and channel that it sees."""
        await self.fake.connected()
        await self.comes(lambda: all(self.knows(guild) for guild in self.fake.bot_guilds()))
        await self.comes(self.adapter.client.is_ready)

    def knows(self, guild: Guild) -> bool:
        """Whether the library has been told of a server as it is."""
        told = self.adapter.client.get_guild(guild.id)
        return told is not None and told.me is not None and set(guild.channels) <= {each.id for each in told.channels}

    async def restarts(self) -> None:
        await self.closes()
        await self.opens()
        await self.listens()

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
        settled = await self.ended_or(asyncio.ensure_future(self.piiri.dispatcher.settled(seconds)))
        assert settled, "what was due did not settle"

    async def comes(self, true: Callable[[], Any], seconds: float = 5) -> None:
        """Wait for it, asked of memory or of the database; TimeoutError where it does not come."""
        async with asyncio.timeout(seconds):
            while True:
                answer = true()
                if await answer if inspect.isawaitable(answer) else answer:
                    return
                await asyncio.sleep(0.003)

    async def founds(
        self, place: Channel, convener: Person, *members: Person, name: str = NAME, settles: bool = True, **also: Any
    ) -> str:
        """A group with these members, that meets from Tuesday 15 September 2026 at 17; its id."""
        return await self.founded(
            channel_id(place), convener, *members, name=name, language="en", settles=settles, **also
        )

    async def does(self, person: Person, data: str, place: Channel | None = None) -> Any:
        """A press, there or in private, that comes in by the core's own door."""
        return await self.hears(person, data, channel_id(place) if place else None)

    # What is so

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


def sender(person: Person) -> Sender:
    return Sender("discord", str(person.id), person.name, person.locale.partition("-")[0])


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
