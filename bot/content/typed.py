"""Dates, rhythms, lengths and time zones as people type them, in every language that has its file."""

import importlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from bot.content import typed_words as words
from bot.content.language_file import language_file, spoken
from bot.core import letters
from bot.core.refusal import Refusal

LEAST_LENGTH: Final = timedelta(minutes=15)
"""The shortest length that read_length gives."""

MOST_LENGTH: Final = timedelta(hours=12)
"""The longest length that read_length gives."""

_MOST_TYPED = 80
_MOST_SAID_BACK = 60
_MOST_COUNT = 12


@dataclass(frozen=True)
class Every:
    """A rhythm as typed: once in `count` weeks or months; weekday 0 is Monday, `at` is a wall time."""

    count: int
    unit: Literal["week", "month"]
    weekday: int | None = None
    at: time | None = None


def read_when(text: str, *, language: str, zone: ZoneInfo, now: datetime) -> datetime:
    """Give the naive wall time in `zone` that `text` means at the aware `now`; raise Refusal if in doubt."""
    here = now.astimezone(zone).replace(tzinfo=None)
    try:
        plain = _clean(text)
        day, at, whole = _read_ours(plain, language)
        if not whole:
            day, at = _read_with_library(plain, day, at, here)
        on = _settle(day, at, here)
    except (ValueError, OverflowError):
        raise _unclear("when", text) from None
    if at is None:
        raise Refusal("when-no-time", date=on)
    return _checked(datetime.combine(on, at), zone, here)


def read_day(text: str, *, language: str, zone: ZoneInfo, now: datetime) -> date:
    """Give the day in `zone` that `text` means, from the aware `now` on; raise Refusal if in doubt."""
    here = now.astimezone(zone).replace(tzinfo=None)
    try:
        plain = words.UNTIL.sub(" ", _clean(text)).strip()
        day, at, whole = _read_ours(plain, language)
        if not whole:
            day, at = _read_with_library(plain, day, at, here)
        on = _settle(day, None, here)
    except (ValueError, OverflowError):
        raise _unclear("day", text) from None
    if on < here.date() or _is_far(datetime.combine(on, time()), here):
        raise Refusal("day-range", date=on)
    return on


def read_rhythm(text: str) -> Every:
    """Give the rhythm that `text` means, every 1 to 12 weeks or months, in any language; raise Refusal if in doubt."""
    try:
        return _read_rhythm(letters.plain(_clean(text)))
    except ValueError:
        raise _unclear("rhythm", text) from None


def read_length(text: str) -> timedelta:
    """Give a length of 15 minutes to 12 hours (a bare 12 is hours, a bare 15 minutes) or raise Refusal."""
    try:
        length = timedelta(minutes=_read_minutes(letters.plain(_clean(text))))
    except ValueError:
        raise _unclear("length", text) from None
    if not LEAST_LENGTH <= length <= MOST_LENGTH:
        least, most = (limit // timedelta(minutes=1) for limit in (LEAST_LENGTH, MOST_LENGTH))
        raise Refusal("length-range", least=least, most=most)
    return length


def read_zone(text: str) -> ZoneInfo:
    """Give the IANA time zone that `text` names by area and place, or UTC; raise Refusal if there is none."""
    name = re.sub(r" +", "_", text.strip()) if len(text) <= _MOST_TYPED else ""
    # Abbreviations such as EST name an offset, not a place, and would go wrong at a clock change;
    # the copies under right/ count leap seconds.
    if name.upper() == "UTC" or re.fullmatch(r"(?!posix/|right/)[a-z]+(/[a-z0-9_+-]+){1,2}", name.lower()):
        for key in (name, name.title(), name.upper()):
            try:
                return ZoneInfo(key)
            except (ValueError, KeyError, OSError):
                continue
    raise Refusal("zone-unknown", zone=text[:40])


def _unclear(what: str, text: str) -> Refusal:
    return Refusal(f"{what}-unclear", typed=text[:_MOST_SAID_BACK])


# -- Plain text --
# Below, ValueError means that a text cannot be understood; date() and time() raise it of themselves.

_MARKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "–": "-", "—": "-", "−": "-", "’": "'"})

