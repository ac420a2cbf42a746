"""What people type for a date and a time is understood, or refused; never guessed."""

import importlib
import subprocess
import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.content.typed import read_day
from bot.core.refusal import Refusal
from tests.content.reading import (
    HELSINKI,
    LANGUAGES,
    NOW,
    Wrap,
    moment,
    refused_when,
    when,
)

# -- Dates --

DATES_AS_TYPED = {
    # Finnish
    "ti 15.9. klo 17": "2026-09-15T17:00",
    "ti 15.9. klo 17.30": "2026-09-15T17:30",
    "15.9.2026 klo 17": "2026-09-15T17:00",
    "15.9.26 klo 17": "2026-09-15T17:00",
    "15. 9. 2026 klo 17": "2026-09-15T17:00",
    "15.9.klo 17": "2026-09-15T17:00",
    "klo17 15.9.": "2026-09-15T17:00",
    "tiistaina klo 17": "2026-09-15T17:00",
    "tiistai 15. syyskuuta klo 17": "2026-09-15T17:00",
    "syyskuun 15. päivänä klo 17": "2026-09-15T17:00",
    "ensi tiistaina kello 17": "2026-09-15T17:00",
    "ensi viikon tiistaina klo 17": "2026-09-15T17:00",
    "tänään klo 18": "2026-09-10T18:00",
    "tänä iltana klo 6": "2026-09-10T18:00",
    "huomenna klo 9": "2026-09-11T09:00",
    "huomenna perjantaina klo 9": "2026-09-11T09:00",
    "ylihuomenna 18": "2026-09-12T18:00",
    "tiistai-iltana klo 6": "2026-09-15T18:00",
    # English
    "Tuesday 5 pm": "2026-09-15T17:00",
    "Tue 15 Sep 5pm": "2026-09-15T17:00",
    "15 September at 17:00": "2026-09-15T17:00",
    "September 15, 5:30 pm": "2026-09-15T17:30",
    "Sept. 15th, 2026 at 5:30 p.m.": "2026-09-15T17:30",
    "the 15th of September at 17": "2026-09-15T17:00",
    "tomorrow at noon": "2026-09-11T12:00",
    "Tuesday 12 pm": "2026-09-15T12:00",
    "Tuesday 12 am": "2026-09-15T00:00",
    "tonight at 6": "2026-09-10T18:00",
    "day after tomorrow 9:15": "2026-09-12T09:15",
    "next Tuesday 17": "2026-09-15T17:00",
    "Tuesday next week at 5 pm": "2026-09-15T17:00",
    # Swedish
    "tisdag 15.9 kl. 17": "2026-09-15T17:00",
    "tisdag 15 september kl 17.30": "2026-09-15T17:30",
    "den 15:e september kl 17": "2026-09-15T17:00",
    "i morgon kl. 9": "2026-09-11T09:00",
    "i morgon bitti kl 7": "2026-09-11T07:00",
    "i övermorgon 18": "2026-09-12T18:00",
    "ikväll kl 18": "2026-09-10T18:00",
    "på tisdag kl 17": "2026-09-15T17:00",
    "tisdag kväll kl 6": "2026-09-15T18:00",
    "nästa tisdag 17": "2026-09-15T17:00",
    # Anywhere
    "2026-09-15 17:00": "2026-09-15T17:00",
    "2026-09-15T17:00": "2026-09-15T17:00",
    "2026-09-15T17:00:00": "2026-09-15T17:00",
    "15.9.2026 17:00": "2026-09-15T17:00",
    "15.9. 17.30": "2026-09-15T17:30",
    "17.30 15.9.": "2026-09-15T17:30",
    "1.1. klo 0": "2027-01-01T00:00",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("typed", "meant"), DATES_AS_TYPED.items())
def test_a_date_is_understood_whatever_the_group_speaks(typed: str, meant: str, language: str) -> None:
    assert when(typed, language=language) == moment(meant)


@pytest.mark.parametrize(
    "wrap",
    [
        str.upper,
        str.title,
        lambda text: f"   {text}  ",
        lambda text: text.replace(" ", "   "),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\u202f"),
        lambda text: text.replace(" ", "\t") + "\n",
        lambda text: f"{text}.",
        lambda text: f"{text} ...",
        lambda text: text.translate({ord("0") + digit: ord("０") + digit for digit in range(10)}),
        lambda text: text.translate(str.maketrans("äåö", "aao")),
        lambda text: text.replace("ä", "a\u0308").replace("å", "a\u030a").replace("ö", "o\u0308"),
    ],
)
@pytest.mark.parametrize(("typed", "meant"), DATES_AS_TYPED.items())
def test_case_spaces_stops_and_wide_digits_change_nothing(typed: str, meant: str, wrap: Wrap) -> None:
    assert when(wrap(typed)) == moment(meant)


