"""The between-task: something small and concrete that the group has agreed to do before it meets again."""

from dataclasses import replace

from bot.core.model import Meeting, Paper
from bot.core.outgoing import Block, Field, Form, Heading, Message, Own, Para, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.turn import GroupTurn, Values, button, told

MOST = 500


async def ask_between(turn: GroupTurn) -> Reply:
    """The form, with what was agreed already; it belongs to the time after the latest meeting."""
    latest, following = await _around(turn)
    paper = await _paper(turn.work, latest)
    label, agreed = say("between-label", when=following.starts), paper.text if paper else ""
    field = Field("text", label, say("between-hint"), required=False, long=True, most=MOST, value=agreed)
    return Form("between", turn.group.id, say("between-title"), (field,))


async def _around(turn: GroupTurn) -> tuple[Meeting, Meeting]:
    """The latest meeting that has begun and the one after it; a refusal where one of them is wanting."""
    seen = await turn.view(turn.group)
    latest = seen.last(turn.now)
    following = seen.after(latest) if latest else None
    if latest is None or following is None:
        raise Refusal("between-none-ahead")
    return latest, following


async def take_between(turn: GroupTurn, values: Values) -> Reply:
    """Keep it for the whole group to see; emptied, it is taken out."""
    latest, _ = await _around(turn)
    text, paper = values["text"].strip(), await _paper(turn.work, latest)
    if paper and text:
        await turn.work.papers.save(replace(paper, text=text))
    elif paper:
        await turn.work.papers.drop(id=paper.id)
    elif text:
        new_id = turn.house.chance.new_id()
        await turn.work.papers.add(Paper(new_id, turn.group.id, "between", latest.id, None, turn.group.key_id, text))
    await replan(turn.work, turn.house, turn.group)
    again = (button(say("button-between-change"), "between", turn.group.id),)
    return told("between-kept" if text else "between-gone", again)


async def _paper(work: UnitOfWork, meeting: Meeting) -> Paper | None:
    return next(iter(await work.papers.find(meeting_id=meeting.id, kind="between")), None)


async def between_lines(work: UnitOfWork, meeting: Meeting) -> tuple[Block, ...]:
    """What was agreed to do after this meeting; nothing where nothing was."""
    paper = await _paper(work, meeting)
    return (Heading(say("between-heading")), Para(Own(paper.text))) if paper else ()


async def say_between(saying: Saying) -> Message | None:
    """Half-way, what the group agreed to do before it meets again."""
    lines = await between_lines(saying.work, saying.meeting)
    following = saying.seen.after(saying.meeting)
    if not lines or following is None:
        return None
    return Message((*lines, Para(say("between-until", when=following.starts), following.begins(saying.seen.group.tz))))
