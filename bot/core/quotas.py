"""How much there may be of everything that a turn leaves behind: one table, kept wherever a use adds a row.

No limit is met in a group's life; each is there so that nobody can fill the database or tire a group. What follows from
the clock, or comes by the command line, is not counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from bot.core.kinds import UNCOUNTED
from bot.core.model import Coming, Group, Notice, Person
from bot.core.ports import Repository, UnitOfWork
from bot.core.refusal import Refusal

DAY = timedelta(days=1)

TEXT_MOST = 20_000
"""Characters in any one text of a row; each form asks for far fewer."""

WHOLE_MOST = 400_000
"""Characters in a text that is made up of several: a draft's answers, an agreement."""

ITEMS_MOST = 200
"""Things in any list of a row."""

CHANGES_MOST = 20
"""How often one member may change what they have told about one meeting."""

FOUNDED_MOST = 10
"""Groups that one person may set up in a day."""

POSTS_MOST, WHISPERS_MOST = 40, 20
"""Posts of one kind to a group, and whispers of one kind to a person there, that people can set off in a day."""


@dataclass(frozen=True)
class Quota:
    """At most so many rows that are equal in these columns; with `since`, of those of the last day by that column."""

    per: tuple[str, ...]
    most: int
    phrase: str = "quota-full"
    since: str = ""


QUOTAS: Mapping[str, tuple[Quota, ...]] = {
    "members": (Quota(("group_id",), 200), Quota(("person_id",), 100, "quota-groups")),
    "conveners": (Quota(("group_id",), 12), Quota(("person_id",), 200, "quota-groups")),
    "facilitators": (Quota(("group_id",), 12), Quota(("person_id",), 200, "quota-groups")),
    "subgroups": (Quota(("group_id",), 40),),
    "meetings": (Quota(("group_id",), 120, "quota-today", since="time_set"), Quota(("group_id",), 2_000)),
    "notes": (
        Quota(("meeting_id", "member_id"), 60, "quota-notes"),
        Quota(("group_id", "member_id"), 1_000, "quota-notes"),
    ),
    "questions": (Quota(("group_id", "kind"), 40, "quota-today", since="opened"), Quota(("group_id",), 2_000)),
    "votes": (Quota(("question_id", "member_id"), 50),),
    "papers": (Quota(("group_id", "kind", "meeting_id", "member_id"), 60), Quota(("group_id", "kind"), 2_000)),
    "agreements": (Quota(("group_id",), 500),),
    "channels": (Quota(("platform", "adder"), 500),),
    "openings": (Quota(("platform", "handle"), 1),),
}

ONE_EACH: Mapping[str, tuple[str, ...]] = {
    "persons": ("platform", "handle"),
    "comings": ("meeting_id", "member_id"),
    "outcomes": ("meeting_id",),
    "polls": ("meeting_id", "kind"),
    "ballots": ("poll_id", "member_id"),
    "subscriptions": ("member_id",),
    "drafts": ("id",),
    "editions": ("id",),
}
"""What there is one of by nature, by a unique key of its table."""

COUNTED_OTHERWISE = {
    "groups": "how many somebody sets up in a day",
    "notices": "how many of a kind people set off in a day",
    "batches": "one for each poll that closes",
}

_WHOLE = frozenset({"agreements", "drafts"})


def within_quotas(work: UnitOfWork, person: Person, now: datetime) -> UnitOfWork:
    """The same transaction, for one person's turn: what would be too much raises a Refusal that says what to do."""
    return cast("UnitOfWork", _Work(work, person, now))


class _Work:
    def __init__(self, work: UnitOfWork, person: Person, now: datetime) -> None:
        self._work = work
        for name in (*QUOTAS, *ONE_EACH, "batches"):
            setattr(self, name, _Rows(getattr(work, name), QUOTAS.get(name, ()), now, whole=name in _WHOLE))
        self.groups = _Groups(work, person, now)
        self.notices = _Notices(work.notices, now)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)


class _Rows:
    """A repository that counts before it adds; all else it leaves to the one behind it."""

    def __init__(self, rows: Repository[Any], quotas: Sequence[Quota], now: datetime, *, whole: bool = False) -> None:
        self._rows, self._quotas, self._now = rows, quotas, now
        self._longest = WHOLE_MOST if whole else TEXT_MOST

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rows, name)

    async def add(self, row: Any) -> None:
        _sized(row, self._longest)
        for quota in self._quotas:
            there = await self._rows.find(**{column: getattr(row, column) for column in quota.per})
            if quota.since:
                there = [each for each in there if getattr(each, quota.since) > self._now - DAY]
            if len(there) >= quota.most:
                raise Refusal(quota.phrase, most=quota.most)
        await self._rows.add(row)

    async def save(self, row: Any) -> None:
        _sized(row, self._longest)
        if isinstance(row, Coming) and row.changes > CHANGES_MOST:
            raise Refusal("quota-changes", most=CHANGES_MOST)
        await self._rows.save(row)


class _Groups(_Rows):
    """Groups are counted by who sets them up."""

    def __init__(self, work: UnitOfWork, person: Person, now: datetime) -> None:
        super().__init__(work.groups, (), now)
        self._work, self._person = work, person

    async def add(self, row: Group) -> None:
        mine = [each.group_id for each in await self._work.conveners.find(person_id=self._person.id)]
        groups = await self._work.groups.find(id=mine) if mine else []
        if len([group for group in groups if group.begun > self._now - DAY]) >= FOUNDED_MOST:
            raise Refusal("quota-founded", most=FOUNDED_MOST)
        await super().add(row)


class _Notices(_Rows):
    """Of what people set off, so much a day; one that replaces another that nobody has heard yet is no more than it."""

    def __init__(self, rows: Repository[Notice], now: datetime) -> None:
        super().__init__(rows, (), now)

    async def plan(self, *planned: Notice) -> int:
        for notice in planned:
            if notice.kind not in UNCOUNTED:
                await self._news(notice)
        changed: int = await self._rows.plan(*planned)  # type: ignore[attr-defined]  # the port's own
        return changed

    async def _news(self, notice: Notice) -> None:
        there = await self._rows.find(group_id=notice.group_id, kind=notice.kind, person_id=notice.person_id)
        recent = [each for each in there if each.due > self._now - DAY and each.key != notice.key]
        if len(recent) >= (WHISPERS_MOST if notice.person_id else POSTS_MOST * _members_in(notice)):
            raise Refusal("quota-news")


def _members_in(notice: Notice) -> int:
    """Each member tells their own absences, and none may use up another's."""
    return 5 if notice.kind == "absence" else 1


def _sized(row: Any, longest: int) -> None:
    for value in vars(row).values():
        if isinstance(value, str) and len(value) > longest:
            raise Refusal("field-too-long", count=len(value), most=longest)
        if isinstance(value, tuple) and len(value) > ITEMS_MOST:
            raise Refusal("quota-full", most=ITEMS_MOST)
