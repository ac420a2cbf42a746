"""A season as it is read: the group's channel at the edge, everybody's own side set in under their name."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.seasons.season import GROUP, Seen

WIDTH = 72
OPEN, OWN = "  ", "          "
DAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")
PASSING = {"toast": "ohimennen", "alert": "ikkunassa"}
LONG = 600


def transcript(log: Sequence[Seen], reader: str = "") -> str:
    """The whole season, or what one person saw of it and did.

    What is told in passing stands where its presser looks; a long text that stood before is not printed again.
    """
    lines: list[str] = []
    day, side, before = None, ("", ""), set[str]()
    for seen in log:
        if reader and not _sees(reader, seen):
            continue
        if seen.at.date() != day:
            day, side = seen.at.date(), ("", "")
            lines += ["", f"── {DAYS[day.weekday()]} {day:%-d.%-m.%Y} ".ljust(WIDTH + 8, "─")]
        if seen.how in PASSING:
            indent = OPEN if side[0] == GROUP else OWN
            lines += _wrapped(f"({seen.who} näkee {PASSING[seen.how]}: {seen.text})", indent + "  ")
            continue
        here = (seen.place, side[1] if seen.place == side[0] and not seen.side else seen.side)
        head = "● RYHMÄ" if seen.place == GROUP else f"        ○ {seen.place}{f', {here[1]}' if here[1] else ''}"
        if here != side or (seen.said and seen.place == GROUP):
            lines += ["", f"{head} · {seen.at:%-H.%M}"]
        elif seen.said:
            lines.append("")
        side = here
        again = len(seen.text) > LONG and seen.text in before
        before.add(seen.text)
        lines += _drawn(replace(seen, text=f"{seen.heading}\n[… sama teksti kuin aiemmin]") if again else seen)
    return "\n".join(lines) + "\n"


def drawn(seen: Seen) -> str:
    """One thing as it is printed."""
    return "\n".join(_drawn(seen))


def _sees(reader: str, seen: Seen) -> bool:
    """Whether it is before somebody's eyes: what others press is not, what they write or do in the group is."""
    return seen.place == reader or (seen.place == GROUP and not (seen.text.startswith("[") and seen.who != reader))


def _drawn(seen: Seen) -> Iterator[str]:
    indent = OPEN if seen.place == GROUP else OWN
    if not seen.said:
        whose = seen.who if seen.place == GROUP else ""
        yield from _wrapped(" ".join(filter(None, ["→" if seen.how == "did" else "", whose, seen.text])), indent)
        return
    marks = ["muuttui paikallaan"] if seen.how == "edit" else []
    marks += ["kiinnitetty"] if seen.post is not None and seen.post.pinned else []
    if marks:
        yield f"{indent}({', '.join(marks)})"
    if seen.calls:
        yield f"{indent}{seen.calls}"
    edge = "┃ " if seen.how == "form" else ""
    for line in seen.text.splitlines():
        yield from _wrapped(line, indent + edge)
    for row in seen.rows:
        yield indent + " ".join(f"[{label}]" for label in row)
    if seen.file:
        yield f"{indent}(liite: {seen.file})"


def _wrapped(line: str, indent: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent) or [indent.rstrip()]
