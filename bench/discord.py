"""A thousand channels due in the same minute, against the stand-in for Discord in a process of its own."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord

from bench.crowd import Somebody, a_full_group, copy, leave_out, move
from bench.stand_in import Ask, stand_in
from bot.adapters.discord import render
from bot.adapters.discord.adapter import DiscordAdapter
from bot.adapters.memory.adapter import MemoryAdapter
from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.model import Notice
from bot.core.outgoing import Written
from bot.core.platform import Adapter, Address, Outcome, Sent
from bot.serve import DISCORD
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock, machine_now
from scheduler.pace import Gate, Pace

GROUPS = 1_000
MEMBERS = 5
IN_FLIGHT = 32
PRESSES = 400
RUNS = 3
BAREST = Pace(in_flight=IN_FLIGHT)
KINDS = ("soon", "pretask", "reminder")
LEFT_OUT = ("plan", "brief")
"""What asks for more than one request each: a pin, a private channel."""

SERVERS, CHANNELS, PEOPLE = 7_000_000, 8_000_000, 9_000_000


def measure_pace() -> Iterator[tuple[str, str]]:
    """Under Discord's limits: one post a channel, and people pressing and using commands meanwhile."""
    yield from asyncio.run(_measure_pace())


def measure_cost() -> Iterator[tuple[str, str]]:
    """Without limits: our processor time for a thousand notices, and that of the library's bare loop."""
    yield from asyncio.run(_measure_cost())


async def _measure_pace() -> list[tuple[str, str]]:
    figures = []
    least = GROUPS / (DISCORD.per_second or 1)
    async with stand_in("discord", "--limits") as ask, _crowd(ask, DISCORD) as (piiri, people):
        for kind, acts in (("pretask", 0), ("reminder", 0), ("soon", PRESSES)):
            doing = await _acts(ask, people[:acts]) if acts else []
            await ask("reset")
            begun = time.perf_counter()
            acting = asyncio.create_task(_act(ask, doing, least))
            await _due(piiri, kind)
            taken = time.perf_counter() - begun
            await acting
            stats = await ask("stats")
            with_acts = f", {acts} presses and commands meanwhile" if acts else ""
            figures += [
                (f"{GROUPS:,} {kind}s{with_acts}: seconds", f"{taken:.1f}, {taken / least:.3f} of what 50/s allow"),
                ("  most in any second, refused as too fast", f"{stats['most_in_a_second']}, {stats['throttled']}"),
            ]
            if acts:
                waits = stats["acknowledged_ms"]
                answered = f"{stats['acknowledged']} of {stats['interactions']}"
                figures.append(
                    (f"  acknowledged ({answered}), median / p99 (ms)", f"{waits['p50']:.0f} / {waits['p99']:.0f}")
                )
    return figures


async def _measure_cost() -> list[tuple[str, str]]:
    whole: dict[str, list[float]] = {kind: [] for kind in KINDS}
    sending: dict[str, list[float]] = {kind: [] for kind in KINDS}
    bare: dict[str, list[float]] = {kind: [] for kind in KINDS}
    async with stand_in("discord") as ask, _crowd(ask, BAREST) as (piiri, people):
        adapter = piiri.adapters["discord"]
        assert isinstance(adapter, Overheard)
        while any(len(runs) < RUNS for runs in whole.values()):
            kind = (await _next(piiri)).kind
            adapter.silent = kind not in KINDS
            begun = time.process_time()
            await _due(piiri, kind)
            taken = time.process_time() - begun
            if kind in KINDS:
                whole[kind].append(taken)
                for _ in range(RUNS):  # in turn, so that whatever else this machine does is for both alike
                    sending[kind].append(await _adapter_s_loop(adapter, people, adapter.said))
                    bare[kind].append(await _bare_loop(ask.token, people, adapter.said))
    figures = []
    for kind in KINDS:
        all_of_it, ours, floor = min(whole[kind]), min(sending[kind]), min(bare[kind])
        figures += [
            (
                f"processor time, {GROUPS:,} notices of kind {kind} (s)",
                f"{all_of_it:.3f}, {all_of_it / floor:.3f} of bare",
            ),
            ("  the library's bare send, in a loop", f"{floor:.3f}"),
            ("  the adapter's sending, in the same loop", f"{ours:.3f}, {ours / floor:.3f} of bare"),
            ("  all but the sending: claim, compose, write down", f"{all_of_it - ours:.3f}"),
        ]
    return figures


async def _next(piiri: Piiri) -> Notice:
    first = await piiri.store.outbox.next_due(machine_now=machine_now())
    assert first is not None
    return first


