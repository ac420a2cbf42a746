"""Groups drawn at random, each told twice: in numbers for the oracle, and in the bot's own rows for its plan."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.core import model
from bot.core.plan import Facts
from bot.core.programme import Evaluation, Programme
from prove.hours_walls import DAY, HOUR, MINUTE, Wall, day_of, weekday_of
from prove.hours_words import Gathering, Group, Habits, after_holiday, recurs
from tests.core.core_rows import group as a_group
from tests.core.core_rows import programme as a_programme

HELSINKI = "Europe/Helsinki"
ZONES = (
    HELSINKI, "Europe/London", "Europe/Dublin", "Atlantic/Azores", "America/New_York", "America/St_Johns",
    "America/Santiago", "America/Havana", "America/Nuuk", "America/Scoresbysund", "America/Caracas", "America/Asuncion",
    "Pacific/Easter", "Pacific/Marquesas", "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati", "Pacific/Pago_Pago",
    "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Eucla", "Asia/Beirut", "Asia/Jerusalem", "Asia/Gaza",
    "Asia/Tehran", "Asia/Kathmandu", "Africa/Cairo", "Africa/Casablanca", "Antarctica/Troll", "Europe/Chisinau",
)  # fmt: skip
"""Whole hours, halves and quarters; changes by an hour, half an hour and two, at midnight, for Ramadan, or never."""

YEARS = 2
FROM, TO = day_of(2026, 7, 1) * DAY, day_of(2031, 1, 1) * DAY
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - local times are counted from it as well


@dataclass(frozen=True)
class Drawn:
    """One group: `starts` by the oracle's own calendar, before anything was moved."""

    group: Group
    first: int
    count: int
    unit: str
    starts: list[int]
    meetings: list[Gathering]


def walls() -> dict[str, Wall]:
    """A clock for every zone."""
    return {zone: Wall(zone, FROM, TO) for zone in ZONES}


