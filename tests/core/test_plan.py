from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.kinds import KINDS
from bot.core.model import Floor, Life, Meeting, to_utc
from bot.core.plan import Facts, Planned, at_once, is_quiet, local_day, plan, polite
from bot.core.programme import Evaluation
from tests.core.core_rows import BEGUN, group, meeting, programme, wall

ZONES = ("Europe/Helsinki", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC")


def local(planned: Planned, zone: str = "Europe/Helsinki") -> str:
    return f"{planned.due.astimezone(group(zone=zone).tz):%Y-%m-%d %H:%M}"


def table(*meetings: Meeting, facts: Facts | None = None, **wishes: Any) -> list[tuple[str, str]]:
    return [(p.kind, local(p)) for p in plan(group(**wishes), meetings, programme(), facts or Facts())]


def test_one_meeting_has_its_whole_rhythm() -> None:
    facts = Facts(leads={"m": "aino"}, writers={"m": ("veikko", "salme")})
    assert table(meeting("m", wall(2026, 9, 15, 17)), facts=facts) == [
        ("pretask", "2026-09-10 10:00"),
        ("brief", "2026-09-12 10:00"),
        ("reminder", "2026-09-14 10:00"),
        ("soon", "2026-09-15 16:00"),
        ("notes", "2026-09-15 16:00"),
        ("notes", "2026-09-15 16:00"),
        ("feedback", "2026-09-15 19:45"),
        ("held", "2026-09-15 19:45"),
        ("results", "2026-09-17 10:00"),
        ("farewell", "2026-09-18 10:00"),
    ]


def test_a_group_that_speaks_aloud_is_not_asked_for_taps() -> None:
    meetings = (meeting("m1", wall(2026, 9, 15, 17)), meeting("m2", wall(2026, 10, 6, 17)))
    found = plan(group(floor=Floor.ALOUD), meetings, programme(), Facts())
    assert {p.kind for p in found if p.meeting.id == "m1"} == {"pretask", "reminder", "soon"}
    assert {p.kind for p in found if p.meeting.id == "m2"} == {"pretask", "reminder", "soon", "farewell"}, (
        "the closing words"
    )


@pytest.mark.parametrize("life", [Life.PAUSED, Life.ENDED])
def test_a_group_that_is_not_running_has_no_plan(life: Life) -> None:
    assert table(meeting("m", wall(2026, 9, 15, 17)), life=life) == []


def test_feedback_that_would_fall_in_the_night_waits_for_ten_in_the_morning() -> None:
    assert ("feedback", "2026-09-16 10:00") in table(meeting("m", wall(2026, 9, 15, 19)))


def test_a_meeting_at_eight_in_the_morning_has_no_post_at_night() -> None:
    facts = Facts(writers={"m": ("aino",)})
    found = dict(table(meeting("m", wall(2026, 9, 15, 8)), facts=facts))
    assert "soon" not in found
    assert found["notes"] == "2026-09-14 20:00", "the notes come back the evening before"


def test_a_short_while_is_left_between_the_end_of_quiet_hours_and_the_meeting() -> None:
    assert ("soon", "2026-09-15 08:00") in table(meeting("m", wall(2026, 9, 15, 8, 30)))


def test_a_pre_task_waits_for_the_results_of_the_meeting_before() -> None:
    found = table(meeting("m1", wall(2026, 9, 15, 17)), meeting("m2", wall(2026, 9, 20, 17)))
    pretasks = [when for kind, when in found if kind == "pretask"]
    results = [when for kind, when in found if kind == "results"]
    assert pretasks[1] >= results[0]
    assert pretasks[1].split()[0] != results[0].split()[0], "one routine post a day"


def test_a_group_set_up_the_day_before_is_told_at_once_what_it_still_can_use() -> None:
    found = dict(table(meeting("m", wall(2026, 9, 15, 17), time_set=datetime(2026, 9, 14, 9, tzinfo=UTC))))
    assert found["soon"] == "2026-09-15 16:00"
    assert "reminder" in found or "pretask" in found


def test_no_brief_is_planned_for_after_its_meeting_has_begun() -> None:
    evening = datetime(2026, 9, 14, 19, tzinfo=UTC)  # ten in the evening in Helsinki
    found = table(meeting("m", wall(2026, 9, 15, 7, 30), time_set=evening), facts=Facts(leads={"m": "aino"}))
    assert "brief" not in dict(found)


def test_a_moved_meeting_is_not_given_a_pre_task_twice_within_ten_days() -> None:
    moved = meeting("m", wall(2026, 9, 18, 17), version=1, time_set=datetime(2026, 9, 11, 9, tzinfo=UTC))
    before = Facts(pretasks={"m": datetime(2026, 9, 10, 7, tzinfo=UTC)})
    assert "pretask" not in dict(table(moved, facts=before))


@pytest.mark.parametrize(
    ("starts", "back"),
    [
        (wall(2026, 9, 15, 22, 30), "2026-09-15 20:00"),  # the quiet hours that it begins in
        (wall(2026, 9, 16, 0, 30), "2026-09-15 20:00"),
        (wall(2026, 9, 16, 7, 30), "2026-09-15 20:00"),
        (wall(2026, 9, 16, 17), "2026-09-16 16:00"),
    ],
)
def test_notes_come_back_before_the_quiet_hours_that_lead_up_to_the_meeting(starts: datetime, back: str) -> None:
    found = table(meeting("m", starts), facts=Facts(writers={"m": ("aino",)}))
    assert ("notes", back) in found


def test_a_between_task_gives_way_to_the_word_on_a_season_of_the_same_day() -> None:
    its = group(season_meetings=1, posts=6, pretask_days=2)
    meetings = [meeting(f"m{n}", wall(2026, 9, 15, 17) + timedelta(days=14 * n)) for n in range(2)]
    asking = replace(programme(), evaluation=Evaluation(scales=("useful",)))
    found = {p.kind: local(p) for p in plan(its, meetings, asking, Facts(between={"m0"})) if p.meeting.id == "m0"}
    assert (found["season"], found["between"]) == ("2026-09-22 10:00", "2026-09-23 10:00")


def test_a_cancelled_meeting_is_not_in_the_plan() -> None:
    assert table(meeting("m", wall(2026, 9, 15, 17), cancelled=True)) == []


@pytest.mark.parametrize(
    ("first", "offsets"),
    [
        (wall(2026, 10, 22, 17), {"+0300", "+0200"}),  # summer time ends on 25 October
        (wall(2027, 3, 25, 17), {"+0200", "+0300"}),  # and begins on 28 March
    ],
)
def test_wall_time_stays_over_both_clock_changes(first: datetime, offsets: set[str]) -> None:
    meetings = [meeting(f"m{n}", first + timedelta(weeks=n)) for n in range(3)]
    found = plan(group(), meetings, programme(), Facts())
    soon = [p.due.astimezone(group().tz) for p in found if p.kind == "soon"]
    assert {f"{due:%H:%M}" for due in soon} == {"16:00"}
    assert {f"{due:%z}" for due in soon} == offsets
    assert {local(p)[11:] for p in found if p.kind in {"pretask", "reminder", "results"}} == {"10:00"}


@pytest.mark.parametrize(
    ("now", "then"),
    [("2026-09-15 20:59", "2026-09-15 20:59"), ("2026-09-15 21:00", "2026-09-16 08:00"),
     ("2026-09-16 07:59", "2026-09-16 08:00"), ("2026-09-16 08:00", "2026-09-16 08:00")],
)  # fmt: skip
def test_quiet_hours_end_at_eight(now: str, then: str) -> None:
    zone = group().tz
    instant = datetime.fromisoformat(now).replace(tzinfo=zone).astimezone(UTC)
    assert f"{polite(group(), instant).astimezone(zone):%Y-%m-%d %H:%M}" == then


def test_only_what_cannot_wait_is_said_at_night() -> None:
    night = datetime(2026, 9, 15, 1, tzinfo=UTC)  # four in the morning in Helsinki
    assert at_once(group(), night, night + timedelta(hours=3)) == night
    assert at_once(group(), night, night + timedelta(hours=30)) == polite(group(), night)


starts = st.builds(
    datetime.combine,
    st.dates(date(2026, 9, 10), date(2027, 6, 30)),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59])),
)


