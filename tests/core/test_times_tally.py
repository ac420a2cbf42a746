"""Reading times as people type them, how long they are asked, and how the answers count."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from bot.content.typed_port import TypedText
from bot.core.model import Vote
from bot.core.plan import is_quiet, polite
from bot.core.times_tally import IF_NEED, NO, WORKS, best, closing, halfway, read_times, tally
from tests.core.core_rows import group, wall

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)
TUESDAY, WEDNESDAY, THURSDAY = "2026-09-15T17:00:00", "2026-09-16T18:00:00", "2026-09-17T09:30:00"


def read(text: str, language: str = "fi") -> list[str]:
    """What a text is understood as: local times, or the phrase that refuses one."""
    typed = TypedText()
    lines = read_times(text, lambda one: typed.when(one, language=language, zone=HELSINKI, now=NOW))
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    return [
        line.starts.isoformat() if line.starts else line.refusal.phrase for line in lines if line.refusal or line.starts
    ]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "ti 15.9. klo 17\nke 16.9. klo 18\nto 17.9. klo 9.30"),
        ("fi", "ti 15.9. klo 17; ke 16.9. klo 18; to 17.9. klo 9.30"),
        ("fi", "ti 15.9. klo 17, ke 16.9. klo 18 tai to 17.9. klo 9.30"),
        ("fi", "- ti 15.9. klo 17\n• ke 16.9. klo 18\n\n* to 17.9. klo 9.30\n"),
        ("fi", "1. ti 15.9. klo 17\n2. ke 16.9. klo 18\n3) to 17.9. klo 9.30"),
        ("fi", "ti 15. syyskuuta klo 17, 16.9.2026 klo 18, 2026-09-17 9:30"),
        ("en", "Tue, 15 Sep, 17:00, Wed, 16 Sep 2026, 6 pm, Thu, 17 Sep, 9:30"),
        ("en", "Tue 15 Sep at 5pm and Wed 16 Sep at 18:00 or Thu 17 Sep at 9.30 am"),
        ("sv", "tis 15.9 kl. 17, ons 16.9 kl 18 eller tors 17.9 kl 9.30"),
    ],
)
def test_times_are_read_as_people_type_them(language: str, text: str) -> None:
    assert read(text, language) == [TUESDAY, WEDNESDAY, THURSDAY]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("ti 15.9., ke 16.9. klo 18", ["when-no-time", WEDNESDAY]),
        ("joskus, ke 16.9. klo 18", ["when-unclear", WEDNESDAY]),
        ("ke 16.9. klo 18, joskus, ti 15.9. klo 17", [WEDNESDAY, "when-unclear", TUESDAY]),
        ("ma 15.9. klo 17", ["when-weekday"]),
        ("1.9.2026 klo 8", ["when-past"]),
        ("ti 15.9. klo 17, 18", [TUESDAY, "when-unclear"]),
        (" \n;;, ,\n-\n", []),
    ],
)
def test_what_is_amiss_is_amiss_with_that_one_alone(text: str, understood: list[str]) -> None:
    assert read(text) == understood


def test_what_there_is_no_room_to_read_is_named_as_well() -> None:
    assert read("ti 15.9. klo 17, " * 12) == [TUESDAY] * 12
    assert read("ti 15.9. klo 17, " * 14 + "foo") == [TUESDAY] * 12 + ["times-many"]
    assert read("ti 15.9. klo 17\n" * 13 + "foo") == [TUESDAY] * 12 + ["times-many"] * 2


@given(st.text(max_size=80), st.sampled_from(["fi", "en", "sv"]))
@example("\x0c", "fi")
@example("ti, \x1c\x85", "fi")
def test_whatever_is_typed_is_either_understood_or_named(text: str, language: str) -> None:
    typed = TypedText()
    for line in read_times(text, lambda one: typed.when(one, language=language, zone=HELSINKI, now=NOW)):
        assert (line.starts is None) != (line.refusal is None)
        assert line.typed in text
        assert line.typed.strip()


# -- How long --


@pytest.mark.parametrize(
    ("opened", "earliest", "closes"),
    [
        ("2026-09-01 10:00", "2026-09-16 17:00", "2026-09-04 18:00"),  # the third evening
        ("2026-09-01 23:30", "2026-09-16 17:00", "2026-09-05 18:00"),  # read in the morning only
        ("2026-09-01 10:00", "2026-09-04 17:00", "2026-09-03 10:00"),  # a day before the earliest
        ("2026-09-01 10:00", "2026-09-02 12:00", "2026-09-01 18:00"),  # as well as it can be
        ("2026-09-01 20:00", "2026-09-02 21:00", "2026-09-02 10:00"),
        ("2026-10-23 10:00", "2026-11-04 17:00", "2026-10-26 18:00"),  # the clocks change meanwhile
    ],
)
def test_it_closes_on_the_third_evening_or_well_before_the_earliest(opened: str, earliest: str, closes: str) -> None:
    assert closing(group(), local(opened), local(earliest)) == local(closes)


def local(typed: str) -> datetime:
    return datetime.fromisoformat(typed).replace(tzinfo=HELSINKI).astimezone(UTC)


@given(st.integers(0, 60 * 24 * 400), st.integers(24 * 60, 60 * 24 * 40), st.integers(0, 23), st.integers(0, 23))
def test_it_always_closes_before_the_earliest_time_and_never_at_night_where_that_can_be(
    at: int, ahead: int, quiet_from: int, quiet_to: int
) -> None:
    ours = group(quiet_from=quiet_from, quiet_to=quiet_to)
    now = NOW + timedelta(minutes=at)
    earliest = now + timedelta(minutes=ahead)
    closes = closing(ours, now, earliest)
    assume(polite(ours, now) < earliest)
    assert polite(ours, now) <= closes < earliest
    if (quiet_from - quiet_to) % 24 >= 12:
        assert not is_quiet(ours, closes)
        nudge = halfway(ours, polite(ours, now), closes)
        assert nudge is None or (now < nudge < closes and not is_quiet(ours, nudge))


def test_in_a_short_time_nobody_is_reminded() -> None:
    assert halfway(group(), local("2026-09-01 10:00"), local("2026-09-01 18:00")) is None
    assert halfway(group(), local("2026-09-01 10:00"), local("2026-09-04 18:00")) == local("2026-09-03 10:00")


# -- How it counts --


def said(**answers: str) -> list[Vote]:
    """Votes as one letter for each time in order: w, i, n, or - for nothing."""
    meaning = {"w": WORKS, "i": IF_NEED, "n": NO}
    return [
        Vote(f"{member}{n}", "g1", "q1", member, item, meaning[letter])
        for member, letters in answers.items()
        for n, (item, letter) in enumerate(zip((TUESDAY, WEDNESDAY, THURSDAY), letters, strict=True))
        if letter in meaning
    ]


def order(votes: list[Vote], members: tuple[str, ...] = ("a", "b", "c", "d", "e"), least: int = 3) -> list[str]:
    return [t.starts.isoformat() for t in tally((TUESDAY, WEDNESDAY, THURSDAY), votes, members, least)]


def test_most_that_work_come_first_then_fewest_that_do_not() -> None:
    votes = said(a="wwi", b="wwi", c="iiw", d="inn", e="i-n")
    assert order(votes) == [TUESDAY, WEDNESDAY, THURSDAY]


def test_a_time_that_too_few_can_come_to_comes_last_however_much_they_like_it() -> None:
    votes = said(a="wi-", b="wi-", c="ni-")
    assert order(votes)[0] == WEDNESDAY
    assert order(votes, least=2)[0] == TUESDAY


def test_equal_times_are_a_tie_in_the_order_of_time() -> None:
    counted = tally((THURSDAY, TUESDAY, WEDNESDAY), said(a="www", b="www", c="wnw"), ("a", "b", "c"), 2)
    assert [t.starts for t in best(counted)] == [wall(2026, 9, 15, 17), wall(2026, 9, 17, 9, 30)]


def test_only_members_count() -> None:
    counted = tally((TUESDAY,), said(a="w--", gone="w--"), ("a", "b"), 2)
    assert counted[0].works == ("a",)
    assert not counted[0].enough


@given(st.lists(st.sampled_from("win-"), min_size=15, max_size=15))
def test_the_order_never_puts_a_better_time_behind_a_worse_one(letters: list[str]) -> None:
    votes = said(**{name: "".join(letters[3 * n : 3 * n + 3]) for n, name in enumerate("abcde")})
    counted = tally((TUESDAY, WEDNESDAY, THURSDAY), votes, tuple("abcde"), 3)
    for before, after in pairwise(counted):
        if before.enough == after.enough:
            assert (len(before.works), -len(before.no)) >= (len(after.works), -len(after.no))
        else:
            assert before.enough
    assert counted[0] in best(counted)
    assert sum(len(t.works) + len(t.if_need) + len(t.no) for t in counted) == len(votes)
