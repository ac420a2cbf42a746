"""What is kept of words once they were made: nothing that could be another's."""

import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.content.phrases_file import isolated, phrase

RUN_BACKWARDS = {"R", "AL", "RLE", "RLO", "RLI"}


@given(st.text(st.characters(codec=None)))
def test_only_what_runs_backwards_somewhere_is_held_apart(text: str) -> None:
    backwards = any(unicodedata.bidirectional(character) in RUN_BACKWARDS for character in text)
    assert isolated(text) == (f"\u2068{text}\u2069" if backwards else text)


def test_every_single_character_that_runs_backwards_is_known() -> None:
    every = (chr(point) for point in range(0x110000) if not 0xD800 <= point <= 0xDFFF)
    missed = [each for each in every if (unicodedata.bidirectional(each) in RUN_BACKWARDS) != (isolated(each) != each)]
    assert missed == []


def when(value: date | time, language: str = "fi") -> str:
    return phrase("when", language, {"when": value})


def test_equal_instants_of_different_zones_are_each_written_in_their_own() -> None:
    there = timezone(timedelta(hours=3))
    instant = datetime(2027, 9, 15, 14, 0, tzinfo=UTC)
    assert when(instant) != when(instant.astimezone(there))
    assert when(instant.astimezone(there)) == when(datetime(2027, 9, 15, 17, 0))
    assert when(instant) == when(datetime(2027, 9, 15, 14, 0))


def test_a_date_and_its_midnight_are_written_differently_and_each_language_for_itself() -> None:
    day = date(2027, 9, 15)
    said = [when(value, language) for value in (day, datetime(2027, 9, 15, 0, 0)) for language in ("fi", "sv", "en")]
    assert len(set(said)) == len(said)
    assert said == [when(value, language) for value in (day, datetime(2027, 9, 15)) for language in ("fi", "sv", "en")]
