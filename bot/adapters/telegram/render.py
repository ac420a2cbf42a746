"""From finished text to what the Bot API takes: HTML and keyboards. Pure."""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.layout import joints
from bot.core.outgoing import Written, WrittenBlock, WrittenButton

ROW = 34
"""Characters of labels that a phone shows beside each other before it cuts them."""

ALERT = 200
"""Characters that an answer to a press may have."""

_FOREIGN = re.compile(r"\b(tg|ton|tonsite)://", re.IGNORECASE)


def html(written: Written) -> str:
    """The blocks as Telegram's HTML; whatever people wrote is text in it, and only https can be followed."""
    return "".join(joint + _block(block) for joint, block in joints(written.blocks))


def plain(written: Written) -> str:
    """The same without any marks, for where none can be."""
    return "\n".join(block.text for block in written.blocks)


def _block(block: WrittenBlock) -> str:
    text = escape(_unlinked(block.text), quote=False)
    match block.kind:
        case "heading":
            return f"<b>{text}</b>"
        case "item":
            return f"• {text}"
        case "quote":
            return f"<blockquote>{text}</blockquote>" if text.strip() else text
        case _:
            return text


def _unlinked(text: str) -> str:
    """The text with the app's own addresses kept from becoming links: they can do more than open a page."""
    return _FOREIGN.sub(lambda found: f"{found[1]}:\u2060//", text)


def post(written: Written, chat: int, topic: int | None) -> dict[str, Any]:
    """A new message as the API takes it, without files.

    The same that the library makes of `html` and `keyboard`, without its objects: they cost more than the request.
    """
    rows = _keys(written)
    return {
        "chat_id": chat,
        "text": html(written),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        **({"message_thread_id": topic} if topic is not None else {}),
        **({"reply_markup": {"inline_keyboard": rows}} if rows else {}),
    }


def keyboard(written: Written) -> InlineKeyboardMarkup | None:
    """The buttons, in rows that a phone can show whole."""
    rows = _keys(written)
    return InlineKeyboardMarkup([[InlineKeyboardButton(**key) for key in row] for row in rows]) if rows else None


def _keys(written: Written) -> list[list[dict[str, Any]]]:
    return [[_key(button) for button in row] for wide in written.buttons for row in _rows(wide)]


def _key(button: WrittenButton) -> dict[str, Any]:
    does = {"url": button.url} if button.url else {"callback_data": button.data}
    return {"text": button.label, **does}


def _rows(wide: tuple[WrittenButton, ...]) -> Iterator[list[WrittenButton]]:
    row: list[WrittenButton] = []
    for button in wide:
        longest = max(len(each.label) for each in (*row, button))
        if row and longest * (len(row) + 1) > ROW:  # all buttons of a row are equally wide
            yield row
            row = []
        row.append(button)
    yield row
