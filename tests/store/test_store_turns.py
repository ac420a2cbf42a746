"""Transactions on SQLite that run on the loop: nobody is kept from their turn, and nobody's waiting is in anybody's way."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest

from bot.store.store import SqlStore, open_store

LONG = 0.25
"""Seconds that somebody else writes."""

SOON = 0.1
"""Seconds that the loop may stand still, on a machine that does much else."""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    store = await open_store(f"sqlite:///{tmp_path / 'piiri.db'}", tmp_path / "piiri.key")
    yield store
    await store.close()


@pytest.fixture
def another(store: SqlStore, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another program on the same file."""
    with closing(sqlite3.connect(tmp_path / "piiri.db", isolation_level=None)) as connection:
        yield connection


@asynccontextmanager
async def never_still() -> AsyncIterator[None]:
    """The loop comes round again and again meanwhile, and soon."""
    worst = 0.0

    async def look() -> None:
        nonlocal worst
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.001)
            worst = max(worst, time.monotonic() - before)

    looking = asyncio.create_task(look())
    await asyncio.sleep(0)
    yield
    await asyncio.sleep(0)
    looking.cancel()
    assert worst < SOON


async def test_while_another_program_writes_ours_waits_and_the_loop_goes_on(
    store: SqlStore, another: sqlite3.Connection
) -> None:
    another.execute("BEGIN IMMEDIATE")
    async with never_still():
        waiting = asyncio.create_task(store.set_mark("after", "1"))
        await asyncio.sleep(LONG)
        assert not waiting.done()
        another.execute("COMMIT")
        await waiting
    assert await store.mark("after") == "1"


async def test_who_gives_up_waiting_leaves_nothing_begun_behind(store: SqlStore, another: sqlite3.Connection) -> None:
    another.execute("BEGIN IMMEDIATE")
    async with never_still():
        waiting = asyncio.create_task(store.set_mark("never", "1"))
        await asyncio.sleep(LONG)
        waiting.cancel()
        await asyncio.sleep(LONG)
        another.execute("COMMIT")
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await store.set_mark("after", "1")
    another.execute("BEGIN IMMEDIATE")  # nobody of ours is in a transaction
    another.execute("ROLLBACK")
    assert (await store.mark("never"), await store.mark("after")) == (None, "1")


async def test_a_long_transaction_gives_others_their_turn(store: SqlStore) -> None:
    async with never_still(), store.begin() as work:
        ends = time.monotonic() + 2 * SOON
        number = 0
        while time.monotonic() < ends:
            number += 1
            await work.groups.find(name=f"{number}")
    assert number > 10


async def test_what_was_only_read_waits_for_no_disk_and_what_was_written_does(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.store.sqlite_driver import _Connection

    trips: list[str] = []
    going = _Connection._trip

    async def noted(self: _Connection, errand: object) -> None:
        trips.append(getattr(errand, "__name__", "?"))
        await going(self, errand)  # type: ignore[arg-type]

    monkeypatch.setattr(_Connection, "_trip", noted)
    async with store.begin() as work:
        await work.groups.find()
    assert trips == []
    await store.set_mark("written", "1")
    assert trips == ["commit"]
