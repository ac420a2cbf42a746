"""The transcript as a page that can be handed round: one file, no scripts, light and dark, on paper too."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.core.outgoing import WrittenBlock
from bot.rehearsal.transcript import Transcript, put, quoted

PAGE = "page.html.j2"


def as_page(transcript: Transcript) -> str:
    """The page; every text in it is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template(PAGE)
    return template.render(season=transcript, labels=transcript.labels, runs=runs, quoted=quoted, put=put) + "\n"


def runs(blocks: Iterable[WrittenBlock]) -> Iterator[tuple[str, list[WrittenBlock]]]:
    """Blocks in runs of one kind, so that items stand in one list."""
    for kind, found in groupby(blocks, key=lambda block: block.kind):
        yield kind, list(found)
