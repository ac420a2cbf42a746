"""Memory of a Piiri on both platforms at once, with a thousand groups that have nothing to do."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.commands import PIIRI, free_port, resident
from bench.crowd import a_full_group, crowd
from bench.discord import on_discord, tell_discord
from bench.discord import somebody as on_discord_as
from bench.table import Line
from bench.telegram import MEMBERS, on_telegram, tell_telegram
from bench.telegram import somebody as on_telegram_as
from bot.adapters.memory.adapter import MemoryAdapter
from bot.app import opened
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock
from tests.fakes.stand_in import Ask, stand_in

GROUPS = 1_000
AT_REST = 10.0
"""Seconds: by then the library knows all servers, and what was read at the start is let go of."""


def measure() -> Iterator[Line]:
    """`piiri run`, connected to both."""
    yield from asyncio.run(_measure())


async def _measure() -> list[Line]:
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        async with stand_in("discord") as discord, stand_in("telegram") as telegram:
            env = {
                **os.environ,
                "PIIRI_PORT": str(free_port()),
                "PIIRI_TELEGRAM_TOKEN": telegram.token,
                "PIIRI_TELEGRAM_API_URL": telegram.url,
                "PIIRI_DISCORD_TOKEN": discord.token,
                "PIIRI_DISCORD_API_URL": discord.said["api"],
                "PIIRI_DISCORD_GATEWAY_URL": discord.said["gateway"],
            }
            for groups in (0, GROUPS):
                url, key = f"sqlite:///{folder}/{groups}.db", Path(folder) / f"{groups}.key"
                # The tables are made here in either case: what that takes is not given back at once.
                await _settled(url, key, discord, telegram, groups // 2)
                running = await asyncio.to_thread(_started, env | {"PIIRI_DATABASE_URL": url})
                await asyncio.sleep(AT_REST)
                state = await discord("state")
                assert state["listening"]
                assert len(state["guilds"]) == groups // 2
                what = f"memory at rest, `piiri run` on both platforms, {groups // 2} groups on each"
                figures.append(Line(what, f"{resident(running.pid):.0f} MB"))
                running.terminate()
                running.wait(10)
    return figures


async def _settled(url: str, key: Path, discord: Ask, telegram: Ask, each: int) -> None:
    async with opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False) as piiri:
        if not each:
            return
        await a_full_group(piiri, MEMBERS)
        there = await crowd(piiri, each, platform="discord", channel=on_discord, handle=on_discord_as)
        others = await crowd(piiri, each, platform="telegram", channel=on_telegram, handle=on_telegram_as)
    await tell_discord(discord, there)
    await tell_telegram(telegram, others)


def _started(env: dict[str, str]) -> "subprocess.Popen[bytes]":
    running = subprocess.Popen([PIIRI, "run"], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert running.stdout is not None
    while b"Piiri is at" not in running.stdout.readline():
        assert running.poll() is None
    return running
