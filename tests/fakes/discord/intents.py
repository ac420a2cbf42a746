"""Which events a listener asks for."""

GUILDS, MEMBERS, MODERATION, PRESENCES = 1 << 0, 1 << 1, 1 << 2, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, CONTENT, EVENTS = 1 << 9, 1 << 12, 1 << 15, 1 << 16
PRIVILEGED = MEMBERS | PRESENCES | CONTENT
# 0 to 16, 20 and 21 for auto moderation, 24 and 25 for polls; nothing else means anything.
ALL_INTENTS = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25

_OF = {
    "GUILD_MEMBER_ADD": MEMBERS,
    "GUILD_MEMBER_REMOVE": MEMBERS,
    "GUILD_MEMBER_UPDATE": MEMBERS,
    "INTERACTION_CREATE": 0,
}
_FAMILIES = {
    "GUILD_SCHEDULED_EVENT": EVENTS,
    "GUILD": GUILDS,
    "CHANNEL": GUILDS,
    "THREAD": GUILDS,
}


def wanted(event: str, intents: int, *, dm: bool) -> bool:
    """Whether a listener with these intents is told of an event."""
    if event.startswith("MESSAGE") or (event == "CHANNEL_PINS_UPDATE" and dm):
        return bool(intents & (DIRECT_MESSAGES if dm else GUILD_MESSAGES))
    need = _OF.get(event)
    if need is None:
        need = next(bit for family, bit in _FAMILIES.items() if event.startswith(family))
    return need == 0 or bool(intents & need)
