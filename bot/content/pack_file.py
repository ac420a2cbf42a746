"""Reading a pack's files: plain YAML of text, lists and maps. What would cost or grow is refused before it does."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from bot.content.pack_tree import START, Mark, Node, Problem, shown

MOST_BYTES = 512 * 1024
MOST_DEPTH = 12
MOST_NODES = 20_000
LONGEST_KEY = 60

# libyaml where the wheel carries it: the same answers, ten times as fast.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that nobody sees; an escape in quotes can name them, which is the only way that they come in."""

_SAID_INSTEAD = {
    "mapping values are not allowed in this context": (
        "a colon stands in a text that has no quotes, or the line is indented too far or too little; "
        "put the text in quotes, or mend the spaces"
    ),
    "found character that cannot start any token": (
        "a text cannot begin with this character, and a tab cannot indent; "
        "put the text in quotes, or write spaces for the tab"
    ),
    "found undefined alias": "a text that begins with * needs quotes; put it in quotes",
    "found unexpected end of stream": "a quotation mark is opened and never closed; close it",
    "found invalid Unicode character escape code": "the number after \\u is no character; write the character itself",
    "found unknown escape character": "a \\ in double quotes needs another one before it; write \\\\",
}
_ANCHORS = "anchors (&) and aliases (*) are not taken; write the text out"
_NOT_YAML = "the indentation or the quotes of this line or the one above are not right; check them"


class PackProblem(Exception):
    """What is wrong with a programme's files, in one line that names the file and says what to write instead.

    `problems` has everything that was found, the first of which the line tells.
    """

    for_operator = True

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(Problem("", 0, 0, "", p) if isinstance(p, str) else p for p in problems)
        first, *others = self.problems
        super().__init__(f"{first} (and {len(others)} more; piiri content check shows all)" if others else str(first))


def read_pack_file(path: Path) -> Any:
    """The file's contents with every scalar as text; PackProblem with file, line and column where it cannot be read."""
    tree, problems = read_tree(path)
    if problems:
        raise PackProblem(*problems)
    return tree.plain()


def read_tree(path: Path) -> tuple[Node, list[Problem]]:
    """The file's contents with their places, and the keys that stand twice; PackProblem where it cannot be read."""
    text = _text_of(path)
    try:
        return _Building(str(path)).of(_events(text))
    except yaml.MarkedYAMLError as error:
        what = _SAID_INSTEAD.get(str(error.problem).partition(" (")[0], _NOT_YAML)
        raise PackProblem(_problem(str(path), error.problem_mark or START, what)) from None
    except yaml.reader.ReaderError:
        raise PackProblem(_unreadable(str(path), text)) from None
    except (yaml.YAMLError, RecursionError):
        raise PackProblem(whole(path, "is not YAML; save it as plain text")) from None


