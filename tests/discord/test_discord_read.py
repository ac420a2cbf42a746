"""From raw interactions to acts; forged and foreign ones are no act."""

from typing import Any

import pytest
from discord import InteractionType

from bot.adapters.discord.adapter import understood
from bot.adapters.discord.read import act_of, edited, place
from bot.core.incoming import Command, Filled, Press, Typing, Unread

COMMAND, PRESS, TYPING, FORM = (
    InteractionType.application_command,
    InteractionType.component,
    InteractionType.autocomplete,
    InteractionType.modal_submit,
)


def piiri(*options: dict[str, Any]) -> dict[str, Any]:
    return {"name": "piiri", "type": 1, "options": list(options)}


def word(name: str, *options: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "type": 1, "options": list(options)}


def branch(*words: dict[str, Any]) -> dict[str, Any]:
    return {"name": "group", "type": 2, "options": list(words)}


@pytest.mark.parametrize(
    ("kind", "data", "act"),
    [
        (PRESS, {"custom_id": "coming:m1:"}, Press("coming:m1:")),
        (PRESS, {"custom_id": "coming:m1:|n1:0"}, Press("coming:m1:")),
        (PRESS, {}, None),
        (COMMAND, piiri(word("menu")), Command("menu")),
        (COMMAND, piiri(branch(word("move", {"name": "when", "type": 3, "value": "ti klo 17"}))), Command("move", options={"when": "ti klo 17"})),
        (COMMAND, piiri(word("setup", {"name": "themes", "type": 3, "value": "-"})), Command("setup", options={"themes": ""})),
        (COMMAND, {"name": "other", "options": [word("menu")]}, None),
        (COMMAND, {"name": "piiri", "type": 1}, None),
        (TYPING, piiri(word("absent", {"name": "meeting", "type": 3, "value": "ti", "focused": True})), Typing("absent", "meeting", "ti")),
        (TYPING, piiri(word("absent", {"name": "meeting", "type": 3, "value": "ti"})), None),
        (TYPING, piiri(), None),
        (FORM, {"custom_id": "note:m1:n1", "components": [{"type": 18, "component": {"type": 4, "custom_id": "text", "value": "Hei"}}]}, Filled("note", "m1:n1", {"text": "Hei"})),
        (FORM, {"custom_id": "note:m1:", "components": [{"type": 1, "components": [{"type": 4, "custom_id": "text", "value": ""}]}]}, Filled("note", "m1:", {"text": ""})),
        (FORM, {"custom_id": "setup:1/2", "components": [{"type": 10, "id": 1}, {"type": 18, "component": {"type": 3, "custom_id": "floor", "values": ["five"]}}, {"type": 18, "component": {"type": 3, "custom_id": "themes", "values": []}}]}, Filled("setup", "1/2", {"floor": "five", "themes": ""})),
        (FORM, {}, None),
        (InteractionType.ping, {}, None),
    ],
)  # fmt: skip
def test_an_interaction_is_one_act_or_none(kind: InteractionType, data: dict[str, Any], act: object) -> None:
    assert act_of(kind, data) == act


@pytest.mark.parametrize("channel", ["", "1", "a/b", "1/", "/2", "1/b"])
def test_what_is_no_channel_is_told_so(channel: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        place(channel)


def test_only_a_change_of_what_somebody_wrote_to_the_bot_alone_is_heard() -> None:
    mine = {"id": "5", "author": {"id": "7", "username": "aino"}, "edited_timestamp": "2026-09-15T14:00:00+00:00"}
    came = edited(mine)
    assert came is not None
    assert (came.act, came.sender.handle, came.channel) == (Unread("edit"), "7", None)
    for other in (
        mine | {"guild_id": "1"},
        mine | {"author": {"id": "7", "bot": True}},
        mine | {"edited_timestamp": None},
        {"id": "5"},
    ):
        assert edited(other) is None


@pytest.mark.parametrize(
    "data", [{"author": "nobody"}, {"author": {"id": "7"}, "edited_timestamp": "x"}, {"author": 7}]
)
def test_what_cannot_be_made_out_is_nothing_and_is_not_quoted(
    data: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    assert understood(edited, data) is None
    assert "could not be understood" in caplog.text
    assert "nobody" not in caplog.text
