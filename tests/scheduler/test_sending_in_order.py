"""Order, parts and pace: what goes to one address arrives as it was meant to, and holds nobody else up."""

import asyncio

from bot.core.model import State
from bot.core.platform import NotSent, Rejected, Throttled, Unreachable, Unsure
from scheduler.pace import Pace
from tests.scheduler.fakes import (
    FakeWork,
    Stage,
    notice,
    several,
    until,
)


async def test_posts_to_one_address_keep_their_order_one_at_a_time() -> None:
    stage = Stage(*several(150, groups=7))
    stage.adapter.each_takes = 0.001
    await stage.play(10)
    for group in {each.to for each in stage.adapter.posts}:
        marks = [each.mark for each in stage.adapter.posts if each.to == group]
        assert marks == sorted(marks)
    assert len(stage.adapter.posts) == 150
    assert stage.adapter.most_at_one_address == 1


async def test_no_more_are_in_flight_than_the_setting_says_until_written_down() -> None:
    stage = Stage(*several(60, groups=60), pace=Pace(in_flight=5))
    most = 0

    def count(work: FakeWork) -> bool:
        nonlocal most
        begun = {mark.split(":")[0] for mark in stage.adapter.begun}
        most = max(most, sum(stage.store.rows[each].state is State.SENDING for each in begun))
        return False

    stage.store.refuse = count
    await stage.play()
    assert stage.adapter.most_at_once == 5
    assert most <= 5


async def test_a_slow_address_does_not_delay_others() -> None:
    stage = Stage(notice("n0", group="slow"), *several(100, groups=100))
    stage.adapter.seconds = {"slow": 1.5}
    async with stage.running():
        await until(lambda: len(stage.adapter.posts) == 100, 1.4)
        assert "n0:0" not in stage.adapter.marks
        assert await stage.dispatcher.settled(4)


async def test_parts_follow_each_other_under_marks_of_their_own() -> None:
    stage = Stage(notice("n1", kind="one|two|three"), notice("n2"))
    await stage.play()
    assert [(each.mark, each.text) for each in stage.adapter.posts][:3] == [
        ("n1:0", "one"),
        ("n1:1", "two"),
        ("n1:2", "three"),
    ]
    assert (stage.store.rows["n1"].parts, stage.store.rows["n1"].posts) == (3, ("p1", "p2", "p3"))


async def test_a_later_try_begins_at_the_part_that_was_not_sent() -> None:
    stage = Stage(notice("n1", kind="one|two|three"))
    stage.adapter.answers["n1:1"] = [NotSent("down")]
    await stage.play()
    assert stage.adapter.begun == ["n1:0", "n1:1", "n1:1", "n1:2"]
    assert stage.store.rows["n1"].posts == ("p1", "p2", "p3")


async def test_each_part_is_written_down_before_the_next_so_that_a_crash_repeats_none() -> None:
    stage = Stage(notice("n1", kind="one|two"))
    stage.adapter.answers["n1:1"] = [Unsure("timeout")]
    seen: list[int] = []

    def note(work: FakeWork) -> bool:
        seen.append(stage.store.rows["n1"].parts)
        return False

    stage.store.refuse = note
    await stage.play()
    assert 1 in seen
    assert stage.adapter.marks == ["n1:0", "n1:1"]


async def test_a_text_that_shrank_since_its_first_parts_were_sent_is_sent() -> None:
    stage = Stage(notice("n1", kind="one", parts=2, posts=("a", "b")))
    await stage.play()
    assert (stage.store.rows["n1"].state, stage.store.rows["n1"].posts) == (State.SENT, ("a", "b"))
    assert not stage.adapter.posts


async def test_a_throttled_address_waits_alone_and_keeps_its_order() -> None:
    stage = Stage(*several(6), notice("other", group="g9"))
    stage.adapter.answers["n001:0"] = [Throttled(0.2)]
    async with stage.running():
        await asyncio.sleep(0.1)
        assert stage.adapter.marks.count("other:0") == 1
        states = stage.store.states()
        assert [states[f"n00{n}"] for n in range(6)] == [State.SENT, *[State.WAITING] * 5]
        assert not await stage.dispatcher.settled(0.02)
        # One that comes meanwhile does not overtake those that wait.
        stage.store.add(notice("new", group="g0"))
        stage.dispatcher.ring()
        assert await stage.dispatcher.settled(2)
    marks = [each.mark for each in stage.adapter.posts if each.to == "g0"]
    assert marks == [*(f"n00{n}:0" for n in range(6)), "new:0"]


async def test_one_that_goes_back_for_the_order_is_not_composed_for_good() -> None:
    stage = Stage(notice("n1"))
    stage.adapter.answers["n1:0"] = [Throttled(0.15)]
    async with stage.running():
        await asyncio.sleep(0.05)
        stage.store.add(notice("n2"))
        stage.dispatcher.ring()
        await asyncio.sleep(0.03)
        assert "composed n2" not in stage.store.told
        assert stage.store.rows["n2"].not_before is not None
        assert await stage.dispatcher.settled(2)
    assert stage.adapter.marks == ["n1:0", "n2:0"]


async def test_one_that_was_not_sent_is_not_overtaken() -> None:
    stage = Stage(notice("n1"), notice("n2"))
    stage.adapter.answers["n1:0"] = [NotSent("down"), NotSent("down")]
    await stage.play()
    assert stage.adapter.marks == ["n1:0", "n2:0"]


async def test_one_that_failed_for_good_does_not_hold_those_behind_it() -> None:
    stage = Stage(notice("n1"), notice("n2"), notice("n3"))
    stage.adapter.answers["n1:0"] = [Unreachable("kicked")]
    stage.adapter.answers["n2:0"] = [Rejected("no")]
    await stage.play()
    assert stage.store.states() == {"n1": State.FAILED, "n2": State.FAILED, "n3": State.SENT}


async def test_a_throttled_platform_gives_back_what_it_cannot_send() -> None:
    stage = Stage(*several(40, groups=40), pace=Pace(in_flight=2))
    stage.adapter.answers["n000:0"] = [Throttled(1.0)]
    stage.adapter.answers["n001:0"] = [Throttled(1.0)]
    async with stage.running():
        await until(lambda: len(stage.adapter.begun) == 2 and stage.dispatcher.health().in_hand == 0)
        assert set(stage.store.states().values()) == {State.WAITING}
        assert await stage.dispatcher.settled(3)
    assert len(stage.adapter.posts) == 40
