"""Words about coming, a while after their meeting: the text goes, and whether somebody came stays as it was told."""

from datetime import datetime, timedelta

from bot.core.model import Group
from bot.core.plan import KEPT_FOR
from bot.core.ports import House, Store, UnitOfWork
from bot.core.uses.coming.absence_set import without_word

ANYWHERE = timedelta(days=1)
"""By how much a local time can differ from UTC at the most."""


async def see_to_reasons(store: Store, house: House) -> None:
    """Erase the words on meetings that were over long enough ago, whatever the group's life. Twice does no harm."""
    now = house.clock.now()
    async with store.begin() as work:
        groups = await work.groups.worded((now - KEPT_FOR + ANYWHERE).replace(tzinfo=None))
    for group_id in groups:
        async with store.begin() as work:
            await work.lock(group_id)
            group = await work.groups.get(group_id)
            if group:
                await _see_to(work, group, now)


async def _see_to(work: UnitOfWork, group: Group, now: datetime) -> None:
    meetings = await work.meetings.find(group_id=group.id)
    over = {meeting.id for meeting in meetings if meeting.ends(group.tz) + KEPT_FOR <= now}
    for told in await work.comings.find(group_id=group.id):
        if told.reason and told.meeting_id in over:
            await work.comings.save(without_word(told))