@st.composite
def seasons(draw: st.DrawFn) -> tuple[Any, list[Meeting], Facts]:
    first = draw(starts)
    gap = draw(st.integers(3, 40))
    count = draw(st.integers(1, 8))
    minutes = draw(st.sampled_from([60, 150, 180]))
    hours = draw(st.integers(0, 300))
    circle = group(
        zone=draw(st.sampled_from(ZONES)),
        floor=draw(st.sampled_from(list(Floor))),
        quiet_from=draw(st.sampled_from([20, 21, 22, 23])),
        quiet_to=draw(st.sampled_from([6, 7, 8, 9])),
    )
    set_at = min(BEGUN + timedelta(hours=hours), to_utc(first, circle.tz))  # nobody sets the time of what has been
    meetings = [
        meeting(
            f"m{n}",
            first + timedelta(days=gap * n),
            minutes=minutes,
            time_set=set_at,
            version=draw(st.integers(0, 2)),
        )
        for n in range(count)
    ]
    facts = Facts(
        leads={m.id: "aino" for m in meetings if draw(st.booleans())},
        writers={m.id: ("veikko", "salme") for m in meetings if draw(st.booleans())},
    )
    return circle, meetings, facts


@settings(max_examples=150, deadline=None)
@given(seasons())
def test_every_season_keeps_the_promises(season: tuple[Any, list[Meeting], Facts]) -> None:
    circle, meetings, facts = season
    found = plan(circle, meetings, programme(), facts)
    days = {m.starts.date() for m in meetings}
    for planned in found:
        assert not is_quiet(circle, planned.due), f"{planned.kind} in quiet hours"
        if planned.kind not in {"feedback", "results"}:
            assert planned.due >= planned.meeting.time_set, f"{planned.kind} due before its time was set"
        assert planned.due <= planned.until
    routine = [p for p in found if KINDS[p.kind].routine]
    assert max(Counter(p.meeting.id for p in routine).values(), default=0) <= 5
    for day, count in Counter(local_day(circle, p.due) for p in routine).items():
        assert count <= (2 if day in days else 1), f"{count} routine posts on {day}"
    assert len({p.key() for p in found}) == len(found)
    assert found == plan(circle, list(reversed(meetings)), programme(), facts), "the order of rows does not matter"
    assert found == sorted(found, key=lambda p: p.due)


