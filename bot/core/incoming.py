"""What comes in: one thing that a person did on a platform, read by its adapter."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sender:
    """Who did it, as the platform tells; `may_convene` is the adapter's word that they may set a group up here."""

    platform: str
    handle: str
    name: str
    language: str | None = None
    may_convene: bool = False


@dataclass(frozen=True)
class Press:
    """A button was pressed; `data` is what the button carried, and may be forged."""

    data: str


@dataclass(frozen=True)
class Command:
    """A word with a slash before it, and what stood behind the word."""

    word: str
    rest: str = ""


@dataclass(frozen=True)
class Wrote:
    """Free text, written to the bot in private or as a reply to it."""

    text: str


@dataclass(frozen=True)
class Filled:
    """A whole form handed in at once, on platforms that have forms; values are as typed."""

    form: str
    about: str
    values: Mapping[str, str] = field(default_factory=dict)


Act = Press | Command | Wrote | Filled


@dataclass(frozen=True)
class Incoming:
    """One act of one person; `key` is the platform's own id for it, `channel` is None in private."""

    key: str
    sender: Sender
    channel: str | None
    act: Act
