"""Bring a message in words down to what a platform carries. Pure; one declared order, nothing private ever moved.

Labels are cut and rows wrapped; buttons too many become lines that name their command; long text becomes parts, split
between blocks, then paragraphs, sentences, words. Buttons and files go with the last part.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from bot.core.letters import cut
from bot.core.outgoing import Written, WrittenBlock, WrittenButton, WrittenFile
from bot.core.platform import Capabilities

JOINT = 2
"""Characters that an adapter may put between two blocks, before an item or a quoted line, on each side of a heading."""

OWN_TIME = 40
"""Characters that an adapter may add where it shows an instant in each reader's own time."""

MENTION = 30
"""Characters that an adapter may add where a role is mentioned."""


def fit(written: Written, can: Capabilities) -> tuple[Written, ...]:
    """The message in parts that the platform takes, in order."""
    if written.event:
        return (written,) if can.events else ()
    if written.mention and can.roles:
        can = replace(can, text=can.text - MENTION)
    rows, lines = _fit_buttons(written, can)
    blocks = [piece for block in (*written.blocks, *lines) for piece in _split(block, can)]
    *before, last = (Written(tuple(part), language=written.language) for part in _in_parts(blocks, can))
    last = replace(
        last,
        buttons=rows,
        enough=written.enough and not before,
        pin=written.pin,
        thread=written.thread if can.threads else "",
        mention=written.mention if can.roles else "",
    )
    return (*before, *_with_files(last, written.files if can.files else (), can))


def _in_parts(blocks: list[WrittenBlock], can: Capabilities) -> list[list[WrittenBlock]]:
    """The blocks in as many parts as there have to be; a heading goes with what it stands above."""
    if sum(_most(block.text) + _beside(block, can) for block in blocks) <= can.text:
        return [blocks]
    needs = [size(block.text, _marked(block, can)) + _beside(block, can) for block in blocks]
    parts: list[list[WrittenBlock]] = [[]]
    used = 0
    for block, need, following in zip(blocks, needs, [*needs[1:], 0], strict=True):
        heads = block.kind == "heading" and need + following <= can.text
        if parts[-1] and used + need + (following if heads else 0) > can.text:
            parts.append([])
            used = 0
        parts[-1].append(block)
        used += need
    return parts


def _with_files(last: Written, files: tuple[WrittenFile, ...], can: Capabilities) -> tuple[Written, ...]:
    """All files with the last part; where text goes along with one file only, the others follow, or all of them."""
    if not files:
        return (last,)
    if can.caption is None:
        return (replace(last, files=files),)
    said = sum(size(block.text) + 2 * JOINT for block in last.blocks)
    along = 1 if said <= can.caption else 0
    return (replace(last, files=files[:along]), *(Written((), files=(file,)) for file in files[along:]))


def _fit_buttons(
    written: Written, can: Capabilities
) -> tuple[tuple[tuple[WrittenButton, ...], ...], tuple[WrittenBlock, ...]]:
    rows: list[tuple[WrittenButton, ...]] = []
    lines: list[WrittenBlock] = []
    room = can.buttons
    for row in written.buttons:
        kept, over = row[:room], row[room:]
        room -= len(kept)
        short = tuple(b if len(b.label) <= can.label else replace(b, label=cut(b.label, can.label)) for b in kept)
        rows += [short[n : n + can.per_row] for n in range(0, len(short), can.per_row)] if short else []
        lines += [WrittenBlock("para", f"{b.label}: {b.url or '/' + b.data.partition(':')[0]}") for b in over]
    return _in_rows(rows, can), tuple(lines)


def _in_rows(rows: list[tuple[WrittenButton, ...]], can: Capabilities) -> tuple[tuple[WrittenButton, ...], ...]:
    """As many rows as there may be: the shortest neighbours move together while there are too many."""
    joined = list(rows)
    while can.rows is not None and len(joined) > can.rows:
        fits = [n for n in range(len(joined) - 1) if len(joined[n]) + len(joined[n + 1]) <= can.per_row]
        if not fits:  # they are full: everything is dealt out anew
            every = [button for row in joined for button in row]
            return tuple(tuple(every[n : n + can.per_row]) for n in range(0, len(every), can.per_row))
        shortest = min(fits, key=lambda n: (len(joined[n]) + len(joined[n + 1]), n))
        joined[shortest : shortest + 2] = [joined[shortest] + joined[shortest + 1]]
    return tuple(joined)


def size(text: str, escaped: str = "") -> int:
    """How long platforms reckon a text to be: a character outside the basic plane, as most emoji are, counts twice.

    So do those that are to be `escaped`.
    """
    twice = sum(map(text.count, escaped))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 + twice


def _most(text: str) -> int:
    """What no reckoning goes beyond: most texts are so short that this is enough to know."""
    return len(text) * 2 * JOINT


_JOINTS = ("\n\n", "\n", r"(?<=[.!?…]) ", " ")


def _split(block: WrittenBlock, can: Capabilities) -> Iterator[WrittenBlock]:
    for text in split_text(block.text, can.text - _beside(block, can), _marked(block, can)):
        yield block if text is block.text else replace(block, text=text)


def _beside(block: WrittenBlock, can: Capabilities) -> int:
    """The characters that an adapter may put beside a block's text."""
    own_time = OWN_TIME if can.times and block.at else 0
    return (3 if block.kind == "heading" else 2) * JOINT + own_time


def _marked(block: WrittenBlock, can: Capabilities) -> str:
    """The characters that another one goes along with, as often as there are such: in a quote every line has a mark."""
    return can.escaped + ("\n" * JOINT if block.kind == "quote" else "")


def split_text(text: str, most: int, escaped: str = "") -> list[str]:
    """The text in pieces of at most so many characters, split where it hurts least."""
    if _most(text) <= most or size(text, escaped) <= most:
        return [text]
    room = next(n for n, used in enumerate(accumulate(size(each, escaped) for each in text)) if used > most)
    for joint in _JOINTS:
        starts = [m.end() for m in re.finditer(joint, text) if 0 < m.start() <= room]
        if starts:
            at = starts[-1]
            return [text[:at].rstrip(), *split_text(text[at:].lstrip(), most, escaped)]
    return [text[:room], *split_text(text[room:], most, escaped)]
