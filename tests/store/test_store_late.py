"""What is saved while a batch is composed is written together, and never too late."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from store_rows import GROUP, MEETING, NOW, Undone, a_group, notice

from bot.store.store import SqlStore
from bot.store.tables import meetings

MEETINGS = [replace(MEETING, id=f"meeting{number}", lead_id=None) for number in (1, 2, 3)]
LATER = [replace(meeting, minutes=meeting.minutes + 15) for meeting in MEETINGS]


async def begun(work: Any) -> None:
    await a_group(work)
    await work.meetings.save(MEETINGS[0])
    for meeting in MEETINGS[1:]:
        await work.meetings.add(meeting)
    await work.foresee([notice(1)])


async def written(work: Any) -> list[int]:
    """The minutes in the database, by a question that no repository asks."""
    found = await work.connection.execute(sa.select(meetings.c.minutes).order_by(meetings.c.id))
    return list(found.scalars())


async def test_the_rows_of_a_batch_that_change_alike_are_written_in_one_statement(store: SqlStore) -> None:
    told: list[bool] = []
    async with store.begin() as work:
        await begun(work)
        connection = work.connection.sync_connection  # type: ignore[attr-defined]
        sa.event.listen(connection, "after_cursor_execute", lambda *said: told.append(said[-1]))
        for meeting in (*MEETINGS, *LATER):
            await work.meetings.save(meeting)
        assert told == []
        assert await work.meetings.get("meeting2") == LATER[1]
        assert await work.meetings.find(group_id=GROUP.id) == LATER
    assert told == [True], "many at once"
    async with store.begin() as work:
        assert await written(work) == [105, 105, 105]


async def test_a_row_that_is_saved_twice_has_of_each_column_what_was_saved_last(store: SqlStore) -> None:
    twice = replace(LATER[1], place="The cellar")
    async with store.begin() as work:
        await begun(work)
        for meeting in (*LATER, twice, replace(LATER[2], done=NOW), LATER[2]):
            await work.meetings.save(meeting)
    async with store.begin() as work:
        assert await written(work) == [105, 105, 105]
        assert await work.meetings.get("meeting2") == twice
        assert await work.meetings.get("meeting3") == LATER[2]


async def test_whoever_asks_otherwise_finds_them_written(store: SqlStore) -> None:
    async with store.begin() as work:
        await begun(work)
        await work.meetings.save(LATER[0])
        assert await written(work) == [105, 90, 90]


async def test_a_part_that_fails_takes_its_own_with_it_and_nothing_else(store: SqlStore) -> None:
    async with store.begin() as work:
        await begun(work)
        await work.meetings.save(LATER[0])
        with suppress(Undone):
            async with work.attempt():
                await work.meetings.save(LATER[1])
                raise Undone
        assert await work.meetings.get("meeting2") == MEETINGS[1]
        await work.meetings.save(LATER[2])
    async with store.begin() as work:
        assert await written(work) == [105, 90, 105]


async def test_one_that_cannot_be_written_fails_within_its_part(store: SqlStore) -> None:
    async with store.begin() as work:
        await begun(work)
        with pytest.raises(IntegrityError):
            async with work.attempt():
                await work.meetings.save(replace(MEETINGS[1], lead_id="nobody"))
        await work.meetings.save(LATER[2])
        assert await written(work) == [90, 90, 105]


async def test_one_that_is_gone_meanwhile_is_missed_as_ever(store: SqlStore) -> None:
    async with store.begin() as work:
        await begun(work)
        await work.meetings.drop(id="meeting2")
        with pytest.raises(LookupError):
            await work.meetings.save(LATER[1])


async def test_nothing_is_left_unwritten_by_a_transaction_that_is_undone(store: SqlStore) -> None:
    async with store.begin() as work:
        await begun(work)
    with suppress(Undone):
        async with store.begin() as work:
            await work.foresee([notice(1)])
            await work.meetings.save(LATER[0])
            raise Undone
    async with store.begin() as work:
        assert await written(work) == [90, 90, 90]
