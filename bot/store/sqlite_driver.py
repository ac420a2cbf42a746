"""SQLite's driver as SQLAlchemy uses it: what may wait is done in a thread, and nothing else makes the trip there."""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor
from sqlalchemy.util import await_only

# IMMEDIATE: a transaction that reads and then writes would otherwise fail when another wrote in between. It is also why
# nothing waits for anybody from here to the commit.
BEGIN = "BEGIN IMMEDIATE"
WAIT = "PRAGMA busy_timeout=5000"  # longer than anybody should wait for an answer would help nobody
WAIT_NOT = "PRAGMA busy_timeout=0"

TURN = 0.002
"""Seconds that a transaction may keep the loop to itself between two of its statements."""


def connected(dbapi: Any, uri: str) -> "_Adapted":
    """A connection to the database at this URI, for SQLAlchemy to call when it needs one."""
    return _Adapted(dbapi, await_only(_opened(uri)))


async def _opened(uri: str) -> Any:
    def connector() -> sqlite3.Connection:
        # The driver must not begin transactions by itself: it would do so at the first change only, after the reads.
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)

    connection = _Connection(connector, iter_chunk_size=64)
    # A process that ends without closing must not wait for this thread for ever.
    connection._thread.daemon = True
    return await connection


class _Connection(aiosqlite.Connection):
    """Begins where nobody is writing, reads and writes within a transaction, and undoes, all without its thread.

    To the thread goes a beginning that has to wait, a commit that has to wait for the disk, and what is asked outside
    of a transaction, which may be long. Who is stopped while it is there leaves a connection that SQLAlchemy does not
    use again.
    """

    _begun = 0
    """How many rows had been changed, all in all, when the transaction began."""
    _since = 0.0
    """When others had their turn last."""

    async def run(self, statement: Callable[[], None]) -> None:
        if not self.in_transaction:
            await self._trip(statement)
            return
        statement()
        if time.monotonic() - self._since > TURN:
            await asyncio.sleep(0)
            self._since = time.monotonic()

    async def begin(self) -> None:
        if not self._begins():
            await self._trip(lambda: self._conn.execute(BEGIN))
        self._begun, self._since = self.total_changes, time.monotonic()

    async def commit(self) -> None:
        if self.total_changes != self._begun:
            await self._trip(self._conn.commit)
        else:
            self._conn.commit()

    async def rollback(self) -> None:
        self._conn.rollback()

    async def _trip(self, errand: Callable[[], object]) -> None:
        await self._execute(errand)  # type: ignore[no-untyped-call]

    def _begins(self) -> bool:
        """Begin; False where somebody else is writing."""
        self._conn.execute(WAIT_NOT)
        try:
            self._conn.execute(BEGIN)
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            return False
        finally:
            self._conn.execute(WAIT)
        return True


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """The driver's own cursor, whose rows are fetched at once: SQLAlchemy awaits once a statement, and not thrice."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        try:
            return connection._conn.cursor()
        except Exception as error:  # it is closed
            self._adapt_connection._handle_exception(error)

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        connection: Any = self._connection
        if operation == BEGIN:
            await connection.begin()
        else:
            await connection.run(lambda: self._take(operation, parameters or ()))

    def _take(self, sql: str, parameters: Any) -> None:
        cursor: Any = self._cursor
        self._rows = deque(cursor.execute(sql, parameters).fetchall())

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        connection: Any = self._connection
        cursor: Any = self._cursor
        await connection.run(lambda: cursor.executemany(operation, seq_of_parameters))


class _Adapted(AsyncAdapt_aiosqlite_connection):
    """What SQLAlchemy takes for a connection, with our cursors."""

    __slots__ = ()
    _cursor_cls = _Cursor
