"""The pace of a platform, on a clock of the test's own."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.platform import Address
from scheduler.pace import Gate, Pace


def to(name: str) -> Address:
    return Address("fake", name, False)


class FakeTime:
    """Monotonic time that passes only when all tasks sleep."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []
        self._count = 0

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self._count += 1
        woken = asyncio.Event()
        self._sleepers.append((self.now + seconds, self._count, woken))
        await woken.wait()

    async def play(self, *tasks: "asyncio.Future[Any]") -> None:
        while not all(task.done() for task in tasks):
            for _ in range(5):
                await asyncio.sleep(0)
            if self._sleepers:
                first = min(self._sleepers)
                self._sleepers.remove(first)
                self.now = max(self.now, first[0])
                first[2].set()
        await asyncio.gather(*tasks)


def poster(gate: Gate, time: FakeTime, done: list[tuple[str, float]]) -> Callable[[str, float, float], Awaitable[None]]:
    async def post(name: str, after: float, takes: float) -> None:
        if after:
            await time.sleep(after)
        if await gate.enter(to(name)):
            done.append((name, time.now))
            if takes:
                await time.sleep(takes)
            gate.answered(to(name))
            gate.leave()

    return post


@settings(max_examples=60, deadline=None)
@given(
    per_second=st.one_of(st.integers(1, 8).map(float), st.floats(0.2, 8)),
    in_flight=st.integers(1, 10),
    posts=st.lists(st.tuples(st.floats(0, 3), st.floats(0, 0.7)), min_size=1, max_size=30),
)
def test_no_second_ever_holds_more_posts_than_the_pace_allows(
    per_second: float, in_flight: int, posts: list[tuple[float, float]]
) -> None:
    async def story() -> list[float]:
        time = FakeTime()
        done: list[tuple[str, float]] = []
        post = poster(Gate(Pace(per_second, in_flight), monotonic=time.monotonic, sleep=time.sleep), time, done)
        await time.play(*(asyncio.ensure_future(post(f"a{n}", *each)) for n, each in enumerate(posts)))
        return [at for _, at in done]

    starts = asyncio.run(story())
    assert len(starts) == len(posts)
    most, window = max(1, int(per_second)), max(1.0, 1 / per_second)
    for earlier, later in zip(starts, starts[most:], strict=False):
        assert later >= earlier + window


@settings(max_examples=40, deadline=None)
@given(gap=st.floats(0.1, 5), posts=st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 1)), max_size=20))
def test_two_posts_to_one_address_keep_their_distance(gap: float, posts: list[tuple[str, float]]) -> None:
    async def story() -> list[tuple[str, float]]:
        time = FakeTime()
        done: list[tuple[str, float]] = []
        gate = Gate(Pace(None, 8, gap), monotonic=time.monotonic, sleep=time.sleep)
        post = poster(gate, time, done)

        async def lane(name: str) -> None:
            for each, takes in posts:
                if each == name:
                    await post(name, 0, takes)

        await time.play(*(asyncio.ensure_future(lane(name)) for name in "abc"))
        return done

    done = asyncio.run(story())
    assert len(done) == len(posts)
    for name in "abc":
        starts = [at for each, at in done if each == name]
        assert all(later >= earlier + gap for earlier, later in pairwise(starts))


async def test_no_more_posts_are_in_flight_than_the_pace_allows() -> None:
    gate = Gate(Pace(in_flight=3))
    most = now = 0

    async def post(name: str) -> None:
        nonlocal most, now
        assert await gate.enter(to(name))
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.001)
        now -= 1
        gate.answered(to(name))
        gate.leave()

    await asyncio.gather(*(post(str(n)) for n in range(20)))
    assert most == 3


async def test_a_throttled_address_is_stopped_alone_until_its_time() -> None:
    time = FakeTime()
    gate = Gate(Pace(), monotonic=time.monotonic, sleep=time.sleep)
    gate.throttle(to("a"), 5)
    assert not await gate.enter(to("a"))
    assert await gate.enter(to("b"))
    assert gate.stopped(to("a")) == 5
    time.now += 5
    assert await gate.enter(to("a"))


@pytest.mark.parametrize(("second", "after", "all_wait"), [("b", 0.9, True), ("b", 1.1, False), ("a", 0.5, False)])
async def test_a_second_address_throttled_within_a_second_stops_the_platform(
    second: str, after: float, all_wait: bool
) -> None:
    time = FakeTime()
    gate = Gate(Pace(), monotonic=time.monotonic, sleep=time.sleep)
    gate.throttle(to("a"), 10)
    time.now += after
    gate.throttle(to(second), 3)
    assert (gate.stopped(to("c")) > 0) is all_wait
    time.now += 10
    assert gate.stopped(to("c")) == 0


async def test_waiting_for_one_address_takes_no_place_from_another() -> None:
    time = FakeTime()
    gate = Gate(Pace(None, 1, 60), monotonic=time.monotonic, sleep=time.sleep)
    assert await gate.enter(to("a"))
    gate.leave()
    waiting = asyncio.ensure_future(gate.enter(to("a")))
    await asyncio.sleep(0)
    assert await asyncio.wait_for(gate.enter(to("b")), 1)
    waiting.cancel()


