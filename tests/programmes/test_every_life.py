"""Whatever its shape, every group that our programmes allow has a whole life, and everything in it can be said.

Covered: every one of our programmes, in each of its languages, on memory, browser, Telegram and Discord as they declare
themselves; any number of meetings and members that the programme allows, the most too; any length of meeting; founded
from one day to forty before the first; weekly to monthly; themes chosen in any order, some of them, all or none, one of
the group's own among them; first and later seasons, and two in a row where a group goes on; with a facilitator and
without; no sub-group, some or all with a channel of their own; each floor; every way of preparing; groups that write as
much as they may and such as never answer.

Not covered here: meetings that are moved or cancelled, holidays, people who come and go (the journeys have these), files,
and what the platforms do with a post once they have it.

PIIRI_LIVES says how many groups of each programme, language and platform are drawn; two where nothing is said.
"""

import asyncio
import os
from collections import Counter
from datetime import time, timedelta
from functools import cache

import pytest

from bot.core.kinds import BUDGETED, KINDS
from bot.core.model import Floor, Meeting, to_utc
from bot.core.plan import is_quiet
from bot.core.programme import Programme
from bot.core.view import OWN
from tests.programmes.drawn import Drawn, every, library
from tests.programmes.lived import ZONE, Lived, counted, live
from tests.programmes.screens import amiss

CASES = list(every(int(os.environ.get("PIIRI_LIVES", "2"))))


@cache
def lived(drawn: Drawn) -> Lived:
    return asyncio.run(live(drawn))


@pytest.fixture(params=CASES, ids=str)
def life(request: pytest.FixtureRequest) -> Lived:
    return lived(request.param)


def shape_of(life: Lived) -> Programme:
    return library().programme(life.drawn.programme)


def seasons_of(life: Lived) -> list[tuple[Meeting, ...]]:
    length = life.drawn.meetings
    return [life.order[n : n + length] for n in range(0, len(life.order), length)]


# What each meeting is about, reckoned here anew


def meetings_have_what_they_should(life: Lived) -> None:
    shape, seasons = shape_of(life), seasons_of(life)
    assert len(seasons) == (2 if shape.open_ended else 1)
    first, last = shape.at("first"), shape.at("last")
    middle: list[str | None] = []
    for number, season in enumerate(seasons):
        about = [life.themes[meeting.id] for meeting in season]
        assert len(about) == life.drawn.meetings
        opening = first if number == 0 else ()
        assert tuple(about[: len(opening)]) == opening
        assert tuple(about[len(about) - len(last) :]) == last
        middle += about[len(opening) : len(about) - len(last)]
    assert not {*first, *last} & set(middle)
    named = [f"{OWN}paper" if theme == "own" else theme for theme in life.drawn.named]
    assert middle[: len(named)] == named[: len(middle)]
    left = middle[len(named) :]
    if shape.unchosen == "ask":
        assert set(left) <= {None}
        return
    assert set(left) <= set(shape.themes()), "nothing is left open, and nothing but themes comes by itself"
    assert all(one != other for one, other in zip(middle, left[1:], strict=False) if len(shape.themes()) > 1) or named
    if shape.kinds:
        kinds_alternate(shape, named, left)
    elif not named:
        times = Counter(left)
        assert max(times.values(), default=0) - min((times[theme] for theme in shape.themes()), default=0) <= 1


def kinds_alternate(shape: Programme, named: list[str], left: list[str | None]) -> None:
    kinds = {session.id: session.kind for session in shape.sessions}
    kinded = [kinds[theme] for theme in named if kinds.get(theme)]
    turn = shape.kinds.index(kinded[-1]) + 1 if kinded else 0
    expected = [shape.kinds[(turn + n) % len(shape.kinds)] for n in range(len(left))]
    assert [kinds[theme] for theme in left if theme] == expected


# What is said, and when


