"""All that is true of SQLite only."""

import asyncio
import logging
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiosqlite
from sqlalchemy import URL, event
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.backend import UNDOES_STATEMENTS, Backend
from bot.store.lease_file import FileLease
from bot.store.problem import StoreProblem

log = logging.getLogger(__name__)

_BEGIN = "piiri_begin"
_WAIT = "PRAGMA busy_timeout=5000"  # longer than anybody should wait for an answer would help nobody
_WAIT_BRIEFLY = "PRAGMA busy_timeout=1000"
_SETTINGS = (
    _WAIT,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # WAL alone would lose the last commits in a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)


def connect(url: URL) -> Backend:
    """The database in a file, which is made, for our eyes only, where there is none."""
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise StoreProblem("The database needs a file: write sqlite:///path/to/piiri.db")
    path = Path(url.database)
    _make_file(path)
    # No connection makes one: in the place of a file that was taken away, an empty one would be worse than none.
    uri = f"{path.absolute().as_uri()}?mode=rw"
    # At DEBUG the driver writes every statement's values to the log.
    logging.getLogger("aiosqlite").setLevel(logging.WARNING)
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        async_creator=lambda: _opened(uri),
        hide_parameters=True,
        pool_use_lifo=True,
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "connect", lambda _, entry: entry.info.update(file=_file(path)))
    event.listen(engine.sync_engine, "checkout", lambda _, entry, __: _still_there(entry, path))
    event.listen(engine.sync_engine, "begin", _begin)

    async def scrub() -> None:
        """Empty the write-ahead log, where erased rows would still stand; not at the price of waiting for a reader."""
        async with engine.connect() as connection:
            await connection.exec_driver_sql(_WAIT_BRIEFLY)
            try:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            except OperationalError:
                pass  # somebody else is at it, or reading; the next nightly tidying comes
            finally:
                await connection.exec_driver_sql(_WAIT)

    async def rewrite() -> bool:
        """Write the file anew, since a page that rows were moved from may still hold what was erased later."""
        async with engine.connect() as connection:
            try:
                await connection.exec_driver_sql("VACUUM")
                rewritten = True
            except OperationalError as error:
                log.warning("the database was not written anew: %s", getattr(error.orig, "sqlite_errorname", ""))
                rewritten = False
        await scrub()
        return rewritten

    return Backend(
        # IMMEDIATE: a transaction that reads and then writes would otherwise fail when another wrote in between.
        writing=engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE", UNDOES_STATEMENTS: True}),
        reading=engine,
        alone=True,
        scrub=scrub,
        rewrite=rewrite,
        explain=lambda error: _explain(error, path),
        lease=FileLease(path.with_name(path.name + ".lock")),
    )


async def _opened(uri: str) -> aiosqlite.Connection:
    def connector() -> sqlite3.Connection:
        # The driver must not begin transactions by itself: it would do so at the first change only, after the reads.
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    connection = _Connection(connector, iter_chunk_size=64)
    # A process that ends without closing must not wait for this thread for ever.
    connection._thread.daemon = True
    return await connection


class _Connection(aiosqlite.Connection):
    """One trip to the driver's thread for a statement that may wait; its own cursors take four for each."""

    def cursor(self) -> Any:
        return _Cursor(self)


class _Cursor:
    """As much of a cursor as SQLAlchemy uses: one statement at a time, its rows fetched at once."""

    arraysize = 1

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> "_Cursor":
        return self

    async def execute(self, sql: str, parameters: Any = ()) -> None:
        await self._do(lambda connection: connection.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Any) -> None:
        await self._do(lambda connection: connection.executemany(sql, parameters))

    async def _do(self, statement: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> None:
        def there() -> None:
            cursor = statement(self._connection._conn)
            self._rows = cursor.fetchall()
            self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid

        # It began IMMEDIATE, so from here to the commit nothing waits for anybody, and a trip costs more than a row.
        if self._connection.in_transaction:
            there()
            await asyncio.sleep(0)  # others have their turn between two statements
        else:
            await self._connection._execute(there)  # type: ignore[no-untyped-call]

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        pass  # everything was fetched, so nothing is open


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for setting in _SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _still_there(entry: ConnectionPoolEntry, path: Path) -> None:
    """A connection writes on into its file wherever that is moved; only the one that is in its place is ours."""
    if entry.info.get("file") != _file(path):
        raise DisconnectionError("the database's file is not where it was")


def _file(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _begin(connection: Connection) -> None:
    # Reading alone needs no BEGIN: one statement sees one state of the database by itself.
    if begin := connection.get_execution_options().get(_BEGIN):
        connection.exec_driver_sql(begin)


def _make_file(path: Path) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreProblem(
            f"The database {path} cannot be written ({error.strerror}): name another file or mend its rights."
        ) from None


def _explain(error: Exception, path: Path) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name == "SQLITE_NOTADB":
        return f"The file {path} is not a database: name another file, or put a backup in its place."
    if name.startswith("SQLITE_CORRUPT"):
        return f"The database {path} is damaged: put a backup in its place."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"The database {path} is held by another program: end that one and start again."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return f"The database {path} or its folder cannot be written: give the bot's user the right to."
    if name.startswith("SQLITE_FULL"):
        return f"There is no room left on the disk of the database {path}: make some."
    kind = name or (type(error).__name__ if not isinstance(error, sqlite3.Error) else "SQLITE_ERROR")
    return f"The database {path} cannot be opened ({kind}): check the file, its folder and the disk."
