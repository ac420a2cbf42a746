"""Python's search for cycles, held to what may have made some."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SEARCH_AFTER = 10_000
"""New objects between two searches. One posted notice makes some hundreds, and hardly ever a cycle."""


@contextmanager
def settled_in() -> Iterator[None]:
    """What is loaded by now stays: it is not searched again and again, and the rest less often."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SEARCH_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
