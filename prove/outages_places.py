"""Databases that can be made to fail as they do in life, and looked into meanwhile by a connection of their own."""

import ctypes
import os
import pwd
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from unittest.mock import patch

import aiosqlite
import psycopg
from sqlalchemy import event

from tests.postgres import server

KINDS = ("disk full", "gone", "read-only", "locked")
ROOM = 48 * 1024 * 1024
SENDING = "SELECT state FROM notices WHERE id = ?"

LOCKER = """
import sqlite3, sys
for line in sys.stdin:
    if line.strip() == "lock":
        held = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
        held.execute("BEGIN EXCLUSIVE")
    else:
        held.close()
    print("done", flush=True)
"""


class Place(Protocol):
    """A database in a place of its own."""

    name: str
    kinds: tuple[str, ...]
    url: str
    key: Path
    how: dict[str, str]
    """By kind of outage, what is really done."""

    def opened(self, engine: Any) -> None:
        """Piiri has opened it; what fails must be what it holds."""

    def breaks(self, kind: str) -> None:
        """From now on it fails in this way."""

    def mends(self, kind: str) -> None:
        """And from now on it does no longer."""

    def state(self, notice_id: str) -> str | None:
        """What is committed of a notice at this instant; None where nobody can be asked."""

    def close(self) -> None:
        """Everything is gone."""