def test_a_date_without_its_year_is_the_next_such_date() -> None:
    assert when("9.9. klo 17") == moment("2027-09-09T17:00")
    assert when("10.9. klo 17") == moment("2026-09-10T17:00")
    assert when("29.2. klo 17") == moment("2028-02-29T17:00")


def test_a_bare_weekday_is_today_while_its_time_is_still_ahead() -> None:
    assert when("torstaina klo 12.01") == moment("2026-09-10T12:01")
    assert when("torstaina klo 12") == moment("2026-09-17T12:00")


def test_the_next_weekday_is_never_today() -> None:
    assert when("ensi torstaina klo 18") == moment("2026-09-17T18:00")
    assert when("next Thursday 18") == moment("2026-09-17T18:00")
    assert when("nästa torsdag kl 18") == moment("2026-09-17T18:00")


def test_next_week_starts_on_its_monday() -> None:
    assert when("ensi viikon sunnuntaina klo 18") == moment("2026-09-20T18:00")
    assert when("fredag nästa vecka kl 18") == moment("2026-09-18T18:00")
    assert refused_when("ensi viikolla 22.9. klo 18")[0] == "when-unclear"


def test_today_is_counted_in_the_zone_of_the_group() -> None:
    late = datetime(2026, 9, 10, 22, 30, tzinfo=UTC)
    assert when("huomenna klo 9", now=late) == moment("2026-09-12T09:00")
    assert when("tomorrow 9:00", now=late, zone=ZoneInfo("America/New_York")) == moment("2026-09-11T09:00")


@pytest.mark.parametrize(
    ("typed", "on"),
    [
        ("ti 15.9.", "2026-09-15"),
        ("15.9", "2026-09-15"),
        ("tiistaina", "2026-09-15"),
        ("tiistai-iltana", "2026-09-15"),
        ("torstai", "2026-09-10"),
        ("tomorrow", "2026-09-11"),
        ("15 september 2026", "2026-09-15"),
        ("17.10", "2026-10-17"),
    ],
)
def test_a_date_without_a_time_asks_for_the_time(typed: str, on: str) -> None:
    assert refused_when(typed) == ("when-no-time", {"date": date.fromisoformat(on)})


@pytest.mark.parametrize(
    ("typed", "on", "weekday"),
    [
        ("ke 15.9. klo 17", "2026-09-15", 2),
        ("Monday 15 September 2026 17:00", "2026-09-15", 0),
        ("söndag 15.9 kl 17", "2026-09-15", 6),
        ("huomenna torstaina klo 17", "2026-09-11", 3),
        # It was a Wednesday this year, but that is yesterday.
        ("ke 9.9. klo 17", "2027-09-09", 2),
    ],
)
def test_a_weekday_that_disagrees_with_its_date_is_refused(typed: str, on: str, weekday: int) -> None:
    assert refused_when(typed) == ("when-weekday", {"date": date.fromisoformat(on), "weekday": weekday})


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("15.9.2025 klo 17", "2025-09-15T17:00"),
        ("2026-09-10 12:00", "2026-09-10T12:00"),
        ("10.9. klo 11", "2026-09-10T11:00"),
        ("today 11:59", "2026-09-10T11:59"),
        ("15.9.1026 klo 17", "1026-09-15T17:00"),
    ],
)
def test_a_moment_that_is_past_is_refused(typed: str, at: str) -> None:
    assert refused_when(typed) == ("when-past", {"when": moment(at)})


def test_two_years_ahead_is_as_far_as_it_goes() -> None:
    assert when("10.9.2028 klo 12") == moment("2028-09-10T12:00")
    assert refused_when("10.9.2028 klo 12.01") == ("when-far", {"when": moment("2028-09-10T12:01")})
    assert refused_when("15.9.2117 klo 17") == ("when-far", {"when": moment("2117-09-15T17:00")})
    assert refused_when("31.12.9999 23:59")[0] == "when-far"
    leap = datetime(2028, 2, 29, 9, 0, tzinfo=UTC)
    assert when("28.2.2030 klo 17", now=leap) == moment("2030-02-28T17:00")
    assert refused_when("1.3.2030 klo 17", now=leap)[0] == "when-far"


