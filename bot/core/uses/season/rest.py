"""A group that rests is asked after a while how it is to go on, and ends by itself where nobody says."""

from dataclasses import replace

from bot.core.model import Group, Life, State
from bot.core.outgoing import Button, Message, Para, Phrase, say
from bot.core.plan import polite, told_as
from bot.core.ports import House, UnitOfWork
from bot.core.replan import replan
from bot.core.resting import over_at, rests_since
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell_conveners
from bot.core.turn import button
from bot.core.uses.season.farewell import end_season, say_farewell


async def rest_on(work: UnitOfWork, house: House, group: Group) -> None:
    """Count the rest from now on."""
    anew = replace(group, resting=house.clock.now())
    await work.groups.save(anew)
    await replan(work, house, anew)


async def ask_conveners(saying: Saying) -> None:
    """A whisper to each who convenes at that time, as long as there is time to answer before the end."""
    work, group, now = saying.work, saying.seen.group, saying.now
    if now > saying.notice.expires:
        return
    due, until, ref = polite(group, now), now + 2 * A_WEEK, saying.notice.ref
    await tell_conveners(work, saying.house, group, "rest-ask", due=due, expires=until, ref=ref)


async def say_resting(saying: Saying) -> Message | None:
    """Nothing to the group, unless there is nobody else to ask: then who would convene, and when it ends otherwise."""
    group = saying.seen.group
    ends = await _ends(saying)
    if ends is None or await saying.work.conveners.find(group_id=group.id):
        return None
    row = (button(say("button-convene"), "convene", group.id),)
    return Message((Para(say("rest-vacancy")), Para(ends)), (row,))


async def say_rest_ask(saying: Saying) -> Message | None:
    """To one who convenes: how long it has rested, what can be done, and what comes if nothing is."""
    group = saying.seen.group
    ends = await _ends(saying)
    if ends is None:
        return None
    months = int(saying.notice.ref.partition(".")[2])
    asked = say(f"rest-ask-{_why(group)}", group=group.name, months=months)
    return Message((Para(asked), Para(say("rest-ask-choose")), Para(ends)), _ways(group))


def _why(group: Group) -> str:
    """Why it rests: its meetings are all called off where it is nothing else."""
    return "paused" if group.life is Life.PAUSED else "shut" if group.unreachable else "open"


def _ways(group: Group) -> tuple[tuple[Button, ...], ...]:
    rest = say("button-rest-on" if group.life is Life.PAUSED else "button-pause")
    on = {
        "paused": button(say("button-resume"), "resume", group.id),
        "shut": button(say("button-trouble"), "trouble", group.id),
        "open": button(say("button-add"), "add", group.id),
    }
    return (on[_why(group)],), (button(rest, "pause", group.id),), (button(say("button-end"), "end", group.id),)


async def _ends(saying: Saying) -> Phrase | None:
    """When the group ends if nothing is done; None where it has gone on since, or rests anew."""
    group = saying.seen.group
    since = rests_since(group, await saying.work.meetings.find(group_id=group.id))
    if since is None or told_as(since) != saying.notice.ref.partition(".")[0]:
        return None
    return say("rest-ends", date=group.wall(over_at(group, since)).date())


async def end_rest(saying: Saying) -> None:
    """End a group that has rested so long; one whose conveners could not be asked before rests anew from today.

    We may have been away all the time, or it has rested since before it was asked at all.
    """
    if await _ends(saying) is None:
        return
    if await _was_asked(saying):
        await end_season(saying.work, saying.house, saying.seen.group)
    else:
        await rest_on(saying.work, saying.house, saying.seen.group)


async def _was_asked(saying: Saying) -> bool:
    asked = await saying.work.notices.find(group_id=saying.seen.group.id, kind="resting")
    mine = [each for each in asked if each.ref.partition(".")[0] == saying.notice.ref]
    return any(each.state not in {State.WAITING, State.SKIPPED} for each in mine)


async def say_rested(saying: Saying) -> Message | None:
    """The farewell, with why it comes now; nothing where the group rests anew."""
    seen = saying.seen
    why = Para(say("rested-paused" if seen.meetings else "rested-open"))
    if saying.preview:
        return Message((why,))
    farewell = await say_farewell(saying) if seen.group.ended else None
    if farewell is None:
        return None
    first, *rest = farewell.blocks
    return replace(farewell, blocks=(first, why, *rest))
