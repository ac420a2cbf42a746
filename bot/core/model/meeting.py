"""A meeting, and what is told and noted about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class How(StrEnum):
    """What a member has told about one meeting."""

    COMING = "coming"
    LATE = "late"
    EARLY = "early"
    ABSENT = "absent"


class Seen(StrEnum):
    """Who may see the reason a member gave with an absence."""

    GROUP = "group"
    CONVENER = "convener"


@dataclass(frozen=True)
class Meeting:
    """One meeting: `starts` is naive local time in the group's zone; `place` and `link` exclude each other.

    `version` counts moves (a moved meeting is planned anew), `revision` every change that a calendar must hear of,
    `time_set` is when the present time was decided or given up, `done` when the lead said that the group was done.
    """

    id: str
    group_id: str
    starts: datetime
    minutes: int
    place: str
    link: str
    time_set: datetime
    version: int = 0
    revision: int = 0
    cancelled: bool = False
    lead_id: str | None = None
    done: datetime | None = None

    def begins(self, zone: ZoneInfo) -> datetime:
        """The start as an aware UTC instant, derived from local time at each call."""
        return to_utc(self.starts, zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """The agreed end, UTC."""
        return self.begins(zone) + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class Coming:
    """What a member told about a meeting; `changes` counts how often, `reason` is sealed with the group's key."""

    id: str
    group_id: str
    meeting_id: str
    member_id: str
    key_id: str
    how: How
    reason: str
    seen: Seen
    changes: int
    told: datetime


@dataclass(frozen=True)
class Note:
    """A member's private note on a meeting's theme, sealed with the member's own key."""

    id: str
    group_id: str
    meeting_id: str
    member_id: str
    key_id: str
    text: str


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant of a naive local time; one that the clock change skips moves on by the length of the gap."""
    return local.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))


@dataclass(frozen=True)
class Outcome:
    """What the lead said afterwards of a meeting: whether it was held, and how many were there (None: not said)."""

    id: str
    group_id: str
    meeting_id: str
    held: bool
    present: int | None = None
