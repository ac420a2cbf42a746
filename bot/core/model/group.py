"""A group, and the rhythm that it has given itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Life(StrEnum):
    """Where a group is in its life: only a running group is sent routine posts."""

    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class Floor(StrEnum):
    """How many different people a batch of feedback needs before anything of it is shown."""

    FIVE = "five"
    THREE = "three"
    ALOUD = "aloud"


class Newcomers(StrEnum):
    """How somebody joins once the group has met: by their press, with the group's word, or not at all."""

    OPEN = "open"
    ASK = "ask"
    CLOSED = "closed"


@dataclass(frozen=True)
class Group:
    """A peer group with its programme and its rhythm; quiet hours are local whole hours.

    Where its platform has such things, its meetings are `events` there, `threads` hang on its pre-tasks, and a role of
    the platform's with the id `mention` is mentioned in reminders.

    At most `posts` routine posts go out for a meeting, none of the kinds that are `off`, and none on the local days
    from `rest_from` to `rest_to`. `preparation` says how much is prepared where that is not as the programme has it.
    `anyone_proposes` times for a meeting, and `names_shown` says who can come when. `ended` is when the season was
    over; everything is deleted some time later, not before `kept_until`. `before_id` is the season before this one.
    `departures` counts who has left, and says nothing of who or when. `resting` is since when it rests: paused, or with
    no meeting that stands.

    `edition` names the programme's pack as it was when the group began. A group with `season_meetings` goes on season
    after season, so many meetings each; with none it is over after its last meeting.
    """

    id: str
    key_id: str
    name: str
    platform: str
    channel: str
    programme: str
    language: str
    zone: str
    every_count: int
    every_unit: str
    minutes: int
    themes: tuple[str, ...]
    floor: Floor
    life: Life
    begun: datetime
    absences_at_once: bool = False
    quiet_from: int = 21
    quiet_to: int = 8
    season: int = 0
    unreachable: str | None = None
    events: bool = False
    threads: bool = False
    mention: str = ""
    posts: int = 5
    off: tuple[str, ...] = ()
    pretask_days: int = 5
    reminder_days: int = 1
    soon_minutes: int = 60
    preparation: str = ""
    anyone_proposes: bool = False
    names_shown: bool = False
    newcomers: Newcomers = Newcomers.OPEN
    rest_from: date | None = None
    rest_to: date | None = None
    ended: datetime | None = None
    kept_until: datetime | None = None
    before_id: str = ""
    departures: int = 0
    edition: str = ""
    season_meetings: int = 0
    resting: datetime | None = None

    @property
    def tz(self) -> ZoneInfo:
        """The group's zone, the one that 17:00 is meant in."""
        return ZoneInfo(self.zone)

    def wall(self, instant: datetime) -> datetime:
        """An aware instant as the group's own clock shows it, naive local."""
        return instant.astimezone(self.tz).replace(tzinfo=None)

    @property
    def pack(self) -> str:
        """What the programme's structure and words are found by: the edition, or just the programme without one."""
        return self.edition or self.programme


@dataclass(frozen=True)
class Subgroup:
    """Some of a group's members, by role or field, who split off for a part of a meeting and come together again.

    `name` is one of the programme's, or else `title` is what the convener calls it. Its own `channel` is on the group's
    platform; empty where it has none.
    """

    id: str
    group_id: str
    platform: str
    name: str
    title: str
    channel: str = ""


@dataclass(frozen=True)
class Edition:
    """A programme's pack as it was when some group began; `id` is its slug and a digest of the `content` with an @."""

    id: str
    content: bytes
