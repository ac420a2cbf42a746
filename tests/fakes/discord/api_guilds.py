"""The bot itself, and the guilds that it is in."""

from typing import Any

from tests.fakes.discord import places, shapes
from tests.fakes.discord.errors import unknown
from tests.fakes.discord.permissions import sees


def gateway(call: Any) -> Any:
    """Where the gateway is."""
    return {"url": call.state.gateway}


def gateway_bot(call: Any) -> Any:
    """Where the gateway is, and how often the bot may still come."""
    hub = call.state.hub
    left = {"total": 1000, "remaining": max(hub.identifies_left, 0), "reset_after": 86_400_000, "max_concurrency": 1}
    return {"url": call.state.gateway, "shards": 1, "session_start_limit": left}


def me(call: Any) -> Any:
    """The bot's account."""
    return call.state.account()


def my_guilds(call: Any) -> Any:
    """The guilds that the bot is in."""
    return [
        {"id": str(each.id), "name": each.name, "icon": None, "banner": None, "owner": False, "features": [], "permissions": "0"}
        for each in call.state.bot_guilds()
    ]  # fmt: skip


def application(call: Any) -> Any:
    """The bot's application."""
    return call.state.application()


def user(call: Any) -> Any:
    """Somebody."""
    person = call.state.world.persons.get(call.number(0))
    if person is None:
        raise unknown("User")
    return shapes.user(person)


def guild(call: Any) -> Any:
    """A guild."""
    found = places.guild(call.state, call.number(0))
    counts = {"approximate_member_count": len(found.members), "approximate_presence_count": 1}
    return shapes.guild(found) | (counts if call.query.get("with_counts") in {"1", "true", "True"} else {})


def channels(call: Any) -> Any:
    """A guild's channels, without its threads."""
    found = places.guild(call.state, call.number(0))
    return [shapes.channel(each) for each in found.channels.values()]


def threads(call: Any) -> Any:
    """A guild's threads that are not archived, as far as the bot sees them."""
    state, found = call.state, places.guild(call.state, call.number(0))
    seen = [each for each in found.threads.values() if not each.archived and sees(each, state.bot.id)]
    mine = [shapes.thread_member(each, state.bot.id) for each in seen if state.bot.id in each.members]
    return {"threads": [shapes.channel(each, mine=state.bot.id) for each in seen], "members": mine}


def roles(call: Any) -> Any:
    """A guild's roles."""
    return [shapes.role(each) for each in places.guild(call.state, call.number(0)).roles.values()]


def member(call: Any) -> Any:
    """Somebody in a guild."""
    found = places.guild(call.state, call.number(0)).members.get(call.number(1))
    if found is None:
        raise unknown("Member" if call.number(1) in call.state.world.persons else "User")
    return shapes.member(found)


def leave(call: Any) -> None:
    """The bot leaves a guild."""
    call.state.removes_bot(places.guild(call.state, call.number(0)))


ROUTES = {
    ("GET", "/gateway"): gateway,
    ("GET", "/gateway/bot"): gateway_bot,
    ("GET", "/users/@me"): me,
    ("GET", "/users/@me/guilds"): my_guilds,
    ("DELETE", "/users/@me/guilds/{}"): leave,
    ("GET", "/users/{}"): user,
    ("GET", "/applications/@me"): application,
    ("GET", "/oauth2/applications/@me"): application,
    ("GET", "/guilds/{}"): guild,
    ("GET", "/guilds/{}/channels"): channels,
    ("GET", "/guilds/{}/threads/active"): threads,
    ("GET", "/guilds/{}/roles"): roles,
    ("GET", "/guilds/{}/members/{}"): member,
}
