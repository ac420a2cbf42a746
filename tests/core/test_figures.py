"""What all groups come to: what is counted, and what too few stand behind."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.figures import GROUPS, PEOPLE, Count, Facts, Figures, Met, Round, last_settled
from bot.core.model import Life
from tests.core.core_rows import wall

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HEARD = ("vahvistin", "heard")


def facts(members: int = 5, *meetings: Met, **more: Any) -> Facts:
    """A group whose members joined in January."""
    known: dict[str, Any] = {
        "programme": "vahvistin", "language": "fi", "life": Life.RUNNING, "zone": "Europe/Helsinki", "departures": 0,
        "joined": (datetime(2026, 1, 1, tzinfo=UTC),) * members, "meetings": meetings,
    }  # fmt: skip
    return Facts(**(known | more))


def met(month: int = 9, day: int = 15, **more: Any) -> Met:
    return Met(wall(2026, month, day, 17), 150, **more)


def fed_back(*counts: int, month: int = 9, of: int = 1, scale: str = "heard") -> Round:
    return Round(wall(2026, month, 15, 17), of, {scale: counts})


def count(*groups: Facts, now: datetime = NOW, since: str = "") -> Figures:
    counting = Count(now, since)
    for each in groups:
        counting.add(each)
    return counting.figures()


# Counts


def test_groups_are_counted_by_life_programme_and_language() -> None:
    paused = [facts(life=Life.PAUSED, programme="other-one") for _ in range(2)]
    figures = count(*[facts()] * 3, *paused)
    assert figures.groups == 5
    assert figures.lives == {Life.RUNNING: 3, Life.PAUSED: 2, Life.ENDED: 0}
    assert figures.programmes == {"other-one": 2, "vahvistin": 3}
    assert figures.languages == {"fi": 5}


def test_a_single_group_is_never_told_by_what_it_is() -> None:
    figures = count(*[facts()] * 3, facts(programme="rare", language="sv", life=Life.ENDED))
    assert figures.lives[Life.ENDED] is None
    assert figures.programmes == {"vahvistin": 3, "other": None}
    assert figures.languages == {"fi": 3, "other": None}
    assert count(*[facts()] * 3, facts(language="sv"), facts(language="en")).languages == {"fi": 3, "other": 2}


def test_of_one_group_alone_nothing_is_told() -> None:
    group = facts(9, met(), departures=6, rounds=(fed_back(0, 3, 3, 3, 0),))
    figures = count(group)
    assert figures.groups is None
    assert figures.lives == {Life.RUNNING: None, Life.PAUSED: 0, Life.ENDED: 0}
    assert (figures.members, figures.left, figures.present) == (None, None, None)
    assert (figures.held, figures.moved, figures.cancelled) == (None, None, None)
    assert (figures.months, figures.feedback, figures.present_by_month) == ((), {}, {})


def test_where_there_is_no_group_there_is_none() -> None:
    figures = count()
    assert (figures.groups, figures.members, figures.held) == (0, 0, 0)
    assert figures.present is None


def test_members_are_those_of_groups_that_go_on() -> None:
    assert count(facts(4), facts(3), facts(8, life=Life.PAUSED), facts(6, life=Life.ENDED)).members == 15
    assert count(facts(2), facts(2)).members is None, "four people"
    assert count(facts(7), facts(0)).members is None, "all of one group"


def test_who_left_is_summed_and_told_from_five_people_of_two_groups_on() -> None:
    assert count(facts(departures=3), facts(departures=2), facts()).left == 5
    assert count(facts(departures=2), facts(departures=2)).left is None
    assert count(facts(departures=9), facts()).left is None
    assert count(facts(), facts()).left == 0


# Meetings


def test_a_meeting_is_held_as_its_lead_said_and_else_once_it_is_over() -> None:
    ahead = Met(wall(2026, 11, 22, 13), 150)
    going_on, over = (Met(wall(2026, 11, 22, 13), minutes) for minutes in (61, 60))  # in Helsinki it is 14:00
    assert count(facts(5, going_on), facts(5, ahead)).held == 0
    assert count(facts(5, over), facts(5, over)).held == 2
    assert count(facts(5, met()), facts(5, met())).held == 2
    assert count(facts(5, met(), met(held=False)), facts(5, met(), met(cancelled=True))).held == 2
    assert count(facts(5, met(cancelled=True, held=True)), facts(5, met(), met(10))).held is None


def test_what_was_still_to_come_when_a_group_ended_was_not_held() -> None:
    ended = facts(5, met(9), met(10), life=Life.ENDED, ended=datetime(2026, 9, 20, tzinfo=UTC))
    assert count(ended, ended).held == 2


def test_moved_and_cancelled_meetings_are_counted_once_each() -> None:
    moved, cancelled = met(moved=True), met(moved=True, cancelled=True)
    figures = count(facts(5, moved, cancelled), facts(5, moved, moved, cancelled))
    assert (figures.moved, figures.cancelled) == (3, 2)
    assert count(facts(5, moved, moved), facts(5, met())).moved is None, "all in one group"


def test_the_wall_time_is_the_groups() -> None:
    late = Met(wall(2026, 11, 22, 11), 60)  # ended at 10:00 UTC in Helsinki, at 17:00 UTC in New York
    assert count(facts(5, late), facts(5, late)).held == 2
    assert count(*[facts(5, late, zone="America/New_York")] * 2).held == 0


# Presence


def test_presence_is_what_the_lead_counted_or_members_without_absences() -> None:
    figures = count(facts(8, met(present=6)), facts(8, met(absent=4)))
    assert figures.present == pytest.approx(10 / 16)
    assert figures.present_by_month == {"2026-09": pytest.approx(10 / 16)}


def test_guests_and_those_who_have_left_make_no_group_fuller_than_full() -> None:
    assert count(facts(5, met(present=9)), facts(5, met(present=5))).present == 1


def test_who_joined_later_was_not_missing() -> None:
    joined = (*(datetime(2026, 1, 1, tzinfo=UTC),) * 4, datetime(2026, 10, 1, tzinfo=UTC))
    assert count(facts(5, met(absent=1), joined=joined), facts(4, met())).present == pytest.approx(7 / 8)


def test_a_month_with_too_few_behind_it_is_in_no_sum() -> None:
    both = [facts(5, met(absent=1)), facts(5, met(absent=1))]
    assert count(*both).present == pytest.approx(0.8)
    assert count(*both, facts(5, met(10, absent=5))).present == pytest.approx(0.8), "one group met in October"
    assert count(facts(2, met()), facts(2, met())).present is None, "four people"


# Feedback


def test_feedback_is_the_mean_of_all_answers_together() -> None:
    figures = count(facts(rounds=(fed_back(0, 0, 1, 2, 2),)), facts(rounds=(fed_back(1, 4, 0, 0, 0),)))
    assert figures.feedback == {HEARD: {"2026-09": pytest.approx((3 + 8 + 10 + 1 + 8) / 10)}}
    assert figures.months == ("2026-09",)


def test_feedback_of_one_group_waits_for_that_of_another() -> None:
    mine, others = facts(rounds=(fed_back(0, 5, 5, 0, 0),)), facts(rounds=(fed_back(1, 4, 0, 0, 0, month=10),))
    assert count(mine, others).feedback == {}
    assert count(mine, facts(rounds=(fed_back(1, 4, 0, 0, 0, scale="useful"),))).feedback == {}
    another = facts(programme="kaari", rounds=(fed_back(1, 4, 0, 0, 0),))
    assert count(mine, another).feedback == {}, "a scale of the same name is another question elsewhere"


def test_the_same_people_answering_twice_are_not_more_people() -> None:
    twice = facts(rounds=(fed_back(1, 1, 0, 0, 0), fed_back(1, 1, 0, 0, 0)))
    assert count(twice, twice).feedback == {}, "four people at most"
    pooled = facts(rounds=(fed_back(1, 1, 1, 1, 0, of=2),))
    assert count(pooled, pooled).feedback == {}, "perhaps the same two on both meetings"
    assert count(pooled, pooled, pooled).feedback != {}


def test_a_month_between_that_shows_nothing_is_there_as_a_gap() -> None:
    both = [facts(rounds=(fed_back(1, 4, 0, 0, 0, month=7), fed_back(1, 4, 0, 0, 0, month=10)))] * 2
    figures = count(*both)
    assert figures.months == ("2026-07", "2026-08", "2026-09", "2026-10")
    assert set(figures.feedback[HEARD]) == {"2026-07", "2026-10"}


# From one report to the next


def test_a_month_is_told_a_week_after_its_end() -> None:
    assert last_settled(datetime(2026, 11, 7, tzinfo=UTC)) == "2026-09"
    assert last_settled(datetime(2026, 11, 8, tzinfo=UTC)) == "2026-10"
    assert last_settled(datetime(2027, 1, 8, tzinfo=UTC)) == "2026-12"
    both = [facts(5, met(10), rounds=(fed_back(1, 4, 0, 0, 0, month=10),))] * 2
    assert count(*both, now=datetime(2026, 11, 7, tzinfo=UTC)).months == ()
    assert count(*both, now=datetime(2026, 11, 8, tzinfo=UTC)).months == ("2026-10",)


def test_a_meeting_of_today_changes_nothing_of_what_people_did_and_said() -> None:
    before = [facts(5, met(absent=1), rounds=(fed_back(1, 4, 0, 0, 0),))] * 2
    today = facts(6, met(11, 22, absent=6), rounds=(fed_back(0, 0, 0, 1, 6, month=11),))
    then, now = count(*before), count(*before, today)
    assert (then.present, then.present_by_month, then.feedback) == (now.present, now.present_by_month, now.feedback)


def test_since_leaves_whole_months_out_and_no_group() -> None:
    groups = [
        facts(5, met(9), met(10, absent=1), departures=3, rounds=(fed_back(1, 4, 0, 0, 0), fed_back(0, 1, 4, 0, 0, month=10)))
        for _ in range(2)
    ]  # fmt: skip
    all_of_it, later = count(*groups), count(*groups, since="2026-10")
    assert (later.groups, later.members, later.left) == (all_of_it.groups, all_of_it.members, all_of_it.left)
    assert (all_of_it.held, later.held) == (4, 2)
    assert later.present == pytest.approx(0.8)
    assert later.months == ("2026-10",)
    assert later.feedback[HEARD] == {"2026-10": all_of_it.feedback[HEARD]["2026-10"]}


MEETINGS = st.lists(
    st.builds(met, st.integers(1, 12), st.integers(1, 28), absent=st.integers(0, 9), cancelled=st.booleans(),
              moved=st.booleans(), held=st.sampled_from((None, True, False)), present=st.none() | st.integers(2, 12)),
    max_size=4,
)  # fmt: skip
ROUNDS = st.lists(
    st.builds(lambda counts, month, of: fed_back(*counts, month=month, of=of),
              st.lists(st.integers(0, 4), min_size=5, max_size=5), st.integers(1, 12), st.integers(1, 3)), max_size=3,
)  # fmt: skip
ANY = st.builds(
    lambda members, meetings, rounds, life, language, departures: facts(
        members, *meetings, rounds=tuple(rounds), life=life, language=language, departures=departures
    ),
    st.integers(0, 8), MEETINGS, ROUNDS, st.sampled_from(Life), st.sampled_from(("fi", "sv", "en")), st.integers(0, 4),
)  # fmt: skip


@given(st.lists(ANY, max_size=5), st.sampled_from(("", "2026-05", "2026-10")))
def test_whatever_is_counted_enough_stand_behind_what_is_shown(groups: list[Facts], since: str) -> None:
    figures = count(*groups, since=since)
    for told in (figures.groups, *figures.lives.values(), *figures.programmes.values(), *figures.languages.values()):
        assert told is None or told == 0 or told >= GROUPS
    for people in (figures.members, figures.left):
        assert people is None or people == 0 or people >= PEOPLE
    assert figures.present is None or 0 <= figures.present <= 1
    for month in figures.present_by_month:
        there = [g for g in groups if g.joined and any(f"{m.starts:%Y-%m}" == month for m in g.meetings)]
        assert len(there) >= GROUPS
        assert sum(len(g.joined) for g in there) >= PEOPLE
    for cells in figures.feedback.values():
        for month, mean in cells.items():
            answered = [r for g in groups for r in g.rounds if f"{r.starts:%Y-%m}" == month and sum(r.counts["heard"])]
            assert 1 <= mean <= 5
            assert sum(sum(r.counts["heard"]) for r in answered) >= PEOPLE
            assert month >= since
    assert all(month <= last_settled(NOW) for month in figures.months)


@given(st.lists(ANY, max_size=4), ANY)
def test_no_group_alone_makes_a_figure_of_feedback(groups: list[Facts], one: Facts) -> None:
    """Whatever is shown with a group in it, some other group has answered the same in the same month."""
    for scale, cells in count(*groups, one).feedback.items():
        for month in cells:
            behind = [
                g
                for g in (*groups, one)
                if any(f"{r.starts:%Y-%m}" == month and sum(r.counts[scale[1]]) for r in g.rounds)
            ]
            assert len(behind) >= GROUPS


def test_a_month_ends_at_the_year_s_end_too() -> None:
    both = [
        facts(rounds=(Round(wall(2025, 12, 20, 17), 1, {"heard": (1, 4, 0, 0, 0)}), fed_back(1, 4, 0, 0, 0, month=1)))
    ] * 2
    assert count(*both, now=NOW + timedelta(days=1)).months == ("2025-12", "2026-01")
