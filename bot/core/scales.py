"""A programme's scales in words: what is asked, what both ends are called, and the middle where it has a name."""

from dataclasses import dataclass

from bot.core.outgoing import Pack, Scale, Text, Trend, say
from bot.core.programme import Programme

FEEDBACK_SCALES = "feedback.scales"
"""Where a programme has the words of the scales that are asked after a meeting."""

SEASON_SCALES = "evaluation.scales"
"""And of those on the whole season."""


@dataclass(frozen=True)
class Asked:
    """One scale; `middle` is None where it has no name of its own."""

    question: Text
    low: Text
    high: Text
    middle: Text | None

    def line(self, letter: str) -> Text:
        """The question to be tapped, lettered, with what is named on it."""
        named = {"letter": letter, "question": self.question, "low": self.low, "high": self.high}
        if self.middle is None:
            return say("scale-line", **named)
        return say("scale-line-middle", **named, middle=self.middle)

    def drawn(self, counts: tuple[int, ...]) -> Scale:
        """How many gave each step."""
        return Scale(self.question, self.low, self.high, counts, self.middle)

    def trend(self, points: tuple[tuple[Text, float | None], ...]) -> Trend:
        """How its mean moved."""
        return Trend(self.question, self.low, self.high, points, (1.0, 5.0), self.middle)


def asked(programme: Programme, path: str, scale: str) -> Asked:
    """A scale of a programme, by where its words are."""
    question, low, high, middle = (
        Pack(programme.pack, f"{path}.{scale}.{part}") for part in ("question", "low", "high", "middle")
    )
    return Asked(question, low, high, middle if f"{path}.{scale}" in programme.middles else None)
