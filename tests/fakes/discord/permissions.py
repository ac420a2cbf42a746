"""Who may do what where, reckoned as Discord does: owner, @everyone, roles, then the channel's overwrites."""

from collections.abc import Iterable

from tests.fakes.discord.world import Channel, Guild

NAMES = {
    "create_instant_invite": 1 << 0, "kick_members": 1 << 1, "ban_members": 1 << 2, "administrator": 1 << 3,
    "manage_channels": 1 << 4, "manage_guild": 1 << 5, "add_reactions": 1 << 6, "view_audit_log": 1 << 7,
    "view_channel": 1 << 10, "send_messages": 1 << 11, "send_tts_messages": 1 << 12, "manage_messages": 1 << 13,
    "embed_links": 1 << 14, "attach_files": 1 << 15, "read_message_history": 1 << 16, "mention_everyone": 1 << 17,
    "use_external_emojis": 1 << 18, "connect": 1 << 20, "speak": 1 << 21, "mute_members": 1 << 22,
    "move_members": 1 << 24, "change_nickname": 1 << 26, "manage_nicknames": 1 << 27, "manage_roles": 1 << 28,
    "manage_webhooks": 1 << 29, "use_application_commands": 1 << 31, "manage_events": 1 << 33,
    "manage_threads": 1 << 34, "create_public_threads": 1 << 35, "create_private_threads": 1 << 36,
    "send_messages_in_threads": 1 << 38, "moderate_members": 1 << 40, "create_events": 1 << 44,
    "use_external_apps": 1 << 50, "pin_messages": 1 << 51, "bypass_slowmode": 1 << 52,
}  # fmt: skip
ALL = sum(NAMES.values())

VIEW, SEND, HISTORY = NAMES["view_channel"], NAMES["send_messages"], NAMES["read_message_history"]
EMBED, ATTACH, MENTION = NAMES["embed_links"], NAMES["attach_files"], NAMES["mention_everyone"]
ADMINISTRATOR, COMMANDS = NAMES["administrator"], NAMES["use_application_commands"]
MANAGE_CHANNELS, MANAGE_MESSAGES = NAMES["manage_channels"], NAMES["manage_messages"]
MANAGE_THREADS, IN_THREADS = NAMES["manage_threads"], NAMES["send_messages_in_threads"]
PUBLIC_THREADS, PRIVATE_THREADS = NAMES["create_public_threads"], NAMES["create_private_threads"]
MANAGE_EVENTS, CREATE_EVENTS, PIN = NAMES["manage_events"], NAMES["create_events"], NAMES["pin_messages"]

EVERYONE = (
    VIEW | SEND | HISTORY | EMBED | ATTACH | COMMANDS | PUBLIC_THREADS | PRIVATE_THREADS | IN_THREADS
    | NAMES["add_reactions"] | NAMES["connect"] | NAMES["speak"] | NAMES["change_nickname"] | NAMES["use_external_apps"]
)  # fmt: skip
# What an invitation of the bot usually asks for.
BOT = VIEW | SEND | HISTORY | EMBED | ATTACH | PUBLIC_THREADS | IN_THREADS | PIN | MANAGE_EVENTS | CREATE_EVENTS


def bits(names: int | str | Iterable[str]) -> int:
    """Permissions as one number, from that number or from names as `send_messages`; raises `KeyError` for others."""
    if isinstance(names, int):
        return names
    if isinstance(names, str):
        names = names.split()
    return sum({NAMES[name] for name in names})


def named(value: int) -> list[str]:
    """The names of what a number permits."""
    return [name for name, bit in NAMES.items() if value & bit]


def permissions(guild: Guild, person_id: int, channel: Channel | None = None) -> int:
    """What somebody may do in a guild, or in a channel or a thread of it; 0 for who is no member."""
    member = guild.members.get(person_id)
    if member is None:
        return 0
    if guild.owner_id == person_id:
        return ALL
    roles = guild.roles
    value = roles[guild.id].permissions
    for role_id in member.roles:
        value |= roles[role_id].permissions
    if value & ADMINISTRATOR:
        return ALL
    if channel is None:
        return value
    place = channel.parent if channel.is_thread and channel.parent is not None else channel
    overwrites = place.overwrites
    if overwrites:
        allow, deny = overwrites.get(guild.id, (0, 0))
        value = value & ~deny | allow
        allow = deny = 0
        for role_id in member.roles:
            more, less = overwrites.get(role_id, (0, 0))
            allow, deny = allow | more, deny | less
        value = value & ~deny | allow
        allow, deny = overwrites.get(person_id, (0, 0))
        value = value & ~deny | allow
    return value if value & VIEW else 0


def sees(channel: Channel, person_id: int) -> bool:
    """Whether somebody can open a channel at all; a private thread is open to its members and to who manages threads."""
    guild = channel.guild
    if guild is None:
        return channel.recipient is not None and person_id in {channel.recipient.id, channel.bot_id}
    value = permissions(guild, person_id, channel)
    if channel.kind == channel.PRIVATE_THREAD and person_id not in channel.members:
        return bool(value & VIEW and value & MANAGE_THREADS)
    return bool(value & VIEW)
