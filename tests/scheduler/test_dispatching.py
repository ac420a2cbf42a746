"""From due to sent and written down, with a store, a platform and a core of the test's own."""

import asyncio
import logging
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.core.model import Notice, State
from bot.core.platform import Moved, NotSent, Outcome, Rejected, Sent, Throttled, Unreachable, Unsure
from bot.core.ports import Settlement
from scheduler.clock import machine_now
from scheduler.pace import Pace
from scheduler.sending import BATCH
from scheduler.steps import Waits
from tests.scheduler.fakes import (
    CAPABILITIES,
    QUICK,
    SECRET,
    START,
    STEPS,
    FakeAdapter,
    FakeStore,
    FakeWork,
    Stage,
    notice,
    until,
)


@pytest.fixture(autouse=True)
def _no_words_in_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    assert SECRET not in caplog.text
    assert "wordless" not in caplog.text.replace("(wordless)", "")


def several(count: int, *, groups: int = 1, **more: Any) -> list[Notice]:
    return [
        notice(f"n{n:03}", group=f"g{n % groups}", due=START - timedelta(seconds=1000 - n), **more)
        for n in range(count)
    ]


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


# Order, parts and pace


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
    stage.adapter.answers["n000:0"] = [Throttled(0.3)]
    stage.adapter.answers["n001:0"] = [Throttled(0.3)]
    async with stage.running():
        await asyncio.sleep(0.15)
        assert set(stage.store.states().values()) == {State.WAITING}
        assert stage.dispatcher.health().in_hand == 0
        assert await stage.dispatcher.settled(3)
    assert len(stage.adapter.posts) == 40


# Batches, groups of settlements, and the database


async def test_claims_come_in_batches_and_settlements_in_groups() -> None:
    stage = Stage(*several(300, groups=300), pace=Pace(in_flight=40))
    most = 0

    def count(work: FakeWork) -> bool:
        nonlocal most
        most = max(most, sum(each.state is State.SENDING for each in work.rows.values()))
        return False

    stage.store.refuse = count
    await stage.play(10)
    assert len(stage.adapter.posts) == 300
    assert max(stage.outbox.batches) == 64
    assert most <= 128
    assert 1 < max(stage.outbox.groups) <= 32


async def test_a_settlement_that_cannot_be_committed_is_tried_until_it_is() -> None:
    stage = Stage(*several(20, groups=20))
    away = [True] * 4
    stage.store.refuse = lambda work: bool(stage.adapter.posts) and bool(away) and away.pop()
    async with stage.running():
        await until(lambda: not away)
        assert stage.dispatcher.health().failing_since is not None
        assert await stage.dispatcher.settled(3)
        assert stage.dispatcher.health().failing_since is None
    assert set(stage.store.states().values()) == {State.SENT}
    assert len(stage.adapter.marks) == len(set(stage.adapter.marks)) == 20


async def test_outcomes_that_come_close_upon_each_other_are_written_down_together() -> None:
    stage = Stage(*several(30, groups=30), pace=Pace(in_flight=30), waits=replace(QUICK, gathering=0.02))
    stage.adapter.seconds = {f"g{n}": 0.02 + 0.001 * n for n in range(30)}
    await stage.play()
    assert len(stage.outbox.groups) <= 10
    assert set(stage.store.states().values()) == {State.SENT}


async def test_the_last_outcome_waits_for_no_other() -> None:
    stage = Stage(notice("n1"), waits=replace(QUICK, gathering=60))
    async with stage.running():
        await until(lambda: stage.store.states()["n1"] is State.SENT)


