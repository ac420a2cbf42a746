"""The methods that put messages into chats and change them there."""

import secrets
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram import shapes
from tests.fakes.telegram.check import Upload
from tests.fakes.telegram.errors import Refused, against_rules, bad
from tests.fakes.telegram.keyboard import Rows, check_other, rows_of
from tests.fakes.telegram.markup import LINK, Marked, marked, units
from tests.fakes.telegram.rules import CAPTION_LIMIT, FILE_BYTES, TEXT_LIMIT
from tests.fakes.telegram.state import State
from tests.fakes.telegram.world import Document, Group, Post, may_write

Params = dict[str, Any]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


@dataclass(frozen=True, slots=True)
class _Content:
    method: str
    what: str
    marked: Marked
    document: Document | None = None


def send_message(state: State, params: Params) -> dict[str, Any]:
    """Sends a text."""
    _check_preview(params)
    return _send(state, params, _Content("sendMessage", "text messages", _text(params)))


def send_document(state: State, params: Params) -> dict[str, Any]:
    """Sends a file that came with the call, or one that was sent before."""
    return _send(
        state, params, _Content("sendDocument", "documents", _caption(params), _document(state, params["document"]))
    )


def edit_message_text(state: State, params: Params) -> dict[str, Any]:
    """Says something else in the same place; buttons that are not sent again are gone."""
    _check_preview(params)
    words = _text(params)
    rows = rows_of(params.get("reply_markup"))
    post = _own(state, params)
    if post.attached is not None:
        raise bad("there is no text in the message to edit")
    return _edit(state, "editMessageText", post, words, rows, params.get("reply_markup"))


def edit_message_caption(state: State, params: Params) -> dict[str, Any]:
    """Says something else under a file."""
    words = _caption(params)
    rows = rows_of(params.get("reply_markup"))
    post = _own(state, params)
    if post.attached is None:
        raise bad("there is no caption in the message to edit")
    return _edit(state, "editMessageCaption", post, words, rows, params.get("reply_markup"))


def edit_message_reply_markup(state: State, params: Params) -> dict[str, Any]:
    """Changes the buttons alone."""
    rows = rows_of(params.get("reply_markup"))
    post = _own(state, params)
    return _edit(state, "editMessageReplyMarkup", post, post.marked, rows, params.get("reply_markup"))


def delete_message(state: State, params: Params) -> bool:
    """Takes a message away: the bot's own, a person's in private, and others' where the bot has the right."""
    chat_id, message_id = params["chat_id"], params["message_id"]
    place = state.world.writable(chat_id)
    post = state.ledger.get(chat_id, message_id)
    if post is not None:
        state.ledger.remove(post)
        return True
    if (chat_id, message_id) not in state.world.said:
        raise bad("message to delete not found")
    if isinstance(place, Group) and not (place.bot.status == "administrator" and place.bot.can_delete_messages):
        raise bad("message can't be deleted")
    del state.world.said[chat_id, message_id]
    return True


def pin_chat_message(state: State, params: Params) -> bool:
    """Pins a message; everybody is told, the bot too."""
    chat_id, message_id = params["chat_id"], params["message_id"]
    place = state.world.writable(chat_id)
    if isinstance(place, Group):
        may = place.bot.can_pin_messages if place.bot.status == "administrator" else place.members_can_pin
        if not may or place.bot.status == "restricted":
            raise bad("not enough rights to manage pinned messages in the chat")
    pinned = state.bare(chat_id, message_id)
    if pinned is None:
        raise bad("message to pin not found")
    post = state.ledger.get(chat_id, message_id)
    if post is not None:
        post.pinned = True
    shape = {
        "message_id": state.world.message_id(chat_id),
        "from": state.bot,
        "chat": shapes.chat(place),
        "date": shapes.now(),
        "pinned_message": pinned,
    }
    state.into_topic(shape, place, pinned.get("message_thread_id"))
    state.updates.put("message", shape)
    return True


