"""Group time, real or held, and the machine's own."""

from datetime import UTC, datetime
from typing import Protocol

from bot.core.ports import Store

MARK = "rehearsal-now"
"""The store's mark that tells how far a rehearsal has come."""


def machine_now() -> datetime:
    """This instant on the machine's clock, aware UTC: for pace, retries and leases, never for what is due."""
    return datetime.now(UTC)


class RealClock:
    """Group time that is the machine's."""

    def now(self) -> datetime:
        """This instant, aware UTC."""
        return machine_now()


class HeldClock:
    """Group time that stands still until it is moved, and never goes back."""

    def __init__(self, start: datetime) -> None:
        self._now = _utc(start)

    def now(self) -> datetime:
        """The instant that the clock was last moved to, aware UTC."""
        return self._now

    def move(self, to: datetime) -> None:
        """Move on to this instant; ValueError for an earlier or a naive one."""
        to = _utc(to)
        if to < self._now:
            raise ValueError("group time does not go back")
        self._now = to


class Waking(Protocol):
    """Whoever rings the dispatcher when something is due."""

    def wake_at(self, when: datetime | None) -> None:
        """Ring at this instant, in the place of the one asked for before; None when nothing is to come."""


class NoWaking:
    """For a held clock: whoever moves it also rings."""

    def wake_at(self, when: datetime | None) -> None:
        """Do nothing."""


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("an instant needs its offset")
    return instant.astimezone(UTC)


async def held_clock(store: Store, default: datetime) -> HeldClock:
    """A clock held where the rehearsal last stopped, or at the default when it has not begun."""
    mark = await store.mark(MARK)
    return HeldClock(default if mark is None else datetime.fromisoformat(mark))
