"""The words and shapes people type dates, rhythms and lengths in, of all languages together."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from bot.content.language_file import Language, Rows, languages, words_in
from bot.core.letters import plain


def _any_of(phrases: Iterable[str]) -> str:
    folded = {plain(phrase) for phrase in phrases}
    return "(?:" + "|".join(re.escape(phrase) for phrase in sorted(folded, key=len, reverse=True)) + ")"


def _word(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_any_of(phrases)}(?!\w)")


def _said(line: Callable[[Language], str]) -> list[str]:
    """The words of all languages on one of their lines."""
    return [word for language in languages() for word in words_in(line(language))]


def _numbered(rows: Callable[[Language], Rows], first: int) -> dict[str, int]:
    return {
        plain(word): number
        for language in languages()
        for number, row in enumerate(rows(language), first)
        for word in words_in(row)
    }


def _one_meaning(table: Callable[[Language], Mapping[str, str]]) -> dict[str, str]:
    return {
        plain(word): meaning
        for language in languages()
        for meaning, line in table(language).items()
        for word in words_in(line)
    }


def _apart(rows: Rows) -> Rows:
    """Rows whose words have spaces between them, as numbers have."""
    return [", ".join(row.split()) for row in rows]


WEEKDAYS: Final = _numbered(lambda language: language.weekdays, 0)
"""Words for one day of the week, 0 = Monday."""

REPEATED_WEEKDAYS: Final = _numbered(lambda language: language.each_weekday, 0)
"""Words for a weekday that comes round again and again, 0 = Monday."""

MONTHS: Final = _numbered(lambda language: language.months, 1)
"""Words for the months, 1 = January."""

DAYS_AHEAD: Final = _numbered(lambda language: language.days_ahead, 0)
"""Phrases that count days from today."""

HALVES: Final = _one_meaning(lambda language: {"am": language.morning, "pm": language.evening})
"""Words that say which half of the day an hour belongs to."""

FILLERS: Final = frozenset(map(plain, _said(lambda language: language.fillers)))
"""Words that may stand in a date and change nothing."""

UNTIL: Final = re.compile(rf"\b(?:{'|'.join(_said(lambda language: language.until))}|t\.? ?o\.? ?m\b\.?)")
"""Words around a day that something lasts to, and that change nothing of the day."""

TURNS: Final = frozenset(map(plain, _said(lambda language: language.turns)))
"""Words that turn what stands beside them into something else: a date with one of them is not read."""

# -- Shapes of a time of day: groups h, m and half (the first letter of am, pm, fm, em) --

PUNCTUATION: Final = " .,;:()'!?-"
"""Marks that may stand between the parts of a date, ready for a character class."""

_LEFT, _RIGHT = r"(?<![\w:/+-])(?<!\d\.)", r"(?![\w:/+-])(?![.,]\d)"
_HALF_MARK = r"(?:\s?(?P<half>[apfe])\.?m\b\.?)"
_HOUR = r"(?P<h>\d{1,2})"
_SPOKEN_FIRST = rf"(?:(?<!\w){_any_of(_said(lambda language: language.clock))}\.?|@)\s*"
_BARE_CLOCK = rf"{_HOUR}(?:\.(?P<m>\d\d))?(?P<half>)(?P<stop>\.?)"

CLOCKS: Final = [
    re.compile(rf"{_SPOKEN_FIRST}{_HOUR}(?:[.:](?P<m>\d\d)(?::00)?)?{_HALF_MARK}?{_RIGHT}"),
    re.compile(rf"{_LEFT}{_HOUR}:(?P<m>\d\d)(?::00)?{_HALF_MARK}?{_RIGHT}"),
    re.compile(rf"{_LEFT}{_HOUR}(?:\.(?P<m>\d\d))?{_HALF_MARK}{_RIGHT}"),
]
"""Shapes that can be nothing but a time of day; "17.10" alone could be a date as well."""

_NO_ARTICLE = "".join(f"(?<!{plain(word)} )" for word in _said(lambda language: language.article))
BARE_HOUR: Final = re.compile(rf"{_LEFT}{_NO_ARTICLE}{_BARE_CLOCK}{_RIGHT}")
"""An hour without a word that says so; after an article it would be a day of the month."""

# Midnight is missing, since nobody agrees which day it belongs to.
NOON: Final = re.compile(rf"(?<!\w)(?:12 )?{_any_of(_said(lambda language: language.noon))}(?!\w)")
"""Phrases for twelve o'clock in the day."""

HALF: Final = _word(*HALVES)
"""Any of HALVES."""

# -- Shapes of a day --

TONIGHT: Final = _word(*_said(lambda language: language.tonight))
"""Phrases for the evening of today."""

AHEAD: Final = _word(*DAYS_AHEAD)
"""Any of DAYS_AHEAD."""

WEEKDAY: Final = _word(*WEEKDAYS)
"""Any of WEEKDAYS."""

_NEXT = [plain(word) for word in _said(lambda language: language.next)]
NEXT: Final = _word(*_NEXT)
"""Words that put a weekday strictly after today."""

NEXT_WEEK: Final = _word(*_said(lambda language: language.next_week))
"""Phrases for the week after this one."""

VOCABULARY: Final = frozenset({*WEEKDAYS, *MONTHS, *HALVES, *FILLERS, *_NEXT})
"""All single words that the grammar of dates knows."""