def drawn(dice: random.Random, clocks: dict[str, Wall]) -> Drawn:
    """Any rhythm in any zone, in Helsinki every third; some meet in the very hour of a clock change."""
    zone = HELSINKI if dice.random() < 1 / 3 else dice.choice(ZONES)
    wall = clocks[zone]
    unit = dice.choice(("week", "week", "month"))
    count = dice.choice((1, 2, 2, 3, 3, 4, 5, 6, 8)) if unit == "week" else dice.choice((1, 1, 1, 2, 3))
    clock = dice.choice((8, 9, 12, 15, 16, 17, 17, 18, 19, 20, 21)) * HOUR + dice.choice((0, 0, 15, 30, 45)) * MINUTE
    if dice.random() < 0.15:
        clock = dice.randrange(0, DAY, 5 * MINUTE)
    first = day_of(2026, 9, 5) * DAY + dice.randrange(120) * DAY + clock
    if dice.random() < 0.08 and len(wall.stretches) > 1:
        first, count, unit = _into_a_change(dice, wall), 1, "week"
    days = count * (7 if unit == "week" else 31)
    starts = recurs(first, count, unit, max(2, YEARS * 365 // days))
    habits = _habits(dice, starts)
    group = Group(wall, habits)
    if habits.rest:
        starts = after_holiday(starts, habits.rest, unit)
    set_at = wall.instant(first) - dice.choice((dice.randrange(HOUR, 3 * DAY), dice.randrange(2 * DAY, 30 * DAY)))
    minutes = dice.choice((45, 60, 90, 120, 150, 150, 180))
    meetings = [_meeting(dice, group, n, local, minutes=minutes, set_at=set_at) for n, local in enumerate(starts)]
    return Drawn(group, first, count, unit, starts, meetings)


def _into_a_change(dice: random.Random, wall: Wall) -> int:
    """A first meeting some weeks before a clock change and on its weekday, at the time that it skips or doubles."""
    change = wall.shows(dice.choice(wall.changes()[:2]) - 1)
    local = change - change % (5 * MINUTE) + dice.randrange(-12, 13) * 5 * MINUTE
    while local // DAY > day_of(2026, 10, 1):
        local -= 7 * DAY
    return local


def _habits(dice: random.Random, starts: Sequence[int]) -> Habits:
    if dice.random() < 0.25:
        return Habits(evaluates=dice.random() < 0.5)
    off = {kind for kind in ("pretask", "reminder", "soon", "feedback", "between") if dice.random() < 0.08}
    rest = None
    if dice.random() < 0.4:
        begins = starts[0] // DAY + dice.randrange(-10, 300)
        rest = begins, begins + dice.randrange(40)
    return Habits(
        quiet_from=dice.choice((19, 20, 21, 22)),
        quiet_to=dice.choice((6, 7, 8, 9)),
        posts=dice.choice((2, 3, 4, 5, 5, 6)),
        off=frozenset(off),
        pretask_days=dice.choice((2, 3, 5, 7, 10)),
        reminder_days=dice.choice((1, 2, 3)),
        soon_minutes=dice.choice((30, 60, 90, 120)),
        prepares=dice.random() < 0.9,
        aloud=dice.random() < 0.1,
        evaluates=dice.random() < 0.7,
        goes_on=dice.choice((0, 0, 0, 4, 6, 10)),
        rest=rest,
    )


def _meeting(dice: random.Random, group: Group, number: int, local: int, *, minutes: int, set_at: int) -> Gathering:
    people = ["aino", "veikko", "salme", "oiva", "helmi"]
    meeting = Gathering(
        id=f"m{number:03}",
        local=local,
        minutes=minutes,
        set_at=set_at,
        held=dice.random() > 0.04,
        cancelled=dice.random() < 0.03,
        lead=people[number % 5] if dice.random() < 0.9 else "",
        writers=tuple(p for p in people if dice.random() < 0.15),
        absent=tuple(p for p in people if dice.random() < 0.1),
        task_after=dice.random() < 0.3,
    )
    if dice.random() < 0.06:  # moved, now and then on the very day
        to = meeting.local + dice.randrange(-2 * DAY, 3 * DAY, 15 * MINUTE)
        told = group.wall.instant(to) - dice.randrange(10 * MINUTE, 14 * DAY)
        was = told - dice.randrange(12 * DAY) if dice.random() < 0.5 else None
        meeting = replace(meeting, local=to, moved=True, set_at=max(told, set_at), pretask_was=was)
    if dice.random() < 0.1:
        done = group.wall.instant(meeting.local) + dice.randrange(10 * MINUTE, minutes * MINUTE)
        meeting = replace(meeting, done=done)
    return meeting


# The same in the bot's own rows


def local(seconds: int) -> datetime:
    """A local time as the bot keeps it: naive."""
    return EPOCH + timedelta(seconds=seconds)


def instant(seconds: int) -> datetime:
    """An instant as the bot keeps it: aware."""
    return datetime.fromtimestamp(seconds, UTC)


def day(number: int) -> date:
    """A local day."""
    return local(number * DAY).date()


def its_group(found: Drawn) -> model.Group:
    """The group's row."""
    habits = found.group.habits
    return a_group(
        zone=found.group.wall.zone,
        every_count=found.count,
        every_unit=found.unit,
        floor=model.Floor.ALOUD if habits.aloud else model.Floor.FIVE,
        season_meetings=habits.goes_on,
        **its_habits(habits),
    )


def its_habits(habits: Habits) -> dict[str, Any]:
    """The fields of a group's row in which they are kept."""
    return {
        "quiet_from": habits.quiet_from,
        "quiet_to": habits.quiet_to,
        "posts": habits.posts,
        "off": tuple(sorted(habits.off)),
        "pretask_days": habits.pretask_days,
        "reminder_days": habits.reminder_days,
        "soon_minutes": habits.soon_minutes,
        "preparation": "every" if habits.prepares else "off",
        "rest_from": day(habits.rest[0]) if habits.rest else None,
        "rest_to": day(habits.rest[1]) if habits.rest else None,
    }


def its_programme(found: Drawn) -> Programme:
    """A programme that asks about a season, or not."""
    return replace(a_programme(), evaluation=Evaluation(scales=("useful",) if found.group.habits.evaluates else ()))


def its_meetings(found: Drawn) -> list[model.Meeting]:
    """The meetings' rows."""
    return [
        model.Meeting(
            m.id, "g1", local(m.local), m.minutes, "Kirjasto", "", instant(m.set_at), int(m.moved), int(m.moved),
            m.cancelled, None, None if m.done is None else instant(m.done),
        )
        for m in found.meetings
    ]  # fmt: skip


def its_facts(found: Drawn) -> Facts:
    """All else that its plan depends on."""
    meetings = found.meetings
    return Facts(
        leads={m.id: m.lead for m in meetings if m.lead},
        writers={m.id: m.writers for m in meetings},
        absent={m.id: m.absent for m in meetings},
        pretasks={m.id: instant(m.pretask_was) for m in meetings if m.pretask_was is not None},
        between={m.id for m in meetings if m.task_after},
        not_held={m.id for m in meetings if not m.held},
    )


def shown(at: int, wall: Wall) -> str:
    """An instant as that wall clock shows it, for people."""
    seen = wall.shows(at)
    return (
        f"{('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[weekday_of(seen // DAY)]} {local(seen):%Y-%m-%d %H:%M:%S}"
    )
