"""People on a platform and what they see, whatever platform it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.app import Ground, Piiri
from bot.core.incoming import Act
from bot.core.outgoing import Answer, Written, WrittenFile, WrittenForm, WrittenToast
from bot.core.platform import Adapter


@dataclass(frozen=True)
class Asked:
    """A field as a person sees it; options are (value, label)."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...]
    problem: str


@dataclass(frozen=True)
class Shown:
    """One thing that stands in a channel or on a person's own side; buttons are (label, data)."""

    place: str
    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    files: tuple[WrittenFile, ...] = ()
    form: tuple[str, str] | None = None
    fields: tuple[Asked, ...] = ()
    toast: bool = False


@dataclass(frozen=True)
class Who:
    """Somebody on the platform."""

    name: str
    handle: str
    language: str
    may_convene: bool = True


class Stand(Protocol):
    """A platform as people see it. What it shows outlives a restart of the bot, as on a real one.

    `title` is what every channel on it is called.
    """

    name: str
    title: str

    async def ready(self) -> None:
        """The platform is there, whether or not the bot is."""

    def address(self, channel: str) -> str:
        """The platform's id of a channel."""

    def adapters(self, ground: Ground) -> Sequence[Adapter]:
        """The adapters to open Piiri with."""

    async def opened(self, piiri: Piiri) -> None:
        """Piiri is up, now or again."""

    async def down(self) -> None:
        """The bot has gone down; the platform is still there."""

    async def closed(self) -> None:
        """The platform is gone as well."""

    async def add_channel(self, channel: str) -> None:
        """There is a channel of this id."""

    async def add_person(self, who: Who) -> None:
        """There is this person."""

    async def act(self, who: Who, act: Act, channel: str | None, label: str) -> list[Shown]:
        """Somebody does something; what only the answer itself shows, such as a form or a toast."""

    async def arrived(self) -> list[Shown]:
        """What has come to stand somewhere since this was asked last, in order."""

    def kept(self) -> Any:
        """What the platform keeps outside our store, to be handed to `restore` of another such stand."""

    def restore(self, kept: Any) -> None:
        """Go on from there."""


def own_side(name: str) -> str:
    """The place where a person is alone with the bot."""
    return f"@{name}"


def answered(place: str, answer: Answer) -> list[Shown]:
    """An answer as it is shown: the parts of one message stand as one."""
    match answer:
        case None:
            return []
        case WrittenForm():
            return [form_shown(place, answer)]
        case WrittenToast(text):
            return [Shown(place, text, toast=True)]
        case _:
            return [message_shown(place, answer)] if answer else []


def message_shown(place: str, parts: Sequence[Written]) -> Shown:
    return Shown(
        place,
        "\n".join(block.text for part in parts for block in part.blocks),
        tuple((b.label, b.data) for part in parts for row in part.buttons for b in row if b.data),
        tuple(file for part in parts for file in part.files),
    )


def form_shown(place: str, form: WrittenForm) -> Shown:
    asked = tuple(Asked(f.name, f.label, f.value, f.options, f.problem) for f in form.fields)
    lines = [form.title, *(block.text for block in form.intro)]
    for each in form.fields:
        lines += [each.label, each.hint, each.value, each.problem]
    return Shown(place, "\n".join(filter(None, lines)), form=(form.name, form.about), fields=asked)


class Plain:
    """What a platform inside this process need not care about."""

    async def ready(self) -> None:
        """It is always there."""

    async def down(self) -> None:
        """It keeps no connection."""

    async def closed(self) -> None:
        """Nothing is open."""

    def address(self, channel: str) -> str:
        """A channel is known by its name."""
        return channel