def everything_is_said(life: Lived) -> None:
    drawn, shape, asks = life.drawn, shape_of(life), life.drawn.floor is not Floor.ALOUD
    prepares = (drawn.preparation or shape.pretask) != "off"
    for number, meeting in enumerate(life.order, 1):
        said = counted(life, meeting)
        assert all(count == 1 for count in said.values()), said
        if drawn.at_ease:
            wanted = {"reminder"} | ({"pretask"} if prepares else set())
            wanted |= {"soon"} if meeting.starts.time() > time(life.group.quiet_to) else set()
            wanted |= {"feedback", "results"} if asks else set()
            assert wanted <= set(said), (number, wanted - set(said))
            assert bool(life.of(meeting, "brief")) is (meeting.id in life.leads)
            assert len(life.of(meeting, "part-pretask")) == (drawn.apart if prepares else 0)
        assert said["reminder"] or said["soon"] or said["pretask"] or not drawn.at_ease
    ends = [season[-1] for season in seasons_of(life)]
    asked = asks and bool(shape.evaluation)
    assert [counted(life, meeting)["evaluation"] for meeting in ends] == [int(asked)] * len(ends)
    assert [counted(life, meeting)["season"] for meeting in ends] == [1] * (len(ends) - 1) + [0]
    assert [counted(life, meeting)["farewell"] for meeting in ends] == [0] * (len(ends) - 1) + [1]
    last = [post.notice.kind for post in life.posts][-1]
    assert last == "deletion"


def in_good_time(life: Lived) -> None:
    begun = to_utc(life.drawn.begun, ZONE)
    assert [post.at for post in life.posts] == sorted(post.at for post in life.posts)
    assert all(post.at >= begun for post in life.posts)
    at_night = [(p.notice.kind, life.local(p.at)) for p in life.posts if p.planned and is_quiet(life.group, p.at)]
    assert not at_night
    for meeting in life.order:
        starts, ends = meeting.begins(ZONE), meeting.ends(ZONE)
        before = [life.of(meeting, kind) for kind in ("pretask", "reminder", "soon")]
        after = [life.of(meeting, kind) for kind in ("feedback", "results")]
        times = [posts[0].at for posts in before if posts]
        assert times == sorted(times) or founded_late(life, meeting)
        assert all(at < starts for at in times)
        times = [posts[0].at for posts in after if posts]
        assert times == sorted(times)
        assert all(at > ends for at in times)


def founded_late(life: Lived, meeting: Meeting) -> bool:
    """The day before a meeting has room for the reminder alone: then the pre-task comes on the day itself."""
    pretask = life.of(meeting, "pretask")[0]
    return life.local(pretask.at).date() == meeting.starts.date() == life.drawn.first.date()


def quietly(life: Lived) -> None:
    """The measure of routine posts: so many a meeting, one a day, two on the day of a meeting."""
    days = Counter(life.local(post.at).date() for post in life.routine() if KINDS[post.notice.kind].routine)
    on = {meeting.starts.date() for meeting in life.order}
    assert all(count <= (2 if each in on else 1) for each, count in days.items()), days
    for meeting in life.order:
        said = counted(life, meeting)
        assert sum(said[kind] for kind in BUDGETED) <= life.group.posts


def nothing_in_vain(life: Lived) -> None:
    """Only what depends on people may turn out to have nothing to say."""
    assert set(life.unsaid) <= {
        "absence",
        "between",
        "onward",
        "plan-edit",
        "held",
        "keepsake",
        "catchup",
        "followup-results",
    }


def on_every_screen(life: Lived) -> None:
    shape = shape_of(life)
    for post in life.posts:
        for language in {*shape.languages, post.said.language}:
            found = list(amiss(post.said.message, language, life.drawn.platform))
            assert not found, (post.notice.kind, found)


def test_a_group_has_a_whole_life(life: Lived) -> None:
    meetings_have_what_they_should(life)
    everything_is_said(life)
    in_good_time(life)
    quietly(life)
    nothing_in_vain(life)
    on_every_screen(life)


def test_what_is_drawn_is_of_every_shape() -> None:
    """Were the drawing to lose a shape, the test above would pass over it without a word."""
    drawings = CASES
    assert {drawn.programme for drawn in drawings} == set(library().programmes())
    for programme in library().programmes():
        own, shape = [drawn for drawn in drawings if drawn.programme == programme], library().programme(programme)
        assert {drawn.language for drawn in own} == set(shape.languages)
        assert any(drawn.members == shape.members.most for drawn in own)
        assert {drawn.seated for drawn in own} == {True, False}
        assert {drawn.talkative for drawn in own} == {True, False}
        assert {drawn.at_ease for drawn in own} == {True, False}
        assert {drawn.floor for drawn in own} == set(Floor)
        assert len({drawn.rhythm for drawn in own}) > 2
        assert len({drawn.meetings for drawn in own}) > (shape.meetings.most > shape.meetings.least)
        if shape.themes():
            assert any("own" in drawn.named for drawn in own)
            assert any(drawn.named for drawn in own)
            assert any(not drawn.named for drawn in own)
        if shape.subgroups:
            assert {bool(drawn.apart) for drawn in own} == {True, False}
    assert all(drawn.first - drawn.begun > timedelta(0) for drawn in drawings)
