"""The stand-ins for both platforms with weather before their doors, and the real adapters with a book beside them."""

import asyncio
import random
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

from aiohttp import web

from bot.adapters.discord.adapter import DiscordAdapter
from bot.adapters.telegram.adapter import TelegramAdapter
from bot.core.outgoing import Written
from bot.core.platform import Address, Outcome
from prove.sends_weather import ARRIVED, Book, Weather
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.faults import Fault as DiscordFault
from tests.fakes.discord.limits import Limits as DiscordLimits
from tests.fakes.discord.server import Door as DiscordDoor
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.faults import Fault as TelegramFault
from tests.fakes.telegram.limits import Limits as TelegramLimits
from tests.fakes.telegram.server import Door as TelegramDoor
from tests.fakes.telegram.world import Group

LATENCY = (0.03, 0.12)
"""Seconds between a call's coming and its being looked at: from, to."""

SENDING = {"sendMessage", "sendDocument", "editMessageText"}
CLOSED = (("403", 50001), ("403", 50013), ("404", 10003))
"""How Discord says that a channel is closed to the bot: status and code."""

SERVERS_OWN = ("500", "502", "503", "504")
ANY: Any = None


class _Slow:
    """Every call takes its time on the way; the stand-in is told when it came."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    async def arrives(self) -> None:
        ARRIVED.set(asyncio.get_running_loop().time())
        await asyncio.sleep(self._random.uniform(*LATENCY))


class Telegram(FakeTelegram):
    """Telegram, under the weather."""

    def __init__(self, weather: Weather, seed: int) -> None:
        super().__init__(limits=TelegramLimits(), keep_calls=1)
        self.weather, self.book = weather, weather.book
        self.faults = _TelegramFaults(self)  # type: ignore[assignment]
        self._slow = _Slow(seed)

    async def start(self, port: int = 0) -> None:
        """Listen on loopback, behind a door of our own."""
        with patch("tests.fakes.telegram.fake.Door", _TelegramDoor):
            await super().start(port)

    def admit(self, chat_id: int, method: str) -> float:
        """As it is, and noted under the mark of what is being said there."""
        at = super().admit(chat_id, method)
        mark = self.book.said.get(str(chat_id))
        if mark is not None and method.startswith("send"):
            self.book.arrived[mark].append(at)
        return at

    def closes(self, chat_id: int) -> None:
        """Nobody wants the bot there any more: one of the ways in which that happens."""
        if chat_id > 0:
            self.blocks(self.knows(chat_id))
            return
        group = self.world.groups[chat_id]
        person = self.knows(group.creator)
        if group.kind == "supergroup" and chat_id % 2:
            self.restricts_bot(person, group)
        else:
            self.removes_bot(person, group)

    def opens(self, chat_id: int) -> None:
        """It is wanted again."""
        if chat_id > 0:
            self.unblocks(self.knows(chat_id))
        else:
            group = self.world.groups[chat_id]
            self.lets_bot_in_again(self.knows(group.creator), group)


class _TelegramDoor(TelegramDoor):
    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        await self.state._slow.arrives()  # type: ignore[attr-defined]
        return await super().answer(request)


class _TelegramFaults:
    """In the place of faults on order: what the weather has in store for a call."""

    waiting = True

    def __init__(self, fake: Telegram) -> None:
        self._fake = fake
        self._beside = 0

    def take(self, method: str, chat_id: Any) -> TelegramFault | None:
        fake, weather = self._fake, self._fake.weather
        if method not in SENDING:
            self._beside += 1
            return TelegramFault(method, "500 before", None, 1, 0, 0.0) if weather.beside(self._beside) else None
        place = fake.world.groups.get(chat_id)
        movable = isinstance(place, Group) and place.kind == "group" and place.migrated_to is None
        fate = weather.meets(str(chat_id), channel=chat_id < 0, movable=movable)
        if fate.what == "closed":
            fake.closes(chat_id)
        elif fate.what == "moved":
            fake.migrates(chat_id)
        elif fate.what:
            what = fate.what.replace("5xx", "502" if fake.book.calls.total() % 2 else "500")
            return TelegramFault(method, what, None, 1, fate.wait, 0.0)
        return None


class Discord(FakeDiscord):
    """Discord, under the weather."""

    def __init__(self, weather: Weather, seed: int) -> None:
        super().__init__(limits=DiscordLimits(), keep_requests=1)
        self.weather, self.book = weather, weather.book
        self.faults = _DiscordFaults(self)  # type: ignore[assignment]
        self._slow = _Slow(seed)

    async def start(self, port: int = 0) -> None:
        """Listen on loopback, behind a door of our own."""
        with patch("tests.fakes.discord.fake.Door", _DiscordDoor):
            await super().start(port)

    def arrivals(self) -> dict[str, list[float]]:
        """When each mark arrived, by the nonces of what stands in all channels."""
        found: dict[str, list[float]] = {}
        for channel in self.world.channels.values():
            for message in channel.messages.values():
                if message.author is self.bot and message.nonce is not None:
                    found.setdefault(str(message.nonce), []).append(message.sent_at)
        return found

    def address(self, channel_id: int) -> str:
        """A channel as the core knows it: the person's own handle for their private one."""
        channel = self.world.channels[channel_id]
        if channel.recipient is not None:
            return str(channel.recipient.id)
        return f"{channel.guild.id if channel.guild else 0}/{channel.id}"


