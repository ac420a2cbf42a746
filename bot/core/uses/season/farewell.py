"""A season's end: what was asked is closed, the group is over, and what it leaves behind is said and handed out."""

from dataclasses import replace

from bot.core import ballots
from bot.core.ballots import EVALUATION
from bot.core.events import in_step
from bot.core.model import Group, Life, Meeting, State
from bot.core.outgoing import Block, Button, Document, Heading, Message, Para, say
from bot.core.ports import House, UnitOfWork
from bot.core.replan import replan
from bot.core.report import held, report
from bot.core.saying import Saying
from bot.core.turn import button
from bot.core.uses.feedback.evaluation import answers
from bot.core.uses.feedback.followup import put_question
from bot.core.uses.feedback.report import gather, gone_on
from bot.core.uses.members import along_said
from bot.core.uses.oneself.keepsake import keepsake_button
from bot.core.view import View, view


async def bid_farewell(saying: Saying) -> None:
    """What the farewell does in the moment that it is said, or when it cannot be said any more."""
    await end_season(saying.work, saying.house, saying.seen.group)


async def end_season(work: UnitOfWork, house: House, group: Group) -> None:
    """End the group, once: its rounds are closed, what was never shown is destroyed, its channel is free again."""
    there = await work.groups.get(group.id)
    if there is None or (there.life is Life.ENDED and there.ended is not None):
        return
    seen, now = await view(work, house, there), house.clock.now()
    for meeting in seen.meetings:
        await ballots.close_round(work, house, there, meeting, EVALUATION, len(seen.members))
    await ballots.destroy_unshown(work, there)
    # A goodbye is said and tidied up after, whatever ends meanwhile.
    waiting = [notice.id for notice in await work.notices.waiting(group.id) if notice.kind != "left"]
    if waiting:
        await work.notices.drop(id=waiting)
    await work.questions.drop(group_id=group.id, kind=along_said.KIND)
    ended = replace(there, life=Life.ENDED, ended=now)
    await work.groups.save(ended)
    await put_question(work, house, ended, now)
    await in_step(work, house, await view(work, house, ended))
    await replan(work, house, ended)


async def say_farewell(saying: Saying) -> Message | None:
    """What the group said of the season, the closing words, the report, and what becomes of everything."""
    seen, group = saying.seen, saying.seen.group
    if group.ended is None:  # a preview, before anything is closed
        return Message((Heading(say("farewell-heading")), Para(say("farewell-preview")), Para(saying.pack("farewell"))))
    material = await gather(saying.work, seen, group.ended)
    whole = bool(seen.meetings) and seen.meetings[-1].begins(group.tz) <= group.ended
    blocks: list[Block] = [Heading(say("farewell-heading"))] if whole else [Para(say("ended-post"))]
    files: tuple[Document, ...] = ()
    last = next((m for m in reversed(seen.meetings) if seen.ends_season(m) and m.begins(group.tz) <= group.ended), None)
    told = last and await saying.work.notices.find(meeting_id=last.id, kind="season", state=State.SENT)
    blocks += await said_of_it(saying, last) if last and not told else []
    if held(material):
        blocks += [Heading(say("farewell-thanks")), Para(saying.pack("farewell")), Para(say("farewell-report"))]
        files = (report(material),)
    blocks += await what_becomes(saying.work, seen)
    return Message(tuple(blocks), _rows(seen, report_too=bool(files)), files)


async def said_of_it(saying: Saying, last: Meeting) -> list[Block]:
    """The evaluation after the last meeting of a season, where there was one: what it came to, or that few answered."""
    seen = saying.seen
    if await ballots.round_of(saying.work, last, EVALUATION) is None:
        return []
    said = await answers(saying.work, seen.programme, last)
    if said:
        return [Heading(say("evaluation-said")), *said]
    floor = await ballots.floor_told(saying.work, seen.group, last, EVALUATION)
    return [Para(say("evaluation-too-few", floor=floor))]


async def what_becomes(work: UnitOfWork, seen: View) -> list[Block]:
    """The date of deletion, whether one may be asked once more, and who may begin anew."""
    gone = (await gone_on(work, seen)).date()
    blocks: list[Block] = [Heading(say("farewell-next")), Para(say("farewell-gone", date=gone))]
    if seen.members:
        blocks.append(Para(say("farewell-ask")))
    conveners = await work.conveners.find(group_id=seen.group.id)
    blocks.append(Para(say("farewell-again" if conveners else "farewell-again-anyone")))
    return blocks


def _rows(seen: View, *, report_too: bool) -> tuple[tuple[Button, ...], ...]:
    group_id = seen.group.id
    asked = (
        button(say("button-followup-yes"), "followup", group_id, "yes"),
        button(say("button-followup-no"), "followup", group_id, "no"),
    )
    again = (button(say("button-again"), "again", group_id),)
    kept = (button(say("button-report"), "report", group_id), keepsake_button(seen.group)) if report_too else ()
    return tuple(row for row in (asked if seen.members else (), kept, again) if row)