async def test_while_settling_fails_nothing_new_is_claimed_and_few_are_posted() -> None:
    stage = Stage(*several(200, groups=200), pace=Pace(in_flight=8), waits=replace(QUICK, longest_retry=0.3))
    stage.store.refuse = lambda work: bool(stage.adapter.posts)
    async with stage.running():
        await until(lambda: stage.dispatcher.health().failing_since is not None)
        await asyncio.sleep(0.1)
        claims = len(stage.outbox.batches)
        assert list(stage.store.states().values()).count(State.SENDING) <= 2 * BATCH
        await asyncio.sleep(0.15)
        assert len(stage.outbox.batches) == claims
        assert len(stage.adapter.posts) == 8
        stage.store.refuse = lambda work: False
        assert await stage.dispatcher.settled(3)
    assert len(set(stage.adapter.marks)) == len(stage.adapter.marks) == 200


async def test_one_settlement_that_cannot_be_written_does_not_keep_the_others() -> None:
    stage = Stage(*several(10, groups=10))
    stage.outbox.poison = "n004"
    async with stage.running():
        await asyncio.sleep(0.4)
        sent = [name for name, state in stage.store.states().items() if state is State.SENT]
        assert len(sent) == 9
        stage.store.add(notice("new"))
        stage.dispatcher.ring()
        await asyncio.sleep(0.6)
        assert stage.store.rows["new"].state is State.SENT
        stage.outbox.poison = None
        assert await stage.dispatcher.settled(2)


async def test_an_aftermath_that_fails_is_tried_again_and_harms_no_other() -> None:
    tries = 0

    async def failing(work: Any, each: Notice, *more: Any) -> None:
        nonlocal tries
        work.told.append(f"after {each.id}")
        if each.id == "n1":
            tries += 1
            raise RuntimeError(SECRET)

    stage = Stage(notice("n1"), notice("n2"), steps=replace(STEPS, aftermath=failing))
    await stage.play()
    assert stage.store.states() == {"n1": State.SENT, "n2": State.SENT}
    assert tries == 3
    assert [each for each in stage.store.told if each.startswith("after")] == ["after n2"]


async def test_a_claim_that_fails_is_tried_again() -> None:
    stage = Stage(notice("n1"))
    away = [True] * 3
    stage.store.refuse = lambda work: bool(away) and away.pop()
    await stage.play()
    assert stage.adapter.marks == ["n1:0"]


async def test_a_database_that_cannot_be_read_is_waited_for() -> None:
    stage = Stage(notice("n1"))
    stage.outbox.away = True
    async with stage.running():
        await asyncio.sleep(0.1)
        assert not await stage.dispatcher.settled(0.05)
        assert stage.dispatcher.health().failing_since is not None
        stage.outbox.away = False
        assert await stage.dispatcher.settled(2)
        assert stage.dispatcher.health().failing_since is None
        assert stage.dispatcher.health().last_round is not None
    assert stage.adapter.marks == ["n1:0"]


async def test_a_platform_that_hangs_keeps_no_other_waiting() -> None:
    hung = FakeAdapter(FakeStore())
    hung.name, hung.each_takes = "slow", 60.0
    before = START - timedelta(minutes=1)
    many = (notice(f"s{n:03}", kind="slow", group=f"g{n}", due=before) for n in range(400))
    stage = Stage(*many, notice("n1"), beside={"slow": hung})
    async with stage.running():
        await until(lambda: stage.store.rows["n1"].state is State.SENT)
        claimed = [each for each in stage.store.rows.values() if each.state is State.SENDING]
        assert len(claimed) <= 2 * BATCH, "and of its own no more are taken in hand than otherwise"


async def test_while_one_platform_is_busy_others_are_not_looked_for_at_every_commit() -> None:
    stage = Stage(*several(400, groups=400), pace=Pace(in_flight=2), beside={"other": FakeAdapter(FakeStore())})
    looked = []
    claim = stage.outbox.claim

    async def counted(*given: Any, **asked: Any) -> Any:
        looked.append(asked["but_of"])
        return await claim(*given, **asked)

    stage.outbox.claim = counted  # type: ignore[method-assign]
    stage.adapter.each_takes = 0.002
    async with stage.running():
        assert await stage.dispatcher.settled(10)
    elsewhere = sum(bool(but_of) for but_of in looked)
    assert elsewhere < 30, "400 commits, and each of them rings"


