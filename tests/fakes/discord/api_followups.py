"""What comes after the first answer: the token of an interaction opens it for a quarter of an hour."""

from typing import Any

from tests.fakes.discord import places, posting
from tests.fakes.discord.api_answers import DEFER, DEFER_UPDATE, says
from tests.fakes.discord.check_message import changes, draft
from tests.fakes.discord.errors import Refused, unknown
from tests.fakes.discord.interactions import Interaction
from tests.fakes.discord.rules import EPHEMERAL, LOADING
from tests.fakes.discord.world import Message


def _opened(call: Any) -> Interaction:
    state = call.state
    interaction: Interaction | None = state.by_token.get(call.ids[1])
    if interaction is None or call.number(0) != state.application_id:
        raise unknown("Webhook")
    if state.clock.now() - interaction.sent_at > state.token_seconds:
        raise Refused(401, 50027, "Invalid Webhook Token")
    if interaction.first is None:
        raise unknown("Webhook")
    return interaction


def follow_up(call: Any) -> Any:
    """One more message; the first after "the bot is thinking" takes the place of that."""
    interaction = _opened(call)
    made = draft(call.state, call.body, call.files, "answer")
    if interaction.thinking and interaction.original is not None:
        original = interaction.original
        fields = {name: getattr(made, name) for name in ("content", "components", "embeds", "files")}
        fields["flags"] = made.flags & ~EPHEMERAL | original.flags & EPHEMERAL
        _settle(call, interaction, fields, made.mentions)
        return posting.shape(call.state, original)
    message = says(call, interaction, made)
    interaction.answered.followups.append(message)
    interaction.shown.set()
    return posting.shape(call.state, message)


def _settle(call: Any, interaction: Interaction, fields: dict[str, Any], mentions: Any) -> None:
    """The first answer, or what the press was on, reads otherwise."""
    message = interaction.original
    assert message
    if message.seen_by is None:
        places.answerable(call.state, message.channel)
    posting.change(call.state, message, fields, mentions)
    answered = interaction.answered
    if interaction.thinking:
        message.flags &= ~LOADING
        # People see an answer that came late as an answer, not as one that was edited.
        message.edited_at, message.edits = None, 0
        interaction.thinking = False
        answered.message = message
        answered.kind = "ephemeral" if message.ephemeral else "message"
    elif interaction.first == DEFER_UPDATE:
        answered.message, answered.kind = message, "update"
    interaction.shown.set()


def _message(call: Any) -> tuple[Interaction, Message]:
    """The message that is meant: the original, or a follow-up of the same interaction."""
    interaction = _opened(call)
    if call.route.endswith("/@original"):
        message = interaction.original
    else:
        wanted = call.number(2)
        known = [interaction.original, *interaction.answered.followups]
        message = next((each for each in known if each is not None and each.id == wanted), None)
    if message is None or message.deleted:
        raise unknown("Message")
    return interaction, message


def get(call: Any) -> Any:
    """A message of an interaction."""
    return posting.shape(call.state, _message(call)[1])


def edit(call: Any) -> Any:
    """A message of an interaction reads otherwise."""
    interaction, message = _message(call)
    made = changes(call.state, call.body, call.files, message, "answer edit")
    mentions = call.body.get("allowed_mentions")
    if message is interaction.original:
        if interaction.thinking:
            made["flags"] = made.get("flags", message.flags) & ~LOADING
        _settle(call, interaction, made, mentions)
    else:
        posting.change(call.state, message, made, mentions)
    return posting.shape(call.state, message)


def delete(call: Any) -> None:
    """A message of an interaction is gone."""
    interaction, message = _message(call)
    posting.remove(call.state, message)
    if message is interaction.original and interaction.first in {DEFER, DEFER_UPDATE}:
        interaction.thinking = False
        interaction.shown.set()


_AT = "/webhooks/{}/{}"
ROUTES = {
    ("POST", _AT): follow_up,
    **{
        (method, f"{_AT}/messages/{which}"): does
        for which in ("@original", "{}")
        for method, does in (("GET", get), ("PATCH", edit), ("DELETE", delete))
    },
}
