"""The outbox as the dispatcher sees it: claim, settle, and what to wake for."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import Notice, State
from bot.core.ports import Ahead, Claimed, Settlement, UnitOfWork
from bot.store.erasure import rewrite_after_erasures, sweep_ring
from bot.store.notices import SOONEST
from bot.store.tables import (
    conveners,
    drafts,
    facilitators,
    groups,
    members,
    notices,
    openings,
    persons,
    questions,
    seen,
)
from bot.store.transactions import Transactions
from bot.store.work import Work

LATE = "late"
"""Why a notice was skipped that could not be sent in time."""

_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)
SEEN_FOR = dt.timedelta(days=7)
DRAFTS_FOR = dt.timedelta(days=1)
SETTLED_FOR = dt.timedelta(days=400)

# Written out, not bound: a database uses an index over some rows only where the statement itself says which.
_WAITING = sa.text("state = 'waiting'")
_SENDING = sa.text("state = 'sending'")
_SETTLED = sa.text("state NOT IN ('waiting', 'sending')")
_DUE = (
    sa.select(notices.c.id)
    .where(
        _WAITING,
        notices.c.due <= sa.bindparam("now"),
        sa.or_(notices.c.not_before.is_(None), notices.c.not_before <= sa.bindparam("machine_now")),
    )
    .order_by(*SOONEST)
    .limit(sa.bindparam("most"))
)
# Whose group somebody is working on waits for the next round, and while we say these nobody works on theirs.
_DUE_AND_FREE = _DUE.join_from(notices, groups, notices.c.group_id == groups.c.id).with_for_update(
    of=[notices, groups], key_share=True, skip_locked=True
)
_ELSEWHERE = notices.c.group_id.in_(
    sa.select(groups.c.id).where(groups.c.platform.not_in(sa.bindparam("but_of", expanding=True)))
)
_LATE = notices.c.expires < sa.bindparam("now")


def _claim(due: sa.Select[str]) -> sa.sql.dml.ReturningUpdate[Any]:
    return (
        sa.update(notices)
        .where(notices.c.id.in_(sa.select(due.cte("due").prefix_with("MATERIALIZED").c.id)))
        .values(
            state=sa.case((_LATE, sa.literal(State.SKIPPED, notices.c.state.type)), else_=State.SENDING),
            attempts=notices.c.attempts + sa.case((_LATE, 0), else_=1),
            why=sa.case((_LATE, LATE), else_=notices.c.why),
        )
        .returning(notices)
    )


def _claims(due: sa.Select[str]) -> tuple[sa.sql.dml.ReturningUpdate[Any], sa.sql.dml.ReturningUpdate[Any]]:
    return _claim(due), _claim(due.where(_ELSEWHERE))


CLAIM, CLAIM_ELSEWHERE = _claims(_DUE)
CLAIM_FREE, CLAIM_FREE_ELSEWHERE = _claims(_DUE_AND_FREE)
NEXT = sa.select(notices).where(_WAITING).order_by(*SOONEST).limit(1)
# Those held back are few and lie before the first that is not: neither query reads on behind it.
FREE = (
    sa.select(notices.c.due)
    .where(_WAITING, sa.or_(notices.c.not_before.is_(None), notices.c.not_before <= sa.bindparam("machine_now")))
    .order_by(*SOONEST)
    .limit(1)
)
HELD = sa.select(sa.func.min(notices.c.not_before)).where(
    _WAITING, notices.c.due <= sa.bindparam("free_due"), notices.c.not_before > sa.bindparam("machine_now")
)
IN_FLIGHT = sa.select(notices).where(_SENDING).order_by(*SOONEST)

_CHANGED = ("state", "parts", "posts", "why", "not_before")
_SETTLE = (
    sa.update(notices)
    .where(notices.c.id == sa.bindparam("this_id"))
    .values({name: sa.bindparam(f"new_{name}", type_=notices.c[name].type) for name in _CHANGED})
    .values(attempts=notices.c.attempts - sa.bindparam("untried", type_=sa.Integer))
)
# Somebody who began to found a group, or said goodbye, and has no business in any since.
_NOBODYS = [
    ~sa.exists().where(table.c.person_id == persons.c.id) for table in (members, conveners, facilitators, questions)
]
_NOBODYS += [
    ~sa.exists().where(drafts.c.id == persons.c.id),
    ~sa.exists().where(notices.c.person_id == persons.c.id, sa.or_(_WAITING, _SENDING)),
]


class SqlOutbox:
    """All groups' notices together."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def claim(
        self,
        work: UnitOfWork,
        *,
        now: dt.datetime,
        machine_now: dt.datetime,
        most: int,
        but_of: Collection[str] = (),
    ) -> Claimed:
        """Take at most so many due notices out of waiting, soonest first, those past their expiry set to skipped."""
        asked: dict[str, object] = {"now": now, "machine_now": machine_now, "most": most}
        alone = self._transactions.backend.alone
        if but_of:
            claim, asked["but_of"] = CLAIM_ELSEWHERE if alone else CLAIM_FREE_ELSEWHERE, list(but_of)
        else:
            claim = CLAIM if alone else CLAIM_FREE
        found = await _connection(work).execute(claim, asked)
        # They come back in no order.
        taken = sorted((Notice(*row) for row in found), key=lambda n: (n.due, n.rank, n.id))
        return Claimed(
            tuple(n for n in taken if n.state is State.SENDING), tuple(n for n in taken if n.state is State.SKIPPED)
        )

    async def settle(self, work: UnitOfWork, settlements: Sequence[Settlement]) -> None:
        """Write down what became of claimed notices."""
        if settlements:
            values = [
                {"this_id": s.notice_id, "untried": int(s.untried)}
                | {f"new_{name}": getattr(s, name) for name in _CHANGED}
                for s in settlements
            ]
            await _connection(work).execute(_SETTLE, values)

    async def next_due(self) -> Notice | None:
        """The waiting notice that is due first, ties by rank."""
        # One that is held back counts too: its hour is on the machine's clock, and this question is on the group's.
        async with self._transactions.reading() as connection:
            found = (await connection.execute(NEXT)).one_or_none()
        return Notice(*found) if found else None

    async def ahead(self, *, machine_now: dt.datetime) -> Ahead:
        """What there is to wake for; a notice held back hides none of those behind it."""
        async with self._transactions.reading() as connection:
            first = (await connection.execute(NEXT)).one_or_none()
            if first is None:
                return Ahead()
            if first.not_before is None or first.not_before <= machine_now:
                return Ahead(due=first.due)
            due = await connection.scalar(FREE, {"machine_now": machine_now})
            free = await connection.scalar(HELD, {"machine_now": machine_now, "free_due": due or _NEVER})
        return Ahead(due, free)

    async def in_flight(self, work: UnitOfWork) -> list[Notice]:
        """What was claimed and never settled: at start, what a crash left unsure."""
        return [Notice(*row) for row in await _connection(work).execute(IN_FLIGHT)]

    async def tidy(self, *, now: dt.datetime) -> None:
        """Forget incomings after 7 days, unfinished forms after one, settled notices after 400, and what nobody needs.

        Nobody needs unused ways in, persons who are in no group and wait for none, and keys that nothing refers to.
        """
        async with self._transactions.begin() as work:
            await work.connection.execute(sa.delete(seen).where(seen.c.at < now - SEEN_FOR))
            await work.connection.execute(sa.delete(openings).where(openings.c.until < now))
            await work.connection.execute(sa.delete(drafts).where(drafts.c.begun < now - DRAFTS_FOR))
            await work.connection.execute(sa.delete(notices).where(_SETTLED, notices.c.due < now - SETTLED_FOR))
            await work.connection.execute(sa.delete(persons).where(*_NOBODYS))
            await sweep_ring(work.connection, self._transactions.vault, alone=self._transactions.backend.alone)
        await self._transactions.backend.scrub()
        await rewrite_after_erasures(self._transactions)


def _connection(work: UnitOfWork) -> AsyncConnection:
    if not isinstance(work, Work):
        raise TypeError("a transaction of another store")
    return work.connection
