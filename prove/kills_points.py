"""The places where a life can be made to end, laid around the product from outside: it knows nothing of them."""

import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

import aiohttp

from bot.core.model import Notice
from bot.core.outgoing import Written
from bot.core.platform import Adapter, Address, Outcome, Sent
from bot.core.ports import Claimed, Settlement, UnitOfWork
from bot.store.store import SqlStore

POINTS = {
    "claiming": "claimed, nothing composed, nothing committed",
    "composed": "claimed and composed, just before the commit",
    "claimed": "the claim is committed, nothing is on its way",
    "posting": "just before the platform is called",
    "accepted": "the platform has the post, its answer is not read",
    "answered": "the answer is read, nothing is written down",
    "settling": "the outcome is written, just before the commit",
    "settled": "the outcome is committed, nobody knows it yet",
    "recovering": "recovery has judged what was left, just before its commit",
    "recovered": "recovery is committed, nothing is claimed yet",
}
"""Where the promise could break; all but "accepted", which the stand-in sees to, are passed in the life itself."""

_AT_THE_COMMIT = {
    "claim": ("composed", "claimed"),
    "settle": ("settling", "settled"),
    "recover": ("recovering", "recovered"),
}

MARK = "X-Mark"
"""The header by which the ledger knows whose post arrives: a notice's id and the number of the part."""

_mark: ContextVar[str] = ContextVar("mark", default="")


class Points:
    """Ends this life, by SIGKILL, at the `nth` passing of one point; with an empty name at none."""

    def __init__(self, name: str, nth: int) -> None:
        self._name = name
        self._left = nth

    def passed(self, name: str) -> None:
        """The life is here."""
        if name == self._name:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class WatchedOutbox:
    """The store's outbox, and what each transaction did with it."""

    def __init__(self, outbox: Any, points: Points) -> None:
        self._outbox = outbox
        self._points = points
        self.did: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._outbox, name)

    async def claim(self, work: UnitOfWork, **asked: Any) -> Claimed:
        """As the store's."""
        claimed: Claimed = await self._outbox.claim(work, **asked)
        if claimed.due:
            self.did[id(work)] = "claim"
            self._points.passed("claiming")
        return claimed

    async def settle(self, work: UnitOfWork, settlements: Sequence[Settlement]) -> None:
        """As the store's."""
        await self._outbox.settle(work, settlements)
        if settlements:
            before = self.did.get(id(work))
            self.did[id(work)] = {"claim": "claim", "look": "recover"}.get(before or "", "settle")

    async def in_flight(self, work: UnitOfWork) -> list[Notice]:
        """As the store's."""
        self.did[id(work)] = "look"
        found: list[Notice] = await self._outbox.in_flight(work)
        return found


def watch_store(store: SqlStore, points: Points) -> SqlStore:
    """The same store, which passes the points around its claims, settlements and commits."""
    outbox = WatchedOutbox(store.outbox, points)
    begin = store.begin

    @asynccontextmanager
    async def watched() -> AsyncIterator[UnitOfWork]:
        did = ""
        async with begin() as work:
            yield work
            did = outbox.did.pop(id(work), "")
            if did in _AT_THE_COMMIT:
                points.passed(_AT_THE_COMMIT[did][0])
        if did in _AT_THE_COMMIT:
            points.passed(_AT_THE_COMMIT[did][1])

    store.outbox = outbox  # type: ignore[assignment]
    store.begin = watched  # type: ignore[method-assign]
    return store


def watch_adapter(adapter: Adapter, points: Points) -> Adapter:
    """The same adapter, which passes the points around its posts and marks what it sends on the wire."""
    post = adapter.post

    async def watched(to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        points.passed("posting")
        _mark.set(mark)
        try:
            outcome = await post(to, part, mark=mark, again=again)
        finally:
            _mark.set("")
        if isinstance(outcome, Sent):
            points.passed("answered")
        return outcome

    adapter.post = watched  # type: ignore[method-assign]
    return adapter


def mark_the_wire() -> None:
    """Every request of this process says whose post it carries."""
    plain = aiohttp.ClientSession._request

    async def marked(self: aiohttp.ClientSession, method: str, url: Any, **more: Any) -> aiohttp.ClientResponse:
        if mark := _mark.get():
            more["headers"] = {**(more.get("headers") or {}), MARK: mark}
        return await plain(self, method, url, **more)

    aiohttp.ClientSession._request = marked  # type: ignore[method-assign]
