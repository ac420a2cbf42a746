"""Beginning and ending transactions, and what must happen just before and just after a commit."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, nullcontext
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncTransaction

from bot.core.ports import Undecided
from bot.store.backend import Backend
from bot.store.pulse import Pulse
from bot.store.vault import Vault
from bot.store.work import Work

log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds that one waits for one's turn to write; then people are rather told to try again."""


class Transactions:
    """All of one store's transactions. Those that write queue up where the database lets only one write."""

    def __init__(self, backend: Backend, vault: Vault, new_id: Callable[[], str]) -> None:
        self.backend = backend
        self.vault = vault
        self.pulse = Pulse(backend.writing)
        self._new_id = new_id
        # First come, first served; the database's own way of waiting is to sleep and try again.
        self._queue = asyncio.Lock()
        self._holders: set[asyncio.Task[Any] | None] = set()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        """One transaction, committed on leaving; leaving it by an exception undoes everything.

        Undecided where the commit itself was cut off.
        """
        with self._once():
            async with self._turn(), self.backend.writing.connect() as connection:
                work = Work(connection, self.vault, self._new_id, alone=self.backend.alone)
                transaction = await connection.begin()
                try:
                    if self.backend.begin:
                        await connection.exec_driver_sql(self.backend.begin)
                    await self.backend.lease.fence(connection)
                    yield work
                    await work.write_late()
                    await work.own_keys.before_commit()
                except BaseException:
                    await _to_the_end(_undo(transaction, work))
                    raise
                await _to_the_end(self._commit(transaction, work))

    def alone(self) -> AbstractAsyncContextManager[None]:
        """Nobody else's turn to write, where the database lets only one; for work that is no transaction."""
        return self._turn()

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A connection for statements that only read and need not agree with each other."""
        return self.backend.reading.connect()

    async def _commit(self, transaction: AsyncTransaction, work: Work) -> None:
        try:
            await transaction.commit()
        except DBAPIError as error:
            if error.connection_invalidated:
                raise Undecided from error
            raise
        self.pulse.beat()
        try:
            if await work.own_keys.after_commit():
                await self.backend.scrub()
        except Exception as error:
            # It is committed, and nobody may be told otherwise; the next start or night does what was left.
            log.warning("cleaning up after an erasure failed: %s", type(error).__name__)

    def _turn(self) -> AbstractAsyncContextManager[None]:
        return self._queued() if self.backend.alone else nullcontext()

    @asynccontextmanager
    async def _queued(self) -> AsyncIterator[None]:
        """Our turn to write; TimeoutError where it does not come, as when each of those before us waits for a lock."""
        async with asyncio.timeout(PATIENCE if self._queue.locked() else None):
            await self._queue.acquire()
        try:
            yield
        finally:
            self._queue.release()

    @contextmanager
    def _once(self) -> Iterator[None]:
        task = asyncio.current_task()
        if task in self._holders:
            raise RuntimeError("this task is in a transaction already and would wait for itself")
        self._holders.add(task)
        try:
            yield
        finally:
            self._holders.discard(task)


async def _undo(transaction: AsyncTransaction, work: Work) -> None:
    try:
        await transaction.rollback()
    finally:
        work.own_keys.undo()


async def _to_the_end(step: Coroutine[Any, Any, None]) -> None:
    """Do this even if we are told to stop meanwhile: a commit that nobody waits for happens all the same."""
    task = asyncio.ensure_future(step)
    stopped: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            stopped = error
    task.result()
    if stopped is not None:
        raise stopped