def test_dots_and_finnish_and_swedish_have_the_day_first() -> None:
    assert when("5.6.2027 17:00", language="en") == moment("2027-06-05T17:00")
    assert when("5/6/2027 17:00", language="fi") == moment("2027-06-05T17:00")
    assert when("5/6 kl 17", language="sv") == moment("2027-06-05T17:00")
    assert refused_when("9/15/2026 17:00", language="fi")[0] == "when-unclear"


def test_english_slashes_are_understood_only_when_one_reading_is_a_date() -> None:
    assert when("9/15/2026 17:00") == moment("2026-09-15T17:00")
    assert when("15/9/26 17:00") == moment("2026-09-15T17:00")
    assert when("6/6/2027 17:00") == moment("2027-06-06T17:00")
    assert refused_when("5/6/2027 17:00")[0] == "when-unclear"
    assert refused_when("10-11-2026 17:00")[0] == "when-unclear"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "...",
        "hei",
        "klo 17",
        "17:00",
        "31.2. klo 17",
        "15.13. klo 17",
        "15.9. klo 25",
        "15.9. klo 24",
        "15.9. klo 17.60",
        "Tuesday 13 pm",
        "ti 15. klo 17",  # the fifteenth of what?
        "ti 15.",
        "tisdag den 17",
        "huomenna 15.9. klo 17",
        "ma ti klo 17",
        "ti tai ke klo 17",
        "ti 15.9. tai 16.9. klo 17",
        "15.9. klo 17-19",
        "15.9. klo 17–19",
        "15.9. 17:00 18:00",
        "15.9. klo 17 ja 18",
        "after 15 Sep 17:00",
        "ti puoli 6",
        "tisdag halv sex",
        "Tuesday half past 5",
        "Tuesday midnight",
        "every tuesday at 17:00",
        "last tuesday 17:00",
        "eilen 17:00",
        "2026-09-15T17:00Z",
        "2026-09-15T17:00+03:00",
        "15 Sep 2026 17:00 UTC",
        "15 Sep 2026 5 pm EST",
        "ti 15.9. klo 17 \U0001f600",
        "ti 15.9. klo 1\ufe0f\u20e37",
        "\u200fti 15.9. klo 17",
        "ti\x0015.9. klo 17",
        "ti 15.9.\u200b klo 17",
        "ti_15.9._klo_17",
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_could_mean_two_things_or_nothing_is_refused(typed: str, language: str) -> None:
    assert refused_when(typed, language=language) == ("when-unclear", {"typed": typed})


def test_a_refusal_says_back_no_more_than_sixty_characters() -> None:
    assert refused_when("x" * 70) == ("when-unclear", {"typed": "x" * 60})


# -- Clock changes --


@pytest.mark.parametrize(
    ("zone", "now", "at", "phrase"),
    [
        ("Europe/Helsinki", "2026-09-10", "2027-03-28T03:00", "when-skipped"),
        ("Europe/Helsinki", "2026-09-10", "2027-03-28T03:30", "when-skipped"),
        ("Europe/Helsinki", "2026-09-10", "2026-10-25T03:00", "when-doubled"),
        ("Europe/Helsinki", "2026-09-10", "2026-10-25T03:30", "when-doubled"),
        ("America/New_York", "2026-09-10", "2027-03-14T02:30", "when-skipped"),
        ("America/New_York", "2026-09-10", "2026-11-01T01:30", "when-doubled"),
        # São Paulo changed its clocks at midnight while it still did.
        ("America/Sao_Paulo", "2018-10-01", "2018-11-04T00:30", "when-skipped"),
        ("America/Sao_Paulo", "2017-10-01", "2018-02-17T23:30", "when-doubled"),
        # Half an hour only.
        ("Australia/Lord_Howe", "2026-09-10", "2026-10-04T02:15", "when-skipped"),
        ("Australia/Lord_Howe", "2026-09-10", "2027-04-04T01:45", "when-doubled"),
        # A whole day.
        ("Pacific/Apia", "2011-12-01", "2011-12-30T12:00", "when-skipped"),
    ],
)
def test_a_time_that_the_clocks_skip_or_repeat_is_refused(zone: str, now: str, at: str, phrase: str) -> None:
    said = refused_when(at, zone=ZoneInfo(zone), now=moment(f"{now}T00:00+00:00"))
    assert said == (phrase, {"when": moment(at)})


def test_the_minutes_beside_a_clock_change_are_taken() -> None:
    for at in ("2027-03-28T02:59", "2027-03-28T04:00", "2026-10-25T02:59", "2026-10-25T04:00"):
        assert when(at) == moment(at)


