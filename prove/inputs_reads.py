"""Raw updates as platforms send them, mutated: the adapters' readers make an act of each, or nothing."""

import json
import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from discord import InteractionType

from bot.adapters.browser import read as browser
from bot.adapters.discord import read as discord
from bot.adapters.discord.adapter import understood as discord_understood
from bot.adapters.telegram.intake import understood as telegram_understood
from bot.adapters.telegram.updates import update_of
from bot.core.incoming import Incoming, Sender
from prove.inputs_drawn import HOSTILE, PLAUSIBLE, mutated

_PERSON = {"id": 77, "is_bot": False, "first_name": "Aino", "last_name": "A", "language_code": "fi"}
_PRIVATE = {"id": 77, "type": "private", "first_name": "Aino"}
_GROUP = {"id": -100123, "type": "supergroup", "title": "Piiri", "is_forum": True}
_MESSAGE = {"message_id": 5, "date": 1, "chat": _PRIVATE, "from": _PERSON, "text": "Hei"}
_STOOD = {"user": {**_PERSON, "is_bot": True}, "status": "member"}
_UPDATES: tuple[dict[str, Any], ...] = (
    {"update_id": 1, "message": _MESSAGE},
    {"update_id": 2, "message": {**_MESSAGE, "text": "/start abcdefgh", "entities": [{"type": "bot_command",
        "offset": 0, "length": 6}]}},
    {"update_id": 3, "message": {**_MESSAGE, "chat": _GROUP, "text": "/plan@piiri_bot", "message_thread_id": 4,
        "is_topic_message": True,
                                 "entities": [{"type": "bot_command", "offset": 0, "length": 15}]}},
    {"update_id": 4, "message": {**_MESSAGE, "chat": _GROUP, "text": None, "migrate_to_chat_id": -1009}},
    {"update_id": 5, "message": {**_MESSAGE, "chat": _GROUP, "text": None, "left_chat_member": _PERSON,
        "new_chat_members": [_PERSON]}},
    {"update_id": 6, "message": {**_MESSAGE, "text": None, "photo": [{"file_id": "a", "file_unique_id": "b",
        "width": 1, "height": 1}]}},
    {"update_id": 7, "edited_message": {**_MESSAGE, "edit_date": 2}},
    {"update_id": 8, "callback_query": {"id": "1", "from": _PERSON, "chat_instance": "1", "data": "coming:m1:",
                                        "message": {**_MESSAGE, "chat": _GROUP}}},
    {"update_id": 9, "my_chat_member": {"chat": _GROUP, "from": _PERSON, "date": 1, "old_chat_member": {**_STOOD,
        "status": "left"},
                                        "new_chat_member": _STOOD}},
)  # fmt: skip

_INTERACTIONS: tuple[tuple[InteractionType, dict[str, Any]], ...] = (
    (InteractionType.component, {"custom_id": "coming:m1:|n1:0", "component_type": 2}),
    (InteractionType.application_command, {"name": "piiri", "type": 1, "options": [{"name": "menu", "type": 1,
        "options": []}]}),
    (InteractionType.application_command, {"name": "piiri", "options": [
        {"name": "group", "type": 2, "options": [{"name": "move", "type": 1, "options": [{"name": "when",
            "type": 3, "value": "ti klo 17"}]}]}]}),
    (InteractionType.autocomplete, {"name": "piiri", "options": [
        {"name": "absent", "type": 1, "options": [{"name": "meeting", "type": 3, "value": "ti", "focused": True}]}]}),
    (InteractionType.modal_submit, {"custom_id": "note:m1:n1", "components": [
        {"type": 18, "component": {"type": 4, "custom_id": "text", "value": "Hei"}},
        {"type": 1, "components": [{"type": 4, "custom_id": "more", "value": ""}]},
        {"type": 18, "component": {"type": 3, "custom_id": "floor", "values": ["five"]}}]}),
)  # fmt: skip
_EDITED = {
    "id": "9",
    "author": {"id": "7", "username": "aino", "global_name": None},
    "edited_timestamp": "2026-09-01",
    "content": "Hei",
}
_ACTS: tuple[dict[str, Any], ...] = (
    {"key": "page-key-1", "as": "aino", "private": True, "act": {"kind": "press", "data": "coming:m1:", "label": "x"}},
    {"key": "page-key-2", "as": "aino", "private": False, "act": {"kind": "wrote", "text": "/plan huomenna"}},
    {
        "key": "page-key-3",
        "as": "aino",
        "private": True,
        "act": {"kind": "filled", "form": "note", "about": "m1:", "values": {"text": "Hei"}},
    },
)


def _of_telegram(chance: random.Random) -> None:
    raw = mutated(chance.choice(_UPDATES), chance)
    update = update_of(raw)
    if update is not None:
        telegram_understood(update, "piiri_bot")


def _of_discord(chance: random.Random) -> None:
    if chance.random() < 0.2:
        discord_understood(discord.edited, mutated(_EDITED, chance))
        return
    kind, data = chance.choice(_INTERACTIONS)
    discord_understood(lambda told: _act(kind, told), mutated(data, chance))


def _act(kind: InteractionType, told: Any) -> Incoming | None:
    act = discord.act_of(kind, told)
    return Incoming("1", Sender("discord", "7", "Aino"), None, act) if act else None


def _written(chance: random.Random) -> None:
    name, text = chance.choice((*HOSTILE, *PLAUSIBLE)), chance.choice((*HOSTILE, *PLAUSIBLE))
    author = SimpleNamespace(bot=False, id=7, display_name=name)
    told = SimpleNamespace(guild=None, author=author, content=text, attachments=[], id=1)
    discord_understood(discord.written, told)  # type: ignore[arg-type]


def _of_page(chance: random.Random) -> None:
    body = json.dumps(mutated(chance.choice(_ACTS), chance)).encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        at = chance.randrange(len(body))
        body = body[:at] + bytes([chance.randrange(256)]) + body[at + 1 :]
    try:
        browser.read_act(body)
    except browser.Unreadable:
        return


READERS: dict[str, Callable[[random.Random], None]] = {
    "Telegram": _of_telegram,
    "Discord": _of_discord,
    "Discord's words": _written,
    "the page": _of_page,
}
SHARES = (45, 35, 5, 15)


def one(chance: random.Random) -> str:
    """Read one mutated update; whose it was."""
    name = chance.choices([*READERS], SHARES)[0]
    try:
        READERS[name](chance)
    except Exception as error:
        error.add_note(name)
        raise
    return name
