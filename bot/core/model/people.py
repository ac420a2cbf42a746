"""Who: a person on a platform, and what they are in a group."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person is in one group; a person may be several at once, or a stranger."""

    MEMBER = "member"
    CONVENER = "convener"
    FACILITATOR = "facilitator"
    LEAD = "lead"
    STRANGER = "stranger"


@dataclass(frozen=True)
class Person:
    """An identity on one platform; `handle` is the platform's own id for it, `zone` their own where they named one.

    `language` is the one they are spoken to in; `chosen_language` stands over what their app tells, empty where they
    chose none.
    """

    id: str
    platform: str
    handle: str
    name: str
    language: str
    zone: str = ""
    chosen_language: str = ""


@dataclass(frozen=True)
class Member:
    """A person in a group, by their own press; `key_id` seals the notes that are theirs alone.

    The lead's turn passes by whoever is not in the `rota`. `subgroup_id` is the sub-group they have said they are in.
    """

    id: str
    group_id: str
    person_id: str
    key_id: str
    name: str
    joined: datetime
    rota: bool = True
    subgroup_id: str | None = None


@dataclass(frozen=True)
class Convener:
    """A person who may change a group's meetings; a member only after pressing "I'm in"."""

    id: str
    group_id: str
    person_id: str


@dataclass(frozen=True)
class Facilitator:
    """A facilitator or coach: leads without being a peer, and is outside size, floor, quorum and rota.

    Sees `reasons` of absences that were given to the group only where its convener chose so.
    """

    id: str
    group_id: str
    person_id: str
    name: str
    reasons: bool = False
