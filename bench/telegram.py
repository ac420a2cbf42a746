"""Thousands of notices due in the same minute on Telegram, beside other ways to send as many."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.cpu import of_server, spent
from bench.crowd import FIRST, Somebody, a_full_group, crowd
from bench.stall import worst_stall
from bench.table import Line, paired
from bench.worker import Worker, worker
from bot.adapters.memory.adapter import MemoryAdapter
from bot.adapters.telegram import render
from bot.adapters.telegram.adapter import TelegramAdapter
from bot.app import Ground, Piiri, opened
from bot.core.outgoing import Written
from bot.core.platform import Adapter
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock
from scheduler.pace import Gate, Pace
from tests.fakes.stand_in import Ask, stand_in
from tests.postgres import Server, server

GROUPS = 4_000
MEMBERS = 5
ROUNDS = 6
"""As many of the one kind as of the other: in five, a median would be that of the kind that comes thrice."""

IN_FLIGHT = 30
BAREST = Pace(in_flight=IN_FLIGHT)
KINDS = ("pretask", "soon")
"""What is sent, in the order in which it falls due before each meeting: one message with buttons each.

The reminder between them is left out: it has a calendar file, which the others would not have to make.
"""

CHATS, PEOPLE = 1_000_000, 5_000_000


def measure() -> Iterator[Line]:
    """Round by round each in turn: ours on SQLite and PostgreSQL, the bare library, APScheduler, procrastinate."""
    yield from asyncio.run(_measure(GROUPS, ROUNDS))


async def _measure(groups: int, rounds: int) -> list[Line]:
    cost: dict[str, list[float]] = {
        name: [] for name in ("ours", "on-postgres", "bare", "apscheduler", "procrastinate")
    }
    async with AsyncExitStack() as held:
        postgres = held.enter_context(server(durable=True))
        ask = await held.enter_async_context(stand_in("telegram"))
        other = await held.enter_async_context(stand_in("telegram"))  # no two bots ask for one token's updates
        here = await held.enter_async_context(telegram_crowd(ask, groups, BAREST, kinds=KINDS))
        there = await held.enter_async_context(
            telegram_crowd(other, groups, BAREST, kinds=KINDS, url=postgres.make("piiri"))
        )
        theirs = await held.enter_async_context(
            worker("bench.theirs_telegram", ask.token, ask.url, postgres.make("procrastinate"))
        )
        chats = [int(one.channel) for one in here.people]
        for number in range(rounds):
            kind = KINDS[number % len(KINDS)]
            cost["ours"].append(await _ours(here, ask, kind, groups, None))
            said = here.adapter.said
            text = {"text": render.html(said), "buttons": _buttons(said)}
            cost["bare"].append(await _theirs(ask, theirs, "bare", chats=chats, **text))
            cost["apscheduler"].append(await _theirs(ask, theirs, "apscheduler", chats=chats, **text))
            await theirs("defer", chats=chats, **text)
            before = of_server(postgres)
            taken = await _theirs(ask, theirs, "procrastinate")
            cost["procrastinate"].append(taken + of_server(postgres) - before)
            cost["on-postgres"].append(await _ours(there, other, kind, groups, postgres))
        async with worst_stall() as stall:
            await due(here.piiri, KINDS[rounds % len(KINDS)])
    what = f"Telegram, {groups:,} notices, {rounds} rounds:"
    return [
        paired(f"{what} dispatch / bare library loop (CPU each)", cost["ours"], cost["bare"], 0.25, groups),
        paired("  dispatch / APScheduler's job store + library", cost["ours"], cost["apscheduler"], 0.15, groups),
        paired("  dispatch on PostgreSQL / procrastinate", cost["on-postgres"], cost["procrastinate"], None, groups),
        paired("  dispatch on PostgreSQL / bare library loop", cost["on-postgres"], cost["bare"], None, groups),
        Line("  worst stall of the event loop meanwhile", ours=f"{stall.worst * 1000:.0f} ms"),
    ]


async def _ours(side: "Telegram", ask: Ask, kind: str, groups: int, postgres: Server | None) -> float:
    await ask("reset")
    begun = spent(postgres)
    await due(side.piiri, kind)
    taken = spent(postgres) - begun
    accepted = (await ask("stats"))["accepted"]
    assert accepted == groups, accepted
    return taken


async def _theirs(ask: Ask, theirs: Worker, how: str, **what: Any) -> float:
    await ask("reset")
    taken: float = await theirs(how, **what)
    accepted = (await ask("stats"))["accepted"]
    assert accepted == GROUPS, accepted
    return taken


def _buttons(said: Written) -> list[list[list[str]]]:
    keyboard = render.keyboard(said)
    return [[[b.text, str(b.callback_data)] for b in row] for row in keyboard.inline_keyboard] if keyboard else []


async def due(piiri: Piiri, kind: str) -> None:
    """Move to the next due time, which is that of this kind, and wait until all of it is sent and written down."""
    clock = piiri.house.clock
    assert isinstance(clock, HeldClock)
    first = await piiri.store.outbox.next_due()
    assert first is not None
    assert first.kind == kind, first.kind
    clock.move(max(first.due, clock.now()))
    piiri.dispatcher.ring()
    assert await piiri.dispatcher.settled(300)


class Overheard(TelegramAdapter):
    """The adapter, with what it said last."""

    said = Written(())

    async def post(self, to: Any, part: Written, *, mark: str, again: bool = False) -> Any:
        self.said = part
        return await super().post(to, part, mark=mark)


@dataclass
class Telegram:
    """A Piiri on Telegram, with somebody of each group."""

    piiri: Piiri
    people: list[Somebody]
    adapter: Overheard


def on_telegram(number: int) -> str:
    return f"-{CHATS + number}"


def somebody(number: int) -> str:
    return str(PEOPLE + number)


@asynccontextmanager
async def telegram_crowd(
    ask: Ask, groups: int, pace: Pace, *, kinds: tuple[str, ...] = (), url: str = "", opened_chats: bool = False
) -> AsyncIterator[Telegram]:
    """So many groups on Telegram, on SQLite unless another database is named."""
    with tempfile.TemporaryDirectory() as folder:
        url, key = url or f"sqlite:///{folder}/bench.db", Path(folder) / "bench.key"
        people = await crowd_on_telegram(ask, url, key, groups, kinds, opened_chats=opened_chats)

        def adapters(ground: Ground) -> list[Adapter]:
            return [Overheard(ask.token, inbox=ground.inbox, library=ground.library, gate=Gate(pace), api_url=ask.url)]

        async with opened(url, key, adapters, clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
            adapter = piiri.adapters["telegram"]
            assert isinstance(adapter, Overheard)
            yield Telegram(piiri, people, adapter)


async def crowd_on_telegram(
    ask: Ask, url: str, key: Path, groups: int, kinds: tuple[str, ...] = (), *, opened_chats: bool = False
) -> list[Somebody]:
    """A store with so many groups on Telegram, whose stand-in knows somebody in each of them."""
    async with opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
        await a_full_group(piiri, MEMBERS)
        people = await crowd(piiri, groups, platform="telegram", channel=on_telegram, handle=somebody, kinds=kinds)
    await tell_telegram(ask, people, opened_chats=opened_chats)
    return people


async def tell_telegram(ask: Ask, people: list[Somebody], *, opened_chats: bool = False) -> None:
    """The stand-in knows these people and their groups."""
    named = {"first_name": FIRST, "opened": opened_chats}
    await ask("people", people=[{"id": int(one.handle), **named} for one in people])
    groups = [{"id": int(one.channel), "members": [int(one.handle)], "kind": "group"} for one in people]
    await ask("groups", groups=groups)
