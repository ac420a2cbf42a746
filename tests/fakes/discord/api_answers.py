"""The first answer to what a person did."""

from typing import Any

from tests.fakes.discord import places, posting
from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.check_components import in_modal
from tests.fakes.discord.check_message import changes, draft, numbered
from tests.fakes.discord.errors import Refused, Wrongs, invalid, unknown
from tests.fakes.discord.interactions import AUTOCOMPLETE, COMPONENT, SUBMIT, Interaction, Modal
from tests.fakes.discord.posting import Draft
from tests.fakes.discord.rules import AUTOCOMPLETE_CHOICES, CALLBACKS, CARRIED_CALLBACKS, EPHEMERAL, LOADING
from tests.fakes.discord.shapes import user
from tests.fakes.discord.world import Message

MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
ANSWER, FROM_COMMAND = 19, 20


def callback(call: Any) -> Any:
    """Answers, acknowledges or opens a modal; once, and within three seconds."""
    state, body = call.state, call.body
    interaction: Interaction | None = state.interactions.get(call.number(0))
    if interaction is None or interaction.token != call.ids[1]:
        raise unknown("Interaction")
    if interaction.first is not None:
        raise Refused(400, 40060, "Interaction has already been acknowledged.")
    waited = state.clock.now() - interaction.sent_at
    if waited > state.ack_seconds:
        raise unknown("Interaction")
    kind = body.get("type") if isinstance(body, dict) else None
    wrong = Wrongs()
    one_of(kind, CALLBACKS, ("type",), wrong)
    wrong.refuse()
    if kind not in CARRIED_CALLBACKS:
        invalid(("type",), "NOT_CARRIED", f"The stand-in carries no answers of type {kind}.")
    _fits(interaction, kind)
    try:
        shown = DOES[kind](call, interaction, body.get("data") or {})
    except Refused as no:
        if no.errors and "data" not in no.errors:
            no.errors = {"data": no.errors}
        raise
    interaction.first = kind
    interaction.acknowledged_at = state.clock.now()
    interaction.answered.milliseconds = round(waited * 1000, 3)
    state.ledger.acknowledged_ms.append(waited * 1000)
    interaction.acknowledged.set()
    if kind not in {DEFER, DEFER_UPDATE}:
        interaction.shown.set()
    if call.query.get("with_response") in {"1", "true", "True"}:
        return _told(call, interaction, kind, shown)
    return None


def _fits(interaction: Interaction, kind: int) -> None:
    """Holds that an answer of this kind can be given to such a thing."""
    autocomplete = interaction.kind == AUTOCOMPLETE
    allowed = {CHOICES} if autocomplete else {MESSAGE, DEFER, MODAL, DEFER_UPDATE, UPDATE}
    if interaction.kind == SUBMIT:
        allowed -= {MODAL}
    if interaction.source is None:
        # What no message of the bot lies behind cannot change one.
        allowed -= {DEFER_UPDATE, UPDATE}
    if kind not in allowed:
        which = ", ".join(map(str, sorted(allowed)))
        invalid(("type",), "BASE_TYPE_CHOICES", f"Value must be one of {{{which}}}.")


def about(interaction: Interaction) -> dict[str, Any]:
    """What a message tells of the thing that it answers."""
    kind = interaction.kind
    told: dict[str, Any] = {
        "id": str(interaction.id), "type": kind, "user": user(interaction.person),
        "authorizing_integration_owners": {"0": str(interaction.guild.id) if interaction.guild else "0"},
    }  # fmt: skip
    if interaction.command is not None:
        told |= {"name": interaction.command, "command_type": 1}
    if kind == COMPONENT and interaction.source is not None:
        told["interacted_message_id"] = str(interaction.source.id)
    if kind == SUBMIT:
        told["triggering_interaction_metadata"] = {
            "id": str(interaction.id), "type": COMPONENT if interaction.source else 2, "user": told["user"],
            "authorizing_integration_owners": told["authorizing_integration_owners"],
        }  # fmt: skip
    return told