def test_a_zone_that_no_longer_changes_its_clocks_has_no_such_times() -> None:
    assert when("2026-11-01 00:30", zone=ZoneInfo("America/Sao_Paulo")) == moment("2026-11-01T00:30")


# -- The library --


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("15 oct 17h30", "2026-10-15T17:30"), ("15 September 2026 five pm", "2026-09-15T17:00")],
)
def test_what_only_the_library_knows_is_still_understood(typed: str, meant: str) -> None:
    assert when(typed) == moment(meant)


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    lines = ["import sys, bot.content.typed", "sys.exit('dateparser' in sys.modules)"]
    assert subprocess.run([sys.executable, "-c", "\n".join(lines)], check=False).returncode == 0


class Answer:
    def __init__(self, date_obj: datetime | None, period: str = "time") -> None:
        self.date_obj, self.period = date_obj, period


def library_that(monkeypatch: pytest.MonkeyPatch, answer: Answer | Exception) -> None:
    def get_date_data(*_: object) -> Answer:
        if isinstance(answer, Exception):
            raise answer
        return answer

    parser = importlib.import_module("dateparser.date").DateDataParser
    monkeypatch.setattr(parser, "get_date_data", get_date_data)


@pytest.mark.parametrize("slip", [RuntimeError(), OverflowError(), RecursionError(), TypeError(), KeyError()])
def test_a_text_the_library_trips_over_is_unclear(monkeypatch: pytest.MonkeyPatch, slip: Exception) -> None:
    library_that(monkeypatch, slip)
    assert refused_when("zz 15.9. 17:00")[0] == "when-unclear"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (None, "it found nothing"),
        ("2117-09-15T17:00", "it lies a century off"),
        ("2025-09-15T17:00", "it lies in the past"),
        ("2026-09-16T17:00", "the fifteenth was typed"),
        ("2026-10-15T17:00", "September was typed"),
        ("2026-09-15T05:00", "17:00 was typed"),
        ("2026-09-15T17:00+03:00", "it is in a zone"),
    ],
)
def test_an_answer_of_the_library_that_does_not_fit_is_dropped(
    monkeypatch: pytest.MonkeyPatch, answer: str | None, why: str
) -> None:
    library_that(monkeypatch, Answer(moment(answer) if answer else None))
    assert refused_when("zz 15.9. 17:00")[0] == "when-unclear", why


def test_an_answer_of_the_library_without_a_time_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    library_that(monkeypatch, Answer(moment("2026-09-15T00:00"), period="day"))
    assert refused_when("zz 15.9.") == ("when-no-time", {"date": date(2026, 9, 15)})


def test_an_answer_of_the_library_is_held_to_the_weekday_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    library_that(monkeypatch, Answer(moment("2026-09-15T17:00")))
    assert when("zz ti 15.9. 17:00") == moment("2026-09-15T17:00")
    assert refused_when("zz ke 15.9. 17:00")[0] == "when-weekday"


# -- A day alone --


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("15.10.", "fi", date(2026, 10, 15)),
        ("15.10. asti", "fi", date(2026, 10, 15)),
        ("lokakuun 15. saakka", "fi", date(2026, 10, 15)),
        ("perjantai", "fi", date(2026, 9, 11)),
        ("tänään", "fi", date(2026, 9, 10)),
        ("until 15 October", "en", date(2026, 10, 15)),
        ("Oct 15", "en", date(2026, 10, 15)),
        ("t.o.m. 15.10.", "sv", date(2026, 10, 15)),
        ("fram till 15 oktober", "sv", date(2026, 10, 15)),
        ("6.1.", "fi", date(2027, 1, 6)),
        ("15.10. klo 17", "fi", date(2026, 10, 15)),
    ],
)
def test_a_day_is_understood_without_a_time(text: str, language: str, wanted: date) -> None:
    assert read_day(text, language=language, zone=HELSINKI, now=NOW) == wanted


@pytest.mark.parametrize("text", ["", "joskus", "31.2.", "15", "3/4", "x" * 200])
def test_a_day_that_is_in_doubt_is_asked_again(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(text, language="en", zone=HELSINKI, now=NOW)
    assert refused.value.phrase == "day-unclear"


@pytest.mark.parametrize("text", ["1.9.2026", "1.10.2028"])
def test_a_day_gone_by_or_far_off_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(text, language="fi", zone=HELSINKI, now=NOW)
    assert refused.value.phrase == "day-range"
