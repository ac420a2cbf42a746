"""A store that is nothing but dictionaries: a group can live through its season on it, and nothing is left of it."""

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.core.model import Group, Notice, State
from bot.core.ports import Taken, UnitOfWork

ROWS = tuple(name for name in UnitOfWork.__annotations__ if name not in {"groups", "notices", "keys"})


class Rows:
    """Rows of one kind by id, in the order in which they came. Nothing is sealed, and few keys are unique."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    async def get(self, row_id: str) -> Any:
        """The row with this id."""
        return self.kept.get(row_id)

    async def find(self, **equal: object) -> list[Any]:
        """All rows whose columns equal these values, or one of several."""
        return [row for row in self.kept.values() if _fits(row, equal)]

    async def add(self, row: Any) -> None:
        """Insert."""
        if row.id in self.kept:
            raise Taken
        self.kept[row.id] = row

    async def save(self, row: Any) -> None:
        """Replace the row of the same id."""
        if row.id not in self.kept:
            raise LookupError(row.id)
        self.kept[row.id] = row

    async def drop(self, **equal: object) -> int:
        """Delete all such rows."""
        gone = [row.id for row in await self.find(**equal)]
        for row_id in gone:
            del self.kept[row_id]
        return len(gone)


def _fits(row: Any, equal: Mapping[str, object]) -> bool:
    for name, value in equal.items():
        there = getattr(row, name)
        several = isinstance(value, Collection) and not isinstance(value, str) and not isinstance(there, tuple)
        if not (there in value if several and isinstance(value, Collection) else there == value):
            return False
    return True


class GroupRows(Rows):
    """The groups."""

    async def within(self, platform: str, channel: str) -> list[Group]:
        """The groups of a channel."""
        return await self.find(platform=platform, channel=channel)


class NoticeRows(Rows):
    """The notices."""

    async def plan(self, *planned: Notice) -> int:
        """Add those of a new key, move waiting ones of a known key."""
        standing = {row.key: row for row in self.kept.values()}
        for notice in planned:
            there = standing.get(notice.key)
            if there is None:
                self.kept[notice.id] = notice
            elif there.state is State.WAITING:
                when = {"due": notice.due, "expires": notice.expires, "rank": notice.rank}
                self.kept[there.id] = type(there)(**{**vars(there), **when})
        return len(planned)

    async def waiting(self, group_id: str) -> list[Notice]:
        """What is still to come in a group, soonest first."""
        found: list[Notice] = await self.find(group_id=group_id, state=State.WAITING)
        return sorted(found, key=lambda n: (n.due, n.rank, n.id))


class Desk:
    """The rows of every kind, as one transaction that never ends."""

    def __init__(self) -> None:
        self.groups, self.notices, self.keys = GroupRows(), NoticeRows(), self
        for name in ROWS:
            setattr(self, name, Rows())
        self._made = 0

    async def make(self, *, outside: bool = False) -> str:  # noqa: ARG002 - no key is kept anywhere
        """A key's id; there is no key."""
        self._made += 1
        return f"key-{self._made}"

    async def destroy(self, key_id: str) -> None:
        """Nothing is sealed here."""

    async def remember(self, platform: str, key: str, at: datetime) -> bool:  # noqa: ARG002 - as above
        """Everything is new."""
        return True

    async def lock(self, group_id: str) -> None:
        """Nobody else works here."""

    async def foresee(self, notices: Collection[Notice]) -> None:
        """Nothing costs anything here."""

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """A part that can fail alone."""
        before = self.now()
        try:
            yield
        except BaseException:
            self.back_to(before)
            raise

    def rows(self, name: str) -> dict[str, Any]:
        """All rows of a kind, by id."""
        found: dict[str, Any] = getattr(self, name).kept
        return found

    def now(self) -> dict[str, dict[str, Any]]:
        """Everything as it is, to come back to; rows never change, so that this is a shallow copy."""
        return {name: dict(getattr(self, name).kept) for name in (*ROWS, "groups", "notices")}

    def back_to(self, before: Mapping[str, Mapping[str, Any]]) -> None:
        """Everything as it was."""
        for name, rows in before.items():
            getattr(self, name).kept = dict(rows)
