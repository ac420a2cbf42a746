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
Id = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,23}$(?!\n)")]
Ids = Annotated[list[Id], Meta(max_length=4)]
Prompts = Annotated[
    list[Line], Meta(min_length=2, max_length=4, description="Two to four questions to think over alone.")
]


class Limits(Struct, forbid_unknown_fields=True):
    """At least, at most, and what is offered first."""

    least: Annotated[int, Meta(ge=1, description="The fewest that there may be.")]
    most: Annotated[int, Meta(ge=1, le=720, description="The most that there may be.")]
    usual: Annotated[
        Annotated[int, Meta(ge=1, le=720)] | None,
        Meta(description="What Piiri offers first; the fewest where it is left out."),
    ] = None


class FlowMinutes(Struct, forbid_unknown_fields=True):
    """Minutes around the theme in every meeting. No pause is written as 0."""

    arrive: Annotated[Minutes, Meta(description="How everybody is, and what stayed from last time.")]
    pause: Annotated[Minutes, Meta(description="The break between the tasks; 0 for none.")]
    close: Annotated[Minutes, Meta(description="What each takes home, and how the group did.")]


class StepMinutes(Struct, forbid_unknown_fields=True, rename={"company": "with"}):
    """One stretch of a task: with whom, and for how many minutes."""

    company: Annotated[
        Literal["alone", "pairs", "subgroups", "all"], Meta(description="Who does it: each alone, pairs, or everybody.")
    ]
    minutes: Minutes


class TaskShape(Struct, forbid_unknown_fields=True):
    """A task's steps."""

    id: Annotated[Id, Meta(description="The task's short name, the same in the words' files.")]
    steps: Annotated[
        list[StepMinutes], Meta(min_length=1, max_length=6, description="The task's stretches in their order.")
    ]


class SessionShape(Struct, forbid_unknown_fields=True):
    """One meeting's content: its place in the season, its kind where kinds alternate, and its tasks."""

    id: Annotated[Id, Meta(description="The meeting's short name, the same in the words' files.")]
    place: Annotated[
        Literal["first", "chosen", "last"],
        Meta(description="Always at the beginning, a theme that the group may choose, or always at the end."),
    ]
    tasks: Annotated[list[TaskShape], Meta(min_length=1, max_length=8, description="What the group does, in order.")]
    kind: Annotated[Id | None, Meta(description="One of the kinds above, for a theme where kinds alternate.")] = None


class EvaluationShape(Struct, forbid_unknown_fields=True, frozen=True):
    """The questions on the whole season: some to tap, some to answer in words, and a table of four fields or none."""

    scales: Annotated[Ids, Meta(description="Questions answered from 1 to 5.")] = []
    words: Annotated[Ids, Meta(description="Questions answered in one's own words.")] = []
    fields: Annotated[Ids, Meta(description="None, or all four: strengths, weaknesses, opportunities, threats.")] = []


