"""Memory of a Piiri on both platforms at once, with a thousand groups that have nothing to do."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.commands import PIIRI, free_port, resident
from bench.discord import crowd_on_discord
from bench.stand_in import stand_in
from bench.telegram import moved_to_telegram
from bot.adapters.memory.adapter import MemoryAdapter
from bot.app import opened
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock

GROUPS = 1_000
AT_REST = 10.0
"""Seconds: by then the library knows all servers, and what was read at the start is let go of."""


def measure() -> Iterator[tuple[str, str]]:
    """`piiri run`, connected to both."""
    yield from asyncio.run(_measure())


async def _measure() -> list[tuple[str, str]]:
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
                if groups:
                    await crowd_on_discord(discord, url, key, groups, rest=groups // 2)
                # The tables are made here in either case: what that takes is not given back at once.
                world = opened(url, key, lambda _: [MemoryAdapter()], clock=HeldClock(FIRST_DAY), wakes=False)
                async with world as piiri:
                    await moved_to_telegram(telegram, piiri)
                running = await asyncio.to_thread(_started, env | {"PIIRI_DATABASE_URL": url})
                await asyncio.sleep(AT_REST)
                state = await discord("state")
                assert state["listening"]
                assert len(state["guilds"]) == groups // 2
                what = f"resident memory, piiri run on both, {groups // 2} groups on each (MB)"
                figures.append((what, f"{resident(running.pid):.0f}"))
                running.terminate()
                running.wait(10)
    return figures


def _started(env: dict[str, str]) -> "subprocess.Popen[bytes]":
    running = subprocess.Popen([PIIRI, "run"], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert running.stdout is not None
    while b"Piiri is at" not in running.stdout.readline():
        assert running.poll() is None
    return running
