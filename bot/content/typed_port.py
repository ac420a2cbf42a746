"""What people type, as the core asks for it."""

from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.content.typed import read_length, read_rhythm, read_when, read_zone
from bot.core.ports import Rhythm
from bot.core.refusal import Refusal


class TypedText:
    """Dates, rhythms, lengths and zones as typed in Finnish, English or Swedish."""

    def when(self, text: str, *, language: str, zone: ZoneInfo, now: datetime) -> datetime:
        """Naive local time in the zone, ahead of `now` (UTC)."""
        return read_when(text, language=language, zone=zone, now=now)

    def rhythm(self, text: str, *, language: str, first: datetime) -> Rhythm:
        """The rhythm; a weekday or time named in it must be that of the first meeting (naive local)."""
        every = read_rhythm(text, language=language)
        if every.weekday is not None and every.weekday != first.weekday():
            raise Refusal("rhythm-weekday", when=first)
        if every.at is not None and every.at != first.time():
            raise Refusal("rhythm-time", when=first)
        return Rhythm(every.count, every.unit)

    def length(self, text: str, *, language: str) -> timedelta:
        """Between 15 minutes and 12 hours."""
        return read_length(text, language=language)

    def zone(self, text: str) -> ZoneInfo:
        """A zone by its name, such as Europe/Helsinki."""
        return read_zone(text)

    def zones(self, text: str) -> list[str]:
        """The names of zones that have this in them, Europe's first."""
        words = "_".join(text.casefold().split())
        found = [name for name in _places() if words in name.casefold()]
        return sorted(found, key=lambda name: (not name.startswith("Europe/"), name))


@cache
def _places() -> frozenset[str]:
    """The zones that are named after a place, without those kept for old systems only."""
    return frozenset(name for name in available_timezones() if name.partition("/")[0] in _CONTINENTS)


_CONTINENTS = {"Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"}
