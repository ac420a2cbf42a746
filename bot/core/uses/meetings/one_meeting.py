"""One meeting, the next or a later one: what it is, what oneself has told about it, and what one may do by press."""

from bot.core.model import Meeting, Role
from bot.core.outgoing import Block, Button, Heading, Message, Own, Para, Reply, say
from bot.core.saying import coming_row, kind_in_a_line, led_by, time_and_place
from bot.core.turn import GroupTurn, MeetingTurn, button
from bot.core.uses.coming.absence_set import mine
from bot.core.uses.leading.lead import turn_rows

Rows = list[tuple[Button, ...]]


def to_take_part(turn: GroupTurn, meeting: Meeting) -> Rows:
    """What whoever takes part may do about a meeting: a member, or a facilitator, who tells nothing of coming."""
    about = (button(say("button-theme"), "theme", meeting.id), button(say("button-rota"), "rota", turn.group.id))
    if turn.member:
        notebook = (button(say("button-note"), "note", meeting.id), button(say("button-notes"), "notes", meeting.id))
        return [coming_row(meeting), notebook, about]
    if Role.FACILITATOR not in turn.roles:
        return []
    brief = (button(say("button-brief"), "brief", meeting.id),)
    return [about] if turn.convenes else [about, brief]  # a convener has it among the rest


def to_convene(turn: GroupTurn, meeting: Meeting) -> Rows:
    """What a convener may do about a meeting."""
    if not turn.convenes:
        return []
    return [
        (button(say("button-move"), "move", meeting.id), button(say("button-cancel"), "cancel", meeting.id)),
        (button(say("button-change"), "change", meeting.id), button(say("button-brief"), "brief", meeting.id)),
    ]


async def page(turn: MeetingTurn) -> Reply:
    """One meeting that is not over, with everything that its reader may do about it."""
    turn.before_end()
    seen, meeting = await turn.view(turn.group), turn.meeting
    number = seen.season_of(meeting).index(meeting) + 1
    blocks: list[Block] = [
        Heading(say("meeting-heading", number=number, theme=seen.title(meeting))),
        *kind_in_a_line(seen, meeting),
        *time_and_place(seen, meeting),
        led_by(seen, meeting),
        *(await _told(turn) if turn.member else []),
    ]
    rows = to_take_part(turn, meeting)
    if turn.member:
        rows.insert(
            1, (button(say("button-late"), "late", meeting.id), button(say("button-early"), "early", meeting.id))
        )
    back = (button(say("button-plan"), "plan", turn.group.id),)
    rows += [*turn_rows(turn, seen, meeting), *to_convene(turn, meeting), back]
    return Message(tuple(blocks), tuple(rows))


async def _told(turn: MeetingTurn) -> list[Block]:
    """What the member has told about coming, and the word that went along: nobody else is shown this."""
    told = await mine(turn, turn.meeting)
    if told is None:
        return [Para(say("meeting-told-nothing"))]
    word = [Para(say(f"meeting-word-{told.seen}", reason=Own(told.reason)))] if told.reason else []
    return [Para(say(f"meeting-told-{told.how}")), *word]
