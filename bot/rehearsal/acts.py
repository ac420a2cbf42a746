"""What a rehearsal's people do: one at a time, by the words that buttons carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Side = Literal["channel", "private", "apart"]


@dataclass(frozen=True)
class Push:
    """Press the button that carries this word, and a value that is this or ends so, where one is named.

    Of several it is the first, or the one of this `place` from 0 on.
    """

    word: str
    value: str = ""
    place: int = 0


@dataclass(frozen=True)
class Taps:
    """Press one step for each of the scales that are shown, in their order, on the buttons of this word."""

    steps: tuple[int, ...]
    word: str = "rate"


@dataclass(frozen=True)
class Fill:
    """Fill the form that is open, field by field as far as there are texts.

    Times are written the way the group writes them, one a line, into the first field.
    """

    text: str | tuple[datetime, ...]
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """Fill the form that is open: one step for each scale in it, and a text into the first field for words.

    Where the form asks whether the text may be quoted, the `permission` is the answer.
    """

    steps: tuple[int, ...]
    text: str
    permission: str = ""


@dataclass(frozen=True)
class Ask:
    """Give a command, by its use's word, where the act begins."""

    word: str


@dataclass(frozen=True)
class Write:
    """Write to the bot in private."""

    text: str


Step = Push | Taps | Fill | Page | Ask | Write


@dataclass(frozen=True)
class Act:
    """One person doing something at a local time: steps in a row, the first of them on the channel or in private.

    A sub-group's own channel is `apart` from the group's.

    `does` names it for the transcript; `number` is the meeting it is about, 0 where it is about none.
    """

    at: datetime
    who: str
    does: str
    steps: tuple[Step, ...]
    number: int = 0
    side: Side = "channel"


@dataclass(frozen=True)
class Evening:
    """What will happen around one meeting: who does what, and in which words."""

    number: int
    writers: tuple[str, ...]
    """Who writes a note to themselves."""
    typed: str
    """Who of those writes straight to the bot rather than into the form."""
    absent: Mapping[str, tuple[str, str]]
    """Who tells in good time that they cannot come: to whom they say why (group or convener), and what."""
    last_minute: Mapping[str, str]
    """Who tells it after the reminder, and what they say to the group."""
    away: str
    """Who is away from this meeting and the one before or after it."""
    leaves: str
    """The button with which that person tells so now, if they do."""
    wavers: tuple[str, ...]
    late: Mapping[str, str]
    coming: tuple[str, ...]
    readers: tuple[str, ...]
    answers: Mapping[str, str]
    """Who answers the feedback, each with a sentence or without one."""
    quoted: str
    """In which way the first of those sentences may be quoted, if its author says so."""
    carried: str
    """What one of them would come back to next time, said without a name."""
    kept: tuple[str, str] | None
    """What the lead writes down for all: what was agreed, and what the group comes back to."""
    between: str
    """What the group agrees to do before it meets again, in a programme whose way that is."""
    present: int
    """How many were there."""
    hopes: Mapping[str, str]
    """Who writes down what they hope of the group."""
    moved: bool
    swapped: bool
    done: bool
