"""A date in a sentence, in every language's own way."""

from datetime import date, timedelta

from bot.core.outgoing import say
from tests.core.core_desk import LIBRARY


def test_every_finnish_day_stands_in_the_case_that_the_sentence_needs() -> None:
    for number in range(7):
        day = date(2026, 10, 4) + timedelta(number)
        assert LIBRARY.text(say("farewell-gone", date=day), "fi").split(" poistetaan ")[1].split()[0].endswith("na"), (
            day
        )
