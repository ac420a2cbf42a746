"""Whether somebody silent is still along: asked in private at a convener's wish, and answered by a press."""

from datetime import datetime

from bot.core.model import Life, Member, Question
from bot.core.outgoing import Block, Button, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.saying import next_meeting
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.members.along_said import (
    KIND,
    awaited_until,
    close,
    done_so_far,
    fortnight_after,
    let_go_in_time,
    question_to,
    stays,
    way_back,
)
from bot.core.uses.members.welcoming import A_MONTH
from bot.core.votes import put

SHOWN = 20
"""How many members there is room to choose from at once."""


async def page(turn: GroupTurn) -> Reply:
    """For conveners: who is asked since when, and the others, a button each; the value is from which of them on."""
    others = await _others(turn)
    if not others:
        return told("along-nobody")
    asked = await _open(turn)
    pausing = turn.group.life is Life.PAUSED
    blocks: list[Block] = [Para(say("along-paused" if pausing else "along-pick"))]
    rows: list[tuple[Button, ...]] = []
    for member in others:
        if question := asked.get(member.id):
            opened, closes = turn.group.wall(question.opened).date(), turn.group.wall(question.closes)
            blocks.append(Para(say("along-waits", name=member.name, opened=opened, closes=closes)))
            back = say("button-along-back", name=member.name)
            rows.append((button(back, "along-back", turn.group.id, question.id),))
    free = [] if pausing else [member for member in others if member.id not in asked]
    first = int(turn.value) if turn.value.isascii() and turn.value.isdecimal() and len(turn.value) < 4 else 0
    for member in free[first : first + SHOWN]:
        rows.append((button(say("label", text=member.name), "along-ask", turn.group.id, member.id),))
    if len(free) > first + SHOWN:
        rows.append((button(say("button-seat-more"), "along", turn.group.id, str(first + SHOWN)),))
    return Message(tuple(blocks), tuple(rows))


async def _others(turn: GroupTurn) -> list[Member]:
    """The members who can be asked: all but whoever asks."""
    return [member for member in (await turn.view(turn.group)).members if member.person_id != turn.person.id]


async def _open(turn: GroupTurn) -> dict[str, Question]:
    """What is asked and not answered yet, by member id."""
    found = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, closed=False)
    return {question.items[0]: question for question in found}


async def ask(turn: GroupTurn) -> Reply:
    """Say what will happen, before anybody is asked."""
    member = await _member(turn)
    if question := (await _open(turn)).get(member.id):
        return _asked_already(turn, member, question)
    await _may_be_asked(turn, member)
    group = turn.group
    return Message(
        (
            Para(say("along-confirm", name=member.name, group=group.name)),
            Para(say("along-confirm-silent")),
            Para(way_back(await turn.view(group), turn.now)),
        ),
        (
            (button(say("button-along-sure"), "along-sure", group.id, member.id),),
            (button(say("button-along-not"), "along", group.id),),
        ),
    )


async def ask_sure(turn: GroupTurn) -> Reply:
    """Ask the member, once; the two weeks begin anew when it is really said."""
    member = await _member(turn)
    if question := (await _open(turn)).get(member.id):
        return _asked_already(turn, member, question)
    await _may_be_asked(turn, member)
    work, house, group = turn.work, turn.house, turn.group
    said = polite(group, turn.now)
    so_far = await done_so_far(work, member)
    closes = fortnight_after(group, said)
    # It is the group's: whoever convenes may take it back, and hears of it.
    question = await put(turn, KIND, closes, items=(member.id, str(so_far)))
    until, whom = said + A_WEEK, member.person_id
    await tell(work, house, group, "still-along", due=said, expires=until, person_id=whom, ref=question.id)
    await let_go_in_time(work, house, group, question, member)
    return told("along-asked", _to_page(turn), name=member.name, closes=group.wall(closes))


def _asked_already(turn: GroupTurn, member: Member, question: Question) -> Message:
    return told("along-already", _to_page(turn), name=member.name, closes=turn.group.wall(question.closes))


def _to_page(turn: GroupTurn) -> tuple[Button, ...]:
    return (button(say("button-along"), "along", turn.group.id),)


async def _member(turn: GroupTurn) -> Member:
    found = next((member for member in await _others(turn) if member.id == turn.value), None)
    if found is None:
        raise Refusal("refused-old")
    return found


async def _may_be_asked(turn: GroupTurn, member: Member) -> None:
    """Refuse to ask in a pause, when silence is what was agreed on, and anybody more often than once a month.

    To be asked is to be hurried, whatever came of it.
    """
    if turn.group.life is Life.PAUSED:
        raise Refusal("along-paused")
    before = await turn.work.questions.find(group_id=turn.group.id, kind=KIND, closed=True)
    free: list[datetime] = [q.opened + A_MONTH for q in before if q.items[0] == member.id]
    if free and max(free) > turn.now:
        raise Refusal("along-lately", name=member.name, date=turn.group.wall(max(free)).date())


async def take_back(turn: GroupTurn) -> Reply:
    """A convener takes the question back; one that has not been said is as if it had never been."""
    question = next((q for q in (await _open(turn)).values() if q.id == turn.value), None)
    member = await turn.work.members.get(question.items[0]) if question else None
    if question is None or member is None:
        raise Refusal("refused-old")
    heard = await awaited_until(turn.work, turn.group, question) is not None
    await close(turn.work, question, remember=heard)
    return told("along-taken-back", _to_page(turn), name=member.name)


async def still_along(turn: GroupTurn) -> Reply:
    """To the member: what they are asked, as it was to be whispered; nothing of anybody else."""
    question = (await _open(turn)).get(turn.me.id)
    if question is None:
        return told("along-in-already", group=turn.group.name)
    return question_to(await turn.view(turn.group), turn.me, question, turn.now)


async def yes(turn: GroupTurn) -> Reply:
    """The member is still along: the question is over, and the conveners hear that and nothing else."""
    question = (await _open(turn)).get(turn.me.id)
    if question is None:
        return told("along-in-already", group=turn.group.name)
    await stays(turn.work, turn.house, turn.group, question, turn.me)
    seen = await turn.view(turn.group)
    blocks = (Para(say("along-yes-done")), *next_meeting(seen, seen.next(turn.now)))
    return Message(blocks, ((button(say("button-menu"), "menu", turn.group.id),),))
