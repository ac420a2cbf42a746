"""Between two seasons of a group that goes on: what was asked is closed, and what was said and what comes is told."""

from bot.core import ballots
from bot.core.ballots import EVALUATION
from bot.core.outgoing import Block, Heading, Message, Para, say
from bot.core.replan import edit_plan, replan
from bot.core.report import held, report
from bot.core.saying import Saying, next_meeting
from bot.core.turn import button
from bot.core.uses.feedback.report import gather
from bot.core.uses.season.farewell import said_of_it


async def close_season(saying: Saying) -> None:
    """What the post on a season does in the moment that it is said, or when it cannot be said any more."""
    seen, group = saying.seen, saying.seen.group
    await ballots.close_round(saying.work, saying.house, group, saying.meeting, EVALUATION, len(seen.members))
    await edit_plan(saying.work, saying.house, group)  # which shows the season that begins from now on


async def say_season(saying: Saying) -> Message | None:
    """What the group said of the season, the programme's words for going on, what comes next, and how to stop."""
    seen, meeting = saying.seen, saying.meeting
    if not seen.ends_season(meeting):
        return None
    season, following = seen.season_of(meeting), seen.next(saying.now)
    blocks: list[Block] = [Heading(say("season-over-heading"))]
    if saying.preview:
        return Message((*blocks, Para(say("season-over-preview")), Para(saying.pack("onward"))))
    blocks += await said_of_it(saying, meeting)
    blocks += [Heading(say("farewell-thanks")), Para(saying.pack("onward"))]
    material = await gather(saying.work, seen, saying.now, season)
    files = (report(material),) if held(material) else ()
    if files:
        blocks.append(Para(say("season-report")))
    after = seen.after(meeting)
    if after and after == following:
        blocks.append(Heading(say("season-next")))
        blocks += next_meeting(seen, after)[1:]
    else:
        blocks += next_meeting(seen, following)
    blocks.append(Para(say("season-going-on")))
    row = (button(say("button-seasons"), "seasons", seen.group.id),)
    return Message(tuple(blocks), (row,), files)


async def go_on(saying: Saying) -> None:
    """After each meeting, without a word: add what is wanting, so that there are always a few meetings ahead."""
    await saying.work.lock(saying.seen.group.id)
    group = await saying.work.groups.get(saying.seen.group.id)
    if group:
        await replan(saying.work, saying.house, group)


async def say_nothing(_saying: Saying) -> None:
    """Meetings that were added stand in the plan; they are no news."""
