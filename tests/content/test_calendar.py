"""Meetings as .ics files."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from bot.content.calendar import write_calendar
from bot.core.outgoing import CalendarFile, Own

FILE = CalendarFile(
    uid="m1@piiri",
    sequence=0,
    title=Own("not asked here"),
    starts=datetime(2027, 9, 15, 14, tzinfo=UTC),
    minutes=150,
    zone="Europe/Helsinki",
    place="Kirjasto",
    link="",
    stamp=datetime(2027, 9, 14, 7, 0, 30, 999, tzinfo=UTC),
)


def body(file: CalendarFile, title: str = "Piiri: vahvuudet", where: str = "Kirjasto, 2. krs; ovi B") -> bytes:
    return write_calendar(file, title, where, "tapaaminen").body


def at_once(file: CalendarFile, title: str = "Piiri: vahvuudet", where: str = "Kirjasto, 2. krs; ovi B") -> bytes:
    """The same as the library writes it in one go."""
    calendar, event, zone = Calendar(), Event(), ZoneInfo(file.zone)
    calendar.add("prodid", "-//Piiri//Piiri//FI")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if file.cancelled else "PUBLISH")
    event.add("uid", file.uid)
    event.add("sequence", file.sequence)
    event.add("dtstamp", file.stamp)
    event.add("dtstart", file.starts.astimezone(zone))
    event.add("dtend", (file.starts + timedelta(minutes=file.minutes)).astimezone(zone))
    event.add("summary", title)
    event.add("status", "CANCELLED" if file.cancelled else "CONFIRMED")
    if where:
        event.add("location", where)
    if file.link:
        event.add("url", file.link)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"cancelled": True, "sequence": 3},
        {"link": "https://example.org/a?b=c", "place": ""},
        {"zone": "America/New_York"},
        {"zone": "UTC"},
        {"starts": datetime(2027, 10, 30, 23, 30, tzinfo=UTC)},
        {"uid": "m2@piiri", "minutes": 15},
    ],
)
@pytest.mark.parametrize(
    "title", ["Piiri", "Ensimmäinen tapaaminen, jossa sovitaan pelisäännöistä; ja vielä paljosta muusta"]
)
def test_a_file_written_in_pieces_holds_just_what_it_would_in_one_go(more: dict, title: str) -> None:
    file = replace(FILE, **more)
    assert sorted(body(file, title).split(b"\r\n")) == sorted(at_once(file, title).split(b"\r\n"))
    assert Calendar.from_ical(body(file, title)) == Calendar.from_ical(at_once(file, title))


def test_nothing_of_one_groups_file_is_in_the_next_ones() -> None:
    first = body(FILE, "Aamun piiri", "Aamukatu 1")
    second = body(replace(FILE, uid="m2@piiri"), "Illan piiri", "")
    assert b"m1@piiri" in first
    assert not [word for word in (b"m1@piiri", b"Aamu", b"LOCATION") if word in second]
    assert body(FILE, "Aamun piiri", "Aamukatu 1") == first
