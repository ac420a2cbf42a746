"""Days, weekdays and zones worked out anew, so that a mistake of the bot's own arithmetic cannot hide in the oracle.

Days are counted from 1 January 1970, local times are seconds from its midnight as a wall clock counts them, instants
are seconds of UTC. Neither datetime's arithmetic nor dateutil nor zoneinfo is used: what a wall clock shows at an
instant is asked of the C library, and the instant of a local time is searched for among those that show it.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from zoneinfo import TZPATH

DAY, HOUR, MINUTE = 86_400, 3_600, 60


def day_of(year: int, month: int, day: int) -> int:
    """The number of a day: the years' days, the leap days among them, and the months' before it."""
    lengths = (31, 29 if is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    before = year - 1
    leaps = before // 4 - before // 100 + before // 400 - (1969 // 4 - 1969 // 100 + 1969 // 400)
    return (year - 1970) * 365 + leaps + sum(lengths[: month - 1]) + day - 1


def is_leap(year: int) -> bool:
    """Whether February has 29 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def date_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a day's number."""
    year = 1970 + number // 366
    while day_of(year + 1, 1, 1) <= number:
        year += 1
    month = 12
    while day_of(year, month, 1) > number:
        month -= 1
    return year, month, number - day_of(year, month, 1) + 1


def weekday_of(number: int) -> int:
    """0 is Monday; 1 January 1970 was a Thursday."""
    return (number + 3) % 7


def month_days(year: int, month: int) -> range:
    """The numbers of the days of a month, which may be beyond 12: then it lies in a later year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return range(day_of(year, month, 1), day_of(*following, 1))


def months_on(number: int, months: int) -> int:
    """The same day so many months later, or the last of a month that has no such day."""
    year, month, day = date_of(number)
    days = month_days(year, month + months)
    return days[min(day, len(days)) - 1]


def same_weekday(number: int, months: int) -> int:
    """The same weekday of the month, so many months later: the second Tuesday's is the second Tuesday.

    Of a fifth one it is the last, for not every month has a fifth.
    """
    year, month, day = date_of(number)
    nth = (day - 1) // 7
    found = [each for each in month_days(year, month + months) if weekday_of(each) == weekday_of(number)]
    return found[-1] if nth == 4 else found[nth]


@dataclass(frozen=True)
class Stretch:
    """From one instant up to another a zone's clocks were this many seconds ahead of UTC."""

    begins: int
    ends: int
    ahead: int


class Wall:
    """A clock on a wall in one zone, over some years."""

    def __init__(self, zone: str, first: int, last: int) -> None:
        self.zone = zone
        with _as_if_in(zone):
            self.stretches = tuple(_stretches(first, last))

    def shows(self, instant: int) -> int:
        """The local time at an instant."""
        return instant + next(s.ahead for s in self.stretches if s.begins <= instant < s.ends)

    def instant(self, local: int) -> int:
        """The instant at which the clock shows this: the first where it does so twice.

        Where it never does, because clocks were put forward over it, what they would have shown without that counts:
        the meeting of half past three in the night of the change is held when it would have been half past three.
        """
        for stretch in self.stretches:
            found = local - stretch.ahead
            if found < stretch.begins:  # the clocks went over it
                return found + stretch.ahead - self._before(stretch).ahead
            if found < stretch.ends:
                return found
        raise ValueError("beyond the years that were looked at")

    def _before(self, stretch: Stretch) -> Stretch:
        return self.stretches[self.stretches.index(stretch) - 1]

    def changes(self) -> list[int]:
        """The instants at which its clocks are put forward or back."""
        return [stretch.begins for stretch in self.stretches[1:]]

    def odd(self, local: int) -> str:
        """Whether this local time is "skipped" by a change, shown "twice", or neither ("")."""
        times = sum(s.begins <= local - s.ahead < s.ends for s in self.stretches)
        return {0: "skipped", 1: ""}.get(times, "twice")


def _stretches(first: int, last: int) -> Iterator[Stretch]:
    begins, at, ahead = first, first, _ahead(first)
    while at < last:
        following = min(at + 6 * HOUR, last)
        if _ahead(following) != ahead:
            before, after = at, following
            while after - before > 1:
                between = (before + after) // 2
                before, after = (between, after) if _ahead(between) == ahead else (before, between)
            yield Stretch(begins, after, ahead)
            begins, ahead = after, _ahead(after)
            following = after
        at = following
    yield Stretch(begins, last, ahead)


def _ahead(instant: int) -> int:
    return time.localtime(instant).tm_gmtoff


@contextmanager
def _as_if_in(zone: str) -> Iterator[None]:
    """Let the C library read the same files as the bot does, with its own eyes."""
    folders = (*map(Path, TZPATH), Path(str(files("tzdata"))) / "zoneinfo")
    folder = next(each for each in folders if (each / zone).is_file())
    before = {name: os.environ.get(name) for name in ("TZ", "TZDIR")}
    os.environ.update(TZ=zone, TZDIR=str(folder))
    time.tzset()
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        time.tzset()
