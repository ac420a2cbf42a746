"""Something due to be said, and where it is on its way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a notice is on its way. `sending` means claimed and committed, the outcome not known yet."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"
    SKIPPED = "skipped"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Notice:
    """Something due to be said: what and when, never text. `key` makes planning it twice impossible.

    It goes to one person, or to the group's channel where `person_id` is None. `due` and `expires` are group time,
    `not_before` is the machine's. `ref` tells apart notices of one kind on one meeting, `parts` counts the parts that
    have surely been sent, `posts` holds the platform's ids of them, and `why` a code for the operator.
    """

    id: str
    key: str
    kind: str
    group_id: str
    meeting_id: str | None
    person_id: str | None
    due: datetime
    expires: datetime
    rank: int
    ref: str = ""
    state: State = State.WAITING
    attempts: int = 0
    not_before: datetime | None = None
    parts: int = 0
    posts: tuple[str, ...] = ()
    why: str = ""
