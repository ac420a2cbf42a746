import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from store_rows import GROUP, MEETING, NOW, PERSON, a_group, notice

from bot.core.model import Draft, Notice, Opening, Person, State
from bot.core.ports import Ahead, Claimed, Settlement
from bot.store import outbox as queries
from bot.store.store import SqlStore

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
async def group(store: SqlStore) -> None:
    async with store.begin() as work:
        await a_group(work)


async def fill(store: SqlStore, *notices: Notice) -> None:
    async with store.begin() as work:
        for each in notices:
            await work.notices.add(each)


async def claim(store: SqlStore, *, now=NOW, machine_now=NOW, most: int = 100) -> Claimed:
    async with store.begin() as work:
        return await store.outbox.claim(work, now=now, machine_now=machine_now, most=most)


async def standing(store: SqlStore, notice_id: str) -> Notice:
    async with store.begin() as work:
        found = await work.notices.get(notice_id)
    assert found is not None
    return found


def ids(notices: tuple[Notice, ...] | list[Notice]) -> list[int]:
    return [int(each.id[1:]) for each in notices]


async def test_notices_of_a_platform_that_is_left_out_stay_where_they_are(store: SqlStore) -> None:
    async with store.begin() as work:
        other = replace(GROUP, id="group2", key_id=await work.keys.make(), platform="telegram", channel="c2")
        await work.groups.add(other)
    await fill(store, notice(1), replace(notice(2), group_id="group2", meeting_id=None, person_id=None), notice(3))
    async with store.begin() as work:
        first = await store.outbox.claim(work, now=NOW, machine_now=NOW, most=100, but_of={"browser", "discord"})
    assert ids(first.due) == [2]
    async with store.begin() as work:
        rest = await store.outbox.claim(work, now=NOW, machine_now=NOW, most=100, but_of={"telegram"})
    assert ids(rest.due) == [1, 3]


# Planning


async def test_planning_the_same_twice_changes_nothing(store: SqlStore) -> None:
    async with store.begin() as work:
        assert await work.notices.plan(notice(1))
        assert not await work.notices.plan(replace(notice(1), id="another"))
        assert await work.notices.find() == [notice(1)]


@pytest.mark.parametrize("more", [{"due": NOW + MINUTE}, {"expires": NOW + MINUTE}, {"rank": 5}])
async def test_planning_moves_a_waiting_one_and_keeps_the_rest_of_it(store: SqlStore, more: dict) -> None:
    await fill(store, notice(1, attempts=1, ref="kept"))
    async with store.begin() as work:
        assert await work.notices.plan(notice(2, key="k1", **more))
        assert await work.notices.find() == [notice(1, attempts=1, ref="kept", **more)]


@pytest.mark.parametrize("state", [state for state in State if state is not State.WAITING])
async def test_planning_leaves_alone_what_is_no_longer_waiting(store: SqlStore, state: State) -> None:
    await fill(store, notice(1, state=state))
    async with store.begin() as work:
        assert not await work.notices.plan(notice(1, due=NOW + MINUTE))
        assert await work.notices.find() == [notice(1, state=state)]


async def test_what_waits_in_a_group_comes_soonest_first(store: SqlStore) -> None:
    other = replace(GROUP, id="other", channel="other")
    async with store.begin() as work:
        await work.groups.add(other)
    await fill(
        store,
        notice(1, due=NOW + 2 * MINUTE),
        notice(2, due=NOW + MINUTE, rank=2),
        notice(3, due=NOW + MINUTE, rank=1),
        notice(4, state=State.SENT),
        notice(5, group_id=other.id),
    )
    async with store.begin() as work:
        assert ids(await work.notices.waiting(GROUP.id)) == [3, 2, 1]


# Claiming


async def test_a_claim_takes_what_is_due_soonest_first_then_by_rank_then_by_id(store: SqlStore) -> None:
    await fill(
        store,
        notice(1, due=NOW),
        notice(2, due=NOW - MINUTE, rank=2),
        notice(3, due=NOW - MINUTE, rank=1),
        notice(5, due=NOW - 2 * MINUTE, rank=9),
        notice(4, due=NOW - 2 * MINUTE, rank=9),
        notice(6, due=NOW + timedelta(microseconds=1)),
    )
    assert ids((await claim(store)).due) == [4, 5, 3, 2, 1]
    assert (await claim(store)).due == ()


