"""What the bot may do where one group lives, and what somebody there has to change if it is too little. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.discord.checks import Told
from bot.adapters.discord.permissions import NEEDED, OPTIONAL, lacking
from bot.core.finding import Finding, span
from bot.core.model import Group
from bot.core.platform import Outcome, Unreachable

ADMINISTRATOR, COMMANDS, MANAGE_THREADS = 1 << 3, 1 << 31, 1 << 34
EVERYTHING = (1 << 64) - 1
EVERYONE, ROLE, ITSELF = range(3)
"""Whom a channel's overwrite is about, in the order in which they count."""

CHANNELS = frozenset({0, 2, 5, 13})
"""Kinds of channels that people write in: text, voice, announcements, stage."""

THREADS = frozenset({10, 11, 12})

MARKS = {
    "removed": "the bot had been removed",
    "muted": "the bot was not allowed to write",
    "channel-gone": "the channel was gone",
    "topic-closed": "its thread was locked",
    **{permission.code: f"the bot lacked {permission.name}" for permission in (*NEEDED, *OPTIONAL)},
}
"""Why a group may be marked as closed to the bot, by code."""


@dataclass(frozen=True)
class Place:
    """Where a group lives, as Discord tells it: the server, the bot there, the channel, and a thread's parent."""

    server: Told
    bot: Told
    channel: Told
    parent: Told | None = None

    @property
    def counts(self) -> Told:
        """The channel whose permissions count."""
        return self.parent or self.channel

    @property
    def name(self) -> str:
        """The name of that channel, as people see it there."""
        return f"#{self.counts['name']}"


def ids(channel: str) -> tuple[str, str]:
    """The server and the channel or thread that a group's channel names; ValueError where it names none."""
    found = re.fullmatch(r"(\d{1,20})/(\d{1,20})", channel, re.ASCII)
    if not found:
        raise ValueError("no channel of Discord's")
    return found[1], found[2]


def powers(place: Place) -> int:
    """The bot's permissions there as Discord reckons them, before one lacking takes others along with it."""
    me = str(place.bot["user"]["id"])
    if str(place.server.get("owner_id")) == me:
        return EVERYTHING
    everyone = str(place.server["id"])
    mine = {everyone, *map(str, place.bot["roles"])}
    return _reckoned(place, mine, me)


def members_may(place: Place, bit: int) -> bool:
    """Whether somebody without any role of their own may."""
    return bool(_reckoned(place, {str(place.server["id"])}, "") & bit)


def _reckoned(place: Place, mine: set[str], me: str) -> int:
    may = 0
    for role in place.server["roles"]:
        may |= int(role["permissions"]) if str(role["id"]) in mine else 0
    if may & ADMINISTRATOR:
        return EVERYTHING
    overwrites = place.counts.get("permission_overwrites") or ()
    levels = [_level(overwrite, str(place.server["id"]), mine, me) for overwrite in overwrites]
    # Within a level what any role allows goes before what another denies; a later level goes before an earlier one.
    for level in (EVERYONE, ROLE, ITSELF):
        allow = deny = 0
        for overwrite, its in zip(overwrites, levels, strict=True):
            if its == level:
                allow |= int(overwrite["allow"])
                deny |= int(overwrite["deny"])
        may = may & ~deny | allow
    return may


def _level(overwrite: Told, everyone: str, mine: set[str], me: str) -> int | None:
    whose, member = str(overwrite["id"]), int(overwrite["type"]) == 1
    if member:
        return ITSELF if whose == me else None
    if whose == everyone:
        return EVERYONE
    return ROLE if whose in mine else None


def shut(group: Group, outcome: Outcome) -> Finding | None:
    """What it means for a group that Discord tells nothing of its place; None where that is not about the group."""
    name, ending = f"“{group.name}”", f"If the group is no more, end it: `piiri group end {group.id}`."
    match outcome:
        case Unreachable("removed"):
            return Finding(
                False,
                f"{name}: the bot is not in the server, or no longer.",
                f"Have somebody who manages the server add it again, with the link above. {ending}",
            )
        case Unreachable("channel-gone"):
            return Finding(
                False,
                f"{name}: its channel or thread is gone.",
                f"Start the group anew where it talks now, and end this: `piiri group end {group.id}`.",
            )
        case Unreachable():
            needed = ", ".join(permission.name for permission in NEEDED)
            return Finding(
                False,
                f"{name}: the bot may not see its channel or thread.",
                f"In the channel's settings, under Permissions, add the bot and allow {needed}; in a private thread, "
                "mention the bot, which brings it in.",
            )
    return None


