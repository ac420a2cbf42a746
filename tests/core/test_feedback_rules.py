import json
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.ballots import FEEDBACK, close_round, is_unanimous
from bot.core.delivery import Said, aftermath
from bot.core.model import Floor, Group, Meeting, State
from bot.core.outgoing import Message, Quote, Scale
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, phrases

NAMES = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi", "Taisto")
SCALES = ("heard", "useful", "strength")


async def asked(desk: Desk, meeting: Meeting) -> Message:
    """The feedback on a meeting is posted."""
    desk.clock.move(max(desk.clock.now(), meeting.ends(ZoneInfo("Europe/Helsinki"))))
    said = await desk.says("feedback", meeting)
    assert isinstance(said, Said)
    return said.message


async def answer(desk: Desk, meeting: Meeting, name: str, **steps: int) -> list[str]:
    said: list[str] = []
    for scale, step in steps.items():
        said += phrases(await desk.does(name, f"rate:{meeting.id}:{scale}={step}"))
    return said


async def closed(desk: Desk, meeting: Meeting) -> Message:
    said = await desk.says("results", meeting)
    assert isinstance(said, Said)
    return said.message


def scales(message: Message) -> list[tuple[int, ...]]:
    return [block.counts for block in message.blocks if isinstance(block, Scale)]


def quotes(message: Message) -> list[str]:
    return [block.text for block in message.blocks if isinstance(block, Quote)]


async def a_group(desk: Desk, size: int, floor: Floor = Floor.FIVE) -> tuple[Group, list[Meeting]]:
    group = await desk.group("Kaarina", *NAMES[:size], floor=floor)
    return group, await desk.meetings(group)


@pytest.mark.parametrize(
    ("size", "floor", "answers", "shown"),
    [(7, Floor.FIVE, 4, False), (7, Floor.FIVE, 5, True), (4, Floor.FIVE, 4, False), (4, Floor.THREE, 2, False),
     (4, Floor.THREE, 3, True), (6, Floor.THREE, 4, False), (6, Floor.THREE, 5, True)],
)  # fmt: skip
async def test_a_batch_is_shown_when_enough_different_people_are_in_it(
    desk: Desk, size: int, floor: Floor, answers: int, shown: bool
) -> None:
    _, meetings = await a_group(desk, size, floor)
    await asked(desk, meetings[0])
    for n, name in enumerate(NAMES[:answers]):
        await answer(desk, meetings[0], name, heard=1 + n % 5)
    message = await closed(desk, meetings[0])
    assert bool(scales(message)) == shown
    if shown:
        assert sum(scales(message)[0]) == answers


async def test_one_person_in_five_meetings_is_one_person(desk: Desk) -> None:
    _, meetings = await a_group(desk, 5)
    for meeting in meetings[:5]:
        await asked(desk, meeting)
        await answer(desk, meeting, "Kaarina", heard=1)
        await answer(desk, meeting, "Aino", heard=2)
        assert scales(await closed(desk, meeting)) == []


async def test_pooled_answers_are_shown_once_and_never_cut_again(desk: Desk) -> None:
    _, meetings = await a_group(desk, 6)
    await asked(desk, meetings[0])
    for name in NAMES[:3]:
        await answer(desk, meetings[0], name, heard=2)
    assert scales(await closed(desk, meetings[0])) == []
    await asked(desk, meetings[1])
    for name in NAMES[3:6]:
        await answer(desk, meetings[1], name, heard=4)
    assert scales(await closed(desk, meetings[1])) == [(0, 3, 0, 3, 0)]
    await asked(desk, meetings[2])
    await answer(desk, meetings[2], "Aino", heard=5)
    assert scales(await closed(desk, meetings[2])) == []


async def test_a_question_that_few_answered_is_not_shown_in_a_full_batch(desk: Desk) -> None:
    _, meetings = await a_group(desk, 6)
    await asked(desk, meetings[0])
    for n, name in enumerate(NAMES[:5]):
        await answer(desk, meetings[0], name, heard=3 + n % 2)
    await answer(desk, meetings[0], "Aino", useful=1)
    assert scales(await closed(desk, meetings[0])) == [(0, 0, 3, 2, 0)]


@pytest.mark.parametrize("same", [1, 3, 5])
async def test_when_all_chose_the_same_it_is_not_shown_as_such(desk: Desk, same: int) -> None:
    _, meetings = await a_group(desk, 5)
    await asked(desk, meetings[0])
    for n, name in enumerate(NAMES[:5]):
        await answer(desk, meetings[0], name, heard=same, useful=3 + n % 2)
    message = await closed(desk, meetings[0])
    assert scales(message) == [(0, 0, 3, 2, 0)]
    assert "results-alike" in phrases(message)


@given(st.lists(st.integers(0, 6), min_size=5, max_size=5).filter(any))
def test_it_is_unanimous_where_only_one_step_was_chosen(counts: list[int]) -> None:
    assert is_unanimous(counts) == (len([count for count in counts if count]) == 1)