async def test_a_claim_takes_no_more_than_asked(store: SqlStore) -> None:
    await fill(store, *(notice(number) for number in range(5)))
    assert ids((await claim(store, most=2)).due) == [0, 1]
    assert ids((await claim(store, most=2)).due) == [2, 3]
    assert ids((await claim(store, most=2)).due) == [4]


async def test_what_goes_back_untried_counts_no_attempt(store: SqlStore) -> None:
    await fill(store, notice(1, attempts=3))
    async with store.begin() as work:
        (claimed,) = (await store.outbox.claim(work, now=NOW, machine_now=NOW, most=9)).due
        await store.outbox.settle(work, [Settlement(claimed.id, State.WAITING, untried=True)])
    async with store.begin() as work:
        assert [row.attempts for row in await work.notices.find()] == [3]


async def test_what_is_claimed_is_sending_and_counts_its_attempts(store: SqlStore) -> None:
    await fill(store, notice(1, attempts=1))
    (claimed,) = (await claim(store)).due
    assert (claimed.state, claimed.attempts) == (State.SENDING, 2)
    assert await standing(store, claimed.id) == claimed


async def test_what_is_past_its_expiry_is_skipped_as_late_whether_tried_before_or_not(store: SqlStore) -> None:
    past = NOW - timedelta(microseconds=1)
    await fill(
        store,
        notice(1, due=NOW - MINUTE, expires=past),
        notice(2, due=NOW - MINUTE, expires=past, attempts=1),
        notice(3, due=NOW - MINUTE, expires=NOW),
    )
    claimed = await claim(store)
    assert ids(claimed.late) == [1, 2]
    assert ids(claimed.due) == [3]
    for late in claimed.late:
        assert (late.state, late.why) == (State.SKIPPED, "late")
        assert await standing(store, late.id) == late


async def test_what_is_held_back_waits_for_the_machines_clock_not_the_groups(store: SqlStore) -> None:
    await fill(store, notice(1, not_before=NOW + MINUTE), notice(2))
    assert ids((await claim(store, now=NOW + 30 * MINUTE)).due) == [2]
    assert ids((await claim(store, machine_now=NOW + MINUTE)).due) == [1]


async def test_nothing_is_claimed_twice_by_claims_at_once(store: SqlStore) -> None:
    await fill(store, *(notice(number) for number in range(60)))
    taken: list[int] = []
    while len(taken) < 60:  # whose group another is claiming from has to come again
        claims = await asyncio.gather(*(claim(store, most=7) for _ in range(12)))
        taken += [number for each in claims for number in ids(each.due)]
    assert sorted(taken) == list(range(60))


async def test_a_large_claim_is_taken_whole(store: SqlStore) -> None:
    await fill(store, *(notice(number) for number in range(600)))
    assert len((await claim(store, most=2000)).due) == 600
    async with store.begin() as work:
        assert len(await store.outbox.in_flight(work)) == 600


async def test_a_claim_that_is_undone_took_nothing(store: SqlStore) -> None:
    await fill(store, notice(1))
    with pytest.raises(ZeroDivisionError):  # noqa: PT012
        async with store.begin() as work:
            await store.outbox.claim(work, now=NOW, machine_now=NOW, most=1)
            raise ZeroDivisionError
    assert (await standing(store, notice(1).id)).state is State.WAITING


# Settling


async def test_settling_writes_down_what_became_of_each(store: SqlStore) -> None:
    await fill(store, *(notice(number) for number in range(3)))
    await claim(store)
    later = NOW + 5 * MINUTE
    async with store.begin() as work:
        await store.outbox.settle(work, [])
        await store.outbox.settle(
            work,
            [
                Settlement("n000000", State.SENT, 2, ("a", "b")),
                Settlement("n000001", State.WAITING, 1, ("c",), "throttled", later),
                Settlement("n000002", State.FAILED, why="unreachable"),
                Settlement("nobody", State.SENT),
            ],
        )
        assert await store.outbox.in_flight(work) == []
    sent, again, failed = [await standing(store, f"n00000{number}") for number in range(3)]
    assert (sent.state, sent.parts, sent.posts) == (State.SENT, 2, ("a", "b"))
    assert (again.state, again.parts, again.posts, again.not_before) == (State.WAITING, 1, ("c",), later)
    assert (failed.state, failed.why) == (State.FAILED, "unreachable")
    assert ids((await claim(store, machine_now=later)).due) == [1]


