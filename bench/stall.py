"""For how long the event loop is away at worst: a task that asks for its turn every few milliseconds."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

EVERY = 0.002


@dataclass
class Stall:
    """Seconds by which a turn came too late, at worst."""

    worst: float = 0.0


@asynccontextmanager
async def worst_stall() -> AsyncIterator[Stall]:
    """Of the running loop, while the block is worked through."""
    stall = Stall()

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(EVERY)
            stall.worst = max(stall.worst, time.perf_counter() - before - EVERY)

    ticking = asyncio.create_task(tick())
    try:
        yield stall
    finally:
        ticking.cancel()
