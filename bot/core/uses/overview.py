"""What a person can see and ask at any time: the menu, the season, what is coming, help, privacy."""

from bot.core.model import Life, Role
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Reply, Text, say
from bot.core.saying import when_and_what
from bot.core.turn import GroupTurn, Turn, button, told
from bot.core.view import where

SHOWN = 30
"""How many coming notices a convener is shown at once."""


async def menu(turn: GroupTurn) -> Reply:
    """Everything that this person can do in this group, by press."""
    seen = await turn.view(turn.group)
    meeting, group_id = seen.next(turn.now), turn.group.id
    rows: list[tuple[Button, ...]] = []
    if turn.member and meeting:
        rows += [
            (button(say("button-coming"), "coming", meeting.id), button(say("button-absent"), "absent", meeting.id)),
            (button(say("button-note"), "note", meeting.id), button(say("button-notes"), "notes", meeting.id)),
            (button(say("button-theme"), "theme", meeting.id), button(say("button-rota"), "rota", group_id)),
        ]
    if not turn.member:
        rows.append((button(say("button-join"), "join", group_id),))
    rows.append((button(say("button-plan"), "plan", group_id), button(say("button-help"), "help")))
    if turn.convenes:
        rows += _convening(turn, meeting.id if meeting else "")
    if turn.member:
        rows.append((button(say("button-mydata"), "mydata"), button(say("button-leave"), "leave", group_id)))
    blocks: list[Block] = [Heading(say("menu-heading", group=turn.group.name))]
    if meeting:
        blocks.append(when_and_what(seen, meeting))
    return Message(tuple(blocks), tuple(rows))


def _convening(turn: GroupTurn, meeting_id: str) -> list[tuple[Button, ...]]:
    group_id = turn.group.id
    rows: list[tuple[Button, ...]] = []
    if meeting_id:
        rows += [
            (button(say("button-move"), "move", meeting_id), button(say("button-cancel"), "cancel", meeting_id)),
            (button(say("button-change"), "change", meeting_id), button(say("button-brief"), "brief", meeting_id)),
        ]
    folded = "folded" if turn.group.absences_at_once else "at-once"
    resting = turn.group.life is Life.PAUSED
    rows += [
        (button(say("button-add"), "add", group_id), button(say("button-themes"), "themes", group_id)),
        (button(say(f"button-absences-{folded}"), "absences", group_id, folded), *_extras(turn)),
        (
            button(say("button-upcoming"), "upcoming", group_id),
            button(say("button-resume"), "resume", group_id)
            if resting
            else button(say("button-pause"), "pause", group_id),
            button(say("button-end"), "end", group_id),
        ),
    ]
    return rows


def _extras(turn: GroupTurn) -> tuple[Button, ...]:
    """What there is to wish for, on platforms that have more than messages."""
    can = turn.house.capabilities[turn.group.platform]
    wishes = can.events or can.threads or can.roles
    return (button(say("button-extras"), "extras", turn.group.id),) if wishes else ()


async def plan(turn: GroupTurn) -> Reply:
    """The season: every meeting that stands, with its theme and lead."""
    seen = await turn.view(turn.group)
    if Role.STRANGER in turn.roles:
        row = (button(say("button-join"), "join", turn.group.id),)
        return told("plan-stranger", row)
    lines: list[Text] = []
    for meeting in seen.meetings:
        lead = seen.lead(meeting)
        led = lead and meeting.ends(turn.group.tz) > turn.now
        lines.append(
            say(
                "plan-line-lead" if led else "plan-line",
                when=meeting.starts,
                theme=seen.title(meeting),
                name=lead.name if lead else "",
            )
        )
    blocks: list[Block] = [Heading(say("season-heading", group=turn.group.name)), Items(tuple(lines), seen.instants())]
    following = seen.next(turn.now)
    if following:
        blocks.append(Para(where(following)))
    count = len(seen.members)
    blocks.append(Para(say("members-line", count=count, names=tuple(m.name for m in seen.members))))
    return Message(tuple(blocks))


async def upcoming(turn: GroupTurn) -> Reply:
    """What the bot is going to say and when, for a convener; nobody's notes, and not who wrote them."""
    unsaid = {"notes", "word", "plan-edit", "event"}
    waiting = [n for n in await turn.work.notices.waiting(turn.group.id) if n.kind not in unsaid]
    lines = tuple(
        say("upcoming-line", when=n.due.astimezone(turn.group.tz).replace(tzinfo=None), kind=say(f"kind-{n.kind}"))
        for n in waiting[:SHOWN]
    )
    if not lines:
        return told("upcoming-none")
    return Message((Heading(say("upcoming-heading")), Items(lines)))


async def help_(_turn: Turn) -> Reply:
    """What Piiri does, how to reach everything, and where there is help in a crisis."""
    return Message(
        (Heading(say("help-heading")), Para(say("help-what")), Para(say("help-how")), Para(say("help-crisis"))),
        ((button(say("button-menu"), "menu"), button(say("button-privacy"), "privacy")),),
    )


async def privacy(_turn: Turn) -> Reply:
    """What is kept, who sees it, and how it is erased."""
    blocks: tuple[Block, ...] = (
        Heading(say("privacy-heading")),
        Items(tuple(say(f"privacy-{number}") for number in range(1, 7))),
    )
    return Message(blocks, ((button(say("button-mydata"), "mydata"), button(say("button-forget"), "forgetme")),))
