"""What is pinned where."""

from typing import Any

from tests.fakes.discord import places, posting, shapes
from tests.fakes.discord.errors import Refused, missing_permissions
from tests.fakes.discord.permissions import HISTORY, PIN
from tests.fakes.discord.posting import Draft
from tests.fakes.discord.rules import PINS
from tests.fakes.discord.world import Channel, Message

PINNED = 6


def pin(call: Any) -> None:
    """A message is pinned; the channel says so in a line of its own."""
    state, message = call.state, _pinnable(call)
    place = message.channel
    if message.pinned:
        return
    if len(place.pins) >= PINS:
        raise Refused(400, 30003, f"Maximum number of pins reached ({PINS})")
    message.pinned = True
    place.pins[message.id] = state.clock.at()
    _tell(call, place)
    posting.tell(state, "MESSAGE_UPDATE", message)
    posting.post(state, place, state.bot, Draft(reply_to=message.id), kind=PINNED)


def unpin(call: Any) -> None:
    """A message is pinned no more."""
    message = _pinnable(call)
    if message.pinned:
        message.pinned = False
        message.channel.pins.pop(message.id, None)
        _tell(call, message.channel)
        posting.tell(call.state, "MESSAGE_UPDATE", message)


def _pinnable(call: Any) -> Message:
    message = places.message(call.state, call.number(0), call.number(1))
    may = places.may(call.state, message.channel)
    if not (may & PIN and may & HISTORY):
        raise missing_permissions()
    if message.channel.is_thread and message.channel.archived:
        raise Refused(400, 50083, "Thread is archived")
    return message


def _tell(call: Any, place: Channel) -> None:
    last = max(place.pins.values(), default=None)
    told = {"channel_id": str(place.id), "last_pin_timestamp": shapes.time(last)}
    if place.guild is not None:
        told["guild_id"] = str(place.guild.id)
    call.state.hub.tell("CHANNEL_PINS_UPDATE", told, dm=place.guild is None)


def _newest_first(place: Channel) -> list[int]:
    return sorted(place.pins, key=lambda each: place.pins[each], reverse=True)


def pinned(call: Any) -> Any:
    """The pinned messages with when they were pinned, newest first."""
    place = places.channel(call.state, call.number(0))
    if not places.read_history(call.state, place):
        return {"items": [], "has_more": False}
    items = [
        {"pinned_at": shapes.time(place.pins[each]), "message": posting.shape(call.state, place.messages[each])}
        for each in _newest_first(place)
    ]
    limit = int(call.query.get("limit", "50"))
    return {"items": items[:limit], "has_more": len(items) > limit}


def pinned_before(call: Any) -> Any:
    """The same by the older route: the messages alone."""
    return [each["message"] for each in pinned(call)["items"]]


ROUTES = {
    ("PUT", "/channels/{}/messages/pins/{}"): pin,
    ("DELETE", "/channels/{}/messages/pins/{}"): unpin,
    ("GET", "/channels/{}/messages/pins"): pinned,
    ("PUT", "/channels/{}/pins/{}"): pin,
    ("DELETE", "/channels/{}/pins/{}"): unpin,
    ("GET", "/channels/{}/pins"): pinned_before,
}
