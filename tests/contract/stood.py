"""What stands on a platform, as people see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Stood:
    """One post as people see it; buttons are (label, data)."""

    text: str
    buttons: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, bytes], ...]
    times: tuple[datetime, ...] = ()
    """Instants that each reader is shown in their own zone."""
    called: tuple[str, ...] = ()
    """Whom it calls: people, roles, "everyone"."""
    thread: str = ""
    """The name of the talk that hangs on it."""


@dataclass(frozen=True)
class Happening:
    """An event of the platform's own; times are UTC."""

    title: str
    starts: datetime
    ends: datetime
    place: str


class Simple:
    """A platform that has messages and no more."""

    role = ""

    async def events(self) -> Sequence[Happening]:
        """It has none."""
        return ()

    def long_after(self) -> None:
        """It knows its posts for ever, or never did."""
