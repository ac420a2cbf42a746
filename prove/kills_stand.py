"""A platform's stand-in as the ledger: what really arrived, whose it was, and where it stands."""

import asyncio
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.core.incoming import Sender
from bot.core.platform import Capabilities
from prove.kills_points import MARK
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.world import Channel
from tests.fakes.discord.world import Person as DiscordPerson
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.ledger import Ledger
from tests.fakes.telegram.world import Post

_whose: ContextVar[str] = ContextVar("whose", default="")


@dataclass
class Stand:
    """One platform with groups in it. As a context it listens.

    `arrived` holds the mark of every post that was accepted, in order; `on_arrival` is told of each at that instant,
    before it is answered.
    """

    arrived: list[str] = field(default_factory=list)
    on_arrival: Callable[[], None] | None = None
    fake: Any = None

    platform: ClassVar[str]
    capabilities: ClassVar[Capabilities]

    async def __aenter__(self) -> Self:
        await self.fake.start()
        server = self.fake._runner.server
        answer = server.request_handler

        async def marked(request: Any) -> Any:
            _whose.set(request.headers.get(MARK, ""))
            return await answer(request)

        server.request_handler = marked
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.fake.stop()
        assert not self.fake.violations, self.fake.violations

    def accept(self) -> None:
        """A post has been accepted just now, in the handling of this very request."""
        self.arrived.append(_whose.get())
        if self.on_arrival:
            self.on_arrival()

    async def idle(self) -> None:
        """Until nothing of the dead is under way: what it had sent is taken or broken off."""
        async with asyncio.timeout(10):
            while self.fake._runner.server.connections:  # noqa: ASYNC110 - the server tells nobody
                await asyncio.sleep(0.001)

    def order(self) -> dict[str, str]:
        """Where a life finds it."""
        raise NotImplementedError

    def group(self, number: int) -> tuple[str, list[Sender]]:
        """A channel of its own and people for it: the convener first; what the core calls them."""
        raise NotImplementedError

    def stands(self) -> Counter[tuple[str, str]]:
        """Everything that stands anywhere, as people see it: place and words, and how often."""
        raise NotImplementedError

    def told(self, sender: Sender) -> list[str]:
        """What somebody was told in private."""
        raise NotImplementedError

    def forgets(self) -> None:
        """Nothing stands anywhere any more; places and people are as they were."""
        self.arrived.clear()

    def forgets_nonces(self) -> None:
        """So much time passes that the platform itself would know no try again."""


NAMES = ("Kaarina", "Aino", "Veikko")


class _Ledger(Ledger):
    def __init__(self, accept: Callable[[], None]) -> None:
        super().__init__()
        self._accept = accept

    def add(self, post: Post) -> None:
        super().add(post)
        self._accept()


class TelegramStand(Stand):
    """Telegram keeps nothing by which it would know a post again."""

    platform, capabilities = "telegram", TELEGRAM

    def __init__(self) -> None:
        super().__init__()
        self.fake: FakeTelegram = FakeTelegram(keep_calls=1)
        self.fake.ledger = _Ledger(self.accept)

    def order(self) -> dict[str, str]:
        return {"platform": self.platform, "url": self.fake.url}

    def group(self, number: int) -> tuple[str, list[Sender]]:
        people = [self.fake.person(f"{name} {number}", language_code="en", opened=True) for name in NAMES]
        chat = self.fake.group(f"Piiri {number}", people, bot="administrator")
        return str(chat.id), [Sender("telegram", str(each.id), each.first_name, "en") for each in people]

    def stands(self) -> Counter[tuple[str, str]]:
        return Counter((str(post.chat_id), _words(post)) for post in self.fake.ledger)

    def told(self, sender: Sender) -> list[str]:
        return [post.text for post in self.fake.ledger.in_chat(int(sender.handle))]

    def forgets(self) -> None:
        super().forgets()
        self.fake.ledger = _Ledger(self.accept)
        self.fake.accepted.clear()
        self.fake.updates.clear()


def _words(post: Post) -> str:
    return f"{post.text} [{post.document.name}]" if post.document else post.text


class _Posted(list[float]):
    def __init__(self, accept: Callable[[], None]) -> None:
        super().__init__()
        self._accept = accept

    def append(self, at: float) -> None:
        super().append(at)
        self._accept()


class DiscordStand(Stand):
    """Discord knows a nonce again for a while, and lets its own channels be searched."""

    platform, capabilities = "discord", DISCORD

    def __init__(self) -> None:
        super().__init__()
        self.fake: FakeDiscord = FakeDiscord(keep_requests=1)
        self.fake.ledger.posted = _Posted(self.accept)
        self._places: list[Channel] = []
        self._people: dict[str, DiscordPerson] = {}

    def order(self) -> dict[str, str]:
        return {"platform": self.platform, "url": self.fake.api, "gateway": self.fake.gateway}

    def group(self, number: int) -> tuple[str, list[Sender]]:
        people = [self.fake.person(f"{name} {number}", locale="en-GB") for name in NAMES]
        guild = self.fake.guild(f"Talo {number}", members=people)
        place = self.fake.channel(guild, "piiri")
        self._places.append(place)
        self._people |= {str(each.id): each for each in people}
        return f"{guild.id}/{place.id}", [Sender("discord", str(each.id), each.name, "en") for each in people]

    def stands(self) -> Counter[tuple[str, str]]:
        places = [*self._places, *map(self.fake.dm, self._people.values())]
        return Counter(
            (str(place.id), f"{each.text} {[file.name for file in each.files]}")
            for place in places
            for each in place.standing()
            if each.author is self.fake.bot and each.kind == 0
        )

    def told(self, sender: Sender) -> list[str]:
        return [each.text for each in self.fake.dm(self._people[sender.handle]).standing()]

    def forgets(self) -> None:
        super().forgets()
        for place in [*self._places, *map(self.fake.dm, self._people.values())]:
            for kept in (place.messages, place.order, place.pins, place.nonces):
                kept.clear()
        self.fake.ledger.clear()
        self.fake.hub.sessions.clear()
        self.fake.hub.connects.clear()

    def forgets_nonces(self) -> None:
        self.fake.passes(200)
