"""Season after season, pure: what each meeting is for, what comes by itself, and which meetings are added."""

import itertools
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.choosing import begun, proposed, still_open
from bot.core.model import Facilitator, Group, Life, Meeting, to_utc
from bot.core.onward import FEW, further
from bot.core.plan import Facts, Planned, local_day, plan
from bot.core.programme import Evaluation, Programme, Session
from bot.core.season import chosen_of, dates, ends_season, lengths_of, season_of, slots_of, themes_of
from bot.core.view import View
from tests.core.core_rows import BEGUN, group, meeting, member, programme, wall

FIRST = wall(2026, 9, 15, 17)
KINDS = ("talk", "evening", "expert")


def meetings(count: int, weeks: int = 3, **more: Any) -> list[Meeting]:
    return [meeting(f"m{n:03}", FIRST + timedelta(weeks=weeks * n), **more) for n in range(count)]


def going(count: int = 4, **more: Any) -> Group:
    return group(**{"themes": (), "season_meetings": count, **more})


def suggests(*kinds: str, themes: int = 6, **more: Any) -> Programme:
    """A programme that goes on by itself; its themes take turns among the kinds."""
    made = programme(themes=themes, **more)
    order = itertools.cycle(kinds or ("",))
    kinded = tuple(replace(s, kind=next(order)) if s.place == "chosen" else s for s in made.sessions)
    return replace(made, sessions=kinded, kinds=kinds, unchosen="next", open_ended=True)


def firsts_and_lasts(first: int, last: int) -> Programme:
    task = programme().sessions[0].tasks
    names = [("first", f"f{n}") for n in range(first)] + [("chosen", "one")] + [("last", f"l{n}") for n in range(last)]
    sessions = tuple(Session(name, place, task, 1, 2) for place, name in names)  # type: ignore[arg-type]
    return replace(programme(), sessions=sessions, open_ended=True)


# What each meeting is for


def test_first_sessions_come_once_and_last_ones_close_each_full_season() -> None:
    found = slots_of(going(4), programme(), 10)
    assert found == ["opening", None, None, "end", None, None, None, "end", None, None]


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 30), st.integers(0, 8))
def test_there_is_one_slot_a_meeting_however_few_there_are(first: int, last: int, count: int, season: int) -> None:
    made = firsts_and_lasts(first, last)
    found = slots_of(going(season), made, count)
    assert len(found) == count
    opening = [each for each in found if each and each.startswith("f")]
    assert opening == [f"f{n}" for n in range(min(first, count, season or count))]
    assert found[: len(opening)] == opening, "they come first"


@given(st.integers(0, 2), st.integers(0, 2), st.integers(1, 30), st.integers(1, 8))
def test_last_sessions_stand_at_the_end_of_full_seasons_only(first: int, last: int, count: int, season: int) -> None:
    found = slots_of(going(season), firsts_and_lasts(first, last), count)
    for number, slot in enumerate(found, 1):
        if slot and slot.startswith("l"):
            to_go = -number % season
            assert to_go < last
            assert number + to_go <= count, "of a season that is not whole nobody knows the end"
            assert slot == f"l{last - 1 - to_go}"


def test_where_there_are_fewer_meetings_than_fixed_sessions_the_first_ones_come_first() -> None:
    assert slots_of(going(0), firsts_and_lasts(2, 2), 3) == ["f0", "f1", "l1"]
    assert slots_of(going(3), firsts_and_lasts(2, 2), 6) == ["f0", "f1", "l1", None, "l0", "l1"]
    assert slots_of(going(0), firsts_and_lasts(2, 2), 1) == ["f0"]


def test_a_season_of_another_length_leaves_the_earlier_ones_as_they_were() -> None:
    assert lengths_of(going(3), 12, (4, 4)) == [4, 4, 3, 3]
    assert lengths_of(going(0), 11, (4, 4)) == [4, 4, 3], "all that is left is the last season"
    before = slots_of(going(4), programme(), 8)
    assert slots_of(going(2), programme(), 12, (4, 4))[:8] == before
    assert [n for n in range(1, 13) if ends_season(going(2), n, 12, (4, 4))] == [4, 8, 10, 12]
    assert [season_of(going(2), n, 12, (4, 4)) for n in (1, 4, 5, 8, 9, 11)] == [0, 0, 1, 1, 2, 3]


