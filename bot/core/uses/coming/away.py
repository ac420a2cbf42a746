"""Away from several meetings: up to a day, the next few, or all that are left. Told in one go, undone in one."""

from datetime import date

from bot.core.model import How, Meeting
from bot.core.outgoing import Block, Button, Field, Form, Items, Message, Para, Phrase, Reply, say
from bot.core.refusal import Refusal
from bot.core.season import ahead
from bot.core.turn import GroupTurn, Problems, Values, button, told
from bot.core.uses.coming.absence_set import Change, tells

UNTIL, ALL, UNDO = "until", "all", "undo"
COUNTS = (1, 2, 3)
"""So many of the next meetings have a button of their own."""


async def away(turn: GroupTurn) -> Reply:
    """From how many meetings, as pressed; without it the question, and with a day to be typed the form for it."""
    meetings = await _ahead(turn)
    what, _, stamp = turn.value.partition(".")
    if what == UNDO:
        return await _undo(turn, stamp)
    if not meetings:
        raise Refusal("refused-no-meeting")
    if not what:
        return _choice(turn, meetings)
    if what == UNTIL:
        field = Field("until", say("away-label"), say("away-hint"), most=80)
        return Form("away", f"{turn.group.id}:{UNTIL}", say("away-title"), (field,))
    if what == ALL:
        return await _gone(turn, meetings)
    if what not in {str(count) for count in COUNTS}:
        raise Refusal("refused-old")
    return await _gone(turn, meetings[: int(what)])


async def _ahead(turn: GroupTurn) -> list[Meeting]:
    return ahead(turn.group, (await turn.view(turn.group)).meetings, turn.now)


def _choice(turn: GroupTurn, meetings: list[Meeting]) -> Message:
    """Each button says up to which day it reaches; there are no more of them than there are meetings."""
    rows: list[tuple[Button, ...]] = []
    for count in (c for c in COUNTS if c < len(meetings)):
        label = say("button-away-next", count=count, last=meetings[count - 1].starts)
        rows.append((button(label, "away", turn.group.id, str(count)),))
    rows.append((button(say("button-away-all"), "away", turn.group.id, ALL),))
    rows.append((button(say("button-away-until"), "away", turn.group.id, UNTIL),))
    return told("away-which", *rows)


async def check_away(turn: GroupTurn, values: Values) -> Problems:
    """A day, not before the next meeting."""
    try:
        await _up_to(turn, _day(turn, values.get("until", "")))
    except Refusal as refusal:
        return {"until": say(refusal.phrase, **refusal.values)}
    return {}


def _day(turn: GroupTurn, typed: str) -> date:
    return turn.house.typed.day(typed, language=turn.person.language, zone=turn.group.tz, now=turn.now)


async def _up_to(turn: GroupTurn, last: date) -> list[Meeting]:
    """The meetings ahead up to a local day, that day's own among them."""
    meetings = await _ahead(turn)
    if not meetings:
        raise Refusal("refused-no-meeting")
    found = [m for m in meetings if m.starts.date() <= last]
    if not found:
        raise Refusal("away-none", day=last, when=meetings[0].starts)
    return found


async def take_away(turn: GroupTurn, values: Values) -> Reply:
    """Note the absence from every meeting up to the day that was typed."""
    return await _gone(turn, await _up_to(turn, _day(turn, values["until"])))


async def _gone(turn: GroupTurn, meetings: list[Meeting]) -> Message:
    """Note it, and show back what is noted now, with one press that undoes all of just this turn's."""
    changes = await tells(turn, meetings, How.ABSENT)
    rows: list[tuple[Button, ...]] = []
    if changes:
        stamp = f"{UNDO}.{_stamp(changes[0])}"
        rows.append((button(say("button-away-undo", count=len(changes)), "away", turn.group.id, stamp),))
    return _listed("away-noted" if changes else "away-already", meetings, rows)


def _stamp(change: Change) -> int:
    """Which turn a coming was told in, as a button carries it: seconds since 1970."""
    return int(change.now.told.timestamp())


async def _undo(turn: GroupTurn, stamp: str) -> Message:
    """Take back what was told in one turn, where it stands yet; a second press finds nothing to take back."""
    if not (stamp.isascii() and stamp.isdecimal() and len(stamp) < 16):
        raise Refusal("refused-old")
    meetings = await _ahead(turn)
    told_then = {
        c.meeting_id
        for c in await turn.work.comings.find(group_id=turn.group.id, member_id=turn.me.id)
        if c.how is How.ABSENT and int(c.told.timestamp()) == int(stamp)
    }
    back = [m for m in meetings if m.id in told_then]
    if not back:
        raise Refusal("away-undone")
    await tells(turn, back, How.COMING)
    return _listed("away-back", back, [])


def _listed(phrase: str, meetings: list[Meeting], rows: list[tuple[Button, ...]]) -> Message:
    lines: tuple[Phrase, ...] = tuple(say("when", when=m.starts) for m in meetings)
    blocks: list[Block] = [Para(say(phrase, count=len(meetings))), Items(lines)]
    return Message(tuple(blocks), tuple(rows), enough=True)
