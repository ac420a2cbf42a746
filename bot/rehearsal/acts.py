"""What a rehearsal's people do: one at a time, by the words that buttons carry."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True)
class Push:
    """Press the button that carries this word, and this value where one is named."""

    word: str
    value: str = ""


@dataclass(frozen=True)
class Taps:
    """Press one step for each of the scales that are shown, in their order."""

    steps: tuple[int, ...]


@dataclass(frozen=True)
class Fill:
    """Fill the first field of the form that is open; a time is written the way the group writes it."""

    text: str | datetime


@dataclass(frozen=True)
class Ask:
    """Give a command, by its use's word."""

    word: str


@dataclass(frozen=True)
class Write:
    """Write to the bot in private."""

    text: str


Step = Push | Taps | Fill | Ask | Write


@dataclass(frozen=True)
class Act:
    """One person doing something at a local time: steps in a row, the first of them on the channel or in private.

    `does` names it for the transcript; `number` is the meeting it is about, 0 where it is about none.
    """

    at: datetime
    who: str
    does: str
    steps: tuple[Step, ...]
    number: int = 0
    side: Literal["channel", "private"] = "channel"


@dataclass(frozen=True)
class Evening:
    """What will happen around one meeting: who does what, and in which words."""

    number: int
    notes: Mapping[str, str]
    typed: str
    """Who of those writes straight to the bot rather than into the form."""
    absent: Mapping[str, tuple[str, str]]
    """Who tells in good time that they cannot come: to whom they say why (group or convener), and what."""
    last_minute: Mapping[str, str]
    """Who tells it after the reminder, and what they say to the group."""
    wavers: tuple[str, ...]
    late: Mapping[str, str]
    coming: tuple[str, ...]
    readers: tuple[str, ...]
    answers: Mapping[str, str]
    """Who answers the feedback, each with a sentence or without one."""
    moved: bool
    done: bool
