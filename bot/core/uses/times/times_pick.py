"""The choice that follows when the group has said which times work."""

from dataclasses import replace
from datetime import datetime

from bot.core.model import Question, to_utc
from bot.core.outgoing import Reply, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.tell import tell
from bot.core.turn import GroupTurn, MeetingTurn, button, told
from bot.core.uses.meetings import meetings, moving
from bot.core.uses.times import times_polls
from bot.core.uses.times.times_polls import DAY, KEPT


async def ask_pick(turn: GroupTurn) -> Reply:
    """Ask once before the time that was pressed is the one."""
    poll, starts, number = await _chosen(turn)
    meeting = await times_polls.meeting_of(turn.work, poll)
    label = say("button-add-sure") if meeting is None else say("button-move-sure")
    same = meeting is not None and meeting.starts == starts
    if same:
        label = say("button-times-keep")
    sure = (button(label, "times-pick-sure", turn.group.id, f"{poll.id}.{number}"),)
    other = (button(say("button-keep"), "menu", turn.group.id),)
    if meeting is None:
        return told("add-ask", sure, other, new=starts)
    if same:
        return told("times-keep-ask", sure, other, when=starts)
    return told("move-ask", sure, other, old=meeting.starts, new=starts)


async def pick(turn: GroupTurn) -> Reply:
    """The chosen time: the meeting moves there, or is made; whoever presses later hears that it is settled."""
    poll, starts, _ = await _chosen(turn)
    meeting = await times_polls.meeting_of(turn.work, poll)
    known = {**vars(turn), "value": starts.strftime(meetings.COMPACT)}
    if meeting is None:
        await meetings.ask_add(turn)
        done = await meetings.add(GroupTurn(**known))
        meeting = next(m for m in (await turn.view(turn.group)).meetings if m.starts == starts)
    elif meeting.starts == starts:
        due = polite(turn.group, turn.now)
        await tell(
            turn.work, turn.house, turn.group, "times-result", due=due, expires=due + 3 * DAY, ref=f"{poll.id}.{KEPT}"
        )
        done = told("times-kept", when=starts)
    else:
        done = await moving.move(MeetingTurn(**known, meeting=meeting))
    await times_polls.silence(turn.work, poll)
    await turn.work.questions.save(replace(poll, closed=True, items=(starts.isoformat(),), meeting_id=meeting.id))
    return done


async def _chosen(turn: GroupTurn) -> tuple[Question, datetime, str]:
    """The question and the time that a press chooses, by whoever may and while there is a choice."""
    poll, rest = await times_polls.meant(turn)
    times_polls.only_deciding(turn, poll)
    if not times_polls.over(poll, turn.now):
        raise Refusal("refused-old")
    ended = times_polls.decided(poll) or await times_polls.overtaken(turn.work, turn.group, turn.now, poll)
    if ended:
        raise ended
    if await times_polls.replaced(turn.work, poll):
        raise Refusal("refused-old")
    number = rest[0] if len(rest) == 1 else ""
    starts = datetime.fromisoformat(times_polls.item_of(poll, number))
    if to_utc(starts, turn.group.tz) <= turn.now:
        raise Refusal("when-past", when=starts)
    return poll, starts, number
