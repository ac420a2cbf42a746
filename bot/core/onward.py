"""Going on: in a group that meets season after season there are always a few meetings ahead, by its own rhythm."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta

from bot.core.model import Group, Life, Meeting, to_utc
from bot.core.ports import House, UnitOfWork
from bot.core.season import after_rest, ahead, in_order, moved_on, nth_of, season_span
from bot.core.view import View

FEW = 3
"""How many meetings there are always ahead of a group that goes on."""

AT_LEAST_BEFORE = timedelta(days=2)
"""How long before a meeting it has to be known: what is said before one can still be said then."""


async def go_on(work: UnitOfWork, house: House, seen: View, *, whole: bool = False) -> bool:
    """Add the meetings that are wanting, where the latest ones are held; whether there were any. Twice adds once.

    None for a group that nobody could tell of them: such a one rests.

    With `whole` the last season is filled up as well, though enough lies ahead.
    """
    group, now = seen.group, house.clock.now()
    if not group.season_meetings or group.life is not Life.RUNNING or group.unreachable:
        return False
    meetings = await work.meetings.find(group_id=group.id)
    found = further(group, meetings, now, seen.earlier, whole=whole)
    latest = (in_order(meetings) or sorted(meetings, key=lambda m: m.starts))[-1:]
    for starts in found:
        like = latest[0]
        new_id = house.chance.new_id()
        await work.meetings.add(Meeting(new_id, group.id, starts, group.minutes, like.place, like.link, now))
    return bool(found)


def further(
    group: Group, meetings: Collection[Meeting], now: datetime, earlier: Sequence[int] = (), *, whole: bool = False
) -> list[datetime]:
    """The local times of the meetings to add to a group that goes on, so that there are always a few ahead.

    What its last season wants is filled up, then whole seasons are added. They follow the meetings' usual day and time,
    from the latest on, and move on together over the group's days of rest. None where enough lie ahead, unless the last
    season is to be `whole` at once.
    """
    order = in_order(meetings)
    near, count = len(ahead(group, order, now)), len(order)
    if not group.season_meetings or not meetings or (near >= FEW and not whole):
        return []
    more = season_span(group, count, count, earlier)[1] - count if count else 0
    while near + more < FEW:
        more += season_span(group, count + more + 1, count + more + 1, earlier)[1] - (count + more)
    found = _by_rhythm(group, meetings, now + AT_LEAST_BEFORE, more)
    if group.rest_from and group.rest_to:
        return after_rest(found, group.rest_from, group.rest_to, unit=group.every_unit)
    return found


def _by_rhythm(group: Group, meetings: Collection[Meeting], earliest: datetime, count: int) -> list[datetime]:
    """So many local times after all meetings there are, cancelled ones too: a date called off does not come back."""
    latest = max(meeting.starts for meeting in meetings)
    usual = _usual(group, meetings)
    days = group.every_count * (7 if group.every_unit == "week" else 30)
    nth = -1 if any(nth_of(when) == -1 for when in usual) else nth_of(usual[-1])
    found: list[datetime] = []
    steps = 0
    while len(found) < count:
        steps += group.every_count
        when = moved_on(usual[-1], steps, group.every_unit, nth)
        # One that was put off for a few days is not crowded by the next.
        if when - latest >= timedelta(days=days) / 2 and to_utc(when, group.tz) >= earliest:
            found.append(when)
    return found


def _usual(group: Group, meetings: Collection[Meeting]) -> list[datetime]:
    """The times of the meetings on the usual weekday and time, which is the most common of a season's worth of them.

    Of equally common ones it is that of the latest that was never moved. What was moved together with all that follow
    is the usual from then on.
    """
    known = _since_moved_on(in_order(meetings) or sorted(meetings, key=lambda m: m.starts))
    recent = known[-group.season_meetings :]
    common = Counter(_weekly(m.starts) for m in recent)
    most = [m for m in recent if common[_weekly(m.starts)] == max(common.values())]
    usual = ([m for m in most if not m.version] or most)[-1]
    return [m.starts for m in known if _weekly(m.starts) == _weekly(usual.starts)]


def _since_moved_on(known: Sequence[Meeting]) -> Sequence[Meeting]:
    """From the first of those on that were last moved together, which has happened at one instant; or all of them."""
    moved = Counter(meeting.time_set for meeting in known if meeting.version)
    latest = max((at for at, count in moved.items() if count > 1), default=None)
    return known[next((n for n, m in enumerate(known) if m.version and m.time_set == latest), 0) :]


def _weekly(when: datetime) -> tuple[int, time]:
    return when.weekday(), when.time()
