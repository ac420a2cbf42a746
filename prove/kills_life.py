"""One life: Piiri as it runs, on a store and a stand-in's address, until all that is due is sent or it is killed."""

import asyncio
import logging
import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord

import bot.adapters.telegram.adapter
import bot.app
import bot.content.calendar
import bot.serving.serve
import bot.store.postgresql  # and its driver
from bot.adapters.discord import adapter as discord_module
from bot.adapters.discord import commands
from bot.adapters.discord.client import build_client
from bot.app import Ground, opened
from bot.content.library import Library
from bot.core import delivery
from bot.core.platform import Adapter
from bot.serving.serve import discord_adapter, telegram_adapter
from bot.settings import Settings
from bot.store.store import SqlStore, open_store
from prove.kills_points import Points, mark_the_wire, watch_adapter, watch_store
from scheduler.pace import Pace
from tests.fakes.discord.state import TOKEN as DISCORD_TOKEN
from tests.fakes.telegram.state import TOKEN as TELEGRAM_TOKEN

LIBRARY = Library()
PATIENCE = 60.0
"""Seconds within which all that is due has to be through."""


def warm() -> None:
    """What a first start takes long for is done before anybody is born: words read, rooms imported, a store made."""
    LIBRARY.programme("vahvistin")
    commands.tree(LIBRARY)
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_once(Path(folder)))


async def _once(folder: Path) -> None:
    await (await open_store(f"sqlite:///{folder / 'warm.db'}", folder / "warm.key")).close()


def live(order: Any) -> None:
    """Live until all is settled; killed at `point` when it is passed for the `nth` time."""
    logging.disable()
    points = Points(order["point"], order["nth"])
    _hurry()
    mark_the_wire()
    asyncio.run(_lived(order, points))


async def _lived(order: Any, points: Points) -> None:
    async def open_and_watch(*given: Any, **named: Any) -> SqlStore:
        return watch_store(await open_store(*given, **named), points)

    def adapters(ground: Ground) -> Sequence[Adapter]:
        settings = _settings(order)
        made: Adapter
        made = telegram_adapter(settings, ground) if settings.telegram_token else discord_adapter(settings, ground)
        return [watch_adapter(made, points)]

    bot.app.open_store = open_and_watch  # type: ignore[attr-defined]
    key = Path(order["key"])
    async with opened(order["database"], key, adapters, library=LIBRARY, held=True, wakes=False) as piiri:
        if not await piiri.dispatcher.settled(PATIENCE):
            raise TimeoutError("what was due did not settle")
        os._exit(0)  # nobody needs the winding up


def _settings(order: Any) -> Settings:
    if order["platform"] == "telegram":
        named = {"telegram_token": TELEGRAM_TOKEN, "telegram_api_url": order["url"]}
        return Settings(**named, telegram_in_flight=order["in_flight"])
    urls = {"discord_api_url": order["url"], "discord_gateway_url": order["gateway"]}
    return Settings(discord_token=DISCORD_TOKEN, **urls)


def _hurry() -> None:
    """Waits of the machine's time are cut short, the order of things is not: pauses after a crash, and the pace."""
    delivery.FIRST_WAIT, delivery.LONGEST_WAIT = timedelta(milliseconds=2), timedelta(milliseconds=20)
    bot.serving.serve.TELEGRAM, bot.serving.serve.DISCORD = Pace(), replace(bot.serving.serve.DISCORD, per_second=None)

    def ready_soon(*given: Any, **named: Any) -> discord.Client:
        client = build_client(*given, **named)
        client._connection.guild_ready_timeout = 0.02
        return client

    discord_module.build_client = ready_soon  # type: ignore[attr-defined]


warm()
