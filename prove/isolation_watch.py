"""What an act changed, told by the database itself, and what it showed to whom, told by the marks."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from bot.core.delivery import Said, compose
from bot.core.fit import fit
from bot.core.model import Role
from bot.core.ports import UnitOfWork
from bot.core.turn import roles_in
from bot.core.view import view
from bot.store.tables import metadata
from prove.circles import ID, LIBRARY, MARK, SEATS, Circles, written

_BY_GROUP = {"groups": "{row}.id", "ballots": "(SELECT group_id FROM polls WHERE id = {row}.poll_id)"}
_NOBODYS = frozenset({"seen", "marks", "inbox", "shelf", "editions", "leases"})
"""The store's own tables, where no row is a group's."""

TOUCHED = sa.text("SELECT name, of, id FROM touched")


def watch(database: Path) -> None:
    """Let the database write down, within each transaction, which rows of which groups it changes.

    What is undone is undone there too.
    """
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE touched (name TEXT, of TEXT, id TEXT)")
        for table in metadata.sorted_tables:
            if table.name in _NOBODYS or "id" not in table.c:
                continue
            known = _BY_GROUP.get(table.name, "{row}.group_id" if "group_id" in table.c else "NULL")
            for doing, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
                connection.execute(
                    f"CREATE TRIGGER touched_{table.name}_{doing}_{row} AFTER {doing} ON {table.name} BEGIN "
                    f"INSERT INTO touched VALUES ('{table.name}', {known.format(row=row)}, {row}.id); END"
                )


@dataclass(frozen=True)
class Touched:
    """A row that an act changed."""

    table: str
    group_id: str | None
    row_id: str


async def touched(work: UnitOfWork) -> list[Touched]:
    """What this transaction has changed so far, and will leave behind."""
    found = await work.connection.execute(TOUCHED)  # type: ignore[attr-defined]  # the store's own transaction
    return [Touched(*row) for row in found.all()]


async def forgotten(work: UnitOfWork) -> None:
    """What earlier transactions changed is none of this one's."""
    await work.connection.execute(sa.text("DELETE FROM touched"))  # type: ignore[attr-defined]


@dataclass
class Knowledge:
    """What there is in the world at this hour: whose every id is, and who is what."""

    of_id: dict[str, str] = field(default_factory=dict)
    """The group's letter by the id of anything that is a group's."""
    own_id: dict[str, str] = field(default_factory=dict)
    """The handle by the id of a person."""
    roles: dict[tuple[str, str], frozenset[Role]] = field(default_factory=dict)
    """By handle and letter."""
    leads: dict[str, str] = field(default_factory=dict)
    """The leader's handle by the meeting's id."""
    meetings: dict[str, str] = field(default_factory=dict)
    """The letter by the meeting's id."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    """By letter, of every kind."""
    alone: dict[str, str] = field(default_factory=dict)
    """The handle by the id of a row that is one person's alone: a note, a calendar address."""

    def insider(self, handle: str, letter: str) -> bool:
        """Whether this is somebody with business in the group."""
        return Role.STRANGER not in self.roles.get((handle, letter), frozenset({Role.STRANGER}))

    def seats(self, handle: str, letter: str, meeting_id: str = "") -> frozenset[str]:
        """What the person is there, by the table's words."""
        roles = {role.value for role in self.roles.get((handle, letter), ()) if role is not Role.STRANGER}
        return frozenset({*roles, "lead"} if meeting_id and self.leads.get(meeting_id) == handle else roles)


REPOSITORIES = (
    "groups", "members", "conveners", "facilitators", "subgroups", "meetings", "comings", "notes", "polls", "batches",
    "outcomes", "questions", "votes", "papers", "agreements", "subscriptions", "notices",
)  # fmt: skip


