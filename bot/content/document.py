"""Something longer to read and to keep: a page, the same on paper, and a picture by itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.content.document_page import page
from bot.content.document_parts import Part, Words
from bot.content.document_pdf import drawable, pdf
from bot.core.outgoing import Bars, Document, Trend, WrittenFile

if TYPE_CHECKING:
    from bot.core.ports import Library


def write_document(document: Document, language: str, library: "Library") -> Iterator[WrittenFile]:
    """The page first, then the PDF; the same document gives the same bytes each time."""
    words, paper = Words(library, language), Words(library, language, drawable)
    name = _file_name(words.text(document.name))
    title, parts = words.text(document.title) or name, list(words.parts(document))
    yield WrittenFile(f"{name}.html", "text/html; charset=utf-8", page(title, parts, language).encode())
    on_paper = list(paper.parts(document))
    if on_paper != parts or drawable(title) != title:
        on_paper.append(Part("para", paper.say("document-lacks")))
    yield WrittenFile(f"{name}.pdf", "application/pdf", pdf(drawable(title), on_paper, language))


def picture(block: Bars | Trend, language: str, library: "Library") -> WrittenFile:
    """One picture as an SVG file, with its title as its name; one with nothing to show is an empty drawing."""
    words = Words(library, language)
    drawn = words.picture(block)
    svg = drawn.svg or '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
    return WrittenFile(f"{_file_name(drawn.text)}.svg", "image/svg+xml", svg.encode())


def _file_name(text: str) -> str:
    return re.sub(r"[^\w.]+", "-", text)[:60].strip("-._") or "piiri"