@given(st.integers(0, 6), st.integers(1, 30), st.lists(st.integers(1, 6), max_size=3))
def test_every_meeting_is_in_one_season_and_each_season_ends_once(season: int, count: int, earlier: list[int]) -> None:
    found = [season_of(going(season), n, count, earlier) for n in range(1, count + 1)]
    assert found == sorted(found)
    assert set(found) == set(range(max(found) + 1))
    for number in range(1, count):
        assert ends_season(going(season), number, count, earlier) == (found[number - 1] != found[number])


def test_one_that_began_anew_counts_on() -> None:
    assert season_of(going(4, season=2), 5, 8) == 3
    assert season_of(group(season=2), 5, 6) == 2


def test_a_cancelled_meeting_lets_all_after_it_move_up_and_an_added_one_lets_them_move_down() -> None:
    rows, made = meetings(8), suggests()
    before = list(themes_of(going(4), rows, made).values())
    fewer = [replace(m, cancelled=True) if m.id == "m001" else m for m in rows]
    assert list(themes_of(going(4), fewer, made).values()) == before[:7]
    more = [*rows, meeting("x", FIRST + timedelta(days=4))]
    assert list(themes_of(going(4), more, made).values())[:8] == before


# What comes by itself


def test_the_programmes_themes_come_in_its_order_and_then_again() -> None:
    found = [theme for _, _, theme in chosen_of(going(4), meetings(9), suggests(themes=3, first=False, last=False))]
    assert found == ["one", "two", "three"] * 3


def test_kinds_alternate_also_after_one_that_was_chosen_out_of_turn() -> None:
    made = suggests(*KINDS, first=False, last=False)
    kinds = {s.id: s.kind for s in made.sessions}
    themes = [theme or "" for _, _, theme in chosen_of(going(4, themes=("two",)), meetings(7), made)]
    assert [kinds[theme] for theme in themes] == ["evening", "expert", "talk", "evening", "expert", "talk", "evening"]


picks = st.lists(st.sampled_from(["one", "two", "three", "four", "five", "six", "own-x"]), max_size=6).map(tuple)


@given(picks, st.integers(1, 14), st.integers(0, 3))
def test_whatever_was_chosen_kinds_go_round_and_no_theme_comes_twice_in_a_row(
    chosen: tuple[str, ...], count: int, kinds: int
) -> None:
    made = suggests(*KINDS[:kinds], first=False, last=False)
    kind = {s.id: s.kind for s in made.sessions}
    found = [theme or "" for _, _, theme in chosen_of(going(4, themes=chosen), meetings(count), made)]
    assert found[: len(chosen)] == list(chosen)[:count]
    for before, after in itertools.pairwise(found[max(len(chosen) - 1, 0) :]):
        assert before != after
        if kinds > 1 and before in kind and after in kind:
            assert made.kinds.index(kind[after]) == (made.kinds.index(kind[before]) + 1) % kinds


@given(st.integers(0, 30), st.integers(0, 3))
def test_what_comes_by_itself_comes_about_equally_often(count: int, kinds: int) -> None:
    made = suggests(*KINDS[:kinds], first=False, last=False)
    often = Counter(theme for _, _, theme in chosen_of(going(4), meetings(count), made))
    assert max(often.values(), default=0) - min(often[each] for each in made.themes()) <= 1


def test_with_a_single_theme_it_comes_again_and_with_none_it_is_open() -> None:
    alone = suggests(themes=1, first=False, last=False)
    assert [theme for _, _, theme in chosen_of(going(), meetings(3), alone)] == ["one"] * 3
    nothing = suggests(themes=0)
    assert [theme for _, _, theme in chosen_of(going(), meetings(4), nothing)] == [None, None]


@given(picks, picks, st.integers(1, 12), st.integers(0, 40), st.integers(0, 6))
def test_what_is_chosen_for_later_changes_nothing_that_has_been(
    chosen: tuple[str, ...], later: tuple[str, ...], count: int, weeks: int, more: int
) -> None:
    made, rows = suggests(*KINDS), meetings(count)
    now = BEGUN + timedelta(weeks=weeks)
    seen = View(going(4, themes=chosen), made, (), tuple(rows), ())
    had = {m.id: seen.theme(m) for m in rows if m.begins(seen.group.tz) <= now}
    order = (*begun(seen, now), *later)  # as it is kept by whoever sets an order
    after = View(replace(seen.group, themes=order), made, (), tuple(meetings(count + more)), ())
    assert {m.id: after.theme(m) for m in rows if m.id in had} == had