async def test_a_cancelled_wait_gives_its_place_back() -> None:
    gate = Gate(Pace(0.01, 1))
    assert await gate.enter(to("a"))
    gate.leave()
    waiting = asyncio.ensure_future(gate.enter(to("b")))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    await asyncio.wait_for(gate._slots.acquire(), 1)


async def test_a_stop_that_comes_while_waiting_for_the_rate_is_heeded() -> None:
    time = FakeTime()
    gate = Gate(Pace(1.0, 8), monotonic=time.monotonic, sleep=time.sleep)
    assert await gate.enter(to("a"))
    waiting = asyncio.ensure_future(gate.enter(to("b")))
    await asyncio.sleep(0)
    gate.throttle(to("b"), 30)
    await time.play(waiting)
    assert waiting.result() is False


@pytest.mark.parametrize("seconds", [float("inf"), float("nan"), -5.0])
async def test_a_senseless_throttle_stops_nobody_for_ever(seconds: float) -> None:
    time = FakeTime()
    gate = Gate(Pace(), monotonic=time.monotonic, sleep=time.sleep)
    gate.throttle(to("a"), seconds)
    time.now += 86_400
    assert gate.stopped(to("a")) == 0


@pytest.mark.parametrize("wrong", [{"per_second": 0}, {"in_flight": 0}, {"per_address_seconds": -1}])
def test_a_pace_that_lets_nothing_through_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="room"):
        Pace(**wrong)  # type: ignore[arg-type]


async def test_a_late_answer_counts_from_when_it_came_so_that_a_stall_crowds_nobody() -> None:
    time = FakeTime()
    gate = Gate(Pace(2.0, 8), monotonic=time.monotonic, sleep=time.sleep)
    assert await gate.enter(to("a"))
    assert await gate.enter(to("b"))
    time.now += 0.9
    gate.answered(to("a"))
    gate.answered(to("b"))
    third = asyncio.ensure_future(gate.enter(to("c")))
    await time.play(third)
    assert time.now == pytest.approx(1001.9)


async def test_an_answer_goes_ahead_of_all_that_was_planned_and_takes_no_slot() -> None:
    time = FakeTime()
    gate = Gate(Pace(1.0, 1), monotonic=time.monotonic, sleep=time.sleep)
    order: list[str] = []

    async def goes(name: str, *, ahead: bool) -> None:
        assert await gate.enter(to(name), ahead=ahead)
        order.append(name)
        gate.answered(to(name))
        if not ahead:
            gate.leave()

    await goes("first", ahead=False)
    planned = [asyncio.ensure_future(goes(f"planned {n}", ahead=False)) for n in range(2)]
    await asyncio.sleep(0)
    answer = asyncio.ensure_future(goes("answer", ahead=True))
    await time.play(*planned, answer)
    assert order == ["first", "answer", "planned 0", "planned 1"]


async def test_answers_among_three_hundred_planned_posts_hardly_wait_and_cost_these_no_time() -> None:
    time, done, waits = FakeTime(), [], []
    gate = Gate(Pace(per_second=30, in_flight=8), monotonic=time.monotonic, sleep=time.sleep)
    post = poster(gate, time, done)

    async def answer(name: str, after: float) -> None:
        await time.sleep(after)
        asked = time.now
        assert await gate.enter(to(name), ahead=True)
        waits.append(time.now - asked)
        await time.sleep(0.01)
        gate.answered(to(name))

    planned = [asyncio.create_task(post(f"g{number}", 0, 0.01)) for number in range(300)]
    asking = [asyncio.create_task(answer(f"p{number}", number * 0.25)) for number in range(40)]
    await time.play(*planned, *asking)
    assert max(waits) < 0.1
    assert done[-1][1] - 1000 < 1.05 * 340 / 30


async def test_twenty_a_minute_hold_for_a_channel_with_its_topics_and_not_for_a_person() -> None:
    time = FakeTime()
    gate = Gate(Pace(None, 8, per_channel_minute=3), monotonic=time.monotonic, sleep=time.sleep)

    async def goes(address: Address) -> None:
        assert await gate.enter(address)
        gate.answered(address)
        gate.leave()

    for name in ("-1", "-1/5", "-1/7", "-2"):
        await goes(to(name))
    for _ in range(5):
        await goes(Address("fake", "9", private=True))
    assert time.now == 1000.0
    await time.play(asyncio.ensure_future(goes(to("-1/5"))))
    assert time.now == 1060.0


async def test_a_stop_is_for_the_channel_with_all_its_topics() -> None:
    gate = Gate(Pace())
    gate.throttle(to("-1/5"), 30)
    assert gate.stopped(to("-1")) > 0
    assert gate.stopped(to("-1/7")) > 0
    assert gate.stopped(to("-2")) == 0
