"""Calendars asked for from outside, at a door of their own; and where there is help, as the operator has it."""

from dataclasses import replace

import httpx
import pytest
from icalendar import Calendar

from bot.core.turn import press
from tests.cli.command import Place, Running, free_port

GROUP = ("--channel", "main", "--name", "Torstain piiri", "--convener", "kaarina", "--convener-name", "Kaarina")


def set_up(place: Place) -> str:
    done = place.here("group", "create", *GROUP, "--first", "2027-09-14 17:00", "--place", "Salainen talo")
    assert done.code == 0, done.err
    return done.out.split()[0]


def presses(piiri: Running, data: str, number: int) -> str:
    body = {"key": f"act{number:013}", "as": "kaarina", "act": {"kind": "press", "data": data}}
    answer = piiri.post("/api/rooms/main/acts", body)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_calendar_is_served_at_a_door_of_its_own_with_nothing_else_behind_it(place: Place) -> None:
    port = free_port()
    outside = {"PIIRI_CALENDAR_URL": "https://piiri.example/ryhmat/", "PIIRI_CALENDAR_PORT": str(port)}
    place = replace(place, settings={**place.settings, **outside})
    group = set_up(place)
    with place.running() as piiri:
        presses(piiri, press("join", group), 1)
        told = presses(piiri, press("calendar", group), 2)
        begins = "https://piiri.example/ryhmat/calendar/"
        assert begins in told
        secret = told.partition(begins)[2].partition(".ics")[0]
        door = f"http://127.0.0.1:{port}"
        got = httpx.get(f"{door}/calendar/{secret}.ics", headers={"host": "piiri.example"}, timeout=10)
        assert got.status_code == 200
        assert got.headers["content-type"].startswith("text/calendar")
        assert len(Calendar.from_ical(got.content).walk("VEVENT")) == 6
        assert "Salainen talo" not in got.text
        again = httpx.get(f"{door}/calendar/{secret}.ics", headers={"if-none-match": got.headers["etag"]}, timeout=10)
        assert (again.status_code, again.content) == (304, b"")
        for path in (
            "/",
            "/api/rooms",
            "/readyz",
            "/metrics",
            "/static/piiri.css",
            "/c/main",
            f"/calendar/{'x' * 32}.ics",
            "/calendar/",
        ):
            assert httpx.get(f"{door}{path}", timeout=10).status_code == 404, path
        assert piiri.stop() == 0
    assert secret not in "".join([*piiri.out, *piiri.err])
    assert secret.encode() not in (place.folder / "piiri.db").read_bytes()


def test_where_everybody_is_on_this_machine_so_is_the_calendar(place: Place) -> None:
    group = set_up(place)
    with place.running() as piiri:
        presses(piiri, press("join", group), 1)
        told = presses(piiri, press("calendar", group), 2)
        begins = f"{piiri.url}/calendar/"
        assert begins in told
        secret = told.partition(begins)[2].partition(".ics")[0]
        assert piiri.get(f"/calendar/{secret}.ics").status_code == 200
        assert piiri.get(f"/calendar/{secret}.ics", host="elsewhere.example").status_code == 403


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("PIIRI_CALENDAR_URL", "http://piiri.example", ("calendar_url", "https://")),
        ("PIIRI_CALENDAR_PORT", "eight", ("calendar_port", "number")),
        ("PIIRI_HELP_LINES", "|".join(["Apua"] * 11), ("help_lines", "10 lines")),
        ("PIIRI_HELP_LINES", "x" * 201, ("help_lines", "200 characters")),
    ],
)
def test_a_setting_that_cannot_stand_is_said(place: Place, name: str, value: str, words: tuple[str, ...]) -> None:
    replace(place, settings={**place.settings, name: value}).here("run").refused(*words)


def test_help_close_by_is_shown_in_its_own_language(place: Place) -> None:
    lines = "fi: Työterveys 010 000 0000, arkisin 8–16 | en: Occupational health | Vuokon ovi, Kotkankatu 1"
    place = replace(place, settings={**place.settings, "PIIRI_HELP_LINES": lines})
    group = set_up(place)
    with place.running() as piiri:
        presses(piiri, press("join", group), 1)
        told = presses(piiri, press("help"), 2)
        assert "Työterveys 010 000 0000" in told
        assert "Vuokon ovi" in told
        assert "Occupational" not in told