def test_a_vote_is_on_one_season_and_what_the_group_had_in_another_may_come_again() -> None:
    made = suggests(themes=4, first=False, last=False)
    rows = tuple(meetings(8))
    seen = View(going(4), made, (), rows, ())
    now = rows[3].ends(seen.group.tz) + timedelta(hours=1)
    ahead = still_open(seen, now)
    assert (len(ahead.stand), ahead.count, ahead.settled) == (4, 4, frozenset())
    order = proposed(seen, now, {"three": 4, "two": 1})
    assert order == ("one", "two", "three", "four", "three", "two")
    within = still_open(seen, rows[1].ends(seen.group.tz))
    assert (within.count, within.settled) == (2, frozenset({"one", "two"})), "not again in the same season"


# Who leads


def led(seen: View) -> list[str]:
    return [lead.name if (lead := seen.lead(m)) else "-" for m in seen.meetings]


def seen_with(kind: str, *, seated: bool, season: int = 4, count: int = 10) -> View:
    made = replace(suggests(), lead=kind)  # type: ignore[arg-type]
    people = tuple(member(name, n) for n, name in enumerate(("aino", "veikko", "salme")))
    coach = (Facilitator("f1", "g1", "person-kirsti", "Kirsti"),) if seated else ()
    return View(going(season), made, people, tuple(meetings(count)), (), coach)


def test_the_turn_goes_on_over_a_seasons_end() -> None:
    assert led(seen_with("rota", seated=False)) == [*("aino", "veikko", "salme") * 3, "aino"]


def test_whoever_fades_out_does_so_in_the_first_season_only() -> None:
    assert led(seen_with("fading", seated=True, season=6))[:4] == ["Kirsti", "Kirsti", "aino", "veikko"]
    assert "Kirsti" not in led(seen_with("fading", seated=True, season=6))[2:]
    assert led(seen_with("fading", seated=False))[:2] == ["aino", "veikko"]


def test_a_coach_leads_all_and_without_one_the_turn_goes_round() -> None:
    assert set(led(seen_with("coach", seated=True))) == {"Kirsti"}
    assert led(seen_with("coach", seated=False))[:3] == ["aino", "veikko", "salme"]


def test_a_facilitator_is_waited_for() -> None:
    assert set(led(seen_with("facilitator", seated=False))) == {"-"}
    assert set(led(seen_with("facilitator", seated=True))) == {"Kirsti"}


@given(st.integers(1, 8), st.integers(1, 6), st.integers(1, 24))
def test_nobody_leads_twice_before_all_have_over_any_seasons(size: int, season: int, count: int) -> None:
    people = tuple(member(f"p{n}", n) for n in range(size))
    seen = View(going(season), suggests(), people, tuple(meetings(count)), ())
    found = led(seen)
    for start in range(max(count - size + 1, 0)):
        assert len(set(found[start : start + size])) == size


# Which meetings are added


def added(rows: list[Meeting], now: datetime, **more: Any) -> list[str]:
    return [f"{when:%a %d.%m.%y %H:%M}" for when in further(going(**more), rows, now)]


def after(row: Meeting) -> datetime:
    return row.ends(going().tz) + timedelta(minutes=1)


def test_a_whole_season_is_added_when_fewer_than_three_lie_ahead() -> None:
    rows = meetings(4)
    assert added(rows, after(rows[0])) == []
    assert added(rows, after(rows[1])) == [
        "Tue 08.12.26 17:00", "Tue 29.12.26 17:00", "Tue 19.01.27 17:00", "Tue 09.02.27 17:00",
    ]  # fmt: skip


def test_five_in_the_afternoon_stays_five_over_both_clock_changes() -> None:
    rows = meetings(4, weeks=2)
    while len(rows) < 30:
        now = after(rows[-2])
        rows += [
            meeting(f"x{len(rows) + n:03}", when) for n, when in enumerate(further(going(every_count=2), rows, now))
        ]
    assert {(m.starts.weekday(), m.starts.hour) for m in rows} == {(1, 17)}
    assert {m.begins(going().tz).hour for m in rows} == {14, 15}, "the instant moves with the clock"
    assert {b.starts - a.starts for a, b in itertools.pairwise(rows)} == {timedelta(weeks=2)}


