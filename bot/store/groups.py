"""The groups, with the questions about them that name more than equal values."""

from datetime import datetime

import sqlalchemy as sa

from bot.core.model import Group, Person
from bot.store.repository import Rows
from bot.store.tables import comings, conveners, facilitators, groups, meetings, members, notes, persons
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

_SEATS = (members, conveners, facilitators)


def _seated(seat: sa.Table) -> sa.ColumnElement[bool]:
    """That a person has a seat of this kind in a group of their own platform."""
    theirs = sa.and_(seat.c.person_id == persons.c.id, seat.c.group_id == groups.c.id)
    return sa.and_(theirs, groups.c.platform == persons.c.platform)


_NEXT = (
    sa.select(persons.c.id)
    .where(persons.c.platform == sa.bindparam("platform"), persons.c.id > sa.bindparam("after"))
    .where(sa.or_(*(sa.exists().where(_seated(seat)) for seat in _SEATS)))
    .order_by(persons.c.id)
    .limit(sa.bindparam("most"))
)
_THESE = persons.c.id.in_(sa.bindparam("these_ids", expanding=True))
_CHANNELS = sa.union(*(sa.select(persons, groups.c.channel).where(_THESE, _seated(seat)) for seat in _SEATS))


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

    async def seats(self, platform: str, *, after: str, most: int) -> list[tuple[Person, str]]:
        """The next so many people with a seat after this id, by id, once for every channel of a group of theirs."""
        asked = {"platform": platform, "after": after, "most": most}
        these = [*await self._connection.scalars(_NEXT, asked)]
        found = await self._connection.execute(_CHANNELS, {"these_ids": these})
        seats = [(Person(*person), channel) for *person, channel in found]
        return sorted(seats, key=lambda seat: these.index(seat[0].id))
