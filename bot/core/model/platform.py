"""What is remembered of the platforms: channels, unfinished forms, doors that are not open yet."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Draft:
    """What one person has begun (`id` is theirs): an unfinished form, or words that wait for where they belong.

    Sealed with the instance's key, or with the one that the form names. `step` is the field asked.
    """

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


def chat_of(channel: str) -> str:
    """The channel that a topic is in; of any other the channel itself."""
    return channel.partition("/")[0]