def test_one_that_was_put_off_does_not_change_the_rhythm() -> None:
    rows = meetings(4)
    rows[3] = replace(rows[3], starts=wall(2026, 11, 19, 18), version=1)
    assert added(rows, after(rows[1]))[0] == "Tue 08.12.26 17:00"
    rows[3] = replace(rows[3], starts=wall(2026, 12, 3, 18), version=1)
    assert added(rows, after(rows[1]))[0] == "Tue 29.12.26 17:00", "and is not crowded by the next"


def test_what_was_moved_with_all_that_follow_is_the_rhythm_from_then_on() -> None:
    rows = meetings(4)
    moved = BEGUN + timedelta(days=1)
    for n in (2, 3):
        rows[n] = replace(rows[n], starts=rows[n].starts + timedelta(days=1), version=1, time_set=moved)
    assert added(rows, after(rows[1]))[0] == "Wed 09.12.26 17:00"
    rows[3] = replace(rows[3], starts=wall(2026, 11, 19, 18), version=2, time_set=moved + timedelta(days=1))
    assert added(rows, after(rows[1]))[0] == "Tue 08.12.26 17:00", (
        "one alone, and what is left of the others is alone too"
    )


def test_after_a_holiday_the_rhythm_goes_on_from_where_it_moved() -> None:
    rows = [replace(m, starts=m.starts + timedelta(weeks=n > 1), version=int(n > 1)) for n, m in enumerate(meetings(4))]
    assert added(rows, after(rows[1]))[0] == "Tue 15.12.26 17:00"


def test_the_groups_days_of_rest_are_skipped_by_all_that_follow() -> None:
    rows = meetings(4)
    rest = {"rest_from": date(2026, 12, 21), "rest_to": date(2027, 1, 6)}
    assert added(rows, after(rows[1]), **rest) == [
        "Tue 08.12.26 17:00", "Tue 12.01.27 17:00", "Tue 02.02.27 17:00", "Tue 23.02.27 17:00",
    ]  # fmt: skip


def test_a_date_that_was_called_off_does_not_come_back() -> None:
    rows = [*meetings(3), replace(meeting("gone", wall(2026, 11, 17, 17)), cancelled=True)]
    found = added(rows, after(rows[1]))
    assert found[0] == "Tue 08.12.26 17:00"
    assert len(found) == 5, "the one that the season wants, and a whole season"


@pytest.mark.parametrize(
    ("first", "wanted"),
    [
        (wall(2026, 9, 8, 17), ["12.01.27", "09.02.27", "09.03.27", "13.04.27"]),  # the second Tuesday
        (wall(2026, 9, 29, 17), ["26.01.27", "23.02.27", "30.03.27", "27.04.27"]),  # the last one
        (wall(2026, 8, 25, 17), ["22.12.26", "26.01.27", "23.02.27", "23.03.27"]),  # the fourth, and not the last
    ],
)
def test_a_month_goes_on_with_the_same_weekday_of_the_month(first: datetime, wanted: list[str]) -> None:
    rows = [meeting(f"m{n}", when) for n, when in enumerate(dates(first, 1, "month", 4))]
    found = further(going(every_unit="month", every_count=1), rows, after(rows[1]))
    assert [f"{when:%d.%m.%y}" for when in found] == wanted


def test_after_a_long_pause_nothing_is_added_in_the_past() -> None:
    now = datetime(2027, 9, 1, 9, tzinfo=UTC)
    found = further(going(), meetings(4), now)
    assert len(found) == 4
    assert min(to_utc(when, going().tz) for when in found) > now


def test_a_group_that_does_not_go_on_is_left_alone() -> None:
    rows = meetings(4)
    assert further(going(0), rows, after(rows[3])) == []


@given(
    st.integers(1, 7),
    st.integers(1, 4),
    st.sampled_from(["week", "month"]),
    st.integers(0, 400),
    st.lists(st.tuples(st.integers(0, 30), st.integers(-6, 20)), max_size=4),
    st.sets(st.integers(0, 30), max_size=4),
)
def test_however_meetings_were_moved_and_cancelled_there_are_always_a_few_ahead_once(
    season: int, every: int, unit: str, days: int, moved: list[tuple[int, int]], cancelled: set[int]
) -> None:
    held = going(season, every_count=every, every_unit=unit)
    rows = meetings(season)
    for place, by in moved:
        row = rows[place % season]
        rows[place % season] = replace(row, starts=row.starts + timedelta(days=by), version=1)
    rows = [replace(m, cancelled=n in cancelled) for n, m in enumerate(rows)]
    now = BEGUN + timedelta(days=days)
    found = further(held, rows, now)
    everything = [*rows, *(meeting(f"x{n}", when) for n, when in enumerate(found))]
    assert found == sorted(set(found))
    assert sum(m.ends(held.tz) > now and not m.cancelled for m in everything) >= FEW
    assert further(held, everything, now) == [], "twice adds once"
    if found:
        assert sum(not m.cancelled for m in everything) % season == 0, "seasons are whole"
        assert found[0] > max(m.starts for m in rows)


