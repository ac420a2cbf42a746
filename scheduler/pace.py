"""How fast a platform may be written to. All of it on the machine's time."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.core.platform import Address

# Shorter ones may not move the clock on at all, by its grain.
LEAST_SLEEP = 0.001
# While nothing that counts has been answered, nobody knows when there will be room.
ASK_AGAIN = 0.005
# Seconds of lateness, our own or the platform's, that planned posts may make up for by following closer.
CATCH_UP = 0.15
# A second, from which on posts come evenly; of fewer, each is waited for anyway.
MANY = 10
# Nobody means more than a day.
LONGEST_STOP = 86_400.0


@dataclass(frozen=True)
class Pace:
    """What one platform bears: posts a second in all, posts in flight, and how close two to one place may follow.

    `in_flight` is also how many posts may repeat after a crash where the platform knows no idempotency key.
    `per_channel_minute` holds for channels, not for people; all topics of a channel are one place, unless
    `topics_apart` says that the platform counts each for itself.
    """

    per_second: float | None = None
    in_flight: int = 8
    per_address_seconds: float = 0.0
    per_channel_minute: int | None = None
    topics_apart: bool = False

    def __post_init__(self) -> None:
        least = min(self.in_flight, 1 if self.per_channel_minute is None else self.per_channel_minute)
        if least < 1 or self.per_address_seconds < 0 or (self.per_second is not None and self.per_second <= 0):
            raise ValueError("a pace needs room for one post, and rates above zero")


class Window:
    """So many in any stretch of time, wherever it begins, as the other side sees it.

    A post arrives somewhere between its start and its answer. Counted are those without an answer and those answered
    within the stretch, so that no stall on either side can crowd them.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._open = 0
        self._answered: deque[float] = deque()

    def wait(self, now: float) -> float:
        """Seconds until one more may start, or until it is worth asking again; 0 when it may."""
        self._forget(now)
        if self._open + len(self._answered) < self._most:
            return 0.0
        return self._answered[0] + self._seconds - now if self._answered else ASK_AGAIN

    def start(self) -> None:
        """One is on its way."""
        self._open += 1

    def answer(self, now: float) -> None:
        """One is through."""
        self._open -= 1
        self._answered.append(now)

    def idle(self, now: float) -> bool:
        """Nothing in it counts any more."""
        self._forget(now)
        return not self._open and not self._answered

    def _forget(self, now: float) -> None:
        while self._answered and self._answered[0] + self._seconds <= now:
            self._answered.popleft()


