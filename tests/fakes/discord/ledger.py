"""What the bot asked, what it was answered, and how fast it went."""

from collections import deque
from collections.abc import Iterable, MutableSequence
from typing import Any, NamedTuple


class Request(NamedTuple):
    """One request; `at` is monotonic seconds, `code` Discord's own where it said no, `fault` what was ordered."""

    method: str
    route: str
    path: str
    status: int
    code: int
    milliseconds: float
    at: float
    fault: str | None = None


class Violation(NamedTuple):
    """A request that broke a rule of the API, whatever the state of the world."""

    method: str
    path: str
    body: dict[str, Any]


class Ledger:
    """Every request in its order; with `keep` only the newest so many, and the numbers of all."""

    def __init__(self, keep: int | None = None) -> None:
        self.requests: MutableSequence[Request] = deque(maxlen=keep) if keep else []
        self.times: list[float] = []
        self.posted: list[float] = []
        self.statuses: dict[int, int] = {}
        self.throttled = 0
        self.acknowledged_ms: list[float] = []
        self.interactions = 0

    def note(self, request: Request, *, counted: bool) -> None:
        """One more; `counted` when it counts against the limit on all requests."""
        self.requests.append(request)
        self.statuses[request.status] = self.statuses.get(request.status, 0) + 1
        if counted:
            self.times.append(request.at)
        if request.status == 429:
            self.throttled += 1

    def of(self, method: str | None = None, route: str | None = None, status: int | None = None) -> list[Request]:
        """The requests of a method, of a route such as `/channels/{}/messages`, with a status."""
        return [
            each
            for each in self.requests
            if method in {None, each.method} and route in {None, each.route} and status in {None, each.status}
        ]

    @property
    def invalid(self) -> int:
        """How many answers were 401, 403 or 429: 10,000 of them in ten minutes shut an address out."""
        return sum(self.statuses.get(status, 0) for status in (401, 403, 429))

    def clear(self) -> None:
        """Begins anew."""
        for kept in (self.requests, self.times, self.posted, self.statuses, self.acknowledged_ms):
            kept.clear()
        self.throttled = self.interactions = 0


def most_in(times: Iterable[float], seconds: float = 1.0) -> int:
    """The most in any window of so many seconds."""
    rising = sorted(times)
    most = first = 0
    for number, at in enumerate(rising):
        while rising[first] <= at - seconds:
            first += 1
        most = max(most, number - first + 1)
    return most
