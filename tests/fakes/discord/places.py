"""Where a request wants to do something, and whether the bot may: each function raises `Refused` when it may not."""

from tests.fakes.discord.errors import Refused, missing_access, missing_permissions, unknown
from tests.fakes.discord.permissions import HISTORY, IN_THREADS, MANAGE_THREADS, SEND, permissions, sees
from tests.fakes.discord.state import State
from tests.fakes.discord.world import Channel, Guild, Message


def guild(state: State, guild_id: int) -> Guild:
    """A guild that the bot is in."""
    found = state.world.guilds.get(guild_id)
    if found is None or state.bot.id not in found.members:
        raise unknown("Guild")
    return found


def channel(state: State, channel_id: int) -> Channel:
    """A channel that the bot sees."""
    found = state.world.channels.get(channel_id)
    if found is None or found.deleted:
        raise unknown("Channel")
    if not sees(found, state.bot.id):
        raise missing_access()
    return found


def may(state: State, place: Channel) -> int:
    """What the bot may do in a channel; everything that there is in private messages."""
    return -1 if place.guild is None else permissions(place.guild, state.bot.id, place)


def need(state: State, place: Channel, permission: int) -> None:
    """Holds that the bot has a permission in a channel."""
    if not may(state, place) & permission:
        raise missing_permissions()


def writable(state: State, channel_id: int) -> Channel:
    """A channel that the bot may write in."""
    place = channel(state, channel_id)
    if place.kind == Channel.CATEGORY:
        raise Refused(400, 50008, "Cannot send messages in a non-text channel")
    if place.kind == Channel.DM:
        reachable(state, place)
        return place
    need(state, place, IN_THREADS if place.is_thread else SEND)
    if place.is_thread and place.locked and not may(state, place) & MANAGE_THREADS:
        if place.archived:
            raise Refused(403, 50083, "Thread is archived")
        raise Refused(403, 160005, "This thread is locked")
    return place


def answerable(state: State, place: Channel) -> None:
    """Holds that an answer to a person can stand in a channel for everybody: it needs no permission but an open thread."""
    if place.is_thread and place.locked and not may(state, place) & MANAGE_THREADS:
        raise Refused(403, 50083, "Thread is archived")


def reachable(state: State, place: Channel) -> None:
    """Holds that the bot's private messages reach a person."""
    assert place.recipient
    if not state.world.mutual(place.recipient, state.bot.id):
        raise Refused(403, 50278, "Cannot send messages to this user due to having no mutual guilds")
    if not place.recipient.dms:
        raise Refused(403, 50007, "Cannot send messages to this user")


def message(state: State, channel_id: int, message_id: int) -> Message:
    """A message that stands in a channel the bot sees; an ephemeral one is in no channel."""
    place = channel(state, channel_id)
    return message_in(state, place, message_id)


def message_in(state: State, place: Channel, message_id: int) -> Message:
    """A message in a channel."""
    found = place.messages.get(message_id)
    if found is None or found.seen_by is not None:
        raise unknown("Message")
    return found


def read_history(state: State, place: Channel) -> bool:
    """Whether the bot may read what stands in a channel."""
    return bool(may(state, place) & HISTORY)
