"""What an onlooker knows of rounds of questions, and what all of them together came to."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from bot.core.model import Meeting
from prove.anonymity_thief import Copy, Tally


@dataclass
class Tried:
    """What all meetings together came to."""

    counts: Counter[str] = field(default_factory=Counter)
    words: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    scales: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)


@dataclass
class Round:
    """One meeting's round, as an onlooker saw it, and what was answered."""

    meeting: Meeting
    kind: str
    answers: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    when: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    copy: Copy | None = None
    ring: dict[str, bytes] = field(default_factory=dict)
