"""What the core needs of the other rooms, and they of each other. No behaviour here."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.core.model import (
    Agreement,
    Ballot,
    Batch,
    Channel,
    Coming,
    Convener,
    Draft,
    Edition,
    Facilitator,
    Group,
    Meeting,
    Member,
    Note,
    Notice,
    Opening,
    Outcome,
    Paper,
    Person,
    Poll,
    Question,
    State,
    Subgroup,
    Subscription,
    Vote,
)
from bot.core.outgoing import Form, Message, Text, Written, WrittenForm
from bot.core.platform import Capabilities
from bot.core.programme import Programme

Row = TypeVar("Row")


# The store


class Repository(Protocol[Row]):
    """Rows of one kind. Sealed columns are opened on reading; a row whose key is destroyed is as if it were not."""

    async def get(self, row_id: str) -> Row | None:
        """The row with this id."""

    async def find(self, **equal: object) -> list[Row]:
        """All rows whose columns equal these values, in no promised order; several values of one are any of them."""

    async def add(self, row: Row) -> None:
        """Insert; raises Taken where a unique key already stands."""

    async def save(self, row: Row) -> None:
        """Make the row of this id this one, leaving alone what does not differ from it as it was read.

        LookupError where there is none, Taken where a unique key stands.
        """

    async def drop(self, **equal: object) -> int:
        """Delete all such rows and say how many; at least one column must be named."""


class Taken(Exception):
    """A row with the same unique key is already there; nothing was written."""


class Undecided(Exception):
    """The database went away in the middle of a commit: whether anything was written is not known."""


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

    async def worded(self, before: datetime) -> list[str]:
        """The ids of those with somebody's word on a meeting that began before this, local wherever it is."""

    async def noted(self) -> list[str]:
        """The ids of those with notes in them that are over or go on season by season."""

    async def seats(self, platform: str, *, after: str, most: int) -> list[tuple[Person, str]]:
        """The next so many members, conveners and facilitators after this person's id, by id.

        Each stands there once for every channel that a group of theirs lives in, whether or not that group is over.
        """


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
    facilitators: Repository[Facilitator]
    subgroups: Repository[Subgroup]
    editions: Repository[Edition]
    outcomes: Repository[Outcome]
    questions: Repository[Question]
    votes: Repository[Vote]
    papers: Repository[Paper]
    agreements: Repository[Agreement]
    subscriptions: Repository[Subscription]
    drafts: Repository[Draft]
    channels: Repository[Channel]
    openings: Repository[Opening]
    notices: Notices
    keys: Keys

    async def remember(self, platform: str, key: str, at: datetime) -> bool:
        """Note that this incoming is being handled; False when it was handled before (remembered 7 days).

        Either way it is taken out of the inbox with this transaction.
        """

    async def lock(self, *group_ids: str) -> None:
        """Wait until no other transaction works on this group."""

    async def foresee(self, notices: Collection[Notice]) -> None:
        """Read at once what saying these will ask for one by one; changes nothing but the cost."""

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
    """What became of one claimed notice, to be committed with others of its kind.

    `untried` where it goes back without anything having been tried: then its claim counts as no attempt.
    """

    notice_id: str
    state: State
    parts: int = 0
    posts: tuple[str, ...] = ()
    why: str = ""
    not_before: datetime | None = None
    untried: bool = False


@dataclass(frozen=True)
class Claimed:
    """What a claim took: `due` is now sending, `late` was past its expiry and is now skipped."""

    due: tuple[Notice, ...]
    late: tuple[Notice, ...]


@dataclass(frozen=True)
class Ahead:
    """What there is to wake for, on two clocks; None where there is nothing.

    `due` is group time: when the first notice that is not held back is due. `free` is the machine's: when the first of
    those held back before it may be sent.
    """

    due: datetime | None = None
    free: datetime | None = None


class Outbox(Protocol):
    """The notices as the dispatcher sees them. A claim is committed by its caller before anything is sent."""

    async def claim(
        self, work: UnitOfWork, *, now: datetime, machine_now: datetime, most: int, but_of: Collection[str] = ()
    ) -> "Claimed":
        """Take at most so many due notices out of waiting, soonest first, those past their expiry set to skipped.

        Those of groups on the platforms in `but_of` stay where they are.
        """

    async def settle(self, work: UnitOfWork, settlements: Sequence[Settlement]) -> None:
        """Write down what became of claimed notices."""

    async def next_due(self) -> Notice | None:
        """The waiting notice that is due first."""

    async def ahead(self, *, machine_now: datetime) -> Ahead:
        """What there is to wake for."""

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

    def discord_codes(self, language: str) -> tuple[str, ...]:
        """Discord's own codes for one of our languages."""

    def command(self, word: str) -> str:
        """The use that a command's word stands for in any language; the word itself where it stands for none."""

    def programmes(self) -> tuple[str, ...]:
        """The slugs of all programmes that a group can begin with."""

    def programme(self, pack: str) -> Programme:
        """The structure of a programme by its slug, or of an edition by its id.

        Refusal("programme-unknown") where there is none.
        """

    def edition(self, slug: str) -> Edition:
        """A programme as it is now, to be kept with a group that begins."""

    def knows(self, edition_id: str) -> bool:
        """Whether it has been taught this edition."""

    def learn(self, edition: Edition) -> None:
        """Take in an edition that was kept."""

    def text(self, text: Text, language: str) -> str:
        """One text in words."""

    def write(self, message: Message, language: str) -> Written:
        """A message in words, buttons and files included."""

    def write_form(self, form: Form, language: str) -> WrittenForm:
        """A form in words."""


@dataclass(frozen=True)
class Rhythm:
    """How often a group meets: every so many weeks or months."""

    count: int
    unit: Literal["week", "month"]


class Typed(Protocol):
    """Dates and lengths as people type them; each raises Refusal with what to do instead."""

    def when(self, text: str, *, language: str, zone: ZoneInfo, now: datetime) -> datetime:
        """Naive local time in the zone, ahead of `now` (UTC)."""

    def day(self, text: str, *, language: str, zone: ZoneInfo, now: datetime) -> date:
        """A local day in the zone, that of `now` (UTC) or later."""

    def rhythm(self, text: str, *, first: datetime) -> Rhythm:
        """The rhythm; refuses a weekday or time that disagrees with the first meeting (naive local)."""

    def length(self, text: str) -> timedelta:
        """Between 15 minutes and 12 hours."""

    def zone(self, text: str) -> ZoneInfo:
        """A zone by its name, such as Europe/Helsinki."""

    def zones(self, text: str) -> list[str]:
        """The names of zones that have this in them, likely ones first."""


# What the core is given


@dataclass(frozen=True)
class House:
    """Everything that a turn needs besides its transaction."""

    library: Library
    typed: Typed
    clock: Clock
    chance: Chance
    capabilities: Mapping[str, Capabilities]
    calendar_url: str = ""
    """The address that members' calendars are under, without a slash at its end; none where there are none."""
    help_lines: tuple[str, ...] = ()
    """Where there is help, as the operator has it; one that begins with a language and a colon is for that alone."""
    operator: str = ""
    """Who runs this Piiri and how they are reached, as they say it themselves."""
