"""What an operator sees of everything that is kept: how much there is and how late it is, and of whom never."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.core.model import Life
from bot.store.tables import groups, notices
from bot.store.transactions import Transactions

MOST = 10_000
"""How far what is due is counted; whoever has more due than this knows enough."""

_DUE = (
    sa.select(notices.c.due)
    .where(sa.text("state = 'waiting'"), notices.c.due <= sa.bindparam("now"))
    .order_by(notices.c.due, notices.c.rank, notices.c.id)
    .limit(MOST)
    .subquery()
)
_BACKLOG = sa.select(sa.func.count(), sa.func.min(_DUE.c.due))
_LIVES = sa.select(groups.c.life, sa.func.count()).group_by(groups.c.life)


@dataclass(frozen=True)
class Backlog:
    """Notices that are due and wait, counted up to MOST, with the due time of the first; groups by their life."""

    due: int
    oldest: datetime | None
    groups: dict[Life, int]


class SqlBacklog:
    """Asked at every look of whoever watches; costs the same with a thousand notices waiting and with a million."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def now(self, at: datetime) -> Backlog:
        """What there is at this group time; raises where the database is away."""
        async with self._transactions.reading() as connection:
            due, oldest = (await connection.execute(_BACKLOG, {"now": at})).one()
            counted = await connection.execute(_LIVES)
            lives = dict.fromkeys(Life, 0) | {Life(life): count for life, count in counted}
        return Backlog(due, oldest, lives)