async def test_what_was_in_flight_is_found_after_a_crash(place, store: SqlStore) -> None:
    await fill(store, notice(1), notice(2, due=NOW + MINUTE))
    await claim(store)
    async with place.store() as again, again.begin() as work:
        assert ids(await again.outbox.in_flight(work)) == [1]


async def test_the_next_due_is_the_soonest_waiting_one_and_ties_go_by_rank(store: SqlStore) -> None:
    assert await store.outbox.next_due() is None
    await fill(
        store,
        notice(1, due=NOW + MINUTE, rank=3),
        notice(2, due=NOW + MINUTE, rank=2, not_before=NOW + 5 * MINUTE),
        notice(3, due=NOW + 2 * MINUTE),
        notice(4, state=State.SENT),
    )
    first = await store.outbox.next_due()
    assert first == notice(2, due=NOW + MINUTE, rank=2, not_before=NOW + 5 * MINUTE)


async def test_one_held_back_hides_neither_the_next_due_nor_when_it_may_be_sent_itself(store: SqlStore) -> None:
    async def ahead() -> Ahead:
        return await store.outbox.ahead(machine_now=NOW)

    assert await ahead() == Ahead(None, None)
    await fill(store, notice(1, due=NOW - MINUTE, not_before=NOW + 7 * MINUTE))
    assert await ahead() == Ahead(None, NOW + 7 * MINUTE), "alone: only the machine's clock is waited for"
    await fill(store, notice(2, due=NOW - MINUTE, not_before=NOW + 5 * MINUTE))
    await fill(store, notice(3, due=NOW + 2 * MINUTE), notice(4, due=NOW + 3 * MINUTE))
    assert await ahead() == Ahead(NOW + 2 * MINUTE, NOW + 5 * MINUTE)
    await fill(store, notice(5, due=NOW + 4 * MINUTE, not_before=NOW + MINUTE))
    assert await ahead() == Ahead(NOW + 2 * MINUTE, NOW + 5 * MINUTE), "one held back behind it has time"
    await fill(store, notice(6, due=NOW - 2 * MINUTE, not_before=NOW))
    assert await ahead() == Ahead(NOW - 2 * MINUTE, None), "what may be sent now comes first"


async def test_what_is_held_back_longer_than_group_time_goes_on_is_waited_for_on_the_machines(store: SqlStore) -> None:
    later = notice(1, due=NOW + MINUTE, not_before=NOW + timedelta(days=1))
    await fill(store, later)
    assert await store.outbox.ahead(machine_now=NOW) == Ahead(None, NOW + timedelta(days=1))
    assert await store.outbox.ahead(machine_now=NOW + timedelta(days=1)) == Ahead(NOW + MINUTE, None)


async def test_tidying_forgets_what_is_old_and_nothing_else(store: SqlStore) -> None:
    old = NOW - timedelta(days=401)
    await fill(
        store,
        notice(1, due=old, state=State.SENT),
        notice(2, due=old, state=State.SKIPPED),
        notice(3, due=old),
        notice(4, due=old, state=State.SENDING),
        notice(5, due=NOW - timedelta(days=399), state=State.SENT),
    )
    async with store.begin() as work:
        await work.remember("browser", "old", NOW - timedelta(days=7, seconds=1))
        await work.remember("browser", "new", NOW - timedelta(days=6))
        for token, until in (("old", NOW - timedelta(seconds=1)), ("new", NOW + timedelta(hours=1))):
            await work.openings.add(Opening(token, "telegram", "500", "note:m:", until))
    await store.outbox.tidy(now=NOW)
    async with store.begin() as work:
        assert [opening.id for opening in await work.openings.find()] == ["new"]
        assert sorted(ids(await work.notices.find())) == [3, 4, 5]
        assert await work.remember("browser", "old", NOW)
        assert not await work.remember("browser", "new", NOW)


async def test_tidying_forgets_persons_who_have_no_business_in_any_group(store: SqlStore) -> None:
    await fill(store, notice(1, due=NOW + timedelta(days=1), person_id=PERSON.id))
    async with store.begin() as work:
        before = {person.id for person in await work.persons.find()}
        await work.persons.add(Person("stranger", "telegram", "501", "Tuntematon", "fi"))
        await work.persons.add(Person("founding", "telegram", "502", "Helmi", "fi"))
        await work.drafts.add(Draft("founding", "instance", "setup", "", 0, "{}", NOW))
    await store.outbox.tidy(now=NOW)
    async with store.begin() as work:
        assert {person.id for person in await work.persons.find()} == before | {"founding"}


