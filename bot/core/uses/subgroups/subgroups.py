"""Which sub-group one is in: by one's own press, for oneself alone, and changed as freely."""

from dataclasses import replace

from bot.core.model import Role
from bot.core.outgoing import Message, Para, Reply, say
from bot.core.refusal import Refusal
from bot.core.subgroups import name_of
from bot.core.turn import GroupTurn, Use, button
from bot.core.uses.subgroups.subgroups_convening import page
from bot.core.uses.subgroups.subgroups_which import choices, which
from bot.core.view import View

NONE = "none"
"""What a press carries that says: in none of them."""


async def mine(turn: GroupTurn) -> Reply:
    """One's sub-group and the others to choose from; with one in the press, that is it from now on."""
    if turn.member is None and turn.convenes:  # nothing of this is theirs; all of it is theirs to arrange
        return await page(replace(turn, value=""))
    seen = await turn.view(turn.group)
    if not seen.subgroups:
        raise Refusal("subgroup-none", group=turn.group.name)
    if not turn.value:
        return _page(turn, seen)
    chosen = seen.subgroup(turn.value)
    if chosen is None and turn.value != NONE:
        raise Refusal("refused-old")
    chosen_id = chosen.id if chosen else None
    if turn.me.subgroup_id != chosen_id:
        await turn.work.members.save(replace(turn.me, subgroup_id=chosen_id))
    line = say("subgroup-chosen", subgroup=name_of(seen, chosen)) if chosen else say("subgroup-chosen-none")
    following = seen.next(turn.now)
    theme = (button(say("button-theme"), "theme", following.id),) if following else ()
    row = (*theme, button(say("button-my-subgroup"), "my-subgroup", turn.group.id))
    return Message((Para(line), Para(say("subgroup-promise"))), (row,))


def _page(turn: GroupTurn, seen: View) -> Message:
    now = seen.subgroup(turn.me.subgroup_id)
    line = say("subgroup-now", subgroup=name_of(seen, now)) if now else say("subgroup-now-none")
    rows = list(choices(seen))
    if now:
        rows.append((button(say("button-subgroup-none"), "my-subgroup", turn.group.id, NONE),))
    if turn.convenes:
        rows.append((button(say("button-subgroups"), "subgroups", turn.group.id),))
    return Message((*which(seen), Para(line), Para(say("subgroup-promise"))), tuple(rows))


MINE = Use("my-subgroup", mine, needs=frozenset({Role.MEMBER, Role.CONVENER}))
