"""What differs from one database to the next, and nothing else."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.store.lease import Lease

UNDOES_STATEMENTS = "piiri_undoes_statements"
"""An engine's option: a statement that fails undoes itself alone, so that trying needs no savepoint around it."""


@dataclass(frozen=True)
class Backend:
    """One database. `alone` says that it lets one transaction write at a time, so that ours had better queue.

    `scrub` is done after whatever erases, `rewrite` in the night after, and both may find that now is not the time;
    then the next night comes. `begin` is said at the beginning of a transaction, where that is said at all, and `first`
    at the beginning of a migration, so that two that start at once do not migrate beside each other.
    """

    writing: AsyncEngine
    reading: AsyncEngine
    alone: bool
    scrub: Callable[[], Awaitable[None]]
    rewrite: Callable[[], Awaitable[bool]]
    explain: Callable[[Exception], str]
    lease: Lease
    begin: str = ""
    first: str = ""
