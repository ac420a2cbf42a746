"""Batches, groups of settlements, and a database or a platform that is not there."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.core.model import Notice, State
from bot.core.platform import Throttled
from bot.core.ports import UnitOfWork
from scheduler.pace import Pace
from scheduler.sending import BATCH
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
    several,
    until,
)


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


async def test_what_is_settled_while_strays_are_looked_for_is_none_of_them() -> None:
    stage = Stage(notice("n1", group="g1"))
    stage.adapter.seconds = {"g1": 0.1}
    fails, in_flight = [True], stage.outbox.in_flight
    stage.store.refuse = lambda work: "n2" in work.rows and bool(fails) and fails.pop()

    async def settled_meanwhile(work: UnitOfWork) -> list[Notice]:
        """As where transactions work side by side: what was read is no longer so when the answer is there."""
        found = await in_flight(work)
        stage.dispatcher._in_hand.pop("n1", None)
        return found

    stage.outbox.in_flight = settled_meanwhile  # type: ignore[method-assign]
    async with stage.running():
        await until(lambda: stage.adapter.begun == ["n1:0"])
        stage.store.add(notice("n2", group="g2"))
        stage.dispatcher.ring()
        await until(lambda: len(stage.adapter.posts) == 2)
        await asyncio.sleep(0.15)  # in which it would be said again
    assert not fails, "or nobody looked for strays"
    assert sorted(stage.adapter.marks) == ["n1:0", "n2:0"]
