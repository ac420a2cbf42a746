"""Bring a message in words down to what a platform carries. Pure; one declared order, nothing private ever moved.

Labels are cut and rows wrapped; buttons too many become lines that name their command; long text becomes parts, split
between blocks, then paragraphs, sentences, words. Buttons and files go with the last part.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.core.outgoing import Written, WrittenBlock, WrittenButton
from bot.core.ports import Capabilities

JOINT = 2
"""Characters that an adapter may put between two blocks, or before an item."""


def fit(written: Written, can: Capabilities) -> tuple[Written, ...]:
    """The message in parts that the platform takes, in order."""
    rows, lines = _fit_buttons(written, can)
    blocks = [piece for block in (*written.blocks, *lines) for piece in _split(block, can.text - 2 * JOINT)]
    parts: list[list[WrittenBlock]] = [[]]
    used = 0
    for block in blocks:
        size = len(block.text) + 2 * JOINT
        if parts[-1] and used + size > can.text:
            parts.append([])
            used = 0
        parts[-1].append(block)
        used += size
    *before, last = (Written(tuple(part)) for part in parts)
    return (*before, replace(last, buttons=rows, files=written.files if can.files else ()))


def _fit_buttons(
    written: Written, can: Capabilities
) -> tuple[tuple[tuple[WrittenButton, ...], ...], tuple[WrittenBlock, ...]]:
    rows: list[tuple[WrittenButton, ...]] = []
    lines: list[WrittenBlock] = []
    room = can.buttons
    for row in written.buttons:
        kept, over = row[:room], row[room:]
        room -= len(kept)
        short = tuple(replace(b, label=cut(b.label, can.label)) for b in kept)
        rows += [short[n : n + can.per_row] for n in range(0, len(short), can.per_row)] if short else []
        lines += [WrittenBlock("para", f"{b.label}: {b.url or '/' + b.data.partition(':')[0]}") for b in over]
    return tuple(rows), tuple(lines)


def cut(text: str, most: int) -> str:
    """The text, or as much of it as there is room for with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


_JOINTS = ("\n\n", "\n", r"(?<=[.!?…]) ", " ")


def _split(block: WrittenBlock, most: int) -> Iterator[WrittenBlock]:
    for text in split_text(block.text, most):
        yield replace(block, text=text)


def split_text(text: str, most: int) -> list[str]:
    """The text in pieces of at most so many characters, split where it hurts least."""
    if len(text) <= most:
        return [text]
    for joint in _JOINTS:
        starts = [m.end() for m in re.finditer(joint, text) if 0 < m.start() <= most]
        if starts:
            at = starts[-1]
            return [text[:at].rstrip(), *split_text(text[at:].lstrip(), most)]
    return [text[:most], *split_text(text[most:], most)]
