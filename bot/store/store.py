"""Where everything is kept: opening it, and the doors to it."""

import secrets
from contextlib import AbstractAsyncContextManager, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError

from bot.core.ports import Chance, Inbox, Outbox, Shelf, UnitOfWork
from bot.store import marks
from bot.store.backend import Backend
from bot.store.backlog import SqlBacklog
from bot.store.erasure import obey
from bot.store.figures import SqlFigures
from bot.store.inbox import SqlInbox
from bot.store.lease import Lease
from bot.store.outbox import SqlOutbox
from bot.store.problem import StoreProblem
from bot.store.schema import bring_up
from bot.store.secret_files import load_master
from bot.store.shelf import SqlShelf
from bot.store.transactions import Transactions
from bot.store.vault import Vault

CHECK = "store:check"
"""The store's own mark of which key it is sealed with."""

_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"


class SqlStore:
    """An open store. `created_key` says that the master key is new, for the operator must keep a copy of it."""

    def __init__(self, transactions: Transactions, *, created_key: bool) -> None:
        self._transactions = transactions
        self.created_key = created_key
        self.outbox: Outbox = SqlOutbox(transactions)
        self.shelf: Shelf = SqlShelf(transactions)
        self.inbox: Inbox = SqlInbox(transactions)
        self.figures = SqlFigures(transactions)
        self.backlog = SqlBacklog(transactions)
        self.pulse = transactions.pulse
        self.lease: Lease = transactions.backend.lease

    @property
    def kind(self) -> str:
        """What the database is: sqlite or postgresql."""
        return self._transactions.backend.writing.dialect.name

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """One transaction, committed on leaving."""
        return self._transactions.begin()

    async def mark(self, name: str) -> str | None:
        """A fact about the whole store."""
        async with self._transactions.reading() as connection:
            return await marks.read(connection, name)

    async def set_mark(self, name: str, value: str) -> None:
        """Keep such a fact."""
        async with self._transactions.begin() as work:
            await marks.write(work.connection, name, value)

    async def close(self) -> None:
        """Let go of the database and the right to work on it; nothing may be under way."""
        with suppress(DBAPIError):  # where it is away, the lease ends by itself
            await self.lease.let_go()
        await self._transactions.backend.writing.dispose()


LEASE_SECONDS = 15.0
"""How long the database is ours after the last sign of life, where its lease does not end with the process."""


async def open_store(
    url: str, key_file: Path, chance: Chance | None = None, *, lease_seconds: float = LEASE_SECONDS
) -> SqlStore:
    """The store at this address, made or migrated where need be; StoreProblem says why it cannot be opened."""
    backend = _backend(url, lease_seconds)
    try:
        vault, created = await _prepare(backend, key_file)
        transactions = Transactions(backend, vault, chance.new_id if chance else _new_id)
        async with transactions.begin() as work:
            erased = await obey(work.connection, vault, alone=backend.alone)
        if erased:
            await backend.rewrite()
    except DBAPIError as error:
        await backend.writing.dispose()
        raise StoreProblem(backend.explain(error.orig or error)) from None
    except BaseException:
        await backend.writing.dispose()
        raise
    return SqlStore(transactions, created_key=created)


async def _prepare(backend: Backend, key_file: Path) -> tuple[Vault, bool]:
    async with backend.writing.begin() as connection:
        if backend.first:
            await connection.exec_driver_sql(backend.first)
        await connection.run_sync(bring_up)
        check = await marks.read(connection, CHECK)
        # Once anything may have been sealed, a new key would not open it: then a missing file is no first start.
        master, created = load_master(key_file, may_make=check is None)
        vault = Vault(master, key_file)
        if check is None:
            await marks.write(connection, CHECK, vault.check_value())
        elif not vault.is_ours(check):
            raise StoreProblem(
                f"The key file {key_file} is not the one that this database was sealed with: put that one in its place."
            )
    return vault, created


def _backend(url: str, lease_seconds: float) -> Backend:
    # Each imports a driver, and one is enough.
    match _parsed(url):
        case sa.URL(drivername="sqlite" | "sqlite+aiosqlite") as parsed:
            from bot.store import sqlite  # noqa: PLC0415

            return sqlite.connect(parsed)
        case sa.URL(drivername="postgresql" | "postgres" | "postgresql+psycopg") as parsed:
            from bot.store import postgresql  # noqa: PLC0415

            return postgresql.connect(parsed, lease_seconds)
    # The address is not repeated: it may hold a password.
    raise StoreProblem(
        "This address of a database is not understood: write sqlite:///path/to/piiri.db or postgresql://user@host/piiri"
    )


def _parsed(url: str) -> sa.URL | None:
    try:
        return sa.make_url(url)
    except ArgumentError:
        return None


def _new_id() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(16))
