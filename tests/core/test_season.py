import itertools
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Meeting
from bot.core.season import dates, fewest, floor_of, leads_of, themes_of
from tests.core.core_rows import group, meeting, member, programme, wall

FIRST = wall(2026, 9, 15, 17)


def days(first: datetime, count: int, unit: str, meetings: int) -> list[str]:
    return [f"{each:%d.%m.%y}" for each in dates(first, count, unit, meetings)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "unit", "count", "wanted"),
    [
        (wall(2026, 9, 15, 17), "week", 1, ["15.09.26", "22.09.26", "29.09.26"]),
        (wall(2026, 9, 15, 17), "week", 3, ["15.09.26", "06.10.26", "27.10.26"]),
        (wall(2026, 9, 8, 17), "month", 1, ["08.09.26", "13.10.26", "10.11.26"]),  # the second Tuesday
        (wall(2026, 9, 29, 17), "month", 1, ["29.09.26", "27.10.26", "24.11.26"]),  # a fifth one: the last
        (wall(2026, 12, 31, 17), "month", 1, ["31.12.26", "28.01.27", "25.02.27"]),
        (wall(2026, 9, 1, 17), "month", 2, ["01.09.26", "03.11.26", "05.01.27"]),
    ],
)
def test_a_rhythm_gives_these_dates(first: datetime, unit: str, count: int, wanted: list[str]) -> None:
    assert days(first, count, unit, 3) == wanted


@given(st.datetimes(wall(2026, 1, 1), wall(2030, 1, 1)), st.integers(1, 3))
def test_a_month_keeps_its_weekday_and_time_and_skips_no_month(first: datetime, count: int) -> None:
    first = first.replace(second=0, microsecond=0)
    found = dates(first, count, "month", 6)
    assert found[0] == first
    assert {each.weekday() for each in found} == {first.weekday()}
    assert {each.time() for each in found} == {first.time()}
    months = [each.year * 12 + each.month for each in found]
    assert [b - a for a, b in itertools.pairwise(months)] == [count] * 5


def season(count: int) -> list:
    return [meeting(f"m{n}", FIRST + timedelta(weeks=3 * n)) for n in range(count)]


def test_first_and_last_meetings_have_their_own_content() -> None:
    assert list(themes_of(group(themes=("one", "two")), season(5), programme()).values()) == [
        "opening", "one", "two", None, "end",
    ]  # fmt: skip


def test_more_themes_than_meetings_are_left_out() -> None:
    assert list(themes_of(group(themes=("one", "two", "three")), season(3), programme()).values()) == [
        "opening", "one", "end",
    ]  # fmt: skip


def test_a_programme_without_fixed_ends_is_all_themes() -> None:
    found = themes_of(group(themes=("two", "one")), season(3), programme(first=False, last=False))
    assert list(found.values()) == ["two", "one", None]


def test_a_cancelled_meetings_theme_passes_on() -> None:
    meetings = season(4)
    meetings[1] = meeting("m1", meetings[1].starts, cancelled=True)
    found = themes_of(group(themes=("one", "two")), meetings, programme())
    assert found == {"m0": "opening", "m2": "one", "m3": "end"}


def test_the_only_meeting_is_the_first_one() -> None:
    assert themes_of(group(), season(1), programme()) == {"m0": "opening"}


def test_the_turn_goes_round_in_the_order_of_joining() -> None:
    members = [member("aino", 2), member("veikko", 0), member("salme", 1)]
    assert list(leads_of(members, season(4), ()).values()) == ["veikko", "salme", "aino", "veikko"]


def test_the_absent_are_skipped_and_have_their_turn_next() -> None:
    members = [member("aino", 0), member("veikko", 1), member("salme", 2)]
    assert list(leads_of(members, season(3), {("m0", "aino")}).values()) == ["veikko", "aino", "salme"]


def test_who_took_a_meeting_leads_it_unless_they_cannot_come() -> None:
    members = [member("aino", 0), member("veikko", 1)]
    taken = [meeting("m0", FIRST, lead_id="veikko")]
    assert leads_of(members, taken, ()) == {"m0": "veikko"}
    assert leads_of(members, taken, {("m0", "veikko")}) == {"m0": "aino"}


def test_nobody_leads_where_nobody_can_come() -> None:
    assert leads_of([member("aino")], season(1), {("m0", "aino")}) == {"m0": None}
    assert leads_of([], season(1), ()) == {"m0": None}


@given(st.integers(1, 10), st.integers(1, 12))
def test_over_a_season_nobody_leads_twice_more_than_another(size: int, count: int) -> None:
    members = [member(f"p{n}", n) for n in range(size)]
    led = Counter(leads_of(members, season(count), ()).values())
    turns = [led[m.id] for m in members]
    assert max(turns) - min(turns) <= 1


FIVE, SIX = [member(f"p{n}", n) for n in range(5)], season(6)
ABSENT = st.sets(st.sampled_from([(m.id, p.id) for m in SIX for p in FIVE]))


@given(ABSENT)
def test_an_absent_member_never_leads(absent: set[tuple[str, str]]) -> None:
    for meeting_id, lead in leads_of(FIVE, SIX, absent).items():
        assert (meeting_id, lead) not in absent


@given(ABSENT, st.sampled_from(SIX))
def test_a_turn_that_is_settled_on_whoever_has_it_changes_nobodys_turn(
    absent: set[tuple[str, str]], which: Meeting
) -> None:
    found = leads_of(FIVE, SIX, absent)
    settled = [replace(m, lead_id=found[m.id]) if m is which else m for m in SIX]
    assert leads_of(FIVE, settled, absent) == found


@pytest.mark.parametrize(("size", "least"), [(3, 2), (4, 2), (5, 3), (10, 3)])
def test_how_few_are_few(size: int, least: int) -> None:
    assert fewest(size) == least


@pytest.mark.parametrize(
    ("floor", "size", "needed"), [("five", 4, 5), ("five", 9, 5), ("three", 5, 3), ("three", 6, 5), ("aloud", 3, 5)]
)
def test_a_floor_of_three_is_for_fewer_than_six(floor: str, size: int, needed: int) -> None:
    assert floor_of(group(floor=floor), size) == needed
