"""Updates as Telegram sends them, read one by one: one that nobody can read keeps no other from coming."""

import logging
from typing import Any

from telegram import Bot, Update
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.adapters.telegram.transport import AiohttpRequest

log = logging.getLogger("piiri.telegram")

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
LONG = 20
"""Seconds that Telegram holds a question open when there is nothing to tell."""

Raw = dict[str, Any]
"""An update as it came; it has an id."""


async def asked(bot: Bot, request: AiohttpRequest, offset: int | None) -> list[Raw]:
    """What there is from this id on, which acknowledges all before it; the library's errors where it fails.

    Not by the library's own question: it reads all that came at once or none, and logs them where it cannot.
    """
    said = {"timeout": LONG, "allowed_updates": ALLOWED, "offset": offset}
    data = RequestData([RequestParameter(name, value, None) for name, value in said.items() if value is not None])
    patience = (request.read_timeout or 0) + LONG
    came: Any = await request.post(f"{bot.base_url}/getUpdates", data, read_timeout=patience)
    return [each for each in came if is_update(each)]


def is_update(raw: object) -> bool:
    """Whether it can at least be acknowledged."""
    return isinstance(raw, dict) and isinstance(raw.get("update_id"), int)


def update_of(raw: object, bot: Bot | None = None) -> Update | None:
    """The update, or None where the library cannot read it; what is in it is never logged."""
    try:
        return Update.de_json(raw, bot) if isinstance(raw, dict) else None
    except Exception as error:
        log.error("an update could not be read: %s", type(error).__name__)
        return None
