"""One transaction, as the core works in it."""

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import (
    Agreement,
    Ballot,
    Batch,
    Channel,
    Coming,
    Convener,
    Draft,
    Edition,
    Facilitator,
    Group,
    Meeting,
    Member,
    Note,
    Notice,
    Opening,
    Outcome,
    Paper,
    Person,
    Poll,
    Question,
    Subgroup,
    Subscription,
    Vote,
)
from bot.core.ports import Groups, Keys, Notices, Repository, Taken
from bot.store import tables
from bot.store.asked import Asked
from bot.store.groups import WorkGroups
from bot.store.keys import WorkKeys
from bot.store.late import Late
from bot.store.notices import WorkNotices
from bot.store.repository import Kind, Rows, insert
from bot.store.vault import Vault

PERSONS = Kind(tables.persons, Person)
GROUPS = Kind(tables.groups, Group)
MEMBERS = Kind(tables.members, Member)
SUBGROUPS = Kind(tables.subgroups, Subgroup)
EDITIONS = Kind(tables.editions, Edition)
CONVENERS = Kind(tables.conveners, Convener)
MEETINGS = Kind(tables.meetings, Meeting)
COMINGS = Kind(tables.comings, Coming)
NOTES = Kind(tables.notes, Note)
POLLS = Kind(tables.polls, Poll)
BALLOTS = Kind(tables.ballots, Ballot)
BATCHES = Kind(tables.batches, Batch)
FACILITATORS = Kind(tables.facilitators, Facilitator)
OUTCOMES = Kind(tables.outcomes, Outcome)
QUESTIONS = Kind(tables.questions, Question)
VOTES = Kind(tables.votes, Vote)
PAPERS = Kind(tables.papers, Paper)
AGREEMENTS = Kind(tables.agreements, Agreement)
SUBSCRIPTIONS = Kind(tables.subscriptions, Subscription)
DRAFTS = Kind(tables.drafts, Draft)
CHANNELS = Kind(tables.channels, Channel)
OPENINGS = Kind(tables.openings, Opening)
NOTICES = Kind(tables.notices, Notice)

TAKE_OUT = sa.delete(tables.inbox).where(
    tables.inbox.c.platform == sa.bindparam("this_platform"), tables.inbox.c.key == sa.bindparam("this_key")
)
"""The statement that takes one incoming out of the inbox."""

# Always in one order, so that two who want the same groups do not wait for each other. Rows that hang on a group may
# be added meanwhile: its key stays as it is.
LOCK = (
    sa.select(tables.groups.c.id)
    .where(tables.groups.c.id.in_(sa.bindparam("these_ids", expanding=True)))
    .order_by(tables.groups.c.id)
    .with_for_update(key_share=True)
)


class Work:
    """One transaction: all that a turn reads and writes."""

    def __init__(self, connection: AsyncConnection, vault: Vault, new_id: Callable[[], str], *, alone: bool) -> None:
        self.connection = connection
        self._asked = asked = Asked()
        self.own_keys = keys = WorkKeys(connection, vault, new_id, asked)
        self._alone = alone
        self._late: Late | None = None
        self.keys: Keys = keys
        # As what they are: only the store foresees.
        self._persons = Rows(connection, keys, PERSONS, asked)
        self._groups = WorkGroups(connection, keys, GROUPS, asked)
        self._members = Rows(connection, keys, MEMBERS, asked)
        self._meetings = Rows(connection, keys, MEETINGS, asked)
        self._comings = Rows(connection, keys, COMINGS, asked)
        self.persons: Repository[Person] = self._persons
        self.groups: Groups = self._groups
        self.members: Repository[Member] = self._members
        self.conveners: Repository[Convener] = Rows(connection, keys, CONVENERS, asked)
        self._subgroups = Rows(connection, keys, SUBGROUPS, asked)
        self.subgroups: Repository[Subgroup] = self._subgroups
        self.editions: Repository[Edition] = Rows(connection, keys, EDITIONS, asked)
        self.meetings: Repository[Meeting] = self._meetings
        self.comings: Repository[Coming] = self._comings
        self.notes: Repository[Note] = Rows(connection, keys, NOTES, asked)
        self.polls: Repository[Poll] = Rows(connection, keys, POLLS, asked)
        self.ballots: Repository[Ballot] = Rows(connection, keys, BALLOTS, asked)
        self.batches: Repository[Batch] = Rows(connection, keys, BATCHES, asked)
        self._facilitators = Rows(connection, keys, FACILITATORS, asked)
        self.facilitators: Repository[Facilitator] = self._facilitators
        self.outcomes: Repository[Outcome] = Rows(connection, keys, OUTCOMES, asked)
        self.questions: Repository[Question] = Rows(connection, keys, QUESTIONS, asked)
        self.votes: Repository[Vote] = Rows(connection, keys, VOTES, asked)
        self.papers: Repository[Paper] = Rows(connection, keys, PAPERS, asked)
        self.agreements: Repository[Agreement] = Rows(connection, keys, AGREEMENTS, asked)
        self.subscriptions: Repository[Subscription] = Rows(connection, keys, SUBSCRIPTIONS, asked)
        self.drafts: Repository[Draft] = Rows(connection, keys, DRAFTS, asked)
        self.channels: Repository[Channel] = Rows(connection, keys, CHANNELS, asked)
        self.openings: Repository[Opening] = Rows(connection, keys, OPENINGS, asked)
        self.notices: Notices = WorkNotices(connection, keys, NOTICES, asked)

    async def remember(self, platform: str, key: str, at: datetime) -> bool:
        """Note that this incoming is being handled; False when it was handled before. Takes it out of the inbox."""
        await self.connection.execute(TAKE_OUT, {"this_platform": platform, "this_key": key})
        try:
            await insert(self.connection, tables.seen, {"platform": platform, "key": key, "at": at})
        except Taken:
            return False
        return True

    async def lock(self, *group_ids: str) -> None:
        """Wait until no other transaction works on these groups; what was read of them before is to be read again."""
        if self._alone:
            return  # nobody else writes anything anywhere while we do
        self._asked.clear()
        if group_ids:
            await self.connection.execute(LOCK, {"these_ids": group_ids})

    async def foresee(self, notices: Collection[Notice]) -> None:
        """Read at once what saying these will ask for one by one.

        Of other tables, all groups' rows are read together when the first of these notices asks for its own.
        """
        groups = {notice.group_id for notice in notices}
        await self._groups.foresee("id", groups)
        await self._members.foresee("group_id", groups)
        await self._meetings.foresee("group_id", groups, by_id=True)
        await self._comings.foresee("group_id", groups)
        await self._facilitators.foresee("group_id", groups)
        await self._subgroups.foresee("group_id", groups)
        persons = {notice.person_id for notice in notices if notice.person_id}
        if persons:
            await self._persons.foresee("id", persons)
        members = [member for group in groups for member in await self._members.find(group_id=group)]
        self._asked.expected = {"persons": {member.person_id for member in members}}
        self._asked.batch = frozenset(groups)
        self._late = self._asked.late = self._late or Late(self.connection)

    async def write_late(self) -> None:
        """Write what was saved and kept back; before a commit there may be no more of it."""
        if self._late:
            await self._late.write()

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        """A part that can fail alone: an exception inside undoes only the part, its keys included, and goes on up."""
        point = self.own_keys.point()
        try:
            async with self.connection.begin_nested():
                yield
                await self.write_late()
        except BaseException:
            if self._late:
                self._late.forget()
            self._asked.clear()
            self.own_keys.back_to(point)
            raise
