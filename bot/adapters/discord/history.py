"""Finding an own post again in what stands in a channel: a fetched message carries no nonce, but our mark."""

import datetime as dt
from typing import Any

import discord

from bot.adapters.discord import render
from bot.adapters.discord.events import Away
from bot.core.outgoing import Written
from bot.core.ports import Library

BACK = dt.timedelta(days=7)
ALIKE = dt.timedelta(days=1)
"""How far back a post without buttons, which has no place for a mark, is known by its words."""

MOST = 1000


class Unreadable(Exception):
    """The channel's history may not be read."""


async def find(
    there: Any, client: discord.Client, part: Written, mark: str, library: Library, *, readable: bool | None
) -> str | None:
    """The id of the post with this mark, or None; Unreadable where nobody can know.

    `readable` is whether the history may be read, None where the library does not know: whoever may not is shown an
    empty one, and nothing says so.
    """
    if readable is False:
        raise Unreadable
    empty = True
    said = render.text(part, library)
    now = discord.utils.utcnow()
    me = client.user.id if client.user else 0
    try:
        async for message in there.history(limit=MOST, after=now - BACK, oldest_first=False):
            empty = False
            if message.author.id != me:
                continue
            if render.marked(message, mark):
                return str(message.id)
            bare = not message.components and not part.buttons and now - message.created_at < ALIKE
            if bare and message.content == said.strip() and _names(message) == [file.name for file in part.files]:
                return str(message.id)
    except discord.Forbidden as error:
        raise Unreadable from error
    if empty and readable is None:
        raise Unreadable if client.is_ready() else Away
    return None


def _names(message: discord.Message) -> list[str]:
    return [attachment.filename for attachment in message.attachments]
