"""How long it takes to found a thousand groups, each with a season planned, and to plan them again in vain."""

import asyncio
import time
from collections.abc import Iterator

from bench.place import a_group, place
from bot.core.replan import replan

GROUPS = 1000


def measure() -> Iterator[tuple[str, str]]:
    """One transaction a group."""
    founding, again, planned = asyncio.run(_measure())
    yield f"founding and planning a season for {GROUPS} groups (s)", f"{founding:.1f}  ({planned} notices)"
    yield f"planning the same {GROUPS} seasons again (s)", f"{again:.1f}"


async def _measure() -> tuple[float, float, int]:
    async with place() as (piiri, _):
        begun = time.perf_counter()
        groups = [await a_group(piiri, number) for number in range(GROUPS)]
        founding = time.perf_counter() - begun
        async with piiri.store.begin() as work:
            planned = len(await work.notices.find())
        begun = time.perf_counter()
        for group in groups:
            async with piiri.store.begin() as work:
                await replan(work, piiri.house, group)
        again = time.perf_counter() - begun
        async with piiri.store.begin() as work:
            assert len(await work.notices.find()) == planned
        return founding, again, planned
