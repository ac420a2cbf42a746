"""What the bot did: what stands where, every call, every answer, every rule that was broken."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from tests.fakes.telegram.world import Post


class Call(NamedTuple):
    """One call as it arrived; `at` is the machine's monotonic time, in seconds."""

    method: str
    params: dict[str, Any]
    at: float


class Answer(NamedTuple):
    """What the presser of a button was told."""

    text: str | None
    show_alert: bool
    url: str | None


class Violation(NamedTuple):
    """A call that broke a rule of the Bot API, or one of our stricter ones."""

    method: str
    description: str
    at: float


class Arrival(NamedTuple):
    """A message, or an edit of one, that was accepted."""

    at: float
    chat_id: int
    method: str


@dataclass(frozen=True, slots=True)
class Throttled:
    """A call that came too soon."""

    method: str
    chat_id: int
    retry_after: int
    at: float


class Ledger:
    """What stands in every chat, in the order in which it was sent."""

    def __init__(self) -> None:
        self.chats: dict[int, dict[int, Post]] = {}
        self.sent = 0

    def add(self, post: Post) -> None:
        """A new message stands."""
        self.sent += 1
        self.chats.setdefault(post.chat_id, {})[post.message_id] = post

    def remove(self, post: Post) -> None:
        """A message is gone."""
        self.chats[post.chat_id].pop(post.message_id, None)

    def get(self, chat_id: int, message_id: int) -> Post | None:
        """One message, while it stands."""
        return self.chats.get(chat_id, {}).get(message_id)

    def stands(self, post: Post) -> bool:
        """Whether this very message is still there."""
        return self.get(post.chat_id, post.message_id) is post

    def in_chat(self, chat: Any, thread: int | None = None) -> list[Post]:
        """What stands in a chat (a person, a group or an id), or in one thread of it."""
        posts = self.chats.get(getattr(chat, "id", chat), {}).values()
        return [post for post in posts if thread is None or post.thread_id == thread]

    def last(self, chat: Any, thread: int | None = None) -> Post:
        """The newest message in a chat; raises `IndexError` when there is none."""
        return self.in_chat(chat, thread)[-1]

    def __iter__(self) -> Iterator[Post]:
        return iter(sorted((post for chat in self.chats.values() for post in chat.values()), key=lambda it: it.order))

    def __len__(self) -> int:
        return sum(map(len, self.chats.values()))


def most_in(times: list[float], seconds: float = 1.0) -> int:
    """The most arrivals in any window of so many seconds; `times` rise."""
    most = first = 0
    for number, at in enumerate(times):
        while times[first] <= at - seconds:
            first += 1
        most = max(most, number - first + 1)
    return most