class _DiscordDoor(DiscordDoor):
    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        await self.state._slow.arrives()  # type: ignore[attr-defined]
        return await super().answer(request)


class _DiscordFaults:
    waiting = True

    def __init__(self, fake: Discord) -> None:
        self._fake = fake
        self._beside = 0

    def take(self, method: str, path: str) -> DiscordFault | None:
        fake, weather = self._fake, self._fake.weather
        steps = path.strip("/").split("/")
        if not (steps[0] == "channels" and steps[2:3] == ["messages"] and method in {"POST", "PATCH"}):
            weather.passes()
            self._beside += 1
            return _fault("500 before") if steps[0] == "channels" and weather.beside(self._beside) else None
        private = "/" not in (address := fake.address(int(steps[1])))
        fate, number = weather.meets(address, channel=not private), fake.book.calls.total()
        if fate.what == "closed":
            status, code = ("403", 50007) if private else CLOSED[number % len(CLOSED)]
            return _fault(status, code=code)
        what = {"429 for all": "global", "timeout after": "hang after"}.get(fate.what, fate.what)
        return _fault(what.replace("5xx", SERVERS_OWN[number % len(SERVERS_OWN)]), fate.wait) if what else None


def _fault(what: str, wait: float = 1.0, code: int = 0) -> DiscordFault:
    return DiscordFault("*", ANY, what, 1, code, None, wait, 0.0)


class NotedTelegram(TelegramAdapter):
    """The adapter, with a book beside it."""

    book: Book

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.book.said[to.id] = mark
        outcome = await super().post(to, part, mark=mark, again=again)
        self.book.answers(to.id, mark, outcome)
        return outcome


class NotedDiscord(DiscordAdapter):
    """The adapter, with a book beside it, on a client that knows its servers without listening to the gateway."""

    book: Book

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.book.said[to.id] = mark
        outcome = await super().post(to, part, mark=mark, again=again)
        self.book.answers(to.id, mark, outcome)
        return outcome

    async def knows(self, fake: Discord) -> None:
        """Log in, and know all servers as the gateway would have told of them."""
        from tests.fakes.discord import shapes

        client = await self._ready()
        for guild in fake.bot_guilds():
            client._connection._add_guild_from_data(shapes.guild_here(guild, fake.application_id, [], False))  # type: ignore[arg-type]
        client._ready = asyncio.Event()
        client._ready.set()


def utcnow_by(now: Callable[[], datetime]) -> Callable[[], datetime]:
    """The library's time of day, by another clock."""
    return lambda: now().astimezone(UTC)
