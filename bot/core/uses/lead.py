"""The lead's turn: taken, or passed on to the next in the round."""

from dataclasses import replace

from bot.core.model import How
from bot.core.outgoing import Items, Message, Para, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.season import leads_of
from bot.core.turn import GroupTurn, MeetingTurn, button, told


async def take_lead(turn: MeetingTurn) -> Reply:
    """Make the member this meeting's lead."""
    turn.before_start()
    if turn.me.id in {member.id for member, _ in (await turn.view(turn.group)).told(turn.meeting, How.ABSENT)}:
        raise Refusal("lead-absent", when=turn.meeting.starts)
    await turn.work.meetings.save(replace(turn.meeting, lead_id=turn.me.id))
    await replan(turn.work, turn.house, turn.group)
    return told("lead-taken", (button(say("button-brief"), "brief", turn.meeting.id),), when=turn.meeting.starts)


async def pass_lead(turn: MeetingTurn) -> Reply:
    """Pass the turn on to whoever would lead if this member did not."""
    turn.before_start()
    seen = await turn.view(turn.group)
    lead = seen.lead(turn.meeting)
    if lead is None or lead.id != turn.me.id:
        raise Refusal("refused-lead", when=turn.meeting.starts)
    absent = {(c.meeting_id, c.member_id) for c in seen.comings if c.how is How.ABSENT}
    free = [replace(m, lead_id=None) if m.id == turn.meeting.id else m for m in seen.meetings]
    following = leads_of(seen.members, free, absent | {(turn.meeting.id, turn.me.id)})[turn.meeting.id]
    if following is None:
        raise Refusal("lead-nobody-else")
    await turn.work.meetings.save(replace(turn.meeting, lead_id=following))
    await replan(turn.work, turn.house, turn.group)
    name = next(m.name for m in seen.members if m.id == following)
    back = (button(say("button-lead-take", when=turn.meeting.starts), "lead-take", turn.meeting.id),)
    return told("lead-passed", back, when=turn.meeting.starts, name=name)


async def rota(turn: GroupTurn) -> Reply:
    """Who leads which meeting, as things stand."""
    seen = await turn.view(turn.group)
    lines: list[Text] = []
    for meeting in seen.meetings:
        if meeting.ends(turn.group.tz) > turn.now:
            lead = seen.lead(meeting)
            lines.append(
                say("rota-line", when=meeting.starts, name=lead.name) if lead else say("rota-open", when=meeting.starts)
            )
    coming = seen.next(turn.now)
    if coming is None:
        return told("refused-no-meeting")
    row = (
        button(say("button-lead-take", when=coming.starts), "lead-take", coming.id),
        button(say("button-lead-pass"), "lead-pass", coming.id),
    )
    return Message((Para(say("rota-heading")), Items(tuple(lines))), (row,))
