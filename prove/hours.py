"""Every notice once, at the right time on the group's own wall.

Two layers. 10,000 groups with rhythms, zones and habits drawn at random are planned over two years, and every start
and every notice is compared with an oracle that knows nothing of the bot's code: it is written from the design's words,
with a calendar and zones of its own (hours_walls, hours_words). Then 200 such groups live a year of it on a real store
with the real dispatcher, while the machine's clock, which is also the groups', is put forward and back by five minutes,
an hour and a day at random moments, in the middle of sending too (hours_life, hours_fates).

It passes when there is no difference at all: nothing sent twice, too early, or later than the jump itself; and what
must not be late is skipped and told.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.core import model
from bot.core.kinds import KINDS
from bot.core.plan import Facts, Planned, plan, plan_after
from bot.core.season import after_rest, dates
from prove.hours_drawn import (
    HELSINKI,
    Drawn,
    day,
    drawn,
    instant,
    its_facts,
    its_group,
    its_meetings,
    its_programme,
    local,
    shown,
    walls,
)
from prove.hours_life import lives
from prove.hours_walls import DAY, Wall
from prove.hours_words import COUNTED, Key, When, afterwards, notices
from prove.report import Report

RHYTHMS, LIVES = 10_000, 200
SHOWN = 5


def run(scale: float, seed: int) -> Report:
    """Plan and compare, then live and compare."""
    report = Report("4. Hours: every notice once, at the right time on the group's own wall")
    clocks = walls()
    found = _planned(report, random.Random(f"{seed}:plans"), clocks, max(1, round(RHYTHMS * scale)))
    for line in found[:SHOWN]:
        report.judge("for example", line, "none", holds=False)
    lives(report, random.Random(f"{seed}:lives"), clocks, max(1, round(LIVES * scale)))
    return report


def _planned(report: Report, dice: random.Random, clocks: dict[str, Wall], rhythms: int) -> list[str]:
    counts: Counter[str] = Counter()
    changes: Counter[int] = Counter()
    wrong: list[str] = []
    for _ in range(rhythms):
        one = drawn(dice, clocks)
        wrong += _recurrence(one, counts)
        wrong += _notices(one, counts, changes)
        wrong += _afterwards(dice, one, counts)
    report.tell("rhythms, over two years each", f"{rhythms:,}")
    report.tell("zones", len(clocks))
    report.tell("meetings", f"{counts['meetings']:,}")
    report.tell("of them at a time that a clock change skips / doubles", f"{counts['skipped']} / {counts['twice']}")
    report.tell("notices compared", f"{counts['notices']:,}")
    report.tell("of them in Helsinki, within three days of a change", f"{changes.total():,}")
    report.judge("Helsinki's clock changes among them, of four", len(changes), "4", holds=len(changes) == 4)
    report.none("posts in quiet hours or in a holiday", counts["at night"])
    report.none("days with more routine posts than one, or two on a meeting's", counts["crowded"])
    report.none("meetings with more routine posts than the group wants", counts["too many"])
    report.none("differences between plan and oracle", len(wrong))
    return wrong


def _recurrence(one: Drawn, counts: Counter[str]) -> list[str]:
    """The bot's own dates against the oracle's, and the instants of both."""
    starts = dates(local(one.first), one.count, one.unit, len(one.starts))  # type: ignore[arg-type]
    rest = one.group.habits.rest
    if rest:
        starts = after_rest(starts, day(rest[0]), day(rest[1]), unit=one.unit)
    zone = its_group(one).tz
    counts["meetings"] += len(starts)
    wrong = []
    for ours, theirs in zip(one.starts, starts, strict=True):
        counts[one.group.wall.odd(ours)] += 1
        if local(ours) != theirs or instant(one.group.wall.instant(ours)) != model.to_utc(theirs, zone):
            wrong.append(f"{zone.key}: a meeting {theirs}, by the oracle {local(ours)}")
    return wrong


def _notices(one: Drawn, counts: Counter[str], changes: Counter[int]) -> list[str]:
    wall = one.group.wall
    ours = notices(one.group, one.meetings)
    planned = plan(its_group(one), its_meetings(one), its_programme(one), its_facts(one))
    theirs = {(p.kind, p.meeting.id, p.person_id or "", p.ref): _when(p) for p in planned}
    counts["notices"] += len(ours)
    if wall.zone == HELSINKI:
        changes.update(c for c in wall.changes()[:4] for due, _ in ours.values() if abs(due - c) < 3 * DAY)
    _quietly(one, planned, counts)
    twice = [f"{wall.zone}: planned twice in one plan"] * (len(planned) - len(theirs))
    return twice + _differences(one, ours, theirs)


def _quietly(one: Drawn, planned: Sequence[Planned], counts: Counter[str]) -> None:
    """What the bot promises of being quiet, asked of its plan without a detour."""
    group, routine = one.group, [p for p in planned if KINDS[p.kind].routine]
    days = {m.local // DAY for m in one.meetings if not m.cancelled}
    at = [int(p.due.timestamp()) for p in routine]
    counts["at night"] += sum(group.quiet(int(p.due.timestamp())) for p in planned)
    counts["at night"] += sum(group.rests(group.day(due)) for due in at)
    by_day = Counter(group.day(due) for due in at)
    counts["crowded"] += sum(posts > 1 + (each in days) for each, posts in by_day.items())
    by_meeting = Counter(p.meeting.id for p in routine if p.kind in COUNTED)
    counts["too many"] += sum(posts > group.habits.posts for posts in by_meeting.values())


def _afterwards(dice: random.Random, one: Drawn, counts: Counter[str]) -> list[str]:
    """The same of what follows when the group is over."""
    order = sorted((m for m in one.meetings if not m.cancelled), key=lambda m: m.local)
    if not order:
        return []
    ended = one.group.end(order[-1]) + dice.randrange(8 * DAY)
    members = ["aino", "veikko", "salme"]
    asked = {months: [m for m in members if dice.random() < 0.4] for months in (3, 6)}
    ours = afterwards(one.group, order[-1], ended, members, asked)
    facts = Facts(members=tuple(members), followers={n: tuple(who) for n, who in asked.items()})
    group = replace(its_group(one), life=model.Life.ENDED, ended=instant(ended))
    planned = plan_after(group, its_meetings(one), facts)
    theirs = {(p.kind, p.meeting.id, p.person_id or "", p.ref): _when(p) for p in planned}
    counts["notices"] += len(ours)
    return _differences(one, ours, theirs)


def _differences(one: Drawn, ours: dict[Key, When], theirs: dict[Key, When]) -> list[str]:
    wall = one.group.wall
    return [
        f"{wall.zone}: {' '.join(key)} planned {_seen(theirs, key, wall)}, by the oracle {_seen(ours, key, wall)}"
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key) != theirs.get(key)
    ]


def _seen(found: dict[Key, When], key: Key, wall: Wall) -> str:
    if key not in found:
        return "never"
    due, until = found[key]
    return f"{shown(due, wall)}, of use until {instant(until):%Y-%m-%d %H:%M} UTC"


def _when(planned: Planned) -> When:
    return int(planned.due.timestamp()), int(planned.until.timestamp())
