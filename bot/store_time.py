"""Whose time a store keeps, the machine's or a rehearsal's: hurried time must never reach a real group."""

from datetime import UTC, datetime
from typing import Literal

from bot.core.ports import Clock, Store
from scheduler.clock import RealClock, held_clock

FIRST_DAY = datetime(2026, 9, 1, 6, tzinfo=UTC)
"""When a rehearsal begins: always on this morning, so that two of them can be compared."""

Time = Literal["held", "real"]
MARK = "rehearsal"


class TimeProblem(Exception):
    """A store that keeps the other time; its one line says what to do."""

    for_operator = True


async def keep_time(store: Store, time: Time) -> None:
    """Make the store keep this time for good; TimeProblem where it keeps the other one already."""
    kept = await store.mark(MARK)
    if kept is None and time == "held":
        async with store.begin() as work:
            kept = "real" if await work.groups.find() else None
    if kept is None:
        await store.set_mark(MARK, time)
    elif kept != time:
        raise TimeProblem(
            "This database has real groups in it: rehearse on another, named by PIIRI_DATABASE_URL"
            if time == "held"
            else "This database is a rehearsal's: name another for real groups by PIIRI_DATABASE_URL"
        )


async def clock_of(store: Store) -> Clock:
    """The clock that the store's groups live by."""
    return await held_clock(store, FIRST_DAY) if await store.mark(MARK) == "held" else RealClock()