# Only what people write dates with: emoji, control and direction marks end here, before any searching.
_WRITABLE = re.compile(r"(?:[^\W_]|[ .,;:/()+@'!?-])*")


def _clean(text: str) -> str:
    """The text in lower case on one line; ValueError when long or holding what no date holds."""
    if len(text) > _MOST_TYPED:
        raise ValueError(text)
    halved = re.sub(r"(\d?)\s*½", lambda found: f"{found[1] or 0},5", text)
    plain = re.sub(" +", " ", unicodedata.normalize("NFKC", halved.translate(_MARKS)).casefold()).strip()
    if len(plain) > _MOST_TYPED or not _WRITABLE.fullmatch(plain):
        raise ValueError(text)
    return plain


def _take(pattern: re.Pattern[str], rest: str, mark: str = " ; ") -> tuple[re.Match[str] | None, str]:
    """The first place that matches, and the text with `mark` instead, which keeps its neighbours apart."""
    found = pattern.search(rest)
    return found, rest if found is None else rest[: found.start()] + mark + rest[found.end() :]


def _canonical(rest: str, table: Mapping[str, str]) -> str:
    """The text with each word exchanged for its meaning, and stops and commas between words left out."""
    parts = re.findall(r"\d+(?:[.,:]\d+)?|[^\W\d_]+|\S", rest)
    return " ".join(meaning for part in parts if part not in ",.;" and (meaning := table.get(part, part)))


# -- A time of day --


def _take_clock(rest: str) -> tuple[time | None, str]:
    for pattern in words.CLOCKS:
        found, left = _take(pattern, rest)
        if found:
            return _clock(found), left
    found, left = _take(words.NOON, rest)
    return (time(12) if found else None), left


def _clock(found: re.Match[str]) -> time:
    hour, minute, half = int(found["h"]), int(found["m"] or 0), found["half"]
    if half and not 1 <= hour <= 12:
        raise ValueError(found[0])
    if half:
        hour = hour % 12 + (12 if half in "pe" else 0)
    return time(hour, minute)


def _in_half(at: time | None, half: str | None) -> time | None:
    """The time once "in the evening" and the like is counted in; at twelve nobody agrees what that means."""
    if at is None or half is None:
        return at
    if at.hour in (0, 12) or (half == "am" and at.hour > 12):
        raise ValueError(half)
    return at.replace(hour=at.hour + 12) if half == "pm" and at.hour < 12 else at


# -- A day --


@dataclass(frozen=True)
class _Day:
    """What was said of a day; `written` is year (if said), month and day, `ahead` counts from today."""

    written: tuple[int | None, int, int] | None = None
    ahead: int | None = None
    weekday: int | None = None
    next: bool = False
    next_week: bool = False


def _read_ours(plain: str, language: str) -> tuple[_Day, time | None, bool]:
    """The day and time by our own grammar, and whether it knows all the words that were typed."""
    rest = words.TONIGHT.sub(" today evening ", re.sub(r"(?<=\d)t(?=\d)", " ", letters.plain(plain)))
    at, rest = _take_clock(rest)
    written, rest = _take_date(rest, language)
    ahead, rest = _take(words.AHEAD, rest)
    next_week, rest = _take(words.NEXT_WEEK, rest)
    after, rest = _take(words.NEXT, rest)
    weekday, rest = _take(words.WEEKDAY, rest)
    half, rest = _take(words.HALF, rest)
    day = _Day(
        written=written,
        ahead=words.DAYS_AHEAD[ahead[0]] if ahead else None,
        weekday=words.WEEKDAYS[weekday[0]] if weekday else None,
        next=after is not None,
        next_week=next_week is not None,
    )
    if at is None:
        bare, rest = _take(words.BARE_HOUR, rest)
        # "ti 15." is as likely the fifteenth as three in the afternoon.
        if bare and bare["stop"] and not bare["m"] and day == _Day(weekday=day.weekday):
            raise ValueError(plain)
        at = _clock(bare) if bare else None
    return day, _in_half(at, words.HALVES[half[0]] if half else None), _nothing_left(rest)


