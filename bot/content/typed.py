"""Dates, rhythms, lengths and time zones as people type them, in Finnish, English and Swedish."""

import importlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from bot.content import typed_words as words
from bot.core.refusal import Refusal

LEAST_LENGTH: Final = timedelta(minutes=15)
"""The shortest meeting that read_length gives."""

MOST_LENGTH: Final = timedelta(hours=12)
"""The longest meeting that read_length gives."""

_MOST_TYPED = 80
_MOST_SAID_BACK = 60
_MOST_COUNT = 12

# Only what people write dates with: emoji, control and direction marks end here, before any searching.
_WRITABLE = re.compile(r"[\w .,:;/()+@'!?-]*")
_PUNCTUATION = " .,;()'!?-"


@dataclass(frozen=True)
class Every:
    """A rhythm as typed: once in `count` weeks or months, on `weekday` and `at` a wall time if they were named."""

    count: int
    unit: Literal["week", "month"]
    weekday: int | None = None
    at: time | None = None


@dataclass(frozen=True)
class _Day:
    """A day as typed: what was said of it, nothing worked out."""

    written: tuple[date, ...] = ()
    ahead: int | None = None
    weekday: int | None = None
    next: bool = False
    next_week: bool = False

    @property
    def named(self) -> bool:
        return bool(self.written) or self.ahead is not None or self.weekday is not None


def read_when(text: str, *, language: str, zone: ZoneInfo, now: datetime) -> datetime:
    """Give the naive wall time in `zone` that `text` means at the aware moment `now`; raise Refusal if in any doubt."""
    here = now.astimezone(zone).replace(tzinfo=None)
    found = _read_ours(text, language, here) or _read_with_library(text, language, here)
    if found is None:
        raise _unclear("when", text)
    day, at = found
    on = _settle_day(day, at, here)
    if on is None:
        raise _unclear("when", text)
    if at is None:
        raise Refusal("when-no-time", date=on)
    return _checked(datetime.combine(on, at), zone, here)


def read_rhythm(text: str, *, language: str) -> Every:
    """Give the rhythm that `text` means, 1 to 12 weeks or months, in any of the languages; raise Refusal if unclear."""
    del language  # no rhythm means one thing in one language and another in the next
    rest = _clean(text)
    if rest is None:
        raise _unclear("rhythm", text)
    at, rest = _take_time(words.fold(rest))
    rest = re.sub(r"(\d)(?::e|:s|\.|st|nd|rd|th)(?![\w.])", r"\1", rest)
    weekday, rest = _take_word(_ANY_WEEKDAY, rest, sentinel=" day ")
    if weekday is not None and at is None:
        bare = re.search(rf"(?<=day)\W+{_CLOCK}\.?\s*$", rest)
        at, rest = (_clock(bare), rest[: bare.start()]) if bare else (None, rest)
    if at == _NO_SUCH_TIME:
        raise _unclear("rhythm", text)
    rest = _ONCE.sub(" every ", rest)
    shape = _RHYTHM.fullmatch(re.sub(r"every every", "every", _canonical(rest, words.RHYTHM)))
    if shape is None:
        raise _unclear("rhythm", text)
    count = int(shape["count"] or shape["days"] or 1)
    if not 1 <= count <= _MOST_COUNT:
        raise _unclear("rhythm", text)
    return Every(count, "month" if shape["unit"] == "month" else "week", weekday, at)


def read_length(text: str, *, language: str) -> timedelta:
    """Give a length of 15 minutes to 12 hours, in any of the languages; a bare number up to 12 is hours, else minutes."""
    del language  # no length means one thing in one language and another in the next
    # Before anything else, since folding takes a half apart into "1/2".
    cleaned = _clean(re.sub(r"(\d?)\s*½", lambda half: f"{half[1] or 0},5", text[: _MOST_TYPED + 1]))
    minutes = _minutes(_canonical(words.fold(cleaned), words.LENGTH)) if cleaned else None
    if minutes is None:
        raise _unclear("length", text)
    length = timedelta(minutes=minutes)
    if not LEAST_LENGTH <= length <= MOST_LENGTH:
        least, most = (limit // timedelta(minutes=1) for limit in (LEAST_LENGTH, MOST_LENGTH))
        raise Refusal("length-range", least=least, most=most)
    return length


def read_zone(text: str) -> ZoneInfo:
    """Give the IANA time zone called `text` ("Europe/Helsinki", any case); raise Refusal if there is none."""
    name = text.strip() if len(text) <= _MOST_TYPED else ""
    # Abbreviations such as EST name an offset, not a place, and would go wrong at a clock change.
    if name.upper() == "UTC" or re.fullmatch(r"(?!posix|right)[a-z]+(?:/[a-z0-9_+ -]+){1,2}", name.casefold()):
        under = re.sub(r" +", "_", name)
        for key in (under, under.title(), under.upper()):
            try:
                return ZoneInfo(key)
            except (ValueError, KeyError, OSError):
                continue
    raise Refusal("zone-unknown", zone=text[:40])


def _unclear(what: str, text: str) -> Refusal:
    return Refusal(f"{what}-unclear", typed=text[:_MOST_SAID_BACK])


def _clean(text: str) -> str | None:
    """One line of plain lower-case letters, digits and marks; None when it is too long or holds anything else."""
    if len(text) > _MOST_TYPED:
        return None
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_PLAIN_MARKS)
    plain = unicodedata.normalize("NFC", " ".join(plain.split(" "))).strip()
    plain = re.sub(" +", " ", plain)
    return plain if len(plain) <= _MOST_TYPED and _WRITABLE.fullmatch(plain) else None


_PLAIN_MARKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "–": "-", "—": "-", "−": "-", "’": "'"})  # noqa: RUF001
