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

    company: Literal["alone", "pairs", "subgroups", "all"]
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

    @property
    def splits(self) -> bool:
        """Whether the group does some of it in its sub-groups."""
        return any(step.company == "subgroups" for step in self.steps)


@dataclass(frozen=True)
class Session:
    """The content of one meeting: a fixed first or last one, or a theme that the group may choose.

    `kind` is what sort of meeting it is, in a programme whose kinds alternate. `intros`, `pretasks` and `between` count
    the texts that there are.
    """

    id: str
    place: Literal["first", "chosen", "last"]
    tasks: tuple[Task, ...]
    intros: int
    pretasks: int
    kind: str = ""
    between: int = 0


@dataclass(frozen=True)
class Flow:
    """Minutes around the theme in every meeting; `begins` where arriving has other words in the very first one."""

    arrive: int
    pause: int
    close: int
    begins: bool = False


@dataclass(frozen=True)
class Evaluation:
    """The questions on the whole season: scales to tap, questions to be answered in one's own words, and four fields.

    `fields` are none or four (strengths, weaknesses, opportunities, threats), answered in words and drawn as a table.
    """

    scales: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.scales or self.words or self.fields)


@dataclass(frozen=True)
class Programme:
    """A programme as its pack describes it, or described it: then `edition` says which of its editions this is.

    `lead` and `pretask` name who leads and how much is prepared. One that is `open_ended` goes on season after season,
    and `meetings` is how many a season has. `unchosen` says what a meeting is about whose theme nobody has chosen: it
    is asked for, or it is the programme's next one, by which the `kinds` of meeting alternate. `between` says whether
    there is something to do after a meeting: none, given by the programme, or agreed by the group. `sentence` is what
    is asked for in words after a meeting. `followup` and `reflections` are questions to members months later, and to
    facilitators at the end. `middles` are the scales, by where their words are, whose middle is named in all languages.
    """

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
    open_ended: bool = False
    unchosen: Literal["ask", "next"] = "ask"
    kinds: tuple[str, ...] = ()
    subgroups: tuple[str, ...] = ()
    between: Literal["none", "given", "agreed"] = "none"
    sentence: Literal["feedback", "quotation"] = "feedback"
    followup: tuple[str, ...] = ()
    reflections: tuple[str, ...] = ()
    middles: tuple[str, ...] = ()
    edition: str = ""

    @property
    def pack(self) -> str:
        """What its words are found by."""
        return self.edition or self.slug

    @property
    def fixed(self) -> bool:
        """Whether there is nothing to choose: every meeting has its own content."""
        return not self.themes() and len(self.at("first")) + len(self.at("last")) >= self.meetings.most

    def session(self, session_id: str) -> Session:
        """The session of this id; KeyError where there is none."""
        return next(s for s in self.sessions if s.id == session_id)

    def themes(self) -> tuple[str, ...]:
        """The ids that a group may choose from, in the programme's own order."""
        return self.at("chosen")

    def at(self, place: Literal["first", "chosen", "last"]) -> tuple[str, ...]:
        """The ids of the sessions that belong to a place in the season, in the programme's own order."""
        return tuple(s.id for s in self.sessions if s.place == place)


OWN_THEME = Session(
    "own",
    "chosen",
    (Task("talk", (Step("alone", 10), Step("pairs", 20), Step("all", 30))),),
    intros=1,
    pretasks=2,
)
"""What a meeting is made of whose theme the group has named itself."""
