"""Two hundred presses a second, each by somebody else, a turn and its commit each: from the press to its answer."""

import asyncio
from collections.abc import Iterator

from bench.cpu import spent
from bench.stall import worst_stall
from bench.table import Line
from bench.telegram import BAREST, due, telegram_crowd
from tests.fakes.stand_in import stand_in

GROUPS = 2_000
PER_SECOND = 200
PATIENCE = 120
"""Seconds for the last answers to come."""


def measure() -> Iterator[Line]:
    """Everybody says once in passing that they come, through the real adapter, on SQLite."""
    yield from asyncio.run(_measure())


async def _measure() -> list[Line]:
    async with (
        stand_in("telegram") as ask,
        telegram_crowd(ask, GROUPS, BAREST) as side,
    ):
        await due(side.piiri, "plan")
        await ask("reset")
        presses = [
            {"person": int(one.handle), "chat": int(one.channel), "data": f"coming:{one.meeting}:"}
            for one in side.people
        ]
        begun = spent()
        async with worst_stall() as stall:
            for start in range(0, GROUPS, 50):  # in fifties, for the stand-in waits in between by itself
                await ask("presses", presses=presses[start : start + 50], every=1 / PER_SECOND)
            for _ in range(PATIENCE * 10):
                stats = await ask("stats")
                if stats["answered"] == GROUPS:
                    break
                await asyncio.sleep(0.1)
        used = spent() - begun
    waits = stats["latency_ms"]
    what = f"press to answer at {PER_SECOND} presses a second, SQLite, {GROUPS:,} presses:"
    return [
        Line(f"{what} p99", ours=f"{waits['p99']:.0f} ms"),
        Line("  median; processor time each", ours=f"{waits['p50']:.0f} ms; {used * 1000 / GROUPS:.2f} ms"),
        Line("  answered within the 30 s in which Telegram takes an answer", f"{stats['answered']:,}"),
        Line("  worst stall of the event loop meanwhile", ours=f"{stall.worst * 1000:.0f} ms"),
    ]
