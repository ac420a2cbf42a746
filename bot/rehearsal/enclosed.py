"""What a page that was sent as a file says, for a transcript to show: its text, and its pictures in words."""

from html.parser import HTMLParser

from bot.core.outgoing import WrittenBlock, WrittenFile

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3"), "heading"),
    **dict.fromkeys(("p", "figcaption"), "para"),
    **{"li": "item", "blockquote": "quote"},
}


def enclosed(file: WrittenFile) -> tuple[WrittenBlock, ...]:
    """The text of a page; nothing of any other file."""
    if not file.mime.startswith("text/html"):
        return ()
    reader = _Reader()
    reader.feed(file.body.decode())
    reader.close()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[WrittenBlock] = []
        self._inside = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg":
            caption = self.blocks.pop().text if self.blocks else ""
            words = dict(attrs).get("aria-label") or ""
            self.blocks.append(WrittenBlock("para", words if words.startswith(caption) else f"{caption} {words}"))
        elif tag in _KINDS:
            self._inside, self._text = tag, ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag != self._inside:
            return
        text, name = self._text.strip(), ""
        if tag == "blockquote":  # a name below it is not of the quotation
            text, _, name = text.partition("\n– ")
        if not (self.blocks and tag == "p" and text in self.blocks[-1].text):  # a picture's own words said it already
            self.blocks.append(WrittenBlock(_KINDS[tag], text))
        if name:
            self.blocks.append(WrittenBlock("para", f"– {name}"))
        self._inside = ""
