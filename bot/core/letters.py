"""Text brought to what a place has room for: one line, so many characters, letters without accents. Pure."""

import unicodedata


def one_line(typed: str) -> str:
    """What was typed on one line: a break is a space, and what cannot be seen is gone; emoji and every script stay."""
    return " ".join("".join(c if c.isprintable() else " " if c.isspace() else "" for c in typed).split())


def cut(text: str, most: int) -> str:
    """The text, or as much of it as there is room for with an ellipsis."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plain(word: str) -> str:
    """The word as keyboards without accents type it, and as platforms without accents take it: in small letters."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
