"""A channel of its own for a sub-group: given in that channel, by a convener who may decide there, and taken back."""

from dataclasses import replace

from bot.core import forms
from bot.core.model import Group, Life, Role, Subgroup
from bot.core.outgoing import Message, Para, Reply, say
from bot.core.ports import Taken
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.subgroup_channels import cut, owner, set_free
from bot.core.subgroups import name_of
from bot.core.turn import GroupTurn, Turn, Use, button, find_turn, told
from bot.core.uses.convening.channels import may_convene
from bot.core.uses.subgroups.subgroups import MINE
from bot.core.view import View

LINK = "subgroup-link"
"""A draft of this form remembers which channel was meant, since the press may come in private."""


async def subgroup(turn: Turn) -> Reply:
    """The one word about sub-groups: which is mine; or in a channel that is nobody's yet, whose it is to be."""
    if turn.channel is None or await _lives_here(turn):
        return await _mine(turn)
    here = await owner(turn.work, turn.person.platform, turn.channel)
    if here:
        return await _whose(turn, *here)
    mine = await _convened(turn)
    if not mine:
        raise Refusal("subgroup-link-who")
    if not await may_convene(turn):
        raise Refusal("subgroup-link-may-not")
    await forms.keep(turn, LINK, turn.channel, {})
    if len(mine) > 1:
        return told("which-group", *((button(say("label", text=g.name), "subgroup-pick", g.id),) for g in mine))
    found = await find_turn(replace(turn, value=""), PICK, mine[0].id)
    return await pick(found) if isinstance(found, GroupTurn) else None


async def _mine(turn: Turn) -> Reply:
    """One's own sub-group; for a convener who is no member, the page of all."""
    found = await find_turn(replace(turn, value=""), MINE, "")
    return await MINE.do(found) if isinstance(found, Turn) else found


async def _lives_here(turn: Turn) -> bool:
    found = await turn.work.groups.find(platform=turn.person.platform, channel=turn.channel)
    return any(group.life is not Life.ENDED for group in found)


async def _whose(turn: Turn, one: Subgroup, group: Group) -> Reply:
    """In a sub-group's own channel: to its conveners whose it is and how it is taken back; to others, their own."""
    if not await turn.work.conveners.find(group_id=group.id, person_id=turn.person.id):
        return await _mine(turn)
    seen = await turn.view(group)
    return told(
        "subgroup-here-is",
        (button(say("button-subgroup-unlink"), "subgroup-unlink", group.id, one.id),),
        (button(say("button-subgroups"), "subgroups", group.id),),
        subgroup=name_of(seen, one),
        group=group.name,
    )


async def _convened(turn: Turn) -> list[Group]:
    """The person's groups that they convene here and that split into sub-groups."""
    seats = await turn.work.conveners.find(person_id=turn.person.id)
    groups = await turn.work.groups.find(id=sorted({seat.group_id for seat in seats})) if seats else []
    found = []
    for group in sorted(groups, key=lambda g: (g.name, g.begun, g.id)):
        if group.life is not Life.ENDED and group.platform == turn.person.platform:
            seen = await turn.view(group)
            found += [group] if seen.subgroups else []
    return found


async def pick(turn: GroupTurn) -> Reply:
    """Which of the group's sub-groups this channel is to be for."""
    seen = await turn.view(turn.group)
    if not seen.subgroups:
        raise Refusal("subgroup-none", group=turn.group.name)
    await _channel(turn)
    rows = ((button(say("label", text=name_of(seen, each)), LINK, turn.group.id, each.id),) for each in seen.subgroups)
    return told("subgroup-link-which", *rows, group=turn.group.name)


async def _channel(turn: GroupTurn) -> str:
    """The channel that is meant: the one pressed in, or in private the one that the command was given in."""
    if turn.channel is not None:
        if not await may_convene(turn):
            raise Refusal("subgroup-link-may-not")
        return turn.channel
    draft = await forms.kept(turn)
    if draft is None or draft.form != LINK:
        raise Refusal("subgroup-link-where")
    return draft.about


async def link(turn: GroupTurn) -> Reply:
    """Give the channel to a sub-group; one that is anybody else's stays theirs."""
    seen = await turn.view(turn.group)
    one = seen.subgroup(turn.value)
    if one is None or turn.group.platform != turn.person.platform:
        raise Refusal("refused-old")
    channel = await _channel(turn)
    await _nobodys(turn, one, channel)
    if one.channel != channel:
        await set_free(turn.work, turn.group.platform, channel)
        try:
            await turn.work.subgroups.save(replace(one, channel=channel))
        except Taken:
            raise Refusal("subgroup-link-other") from None
        await replan(turn.work, turn.house, turn.group)
    return _linked(seen, one)


async def _nobodys(turn: GroupTurn, one: Subgroup, channel: str) -> None:
    there = await turn.work.groups.find(platform=turn.group.platform, channel=channel)
    if any(group.life is not Life.ENDED for group in there):
        raise Refusal("subgroup-link-group")
    here = await owner(turn.work, turn.group.platform, channel)
    if here and here[0].id != one.id:
        raise Refusal("subgroup-link-other")


def _linked(seen: View, one: Subgroup) -> Message:
    row = (button(say("button-subgroup-unlink"), "subgroup-unlink", seen.group.id, one.id),)
    lines = (say("subgroup-linked", subgroup=name_of(seen, one)), say("subgroup-linked-what"))
    return Message(tuple(Para(line) for line in lines), (row,))


async def unlink(turn: GroupTurn) -> Reply:
    """Take the channel back; what comes for the sub-group comes to the group's own channel from now on."""
    seen = await turn.view(turn.group)
    one = seen.subgroup(turn.value)
    if one is None:
        raise Refusal("refused-old")
    if one.channel:
        await cut(turn.work, turn.house, turn.group, one)
    row = (button(say("button-subgroups"), "subgroups", turn.group.id),)
    return told("subgroup-unlinked", row, subgroup=name_of(seen, one))


PICK = Use("subgroup-pick", pick, needs=frozenset({Role.CONVENER}))
