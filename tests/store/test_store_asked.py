"""What a transaction remembers of what it asked: never stale, and asked for at once where a batch is coming."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncConnection
from store_rows import COMING, CONVENER, GROUP, MEETING, MEMBER, NOTE, NOW, PERSON, POLL, Undone, a_group, notice

from bot.core.model import How
from bot.store import work as kinds
from bot.store.asked import Asked
from bot.store.repository import Rows
from bot.store.store import SqlStore
from bot.store.tables import persons

OTHER = replace(GROUP, id="group2", channel="channel2")
SECOND = replace(PERSON, id="person2", handle="two")
MEMBERS = [MEMBER, replace(MEMBER, id="member2", person_id=SECOND.id), replace(MEMBER, id="member3", group_id=OTHER.id)]
MEETINGS = [
    replace(MEETING, lead_id=None),
    replace(MEETING, id="meeting2"),
    replace(MEETING, id="meeting3", group_id=OTHER.id, lead_id=None),
]

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("persons", {"id": PERSON.id}),
    ("persons", {"platform": "browser", "handle": "two"}),
    *(("groups", {"id": group.id}) for group in (GROUP, OTHER)),
    ("groups", {"platform": "browser", "channel": "channel1"}),
    ("groups", {}),
    *((name, {"group_id": group.id}) for name in ("members", "meetings", "comings") for group in (GROUP, OTHER)),
    *((name, {"group_id": [GROUP.id, OTHER.id]}) for name in ("members", "meetings", "comings")),
    ("members", {"group_id": GROUP.id, "person_id": SECOND.id}),
    ("members", {"person_id": PERSON.id}),
    *(("meetings", {"id": meeting.id}) for meeting in MEETINGS),
    ("meetings", {"lead_id": MEMBER.id}),
    ("meetings", {"lead_id": None}),
    ("comings", {"meeting_id": MEETING.id}),
    ("comings", {"id": COMING.id}),
    ("persons", {"id": [PERSON.id]}),
    ("persons", {"id": [PERSON.id, SECOND.id]}),
    ("notes", {"meeting_id": MEETING.id, "member_id": MEMBER.id}),
    ("notes", {"group_id": GROUP.id, "member_id": [MEMBER.id, "member2"]}),
    ("polls", {"meeting_id": MEETING.id}),
    ("polls", {"meeting_id": MEETING.id, "closed": False}),
    ("polls", {"group_id": GROUP.id, "kind": "feedback"}),
    ("conveners", {"group_id": GROUP.id}),
]


def adding(name: str, row: Any) -> Callable[[Any], Awaitable[Any]]:
    return lambda work: getattr(work, name).add(row)


def saving(name: str, row: Any) -> Callable[[Any], Awaitable[Any]]:
    return lambda work: getattr(work, name).save(row)


def dropping(name: str, **which: object) -> Callable[[Any], Awaitable[Any]]:
    return lambda work: getattr(work, name).drop(**which)


def foreseeing(work: Any) -> Awaitable[Any]:
    return work.foresee([notice(1, person_id=PERSON.id), notice(2, group_id=OTHER.id, person_id="nobody")])


async def undone(work: Any) -> None:
    with suppress(Undone):
        async with work.attempt():
            await work.meetings.drop(group_id=GROUP.id)
            await work.meetings.find(group_id=GROUP.id)
            raise Undone


async def destroying(work: Any) -> None:
    group = await work.groups.get(GROUP.id)
    if group and group.key_id.isalnum():
        await work.keys.destroy(group.key_id)


ACTS: dict[str, Callable[[Any], Awaitable[Any]]] = {
    **{f"add {row.id}": adding("members", row) for row in MEMBERS},
    **{f"add {row.id}": adding("meetings", row) for row in MEETINGS},
    **{f"save {row.id}": saving("meetings", replace(row, lead_id="member2")) for row in MEETINGS},
    **{f"free {row.id}": saving("meetings", replace(row, lead_id=None)) for row in MEETINGS},
    **{f"drop {row.id}": dropping("meetings", id=row.id) for row in MEETINGS},
    **{f"drop {row.id}": dropping("members", id=row.id) for row in MEMBERS},
    "move": saving("groups", replace(OTHER, channel="channel3")),
    "rename": saving("persons", replace(PERSON, handle="two")),
    "another": saving("members", replace(MEMBERS[1], person_id=PERSON.id)),
    "drop person": dropping("persons", id=PERSON.id),
    "drop group": dropping("groups", id=[GROUP.id, "nobody"]),
    "drop comings": dropping("comings", member_id=MEMBER.id),
    "coming": adding("comings", replace(COMING, key_id="instance")),
    "coming after all": saving("comings", replace(COMING, key_id="instance", how=How.COMING)),
    "note": adding("notes", replace(NOTE, key_id="instance")),
    "poll": adding("polls", POLL),
    "closed": saving("polls", replace(POLL, closed=True)),
    "convener": adding("conveners", CONVENER),
    "undone": undone,
    "destroyed": destroying,
    "foreseen": foreseeing,
}


async def answers(work: Any, fresh: bool) -> list[list[Any]]:
    found = []
    for name, question in QUESTIONS:
        repository = getattr(work, name)
        if fresh:
            repository = Rows(work.connection, work.own_keys, getattr(kinds, name.upper()), Asked())
        found.append(sorted(await repository.find(**question), key=lambda row: row.id))
    return found


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(acts=st.lists(st.sampled_from(sorted(ACTS)), min_size=3, max_size=20))
async def test_no_answer_is_ever_stale_whatever_is_written_between(store: SqlStore, acts: list[str]) -> None:
    with suppress(Undone):
        async with store.begin() as work:
            rows = await a_group(work)
            await work.groups.add(OTHER)
            await work.persons.add(SECOND)
            await work.comings.add(replace(COMING, key_id=rows["groups"].key_id))
            for act in acts:
                with suppress(Exception):  # some hang on rows that are gone by then, or are there already
                    async with work.attempt():
                        await ACTS[act](work)
                assert await answers(work, fresh=False) == await answers(work, fresh=True), act
            raise Undone


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Any]:
    told: list[str] = []
    execute = AsyncConnection.execute

    async def counted(self: AsyncConnection, statement: Any, *more: Any) -> Any:
        told.append(str(statement))
        return await execute(self, statement, *more)

    monkeypatch.setattr(AsyncConnection, "execute", counted)

    @contextmanager
    def count() -> Iterator[list[str]]:
        told.clear()
        yield told

    return count


async def test_what_was_foreseen_costs_nothing_to_ask(store: SqlStore, statements: Any) -> None:
    async with store.begin() as work:
        rows = await a_group(work)
        await work.groups.add(OTHER)
        coming = replace(COMING, key_id=rows["groups"].key_id)
        await work.comings.add(coming)
    batch = [notice(1, person_id=PERSON.id), notice(2, group_id=OTHER.id), notice(3, group_id="nobody")]
    async with store.begin() as work:
        with statements() as told:
            await work.foresee(batch)
            assert len([each for each in told if "keys" not in each]) == 7, "one for each kind of row"
        with statements() as told:
            assert await work.groups.get(GROUP.id) == rows["groups"]
            assert await work.groups.get(OTHER.id) == OTHER
            assert await work.groups.get("nobody") is None
            assert await work.persons.get(PERSON.id) == PERSON
            assert await work.members.find(group_id=GROUP.id) == [rows["members"]]
            assert await work.members.find(group_id=OTHER.id) == []
            assert await work.meetings.find(group_id=GROUP.id) == [MEETING]
            assert await work.meetings.get(MEETING.id) == MEETING
            assert await work.comings.find(group_id=GROUP.id) == [coming]
            assert await work.comings.find(group_id=OTHER.id) == []
            assert told == []


async def test_saving_a_meeting_is_known_at_once_and_forgets_no_other_group(store: SqlStore, statements: Any) -> None:
    third = MEETINGS[2]
    async with store.begin() as work:
        await a_group(work)
        await work.groups.add(OTHER)
        await work.meetings.add(third)
        await work.foresee([notice(1), notice(2, group_id=OTHER.id)])
        changed = replace(MEETING, lead_id=None, done=NOW)
        await work.meetings.save(changed)
        with statements() as told:
            assert await work.meetings.find(group_id=OTHER.id) == [third]
            assert await work.meetings.get(third.id) == third
            assert await work.members.find(group_id=GROUP.id)
            assert await work.meetings.get(MEETING.id) == changed
            assert await work.meetings.find(group_id=GROUP.id) == [changed]
            assert told == []


async def test_of_other_tables_the_first_question_about_one_group_asks_for_the_whole_batch(
    store: SqlStore, statements: Any
) -> None:
    async with store.begin() as work:
        rows = await a_group(work)
        await work.groups.add(OTHER)
        await work.persons.add(SECOND)
        await work.members.add(MEMBERS[1])
        await work.meetings.add(MEETINGS[2])
        note = replace(NOTE, key_id=rows["groups"].key_id)
        await work.notes.add(note)
    async with store.begin() as work:
        await work.foresee([notice(1), notice(2, group_id=OTHER.id)])
        with statements() as told:
            assert await work.notes.find(meeting_id=MEETING.id, member_id=MEMBER.id) == [note]
            assert await work.notes.find(group_id=GROUP.id, member_id="nobody") == []
            assert await work.notes.find(meeting_id=MEETINGS[2].id) == []
            assert await work.persons.find(id=[PERSON.id, SECOND.id]) == [PERSON, SECOND]
            assert await work.persons.get(SECOND.id) == SECOND
            assert len(told) == 2
        await work.notes.drop(id=note.id)
        assert await work.notes.find(meeting_id=MEETING.id) == []


async def test_an_answer_that_was_changed_by_who_asked_stays_as_it_was(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        (await work.members.find(group_id=GROUP.id)).clear()
        assert len(await work.members.find(group_id=GROUP.id)) == 1


async def elsewhere(work: Any, **values: object) -> None:
    """Another transaction's change of the person, as PostgreSQL would let it be between our reading and our saving."""
    await work.connection.execute(sa.update(persons).where(persons.c.id == PERSON.id).values(**values))


