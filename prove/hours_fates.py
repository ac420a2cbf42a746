"""What should have become of each notice on a way through time, and what did."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.core.model import Group as Row
from bot.core.model import Notice
from prove.hours_drawn import Drawn, shown
from prove.hours_walls import DAY, HOUR, Wall, day_of
from prove.hours_words import Gathering, Group, Key, When, afterwards

START = day_of(2026, 9, 1) * DAY + 6 * HOUR
"""When the clock is set going."""


@dataclass
class Told:
    """What became of one notice, last time anybody decided on it: said, or a state, and what the clock showed."""

    notice: Notice
    how: str
    at: int


@dataclass
class Life:
    """One group as the oracle knows it."""

    drawn: Drawn
    row: Row
    plan: dict[Key, When]
    meetings: dict[str, str]
    last: Gathering
    members: list[str]


class Way:
    """The readings of the clock in the order in which the dispatcher saw them."""

    def __init__(self, stops: Sequence[list[int]]) -> None:
        self.stops = stops
        self.highest = list(accumulate((max(stop) for stop in stops), max))
        self.of = {reading: stop for stop in stops for reading in stop}

    def fates(self, group: Group, when: When, since: int = 0) -> set[tuple[str, int, int]]:
        """What may become of a notice: said or skipped, at which reading, at which stop.

        There is one answer, except at a stop during which the clock jumped: it may have been taken up before or after.
        """
        due, until = when
        at = max(since, bisect_left(self.highest, due))
        found: set[tuple[str, int, int]] = set()
        while at < len(self.stops):
            sure = False
            for reading in self.stops[at]:
                if reading < due:
                    continue
                sure = sure or len(self.stops[at]) == 1
                if reading > until:
                    found.add(("skipped", reading, at))
                elif group.quiet(reading):
                    morning = group.waits(reading)
                    if morning >= until:
                        found.add(("skipped", reading, at))
                    elif len(self.stops[at]) == 1:
                        due, sure = morning, False
                    else:
                        found |= self.fates(group, (morning, until), at)
                else:
                    found.add(("said", reading, at))
            if sure:
                return found
            at += 1
            if found and at < len(self.stops) and self.stops[at][0] >= due:
                return found | self.fates(group, (due, until), at)
        return found

    def together(self, reading: int, posts: Sequence[int]) -> bool:
        """Whether it was posted at the stop at which it was taken up."""
        return all(post in self.of.get(reading, ()) for post in posts) and len(posts) > 0


def compare(life: Life, told: Sequence[Told], way: Way, heard: set[str], counts: Counter[str]) -> list[str]:
    """What became of a group's notices that should not have, in words."""
    by_key: dict[Key, Told] = {}
    for one in told:
        notice = one.notice
        by_key[notice.kind, notice.meeting_id or "", notice.person_id or "", notice.ref] = one
    group, wrong = life.drawn.group, []
    farewell = by_key.get(("farewell", life.last.id, "", ""))
    plan = dict(life.plan)
    end = len(way.stops)
    if farewell:
        (_, ended, end), *_ = sorted(f for f in way.fates(group, plan["farewell", life.last.id, "", ""])) or [
            ("", 0, 0)
        ]
        ended = farewell.at
        after = afterwards(group, life.last, ended, life.members, {})
        late = {key: way.fates(group, when, end) for key, when in after.items() if key[0] == "keepsake"}
    else:
        late = {}
        wrong.append(f"{group.wall.zone}: a group that never ended")
    expected = {key: way.fates(group, when) for key, when in plan.items() if when[1] >= START} | late
    for key, fates in expected.items():
        one = by_key.get(key)
        counts["compared"] += 1
        if one is not None and (one.how, one.at) in {(how, at) for how, at, _ in fates}:
            _count(one, plan.get(key, (one.at, one.at)), counts)
            if one.how == "skipped" and one.notice.id not in heard and key not in late:
                counts["untold"] += 1
        elif one is None and min((stop for *_, stop in fates), default=end) >= end and key not in late:
            counts["after the end"] += 1
        elif one is not None and one.how == "dropped" and _nothing_asked(key, by_key):
            counts["nothing to say"] += 1
        else:
            wrong.append(_described(group.wall, key, plan.get(key), one, fates))
    for key in by_key.keys() - expected.keys():
        if key[0] in {k[0] for k in plan} or key[0] in {"soon", "reminder", "pretask"}:
            wrong.append(_described(group.wall, key, None, by_key[key], set()))
    return wrong


def _nothing_asked(key: Key, by_key: dict[Key, Told]) -> bool:
    """Results of a round whose questions could not be put any more."""
    asked = by_key.get(("feedback", *key[1:]))
    return key[0] == "results" and (asked is None or asked.how != "said")


def _count(one: Told, when: When, counts: Counter[str]) -> None:
    if one.how == "skipped":
        counts["skipped"] += 1
    elif one.at == when[0]:
        counts["on time"] += 1
    else:
        counts["late"] += 1
        counts["morning"] += int(one.notice.due.timestamp()) != when[0]


def _described(wall: Wall, key: Key, when: When | None, one: Told | None, fates: set[tuple[str, int, int]]) -> str:
    due = shown(when[0], wall) if when else "never"
    was = f"{one.how} {shown(one.at, wall)}" if one else "nothing"
    expected = " or ".join(f"{how} {shown(at, wall)}" for how, at, _ in sorted(fates)) or "nothing"
    return f"{wall.zone}: {key[0]} {key[1]} due {due}: expected {expected}, was {was}"
