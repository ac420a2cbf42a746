"""The little language of journeys: one line for each thing that somebody does, sees or must not see.

    time: 2026-09-14 10:00          group time moves on, stopping wherever something is due
    away until: 2026-09-14 12:00    the bot is down meanwhile
    restart                         the bot is stopped and started again on what it kept
    Aino: En pääse                  presses the button with this label that she saw last
    Aino: /valikko                  a command, in the channel
    Aino privately: /valikko        the same command to the bot alone
    Aino in other: /valikko         the same command in the channel called "other"
    Aino writes: Hei                text to the bot alone
    Aino says: Hei                  talk in the channel
    Aino fills: Label=value; …      answers a form, at once or step by step as the platform has it
    channel: text … text            the next unread post there has this in it; … is anything
    channel other: text             the same on the channel called "other"
    whisper to Aino: text           the next unread thing on her own side; doing something reads what stood there
    nothing                         nothing else has come anywhere since the last thing that was done
    …                               what has come until here is read
    only Aino: text                 she has seen this, and nobody else anywhere
    nobody: text                    this stands nowhere

A line that is indented deeper than the one before goes on with it. What follows # is a remark.
"""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

HEADS = (
    "time",
    "away until",
    "restart",
    "nothing",
    "…",
    r"channel(?: (?P<channel>\w+))?",
    r"whisper to (?P<reader>\w+)",
    r"only (?P<alone>\w+)",
    "nobody",
    r"(?P<who>\w+)(?: (?P<way>privately|writes|says|fills|in (?P<where>\w+)))?",
)
LINE = re.compile(rf"(?P<head>{'|'.join(HEADS)})(?::(?:\s+(?P<rest>.*))?)?", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """One line as written: `kind` says what it means, `name` whom or which channel, `rest` the words after the colon."""

    number: int
    source: str
    kind: str
    name: str = ""
    rest: str = ""
    where: str = ""


def lines_of(script: str) -> list[Line]:
    """The script's lines, understood; ValueError for one that means nothing."""
    return [_read(number, source) for number, source in _whole_lines(script)]


def _whole_lines(script: str) -> Iterator[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for number, raw in enumerate(textwrap.dedent(script).splitlines(), 1):
        text = re.sub(r"(^|\s)#.*", "", raw).rstrip()
        if not text.strip():
            continue
        if text.startswith(" ") and found:
            start, before = found.pop()
            found.append((start, f"{before}\n{text.strip()}"))
        else:
            found.append((number, text.strip()))
    yield from found


def _read(number: int, source: str) -> Line:
    found = LINE.fullmatch(source)
    if not found:
        raise ValueError(f"line {number} means nothing: {source}")
    head, rest = found["head"], (found["rest"] or "").strip()
    name = found["channel"] or found["reader"] or found["alone"] or found["who"] or ""
    if head in {"time", "away until", "restart", "nothing", "…", "nobody"}:
        return Line(number, source, head, rest=rest)
    for kind in ("channel", "whisper to", "only"):
        if head.startswith(kind) and not found["who"]:
            return Line(number, source, kind, name, rest)
    if not rest:
        raise ValueError(f"line {number} says nothing after the colon: {source}")
    way = found["way"] or ""
    if way in {"writes", "says", "fills"}:
        return Line(number, source, way, name, rest)
    return Line(number, source, "command" if rest.startswith("/") else "presses", name, rest, found["where"] or way)


def answers(rest: str) -> dict[str, str]:
    """The `label=value; label=value` of a form."""
    pairs = [part.partition("=") for part in re.split(r";\s+", rest)]
    if any(not equals for _, equals, _ in pairs):
        raise ValueError(f"a form is filled with label=value; label=value, not {rest}")
    return {label.strip(): value.strip() for label, _, value in pairs}


def stands_in(wanted: str, text: str) -> bool:
    """Whether the text holds these words in this order; … is anything between, and space counts as space."""
    parts = [re.escape(" ".join(part.split())) for part in re.split(r"…|\.\.\.", wanted)]
    return re.search(".*?".join(parts), " ".join(text.split()), re.DOTALL) is not None
