"""The weather on the way to a platform, by a seeded plan, and a book of what was asked, answered and has arrived."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

from bot.core.platform import Outcome, Unsure

What = Literal[
    "",
    "429",
    "429 for all",
    "5xx before",
    "5xx after",
    "timeout after",
    "reset before",
    "reset after",
    "closed",
    "moved",
]

SHARES: tuple[tuple[What, float], ...] = (
    ("429", 0.10),
    ("5xx before", 0.05),
    ("5xx after", 0.05),
    ("timeout after", 0.05),
    ("reset before", 0.01),
    ("reset after", 0.01),
    ("closed", 0.02),
    ("moved", 0.01),
)
"""Of all calls that send."""

WAITS = (1, 1, 1, 2, 2, 3, 5, 8, 40)
"""Seconds that a 429 tells to wait: one of these."""

FOR_ALL = 0.2
"""The part of a platform's 429 that hold for the whole of it, where it says so."""

A_MOMENT = 1e-6
"""Seconds by which a call may come early: sums of fractions."""

ARRIVED: ContextVar[float] = ContextVar("ARRIVED")
"""When the call that is being answered arrived, on the hurried clock."""


@dataclass(frozen=True)
class Fate:
    """What becomes of one call, and how long a 429 tells to wait."""

    what: What
    wait: int = 0


@dataclass
class Book:
    """One platform's: `said` are the marks under way by address; the rest is counted by mark."""

    calls: Counter[str] = field(default_factory=Counter)
    arrived: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    unknowable: Counter[str] = field(default_factory=Counter)
    fates: Counter[What] = field(default_factory=Counter)
    said: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    early: int = 0
    early_for_all: int = 0
    again_refused: int = 0
    into_closed: int = 0

    def answers(self, address: str, mark: str, outcome: Outcome) -> None:
        """What the adapter made of it."""
        self.said.pop(address, None)
        if isinstance(outcome, Unsure):
            self.unknowable[mark] += 1


class Weather:
    """Decides what becomes of each call from nothing but the seed, the notice and how often it was tried."""

    def __init__(self, book: Book, seed: int, now: Callable[[], float], *, says_for_all: bool = False) -> None:
        self.book = book
        self.fair = False
        self.bad: dict[str, Fate] = {}
        self._seed = seed
        self._now = now
        self._says_for_all = says_for_all
        self._stops: dict[str, float] = {}
        self._all_stops: list[tuple[float, float]] = []
        self.closed: set[str] = set()

    def meets(self, address: str, *, channel: bool, movable: bool = False) -> Fate:
        """One call that sends to this address: judge its time, note it, and say what becomes of it."""
        book, came = self.book, ARRIVED.get()
        self._judge_time(address, came)
        mark = book.said.get(address)
        if mark is None:  # an answer, which the plan leaves alone
            return Fate("")
        book.calls[mark] += 1
        book.again_refused += mark in book.refused
        book.into_closed += channel and address in self.closed
        bad = self.bad.get(address)
        fate = bad or self._drawn(mark, book.calls[mark], movable=movable)
        book.fates[fate.what] += 1
        if fate.what == "429":
            self._stops[address] = self._now() + fate.wait
        elif fate.what == "429 for all":
            self._all_stops.append((self._now(), self._now() + fate.wait))
        elif fate.what == "closed":
            book.refused.add(mark)
            self.closed.add(address)
        return fate

    def passes(self) -> None:
        """A call beside the sending, which a stop for all holds for too."""
        self._judge_time("", ARRIVED.get())

    def beside(self, number: int) -> bool:
        """Whether a call beside the sending, such as a pin, meets with a server's error."""
        return not self.fair and random.Random(f"{self._seed}:beside:{number}").random() < 0.05

    def _judge_time(self, address: str, came: float) -> None:
        if came < self._stops.get(address, 0.0) - A_MOMENT:
            self.book.early += 1
        # What was under way when a stop for all was told could not know of it.
        if any(told < came < until - A_MOMENT for told, until in self._all_stops):
            self.book.early_for_all += 1
        self._all_stops = [each for each in self._all_stops if each[1] > came]

    def _drawn(self, mark: str, time: int, *, movable: bool) -> Fate:
        if self.fair:
            return Fate("")
        drawn = random.Random(f"{self._seed}:{mark}:{time}")
        at = drawn.random()
        for what, usual in SHARES:
            # Most groups have moved before long, and nobody else can: those who can do so twice as often.
            share = (2 * usual if movable else 0.0) if what == "moved" else usual
            if at < share:
                if what != "429":
                    return Fate(what)
                for_all = self._says_for_all and drawn.random() < FOR_ALL
                return Fate("429 for all" if for_all else "429", drawn.choice(WAITS))
            at -= share
        return Fate("")
