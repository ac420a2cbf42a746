"""The methods that ask about chats, answer presses, and name the bot's commands."""

import re
import time
from typing import Any

import msgspec

from tests.fakes.telegram import shapes
from tests.fakes.telegram.errors import against_rules, bad
from tests.fakes.telegram.ledger import Answer
from tests.fakes.telegram.markup import units
from tests.fakes.telegram.rules import ANSWER_LIMIT, COMMANDS_LIMIT, DESCRIPTION_LIMIT
from tests.fakes.telegram.state import State
from tests.fakes.telegram.world import Group, Person, Standing

Params = dict[str, Any]
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
DEEP_LINK = re.compile(r"(?:https://)?t\.me/(\w+)\?start=[A-Za-z0-9_-]{1,64}", re.ASCII)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def get_me(state: State, params: Params) -> dict[str, Any]:
    """The bot itself; privacy mode is on."""
    return state.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(state: State, params: Params) -> dict[str, Any]:
    """A place, with its newest pinned message."""
    place = state.world.readable(params["chat_id"])
    shape = shapes.full_chat(place)
    pinned = [post for post in state.ledger.in_chat(place) if post.pinned]
    return shape | ({"pinned_message": state.bare(place.id, pinned[-1].message_id)} if pinned else {})


def get_chat_member(state: State, params: Params) -> dict[str, Any]:
    """How somebody stands in a group."""
    group = _group(state, params["chat_id"], "chat not found")
    if params["user_id"] == state.bot["id"]:
        return shapes.standing(state.bot, group.bot, group.forum)
    person = state.world.persons.get(params["user_id"])
    if person is None:
        raise bad("invalid user_id specified")
    return shapes.member(group, person)


def get_chat_administrators(state: State, params: Params) -> list[dict[str, Any]]:
    """Who leads a group; other bots are left out, the bot itself is not."""
    group = _group(state, params["chat_id"], "there are no administrators in the private chat")
    persons = state.world.persons
    leading = [group.creator, *sorted(group.administrators.keys() - {group.creator})]
    shown = [shapes.member(group, persons[each]) for each in leading if each in group.members]
    if group.bot.status == "administrator":
        shown.append(shapes.standing(state.bot, group.bot, group.forum))
    return shown


def leave_chat(state: State, params: Params) -> bool:
    """The bot goes away by itself."""
    place = state.world.writable(params["chat_id"])
    if isinstance(place, Person):
        raise bad("chat member status can't be changed in private chats")
    old, place.bot = place.bot, Standing()
    shape = {"chat": shapes.chat(place), "from": state.bot, "date": shapes.now()}
    shown = [shapes.standing(state.bot, how, place.forum) for how in (old, place.bot)]
    state.updates.put("my_chat_member", shape | {"old_chat_member": shown[0], "new_chat_member": shown[1]})
    gone = {"message_id": state.world.message_id(place.id), "left_chat_member": state.bot}
    state.updates.put("message", shape | gone)
    return True


def answer_callback_query(state: State, params: Params) -> bool:
    """Tells the presser of a button something; once, and while the press is fresh."""
    text, url = params.get("text"), params.get("url")
    if text is not None and units(text) > ANSWER_LIMIT:
        raise against_rules("MESSAGE_TOO_LONG")
    if url is not None:
        link = DEEP_LINK.fullmatch(url)
        if link is None or link[1].lower() != state.username.lower():
            raise against_rules("URL_INVALID")
    query_id, at = params["callback_query_id"], time.monotonic()
    query = state.world.queries.get(query_id)
    if query is None or query.expired or query.answered_at or at - query.pressed_at > state.query_lifetime:
        raise bad(TOO_OLD)
    query.answered_at = at
    state.answers[query_id] = Answer(text or None, bool(params.get("show_alert")), url)
    return True


def set_my_commands(state: State, params: Params) -> bool:
    """Names the commands that people in a scope are offered."""
    commands = params["commands"]
    if len(commands) > COMMANDS_LIMIT:
        raise against_rules("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not COMMAND.fullmatch(each["command"]):
            raise against_rules("BOT_COMMAND_INVALID")
        if not 1 <= units(each["description"].strip()) <= DESCRIPTION_LIMIT:
            raise against_rules("BOT_COMMAND_DESCRIPTION_INVALID")
    state.world.commands[_scope(state, params)] = commands
    return True


def delete_my_commands(state: State, params: Params) -> bool:
    """Offers none of its own in a scope."""
    state.world.commands.pop(_scope(state, params), None)
    return True


def get_my_commands(state: State, params: Params) -> list[dict[str, str]]:
    """What was named for exactly this scope and language."""
    return state.world.commands.get(_scope(state, params), [])


def _scope(state: State, params: Params) -> tuple[str, str]:
    language = params.get("language_code", "")
    if language and not LANGUAGE.fullmatch(language):
        raise against_rules("invalid language code specified")
    scope = params.get("scope", {"type": "default"})
    if "chat_id" in scope:
        state.world.readable(scope["chat_id"])
    return msgspec.json.encode(scope, order="sorted").decode(), language


def _group(state: State, chat_id: int | str, otherwise: str) -> Group:
    place = state.world.readable(chat_id)
    if isinstance(place, Person):
        raise bad(otherwise)
    return place