# What is said at a season's end


ASKS = replace(programme(), open_ended=True, evaluation=Evaluation(("goals",)))


def said(held: Group, rows: list[Meeting], **facts: Any) -> list[Planned]:
    return plan(held, rows, ASKS, Facts(**facts))


def on_days(found: list[Planned], *kinds: str) -> list[tuple[str, str, str]]:
    zone = going().tz
    return [(p.kind, p.meeting.id, f"{p.due.astimezone(zone):%d.%m. %H:%M}") for p in found if p.kind in kinds]


def test_each_season_ends_with_its_questions_and_a_post_and_the_group_goes_on() -> None:
    found = said(going(2), meetings(4))
    assert on_days(found, "evaluation", "season", "farewell") == [
        ("evaluation", "m001", "09.10. 10:00"),
        ("season", "m001", "13.10. 10:00"),
        ("evaluation", "m003", "20.11. 10:00"),
        ("season", "m003", "24.11. 10:00"),
    ]
    assert [p.meeting.id for p in found if p.kind == "onward"] == ["m000", "m001", "m002", "m003"]


def test_the_last_season_ends_with_the_farewell_and_those_before_it_keep_their_post() -> None:
    found = said(going(0), meetings(4), earlier=(2,))
    assert on_days(found, "season", "farewell") == [
        ("season", "m001", "13.10. 10:00"),
        ("farewell", "m003", "24.11. 10:00"),
    ]
    assert not [p for p in found if p.kind == "onward"]


def test_in_a_weekly_rhythm_the_seasons_end_and_the_next_beginning_keep_clear_of_each_other() -> None:
    found = said(going(2), meetings(4, weeks=1))
    between = [
        p for p in found if wall(2026, 9, 22) < p.due.astimezone(going().tz).replace(tzinfo=None) < wall(2026, 9, 29)
    ]
    assert on_days(between, "results", "evaluation", "pretask", "season", "reminder") == [
        ("results", "m001", "24.09. 10:00"),
        ("evaluation", "m001", "25.09. 10:00"),
        ("pretask", "m002", "26.09. 10:00"),
        ("season", "m001", "27.09. 10:00"),
        ("reminder", "m002", "28.09. 10:00"),
    ]


@given(st.integers(1, 5), st.lists(st.integers(1, 40), min_size=3, max_size=9), st.sampled_from(["five", "aloud"]))
def test_two_season_ends_never_crowd_a_day(season: int, gaps: list[int], floor: str) -> None:
    starts = list(itertools.accumulate(gaps, lambda when, days: when + timedelta(days=days), initial=FIRST))
    rows = [meeting(f"m{n}", when) for n, when in enumerate(starts)]
    found = said(going(season, floor=floor), rows)
    days = Counter(local_day(going(), p.due) for p in found if p.kind not in {"onward", "brief", "held", "notes"})
    met = {m.starts.date() for m in rows}
    assert all(count <= (2 if day in met else 1) for day, count in days.items())
    ends = [n for n in range(1, len(rows) + 1) if ends_season(going(season), n, len(rows))]
    posts = [p for p in found if p.kind == "season"]
    assert [p.meeting.id for p in posts] == [f"m{n - 1}" for n in ends], "each once, in order"
    for asked in (p for p in found if p.kind == "evaluation"):
        assert next(p.due for p in posts if p.meeting == asked.meeting) > asked.due


def test_a_group_that_rests_or_pauses_has_its_seasons_end_afterwards() -> None:
    rest = going(2, rest_from=date(2026, 10, 8), rest_to=date(2026, 12, 31))
    when = next(p for p in said(rest, meetings(2)) if p.kind == "season").due
    assert local_day(rest, when) == date(2027, 1, 1) or local_day(rest, when) > date(2026, 12, 31)
    assert said(going(2, life=Life.PAUSED), meetings(2)) == []
