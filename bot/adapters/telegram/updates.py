"""Updates as Telegram sends them, read one by one: one that nobody can read keeps no other from coming."""

import logging
from typing import Any

from telegram import Bot, Update

from bot.adapters.telegram.transport import AiohttpRequest

log = logging.getLogger("piiri.telegram")


def update_of(raw: object, bot: Bot | None = None) -> Update | None:
    """The update, or None where the library cannot read it; what is in it is never logged."""
    try:
        return Update.de_json(raw, bot) if isinstance(raw, dict) else None
    except Exception as error:
        log.error("an update could not be read: %s", type(error).__name__)
        return None


class UpdatesRequest(AiohttpRequest):
    """The transport of updates. The library reads all that came at once or none, and logs them where it cannot."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer, with an empty update in the place of each that cannot be read: it is acknowledged like all."""
        answer = AiohttpRequest.parse_json_payload(payload)
        if isinstance(answer, dict) and isinstance(answer.get("result"), list):
            answer["result"] = [
                each if update_of(each) else {"update_id": each["update_id"]}
                for each in answer["result"]
                if isinstance(each, dict) and isinstance(each.get("update_id"), int)
            ]
        return answer
