"""What things look like on the wire."""

from datetime import datetime
from typing import Any

from tests.fakes.discord.permissions import permissions
from tests.fakes.discord.world import Channel, Event, File, Guild, Member, Message, Person, Role

Shape = dict[str, Any]


def time(at: datetime | None) -> str | None:
    """A time of day."""
    return at.isoformat() if at else None


def user(person: Person) -> Shape:
    """Somebody, wherever they are."""
    shape: Shape = {
        "id": str(person.id),
        "username": person.name.lower(),
        "global_name": None if person.is_bot else person.name,
        "discriminator": "0042" if person.is_bot else "0",
        "avatar": None,
        "public_flags": 0,
    }
    if person.is_bot:
        shape["bot"] = True
    return shape


def member(of: Member, *, with_user: bool = True) -> Shape:
    """Somebody in a guild."""
    shape: Shape = {
        "roles": [str(each) for each in sorted(of.roles)],
        "nick": of.nick,
        "avatar": None,
        "banner": None,
        "joined_at": time(of.joined),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }
    if with_user:
        shape["user"] = user(of.person)
    return shape


def role(of: Role) -> Shape:
    """A role."""
    return {
        "id": str(of.id), "name": of.name, "permissions": str(of.permissions), "position": of.position, "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None}, "hoist": False,
        "managed": of.managed, "mentionable": False, "icon": None, "unicode_emoji": None, "flags": 0,
    }  # fmt: skip


def channel(of: Channel, *, mine: int = 0) -> Shape:
    """A channel of any kind; `mine` is the bot's id, for the threads that it has joined."""
    if of.kind == Channel.DM:
        assert of.recipient
        return {
            "id": str(of.id), "type": of.kind, "last_message_id": _id(of.last_id), "flags": 0,
            "recipients": [user(of.recipient)],
        }  # fmt: skip
    assert of.guild
    shape: Shape = {
        "id": str(of.id),
        "type": of.kind,
        "guild_id": str(of.guild.id),
        "name": of.name,
        "parent_id": _id(of.parent.id) if of.parent else None,
        "flags": 0,
    }
    if of.holds_messages:
        shape |= {"last_message_id": _id(of.last_id), "rate_limit_per_user": 0}
    if not of.is_thread:
        shape |= {
            "position": of.position,
            "permission_overwrites": [
                {"id": str(whose), "type": int(whose not in of.guild.roles), "allow": str(allow), "deny": str(deny)}
                for whose, (allow, deny) in of.overwrites.items()
            ],
            "nsfw": False,
            "topic": of.topic,
        }
        if of.kind == Channel.VOICE:
            shape |= {"bitrate": 64000, "user_limit": 0, "rtc_region": None}
        return shape
    metadata = {
        "archived": of.archived,
        "archive_timestamp": time(of.archived_at),
        "auto_archive_duration": of.archive_minutes,
        "locked": of.locked,
        "create_timestamp": time(of.archived_at),
    }
    if of.kind == Channel.PRIVATE_THREAD:
        metadata["invitable"] = of.invitable
    shape |= {
        "owner_id": str(of.owner_id),
        "message_count": of.sent,
        "total_message_sent": of.sent,
        "member_count": len(of.members),
        "thread_metadata": metadata,
    }
    if mine in of.members:
        shape["member"] = thread_member(of, mine)
    return shape


def thread_member(of: Channel, person_id: int) -> Shape:
    """Somebody in a thread."""
    return {
        "id": str(of.id), "user_id": str(person_id), "join_timestamp": time(of.members[person_id]), "flags": 0,
    }  # fmt: skip


def guild(of: Guild) -> Shape:
    """A guild as a request is told of it."""
    return {
        "id": str(of.id), "name": of.name, "owner_id": str(of.owner_id), "preferred_locale": of.locale,
        "roles": [role(each) for each in of.roles.values()], "emojis": [], "stickers": [], "features": [],
        "icon": None, "splash": None, "discovery_splash": None, "banner": None, "description": None,
        "afk_channel_id": None, "afk_timeout": 300, "system_channel_id": None, "system_channel_flags": 0,
        "rules_channel_id": None, "public_updates_channel_id": None, "safety_alerts_channel_id": None,
        "verification_level": 0, "default_message_notifications": 1, "explicit_content_filter": 0, "mfa_level": 0,
        "nsfw_level": 0, "nsfw": False, "premium_tier": 0, "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False, "max_members": 500000, "max_video_channel_users": 25,
        "vanity_url_code": None, "application_id": None, "widget_enabled": False, "widget_channel_id": None,
    }  # fmt: skip


