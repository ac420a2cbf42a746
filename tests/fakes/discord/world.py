"""Who and what there is: persons, guilds, channels, messages. Ids are whole numbers here and text on the wire."""

import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from tests.fakes.discord.rules import BUTTON, EPHEMERAL, SELECTS, TEXT_DISPLAY


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with an account, or the bot; `dms` tells whether the bot's private messages are let in."""

    id: int
    name: str
    locale: str = "fi"
    dms: bool = True
    is_bot: bool = False
    channel: "Channel | None" = None


@dataclass(slots=True, eq=False)
class Role:
    """A role of a guild; the one with the guild's own id is @everyone."""

    id: int
    name: str
    permissions: int
    position: int
    managed: bool = False


@dataclass(slots=True, eq=False)
class Member:
    """A person in a guild."""

    person: Person
    roles: set[int]
    joined: datetime
    nick: str | None = None


@dataclass(slots=True, eq=False)
class Guild:
    """What people call a server."""

    id: int
    name: str
    owner_id: int
    locale: str = "fi"
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, "Channel"] = field(default_factory=dict)
    threads: dict[int, "Channel"] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    events: dict[int, "Event"] = field(default_factory=dict)


class File(NamedTuple):
    """A file in a message."""

    id: int
    name: str
    data: bytes
    kind: str
    description: str | None = None
    channel_id: int = 0


class Button(NamedTuple):
    """A button as people see it; `custom_id` None for a link."""

    label: str
    custom_id: str | None
    url: str | None
    disabled: bool
    style: int


@dataclass(slots=True, eq=False)
class Message:
    """What stands in a channel; `seen_by` is the one person who sees an ephemeral answer, None is everybody there."""

    id: int
    channel: "Channel"
    author: Person
    content: str
    at: datetime
    sent_at: float
    components: list[dict[str, Any]] = field(default_factory=list)
    embeds: list[dict[str, Any]] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    flags: int = 0
    kind: int = 0
    nonce: str | int | None = None
    seen_by: Person | None = None
    edited_at: datetime | None = None
    edits: int = 0
    pinned: bool = False
    deleted: bool = False
    reply_to: int | None = None
    about: dict[str, Any] | None = None
    mentioned: list[Person] = field(default_factory=list)
    mentioned_roles: list[int] = field(default_factory=list)
    mentions_everyone: bool = False
    thread: "Channel | None" = None

    @property
    def ephemeral(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def text(self) -> str:
        """What people read, in the texts among the components too."""
        shown = [each["content"] for each in walk(self.components) if each["type"] == TEXT_DISPLAY]
        return "\n".join([self.content, *shown] if self.content else shown)

    @property
    def buttons(self) -> list[Button]:
        """Its buttons, row by row."""
        return [
            Button(
                each.get("label") or (each.get("emoji") or {}).get("name") or "",
                each.get("custom_id"),
                each.get("url"),
                bool(each.get("disabled")),
                each["style"],
            )
            for each in walk(self.components)
            if each["type"] == BUTTON
        ]

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons."""
        return [button.label for button in self.buttons]

    @property
    def selects(self) -> list[dict[str, Any]]:
        """Its selects, as they were sent."""
        return [each for each in walk(self.components) if each["type"] in SELECTS]

    def button(self, which: str) -> Button:
        """The button with a label or a custom id; raises `LookupError` when there is none."""
        for button in self.buttons:
            if which in {button.label, button.custom_id}:
                return button
        raise LookupError(f"no button {which!r}; there are {self.labels}")


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, from outside in."""
    for each in components:
        yield each
        yield from walk(each.get("components") or [])
        if each.get("accessory"):
            yield each["accessory"]
        if each.get("component"):
            yield from walk([each["component"]])


@dataclass(slots=True, eq=False)
class Channel:
    """A text channel, a thread, a voice channel, a category, or somebody's private messages with the bot."""

    TEXT: ClassVar[int] = 0
    DM: ClassVar[int] = 1
    VOICE: ClassVar[int] = 2
    CATEGORY: ClassVar[int] = 4
    NEWS: ClassVar[int] = 5
    PUBLIC_THREAD: ClassVar[int] = 11
    PRIVATE_THREAD: ClassVar[int] = 12

    id: int
    kind: int
    name: str = ""
    guild: Guild | None = None
    parent: "Channel | None" = None
    topic: str | None = None
    position: int = 0
    recipient: Person | None = None
    bot_id: int = 0
    # Whose overwrite (a role's or a person's id) → what it allows and what it denies.
    overwrites: dict[int, tuple[int, int]] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    pins: dict[int, datetime] = field(default_factory=dict)
    # Nonce → when it was last used, and the message that came of it.
    nonces: dict[str, tuple[float, Message]] = field(default_factory=dict)
    deleted: bool = False
    owner_id: int = 0
    archived: bool = False
    locked: bool = False
    invitable: bool = True
    archive_minutes: int = 4320
    archived_at: datetime | None = None
    members: dict[int, datetime] = field(default_factory=dict)
    last_id: int | None = None
    sent: int = 0

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread in another channel."""
        return self.kind in {10, 11, 12}

    @property
    def holds_messages(self) -> bool:
        """Whether anything can be written there."""
        return self.kind != self.CATEGORY

    def add(self, message: Message) -> None:
        """A new message; ids rise."""
        self.messages[message.id] = message
        self.order.append(message.id)
        if message.seen_by is None:
            self.last_id = message.id
            self.sent += 1

    def remove(self, message: Message) -> None:
        """A message is gone."""
        message.deleted = True
        if self.messages.pop(message.id, None) is not None:
            del self.order[bisect.bisect_left(self.order, message.id)]
        self.pins.pop(message.id, None)

    def standing(self) -> list[Message]:
        """What stands there, oldest first, ephemeral answers among it."""
        return list(self.messages.values())


@dataclass(slots=True, eq=False)
class Event:
    """A scheduled event of a guild; `fields` are as they were sent."""

    id: int
    guild: Guild
    creator_id: int
    fields: dict[str, Any]
    status: int = 1

    @property
    def name(self) -> str:
        """What it is called."""
        return self.fields["name"]


class World:
    """Everything there is, by id."""

    def __init__(self) -> None:
        self.persons: dict[int, Person] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.files: dict[int, File] = {}
        # Name → command, as the bot has put it.
        self.commands: dict[str, dict[str, Any]] = {}

    def mutual(self, person: Person, bot_id: int) -> list[Guild]:
        """The guilds in which both a person and the bot are."""
        return [guild for guild in self.guilds.values() if person.id in guild.members and bot_id in guild.members]
