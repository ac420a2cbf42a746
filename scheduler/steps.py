"""What the scheduler has the core decide, and how long it waits for whom."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core import delivery, fit
from bot.core.delivery import Said
from bot.core.model import Notice
from bot.core.outgoing import Written
from bot.core.platform import Capabilities, Outcome
from bot.core.ports import House, Settlement, UnitOfWork


class Verdict(Protocol):
    """As `bot.core.delivery.verdict`."""

    def __call__(
        self,
        notice: Notice,
        outcome: Outcome,
        *,
        parts: int,
        posts: tuple[str, ...],
        machine_now: datetime,
        marks: bool = False,
    ) -> Settlement:
        """What an outcome means for this notice."""


Compose = Callable[[UnitOfWork, Notice, House], Awaitable[Said | Settlement]]
Aftermath = Callable[[UnitOfWork, Notice, Settlement, Outcome | None, House], Awaitable[None]]
Marks = Callable[[UnitOfWork, Notice, House], Awaitable[bool]]
Fit = Callable[[Written, Capabilities], tuple[Written, ...]]


@dataclass(frozen=True)
class Steps:
    """The core's part in a delivery."""

    compose: Compose = delivery.compose
    verdict: Verdict = delivery.verdict
    aftermath: Aftermath = delivery.aftermath
    fit: Fit = fit.fit
    marks: Marks = delivery.marks


@dataclass(frozen=True)
class Waits:
    """Machine seconds: between tries while the database is away, for one post, for another outcome, for the end."""

    first_retry: float = 0.2
    longest_retry: float = 5.0
    # An adapter has timeouts of its own; this one only keeps a hung one from holding its place for ever.
    post: float = 120.0
    # Within which the next outcome must come for the ones before it to wait, so that they are written down together.
    gathering: float = 0.005
    stop: float = 3.0
