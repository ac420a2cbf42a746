"""A thousand groups due in the same minute, against the Bot API stand-in in a process of its own."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from telegram import Bot
from telegram.constants import ParseMode
from telegram.request import HTTPXRequest

from bench.crowd import a_full_group, copy, move
from bench.stand_in import Ask, stand_in
from bot.adapters.memory.adapter import MemoryAdapter
from bot.adapters.telegram import render
from bot.adapters.telegram.adapter import TelegramAdapter
from bot.app import Ground, Piiri, opened
from bot.core.outgoing import Written
from bot.core.platform import Adapter
from bot.serve import TELEGRAM
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock, machine_now
from scheduler.pace import Gate, Pace

GROUPS = 1_000
MEMBERS = 5
IN_FLIGHT = 30
PRESSES = 300
BAREST = Pace(in_flight=IN_FLIGHT)


def measure_pace() -> Iterator[tuple[str, str]]:
    """Under Telegram's limits: one post a group, and people pressing meanwhile."""
    yield from asyncio.run(_measure_pace())


def measure_cost() -> Iterator[tuple[str, str]]:
    """Without limits: our processor time for a thousand notices, and that of the library's bare loop."""
    yield from asyncio.run(_measure_cost())


async def _measure_pace() -> list[tuple[str, str]]:
    figures = []
    least = GROUPS / (TELEGRAM.per_second or 1)
    async with stand_in("telegram", "--limits") as ask, _crowd(ask, TELEGRAM) as (piiri, people):
        for kind, presses in (("plan", 0), ("pretask", PRESSES)):
            await ask("reset")
            begun = time.perf_counter()
            pressing = asyncio.create_task(_press(ask, people[:presses], GROUPS / 30 / max(presses, 1)))
            await _due(piiri, kind)
            taken = time.perf_counter() - begun
            await pressing
            stats = await ask("stats")
            with_presses = f", {presses} presses meanwhile" if presses else ""
            figures += [
                (f"{GROUPS:,} {kind}s{with_presses}: seconds", f"{taken:.1f}, {taken / least:.3f} of what 30/s allow"),
                ("  most in any second, refused as too fast", f"{stats['most_in_a_second']}, {stats['throttled']}"),
            ]
            if presses:
                waits = stats["latency_ms"]
                answered = f"{stats['answered']} of {stats['presses']}"
                figures.append(
                    (f"  presses answered ({answered}), median / p99 (ms)", f"{waits['p50']:.0f} / {waits['p99']:.0f}")
                )
    return figures


async def _measure_cost() -> list[tuple[str, str]]:
    async with stand_in("telegram") as ask, _crowd(ask, BAREST) as (piiri, _):
        seconds = {}
        for kind in ("plan", "pretask", "brief", "reminder", "soon"):
            begun = time.process_time()
            await _due(piiri, kind)
            seconds[kind] = time.process_time() - begun
        said = piiri.adapters["telegram"].said  # type: ignore[attr-defined]
        bare = await _bare_loop(ask.url, ask.token, said, GROUPS)
    figures = [(f"processor time, {GROUPS:,} of the library's bare send_message (s)", f"{bare:.3f}")]
    for kind in ("soon", "pretask", "reminder"):
        what = f"processor time, {GROUPS:,} notices of kind {kind} (s)"
        figures.append((what, f"{seconds[kind]:.3f}, {seconds[kind] / bare:.3f} of that"))
    return figures


async def _due(piiri: Piiri, kind: str) -> None:
    """Move to the next due time, which is that of this kind, and wait until all of it is sent and written down."""
    clock = piiri.house.clock
    assert isinstance(clock, HeldClock)
    first = await piiri.store.outbox.next_due(machine_now=machine_now())
    assert first is not None
    assert first.kind == kind, first.kind
    clock.move(max(first.due, clock.now()))
    piiri.dispatcher.ring()
    assert await piiri.dispatcher.settled(300)


async def _bare_loop(url: str, token: str, part: Written, count: int) -> float:
    """The library on its default transport, thirty at a time, and nothing else: processor time."""
    places = asyncio.Semaphore(IN_FLIGHT)
    request = HTTPXRequest(connection_pool_size=IN_FLIGHT)
    async with Bot(token, base_url=f"{url}/bot", request=request) as bot:

        async def one(number: int) -> None:
            async with places:
                await bot.send_message(
                    -(1_000_001 + number),
                    render.html(part),
                    parse_mode=ParseMode.HTML,
                    reply_markup=render.keyboard(part),
                )

        begun = time.process_time()
        await asyncio.gather(*(one(number) for number in range(count)))
        return time.process_time() - begun


@asynccontextmanager
async def _crowd(ask: Ask, pace: Pace) -> AsyncIterator[tuple[Piiri, list[tuple[int, int, str]]]]:
    """A thousand groups on Telegram; somebody in each of them as (person, chat, a meeting's id)."""
    with tempfile.TemporaryDirectory() as folder:
        url, key = f"sqlite:///{folder}/bench.db", Path(folder) / "bench.key"
        async with opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
            await a_full_group(piiri, MEMBERS)
            await copy(piiri, GROUPS - 1)
            people = await moved_to_telegram(ask, piiri)

        def adapters(ground: Ground) -> list[Adapter]:
            return [Overheard(ask.token, inbox=ground.inbox, library=ground.library, gate=Gate(pace), api_url=ask.url)]

        async with opened(url, key, adapters, clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
            yield piiri, people


async def moved_to_telegram(ask: Ask, piiri: Piiri) -> list[tuple[int, int, str]]:
    """Every group that is nowhere yet lives on Telegram, whose stand-in knows somebody in each of them."""
    moved = await move(piiri, "telegram", channel="'-' || (1000000 + rowid)", handle="'' || (5000000 + rowid)")
    people = [(int(one.handle), int(one.channel), one.meeting) for one in moved]
    await ask("people", people=[{"id": person, "opened": False} for person, _, _ in people])
    await ask("groups", groups=[{"id": chat, "members": [person], "kind": "group"} for person, chat, _ in people])
    return people


class Overheard(TelegramAdapter):
    """The adapter, with what it said last."""

    said = Written(())

    async def post(self, to: Any, part: Written, *, mark: str, again: bool = False) -> Any:
        self.said = part
        return await super().post(to, part, mark=mark)


async def _press(ask: Ask, people: list[tuple[int, int, str]], every: float) -> None:
    """Each says in passing that they come, one after another."""
    if people:
        presses = [{"person": person, "chat": chat, "data": f"coming:{meeting}:"} for person, chat, meeting in people]
        await ask("presses", presses=presses, every=every)