def _send(state: State, params: Params, content: _Content) -> dict[str, Any]:
    markup = params.get("reply_markup")
    rows = rows_of(markup)
    check_other(markup)
    chat_id = params["chat_id"]
    place = state.world.writable(chat_id)
    reply_to, thread = _reply(state, params)
    if isinstance(place, Group):
        may_write(place, thread, content.what)
    elif thread is not None:
        raise bad("message thread not found")
    at = state.admit(chat_id, content.method)
    post = Post(
        chat_id=chat_id,
        thread_id=thread,
        message_id=state.world.message_id(chat_id),
        marked=content.marked,
        keyboard=rows,
        markup=markup,
        attached=content.document,
        reply_to=reply_to,
        silent=bool(params.get("disable_notification")),
        protected=bool(params.get("protect_content")),
        preview=params.get("link_preview_options"),
        date=shapes.now(),
        sent_at=at,
        order=state.ledger.sent,
    )
    if content.document is not None:
        state.world.documents[content.document.id] = content.document
    state.ledger.add(post)
    return state.message(post)


def _reply(state: State, params: Params) -> tuple[int | None, int | None]:
    """What the message replies to, and the thread it lands in: that of what it replies to, unless one is named."""
    thread = params.get("message_thread_id")
    asked = params.get("reply_parameters")
    if asked is None:
        return None, thread
    replied = state.bare(params["chat_id"], asked["message_id"])
    if replied is not None:
        return asked["message_id"], thread or replied.get("message_thread_id")
    if asked.get("allow_sending_without_reply"):
        return None, thread
    raise bad("message to be replied not found")


def _own(state: State, params: Params) -> Post:
    """The bot's own message that a call wants to change."""
    if "chat_id" not in params or "message_id" not in params:
        raise against_rules("message identifier is not specified")
    chat_id, message_id = params["chat_id"], params["message_id"]
    state.world.writable(chat_id)
    post = state.ledger.get(chat_id, message_id)
    if post is not None:
        return post
    if (chat_id, message_id) in state.world.said:
        raise bad("message can't be edited")
    raise bad("message to edit not found")


def _edit(
    state: State, method: str, post: Post, words: Marked, rows: Rows, markup: dict[str, Any] | None
) -> dict[str, Any]:
    if (words.text, words.entities, rows) == (post.marked.text, post.marked.entities, post.keyboard):
        raise bad(NOT_MODIFIED)
    state.admit(post.chat_id, method)
    post.marked, post.keyboard, post.markup = words, rows, markup
    post.edit_date = shapes.now()
    return state.message(post)


def _text(params: Params) -> Marked:
    words = marked(params.get("text", ""), params.get("parse_mode"))
    if not words.text:
        raise against_rules("message text is empty")
    if units(words.text) > TEXT_LIMIT:
        raise against_rules("message is too long")
    return words


def _caption(params: Params) -> Marked:
    words = marked(params.get("caption", ""), params.get("parse_mode"))
    if units(words.text) > CAPTION_LIMIT:
        raise against_rules("message caption is too long")
    return words


def _check_preview(params: Params) -> None:
    url = params.get("link_preview_options", {}).get("url")
    if url and not LINK.fullmatch(url):
        raise against_rules("link preview URL is invalid: an https address is wanted")


def _document(state: State, given: Upload | str) -> Document:
    if isinstance(given, str):
        known = state.world.documents.get(given)
        if known is None:
            raise against_rules("wrong file identifier specified: the stand-in carries files and its own identifiers")
        return known
    if not given.data:
        raise against_rules("file must be non-empty")
    if len(given.data) > FILE_BYTES:
        raise Refused(413, "Request Entity Too Large", broken=True)
    if not given.name:
        raise against_rules("a file must have a name")
    return Document(given.name, given.data, given.kind, f"BQACAgQAAxkB{secrets.token_hex(20)}")
