"""Who and what there is: persons, groups, topics, and how the bot stands in each place."""

import itertools
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tests.fakes.telegram.errors import bad, forbidden
from tests.fakes.telegram.markup import Marked

GENERAL = 1


@dataclass(slots=True)
class Person:
    """Somebody with an account; `opened` once the person has started a private chat with the bot."""

    id: int
    first_name: str
    language_code: str | None = "fi"
    username: str | None = None
    opened: bool = False
    blocked: bool = False
    deactivated: bool = False


@dataclass(slots=True)
class Standing:
    """How the bot stands in a group: left, member, administrator, restricted or kicked."""

    status: str = "left"
    can_pin_messages: bool = False
    can_manage_topics: bool = False
    can_delete_messages: bool = False

    @property
    def inside(self) -> bool:
        """Whether the bot sees the group at all."""
        return self.status in {"member", "administrator", "restricted"}


@dataclass(slots=True)
class Topic:
    """A thread in a forum; its id is the id of the message that opened it."""

    id: int
    name: str
    creator: int
    closed: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Group:
    """A basic group or a supergroup; a forum is a supergroup with topics."""

    id: int
    title: str
    kind: str
    creator: int
    members: set[int]
    forum: bool = False
    # Person id → whether that administrator stays anonymous.
    administrators: dict[int, bool] = field(default_factory=dict)
    bot: Standing = field(default_factory=Standing)
    topics: dict[int, Topic] = field(default_factory=dict)
    general_closed: bool = False
    members_can_pin: bool = False
    migrated_to: int | None = None
    deleted: bool = False
    # The first message of a supergroup tells that it was made.
    messages: int = 1


@dataclass(slots=True)
class Said:
    """A message of a person; `heard` tells whether the bot was told of it."""

    chat_id: int
    thread_id: int | None
    message_id: int
    person: Person | None
    text: str
    json: dict[str, Any]
    heard: bool = False


@dataclass(slots=True)
class Document:
    """A file in a message."""

    name: str
    data: bytes
    kind: str
    id: str


class File(NamedTuple):
    """A file as a reader has it."""

    name: str
    data: bytes


@dataclass(slots=True)
class Post:
    """What the bot has said and what stands there now; `text` is a document's caption where there is one.

    `keyboard` is rows of (label, callback data or address). `sent_at` is the machine's monotonic time, in seconds.
    """

    chat_id: int
    thread_id: int | None
    message_id: int
    marked: Marked
    keyboard: tuple[tuple[tuple[str, str], ...], ...]
    markup: dict[str, Any] | None
    attached: Document | None
    reply_to: int | None
    silent: bool
    protected: bool
    preview: dict[str, Any] | None
    date: int
    sent_at: float
    order: int
    edit_date: int | None = None
    pinned: bool = False

    @property
    def text(self) -> str:
        """What people read."""
        return self.marked.text

    @property
    def html(self) -> str:
        """The same with its marks, as Telegram's HTML."""
        return self.marked.html

    @property
    def document(self) -> File | None:
        """The file in the message, if there is one."""
        return File(self.attached.name, self.attached.data) if self.attached else None

    @property
    def edited(self) -> bool:
        """Whether it reads otherwise than it was sent."""
        return self.edit_date is not None

    @property
    def force_reply(self) -> bool:
        """Whether the reader's answer field opens by itself."""
        return bool(self.markup and self.markup.get("force_reply"))

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons, row by row."""
        return [label for row in self.keyboard for label, _ in row]

    def button(self, label: str) -> str:
        """The callback data or the address behind a label; raises `KeyError` when no button says that."""
        return {each: behind for row in self.keyboard for each, behind in row}[label]


@dataclass(slots=True)
class Query:
    """A press that waits for its answer."""

    person: int
    pressed_at: float
    answered_at: float | None = None
    expired: bool = False


class World:
    """Everything there is, and the numbers that the next things will have."""

    def __init__(self) -> None:
        self.persons: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.said: dict[tuple[int, int], Said] = {}
        self.documents: dict[str, Document] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        # Ids as they are today: a person's no longer fits in 32 bits.
        self.person_ids = itertools.count(5_100_000_001)
        self.basic_ids = itertools.count(4_200_000_001)
        self.supergroup_ids = itertools.count(1_002_300_000_001)
        self.query_ids = itertools.count(438_000_000_000_000_001, 7)
        # Private chats and basic groups share the bot's own count; each supergroup has one.
        self.messages = 1000

    def message_id(self, chat_id: int) -> int:
        """The number of the next message in a chat."""
        group = self.groups.get(chat_id)
        if group is not None and group.kind == "supergroup":
            group.messages += 1
            return group.messages
        self.messages += 1
        return self.messages

    def group_id(self, kind: str) -> int:
        """The number of the next group of a kind."""
        return -next(self.supergroup_ids if kind == "supergroup" else self.basic_ids)

    def place(self, chat_id: int | str) -> Person | Group:
        """The chat of a call; raises `Refused` when there is none that the bot could know."""
        found = self.persons.get(chat_id) or self.groups.get(chat_id) if isinstance(chat_id, int) else None
        if found is None or (isinstance(found, Group) and found.deleted and found.kind == "supergroup"):
            raise bad("chat not found")
        return found

    def readable(self, chat_id: int | str) -> Person | Group:
        """The chat of a call that only asks."""
        found = self.place(chat_id)
        if isinstance(found, Person):
            near = any(found.id in group.members and group.bot.inside for group in self.groups.values())
            if not found.opened and not near:
                raise bad("chat not found")
        elif found.kind == "supergroup":
            _inside(found)
        return found

    def writable(self, chat_id: int | str) -> Person | Group:
        """The chat of a call that says something; raises `Refused` with what Telegram says when the bot may not."""
        found = self.place(chat_id)
        if isinstance(found, Group):
            _inside(found)
            return found
        if found.deactivated:
            raise forbidden("user is deactivated")
        if not found.opened:
            raise forbidden("bot can't initiate conversation with a user")
        if found.blocked:
            raise forbidden("bot was blocked by the user")
        return found


def _inside(group: Group) -> None:
    if group.migrated_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=group.migrated_to)
    if group.deleted:
        raise forbidden("the group chat was deleted")
    kind = "supergroup" if group.kind == "supergroup" else "group"
    if group.bot.status == "kicked":
        raise forbidden(f"bot was kicked from the {kind} chat")
    if group.bot.status == "left":
        raise forbidden(f"bot is not a member of the {kind} chat")


def may_write(group: Group, thread: int | None, what: str) -> None:
    """Raises `Refused` when the bot may not write in a group's thread; `what` is what it would send."""
    if group.bot.status == "restricted":
        raise bad(f"not enough rights to send {what} to the chat")
    if thread is None:
        closed = group.forum and group.general_closed
    else:
        # The General topic has no number that one could send to.
        topic = group.topics.get(thread) if group.forum and thread != GENERAL else None
        if topic is None or topic.deleted:
            raise bad("message thread not found")
        closed = topic.closed
    if closed and not (group.bot.status == "administrator" and group.bot.can_manage_topics):
        raise bad("TOPIC_CLOSED")