def says(call: Any, interaction: Interaction, made: Draft) -> Message:
    """A message of an interaction stands, for everybody there or for one person."""
    kind = FROM_COMMAND if interaction.command else ANSWER if interaction.source else 0
    seen_by = interaction.person if made.flags & EPHEMERAL else None
    if seen_by is None:
        places.answerable(call.state, interaction.channel)
    if kind == ANSWER and interaction.source is not None:
        made.reply_to = interaction.source.id
    return posting.post(
        call.state, interaction.channel, call.state.bot, made, kind=kind, seen_by=seen_by, about=about(interaction)
    )


def _message(call: Any, interaction: Interaction, data: Any) -> Message:
    message = says(call, interaction, draft(call.state, data, call.files, "answer"))
    interaction.original = interaction.answered.message = message
    interaction.answered.kind = "ephemeral" if message.ephemeral else "message"
    return message


def _defer(call: Any, interaction: Interaction, data: Any) -> Message:
    wrong = Wrongs()
    hold("answer", data, (), wrong)
    wrong.refuse()
    # Of all flags this one alone counts here, and it stays whatever follows.
    flags = (data.get("flags") or 0) & EPHEMERAL | LOADING
    interaction.original = says(call, interaction, Draft(flags=flags))
    interaction.thinking = True
    interaction.answered.kind, interaction.answered.deferred = "deferred", True
    return interaction.original


def _defer_update(call: Any, interaction: Interaction, data: Any) -> None:
    interaction.original = interaction.source
    interaction.answered.kind, interaction.answered.deferred = "deferred", True


def _update(call: Any, interaction: Interaction, data: Any) -> Message:
    source = interaction.source
    assert source
    made = changes(call.state, data, call.files, source, "answer edit")
    if source.deleted:
        raise unknown("Message")
    posting.change(call.state, source, made, data.get("allowed_mentions"))
    interaction.original = interaction.answered.message = source
    interaction.answered.kind = "update"
    return source


def _choices(call: Any, interaction: Interaction, data: Any) -> None:
    choices = data.get("choices")
    wrong = Wrongs()
    if not isinstance(choices, list):
        wrong.add(("data", "choices"), "BASE_TYPE_REQUIRED", "This field is required")
    elif len(choices) > AUTOCOMPLETE_CHOICES:
        wrong.add(("data", "choices"), "BASE_TYPE_MAX_LENGTH", f"Must be {AUTOCOMPLETE_CHOICES} or fewer in length.")
    else:
        for number, each in enumerate(choices):
            hold("string choice", each, ("data", "choices", number), wrong)
    wrong.refuse()
    interaction.answered.choices, interaction.answered.kind = choices, "choices"


def _modal(call: Any, interaction: Interaction, data: Any) -> None:
    wrong = Wrongs()
    in_modal(data, wrong)
    wrong.refuse()
    interaction.answered.modal = Modal(data["custom_id"], data["title"], numbered(data["components"]))
    interaction.answered.kind = "modal"


DOES = {
    MESSAGE: _message,
    DEFER: _defer,
    DEFER_UPDATE: _defer_update,
    UPDATE: _update,
    CHOICES: _choices,
    MODAL: _modal,
}


def _told(call: Any, interaction: Interaction, kind: int, shown: Message | None) -> Any:
    told: dict[str, Any] = {"id": str(interaction.id), "type": interaction.kind}
    resource: dict[str, Any] = {"type": kind}
    if shown is not None:
        told |= {
            "response_message_id": str(shown.id),
            "response_message_loading": kind == DEFER,
            "response_message_ephemeral": shown.ephemeral,
        }
        resource["message"] = posting.shape(call.state, shown)
    return {"interaction": told, "resource": resource}


ROUTES = {("POST", "/interactions/{}/{}/callback"): callback}
