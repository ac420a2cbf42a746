"""The databases: one laid once and copied for every round, and looked into after a kill without touching it."""

import shutil
import sqlite3
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Protocol

from tests.postgres import Server, binaries, server


class Base(Protocol):
    """One kind of database."""

    name: str

    def blank(self) -> tuple[str, Path]:
        """The address and the key's file of an empty database, to be laid and then copied."""

    def fresh(self) -> tuple[str, Path]:
        """A copy of that one, in the place of the copy before."""

    def look(self, query: str) -> list[tuple[Any, ...]]:
        """What a dead process has left, once nothing of it is under way; nothing is changed by looking."""

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The same of a process that lives."""

    def freed(self) -> None:
        """The next process need not wait for the dead one's lease."""

    def close(self) -> None:
        """Everything is gone."""


class Sqlite:
    """A file and its write-ahead log, in memory where there is such a place."""

    name = "SQLite"

    def __init__(self) -> None:
        memory = Path("/dev/shm")
        self._folder = tempfile.TemporaryDirectory(prefix="piiri-prove-", dir=memory if memory.is_dir() else None)
        self._path = Path(self._folder.name)

    def blank(self) -> tuple[str, Path]:
        for old in self._path.glob("blank.db*"):
            old.unlink()
        return f"sqlite:///{self._path / 'blank.db'}", self._path / "piiri.key"

    def fresh(self) -> tuple[str, Path]:
        for old in self._path.glob("piiri.db*"):
            old.unlink()
        shutil.copyfile(self._path / "blank.db", self._path / "piiri.db")
        return f"sqlite:///{self._path / 'piiri.db'}", self._path / "piiri.key"

    def look(self, query: str) -> list[tuple[Any, ...]]:
        # In a copy: whoever opens a database after a crash mends it, and that is for the next life to do.
        for left in ("piiri.db", "piiri.db-wal"):
            if (self._path / left).exists():
                shutil.copyfile(self._path / left, self._path / f"look-{left}")
        try:
            return _asked(self._path / "look-piiri.db", query)
        finally:
            for copy in self._path.glob("look-*"):
                copy.unlink()

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        return _asked(self._path / "piiri.db", query)

    def freed(self) -> None:
        pass  # a file's lease ends with its process

    def close(self) -> None:
        self._folder.cleanup()


class Postgresql:
    """A server of our own, or a place on one. It outlives the process that is killed, and ends what that had begun."""

    name = "PostgreSQL"

    def __init__(self, shared: Server | None = None, place: str = "") -> None:
        self._stack = ExitStack()
        self.server = shared or self._stack.enter_context(server())
        self._blank, self._used = f"blank{place}", f"piiri{place}"
        self._key = Path(self._stack.enter_context(tempfile.TemporaryDirectory())) / "piiri.key"

    def blank(self) -> tuple[str, Path]:
        self.server.drop(self._blank)
        return self.server.make(self._blank), self._key

    def alike(self, other: "Postgresql") -> None:
        """What is to be copied is as it is with the other, its key included."""
        self.server.make(self._blank, like=other._blank)
        self._key = other._key

    def fresh(self) -> tuple[str, Path]:
        self.server.drop(self._used)
        return self.server.make(self._used, like=self._blank), self._key

    def look(self, query: str) -> list[tuple[Any, ...]]:
        deadline = time.monotonic() + 10
        while self.server.sql(_OTHERS.format(self._used))[0][0]:
            if time.monotonic() > deadline:
                raise TimeoutError("the server has not noticed that its client is dead")
            time.sleep(0.002)
        return self.ask(query)

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        return self.server.sql(query, database=self._used)

    def freed(self) -> None:
        self.sql("UPDATE leases SET until = now() - interval '1 second'")

    def sql(self, *statements: str, blank: bool = False) -> None:
        """Change what is copied, or the copy."""
        self.server.sql(*statements, database=self._blank if blank else self._used)

    def close(self) -> None:
        self._stack.close()


_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE datname = '{}'"


def bases() -> list[type[Base]]:
    """The kinds of database that there are on this machine."""
    return [Sqlite, Postgresql] if binaries() else [Sqlite]


def _asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
