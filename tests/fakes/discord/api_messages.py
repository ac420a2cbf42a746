"""Messages that the bot sends, reads, changes and deletes."""

import bisect
from typing import Any

from tests.fakes.discord import places, posting, shapes
from tests.fakes.discord.check_message import changes, draft
from tests.fakes.discord.errors import Refused, invalid, missing_permissions, unknown
from tests.fakes.discord.permissions import ATTACH, EMBED, MANAGE_MESSAGES
from tests.fakes.discord.rules import PAGE
from tests.fakes.discord.world import Channel


def send(call: Any) -> Any:
    """A new message; with a nonce that is enforced, the same as before where there is one."""
    state = call.state
    place = places.writable(state, call.number(0))
    made = draft(state, call.body, call.files)
    _may_hold(call, place, embeds=bool(made.embeds), files=bool(made.files))
    enforced = made.nonce is not None and call.body.get("enforce_nonce") is True
    now = state.clock.now()
    if enforced:
        known = place.nonces.get(str(made.nonce))
        if known is not None and now - known[0] < state.nonce_seconds:
            # What was deleted is not made anew.
            if known[1].deleted:
                raise unknown("Message")
            return posting.shape(state, known[1], nonce=True)
    if made.reply_to is not None and made.reply_to not in place.messages:
        reference = call.body["message_reference"]
        if reference.get("fail_if_not_exists", True):
            invalid(("message_reference",), "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        made.reply_to = None
    message = posting.post(state, place, state.bot, made)
    state.ledger.posted.append(now)
    if made.nonce is not None:
        place.nonces[str(made.nonce)] = (now, message)
    return posting.shape(state, message, nonce=True)


def _may_hold(call: Any, place: Channel, *, embeds: bool, files: bool) -> None:
    if embeds:
        places.need(call.state, place, EMBED)
    if files:
        places.need(call.state, place, ATTACH)


def edit(call: Any) -> Any:
    """A message of the bot reads otherwise."""
    state = call.state
    message = places.message(state, call.number(0), call.number(1))
    if message.author is not state.bot:
        raise Refused(403, 50005, "Cannot edit a message authored by another user")
    place = message.channel
    if place.is_thread and place.archived:
        raise Refused(400, 50083, "Thread is archived")
    posting.change(state, message, changes(state, call.body, call.files, message), call.body.get("allowed_mentions"))
    return posting.shape(state, message)


def delete(call: Any) -> None:
    """A message is gone: the bot's own, or anybody's where it manages messages."""
    state = call.state
    message = places.message(state, call.number(0), call.number(1))
    if message.author is not state.bot:
        if message.channel.kind == Channel.DM:
            raise Refused(403, 50003, "Cannot execute action on a DM channel")
        if not places.may(state, message.channel) & MANAGE_MESSAGES:
            raise missing_permissions()
    if message.channel.is_thread and message.channel.archived:
        raise Refused(400, 50083, "Thread is archived")
    posting.remove(state, message)


def get(call: Any) -> Any:
    """One message."""
    message = places.message(call.state, call.number(0), call.number(1))
    if not places.read_history(call.state, message.channel):
        raise missing_permissions()
    return posting.shape(call.state, message)


def history(call: Any) -> Any:
    """What stands in a channel, newest first; nothing for who may not read it."""
    state = call.state
    place = places.channel(state, call.number(0))
    if place.kind == Channel.CATEGORY:
        raise Refused(400, 50008, "Cannot send messages in a non-text channel")
    limit = _limit(call.query.get("limit", "50"))
    if not places.read_history(state, place):
        return []
    order = place.order
    low, high = 0, len(order)
    if "around" in call.query:
        middle = bisect.bisect_left(order, int(call.query["around"]))
        low, high = max(middle - limit // 2, 0), middle + limit // 2 + 1
    elif "after" in call.query:
        low = bisect.bisect_right(order, int(call.query["after"]))
        return [posting.shape(state, each) for each in reversed(_standing(place, order[low:], limit))]
    elif "before" in call.query:
        high = bisect.bisect_left(order, int(call.query["before"]))
    newest_first = reversed(order[low:high])
    return [posting.shape(state, each) for each in _standing(place, newest_first, limit)]


def _standing(place: Channel, ids: Any, limit: int) -> list[Any]:
    found: list[Any] = []
    for number in ids:
        message = place.messages[number]
        if message.seen_by is None:
            found.append(message)
            if len(found) == limit:
                break
    return found


def _limit(given: str) -> int:
    limit = int(given)
    if limit < 1:
        invalid(("limit",), "NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.")
    if limit > PAGE:
        invalid(("limit",), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {PAGE}.")
    return limit


def typing(call: Any) -> None:
    """The bot seems to write."""
    places.writable(call.state, call.number(0))


def open_dm(call: Any) -> Any:
    """Somebody's private messages with the bot; opening them tells nothing of whether they are let in."""
    state = call.state
    given = str(call.body.get("recipient_id", ""))
    person = state.world.persons.get(int(given)) if given.isdigit() else None
    if person is None or person.is_bot:
        raise Refused(400, 50033, "Invalid Recipient(s)", broken=person is None and not given.isdigit())
    return shapes.channel(state.dm(person))


ROUTES = {
    ("POST", "/channels/{}/messages"): send,
    ("GET", "/channels/{}/messages"): history,
    ("GET", "/channels/{}/messages/{}"): get,
    ("PATCH", "/channels/{}/messages/{}"): edit,
    ("DELETE", "/channels/{}/messages/{}"): delete,
    ("POST", "/channels/{}/typing"): typing,
    ("POST", "/users/@me/channels"): open_dm,
}
