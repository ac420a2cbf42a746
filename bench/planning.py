"""How fast notices get into the outbox, beside jobs into APScheduler's store; what planning again in vain changes."""

import asyncio
import time
from collections.abc import Iterator
from statistics import median

from bench.place import a_group, place
from bench.table import Line, judged
from bench.worker import worker
from bot.core.replan import replan

GROUPS = 100
"""Founded in each round, a season each, one transaction a group."""

ROUNDS = 5


def measure() -> Iterator[Line]:
    """Rows a second by the wall, each commit on the disk, round by round in turn."""
    yield from asyncio.run(_measure())


async def _measure() -> list[Line]:
    ours: list[float] = []
    theirs: list[float] = []
    again: list[float] = []
    async with (
        place() as (piiri, _),
        worker("bench.theirs_telegram", "1:bench", "http://127.0.0.1:1", "", "offline") as jobs,
    ):
        planned = 0
        for number in range(ROUNDS):
            begun = time.perf_counter()
            groups = [await a_group(piiri, number * GROUPS + each) for each in range(GROUPS)]
            taken = time.perf_counter() - begun
            async with piiri.store.begin() as work:
                before, planned = planned, len(await work.notices.find())
            ours.append((planned - before) / taken)
            theirs.append((planned - before) / await jobs("plan", count=planned - before))
            begun = time.perf_counter()
            for group in groups:
                async with piiri.store.begin() as work:
                    await replan(work, piiri.house, group)
            again.append((time.perf_counter() - begun) / GROUPS)
        async with piiri.store.begin() as work:
            inserted = len(await work.notices.find()) - planned
    faster = median(a / b for a, b in zip(ours, theirs, strict=True))
    return [
        Line(
            f"planning, {ROUNDS} rounds: notices a second (founding included) / add_job",
            f"{median(ours):,.0f}/s",
            f"{median(theirs):,.0f}/s",
            f"{faster:.2f} ×",
        ),
        judged(
            f"  the same {ROUNDS * GROUPS} seasons planned again: rows inserted",
            inserted,
            0,
            ours=f"{median(again) * 1000:.1f} ms a season",
        ),
    ]