def _nothing_left(rest: str) -> bool:
    """Whether all was read; False when there are unknown words, ValueError when known ones stand unread."""
    left = [word for word in re.findall(r"[^\W\d]+", rest) if word not in words.FILLERS]
    if not words.TURNS.isdisjoint(left):
        raise ValueError(rest)
    if any(word not in words.VOCABULARY for word in left):
        return False
    if left or re.search(rf"\d|[^\w{words.PUNCTUATION}]", rest):
        raise ValueError(rest)
    return True


def _take_date(rest: str, language: str) -> tuple[tuple[int | None, int, int] | None, str]:
    for pattern in words.DATES:
        found, left = _take(pattern, rest)
        if found:
            year = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0) if found["y"] else None
            day, month = int(found["d"]), words.MONTHS.get(found["m"]) or int(found["m"])
            if pattern in words.MONTH_OR_DAY_FIRST and language_file(language).day_first != "yes":
                day, month = _only_reading(day, month, year)
            return (year, month, day), left
    return None, rest


def _only_reading(one: int, other: int, year: int | None) -> tuple[int, int]:
    """Which of two numbers is the day and which the month; ValueError when both readings make a date."""
    both = {(one, other), (other, one)}
    readings = [(day, month) for day, month in both if _is_date(year or 2000, month, day)]
    if len(readings) != 1:
        raise ValueError(readings)
    return readings.pop()


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _settle(day: _Day, at: time | None, here: datetime) -> date:
    """The one date that was meant, seen from the wall time `here`."""
    on = _find(day, at, here)
    monday = here.date() - timedelta(days=here.weekday())
    if day.ahead is not None and on != here.date() + timedelta(days=day.ahead):
        raise ValueError(on)
    if day.next_week and not timedelta(7) <= on - monday < timedelta(14):
        raise ValueError(on)
    if day.weekday is not None and on.weekday() != day.weekday:
        raise Refusal("when-weekday", date=on, weekday=day.weekday)
    return on


def _find(day: _Day, at: time | None, here: datetime) -> date:
    today = here.date()
    if day.written:
        year, month, number = day.written
        return _next_such(month, number, today) if year is None else date(year, month, number)
    if day.ahead is not None:
        return today + timedelta(days=day.ahead)
    if day.weekday is None:
        raise ValueError(day)
    if day.next_week:
        return today + timedelta(days=7 - today.weekday() + day.weekday)
    gone = day.next or (at is not None and at <= here.time())
    first = today + timedelta(days=1 if gone else 0)
    return first + timedelta(days=(day.weekday - first.weekday()) % 7)


def _next_such(month: int, number: int, today: date) -> date:
    # Eight years hold a leap day, whatever the century.
    for year in range(today.year, today.year + 9):
        if _is_date(year, month, number) and date(year, month, number) >= today:
            return date(year, month, number)
    raise ValueError(number)


def _checked(when: datetime, zone: ZoneInfo, here: datetime) -> datetime:
    """The wall time itself, once it is known to lie ahead, within two years, and to happen exactly once."""
    if when <= here:
        raise Refusal("when-past", when=when)
    if _is_far(when, here):
        raise Refusal("when-far", when=when)
    once, again = when.replace(tzinfo=zone), when.replace(tzinfo=zone, fold=1)
    if once.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != when:
        raise Refusal("when-skipped", when=when)
    if once.utcoffset() != again.utcoffset():
        raise Refusal("when-doubled", when=when)
    return when


def _is_far(when: datetime, here: datetime) -> bool:
    # By the parts, since two years after a leap day is no date.
    return (when.year - 2, when.month, when.day, when.time()) > (here.year, here.month, here.day, here.time())


