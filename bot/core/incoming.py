"""What comes in: one thing that a person did on a platform, read by its adapter."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


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
    options: Mapping[str, str] = field(default_factory=dict)
    """What was given along with it, by name, on platforms whose commands have such places."""


@dataclass(frozen=True)
class Typing:
    """A command's option is being filled in, and its person would like to be helped. Changes nothing."""

    word: str
    option: str
    text: str


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


@dataclass(frozen=True)
class Unread:
    """Something sent in private that the bot does not read: a "file" of any kind, or an "edit" of earlier words."""

    what: str


@dataclass(frozen=True)
class Closed:
    """The answer to this press could not be shown: its person has not opened a private side with the bot yet."""

    data: str


@dataclass(frozen=True)
class Opened:
    """The private side was opened by the address that such a person was given; it carries this token."""

    token: str


@dataclass(frozen=True)
class LetIn:
    """The bot was let into the channel, or may speak there again; the sender is who did it. Answered in the channel."""


@dataclass(frozen=True)
class ShutOut:
    """The bot can no longer speak in the channel; `why` is a code that the phrases have words for."""

    why: str


@dataclass(frozen=True)
class Relocated:
    """The channel has another id from now on."""

    new: str


@dataclass(frozen=True)
class Departed:
    """The sender is no longer in the channel."""


Act = Press | Command | Typing | Wrote | Filled | Unread | Closed | Opened | LetIn | ShutOut | Relocated | Departed


@dataclass(frozen=True)
class Incoming:
    """One act of one person; `key` is the platform's own id for it, `channel` is None in private.

    `title` is the channel's name as the platform tells.
    A channel's id may have a part after a slash: a topic within a larger channel, to which the first part belongs.
    A sender without a handle is somebody whom the platform does not name.
    """

    key: str
    sender: Sender
    channel: str | None
    act: Act
    title: str = ""


_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def keepable(incoming: Incoming) -> Incoming:
    """The same without what no database or file takes: halves of characters, and the character that is none."""
    sender, act = replace(incoming.sender, **_mended(incoming.sender)), replace(incoming.act, **_mended(incoming.act))
    return replace(incoming, **{**_mended(incoming), "sender": sender, "act": act})


def _mended(told: Sender | Act | Incoming) -> dict[str, Any]:
    return {name: _mend(value) for name, value in vars(told).items() if isinstance(value, str | Mapping)}


def _mend(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {_mend(name): _mend(each) for name, each in value.items()}
    return _UNKEEPABLE.sub("", value) if isinstance(value, str) else value
