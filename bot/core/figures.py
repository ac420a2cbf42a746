"""What all groups together come to: counts, and what they fed back, each only where enough stand behind it. Pure.

A figure is None, "too few to show", where fewer than five people or a single group stand behind it: with one group in
it, whoever knows which one that is would read that group and not the whole. What people did and answered is told by
whole months that have settled, and sums are made of months that are shown: so a report of tomorrow, or one with
another beginning, cannot be taken from this one to leave a single meeting.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.model import Life, to_utc

PEOPLE, GROUPS = 5, 2
"""How many of each must stand behind whatever is shown."""

SETTLED = timedelta(days=7)
"""How long after a month its last feedback has surely closed, and its leads have said what they would."""

OTHER = "other"
"""What there is only one of is told under this name, with others of its kind."""


@dataclass(frozen=True)
class Met:
    """One meeting as far as it is counted: `starts` is local, `held` what its lead said, `absent` a number only."""

    starts: datetime
    minutes: int
    cancelled: bool = False
    moved: bool = False
    held: bool | None = None
    present: int | None = None
    absent: int = 0


@dataclass(frozen=True)
class Round:
    """A published batch: the local start of its last meeting, on how many it is, and answers by scale and step."""

    starts: datetime
    meetings: int
    counts: Mapping[str, Sequence[int]]


@dataclass(frozen=True)
class Facts:
    """All that is counted of one group. `joined` is when each member did, and `ended` when its season was over; UTC."""

    programme: str
    language: str
    life: Life
    zone: str
    departures: int
    joined: tuple[datetime, ...] = ()
    meetings: tuple[Met, ...] = ()
    rounds: tuple[Round, ...] = ()
    ended: datetime | None = None


Scale = tuple[str, str]
"""A programme, and one of its scales: the same name means another question elsewhere."""


@dataclass(frozen=True)
class Figures:
    """What is shown; None is too few to show, and 0 is nought. Shares are from 0 to 1, months such as "2026-09"."""

    groups: int | None
    lives: Mapping[str, int | None]
    programmes: Mapping[str, int | None]
    languages: Mapping[str, int | None]
    members: int | None
    left: int | None
    held: int | None
    moved: int | None
    cancelled: int | None
    present: float | None
    months: tuple[str, ...]
    present_by_month: Mapping[str, float]
    feedback: Mapping[Scale, Mapping[str, float]]


@dataclass
class _Tally:
    """A sum, and how many groups have something in it."""

    total: int = 0
    groups: int = 0

    def add(self, count: int) -> None:
        self.total += count
        self.groups += count > 0


@dataclass
class _Cell:
    """A month's figure: a sum over so many, with the fewest people and the groups that it can have come from."""

    total: int = 0
    of: int = 0
    people: int = 0
    groups: int = 0

    def add(self, total: int, of: int, people: int) -> None:
        if of:
            self.total += total
            self.of += of
            self.people += people
            self.groups += 1

    @property
    def enough(self) -> bool:
        return self.people >= PEOPLE and self.groups >= GROUPS


