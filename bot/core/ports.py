"""What the core needs of the other rooms, and they of each other. No behaviour here."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeVar, runtime_checkable
from zoneinfo import ZoneInfo

from bot.core.incoming import Incoming
from bot.core.model import (
    Ballot,
    Batch,
    Channel,
    Coming,
    Convener,
    Draft,
    Group,
    Meeting,
    Member,
    Note,
    Notice,
    Opening,
    Person,
    Poll,
    State,
)
from bot.core.outgoing import Answer, Form, Message, Text, Written, WrittenForm
from bot.core.programme import Programme

Row = TypeVar("Row")


# The store


class Repository(Protocol[Row]):
    """Rows of one kind. Sealed columns are opened on reading; a row whose key is destroyed is as if it were not."""

    async def get(self, row_id: str) -> Row | None:
        """The row with this id."""

    async def find(self, **equal: object) -> list[Row]:
        """All rows whose columns equal these values, oldest id order not promised."""

    async def add(self, row: Row) -> None:
        """Insert; raises Taken where a unique key already stands."""

    async def save(self, row: Row) -> None:
        """Replace the row of the same id; LookupError where there is none, Taken where a unique key stands."""

    async def drop(self, **equal: object) -> int:
        """Delete all such rows and say how many; at least one column must be named."""


class Taken(Exception):
    """A row with the same unique key is already there; nothing was written."""


class Keys(Protocol):
    """Keys that seal columns, each named by a random id."""

    async def make(self, *, outside: bool = False) -> str:
        """A new key's id; `outside` keeps it beside the master key, out of the database and of every backup of it."""

    async def destroy(self, key_id: str) -> None:
        """Erase what it sealed, for good: listed beside the master key first, so that a restored backup obeys too.

        A member goes with the key of their notes; a person's own id may be given as well, and is obeyed alike.
        """


class Notices(Repository[Notice], Protocol):
    """The outbox as the core sees it."""

    async def plan(self, *planned: Notice) -> int:
        """Add those of a new key, move waiting ones of a known key to their due time; how many rows that changed."""

    async def waiting(self, group_id: str) -> list[Notice]:
        """What is still to come in a group, soonest first."""


class Groups(Repository[Group], Protocol):
    """The groups, by their channels too."""

    async def within(self, platform: str, channel: str) -> list[Group]:
        """The groups of a channel and of every topic in it, ended ones too."""


class UnitOfWork(Protocol):
    """One transaction: all that a turn reads and writes. Leaving it by an exception undoes everything."""

    persons: Repository[Person]
    groups: Groups
    members: Repository[Member]
    conveners: Repository[Convener]
    meetings: Repository[Meeting]
    comings: Repository[Coming]
    notes: Repository[Note]
    polls: Repository[Poll]
    ballots: Repository[Ballot]
    batches: Repository[Batch]
    drafts: Repository[Draft]
    channels: Repository[Channel]
    openings: Repository[Opening]
    notices: Notices
    keys: Keys

    async def remember(self, platform: str, key: str, at: datetime) -> bool:
        """Note that this incoming is being handled; False when it was handled before (remembered 7 days).

        Either way it is taken out of the inbox with this transaction.
        """

    async def lock(self, group_id: str) -> None:
        """Wait until no other transaction works on this group."""

    def attempt(self) -> AbstractAsyncContextManager[None]:
        """A part of the transaction that can fail alone: an exception inside undoes only the part, and goes on up."""


class Store(Protocol):
    """Where everything is kept."""

    def begin(self) -> AbstractAsyncContextManager[UnitOfWork]:
        """One transaction, committed on leaving."""

    async def mark(self, name: str) -> str | None:
        """A fact about the whole store, such as whether it is a rehearsal's and how late it is there."""

    async def set_mark(self, name: str, value: str) -> None:
        """Keep such a fact."""


@dataclass(frozen=True)
class Settlement:
    """What became of one claimed notice, to be committed with others of its kind."""

    notice_id: str
    state: State
    parts: int = 0
    posts: tuple[str, ...] = ()
    why: str = ""
    not_before: datetime | None = None


