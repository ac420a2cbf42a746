"""What a pack's files contain. Structure in one file, words in one file a language; unknown keys are errors.

The descriptions are read by people: editors show them beside the file that is being written.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Minutes = Annotated[int, Meta(ge=0, le=720)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Title = Annotated[str, Meta(min_length=1, max_length=80)]
Short = Annotated[str, Meta(min_length=1, max_length=40)]
Prose = Annotated[str, Meta(min_length=1, max_length=3000)]
Task = Annotated[str, Meta(min_length=1, max_length=500)]
Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,23}$")]
Ids = Annotated[list[Id], Meta(max_length=4)]
Prompts = Annotated[list[Line], Meta(min_length=2, max_length=4)]


class Limits(Struct, forbid_unknown_fields=True):
    """At least, at most, and what is offered first."""

    least: Annotated[int, Meta(ge=1)]
    most: Annotated[int, Meta(ge=1, le=720)]
    usual: int | None = None


class FlowMinutes(Struct, forbid_unknown_fields=True):
    """Minutes around the theme in every meeting. No pause is written as 0."""

    arrive: Minutes
    pause: Minutes
    close: Minutes


class StepMinutes(Struct, forbid_unknown_fields=True, rename={"company": "with"}):
    """One stretch of a task: with whom, and for how many minutes."""

    company: Literal["alone", "pairs", "subgroups", "all"]
    minutes: Minutes


class TaskShape(Struct, forbid_unknown_fields=True):
    """A task's steps."""

    id: Id
    steps: Annotated[list[StepMinutes], Meta(min_length=1, max_length=6)]


class SessionShape(Struct, forbid_unknown_fields=True):
    """One meeting's content: its place in the season, its kind where kinds alternate, and its tasks."""

    id: Id
    place: Literal["first", "chosen", "last"]
    tasks: Annotated[list[TaskShape], Meta(min_length=1, max_length=8)]
    kind: Id | None = None


class EvaluationShape(Struct, forbid_unknown_fields=True, frozen=True):
    """The questions on the whole season: some to tap, some to answer in words, and a table of four fields or none."""

    scales: Ids = []
    words: Ids = []
    fields: Ids = []


class Shape(Struct, forbid_unknown_fields=True):
    """programme.yaml"""

    format: Literal[1]
    slug: Id
    members: Limits
    meetings: Limits
    minutes: Limits
    lead: Literal["rota", "facilitator", "fading", "coach"]
    pretask: Literal["every", "light", "off"]
    flow: FlowMinutes
    scales: Ids
    sessions: Annotated[list[SessionShape], Meta(min_length=1, max_length=40)]
    evaluation: EvaluationShape = EvaluationShape()
    open_ended: Literal["yes", "no"] = "no"
    unchosen: Literal["ask", "next"] = "ask"
    kinds: Annotated[list[Id], Meta(max_length=6)] = []
    subgroups: Annotated[list[Id], Meta(max_length=8)] = []
    between: Literal["none", "given", "agreed"] = "none"
    sentence: Literal["feedback", "quotation"] = "feedback"
    followup: Ids = []
    reflections: Ids = []


class FlowWords(Struct, forbid_unknown_fields=True):
    """What happens around the theme."""

    arrive: Line
    pause: Line
    close: Line


class WithWords(Struct, forbid_unknown_fields=True):
    """Alone, in pairs, together; and in sub-groups, where there are any."""

    alone: Short
    pairs: Short
    all: Short
    subgroups: Short | None = None


class ScaleWords(Struct, forbid_unknown_fields=True):
    """A question with both its ends named, and its middle where that has a name of its own."""

    question: Line
    low: Short
    high: Short
    middle: Short | None = None


class FeedbackWords(Struct, forbid_unknown_fields=True):
    """The questions after a meeting."""

    scales: dict[str, ScaleWords]
    sentence: Line


class FieldWords(Struct, forbid_unknown_fields=True):
    """One of the four fields: its name, and what is asked."""

    title: Short
    question: Line


class EvaluationWords(Struct, forbid_unknown_fields=True, frozen=True):
    """The questions on the whole season."""

    scales: dict[str, ScaleWords] = {}
    words: dict[str, Line] = {}
    fields: dict[str, FieldWords] = {}


class KindWords(Struct, forbid_unknown_fields=True):
    """A kind of meeting: its name, and what it is, in a line."""

    name: Short
    what: Line


class SubgroupWords(Struct, forbid_unknown_fields=True):
    """A sub-group: its name, and who belongs to it."""

    name: Short
    who: Line


class Intro(Struct, forbid_unknown_fields=True):
    """A text that opens a task."""

    title: Title
    text: Prose


class TaskWords(Struct, forbid_unknown_fields=True):
    """A task in words; a line for each step, and for each sub-group what it does where the task splits."""

    title: Title
    text: Prose
    steps: list[Prose]
    subgroups: dict[str, Prose] = {}


class Pretask(Struct, forbid_unknown_fields=True):
    """Prompts to think over before the meeting; where the programme has sub-groups, each has its own besides."""

    prompts: Prompts
    subgroups: dict[str, Prompts] = {}


class SessionWords(Struct, forbid_unknown_fields=True):
    """A session in words; `between` is something small to do after it, where the programme gives that."""

    title: Title
    short: Short
    summary: Line
    intros: Annotated[list[Intro], Meta(min_length=1, max_length=4)]
    tasks: dict[str, TaskWords]
    pretasks: Annotated[list[Pretask], Meta(min_length=2, max_length=6)]
    brief: Prose
    between: Annotated[list[Task], Meta(max_length=6)] = []


class Words(Struct, forbid_unknown_fields=True, rename={"with_": "with"}):
    """One language's file."""

    language: str
    name: Title
    tagline: Line
    about: Prose
    source: Prose
    ground_rules: Annotated[list[Line], Meta(min_length=3)]
    flow: FlowWords
    with_: WithWords
    feedback: FeedbackWords
    sessions: dict[str, SessionWords]
    farewell: Prose
    evaluation: EvaluationWords = EvaluationWords()
    onward: Prose | None = None
    kinds: dict[str, KindWords] = {}
    subgroups: dict[str, SubgroupWords] = {}
    followup: dict[str, Line] = {}
    reflections: dict[str, Line] = {}
