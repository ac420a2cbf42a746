"""How fast a platform may be written to. All of it on the machine's time."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.core.ports import Address

# Shorter ones may not move the clock on at all, by its grain.
LEAST_SLEEP = 0.001
# Nobody means more than a day.
LONGEST_STOP = 86_400.0


@dataclass(frozen=True)
class Pace:
    """What one platform bears: posts a second in all, posts in flight, and seconds between two to one address.

    `in_flight` is also how many posts may repeat after a crash where the platform knows no idempotency key.
    """

    per_second: float | None = None
    in_flight: int = 8
    per_address_seconds: float = 0.0

    def __post_init__(self) -> None:
        if self.in_flight < 1 or self.per_address_seconds < 0 or (self.per_second is not None and self.per_second <= 0):
            raise ValueError("a pace needs room for one post, and rates above zero")


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
        self._gap = pace.per_address_seconds
        self._slots = asyncio.Semaphore(pace.in_flight)
        # The rate is given out in the order of asking.
        self._line = asyncio.Lock()
        # A rate below one a second is one in so many seconds; above, the fraction is given up so that no second,
        # wherever it begins, ever holds more.
        rate = pace.per_second
        self._most = None if rate is None else max(1, int(rate))
        self._window = 1.0 if rate is None else max(1.0, 1.0 / rate)
        self._starts: deque[float] = deque(maxlen=self._most)
        self._last: OrderedDict[Address, float] = OrderedDict()
        self._stops: dict[Address, float] = {}
        self._all_stopped = float("-inf")
        self._throttled: tuple[Address, float] | None = None

    async def enter(self, address: Address) -> bool:
        """Wait for this post's turn; then True, and `leave` is owed. False where the address is stopped."""
        while self.stopped(address) <= 0 and (wait := self._address_wait(address)) > 0:
            await self._sleep(max(wait, LEAST_SLEEP))
        if self.stopped(address) > 0:
            return False
        await self._slots.acquire()
        entered = False
        try:
            async with self._line:
                while (wait := self._rate_wait()) > 0:
                    await self._sleep(max(wait, LEAST_SLEEP))
                if self.stopped(address) <= 0:
                    self._note_start(address)
                    entered = True
        finally:
            if not entered:
                self._slots.release()
        return entered

    def leave(self) -> None:
        """The post is through and what became of it is written down, so that it cannot repeat."""
        self._slots.release()

    def throttle(self, address: Address, seconds: float) -> None:
        """Stop this address for so long; the whole platform, if another address was stopped within the last second."""
        now = self._monotonic()
        seconds = min(max(seconds, 0.0), LONGEST_STOP)
        self._stops = {each: until for each, until in self._stops.items() if until > now}
        self._stops[address] = max(now + seconds, self._stops.get(address, now))
        if self._throttled is not None:
            other, at = self._throttled
            if other != address and now - at <= 1.0:
                self._all_stopped = max(self._all_stopped, self._stops[address], self._stops.get(other, now))
        self._throttled = (address, now)

    def stopped(self, address: Address) -> float:
        """For how many seconds yet nothing may be sent there; 0 when it may."""
        now = self._monotonic()
        return max(0.0, self._stops.get(address, now) - now, self._all_stopped - now)

    def _address_wait(self, address: Address) -> float:
        last = self._last.get(address)
        return 0.0 if last is None else last + self._gap - self._monotonic()

    def _rate_wait(self) -> float:
        if self._most is None or len(self._starts) < self._most:
            return 0.0
        return self._starts[0] + self._window - self._monotonic()

    def _note_start(self, address: Address) -> None:
        now = self._monotonic()
        if self._most is not None:
            self._starts.append(now)
        if self._gap > 0:
            self._last[address] = now
            self._last.move_to_end(address)
            # Only addresses written to within the gap are remembered.
            while next(iter(self._last.values())) + self._gap < now:
                self._last.popitem(last=False)
