"""All that is true of SQLite only."""

import logging
import os
import sqlite3
from pathlib import Path

from sqlalchemy import URL, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.backend import UNDOES_STATEMENTS, Backend
from bot.store.lease_file import FileLease
from bot.store.problem import StoreProblem
from bot.store.sqlite_driver import BEGIN, WAIT, connected

log = logging.getLogger(__name__)

_WAIT_BRIEFLY = "PRAGMA busy_timeout=1000"
_SETTINGS = (
    WAIT,
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
    engine: AsyncEngine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        creator=lambda: connected(engine.sync_engine.dialect.loaded_dbapi, uri),
        hide_parameters=True,
        pool_use_lifo=True,
    )
    event.listen(engine.sync_engine, "connect", _set_up)
    event.listen(engine.sync_engine, "connect", lambda _, entry: entry.info.update(file=_file(path)))
    event.listen(engine.sync_engine, "checkout", lambda _, entry, __: _still_there(entry, path))

    async def scrub() -> None:
        """Empty the write-ahead log, where erased rows would still stand; not at the price of waiting for a reader."""
        async with engine.connect() as connection:
            await connection.exec_driver_sql(_WAIT_BRIEFLY)
            try:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            except OperationalError:
                pass  # somebody else is at it, or reading; the next nightly tidying comes
            finally:
                await connection.exec_driver_sql(WAIT)

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
        writing=engine.execution_options(**{UNDOES_STATEMENTS: True}),
        reading=engine,  # one statement sees one state of the database by itself, and needs no BEGIN
        alone=True,
        scrub=scrub,
        rewrite=rewrite,
        explain=lambda error: _explain(error, path),
        lease=FileLease(path.with_name(path.name + ".lock")),
        begin=BEGIN,
        first=BEGIN,
    )


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
