"""The lead's turn: who has which, taken, passed on to the next in the round, or left to the others for good."""

from dataclasses import replace

from bot.core.model import How, Meeting
from bot.core.outgoing import Block, Button, Items, Link, Message, Para, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.season import ahead, leads_of
from bot.core.turn import GroupTurn, MeetingTurn, button, told
from bot.core.uses.leading.swap_said import put, put_to
from bot.core.view import View

OUT, IN = "out", "in"
SWAPS_SHOWN = 2
"""Of how many of one's own turns the page offers a swap."""


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
    if lead is None or lead.person_id != turn.person.id:
        raise Refusal("refused-lead", when=turn.meeting.starts)
    absent = {(c.meeting_id, c.member_id) for c in seen.comings if c.how is How.ABSENT}
    free = [replace(m, lead_id=None) if m.id == turn.meeting.id else m for m in seen.meetings]
    mine = {(turn.meeting.id, turn.member.id)} if turn.member else set()
    outside = seen.led_from_outside() if seen.facilitators else 0
    first = 0 if seen.number(turn.meeting) <= outside else outside  # what was led from outside is now somebody's turn
    following = leads_of(seen.members, free, absent | mine, first)[turn.meeting.id]
    if following is None:
        raise Refusal("lead-nobody-else")
    await turn.work.meetings.save(replace(turn.meeting, lead_id=following))
    await replan(turn.work, turn.house, turn.group)
    name = next(m.name for m in seen.members if m.id == following)
    take = button(say("button-lead-take", when=turn.meeting.starts), "lead-take", turn.meeting.id)
    return told("lead-passed", *([(take,)] if turn.member else []), when=turn.meeting.starts, name=name)


async def rota(turn: GroupTurn) -> Reply:
    """Who leads which meeting as things stand, one's own turn first, with what one may do about it."""
    seen = await turn.view(turn.group)
    coming = ahead(turn.group, seen.meetings, turn.now)
    if not coming:
        return told("refused-no-meeting")
    lines: list[Text] = []
    for meeting in coming:
        lead = seen.lead(meeting)
        lines.append(
            say("rota-line", when=meeting.starts, name=lead.name) if lead else say("rota-open", when=meeting.starts)
        )
    blocks: list[Block] = [Para(say("rota-heading")), Items(tuple(lines))]
    own = own_turns(seen, turn)
    rows: list[tuple[Button | Link, ...]] = [*_rows(turn, seen, coming[0], own)]
    asked = await put_to(turn, seen)
    if asked:
        blocks += put(asked).blocks
        rows = [*put(asked).buttons, *rows]
    if turn.member:
        blocks.append(
            Para(say("rota-own", whens=tuple(say("when", when=m.starts) for m in own)) if own else _none(turn))
        )
    return Message(tuple(blocks), tuple(rows))


def _none(turn: GroupTurn) -> Text:
    return say("rota-own-none" if turn.me.rota else "rota-own-out")


def own_turns(seen: View, turn: GroupTurn) -> list[Meeting]:
    """The meetings ahead that this person leads as things stand."""
    coming = [m for m in seen.meetings if m.begins(turn.group.tz) > turn.now]
    return [m for m in coming if (lead := seen.lead(m)) and lead.person_id == turn.person.id]


def turn_rows(turn: GroupTurn, seen: View, meeting: Meeting) -> list[tuple[Button, ...]]:
    """What one may do about whose turn a meeting is, until it begins: pass or swap one's own, take another's."""
    if meeting in own_turns(seen, turn):
        passed = (button(say("button-lead-pass"), "lead-pass", meeting.id),)
        return [passed, (_swap(meeting),)] if turn.member else [passed]
    if turn.member is None or meeting.begins(turn.group.tz) <= turn.now:
        return []
    return [(button(say("button-lead-take", when=meeting.starts), "lead-take", meeting.id),)]


def _swap(meeting: Meeting) -> Button:
    return button(say("button-swap", when=meeting.starts), "swap", meeting.id)


def _rows(turn: GroupTurn, seen: View, coming: Meeting, own: list[Meeting]) -> list[tuple[Button, ...]]:
    """What a member may do; whoever leads from outside can pass a turn on, and others only look."""
    rows = turn_rows(turn, seen, coming)
    if turn.member:
        way = OUT if turn.me.rota else IN
        rows += [(_swap(m),) for m in own[:SWAPS_SHOWN] if m != coming]
        rows.append((button(say(f"button-rota-{way}"), "rota-part", turn.group.id, way),))
    return rows


async def set_part(turn: GroupTurn) -> Reply:
    """Take part in the rota, or rather not: the turns go round without a word to anybody."""
    if turn.value not in {OUT, IN}:
        raise Refusal("refused-old")
    member = replace(turn.me, rota=turn.value == IN)
    if member != turn.me:
        await turn.work.members.save(member)
        for meeting in await turn.work.meetings.find(group_id=turn.group.id, lead_id=member.id):
            if not member.rota and meeting.begins(turn.group.tz) > turn.now:
                await turn.work.meetings.save(replace(meeting, lead_id=None))
        await replan(turn.work, turn.house, turn.group)
    other = IN if turn.value == OUT else OUT
    back = button(say(f"button-rota-{other}"), "rota-part", turn.group.id, other)
    return told(f"rota-part-{turn.value}", (back, button(say("button-rota"), "rota", turn.group.id)))