@dataclass
class Count:
    """Groups are added one by one, and nothing of a single one is kept; `since` is a month, or empty for all."""

    now: datetime
    since: str = ""
    _lives: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Life, 0))
    _programmes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _languages: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _members: _Tally = field(default_factory=_Tally)
    _left: _Tally = field(default_factory=_Tally)
    _held: _Tally = field(default_factory=_Tally)
    _moved: _Tally = field(default_factory=_Tally)
    _cancelled: _Tally = field(default_factory=_Tally)
    _present: dict[str, _Cell] = field(default_factory=lambda: defaultdict(_Cell))
    _feedback: dict[Scale, dict[str, _Cell]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(_Cell)))

    def add(self, facts: Facts) -> None:
        """Count one group."""
        self._lives[facts.life] += 1
        self._programmes[facts.programme] += 1
        self._languages[facts.language] += 1
        self._members.add(0 if facts.life is Life.ENDED else len(facts.joined))
        self._left.add(facts.departures)
        meetings = [met for met in facts.meetings if month_of(met.starts) >= self.since]
        self._moved.add(sum(met.moved and not met.cancelled for met in meetings))
        self._cancelled.add(sum(met.cancelled for met in meetings))
        held = [met for met in meetings if self._was_held(facts, met)]
        self._held.add(len(held))
        self._add_present(facts, held)
        self._add_feedback(facts)

    def _was_held(self, facts: Facts, met: Met) -> bool:
        """As its lead said; where nothing was said, whatever is over, was not cancelled and began in its season."""
        if met.cancelled or met.held is not None:
            return bool(met.held) and not met.cancelled
        ends = _ends(facts, met)
        until = facts.ended or self.now
        return ends <= self.now and ends - timedelta(minutes=met.minutes) <= until

    def _add_present(self, facts: Facts, held: Iterable[Met]) -> None:
        by_month: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for met in held:
            ends = _ends(facts, met)
            size = sum(1 for joined in facts.joined if joined <= ends)
            # Guests may be among those present, and people who have left since: no more than there are members now.
            there = min(met.present if met.present is not None else max(size - met.absent, 0), size)
            by_month[month_of(met.starts)].append((there, size))
        for month, counts in by_month.items():
            if self._is_settled(month):
                there, of = (sum(numbers) for numbers in zip(*counts, strict=True))
                self._present[month].add(there, of, max(size for _, size in counts))

    def _add_feedback(self, facts: Facts) -> None:
        """The same people may answer several times a month: of each group only the round with most of them counts."""
        mine: dict[tuple[Scale, str], list[tuple[int, int, int]]] = defaultdict(list)
        for each in facts.rounds:
            month = month_of(each.starts)
            if month < self.since or not self._is_settled(month):
                continue
            for scale, steps in each.counts.items():
                answers = sum(steps)
                people = -(-answers // max(each.meetings, 1))  # the fewest: everybody may have answered on each meeting
                points = sum(step * count for step, count in enumerate(steps, 1))
                mine[(facts.programme, scale), month].append((points, answers, people))
        for (asked, month), counts in mine.items():
            points, answers = sum(c[0] for c in counts), sum(c[1] for c in counts)
            self._feedback[asked][month].add(points, answers, max(c[2] for c in counts))

    def _is_settled(self, month: str) -> bool:
        return month <= last_settled(self.now)

    def figures(self) -> Figures:
        """What may be shown of all that was added."""
        everything = sum(self._lives.values())
        present = {month: cell for month, cell in self._present.items() if cell.enough}
        feedback = {
            scale: {month: cell.total / cell.of for month, cell in cells.items() if cell.enough}
            for scale, cells in sorted(self._feedback.items())
        }
        there, of = sum(cell.total for cell in present.values()), sum(cell.of for cell in present.values())

        def told(tally: _Tally, least: int = 1) -> int | None:
            few = tally.groups < GROUPS or tally.total < least if tally.total else everything == 1
            return None if few else tally.total

        return Figures(
            groups=_of_groups(everything),
            lives={life: _of_groups(count) for life, count in self._lives.items()},
            programmes=_named(self._programmes),
            languages=_named(self._languages),
            members=told(self._members, PEOPLE),
            left=told(self._left, PEOPLE),
            held=told(self._held),
            moved=told(self._moved),
            cancelled=told(self._cancelled),
            present=there / of if of else None,
            months=tuple(_months([*present, *(month for cells in feedback.values() for month in cells)])),
            present_by_month={month: cell.total / cell.of for month, cell in sorted(present.items())},
            feedback={scale: dict(sorted(cells.items())) for scale, cells in feedback.items() if cells},
        )


def _of_groups(count: int) -> int | None:
    return None if 0 < count < GROUPS else count


def _named(counts: Mapping[str, int]) -> dict[str, int | None]:
    """By name where there are several; not even the name is told of what there is only one of."""
    found: dict[str, int | None] = {name: count for name, count in sorted(counts.items()) if count >= GROUPS}
    single = sum(count for count in counts.values() if count < GROUPS)
    return found | {OTHER: _of_groups(single)} if single else found


def _ends(facts: Facts, met: Met) -> datetime:
    return to_utc(met.starts, ZoneInfo(facts.zone)) + timedelta(minutes=met.minutes)


def month_of(local: date) -> str:
    """Its month, such as "2026-09"; months sort as their names do."""
    return f"{local.year:04}-{local.month:02}"


def first_after(month: str) -> datetime:
    """The first midnight after a month."""
    year, number = int(month[:4]), int(month[5:])
    return datetime(year + number // 12, number % 12 + 1, 1)  # noqa: DTZ001 - wall time


def last_settled(now: datetime) -> str:
    """The last month of which what people did and answered is told."""
    settled = (now - SETTLED).replace(day=1) - timedelta(days=1)
    return month_of(settled)


def _months(shown: Iterable[str]) -> Iterator[str]:
    """From the first month of which something is shown to the last, none left out."""
    there = sorted(set(shown))
    month = there[0] if there else ""
    while there and month <= there[-1]:
        yield month
        month = month_of(first_after(month))