async def test_a_save_leaves_alone_what_it_does_not_change(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        (before,) = await work.persons.find(platform=PERSON.platform, handle=PERSON.handle)
        await elsewhere(work, zone="Europe/Lisbon")
        await work.persons.save(replace(before, name="Another"))
    async with store.begin() as work:
        assert await work.persons.get(PERSON.id) == replace(PERSON, name="Another", zone="Europe/Lisbon")


async def test_what_was_undone_is_written_when_it_is_saved_again(store: SqlStore) -> None:
    named = replace(PERSON, name="Another")
    async with store.begin() as work:
        await a_group(work)
        with suppress(Undone):
            async with work.attempt():
                await work.persons.save(named)
                raise Undone
        await work.persons.save(named)
    async with store.begin() as work:
        assert await work.persons.get(PERSON.id) == named


async def test_what_was_not_read_is_written_whole(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
    async with store.begin() as work:
        await elsewhere(work, zone="Europe/Lisbon")
        await work.persons.save(replace(PERSON, name="Another"))
    async with store.begin() as work:
        assert await work.persons.get(PERSON.id) == replace(PERSON, name="Another")


async def test_what_another_key_is_to_open_is_sealed_anew(store: SqlStore) -> None:
    async with store.begin() as work:
        rows = await a_group(work)
        note = replace(NOTE, key_id=rows["groups"].key_id)
        await work.notes.add(note)
        assert await work.notes.get(NOTE.id) == note
        moved = replace(note, key_id=await work.keys.make())
        await work.notes.save(moved)
    async with store.begin() as work:
        assert await work.notes.get(NOTE.id) == moved