_D, _M = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])"
_NAME = rf"(?P<m>{_any_of(MONTHS)})\.?"
_NAMED_YEAR = r"(?:,?\s?(?P<y>(?:19|20)\d\d))?"
# A year may stand apart only with four digits: in "15.9. 17" the 17 is an hour.
_DOTTED_YEAR = r"(?:(?:\.(?=\d)|\.?\s(?=(?:19|20)\d\d))(?P<y>\d{4}|\d\d))?\.?"

MONTH_OR_DAY_FIRST: Final = [
    re.compile(rf"{_LEFT}(?P<d>\d\d?)/(?P<m>\d\d?)(?:/(?P<y>\d{{4}}|\d\d))?{_RIGHT}"),
    re.compile(rf"{_LEFT}(?P<d>\d\d?)-(?P<m>\d\d?)-(?P<y>\d{{4}}){_RIGHT}"),
]
"""Shapes of a date in which English has the month first as often as the day."""

_ENDINGS = _any_of(_said(lambda language: language.order_endings))
_AFTER_DAY = _any_of(_said(lambda language: language.after_day))
_BETWEEN = _any_of(_said(lambda language: f"{language.before_month},{language.after_day}"))

DATES: Final = [
    re.compile(rf"{_LEFT}(?P<y>\d{{4}})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?){_RIGHT}"),
    re.compile(rf"{_LEFT}{_D}(?:\.|{_ENDINGS})?\s?(?:{_BETWEEN} )?{_NAME}{_NAMED_YEAR}{_RIGHT}"),
    re.compile(rf"{_LEFT}{_NAME}\s?{_D}(?:\.|{_ENDINGS})?(?: {_AFTER_DAY})?{_NAMED_YEAR}{_RIGHT}"),
    re.compile(rf"{_LEFT}{_D}\.\s?{_M}{_DOTTED_YEAR}{_RIGHT}"),
    *MONTH_OR_DAY_FIRST,
]
"""Shapes of a date, surest first: groups d, m (a number or one of MONTHS) and y (two or four digits)."""

# -- Rhythms --

ANY_WEEKDAYS: Final = {**WEEKDAYS, **REPEATED_WEEKDAYS}
"""WEEKDAYS and REPEATED_WEEKDAYS together."""

ANY_WEEKDAY: Final = _word(*ANY_WEEKDAYS)
"""Any of ANY_WEEKDAYS."""

_CARDINALS: Final = _numbered(lambda language: _apart(language.one_to_six), 1)
_ORDINALS: Final = _numbered(lambda language: _apart(language.second_to_sixth), 2)

RHYTHM_WORDS: Final = {
    **{word: str(number) for word, number in _CARDINALS.items()},
    **{word: f"{number} th" for word, number in _ORDINALS.items()},
    **_one_meaning(lambda language: language.rhythm),
}
"""What each word of a rhythm comes to."""

ONCE: Final = _word(*_said(lambda language: language.once))
"""Phrases for one time in each."""

ORDER_SUFFIX: Final = re.compile(rf"(?<=\d)(?:{_ENDINGS}(?!\w)|\.(?=\s*[^\W\d]))")
"""What makes a number an order number: "3:e", "3rd", "3. viikko"."""

# "#" stands where a weekday was taken out.
HOUR_AFTER_WEEKDAY: Final = re.compile(rf"(?<=#)\W+{_BARE_CLOCK}\s*$")
"""A bare hour at the end, right after the weekday."""

RHYTHM: Final = re.compile(
    r"(?:# )?(?P<every>every )?(?:(?P<count>\d{1,3})(?P<order> th)? )?"
    r"(?:(?P<inside>in )?(?P<unit>week|month)(?: apart)?(?: #)?|(?P<on>#))"
)
"""The shape of a rhythm once its words are exchanged."""

# -- Lengths --

LENGTH_WORDS: Final = {
    **{word: str(number) for word, number in _CARDINALS.items()},
    **_one_meaning(lambda language: language.lengths),
}
"""What each word of a length comes to."""

ONE_HOUR: Final = re.compile(rf"^(?={_any_of(_said(lambda language: language.one_hour))}\b)")
"""The place where a length says one hour without the one."""

LENGTHS: Final = [
    re.compile(shape)
    for shape in (
        r"(?P<h>\d{1,3}) h(?: (?:and )?(?P<m>[0-5]?\d)(?: min)?)?",
        # Other pairs of decimals might be minutes: "2.30 h".
        r"(?P<h>\d{1,3}[.,](?:\d|25|75)) h",
        r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?: h)?",
        r"(?P<m>\d{1,4}) min",
        r"(?P<h>\d{1,2}) h and (?:1 )?(?P<half>half)",
        r"(?P<h>\d{1,2}) and (?:1 )?(?P<half>half) h",
        r"(?:1 )?(?P<half>half) (?:1 )?h",
        # Bare numbers: up to twelve they are hours, from fifteen on minutes, between them nobody knows.
        r"(?P<h>0?\d|1[0-2]|\d[.,]\d)",
        r"(?P<m>1[5-9]|[2-9]\d|\d{3,4})",
    )
]
"""Shapes of a length once its words are exchanged: groups h, m and half, where they are said."""