@dataclass(frozen=True)
class Claimed:
    """What a claim took: `due` is now sending, `late` was past its expiry and is now skipped."""

    due: tuple[Notice, ...]
    late: tuple[Notice, ...]


class Outbox(Protocol):
    """The notices as the dispatcher sees them. A claim is committed by its caller before anything is sent."""

    async def claim(self, work: UnitOfWork, *, now: datetime, machine_now: datetime, most: int) -> "Claimed":
        """Take at most so many due notices out of waiting, soonest first, those past their expiry set to skipped."""

    async def settle(self, work: UnitOfWork, settlements: Sequence[Settlement]) -> None:
        """Write down what became of claimed notices."""

    async def next_due(self, *, machine_now: datetime) -> Notice | None:
        """The waiting notice that is due first."""

    async def in_flight(self, work: UnitOfWork) -> list[Notice]:
        """What was claimed and never settled: at start, what a crash left unsure."""

    async def tidy(self, *, now: datetime) -> None:
        """Forget what need not be remembered: incomings handled over 7 days ago, settled notices of long ago."""


class Inbox(Protocol):
    """What a platform was told has arrived and no turn has handled yet, sealed."""

    async def keep(self, platform: str, came: Sequence[tuple[str, bytes]]) -> list[str]:
        """Keep what is neither here nor handled, committed on return; the keys of just those."""

    async def kept(self, platform: str) -> list[tuple[str, bytes]]:
        """What is still to be handled, in the order in which it came."""

    async def drop(self, platform: str, key: str) -> None:
        """Let go of one that no turn will handle."""


class Shelf(Protocol):
    """A platform's own pages kept by us, sealed, for platforms that have nobody else to keep them (the browser)."""

    async def put(self, address: str, body: bytes) -> int:
        """Keep a page at an address; its number, which rises."""

    async def replace(self, number: int, body: bytes) -> None:
        """Put another page in this one's place."""

    async def pages(self, address: str) -> list[tuple[int, bytes]]:
        """All pages at an address, oldest first."""

    async def clear(self, address: str) -> None:
        """Erase everything at an address."""


# The clock and chance


class Clock(Protocol):
    """Group time, which may be held and hurried."""

    def now(self) -> datetime:
        """This instant, aware UTC."""


class Chance(Protocol):
    """Ids and shuffles, so that a rehearsal can be repeated."""

    def new_id(self) -> str:
        """A random id that nobody guesses, of 16 letters and digits."""

    def shuffled(self, items: Sequence[str]) -> list[str]:
        """The same items in an order that tells nothing."""


# Words


class Library(Protocol):
    """The content room: programmes, and words for whatever the core says."""

    def languages(self) -> tuple[str, ...]:
        """The languages that the bot speaks, by code."""

    def command(self, word: str) -> str:
        """The use that a command's word stands for in any language; the word itself where it stands for none."""

    def programmes(self) -> tuple[str, ...]:
        """The slugs of all programmes."""

    def programme(self, slug: str) -> Programme:
        """A programme's structure; Refusal("programme-unknown") where there is none."""

    def text(self, text: Text, language: str) -> str:
        """One text in words."""

    def write(self, message: Message, language: str) -> Written:
        """A message in words, buttons and files included."""

    def write_form(self, form: Form, language: str) -> WrittenForm:
        """A form in words."""


@dataclass(frozen=True)
class Rhythm:
    """How often a group meets, as typed; weekday (0 = Monday) and time only where they were named."""

    count: int
    unit: Literal["week", "month"]


class Typed(Protocol):
    """Dates and lengths as people type them; each raises Refusal with what to do instead."""

    def when(self, text: str, *, language: str, zone: ZoneInfo, now: datetime) -> datetime:
        """Naive local time in the zone, ahead of `now` (UTC)."""

    def rhythm(self, text: str, *, language: str, first: datetime) -> Rhythm:
        """The rhythm; refuses a weekday or time that disagrees with the first meeting (naive local)."""

    def length(self, text: str, *, language: str) -> timedelta:
        """Between 15 minutes and 12 hours."""

    def zone(self, text: str) -> ZoneInfo:
        """A zone by its name, such as Europe/Helsinki."""


