"""The rehearsal's control: moves group time on, stopping wherever something is due. For loopback only."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.core.ports import Outbox, Store
from scheduler.clock import MARK, HeldClock, machine_now
from scheduler.dispatcher import Dispatcher
from scheduler.housekeeping import next_night

MOST_BYTES = 4096
FARTHEST = timedelta(days=3 * 366)
ASK = 'Send {"to": "2026-09-15T14:00:00Z"} or {"next": true}.'


class Unfit(Exception):
    """A request that cannot be followed; its one sentence says what to do."""


class Control:
    """Moves a held clock. A move is not downtime: every due instant and every night on the way is stopped at."""

    def __init__(
        self,
        clock: HeldClock,
        store: Store,
        outbox: Outbox,
        dispatcher: Dispatcher,
        *,
        nightly: Callable[[], Awaitable[None]] | None = None,
        seconds: float = 60.0,
        now: Callable[[], datetime] = machine_now,
    ) -> None:
        self._clock = clock
        self._store = store
        self._outbox = outbox
        self._dispatcher = dispatcher
        self._nightly = nightly
        self._seconds = seconds
        self._now = now
        self._lock = asyncio.Lock()

    async def where(self) -> dict[str, object]:
        """Group time, and what is due next."""
        async with self._lock:
            return await self._where()

    async def move(self, order: object) -> dict[str, object]:
        """Follow an order from outside; Unfit where it cannot be followed. Unsettled, it stays where it got to."""
        async with self._lock:
            to = await self._target(order)
            settled = await self._move_to(to)
            return {**await self._where(), "settled": settled}

    async def _where(self) -> dict[str, object]:
        first = await self._outbox.next_due()
        following = None if first is None else {"due": iso(first.due), "kind": first.kind, "group": first.group_id}
        return {"now": iso(self._clock.now()), "next": following}

    async def _target(self, order: object) -> datetime:
        now = self._clock.now()
        match order:
            case {"to": str(typed), **rest} if not rest:
                to = _instant(typed)
                if to < now:
                    raise Unfit(f"Group time does not go back: name a time from {iso(now)} on.")
            case {"next": True, **rest} if not rest:
                first = await self._outbox.next_due()
                to = now if first is None else max(first.due, now)
            case _:
                raise Unfit(ASK)
        if to > now + FARTHEST:
            raise Unfit("That is more than three years ahead: go in shorter steps.")
        return to

    async def _move_to(self, to: datetime) -> bool:
        deadline = time.monotonic() + self._seconds
        while await self._settle(deadline):
            if self._clock.now() >= to:
                return True
            first = await self._outbox.next_due()
            then = to if first is None else max(self._clock.now(), min(first.due, to))
            night = next_night(self._clock.now())
            self._clock.move(min(then, night))
            if night <= then and self._nightly:
                await self._nightly()
        return False

    async def _settle(self, deadline: float) -> bool:
        self._dispatcher.ring()
        settled = await self._dispatcher.settled(max(0.0, deadline - time.monotonic()))
        await self._store.set_mark(MARK, self._clock.now().isoformat())
        return settled


def routes(control: Control) -> list[Route]:
    """The control's two doors, at /rehearsal/clock."""

    async def where(_: Request) -> Response:
        return JSONResponse(await control.where())

    async def move(request: Request) -> Response:
        try:
            return JSONResponse(await control.move(await _order(request)))
        except Unfit as unfit:
            return JSONResponse({"error": str(unfit)}, status_code=400)

    path = "/rehearsal/clock"
    return [Route(path, where, methods=["GET"]), Route(path, move, methods=["POST"])]


def iso(instant: datetime) -> str:
    """An aware instant as ISO in UTC with a Z."""
    return instant.astimezone(UTC).isoformat().replace("+00:00", "Z")


async def _order(request: Request) -> object:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise Unfit(f"That is over 4 KiB: {ASK[0].lower()}{ASK[1:]}")
    try:
        return json.loads(bytes(body))
    except (ValueError, RecursionError):
        raise Unfit(f"That is not JSON: {ASK[0].lower()}{ASK[1:]}") from None


def _instant(typed: str) -> datetime:
    try:
        to = datetime.fromisoformat(typed)
        if to.tzinfo is None:
            raise Unfit("Name the time with its offset, such as 2026-09-15T14:00:00Z.")
        return to.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unfit("That is no ISO time: write it as 2026-09-15T14:00:00Z.") from None
