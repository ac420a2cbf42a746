"""A group that goes on season after season, on a real store: who may change it, and what becomes of its meetings."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.delivery import DOERS
from bot.core.kinds import WHATEVER_BEFALLS
from bot.core.model import Floor, Group, Life, Meeting, State
from bot.core.outgoing import Form
from bot.core.replan import replan
from bot.core.seasons_kept import Kept, kept_of
from bot.core.uses.founding.again import CARRIED
from bot.core.uses.founding.setup_form import fields_of
from bot.core.view import view
from tests.core.core_desk import LIBRARY, Desk, buttons, phrases, words
from tests.core.core_rows import wall

HELSINKI = ZoneInfo("Europe/Helsinki")
GOING = {"programme": "tyopeili", "meetings": 4, "themes": ()}


async def going(desk: Desk, **more: Any) -> Group:
    return await desk.group("Taisto", "Veikko", "Aino", "Salme", **(GOING | more))


async def standing(desk: Desk, group: Group) -> list[Meeting]:
    return [m for m in await desk.meetings(group) if not m.cancelled]


async def as_it_is(desk: Desk, group: Group) -> Group:
    async with desk.work() as work:
        found = await work.groups.get(group.id)
    assert found
    return found


async def replanned(desk: Desk, group: Group) -> None:
    async with desk.work() as work:
        await replan(work, desk.house, await work.groups.get(group.id) or group)


def at(desk: Desk, *parts: int) -> None:
    desk.clock.move(wall(*parts).replace(tzinfo=HELSINKI))


async def test_a_season_is_what_was_asked_for_and_no_more_is_founded(desk: Desk) -> None:
    group = await going(desk)
    assert group.season_meetings == 4
    assert len(await standing(desk, group)) == 4
    fixed = await desk.group("Helmi", channel="other")
    assert fixed.season_meetings == 0


async def test_it_goes_on_once_however_often_it_is_planned(desk: Desk) -> None:
    group = await going(desk)
    at(desk, 2026, 10, 7, 11)
    await replanned(desk, group)
    once = await standing(desk, group)
    assert len(once) == 8
    await replanned(desk, group)
    await desk.says("onward", once[1])
    assert await standing(desk, group) == once


async def test_after_a_meeting_more_are_added_without_a_word(desk: Desk) -> None:
    group = await going(desk)
    at(desk, 2026, 10, 7, 11)
    second = (await standing(desk, group))[1]
    said = await desk.says("onward", second)
    assert (said.state, said.why) == (State.DROPPED, "nothing-to-say")  # type: ignore[union-attr]
    assert len(await standing(desk, group)) == 8
    assert len([n for n in await desk.notices("plan-edit") if n.state is State.WAITING]) <= 1


async def test_a_pause_adds_nothing_and_going_on_adds_what_is_wanting(desk: Desk) -> None:
    group = await going(desk)
    await desk.does("Taisto", f"pause:{group.id}:")
    at(desk, 2027, 3, 1, 12)
    await replanned(desk, group)
    assert len(await standing(desk, group)) == 4
    await desk.does("Taisto", f"resume:{group.id}:")
    ahead = [m for m in await standing(desk, group) if m.begins(group.tz) > desk.clock.now()]
    assert len(ahead) == 4
    season = (await desk.notices("season"))[0]
    assert season.meeting_id == (await standing(desk, group))[3].id
    assert season.due == desk.clock.now(), "what the pause held back of the season's end is said now"


async def test_only_a_convener_changes_how_it_goes_on_and_every_member_sees_it(desk: Desk) -> None:
    group = await going(desk)
    before = await desk.rows()
    page = await desk.does("Aino", f"seasons:{group.id}:")
    assert phrases(page) == ["seasons-heading", "seasons-now", "seasons-how", "seasons-convener"]
    assert buttons(page) == {}
    for word, value in (
        ("seasons-last", "this"), ("seasons-last-sure", "this"), ("seasons-on", ""), ("seasons-count", "6"),
    ):  # fmt: skip
        assert phrases(await desk.does("Aino", f"{word}:{group.id}:{value}")) == ["refused-convener"], word
        assert phrases(await desk.does("Urho", f"{word}:{group.id}:{value}")) == ["refused-stranger"], word
    assert await desk.rows() == before


@pytest.mark.parametrize(
    "press",
    ["seasons-last:{}:", "seasons-last:{}:now", "seasons-last:{}:x", "seasons-last-sure:{}:", "seasons-last-sure:{}:now",
     "seasons-count:{}:3", "seasons-count:{}:11", "seasons-count:{}:²", "seasons-count:{}:-4", "seasons-count:{}:4.0"],
)  # fmt: skip
async def test_a_forged_press_changes_nothing(desk: Desk, press: str) -> None:
    group = await going(desk)
    before = await desk.rows()
    assert phrases(await desk.does("Taisto", press.format(group.id))) == ["refused-old"]
    assert await desk.rows() == before


async def test_the_last_season_lets_the_rest_fall_away_and_going_on_after_all_brings_it_back(desk: Desk) -> None:
    group = await going(desk)
    at(desk, 2026, 10, 7, 11)
    await replanned(desk, group)
    before = await standing(desk, group)
    asked = await desk.does("Taisto", f"seasons-last:{group.id}:this")
    assert "4 sen jälkeen suunniteltua tapaamista jää pois" in words(asked)
    for _ in range(2):
        await desk.does("Taisto", f"seasons-last-sure:{group.id}:this")
    assert await standing(desk, group) == before[:4]
    assert (await as_it_is(desk, group)).season_meetings == 0
    assert [n.kind for n in await desk.notices("farewell")] == ["farewell"]
    assert await desk.notices("season") == []
    assert len(await desk.notices("season-news")) == 1
    for _ in range(2):
        await desk.does("Taisto", f"seasons-on:{group.id}:")
    after = await standing(desk, group)
    assert [(m.id, m.starts) for m in after] == [(m.id, m.starts) for m in before]
    assert {m.revision for m in after[4:]} == {2}, "calendars hear of both"
    assert await desk.notices("farewell") == []
    assert len([n for n in await desk.notices("season-news") if n.state is State.WAITING]) == 0, "never told, both"
    async with desk.work() as work:
        assert await kept_of(work, group) == Kept()


async def test_what_was_taken_by_another_meeting_meanwhile_stays_away(desk: Desk) -> None:
    group = await going(desk)
    at(desk, 2026, 10, 7, 11)
    await replanned(desk, group)
    gone = (await standing(desk, group))[4]
    await desk.does("Taisto", f"seasons-last-sure:{group.id}:this")
    await desk.does("Taisto", f"move-sure:{(await standing(desk, group))[3].id}:{gone.starts:%Y%m%d%H%M}")
    await desk.does("Taisto", f"seasons-on:{group.id}:")
    starts = [m.starts for m in await standing(desk, group)]
    assert len(starts) == len(set(starts)) == 8


async def test_seasons_that_were_keep_their_themes_when_the_last_one_is_named(desk: Desk) -> None:
    group = await going(desk)
    at(desk, 2026, 10, 7, 11)
    await replanned(desk, group)
    at(desk, 2026, 12, 10, 11)
    await replanned(desk, group)

    async def themes() -> list[str | None]:
        async with desk.work() as work:
            seen = await view(work, desk.house, await work.groups.get(group.id) or group)
        return [seen.theme(m) for m in seen.meetings][:8]

    before = await themes()
    assert before[3] == before[7] != before[2], "each season has its close"
    await desk.does("Taisto", f"seasons-last-sure:{group.id}:this")
    assert await themes() == before
    async with desk.work() as work:
        assert (await kept_of(work, group)).earlier == (4,)
    await desk.does("Taisto", f"seasons-on:{group.id}:")
    assert await themes() == before
    await desk.does("Taisto", f"seasons-count:{group.id}:6")
    assert await themes() == before
    await desk.does("Taisto", f"seasons-last-sure:{group.id}:this")
    assert await themes() == before


async def test_another_number_holds_from_the_next_season_on(desk: Desk) -> None:
    group = await going(desk)
    await desk.does("Taisto", f"seasons-count:{group.id}:6")
    async with desk.work() as work:
        seen = await view(work, desk.house, await work.groups.get(group.id) or group)
    assert [seen.ends_season(m) for m in seen.meetings] == [False, False, False, True]
    at(desk, 2026, 10, 7, 11)
    await replanned(desk, group)
    assert len(await standing(desk, group)) == 10
    await desk.does("Taisto", f"seasons-count:{group.id}:5")
    assert len(await standing(desk, group)) == 14, "the season after the next is whole as well"


async def test_a_years_plan_shows_this_season_and_what_comes(desk: Desk) -> None:
    group = await going(desk)
    for _ in range(12):
        last = (await standing(desk, group))[-2]
        desk.clock.move(last.ends(group.tz) + timedelta(hours=1))
        await replanned(desk, group)
    assert len(await standing(desk, group)) == 52
    lines = words(await desk.does("Aino", f"plan:{group.id}:")).count("klo 17:")
    assert lines <= 8
    asked = await desk.does("Taisto", f"themes:{group.id}:")
    assert isinstance(asked, Form)
    assert words(asked).count("klo 17:") <= 8
    async with desk.work() as work:
        seen = await view(work, desk.house, group)
        assert seen.season(seen.meetings[-1]) == 12


async def test_a_group_that_begins_anew_is_offered_as_many_meetings_as_a_season_had(desk: Desk) -> None:
    group = await going(desk)
    await desk.does("Taisto", f"end-sure:{group.id}:")
    ended = await as_it_is(desk, group)
    assert ended.life is Life.ENDED
    form = await desk.does("Taisto", f"again:{group.id}:")
    assert isinstance(form, Form)
    assert next(f.value for f in form.fields if f.name == "meetings") == "4"
    assert "season_meetings" not in CARRIED, "it is as the form says"


async def test_themes_are_not_asked_for_where_there_is_nothing_to_choose(desk: Desk) -> None:
    group = await desk.group("Taisto", "Veikko", programme="keikkatyo", meetings=2, themes=(), channel="gig")
    before = await desk.rows()
    for name, word in (("Taisto", "themes"), ("Taisto", "vote"), ("Taisto", "vote-open"), ("Veikko", "own-theme"),
                       ("Veikko", "own-theme-add")):  # fmt: skip
        assert phrases(await desk.does(name, f"{word}:{group.id}:")) == ["themes-fixed"], word
    assert phrases(await desk.fills("Taisto", "themes", group.id, order="1")) == ["themes-fixed"]
    assert phrases(await desk.fills("Veikko", "own-theme-add", group.id, theme="Hinnat")) == ["themes-fixed"]
    for name in ("menu", "ours", "convening"):
        offered = {data.split(":")[0] for data in buttons(await desk.does("Taisto", f"{name}:{group.id}:")).values()}
        assert not offered & {"themes", "vote", "own-theme", "seasons"}, name
    assert await desk.rows() == before


async def test_a_facilitator_is_waited_for_and_the_plan_says_how_they_come_in(desk: Desk) -> None:
    group = await desk.group("Taisto", "Veikko", programme="keikkatyo", meetings=2, themes=(), channel="gig")
    said = await desk.says("plan")
    assert "odotetaan vielä" in words(said.message)  # type: ignore[union-attr]
    assert words(await desk.does("Veikko", f"rota:{group.id}:")).count("sovitaan vielä") == 2
    assert await desk.notices("brief") == []


def test_the_question_of_themes_is_left_out_once_such_a_programme_is_chosen(desk: Desk) -> None:
    names = {p: [f.name for f in fields_of(LIBRARY, "", "fi", p)] for p in ("", "keikkatyo", "tyopeili", "nowhere")}
    assert "themes" not in names["keikkatyo"]
    assert names[""] == names["tyopeili"] == names["nowhere"]
    assert "themes" in names[""]
    lengths = next(f for f in fields_of(LIBRARY, "", "fi") if f.name == "length")
    assert "1h" in {option.value for option in lengths.options}
    counts = next(f for f in fields_of(LIBRARY, "", "fi") if f.name == "meetings")
    assert [option.value for option in counts.options] == [str(n) for n in range(2, 11)]


async def test_meetings_can_be_added_beyond_what_a_season_has(desk: Desk) -> None:
    group = await going(desk, meetings=10)
    assert isinstance(await desk.does("Taisto", f"add:{group.id}:"), Form)
    await desk.does("Taisto", f"add-sure:{group.id}:202609201700")
    assert len(await standing(desk, group)) == 11


async def test_a_vote_in_a_later_season_offers_what_the_group_had_before(desk: Desk) -> None:
    group = await going(desk)
    at(desk, 2026, 10, 7, 11)
    await replanned(desk, group)
    at(desk, 2026, 11, 26, 11)
    await replanned(desk, group)
    asked = await desk.does("Taisto", f"vote:{group.id}:")
    assert "enintään 3 aihetta" in words(asked)
    await desk.does("Taisto", f"vote-open:{group.id}:")
    async with desk.work() as work:
        question = (await work.questions.find(kind="themes"))[0]
        seen = await view(work, desk.house, group)
    assert set(question.items) == set(seen.programme.themes())
    place = question.items.index(seen.theme(seen.meetings[1]) or "")
    for name in ("Veikko", "Aino", "Salme"):
        await desk.does(name, f"pick:{group.id}:{question.id}.{place}.1")
    await desk.does("Taisto", f"vote-close:{group.id}:")
    had = [seen.theme(m) for m in seen.meetings]
    await desk.does("Taisto", f"vote-accept:{group.id}:{question.id}")
    async with desk.work() as work:
        after = await view(work, desk.house, await work.groups.get(group.id) or group)
    now = [after.theme(m) for m in after.meetings]
    assert now[:4] == had[:4], "what has been stays"
    assert now[4] == had[1], "and what was chosen comes next, once more"


async def test_a_group_that_speaks_aloud_has_its_seasons_end_without_questions(desk: Desk) -> None:
    group = await going(desk, floor=Floor.ALOUD)
    last = (await standing(desk, group))[-1]
    assert [n.meeting_id for n in await desk.notices("season")] == [last.id]
    assert await desk.notices("evaluation") == []
    at(desk, 2026, 11, 19, 10)
    said = await desk.says("season", last)
    assert phrases(said.message)[:2] == ["season-over-heading", "farewell-thanks"]  # type: ignore[union-attr]
    assert (await as_it_is(desk, group)).life is Life.RUNNING


def test_a_seasons_end_that_cannot_be_said_is_carried_out_all_the_same() -> None:
    assert {"season", "onward"} <= WHATEVER_BEFALLS <= set(DOERS)
