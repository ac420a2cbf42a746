"""What the core and the scheduler need of a platform, and a platform of them. No behaviour here."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol, runtime_checkable

from bot.core.incoming import Incoming
from bot.core.outgoing import Answer, Written


@dataclass(frozen=True)
class Capabilities:
    """What a platform can carry; `fit` brings everything down to it, and the docs' feature matrix is made from it.

    `whisper` says how an answer is private: to that person "direct", or "ephemeral", seen by nobody else in the channel
    itself; what falls due later goes to the person directly either way.
    """

    whisper: Literal["direct", "ephemeral", "none"]
    form: Literal["modal", "pages", "steps"]
    """Forms as a whole, so many fields at a time and each such page opened by a press, or question by question."""
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
    rows: int | None = None
    """How many rows of buttons a post may have."""
    escaped: str = ""
    """The characters that stand for themselves only behind another one, and so count twice."""
    times: bool = False
    """Whether an instant can be shown to each reader in their own zone."""
    events: bool = False
    """Whether it has events of its own that people can follow."""
    threads: bool = False
    """Whether talk can be hung on a post, under a name of its own."""
    roles: bool = False
    """Whether a circle of people can be mentioned by one name."""
    keeps: bool = False
    """Whether what is said there is kept by us, so that it is gone when we erase it."""


@dataclass(frozen=True)
class Address:
    """Where something is sent: a group's channel, or one person in private."""

    platform: str
    id: str
    private: bool


@dataclass(frozen=True)
class Pages:
    """What stands at an address, all of it or only what is older than this."""

    at: Address
    before: datetime | None = None


@dataclass(frozen=True)
class Sent:
    """It arrived; `post` is the platform's id of it, `amiss` a code for what should have gone along and could not."""

    post: str
    amiss: str = ""


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


SHUT = "shut"
"""Why a person cannot be written to: they have not opened a private side with us, closed it, or are not there."""


@dataclass(frozen=True)
class Rejected:
    """The platform will never take this message; `why` is a code without any of its text."""

    why: str


POST_UNKNOWN = "post-unknown"
"""Why a post was not amended: it is not there (any more)."""


@dataclass(frozen=True)
class Unsure:
    """Nobody can know whether it was sent; where a platform knows its posts by their mark, another try finds out."""

    why: str


BLIND = "lacks-history"
"""Why a platform that knows its posts again could not look for one: then nobody will ever know."""


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

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        """Send one part, cut to size. `mark` is the same at every try. Failures are returned, not raised.

        `again` says that an earlier try, of long ago maybe and before a restart, may have arrived.
        """

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier post; Rejected(POST_UNKNOWN) where that is not there."""


class Gate(Protocol):
    """How fast a platform may be written to."""

    @property
    def in_flight(self) -> int:
        """How many posts may be on their way at once."""

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

    def stopped_all(self) -> float:
        """For how many seconds yet nothing may be sent anywhere."""


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
class CanFallSilent(Protocol):
    """An adapter that knows how long it has heard nothing from its platform."""

    def silent(self) -> float:
        """Seconds since the platform was surely there."""


@runtime_checkable
class CanLook(Protocol):
    """An adapter whose platform tells nobody who leaves a channel, but says who is there when it is asked."""

    async def still_there(self, channel: str, handle: str) -> bool | None:
        """Whether this person is in the channel, or in what it is a part of; None where that is not surely known.

        Goes behind all that is to be sent. Failures are such a None, not raised.
        """


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


@runtime_checkable
class CanClear(Protocol):
    """An adapter that keeps pages itself, and can erase what stands at an address."""

    async def clear(self, pages: Pages) -> None:
        """Erase these; raises where that fails, and then nothing is said to be gone."""
