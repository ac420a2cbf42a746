"""What people type, as the core asks for it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location

from bot.content.language_file import spoken
from bot.content.phrases_file import locale_of
from bot.content.typed import read_day, read_length, read_rhythm, read_when, read_zone
from bot.core.ports import Rhythm
from bot.core.refusal import Refusal


class TypedText:
    """Dates, rhythms, lengths and zones as typed in any language that has its file."""

    def when(self, text: str, *, language: str, zone: ZoneInfo, now: datetime) -> datetime:
        """Naive local time in the zone, ahead of `now` (UTC)."""
        return read_when(text, language=language, zone=zone, now=now)

    def day(self, text: str, *, language: str, zone: ZoneInfo, now: datetime) -> date:
        """A local day in the zone, that of `now` (UTC) or later."""
        return read_day(text, language=language, zone=zone, now=now)

    def rhythm(self, text: str, *, first: datetime) -> Rhythm:
        """The rhythm; a weekday or time named in it must be that of the first meeting (naive local)."""
        every = read_rhythm(text)
        if every.weekday is not None and every.weekday != first.weekday():
            raise Refusal("rhythm-weekday", when=first)
        if every.at is not None and every.at != first.time():
            raise Refusal("rhythm-time", when=first)
        return Rhythm(every.count, every.unit)

    def length(self, text: str) -> timedelta:
        """Between 15 minutes and 12 hours."""
        return read_length(text)

    def zone(self, text: str) -> ZoneInfo:
        """A zone by its name, such as Europe/Helsinki."""
        return read_zone(text)

    def zones(self, text: str) -> list[str]:
        """The names of zones that have this in them or in what people call them, Europe's first."""
        words = " ".join(text.casefold().replace("_", " ").split())
        found = [name for name, called in _called().items() if words in called]
        return sorted(found, key=lambda name: (not name.startswith("Europe/"), name))


@cache
def _places() -> frozenset[str]:
    """The zones that are named after a place, without those kept for old systems only."""
    return frozenset(name for name in available_timezones() if name.partition("/")[0] in _CONTINENTS)


@cache
def _called() -> Mapping[str, str]:
    """Each of them with its name, its city and its country in our languages, as text to be searched."""
    return {name: "\n".join((name.replace("_", " "), *_names(name))).casefold() for name in _places()}


def _names(zone: str) -> set[str]:
    if zone in get_global("zone_aliases"):  # the zone that it stands for is found by these already
        return set()
    locales = [locale_of(language) for language in spoken()]
    return {get_timezone_location(zone, locale=each, return_city=city) for each in locales for city in (True, False)}


_CONTINENTS = {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
