"""What a member who could not come needs for the next time: the theme, what was agreed, when and who. Nothing more."""

from bot.core.model import How, Meeting
from bot.core.outgoing import Block, Button, Heading, Message, Para, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.saying import Saying, coming_row, next_meeting
from bot.core.turn import MeetingTurn, button
from bot.core.uses.between.between import between_lines
from bot.core.uses.leading.outcome import kept_of, outcome_of
from bot.core.view import View


async def say_catchup(saying: Saying) -> Message | None:
    """To one who had told that they could not come; nothing where they came after all, or nobody met."""
    gone = {member.person_id for member, _ in saying.seen.told(saying.meeting, How.ABSENT)}
    told_of = await outcome_of(saying.work, saying.meeting)
    if saying.meeting.cancelled or saying.notice.person_id not in gone or (told_of and not told_of.held):
        return None
    return await catchup_of(saying.work, saying.seen, saying.meeting)


async def catchup(turn: MeetingTurn) -> Reply:
    """The same on request, for every member: what the group wrote down of its last meeting, and what comes next."""
    if turn.meeting.begins(turn.group.tz) > turn.now:
        raise Refusal("catchup-too-early", when=turn.meeting.starts)
    return await catchup_of(turn.work, await turn.view(turn.group), turn.meeting)


async def catchup_of(work: UnitOfWork, seen: View, meeting: Meeting) -> Message:
    """What the group itself has put down; of how the meeting felt to anyone there is nothing in it."""
    blocks: list[Block] = [Heading(say("catchup-heading", when=meeting.starts))]
    if seen.theme(meeting):
        blocks.append(Para(say("catchup-theme", theme=seen.title(meeting))))
    blocks += await kept_of(work, meeting)
    following = seen.after(meeting)
    if following:
        blocks += await between_lines(work, seen, meeting)
    blocks += next_meeting(seen, following)
    rows: list[tuple[Button, ...]] = []
    if seen.theme(meeting):
        rows.append((button(say("button-catchup-theme"), "theme", meeting.id),))
    if following:
        rows.append(coming_row(following))
    return Message(tuple(blocks), tuple(rows))
