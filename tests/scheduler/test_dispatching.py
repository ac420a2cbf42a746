"""From due to sent and written down, with a store, a platform and a core of the test's own."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.core.model import Notice, State
from bot.core.platform import Moved, NotSent, Outcome, Rejected, Sent, Throttled, Unreachable, Unsure
from bot.core.ports import Settlement
from scheduler.clock import machine_now
from scheduler.pace import Pace
from tests.scheduler.fakes import (
    QUICK,
    SECRET,
    START,
    STEPS,
    Stage,
    notice,
    several,
    until,
)

# What is due


async def test_what_is_due_is_sent_and_what_is_not_waits() -> None:
    stage = Stage(notice("now"), notice("later", due=START + timedelta(hours=1)))
    await stage.play()
    assert stage.store.states() == {"now": State.SENT, "later": State.WAITING}
    assert stage.adapter.marks == ["now:0"]
    assert stage.store.rows["now"].posts == ("p1",)


async def test_after_a_round_the_waking_knows_when_the_next_is_due() -> None:
    stage = Stage(notice("now"), notice("later", due=START + timedelta(hours=1)))
    await stage.play()
    assert stage.hand.asked[-1] == START + timedelta(hours=1)


async def test_with_nothing_to_come_nobody_is_woken() -> None:
    stage = Stage(notice("now"))
    await stage.play()
    assert stage.hand.asked[-1] is None


async def test_what_is_added_later_goes_out_at_the_ring() -> None:
    stage = Stage()
    async with stage.running():
        assert await stage.dispatcher.settled(1)
        stage.store.add(notice("n1"))
        stage.dispatcher.ring()
        assert await stage.dispatcher.settled(1)
    assert stage.adapter.marks == ["n1:0"]


async def test_with_nothing_due_a_ring_costs_no_transaction() -> None:
    stage = Stage(notice("later", due=START + timedelta(hours=1)))
    async with stage.running():
        for _ in range(5):
            stage.dispatcher.ring()
            assert await stage.dispatcher.settled(1)
    assert stage.store.commits == 0


async def test_what_is_late_is_skipped_and_said() -> None:
    stage = Stage(notice("late", due=START - timedelta(days=1)))
    await stage.play()
    assert stage.store.states() == {"late": State.SKIPPED}
    assert stage.store.told == ["late skipped late"]
    assert not stage.adapter.posts


async def test_a_notice_that_need_not_be_said_is_dropped() -> None:
    stage = Stage(notice("n1", kind="needless"))
    await stage.play()
    assert stage.store.states() == {"n1": State.DROPPED}
    assert not stage.adapter.begun


async def test_a_notice_for_a_closed_channel_is_not_tried_and_somebody_hears_of_it() -> None:
    stage = Stage(notice("n1", kind="closed"))
    await stage.play()
    assert stage.store.states() == {"n1": State.FAILED}
    assert "n1 failed kicked" in stage.store.told
    assert not stage.adapter.begun


async def test_one_that_is_held_back_does_not_hide_when_the_next_is_due_and_nobody_keeps_looking() -> None:
    stage = Stage(notice("n1"), notice("n2", due=START + timedelta(hours=1)))
    stage.adapter.answers["n1:0"] = [Throttled(60)]
    async with stage.running():
        await until(lambda: stage.store.rows["n1"].not_before is not None)
        await asyncio.sleep(0.02)
        assert stage.hand.asked[-1] == START + timedelta(hours=1)
        looked = stage.outbox.looked
        await asyncio.sleep(0.6)
        assert stage.outbox.looked == looked


async def test_what_is_due_later_goes_out_past_one_that_is_held_back_at_its_own_time() -> None:
    stage = Stage(notice("n1"), notice("n2", group="g2", due=START + timedelta(hours=1)))
    stage.adapter.answers["n1:0"] = [Throttled(60)]
    async with stage.running():
        await until(lambda: stage.store.rows["n1"].not_before is not None)
        stage.clock.held = START + timedelta(hours=1)
        stage.dispatcher.ring()
        await until(lambda: stage.adapter.marks == ["n2:0"], 0.3)


async def test_what_was_held_back_before_we_started_goes_out_at_its_machine_time_though_nobody_rings() -> None:
    until_then = machine_now() + timedelta(seconds=0.15)
    stage = Stage(notice("n1", not_before=until_then), notice("n2", due=START + timedelta(hours=1)))
    async with stage.running():
        await until(lambda: stage.adapter.marks == ["n1:0"], 0.6)
        assert machine_now() >= until_then
        assert stage.hand.asked[-1] == START + timedelta(hours=1)


async def test_nothing_is_posted_while_the_claim_is_open() -> None:
    open_at_post: list[bool] = []

    async def composing(work: Any, each: Notice, house: Any) -> Any:
        await asyncio.sleep(0.005)
        open_at_post.append(bool(stage.adapter.begun))
        return await STEPS.compose(work, each, house)

    stage = Stage(*several(5, groups=5), steps=replace(STEPS, compose=composing))
    await stage.play()
    assert open_at_post == [False] * 5
    assert len(stage.adapter.posts) == 5


# Outcomes


@pytest.mark.parametrize(
    ("answer", "state", "why", "told"),
    [
        (Sent("x"), State.SENT, "", []),
        (Throttled(0.05), State.SENT, "", ["n1 waiting"]),
        (NotSent("down"), State.SENT, "", ["n1 waiting down"]),
        (Unreachable("kicked"), State.FAILED, "kicked", ["n1 failed kicked"]),
        (Rejected("too-long"), State.FAILED, "too-long", ["n1 failed too-long"]),
        (Unsure("timeout"), State.SENT, "", ["n1 waiting timeout"]),
        (Moved("g2"), State.SENT, "", ["moved g2"]),
        (RuntimeError(SECRET), State.SENT, "", ["n1 waiting error"]),
    ],
)
async def test_each_outcome_is_judged_followed_and_written_down(
    answer: Outcome | Exception, state: State, why: str, told: list[str]
) -> None:
    stage = Stage(notice("n1"))
    stage.adapter.answers["n1:0"] = [answer]
    await stage.play()
    assert (stage.store.rows["n1"].state, stage.store.rows["n1"].why) == (state, why)
    assert [each for each in stage.store.told if not each.startswith("composed")] == told


async def test_a_moved_channel_gets_the_post_at_its_new_address() -> None:
    stage = Stage(notice("n1"), notice("n2", due=START + timedelta(0)))
    stage.adapter.answers["n1:0"] = [Moved("g2")]
    await stage.play()
    assert [(each.mark, each.to) for each in stage.adapter.posts] == [("n1:0", "g2"), ("n2:0", "g2")]


async def test_an_unsure_one_of_a_kind_that_is_not_repeated_stays_unsure() -> None:
    stage = Stage(notice("n1", kind="hour"))
    stage.adapter.answers["n1:0"] = [Unsure("timeout")]
    await stage.play()
    assert stage.store.rows["n1"].state is State.UNSURE


async def test_a_post_that_hangs_is_unsure() -> None:
    stage = Stage(notice("n1", kind="hour"), waits=replace(QUICK, post=0.05))
    stage.adapter.seconds = {"g1": 60}
    await stage.play()
    assert (stage.store.rows["n1"].state, stage.store.rows["n1"].why) == (State.UNSURE, "error")


async def test_a_notice_without_words_fails_alone() -> None:
    stage = Stage(notice("n1", kind="wordless"), notice("n2"), notice("n3", kind="|"))
    await stage.play()
    assert stage.store.states() == {"n1": State.FAILED, "n2": State.SENT, "n3": State.FAILED}
    assert stage.store.rows["n1"].why == stage.store.rows["n3"].why == "words"
    assert "n1 failed words" in stage.store.told


async def test_a_notice_that_cannot_be_composed_fails_alone_and_leaves_nothing_half_done() -> None:
    stage = Stage(notice("n1"), notice("n2", kind="broken"), notice("n3"))
    await stage.play()
    assert stage.store.states() == {"n1": State.SENT, "n2": State.FAILED, "n3": State.SENT}
    assert stage.store.rows["n2"].why == "error"
    assert stage.store.told == ["composed n1", "n2 failed error", "composed n3"]


async def test_a_batch_is_read_ahead_and_composed_in_one_attempt() -> None:
    stage = Stage(*several(20, groups=20), notice("n020", kind="needless"))
    await stage.play()
    assert stage.store.foreseen == [{f"n{n:03}" for n in range(21)}]
    assert stage.store.attempts == 2, "one for all, and one for what follows from the dropped one"
    assert set(stage.store.states().values()) == {State.SENT, State.DROPPED}


async def test_the_order_is_kept_past_one_that_cannot_be_composed() -> None:
    stage = Stage(*several(9), pace=Pace(in_flight=1))
    stage.store.add(replace(stage.store.rows["n004"], kind="broken"))
    await stage.play()
    assert stage.adapter.marks == [f"n00{n}:0" for n in range(9) if n != 4]


async def test_a_platform_that_is_not_here_is_as_one_without_connection() -> None:
    stage = Stage(notice("n1", kind="off"))
    await stage.play()
    assert (stage.store.rows["n1"].state, stage.store.rows["n1"].why) == (State.FAILED, "no-adapter")


async def test_a_verdict_that_fails_leaves_the_notice_unsure_and_not_claimed() -> None:
    def broken(*_: Any, **__: Any) -> Settlement:
        raise RuntimeError(SECRET)

    stage = Stage(notice("n1"), steps=replace(STEPS, verdict=broken))
    await stage.play()
    assert (stage.store.rows["n1"].state, stage.store.rows["n1"].why) == (State.UNSURE, "error")
