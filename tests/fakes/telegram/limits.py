"""How fast Telegram lets a bot speak."""

import math
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's documented limits; None takes one away."""

    overall_per_second: int | None = 30
    chat_per_second: int | None = 1
    group_per_minute: int | None = 20


class Pace:
    """Remembers when messages were accepted; times are monotonic seconds, and rise."""

    def __init__(self, limits: Limits | None) -> None:
        self.limits = limits or Limits(None, None, None)
        self.overall: deque[float] = deque(maxlen=self.limits.overall_per_second)
        self.chats: dict[int, deque[float]] = {}
        self.groups: dict[int, deque[float]] = {}

    def wait(self, chat_id: int, at: float) -> int:
        """After how many whole seconds a message to that chat would be accepted; 0 when it is now."""
        limits = self.limits
        waits = [_wait(self.overall, limits.overall_per_second, 1.0, at)]
        if chat_id in self.chats:
            waits.append(_wait(self.chats[chat_id], limits.chat_per_second, 1.0, at))
        if chat_id in self.groups:
            waits.append(_wait(self.groups[chat_id], limits.group_per_minute, 60.0, at))
        return math.ceil(max(waits))

    def accept(self, chat_id: int, at: float) -> None:
        """A message was accepted."""
        limits = self.limits
        if limits.overall_per_second is not None:
            self.overall.append(at)
        if limits.chat_per_second is not None:
            self.chats.setdefault(chat_id, deque(maxlen=limits.chat_per_second)).append(at)
        # Only groups have negative ids.
        if limits.group_per_minute is not None and chat_id < 0:
            self.groups.setdefault(chat_id, deque(maxlen=limits.group_per_minute)).append(at)


def _wait(accepted: deque[float], limit: int | None, window: float, at: float) -> float:
    if limit is None or len(accepted) < limit:
        return 0.0
    return max(accepted[0] + window - at, 0.0)
