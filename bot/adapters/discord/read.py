"""From what Discord tells to what a person did. Pure; what says nothing to us is read as None."""

from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord import InteractionType

from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Typing, Unread, Wrote

PLATFORM = "discord"
ROOT = "piiri"
EMPTY = "-"
"""What a choice carries that leaves its field open: Discord takes no empty one."""

NOBODY = Sender(PLATFORM, "", "")
"""Who acts where Discord does not say: the server itself."""

_SUBCOMMAND, _BRANCH = 1, 2


def incoming(interaction: discord.Interaction) -> Incoming | None:
    """The one act in an interaction."""
    act = act_of(interaction.type, interaction.data or {})
    if act is None:
        return None
    return Incoming(str(interaction.id), sender_of(interaction), channel_of(interaction), act)


def channel_of(interaction: discord.Interaction) -> str | None:
    """The server and the channel or thread, with a slash between; None in private."""
    return f"{interaction.guild_id}/{interaction.channel_id}" if interaction.guild_id else None


def place(channel: str) -> tuple[int, int]:
    """Server and channel of a channel's id; ValueError for what is none."""
    server, _, within = channel.partition("/")
    return int(server), int(within)


def server(channel: str) -> int:
    """The server of a channel's id, or of its own; ValueError for what is none."""
    return int(channel.partition("/")[0])


def sender_of(interaction: discord.Interaction) -> Sender:
    """Whom Discord names, with the language of their app, and whether they may set a group up here."""
    user, may = interaction.user, interaction.permissions
    language = str(interaction.locale.value).partition("-")[0].lower()
    may_convene = interaction.guild_id is not None and (may.administrator or may.manage_guild or may.manage_channels)
    # Not the name on this server: in a group on another one nobody need know it.
    name = user.global_name or user.name
    return Sender(PLATFORM, str(user.id), name, language or None, may_convene)


def act_of(kind: InteractionType, data: Mapping[str, Any]) -> Act | None:
    """What was done, as its raw data say; forged or foreign data are no act."""
    match kind:
        case InteractionType.component if isinstance(data.get("custom_id"), str):
            return Press(data["custom_id"].partition("|")[0])
        case InteractionType.application_command if data.get("name") == ROOT:
            word, options = _command(data)
            given = {str(o["name"]): _chosen(o["value"]) for o in options if "value" in o}
            return Command(word, options=given) if word else None
        case InteractionType.autocomplete if data.get("name") == ROOT:
            word, options = _command(data)
            focused = next((o for o in options if o.get("focused")), None)
            return Typing(word, focused["name"], str(focused.get("value", ""))) if word and focused else None
        case InteractionType.modal_submit if isinstance(data.get("custom_id"), str):
            name, _, about = data["custom_id"].partition(":")
            return Filled(name, about, dict(_values(data)))
    return None


def _command(data: Mapping[str, Any]) -> tuple[str, list[Mapping[str, Any]]]:
    """The innermost word of a command, and what was given with it."""
    options: list[Mapping[str, Any]] = list(data.get("options", ()))
    word = ""
    while options and options[0].get("type") in {_SUBCOMMAND, _BRANCH}:
        word, options = str(options[0]["name"]), list(options[0].get("options", ()))
    return word, options


def _chosen(value: object) -> str:
    return "" if value == EMPTY else str(value)


def _values(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields of a form, whichever way they are wrapped."""
    for row in data.get("components", ()):
        for field in [row["component"]] if "component" in row else row.get("components", ()):
            values = field.get("values")
            text = str(field.get("value") or "") if values is None else _chosen("".join(values[:1]))
            yield str(field["custom_id"]), text


def written(message: discord.Message) -> Incoming | None:
    """What somebody wrote to the bot alone."""
    if message.guild is not None or message.author.bot:
        return None
    text = message.content
    act: Act | None = Wrote(text) if text.strip() else Unread("file") if message.attachments else None
    sender = Sender(PLATFORM, str(message.author.id), message.author.display_name)
    return Incoming(str(message.id), sender, None, act) if act else None


def edited(data: Mapping[str, Any]) -> Incoming | None:
    """That somebody changed what they had written to the bot alone."""
    author = data.get("author") or {}
    if data.get("guild_id") or author.get("bot") or not author.get("id") or not data.get("edited_timestamp"):
        return None
    sender = Sender(PLATFORM, str(author["id"]), str(author.get("global_name") or author.get("username") or ""))
    return Incoming(f"{data['id']}:{data['edited_timestamp']}", sender, None, Unread("edit"))
