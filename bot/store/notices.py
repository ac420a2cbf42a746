"""The outbox as the core sees it: notices planned in a turn's own transaction."""

import sqlalchemy as sa

from bot.core.model import Notice, State
from bot.store.repository import Rows
from bot.store.tables import notices

SOONEST = (notices.c.due, notices.c.rank, notices.c.id)
"""The order in which notices are said."""


class WorkNotices(Rows[Notice]):
    """The notices, in one transaction."""

    async def plan(self, notice: Notice) -> bool:
        """Add it, or move a waiting one of the same key to its due time; False where nothing had to change."""
        standing = (await self._connection.execute(_STANDING, {"this_key": notice.key})).one_or_none()
        if standing is None:
            await self.add(notice)
            return True
        when = {"due": notice.due, "expires": notice.expires, "rank": notice.rank}
        if standing.state is not State.WAITING or standing._asdict().items() >= when.items():
            return False
        await self._connection.execute(sa.update(notices).where(notices.c.id == standing.id).values(when))
        return True

    async def waiting(self, group_id: str) -> list[Notice]:
        """What is still to come in a group, soonest first."""
        found = await self._connection.execute(_WAITING, {"this_group": group_id})
        return await self._read(found.all())


_STANDING = sa.select(notices.c.id, notices.c.state, notices.c.due, notices.c.expires, notices.c.rank).where(
    notices.c.key == sa.bindparam("this_key")
)
# The state is bound here, unlike in the dispatcher's queries: it is the group's index that serves this one.
_WAITING = (
    sa.select(notices)
    .where(notices.c.group_id == sa.bindparam("this_group"), notices.c.state == State.WAITING)
    .order_by(*SOONEST)
)
