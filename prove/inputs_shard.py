"""One process's share of the inputs: `python -m prove.inputs_shard` reads an order (JSON) and writes what it found."""

import asyncio
import gc
import json
import logging
import random
import sys
import tempfile
import time
import traceback
from array import array
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.adapters.discord import render as discord
from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.memory.adapter import MODAL, STEPS, MemoryAdapter
from bot.adapters.telegram import render as telegram
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.core.incoming import Incoming, Sender
from bot.core.outgoing import Answer, Written
from bot.core.platform import Address, Outcome, Sent
from prove import inputs_reads
from prove.circles import HOURS, LIBRARY, Circles, circles_in, turns_into
from prove.inputs_drawn import HOSTILE, Drawer
from prove.memory import held

LIFE = 4_000
"""Inputs that one world of three groups bears; then another is begun."""

BATCH = 250
STUCK = 5.0
CAPABLE = (MODAL, STEPS, TELEGRAM, DISCORD)
BROUGHT_DOWN = ("a turn failed", "composing failed", "could not be put away", "failed")
"""What the log says of something that nobody had foreseen."""


@dataclass
class Found:
    """What one process saw; times in seconds."""

    turns: int = 0
    reads: int = 0
    walls: "array[float]" = field(default_factory=lambda: array("d"))
    cpus: "array[float]" = field(default_factory=lambda: array("d"))
    handlers: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    readers: Counter[str] = field(default_factory=Counter)
    uncaught: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    posts: int = 0
    warm_after: int = 0
    warm: float = 0.0
    grown: float = 0.0


class _Log(logging.Handler):
    def __init__(self, found: Found) -> None:
        super().__init__(logging.WARNING)
        self.found, self.doing = found, ""

    def emit(self, record: logging.LogRecord) -> None:
        line = record.getMessage()
        understood = "could not be understood" in line or "could not be read" in line  # that is how it is refused
        if record.levelno >= logging.ERROR and not understood:
            self.found.uncaught.append(f"{line} [{self.doing}]")


@dataclass
class Airy(MemoryAdapter):
    """Keeps nothing of what arrives, but renders it as the real platforms do."""

    count: int = 0

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.count += 1
        rendered((part,))
        return Sent(str(self.count))

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        rendered((part,))
        return Sent(post)


def rendered(answer: Answer) -> None:
    """Made into what Telegram and Discord would be sent, which must be possible with whatever anybody wrote."""
    if isinstance(answer, tuple):
        for part in answer:
            telegram.html(part), telegram.plain(part), telegram.keyboard(part)
            discord.text(part, LIBRARY)


def main() -> None:
    """Follow the order on standard input."""
    order = json.load(sys.stdin)
    found = Found()
    log = _Log(found)
    logging.getLogger().addHandler(log)
    logging.getLogger().setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="piiri-inputs-", dir=order["folder"]) as folder:
        asyncio.run(_all(Path(folder), order, found, log))
    json.dump({**vars(found), "walls": list(found.walls), "cpus": list(found.cpus)}, sys.stdout)