@settings(max_examples=60, deadline=None)
@given(seasons())
def test_what_matters_most_is_never_what_gives_way(season: tuple[Any, list[Meeting], Facts]) -> None:
    circle, meetings, facts = season
    with_all = {(p.kind, p.meeting.id) for p in plan(circle, meetings, programme(), facts)}
    for only in meetings:
        alone = {p.kind for p in plan(circle, [only], programme(), facts)}
        if "soon" in alone:
            assert ("soon", only.id) in with_all


# Sub-groups


APART = Facts(apart=("chiefs",), splits=("m",))


def parts(found: list[Planned]) -> list[tuple[str, str, str]]:
    return [(p.kind, p.ref, local(p)) for p in found if p.kind.startswith("part-")]


def planned(*meetings: Meeting, facts: Facts = APART, **wishes: Any) -> list[Planned]:
    return plan(group(**wishes), meetings, programme(), facts)


def test_a_sub_group_with_a_channel_has_its_own_pre_task_and_its_task_before_a_meeting_that_splits() -> None:
    found = planned(meeting("m", wall(2026, 9, 15, 17)), meeting("n", wall(2026, 10, 6, 17)))
    assert parts(found) == [
        ("part-pretask", "chiefs", "2026-09-10 10:00"),
        ("part-task", "chiefs", "2026-09-15 16:00"),
        ("part-pretask", "chiefs", "2026-10-01 10:00"),
    ]
    assert parts(planned(meeting("m", wall(2026, 9, 15, 17)), facts=Facts(splits=("m",)))) == []


def test_they_take_nothing_of_the_groups_own_measure() -> None:
    alone = {p.key() for p in planned(meeting("m", wall(2026, 9, 15, 17)), facts=Facts(), posts=3)}
    beside = {p.key() for p in planned(meeting("m", wall(2026, 9, 15, 17)), posts=3)}
    assert alone <= beside
    assert {key.partition(":")[0] for key in beside - alone} == {"part-pretask", "part-task"}


