"""What the browser chat keeps on the shelf: pages of rooms and of people, and who and what there is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

import msgspec

from bot.core.outgoing import Written

Kept = TypeVar("Kept")

PEOPLE = "people"
ROOMS = "rooms"

Who = Literal["bot", "person", "you", "gone"]
Did = Literal["pressed", "command", "wrote", "filled"]


@dataclass(frozen=True)
class Someone:
    """A person of this platform."""

    handle: str
    name: str
    language: str


@dataclass(frozen=True)
class Room:
    """A channel of this platform."""

    id: str
    name: str


@dataclass(frozen=True)
class Page:
    """One entry: what the bot said, a line (`text`) that a person wrote to a room, or what somebody did in private.

    Of what somebody did in private only the kind is kept, with a short label: never the text itself. `key` is that of
    the act, so that the page in front of its author can still show the words. A page that is gone is not shown.
    """

    who: Who
    at: datetime
    mark: str = ""
    written: Written | None = None
    changed: bool = False
    handle: str = ""
    text: str = ""
    did: Did = "wrote"
    label: str = ""
    key: str = ""


def room_address(room: str) -> str:
    """Where a room's pages are."""
    return f"room:{room}"


def person_address(handle: str) -> str:
    """Where a person's own pages are."""
    return f"person:{handle}"


def pack(kept: Page | Room | Someone) -> bytes:
    """To be put on the shelf."""
    return msgspec.json.encode(kept)


def unpack(body: bytes, kind: type[Kept]) -> Kept:
    """As it was packed."""
    return msgspec.json.decode(body, type=kind)
