"""Fixtures for Piiri behind the Discord adapter; a test module names this one in its `pytest_plugins`."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord import adapter as adapter_module
from bot.adapters.discord.client import build_client
from bot.core import delivery
from bot.store.store import open_store
from tests.discord.post_office_discord import Hurried, Hurries, PostOffice
from tests.office import database


@pytest.fixture
def hurries(monkeypatch: pytest.MonkeyPatch) -> Hurries:
    """Has what a module sleeps take a hundredth of its time; the list of how long it meant to."""

    def make(module: ModuleType, part: float = 0.01) -> list[float]:
        clockwork = Hurried(lambda delay: delay * part)
        monkeypatch.setattr(module, "asyncio", clockwork)
        return clockwork.slept

    return make


@pytest.fixture(scope="session")
def blank_discord(shelter: Path) -> Path:
    """A store with nothing in it: to make one takes longer than most tests."""
    folder = shelter / "blank-discord"
    folder.mkdir()

    async def make() -> None:
        await (await open_store(database(folder), folder / "piiri.key")).close()

    asyncio.run(make())
    return folder


@pytest.fixture
async def shut_office(shelter: Path, blank_discord: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[PostOffice]:
    """A post office that has not opened yet."""

    def ready_soon(*given: Any, **named: Any) -> discord.Client:
        client = build_client(*given, **named)
        client._connection.guild_ready_timeout = 0.02  # type: ignore[attr-defined]
        return client

    # The library keeps its addresses on its classes: they are put back at the end.
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    monkeypatch.setattr(adapter_module, "build_client", ready_soon)
    monkeypatch.setattr(delivery, "FIRST_WAIT", timedelta(milliseconds=20))
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        office = PostOffice(Path(folder))
        shutil.copytree(blank_discord, folder, dirs_exist_ok=True)
        yield office
        await office.closes()
        await office.fake.stop()
        assert office.fake.violations == []


@pytest.fixture
async def office(shut_office: PostOffice) -> PostOffice:
    """A post office that has opened, and listens."""
    await shut_office.opens()
    await shut_office.listens()
    return shut_office
