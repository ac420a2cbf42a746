"""The stand-in's time, which a test may put forward, and the ids that are made of it."""

import time
from datetime import UTC, datetime

EPOCH = 1_420_070_400_000


class Clock:
    """Seconds as this machine counts them, and so many more as a test has let pass."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self._last = 0

    def now(self) -> float:
        """Monotonic seconds."""
        return time.monotonic() + self.ahead

    def wall(self) -> float:
        """Seconds since 1970, UTC."""
        return time.time() + self.ahead

    def at(self) -> datetime:
        """The time of day, UTC."""
        return datetime.fromtimestamp(self.wall(), UTC)

    def snowflake(self) -> int:
        """An id as Discord makes them: its time is in it, and none comes twice."""
        self._last = max(self._last + 1, int(self.wall() * 1000) - EPOCH << 22)
        return self._last
