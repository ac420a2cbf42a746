"""What a group may wish of a platform that has more than messages: events, threads, a role to mention in reminders."""

from dataclasses import replace

from bot.core.events import in_step
from bot.core.model import chat_of
from bot.core.outgoing import Field, Form, Option, Reply, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, Problems, Values, button, told

ON, OFF = "on", "off"


async def ask_extras(turn: GroupTurn) -> Reply:
    """The wishes that this platform can grant, as they are now."""
    can, group = turn.house.capabilities[turn.group.platform], turn.group
    wishes = (("events", can.events, group.events), ("threads", can.threads, group.threads))
    fields = [_wish(name, now=now) for name, here, now in wishes if here]
    if can.roles:
        role = Field(
            "role", say("extras-role"), say("extras-role-hint"), required=False, value=group.mention, role=True
        )
        fields.append(role)
    if not fields:
        raise Refusal("extras-none")
    return Form("extras", group.id, say("extras-title"), tuple(fields))


def _wish(name: str, *, now: bool) -> Field:
    options = tuple(Option(value, say(f"extras-{value}")) for value in (ON, OFF))
    return Field(name, say(f"extras-{name}"), options=options, value=ON if now else OFF)


async def check_extras(turn: GroupTurn, values: Values) -> Problems:
    """A role is one of this place's own, and not everybody there."""
    role = values.get("role", "")
    if role and not (role.isascii() and role.isdecimal()):
        return {"role": say("choice-unknown")}
    if role and role == chat_of(turn.group.channel):
        return {"role": say("extras-role-everybody")}
    return {}


async def take_extras(turn: GroupTurn, values: Values) -> Reply:
    """Keep the wishes; events come and go at once."""
    group = replace(
        turn.group,
        events=values.get("events", OFF) == ON,
        threads=values.get("threads", OFF) == ON,
        mention=values.get("role", turn.group.mention),
    )
    await turn.work.groups.save(group)
    await in_step(turn.work, turn.house, await turn.view(group))
    return told("extras-kept", (button(say("button-menu"), "menu", group.id),))
