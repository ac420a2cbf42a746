"""Words as keyboards without accents type them, and as platforms without accents take them. Pure."""

import unicodedata


def plain(word: str) -> str:
    """The word in small letters, without accents."""
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(character for character in apart if not unicodedata.combining(character))
