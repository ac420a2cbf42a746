"""What a group puts to itself, agrees on and keeps."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True)
class Question:
    """Something put to the members, each of whom answers for themselves until it closes.

    `kind` says what: "times" for a meeting ("times-draft" while somebody still types them), "themes", "agreement",
    "newcomer", "swap", "followup", "keep"; "seat" and "along" to one member alone, "facilitator" to the conveners.
    `items` are what the answers are about (local times, themes, an id), `person_id` is who asked or is asked about.
    """

    id: str
    group_id: str
    kind: str
    meeting_id: str | None
    person_id: str | None
    items: tuple[str, ...]
    opened: datetime
    closes: datetime
    closed: bool = False


@dataclass(frozen=True)
class Vote:
    """One member's answer about one item of a question; never secret from the database, and set anew by each press."""

    id: str
    group_id: str
    question_id: str
    member_id: str
    item: str
    value: str


@dataclass(frozen=True)
class Paper:
    """Something written that the group, or one member, keeps; sealed with the key of whoever it belongs to.

    `kind` says what: "theme", "material", "guest", "between", "agreed", "carry", "quote", "expectation",
    "goodbye", "reflection", "kept-notes", "seasons".
    `text` is plain or, where there are several things to tell, JSON.
    """

    id: str
    group_id: str
    kind: str
    meeting_id: str | None
    member_id: str | None
    key_id: str
    text: str


class Standing(StrEnum):
    """What a version of the agreement is: being written, put to the members, in force, or replaced."""

    DRAFT = "draft"
    OFFERED = "offered"
    STANDING = "standing"
    PAST = "past"


@dataclass(frozen=True)
class Agreement:
    """One version of the group's agreement; `content` is sealed JSON: the points by name, rules with their authors."""

    id: str
    group_id: str
    key_id: str
    version: int
    standing: Standing
    content: str
    made: datetime


@dataclass(frozen=True)
class Subscription:
    """A member's calendar address; `id` is the SHA-256 of its secret, which is nowhere else."""

    id: str
    group_id: str
    member_id: str
    made: datetime
