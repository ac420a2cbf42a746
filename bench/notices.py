"""What a thousand notices of a kind cost, due in the same minute: processor time from the claim to the last commit."""

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bench.crowd import a_full_group, crowd
from bench.place import place
from bench.table import Line
from bot.core.outgoing import Message, Written
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock, NoWaking
from scheduler.dispatcher import Dispatcher
from scheduler.pace import Pace

GROUPS = 1_000
MEMBERS = 5
MEETINGS = 3
IN_FLIGHT = 30


class Stopwatched:
    """The library, with a stopwatch on its words."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self.seconds = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def write(self, message: Message, language: str) -> Written:
        begun = time.thread_time()
        try:
            return self._library.write(message, language)
        finally:
            self.seconds += time.thread_time() - begun


def measure() -> Iterator[Line]:
    """Kind by kind, as they come due around the first meetings of each group; founding them is not counted."""
    for kind, runs in asyncio.run(_measure()).items():
        whole, words = (statistics.median(run[n] for run in runs) for n in (0, 1))
        least = min(run[0] for run in runs)
        figures = f"{whole:.3f} s, of which words {words:.3f}; least {least:.3f}"
        yield Line(f"{GROUPS:,} of kind {kind}, nothing posted: CPU, median of {len(runs)}", figures)


async def _measure() -> dict[str, list[tuple[float, float]]]:
    figures: dict[str, list[tuple[float, float]]] = {}
    clock = HeldClock(FIRST_DAY)
    async with place(clock) as (piiri, adapter):
        await a_full_group(piiri, MEMBERS)
        await crowd(piiri, GROUPS, platform="memory", channel="channel:{}".format, handle="person:{}".format)
        library = Stopwatched(piiri.house.library)
        house = replace(piiri.house, library=library)
        paces = {"memory": Pace(in_flight=IN_FLIGHT)}
        dispatcher = Dispatcher(piiri.store, piiri.store.outbox, piiri.adapters, house, NoWaking(), paces=paces)
        running = asyncio.create_task(dispatcher.run())
        while len(figures.get("results", ())) < MEETINGS:
            first = await piiri.store.outbox.next_due()
            assert first is not None
            clock.move(max(first.due, clock.now()))
            adapter.arrived.clear()
            library.seconds = 0.0
            begun = time.process_time()
            dispatcher.ring()
            assert await dispatcher.settled(300)
            figures.setdefault(first.kind, []).append((time.process_time() - begun, library.seconds))
            assert len(adapter.arrived) >= GROUPS, first.kind
        await dispatcher.stop()
        await running
    return figures
