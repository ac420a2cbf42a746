"""How many turns one person may take: so many at once, and no more than so many in the long run."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.core.incoming import Closed, Command, Filled, Incoming, Opened, Press, Unread, Wrote

Verdict = Literal["yes", "told", "no"]


@dataclass(frozen=True)
class Pace:
    """So many at once, and one more every `every` seconds."""

    burst: int
    every: float


@dataclass(slots=True)
class _Person:
    left: float
    at: float
    told: bool = False

    def rested(self, pace: Pace, now: float) -> float:
        """How many turns they have by now."""
        return min(pace.burst, self.left + (now - self.at) / pace.every)


SHORT, LONG = Pace(120, 1.0), Pace(3_000, 30.0)
"""Two at a time: a burst and then one a second; over a day not quite 6,000."""

REMEMBERED = 20_000
"""How many people are remembered at most; of more than these the quietest are forgotten."""

FEW = 500
"""How many there are before anybody looks for those who have rested."""


@dataclass
class Allowance:
    """Counts by platform and handle, in memory alone, on the machine's clock; a restart forgives everything."""

    clock: Callable[[], float]
    paces: tuple[Pace, ...] = (SHORT, LONG)
    _people: dict[tuple[str, str, Pace], _Person] = field(default_factory=dict)
    _room: int = FEW

    def verdict(self, incoming: Incoming) -> Verdict:
        """Whether the turn may be taken; whoever goes too far is told once, until they have rested for a while."""
        act, sender = incoming.act, incoming.sender
        counts = isinstance(act, Press | Command | Filled | Opened | Closed | Unread | Wrote)
        if not counts or not sender.handle or (isinstance(act, Wrote) and incoming.channel is not None):
            return "yes"  # what a platform tells of a channel is never turned away, nor a group's own talk
        now = self.clock()
        mine = [self._mine((sender.platform, sender.handle, pace), now) for pace in self.paces]
        if all(each.left >= 1 for each in mine):
            for each in mine:
                each.left -= 1
            return "yes"
        first = not any(each.told for each in mine)
        for each in mine:
            each.told = True
        return "told" if first else "no"

    def _mine(self, key: tuple[str, str, Pace], now: float) -> _Person:
        pace = key[2]
        there = self._people.get(key)
        if there is None:
            if len(self._people) >= self._room:
                self._forget(now)
            there = self._people[key] = _Person(pace.burst, now)
        there.left, there.at = there.rested(pace, now), now
        if there.left >= pace.burst / 10:
            there.told = False
        return there

    def _forget(self, now: float) -> None:
        """Those who have rested, for they are as if they had never come; of too many others those who did least."""

        def spent(key: tuple[str, str, Pace]) -> float:
            return 1 - self._people[key].rested(key[2], now) / key[2].burst

        kept = [key for key in self._people if spent(key) > 0]
        most = REMEMBERED * len(self.paces) // 2
        if len(kept) > most:
            kept = sorted(kept, key=spent, reverse=True)[:most]
        self._people = {key: self._people[key] for key in kept}
        # Twice as many as are left: looking through all of them costs next to nothing for each that comes.
        self._room = max(FEW, 2 * len(kept))
