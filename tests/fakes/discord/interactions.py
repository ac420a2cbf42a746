"""What people ask of the bot by commands, presses and forms, and what they are shown for it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord.rules import SELECTS, TEXT_INPUT
from tests.fakes.discord.world import Button, Channel, File, Guild, Message, Person, walk

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5


@dataclass(slots=True)
class Field:
    """One field of a modal; `kind` is "text", "select" or "other"."""

    custom_id: str
    label: str
    kind: str
    required: bool
    value: str | None
    raw: dict[str, Any]
    # Where it stands: its label or row, for the answer must look alike.
    number: int
    labelled: bool


@dataclass(slots=True, eq=False)
class Modal:
    """A form as a person sees it."""

    custom_id: str
    title: str
    components: list[dict[str, Any]]

    @property
    def fields(self) -> list[Field]:
        """What can be filled in, from top to bottom."""
        found = []
        for number, outer in enumerate(self.components):
            labelled = "component" in outer
            for raw in [outer["component"]] if labelled else outer.get("components", []):
                kind = raw["type"]
                name = "text" if kind == TEXT_INPUT else "select" if kind in SELECTS else "other"
                label = outer["label"] if labelled else raw.get("label") or ""
                required = raw.get("required")
                found.append(
                    Field(raw["custom_id"], label, name, required is not False, raw.get("value"), raw, number, labelled)
                )
        return found

    @property
    def labels(self) -> list[str]:
        """The labels of its fields."""
        return [each.label for each in self.fields]

    @property
    def text(self) -> str:
        """The texts between its fields."""
        return "\n".join(each["content"] for each in walk(self.components) if each["type"] == 10)


@dataclass(slots=True, eq=False)
class Answered:
    """What a person was shown for what they did; it grows as more comes.

    `kind` is "none" (no answer in time), "message", "ephemeral", "update" (the message they pressed changed), "modal",
    "deferred" (acknowledged, and nothing since) or "choices". `deferred` tells that the bot acknowledged first and
    answered later. `milliseconds` is until it was acknowledged, None when it never was.
    """

    kind: str = "none"
    message: Message | None = None
    modal: Modal | None = None
    followups: list[Message] = field(default_factory=list)
    choices: list[dict[str, Any]] = field(default_factory=list)
    deferred: bool = False
    milliseconds: float | None = None
    interaction: "Interaction | None" = None

    @property
    def shown(self) -> list[Message]:
        """The answer and the follow-ups that still stand, in order."""
        every = [self.message] if self.message is not None else []
        return [each for each in [*every, *self.followups] if not each.deleted]

    def holding(self, custom: str) -> Message:
        """The newest message shown that has a button or a select by that name, or else the newest."""
        if not self.shown:
            raise LookupError(f"no message was shown, but {self.kind}")
        for each in reversed(self.shown):
            names = {name for button in each.buttons for name in (button.label, button.custom_id)}
            names |= {name for select in each.selects for name in (select["custom_id"], select.get("placeholder"))}
            if custom in names:
                return each
        return self.shown[-1]

    @property
    def text(self) -> str:
        """What the answer says; for a modal its title and texts."""
        if self.modal is not None:
            return f"{self.modal.title}\n{self.modal.text}".strip()
        return self.message.text if self.message is not None else ""

    @property
    def texts(self) -> list[str]:
        """The answer and the follow-ups, in order."""
        return [each.text for each in self.shown]

    @property
    def buttons(self) -> list[Button]:
        """The answer's buttons."""
        return self.message.buttons if self.message is not None else []

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons, or of a modal's fields."""
        return self.modal.labels if self.modal is not None else [each.label for each in self.buttons]

    @property
    def files(self) -> list[File]:
        """The answer's files."""
        return self.message.files if self.message is not None else []


@dataclass(slots=True, eq=False)
class Interaction:
    """One thing that a person did, and how far the bot has come with it."""

    id: int
    token: str
    kind: int
    person: Person
    channel: Channel
    guild: Guild | None
    sent_at: float
    # The message with the button, or behind the modal's button.
    source: Message | None = None
    command: str | None = None
    acknowledged_at: float | None = None
    # The first answer: its callback's number.
    first: int | None = None
    original: Message | None = None
    # Whether `original` still says that the bot is thinking.
    thinking: bool = False
    answered: Answered = field(default_factory=Answered)
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    shown: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.answered.interaction = self
