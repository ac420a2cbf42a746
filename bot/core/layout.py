"""How a message's blocks stand below each other on a phone, for every platform that draws them as text. Pure."""

from collections.abc import Iterable, Iterator

from bot.core.outgoing import WrittenBlock

LINE = 44
"""Characters that a phone shows on about one line."""


def joints(blocks: Iterable[WrittenBlock]) -> Iterator[tuple[str, WrittenBlock]]:
    """Each block with what stands between it and the one before: nothing, a new line, or an empty one."""
    before: WrittenBlock | None = None
    for block in blocks:
        yield ("\n" if _close(before, block) else "\n\n") if before else "", block
        before = block


def _close(before: WrittenBlock, block: WrittenBlock) -> bool:
    """Whether two blocks stand on following lines: items, what is below a heading, and short lines such as a place."""
    short = all("\n" not in each.text and len(each.text) <= LINE for each in (before, block))
    return (
        before.kind == "heading"
        or block.kind == before.kind == "item"
        or (block.kind == before.kind == "para" and short)
    )
