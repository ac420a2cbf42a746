"""Ids and shuffles: from the machine's own randomness, or from a seed so that a rehearsal can be repeated."""

import random
from collections.abc import Sequence

ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
LENGTH = 16
"""16 of 36 characters are over 82 bits: nobody guesses one."""

_BITS = 128
"""Drawn at once for an id, of which a plan makes dozens; with so many no letter is likelier than another by 2^-45."""


class Chance:
    """Without a seed nobody can foretell it; with one it is the same every time, and no secret at all."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = random.SystemRandom() if seed is None else random.Random(seed)  # noqa: S311 - rehearsals only

    def new_id(self) -> str:
        """A random id of 16 letters and digits."""
        if not isinstance(self._random, random.SystemRandom):  # a rehearsal goes on as it always went
            return "".join(self._random.choices(ALPHABET, k=LENGTH))
        drawn = self._random.getrandbits(_BITS)
        letters = []
        for _ in range(LENGTH):
            drawn, letter = divmod(drawn, len(ALPHABET))
            letters.append(ALPHABET[letter])
        return "".join(letters)

    def shuffled(self, items: Sequence[str]) -> list[str]:
        """The same items in an order that tells nothing."""
        return self._random.sample(list(items), len(items))