class Shape(Struct, forbid_unknown_fields=True):
    """programme.yaml"""

    format: Annotated[Literal[1], Meta(description="Which way of writing this file is; always 1.")]
    slug: Annotated[Id, Meta(description="The programme's short name, the same as its folder's.")]
    members: Annotated[Limits, Meta(description="How many members a group may have.")]
    meetings: Annotated[Limits, Meta(description="How many meetings a season may have.")]
    minutes: Annotated[Limits, Meta(description="How long one meeting may be, in minutes.")]
    lead: Annotated[
        Literal["rota", "facilitator", "fading", "coach"],
        Meta(description="Who leads: the turn goes round, a facilitator, one who fades out, or a coach from outside."),
    ]
    pretask: Annotated[
        Literal["every", "light", "off"],
        Meta(description='What is thought over before a meeting: every time, offered lightly, or nothing ("off").'),
    ]
    flow: Annotated[FlowMinutes, Meta(description="Minutes around the theme in every meeting.")]
    scales: Annotated[Ids, Meta(description="The questions after each meeting, answered from 1 to 5; two or three.")]
    sessions: Annotated[
        list[SessionShape], Meta(min_length=1, max_length=40, description="The meetings and themes, in order.")
    ]
    evaluation: Annotated[EvaluationShape, Meta(description="The questions on the whole season.")] = EvaluationShape()
    open_ended: Annotated[
        Literal["yes", "no"],
        Meta(description="Whether the group goes on, season after season, until it has had enough."),
    ] = "no"
    unchosen: Annotated[
        Literal["ask", "next"],
        Meta(description="A theme that nobody has chosen is asked for, or is the programme's next one."),
    ] = "ask"
    kinds: Annotated[list[Id], Meta(max_length=6, description="The kinds of meeting, where kinds alternate.")] = []
    subgroups: Annotated[
        list[Id], Meta(max_length=8, description="The sub-groups, where the group splits by role or field.")
    ] = []
    between: Annotated[
        Literal["none", "given", "agreed"],
        Meta(description="What is done between meetings: nothing, what the programme gives, or what the group agrees."),
    ] = "none"
    sentence: Annotated[
        Literal["feedback", "quotation"],
        Meta(description="What the sentence after a meeting is: feedback, or something that may be quoted."),
    ] = "feedback"
    followup: Annotated[Ids, Meta(description="Questions to members some months after the end.")] = []
    reflections: Annotated[Ids, Meta(description="Questions to the facilitators at the end.")] = []


class FlowWords(Struct, forbid_unknown_fields=True):
    """What happens around the theme."""

    arrive: Annotated[Line, Meta(description="What is done on arriving, in a sentence or two.")]
    pause: Annotated[Line, Meta(description="What the break is for.")]
    close: Annotated[Line, Meta(description="What is done at the end.")]
    arrive_first: Annotated[
        Line | None,
        Meta(description="The same in the group's very first meeting, where nothing has stayed from before."),
    ] = None


class WithWords(Struct, forbid_unknown_fields=True):
    """Alone, in pairs, together; and in sub-groups, where there are any."""

    alone: Annotated[Short, Meta(description="“Alone”, as it stands before a step.")]
    pairs: Annotated[Short, Meta(description="“In pairs”.")]
    all: Annotated[Short, Meta(description="“Together”.")]
    subgroups: Annotated[Short | None, Meta(description="“In sub-groups”, where the programme has any.")] = None


class ScaleWords(Struct, forbid_unknown_fields=True):
    """A question with both its ends named, and its middle where that has a name of its own."""

    question: Annotated[Line, Meta(description="The question, answered from 1 to 5.")]
    low: Annotated[Short, Meta(description="What 1 means, in a few words.")]
    high: Annotated[Short, Meta(description="What 5 means, in a few words.")]
    middle: Annotated[Short | None, Meta(description="What 3 means, where that needs saying.")] = None


class FeedbackWords(Struct, forbid_unknown_fields=True):
    """The questions after a meeting."""

    scales: Annotated[dict[str, ScaleWords], Meta(description="Every scale of programme.yaml, by its name.")]
    sentence: Annotated[Line, Meta(description="What is asked for in a sentence of one's own.")]


class FieldWords(Struct, forbid_unknown_fields=True):
    """One of the four fields: its name, and what is asked."""

    title: Annotated[Short, Meta(description="The field's name.")]
    question: Annotated[Line, Meta(description="What is asked for in it.")]


class EvaluationWords(Struct, forbid_unknown_fields=True, frozen=True):
    """The questions on the whole season."""

    scales: Annotated[dict[str, ScaleWords], Meta(description="Every scale of the evaluation, by its name.")] = {}
    words: Annotated[dict[str, Line], Meta(description="Every question that is answered in words.")] = {}
    fields: Annotated[dict[str, FieldWords], Meta(description="All four fields, or none.")] = {}


class KindWords(Struct, forbid_unknown_fields=True):
    """A kind of meeting: its name, and what it is, in a line."""

    name: Annotated[Short, Meta(description="What this kind of meeting is called.")]
    what: Annotated[Line, Meta(description="What happens in it.")]


class SubgroupWords(Struct, forbid_unknown_fields=True):
    """A sub-group: its name, and who belongs to it."""

    name: Annotated[Short, Meta(description="What the sub-group is called.")]
    who: Annotated[Line, Meta(description="Who belongs to it.")]


