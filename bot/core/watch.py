"""What is told, as it happens, to whoever counts for the operator."""

from typing import Literal, Protocol

from bot.core.model import State
from bot.core.platform import Outcome

Became = Literal["done", "refused", "known", "failed"]
"""What became of a turn; `known` is one that was handled before and changed nothing."""


class Watch(Protocol):
    """Is told of platforms, kinds and outcomes, and never of a name, a group or anybody's words.

    Every method returns at once and raises nothing. Times are seconds of the machine, lateness is group time.
    """

    def turned(self, platform: str, became: Became, seconds: float) -> None:
        """A turn has ended, its waiting for the database included."""

    def posted(self, platform: str, outcome: Outcome, seconds: float) -> None:
        """A platform has answered to one part of a notice, or never will."""

    def concluded(self, kind: str, platform: str, state: State, late: float) -> None:
        """What became of a notice is committed; no platform is named where it had come to none yet.

        `late` counts from when it was due.
        """


class Unwatched:
    """Nobody counts."""

    def turned(self, platform: str, became: Became, seconds: float) -> None:
        """Nobody is told."""

    def posted(self, platform: str, outcome: Outcome, seconds: float) -> None:
        """Nobody is told."""

    def concluded(self, kind: str, platform: str, state: State, late: float) -> None:
        """Nobody is told."""
