"""Thousands of notices due in the same minute on Discord, beside the library's bare `channel.send`."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.cpu import spent
from bench.crowd import Somebody, a_full_group, crowd
from bench.table import Line, paired
from bench.telegram import KINDS, MEMBERS, ROUNDS, due
from bench.worker import worker
from bot.adapters.discord import render
from bot.adapters.discord.adapter import DiscordAdapter
from bot.adapters.memory.adapter import MemoryAdapter
from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.outgoing import Written
from bot.core.platform import Adapter, Address, Outcome
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock
from scheduler.pace import Gate, Pace
from tests.fakes.stand_in import Ask, stand_in

GROUPS = 4_000
BAREST = Pace(in_flight=32)
SERVERS, CHANNELS, PEOPLE = 7_000_000, 8_000_000, 9_000_000


def measure() -> Iterator[Line]:
    """Round by round ours, claim and settle included, and the library's own loop."""
    yield from asyncio.run(_measure())


async def _measure() -> list[Line]:
    ours: list[float] = []
    bare: list[float] = []
    async with (
        stand_in("discord") as ask,
        discord_crowd(ask, GROUPS, BAREST) as side,
        worker("bench.theirs_discord", ask.token, ask.said["api"]) as theirs,
    ):
        channels = [[int(part) for part in one.channel.split("/")] for one in side.people]
        for number in range(ROUNDS):
            begun = spent()
            await due(side.piiri, KINDS[number % len(KINDS)])
            ours.append(spent() - begun)
            said = side.adapter.said
            text, buttons = render.text(said, Library()), _buttons(said)
            bare.append(await theirs("bare", channels=channels, text=text, buttons=buttons))
    what = f"Discord, {GROUPS:,} notices, {ROUNDS} rounds: dispatch / bare channel.send (CPU each)"
    return [paired(what, ours, bare, 1.3, GROUPS)]


def _buttons(said: Written) -> list[list[list[str]]]:
    return [[[button.label, button.data] for button in row] for row in said.buttons]


class Overheard(DiscordAdapter):
    """The adapter, with what it said last."""

    said = Written(())

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.said = part
        return await super().post(to, part, mark=mark, again=again)


@dataclass
class Discord:
    """A Piiri on Discord, with somebody of each group."""

    piiri: Piiri
    people: list[Somebody]
    adapter: Overheard


def on_discord(number: int) -> str:
    return f"{SERVERS + number}/{CHANNELS + number}"


def somebody(number: int) -> str:
    return str(PEOPLE + number)


@asynccontextmanager
async def discord_crowd(ask: Ask, groups: int, pace: Pace) -> AsyncIterator[Discord]:
    """So many groups, each on a server of its own, all of which the library knows."""
    with tempfile.TemporaryDirectory() as folder:
        url, key = f"sqlite:///{folder}/bench.db", Path(folder) / "bench.key"
        async with opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
            await a_full_group(piiri, MEMBERS)
            people = await crowd(piiri, groups, platform="discord", channel=on_discord, handle=somebody, kinds=KINDS)
        await tell_discord(ask, people)

        def adapters(ground: Ground) -> list[Adapter]:
            api, gateway = ask.said["api"], ask.said["gateway"]
            return [
                Overheard(ask.token, library=ground.library, gate=Gate(pace), api_url=api, gateway_url=gateway),
            ]

        async with opened(url, key, adapters, clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
            adapter = piiri.adapters["discord"]
            assert isinstance(adapter, Overheard)
            await ask("connected")
            while len(adapter.client.guilds) < groups:  # noqa: ASYNC110 - the library tells nobody
                await asyncio.sleep(0.1)
            yield Discord(piiri, people, adapter)


async def tell_discord(ask: Ask, people: list[Somebody]) -> None:
    """The stand-in knows these people, their servers and channels."""
    world: list[list[Any]] = []
    for one in people:
        server, _, channel = one.channel.partition("/")
        world.append(["person", {"name": "Aino", "person_id": int(one.handle)}])
        world.append(["guild", {"name": "Talo", "members": [int(one.handle)], "guild_id": int(server)}])
        world.append(["channel", {"guild": int(server), "name": "piiri", "channel_id": int(channel)}])
    await ask("bulk", do=world)
