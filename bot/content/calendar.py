"""A meeting as an .ics file (RFC 5545): stable UID, SEQUENCE raised at each change, cancelled where it fell away."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.core.outgoing import CalendarFile, WrittenFile


def write_calendar(file: CalendarFile, title: str, where: str, name: str) -> WrittenFile:
    """The file, with `title` and `where` already in words; `name` is the file's, without its ending."""
    calendar = Calendar()
    calendar.add("prodid", "-//Piiri//Piiri//FI")
    calendar.add("version", "2.0")
    # PUBLISH, not REQUEST: nobody is asked for an answer by mail, and calendars take an update by UID and SEQUENCE.
    calendar.add("method", "CANCEL" if file.cancelled else "PUBLISH")
    event = Event()
    event.add("uid", file.uid)
    event.add("sequence", file.sequence)
    event.add("dtstamp", file.stamp.astimezone(UTC))
    starts = file.starts.astimezone(ZoneInfo(file.zone))
    event.add("dtstart", starts)
    event.add("dtend", (file.starts + timedelta(minutes=file.minutes)).astimezone(ZoneInfo(file.zone)))
    event.add("summary", title)
    event.add("status", "CANCELLED" if file.cancelled else "CONFIRMED")
    if where:
        event.add("location", where)
    if file.link:
        event.add("url", file.link)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return WrittenFile(f"{name}.ics", "text/calendar; charset=utf-8", calendar.to_ical())