async def test_while_a_whole_platform_is_stopped_nothing_is_claimed_for_it() -> None:
    stage = Stage(*several(300, groups=300), pace=Pace(in_flight=2))
    for number in (0, 1):
        stage.adapter.answers[f"n{number:03}:0"] = [Throttled(0.5)]
    async with stage.running():
        await until(lambda: len(stage.adapter.begun) >= 2)
        await asyncio.sleep(0.3)
        held = [row for row in stage.store.rows.values() if row.not_before]
        assert len(held) <= 2 * BATCH, "two places were told to wait, so all do"
        assert await stage.dispatcher.settled(5)
    assert set(stage.store.states().values()) == {State.SENT}
    assert max(row.attempts for row in stage.store.rows.values()) == 2, "only what was tried counts"


@pytest.mark.parametrize(("marks", "most"), [(False, 24), (True, 96)])
async def test_where_a_crash_would_leave_all_in_hand_unsure_little_is_taken_in_hand(marks: bool, most: int) -> None:
    stage = Stage(*several(200, groups=200), pace=Pace(in_flight=8))
    stage.adapter.capabilities = replace(CAPABILITIES, marks=marks)
    stage.adapter.each_takes = 0.005
    in_hand = []
    async with stage.running():
        while len(stage.adapter.posts) < 200:
            in_hand.append(list(stage.store.states().values()).count(State.SENDING))
            await asyncio.sleep(0.002)
    assert most / 2 < max(in_hand) <= most


async def test_a_claim_that_was_committed_and_then_broke_off_is_not_lost() -> None:
    stage = Stage(notice("n1"), notice("n2"))
    broken = [True]
    stage.store.refuse_late = lambda work: bool(broken) and broken.pop()
    async with stage.running():
        await until(lambda: not broken)
        stage.store.add(notice("n3"))
        stage.dispatcher.ring()
        assert await stage.dispatcher.settled(2)
    assert stage.adapter.marks == ["n1:0", "n2:0", "n3:0"]


# Crash and stop


async def test_what_a_crash_left_in_flight_is_unsure_and_decided_by_kind() -> None:
    stage = Stage(
        notice("n1", state=State.SENDING, attempts=1, parts=1, posts=("a",), kind="one|two"),
        notice("n2", state=State.SENDING, attempts=1, kind="hour"),
        *several(100, state=State.SENDING, attempts=1, kind="hour"),
    )
    await stage.dispatcher.recover()
    states = stage.store.states()
    assert states["n1"] is State.WAITING
    assert states["n2"] is State.UNSURE
    assert "n2 unsure crash" in stage.store.told
    assert stage.store.commits == 3
    await stage.play()
    assert stage.adapter.marks == ["n1:1"]
    assert stage.store.rows["n1"].posts == ("a", "p1")


async def test_recovering_with_nothing_in_flight_does_nothing() -> None:
    stage = Stage(notice("n1"))
    await stage.dispatcher.recover()
    assert stage.store.states() == {"n1": State.WAITING}


async def test_a_crash_repeats_no_more_posts_than_may_be_in_flight() -> None:
    before = Stage(*several(60, groups=60), pace=Pace(in_flight=4))
    before.adapter.each_takes = 0.01
    task = asyncio.create_task(before.dispatcher.run())
    await asyncio.sleep(0.06)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    begun = list(before.adapter.begun)
    assert begun
    after = Stage(*before.store.rows.values(), pace=Pace(in_flight=4))
    await after.dispatcher.recover()
    await after.play()
    assert len(set(begun) & set(after.adapter.begun)) <= 4
    assert set(begun) | set(after.adapter.begun) == {f"n{n:03}:0" for n in range(60)}


