"""All that is wrong with a file by its types: the tree beside the Structs of the schema, which say what is right."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from msgspec import inspect

from bot.content.pack_tree import SHOWN, Mark, Node, Problem, shown

MOST = 100
"""So many problems of one file are told: more would not be read, and guessing what was meant takes time."""


class _Enough(Exception):
    """As many problems have been found as are told."""


def type_problems(file: str, root: Node, kind: type) -> list[Problem]:
    """Everything in which the file is not what a Struct wants of it, in the order of the file."""
    look = _Look(file)
    with suppress(_Enough):
        look.struct(_info(kind), root, ())
    return look.found


@lru_cache(maxsize=16)
def _info(kind: type) -> Any:
    return inspect.type_info(kind)


def nearest(written: str, known: Iterable[str]) -> str:
    """The one that was most likely meant; empty where none is near."""
    return shown(next(iter(get_close_matches(written[:SHOWN], list(known), n=1, cutoff=0.6)), ""))


class _Look:
    def __init__(self, file: str) -> None:
        self._file = file
        self.found: list[Problem] = []

    def _say(self, mark: Mark, place: Sequence[str], what: str) -> None:
        self.found.append(Problem(self._file, mark.line + 1, mark.column + 1, ".".join(place), what))
        if len(self.found) >= MOST:
            raise _Enough

    def _any(self, kind: Any, node: Node, place: tuple[str, ...]) -> None:
        match kind:
            case inspect.Metadata(type=inner):
                self._any(inner, node, place)
            case inspect.UnionType() if node.text.lower() == "null":
                pass
            case inspect.UnionType(types=types):
                self._any(next(t for t in types if not isinstance(t, inspect.NoneType)), node, place)
            case inspect.StructType():
                self.struct(kind, node, place)
            case inspect.DictType(value_type=value):
                if self._is(dict, node, place, "parts, each with its name, a colon and what it is"):
                    for key, part in node.parts.items():
                        self._any(value, part, (*place, shown(key)))
            case inspect.ListType():
                self._list(kind, node, place)
            case inspect.LiteralType(values=values):
                self._one_of([str(value) for value in values], node, place)
            case inspect.IntType():
                self._number(kind, node, place)
            case _:
                self._text(kind, node, place)

    def struct(self, kind: Any, node: Node, place: tuple[str, ...]) -> None:
        fields = {field.encode_name: field for field in kind.fields}
        wanted = [name for name, field in fields.items() if field.required]
        if not self._is(dict, node, place, f"what belongs to it: {', '.join(wanted or fields)}"):
            return
        for key, mark in node.keys.items():
            if key not in fields:
                near = nearest(key, [name for name in fields if name not in node.keys] or fields)
                instead = f"did you mean “{near}”?" if near else f"take it out, or write one of: {', '.join(fields)}"
                self._say(mark, place, f"“{shown(key)}” is nothing that Piiri knows here; {instead}")
        for name, field in fields.items():
            if name in node.parts:
                self._any(field.type, node.parts[name], (*place, name))
            elif field.required:
                self._say(node.mark, (*place, name), f"is missing; write it{_meaning(field.type)}")

    def _list(self, kind: Any, node: Node, place: tuple[str, ...]) -> None:
        if not self._is(list, node, place, "a list, each line of it beginning with “- ”"):
            return
        count, least, most = len(node.items), kind.min_length, kind.max_length
        if least is not None and count < least:
            self._say(node.mark, place, f"has {count}, write at least {least}")
        if most is not None and count > most:
            self._say(node.mark, place, f"has {count}, keep at most {most}")
        for number, item in enumerate(node.items, 1):
            self._any(kind.item_type, item, (*place, shown(item.at("id").text) or str(number)))

    def _is(self, wanted: type, node: Node, place: tuple[str, ...], instead: str) -> bool:
        if type(node.value) is wanted:
            return True
        there = {str: f"is “{shown(node.text)}”" if node.text else "is empty", list: "is a list", dict: "has parts"}
        self._say(node.mark, place, f"{there[type(node.value)]}; write {instead}")
        return False

    def _one_of(self, values: list[str], node: Node, place: tuple[str, ...]) -> None:
        if self._is(str, node, place, f"one of: {', '.join(values)}") and node.text not in values:
            one = f"write one of: {', '.join(values)}" if len(values) > 1 else f"write {values[0]}"
            near = nearest(node.text, values) if len(values) > 1 else ""
            meant = f" (did you mean {near}?)" if near else ""
            self._say(node.mark, place, f"is “{shown(node.text)}”, {one}{meant}")

    def _number(self, kind: Any, node: Node, place: tuple[str, ...]) -> None:
        if not self._is(str, node, place, "a whole number"):
            return
        number = node.number
        if number is None:
            there = f"“{shown(node.text)}” is no whole number" if node.text else "is empty"
            self._say(node.mark, place, f"{there}; write digits only, such as {kind.ge or 1}")
            return
        if kind.ge is not None and number < kind.ge:
            self._say(node.mark, place, f"is {shown(node.text)}, write at least {kind.ge}")
        if kind.le is not None and number > kind.le:
            self._say(node.mark, place, f"is {shown(node.text)}, write at most {kind.le}")

    def _text(self, kind: Any, node: Node, place: tuple[str, ...]) -> None:
        if not self._is(str, node, place, "one text"):
            return
        count, least, most = len(node.text), kind.min_length, kind.max_length
        if least is not None and count < least:
            self._say(node.mark, place, "is empty; write the text")
        elif most is not None and count > most:
            self._say(node.mark, place, f"has {count} characters and may have {most}; shorten it by {count - most}")
        elif kind.pattern is not None and not re.search(kind.pattern, node.text):
            there = f"“{shown(node.text)}” cannot be a name here" if node.text else "is empty"
            instead = "write small letters from a to z, digits and -, a letter first, at most 24 in all"
            self._say(node.mark, place, f"{there}; {instead}")


def _meaning(kind: Any) -> str:
    about = (kind.extra_json_schema or {}).get("description", "") if isinstance(kind, inspect.Metadata) else ""
    return f" ({about[:1].lower()}{about[1:].rstrip('.')})" if about else ""
