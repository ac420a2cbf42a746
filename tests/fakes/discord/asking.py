"""What a person picks in the app, as the app itself would hold it: commands, choices and forms.

Each function raises `LookupError` or `ValueError` for what no person could do, so that a test fails where it is wrong.
"""

from typing import Any

from tests.fakes.discord import shapes
from tests.fakes.discord.interactions import Field, Modal
from tests.fakes.discord.permissions import permissions
from tests.fakes.discord.rules import SELECTS, STRING_SELECT
from tests.fakes.discord.world import Channel, Guild, Person

SUBCOMMAND, GROUP = 1, 2
TEXT, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER = 3, 4, 5, 6, 7, 8, 9, 10
Fields = dict[str, Any]


def named(things: list[Fields], name: str, locale: str, what: str) -> Fields:
    """The thing with a name, in the bot's own words or in the person's language."""
    for each in things:
        if name in {each["name"], (each.get("name_localizations") or {}).get(locale)}:
            return each
    raise LookupError(f"there is no {what} {name!r}; there are {[each['name'] for each in things]}")


def picked(commands: dict[str, Fields], words: str, person: Person) -> tuple[Fields, list[Fields], Fields]:
    """A command by its words (`piiri group setup`): the command, the steps below it, and where its options stand."""
    first, *rest = words.removeprefix("/").split()
    command = named(list(commands.values()), first, person.locale, "command")
    steps: list[Fields] = []
    here = command
    for word in rest:
        below = [each for each in here["options"] if each["type"] in {SUBCOMMAND, GROUP}]
        here = named(below, word, person.locale, f"command below {first!r}:")
        here = here | {"options": here.get("options") or []}
        steps.append(here)
    if any(each["type"] in {SUBCOMMAND, GROUP} for each in here["options"]):
        raise LookupError(
            f"{words!r} alone is no command; below it there are {[each['name'] for each in here['options']]}"
        )
    return command, steps, here


def answered(
    here: Fields, given: Fields, person: Person, guild: Guild | None, resolved: Fields, focused: str | None = None
) -> list[Fields]:
    """A command's options with what a person gives for them."""
    options = {each["name"]: each for each in here["options"]}
    found = []
    for name, value in given.items():
        option = named(list(options.values()), name, person.locale, "option")
        one: Fields = {"name": option["name"], "type": option["type"]}
        if focused is not None and focused in {name, option["name"]}:
            found.append(one | {"value": value, "focused": True})
        else:
            found.append(one | {"value": _value(option, value, guild, resolved)})
    missing = [each["name"] for each in options.values() if each.get("required")]
    missing = [each for each in missing if each not in {one["name"] for one in found}]
    if missing and focused is None:
        raise ValueError(f"the app does not send it without {missing}")
    return found


def _value(option: Fields, value: Any, guild: Guild | None, resolved: Fields) -> Any:
    kind, name = option["type"], option["name"]
    choices = option.get("choices") or []
    if choices:
        for each in choices:
            if (
                value == each["value"]
                or value == each["name"]
                or value in (each.get("name_localizations") or {}).values()
            ):
                return each["value"]
        raise LookupError(f"{name!r} cannot be {value!r}; there are {[each['name'] for each in choices]}")
    if kind == TEXT:
        if not isinstance(value, str):
            raise ValueError(f"{name!r} is a text")
        _within(name, len(value), option.get("min_length") or 0, option.get("max_length") or 6000)
        return value
    if kind == BOOLEAN and isinstance(value, bool):
        return value
    if (
        kind in {INTEGER, NUMBER}
        and not isinstance(value, bool)
        and isinstance(value, int | (float if kind == NUMBER else int))
    ):
        _within(name, value, option.get("min_value", -(2**53)), option.get("max_value", 2**53))
        return value
    if kind in {USER, CHANNEL, ROLE, MENTIONABLE}:
        return _resolve(name, kind, value, guild, resolved, option.get("channel_types"))
    raise ValueError(f"{name!r} cannot be {value!r}")


