"""What follows from a group's meetings without being stored: their order, themes and leads. Pure."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

from bot.core.model import Group, Meeting, Member
from bot.core.programme import Programme


def dates(first: datetime, count: int, unit: Literal["week", "month"], meetings: int) -> list[datetime]:
    """The local times of so many meetings from the first on; a month means the same weekday of the month.

    A first meeting on a fifth weekday means the last one of each month, since not every month has a fifth.
    """
    if unit == "week":
        rule = rrule(WEEKLY, interval=count, dtstart=first, count=meetings)
    else:
        on = weekday(first.weekday(), nth_of(first))
        rule = rrule(MONTHLY, interval=count, dtstart=first, count=meetings, byweekday=on)
    return list(rule)


def after_rest(starts: Sequence[datetime], first: date, last: date, *, unit: str) -> list[datetime]:
    """The same local times in order, with all moved on from the first that falls on the days from `first` to `last`.

    They move together, by as few whole weeks as it takes, or by months to the same weekday of the month.
    """
    held_up = next((n for n, when in enumerate(starts) if first <= when.date() <= last), None)
    if held_up is None:
        return list(starts)
    steps = 1
    while moved_on(starts[held_up], steps, unit).date() <= last:
        steps += 1
    return [when if n < held_up else moved_on(when, steps, unit) for n, when in enumerate(starts)]


def moved_on(when: datetime, steps: int, unit: str, nth: int | None = None) -> datetime:
    """A local time so many weeks or months later, on the same weekday; in months the `nth` of it, or as it was."""
    if unit == "week":
        return when + timedelta(weeks=steps)
    nth = nth or nth_of(when)
    return when + relativedelta(months=steps, day=31 if nth == -1 else 1, weekday=weekday(when.weekday(), nth))


def nth_of(when: datetime) -> int:
    """Which of its weekdays it is in the month; a fifth one means the last."""
    nth = (when.day - 1) // 7 + 1
    return -1 if nth == 5 else nth


def in_order(meetings: Collection[Meeting]) -> list[Meeting]:
    """The meetings that stand, by time."""
    return sorted((m for m in meetings if not m.cancelled), key=lambda m: (m.starts, m.id))


def ahead(group: Group, meetings: Collection[Meeting], now: datetime) -> list[Meeting]:
    """The meetings that have not ended by `now` (UTC), soonest first."""
    return [m for m in in_order(meetings) if m.ends(group.tz) > now]


def lengths_of(group: Group, meetings: int, earlier: Sequence[int] = ()) -> list[int]:
    """How many meetings each season has, as far as so many meetings reach; the last may have fewer so far.

    `earlier` are the lengths of the first seasons, where they were others than the one that holds from then on. In a
    group that does not go on, all that is left is its last season.
    """
    found: list[int] = []
    while (left := meetings - sum(found)) > 0:
        before = earlier[len(found)] if len(found) < len(earlier) else 0
        found.append(before or group.season_meetings or left)
    return found


def slots_of(group: Group, programme: Programme, meetings: int, earlier: Sequence[int] = ()) -> list[str | None]:
    """What each of so many meetings is for: one of the programme's fixed sessions, or None for a theme to be chosen.

    The first sessions come once, the last ones at the end; in a group that goes on, at the end of every season that has
    all of its meetings. Where there are fewer meetings than fixed sessions, the first ones come first.
    """
    first, last = list(programme.at("first")), list(programme.at("last"))
    found: list[str | None] = []
    for length in lengths_of(group, meetings, earlier):
        there = min(length, meetings - len(found))
        opening = [] if found else first[:there]
        room = there - len(opening)
        closing = last[-room:] if room and there == length else []
        found += [*opening, *([None] * (room - len(closing))), *closing]
    return found


def chosen_of(
    group: Group, meetings: Collection[Meeting], programme: Programme, earlier: Sequence[int] = ()
) -> list[tuple[Meeting, str | None, str | None]]:
    """The standing meetings whose theme is the group's to choose, each with what was chosen and what it has.

    Both are None where it is still to be chosen. What a cancelled meeting had passes to the next.
    """
    order = in_order(meetings)
    fixed = slots_of(group, programme, len(order), earlier)
    free = [meeting for meeting, session in zip(order, fixed, strict=True) if session is None]
    named = [theme or None for theme in group.themes[: len(free)]]
    named += [None] * (len(free) - len(named))
    if programme.unchosen == "ask" or not programme.themes():
        return [(meeting, theme, theme) for meeting, theme in zip(free, named, strict=True)]
    had: list[str] = []
    for number, theme in enumerate(named):
        had.append(theme or _next_theme(programme, had, [each for each in named[number + 1 :] if each]))
    return list(zip(free, named, had, strict=True))


def _next_theme(programme: Programme, had: Sequence[str], chosen: Sequence[str]) -> str:
    """The programme's next theme: of the kind whose turn it is, the one that comes least often.

    `had` are the themes before it, `chosen` those that were chosen for later meetings. The one just had does not come
    again while there is another.
    """
    kinds = {session.id: session.kind for session in programme.sessions}
    before = next((kinds[theme] for theme in reversed(had) if kinds.get(theme)), "")
    start = programme.kinds.index(before) + 1 if before else 0
    turn = [*programme.kinds[start:], *programme.kinds[:start]]

    def order(theme: str) -> tuple[int, int]:
        kind = turn.index(kinds[theme]) if kinds[theme] in turn else len(turn)
        return kind, had.count(theme) + chosen.count(theme)

    others = [theme for theme in programme.themes() if theme not in had[-1:]]
    return min(others or programme.themes(), key=order)


def themes_of(
    group: Group, meetings: Collection[Meeting], programme: Programme, earlier: Sequence[int] = ()
) -> dict[str, str | None]:
    """The session of every standing meeting, by meeting id; None is a theme that is still to be chosen, or was not."""
    order = in_order(meetings)
    fixed = slots_of(group, programme, len(order), earlier)
    chosen = {meeting.id: theme for meeting, _, theme in chosen_of(group, meetings, programme, earlier)}
    return {meeting.id: session or chosen.get(meeting.id) for meeting, session in zip(order, fixed, strict=True)}


def season_span(group: Group, number: int, meetings: int, earlier: Sequence[int] = ()) -> tuple[int, int]:
    """The numbers of the first and the last meeting of the season that the meeting of this number belongs to.

    The last one may be yet to come, in a group that goes on. `meetings` is how many stand.
    """
    last = 0
    for length in lengths_of(group, max(meetings, number), earlier):
        first, last = last + 1, last + length
        if number <= last:
            return first, last
    return 1, max(last, number)


def ends_season(group: Group, number: int, meetings: int, earlier: Sequence[int] = ()) -> bool:
    """Whether the meeting of this number, of so many that stand, is the last of its season."""
    if number == meetings and not group.season_meetings:
        return True
    return number > 0 and number == season_span(group, number, meetings, earlier)[1]


def season_of(group: Group, number: int, meetings: int, earlier: Sequence[int] = ()) -> int:
    """Which season the meeting of this number belongs to, from 0; one that began anew counts on."""
    first = season_span(group, number, meetings, earlier)[0]
    return group.season + len(lengths_of(group, first - 1, earlier))


def leads_of(
    members: Sequence[Member],
    meetings: Collection[Meeting],
    absent: Collection[tuple[str, str]],
    led_from_outside: int = 0,
) -> dict[str, str | None]:
    """Who leads each standing meeting, by member id: the turn goes round in the order of joining and skips the absent.

    Whoever has taken a meeting leads it; otherwise the turn is theirs who led longest ago, and who is not in the rota
    has none. `absent` holds pairs of meeting and member id. So many first meetings are led from outside, and are
    nobody's turn unless a member has taken them.
    """
    everybody = sorted(members, key=lambda m: (m.joined, m.id))
    queue = [m.id for m in everybody if m.rota]
    known = {m.id for m in everybody}
    found: dict[str, str | None] = {}
    taken = {m.id: m.lead_id for m in meetings if m.lead_id in known and (m.id, m.lead_id) not in absent}
    for number, meeting in enumerate(in_order(meetings)):
        turns = [] if number < led_from_outside else queue
        lead = taken.get(meeting.id) or next((m for m in turns if (meeting.id, m) not in absent), None)
        if lead in queue:
            queue.remove(lead)
            queue.append(lead)
        found[meeting.id] = lead
    return found


def led_from_outside(
    programme: Programme, meetings: int, first_season: int | None = None, *, seated: bool = True
) -> int:
    """How many first meetings whoever facilitates leads: all, or where they fade out a third of the first season.

    While nobody is `seated` the turn goes round, except where the programme wants a facilitator, who is waited for.
    """
    if programme.lead == "rota" or not (seated or programme.lead == "facilitator"):
        return 0
    if programme.lead != "fading":
        return meetings
    first = meetings if first_season is None else first_season
    return max(first // 3, len(programme.at("first")), 1)


def fewest(size: int) -> int:
    """How many must be able to come before the convener is asked whether to meet: 3, or 2 in groups of up to four."""
    return 2 if size <= 4 else 3


def floor_of(group: Group, size: int) -> int:
    """How many different people a batch needs; a floor of three is kept for groups of fewer than six."""
    return 3 if group.floor == "three" and size < 6 else 5
