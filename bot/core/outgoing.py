"""What is to be said, before it has words: phrase ids and values, and the same once the words are there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True)
class Phrase:
    """One of the bot's own sentences, by id; its words are the content room's."""

    id: str
    values: Mapping[str, "Value"]


@dataclass(frozen=True)
class Pack:
    """A text of a programme, by dotted path; of a list the one that `pick` falls on, or all of it as items."""

    programme: str
    path: str
    pick: int | None = None


@dataclass(frozen=True)
class Own:
    """Words that a person or an operator wrote, shown as they are."""

    text: str


Text = Phrase | Pack | Own
Value = str | int | date | datetime | time | Phrase | Pack | Own | tuple["str | Phrase", ...]


def say(phrase: str, /, **values: Value) -> Phrase:
    """The bot's sentence with this id; datetimes among the values are local to the group."""
    return Phrase(phrase, values)


@dataclass(frozen=True)
class Heading:
    """A short line above what follows; `at` as of a paragraph."""

    text: Text
    at: datetime | None = None


@dataclass(frozen=True)
class Para:
    """A paragraph; `at` is the instant (UTC) that it tells of, for platforms that show each reader their own time."""

    text: Text
    at: datetime | None = None


@dataclass(frozen=True)
class Items:
    """A list of short lines; a list from a pack gives one line each. `at` has the instants they tell of, if any."""

    items: tuple[Text, ...]
    at: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class Quote:
    """What a member wrote, set apart from the bot's own words."""

    text: str


@dataclass(frozen=True)
class Scale:
    """How many gave each step of one question, from the low end to the high one; the `middle` where it has a name."""

    question: Text
    low: Text
    high: Text
    counts: tuple[int, ...]
    middle: Text | None = None


@dataclass(frozen=True)
class Fields:
    """What members wrote in each of four fields that belong side by side, two in a row; an empty one is shown, too."""

    fields: tuple[tuple[Text, tuple[str, ...]], ...]


Block = Heading | Para | Items | Quote | Scale | Fields


@dataclass(frozen=True)
class Button:
    """A choice; `data` is at most 64 bytes and says which use is meant, of what, and with which value."""

    label: Text
    data: str


@dataclass(frozen=True)
class Link:
    """A button that opens an https address; never fetched by us."""

    label: Text
    url: str


@dataclass(frozen=True)
class CalendarFile:
    """A meeting for a calendar; `uid` stays the same for life and `sequence` rises with each change. Times are UTC."""

    uid: str
    sequence: int
    title: Text
    starts: datetime
    minutes: int
    zone: str
    place: str
    link: str
    stamp: datetime
    cancelled: bool = False


@dataclass(frozen=True)
class DataFile:
    """A person's own data, to be written both as a readable page and as JSON."""

    data: Mapping[str, object]


@dataclass(frozen=True)
class Bars:
    """A picture of whole numbers, a bar each from nought to `most`; the numbers stand beside the bars."""

    title: Text
    bars: tuple[tuple[Text, int], ...]
    most: int


@dataclass(frozen=True)
class Trend:
    """A picture of how a mean moved, a point for each meeting, between two named ends; None where nothing is shown.

    The `middle` between the ends is named where it has a name.
    """

    title: Text
    low: Text
    high: Text
    points: tuple[tuple[Text, float | None], ...]
    ends: tuple[float, float]
    middle: Text | None = None


@dataclass(frozen=True)
class Document:
    """Something longer to read and to keep, to be written both as a page and as PDF; `name` is the files'."""

    name: Text
    title: Text
    blocks: tuple[Block | Bars | Trend, ...]


File = CalendarFile | DataFile | Document


@dataclass(frozen=True)
class Event:
    """A meeting as an event of the platform's own; times are UTC. One that is `over` is taken away again."""

    title: Text
    starts: datetime
    ends: datetime
    place: Text
    over: bool = False


@dataclass(frozen=True)
class Message:
    """One thing to say: blocks from top to bottom, rows of buttons, files.

    `enough`: as an answer its text says all there is to say, and its buttons only offer more. `pin`: to be kept in
    sight where the platform can do that. `thread` names the talk that is hung on it, `mention` the role that is to
    notice it. One with an `event` is nothing but that.
    """

    blocks: tuple[Block, ...]
    buttons: tuple[tuple[Button | Link, ...], ...] = ()
    files: tuple[File, ...] = ()
    enough: bool = False
    pin: bool = False
    thread: Text | None = None
    mention: str = ""
    event: Event | None = None