def _within(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise ValueError(f"{name!r} is between {least} and {most}, not {value}")


def _resolve(name: str, kind: int, value: Any, guild: Guild | None, resolved: Fields, kinds: Any = None) -> str:
    number = int(getattr(value, "id", value))
    if kind in {USER, MENTIONABLE} and (isinstance(value, Person) or (guild is not None and number in guild.members)):
        member = guild.members.get(number) if guild is not None else None
        person = member.person if member is not None else value
        resolved.setdefault("users", {})[str(number)] = shapes.user(person)
        if member is not None and guild is not None:
            told = shapes.member(member, with_user=False) | {"permissions": str(permissions(guild, number))}
            resolved.setdefault("members", {})[str(number)] = told
    elif kind in {ROLE, MENTIONABLE} and guild is not None and number in guild.roles:
        resolved.setdefault("roles", {})[str(number)] = shapes.role(guild.roles[number])
    elif kind == CHANNEL and guild is not None and (found := guild.channels.get(number) or guild.threads.get(number)):
        if kinds and found.kind not in kinds:
            raise ValueError(f"{name!r} takes no channel of kind {found.kind}")
        resolved.setdefault("channels", {})[str(number)] = shapes.channel(found) | {"permissions": "0"}
    else:
        raise LookupError(f"{name!r} cannot be {value!r}: there is no such one")
    return str(number)


def nested(steps: list[Fields], options: list[Fields]) -> list[Fields]:
    """Options inside their subcommand, and that in its group."""
    for each in reversed(steps):
        options = [{"name": each["name"], "type": each["type"], "options": options}]
    return options


def chosen(select: Fields, values: tuple[Any, ...], guild: Guild | None, resolved: Fields) -> list[str]:
    """The values that a person takes in a select, by label, value, or whoever is meant."""
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if select.get("required") is False:
        least = 0
    if select.get("disabled"):
        raise ValueError("this select is disabled")
    if not least <= len(values) <= most:
        raise ValueError(f"between {least} and {most} can be taken, not {len(values)}")
    if select["type"] not in SELECTS or select["type"] == STRING_SELECT:
        found = []
        for value in values:
            match = [each for each in select["options"] if value in {each["value"], each["label"]}]
            if not match:
                raise LookupError(f"there is no {value!r}; there are {[each['label'] for each in select['options']]}")
            found.append(match[0]["value"])
        return found
    kind = {5: USER, 6: ROLE, 7: MENTIONABLE, 8: CHANNEL}[select["type"]]
    return [_resolve("select", kind, value, guild, resolved, select.get("channel_types")) for value in values]


def filled(modal: Modal, given: Fields, guild: Guild | None, resolved: Fields) -> list[Fields]:
    """A modal's fields with what a person writes and takes, under each field's label or custom id."""
    left = dict(given)
    made = []
    for number, outer in enumerate(modal.components):
        if outer["type"] == 10:
            made.append({"type": 10, "id": outer["id"]})
            continue
        inner = []
        for field in modal.fields:
            if field.number != number:
                continue
            name = next((each for each in (field.custom_id, field.label) if each in left), None)
            inner.append(_fill(field, left.pop(name) if name is not None else None, guild, resolved))
        shape: Fields = {"type": outer["type"], "id": outer["id"]}
        made.append(shape | ({"component": inner[0]} if "component" in outer else {"components": inner}))
    if left:
        raise LookupError(f"the form has no fields {list(left)}; there are {modal.labels}")
    return made


def _fill(field: Field, value: Any, guild: Guild | None, resolved: Fields) -> Fields:
    raw = field.raw
    made: Fields = {"type": raw["type"], "id": raw["id"], "custom_id": raw["custom_id"]}
    if field.kind == "text":
        text = value if value is not None else field.value or ""
        if not text and field.required:
            raise ValueError(f"{field.label!r} is required")
        if text:
            _within(field.label, len(text), raw.get("min_length") or 0, raw.get("max_length") or 4000)
        return made | {"value": text}
    if raw["type"] == 23:
        return made | {"value": bool(raw.get("default") if value is None else value)}
    if value is None:
        standing = [each["value"] for each in raw.get("options") or [] if each.get("default")]
        if field.required and not standing:
            raise ValueError(f"{field.label!r} is required")
        value = standing
    values = tuple(value) if isinstance(value, list | tuple | set) else (value,)
    if raw["type"] == 21:
        taken = chosen(raw | {"min_values": int(field.required)}, values, guild, resolved)
        return made | {"value": taken[0] if taken else None}
    if not values and not field.required:
        return made | {"values": []}
    return made | {"values": chosen(raw, values, guild, resolved)}


def allowed_here(command: Fields, channel: Channel, may: int) -> None:
    """Whether the app offers a command to a person there at all."""
    contexts = command.get("contexts")
    dm = channel.kind == Channel.DM
    if contexts is not None and int(dm) not in contexts:
        raise LookupError(f"/{command['name']} is not offered {'in private messages' if dm else 'in guilds'}")
    if dm and contexts is None and command.get("dm_permission") is False:
        raise LookupError(f"/{command['name']} is not offered in private messages")
    needed = command.get("default_member_permissions")
    if needed is not None and not dm:
        bits = int(needed)
        if (bits == 0 and not may & 8) or may & bits != bits:
            raise LookupError(f"/{command['name']} is offered only to who has the permissions {bits}")
