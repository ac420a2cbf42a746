"""What follows from the lead's word: whose time is kept until when, and what becomes of a meeting that was not held."""

from datetime import timedelta

import pytest

from bot.core.model import Group, Meeting, Paper, State
from bot.core.outgoing import Form
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, buttons, phrases, words


@pytest.fixture
async def circle(desk: Desk) -> tuple[Desk, Group, Meeting]:
    """Kaarina leads the first meeting; Aino convenes."""
    group = await desk.group("Aino", "Kaarina", "Aino", "Veikko", "Salme", "Oiva")
    return desk, group, (await desk.meetings(group))[0]


async def steps(desk: Desk) -> list[str]:
    return [n.ref for n in await desk.notices("step") if n.state is State.WAITING]


async def test_a_step_is_not_whispered_once_the_meeting_is_moved(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, _, first = circle
    await desk.does("Kaarina", f"clock:{first.id}:")
    await desk.does("Aino", f"move-sure:{first.id}:202609161700")
    assert isinstance(await desk.says("step"), Settlement)
    again = await desk.does("Kaarina", f"clock:{first.id}:")
    assert phrases(again)[0] == "clock-begins", "what was kept for the old time is no keeping of this one"
    assert not isinstance(await desk.says("step"), Settlement)


async def test_a_step_is_not_whispered_to_one_who_passed_the_turn_on(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, _, first = circle
    await desk.does("Kaarina", f"clock:{first.id}:")
    assert not isinstance(await desk.says("step"), Settlement)
    await desk.does("Kaarina", f"lead-pass:{first.id}:")
    assert isinstance(await desk.says("step"), Settlement)


async def test_time_is_kept_past_the_agreed_end_until_they_are_done(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    await desk.does("Kaarina", f"clock:{first.id}:")
    assert len(await steps(desk)) == 8
    desk.clock.move(first.ends(group.tz) + timedelta(minutes=6))  # the closing is on, past the agreed end
    marks = {ref.rpartition(".")[0] for ref in await steps(desk)}
    more = await desk.does("Kaarina", f"clock:{first.id}:more.{marks.pop()}")
    assert phrases(more)[0] == "clock-more"
    await desk.does("Kaarina", f"done:{first.id}:")
    assert await steps(desk) == [], "it stops at their word, agreed end or not"


async def test_nothing_of_a_meeting_that_was_not_held_is_counted(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    desk.clock.move(first.ends(group.tz) + timedelta(minutes=20))
    await desk.says("feedback", first)
    await desk.does("Veikko", f"rate:{first.id}:heard=5")
    await desk.does("Kaarina", f"held:{first.id}:no")
    async with desk.work() as work:
        assert await work.ballots.find() == []
    assert phrases(await desk.does("Veikko", f"rate:{first.id}:heard=5")) == ["feedback-not-held"]
    kinds = {n.kind for n in await _waiting(desk, first)}
    assert not kinds & {"feedback", "results", "catchup"}
    await desk.does("Kaarina", f"held:{first.id}:yes")
    assert phrases(await desk.does("Veikko", f"rate:{first.id}:heard=4")) == ["rated"]
    assert "results" in {n.kind for n in await _waiting(desk, first)}
    async with desk.work() as work:
        assert [o.held for o in await work.outcomes.find()] == [True], "one answer for one meeting"


async def _waiting(desk: Desk, meeting: Meeting) -> list:
    async with desk.work() as work:
        return await work.notices.find(meeting_id=meeting.id, state=State.WAITING)


async def test_what_was_agreed_falls_away_with_the_meeting(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    desk.clock.move(first.ends(group.tz))
    await desk.fills("Kaarina", "outcome", f"{first.id}:agreed", text="Kokoonnumme ulkona")
    await desk.does("Kaarina", f"held:{first.id}:no")
    async with desk.work() as work:
        assert await work.papers.find(kind="agreed") == []
    refused = await desk.fills("Kaarina", "outcome", f"{first.id}:agreed", text="Uudestaan")
    assert phrases(refused) == ["outcome-not-held"]


async def test_once_the_feedback_is_closed_a_meeting_was_held(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    desk.clock.move(first.ends(group.tz) + timedelta(minutes=20))
    await desk.says("feedback", first)
    desk.clock.move(first.ends(group.tz) + timedelta(days=3))
    await desk.says("results", first)
    assert phrases(await desk.does("Kaarina", f"held:{first.id}:no")) == ["held-too-late"]
    async with desk.work() as work:
        assert await work.outcomes.find() == []


async def test_the_conveners_ways_on_stay_shut_for_a_meeting_that_was_held(
    circle: tuple[Desk, Group, Meeting],
) -> None:
    desk, group, first = circle
    desk.clock.move(first.ends(group.tz))
    for word in ("move", "cancel", "cancel-sure"):
        assert phrases(await desk.does("Aino", f"{word}:{first.id}:")) == ["refused-over"], word
    await desk.does("Kaarina", f"held:{first.id}:no")
    assert isinstance(await desk.does("Aino", f"move:{first.id}:"), Form)
    await desk.does("Kaarina", f"held:{first.id}:yes")
    assert phrases(await desk.does("Aino", f"move:{first.id}:")) == ["refused-over"]


async def test_a_moved_meeting_is_asked_about_afresh(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    desk.clock.move(first.ends(group.tz))
    await desk.does("Kaarina", f"done:{first.id}:")
    await desk.does("Kaarina", f"held:{first.id}:no")
    await desk.does("Aino", f"move-sure:{first.id}:202609221700")
    async with desk.work() as work:
        assert await work.outcomes.find() == []
        again = await work.meetings.get(first.id)
    assert again is not None
    assert again.done is None
    assert {"feedback", "results", "held"} <= {n.kind for n in await _waiting(desk, first)}


async def test_where_many_can_have_been_there_the_number_is_typed(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    async with desk.work() as work:
        for number in range(20):
            await work.papers.add(Paper(f"p{number}", group.id, "guest", first.id, None, group.key_id, "{}"))
    desk.clock.move(first.ends(group.tz))
    assert "Kirjoitan luvun" in buttons(await desk.does("Kaarina", f"held:{first.id}:yes"))
    for typed in ("26", "1", "0", "-3", "kolme", "²", "9" * 4):
        wrong = await desk.fills("Kaarina", "present", first.id, present=typed)
        assert phrases(wrong)[1:] == ["present-range"], typed
    assert phrases(await desk.fills("Kaarina", "present", first.id, present=" 25 "))[0] == "present-kept"


async def test_a_catch_up_is_for_members_and_says_nothing_of_how_it_felt(circle: tuple[Desk, Group, Meeting]) -> None:
    desk, group, first = circle
    assert phrases(await desk.does("Veikko", f"catchup:{first.id}:")) == ["catchup-too-early"]
    desk.clock.move(first.ends(group.tz) + timedelta(minutes=20))
    await desk.says("feedback", first)
    for name in ("Kaarina", "Aino", "Veikko", "Salme", "Oiva"):
        await desk.fills(name, "sentence", first.id, sentence="Tästä ei kerrota")
    await desk.fills("Kaarina", "outcome", f"{first.id}:agreed", text="Kokoonnumme ulkona")
    desk.clock.move(first.ends(group.tz) + timedelta(days=3))
    await desk.says("results", first)
    said = words(await desk.does("Veikko", f"catchup:{first.id}:"))
    assert "Kokoonnumme ulkona" in said
    assert "Tästä ei kerrota" not in said
    assert phrases(await desk.does("Urho", f"catchup:{first.id}:")) == ["refused-stranger"]
