"""discord.py at the gateway: how it finds its way back, and where it gives up."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from tests.fakes.discord.fake import FakeDiscord, aimed


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord() as fake:
        fake.channel(fake.guild())
        yield fake


class Listener(discord.Client):
    """discord.py, which would wait five seconds before it begins anew."""

    def __init__(self, **more: Any) -> None:
        super().__init__(intents=discord.Intents(guilds=True, dm_messages=True), guild_ready_timeout=0.01, **more)
        self.heard: list[str] = []

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        pass

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message.content)


@pytest.mark.parametrize(
    ("what", "how"),
    [
        (lambda fake: fake.drops(), "resume"),
        (lambda fake: fake.closes(4000), "resume"),
        (lambda fake: fake.closes(1000), "resume"),
        (lambda fake: fake.reconnects(), "resume"),
        (lambda fake: fake.invalidates(resumable=True), "resume"),
        (lambda fake: fake.invalidates(), "identify"),
    ],
)
async def test_discord_py_finds_its_way_back(fake: FakeDiscord, what: Any, how: str) -> None:
    with aimed(fake):
        client = Listener()
        await client.login(fake.token)
        connecting = asyncio.create_task(client.connect())
        await fake.connected()
        what(fake)
        await fake.connected()
        fake.writes(fake.person(), "hei")
        await fake.until(lambda: client.heard == ["hei"])
        assert [each.how for each in fake.connects] == ["identify", how]
        await client.close()
        await connecting


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_discord_py_gives_up_where_nothing_helps(fake: FakeDiscord, code: int) -> None:
    with aimed(fake):
        client = Listener()
        await client.login(fake.token)
        connecting = asyncio.create_task(client.connect())
        await fake.connected()
        fake.closes(code)
        kind = discord.PrivilegedIntentsRequired if code == 4014 else discord.ConnectionClosed
        with pytest.raises(kind):
            await connecting
        await client.close()


async def test_discord_py_leaves_a_connection_on_which_nothing_comes(fake: FakeDiscord) -> None:
    fake.beats(0.1)
    with aimed(fake):
        client = Listener(heartbeat_timeout=0.3)
        await client.login(fake.token)
        connecting = asyncio.create_task(client.connect())
        await fake.connected()
        fake.acknowledges(False)
        await fake.until(lambda: len(fake.connects) > 1)
        assert fake.connects[1].how == "resume"
        fake.acknowledges(True)
        await client.close()
        await connecting