@pytest.mark.parametrize(
    ("wishes", "kinds"),
    [
        ({"off": ("pretask",)}, {"part-task"}),
        ({"off": ("soon",)}, {"part-pretask"}),
        ({"preparation": "off"}, {"part-task"}),
        ({"life": Life.PAUSED}, set()),
        ({"rest_from": date(2026, 9, 1), "rest_to": date(2026, 9, 30)}, set()),
    ],
)
def test_they_go_along_with_what_the_group_does_without(wishes: dict[str, Any], kinds: set[str]) -> None:
    assert {kind for kind, _, _ in parts(planned(meeting("m", wall(2026, 9, 15, 17)), **wishes))} == kinds


def test_a_sub_groups_pre_task_that_has_gone_out_is_not_posted_again_and_the_other_ones_is() -> None:
    gone = datetime(2026, 9, 10, 7, tzinfo=UTC)
    moved = meeting("m", wall(2026, 9, 18, 17), version=1, time_set=gone)
    facts = Facts(apart=("chiefs", "workers"), parted={("m", "chiefs"): gone}, pretasks={"m": gone})
    assert [(kind, ref) for kind, ref, _ in parts(planned(moved, facts=facts))] == [("part-pretask", "workers")]


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=6, unique=True),
    st.integers(7, 22),
    st.lists(st.sampled_from(["a", "b", "c"]), unique=True),
)
@settings(max_examples=60, deadline=None)
def test_each_channel_has_one_post_a_day_and_two_on_a_meetings_own(
    days: list[int], hour: int, apart: list[str]
) -> None:
    starts = wall(2026, 9, 15, hour)
    meetings = [meeting(f"m{day}", starts + timedelta(days=day)) for day in sorted(days)]
    facts = Facts(apart=tuple(apart), splits={m.id for m in meetings})
    own = {m.starts.date() for m in meetings}
    found = planned(*meetings, facts=facts)
    by_day = Counter((p.ref, local_day(group(), p.due)) for p in found if p.kind.startswith("part-"))
    assert all(count <= (2 if day in own else 1) for (_, day), count in by_day.items())
    assert not [p for p in found if p.kind.startswith("part-") and is_quiet(group(), p.due)]
    without = {p.key() for p in planned(*meetings, facts=replace(facts, apart=()))}
    assert without == {p.key() for p in found if not p.kind.startswith("part-")}


def test_who_has_been_asked_hears_what_came_of_it_whatever_the_group_does_without_since() -> None:
    asked = Facts(asked={"m"})
    for wishes in ({"posts": 3}, {"off": ("feedback",)}, {"floor": Floor.ALOUD}):
        assert ("results", "2026-09-17 10:00") in table(meeting("m", wall(2026, 9, 15, 17)), facts=asked, **wishes)
        assert ("results", "2026-09-17 10:00") not in table(meeting("m", wall(2026, 9, 15, 17)), **wishes)


def test_questions_on_the_season_that_are_open_keep_the_farewell_in_its_place() -> None:
    meetings, asks = [meeting("m", wall(2026, 9, 15, 17))], replace(programme(), evaluation=Evaluation(("heard",)))
    for facts, day in ((Facts(), "2026-09-17"), (Facts(evaluated={"m"}), "2026-09-22")):
        found = plan(group(off=("feedback",)), meetings, asks, facts)
        assert [local(p) for p in found if p.kind == "farewell"] == [f"{day} 10:00"]


def test_a_season_whose_last_meeting_is_called_off_late_leaves_time_to_find_another_day() -> None:
    held = meeting("m", wall(2026, 9, 15, 17))
    called_off = Facts(cancelled=datetime(2026, 10, 1, 9, tzinfo=UTC))
    assert ("farewell", "2026-10-03 10:00") in table(held, facts=called_off, off=("evaluation",))
    assert ("farewell", "2026-09-18 10:00") in table(held, facts=Facts(cancelled=BEGUN), off=("evaluation",))


def test_a_meeting_moved_nearer_before_its_pre_task_gets_it_at_once() -> None:
    moved = meeting("m", wall(2026, 9, 14, 17), time_set=datetime(2026, 9, 10, 9, tzinfo=UTC), version=1)
    assert ("pretask", "2026-09-10 12:00") in table(moved)
    assert not [kind for kind, _ in table(moved, facts=Facts(pretasks={"m": BEGUN})) if kind == "pretask"]


def test_results_come_before_the_end_that_closes_all_that_is_open() -> None:
    assert KINDS["results"].rank < KINDS["farewell"].rank
    assert KINDS["results"].rank < KINDS["season"].rank
