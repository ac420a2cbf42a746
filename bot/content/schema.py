"""What a pack's files contain. Structure in one file, words in one file a language; unknown keys are errors."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Minutes = Annotated[int, Meta(ge=0, le=720)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
Title = Annotated[str, Meta(min_length=1, max_length=80)]
Short = Annotated[str, Meta(min_length=1, max_length=40)]
Prose = Annotated[str, Meta(min_length=1, max_length=3000)]
Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,23}$")]


class Limits(Struct, forbid_unknown_fields=True):
    """At least, at most."""

    least: Annotated[int, Meta(ge=1)]
    most: Annotated[int, Meta(ge=1, le=720)]
    usual: int | None = None


class FlowMinutes(Struct, forbid_unknown_fields=True):
    """Minutes around the theme."""

    arrive: Minutes
    pause: Minutes
    close: Minutes


class StepMinutes(Struct, forbid_unknown_fields=True, rename={"company": "with"}):
    """One stretch of a task."""

    company: Literal["alone", "pairs", "all"]
    minutes: Minutes


class TaskShape(Struct, forbid_unknown_fields=True):
    """A task's steps."""

    id: Id
    steps: Annotated[list[StepMinutes], Meta(min_length=1, max_length=6)]


class SessionShape(Struct, forbid_unknown_fields=True):
    """One meeting's content: its place in the season and its tasks."""

    id: Id
    place: Literal["first", "chosen", "last"]
    tasks: Annotated[list[TaskShape], Meta(min_length=1, max_length=8)]


class EvaluationShape(Struct, forbid_unknown_fields=True, frozen=True):
    """The questions on the whole season: some to tap, some to answer in words."""

    scales: Annotated[list[Id], Meta(max_length=4)] = []
    words: Annotated[list[Id], Meta(max_length=4)] = []


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
    scales: Annotated[list[Id], Meta(min_length=1, max_length=4)]
    sessions: Annotated[list[SessionShape], Meta(min_length=1, max_length=40)]
    evaluation: EvaluationShape = EvaluationShape()


class FlowWords(Struct, forbid_unknown_fields=True):
    """What happens around the theme."""

    arrive: Line
    pause: Line
    close: Line


class WithWords(Struct, forbid_unknown_fields=True):
    """Alone, in pairs, together."""

    alone: Short
    pairs: Short
    all: Short


class ScaleWords(Struct, forbid_unknown_fields=True):
    """A question with both its ends named."""

    question: Line
    low: Short
    high: Short


class FeedbackWords(Struct, forbid_unknown_fields=True):
    """The questions after a meeting."""

    scales: dict[str, ScaleWords]
    sentence: Line


class EvaluationWords(Struct, forbid_unknown_fields=True, frozen=True):
    """The questions on the whole season."""

    scales: dict[str, ScaleWords] = {}
    words: dict[str, Line] = {}


class Intro(Struct, forbid_unknown_fields=True):
    """A text that opens a task."""

    title: Title
    text: Prose


class TaskWords(Struct, forbid_unknown_fields=True):
    """A task in words; a line for each step."""

    title: Title
    text: Prose
    steps: list[Prose]


class Pretask(Struct, forbid_unknown_fields=True):
    """Prompts to think over before the meeting."""

    prompts: Annotated[list[Line], Meta(min_length=2, max_length=4)]


class SessionWords(Struct, forbid_unknown_fields=True):
    """A session in words."""

    title: Title
    short: Short
    summary: Line
    intros: Annotated[list[Intro], Meta(min_length=1, max_length=4)]
    tasks: dict[str, TaskWords]
    pretasks: Annotated[list[Pretask], Meta(min_length=2)]
    brief: Prose


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