@dataclass(frozen=True)
class Option:
    """One of a field's given answers."""

    value: str
    label: Text


@dataclass(frozen=True)
class Field:
    """One question of a form; with options it is a choice, else typed, at most `most` characters.

    `usual`: nearly everybody keeps the value that it comes with, so that where questions are asked one by one this one
    is not, as long as it has one. `short` names the field in a word or two, beside what was answered.
    `role` asks for a role of the platform's, by its id. `unfit` are options that another answer rules out: where
    questions are asked one by one they are not offered, and everywhere the form's own check says why not.
    """

    name: str
    label: Text
    hint: Text | None = None
    options: tuple[Option, ...] = ()
    required: bool = True
    long: bool = False
    most: int = 200
    value: str = ""
    problem: Phrase | None = None
    usual: bool = False
    short: Text | None = None
    role: bool = False
    unfit: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Form:
    """Questions asked together where the platform has forms, one by one where not.

    `shown_back`: once it is filled in, it is shown as it was understood, waits for one more press, and can be changed.
    What is typed into it question by question is sealed with the key `key_id` meanwhile; once that is destroyed, as at
    the close of a round, it is as if it had never been begun.
    """

    name: str
    about: str
    title: Text
    fields: tuple[Field, ...]
    intro: tuple[Block, ...] = ()
    shown_back: bool = False
    key_id: str = "instance"


@dataclass(frozen=True)
class Toast:
    """A short confirmation that only the one who pressed sees, and that passes."""

    text: Phrase


@dataclass(frozen=True)
class Door:
    """What opens a person's private side: a token for an address that is theirs alone."""

    token: str


@dataclass(frozen=True)
class Offers:
    """What could stand in a command's option, while it is being typed: values with what they mean."""

    offers: tuple[Option, ...]


Reply = Message | Form | Toast | Door | Offers | None


# The same with words in it: what `fit` cuts to size and adapters send.


@dataclass(frozen=True)
class WrittenBlock:
    """A block in words; `kind` is heading, para, item, quote or scale (drawn in text), `counts` only with scale.

    `at` is the instant that it tells of, and `own` how it is told to each reader, with {at} in its place.
    """

    kind: str
    text: str
    counts: tuple[int, ...] = ()
    at: datetime | None = None
    own: str = ""


@dataclass(frozen=True)
class WrittenButton:
    """A button in words: with `data` to be pressed, or with `url` to be opened."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class WrittenFile:
    """A file ready to be sent."""

    name: str
    mime: str
    body: bytes


@dataclass(frozen=True)
class WrittenEvent:
    """An event in words."""

    title: str
    starts: datetime
    ends: datetime
    place: str
    over: bool = False


@dataclass(frozen=True)
class Written:
    """A message in words, in one `language`: empty where the library has not written it."""

    blocks: tuple[WrittenBlock, ...]
    buttons: tuple[tuple[WrittenButton, ...], ...] = ()
    files: tuple[WrittenFile, ...] = ()
    enough: bool = False
    pin: bool = False
    thread: str = ""
    mention: str = ""
    event: WrittenEvent | None = None
    language: str = ""


@dataclass(frozen=True)
class WrittenField:
    """A form's field in words."""

    name: str
    label: str
    hint: str
    options: tuple[tuple[str, str], ...]
    required: bool
    long: bool
    most: int
    value: str
    problem: str
    role: bool = False


@dataclass(frozen=True)
class WrittenForm:
    """A form in words."""

    name: str
    about: str
    title: str
    intro: tuple[WrittenBlock, ...]
    fields: tuple[WrittenField, ...]
    submit: str


@dataclass(frozen=True)
class WrittenToast:
    """A passing confirmation in words."""

    text: str


@dataclass(frozen=True)
class WrittenOffers:
    """Offers in words: pairs of value and label, best first."""

    offers: tuple[tuple[str, str], ...]


Answer = tuple[Written, ...] | WrittenForm | WrittenToast | WrittenOffers | Door | None
"""What an adapter shows the person who acted: messages cut to size, a form, a toast, a way in, or nothing."""
