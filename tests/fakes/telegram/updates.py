"""What has happened and the bot has not yet acknowledged."""

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.errors import conflict
from tests.fakes.telegram.rules import UPDATES_BY_DEFAULT

FIRST = 731_000_001
# An offset further ahead than this is not believed, as after ids have started anew.
AHEAD = 10
REPLACED = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_SET = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(slots=True, eq=False)
class Item:
    """One update; `owed` when it must be given out once more, whatever was acknowledged."""

    update: dict[str, Any]
    owed: bool = False

    @property
    def id(self) -> int:
        """The update's own number."""
        return int(self.update["update_id"])


@dataclass(slots=True)
class Webhook:
    """Where updates are pushed to."""

    url: str
    secret: str | None
    max_connections: int
    failed_at: int | None = None
    failure: str | None = None


class Updates:
    """A queue that is read by polling or pushed to a webhook, never both."""

    def __init__(self) -> None:
        self.waiting: deque[Item] = deque()
        self.last: dict[str, Any] | None = None
        self.next_id = FIRST
        self.allowed = UPDATES_BY_DEFAULT
        self.webhook: Webhook | None = None
        self.quiet = asyncio.Event()
        self.quiet.set()
        self.news = asyncio.Event()
        self.poll: asyncio.Future[str] | None = None

    def put(self, kind: str, body: dict[str, Any]) -> int | None:
        """Something happened; returns the update's id, or None when the bot does not want to hear of it."""
        if kind not in self.allowed:
            return None
        number = self.next_id
        self.next_id += 1
        self.last = {"update_id": number, kind: body}
        self._add(Item(self.last))
        return number

    def repeat(self) -> int:
        """The newest update is delivered once more under the same id."""
        if self.last is None:
            raise ValueError("there is no update that could be repeated")
        self._add(Item(self.last, owed=True))
        return int(self.last["update_id"])

    def restart(self, first: int) -> None:
        """Ids go on from another number, as they do after a week of silence."""
        if self.waiting:
            raise ValueError("ids start anew only when nothing waits: the bot has not acknowledged all")
        self.next_id = first

    def _add(self, item: Item) -> None:
        self.waiting.append(item)
        self.quiet.clear()
        self.news.set()

    def remove(self, items: list[Item]) -> None:
        """These have arrived."""
        for item in items:
            if item in self.waiting:
                self.waiting.remove(item)
        self._settle()

    def clear(self) -> None:
        """Everything that waits is forgotten."""
        self.waiting.clear()
        self._settle()

    def _settle(self) -> None:
        if not self.waiting:
            self.quiet.set()
            self.news.clear()

    def acknowledge(self, offset: int) -> None:
        """Everything below the offset has arrived; a negative one keeps only so many from the end."""
        if offset < 0:
            keep = set(list(self.waiting)[offset:])
            self.remove([item for item in self.waiting if item not in keep])
        elif offset <= self.next_id + AHEAD:
            self.remove([item for item in self.waiting if item.id < offset and not item.owed])

    def batch(self, limit: int) -> list[dict[str, Any]]:
        """The oldest that wait."""
        taken = [item for item, _ in zip(self.waiting, range(limit), strict=False)]
        for item in taken:
            item.owed = False
        return [item.update for item in taken]

    async def polled(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """One poll: what waits, or what comes within so many seconds. A newer poll ends an older one."""
        if self.webhook is not None:
            raise conflict(WEBHOOK_IS_SET)
        self.interrupt(REPLACED)
        self.acknowledge(offset)
        if not self.waiting and seconds > 0:
            await self._wait(seconds)
        return self.batch(limit)

    async def _wait(self, seconds: float) -> None:
        mine = self.poll = asyncio.get_running_loop().create_future()
        heard = asyncio.ensure_future(self.news.wait())
        try:
            await asyncio.wait({mine, heard}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            heard.cancel()
            if self.poll is mine:
                self.poll = None
        if mine.done():
            raise conflict(mine.result())

    def interrupt(self, why: str) -> None:
        """Ends a poll that waits."""
        if self.poll is not None and not self.poll.done():
            self.poll.set_result(why)
        self.poll = None
