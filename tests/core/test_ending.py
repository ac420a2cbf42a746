"""What follows from a season's end: what the report may say, who may do what, and that the end always comes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core import ballots
from bot.core.delivery import Said, aftermath, preview
from bot.core.model import Floor, Life, Outcome, State
from bot.core.outgoing import Bars, Document, Message, Trend, say
from bot.core.plan import Facts, plan
from bot.core.ports import Settlement
from bot.core.report import Material, mean, report_parts
from bot.core.view import View
from tests.core.core_desk import Desk, buttons, phrases, words
from tests.core.core_rows import group, meeting, member, programme, wall

AFTER = datetime(2026, 12, 1, tzinfo=UTC)


def season(**more: object) -> Material:
    """Three meetings of five members."""
    meetings = [meeting(f"m{n}", wall(2026, 9, 15 + 7 * (n - 1), 17)) for n in (1, 2, 3)]
    members = tuple(member(name, n) for n, name in enumerate("abcde"))
    return Material(View(group(), programme(), members, tuple(meetings), ()), AFTER, meetings, **more)  # type: ignore[arg-type]


def published(*meetings: str, counts: list[int] | None = None) -> dict[str, object]:
    shown = {"heard": counts} if counts else {}
    return {
        "counts": shown,
        "alike": [] if counts else ["heard"],
        "words": {},
        "quotes": [],
        "meetings": list(meetings),
    }


def trend_of(material: Material) -> Trend | None:
    return next((part for part in report_parts(material) if isinstance(part, Trend)), None)


def bars_of(material: Material) -> list[int]:
    return [count for part in report_parts(material) if isinstance(part, Bars) for _, count in part.bars]


# What the report says


def test_feedback_that_was_shown_together_stays_one_point() -> None:
    found = trend_of(
        season(feedback=[published("m1", "m2", counts=[0, 0, 2, 2, 1]), published("m3", counts=[0, 0, 0, 5, 1])])
    )
    assert found is not None
    assert [round(value or 0, 2) for _, value in found.points] == [3.8, 4.17]
    assert [dict(label.values) for label, _ in found.points] == [{"first": 1, "last": 2}, {"number": 3}]  # type: ignore[union-attr]


def test_what_all_answered_alike_has_no_number_in_the_report() -> None:
    found = trend_of(
        season(
            feedback=[
                published("m1", counts=[0, 0, 2, 2, 1]),
                published("m2"),
                published("m3", counts=[1, 0, 0, 3, 1]),
            ]
        )
    )
    assert found is not None
    assert [value is None for _, value in found.points] == [False, True, False]


def test_a_single_point_is_no_trend_and_nothing_published_is_nothing_said() -> None:
    assert trend_of(season(feedback=[published("m1", counts=[0, 0, 2, 2, 1])])) is None
    assert trend_of(season()) is None


def test_how_many_could_come_is_what_the_lead_said_or_who_had_not_told_otherwise() -> None:
    assert bars_of(season()) == [5, 5, 5]
    said = {"m2": Outcome("o", "g1", "m2", held=True, present=3), "m3": Outcome("p", "g1", "m3", held=False)}
    assert bars_of(season(outcomes=said)) == [5, 3], "a meeting that was not held is none"


@given(st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(any))
def test_a_mean_lies_between_the_lowest_and_the_highest_answer(counts: list[int]) -> None:
    given_ = [step for step, count in enumerate(counts, 1) if count]
    assert given_[0] <= (mean(counts) or 0) <= given_[-1]


# When it all comes


def test_the_farewell_comes_whatever_the_group_has_switched_off_and_however_long_it_rests() -> None:
    meetings = [meeting("m1", wall(2026, 9, 15, 17))]
    resting = group(
        off=("evaluation", "feedback", "farewell"), rest_from=wall(2026, 9, 1).date(), rest_to=wall(2027, 2, 1).date()
    )
    kinds = [planned.kind for planned in plan(resting, meetings, programme(), Facts())]
    assert "farewell" in kinds
    assert "evaluation" not in kinds


async def test_a_season_ends_even_when_its_channel_is_closed(desk: Desk) -> None:
    founded = await desk.group("Aino", "Aino", "Veikko", meetings=5)
    last = (await desk.meetings(founded))[-1]
    desk.clock.move(last.ends(founded.tz) + timedelta(days=8))
    async with desk.work() as work:
        await work.groups.save(replace(founded, unreachable="removed"))
        notice = (await work.notices.find(kind="farewell"))[0]
    said = await desk.says("farewell")
    assert isinstance(said, Settlement)
    async with desk.work() as work:
        await aftermath(work, notice, said, None, desk.house)
        ended = (await work.groups.find())[0]
        assert (ended.life, ended.ended) == (Life.ENDED, desk.clock.now())
        assert {n.person_id for n in await work.notices.find(kind="trouble")}, "and its convener hears of it"
        assert await work.notices.find(kind="deletion")


async def test_a_preview_of_the_farewell_ends_nothing(desk: Desk) -> None:
    await desk.group("Aino", "Aino", "Veikko", meetings=5)
    async with desk.work() as work:
        notice = (await work.notices.find(kind="farewell"))[0]
        before = await work.groups.find()
        assert phrases(await preview(work, notice, desk.house))[0] == "farewell-heading"
        assert await work.groups.find() == before


# Who may


async def ended(desk: Desk, *members: str) -> str:
    founded = await desk.group("Aino", *(members or ("Aino", "Veikko")))
    await desk.does("Aino", f"end-sure:{founded.id}:")
    return founded.id


async def test_nothing_of_the_end_can_be_had_before_it(desk: Desk) -> None:
    founded = await desk.group("Aino", "Aino", "Veikko")
    for word in ("report", "keepsake", "followup", "followup-stop", "followup-answer", "keep-longer", "again"):
        assert phrases(await desk.does("Aino", f"{word}:{founded.id}:yes")) == ["refused-running"], word
    assert phrases(await desk.does("Aino", "/report")) == ["refused-running"]


async def test_the_menu_after_the_end_offers_a_new_season_to_whoever_may_begin_it(desk: Desk) -> None:
    group_id = await ended(desk)
    assert f"again:{group_id}:" in buttons(await desk.does("Aino", f"menu:{group_id}:")).values()
    assert f"again:{group_id}:" not in buttons(await desk.does("Veikko", f"menu:{group_id}:")).values()
    await desk.does("Aino", f"leave-sure:{group_id}:quiet")
    async with desk.work() as work:
        await work.conveners.drop(group_id=group_id)
    assert f"again:{group_id}:" in buttons(await desk.does("Veikko", f"menu:{group_id}:")).values(), "nobody convenes"


async def test_a_keepsake_claims_words_of_ones_own_only_where_there_are_some(desk: Desk) -> None:
    founded = await desk.group("Aino", "Aino", "Veikko")
    await desk.fills("Veikko", "expect", founded.id, hope="Lepoa")
    desk.clock.move(datetime(2026, 9, 16, tzinfo=UTC))
    await desk.does("Aino", f"end-sure:{founded.id}:")
    firsts = {}
    for name in ("Aino", "Veikko"):
        reply = await desk.does(name, f"keepsake:{founded.id}:")
        assert isinstance(reply, Message)
        document = next(file for file in reply.files if isinstance(file, Document))
        firsts[name] = getattr(next(iter(document.blocks)), "text", None)
    assert firsts["Veikko"] == say("keepsake-only-you")
    assert firsts["Aino"] != say("keepsake-only-you")


async def test_strangers_and_leavers_have_no_part_in_the_end(desk: Desk) -> None:
    group_id = await ended(desk, "Aino", "Veikko", "Salme")
    await desk.does("Salme", f"leave-sure:{group_id}:quiet")
    before = await desk.rows()
    for name in ("Salme", "Urho"):
        for word in ("report", "keepsake", "followup", "followup-stop", "followup-answer", "keep-longer", "again"):
            for value in ("", "yes", "3", "20261001=yes"):
                reply = await desk.does(name, f"{word}:{group_id}:{value}")
                assert phrases(reply) == ["refused-stranger"], f"{word} by {name}: {words(reply)}"
    assert await desk.rows() == before


async def test_a_forged_value_changes_nothing(desk: Desk) -> None:
    group_id = await ended(desk)
    before = await desk.rows()
    for press in ("followup:{}:maybe", "followup-answer:{}:3", "followup-answer:{}:9", "keep-longer:{}:20990101=yes",
                  "keep-longer:{}:", "again-sure:{}:0"):  # fmt: skip
        assert phrases(await desk.does("Veikko", press.format(group_id))) in (["refused-old"], ["refused-convener"]), (
            press
        )
    assert await desk.rows() == before


async def test_a_group_without_a_convener_may_be_begun_anew_by_any_member(desk: Desk) -> None:
    group_id = await ended(desk)
    assert phrases(await desk.does("Veikko", f"again:{group_id}:")) == ["refused-convener"]
    async with desk.work() as work:
        await work.conveners.drop(group_id=group_id)
    assert phrases(await desk.does("Veikko", f"again:{group_id}:")) == ["again-title"]


async def test_the_evaluation_is_for_members_who_were_there_and_only_while_it_is_open(desk: Desk) -> None:
    founded = await desk.group("Aino", "Aino", "Veikko", meetings=5)
    last = (await desk.meetings(founded))[-1]
    assert phrases(await desk.does("Veikko", f"evaluate:{last.id}:goals=5")) == ["evaluation-not-yet"]
    desk.clock.move(last.ends(founded.tz) + timedelta(days=3))
    await desk.says("evaluation")
    for forged in ("goals=6", "goals=", "heard=3", "x"):
        assert phrases(await desk.does("Veikko", f"evaluate:{last.id}:{forged}")) == ["refused-old"]
    assert phrases(await desk.does("Veikko", f"evaluate:{last.id}:goals=5")) == ["rated"]
    async with desk.work() as work:
        poll = await ballots.round_of(work, last, "evaluation")
        veikko = (await work.members.find(name="Veikko"))[0]
        assert poll is not None
        assert (await ballots.mine(work, poll, veikko))["scales"] == {"goals": 5}
    await desk.does("Aino", f"end-sure:{founded.id}:")
    assert phrases(await desk.does("Veikko", f"evaluate:{last.id}:goals=1")) == ["refused-ended"]
    async with desk.work() as work:
        assert await work.ballots.find() == []


async def test_a_hope_is_one_and_its_writers_alone(desk: Desk) -> None:
    founded = await desk.group("Aino", "Aino", "Veikko")
    await desk.fills("Aino", "expect", founded.id, hope="Rohkeutta")
    await desk.fills("Aino", "expect", founded.id, hope="Lepoa")
    async with desk.work() as work:
        papers = await work.papers.find(kind="expectation")
        aino = (await work.members.find(name="Aino"))[0]
        assert [(paper.text, paper.key_id) for paper in papers] == [("Lepoa", aino.key_id)]
    assert "Lepoa" not in words(await desk.does("Veikko", f"expect:{founded.id}:"))
    await desk.fills("Aino", "expect", founded.id, hope=" ")
    async with desk.work() as work:
        assert await work.papers.find(kind="expectation") == []


async def test_a_report_can_be_fetched_in_the_channel_and_in_private_until_deletion(desk: Desk) -> None:
    group_id = await ended(desk)
    for reply in (await desk.does("Veikko", "/report"), await desk.does("Veikko", "/report", "main")):
        assert isinstance(reply, Message)
        assert isinstance(reply.files[0], Document)
    assert buttons(await desk.does("Veikko", "/menu"))["Raportti"] == f"report:{group_id}:"


async def test_a_late_farewell_is_said_however_late(desk: Desk) -> None:
    founded = await desk.group("Aino", "Aino", "Veikko", meetings=5)
    async with desk.work() as work:
        notice = (await work.notices.find(kind="farewell"))[0]
        assert notice.expires - notice.due > timedelta(days=3000)
        late = Settlement(notice.id, State.SKIPPED, why="late")
        await aftermath(work, notice, late, None, desk.house)
        assert (await work.groups.get(founded.id) or founded).life is Life.ENDED
        assert founded.floor is Floor.FIVE


async def test_a_farewell_that_must_wait_for_the_platform_is_not_lost_when_somebody_leaves_meanwhile(
    desk: Desk,
) -> None:
    group = await desk.group("Kaarina", "Aino", "Veikko")
    meetings = await desk.meetings(group)
    desk.clock.move(meetings[-1].ends(group.tz) + timedelta(days=8))
    (farewell,) = await desk.notices("farewell")
    assert isinstance(await desk.says("farewell"), Said)
    async with desk.work() as work:
        assert (await work.groups.get(group.id)).life is Life.ENDED  # type: ignore[union-attr]
        await work.notices.add(replace(farewell, attempts=1, why="throttled"))
    await desk.does("Veikko", f"leave-sure:{group.id}:quiet")
    assert [notice.id for notice in await desk.notices("farewell")] == [farewell.id]
