"""When people can meet: how what they typed is read, how long they are asked, and how their answers count. Pure."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.core.model import Group, Vote, to_utc
from bot.core.plan import MORNING, is_quiet, local_day, polite
from bot.core.refusal import Refusal

WORKS, IF_NEED, NO = "works", "if-need", "no"
ANSWERS = (WORKS, IF_NEED, NO)
"""What a member may say of one time."""

EVENING = time(18)
"""When a question about times rather closes: most have had a moment by then, and the night is still far."""

OPEN_FOR = 3
"""Days."""

_ROOMS = ((timedelta(hours=6), timedelta(days=1)), (timedelta(hours=3), timedelta(hours=6)))
"""How long it is open at least, and how long before the earliest time it closes; the second where there is no more."""


def closing(group: Group, now: datetime, earliest: datetime) -> datetime:
    """When a question opened now closes, UTC: the third evening, or so much sooner that the earliest time is ahead.

    `earliest` (UTC) is the first of what is asked about. Never at night, where there is any other hour before it.
    """
    opens = polite(group, now)
    days = [local_day(group, opens) + timedelta(days=n) for n in range(OPEN_FOR + 1)]
    slots = [to_utc(datetime.combine(day, at), group.tz) for day in days for at in (MORNING, EVENING)]
    for open_least, before in _ROOMS:
        good = [s for s in slots if opens + open_least <= s <= earliest - before and not is_quiet(group, s)]
        if good:
            return max(good)
    middle = opens + max(earliest - opens, timedelta(0)) / 2
    later = polite(group, middle)
    return later if later < earliest else middle


def halfway(group: Group, opens: datetime, closes: datetime) -> datetime | None:
    """When those who have not answered may be reminded, UTC; None where it is too short a time to be reminded in."""
    middle = polite(group, opens + (closes - opens) / 2, MORNING)
    enough = opens + timedelta(hours=12) <= middle <= closes - timedelta(hours=6)
    return middle if enough else None


@dataclass(frozen=True)
class Tally:
    """One time (naive local) with the ids of the members who said each thing of it, in the order of joining."""

    starts: datetime
    works: tuple[str, ...]
    if_need: tuple[str, ...]
    no: tuple[str, ...]
    enough: bool

    @property
    def able(self) -> int:
        """How many could come, gladly or not."""
        return len(self.works) + len(self.if_need)

    @property
    def asked(self) -> bool:
        """Whether anybody said anything of it."""
        return bool(self.able or self.no)

    @property
    def rank(self) -> tuple[bool, int, int]:
        """What makes it better than another; equal ones are a tie."""
        return (not self.enough, -len(self.works), len(self.no))


def tally(items: Collection[str], votes: Collection[Vote], members: Sequence[str], least: int) -> list[Tally]:
    """All times, best first: those for which at least so many can come, then most "works", then fewest "no".

    Only the answers of `members` count; equal times stand in the order of time.
    """
    said = {(vote.item, vote.member_id): vote.value for vote in votes}

    def who(item: str, answer: str) -> tuple[str, ...]:
        return tuple(member for member in members if said.get((item, member)) == answer)

    found = []
    for item in items:
        works, if_need, no = (who(item, answer) for answer in ANSWERS)
        enough = len(works) + len(if_need) >= least
        found.append(Tally(datetime.fromisoformat(item), works, if_need, no, enough))
    return sorted(found, key=lambda t: (t.rank, t.starts))


def best(tallies: Sequence[Tally]) -> list[Tally]:
    """The first of them, and whatever is exactly as good."""
    return [t for t in tallies if t.rank == tallies[0].rank]


# -- What people type --


Understood = tuple[str, datetime | None, Refusal | None]
"""What was typed, what it means, and why it means nothing."""


@dataclass(frozen=True)
class Line:
    """One time as typed, by its number from 1, and what it means (naive local) or why it means nothing."""

    number: int
    typed: str
    starts: datetime | None
    refusal: Refusal | None


MOST_LINES = 12
"""How many are read: there is room for fewer, and reading takes a while."""

_LINES = re.compile(r"[\n;]+")
_JOINTS = re.compile(r",|\s(?:tai|ja|or|and|eller|och)\s", re.IGNORECASE)
_BULLETS = "-–•*·," + "".join(filter(str.isspace, map(chr, range(0x3001))))
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\D)")
_TOGETHER = 4
"""Weekday, date, year and hour may all have commas between them."""


def read_times(text: str, read: Callable[[str], datetime]) -> list[Line]:
    """Every time in a text: one a line, or separated by semicolons, commas and "or", bullets and numbers left out.

    `read` gives the time that one of them means, or refuses it.
    """
    found: list[Understood] = []
    for whole in _LINES.split(text):
        stripped = whole.strip(_BULLETS)
        if stripped:
            found += _apart(stripped, read, MOST_LINES - len(found))
    return [Line(number, *each) for number, each in enumerate(found, 1)]


def _apart(whole: str, read: Callable[[str], datetime], room: int) -> Iterator[Understood]:
    """The times of one line: as much together as can be understood, since a comma may also stand inside a date.

    What there is no `room` for is left unread, as one.
    """
    cuts = [(0, 0), *((m.start(), m.end()) for m in _JOINTS.finditer(whole)), (len(whole), len(whole))]
    at, last = 0, len(cuts) - 1
    while at < last:
        if room <= 0:
            yield whole[cuts[at][1] :].strip(_BULLETS), None, Refusal("times-many", most=MOST_LINES)
            return
        tries = []
        for until in range(at + 1, min(at + _TOGETHER, last) + 1):
            typed = whole[cuts[at][1] : cuts[until][0]].strip(_BULLETS)
            starts, refusal = _understood(typed, read)
            clear = _clarity(refusal)
            tries.append((clear, -until if clear < _UNCLEAR else until, until, typed, starts, refusal))
        _, _, at, typed, starts, refusal = min(tries, key=lambda t: t[:2])
        if typed:
            room -= 1
            yield typed, starts, refusal


_UNCLEAR = 3


def _clarity(refusal: Refusal | None) -> int:
    """How much of it was understood, less being more."""
    if refusal is None:
        return 0
    return {"when-unclear": _UNCLEAR, "when-no-time": 2}.get(refusal.phrase, 1)


def _understood(typed: str, read: Callable[[str], datetime]) -> tuple[datetime | None, Refusal | None]:
    """What it means; a number before it is left out where it means something only then."""
    refused: list[Refusal] = []
    for text in dict.fromkeys((typed, _NUMBER.sub("", typed, count=1) if _NUMBER.match(typed) else typed)):
        try:
            return read(text), None
        except Refusal as refusal:
            refused.append(refusal)
    return None, min(refused, key=_clarity)
