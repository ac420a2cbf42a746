"""A programme's structure: numbers and order. Its words stay in the content room."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Range:
    """From `least` to `most`, with what is usual."""

    least: int
    most: int
    usual: int


@dataclass(frozen=True)
class Step:
    """A stretch of a task, with whom and for how many minutes."""

    company: Literal["alone", "pairs", "all"]
    minutes: int


@dataclass(frozen=True)
class Task:
    """What the group does with a theme."""

    id: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """All its steps together."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True)
class Session:
    """The content of one meeting: a fixed first or last one, or a theme that the group may choose."""

    id: str
    place: Literal["first", "chosen", "last"]
    tasks: tuple[Task, ...]
    intros: int
    pretasks: int


@dataclass(frozen=True)
class Flow:
    """Minutes around the theme in every meeting."""

    arrive: int
    pause: int
    close: int


@dataclass(frozen=True)
class Evaluation:
    """The questions on the whole season: scales to tap, and questions to be answered in one's own words."""

    scales: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.scales or self.words)


@dataclass(frozen=True)
class Programme:
    """A programme as its pack describes it. `lead` and `pretask` name who leads and how much is prepared."""

    slug: str
    languages: tuple[str, ...]
    members: Range
    meetings: Range
    minutes: Range
    lead: Literal["rota", "facilitator", "fading", "coach"]
    pretask: Literal["every", "light", "off"]
    flow: Flow
    scales: tuple[str, ...]
    sessions: tuple[Session, ...]
    evaluation: Evaluation = Evaluation()

    def session(self, session_id: str) -> Session:
        """The session of this id; KeyError where there is none."""
        return next(s for s in self.sessions if s.id == session_id)

    def themes(self) -> tuple[str, ...]:
        """The ids that a group may choose from, in the programme's own order."""
        return tuple(s.id for s in self.sessions if s.place == "chosen")


OWN_THEME = Session(
    "own",
    "chosen",
    (Task("talk", (Step("alone", 10), Step("pairs", 20), Step("all", 30))),),
    intros=1,
    pretasks=2,
)
"""What a meeting is made of whose theme the group has named itself."""
