"""A refusal: what cannot be done, as a phrase the reader's language has words for."""

from collections.abc import Mapping

from bot.core.outgoing import Value


class Refusal(Exception):
    """Raised when an act cannot be carried out; carries a phrase id and its values, never free text."""

    def __init__(self, phrase: str, **values: Value) -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.values: Mapping[str, Value] = values
