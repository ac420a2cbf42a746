"""Who of several works on a database: one, and whoever was held up past its time writes nothing more."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from bot.store.lease import LeaseLost
from bot.store.store import SqlStore, open_store
from tests.postgres import Server


@pytest.fixture
def url(postgres: Server, tmp_path: Path) -> str:
    name = f"lease_{tmp_path.name}"
    postgres.drop(name)
    return postgres.make(name)


async def opened(url: str, tmp_path: Path, seconds: float = 30) -> SqlStore:
    return await open_store(url, tmp_path / "key", lease_seconds=seconds)


async def expire(postgres: Server, url: str) -> None:
    await asyncio.to_thread(
        postgres.sql, "UPDATE leases SET until = now() - interval '1 second'", database=url.rpartition("/")[2]
    )


async def test_while_one_works_another_waits_and_gets_it_at_once_when_let_go(url: str, tmp_path: Path) -> None:
    first, second = await opened(url, tmp_path), await opened(url, tmp_path)
    assert await first.lease.take()
    assert not await second.lease.take()
    await first.lease.renew()
    await first.close()
    assert await second.lease.take()
    await second.close()


async def test_whoever_was_thought_dead_commits_nothing_more(url: str, tmp_path: Path, postgres: Server) -> None:
    old, new = await opened(url, tmp_path), await opened(url, tmp_path)
    assert await old.lease.take()
    await old.set_mark("who", "old")
    await expire(postgres, url)
    assert await new.lease.take()
    await new.set_mark("who", "new")
    assert old.lease.holds(), "by its own clock it may; the database knows better"
    for _ in range(2):  # the first time its connection has been ended, too
        with pytest.raises((DBAPIError, LeaseLost)):
            await old.set_mark("who", "old again")
    with pytest.raises(LeaseLost):
        await old.set_mark("who", "old again")
    with pytest.raises(LeaseLost):
        await old.lease.renew()
    assert await new.mark("who") == "new"
    for store in (old, new):
        await store.close()


async def test_what_it_was_in_the_middle_of_is_ended_and_undone(url: str, tmp_path: Path, postgres: Server) -> None:
    old, new = await opened(url, tmp_path), await opened(url, tmp_path)
    assert await old.lease.take()
    with pytest.raises(Exception, match=r"terminat|closed|lost"):  # noqa: PT012
        async with old.begin() as work:
            await work.lock("nobody")
            await expire(postgres, url)
            async with asyncio.timeout(5):
                assert await new.lease.take()
            await work.lock("nobody")
    await new.set_mark("who", "new")
    for store in (old, new):
        await store.close()


async def test_the_first_to_come_ends_nobody_elses_connections(url: str, tmp_path: Path, postgres: Server) -> None:
    import psycopg

    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as stranger:
        store = await opened(url, tmp_path)
        assert await store.lease.take()
        await store.close()
        assert await (await stranger.execute("SELECT 1")).fetchone() == (1,)


async def test_it_no_longer_holds_once_it_could_not_be_renewed_in_time(url: str, tmp_path: Path) -> None:
    store = await opened(url, tmp_path, seconds=0.2)
    assert store.lease.holds(), "one that was never taken bounds nothing"
    assert await store.lease.take()
    assert store.lease.holds()
    await asyncio.sleep(0.25)
    assert not store.lease.holds()
    await store.lease.renew()
    assert store.lease.holds(), "nobody had taken it meanwhile"
    await store.close()


async def test_a_file_is_worked_on_by_one_and_free_when_that_one_is_gone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/piiri.db"
    first, second = await opened(url, tmp_path), await opened(url, tmp_path)
    assert await first.lease.take()
    assert not await second.lease.take()
    await first.close()
    assert await second.lease.take()
    await second.close()
