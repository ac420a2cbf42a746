"""Telegram at its worst: what happened comes twice, out of order, and under numbers that begin anew at random."""

import asyncio
import random
from collections import deque
from types import SimpleNamespace
from typing import Any

import aiohttp

from bot.adapters.telegram.web import PATH
from bot.core.incoming import Sender
from prove.kills_stand import TelegramStand
from tests.fakes.telegram.updates import Item, Updates, Webhook
from tests.fakes.telegram.webhook import TIMEOUT, Pusher

PUBLIC = "https://piiri.example.org"
SECRET = "a-secret-that-only-Telegram-knows"
AT_ONCE = 8
"""Updates that are pushed to a webhook at the same time; Telegram's own default is up to 40."""

APART = 10_000
"""No two beginnings of numbers are closer: after a week's silence no number of before is remembered anyway."""


class Disorder(Updates):
    """A queue whose batches are shuffled, with what was acknowledged long ago among them."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance
        self._old: deque[dict[str, Any]] = deque(maxlen=50)
        self.repeated = 0
        self.shuffled = 0
        self.beginnings = [self.next_id]

    def batch(self, limit: int) -> list[dict[str, Any]]:
        """The oldest that wait, in any order, and now and then some of those that came before."""
        given = super().batch(limit)
        if given and self._chance.random() < 0.5:
            self._chance.shuffle(given)
            self.shuffled += 1
        if given and self._old and self._chance.random() < 0.3:
            again = self._chance.sample([*self._old], min(5, len(self._old)))
            given[:0] = again[: max(0, limit - len(given))]
            self.repeated += len(again)
        return given

    def remove(self, items: list[Item]) -> None:
        """These have arrived, and may come once more all the same."""
        super().remove(items)
        self._old.extend(item.update for item in items)

    def again(self) -> Item | None:
        """One that has arrived."""
        return Item(self._chance.choice(self._old)) if self._old else None

    def forgets(self) -> None:
        """What came before comes no more."""
        self.clear()
        self._old.clear()

    def begins_anew(self) -> None:
        """Numbers go on from a random one, as after a week in which nothing happened."""
        start = self.next_id
        while any(abs(start - other) < APART for other in [*self.beginnings, self.next_id]):
            start = self._chance.randrange(1, 2**31 - APART)
        self.restart(start)
        self.beginnings.append(start)


class Throng(Pusher):
    """Pushes several updates at once, in any order; one that was accepted comes again now and then."""

    def __init__(self, updates: Disorder, chance: random.Random) -> None:
        super().__init__(updates, retry_after=0.04)
        self._chance = chance
        self._queue = updates

    async def _push(self, webhook: Webhook) -> None:
        on_the_way: set[int] = set()

        async def push_one(session: aiohttp.ClientSession) -> None:
            while True:
                await self._queue.news.wait()
                free = [item for item in [*self._queue.waiting][: 4 * AT_ONCE] if item.id not in on_the_way]
                if not free:
                    await asyncio.sleep(self.retry_after)
                    continue
                item = self._chance.choice(free)
                on_the_way.add(item.id)
                try:
                    if await self._post(session, webhook, item) is None:
                        self._queue.remove([item])
                    else:
                        await asyncio.sleep(self.retry_after)
                finally:
                    on_the_way.discard(item.id)
                if self._chance.random() < 0.2 and (again := self._queue.again()):
                    self._queue.repeated += 1
                    await self._post(session, webhook, again)

        async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
            await asyncio.gather(*(push_one(session) for _ in range(AT_ONCE)))


class DisorderedStand(TelegramStand):
    """The stand-in of Telegram with such a queue, polled or pushing to a port."""

    def __init__(self, chance: random.Random, port: int = 0) -> None:
        super().__init__()
        self.port = port
        self.updates = self.fake.updates = Disorder(chance)
        self.fake.pusher = Throng(self.updates, chance)
        self.fake.pusher.reaches[PUBLIC] = f"http://127.0.0.1:{port}"

    def order(self) -> dict[str, Any]:
        if not self.port:
            return super().order()
        return {**super().order(), "webhook": PUBLIC + PATH, "secret": SECRET, "port": self.port}

    def forgets(self) -> None:
        super().forgets()
        self.updates.forgets()

    def writes(self, sender: Sender, text: str) -> None:
        """Somebody writes to the bot alone."""
        self.fake.writes(self.fake.knows(int(sender.handle)), text)

    def presses(self, sender: Sender, channel: str, data: str) -> None:
        """Somebody presses a button of a message in their group."""
        message = SimpleNamespace(chat_id=int(channel), message_id=1)
        self.fake.presses(self.fake.knows(int(sender.handle)), message, data)  # type: ignore[arg-type]
