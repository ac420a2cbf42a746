import asyncio
import itertools
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_rows import (
    ALL,
    CHANNEL,
    CONVENER,
    EDITION,
    GROUP,
    MEETING,
    NOW,
    OPENING,
    PERSON,
    POLL,
    SUBGROUP,
    Undone,
    a_group,
    everything,
    notice,
)

from bot.core.model import Life, State
from bot.core.ports import Taken
from bot.store import work as kinds
from bot.store.store import SqlStore

KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, kinds.Kind)]


def test_every_row_of_the_model_has_a_table_with_its_fields_as_columns_in_the_same_order() -> None:
    assert {kind.table.name for kind in KINDS} == set(ALL)
    for kind in KINDS:
        assert [column.name for column in kind.table.columns] == [field.name for field in fields(kind.row)]


async def test_a_row_of_every_kind_comes_back_as_it_went_in(store: SqlStore) -> None:
    async with store.begin() as work:
        rows = await everything(work)
    async with store.begin() as work:
        for name, row in rows.items():
            assert await getattr(work, name).get(row.id) == row, name
            assert await getattr(work, name).find() == [row], name


async def test_a_row_of_every_kind_comes_back_as_it_was_saved(store: SqlStore) -> None:
    sealed = {"comings": "reason", "notes": "text", "ballots": "answers", "batches": "content", "drafts": "values"}
    sealed |= {"papers": "text", "agreements": "content"}
    async with store.begin() as work:
        rows = await everything(work)
        for name, row in rows.items():
            changed = replace(row, **{sealed[name]: "other"}) if name in sealed else row
            await getattr(work, name).save(changed)
            assert await getattr(work, name).get(row.id) == changed


async def test_instants_come_back_as_aware_utc_and_local_times_as_naive(store: SqlStore) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5)))
    async with store.begin() as work:
        await a_group(work)
        await work.meetings.save(replace(MEETING, time_set=there))
        meeting = await work.meetings.get(MEETING.id)
    assert meeting is not None
    assert meeting.time_set == NOW
    assert meeting.time_set.tzinfo is UTC
    assert meeting.starts == MEETING.starts
    assert meeting.starts.tzinfo is None