def guild_here(of: Guild, bot_id: int, seen: list[Channel], everybody: bool) -> Shape:
    """A guild as the gateway tells of it; members other than the bot only with the intent for them."""
    me = of.members[bot_id]
    return guild(of) | {
        "joined_at": time(me.joined),
        "large": False,
        "member_count": len(of.members),
        "members": [member(each) for each in of.members.values() if everybody or each is me],
        "channels": [channel(each) for each in of.channels.values()],
        "threads": [channel(each, mine=bot_id) for each in seen],
        "guild_scheduled_events": [event(each) for each in of.events.values() if each.status in {1, 2}],
        "voice_states": [], "presences": [], "stage_instances": [], "soundboard_sounds": [],
    }  # fmt: skip


def attachment(of: File, url: str) -> Shape:
    """A file in a message; anybody who knows its address can fetch it."""
    at = f"{url}/attachments/{of.channel_id}/{of.id}/{of.name}"
    shape: Shape = {
        "id": str(of.id), "filename": of.name, "size": len(of.data), "url": at, "proxy_url": at,
        "content_type": of.kind,
    }  # fmt: skip
    if of.description is not None:
        shape["description"] = of.description
    return shape


def message(of: Message, url: str, *, replied: Message | None = None) -> Shape:
    """A message as a request is told of it: without its nonce."""
    place = of.channel
    shape: Shape = {
        "id": str(of.id),
        "channel_id": str(place.id),
        "type": of.kind,
        "author": user(of.author),
        "content": of.content,
        "timestamp": time(of.at),
        "edited_timestamp": time(of.edited_at),
        "tts": False,
        "mention_everyone": of.mentions_everyone,
        "mentions": [user(each) for each in of.mentioned],
        "mention_roles": [str(each) for each in of.mentioned_roles],
        "attachments": [attachment(each, url) for each in of.files],
        "embeds": of.embeds,
        "components": of.components,
        "pinned": of.pinned,
        "flags": of.flags,
    }
    if of.about is not None:
        shape |= {
            "interaction_metadata": of.about,
            "application_id": str(of.author.id),
            "webhook_id": str(of.author.id),
        }
    if of.reply_to is not None:
        reference: Shape = {"type": 0, "message_id": str(of.reply_to), "channel_id": str(place.id)}
        if place.guild is not None:
            reference["guild_id"] = str(place.guild.id)
        shape["message_reference"] = reference
        shape["referenced_message"] = message(replied, url) if replied is not None else None
    if of.thread is not None:
        shape["thread"] = channel(of.thread)
    return shape


def event(of: Event) -> Shape:
    """A scheduled event."""
    fields = of.fields
    return {
        "id": str(of.id), "guild_id": str(of.guild.id), "creator_id": str(of.creator_id), "name": of.name,
        "channel_id": fields.get("channel_id"), "description": fields.get("description"),
        "scheduled_start_time": fields["scheduled_start_time"],
        "scheduled_end_time": fields.get("scheduled_end_time"), "privacy_level": 2, "status": of.status,
        "entity_type": fields["entity_type"], "entity_id": None, "entity_metadata": fields.get("entity_metadata"),
        "recurrence_rule": fields.get("recurrence_rule"), "image": None, "guild_scheduled_event_exceptions": [],
    }  # fmt: skip


def partial_channel(of: Channel, person_id: int) -> Shape:
    """A channel as an interaction tells of it."""
    shape = channel(of)
    shape.pop("permission_overwrites", None)
    if of.guild is not None:
        shape["permissions"] = str(permissions(of.guild, person_id, of))
    return shape


def _id(value: int | None) -> str | None:
    return None if value is None else str(value)
