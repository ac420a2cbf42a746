"""A database that fails: nobody waits for ever, nothing is made in its place, and it is found again."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bot.core.ports import Undecided
from bot.store import transactions
from bot.store.store import SqlStore, open_store
from tests.postgres import Server

CUT_OFF = (
    "CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS "
    "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'",
    "CREATE CONSTRAINT TRIGGER cut_off AFTER INSERT ON marks DEFERRABLE INITIALLY DEFERRED "
    "FOR EACH ROW EXECUTE FUNCTION cut_off()",
)
"""Whoever commits a mark loses the connection in that moment."""


@pytest.fixture
async def kept(tmp_path: Path) -> SqlStore:
    """A store in a file, which is read and written by more than one connection."""
    store = await open_store(f"sqlite:///{tmp_path / 'piiri.db'}", tmp_path / "piiri.key")
    async with store.begin():
        assert await store.mark("nothing") is None
    await store.set_mark("was", "there")
    return store


async def test_a_file_that_was_moved_away_is_not_written_on_into_nor_replaced(kept: SqlStore, tmp_path: Path) -> None:
    away = tmp_path / "away.db"
    (tmp_path / "piiri.db").rename(away)
    for _ in range(2):
        with pytest.raises(OperationalError):
            await kept.set_mark("lost", "1")
        with pytest.raises(OperationalError):
            await kept.mark("was")
    assert not (tmp_path / "piiri.db").exists(), "an empty one would be worse than none"
    away.rename(tmp_path / "piiri.db")
    assert await kept.mark("was") == "there"
    assert await kept.mark("lost") is None
    await kept.set_mark("after", "1")
    await kept.close()
    with closing(sqlite3.connect(tmp_path / "piiri.db")) as looked:
        assert looked.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert looked.execute("SELECT count(*) FROM marks WHERE name IN ('was', 'after')").fetchone() == (2,)


async def test_what_was_put_in_its_place_is_what_is_read(kept: SqlStore, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(tmp_path / "piiri.db")) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("UPDATE marks SET value = 'in the copy' WHERE name = 'was'")
        target.commit()
    for end in ("-wal", "-shm"):
        (tmp_path / f"piiri.db{end}").unlink()
    copy.rename(tmp_path / "piiri.db")
    assert await kept.mark("was") == "in the copy"
    await kept.close()


async def test_whoever_waits_too_long_for_their_turn_is_told(kept: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactions, "PATIENCE", 0.05)
    async with kept.begin():
        waiting = [asyncio.create_task(kept.set_mark("late", "1")) for _ in range(3)]
        done, _ = await asyncio.wait(waiting, timeout=5)
    assert len(done) == 3, "together, and not one after the other"
    assert all(isinstance(task.exception(), TimeoutError) for task in done)
    await kept.set_mark("late", "2")
    assert await kept.mark("late") == "2"
    await kept.close()


async def test_what_failed_and_since_when_is_remembered_until_something_is_committed(
    kept: SqlStore, tmp_path: Path
) -> None:
    assert kept.pulse.failing_for() == 0
    (tmp_path / "piiri.db").rename(tmp_path / "away.db")
    for _ in range(2):
        with pytest.raises(OperationalError):
            await kept.set_mark("lost", "1")
    with pytest.raises(OperationalError):
        await kept.mark("was")
    assert kept.pulse.errors == {"OperationalError": 3}
    since = kept.pulse.failing_since
    assert since is not None
    (tmp_path / "away.db").rename(tmp_path / "piiri.db")
    assert await kept.mark("was") == "there"
    assert kept.pulse.failing_since == since, "reading tells nothing of writing"
    await kept.set_mark("after", "1")
    assert kept.pulse.failing_since is None
    await kept.close()


async def test_a_commit_that_is_cut_off_may_have_been_one(postgres: Server, tmp_path: Path) -> None:
    store = await open_store(postgres.make("cut-off"), tmp_path / "piiri.key")
    async with store.begin() as work:
        for statement in CUT_OFF:
            await work.connection.exec_driver_sql(statement)
    with pytest.raises(Undecided):
        await store.set_mark("cut", "off")
    assert store.pulse.failing_since is not None
    assert await store.mark("cut") is None, "and all goes on"
    await store.close()
