"""What the group wanted to come back to: written openly, or in feedback, and shown with the next pre-task."""

from dataclasses import replace

from bot.core import ballots
from bot.core.ballots import CARRY, CARRY_MOST, FEEDBACK
from bot.core.model import Meeting, Paper, State
from bot.core.outgoing import Field, Form, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.turn import MeetingTurn, Values, button, told
from bot.core.view import View

SHOWN = 3
"""How many things a pre-task brings back at most."""


async def ask_open(turn: MeetingTurn) -> Reply:
    """The form for one thing that all may read, with what the member wrote before."""
    await _in_time(turn)
    mine = await _mine(turn)
    field = Field(
        CARRY,
        say("carry-open-label"),
        say("carry-open-hint"),
        required=False,
        long=True,
        most=CARRY_MOST,
        value=mine.text if mine else "",
    )
    return Form("carry-open", turn.meeting.id, say("carry-title"), (field,))


async def _in_time(turn: MeetingTurn) -> None:
    """From when the meeting has begun until the pre-task has gone out that it would stand in."""
    if turn.meeting.begins(turn.group.tz) > turn.now:
        raise Refusal("carry-too-early", when=turn.meeting.starts)
    following = (await turn.view(turn.group)).after(turn.meeting)
    if following is None:
        raise Refusal("carry-no-next")
    posted = await turn.work.notices.find(meeting_id=following.id, kind="pretask", state=[State.SENT, State.SENDING])
    if posted or following.begins(turn.group.tz) <= turn.now:
        raise Refusal("carry-too-late")


async def _mine(turn: MeetingTurn) -> Paper | None:
    papers = await turn.work.papers.find(kind=CARRY, meeting_id=turn.meeting.id, member_id=turn.me.id)
    return next(iter(papers), None)


async def take_open(turn: MeetingTurn, values: Values) -> Reply:
    """Keep it for all to read; empty words take it back."""
    await _in_time(turn)
    text, mine = values[CARRY].strip(), await _mine(turn)
    again = button(say("button-carry-change" if text else "button-carry-open"), "carry-open", turn.meeting.id)
    if mine and text:
        await turn.work.papers.save(replace(mine, text=text))
    elif mine:
        await turn.work.papers.drop(id=mine.id)
    elif text:
        key_id, new = turn.group.key_id, turn.house.chance.new_id()
        await turn.work.papers.add(Paper(new, turn.group.id, CARRY, turn.meeting.id, turn.me.id, key_id, text))
    return told("carry-open-kept" if text else "carry-back", (again,))


async def carried(work: UnitOfWork, seen: View, meeting: Meeting) -> tuple[str, ...]:
    """What the meeting before this one left to come back to: what was said openly, then what feedback published.

    At most three things, each once; of feedback in the mixed order in which it was published.
    """
    before = max((m for m in seen.meetings if m.starts < meeting.starts), key=lambda m: m.starts, default=None)
    if before is None:
        return ()
    papers = await work.papers.find(group_id=seen.group.id, kind=CARRY, meeting_id=before.id)
    said = [paper.text for paper in sorted(papers, key=lambda paper: (paper.member_id is not None, paper.id))]
    content = await ballots.published(work, before, FEEDBACK)
    if content:
        said += content["words"].get(CARRY, [])
    return tuple(dict.fromkeys(said))[:SHOWN]
