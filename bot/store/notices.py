"""The outbox as the core sees it: notices planned in a turn's own transaction."""

from typing import Any

import sqlalchemy as sa

from bot.core.model import Notice, State
from bot.store.repository import Rows
from bot.store.tables import notices

SOONEST = (notices.c.due, notices.c.rank, notices.c.id)
"""The order in which notices are said."""


class WorkNotices(Rows[Notice]):
    """The notices, in one transaction; they are written in other ways too, so no answer about them is kept."""

    async def find(self, **equal: object) -> list[Notice]:
        """All notices whose columns equal these values, as they are in the database now."""
        self._asked.dropped(self._table)
        return await super().find(**equal)

    async def plan(self, *planned: Notice) -> int:
        """Add those of a new key, move waiting ones of a known key to their due time; how many rows that changed."""
        if not planned:
            return 0
        keys = [notice.key for notice in planned]
        there = await self._connection.execute(_STANDING, {"these_keys": keys})
        standing = {row.key: row for row in there}
        new = [vars(notice) for notice in planned if notice.key not in standing]
        moved = [
            {"this_id": row.id, **when}
            for notice in planned
            if (row := standing.get(notice.key)) is not None
            and row.state is State.WAITING
            and (when := _when(notice)) != _when(row)
        ]
        self._asked.dropped(self._table)
        if new:
            await self._connection.execute(sa.insert(notices), new)
        if moved:
            await self._connection.execute(_MOVE, moved)
        return len(new) + len(moved)

    async def waiting(self, group_id: str) -> list[Notice]:
        """What is still to come in a group, soonest first."""
        found = await self._connection.execute(_WAITING, {"this_group": group_id})
        return await self._read(found.all())


def _when(row: Any) -> dict[str, Any]:
    return {"due": row.due, "expires": row.expires, "rank": row.rank}


_STANDING = sa.select(
    notices.c.id, notices.c.key, notices.c.state, notices.c.due, notices.c.expires, notices.c.rank
).where(notices.c.key.in_(sa.bindparam("these_keys", expanding=True)))
_MOVE = (
    sa.update(notices)
    .where(notices.c.id == sa.bindparam("this_id"))
    .values({name: sa.bindparam(name) for name in ("due", "expires", "rank")})
)
# The state is bound here, unlike in the dispatcher's queries: it is the group's index that serves this one.
_WAITING = (
    sa.select(notices)
    .where(notices.c.group_id == sa.bindparam("this_group"), notices.c.state == State.WAITING)
    .order_by(*SOONEST)
)