# Platforms


@dataclass(frozen=True)
class Capabilities:
    """What a platform can carry; `fit` brings everything down to it, and the docs' feature matrix is made from it."""

    whisper: Literal["direct", "ephemeral", "none"]
    form: Literal["modal", "steps"]
    fields: int
    buttons: int
    per_row: int
    label: int
    text: int
    files: bool
    edit: bool
    pictures: bool = False
    caption: int | None = None
    """How much text goes along with a file, where that is less than `text`; files are then sent one by one."""
    marks: bool = True
    """Whether it knows its own posts again by their mark; where not, a crash may repeat those in flight."""


@dataclass(frozen=True)
class Address:
    """Where something is sent: a group's channel, or one person in private."""

    platform: str
    id: str
    private: bool


@dataclass(frozen=True)
class Sent:
    """It arrived; `post` is the platform's id of it."""

    post: str


@dataclass(frozen=True)
class Throttled:
    """Surely not sent: too fast for this address. Not before `retry_after` seconds from now; others may go on."""

    retry_after: float


@dataclass(frozen=True)
class NotSent:
    """Surely not sent, and worth another try: no connection, a server that said so."""

    why: str


@dataclass(frozen=True)
class Unreachable:
    """This address is closed to us until somebody opens it; `why` is a code that the phrases have words for."""

    why: str


@dataclass(frozen=True)
class Rejected:
    """The platform will never take this message; `why` is a code without any of its text."""

    why: str


POST_UNKNOWN = "post-unknown"
"""Why a post was not amended: it is not there (any more)."""


@dataclass(frozen=True)
class Unsure:
    """Nobody can know whether it was sent."""

    why: str


@dataclass(frozen=True)
class Moved:
    """The channel has a new id; the message was not sent."""

    new_id: str


Outcome = Sent | Throttled | NotSent | Unreachable | Rejected | Unsure | Moved

Hear = Callable[[Incoming], Awaitable[Answer]]
"""Hands an incoming to the core and returns what its person is shown; it has been committed by then."""


class Adapter(Protocol):
    """A platform's door. It keeps no state of its own that a restart would miss."""

    name: str
    capabilities: Capabilities

    async def run(self, hear: Hear) -> None:
        """Listen until cancelled."""

    async def post(self, to: Address, part: Written, *, mark: str) -> Outcome:
        """Send one part, cut to size. `mark` is the same at every try. Failures are returned, not raised."""

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier post; Rejected(POST_UNKNOWN) where that is not there."""


class Gate(Protocol):
    """How fast a platform may be written to."""

    async def enter(self, address: Address, *, ahead: bool = False) -> bool:
        """Wait for this post's turn, an answer ahead of what was planned; False where the address is stopped."""

    def answered(self, address: Address) -> None:
        """The platform has answered, or never will."""

    def leave(self) -> None:
        """What became of the post is written down. Not for those ahead."""

    def throttle(self, address: Address, seconds: float) -> None:
        """Stop this place for so long."""

    def stopped(self, address: Address) -> float:
        """For how many seconds yet nothing may be sent there."""


@runtime_checkable
class Paced(Protocol):
    """An adapter with a pace; its own answers go through the same gate as what is planned."""

    gate: Gate


@runtime_checkable
class CanSicken(Protocol):
    """An adapter that notices when its platform no longer reaches it."""

    def amiss(self) -> str:
        """What is wrong, for the operator and without anybody's words; empty where all is well."""


@runtime_checkable
class CanMenu(Protocol):
    """An adapter whose platform shows a person the commands that they have."""

    async def menu(self, handle: str, language: str, *, convenes: bool) -> None:
        """Show this person their commands; a failure is the adapter's own affair."""


@runtime_checkable
class CanForget(Protocol):
    """An adapter that keeps pages itself, and can erase what it kept for one person."""

    async def forget(self, handle: str) -> None:
        """Erase everything kept for this person."""


# What the core is given


@dataclass(frozen=True)
class House:
    """Everything that a turn needs besides its transaction."""

    library: Library
    typed: Typed
    clock: Clock
    chance: Chance
    capabilities: Mapping[str, Capabilities]
