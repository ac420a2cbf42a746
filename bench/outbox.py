"""What "what is due" costs with a thousand notices waiting, and with a million."""

import asyncio
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.model import State
from bot.core.ports import Settlement
from bot.store.store import open_store

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
FEW, MANY = 1_000, 1_000_000
BATCH = 64
ROUNDS = 15


def measure() -> Iterator[tuple[str, str]]:
    """Both stores in turn, round by round; medians and the median of the paired ratios."""
    few, many = asyncio.run(_measure())
    yield f"claim {BATCH} and settle, {FEW:,} waiting (ms)", f"{statistics.median(few) * 1000:.1f}"
    yield f"claim {BATCH} and settle, {MANY:,} waiting (ms)", f"{statistics.median(many) * 1000:.1f}"
    ratio = statistics.median(b / a for a, b in zip(few, many, strict=True))
    yield "ratio, paired median", f"{ratio:.2f}"


async def _measure() -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        stores = []
        for name, waiting in (("few", FEW), ("many", MANY)):
            path = Path(folder) / f"{name}.db"
            store = await open_store(f"sqlite:///{path}", Path(folder) / f"{name}.key")
            await store.close()
            _fill(path, waiting)
            stores.append(await open_store(f"sqlite:///{path}", Path(folder) / f"{name}.key"))
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(ROUNDS):
            for store, taken in zip(stores, times, strict=True):
                begun = time.perf_counter()
                async with store.begin() as work:
                    claimed = await store.outbox.claim(work, now=NOW, machine_now=NOW, most=BATCH)
                async with store.begin() as work:
                    done = [Settlement(n.id, State.SENT) for n in claimed.due]
                    await store.outbox.settle(work, done)
                taken.append(time.perf_counter() - begun)
                assert len(claimed.due) == BATCH
        for store in stores:
            await store.close()
        return times


def _fill(path: Path, waiting: int) -> None:
    """Rows straight into the table: so many waiting, of which two batches a round are due."""
    due = BATCH * (ROUNDS + 2)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        columns = [row[1] for row in connection.execute("PRAGMA table_info(notices)")]
        known = {
            "group_id": "g",
            "kind": "pretask",
            "rank": 7,
            "ref": "",
            "state": "waiting",
            "attempts": 0,
            "parts": 0,
            "posts": "[]",
            "why": "",
            "expires": "2030-01-01 00:00:00.000000",
        }
        marks = ", ".join("?" for _ in columns)

        def row(number: int) -> list[object]:
            when = NOW - timedelta(hours=1) if number < due else NOW + timedelta(minutes=number)
            own = {"id": f"n{number:015}", "key": f"k{number}", "due": f"{when:%Y-%m-%d %H:%M:%S}.000000"}
            return [{**known, **own}.get(column) for column in columns]

        connection.executemany(f"INSERT INTO notices VALUES ({marks})", (row(n) for n in range(waiting + due)))
