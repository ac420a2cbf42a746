"""The schema as JSON Schema, for editors: made from the same Structs that Piiri checks by.

An editor reads YAML with numbers, truth and nothing in it where Piiri reads text; what is text to Piiri may be any of
these there, so that nobody is told to put quotes where none are needed.
"""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from bot.content.schema import Shape, Words

FILES = {"programme.schema.json": Shape, "words.schema.json": Words}
"""The names that a pack's first lines give."""

_TITLES = {Shape: "A programme's structure, for Piiri", Words: "A programme in one language, for Piiri"}
_NAME = "Write small letters from a to z, digits and -, a letter first, at most 24 in all."
_READ_AS = {"yes": True, "no": False, "on": True, "off": False}
"""What some readers of YAML make of words that stand without quotes."""


def schemas() -> dict[str, str]:
    """What each schema's file has in it."""
    return {name: json.dumps(_schema(kind), ensure_ascii=False, indent=1) + "\n" for name, kind in FILES.items()}


def _schema(kind: Any) -> dict[str, Any]:
    (top,), parts = msgspec.json.schema_components([kind], ref_template="#/definitions/{name}")
    name = top["$ref"].rpartition("/")[2]
    whole = _lenient(parts.pop(name))
    definitions = {part: _lenient(parts[part]) for part in sorted(parts)}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **whole,
        "title": _TITLES[kind],
        "definitions": definitions,
    }


def _lenient(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_lenient(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: value if key == "default" else _lenient(value) for key, value in schema.items()}
    if found.get("type") == "string" and "pattern" in found:
        found["patternErrorMessage"] = _NAME
    elif found.get("type") == "string":
        found["type"] = ["string", "number", "boolean"]
    if isinstance(found.get("enum"), list):
        found["enum"] += [_READ_AS[word] for word in found["enum"] if word in _READ_AS]
    return found


def write(folder: Path) -> None:
    """Put the schemas into a folder."""
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
