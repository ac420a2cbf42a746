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
        nth = (first.day - 1) // 7 + 1
        rule = rrule(
            MONTHLY,
            interval=count,
            dtstart=first,
            count=meetings,
            byweekday=weekday(first.weekday(), -1 if nth == 5 else nth),
        )
    return list(rule)


def after_rest(starts: Sequence[datetime], first: date, last: date, *, unit: str) -> list[datetime]:
    """The same local times in order, with all moved on from the first that falls on the days from `first` to `last`.

    They move together, by as few whole weeks as it takes, or by months to the same weekday of the month.
    """
    held_up = next((n for n, when in enumerate(starts) if first <= when.date() <= last), None)
    if held_up is None:
        return list(starts)
    steps = 1
    while _moved_on(starts[held_up], steps, unit).date() <= last:
        steps += 1
    return [when if n < held_up else _moved_on(when, steps, unit) for n, when in enumerate(starts)]


def _moved_on(when: datetime, steps: int, unit: str) -> datetime:
    if unit == "week":
        return when + timedelta(weeks=steps)
    nth = (when.day - 1) // 7 + 1
    on = weekday(when.weekday(), -1 if nth == 5 else nth)
    return when + relativedelta(months=steps, day=31 if nth == 5 else 1, weekday=on)


def in_order(meetings: Collection[Meeting]) -> list[Meeting]:
    """The meetings that stand, by time."""
    return sorted((m for m in meetings if not m.cancelled), key=lambda m: (m.starts, m.id))


def ahead(group: Group, meetings: Collection[Meeting], now: datetime) -> list[Meeting]:
    """The meetings that have not ended by `now` (UTC), soonest first."""
    return [m for m in in_order(meetings) if m.ends(group.tz) > now]


def slots_of(group: Group, programme: Programme, meetings: int) -> list[str | None]:
    """What each of so many meetings is for: one of the programme's fixed sessions, or None for a theme to be chosen.

    The first sessions come once, the last ones at the end; in a group that goes on, at the end of every season that has
    all of its meetings.
    """
    first, last = list(programme.at("first")), list(programme.at("last"))
    found: list[str | None] = []
    while len(found) < meetings:
        rest = meetings - len(found)
        length = min(group.season_meetings or rest, rest)
        opening = first[:length] if not found else []
        whole = length == (group.season_meetings or rest)
        room = max(length - len(opening), 0)
        closing = last[-room:] if whole and room else []
        found += [*opening, *([None] * (room - len(closing))), *closing]
    return found


def chosen_of(
    group: Group, meetings: Collection[Meeting], programme: Programme
) -> list[tuple[Meeting, str | None, str | None]]:
    """The standing meetings whose theme is the group's to choose, each with what was chosen and what it has.

    Both are None where it is still to be chosen. What a cancelled meeting had passes to the next.
    """
    order = in_order(meetings)
    fixed = slots_of(group, programme, len(order))
    free = [meeting for meeting, session in zip(order, fixed, strict=True) if session is None]
    named = [theme or None for theme in group.themes[: len(free)]]
    named += [None] * (len(free) - len(named))
    if programme.unchosen == "ask":
        return [(meeting, theme, theme) for meeting, theme in zip(free, named, strict=True)]
    had: list[str] = []
    for theme in named:
        had.append(theme or _next_theme(programme, had, [each for each in named if each]))
    return list(zip(free, named, had, strict=True))


def _next_theme(programme: Programme, had: Sequence[str], named: Sequence[str]) -> str:
    """The programme's next theme: of the kind whose turn it is, the one that has been had or named least often."""
    kinds = {session.id: session.kind for session in programme.sessions}
    before = next((kinds[theme] for theme in reversed(had) if theme in kinds), "")
    start = programme.kinds.index(before) + 1 if before else 0
    turn = [*programme.kinds[start:], *programme.kinds[:start]]
    return min(
        programme.themes(),
        key=lambda theme: (turn.index(kinds[theme]) if turn else 0, had.count(theme) + named.count(theme)),
    )


def themes_of(group: Group, meetings: Collection[Meeting], programme: Programme) -> dict[str, str | None]:
    """The session of every standing meeting, by meeting id; None is a theme that is still to be chosen, or was not."""
    order = in_order(meetings)
    fixed = slots_of(group, programme, len(order))
    chosen = {meeting.id: theme for meeting, _, theme in chosen_of(group, meetings, programme)}
    return {meeting.id: session or chosen.get(meeting.id) for meeting, session in zip(order, fixed, strict=True)}


def ends_season(group: Group, number: int, meetings: int) -> bool:
    """Whether the meeting of this number, of so many that stand, is the last of its season."""
    return number % group.season_meetings == 0 if group.season_meetings else number == meetings


def season_of(group: Group, number: int) -> int:
    """Which season the meeting of this number belongs to, from 0; one that began anew counts on."""
    return group.season + ((number - 1) // group.season_meetings if group.season_meetings else 0)


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
    led: dict[str, int] = {}
    found: dict[str, str | None] = {}
    taken = {m.id: m.lead_id for m in meetings if m.lead_id in known and (m.id, m.lead_id) not in absent}
    for number, meeting in enumerate(in_order(meetings)):
        turns = [] if number < led_from_outside else queue
        present = [member for member in turns if (meeting.id, member) not in absent]
        lead = taken.get(meeting.id) or min(present, key=lambda m: (led.get(m, -1), queue.index(m)), default=None)
        if lead:
            led[lead] = number
        found[meeting.id] = lead
    return found


def led_from_outside(programme: Programme, meetings: int) -> int:
    """How many first meetings the facilitator or coach of a group leads: all, or a third where they fade out."""
    if programme.lead == "rota":
        return 0
    return max(meetings // 3, 1) if programme.lead == "fading" else meetings


def number_of(meeting: Meeting, meetings: Collection[Meeting]) -> int:
    """Which meeting of the season it is, from 1; 0 for one that is cancelled."""
    return next((n for n, m in enumerate(in_order(meetings), 1) if m.id == meeting.id), 0)


def fewest(size: int) -> int:
    """How many must be able to come before the convener is asked whether to meet: 3, or 2 in groups of up to four."""
    return 2 if size <= 4 else 3


def floor_of(group: Group, size: int) -> int:
    """How many different people a batch needs; a floor of three is kept for groups of fewer than six."""
    return 3 if group.floor == "three" and size < 6 else 5
