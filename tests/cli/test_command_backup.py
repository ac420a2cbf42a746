"""piiri backup while Piiri runs, and piiri restore when it does not."""

import asyncio
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.commands.backup import age
from bot.store import backup_sqlite
from bot.store.backup import backup
from bot.store.problem import StoreProblem
from bot.store.schema import NEWEST
from bot.store.store import SqlStore, open_store
from tests.cli.command import Place
from tests.postgres import binaries, server

NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)


def founded(place: Place, name: str) -> str:
    done = place.here("group", "create", "--channel", name, "--name", name, "--first", "2027-09-14 17:00",
                      "--convener", "1", "--convener-name", "Kaarina")  # fmt: skip
    assert done.code == 0, done.err
    return done.out.split()[0]


def names(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM groups ORDER BY name")]


async def opened(place: Place) -> SqlStore:
    return await open_store(f"sqlite:///{place.folder}/piiri.db", place.folder / "piiri.key")


def test_a_copy_is_made_while_piiri_runs_and_says_what_else_to_keep(place: Place) -> None:
    founded(place, "Torstain piiri")
    with place.running():
        done = place.piiri("backup", "kopio.db")
    assert done.code == 0, done.err
    first, *rest = done.out.splitlines()
    assert first.startswith("Copied and checked: kopio.db (")
    assert f"tables {NEWEST}" in first
    assert all(name in "\n".join(rest) for name in ("piiri.key ", "piiri.key.ring", "piiri.key.erased"))
    copy = place.folder / "kopio.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert names(copy) == ["Torstain piiri"]
    assert [path.name for path in place.folder.iterdir() if ".part" in path.name] == []
    key = (place.folder / "piiri.key").read_bytes().strip()
    assert key not in copy.read_bytes()


def test_no_file_is_ever_replaced(place: Place) -> None:
    founded(place, "Torstain piiri")
    (place.folder / "kopio.db").write_text("something dear")
    place.here("backup", "kopio.db").refused("kopio.db already")
    assert (place.folder / "kopio.db").read_text() == "something dear"
    place.here("backup", "piiri.db").refused("piiri.db already")


def test_what_stands_in_the_way_is_one_line(place: Place) -> None:
    place.here("backup", "kopio.db").refused("no database")
    assert not (place.folder / "piiri.db").exists()
    founded(place, "Torstain piiri")
    place.here("backup", "nowhere/kopio.db").refused("No file can be made", "nowhere")
    (place.folder / "piiri.db").write_bytes(b"no database at all, and long enough to be looked at" * 100)
    place.here("backup", "kopio.db").refused("damaged")
    assert not (place.folder / "kopio.db").exists()


def test_a_database_of_something_else_is_not_taken_for_ours(place: Place) -> None:
    with closing(sqlite3.connect(place.folder / "piiri.db")) as connection:
        connection.execute("CREATE TABLE songs (name)")
    place.here("backup", "kopio.db").refused("no database of Piiri's")
    assert [path.name for path in place.folder.iterdir()] == ["piiri.db"]


def test_what_is_erased_is_not_in_the_pages_of_a_copy(place: Place) -> None:
    gone = founded(place, "Poistuva piiri")
    with closing(sqlite3.connect(place.folder / "piiri.db")) as connection:
        connection.executescript("PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM groups WHERE id = ?", (gone,))
        connection.commit()
    assert b"Poistuva piiri" in (place.folder / "piiri.db").read_bytes(), "or there is nothing to come along"
    assert place.here("backup", "kopio.db").code == 0
    assert b"Poistuva piiri" not in (place.folder / "kopio.db").read_bytes()


def test_a_full_disk_leaves_nothing_behind(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    founded(place, "Torstain piiri")

    def full(*_: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    monkeypatch.setattr(backup_sqlite, "_write_mark", full)
    place.here("backup", "kopio.db").refused("not enough room")
    assert [path.name for path in place.folder.iterdir() if "kopio" in path.name] == []


def test_a_copy_comes_back_when_no_piiri_runs(place: Place) -> None:
    founded(place, "Torstain piiri")
    assert place.here("backup", "kopio.db").code == 0
    founded(place, "Perjantain piiri")
    with place.running():
        place.piiri("restore", "kopio.db").refused("in use", "stop")
    assert names(place.folder / "piiri.db") == ["Perjantain piiri", "Torstain piiri"]
    done = place.piiri("restore", "kopio.db")
    assert done.code == 0, done.err
    assert names(place.folder / "piiri.db") == ["Torstain piiri"]
    (kept,) = place.folder.glob("piiri.db.before-*")
    assert str(kept) in done.out
    assert names(kept) == ["Perjantain piiri", "Torstain piiri"]
    with place.running():
        assert place.piiri("group", "list").out.splitlines()[0].endswith("Torstain piiri")


def test_whoever_has_the_database_open_without_running_is_respected_too(place: Place) -> None:
    founded(place, "Torstain piiri")
    assert place.here("backup", "kopio.db").code == 0
    with closing(sqlite3.connect(place.folder / "piiri.db")) as connection:
        connection.execute("SELECT name FROM groups").fetchall()
        place.here("restore", "kopio.db").refused("in use")
    assert not list(place.folder.glob("piiri.db.before-*"))


async def test_what_was_erased_since_is_erased_from_the_copy(place: Place) -> None:
    await asyncio.to_thread(founded, place, "Torstain piiri")
    await asyncio.to_thread(place.here, "backup", "kopio.db")
    store = await opened(place)
    async with store.begin() as work:
        (group,) = await work.groups.find()
        await work.keys.destroy(group.key_id)
        await work.groups.drop(id=group.id)
    await store.close()
    done = await asyncio.to_thread(place.here, "restore", "kopio.db")
    assert done.code == 0, done.err
    assert names(place.folder / "piiri.db") == []
    everything = (place.folder / "piiri.db").read_bytes()
    assert b"Torstain piiri" not in everything


def test_a_damaged_database_is_put_aside_for_a_copy(place: Place) -> None:
    founded(place, "Torstain piiri")
    assert place.here("backup", "kopio.db").code == 0
    (place.folder / "piiri.db").write_bytes(b"what a failing disk may leave of a database" * 200)
    done = place.here("restore", "kopio.db")
    assert done.code == 0, done.err
    assert names(place.folder / "piiri.db") == ["Torstain piiri"]
    assert len(list(place.folder.glob("piiri.db.before-*"))) == 1


def test_a_lost_database_comes_back_where_none_is(place: Place) -> None:
    founded(place, "Torstain piiri")
    assert place.here("backup", "kopio.db").code == 0
    for path in place.folder.glob("piiri.db*"):
        path.unlink()
    assert place.here("restore", "kopio.db").code == 0
    assert names(place.folder / "piiri.db") == ["Torstain piiri"]


def test_what_is_no_copy_or_has_another_key_is_refused_before_anything_is_changed(place: Place) -> None:
    founded(place, "Torstain piiri")
    before = names(place.folder / "piiri.db")
    assert place.here("backup", "kopio.db").code == 0
    place.here("restore", "nowhere.db").refused("no file")
    (place.folder / "words.db").write_text("words")
    place.here("restore", "words.db").refused("damaged")
    whole = (place.folder / "kopio.db").read_bytes()
    (place.folder / "half.db").write_bytes(whole[: len(whole) // 2])
    place.here("restore", "half.db").refused("half.db", "damaged")
    with closing(sqlite3.connect(place.folder / "newer.db")) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
        connection.commit()
    place.here("restore", "newer.db").refused("newer Piiri")
    shutil.copy(place.folder / "kopio.db", place.folder / "used.db")
    (place.folder / "used.db-wal").write_bytes(b"what was not yet in the file")
    place.here("restore", "used.db").refused("in use", "piiri backup")
    key = place.folder / "piiri.key"
    ours = key.read_bytes()
    key.write_bytes(b"A" * 43 + b"=\n")
    place.here("restore", "kopio.db").refused("not the one", "kopio.db")
    key.write_bytes(ours)
    assert names(place.folder / "piiri.db") == before
    assert [path.name for path in place.folder.iterdir() if "before" in path.name or ".part" in path.name] == []


def test_doctor_says_how_old_the_last_copy_is(place: Place) -> None:
    founded(place, "Torstain piiri")
    assert "note  No backup has been made yet." in place.here("doctor").out
    assert place.here("backup", "kopio.db").code == 0
    assert "ok    The last backup was made at " in place.here("doctor").out


@pytest.mark.parametrize(("hours", "ok", "says"), [(0, True, "12:00 UTC."), (48, True, ""), (49, None, "2 days ago")])
def test_a_copy_is_old_after_two_days(hours: int, ok: bool | None, says: str) -> None:
    found = age((NOW - timedelta(hours=hours)).isoformat(), NOW)
    assert found.ok is ok
    assert says in found.what
    assert age("what is no instant", NOW).what == "No backup has been made yet."


@pytest.mark.skipif(binaries() is None, reason="no PostgreSQL here")
async def test_postgresql_is_copied_by_its_own_tools(tmp_path: Path) -> None:
    with server() as running:
        url = running.make("piiri")
        store = await open_store(url, tmp_path / "piiri.key")
        made = await asyncio.to_thread(backup, url.replace("piiri@", "piiri:sala@"), tmp_path / "kopio.dump")
        assert (made.revision, made.noted) == (NEWEST, True)
        assert made.size == (tmp_path / "kopio.dump").stat().st_size
        assert stat.S_IMODE((tmp_path / "kopio.dump").stat().st_mode) == 0o600
        assert await store.mark("store:backup") == made.made.isoformat()
        await store.close()
        with pytest.raises(StoreProblem, match="could not be copied"):
            await asyncio.to_thread(backup, running.url("nowhere"), tmp_path / "second.dump")
        assert sorted(os.listdir(tmp_path)) == ["kopio.dump", "piiri.key"]
