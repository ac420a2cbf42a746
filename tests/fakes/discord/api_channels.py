"""Channels and threads as such: read, changed, deleted."""

from typing import Any

from tests.fakes.discord import places, posting, shapes
from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.errors import Refused, Wrongs, missing_permissions
from tests.fakes.discord.permissions import MANAGE_CHANNELS, MANAGE_THREADS
from tests.fakes.discord.rules import ARCHIVE_MINUTES
from tests.fakes.discord.world import Channel


def get(call: Any) -> Any:
    """One channel."""
    return shapes.channel(places.channel(call.state, call.number(0)), mine=call.state.bot.id)


def change(call: Any) -> Any:
    """A thread is archived, locked or named anew; a channel is named anew."""
    place = places.channel(call.state, call.number(0))
    if place.kind == Channel.DM:
        raise Refused(403, 50003, "Cannot execute action on a DM channel")
    wrong = Wrongs()
    hold("thread change", call.body, (), wrong)
    if call.body.get("auto_archive_duration") is not None:
        one_of(call.body["auto_archive_duration"], ARCHIVE_MINUTES, ("auto_archive_duration",), wrong)
    wrong.refuse()
    if place.is_thread:
        _change_thread(call, place)
        posting.tell_channel(call.state, "THREAD_UPDATE", place)
    else:
        places.need(call.state, place, MANAGE_CHANNELS)
        place.name = call.body.get("name") or place.name
        place.topic = call.body.get("topic", place.topic)
        posting.tell_channel(call.state, "CHANNEL_UPDATE", place)
    return shapes.channel(place, mine=call.state.bot.id)


def _change_thread(call: Any, thread: Channel) -> None:
    state, body = call.state, call.body
    manages = places.may(state, thread) & MANAGE_THREADS
    opens = body.get("archived") is False
    if thread.archived and not opens:
        raise Refused(400, 50083, "Thread is archived")
    if not manages:
        owns = thread.owner_id == state.bot.id
        # Anybody in it may open an archived thread again, unless it is locked; the rest is for who made it.
        reopens_only = opens and set(body) == {"archived"} and not thread.locked
        if "locked" in body or (thread.locked and opens) or not (owns or reopens_only):
            raise missing_permissions()
    if "archived" in body and bool(body["archived"]) != thread.archived:
        thread.archived = bool(body["archived"])
        thread.archived_at = state.clock.at()
    if body.get("locked") is not None:
        thread.locked = body["locked"]
    thread.name = body.get("name") or thread.name
    thread.archive_minutes = body.get("auto_archive_duration") or thread.archive_minutes


def delete(call: Any) -> Any:
    """A channel or a thread is gone; private messages are only put away."""
    state, place = call.state, places.channel(call.state, call.number(0))
    told = shapes.channel(place, mine=state.bot.id)
    if place.kind != Channel.DM:
        places.need(state, place, MANAGE_THREADS if place.is_thread else MANAGE_CHANNELS)
        state.deletes_channel(place)
    return told


ROUTES = {
    ("GET", "/channels/{}"): get,
    ("PATCH", "/channels/{}"): change,
    ("DELETE", "/channels/{}"): delete,
}
