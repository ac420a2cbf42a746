"""The outbox as the dispatcher sees it: claim, settle, and what to wake for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import Notice, State
from bot.core.ports import Claimed, Settlement, UnitOfWork
from bot.store.erasure import sweep_ring
from bot.store.keys import AT_ONCE
from bot.store.notices import SOONEST
from bot.store.tables import notices, seen
from bot.store.transactions import Transactions
from bot.store.work import Work

LATE = "late"
"""Why a notice was skipped that could not be sent in time."""

SEEN_FOR = dt.timedelta(days=7)
SETTLED_FOR = dt.timedelta(days=400)

# Written out, not bound: a database uses an index over some rows only where the statement itself says which.
_WAITING = sa.text("state = 'waiting'")
_SENDING = sa.text("state = 'sending'")
_SETTLED = sa.text("state NOT IN ('waiting', 'sending')")
CLAIM = (
    sa.select(notices)
    .where(
        _WAITING,
        notices.c.due <= sa.bindparam("now"),
        sa.or_(notices.c.not_before.is_(None), notices.c.not_before <= sa.bindparam("machine_now")),
    )
    .order_by(*SOONEST)
    .limit(sa.bindparam("most"))
    .with_for_update(skip_locked=True)
)
NEXT = sa.select(notices).where(_WAITING).order_by(*SOONEST).limit(1)
IN_FLIGHT = sa.select(notices).where(_SENDING).order_by(*SOONEST)

_CHANGED = ("state", "parts", "posts", "why", "not_before")
_SETTLE = (
    sa.update(notices)
    .where(notices.c.id == sa.bindparam("this_id"))
    .values({name: sa.bindparam(f"new_{name}", type_=notices.c[name].type) for name in _CHANGED})
)


class SqlOutbox:
    """All groups' notices together."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def claim(self, work: UnitOfWork, *, now: dt.datetime, machine_now: dt.datetime, most: int) -> Claimed:
        """Take at most so many due notices out of waiting, soonest first, those past their expiry set to skipped."""
        connection = _connection(work)
        found = await connection.execute(CLAIM, {"now": now, "machine_now": machine_now, "most": most})
        taken = [Notice(*row) for row in found]
        late = tuple(replace(n, state=State.SKIPPED, why=LATE) for n in taken if n.expires < now)
        due = tuple(replace(n, state=State.SENDING, attempts=n.attempts + 1) for n in taken if n.expires >= now)
        await _change(connection, due, state=State.SENDING, attempts=notices.c.attempts + 1)
        await _change(connection, late, state=State.SKIPPED, why=LATE)
        return Claimed(due, late)

    async def settle(self, work: UnitOfWork, settlements: Sequence[Settlement]) -> None:
        """Write down what became of claimed notices."""
        if settlements:
            values = [
                {"this_id": s.notice_id} | {f"new_{name}": getattr(s, name) for name in _CHANGED} for s in settlements
            ]
            await _connection(work).execute(_SETTLE, values)

    async def next_due(self, *, machine_now: dt.datetime) -> Notice | None:  # noqa: ARG002 - see below
        """The waiting notice that is due first, ties by rank."""
        # One that is held back counts too: its hour is on the machine's clock, and this question is on the group's.
        async with self._transactions.reading() as connection:
            found = (await connection.execute(NEXT)).one_or_none()
        return Notice(*found) if found else None

    async def in_flight(self, work: UnitOfWork) -> list[Notice]:
        """What was claimed and never settled: at start, what a crash left unsure."""
        return [Notice(*row) for row in await _connection(work).execute(IN_FLIGHT)]

    async def tidy(self, *, now: dt.datetime) -> None:
        """Forget incomings after 7 days and settled notices after 400, and keys outside that nothing refers to."""
        async with self._transactions.begin() as work:
            await work.connection.execute(sa.delete(seen).where(seen.c.at < now - SEEN_FOR))
            await work.connection.execute(sa.delete(notices).where(_SETTLED, notices.c.due < now - SETTLED_FOR))
            await sweep_ring(work.connection, self._transactions.vault)
        await self._transactions.backend.scrub()


def _connection(work: UnitOfWork) -> AsyncConnection:
    if not isinstance(work, Work):
        raise TypeError("a transaction of another store")
    return work.connection


async def _change(connection: AsyncConnection, rows: Sequence[Notice], **values: Any) -> None:
    for start in range(0, len(rows), AT_ONCE):
        ids = [row.id for row in rows[start : start + AT_ONCE]]
        await connection.execute(sa.update(notices).where(notices.c.id.in_(ids)).values(values))