# The cost of what is due


def sql(statement, dialect=sqlite) -> str:
    return str(statement.compile(dialect=dialect.dialect()))


async def plan(place, statement) -> str:
    text = sql(statement)
    with closing(sqlite3.connect(place.database)) as database:
        steps = database.execute(f"EXPLAIN QUERY PLAN {text}", ("2031-03-04 09:30:00.000000",) * text.count("?"))
        return " / ".join(row[3] for row in steps)


@pytest.mark.of_a_file
async def test_what_is_due_costs_the_same_with_200_000_waiting_as_with_1_000(place, store: SqlStore) -> None:
    plans: list[list[str]] = []
    for already, count in ((0, 1_000), (1_000, 200_000)):
        with closing(sqlite3.connect(place.database)) as database, database:
            database.executemany(
                "INSERT INTO notices VALUES (?, ?, 'reminder', ?, NULL, NULL, ?, ?, 1, '', 'waiting', 0, NULL, 0,"
                " '[]', '')",
                (
                    (f"m{n:06}", f"m{n}", GROUP.id, "2031-06-01 10:00:00.000000", "2031-06-02 10:00:00.000000")
                    for n in range(already, count)
                ),
            )
            database.execute("ANALYZE")
        asked = (queries.CLAIM, queries.NEXT, queries.IN_FLIGHT, queries.FREE, queries.HELD)
        plans.append([await plan(place, each) for each in asked])
    assert plans[0] == plans[1]
    for claimed, index in zip(plans[1], ("waiting", "waiting", "sending", "waiting", "waiting"), strict=True):
        assert f"USING INDEX ix_notices_{index}" in claimed
        assert "TEMP B-TREE" not in claimed, "sorting would read everything due at the same instant"
    assert "due<?" in plans[1][0]
    assert "due<?" in plans[1][4]
    await fill(store, notice(1))
    assert ids((await claim(store)).due) == [1]
    first = await store.outbox.next_due()
    assert first is not None
    assert first.id == "m000000"


@pytest.mark.of_a_file
async def test_every_find_the_core_is_likely_to_do_is_served_by_an_index(place) -> None:
    finds = {
        "persons": ("platform", "handle"),
        "groups": ("platform", "channel"),
        "members": ("group_id",),
        "conveners": ("group_id",),
        "meetings": ("group_id",),
        "comings": ("meeting_id",),
        "notes": ("meeting_id",),
        "polls": ("meeting_id",),
        "ballots": ("poll_id",),
        "batches": ("group_id",),
        "notices": ("group_id",),
    }
    more = {
        "members": "person_id",
        "conveners": "person_id",
        "meetings": "lead_id",
        "comings": "member_id",
        "notes": "member_id",
        "ballots": "member_id",
        "notices": "person_id",
        "polls": "group_id",
        "batches": "meeting_id",
    }
    asked = [*finds.items(), *((table, (column,)) for table, column in more.items())]
    asked += [("comings", ("group_id",)), ("notes", ("group_id",)), ("notices", ("meeting_id",)), ("notices", ("key",))]
    with closing(sqlite3.connect(place.database)) as database:
        for table, columns in asked:
            where = " AND ".join(f"{column} = ?" for column in columns)
            query = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {where}"
            (step,) = database.execute(query, ("x",) * len(columns))
            assert step[3].startswith(f"SEARCH {table} USING INDEX"), (table, columns, step[3])


def test_a_claim_on_postgresql_skips_what_another_has_locked() -> None:
    text = sql(queries.CLAIM_FREE, postgresql)
    assert "FOR NO KEY UPDATE OF notices, groups SKIP LOCKED" in text
    assert "state = 'waiting'" in text


async def test_a_persons_notices_go_with_the_person(store: SqlStore) -> None:
    await fill(store, notice(1, person_id=PERSON.id, meeting_id=MEETING.id), notice(2))
    async with store.begin() as work:
        await work.persons.drop(id=PERSON.id)
        assert ids(await work.notices.find()) == [2]