class Gate:
    """Lets posts to one platform through at its pace. The caller sends one at a time to an address, in order."""

    def __init__(
        self,
        pace: Pace,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._monotonic = monotonic
        self._sleep = sleep
        self._pace = pace
        self._slots = asyncio.Semaphore(pace.in_flight)
        # The rate is given out in the order of asking, to answers first.
        self._line = asyncio.Lock()
        self._first_line = asyncio.Lock()
        self._ahead = 0
        self._all: list[Window] = []
        if pace.per_second is not None:
            # A rate below one a second is one in so many seconds; above, the fraction is given up.
            rate = pace.per_second
            self._all = [Window(max(1, int(rate)), max(1.0, 1.0 / rate))]
        # Planned posts come evenly, from the first on and around every answer: in one burst a second, an answer would
        # find no room until the next.
        self._step = 1.0 / pace.per_second if pace.per_second is not None and pace.per_second >= MANY else 0.0
        self._even = float("-inf")
        self._places: OrderedDict[Address, list[Window]] = OrderedDict()
        self._stops: dict[Address, float] = {}
        self._all_stopped = float("-inf")
        self._throttled: tuple[Address, float] | None = None

    @property
    def in_flight(self) -> int:
        """How many posts may be on their way, or not yet written down, at once; answers do not count."""
        return self._pace.in_flight

    async def enter(self, address: Address, *, ahead: bool = False) -> bool:
        """Wait for this post's turn; then True, and `answered` and `leave` are owed. False where it is stopped.

        `ahead` is for an answer to somebody who waits for it: before everything that was planned, and in no slot.
        """
        place = self._place(address)
        while self.stopped(address) <= 0 and (wait := self._place_wait(place)) > 0:
            await self._sleep(max(wait, LEAST_SLEEP))
        if self.stopped(address) > 0:
            return False
        if ahead:
            return await self._enter_first(address)
        await self._slots.acquire()
        entered = False
        try:
            async with self._line:
                while self.stopped(address) <= 0 and (wait := self._planned_wait()):
                    await self._sleep(max(wait, LEAST_SLEEP))
                entered = self._started(address)
        finally:
            if not entered:
                self._slots.release()
        return entered

    async def _enter_first(self, address: Address) -> bool:
        self._ahead += 1
        try:
            async with self._first_line:
                place = self._place(address)
                while self.stopped(address) <= 0 and (wait := max(self._rate_wait(), self._place_wait(place))):
                    await self._sleep(max(wait, LEAST_SLEEP))
                return self._started(address)
        finally:
            self._ahead -= 1

    def _started(self, address: Address) -> bool:
        if self.stopped(address) > 0:
            return False
        now = self._monotonic()
        idle = all(window.idle(now) for window in self._all)
        self._even = max(self._even, now if idle else now - CATCH_UP) + self._step
        for window in (*self._all, *self._windows(self._place(address))):
            window.start()
        return True

    def answered(self, address: Address) -> None:
        """The platform has answered, or never will: from here on the pace counts."""
        now = self._monotonic()
        for window in (*self._all, *self._windows(self._place(address))):
            window.answer(now)

    def leave(self) -> None:
        """The post is through and what became of it is written down, so that it cannot repeat. Not for those ahead."""
        self._slots.release()

    def throttle(self, address: Address, seconds: float) -> None:
        """Stop this place for so long; the whole platform, if another one was stopped within the last second."""
        now = self._monotonic()
        place = self._place(address)
        seconds = min(max(seconds, 0.0), LONGEST_STOP)
        self._stops = {each: until for each, until in self._stops.items() if until > now}
        self._stops[place] = max(now + seconds, self._stops.get(place, now))
        if self._throttled is not None:
            other, at = self._throttled
            if other != place and now - at <= 1.0:
                self._all_stopped = max(self._all_stopped, self._stops[place], self._stops.get(other, now))
        self._throttled = (place, now)

    def stopped(self, address: Address) -> float:
        """For how many seconds yet nothing may be sent there; 0 when it may."""
        now = self._monotonic()
        here = self._stops.get(self._place(address), now) if self._stops else now
        return max(0.0, here - now, self._all_stopped - now)

    def stopped_all(self) -> float:
        """For how many seconds yet nothing may be sent anywhere; 0 when it may."""
        return max(0.0, self._all_stopped - self._monotonic())

    def _rate_wait(self) -> float:
        now = self._monotonic()
        return max((window.wait(now) for window in self._all), default=0.0)

    def _planned_wait(self) -> float:
        """As `_rate_wait`, for what nobody waits for: behind every answer, and evenly."""
        return max(0.0, self._rate_wait(), self._even - self._monotonic()) or (LEAST_SLEEP if self._ahead else 0.0)

    def _place_wait(self, place: Address) -> float:
        now = self._monotonic()
        return max((window.wait(now) for window in self._places.get(place, ())), default=0.0)

    def _windows(self, place: Address) -> list[Window]:
        """What holds for one place; only places written to of late are remembered."""
        if place not in self._places:
            found = [Window(1, self._pace.per_address_seconds)] if self._pace.per_address_seconds else []
            if self._pace.per_channel_minute and not place.private:
                found.append(Window(self._pace.per_channel_minute, 60.0))
            if not found:
                return found
            self._places[place] = found
        self._places.move_to_end(place)
        now = self._monotonic()
        while len(self._places) > 1 and all(window.idle(now) for window in next(iter(self._places.values()))):
            self._places.popitem(last=False)
        return self._places[place]

    def _place(self, address: Address) -> Address:
        """A topic is in the same place as the channel around it, unless each of them is one of its own."""
        if self._pace.topics_apart or "/" not in address.id:
            return address
        return replace(address, id=address.id.partition("/")[0])
