"""Reading a pack's files: plain YAML of text, lists and maps. What would cost or grow is refused before it does."""

from pathlib import Path
from typing import Any

import yaml

MOST_BYTES = 512 * 1024
MOST_DEPTH = 12
MOST_NODES = 20_000


# libyaml where the wheel carries it: the same answers, ten times as fast.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class PackProblem(Exception):
    """What is wrong with a programme's files, in one line that names the file and says what to write instead."""


def read_pack_file(path: Path) -> Any:
    """The file's contents with every scalar as text; PackProblem with file, line and column where it cannot be read."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise PackProblem(f"{path}: cannot be read ({error.strerror}); check that the file is there") from None
    if size > MOST_BYTES:
        raise PackProblem(f"{path}: {size} bytes are more than the {MOST_BYTES} that a pack's file may have")
    try:
        text = raw.decode("utf-8")
        _check_events(path, text)
        return yaml.load(text, Loader=LOADER)  # noqa: S506 - the base loader makes nothing but text
    except UnicodeDecodeError:
        raise PackProblem(f"{path}: is not UTF-8 text; save it as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        at = _at(path, error.problem_mark)
        raise PackProblem(f"{at}: {error.problem or 'is not YAML'}; check the indentation and the quotes") from None
    except yaml.YAMLError:
        raise PackProblem(f"{path}: has characters that YAML does not take; save it as plain text") from None


def _at(path: Path, mark: Any) -> str:
    return f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)


def _check_events(path: Path, text: str) -> None:
    """Walk the file once without building anything: what would grow is refused here."""
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=LOADER)):
        at = _at(path, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise PackProblem(f"{at}: anchors (&) and aliases (*) are not taken; write the text out")
        if getattr(event, "tag", None) and not getattr(event, "implicit", True):
            raise PackProblem(f"{at}: tags (!) are not taken; write plain text")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            raise PackProblem(f"{at}: is nested more than {MOST_DEPTH} deep; write it flatter")
        if nodes > MOST_NODES:
            raise PackProblem(f"{at}: the file has more than {MOST_NODES} values; split the programme")
