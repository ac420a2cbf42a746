"""A group that rests, paused, without a meeting or shut out: when its conveners are asked, and when it is over."""

from collections.abc import Collection
from datetime import datetime

from dateutil.relativedelta import relativedelta

from bot.core.model import Group, Life, Meeting
from bot.core.plan import NEVER_TOO_LATE, Planned, local_day, morning_of, told_as
from bot.core.season import in_order

ASKED = (1, 3)
"""After how many months of rest the conveners are asked how it is to go on."""

OVER = 6
"""After how many months of rest a group is over: longer than a summer, and than any ordinary break."""


def is_resting(group: Group, meetings: Collection[Meeting]) -> bool:
    """Whether nothing is ahead of a group that is not over, or nothing of it can be said where it meets."""
    if group.life is Life.ENDED:
        return False
    return group.life is Life.PAUSED or group.unreachable is not None or not in_order(meetings)


def rests_since(group: Group, meetings: Collection[Meeting]) -> datetime | None:
    """From when its rest is counted, UTC; None for a group that does not rest.

    To set the time of a meeting in a paused group is a sign of life, from which it is counted anew.
    """
    if group.resting is None:
        return None
    return max([group.resting, *(meeting.time_set for meeting in meetings)])


def over_at(group: Group, since: datetime) -> datetime:
    """When a group is over that rests since then, UTC."""
    return _months_after(group, since, OVER)


def planned(group: Group, meetings: Collection[Meeting]) -> list[Planned]:
    """The questions to those who convene and, some time after them, the end; none where the group does not rest. Pure.

    They hang on the last meeting there is, held or called off.
    """
    since = rests_since(group, meetings)
    if since is None or not meetings:
        return []
    last, over, ref = max(meetings, key=lambda m: (m.starts, m.id)), over_at(group, since), told_as(since)
    asked = [
        Planned("resting", last, _months_after(group, since, months), over, ref=f"{ref}.{months}") for months in ASKED
    ]
    return [*asked, Planned("rested", last, over, over + NEVER_TOO_LATE, ref=ref)]


def _months_after(group: Group, since: datetime, months: int) -> datetime:
    return morning_of(group, local_day(group, since) + relativedelta(months=months))
