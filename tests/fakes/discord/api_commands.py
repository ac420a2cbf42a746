"""The bot's commands."""

from typing import Any

from tests.fakes.discord.check_commands import in_all
from tests.fakes.discord.errors import missing_access


def _own(call: Any) -> None:
    if call.number(0) != call.state.application_id:
        raise missing_access()


def put(call: Any) -> Any:
    """All commands at once; those that are not among them are gone."""
    _own(call)
    in_all(call.body)
    commands = call.state.world.commands
    version = str(call.state.clock.snowflake())
    made = {}
    for each in call.body:
        before = commands.get(each["name"], {})
        made[each["name"]] = {
            "type": 1,
            "default_member_permissions": None,
            "dm_permission": True,
            "nsfw": False,
            "contexts": None,
            "integration_types": [0],
            **each,
            "description": each.get("description") or "",
            "options": each.get("options") or [],
            "id": before.get("id") or str(call.state.clock.snowflake()),
            "application_id": str(call.state.application_id),
            "version": version,
        }
    commands.clear()
    commands.update(made)
    return list(commands.values())


def get(call: Any) -> Any:
    """All commands."""
    _own(call)
    return list(call.state.world.commands.values())


ROUTES = {
    ("PUT", "/applications/{}/commands"): put,
    ("GET", "/applications/{}/commands"): get,
}
