"""Starting again: a new season of a group that is over, in the same channel, with whoever comes in anew."""

from dataclasses import replace

from bot.core import agreeing, forms
from bot.core.model import Group, Life
from bot.core.outgoing import Field, Form, Heading, Message, Para, Reply, say
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.turn import GroupTurn, Values, button, told
from bot.core.uses.founding.setup import Spec, found, preview
from bot.core.uses.founding.setup_form import LENGTHS, fields_of, seal_of, spec_of

CARRIED = (
    *("quiet_from", "quiet_to", "absences_at_once", "events", "threads", "mention", "posts", "off", "pretask_days"),
    *("reminder_days", "soon_minutes", "preparation", "anyone_proposes", "names_shown", "newcomers"),
)
"""What the group has chosen for itself besides, and keeps; nothing that anybody wrote is among it."""


async def ask_again(turn: GroupTurn) -> Reply:
    """The form of founding, filled in as the group was; only when it begins is asked for."""
    await _may(turn)
    return Form("again", turn.group.id, say("again-title"), await _fields(turn), shown_back=True)


async def _fields(turn: GroupTurn) -> tuple[Field, ...]:
    known = await _known(turn)
    draft = await forms.kept(turn)
    mine = draft is not None and (draft.form, draft.about) == ("again", turn.group.id)
    typed = forms.values_of(draft) if draft and mine else {}
    found_ = []
    programme = typed.get("programme", turn.group.programme)
    for each in fields_of(turn.house.library, turn.group.name, turn.group.language, programme):
        value = known.get(each.name, each.value)
        stands = not each.options or value in {option.value for option in each.options}
        value = value if stands else ""
        usual = bool(value) and each.name in known
        found_.append(replace(each, value=typed.get(each.name, value), usual=usual))
    return tuple(found_)


async def _known(turn: GroupTurn) -> dict[str, str]:
    """What the old group says by itself, by the form's fields."""
    group, seen = turn.group, await turn.view(turn.group)
    last = seen.meetings[-1] if seen.meetings else None
    lengths = {minutes: typed for typed, minutes in LENGTHS.items()}
    return {
        "name": group.name,
        "programme": group.programme,
        "language": group.language,
        "every": f"{group.every_count}{group.every_unit[0]}",
        "length": lengths.get(group.minutes, ""),
        "meetings": str(turn.group.season_meetings or len(seen.season_of(last)) if last else ""),
        "where": (last.link or last.place) if last else "",
        "floor": group.floor,
        "zone": group.zone,
    }


async def take_again(turn: GroupTurn, values: Values) -> Reply:
    """Show everything back as it was understood, and what is not carried over; kept only as a sealed draft."""
    await _may(turn)
    spec = _spec(turn, values)
    await forms.keep(turn, "again", turn.group.id, values)
    blocks = (
        Heading(say("setup-preview")),
        *preview(spec, turn.house, turn.now),
        Para(say("setup-first-day", date=spec.first.date())),
        Para(say(f"floor-said-{spec.floor}")),
        Para(say("again-what")),
        Para(say("setup-nothing-yet")),
    )
    sure = button(say("button-again-sure"), "again-sure", turn.group.id, seal_of(values))
    return Message(blocks, ((sure, button(say("button-setup-change"), "again", turn.group.id)),))


def _spec(turn: GroupTurn, values: Values) -> Spec:
    spec, old = spec_of(turn, values, turn.group.channel), turn.group
    return replace(spec, platform=old.platform, season=old.season + 1, before_id=old.id)


async def again(turn: GroupTurn) -> Reply:
    """Found the new season that was shown back; whoever wants to comes in by a press of their own."""
    await _may(turn)
    draft = await forms.kept(turn)
    if draft is None or (draft.form, draft.about) != ("again", turn.group.id):
        raise Refusal("refused-old")
    values = forms.values_of(draft)
    if turn.value != seal_of(values):
        raise Refusal("setup-changed")
    new = await found(turn.work, turn.house, _spec(turn, values), turn.person)
    new = replace(new, **{name: getattr(turn.group, name) for name in CARRIED})
    await turn.work.groups.save(new)
    await _carry_subgroups(turn, new)
    await replan(turn.work, turn.house, new)
    await agreeing.draft_from(turn.work, turn.house, turn.group, new)
    await turn.work.drafts.drop(id=turn.person.id)
    turn.seats[turn.person.handle] = True
    return told("again-done", (button(say("button-menu"), "menu", new.id),), group=new.name)


async def _carry_subgroups(turn: GroupTurn, new: Group) -> None:
    """The convener's own sub-groups go along, and every one's channel; who was in which is theirs to say again."""
    there = {each.name: each for each in await turn.work.subgroups.find(group_id=new.id)}
    if not there:
        return
    for old in await turn.work.subgroups.find(group_id=turn.group.id):
        channel = old.channel
        if channel:  # a channel is one sub-group's at a time
            await turn.work.subgroups.save(replace(old, channel=""))
        if not old.name:
            own = replace(old, id=turn.house.chance.new_id(), group_id=new.id)
            await turn.work.subgroups.add(own)
        elif old.name in there and channel:
            await turn.work.subgroups.save(replace(there[old.name], channel=channel))


async def _may(turn: GroupTurn) -> None:
    """A convener, or where there is none any member; while no other group is in the channel."""
    if not turn.convenes and await turn.work.conveners.find(group_id=turn.group.id):
        raise Refusal("refused-convener", group=turn.group.name)
    if await _taken(turn, turn.group):
        raise Refusal("again-begun")


async def _taken(turn: GroupTurn, group: Group) -> bool:
    here = await turn.work.groups.find(platform=group.platform, channel=group.channel)
    return any(other.life is not Life.ENDED for other in here)
