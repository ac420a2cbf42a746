"""A database in which very many notices wait, made in no time."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.crowd import a_full_group
from bot.adapters.memory.adapter import MemoryAdapter
from bot.app import opened
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock

DUE = datetime(2026, 9, 1, 6, tzinfo=UTC)
FAR = datetime(2030, 1, 1, tzinfo=UTC)
AT_ONCE = 50_000


async def made(path: Path, waiting: int, due: int = 0) -> Path:
    """A store at this path with its key beside it: one group, so many of its notices far ahead, so many due."""
    key = path.with_suffix(".key")
    url = f"sqlite:///{path}"
    async with opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
        group = await a_full_group(piiri, 5)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM notices")
        columns = [row[1] for row in connection.execute("PRAGMA table_info(notices)")]
        marks = ", ".join("?" for _ in columns)
        connection.executemany(
            f"INSERT INTO notices VALUES ({marks})",
            ([row.get(column) for column in columns] for row in _rows(group.id, waiting, due)),
        )
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return key


def _rows(group: str, waiting: int, due: int) -> Iterator[dict[str, object]]:
    for number in range(waiting + due):
        when = DUE if number < due else FAR + timedelta(minutes=number)
        yield {
            "id": f"n{number:015}",
            "key": f"k{number}",
            "kind": "pretask",
            "group_id": group,
            "due": f"{when:%Y-%m-%d %H:%M:%S}.000000",
            "expires": "2040-01-01 00:00:00.000000",
            "rank": 7,
            "ref": "",
            "state": "waiting",
            "attempts": 0,
            "parts": 0,
            "posts": "[]",
            "why": "",
        }
