"""What a person can do in a group, by press: first what is wanted most, the rest a press further."""

from collections.abc import Sequence

from bot.core.model import Life, Role
from bot.core.outgoing import Block, Button, Heading, Message, Para, Reply, say
from bot.core.plan import FOLLOWUPS, followup_due
from bot.core.saying import when_and_what
from bot.core.turn import GroupTurn, button
from bot.core.uses.convening.facilitation import who_facilitates
from bot.core.uses.feedback import reflections
from bot.core.uses.feedback.report import gone_on
from bot.core.uses.meetings.one_meeting import to_convene, to_take_part
from bot.core.uses.times import times


async def menu(turn: GroupTurn) -> Reply:
    """Everything that this person can do in this group, by press."""
    if turn.group.life is Life.ENDED:
        return await after_the_end(turn)
    seen = await turn.view(turn.group)
    meeting, group_id = seen.next(turn.now), turn.group.id
    rows = to_take_part(turn, meeting) if meeting else []
    looked_back = reflections.offered(turn, seen)
    rows += [looked_back] if looked_back else []
    if not turn.member and Role.FACILITATOR not in turn.roles:
        rows.append((button(say("button-join"), "join", group_id),))
    rows.append((button(say("button-plan"), "plan", group_id), button(say("button-help"), "help")))
    if turn.convenes:
        rows += [*(to_convene(turn, meeting) if meeting else []), *_convening(turn)]
    rows.append(_further(turn))
    if turn.member:
        rows.append((button(say("button-mydata"), "mydata"), button(say("button-leave"), "leave", group_id)))
    elif Role.FACILITATOR in turn.roles:
        stop = button(say("button-facilitate-stop"), "facilitate-stop", group_id)
        rows.append((button(say("button-mydata"), "mydata"), stop))
    blocks: list[Block] = [Heading(say("menu-heading", group=turn.group.name))]
    if meeting:
        blocks.append(when_and_what(seen, meeting))
    blocks += who_facilitates(seen)
    return Message(tuple(blocks), tuple(rows))


def _convening(turn: GroupTurn) -> list[tuple[Button, ...]]:
    group_id = turn.group.id
    folded = "folded" if turn.group.absences_at_once else "at-once"
    resting = turn.group.life is Life.PAUSED
    return [
        (button(say("button-add"), "add", group_id), *_themes(turn)),
        (button(say(f"button-absences-{folded}"), "absences", group_id, folded), *_extras(turn)),
        (
            button(say("button-upcoming"), "upcoming", group_id),
            button(say("button-resume"), "resume", group_id)
            if resting
            else button(say("button-pause"), "pause", group_id),
            button(say("button-end"), "end", group_id),
        ),
    ]


def _themes(turn: GroupTurn) -> tuple[Button, ...]:
    return () if turn.programme.fixed else (button(say("button-themes"), "themes", turn.group.id),)


def _extras(turn: GroupTurn) -> tuple[Button, ...]:
    """What there is to wish for, on platforms that have more than messages."""
    can = turn.house.capabilities[turn.group.platform]
    wishes = can.events or can.threads or can.roles
    return (button(say("button-extras"), "extras", turn.group.id),) if wishes else ()


def _further(turn: GroupTurn) -> tuple[Button, ...]:
    group_id = turn.group.id
    ours = button(say("button-ours"), "ours", group_id)
    return (ours, button(say("button-convening"), "convening", group_id)) if turn.convenes else (ours,)


async def after_the_end(turn: GroupTurn) -> Message:
    """What there is while everything is still kept: what to take along, until when, and how it could go on."""
    group_id = turn.group.id
    may_go_on = turn.convenes or (turn.member and not await turn.work.conveners.find(group_id=group_id))
    again = (button(say("button-again"), "again", group_id),) if may_go_on else ()
    rows: list[tuple[Button, ...]] = [(button(say("button-report"), "report", group_id), *again)]
    if turn.member:
        rows.insert(0, (button(say("button-keepsake"), "keepsake", group_id),))
        if turn.group.ended and followup_due(turn.group, turn.group.ended, max(FOLLOWUPS)) > turn.now:
            asked = ("yes", "no")
            rows.append(tuple(button(say(f"button-followup-{each}"), "followup", group_id, each) for each in asked))
        rows.append((button(say("button-mydata"), "mydata"), button(say("button-leave"), "leave", group_id)))
    seen = await turn.view(turn.group)
    looked_back = reflections.offered(turn, seen)
    rows += [looked_back] if looked_back else []
    lines = (Para(say("farewell-gone", date=(await gone_on(turn.work, seen)).date())),) if turn.group.ended else ()
    return Message((Heading(say("menu-over", group=turn.group.name)), *lines), tuple(rows))


async def ours(turn: GroupTurn) -> Reply:
    """What there is for every member beside the next meeting: what the group keeps, and how one takes part."""
    kept_back = set() if turn.member else set(_MEMBERS_ONLY)
    if not await times.of_use(turn):
        kept_back.add("times")
    if not turn.house.calendar_url:
        kept_back.add("calendar")
    if turn.programme.sentence != "quotation":
        kept_back.add("quotations")
    if not turn.programme.subgroups:
        kept_back.add("my-subgroup")
    kept_back |= _of_no_use(turn)
    words = [word for word in OURS if word not in kept_back]
    return _page(turn, "ours-heading", words)


async def convening(turn: GroupTurn) -> Reply:
    """What a convener can do beside the next meeting: the group's rhythm, its people, its seasons."""
    kept_back = _of_no_use(turn) | (set() if turn.programme.subgroups else {"subgroups"})
    return _page(turn, "convening-heading", [word for word in CONVENING if word not in kept_back])


def _of_no_use(turn: GroupTurn) -> set[str]:
    """What the group's programme has no room for: themes where all are set, seasons where there is one."""
    themes = {"own-theme", "vote"} if turn.programme.fixed else set()
    return themes if turn.programme.open_ended else themes | {"seasons"}


def _page(turn: GroupTurn, heading: str, words: Sequence[str]) -> Message:
    """Two buttons a row, each called `button-` and the use's word."""
    buttons = [button(say(f"button-{word}"), word, turn.group.id) for word in words]
    rows = [tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)]
    return Message((Heading(say(heading, group=turn.group.name)),), tuple(rows))


OURS: tuple[str, ...] = (
    "expect",
    "agreement",
    "materials",
    "between",
    "guests",
    "seat",
    "rhythm",
    "calendar",
    "times",
    "zone",
    "language",
    "own-theme",
    "vote",
    "carry-open",
    "quotes",
    "quotations",
    "my-subgroup",
    "seasons",
)
_MEMBERS_ONLY: frozenset[str] = frozenset({"expect", "calendar", "carry-open", "quotes", "my-subgroup"})
CONVENING: tuple[str, ...] = (
    "rhythm",
    "holiday",
    "times",
    "newcomers",
    "along",
    "seat",
    "facilitators",
    "guests",
    "vote",
    "subgroups",
    "seasons",
    "naming",
)
