"""A meeting among a server's own events: made, changed, taken away, and found again after a crash."""

from typing import Any

import discord

from bot.core.letters import cut
from bot.core.outgoing import WrittenEvent

MOST = 100
"""Characters in an event's name, and in its place."""


class Lacking(Exception):
    """The bot may not have events here."""


class Away(Exception):
    """The gateway has not told of the server yet."""


async def make(client: discord.Client, server: int, event: WrittenEvent) -> str:
    """The new event's id; empty where there is to be none."""
    if event.over:
        return ""
    try:
        made = await _guild(client, server).create_scheduled_event(
            **_said(event), entity_type=discord.EntityType.external, privacy_level=discord.PrivacyLevel.guild_only
        )
    except discord.Forbidden as error:
        raise Lacking from error
    return str(made.id)


async def change(client: discord.Client, server: int, event_id: int, event: WrittenEvent) -> str:
    """The same event otherwise, or no more; one that somebody took away by hand is not there to be changed."""
    try:
        there = await _guild(client, server).fetch_scheduled_event(event_id, with_counts=False)
        if event.over:
            await there.delete()
            return ""
        await there.edit(**_said(event))
    except discord.Forbidden as error:
        raise Lacking from error
    except discord.NotFound:
        if event.over:
            return ""
        raise
    return str(event_id)


async def find(client: discord.Client, server: int, event: WrittenEvent) -> str | None:
    """An event of ours that says just this."""
    me = client.user.id if client.user else 0
    for there in await _guild(client, server).fetch_scheduled_events(with_counts=False):
        if (there.creator_id, there.name, there.start_time) == (me, cut(event.title, MOST), event.starts):
            return str(there.id)
    return None


def _guild(client: discord.Client, server: int) -> discord.Guild:
    guild = client.get_guild(server)
    if guild is None:
        raise Away
    return guild


def _said(event: WrittenEvent) -> dict[str, Any]:
    return {
        "name": cut(event.title, MOST),
        "start_time": event.starts,
        "end_time": event.ends,
        "location": cut(event.place, MOST),
    }