async def test_a_naive_instant_and_an_aware_local_time_are_refused(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        for wrong in (replace(MEETING, time_set=datetime.fromisoformat("2031-01-01")), replace(MEETING, starts=NOW)):
            with pytest.raises(Exception, match="zone"):
                await work.meetings.save(wrong)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(texts=st.lists(st.text(st.characters(codec=None), max_size=200), min_size=5, max_size=5))
async def test_any_sealed_text_comes_back_exactly(store: SqlStore, texts: list[str]) -> None:
    async with store.begin() as work:
        await work.groups.drop(id=GROUP.id)
        await work.persons.drop(id=PERSON.id)
        await work.drafts.drop(id=PERSON.id)
        await work.channels.drop(id=CHANNEL.id)
        await work.openings.drop(id=OPENING.id)
        await work.editions.drop(id=EDITION.id)
        rows = await everything(work)
    columns = ("reason", "text", "answers", "content", "values")
    async with store.begin() as work:
        for name, column, text in zip(
            ("comings", "notes", "ballots", "batches", "drafts"), columns, texts, strict=True
        ):
            repository = getattr(work, name)
            await repository.save(replace(rows[name], **{column: text}))
            assert getattr(await repository.get(rows[name].id), column) == text


async def test_finding_takes_several_values_and_nothing_and_no_condition(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        for number in range(4):
            await work.notices.add(notice(number, meeting_id=MEETING.id if number else None))
        assert {n.id for n in await work.notices.find(id=["n000000", "n000002"])} == {"n000000", "n000002"}
        assert len(await work.notices.find(state={State.WAITING, State.SENT}, group_id=GROUP.id)) == 4
        assert [n.id for n in await work.notices.find(meeting_id=None)] == ["n000000"]
        assert await work.notices.find(id=()) == []
        assert len(await work.notices.find()) == 4
        assert await work.notices.get("nobody") is None


async def test_dropping_says_how_many_and_must_be_told_which(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)
        for number in range(4):
            await work.notices.add(notice(number))
        assert await work.notices.drop(id=["n000000", "n000001"]) == 2
        assert await work.notices.drop(group_id="nobody") == 0
        with pytest.raises(ValueError, match="which"):
            await work.notices.drop()
        assert len(await work.notices.find()) == 2


async def test_a_sealed_column_cannot_be_searched(store: SqlStore) -> None:
    async with store.begin() as work:
        with pytest.raises(ValueError, match="sealed"):
            await work.notes.find(text="a note")


async def test_saving_what_is_not_there_is_an_error(store: SqlStore) -> None:
    async with store.begin() as work:
        with pytest.raises(LookupError):
            await work.persons.save(PERSON)


DOUBLES = ("persons", "groups", "members", "conveners", "comings", "polls", "ballots", "notices")


@pytest.mark.parametrize("savepoints", [False, True])
@pytest.mark.parametrize("name", DOUBLES)
async def test_a_double_is_taken_and_the_transaction_goes_on(
    store: SqlStore, name: str, savepoints: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if savepoints:  # as on databases that give up a whole transaction at the first failed statement
        monkeypatch.setattr("bot.store.repository.UNDOES_STATEMENTS", "none")
    async with store.begin() as work:
        rows = await everything(work)
        double = replace(rows[name], id="other")
        with pytest.raises(Taken):
            await getattr(work, name).add(double)
        await work.persons.add(replace(PERSON, id="second", handle="two"))
    async with store.begin() as work:
        assert len(await getattr(work, name).find()) == (2 if name == "persons" else 1)
        assert await work.persons.get("second")


async def test_an_id_is_given_once(store: SqlStore) -> None:
    async with store.begin() as work:
        rows = await everything(work)
        for name, row in rows.items():
            with pytest.raises(Taken):
                await getattr(work, name).add(row)


async def test_a_channel_holds_one_group_that_has_not_ended_and_any_number_that_have(store: SqlStore) -> None:
    async with store.begin() as work:
        await work.groups.add(GROUP)
        with pytest.raises(Taken):
            await work.groups.add(replace(GROUP, id="g2", life=Life.PAUSED))
        await work.groups.add(replace(GROUP, id="g3", life=Life.ENDED))
        await work.groups.add(replace(GROUP, id="g4", life=Life.ENDED))
        await work.groups.add(replace(GROUP, id="g5", channel="channel2"))
        await work.groups.add(replace(GROUP, id="g6", platform="other"))


async def test_moving_a_group_into_a_taken_channel_is_taken(store: SqlStore) -> None:
    async with store.begin() as work:
        await work.groups.add(GROUP)
        await work.groups.add(replace(GROUP, id="g2", channel="channel2"))
        with pytest.raises(Taken):
            await work.groups.save(replace(GROUP, channel="channel2"))


async def test_a_row_that_hangs_on_nothing_is_refused_and_not_called_taken(store: SqlStore) -> None:
    async with store.begin() as work:
        with pytest.raises(Exception, match=r"(?i)foreign key") as caught:
            await work.conveners.add(CONVENER)
        assert not isinstance(caught.value, Taken)


async def test_with_a_group_goes_everything_of_it(store: SqlStore) -> None:
    async with store.begin() as work:
        await everything(work)
        assert await work.groups.drop(id=GROUP.id) == 1
        for name in ALL:
            expected = 1 if name in ("persons", "editions", "drafts", "channels", "openings") else 0
            assert len(await getattr(work, name).find()) == expected, name


async def test_with_a_member_goes_what_hangs_on_them_and_a_meeting_loses_its_lead(store: SqlStore) -> None:
    async with store.begin() as work:
        await everything(work)
        await work.members.drop(id="member1")
        for name in ("comings", "notes", "ballots"):
            assert await getattr(work, name).find() == []
        meeting = await work.meetings.get(MEETING.id)
        assert meeting is not None
        assert meeting.lead_id is None
        assert await work.polls.find()


async def test_with_a_meeting_go_its_comings_notes_poll_batch_and_notices(store: SqlStore) -> None:
    async with store.begin() as work:
        await everything(work)
        await work.meetings.drop(id=MEETING.id)
        for name in ("comings", "notes", "polls", "ballots", "batches", "notices"):
            assert await getattr(work, name).find() == []
        assert await work.members.find()


async def test_with_a_poll_go_its_ballots(store: SqlStore) -> None:
    async with store.begin() as work:
        await everything(work)
        await work.polls.drop(id=POLL.id)
        assert await work.ballots.find() == []


async def test_an_incoming_is_remembered_once_per_platform(store: SqlStore) -> None:
    async with store.begin() as work:
        assert await work.remember("browser", "1", NOW)
        assert not await work.remember("browser", "1", NOW)
        assert await work.remember("other", "1", NOW)
    async with store.begin() as work:
        assert not await work.remember("browser", "1", NOW + timedelta(days=1))


async def test_an_incoming_of_a_turn_that_failed_is_not_remembered(store: SqlStore) -> None:
    with suppress(Undone):
        async with store.begin() as work:
            await work.remember("browser", "1", NOW)
            raise Undone
    async with store.begin() as work:
        assert await work.remember("browser", "1", NOW)


async def test_a_transaction_left_by_an_exception_undoes_everything(store: SqlStore) -> None:
    with suppress(Undone):
        async with store.begin() as work:
            await everything(work)
            raise Undone
    async with store.begin() as work:
        for name in ALL:
            assert await getattr(work, name).find() == []


async def test_a_failed_attempt_undoes_only_itself_and_goes_on_up(store: SqlStore) -> None:
    async with store.begin() as work:
        await work.persons.add(PERSON)
        went_up = False
        try:
            async with work.attempt():
                await work.persons.add(replace(PERSON, id="second", handle="two"))
                raise Undone
        except Undone:
            went_up = True
        assert went_up
        async with work.attempt():
            await work.persons.add(replace(PERSON, id="third", handle="three"))
    async with store.begin() as work:
        assert {person.id for person in await work.persons.find()} == {PERSON.id, "third"}


async def test_parallel_turns_that_read_and_then_write_lose_nothing(store: SqlStore) -> None:
    async with store.begin() as work:
        await work.groups.add(GROUP)

    async def turn() -> None:
        async with store.begin() as work:
            await work.lock(GROUP.id)
            group = await work.groups.get(GROUP.id)
            assert group is not None
            await asyncio.sleep(0.001)
            await work.groups.save(replace(group, season=group.season + 1))

    await asyncio.gather(*(turn() for _ in range(25)))
    async with store.begin() as work:
        group = await work.groups.get(GROUP.id)
    assert group is not None
    assert group.season == 25


async def test_two_stores_on_one_database_take_turns_too(place, store: SqlStore) -> None:
    async with store.begin() as work:
        await work.groups.add(GROUP)
    async with place.store() as second:

        async def turn(of: SqlStore) -> None:
            async with of.begin() as work:
                await work.lock(GROUP.id)
                group = await work.groups.get(GROUP.id)
                assert group is not None
                await work.groups.save(replace(group, season=group.season + 1))

        await asyncio.gather(*(turn(of) for of in (store, second) * 5))
        async with second.begin() as work:
            group = await work.groups.get(GROUP.id)
    assert group is not None
    assert group.season == 10


@pytest.mark.of_a_file
async def test_turns_come_in_the_order_they_asked(store: SqlStore) -> None:
    order: list[int] = []

    async def turn(number: int) -> None:
        async with store.begin():
            order.append(number)

    await asyncio.gather(*(turn(number) for number in range(10)))
    assert order == list(range(10))


async def test_reading_does_not_wait_for_a_transaction_under_way(store: SqlStore) -> None:
    async with store.begin() as work:
        await work.groups.add(GROUP)
        await work.notices.add(notice(1))
        async with asyncio.timeout(2):
            assert await store.outbox.next_due() is None
            assert await store.mark("anything") is None


async def test_a_transaction_inside_another_of_the_same_task_is_an_error_and_no_deadlock(store: SqlStore) -> None:
    async with store.begin():
        with pytest.raises(RuntimeError, match="already"):
            async with store.begin():
                pass


async def test_a_turn_stopped_half_way_leaves_nothing_and_blocks_nobody(store: SqlStore) -> None:
    inside = asyncio.Event()

    async def turn() -> None:
        async with store.begin() as work:
            await work.groups.add(GROUP)
            inside.set()
            for number in itertools.count():  # another question each time: the same one is answered from memory
                await work.groups.find(name=f"{number}")

    task = asyncio.create_task(turn())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.begin() as work:
        assert await work.groups.find() == []
        await work.groups.add(GROUP)


async def test_a_turn_stopped_at_its_commit_is_wholly_there_or_wholly_not(place, store: SqlStore) -> None:
    for number in range(30):

        async def turn(number: int = number) -> None:
            async with store.begin() as work:
                key_id = await work.keys.make(outside=True)
                group = replace(GROUP, id=f"g{number}", channel=f"c{number}")
                await work.groups.add(group)
                meeting = replace(MEETING, id=f"m{number}", group_id=group.id, lead_id=None)
                await work.meetings.add(meeting)
                await work.polls.add(
                    replace(POLL, id=f"p{number}", group_id=group.id, meeting_id=meeting.id, key_id=key_id)
                )

        task = asyncio.create_task(turn())
        await asyncio.sleep(number * 0.0002)
        task.cancel()
        await asyncio.wait([task])
    async with store.begin() as work:
        polls = await work.polls.find()
        assert {poll.key_id for poll in polls} == place.ring_ids()
        assert len(polls) == len(await work.groups.find())


async def test_marks_are_kept_and_replaced(place) -> None:
    async with place.store() as store:
        assert await store.mark("rehearsal") is None
        await store.set_mark("rehearsal", "yes")
        await store.set_mark("rehearsal", "no")
    async with place.store() as store:
        assert await store.mark("rehearsal") == "no"


async def test_the_shelf_keeps_pages_in_order_replaces_and_erases_them(place) -> None:
    async with place.store() as store:
        first = await store.shelf.put("a", b"\x00one")
        second = await store.shelf.put("a", b"two")
        await store.shelf.put("b", b"three")
        assert second > first
        await store.shelf.replace(first, b"four")
        assert await store.shelf.pages("a") == [(first, b"four"), (second, b"two")]
        await store.shelf.clear("a")
        assert await store.shelf.pages("a") == []
    async with place.store() as store:
        assert [body for _, body in await store.shelf.pages("b")] == [b"three"]
        await store.shelf.clear("b")
        assert await store.shelf.put("b", b"five") > second + 1, "a number is never given twice"


async def test_replacing_an_erased_page_does_nothing(store: SqlStore) -> None:
    number = await store.shelf.put("a", b"one")
    await store.shelf.clear("a")
    await store.shelf.replace(number, b"two")
    assert await store.shelf.pages("a") == []


async def test_a_channel_is_one_sub_groups_at_a_time(store: SqlStore) -> None:
    async with store.begin() as work:
        await everything(work)
        await work.subgroups.add(replace(SUBGROUP, id="without", channel=""))
        await work.subgroups.add(replace(SUBGROUP, id="without too", channel=""))
        with pytest.raises(Taken):
            await work.subgroups.add(replace(SUBGROUP, id="another"))
