"""The excerpts in docs/write-a-programme.md, taken from the example: `python -m tests.content.guide` writes them anew."""

import re
from pathlib import Path

import bot

TEMPLATE = Path(bot.__file__).parent / "content" / "template"
PAGE = Path(bot.__file__).parent.parent / "docs" / "write-a-programme.md"
LONGEST = 40
"""Lines of one excerpt; what is longer is better read in the file."""

_MARKED = re.compile(r"<!-- from: (?P<file>[\w.]+)#(?P<key>\w+) -->\n.*?<!-- end -->", re.DOTALL)


def filled(page: str) -> str:
    """The page with every excerpt as the example has it now."""
    return _MARKED.sub(lambda found: _block(found["file"], found["key"]), page)


def _block(file: str, key: str) -> str:
    lines = excerpt((TEMPLATE / file).read_text(encoding="utf-8"), key)
    shown = [*lines[:LONGEST], *(["# … and so on"] if len(lines) > LONGEST else [])]
    body = "\n".join(shown)
    return f"<!-- from: {file}#{key} -->\n```yaml\n{body}\n```\n<!-- end -->"


def excerpt(text: str, key: str) -> list[str]:
    """The lines of a top-level key and the notes right above it; KeyError where there is no such key."""
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)
    if first is None:
        raise KeyError(key)
    begins = first
    while begins and lines[begins - 1].startswith("#"):
        begins -= 1
    ends = first + 1
    while ends < len(lines) and (not lines[ends] or lines[ends][0] == " "):
        ends += 1
    return "\n".join(lines[begins:ends]).rstrip().splitlines()


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
