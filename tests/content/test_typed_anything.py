"""Whatever is typed is read or refused, soon; and what we write out ourselves comes back."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from time import thread_time

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.content.typed import Every, read_length, read_rhythm, read_zone
from bot.core.refusal import Refusal
from tests.content.reading import HERE, LANGUAGES, listed, moment, outcome, refusal, when

# -- Anything at all --

ENDS_OF_A_LONG_TEXT = [
    "1" * 10_000,
    " " * 10_000,
    "ti 15.9. klo 17" + " " * 10_000,
    "." * 10_000,
    "½" * 10_000,
]
READERS: list[Callable[[str], object]] = [
    when,
    read_rhythm,
    read_length,
    read_zone,
]


@pytest.mark.parametrize("typed", ENDS_OF_A_LONG_TEXT)
@pytest.mark.parametrize("read", READERS)
def test_a_very_long_text_is_refused(read: Callable[[str], object], typed: str) -> None:
    said, values = refusal(lambda: read(typed))
    assert said in ("when-unclear", "rhythm-unclear", "length-unclear", "zone-unknown")
    assert all(len(str(value)) <= 60 for value in values.values())


@pytest.mark.parametrize(
    "typed", [*ENDS_OF_A_LONG_TEXT, "1 " * 40, "." * 80, "1." * 40, "ti " * 26, "½" * 80, "a" * 80]
)
@pytest.mark.parametrize("read", READERS)
def test_no_text_takes_longer_than_five_milliseconds(read: Callable[[str], object], typed: str) -> None:
    def took() -> float:
        start = thread_time()  # of the processor: a busy machine makes no text longer to read
        with pytest.raises(Refusal):
            read(typed)
        return thread_time() - start

    assert min(took() for _ in range(5)) < 0.005


PIECES = listed(
    """
    ti tiistaina Tuesday tis to ke 15 9 15.9. 17.10 17.30 klo kl at 17 17:00 5 pm p.m. am next ensi nästa
    viikon week vecka huomenna i morgon syyskuuta sep september 15. 2026 2027 26 the den , - / in two kaksi
    half puoli every joka var toinen tredje kuussa month h min tuntia 2h30 1:30 ½ 31.2. 29.2. 9/15 9/9/2026
    2026-09-15 T Z
    noin yesterday o'clock
    """
)
sentences = st.lists(st.sampled_from(PIECES), max_size=7).flatmap(
    lambda words: st.sampled_from(["", " ", " ", " "]).map(lambda gap: gap.join(words))
)
anything = st.one_of(st.text(max_size=90), st.text("0123456789.:/-, apmtikloh", max_size=40), sentences)


@settings(max_examples=400, deadline=None)
@given(typed=anything, language=st.sampled_from(LANGUAGES))
@example(typed="1 1 1 1 1", language="en")
@example(typed="\ufdfa" * 60, language="en")
@example(typed="٣.٩. klo ١٧", language="fi")
def test_any_text_is_a_moment_within_two_years_or_a_refusal(typed: str, language: str) -> None:
    at = outcome(lambda: when(typed, language=language))
    if isinstance(at, Refusal):
        assert at.phrase.startswith("when-")
    else:
        assert at.tzinfo is None
        assert HERE < at <= moment("2028-09-10T12:00")


@settings(max_examples=300, deadline=None)
@given(typed=anything)
def test_any_text_is_a_rhythm_a_length_and_a_zone_or_a_refusal(typed: str) -> None:
    every = outcome(lambda: read_rhythm(typed))
    length = outcome(lambda: read_length(typed))
    zone = outcome(lambda: read_zone(typed))
    assert every.phrase == "rhythm-unclear" if isinstance(every, Refusal) else 1 <= every.count <= 12
    if isinstance(length, Refusal):
        assert length.phrase in ("length-unclear", "length-range")
    else:
        assert timedelta(minutes=15) <= length <= timedelta(hours=12)
    assert zone.phrase == "zone-unknown" if isinstance(zone, Refusal) else zone.key


# -- There and back --

FINNISH_DAYS = listed("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai")
ENGLISH_DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
SWEDISH_DAYS = listed("måndag tisdag onsdag torsdag fredag lördag söndag")
FINNISH_MONTHS = listed("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu")
ENGLISH_MONTHS = [
    *listed("January February March April May June July"),
    *listed("August September October November December"),
]
SWEDISH_MONTHS = [
    *listed("januari februari mars april maj juni juli"),
    *listed("augusti september oktober november december"),
]


def as_written(at: datetime, year: str) -> dict[str, list[str]]:
    """The moment in forms that each language has for it; `year` is one to write, or nothing."""
    day, clock, month = at.day, f"{at:%H.%M}", at.month - 1
    half = f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}"
    return {
        "fi": [
            f"{FINNISH_DAYS[at.weekday()][:2]} {day}.{at.month}.{year} klo {clock}",
            f"{FINNISH_DAYS[at.weekday()]}na {day}. {FINNISH_MONTHS[month]}kuuta {year} kello {clock}",
            f"{at:%d.%m.}{year} {at:%H:%M}",
        ],
        "en": [
            f"{ENGLISH_DAYS[at.weekday()]} {day} {ENGLISH_MONTHS[month]} {year} at {at:%H:%M}",
            f"{ENGLISH_MONTHS[month]} {day}, {year} {half}",
            f"{ENGLISH_DAYS[at.weekday()][:3]} {day} {ENGLISH_MONTHS[month][:3]} {year} {half}",
        ],
        "sv": [
            f"{SWEDISH_DAYS[at.weekday()]} {day} {SWEDISH_MONTHS[month]} {year} kl. {clock}",
            f"{SWEDISH_DAYS[at.weekday()][:3]} {day}.{at.month}.{year} kl {clock}",
            f"den {day}:e {SWEDISH_MONTHS[month][:3]} {year} klockan {clock}",
        ],
    }


@settings(deadline=None)
@given(
    at=st.datetimes(HERE + timedelta(minutes=1), moment("2028-09-10T12:00")),
    language=st.sampled_from(LANGUAGES),
)
def test_a_date_written_out_in_each_language_comes_back(at: datetime, language: str) -> None:
    at = at.replace(second=0, microsecond=0)
    # The clock changes have tests of their own.
    assume(at > HERE and at.hour != 3)
    assert {when(text, language=language) for text in as_written(at, str(at.year))[language]} == {at}
    assert when(f"{at:%Y-%m-%d %H:%M}", language=language) == at


@settings(deadline=None)
@given(days=st.integers(1, 364), at=st.times(), language=st.sampled_from(LANGUAGES))
def test_a_date_written_without_its_year_comes_back_within_a_year(days: int, at: time, language: str) -> None:
    meant = datetime.combine(HERE.date() + timedelta(days=days), at.replace(second=0, microsecond=0))
    assume(meant.hour != 3)
    assert {when(text, language=language) for text in as_written(meant, "")[language]} == {meant}


@given(count=st.integers(1, 12), weekday=st.integers(0, 6), at=st.times())
def test_a_rhythm_written_out_in_each_language_comes_back(count: int, weekday: int, at: time) -> None:
    at = at.replace(second=0, microsecond=0)
    typed = [
        f"{count} viikon välein {FINNISH_DAYS[weekday]}na klo {at:%H.%M}",
        f"every {count} weeks on {ENGLISH_DAYS[weekday]}s at {at:%H:%M}",
        f"var {count}:e vecka på {SWEDISH_DAYS[weekday]}ar kl. {at:%H.%M}",
    ]
    assert {read_rhythm(text) for text in typed} == {Every(count, "week", weekday, at)}


@given(minutes=st.integers(15, 720))
def test_a_length_written_out_in_each_language_comes_back(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    typed = [
        f"{hours}:{rest:02}",
        f"{hours}h{rest:02}",
        f"{minutes} min",
        f"{hours} tuntia {rest} minuuttia",
        f"{hours} hours and {rest} minutes",
        f"{hours} timmar och {rest} minuter",
    ]
    assert {read_length(text) for text in typed} == {timedelta(minutes=minutes)}
