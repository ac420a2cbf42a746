"""One transaction, as the core works in it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import (
    Ballot,
    Batch,
    Channel,
    Coming,
    Convener,
    Draft,
    Group,
    Meeting,
    Member,
    Note,
    Notice,
    Opening,
    Person,
    Poll,
)
from bot.core.ports import Groups, Keys, Notices, Repository, Taken
from bot.store import tables
from bot.store.groups import WorkGroups
from bot.store.keys import WorkKeys
from bot.store.notices import WorkNotices
from bot.store.repository import Asked, Kind, Rows, insert
from bot.store.vault import Vault

PERSONS = Kind(tables.persons, Person)
GROUPS = Kind(tables.groups, Group)
MEMBERS = Kind(tables.members, Member)
CONVENERS = Kind(tables.conveners, Convener)
MEETINGS = Kind(tables.meetings, Meeting)
COMINGS = Kind(tables.comings, Coming)
NOTES = Kind(tables.notes, Note)
POLLS = Kind(tables.polls, Poll)
BALLOTS = Kind(tables.ballots, Ballot)
BATCHES = Kind(tables.batches, Batch)
DRAFTS = Kind(tables.drafts, Draft)
CHANNELS = Kind(tables.channels, Channel)
OPENINGS = Kind(tables.openings, Opening)
NOTICES = Kind(tables.notices, Notice)

TAKE_OUT = sa.delete(tables.inbox).where(
    tables.inbox.c.platform == sa.bindparam("this_platform"), tables.inbox.c.key == sa.bindparam("this_key")
)
"""The statement that takes one incoming out of the inbox."""


class Work:
    """One transaction: all that a turn reads and writes."""

    def __init__(self, connection: AsyncConnection, vault: Vault, new_id: Callable[[], str], *, alone: bool) -> None:
        self.connection = connection
        self.own_keys = keys = WorkKeys(connection, vault, new_id)
        self._alone = alone
        self._asked: Asked = {}
        asked = keys.asked = self._asked
        self.keys: Keys = keys
        self.persons: Repository[Person] = Rows(connection, keys, PERSONS, asked)
        self.groups: Groups = WorkGroups(connection, keys, GROUPS, asked)
        self.members: Repository[Member] = Rows(connection, keys, MEMBERS, asked)
        self.conveners: Repository[Convener] = Rows(connection, keys, CONVENERS, asked)
        self.meetings: Repository[Meeting] = Rows(connection, keys, MEETINGS, asked)
        self.comings: Repository[Coming] = Rows(connection, keys, COMINGS, asked)
        self.notes: Repository[Note] = Rows(connection, keys, NOTES, asked)
        self.polls: Repository[Poll] = Rows(connection, keys, POLLS, asked)
        self.ballots: Repository[Ballot] = Rows(connection, keys, BALLOTS, asked)
        self.batches: Repository[Batch] = Rows(connection, keys, BATCHES, asked)
        self.drafts: Repository[Draft] = Rows(connection, keys, DRAFTS, asked)
        self.channels: Repository[Channel] = Rows(connection, keys, CHANNELS, asked)
        self.openings: Repository[Opening] = Rows(connection, keys, OPENINGS, asked)
        self.notices: Notices = WorkNotices(connection, keys, NOTICES, {})

    async def remember(self, platform: str, key: str, at: datetime) -> bool:
        """Note that this incoming is being handled; False when it was handled before. Takes it out of the inbox."""
        await self.connection.execute(TAKE_OUT, {"this_platform": platform, "this_key": key})
        try:
            await insert(self.connection, tables.seen, {"platform": platform, "key": key, "at": at})
        except Taken:
            return False
        return True

    async def lock(self, group_id: str) -> None:
        """Wait until no other transaction works on this group."""
        if self._alone:
            return  # nobody else writes anything anywhere while we do
        self._asked.clear()
        row = sa.select(tables.groups.c.id).where(tables.groups.c.id == group_id)
        await self.connection.execute(row.with_for_update())

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """A part that can fail alone: an exception inside undoes only the part, its keys included, and goes on up."""
        point = self.own_keys.point()
        try:
            async with self.connection.begin_nested():
                yield
        except BaseException:
            self._asked.clear()
            self.own_keys.back_to(point)
            raise
