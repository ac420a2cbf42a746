"""A pack's file as a tree that still knows where in the file everything stands, and what can be amiss there."""

from dataclasses import dataclass
from typing import Any, Protocol

import msgspec

from bot.core.letters import cut, one_line

SHOWN = 40
"""Characters of something written that a problem shows."""


class Mark(Protocol):
    """A place in a file, from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


@dataclass(frozen=True)
class Start:
    """The beginning of a file, where nothing in it can be named."""

    line: int = 0
    column: int = 0


START = Start()


@dataclass(frozen=True, order=True)
class Problem:
    """What cannot stand in one place, and what to write instead; `line` and `column` count from 1, 0 for a whole file.

    `place` says where it is in words, such as `sessions.recovery.tasks.balance.steps`.
    """

    file: str
    line: int
    column: int
    place: str
    what: str

    def __str__(self) -> str:
        """All of it in one line."""
        at = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return ": ".join(part for part in (at, self.place, self.what) if part)


class Node:
    """A text, a list or a map (by its keys as written) with the mark where it begins; `keys` has the keys' own."""

    __slots__ = ("keys", "mark", "value")

    def __init__(self, value: "str | list[Node] | dict[str, Node]", mark: Mark) -> None:
        self.value = value
        self.mark = mark
        self.keys: dict[str, Mark] = {}

    def plain(self) -> Any:
        """Nothing but text, lists and maps."""
        value = self.value
        if type(value) is dict:
            return {key: node.plain() for key, node in value.items()}
        if type(value) is list:
            return [node.plain() for node in value]
        return value

    @property
    def text(self) -> str:
        """The text; empty where this is something else."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> "list[Node]":
        """The list; empty where this is something else."""
        return self.value if isinstance(self.value, list) else []

    @property
    def parts(self) -> "dict[str, Node]":
        """The map; empty where this is something else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def number(self) -> int | None:
        """The whole number that is written; None where it is none."""
        try:
            return msgspec.convert(self.text, int, strict=False)
        except msgspec.ValidationError:
            return None

    def at(self, *keys: str) -> "Node":
        """What stands under these keys; where nothing does, something empty in the place of what is nearest above."""
        here = self
        for key in keys:
            value = here.value
            here = (value.get(key) if type(value) is dict else None) or Node("", here.mark)
        return here

    def has(self, *keys: str) -> bool:
        """Whether anything stands under these keys."""
        here = self
        for key in keys:
            found = here.parts.get(key)
            if found is None:
                return False
            here = found
        return True


def shown(written: str) -> str:
    """What was written, short and in one line, to be quoted in a problem."""
    return cut(one_line(written[: 4 * SHOWN]), SHOWN)
