"""From due to sent on a quiet machine: real time, the real waking, a real store."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bench.place import a_group, place
from bench.table import Line
from bot.core.model import State
from scheduler.clock import RealClock

NOTICES = 100
EVERY = timedelta(milliseconds=150)


def measure() -> Iterator[Line]:
    """Each notice alone, one after the other."""
    waits = sorted(asyncio.run(_measure()))
    at = {50: waits[len(waits) // 2], 99: waits[int(len(waits) * 0.99) - 1]}
    yield Line(f"due to sent at idle, {NOTICES} notices: median; p99", f"{at[50] * 1000:.0f}; {at[99] * 1000:.0f} ms")


async def _measure() -> list[float]:
    async with place(RealClock(), wakes=True) as (piiri, adapter):
        group = await a_group(piiri, 0)
        async with piiri.store.begin() as work:
            like = next(n for n in await work.notices.find(group_id=group.id) if n.kind == "plan")
            first = datetime.now(UTC) + timedelta(seconds=2)
            for number in range(NOTICES):
                due = first + EVERY * number
                await work.notices.add(
                    replace(like, id=f"bench{number}", key=f"bench{number}", due=due, state=State.WAITING)
                )
        piiri.dispatcher.ring()
        seen, waits = 0, []
        while len(waits) < NOTICES:
            await asyncio.sleep(0.002)
            now = time.time()
            for arrived in adapter.arrived[seen:]:
                if arrived.mark.startswith("bench"):
                    number = int(arrived.mark.removeprefix("bench").partition(":")[0])
                    waits.append(now - (first + EVERY * number).timestamp())
            seen = len(adapter.arrived)
        return waits
