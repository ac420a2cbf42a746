"""The groups, with the questions about them that name more than equal values."""

from datetime import datetime

import sqlalchemy as sa

from bot.core.model import Group
from bot.store.repository import Rows
from bot.store.tables import comings, groups, meetings, notes
from bot.store.vault import NOTHING

_SEASONAL = sa.or_(groups.c.ended.is_not(None), groups.c.season_meetings > 0)
_NOTED = sa.select(groups.c.id).where(_SEASONAL, sa.exists().where(notes.c.group_id == groups.c.id))

# Sealed, a word cannot be looked at, but it is longer than none.
_WORDED = (
    sa.select(comings.c.group_id)
    .join(meetings, meetings.c.id == comings.c.meeting_id)
    .where(meetings.c.starts < sa.bindparam("before"), sa.func.length(comings.c.reason) > NOTHING)
    .distinct()
)


class WorkGroups(Rows[Group]):
    """The groups, in one transaction."""

    async def within(self, platform: str, channel: str) -> list[Group]:
        """The groups of a channel and of every topic in it, ended ones too."""
        topics = sa.and_(groups.c.channel > f"{channel}/", groups.c.channel < f"{channel}0")  # 0 comes after the slash
        here = sa.or_(groups.c.channel == channel, topics)
        found = await self._connection.execute(sa.select(groups).where(groups.c.platform == platform, here))
        return await self._read(found.all())

    async def worded(self, before: datetime) -> list[str]:
        """The ids of those with somebody's word on a meeting that began before this, local wherever it is."""
        return [*await self._connection.scalars(_WORDED, {"before": before})]

    async def noted(self) -> list[str]:
        """The ids of those with notes in them that are over or go on season by season."""
        return [*await self._connection.scalars(_NOTED)]