async def learn(world: Circles, handles: Iterable[str]) -> Knowledge:
    """Look it all up."""
    known = Knowledge()
    letters = {circle.group.id: letter for letter, circle in world.circles.items()}
    async with world.piiri.store.begin() as work:
        for name in REPOSITORIES:
            for row in await getattr(work, name).find():
                letter = letters.get(row.id if name == "groups" else row.group_id)
                if letter is None:
                    continue
                known.of_id[row.id] = letter
                known.ids.setdefault(letter, []).append(row.id)
                for key in (getattr(row, "key_id", None),):
                    if key:
                        known.of_id[key] = letter
        persons = {person.handle: person for person in await work.persons.find()}
        known.own_id = {person.id: handle for handle, person in persons.items()}
        handles_of = {member.id: known.own_id[member.person_id] for member in await work.members.find()}
        for row in (*await work.notes.find(), *await work.subscriptions.find()):
            known.alone[row.id] = handles_of[row.member_id]
        for letter, circle in world.circles.items():
            group = await work.groups.get(circle.group.id)
            assert group is not None
            seen = await view(work, world.piiri.house, group)
            for meeting in await work.meetings.find(group_id=group.id):
                known.meetings[meeting.id] = letter
                lead = seen.lead(meeting) if meeting.id in {m.id for m in seen.meetings} else None
                if lead:
                    known.leads[meeting.id] = known.own_id.get(lead.person_id, "")
            for handle in handles:
                if handle in persons:
                    known.roles[handle, letter] = (await roles_in(work, group, persons[handle]))[0]
    return known


@dataclass(frozen=True)
class Leak:
    """A mark or an id that its reader has no business with."""

    what: str
    whose: str


def leaks(
    world: Circles, known: Knowledge, text: str, *, reader: str, at_door_of: str = "", said: Collection[str] = ()
) -> list[Leak]:
    """What this text tells its reader of groups that they are not in, or of what is another's alone.

    `said` are marks and ids that the reader has just written themselves.
    """
    found = []
    for match in MARK.finditer(text):
        mark = match[0]
        own = world.marks.get(mark.lower())
        if own is None or mark in said:
            continue
        at_door = own.group == at_door_of and mark == world.circles[own.group].name_mark
        if not known.insider(reader, own.group) and not at_door and world.names.get(reader, "").split(" ")[0] != mark:
            found.append(Leak(mark, own.group))
        elif own.only and own.only != reader:
            found.append(Leak(mark, own.only))
    for match in ID.finditer(text):
        letter = known.of_id.get(match[0])
        if letter and match[0] not in said and letter != at_door_of and not known.insider(reader, letter):
            found.append(Leak("an id", letter))
    return found


def leaks_in_channel(world: Circles, text: str, letter: str) -> list[Leak]:
    """What a post in a group's channel tells of another group, or of what is one person's alone."""
    owners = {match[0]: world.marks.get(match[0].lower()) for match in MARK.finditer(text)}
    return [Leak(mark, own.group) for mark, own in owners.items() if own and (own.group != letter or own.only)]


async def said_by(world: Circles, work: UnitOfWork, notice_id: str) -> tuple[str, bool, str] | None:
    """What a notice that was just planned says: address, whether in private, all of its text; None for nothing."""
    notice = await work.notices.get(notice_id)
    if notice is None:
        return None
    said = await compose(work, notice, world.piiri.house)
    if not isinstance(said, Said):
        return None
    parts = fit(LIBRARY.write(said.message, said.language), world.piiri.house.capabilities["memory"])
    return said.to.id, said.to.private, "\n".join(text for part in parts for text in written(part))


def leaks_in_posts(world: Circles, known: Knowledge) -> list[Leak]:
    """What has arrived anywhere so far, and should not have. Names of those who were let in since are known then."""
    found: list[Leak] = []
    channels = {circle.channel: letter for letter, circle in world.circles.items()}
    for arrived in world.adapter.arrived:
        text = "\n".join(written(arrived.part))
        if arrived.to.private:
            at_door = arrived.to.id[:1] if arrived.to.id[1:] in _AT_DOORS else ""
            found += leaks(world, known, text, reader=arrived.to.id, at_door_of=at_door)
        elif arrived.to.id in channels:
            found += leaks_in_channel(world, text, channels[arrived.to.id])
    return found


_AT_DOORS = {str(number) for number, seat in enumerate(SEATS) if seat in {"former", "asks"}}
