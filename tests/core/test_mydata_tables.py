"""Whatever column names a person is shown to them and erased with them, or stands here with the reason why not."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.core.incoming import Press
from bot.core.model import (
    Agreement,
    Ballot,
    Batch,
    Channel,
    Coming,
    Draft,
    Facilitator,
    Group,
    How,
    Member,
    Note,
    Notice,
    Opening,
    Paper,
    Person,
    Poll,
    Question,
    Seen,
    Standing,
    Subgroup,
    Subscription,
    Vote,
)
from bot.core.outgoing import DataFile, Message
from bot.core.ports import UnitOfWork
from bot.store import tables
from tests.core.core_desk import START, Desk

LATER = START + timedelta(days=7)
WHO = {"persons", "members", "facilitators"}
"""The tables whose every column tells something of somebody."""

BY_HANDLE = {"handle", "adder"}
"""Columns that name somebody as their platform does."""

SHOWN = {
    "persons.platform": "memory",
    "persons.handle": "H-Aino",
    "persons.name": "Aino",
    "persons.language": '"language": "fi"',
    "persons.zone": "Europe/Tallinn",
    "persons.chosen_language": '"chosen_language": "fi"',
    "members.group_id": "Torstain piiri",
    "members.person_id": "Torstain piiri",
    "members.name": '"name_shown": "Aino"',
    "members.joined": '"joined": "2026-09-01',
    "members.rota": '"in_rota": true',
    "members.subgroup_id": "M-pienryhmä",
    "facilitators.group_id": "Ohjattu piiri",
    "facilitators.person_id": "Ohjattu piiri",
    "facilitators.name": '"name_shown": "M-ohjaaja"',
    "facilitators.reasons": '"sees_reasons": true',
    "conveners.person_id": "Kutsuttu piiri",
    "meetings.lead_id": '"leads": ["2026-',
    "comings.member_id": "M-syy",
    "comings.reason": "M-syy",
    "notes.member_id": "M-muistiinpano",
    "notes.text": "M-muistiinpano",
    "questions.person_id": "M-kysymys",
    "votes.member_id": "M-vastaus",
    "papers.member_id": "M-aineisto",
    "papers.text": "M-toive",
    "agreements.content": "M-saanto",
    "subscriptions.member_id": '"calendar_address": [{"made": "2026-',
    "ballots.member_id": "M-palaute",
    "ballots.answers": "M-palaute",
    "notices.person_id": '"kind": "notes"',
    "channels.adder": "M-kanava",
    "openings.handle": '"open_doors": [{"until": "2026-',
    "drafts.values": "M-kesken",
}
"""What stands in a person's data for each column: a word of theirs that only that row has, or what it says of them."""

NOT_SHOWN = {
    "persons.id": "random, and means nothing outside the database",
    "members.id": "random, and means nothing outside the database",
    "facilitators.id": "random, and means nothing outside the database",
    "members.key_id": "random, and names a key that is never shown",
    "batches.content": "counted answers without an author; who is in an unshown one is kept only to be counted, and read "
    "by nobody",
    "shelf.body": "what the page has shown to its person already; the platform's own memory, erased by its adapter",
    "inbox.body": "what has come in and is handled within the same moment",
}


def columns() -> dict[str, sa.Column[object]]:
    """Every column that names a person or a member, or holds words that may be somebody's."""
    found = {}
    for table in tables.metadata.tables.values():
        for column in table.columns:
            named = any(key.column.table.name in {"persons", "members"} for key in column.foreign_keys)
            sealed = tables.SEALED.get(table) == column.name
            if named or sealed or table.name in WHO or column.name in BY_HANDLE:
                found[f"{table.name}.{column.name}"] = column
    return found


@dataclass
class Full:
    """A desk on which something of Aino's stands in every table."""

    desk: Desk
    group: Group
    person: Person
    member: Member

    async def data(self) -> str:
        reply = (await self.desk.hears("Aino", Press("mydata::"), handle="H-Aino")).reply
        assert isinstance(reply, Message)
        (file,) = reply.files
        assert isinstance(file, DataFile)
        return json.dumps(dict(file.data), default=str, ensure_ascii=False)


@pytest.fixture
async def full(desk: Desk) -> Full:
    group = await desk.group("Kaarina", "Veikko")
    await desk.hears("Aino", Press(f"join:{group.id}:"), "main", handle="H-Aino")
    guided = await desk.group("Kaarina", "Salme", channel="guided", name="Ohjattu piiri")
    called = await desk.group("Kaarina", "Salme", channel="called", name="Kutsuttu piiri")
    async with desk.work() as work:
        (person,) = await work.persons.find(handle="H-Aino")
        (member,) = await work.members.find(person_id=person.id)
        await fill(work, group, person, member)
        await work.facilitators.add(Facilitator("f1", guided.id, person.id, "M-ohjaaja", reasons=True))
        (seat,) = await work.conveners.find(group_id=called.id)
        await work.conveners.add(replace(seat, id="c1", person_id=person.id))
    return Full(desk, group, person, member)


