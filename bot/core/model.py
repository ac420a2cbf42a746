"""What a group is made of. Plain frozen rows; every instant is aware UTC unless a name says local."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Role(StrEnum):
    """What a person is in one group; a person may be several at once, or a stranger."""

    MEMBER = "member"
    CONVENER = "convener"
    LEAD = "lead"
    STRANGER = "stranger"


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


class How(StrEnum):
    """What a member has told about one meeting."""

    COMING = "coming"
    LATE = "late"
    ABSENT = "absent"


class Seen(StrEnum):
    """Who may see the reason a member gave with an absence."""

    GROUP = "group"
    CONVENER = "convener"


@dataclass(frozen=True)
class Person:
    """An identity on one platform; `handle` is the platform's own id for it."""

    id: str
    platform: str
    handle: str
    name: str
    language: str


@dataclass(frozen=True)
class Group:
    """A peer group with its programme and its rhythm; quiet hours are local whole hours.

    Where its platform has such things, its meetings are `events` there, `threads` hang on its pre-tasks, and a role of
    the platform's with the id `mention` is mentioned in reminders.
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

    @property
    def tz(self) -> ZoneInfo:
        """The group's zone, the one that 17:00 is meant in."""
        return ZoneInfo(self.zone)


@dataclass(frozen=True)
class Member:
    """A person in a group, by their own press; `key_id` seals the notes that are theirs alone."""

    id: str
    group_id: str
    person_id: str
    key_id: str
    name: str
    joined: datetime


@dataclass(frozen=True)
class Convener:
    """A person who may change a group's meetings; a member only after pressing "I'm in"."""

    id: str
    group_id: str
    person_id: str


@dataclass(frozen=True)
class Meeting:
    """One meeting: `starts` is naive local time in the group's zone; `place` and `link` exclude each other.

    `version` counts moves (a moved meeting is planned anew), `revision` every change that a calendar must hear of,
    `time_set` is when the present time was decided, `done` when the lead said that the group was done.
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


@dataclass(frozen=True)
class Poll:
    """The feedback on one meeting while it is open; its key is kept outside the database and destroyed at close."""

    id: str
    group_id: str
    meeting_id: str
    key_id: str
    closed: bool = False


@dataclass(frozen=True)
class Ballot:
    """One member's feedback while the poll is open: sealed, and tied to its member only so that it can be changed."""

    id: str
    poll_id: str
    member_id: str
    key_id: str
    answers: str


@dataclass(frozen=True)
class Batch:
    """Counted feedback without author, time or order; sealed, and shown only once published.

    `content` is JSON: counts by scale and step, sentences mixed, and, only until publication, who is in it.
    """

    id: str
    group_id: str
    meeting_id: str
    key_id: str
    content: str
    published: bool = False


@dataclass(frozen=True)
class Draft:
    """An unfinished form of one person (`id` is theirs), sealed with the instance's key; `step` is the field asked."""

    id: str
    key_id: str
    form: str
    about: str
    step: int
    values: str
    begun: datetime


@dataclass(frozen=True)
class Channel:
    """A channel that the bot was let into and has greeted; `adder` is the handle of the person who let it in."""

    id: str
    platform: str
    channel: str
    adder: str
    greeted: datetime


@dataclass(frozen=True)
class Opening:
    """A press that waits for its person to open their private side; `id` is a secret, good once and until then."""

    id: str
    platform: str
    handle: str
    data: str
    until: datetime


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


def chat_of(channel: str) -> str:
    """The channel that a topic is in; of any other the channel itself."""
    return channel.partition("/")[0]


def to_utc(local: datetime, zone: ZoneInfo) -> datetime:
    """The UTC instant of a naive local time; one that the clock change skips moves on by the length of the gap."""
    return local.replace(tzinfo=zone).astimezone(ZoneInfo("UTC"))
