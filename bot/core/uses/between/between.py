"""The between-task: something small to do before the group meets again, agreed by itself or given by its programme."""

from dataclasses import replace

from bot.core.model import Meeting, Paper
from bot.core.outgoing import Block, Button, Field, Form, Heading, Message, Own, Para, Reply, Text, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.turn import GroupTurn, Values, button, told
from bot.core.view import View

MOST = 500


async def ask_between(turn: GroupTurn) -> Reply:
    """The form, with what was agreed already; it belongs to the time after one meeting, usually the latest."""
    seen = await turn.view(turn.group)
    before, following = _around(turn, seen)
    paper = await _paper(turn.work, before)
    label, agreed = say("between-label", when=following.starts), paper.text if paper else ""
    field = Field("text", label, say("between-hint"), required=False, long=True, most=MOST, value=agreed)
    given = seen.between(before)
    intro = (Para(say("between-suggested", task=given)), Para(say("between-instead"))) if given else ()
    return Form("between", f"{turn.group.id}:{turn.value}", say("between-title"), (field,), intro)


def _around(turn: GroupTurn, seen: View) -> tuple[Meeting, Meeting]:
    """A meeting that has begun, the one that was pressed about or the latest, and the one after it.

    A refusal where one of them is wanting, or the following one has begun as well.
    """
    before = next((m for m in seen.meetings if m.id == turn.value), None) if turn.value else seen.last(turn.now)
    if turn.value and before is None:
        raise Refusal("refused-old")
    following = seen.after(before) if before else None
    tz = turn.group.tz
    if before is None or following is None or before.begins(tz) > turn.now or following.begins(tz) <= turn.now:
        raise Refusal("between-none-ahead")
    return before, following


async def take_between(turn: GroupTurn, values: Values) -> Reply:
    """Keep it for the whole group to see; emptied, it is taken out."""
    before, _ = _around(turn, await turn.view(turn.group))
    text, paper = values["text"].strip(), await _paper(turn.work, before)
    if paper and text:
        await turn.work.papers.save(replace(paper, text=text))
    elif paper:
        await turn.work.papers.drop(id=paper.id)
    elif text:
        new_id = turn.house.chance.new_id()
        await turn.work.papers.add(Paper(new_id, turn.group.id, "between", before.id, None, turn.group.key_id, text))
    await replan(turn.work, turn.house, turn.group)
    again = (button(say("button-between-change"), "between", turn.group.id, turn.value),)
    return told("between-kept" if text else "between-gone", again)


async def _paper(work: UnitOfWork, meeting: Meeting) -> Paper | None:
    return next(iter(await work.papers.find(meeting_id=meeting.id, kind="between")), None)


async def task_of(work: UnitOfWork, seen: View, meeting: Meeting) -> Text | None:
    """What there is to do after a meeting: what the group agreed itself, or else what its programme gives.

    One thing and never both. Of a meeting that was not held the programme gives nothing.
    """
    paper = await _paper(work, meeting)
    if paper:
        return Own(paper.text)
    not_held = await work.outcomes.find(meeting_id=meeting.id, held=False)
    return None if not_held else seen.between(meeting)


async def between_lines(work: UnitOfWork, seen: View, meeting: Meeting) -> tuple[Block, ...]:
    """What there is to do after this meeting; nothing where there is nothing."""
    task = await task_of(work, seen, meeting)
    return (Heading(say("between-heading")), Para(task)) if task else ()


def to_close_with(seen: View, meeting: Meeting) -> tuple[Block, ...]:
    """For the lead: what to tell the group to do before it meets again, or that it is to agree on something."""
    if agree_rows(seen, meeting):
        return (Heading(say("between-heading")), Para(say("between-to-agree")))
    given = seen.between(meeting)
    return (Heading(say("between-heading")), Para(given)) if given else ()


async def how_it_went(work: UnitOfWork, seen: View, meeting: Meeting) -> tuple[Block, ...]:
    """A line before a meeting that follows something to do: it may be talked about, and nobody has to have done it."""
    before = max((m for m in seen.meetings if m.starts < meeting.starts), key=lambda m: m.starts, default=None)
    task = await task_of(work, seen, before) if before else None
    return (Para(say("between-went")),) if task else ()


def agree_rows(seen: View, meeting: Meeting) -> tuple[tuple[Button, ...], ...]:
    """The way to write down what was agreed, where agreeing on something is the programme's way and it is in time."""
    if seen.programme.between != "agreed" or seen.ends_season(meeting) or seen.after(meeting) is None:
        return ()
    return ((button(say("button-between-agree"), "between", seen.group.id, meeting.id),),)


async def agree_row(work: UnitOfWork, seen: View, meeting: Meeting) -> tuple[tuple[Button, ...], ...]:
    """The same as long as nothing is written down."""
    return () if await _paper(work, meeting) else agree_rows(seen, meeting)


async def say_between(saying: Saying) -> Message | None:
    """Half-way, what there is to do before the group meets again."""
    lines = await between_lines(saying.work, saying.seen, saying.meeting)
    following = saying.seen.after(saying.meeting)
    if not lines or following is None:
        return None
    return Message((*lines, Para(say("between-until", when=following.starts), following.begins(saying.seen.group.tz))))
