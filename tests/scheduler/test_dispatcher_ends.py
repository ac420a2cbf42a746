"""Crash, stop and settled: what is left when a dispatcher ends, and when it has done all."""

import asyncio
import time
from dataclasses import replace
from typing import Any

from bot.core.model import Notice, State
from bot.core.platform import Outcome, Sent, Throttled
from bot.core.ports import Settlement
from scheduler.pace import Pace
from scheduler.steps import Waits
from tests.scheduler.fakes import (
    QUICK,
    STEPS,
    Stage,
    notice,
    several,
)

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
