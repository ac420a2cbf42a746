"""piiri rehearse: what a group will get, before there is a group."""

import sys
from pathlib import Path

from bot.commands.output import say
from bot.content.library import Library
from bot.rehearsal.markdown import as_markdown
from bot.rehearsal.play import play
from bot.rehearsal.transcript import Transcript, as_text


async def play_and_print(
    *, programme: str, language: str, meetings: int | None, seed: int, html: Path | None, library: Library | None = None
) -> None:
    """Play a season of one of our programmes, or of the library's, and print it, or write it as a page into a file."""
    if html:
        _look(html)
    played = await play(programme=programme, language=language, meetings=meetings, seed=seed, library=library)
    if html:
        _write(html, played.transcript)
    else:
        sys.stdout.write(as_text(played.transcript))


def _look(html: Path) -> None:
    """A folder that is not there is better known now than after the play."""
    html.parent.stat()


def _write(html: Path, transcript: Transcript) -> None:
    from bot.rehearsal.page import as_page  # noqa: PLC0415 - Jinja is only needed for the page

    html.write_text(as_page(transcript), encoding="utf-8", newline="\n")
    say(f"The season is written to {html}")


async def write_all(folder: Path) -> None:
    """Play every one of our programmes in every language that it has, and write each as Markdown into the folder."""
    _look(folder / "any")
    library = Library()
    for programme in library.programmes():
        for language in library.programme(programme).languages:
            path = folder / f"{programme}-{language}.md"
            played = await play(programme=programme, language=language, library=library)
            path.write_text(as_markdown(played.transcript), encoding="utf-8", newline="\n")
            say(f"The season is written to {path}")
