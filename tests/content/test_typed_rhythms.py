"""What people type for rhythms, lengths and zones is understood, or refused; never guessed."""

from datetime import time, timedelta
from zoneinfo import available_timezones

import pytest

from bot.content.typed import Every, read_length, read_rhythm, read_zone
from tests.content.reading import refusal

# -- Rhythms --

WEEKLY, MONTHLY = Every(1, "week"), Every(1, "month")
TUESDAYS_AT_FIVE = Every(1, "week", 1, time(17))


@pytest.mark.parametrize(
    ("rhythm", "typed"),
    [
        (WEEKLY, ["w", "1w", "weekly", "every week", "once a week", "each week"]),
        (WEEKLY, ["viikoittain", "joka viikko", "kerran viikossa", "viikon välein"]),
        (WEEKLY, ["varje vecka", "en gång i veckan", "veckovis"]),
        (Every(2, "week"), ["2 w", "every other week", "fortnightly", "every second week", "2 weeks."]),
        (Every(2, "week"), ["joka toinen viikko", "kahden viikon välein", "kerran kahdessa viikossa"]),
        (Every(2, "week"), ["varannan vecka", "en gång varannan vecka"]),
        (
            Every(3, "week"),
            ["3w", "3 W", "every three weeks", "Every  3 weeks", "once every three weeks", "every 3rd week"],
        ),
        (
            Every(3, "week"),
            ["joka kolmas viikko", "joka 3. viikko", "kolmen viikon välein", "3 viikon välein"],
        ),
        (Every(3, "week"), ["var tredje vecka", "var 3:e vecka"]),
        (MONTHLY, ["1m", "m", "monthly", "once a month", "every month"]),
        (MONTHLY, ["kuukausittain", "kerran kuussa", "joka kuukausi", "1 kk"]),
        (MONTHLY, ["en gång i månaden", "varje månad", "EN GÅNG I MÅNADEN"]),
        (Every(2, "month"), ["every second month", "kahden kuukauden välein", "varannan månad"]),
        (
            TUESDAYS_AT_FIVE,
            ["tue 17:00", "tue 17", "every Tuesday 5 pm", "Tuesdays at 17", "Tuesday evening at 5"],
        ),
        (TUESDAYS_AT_FIVE, ["joka tiistai klo 17", "tiistaisin klo 17", "joka viikko tiistaina klo 17.00"]),
        (TUESDAYS_AT_FIVE, ["varje tisdag kl. 17", "på tisdagar kl 17"]),
        (Every(2, "week", 1, time(17, 30)), ["every other Tuesday 5:30 pm", "joka toinen tiistai klo 17.30"]),
        (
            Every(2, "week", 1, time(17, 30)),
            ["varannan tisdag kl 17.30", "tiistaisin joka toinen viikko klo 17.30"],
        ),
        (Every(3, "week", 1, time(17)), ["3w tue 17:00", "every 3 weeks, Tuesday 17"]),
        (Every(3, "week", None, time(17)), ["3w klo 17"]),
        (Every(1, "month", 1), ["monthly on Tuesday", "tiistaisin kerran kuussa"]),
    ],
)
def test_a_rhythm_is_understood_in_any_language(rhythm: Every, typed: list[str]) -> None:
    assert {text: read_rhythm(text) for text in typed} == dict.fromkeys(typed, rhythm)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "every",
        "0w",
        "13w",
        "999999999w",
        "-3w",
        "2.5 w",
        "2-3 w",
        "twice a month",
        "two a month",
        "kaksi kuussa",
        "biweekly",  # half of its speakers mean twice a week
        "second week",
        "2nd tuesday",
        "every month on the second tuesday",
        "every day",
        "ti ja to",
        "tue 25:00",
        "tue 17 18",
        "#",
        "3w \U0001f600",
        "w" * 81,
    ],
)
def test_a_rhythm_that_is_not_ours_is_refused(typed: str) -> None:
    said = refusal(lambda: read_rhythm(typed))
    assert said == ("rhythm-unclear", {"typed": typed[:60]})


# -- Lengths --


@pytest.mark.parametrize(
    ("minutes", "typed"),
    [
        (15, ["15", "15 min", "0:15"]),
        (30, ["half an hour", "puoli tuntia", "en halvtimme", "en halv timme", "½ h", "0,5 h"]),
        (60, ["1", "an hour", "tunti", "yksi tunti", "en timme", "60"]),
        (75, ["1.25 h", "1 h 15"]),
        (
            90,
            [
                "1:30",
                "90 minuuttia",
                "1 t 30",
                "puolitoista tuntia",
                "one and a half hours",
                "an hour and a half",
            ],
        ),
        (90, ["tunti ja puoli", "en och en halv timme", "1,5", "1 ½ h", "1h30m", "90 m"]),
        (120, ["2h", "2 tuntia", "2 t", "två timmar", "two hours.", "2", "２ ｈ", "2\u00a0h"]),
        (150, ["2h30", "2 h 30 min", "150 min", "150", "2,5 h", "2.5 hours", "2½ h", "2,5 timmar"]),
        (150, ["kaksi ja puoli tuntia", "två och en halv timme", "2 tuntia ja 30 minuuttia", "2:30"]),
        (720, ["12", "12 h", "12:00", "720"]),
    ],
)
def test_a_length_is_understood_in_any_language(minutes: int, typed: list[str]) -> None:
    read = {text: read_length(text) for text in typed}
    assert read == dict.fromkeys(typed, timedelta(minutes=minutes))


@pytest.mark.parametrize("typed", ["0", "0 h", "14 min", "0:14", "12 h 1 min", "12:01", "721", "9999 min"])
def test_a_length_outside_a_quarter_to_twelve_hours_is_refused(typed: str) -> None:
    assert refusal(lambda: read_length(typed)) == ("length-range", {"least": 15, "most": 720})


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "h",
        "13",
        "14",
        "2.30",
        "2.30 h",
        "2-3 h",
        "-2 h",
        "2 h 75 min",
        "2,5 h 30",
        "60 seconds",
        "99999",
        "½½",
        "1e2",
    ],
)
def test_a_length_that_could_mean_two_things_or_nothing_is_refused(typed: str) -> None:
    assert refusal(lambda: read_length(typed)) == ("length-unclear", {"typed": typed})


# -- Zones --


def test_every_place_on_the_list_is_a_zone_in_any_case() -> None:
    places = [name for name in available_timezones() if "/" in name]
    assert len(places) > 400
    assert [name for name in places if read_zone(name).key != name] == []
    assert read_zone(" europe/helsinki ").key == "Europe/Helsinki"
    assert read_zone("America/new york").key == "America/New_York"
    assert read_zone("utc").key == "UTC"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Helsinki",
        "Europe",
        "Europe/",
        "Europe/Atlantis",
        "EST",
        "localtime",
        "right/Europe/Helsinki",
        "posix/Europe/Helsinki",
        "../../etc/passwd",
        "/etc/passwd",
        "Europe/../Europe/Helsinki",
        "Europe/Helsinki\x00",
        "\ud800/Helsinki",
        "Europe/" + "x" * 10_000,
    ],
)
def test_a_zone_that_is_no_place_is_refused(typed: str) -> None:
    assert refusal(lambda: read_zone(typed)) == ("zone-unknown", {"zone": typed[:40]})