async def fill(work: UnitOfWork, group: Group, person: Person, member: Member) -> None:
    meeting = min(await work.meetings.find(group_id=group.id), key=lambda m: m.starts)
    theirs, key = (group.id, meeting.id, member.id), group.key_id
    await work.persons.save(replace(person, zone="Europe/Tallinn", chosen_language="fi"))
    await work.meetings.save(replace(meeting, lead_id=member.id))
    await work.subgroups.add(Subgroup("x", group.id, group.platform, "", "M-pienryhmä"))
    await work.members.save(replace(member, subgroup_id="x"))
    await work.comings.add(Coming("x", *theirs, key, How.ABSENT, "M-syy", Seen.GROUP, 0, START))
    await work.notes.add(Note("x", *theirs, member.key_id, "M-muistiinpano"))
    await work.questions.add(Question("x", group.id, "M-kysymys", None, person.id, (), START, LATER))
    await work.questions.add(Question("y", group.id, "seat", None, None, ("with", member.id), START, LATER))
    await work.questions.add(Question("z", group.id, "along", None, None, (member.id, "0"), START, LATER))
    await work.votes.add(Vote("x", group.id, "x", member.id, "", "M-vastaus"))
    await work.papers.add(Paper("x", group.id, "expectation", None, member.id, member.key_id, "M-toive"))
    material = json.dumps({"title": "M-aineisto", "more": "", "at": START.isoformat()})
    await work.papers.add(Paper("y", group.id, "material", None, member.id, key, material))
    rule = json.dumps({"points": {}, "rules": [{"id": "r", "text": "M-saanto", "by": member.id}]})
    await work.agreements.add(Agreement("x", group.id, key, 1, Standing.DRAFT, rule, START))
    await work.subscriptions.add(Subscription("x", group.id, member.id, START))
    outside = await work.keys.make(outside=True)
    await work.polls.add(Poll("x", group.id, meeting.id, outside))
    answers = json.dumps({"scales": {"heard": 4}, "sentence": "M-palaute"})
    await work.ballots.add(Ballot("x", "x", member.id, outside, answers))
    await work.channels.add(Channel("x", "memory", "M-kanava", person.handle, START))
    await work.openings.add(Opening("x", "memory", person.handle, "menu::", LATER))
    await work.drafts.add(Draft(person.id, "instance", "note", meeting.id, 0, json.dumps({"text": "M-kesken"}), START))
    whisper = Notice("x", "x", "notes", group.id, meeting.id, person.id, LATER, LATER, 11)
    await work.notices.plan(whisper)


def test_every_column_that_names_somebody_is_shown_to_them_or_excused() -> None:
    named = set(columns())
    assert named - set(SHOWN) - set(NOT_SHOWN) == set(), "a new column: show it in mydata, or say here why not"
    assert (set(SHOWN) | set(NOT_SHOWN)) - named == set(), "a column that is no more"
    assert not set(SHOWN) & set(NOT_SHOWN)


async def test_what_is_kept_of_a_person_is_in_their_data(full: Full) -> None:
    data = await full.data()
    assert {column: word for column, word in SHOWN.items() if word not in data} == {}


async def test_no_secret_and_nobody_else_is_in_it(full: Full) -> None:
    data = await full.data()
    for other in ("Kaarina", "Veikko", "Salme", full.member.key_id, full.member.id, full.person.id):
        assert other not in data


async def test_forgetting_leaves_no_row_that_names_the_person(full: Full) -> None:
    assert "notes.member_id" in await rows_with(full.desk, full.member.id), "the search finds what is there"
    await full.desk.hears("Aino", Press("forget-sure::"), handle="H-Aino")
    for who in (full.person.id, full.member.id, "H-Aino"):
        assert await rows_with(full.desk, who) == []
    async with full.desk.work() as work:
        (material,) = await work.papers.find()
        assert (material.kind, material.member_id) == ("material", None), "what the group keeps has no author"
        (draft,) = await work.agreements.find()
        assert full.member.id not in draft.content


async def test_leaving_erases_what_was_private_in_that_group_and_nothing_elsewhere(full: Full) -> None:
    await full.desk.hears("Aino", Press(f"leave-sure:{full.group.id}:quiet"), handle="H-Aino")
    assert await rows_with(full.desk, full.member.id) == []
    data = await full.data()
    for word in ("M-syy", "M-muistiinpano", "M-vastaus", "M-toive", "M-saanto", "M-palaute", "M-kesken", "M-kysymys"):
        assert word not in data
    for word in ("Ohjattu piiri", "Kutsuttu piiri", "M-kanava"):
        assert word in data


async def rows_with(desk: Desk, word: str) -> list[str]:
    """Where a word stands in any column that is not sealed."""
    found = []
    async with desk.work() as work:
        for table in tables.metadata.tables.values():
            for row in await work.connection.execute(sa.select(table)):  # type: ignore[attr-defined]
                for name, value in row._asdict().items():
                    if not isinstance(value, bytes) and word in str(value):
                        found.append(f"{table.name}.{name}")
    return found


async def test_answers_that_are_counted_already_are_nobodys(full: Full) -> None:
    """An unshown batch knows who is in it; that is sealed and outside, and is not shown to anybody."""
    async with full.desk.work() as work:
        meeting = min(await work.meetings.find(group_id=full.group.id), key=lambda m: m.starts)
        key = await work.keys.make(outside=True)
        content = json.dumps({"who": [full.member.id], "counts": {}, "sentences": ["M-laskettu"], "meetings": []})
        await work.batches.add(Batch("x", full.group.id, meeting.id, key, content))
    assert "M-laskettu" not in await full.data()