async def _all(folder: Path, order: dict[str, Any], found: Found, log: _Log) -> None:
    """Turns in one life after another, and in each its share of the readings."""
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda _, told: found.uncaught.append(f"{told.get('message')}: {told.get('exception')!r}")
    )
    found.warm_after = order["turns"] // 5
    lives = max(1, round(order["turns"] / LIFE))
    for life in range(lives):
        chance = random.Random(order["seed"] * 1_000 + life)
        home = folder / str(life)
        home.mkdir()
        await _life(home, chance, order, order["turns"] // lives, log)
        # In life Piiri is opened once: what one that has ended leaves behind is no inputs' doing.
        gc.collect()
        for _ in range(order["reads"] // lives):
            log.doing = "a reading"
            try:
                found.readers[inputs_reads.one(chance)] += 1
            except Exception as error:
                found.uncaught.append(f"a reader: {error!r} {''.join(traceback.format_tb(error.__traceback__)[-1:])}")
            found.reads += 1
    found.grown = held() - found.warm


async def _life(home: Path, chance: random.Random, order: dict[str, Any], turns: int, log: _Log) -> None:
    hours, found = HOURS[1:6:2] if order["small"] else HOURS, log.found
    async with circles_in(home, chance.randrange(10**6), Airy(MODAL)) as world:
        for letter, programme in (("A", "vahvistin"), ("B", "tyopeili"), ("C", "keikkatyo")):
            await world.found(letter, programme)
        drawer = Drawer(chance)
        for state, at in hours:
            log.doing = state
            if at > world.clock.now():
                await world.moves(at)
            await turns_into(world, state)
            for _ in range(turns // len(hours) // BATCH + 1):
                await _batch(world, drawer, chance, min(BATCH, max(1, turns // len(hours))), log)
        adapter = world.adapter
        assert isinstance(adapter, Airy)
        found.posts += adapter.count


async def _batch(world: Circles, drawer: Drawer, chance: random.Random, count: int, log: _Log) -> None:
    """Some inputs one after another, then everything settles and an hour passes."""
    found = log.found
    await _look(world, drawer, chance)
    world.can(chance.choice(CAPABLE))
    people = [*world.names, "S1", "S2"]
    for _ in range(count):
        kind, word, act = drawer.draw()
        handle = chance.choice(people)
        name = world.names.get(handle, "Urho") if chance.random() < 0.97 else chance.choice(HOSTILE)
        language = chance.choice(("fi", "en", "sv", None, "xx"))
        sender = Sender("memory", handle if chance.random() < 0.99 else "", name, language, chance.random() < 0.8)
        channel = chance.choice(
            (None, None, None, "channel-A", "channel-B", "channel-C", "nowhere", chance.choice(HOSTILE)[:50])
        )
        world.keys += 1
        incoming = Incoming(
            f"k{world.keys}", sender, channel, act, chance.choice(("Piiri", "", chance.choice(HOSTILE)[:100]))
        )
        log.doing = f"{kind} {str(act)[:300]} by {handle} in {channel!r}"
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            answer = await asyncio.wait_for(world.piiri.hear(incoming), 60)
            rendered(answer)
            drawer.learns(answer)
        except TimeoutError:
            found.stuck.append(log.doing)
        except Exception as error:
            found.uncaught.append(f"{error!r} at {traceback.extract_tb(error.__traceback__)[-1]} [{log.doing}]")
        found.walls.append(round(time.perf_counter() - wall, 5))
        found.cpus.append(round(time.process_time() - cpu, 5))
        if found.walls[-1] > STUCK and found.cpus[-1] > STUCK / 4:
            found.stuck.append(f"{found.walls[-1]:.1f} s: {log.doing}")
        found.turns += 1
        found.kinds[kind] += 1
        found.handlers[word] += 1
    if not found.warm and found.turns >= found.warm_after:
        found.warm = held()
    log.doing = f"settling after {log.doing}"
    world.piiri.dispatcher.ring()
    if not await world.piiri.dispatcher.settled(60):
        found.stuck.append("the dispatcher did not settle")


async def _look(world: Circles, drawer: Drawer, chance: random.Random) -> None:
    """What ids there are now."""
    ids: list[str] = []
    async with world.piiri.store.begin() as work:
        for name in ("meetings", "members", "questions", "papers", "polls", "batches", "notices", "subgroups", "notes"):
            rows = await getattr(work, name).find()
            ids += [row.id for row in chance.sample(rows, min(8, len(rows)))]
        drawer.groups = tuple(group.id for group in await work.groups.find())
    drawer.ids = tuple(ids)
    for group_id in drawer.groups:
        drawer.offered.append(f"menu:{group_id}:")


if __name__ == "__main__":
    main()
