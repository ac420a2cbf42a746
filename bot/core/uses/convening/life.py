"""A group paused, resumed, ended, and the seat of a convener taken when it is empty."""

from dataclasses import replace

from bot.core.kinds import KINDS, PARTS
from bot.core.model import Convener, Group, Life, State
from bot.core.outgoing import Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying, next_meeting
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.convening.trouble import CLOSED
from bot.core.uses.members import welcoming
from bot.core.uses.season.farewell import end_season
from bot.core.uses.season.rest import rest_on


async def pause(turn: GroupTurn) -> Reply:
    """Say nothing routine until resumed; the meetings stay as they are. Once more: rest on, as long again."""
    if turn.group.life is Life.PAUSED:
        await rest_on(turn.work, turn.house, turn.group)
        return told("paused-already", (button(say("button-resume"), "resume", turn.group.id),))
    await _live(turn, Life.PAUSED, "paused")
    return told("paused-done", (button(say("button-resume"), "resume", turn.group.id),), group=turn.group.name)


async def resume(turn: GroupTurn) -> Reply:
    """Go on, with everything ahead planned anew."""
    if turn.group.life is Life.RUNNING and turn.group.unreachable is None:
        return told("resumed-already", group=turn.group.name)
    await _live(turn, Life.RUNNING, "resumed")
    return told("resumed-done", group=turn.group.name)


async def ask_end(turn: GroupTurn) -> Reply:
    """Ask once before a group ends."""
    return told(
        "end-ask",
        (button(say("button-end-sure"), "end-sure", turn.group.id),),
        (button(say("button-pause"), "pause", turn.group.id), button(say("button-keep"), "menu", turn.group.id)),
        group=turn.group.name,
    )


async def end(turn: GroupTurn) -> Reply:
    """End the group: nothing more is planned, what was never shown is destroyed, its channel is free again."""
    await end_group(turn.work, turn.house, turn.group)
    return told("ended-done", group=turn.group.name)


async def end_group(work: UnitOfWork, house: House, group: Group) -> None:
    """The same for the operator's command; the farewell is said at once, whatever was still to come."""
    await end_season(work, house, group)
    now = house.clock.now()
    await tell(work, house, group, "ended", due=polite(group, now), expires=now + A_WEEK)


async def _live(turn: GroupTurn, life: Life, kind: str) -> None:
    group = replace(turn.group, life=life, unreachable=None, resting=None)
    await turn.work.groups.save(group)
    await turn.work.notices.drop(group_id=group.id, kind=["paused", "resumed"], state="waiting")
    await _again(turn)
    await replan(turn.work, turn.house, group)
    ref = f"{turn.now:%Y%m%d%H%M%S}"
    await tell(turn.work, turn.house, group, kind, due=polite(group, turn.now), expires=turn.now + A_WEEK, ref=ref)


async def _again(turn: GroupTurn) -> None:
    """Have the last routine post that found the channel closed planned anew, where it is still of use."""
    missed = await turn.work.notices.find(group_id=turn.group.id, person_id=None, state=State.FAILED, why=tuple(CLOSED))
    useful = (n for n in missed if KINDS[n.kind].routine and n.kind not in PARTS and n.expires > turn.now)
    last = max(useful, key=lambda n: (n.due, n.rank), default=None)
    if last is not None:
        await turn.work.notices.drop(id=last.id)


async def convene(turn: GroupTurn) -> Reply:
    """A member takes the empty seat of the convener."""
    there = await turn.work.conveners.find(group_id=turn.group.id)
    if any(c.person_id == turn.person.id for c in there):
        return told("convene-already", group=turn.group.name)
    if there:
        raise Refusal("convene-taken")
    await turn.work.conveners.add(Convener(turn.house.chance.new_id(), turn.group.id, turn.person.id))
    turn.seats[turn.person.handle] = True
    await welcoming.tell_new_convener(turn.work, turn.house, turn.group, turn.person)
    done = told("convene-done", (button(say("button-menu"), "menu", turn.group.id),), group=turn.group.name)
    return replace(done, enough=True)


async def ask_for_convener(work: UnitOfWork, house: House, group: Group) -> None:
    """A group without a convener keeps running, and asks for one."""
    now = house.clock.now()
    if group.life is not Life.ENDED and not await work.conveners.find(group_id=group.id):
        await tell(work, house, group, "vacancy", due=polite(group, now), expires=now + A_WEEK, ref=f"{now:%Y%m%d}")


async def say_vacancy(saying: Saying) -> Message | None:
    """The question who would be convener; nothing where somebody is by now."""
    if await saying.work.conveners.find(group_id=saying.seen.group.id):
        return None
    return Message((Para(say("vacancy-post")),), ((button(say("button-convene"), "convene", saying.seen.group.id),),))


async def say_paused(_saying: Saying) -> Message | None:
    """That nothing will be posted for a while."""
    return Message((Para(say("paused-post")),))


async def say_resumed(saying: Saying) -> Message | None:
    """That it goes on, and with what."""
    return Message((Para(say("resumed-post")), *next_meeting(saying.seen, saying.seen.next(saying.now))))
