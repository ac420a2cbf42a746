"""How fast Discord lets a bot go."""

import hashlib
from collections import deque
from dataclasses import dataclass, field
from typing import Any

Bucket = tuple[int, float]


@dataclass(slots=True)
class Limits:
    """Requests within so many seconds, for each route and each channel, guild or token; and over all routes.

    `overall` is within any second; None takes it away. Routes that are not named have `others`.
    """

    overall: int | None = 50
    buckets: dict[tuple[str, str], Bucket] = field(
        default_factory=lambda: {
            ("POST", "/channels/{}/messages"): (5, 5.0),
            ("PATCH", "/channels/{}/messages/{}"): (5, 5.0),
            ("DELETE", "/channels/{}/messages/{}"): (5, 1.0),
            ("POST", "/webhooks/{}/{}"): (5, 2.0),
            ("PATCH", "/webhooks/{}/{}/messages/@original"): (5, 2.0),
        }
    )
    others: Bucket = (50, 1.0)


# What a stand-in without limits tells: a client that is told nothing goes one by one.
WIDE: Bucket = (1000, 1.0)


class Pace:
    """Remembers what came when; times are monotonic seconds, and rise."""

    def __init__(self, limits: Limits | None) -> None:
        self.limits = limits
        self.windows: dict[tuple[str, str, str], list[float]] = {}
        self.newest: deque[float] = deque(maxlen=limits.overall if limits else None)
        self.names: dict[tuple[str, str], str] = {}

    def overall(self, at: float) -> float:
        """Counts a request against the limit on all; how long to wait when it is one too many."""
        if self.limits is None or self.limits.overall is None:
            return 0.0
        newest = self.newest
        if len(newest) == self.limits.overall and newest[0] > at - 1.0:
            return newest[0] + 1.0 - at
        newest.append(at)
        return 0.0

    def bucket(self, method: str, route: str, major: str, at: float, wall: float) -> tuple[float, dict[str, str]]:
        """Counts a request in its bucket; how long to wait when that is full, and what the headers tell."""
        name = self.names.get((method, route))
        if name is None:
            name = hashlib.md5(f"{method} {route}".encode(), usedforsecurity=False).hexdigest()
            self.names[method, route] = name
        if self.limits is None:
            most, seconds = WIDE
            return 0.0, _headers(name, most, most - 1, seconds, wall)
        most, seconds = self.limits.buckets.get((method, route), self.limits.others)
        window = self.windows.get((method, route, major))
        if window is None or window[0] <= at:
            window = self.windows[method, route, major] = [at + seconds, 0]
        left = window[0] - at
        if window[1] >= most:
            return left, _headers(name, most, 0, left, wall)
        window[1] += 1
        return 0.0, _headers(name, most, int(most - window[1]), left, wall)


def _headers(name: str, most: int, remaining: int, left: float, wall: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(most),
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": f"{wall + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
        "X-RateLimit-Bucket": name,
    }


def too_many(seconds: float, *, everywhere: bool = False) -> tuple[dict[str, Any], dict[str, str]]:
    """The body and the headers of an answer to a request that came too soon."""
    body = {"message": "You are being rate limited.", "retry_after": round(seconds, 3), "global": everywhere}
    headers = {"Retry-After": str(int(seconds) + 1), "X-RateLimit-Scope": "global" if everywhere else "user"}
    if everywhere:
        headers["X-RateLimit-Global"] = "true"
    return body, headers