async def test_stopping_lets_what_is_being_posted_settle_and_gives_the_rest_back() -> None:
    stage = Stage(*several(30, groups=10), pace=Pace(in_flight=3))
    stage.adapter.each_takes = 0.1
    task = asyncio.create_task(stage.dispatcher.run())
    await asyncio.sleep(0.05)
    await stage.dispatcher.stop()
    await task
    states = list(stage.store.states().values())
    assert states.count(State.SENT) == len(stage.adapter.begun) == 3
    assert states.count(State.WAITING) == 27


async def test_stopping_between_parts_gives_back_what_is_left() -> None:
    stage = Stage(notice("n1", kind="one|two"))
    stage.adapter.each_takes = 0.1
    task = asyncio.create_task(stage.dispatcher.run())
    await asyncio.sleep(0.05)
    await stage.dispatcher.stop()
    await task
    assert (stage.store.rows["n1"].state, stage.store.rows["n1"].parts) == (State.WAITING, 1)


async def test_stopping_takes_three_seconds_at_most_and_leaves_the_rest_to_recovery() -> None:
    stage = Stage(notice("n1"), notice("n2", group="g2"), waits=replace(QUICK, post=60, stop=Waits().stop))
    stage.adapter.seconds = {"g1": 60}
    task = asyncio.create_task(stage.dispatcher.run())
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    await stage.dispatcher.stop()
    assert time.monotonic() - begun < 3.5
    assert task.done()
    assert stage.store.states() == {"n1": State.SENDING, "n2": State.SENT}


async def test_stopping_with_the_database_away_ends_all_the_same() -> None:
    stage = Stage(notice("n1"))
    stage.store.refuse = lambda work: True
    task = asyncio.create_task(stage.dispatcher.run())
    await asyncio.sleep(0.05)
    await stage.dispatcher.stop()
    assert task.done()


async def test_stopping_before_the_run_began_keeps_it_from_beginning() -> None:
    stage = Stage(notice("n1"))
    await stage.dispatcher.stop()
    await asyncio.wait_for(stage.dispatcher.run(), 1)
    assert stage.store.states() == {"n1": State.WAITING}


async def test_stopping_while_an_adapter_hangs_on_its_cancelling_ends_all_the_same() -> None:
    stage = Stage(notice("n1"), waits=replace(QUICK, stop=0.05))

    async def stubborn(*_: Any, **__: Any) -> Outcome:
        while True:
            try:
                await asyncio.sleep(0.9)
                return Sent("x")
            except asyncio.CancelledError:
                continue

    stage.adapter.post = stubborn  # type: ignore[method-assign]
    task = asyncio.create_task(stage.dispatcher.run())
    await asyncio.sleep(0.05)
    begun = time.monotonic()
    await stage.dispatcher.stop()
    assert time.monotonic() - begun < 0.8
    await asyncio.gather(task, return_exceptions=True)


# Settled


async def test_settled_waits_for_what_follows_from_what_was_sent() -> None:
    async def planning(work: Any, each: Notice, settlement: Settlement, *more: Any) -> None:
        if len(work.rows) < 4:
            work.rows[f"{each.id}+"] = notice(f"{each.id}+")

    stage = Stage(notice("n"), steps=replace(STEPS, aftermath=planning))
    await stage.play()
    assert set(stage.store.states().values()) == {State.SENT}
    assert len(stage.store.rows) == 4


async def test_settled_waits_for_what_waits_on_the_machines_time() -> None:
    stage = Stage(notice("n1"))
    stage.adapter.answers["n1:0"] = [Throttled(0.2)]
    begun = time.monotonic()
    await stage.play()
    assert time.monotonic() - begun >= 0.2
    assert stage.store.states() == {"n1": State.SENT}


async def test_settled_says_no_when_the_time_is_over() -> None:
    stage = Stage(notice("n1"))
    stage.adapter.seconds = {"g1": 0.3}
    async with stage.running():
        assert not await stage.dispatcher.settled(0.05)
        assert stage.dispatcher.health().in_hand == 1
        assert await stage.dispatcher.settled(1)


async def test_settled_with_nobody_running_says_no() -> None:
    assert not await Stage(notice("n1")).dispatcher.settled(0.05)