def no_group(group: Group) -> Finding:
    """The channel is nothing that a group can live in."""
    return Finding(
        False,
        f"“{group.name}”: {group.channel} is no channel or thread of Discord's that people write in.",
        f"End it (`piiri group end {group.id}`), and start the group where it talks.",
    )


def rights(group: Group, place: Place, now: datetime) -> Finding:
    """Whether the group's posts arrive."""
    elsewhere = str(place.channel.get("guild_id")) != str(place.server["id"])
    if elsewhere or place.channel["type"] not in THREADS | CHANNELS:
        return no_group(group)
    name, may = f"“{group.name}”", powers(place)
    if hindrance := _timeout(name, place, now) or _lack(name, place, may) or _lock(name, place, may):
        return hindrance
    if group.unreachable:
        why = MARKS.get(group.unreachable, "the channel was closed to it")
        return Finding(
            False,
            f"{name}: marked as closed to Piiri, because {why}; nothing is posted there.",
            "It is open to Piiri now: have a convener use `/piiri group resume` there.",
        )
    return Finding(True, f"{name}: {_able(place, may)}")


def _timeout(name: str, place: Place, now: datetime) -> Finding | None:
    until = place.bot.get("communication_disabled_until")
    left = (datetime.fromisoformat(until) - now).total_seconds() if until else 0
    if left <= 0:
        return None
    return Finding(
        False,
        f"{name}: the bot is in a timeout for {span(left)} yet, and may write nowhere in the server.",
        "Have a moderator there end it: in the list of members, the bot, Remove Timeout.",
    )


def _lack(name: str, place: Place, may: int) -> Finding | None:
    lacks = lacking(_asks(may), thread=place.parent is not None)
    if not lacks:
        return None
    names = " and ".join(permission.name for permission in lacks)
    hangs = ", which the thread hangs on," if place.parent else ""
    return Finding(
        False,
        f"{name}: the bot lacks {names} in {place.name}. {' '.join(permission.why for permission in lacks)}",
        f"In the settings of {place.name}{hangs} under Permissions, add the bot and allow "
        f"{'it' if len(lacks) == 1 else 'them'}.",
    )


def _lock(name: str, place: Place, may: int) -> Finding | None:
    if not _thread(place).get("locked") or may & MANAGE_THREADS:
        return None
    return Finding(
        False,
        f"{name}: its thread is locked, so that the bot may not write there.",
        "Have somebody who manages threads unlock it, or start the group anew where it talks now.",
    )


def _thread(place: Place) -> Told:
    return place.channel.get("thread_metadata") or {}


def _asks(may: int) -> Callable[[str], bool]:
    bits = {permission.flag: permission.bit for permission in (*NEEDED, *OPTIONAL)}
    return lambda flag: bool(may >> bits[flag] & 1)


def _able(place: Place, may: int) -> str:
    """What is good to know of a group where all is well."""
    said = f"Piiri may post in {'the thread ' if place.parent else '#'}{place.channel['name']}."
    asks = _asks(may)
    fewer = [permission.name for permission in OPTIONAL if not asks(permission.flag)]
    if fewer:
        said += f" It lacks {', '.join(fewer)}, which is fine: only some wishes need that."
    if _thread(place).get("archived"):
        said += " Its thread is archived: the next post opens it again."
    if may & ADMINISTRATOR:
        said += " The bot is an administrator of the server: Piiri needs no such rights."
    if not members_may(place, COMMANDS):
        said += (
            " Members may not use slash commands there unless a role of theirs may: to let them, allow @everyone "
            "Use Application Commands in the channel's settings."
        )
    return said