# -- The library, where our own words end --


def _read_with_library(plain: str, day: _Day, at: time | None, here: datetime) -> tuple[_Day, time | None]:
    """What dateparser makes of it, if it keeps to what we did understand, and within two years ahead."""
    numbers = [int(number) for number in re.findall(r"\d+", plain)]
    if not 2 <= len(numbers) <= 5 or "/" in plain:
        raise ValueError(plain)
    # Imported here: it takes a good part of a second, and few texts come this far.
    parser = importlib.import_module("dateparser.date").DateDataParser(
        languages=list(spoken()),
        settings={
            "DATE_ORDER": "DMY",
            "PREFER_LOCALE_DATE_ORDER": False,
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": here,
            "REQUIRE_PARTS": ["day", "month"],
            "RETURN_TIME_AS_PERIOD": True,
            "PARSERS": ["absolute-time"],
        },
    )
    try:
        data = parser.get_date_data(plain)
    except Exception as slip:  # whatever a stranger's text sets off in there, it is not understood
        raise ValueError(plain) from slip
    when: datetime | None = data.date_obj
    # A zone beside the time is not ours to convert: the group's own is meant everywhere else.
    if when is None or when.tzinfo is not None or when.date() < here.date() or _is_far(when, here):
        raise ValueError(plain)
    clock = when.time() if data.period == "time" else None
    if not _uses_all(numbers, when, day) or at not in (None, clock):
        raise ValueError(plain)
    return replace(day, written=(when.year, when.month, when.day)), clock


def _uses_all(numbers: Iterable[int], when: datetime, day: _Day) -> bool:
    """Whether each number is a part of the answer, no part twice: else the library has made something up."""
    years, hours = {when.year, when.year % 100}, {when.hour, when.hour % 12 or 12}
    parts = [{when.day}, years, hours, {when.minute}]
    if day.written:
        # Only a date of a shape we know ourselves may have its month as a number.
        if day.written[1:] != (when.month, when.day):
            return False
        parts.insert(1, {when.month})
    for number in numbers:
        part = next((part for part in parts if number in part), None)
        if part is None:
            return False
        parts.remove(part)
    return True


# -- Rhythms --


def _read_rhythm(rest: str) -> Every:
    at, rest = _take_clock(rest)
    half, rest = _take(words.HALF, rest)
    weekday, rest = _take(words.ANY_WEEKDAY, words.ORDER_SUFFIX.sub(" th ", rest), " # ")
    if at is None:
        bare, rest = _take(words.HOUR_AFTER_WEEKDAY, rest)
        at = _clock(bare) if bare else None
    every = _canonical(words.ONCE.sub(" every ", rest), words.RHYTHM_WORDS).replace("every every", "every")
    shape = words.RHYTHM.fullmatch(every)
    if shape is None or not 1 <= int(shape["count"] or 1) <= _MOST_COUNT:
        raise ValueError(rest)
    # "Second week", "two a month" and "2 Tuesday" are no rhythms of ours; with "every" before them they are.
    if not shape["every"] and (shape["order"] or shape["inside"] or (shape["on"] and shape["count"])):
        raise ValueError(rest)
    return Every(
        count=int(shape["count"] or 1),
        unit="month" if shape["unit"] == "month" else "week",
        weekday=words.ANY_WEEKDAYS[weekday[0]] if weekday else None,
        at=_in_half(at, words.HALVES[half[0]] if half else None),
    )


# -- Lengths --


def _read_minutes(rest: str) -> int:
    plain = _canonical(words.ONE_HOUR.sub("1 ", rest), words.LENGTH_WORDS)
    found = next((found for found in (shape.fullmatch(plain) for shape in words.LENGTHS) if found), None)
    if found is None:
        raise ValueError(rest)
    parts = {name: value for name, value in found.groupdict().items() if value}
    hours = float(parts.get("h", "0").replace(",", ".")) + (0.5 if "half" in parts else 0)
    return round(hours * 60) + int(parts.get("m", 0))
