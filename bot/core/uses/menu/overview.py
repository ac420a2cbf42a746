"""What a person can see and ask at any time: the season, what is coming, help."""

from bot.core.kinds import UNLISTED
from bot.core.model import Role
from bot.core.outgoing import Block, Button, Heading, Items, Message, Own, Para, Reply, Text, say
from bot.core.ports import House
from bot.core.refusal import Refusal
from bot.core.season import ahead
from bot.core.turn import GroupTurn, Turn, button, told
from bot.core.uses.convening.facilitation import who_facilitates
from bot.core.uses.founding.setup import how_it_goes_on
from bot.core.view import View, where

SHOWN = 30
"""How many coming notices a convener is shown at once, and how many members are named."""

PAGE = 12
"""How many meetings can be opened from one page of the list: with the ways to the others, what every platform takes."""


async def plan(turn: GroupTurn) -> Reply:
    """The season: every meeting that stands, with its theme and lead; and those after it, where a group goes on.

    Each that is not over can be opened by press. A press that turns the page carries how many come before it.
    """
    if Role.STRANGER in turn.roles:
        if not turn.at_home:
            raise Refusal("refused-stranger")
        row = (button(say("button-join"), "join", turn.group.id),)
        outside = (button(say("button-facilitate"), "facilitate", turn.group.id),)
        return told("plan-stranger", row, outside)
    seen = await turn.view(turn.group)
    lines: list[Text] = []
    shown = seen.since(turn.now)
    for meeting in shown:
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
    heading = Heading(say("season-heading", group=turn.group.name))
    blocks: list[Block] = [heading, Items(tuple(lines), seen.instants(shown)), *how_it_goes_on(seen)]
    following = seen.next(turn.now)
    if following:
        blocks.append(Para(where(following)))
    count = len(seen.members)
    if count > SHOWN:
        blocks.append(Para(say("members-count", count=count)))
    else:
        blocks.append(Para(say("members-line", count=count, names=tuple(m.name for m in seen.members))))
    blocks += who_facilitates(seen)
    rows = _openings(turn, seen)
    return Message((*blocks, Para(say("plan-open"))) if rows else tuple(blocks), rows)


def _openings(turn: GroupTurn, seen: View) -> tuple[tuple[Button, ...], ...]:
    """A press for each meeting ahead, by its time, two in a row; where there are many, a page of them."""
    coming = ahead(turn.group, seen.meetings, turn.now)
    asked = int(turn.value) if turn.value.isdecimal() and len(turn.value) < 3 else 0
    first = asked if asked < len(coming) else 0
    shown = [button(say("when", when=m.starts), "meeting", m.id) for m in coming[first : first + PAGE]]
    turned: list[Button] = []
    if first:
        turned.append(button(say("button-plan-before"), "plan", turn.group.id, str(max(first - PAGE, 0))))
    if first + PAGE < len(coming):
        turned.append(button(say("button-plan-after"), "plan", turn.group.id, str(first + PAGE)))
    rows = [tuple(shown[n : n + 2]) for n in range(0, len(shown), 2)]
    return (*rows, tuple(turned)) if turned else tuple(rows)


async def upcoming(turn: GroupTurn) -> Reply:
    """What the bot is going to say and when, for a convener; nobody's notes, and not who wrote them."""
    unsaid = {"notes", "notes-soon", "let-in", "seat", "left", "swap", "step", "word", "plan-edit", "event", "onward"}
    unsaid |= UNLISTED
    waiting = [n for n in await turn.work.notices.waiting(turn.group.id) if n.kind not in unsaid]
    lines = tuple(
        say("upcoming-line", when=turn.group.wall(n.due), kind=say(f"kind-{n.kind}")) for n in waiting[:SHOWN]
    )
    if not lines:
        return told("upcoming-none")
    return Message((Heading(say("upcoming-heading")), Items(lines)))


async def help_(turn: Turn) -> Reply:
    """What Piiri does, how to reach everything, and where there is help in a crisis."""
    blocks: list[Block] = [
        Heading(say("help-heading")),
        Para(say("help-what")),
        Para(say("help-how")),
        Para(say("help-crisis")),
    ]
    close_by = helpers_in(turn.house, turn.person.language)
    if close_by:
        blocks += [Heading(say("help-own-heading")), Items(tuple(Own(line) for line in close_by))]
    return Message(tuple(blocks), ((button(say("button-menu"), "menu"), button(say("button-privacy"), "privacy")),))


def helpers_in(house: House, language: str) -> list[str]:
    """The operator's own places to get help, for readers of a language."""
    found = []
    for line in house.help_lines:
        code, colon, rest = line.partition(":")
        if colon and code.strip() in house.library.languages():
            if code.strip() == language:
                found.append(rest.strip())
        else:
            found.append(line)
    return found