async def _due(piiri: Piiri, kind: str) -> None:
    """Move to the next due time, which is that of this kind, and wait until all of it is sent and written down."""
    clock, first = piiri.house.clock, await _next(piiri)
    assert isinstance(clock, HeldClock)
    assert first.kind == kind, first.kind
    clock.move(max(first.due, clock.now()))
    piiri.dispatcher.ring()
    assert await piiri.dispatcher.settled(300)


async def _adapter_s_loop(adapter: DiscordAdapter, people: list[Somebody], part: Written) -> float:
    """The adapter alone, as many at a time: processor time."""
    run = time.monotonic_ns()

    async def one(number: int) -> None:
        to = Address("discord", people[number].channel, private=False)
        assert isinstance(await adapter.post(to, part, mark=f"{run:x}:{number}"), Sent)

    return await _in_turns(one, len(people))


async def _bare_loop(token: str, people: list[Somebody], part: Written) -> float:
    """The library's own client, as many at a time, and nothing else: processor time."""
    library = Library()
    async with discord.Client(intents=discord.Intents.none()) as client:
        await client.login(token)

        async def one(number: int) -> None:
            server, _, within = people[number].channel.partition("/")
            there = client.get_partial_messageable(int(within), guild_id=int(server))
            view: Any = render.view(part)
            await there.send(content=render.text(part, library), view=view, files=render.files(part))

        return await _in_turns(one, len(people))


async def _in_turns(one: Callable[[int], Awaitable[None]], count: int) -> float:
    places = asyncio.Semaphore(IN_FLIGHT)

    async def in_place(number: int) -> None:
        async with places:
            await one(number)

    begun = time.process_time()
    await asyncio.gather(*(in_place(number) for number in range(count)))
    return time.process_time() - begun


@asynccontextmanager
async def _crowd(ask: Ask, pace: Pace) -> AsyncIterator[tuple[Piiri, list[Somebody]]]:
    """A thousand groups on Discord, each on a server of its own; somebody in each of them."""
    with tempfile.TemporaryDirectory() as folder:
        url, key = f"sqlite:///{folder}/bench.db", Path(folder) / "bench.key"
        people = await crowd_on_discord(ask, url, key, GROUPS)

        def adapters(ground: Ground) -> list[Adapter]:
            return [
                Overheard(
                    ask.token,
                    library=ground.library,
                    gate=Gate(pace),
                    api_url=ask.said["api"],
                    gateway_url=ask.said["gateway"],
                )
            ]

        async with opened(url, key, adapters, clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
            await ask("connected")
            await asyncio.sleep(3)  # until the library knows all servers
            yield piiri, people


async def crowd_on_discord(ask: Ask, url: str, key: Path, groups: int, rest: int = 0) -> list[Somebody]:
    """A new store with so many groups; all but `rest` of them live on Discord, whose stand-in knows everybody."""
    async with opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
        await a_full_group(piiri, MEMBERS)
        await copy(piiri, groups - 1)
        await leave_out(piiri, *LEFT_OUT)
        place = f"({SERVERS} + rowid) || '/' || ({CHANNELS} + rowid)"
        people = await move(piiri, "discord", channel=place, handle=f"'' || ({PEOPLE} + rowid)", rest=rest)
    world: list[list[Any]] = []
    for one in people:
        server, _, channel = one.channel.partition("/")
        world.append(["person", {"name": "Aino", "person_id": int(one.handle)}])
        world.append(["guild", {"name": "Talo", "members": [int(one.handle)], "guild_id": int(server)}])
        world.append(["channel", {"guild": int(server), "name": "piiri", "channel_id": int(channel)}])
    await ask("bulk", do=world)
    return people


class Overheard(DiscordAdapter):
    """The adapter, with what it said last; it says nothing aloud while it is `silent`."""

    said = Written(())
    silent = False

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.said = part
        return Sent("1") if self.silent else await super().post(to, part, mark=mark, again=again)


async def _acts(ask: Ask, people: list[Somebody]) -> list[list[Any]]:
    """In turn somebody presses that they come, and uses a command."""
    whos = [{"person": int(one.handle), "channel": int(one.channel.partition("/")[2])} for one in people]
    stand = await ask("bulk", do=[["last", who] for who in whos])
    acts: list[list[Any]] = []
    for number, (who, message) in enumerate(zip(whos, stand, strict=True)):
        if number % 2:
            acts.append(["invokes", who | {"command": "piiri menu"}])
        else:
            coming = next(each["custom_id"] for each in message["buttons"] if each["custom_id"].startswith("coming:"))
            acts.append(["presses", who | {"message": message["id"], "button": coming}])
    return acts


async def _act(ask: Ask, acts: list[list[Any]], seconds: float) -> None:
    """One after another, over so many seconds."""
    if acts:
        done = await ask("acts", do=acts, every=seconds / len(acts))
        assert not [each for each in done if "error" in each], done