async def test_what_is_left_after_close_has_no_author_and_no_key(desk: Desk) -> None:
    _, meetings = await a_group(desk, 5)
    await asked(desk, meetings[0])
    for name in NAMES[:5]:
        await answer(desk, meetings[0], name, heard=4)
        await desk.fills(name, "sentence", meetings[0].id, sentence=f"lause {name[0]}")
    async with desk.work() as work:
        poll = (await work.polls.find())[0]
    message = await closed(desk, meetings[0])
    assert sorted(quotes(message)) == sorted(f"lause {name[0]}" for name in NAMES[:5])
    async with desk.work() as work:
        assert await work.ballots.find() == []
        batch = (await work.batches.find())[0]
        assert batch.published
        assert json.loads(batch.content)["who"] == []
        assert (await work.polls.get(poll.id)).closed  # type: ignore[union-attr]
    assert phrases(await desk.does("Aino", f"rate:{meetings[0].id}:heard=1")) == ["feedback-closed"]


async def test_what_was_answered_is_changed_and_not_added_to(desk: Desk) -> None:
    _, meetings = await a_group(desk, 5)
    await asked(desk, meetings[0])
    for step in (1, 2, 5):
        await answer(desk, meetings[0], "Aino", heard=step)
    for name in ("Kaarina", "Veikko", "Salme", "Oiva"):
        await answer(desk, meetings[0], name, heard=3)
    assert scales(await closed(desk, meetings[0])) == [(0, 0, 4, 0, 1)]


async def test_the_absent_the_late_joiners_and_the_strangers_are_not_asked(desk: Desk) -> None:
    group, meetings = await a_group(desk, 5)
    await desk.does("Aino", f"absent:{meetings[0].id}:")
    assert await answer(desk, meetings[0], "Kaarina", heard=1) == ["feedback-not-yet"]
    await asked(desk, meetings[0])
    desk.clock.move(desk.clock.now() + timedelta(hours=1))
    await desk.does("Helmi", f"join:{group.id}:", "main")
    assert await answer(desk, meetings[0], "Aino", heard=1) == ["feedback-absent"]
    assert await answer(desk, meetings[0], "Helmi", heard=1) == ["feedback-absent"]
    assert await answer(desk, meetings[0], "Urho", heard=1) == ["refused-stranger"]
    async with desk.work() as work:
        assert await work.ballots.find() == []


async def test_who_leaves_before_close_takes_their_answers_along(desk: Desk) -> None:
    group, meetings = await a_group(desk, 6)
    await asked(desk, meetings[0])
    for name in NAMES[:5]:
        await answer(desk, meetings[0], name, heard=2)
    await desk.does("Aino", f"leave-sure:{group.id}:quiet")
    assert scales(await closed(desk, meetings[0])) == []


async def test_what_never_reached_the_floor_is_destroyed_at_the_end(desk: Desk) -> None:
    group, meetings = await a_group(desk, 5)
    await asked(desk, meetings[0])
    await answer(desk, meetings[0], "Aino", heard=1)
    await closed(desk, meetings[0])
    await asked(desk, meetings[1])
    await answer(desk, meetings[1], "Aino", heard=1)
    await desk.does("Kaarina", f"end-sure:{group.id}:")
    async with desk.work() as work:
        assert await work.ballots.find() == []
        assert await work.batches.find() == []
        assert all(poll.closed for poll in await work.polls.find())


async def test_a_late_result_still_closes_its_poll(desk: Desk) -> None:
    _, meetings = await a_group(desk, 5)
    await asked(desk, meetings[0])
    await answer(desk, meetings[0], "Aino", heard=1)
    async with desk.work() as work:
        notice = (await work.notices.find(kind="results", meeting_id=meetings[0].id))[0]
        await aftermath(work, notice, Settlement(notice.id, State.SKIPPED, why="late"), None, desk.house)
        assert await work.ballots.find() == []
        assert all(poll.closed for poll in await work.polls.find())


async def test_closing_twice_counts_once(desk: Desk) -> None:
    group, meetings = await a_group(desk, 5)
    await asked(desk, meetings[0])
    for n, name in enumerate(NAMES[:5]):
        await answer(desk, meetings[0], name, heard=2 + n % 2)
    async with desk.work() as work:
        await close_round(work, desk.house, group, meetings[0], FEEDBACK, 5)
        await close_round(work, desk.house, group, meetings[0], FEEDBACK, 5)
        batches: list[Any] = await work.batches.find()
    assert [json.loads(batch.content)["counts"] for batch in batches] == [{"heard": [0, 3, 2, 0, 0]}]


async def test_every_scale_has_its_row_of_five_taps(desk: Desk) -> None:
    _, meetings = await a_group(desk, 5)
    message = await asked(desk, meetings[0])
    assert [len(row) for row in message.buttons] == [5] * len(SCALES) + [3]
    assert {"feedback-promise", "feedback-limits"} <= set(phrases(message))