def _text_of(path: Path) -> str:
    """The file's text, opened so that nothing is waited for and no more is read than a pack's file may have."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        try:
            found = os.fstat(descriptor)
            if not stat.S_ISREG(found.st_mode):
                raise PackProblem(whole(path, "is no file with text in it; put one in its place"))
            if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
                raise PackProblem(whole(path, "is a link that leads out of its folder; put the file itself there"))
            raw = b"".join(_pieces(descriptor)) if found.st_size <= MOST_BYTES else b""
        finally:
            os.close(descriptor)
    except OSError as error:
        raise PackProblem(whole(path, f"cannot be read ({error.strerror}); check that the file is there")) from None
    if (not raw and found.st_size) or len(raw) > MOST_BYTES:
        size = max(found.st_size, len(raw))
        raise PackProblem(whole(path, f"{size} bytes are more than the {MOST_BYTES} that a pack's file may have"))
    try:
        return raw.decode("utf-8-sig")  # some editors on Windows put a mark before the text
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PackProblem(Problem(str(path), line, 1, "", "is not UTF-8 text; save the file as UTF-8")) from None


def _pieces(descriptor: int) -> Iterator[bytes]:
    """What is in a file, and one byte more than it may have where it has grown too long meanwhile."""
    left = MOST_BYTES + 1
    while left and (piece := os.read(descriptor, left)):
        left -= len(piece)
        yield piece


def _events(text: str) -> Iterator[Any]:
    loader = LOADER(text)
    try:
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            yield event
    finally:
        loader.dispose()


class _Building:
    """The tree as it grows, event by event; it stops at what would grow too far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._nodes = 0
        self._root: Node | None = None
        self._open: list[tuple[Node | None, str | None]] = []
        """What is open around the innermost, each with the key that waits for its value."""
        self._inner: Node | None = None
        self._key: str | None = None

    def of(self, events: Iterable[Any]) -> tuple[Node, list[Problem]]:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._text(event)
            elif kind is yaml.MappingStartEvent:
                self._begin(event, {})
            elif kind is yaml.SequenceStartEvent:
                self._begin(event, [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._inner, self._key = self._open.pop()
            elif kind is yaml.AliasEvent:
                self._refuse(event.start_mark, _ANCHORS)
            elif kind is yaml.DocumentStartEvent and self._root is not None:
                self._refuse(
                    event.start_mark, "a second part begins here after ---; take the line out, or what follows"
                )
        return self._root or Node("", START), self._problems

    def _refuse(self, mark: Mark, what: str) -> None:
        raise PackProblem(*self._problems, _problem(self._file, mark, what))

    def _text(self, event: Any) -> None:
        value, inner = event.value, self._inner
        if event.style == '"' and (unseen := _UNSEEN.search(value)):
            self._refuse(event.start_mark, f"has a character that nobody sees (U+{ord(unseen[0]):04X}); take it out")
        if inner is not None and self._key is None and type(inner.value) is dict:
            self._look(event)
            self._begin_pair(inner, value, event.start_mark)
            return
        if value.isspace():
            self._problems.append(_problem(self._file, event.start_mark, "is blank; write the text, or take it out"))
        self._add(event, Node(value, event.start_mark))

    def _begin_pair(self, holder: Node, key: str, mark: Mark) -> None:
        if len(key) > LONGEST_KEY or "\n" in key:
            self._refuse(mark, f"“{shown(key)}” is too long for a key; a key is one word before a colon")
        if key in holder.keys:
            first = holder.keys[key].line + 1
            what = f"“{shown(key)}” stands here a second time, first in line {first}; keep one of them"
            self._problems.append(_problem(self._file, mark, what))
        else:
            holder.keys[key] = mark
        self._key = key

    def _begin(self, event: Any, value: "list[Node] | dict[str, Node]") -> None:
        node = Node(value, event.start_mark)
        self._add(event, node)
        self._open.append((self._inner, self._key))
        self._inner, self._key = node, None
        if len(self._open) > MOST_DEPTH:
            self._refuse(event.start_mark, f"is nested more than {MOST_DEPTH} deep; write it flatter")

    def _look(self, event: Any) -> None:
        self._nodes += 1
        if event.anchor is not None:
            self._refuse(event.start_mark, _ANCHORS)
        if event.tag is not None:
            self._refuse(event.start_mark, "tags (!) are not taken; write plain text, in quotes where it begins with !")
        if self._nodes > MOST_NODES:
            self._refuse(event.start_mark, f"the file has more than {MOST_NODES} values; split the programme")

    def _add(self, event: Any, node: Node) -> None:
        self._look(event)
        if self._inner is None:
            self._root = node
            return
        holder, key = self._inner.value, self._key
        if type(holder) is list:
            holder.append(node)
        elif type(holder) is dict and key is not None:
            holder.setdefault(key, node)
            self._key = None
        else:
            self._refuse(event.start_mark, "a list or a map stands where a key is to be; write one word and a colon")


def _unreadable(file: str, text: str) -> Problem:
    """The library counts bytes in one of its two readers and characters in the other; we look for ourselves."""
    found = next((at for at, c in enumerate(text) if _UNSEEN.match(c)), None)
    if found is None:
        return Problem(file, 0, 0, "", "has characters that YAML does not take; save it as plain text")
    line, column = text.count("\n", 0, found) + 1, found - text.rfind("\n", 0, found)
    what = f"has a character that nobody sees (U+{ord(text[found]):04X}); take it out"
    return Problem(file, line, column, "", what)


def whole(path: Path, what: str) -> Problem:
    """What is amiss with a file or a folder altogether."""
    return Problem(str(path), 0, 0, "", what)


def _problem(file: str, mark: Mark, what: str, place: str = "") -> Problem:
    return Problem(file, mark.line + 1, mark.column + 1, place, what)
