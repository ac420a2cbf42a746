"""Threads that the bot opens, joins and leaves."""

from typing import Any

from tests.fakes.discord import places, posting, shapes
from tests.fakes.discord.check import hold, one_of
from tests.fakes.discord.errors import Refused, Wrongs, unknown
from tests.fakes.discord.permissions import IN_THREADS, MANAGE_THREADS, PRIVATE_THREADS, PUBLIC_THREADS
from tests.fakes.discord.posting import Draft
from tests.fakes.discord.rules import ARCHIVE_MINUTES
from tests.fakes.discord.world import Channel

OPENED, STARTER = 18, 21
HAS_THREAD = 1 << 5


def from_message(call: Any) -> Any:
    """A thread under a message; both have the same id."""
    state = call.state
    message = places.message(state, call.number(0), call.number(1))
    _checked(call, "thread from message")
    place = message.channel
    _may_open(call, place, Channel.PUBLIC_THREAD)
    if message.thread is not None:
        raise Refused(400, 160004, "A thread has already been created for this message")
    thread = _made(call, place, Channel.PUBLIC_THREAD, message.id)
    message.thread = thread
    message.flags |= HAS_THREAD
    posting.tell(state, "MESSAGE_UPDATE", message)
    return shapes.channel(thread, mine=state.bot.id)


def alone(call: Any) -> Any:
    """A thread under no message; private unless it is said to be public."""
    state, place = call.state, places.channel(call.state, call.number(0))
    _checked(call, "thread")
    kind = call.body.get("type") or Channel.PRIVATE_THREAD
    _may_open(call, place, kind)
    thread = _made(call, place, kind, state.clock.snowflake())
    if kind == Channel.PUBLIC_THREAD:
        posting.post(state, place, state.bot, Draft(content=thread.name), kind=OPENED)
    return shapes.channel(thread, mine=state.bot.id)


def _checked(call: Any, form: str) -> None:
    wrong = Wrongs()
    hold(form, call.body, (), wrong)
    if call.body.get("auto_archive_duration") is not None:
        one_of(call.body["auto_archive_duration"], ARCHIVE_MINUTES, ("auto_archive_duration",), wrong)
    if form == "thread" and call.body.get("type") is not None:
        one_of(call.body["type"], {10, 11, 12}, ("type",), wrong)
    wrong.refuse()


def _may_open(call: Any, place: Channel, kind: int) -> None:
    if place.kind not in {Channel.TEXT, Channel.NEWS}:
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    places.need(call.state, place, PRIVATE_THREADS if kind == Channel.PRIVATE_THREAD else PUBLIC_THREADS)


def _made(call: Any, place: Channel, kind: int, thread_id: int) -> Channel:
    state, body = call.state, call.body
    thread = state.opens_thread(place, body["name"], kind, state.bot, thread_id)
    thread.archive_minutes = body.get("auto_archive_duration") or thread.archive_minutes
    thread.invitable = body.get("invitable", True) is not False
    return thread


def join(call: Any) -> None:
    """The bot, or somebody whom it brings, is in a thread."""
    state, thread = call.state, _thread(call)
    if thread.archived:
        raise Refused(400, 50083, "Thread is archived")
    person_id = call.number(1) if len(call.ids) > 1 else state.bot.id
    if person_id != state.bot.id:
        places.need(state, thread, IN_THREADS)
        if thread.guild is None or person_id not in thread.guild.members:
            raise unknown("Member")
    thread.members.setdefault(person_id, state.clock.at())
    posting.tell_channel(state, "THREAD_UPDATE", thread)


def leave(call: Any) -> None:
    """The bot, or somebody whom it sends away, is in a thread no more."""
    state, thread = call.state, _thread(call)
    person_id = call.number(1) if len(call.ids) > 1 else state.bot.id
    if state.bot.id not in (person_id, thread.owner_id):
        places.need(state, thread, MANAGE_THREADS)
    thread.members.pop(person_id, None)


def members(call: Any) -> Any:
    """Who is in a thread."""
    thread = _thread(call)
    return [shapes.thread_member(thread, each) for each in thread.members]


def _thread(call: Any) -> Channel:
    place = places.channel(call.state, call.number(0))
    if not place.is_thread:
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    return place


ROUTES = {
    ("POST", "/channels/{}/messages/{}/threads"): from_message,
    ("POST", "/channels/{}/threads"): alone,
    ("PUT", "/channels/{}/thread-members/@me"): join,
    ("PUT", "/channels/{}/thread-members/{}"): join,
    ("DELETE", "/channels/{}/thread-members/@me"): leave,
    ("DELETE", "/channels/{}/thread-members/{}"): leave,
    ("GET", "/channels/{}/thread-members"): members,
}
