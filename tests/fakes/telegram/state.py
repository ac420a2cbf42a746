"""Everything the stand-in knows, apart from how it is reached."""

import time
from collections import deque
from collections.abc import MutableSequence
from typing import Any

from tests.fakes.telegram import shapes
from tests.fakes.telegram.errors import too_many
from tests.fakes.telegram.faults import Faults
from tests.fakes.telegram.ledger import Answer, Arrival, Call, Ledger, Throttled, Violation
from tests.fakes.telegram.limits import Limits, Pace
from tests.fakes.telegram.updates import Updates
from tests.fakes.telegram.webhook import Pusher
from tests.fakes.telegram.world import Group, Person, Post, World

TOKEN = "7100000042:AAF-a_token_that_opens_nothing_at_all"
USERNAME = "piiri_test_bot"


class State:
    """The bot's account, the world around it, and what the bot did in it."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = USERNAME,
        limits: Limits | None = None,
        webhook_retry: float = 0.05,
        query_lifetime: float = 30.0,
        keep_calls: int | None = None,
    ) -> None:
        self.token = token
        self.username = username
        self.bot: dict[str, Any] = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Piiri",
            "username": username,
        }
        self.query_lifetime = query_lifetime
        self.limits = limits
        self.world = World()
        self.updates = Updates()
        self.pusher = Pusher(self.updates, webhook_retry)
        self.faults = Faults()
        self.ledger = Ledger()
        self.calls: MutableSequence[Call] = deque(maxlen=keep_calls) if keep_calls else []
        self.answers: dict[str, Answer] = {}
        self.violations: list[Violation] = []
        self.throttled: list[Throttled] = []
        self.accepted: list[Arrival] = []
        # Faults of the stand-in itself, raised when it stops.
        self.broken: list[Exception] = []

    @property
    def limits(self) -> Limits | None:
        """How fast the bot may speak; setting it forgets what was said before. None is no limit."""
        return self._limits

    @limits.setter
    def limits(self, limits: Limits | None) -> None:
        self._limits = limits
        self._pace = Pace(limits)

    def admit(self, chat_id: int, method: str) -> float:
        """Accepts a message now and returns when that was; raises `Refused` when it comes too soon."""
        at = time.monotonic()
        if self._limits is not None:
            seconds = self._pace.wait(chat_id, at)
            if seconds:
                self.throttled.append(Throttled(method, chat_id, seconds, at))
                raise too_many(seconds)
            self._pace.accept(chat_id, at)
        self.accepted.append(Arrival(at, chat_id, method))
        return at

    def message(self, post: Post) -> dict[str, Any]:
        """A message of the bot as the bot is told of it."""
        place = self.world.place(post.chat_id)
        shape = shapes.post(post, self.bot, place)
        if post.reply_to is not None:
            replied = self.bare(post.chat_id, post.reply_to)
            if replied is not None:
                shape["reply_to_message"] = replied
        self.into_topic(shape, place, post.thread_id)
        return shape

    def bare(self, chat_id: int, message_id: int) -> dict[str, Any] | None:
        """A message that another one points to, without what it points to itself."""
        post = self.ledger.get(chat_id, message_id)
        if post is not None:
            shape = shapes.post(post, self.bot, self.world.place(chat_id))
            if post.thread_id is not None:
                shape |= {"message_thread_id": post.thread_id, "is_topic_message": True}
            return shape
        said = self.world.said.get((chat_id, message_id))
        if said is None:
            return None
        return {name: value for name, value in said.json.items() if name != "reply_to_message"}

    def into_topic(self, shape: dict[str, Any], place: Person | Group, thread: int | None) -> None:
        """Puts a message into its topic, if it has one."""
        if thread is not None and isinstance(place, Group):
            topic = place.topics[thread]
            shapes.in_topic(shape, topic, self.world.persons[topic.creator])
