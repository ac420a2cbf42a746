"""What is counted of all groups together, read some groups at a time; of what members wrote only published batches."""

from collections import defaultdict
from collections.abc import AsyncIterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.ballots import FEEDBACK, shown
from bot.core.figures import PEOPLE, Facts, Met, Round
from bot.core.model import How
from bot.store.asked import Asked
from bot.store.keys import WorkKeys
from bot.store.repository import Rows
from bot.store.tables import comings, groups, meetings, members, outcomes
from bot.store.transactions import Transactions
from bot.store.work import BATCHES

AT_ONCE = 200
"""Groups read together: what is held of them at a time does not grow with how many there are."""

# One that is erased leaves its place for a moment, without a key, and is nobody's any more.
_GROUPS = (
    sa.select(*(groups.c[name] for name in ("id", "programme", "language", "life", "zone", "departures", "ended")))
    .where(groups.c.id > sa.bindparam("after"), groups.c.key_id != "")
    .order_by(groups.c.id)
    .limit(AT_ONCE)
)
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_MEMBERS = sa.select(members.c.group_id, members.c.joined).where(members.c.group_id.in_(_IDS))
_ABSENT = (
    sa.select(comings.c.meeting_id, sa.func.count().label("absent"))
    .where(comings.c.group_id.in_(_IDS), comings.c.how == How.ABSENT)
    .group_by(comings.c.meeting_id)
    .subquery()
)
_MEETINGS = (
    sa.select(
        *(meetings.c[name] for name in ("group_id", "id", "starts", "minutes", "cancelled", "version")),
        outcomes.c.held,
        outcomes.c.present,
        sa.func.coalesce(_ABSENT.c.absent, 0).label("absent"),
    )
    .select_from(
        meetings.outerjoin(outcomes, outcomes.c.meeting_id == meetings.c.id).outerjoin(
            _ABSENT, _ABSENT.c.meeting_id == meetings.c.id
        )
    )
    .where(meetings.c.group_id.in_(_IDS))
)


class SqlFigures:
    """All groups for a report; nothing is written, and nobody who writes is kept waiting."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def facts(self) -> AsyncIterator[Facts]:
        """What is counted of each group that is kept, in no order that tells anything."""
        after = ""
        async with self._transactions.reading() as connection:
            while some := (await connection.execute(_GROUPS, {"after": after})).all():
                for facts in await self._of(connection, some):
                    yield facts
                after = some[-1].id

    async def _of(self, connection: AsyncConnection, some: Any) -> list[Facts]:
        ids = [row.id for row in some]
        joined, met, rounds = defaultdict(list), defaultdict(list), defaultdict(list)
        for member in await connection.execute(_MEMBERS, {"ids": ids}):
            joined[member.group_id].append(member.joined)
        starts = {}
        for row in await connection.execute(_MEETINGS, {"ids": ids}):
            starts[row.id] = row.starts
            met[row.group_id].append(
                Met(row.starts, row.minutes, row.cancelled, row.version > 0, row.held, row.present, row.absent)
            )
        asked = Asked()
        keys = WorkKeys(connection, self._transactions.vault, _no_key, asked)
        for batch in await Rows(connection, keys, BATCHES, asked).find(group_id=ids, published=True, kind=FEEDBACK):
            content = shown(batch, PEOPLE)
            if batch.meeting_id in starts:  # else it came between two questions of ours
                of = max(len(content["meetings"]), 1)
                rounds[batch.group_id].append(Round(starts[batch.meeting_id], of, content["counts"]))
        return [
            Facts(
                row.programme,
                row.language,
                row.life,
                row.zone,
                row.departures,
                tuple(joined[row.id]),
                tuple(met[row.id]),
                tuple(rounds[row.id]),
                row.ended,
            )
            for row in some
        ]


def _no_key() -> str:
    raise AssertionError("whoever only reads makes no key")
