"""A meeting as an .ics file (RFC 5545): stable UID, SEQUENCE raised at each change, cancelled where it fell away."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.core.outgoing import CalendarFile, WrittenFile

BEGIN_EVENT, END_EVENT, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"END:VCALENDAR\r\n"


def write_calendar(file: CalendarFile, title: str, where: str, name: str) -> WrittenFile:
    """The file, with `title` and `where` already in words; `name` is the file's, without its ending."""
    event = Event()
    event.add("uid", file.uid)
    event.add("summary", title)
    if where:
        event.add("location", where)
    if file.link:
        event.add("url", file.link)
    stamp = file.stamp.astimezone(UTC).replace(microsecond=0)
    hours = _hours(file.starts, file.minutes, file.zone, stamp=stamp, sequence=file.sequence, cancelled=file.cancelled)
    own: bytes = event.to_ical()
    body = _around(file.zone, file.cancelled) + hours + own.removeprefix(BEGIN_EVENT) + END
    return WrittenFile(f"{name}.ics", "text/calendar; charset=utf-8", body)


# The library takes its time, above all with a zone's rules. What many groups' files have in common is written once.


@lru_cache
def _around(zone: str, cancelled: bool) -> bytes:
    """A calendar up to its first event, with the rules of the zone that this is in."""
    calendar = Calendar()
    calendar.add("prodid", "-//Piiri//Piiri//FI")
    calendar.add("version", "2.0")
    # PUBLISH, not REQUEST: nobody is asked for an answer by mail, and calendars take an update by UID and SEQUENCE.
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    event = Event()
    event.add("dtstart", datetime(2000, 1, 1, tzinfo=ZoneInfo(zone)))
    calendar.add_component(event)
    calendar.add_missing_timezones()
    calendar.subcomponents.remove(event)
    written: bytes = calendar.to_ical()
    return written.removesuffix(END)


@lru_cache
def _hours(starts: datetime, minutes: int, zone: str, *, stamp: datetime, sequence: int, cancelled: bool) -> bytes:
    """An event that is open still, with all of a meeting that is no group's own."""
    event = Event()
    event.add("dtstart", starts.astimezone(ZoneInfo(zone)))
    event.add("dtend", (starts + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone)))
    event.add("dtstamp", stamp)
    event.add("sequence", sequence)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    written: bytes = event.to_ical()
    return written.removesuffix(END_EVENT)


def write_feed(files: Sequence[CalendarFile], titles: Sequence[str], note: str) -> bytes:
    """Several meetings as one calendar to subscribe to; `titles` and `note`, each one's description, are in words."""
    calendar = Calendar()
    calendar.add("prodid", "-//Piiri//Piiri//FI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    if titles:
        calendar.add("x-wr-calname", titles[0])
    for file, title in zip(files, titles, strict=True):
        event = Event()
        event.add("uid", file.uid)
        event.add("summary", title)
        event.add("description", note)
        zone = ZoneInfo(file.zone)
        event.add("dtstart", file.starts.astimezone(zone))
        event.add("dtend", (file.starts + timedelta(minutes=file.minutes)).astimezone(zone))
        event.add("dtstamp", file.stamp.replace(microsecond=0))
        event.add("sequence", file.sequence)
        event.add("status", "CANCELLED" if file.cancelled else "CONFIRMED")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written
