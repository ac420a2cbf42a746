"""What becomes of a channel: the bot is let in and greets, is shut out, the channel moves, somebody leaves it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import subgroup_channels
from bot.core.model import Channel, Group, Life, State, chat_of
from bot.core.outgoing import Heading, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell, tell_conveners
from bot.core.turn import Turn, button, told
from bot.core.uses.convening import facilitation
from bot.core.uses.convening.life import ask_for_convener
from bot.core.uses.convening.seat import forget_seat
from bot.core.uses.members import welcoming
from bot.core.uses.members.leaving import go_on
from bot.core.uses.members.membership import remove


async def let_in(turn: Turn) -> Reply:
    """Greet once, in the language of whoever let the bot in; a group that was cut off is asked whether to go on."""
    channel = turn.channel or ""
    here = await _groups(turn, channel)
    shut = [group for group in here if group.unreachable]
    for group in shut:  # each where it lives, which may be a topic
        ref = f"{turn.now:%Y%m%d%H%M%S}"
        await tell(turn.work, turn.house, group, "go-on", due=turn.now, expires=turn.now + A_WEEK, ref=ref)
    known = await turn.work.channels.find(platform=turn.person.platform, channel=chat_of(channel))
    if here or known or await subgroup_channels.within(turn.work, turn.person.platform, channel):
        return None
    await turn.work.channels.add(
        Channel(
            turn.house.chance.new_id(), turn.person.platform, chat_of(channel), turn.person.handle, greeted=turn.now
        )
    )
    return Message(
        (Heading(say("greet-heading")), Para(say("greet-what")), Para(say("greet-how"))),
        ((button(say("button-setup"), "setup"),), (button(say("button-privacy"), "privacy"),)),
    )


async def say_go_on(saying: Saying) -> Message | None:
    """Whether to go on where one was cut off; nothing where that is settled."""
    group = saying.seen.group
    if not group.unreachable:
        return None
    return told("let-in-again", (button(say("button-resume"), "resume", group.id),))


async def shut_out(turn: Turn, why: str) -> Reply:
    """Post nothing there until let in again; the conveners hear at once what happened and what they can do."""
    channel = turn.channel or ""
    for group in await _groups(turn, channel):
        await _cut_off(turn.work, turn.house, group, why)
    for subgroup, group in await subgroup_channels.within(turn.work, turn.person.platform, channel):
        if not group.unreachable:  # where all is closed, all is kept as it is until we are let in again
            await subgroup_channels.lose(turn.work, turn.house, group, subgroup, why)
    if channel == chat_of(channel):
        await turn.work.channels.drop(platform=turn.person.platform, channel=channel)
    return None


async def closed(work: UnitOfWork, group: Group, why: str) -> None:
    """Nothing goes to its channel until we are let in again, not even the question of a time when we were."""
    await work.groups.save(replace(group, unreachable=why))
    await work.notices.drop(group_id=group.id, kind="go-on", state=State.WAITING)


async def relocated(turn: Turn, new: str) -> Reply:
    """The channel has another id."""
    await move_channel(turn.work, turn.house, turn.person.platform, turn.channel or "", new)
    return None


async def move_channel(work: UnitOfWork, house: House, platform: str, old: str, new: str) -> None:
    """Everything that is kept about a channel goes with it to its new id.

    Where another group or sub-group has come to live there before we heard, that one stays, and conveners hear of it.
    """
    if old == new:
        return
    await work.lock(*(group.id for group in await work.groups.find(platform=platform, channel=(old, new))))
    for group in await work.groups.find(platform=platform, channel=old):
        there = [each for each in await work.groups.find(platform=platform, channel=new) if each.life is not Life.ENDED]
        if there and group.life is not Life.ENDED:
            await _cut_off(work, house, group, "channel-gone")
            continue
        await work.groups.save(replace(group, channel=new))
        # What was posted has other ids there, if it is there at all: the plan is posted anew when it changes next.
        for plan in await work.notices.find(group_id=group.id, kind=("plan", "plan-edit"), state=State.SENT):
            await work.notices.save(replace(plan, posts=("",) * len(plan.posts)))
    await subgroup_channels.set_free(work, platform, new)
    for subgroup in await work.subgroups.find(platform=platform, channel=old):
        if not await work.subgroups.find(platform=platform, channel=new):
            await work.subgroups.save(replace(subgroup, channel=new))
        elif home := await work.groups.get(subgroup.group_id):
            await subgroup_channels.lose(work, house, home, subgroup, "channel-gone")
    for draft in await work.drafts.find(form=["setup", "subgroup-link"], about=old):
        await work.drafts.save(replace(draft, about=new))
    for channel in await work.channels.find(platform=platform, channel=old):
        if not await work.channels.find(platform=platform, channel=new):
            await work.channels.save(replace(channel, channel=new))


async def departed(turn: Turn) -> Reply:
    """Whoever is no longer in the channel is no longer in its groups: what was private to them there is erased."""
    gone = []
    for group in await _all_groups(turn, turn.channel or ""):
        # The seat first: what waits for a convener alone goes with it.
        seat = await turn.work.conveners.find(group_id=group.id, person_id=turn.person.id)
        for each_seat in seat:
            await turn.work.conveners.drop(id=each_seat.id)
            await forget_seat(turn.work, group.id, turn.person.id)
            turn.seats[turn.person.handle] = bool(await turn.work.conveners.find(person_id=turn.person.id))
        for each in await turn.work.members.find(group_id=group.id, person_id=turn.person.id):
            await remove(turn.work, each)
            await go_on(turn.work, turn.house, group)
            gone.append(group)
        await facilitation.gone(turn.work, turn.house, group, turn.person)
        await welcoming.forget(turn.work, turn.person, group)
        if seat and group.life is not Life.ENDED:
            await ask_for_convener(turn.work, turn.house, group)
    return told("departed", group=gone[0].name) if gone else None


async def may_convene(turn: Turn) -> bool:
    """Whether the person may set a group up here: the platform says so, or it was they who let the bot in."""
    if turn.may_convene or turn.channel is None:
        return turn.may_convene
    mine = {"platform": turn.person.platform, "channel": chat_of(turn.channel), "adder": turn.person.handle}
    return bool(await turn.work.channels.find(**mine))


async def _groups(turn: Turn, channel: str) -> list[Group]:
    """The groups that live in a channel or in a topic of it."""
    return [group for group in await _all_groups(turn, channel) if group.life is not Life.ENDED]


async def _all_groups(turn: Turn, channel: str) -> Sequence[Group]:
    """The same with those that are over and not deleted yet: there, too, is much that only its people may see."""
    await turn.work.lock(*(group.id for group in await turn.work.groups.within(turn.person.platform, channel)))
    return await turn.work.groups.within(turn.person.platform, channel)


async def _cut_off(work: UnitOfWork, house: House, group: Group, why: str) -> None:
    """Its channel is closed to us: nothing is posted there any more, and its conveners hear so once."""
    now, known = house.clock.now(), group.unreachable
    await closed(work, group, why)
    if not known:
        due, ref = polite(group, now), f"{now:%Y%m%d%H%M%S}"
        await tell_conveners(work, house, group, "shut", due=due, expires=now + A_WEEK, ref=ref)


async def say_shut(saying: Saying) -> Message | None:
    """That the channel is closed to the bot, and the one thing to do; nothing where it is open again."""
    why = saying.seen.group.unreachable
    if not why:
        return None
    lines = (say("shut-heading", group=saying.seen.group.name, why=say(f"why-{why}")), say(f"do-{why}"))
    return Message(tuple(Para(line) for line in lines))
