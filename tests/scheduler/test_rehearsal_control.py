"""Moving a rehearsal's group time, as it is seen from outside."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.core.model import State
from bot.core.platform import Throttled
from scheduler.clock import MARK, HeldClock, held_clock
from scheduler.control import Control, routes
from tests.scheduler.fakes import START, FakeStore, Stage, notice

CLOCK = "/rehearsal/clock"


@asynccontextmanager
async def rehearsal(*notices: Any, seconds: float = 5.0) -> AsyncIterator[tuple[httpx.AsyncClient, Stage]]:
    stage = Stage(*notices, clock=HeldClock(START - timedelta(days=1)))
    control = Control(stage.clock, stage.store, stage.outbox, stage.dispatcher, seconds=seconds)  # type: ignore[arg-type]
    transport = httpx.ASGITransport(Starlette(routes=routes(control)))
    async with stage.running(), httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client, stage


async def test_the_clock_says_where_it_is_and_what_is_next() -> None:
    async with rehearsal(notice("n1", kind="hour")) as (client, _):
        assert (await client.get(CLOCK)).json() == {
            "now": "2026-09-14T14:00:00Z",
            "next": {"due": "2026-09-15T14:00:00Z", "kind": "hour", "group": "g1"},
        }


async def test_with_nothing_to_come_next_is_null() -> None:
    async with rehearsal() as (client, _):
        assert (await client.get(CLOCK)).json()["next"] is None
        answer = await client.post(CLOCK, json={"next": True})
        assert answer.json() == {"now": "2026-09-14T14:00:00Z", "next": None, "settled": True}


async def test_next_moves_to_what_is_due_next_and_sends_it() -> None:
    async with rehearsal(notice("n1"), notice("n2", due=START + timedelta(hours=1))) as (client, stage):
        answer = (await client.post(CLOCK, json={"next": True})).json()
        assert (answer["now"], answer["settled"]) == ("2026-09-15T14:00:00Z", True)
        assert answer["next"]["due"] == "2026-09-15T15:00:00Z"
        assert stage.adapter.marks == ["n1:0"]


async def test_a_move_stops_at_each_due_instant_so_that_nothing_is_late() -> None:
    due = [START + timedelta(days=n) for n in (3, 0, 1, 1)]
    notices = [
        notice(f"n{n}", group=f"g{n}", due=each, expires=each + timedelta(minutes=1)) for n, each in enumerate(due)
    ]
    async with rehearsal(*notices) as (client, stage):
        seen: list[tuple[str, str]] = []
        posting = stage.adapter.post

        async def post(*more: Any, **keywords: Any) -> Any:
            seen.append((keywords["mark"], stage.clock.now().isoformat()[:10]))
            return await posting(*more, **keywords)

        stage.adapter.post = post  # type: ignore[method-assign]
        answer = await client.post(CLOCK, json={"to": "2026-09-30T17:00:00+03:00"})
        assert answer.json() == {"now": "2026-09-30T14:00:00Z", "next": None, "settled": True}
        assert seen == [
            ("n1:0", "2026-09-15"),
            ("n2:0", "2026-09-16"),
            ("n3:0", "2026-09-16"),
            ("n0:0", "2026-09-18"),
        ]
        assert set(stage.store.states().values()) == {State.SENT}


async def test_a_move_stops_at_each_night_too_and_what_it_brings_is_due_on_the_way() -> None:
    stage, nights = Stage(notice("n1"), clock=HeldClock(START - timedelta(days=1))), []

    async def nightly() -> None:
        nights.append(stage.clock.now().isoformat())
        if len(nights) == 2:
            stage.store.add(notice("n2", group="g2", due=stage.clock.now() + timedelta(hours=4)))

    control = Control(stage.clock, stage.store, stage.outbox, stage.dispatcher, nightly=nightly)  # type: ignore[arg-type]
    async with stage.running():
        await control.move({"to": "2026-09-17T03:40:00Z"})
    assert nights == [f"2026-09-{day}T03:40:00+00:00" for day in (15, 16, 17)]
    assert stage.adapter.marks == ["n1:0", "n2:0"]


async def test_a_throttled_post_is_waited_for_before_time_goes_on() -> None:
    async with rehearsal(notice("n1"), notice("n2", due=START + timedelta(hours=2))) as (client, stage):
        stage.adapter.answers["n1:0"] = [Throttled(0.2)]
        answer = await client.post(CLOCK, json={"to": "2026-09-16T00:00:00Z"})
        assert answer.json()["settled"] is True
        assert stage.adapter.marks == ["n1:0", "n2:0"]


async def test_what_does_not_settle_in_time_is_said_and_time_stays_there() -> None:
    async with rehearsal(notice("n1"), notice("n2", due=START + timedelta(days=1)), seconds=0.1) as (client, stage):
        stage.adapter.seconds = {"g1": 0.25}
        answer = (await client.post(CLOCK, json={"to": "2026-10-01T00:00:00Z"})).json()
        assert (answer["now"], answer["settled"]) == ("2026-09-15T14:00:00Z", False)
        assert await stage.dispatcher.settled(2)


async def test_a_restart_goes_on_where_the_rehearsal_was() -> None:
    async with rehearsal(notice("n1")) as (client, stage):
        await client.post(CLOCK, json={"to": "2026-09-20T00:00:00Z"})
        clock = await held_clock(stage.store, START)
        assert clock.now().isoformat() == "2026-09-20T00:00:00+00:00"
        assert stage.store.marks[MARK] == "2026-09-20T00:00:00+00:00"


async def test_a_rehearsal_that_has_not_begun_starts_at_the_default() -> None:
    assert (await held_clock(FakeStore(), START)).now() == START


async def test_moves_at_the_same_time_follow_each_other() -> None:
    async with rehearsal(*(notice(f"n{n}", due=START + timedelta(hours=n)) for n in range(4))) as (client, stage):
        answers = await asyncio.gather(*(client.post(CLOCK, json={"next": True}) for _ in range(4)))
        assert [each.json()["now"][11:13] for each in answers] == ["14", "15", "16", "17"]
        assert stage.adapter.marks == [f"n{n}:0" for n in range(4)]


@pytest.mark.parametrize(
    "body",
    [
        '{"to": "2026-09-14T13:59:59Z"}',
        '{"to": "2026-09-20T00:00:00"}',
        '{"to": "tomorrow"}',
        '{"to": "9999-12-31T23:59:59-14:00"}',
        '{"to": "0001-01-01T00:00:00+14:00"}',
        '{"to": "2029-10-14T14:00:00Z"}',
        '{"to": 5}',
        '{"to": null}',
        '{"next": false}',
        '{"next": 1}',
        '{"next": true, "to": "2026-09-20T00:00:00Z"}',
        '{"to": "2026-09-20T00:00:00Z", "more": 1}',
        "{}",
        "[]",
        "null",
        "",
        "not json",
        "\udcff",
        "[" * 4096,
        '{"to": "' + "x" * 5000 + '"}',
    ],
)
async def test_an_order_that_cannot_be_followed_says_what_to_do(body: str) -> None:
    async with rehearsal(notice("n1")) as (client, stage):
        answer = await client.post(CLOCK, content=body.encode("utf-8", "surrogateescape"))
        assert answer.status_code == 400
        assert answer.json().keys() == {"error"}
        assert answer.json()["error"].endswith(".")
        assert stage.clock.now() == START - timedelta(days=1)
        assert not stage.store.marks
