"""Fewer messages, other times, holidays: what the plan makes of a group's wishes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import Library
from bot.core.kinds import BUDGETED, KINDS
from bot.core.model import Life
from bot.core.plan import Facts, deletion_due, local_day, plan, plan_after
from bot.core.programme import Evaluation, Programme
from bot.core.season import after_rest, dates
from tests.core.core_desk import Desk, buttons
from tests.core.core_rows import group, meeting, programme, wall

SEASON = [meeting(f"m{n}", wall(2026, 9, 15, 17) + timedelta(weeks=3 * n)) for n in range(6)]


def planned(**wishes: Any) -> list[tuple[str, str, str]]:
    its = group(**wishes)
    found = plan(its, SEASON, programme(), Facts())
    return [(p.meeting.id, p.kind, f"{p.due.astimezone(its.tz):%Y-%m-%d %H:%M}") for p in found]


@pytest.mark.parametrize(
    ("posts", "kinds"),
    [
        (5, {"pretask", "reminder", "soon", "feedback", "results"}),
        (4, {"reminder", "soon", "feedback", "results"}),
        (3, {"reminder", "soon"}),  # without results there are no questions either
        (2, {"reminder", "soon"}),
    ],
)
def test_a_smaller_budget_drops_what_matters_least(posts: int, kinds: set[str]) -> None:
    assert {kind for of, kind, _ in planned(posts=posts) if of == "m1"} == kinds


def test_a_between_task_is_the_first_to_give_way() -> None:
    facts = Facts(between={"m0"})
    kinds = {p.kind for p in plan(group(), SEASON, programme(), facts)}
    assert "between" not in kinds
    wanted = [p for p in plan(group(posts=6), SEASON, programme(), facts) if p.kind == "between"]
    assert [f"{p.due:%Y-%m-%d}" for p in wanted] == ["2026-09-25"]


def test_what_has_gone_out_counts_in_the_budget() -> None:
    facts = Facts(between={"m0"}, pretasks={"m0": datetime.fromisoformat("2026-09-10T07:00+00:00")})
    assert "between" not in {p.kind for p in plan(group(), SEASON, programme(), facts)}


@pytest.mark.parametrize("kind", ["pretask", "reminder", "soon"])
def test_a_kind_that_is_off_is_never_planned(kind: str) -> None:
    assert kind not in {each for _, each, _ in planned(off=(kind,))}


def test_without_questions_there_are_no_results_and_the_farewell_comes_sooner() -> None:
    kinds = [kind for _, kind, _ in planned(off=("feedback",))]
    assert not {"feedback", "results", "evaluation"} & set(kinds)
    assert kinds.count("farewell") == 1


def test_posts_come_as_long_before_as_the_group_wants() -> None:
    found = {kind: when for of, kind, when in planned(pretask_days=7, reminder_days=2, soon_minutes=120) if of == "m1"}
    assert (found["pretask"], found["reminder"], found["soon"]) == (
        "2026-09-29 10:00",
        "2026-10-04 10:00",
        "2026-10-06 15:00",
    )


def test_no_preparation_means_no_pre_task_and_a_light_one_is_still_one() -> None:
    assert "pretask" not in {kind for _, kind, _ in planned(preparation="off")}
    assert "pretask" in {kind for _, kind, _ in planned(preparation="light")}


@given(st.integers(0, 120), st.integers(0, 40))
def test_nothing_routine_is_planned_for_a_day_of_rest(after: int, days: int) -> None:
    first = date(2026, 9, 1) + timedelta(days=after)
    its = group(rest_from=first, rest_to=first + timedelta(days=days))
    for each in plan(its, SEASON, programme(), Facts(leads={m.id: "aino" for m in SEASON})):
        if KINDS[each.kind].routine or each.kind == "brief":
            assert not its.rest_from <= local_day(its, each.due) <= its.rest_to, each.kind  # type: ignore[operator]


def test_what_would_meet_in_the_holiday_moves_on_by_whole_weeks_and_so_does_all_after_it() -> None:
    starts = [m.starts for m in SEASON]
    new = after_rest(starts, date(2026, 10, 5), date(2026, 10, 18), unit="week")
    assert new[0] == starts[0]
    assert [later - before for before, later in zip(starts[1:], new[1:], strict=True)] == [timedelta(weeks=2)] * 5


def test_a_monthly_group_keeps_its_weekday_of_the_month() -> None:
    starts = dates(datetime(2026, 9, 8, 17), 1, "month", 5)  # second Tuesdays
    new = after_rest(starts, date(2026, 12, 1), date(2026, 12, 31), unit="month")
    assert new == [*starts[:3], datetime(2027, 1, 12, 17), datetime(2027, 2, 9, 17)]
    fifth = dates(datetime(2026, 9, 29, 17), 1, "month", 3)  # last Tuesdays
    assert after_rest(fifth, date(2026, 10, 20), date(2026, 11, 1), unit="month")[1] == datetime(2026, 11, 24, 17)


@given(st.integers(0, 200), st.integers(0, 119), st.sampled_from(["week", "month"]))
def test_nobody_meets_in_a_holiday_and_the_order_stays(after: int, days: int, unit: str) -> None:
    starts = dates(datetime(2026, 9, 8, 17), 1, unit, 8)  # type: ignore[arg-type]
    first = date(2026, 9, 1) + timedelta(days=after)
    last = first + timedelta(days=days)
    new = after_rest(starts, first, last, unit=unit)
    assert not [when for when in new if first <= when.date() <= last]
    assert new == sorted(new)
    assert [when.weekday() for when in new] == [when.weekday() for when in starts]


# -- After the end --

ENDED = datetime.fromisoformat("2027-01-05T08:00+00:00")


def test_a_group_that_is_over_has_its_end_and_nothing_else() -> None:
    its = group(life=Life.ENDED, ended=ENDED)
    found = plan(its, SEASON, programme(), Facts(members=("aino", "veikko")))
    assert [(p.kind, f"{p.due.astimezone(its.tz):%Y-%m-%d}") for p in found] == [
        ("keepsake", "2027-01-05"),
        ("keepsake", "2027-01-05"),
        ("deletion-soon", "2027-01-28"),
        ("deletion", "2027-02-04"),
    ]


def test_only_who_accepted_is_asked_once_more_and_everything_stays_until_then() -> None:
    its = group(life=Life.ENDED, ended=ENDED)
    facts = Facts(members=("aino", "veikko"), followers={3: ("aino",), 6: ()})
    found = plan_after(its, SEASON, facts)
    assert [(p.person_id, p.ref) for p in found if p.kind == "followup"] == [("aino", "3")]
    assert deletion_due(its, facts.followers) == datetime.fromisoformat("2027-05-05T07:00+00:00")


def test_what_is_kept_longer_by_everyones_wish_goes_then() -> None:
    until = datetime.fromisoformat("2027-05-01T07:00+00:00")
    assert deletion_due(group(life=Life.ENDED, ended=ENDED, kept_until=until), {}) == until
    assert deletion_due(group(), {}) is None


def test_a_smaller_budget_never_touches_the_seasons_own_end() -> None:
    assert not BUDGETED & {"farewell", "evaluation"}
    assert "farewell" in {kind for _, kind, _ in planned(posts=2)}


class Unasked(Library):
    """The library with programmes that ask nothing on the season."""

    def programme(self, pack: str) -> Programme:
        return replace(super().programme(pack), evaluation=Evaluation())


async def test_there_is_a_switch_for_each_kind_that_the_programme_has(desk: Desk) -> None:
    founded = await desk.group("Kaarina", "Kaarina")
    page = f"rhythm:{founded.id}:kinds"
    every = set(buttons(await desk.does("Kaarina", page)).values())
    desk.house = replace(desk.house, library=Unasked())
    some = set(buttons(await desk.does("Kaarina", page)).values())
    assert every - some == {f"rhythm:{founded.id}:off=evaluation"}