class Sqlite:
    """A file on a small file system of its own where we may make one, else in memory with the failures injected."""

    name = "SQLite"
    kinds = KINDS

    def __init__(self) -> None:
        memory = Path("/dev/shm")
        self._folder = Path(tempfile.mkdtemp(prefix="piiri-outages-", dir=memory if memory.is_dir() else None))
        self._mounted = _mounted(self._folder)
        self._away = self._folder / "away"
        self._away.mkdir()
        self._path = self._folder / "data" / "piiri.db"
        self._path.parent.mkdir()
        self.url, self.key = f"sqlite:///{self._path}", self._path.with_suffix(".key")
        self.how = {
            "disk full": "a file system without a free byte"
            if self._mounted
            else "every commit refused as SQLITE_FULL",
            "gone": "the file and its log moved away",
            "read-only": "PRAGMA query_only on every connection",
            "locked": "BEGIN EXCLUSIVE in another process",
        }
        self._read_only = False
        self._locker = subprocess.Popen(
            [sys.executable, "-c", LOCKER, str(self._path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._full: Any = None

    def opened(self, engine: Any) -> None:
        self._eye = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, isolation_level=None)
        event.listen(engine.sync_engine, "checkout", self._checked_out)

    def _checked_out(self, connection: Any, entry: Any, _: Any) -> None:
        if entry.info.get("read_only", False) != self._read_only:
            entry.info["read_only"] = self._read_only
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA query_only={'ON' if self._read_only else 'OFF'}")
            cursor.close()

    def breaks(self, kind: str) -> None:
        if kind == "disk full":
            self._fill()
        elif kind == "gone":
            for file in self._path.parent.glob("piiri.db*"):
                if file.suffix != ".lock":
                    file.rename(self._away / file.name)
        elif kind == "read-only":
            self._read_only = True
        else:
            self._says("lock")

    def mends(self, kind: str) -> None:
        if kind == "disk full":
            self._empty()
        elif kind == "gone":
            for file in self._away.iterdir():
                file.rename(self._path.parent / file.name)
        elif kind == "read-only":
            self._read_only = False
        else:
            self._says("free")

    def state(self, notice_id: str) -> str | None:
        found = self._eye.execute(SENDING, (notice_id,)).fetchone()
        return found[0] if found else ""

    def close(self) -> None:
        with suppress(AttributeError):
            self._eye.close()
        self._locker.kill()
        self._locker.wait()
        if self._mounted:
            _libc().umount2(str(self._folder).encode(), 2)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _says(self, what: str) -> None:
        assert self._locker.stdin is not None
        assert self._locker.stdout is not None
        self._locker.stdin.write(f"{what}\n")
        self._locker.stdin.flush()
        self._locker.stdout.readline()

    def _fill(self) -> None:
        if not self._mounted:
            self._full = patch.object(aiosqlite.Connection, "commit", _no_room)
            self._full.start()
            return
        # The log goes back to its beginning after a checkpoint and would find room there: it is emptied first.
        with closing(sqlite3.connect(self._path, timeout=0.05)) as hand:
            hand.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        _fill(self._folder)

    def _empty(self) -> None:
        if self._mounted:
            (self._folder / "ballast").unlink()
        else:
            self._full.stop()


async def _no_room(_: Any) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    raise error


def _fill(folder: Path) -> None:
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        for size in (1 << 20, 4096, 1):
            with suppress(OSError):
                while ballast.write(bytes(size)):
                    pass


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _mounted(folder: Path) -> bool:
    """Whether a file system of our own is there now; not everybody may make one."""
    if os.geteuid() != 0:
        return False
    done: int = _libc().mount(b"piiri", str(folder).encode(), b"tmpfs", 0, f"size={ROOM}".encode())
    return done == 0


class Postgresql:
    """A server of our own; the database's tables are on a small file system of their own where we may make one."""

    name = "PostgreSQL"
    _TABLES = "LOCK TABLE notices, groups, inbox, seen, marks IN EXCLUSIVE MODE"

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._server = self._stack.enter_context(server())
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="piiri-outages-")))
        self._small = self._folder / "small"
        self._small.mkdir()
        self._folder.chmod(0o755)
        self._mounted = _mounted(self._small)
        self.key = self._folder / "piiri.key"
        self.how = {
            "disk full": "a tablespace without a free byte",
            "gone": "the server stopped",
            "read-only": "default_transaction_read_only = on",
            "locked": "LOCK TABLE … IN EXCLUSIVE MODE",
        }
        if self._mounted:
            person = pwd.getpwnam("postgres")
            os.chown(self._small, person.pw_uid, person.pw_gid)
            self._server.sql(
                f"CREATE TABLESPACE small LOCATION '{self._small}'",
                'CREATE DATABASE "piiri" TEMPLATE template0 TABLESPACE small',
            )
            self.url = self._server.url("piiri")
        else:
            self.url = self._server.make("piiri")
        self.kinds = KINDS if self._mounted else KINDS[1:]
        self._eye: Any = None

    def opened(self, engine: Any) -> None:
        self._looks()

    def _looks(self) -> None:
        self._eye = psycopg.connect(self.url, autocommit=True, connect_timeout=1)

    def breaks(self, kind: str) -> None:
        if kind == "disk full":
            _fill(self._small)
        elif kind == "gone":
            self._server.stop("fast")
        elif kind == "read-only":
            self._server.sql("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
        else:
            self._hand = psycopg.connect(self.url)
            self._hand.execute(self._TABLES)

    def mends(self, kind: str) -> None:
        if kind == "disk full":
            (self._small / "ballast").unlink()
        elif kind == "gone":
            self._server.start()
        elif kind == "read-only":
            off = "SET default_transaction_read_only = off"
            reset = "ALTER SYSTEM RESET default_transaction_read_only"
            self._server.sql(off, reset, "SELECT pg_reload_conf()")
        else:
            self._hand.rollback()
            self._hand.close()

    def state(self, notice_id: str) -> str | None:
        try:
            if self._eye.closed:
                self._looks()
            found = self._eye.execute(SENDING.replace("?", "%s"), (notice_id,)).fetchone()
        except psycopg.OperationalError:
            return None
        return found[0] if found else ""

    def close(self) -> None:
        if self._eye is not None:
            self._eye.close()
        if self._mounted:
            with suppress(Exception):
                self._server.drop("piiri")
                self._server.sql("DROP TABLESPACE small")
            _libc().umount2(str(self._small).encode(), 2)
        self._stack.close()


@contextmanager
def place(kind: type[Any]) -> Iterator[Any]:
    """One of them, gone afterwards."""
    made = kind()
    try:
        yield made
    finally:
        made.close()
