"""The library's client as we use it: what it hears is handed on, what it keeps is little."""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.adapters.discord.halt import Halt
from bot.adapters.discord.permissions import closing

OFFICIAL = "https://discord.com/api/v10"

KNOCKS, WHILE = 40, 600.0
"""How many knocks at the gateway's door are remembered, and for how many seconds each of them counts."""

FREE, LONGEST_KNOCK = 5, 50.0
"""So many of them cost nothing; from then on each waits longer, up to so many seconds.

The library comes back at once however often it is sent away, and Discord voids the token of who knocks too often.
"""

LONGEST_WAIT = 30.0
"""Seconds that a request waits when it is told to; longer is for us to see to."""


class Ears(Protocol):
    """What is told of everything that the gateway brings."""

    knocks: deque[float]
    """When this client and the ones before it knocked at the gateway's door; monotonic seconds."""

    async def acted(self, interaction: discord.Interaction) -> None:
        """A press, a command, a form filled in, or an option being typed."""

    async def wrote(self, message: discord.Message) -> None:
        """Something was written to the bot alone."""

    async def edited(self, data: dict[str, Any]) -> None:
        """Something written was changed."""

    async def stood(self, channel: str, before: str, now: str) -> None:
        """Why the bot may not speak somewhere, before and now: codes that the phrases have words for, or empty."""

    async def gone(self, channel: str, why: str) -> None:
        """A place is closed to the bot; `why` is a code that the phrases have words for."""

    def up(self, connected: bool) -> None:
        """The gateway is there, or is not."""


def build_client(ears: Ears, *, api_url: str = OFFICIAL, gateway_url: str = "") -> discord.Client:
    """A client that connects nowhere by itself, mentions nobody, and asks for nothing privileged.

    Addresses hold for the whole process: the library keeps them on its classes.
    """
    Route.BASE = api_url.rstrip("/")
    if gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)
    return _Client(ears, _proxy(api_url))


def _proxy(api_url: str) -> str | None:
    """The environment's proxy for this address, which the library does not look for."""
    parts = urlsplit(api_url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)


class _Client(discord.Client):
    def __init__(self, ears: Ears, proxy: str | None) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody speaks here
        super().__init__(
            proxy=proxy,
            intents=discord.Intents(guilds=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            # What it would wait longer for is handed back to us, who have other things to send meanwhile.
            max_ratelimit_timeout=LONGEST_WAIT,
            http_trace=Halt(Route.BASE, longest=LONGEST_WAIT).trace(),
        )
        self._ears = ears
        self._knock = self.http.ws_connect
        self.http.ws_connect = self._knock_unhurried  # type: ignore[method-assign]

    async def _knock_unhurried(self, url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        knocks, now = self._ears.knocks, time.monotonic()
        lately = sum(now - knock < WHILE for knock in knocks)
        if lately >= FREE:
            await asyncio.sleep(knocks[-1] + min(2.0 ** (lately - FREE), LONGEST_KNOCK) - now)
        knocks.append(time.monotonic())
        return await self._knock(url, compress=compress)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        """Nothing: what fails is told of where it fails, and never with its words."""

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        await self._ears.acted(interaction)

    async def on_message(self, message: discord.Message) -> None:
        await self._ears.wrote(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        await self._ears.edited(dict(payload.data))

    async def on_connect(self) -> None:
        self._ears.up(True)

    async def on_ready(self) -> None:
        self._ears.up(True)

    async def on_resumed(self) -> None:
        self._ears.up(True)

    async def on_disconnect(self) -> None:
        self._ears.up(False)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._ears.stood(str(guild.id), "removed", "")

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._ears.gone(str(guild.id), "removed")

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._ears.gone(f"{channel.guild.id}/{channel.id}", "channel-gone")

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        await self._ears.gone(f"{payload.guild_id}/{payload.thread_id}", "channel-gone")

    async def on_thread_update(self, before: discord.Thread, after: discord.Thread) -> None:
        await self._ears.stood(f"{after.guild.id}/{after.id}", _CLOSED[before.locked], _CLOSED[after.locked])

    async def on_thread_join(self, thread: discord.Thread) -> None:
        """One that is there again: the library forgets those that are put away, and with them how they were."""
        await self._ears.stood(f"{thread.guild.id}/{thread.id}", _CLOSED[not thread.locked], _CLOSED[thread.locked])

    async def on_guild_channel_update(self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel) -> None:
        for id_, thread in ((after.id, False), *((thread.id, True) for thread in _threads(after))):
            why = _why_not(before, thread=thread), _why_not(after, thread=thread)
            await self._ears.stood(f"{after.guild.id}/{id_}", *why)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """More rights may open a channel that was closed; fewer show at the next post, with the name of what lacks."""
        mine = after.is_default() or after.id in {role.id for role in after.guild.me.roles}
        if mine and after.permissions.value & ~before.permissions.value:
            await self._ears.stood(str(after.guild.id), "lacks-send", "")

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """The bot has other roles, or a timeout of its ends: what was closed may be open."""
        changed = before.roles != after.roles or before.timed_out_until != after.timed_out_until
        if after.id == after.guild.me.id and changed:
            await self._ears.stood(str(after.guild.id), "lacks-send", "")


_CLOSED = {True: "topic-closed", False: ""}
"""Why the bot may not speak in a thread, by whether it is locked."""


def _why_not(channel: discord.abc.GuildChannel, *, thread: bool) -> str:
    may = channel.permissions_for(channel.guild.me)
    return closing(lambda flag: bool(getattr(may, flag)), thread=thread)


def _threads(channel: discord.abc.GuildChannel) -> Sequence[discord.Thread]:
    return channel.threads if isinstance(channel, discord.TextChannel | discord.ForumChannel) else ()