class Intro(Struct, forbid_unknown_fields=True):
    """A text that opens a task."""

    title: Annotated[Title, Meta(description="A heading.")]
    text: Annotated[Prose, Meta(description="What is read aloud before the task; about 80 to 180 words read well.")]


class TaskWords(Struct, forbid_unknown_fields=True):
    """A task in words; a line for each step, and for each sub-group what it does where the task splits."""

    title: Annotated[Title, Meta(description="What the task is called.")]
    text: Annotated[Prose, Meta(description="What the group does, and how.")]
    steps: Annotated[list[Prose], Meta(description="A line for each step in programme.yaml, in the same order.")]
    subgroups: Annotated[
        dict[str, Prose], Meta(description="For each sub-group what it does, where the task splits.")
    ] = {}


class Pretask(Struct, forbid_unknown_fields=True):
    """Prompts to think over before the meeting; where the programme has sub-groups, each has its own besides."""

    prompts: Prompts
    subgroups: Annotated[
        dict[str, Prompts], Meta(description="Each sub-group's own questions, where there are sub-groups.")
    ] = {}


class SessionWords(Struct, forbid_unknown_fields=True):
    """A session in words; `between` is something small to do after it, where the programme gives that."""

    title: Annotated[Title, Meta(description="What the theme is called.")]
    short: Annotated[Short, Meta(description="The same in few words, for buttons and headings.")]
    summary: Annotated[Line, Meta(description="What the meeting is about, in a sentence.")]
    intros: Annotated[
        list[Intro], Meta(min_length=1, max_length=4, description="Texts that open the theme; as a rule one a task.")
    ]
    tasks: Annotated[dict[str, TaskWords], Meta(description="Every task of programme.yaml, by its name.")]
    pretasks: Annotated[
        list[Pretask],
        Meta(min_length=2, max_length=6, description="What to think over beforehand; another one each season."),
    ]
    brief: Annotated[Prose, Meta(description="What whoever leads should have in mind in just this meeting.")]
    between: Annotated[
        list[Task],
        Meta(max_length=6, description="Small things to do after this meeting, where the programme gives them."),
    ] = []


class Words(Struct, forbid_unknown_fields=True, rename={"with_": "with"}):
    """One language's file."""

    language: Annotated[str, Meta(description="The language's code, the same as the file's name: fi, sv or en.")]
    name: Annotated[Title, Meta(description="The programme's name.")]
    tagline: Annotated[Line, Meta(description="What it is, in one line.")]
    about: Annotated[Prose, Meta(description="What it is, for somebody who thinks of joining.")]
    source: Annotated[Prose, Meta(description="Where the idea comes from, and who wrote the texts.")]
    ground_rules: Annotated[
        list[Line], Meta(min_length=3, description="Rules to start from; one is recalled before each meeting.")
    ]
    flow: Annotated[FlowWords, Meta(description="What happens around the theme in every meeting.")]
    with_: Annotated[WithWords, Meta(description="How a step's company is called.")]
    feedback: Annotated[FeedbackWords, Meta(description="The questions after each meeting.")]
    sessions: Annotated[
        dict[str, SessionWords], Meta(description="Every meeting and theme of programme.yaml, by its name.")
    ]
    farewell: Annotated[Prose, Meta(description="What is said when the group has ended.")]
    evaluation: Annotated[EvaluationWords, Meta(description="The questions on the whole season.")] = EvaluationWords()
    onward: Annotated[
        Prose | None, Meta(description="What is said when a season is over and the group goes on, where groups do.")
    ] = None
    kinds: Annotated[dict[str, KindWords], Meta(description="Every kind of meeting, by its name.")] = {}
    subgroups: Annotated[dict[str, SubgroupWords], Meta(description="Every sub-group, by its name.")] = {}
    followup: Annotated[dict[str, Line], Meta(description="Every question that is asked months later.")] = {}
    reflections: Annotated[dict[str, Line], Meta(description="Every question to facilitators at the end.")] = {}
