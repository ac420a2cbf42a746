"""All that is true of PostgreSQL only."""

import secrets
from typing import Any

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store.backend import Backend
from bot.store.lease_rows import RowLease
from bot.store.problem import StoreProblem

CONNECTIONS = 10
"""How many transactions of ours work at once; those beyond wait for a connection."""

_CONNECT_SECONDS = 5

PATIENCE = 5.0
"""Seconds that one waits for a connection, for a lock, or for an answer from a server that no longer takes anything."""

# Any number, as long as it is always this one; and a migration is waited for, however long it takes.
_MIGRATION_LOCK = "SELECT set_config('lock_timeout', '0', true), pg_advisory_xact_lock(7065978)"


def connect(url: URL, lease_seconds: float) -> Backend:
    """The database at an address; nothing is asked of it yet."""
    if not url.database:
        raise StoreProblem("The address names no database: write postgresql://user@host/piiri")
    name = f"piiri-{secrets.token_hex(6)}"
    engine = create_async_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_use_lifo=True,
        pool_timeout=PATIENCE,
        connect_args={
            "application_name": name,
            "connect_timeout": _CONNECT_SECONDS,
            "tcp_user_timeout": round(2 * PATIENCE * 1000),
            "options": f"-c lock_timeout={round(PATIENCE * 1000)} -c timezone=UTC",
        },
    )
    return Backend(
        writing=engine,
        # One statement sees one state by itself, and needs no BEGIN and no end.
        reading=engine.execution_options(isolation_level="AUTOCOMMIT"),
        alone=False,
        scrub=_nothing_to_scrub,
        rewrite=_nothing_to_rewrite,
        explain=lambda error: _explain(error, url),
        lease=RowLease(engine, lease_seconds, name),
        first=_MIGRATION_LOCK,
    )


async def _nothing_to_scrub() -> None:
    """What is deleted stays in pages and log until the server reuses them; the keys to it are gone, or outside."""


async def _nothing_to_rewrite() -> bool:
    """The same holds for its pages; they are the server's to tidy up."""
    return True


_REASONS = {
    "28": "the user or its password is not accepted: mend the address",
    "3D": "there is no such database: make it with createdb",
    "42501": "the user lacks the rights: make the user the database's owner",
    "25006": "it is read-only: name the server that takes writes",
    "53": "the server has no connection or room left: make some",
    "57": "the server is starting or stopping: try again in a moment",
}
"""What to do, by how the server's code begins."""


def _explain(error: Exception, url: URL) -> str:
    where = f"The database {url.database} at {url.host or 'this machine'}"
    code: Any = getattr(error, "sqlstate", None) or ""
    for start, reason in _REASONS.items():
        if code.startswith(start):
            return f"{where} cannot be used; {reason}."
    said = "" if code else str(error)  # before there is a connection the driver passes on words and no code
    for words, start in (("authentication failed", "28"), ("no password", "28"), ("does not exist", "3D")):
        if words in said:
            return f"{where} cannot be used; {_REASONS[start]}."
    return f"{where} cannot be reached ({code or type(error).__name__}): check the address and that the server runs."
