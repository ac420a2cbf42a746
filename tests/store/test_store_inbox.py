from datetime import UTC, datetime

from bot.store.store import SqlStore
from tests.store.conftest import Place

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)


async def test_what_came_is_kept_in_order_and_told_apart_by_its_exact_key(store: SqlStore) -> None:
    assert await store.inbox.keep("telegram", [("2", b"b"), ("10", b"c"), ("1", b"a")]) == ["2", "10", "1"]
    assert await store.inbox.keep("telegram", [("1", b"again"), ("3", b"d"), ("3", b"twice")]) == ["3"]
    assert await store.inbox.keep("discord", [("1", b"theirs")]) == ["1"]
    assert [key for key, _ in await store.inbox.kept("telegram")] == ["2", "10", "1", "3"]
    assert dict(await store.inbox.kept("telegram"))["1"] == b"a"


async def test_the_turn_that_handles_it_takes_it_out_and_it_does_not_come_back(store: SqlStore) -> None:
    await store.inbox.keep("telegram", [("1", b"a"), ("2", b"b")])
    async with store.begin() as work:
        assert await work.remember("telegram", "1", NOW)
    assert await store.inbox.kept("telegram") == [("2", b"b")]
    assert await store.inbox.keep("telegram", [("1", b"a")]) == []


async def test_a_turn_that_fails_leaves_it_where_it_was(store: SqlStore) -> None:
    await store.inbox.keep("telegram", [("1", b"a")])
    try:
        async with store.begin() as work:
            await work.remember("telegram", "1", NOW)
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert await store.inbox.kept("telegram") == [("1", b"a")]


async def test_what_is_in_it_is_sealed_and_gone_when_it_is_dropped(place: Place) -> None:
    secret = b"en jaksa enaa kertoa kenellekaan"
    async with place.store() as store:
        await store.inbox.keep("telegram", [("1", secret)])
        assert place.holds(secret) == []
        await store.inbox.drop("telegram", "1")
        assert await store.inbox.kept("telegram") == []
