"""From a method's name to what it does."""

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from tests.fakes.telegram import api_chats, api_send
from tests.fakes.telegram.errors import against_rules
from tests.fakes.telegram.rules import UPDATE_KINDS, UPDATES_BY_DEFAULT
from tests.fakes.telegram.state import State
from tests.fakes.telegram.updates import Webhook
from tests.fakes.telegram.webhook import LOOPBACK

Params = dict[str, Any]
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = {None, 80, 88, 443, 8443}
LONGEST_POLL = 50


async def get_updates(state: State, params: Params) -> list[dict[str, Any]]:
    """What has happened; waits for it when nothing has."""
    limit, seconds = params.get("limit", 100), params.get("timeout", 0)
    if not 1 <= limit <= 100:
        raise against_rules("limit must be between 1 and 100")
    if seconds < 0:
        raise against_rules("timeout must not be negative")
    _listen_to(state, params)
    return await state.updates.polled(params.get("offset", 0), limit, min(seconds, LONGEST_POLL))


async def set_webhook(state: State, params: Params) -> bool:
    """From now on updates are pushed; an empty address takes the webhook away."""
    url, secret = params["url"], params.get("secret_token")
    if url:
        _check_address(url)
    if secret is not None and not SECRET.fullmatch(secret):
        raise against_rules("secret token contains unallowed characters")
    most = params.get("max_connections", 40)
    if not 1 <= most <= 100:
        raise against_rules("max_connections must be between 1 and 100")
    _listen_to(state, params)
    await state.pusher.stop()
    if params.get("drop_pending_updates"):
        state.updates.clear()
    state.updates.webhook = Webhook(url, secret, most) if url else None
    if url:
        state.updates.interrupt("terminated by setWebhook request")
    state.pusher.start()
    return True


async def delete_webhook(state: State, params: Params) -> bool:
    """From now on updates wait to be fetched."""
    return await set_webhook(state, params | {"url": ""})


def get_webhook_info(state: State, params: Params) -> dict[str, Any]:
    """Where updates are pushed to, and how that goes."""
    webhook, waiting = state.updates.webhook, len(state.updates.waiting)
    shape: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}
    if state.updates.allowed != UPDATES_BY_DEFAULT:
        shape["allowed_updates"] = sorted(state.updates.allowed)
    if webhook is None:
        return shape
    shape |= {"url": webhook.url, "max_connections": webhook.max_connections}
    if webhook.failure is not None:
        shape |= {"last_error_date": webhook.failed_at, "last_error_message": webhook.failure}
    return shape


def _listen_to(state: State, params: Params) -> None:
    """An empty list means what is told by default; none at all leaves it as it is."""
    asked = params.get("allowed_updates")
    if asked is None:
        return
    for each in asked:
        if each not in UPDATE_KINDS:
            raise against_rules(f'there is no update called "{each}"')
    state.updates.allowed = frozenset(asked) or UPDATES_BY_DEFAULT


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    # Plain http is a liberty of the stand-in, for a bot on this machine.
    if parts.scheme == "http" and parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https" or not parts.hostname:
        raise against_rules("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in PORTS:
        raise against_rules("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


HANDLERS: Mapping[str, Callable[[State, Params], Any]] = {
    "getMe": api_chats.get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": api_send.send_message,
    "sendDocument": api_send.send_document,
    "editMessageText": api_send.edit_message_text,
    "editMessageCaption": api_send.edit_message_caption,
    "editMessageReplyMarkup": api_send.edit_message_reply_markup,
    "deleteMessage": api_send.delete_message,
    "pinChatMessage": api_send.pin_chat_message,
    "answerCallbackQuery": api_chats.answer_callback_query,
    "getChat": api_chats.get_chat,
    "getChatMember": api_chats.get_chat_member,
    "getChatAdministrators": api_chats.get_chat_administrators,
    "setMyCommands": api_chats.set_my_commands,
    "deleteMyCommands": api_chats.delete_my_commands,
    "getMyCommands": api_chats.get_my_commands,
    "leaveChat": api_chats.leave_chat,
}


async def perform(state: State, method: str, params: Params) -> Any:
    """Does what was asked for; raises `Refused`."""
    result = HANDLERS[method](state, params)
    return await result if inspect.iscoroutine(result) else result
