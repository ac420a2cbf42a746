"""A post as people see it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stood:
    """One post as people see it; buttons are (label, data)."""

    text: str
    buttons: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, bytes], ...]
