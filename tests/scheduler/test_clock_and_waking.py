"""Group time, and the real waking on real time."""

import asyncio
import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, cast

import pytest
from apscheduler.schedulers import base  # type: ignore[import-untyped]

from bot.core.model import State
from scheduler import waking as ours
from scheduler.clock import HeldClock, RealClock
from scheduler.housekeeping import nightly
from scheduler.waking import SchedulerWaking
from tests.scheduler.fakes import SECRET, START, FakeClock, Stage, notice

A_YEAR = 365 * 86_400
"""Seconds: as far as a machine's clock may be put forward that has no battery."""


def test_the_real_clock_is_the_machines_in_utc() -> None:
    now = RealClock().now()
    assert now.tzinfo is UTC
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=1)


def test_a_held_clock_stands_still_until_it_is_moved() -> None:
    clock = HeldClock(START.astimezone(timezone(timedelta(hours=3))))
    assert clock.now() == START
    assert clock.now().tzinfo is UTC
    clock.move(START + timedelta(days=1))
    clock.move(START + timedelta(days=1))
    assert clock.now() == START + timedelta(days=1)


@pytest.mark.parametrize("to", [START - timedelta(microseconds=1), START.replace(tzinfo=None)])
def test_a_held_clock_refuses_to_go_back_or_to_guess_a_zone(to: datetime) -> None:
    clock = HeldClock(START)
    with pytest.raises(ValueError, match=r"back|offset"):
        clock.move(to)
    assert clock.now() == START


async def test_a_notice_goes_out_within_a_second_of_its_hour_by_the_real_waking() -> None:
    stage = Stage(clock=RealClock())
    waking = SchedulerWaking(stage.dispatcher.ring, never)
    stage.dispatcher._waking = waking
    due = datetime.now(UTC) + timedelta(seconds=0.5)
    stage.store.add(notice("n1", due=due), notice("n2", due=due + timedelta(hours=1)))
    waking.start()
    try:
        async with stage.running():
            await asyncio.sleep(0.3)
            assert not stage.adapter.posts
            while not stage.adapter.posts:
                assert time.time() < due.timestamp() + 1
                await asyncio.sleep(0.01)
            assert due.timestamp() <= stage.adapter.posts[0].at < due.timestamp() + 1
            assert await stage.dispatcher.settled(1)
    finally:
        waking.stop()
    assert stage.store.states() == {"n1": State.SENT, "n2": State.WAITING}


async def test_the_jobs_are_three_however_often_somebody_asks() -> None:
    waking = SchedulerWaking(lambda: None, never)
    waking.start()
    for hours in range(50):
        waking.wake_at(datetime.now(UTC) + timedelta(hours=1 + hours))
    jobs = {job.id: job for job in waking._scheduler.get_jobs()}
    assert jobs.keys() == {"due", "sweep", "nightly"}
    assert all(job.misfire_grace_time is None and job.coalesce and job.max_instances == 1 for job in jobs.values())
    waking.wake_at(None)
    assert {job.id for job in waking._scheduler.get_jobs()} == {"sweep", "nightly"}
    waking.stop()


async def test_an_hour_already_past_rings_at_once_and_a_later_one_again() -> None:
    rung = 0

    def ring() -> None:
        nonlocal rung
        rung += 1

    waking = SchedulerWaking(ring, never)
    waking.start()
    waking.wake_at(START - timedelta(days=400))
    await asyncio.sleep(0.05)
    assert rung == 1
    waking.wake_at(START - timedelta(days=400))
    await asyncio.sleep(0.05)
    assert rung == 2
    waking.stop()


async def test_the_sweep_rings_even_where_group_time_is_held() -> None:
    rung = asyncio.Event()
    waking = SchedulerWaking(rung.set, never, held=True, sweep_seconds=0.05)
    waking.start()
    waking.wake_at(START)
    assert waking._scheduler.get_job("due") is None
    await asyncio.wait_for(rung.wait(), 1)
    waking.stop()


@pytest.mark.parametrize("jumps", [[-86_400], [-86_400, 0], [3600, -300, 0], [86_400, 0], [A_YEAR, 0]])
async def test_a_clock_that_is_put_back_and_forward_stops_no_waking(
    monkeypatch: pytest.MonkeyPatch, jumps: list[int]
) -> None:
    async def nothing() -> None:
        """The night's work: a jump may lie over its hour."""

    class Jumping(datetime):
        ahead = timedelta()

        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.now(tz) + cls.ahead

    for module in (base, ours):
        monkeypatch.setattr(module, "datetime", Jumping)
    rung = asyncio.Event()
    waking = SchedulerWaking(rung.set, nothing, sweep_seconds=0.05)
    waking.start()
    waking.wake_at(datetime.now(UTC) + timedelta(hours=2))
    try:
        for jump in jumps:
            Jumping.ahead = timedelta(seconds=jump)
            await asyncio.sleep(0.12)
            rung.clear()
            await asyncio.wait_for(rung.wait(), 1)
    finally:
        waking.stop()


async def test_nightly_work_that_fails_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    async def failing() -> None:
        raise RuntimeError(SECRET)

    waking = SchedulerWaking(lambda: None, failing)
    waking.start()
    waking._scheduler.get_job("nightly").modify(next_run_time=datetime.now(UTC))
    await asyncio.sleep(0.05)
    waking.stop()
    assert "nightly work failed: RuntimeError" in caplog.text
    assert SECRET not in caplog.text


async def test_the_nightly_work_tidies_the_outbox() -> None:
    stage = Stage()
    await nightly(cast(Any, stage.outbox), FakeClock(START))
    assert stage.outbox.tidied == [START]


async def never() -> None:
    raise AssertionError
