"""Messages: made, changed and taken away, and told of on the gateway."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord import shapes
from tests.fakes.discord.permissions import MENTION, permissions, sees
from tests.fakes.discord.state import State
from tests.fakes.discord.world import Channel, File, Message, Person

MENTIONED = re.compile(r"<@!?(\d+)>|<@&(\d+)>|(@everyone|@here)")


@dataclass(slots=True)
class Draft:
    """What a message is to be."""

    content: str = ""
    components: list[dict[str, Any]] = field(default_factory=list)
    embeds: list[dict[str, Any]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    flags: int = 0
    mentions: dict[str, Any] | None = None
    nonce: str | int | None = None
    reply_to: int | None = None


def post(
    state: State,
    channel: Channel,
    author: Person,
    draft: Draft,
    *,
    kind: int = 0,
    seen_by: Person | None = None,
    about: dict[str, Any] | None = None,
    quiet: bool = False,
) -> Message:
    """A new message stands; the gateway tells of it, unless it is for one person alone or `quiet`."""
    clock = state.clock
    message = Message(
        clock.snowflake(), channel, author, draft.content, clock.at(), clock.now(),
        draft.components, draft.embeds, draft.files, draft.flags, kind, draft.nonce, seen_by,
        reply_to=draft.reply_to, about=about,
    )  # fmt: skip
    _keep_files(state, message)
    _mention(state, message, draft.mentions)
    channel.add(message)
    if channel.is_thread and channel.archived and seen_by is None and not quiet:
        channel.archived = False
        tell_channel(state, "THREAD_UPDATE", channel)
    if channel.is_thread and author.id not in channel.members and seen_by is None:
        channel.members[author.id] = clock.at()
    if not quiet:
        tell(state, "MESSAGE_CREATE", message)
    return message


def change(state: State, message: Message, changes: dict[str, Any], mentions: dict[str, Any] | None = None) -> None:
    """A message reads otherwise; the gateway tells of it."""
    for name, value in changes.items():
        setattr(message, name, value)
    message.edited_at = state.clock.at()
    message.edits += 1
    _keep_files(state, message)
    if "content" in changes:
        _mention(state, message, mentions)
    tell(state, "MESSAGE_UPDATE", message)


def remove(state: State, message: Message) -> None:
    """A message is gone; the gateway tells of it."""
    message.channel.remove(message)
    for file in message.files:
        state.world.files.pop(file.id, None)
    if message.seen_by is None and _hears(state, message.channel):
        place = message.channel
        gone = {"id": str(message.id), "channel_id": str(place.id)}
        if place.guild is not None:
            gone["guild_id"] = str(place.guild.id)
        state.hub.tell("MESSAGE_DELETE", gone, dm=place.guild is None)


def shape(state: State, message: Message, *, nonce: bool = False) -> dict[str, Any]:
    """A message as a request is told of it; its nonce comes back only to who has just sent it."""
    replied = message.channel.messages.get(message.reply_to) if message.reply_to else None
    told = shapes.message(message, state.url, replied=replied)
    if nonce and message.nonce is not None:
        told["nonce"] = message.nonce
    return told


def tell(state: State, event: str, message: Message) -> None:
    """An event about a message, to those who may hear of it."""
    place = message.channel
    if message.seen_by is not None or not state.hub.sessions or not _hears(state, place):
        return
    told = shape(state, message, nonce=event == "MESSAGE_CREATE")
    guild = place.guild
    blind = None
    if guild is not None:
        told["guild_id"] = str(guild.id)
        who = guild.members.get(message.author.id)
        if who is not None:
            told["member"] = shapes.member(who, with_user=False)
        if message.author is not state.bot and state.bot not in message.mentioned:
            blind = told | {"content": "", "embeds": [], "attachments": [], "components": []}
    state.hub.tell(event, told, dm=guild is None, without_content=blind)


def tell_channel(state: State, event: str, channel: Channel) -> None:
    """An event about a channel or a thread, if the bot is in its guild."""
    guild = channel.guild
    if guild is None or state.bot.id not in guild.members:
        return
    if channel.is_thread:
        if not sees(channel, state.bot.id):
            return
        if event == "THREAD_DELETE":
            parent = str(channel.parent.id) if channel.parent else None
            told = {"id": str(channel.id), "guild_id": str(guild.id), "parent_id": parent, "type": channel.kind}
        else:
            told = shapes.channel(channel, mine=state.bot.id)
            if event == "THREAD_CREATE":
                told["newly_created"] = True
    else:
        told = shapes.channel(channel)
    state.hub.tell(event, told)


def _hears(state: State, place: Channel) -> bool:
    if place.guild is None:
        return True
    return state.bot.id in place.guild.members and sees(place, state.bot.id)


def _keep_files(state: State, message: Message) -> None:
    for number, file in enumerate(message.files):
        kept = file._replace(channel_id=message.channel.id)
        message.files[number] = state.world.files[file.id] = kept


def _mention(state: State, message: Message, allowed: dict[str, Any] | None) -> None:
    """Who is pinged: Discord pings everybody that a text names unless it is told not to."""
    message.mentioned, message.mentioned_roles, message.mentions_everyone = [], [], False
    if "@" not in message.content:
        return
    parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or [])
    users = {int(each) for each in (allowed or {}).get("users") or []}
    roles = {int(each) for each in (allowed or {}).get("roles") or []}
    guild = message.channel.guild
    for user, role, everyone in MENTIONED.findall(message.content):
        if user and ("users" in parse or int(user) in users) and int(user) in state.world.persons:
            person = state.world.persons[int(user)]
            if person not in message.mentioned:
                message.mentioned.append(person)
        elif role and guild is not None and ("roles" in parse or int(role) in roles) and int(role) in guild.roles:
            message.mentioned_roles.append(int(role))
        elif everyone and guild is not None and "everyone" in parse:
            if permissions(guild, message.author.id, message.channel) & MENTION:
                message.mentions_everyone = True
