"""Facilitators and coaches, asked when a season is over what they saw: their own words, shared only if they say so."""

from collections.abc import Collection
from dataclasses import replace

from bot.core import reflecting
from bot.core.model import Facilitator, Meeting
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Pack, Para, Quote, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.programme import Programme
from bot.core.reflecting import OPEN, Reflection, asked_at, over_at, seasons_ends
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.turn import GroupTurn, MeetingTurn, Values, button, told
from bot.core.view import View

MOST = 1000
YES, NO = "yes", "no"


def questions(programme: Programme) -> dict[str, Pack]:
    """What is asked, by name."""
    return {name: Pack(programme.pack, f"reflections.{name}") for name in programme.reflections}


async def say_reflect(saying: Saying) -> Message | None:
    """The questions, to one who facilitates; nothing where they no longer do, or have answered by themselves."""
    seen, meeting = saying.seen, saying.meeting
    seat = next((one for one in seen.facilitators if one.person_id == saying.notice.person_id), None)
    if seat is None or not seen.programme.reflections:
        return None
    if meeting.id in await reflecting.of(saying.work, seat, seen.group):
        return None
    lines = tuple(questions(seen.programme).values())
    closes = seen.group.wall(asked_at(seen, meeting) + OPEN)
    blocks = (
        Heading(say("reflect-heading", group=seen.group.name)),
        Para(say("reflect-ask")),
        Items(lines),
        Para(say("reflect-own", closes=closes)),
    )
    return Message(blocks, ((button(say("button-reflect"), "reflect", meeting.id),),))


async def ask(turn: MeetingTurn) -> Reply:
    """The questions, with what was written before; once they may be changed no more, what was written."""
    seen, seat = await _seated(turn)
    mine = (await reflecting.of(turn.work, seat, turn.group)).get(turn.meeting.id)
    if not _open(turn, seen):
        return _shown(turn, seen, mine[1] if mine else None)
    written = mine[1].answers if mine else {}
    fields = tuple(
        Field(name, question, required=False, long=True, most=MOST, value=written.get(name, ""))
        for name, question in questions(turn.programme).items()
    )
    intro = (Para(say("reflect-yours")), Para(say("any-empty")))
    return Form("reflect", turn.meeting.id, say("reflect-heading", group=turn.group.name), fields, intro)


async def _seated(turn: MeetingTurn) -> tuple[View, Facilitator]:
    """The group and the person's own seat; a refusal where there is nothing to answer about this meeting."""
    seen = await turn.view(turn.group)
    if not turn.programme.reflections or turn.meeting.id not in {m.id for m in seasons_ends(seen)}:
        raise Refusal("refused-old")
    if over_at(seen, turn.meeting) > turn.now:
        raise Refusal("reflect-not-yet")
    return seen, _seat(turn, seen)


def _seat(turn: GroupTurn, seen: View) -> Facilitator:
    seat = next((one for one in seen.facilitators if one.person_id == turn.person.id), None)
    if seat is None:
        raise Refusal("refused-old")
    return seat


def _open(turn: MeetingTurn, seen: View) -> bool:
    return turn.now <= asked_at(seen, turn.meeting) + OPEN


async def take(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the answers, sealed; whether they may be shared is asked anew when they change."""
    seen, seat = await _seated(turn)
    if not _open(turn, seen):
        raise Refusal("reflect-closed")
    before = (await reflecting.of(turn.work, seat, turn.group)).get(turn.meeting.id)
    answers = {name: text for name in questions(turn.programme) if (text := values.get(name, "").strip())}
    now = before[1] if before and before[1].answers == answers else Reflection(seat.id, answers)
    await reflecting.write(turn.work, turn.house, turn.group, turn.meeting, now)
    if not answers:
        return told("reflect-none", (_change(turn.meeting),))
    message = _shown(turn, seen, now)
    return replace(message, blocks=(Para(say("reflect-kept")), *message.blocks[-1:]))


def _change(meeting: Meeting) -> Button:
    return button(say("button-reflect-change"), "reflect", meeting.id)


def _shown(turn: MeetingTurn, seen: View, mine: Reflection | None) -> Message:
    """What somebody wrote themselves, and what they can do with it."""
    change = ((_change(turn.meeting),),) if _open(turn, seen) else ()
    if mine is None:
        return told("reflect-none", *change)
    other = NO if mine.shared else YES
    rows = (
        (button(say(f"button-reflect-share-{other}"), "reflect-share", turn.meeting.id, other),),
        *change,
        (button(say("button-reflect-drop"), "reflect-drop", turn.meeting.id),),
    )
    heading = Heading(say("reflect-heading", group=turn.group.name))
    blocks = [heading, *_answered(turn.programme, mine), Para(say(f"reflect-shared-{NO if other == YES else YES}"))]
    return Message(tuple(blocks), rows)


def _answered(programme: Programme, reflection: Reflection) -> list[Block]:
    blocks: list[Block] = []
    for name, question in questions(programme).items():
        if reflection.answers.get(name):
            blocks += [Para(question), Quote(reflection.answers[name])]
    return blocks


async def share(turn: MeetingTurn) -> Reply:
    """Let one's own answers stand in the group's report with one's name, or not; as pressed last."""
    seen, mine = await _mine(turn)
    if turn.value not in {YES, NO}:
        raise Refusal("refused-old")
    now = replace(mine, shared=turn.value == YES)
    await reflecting.write(turn.work, turn.house, turn.group, turn.meeting, now)
    message = _shown(turn, seen, now)
    return replace(message, blocks=message.blocks[-1:])


async def drop(turn: MeetingTurn) -> Reply:
    """Delete one's own answers."""
    seen, mine = await _mine(turn)
    await reflecting.write(turn.work, turn.house, turn.group, turn.meeting, replace(mine, answers={}))
    return told("reflect-none", *(((_change(turn.meeting),),) if _open(turn, seen) else ()))


async def _mine(turn: MeetingTurn) -> tuple[View, Reflection]:
    seen, seat = await _seated(turn)
    mine = (await reflecting.of(turn.work, seat, turn.group)).get(turn.meeting.id)
    if mine is None:
        raise Refusal("refused-old")
    return seen, mine[1]


async def page(turn: GroupTurn) -> Reply:
    """One's own answers, season by season, each behind a button with the day on which the season's last meeting was."""
    seen = await turn.view(turn.group)
    over = [m for m in seasons_ends(seen) if over_at(seen, m) <= turn.now] if turn.programme.reflections else []
    if not over:
        raise Refusal("reflect-not-yet")
    rows = ((button(say("button-reflection-of", date=m.starts.date()), "reflection", m.id),) for m in reversed(over))
    return told("reflections-which", *rows)


async def show(turn: MeetingTurn) -> Reply:
    """One's own answers after one season."""
    seen, seat = await _seated(turn)
    mine = (await reflecting.of(turn.work, seat, turn.group)).get(turn.meeting.id)
    return _shown(turn, seen, mine[1] if mine else None)


def offered(turn: GroupTurn, seen: View) -> tuple[Button, ...]:
    """The way to one's own answers for somebody who facilitates, once there is a season to look back on."""
    seated = any(one.person_id == turn.person.id for one in seen.facilitators)
    over = any(over_at(seen, m) <= turn.now for m in seasons_ends(seen))
    asked = seated and over and turn.programme.reflections
    return (button(say("button-reflections"), "reflections", turn.group.id),) if asked else ()


async def shared(work: UnitOfWork, seen: View, meetings: Collection[str] | None = None) -> list[Block]:
    """What facilitators let stand in the group's report, each with their name; after these meetings, or after any."""
    names = {one.id: one.name for one in seen.facilitators}
    blocks: list[Block] = []
    for paper, reflection in await reflecting.kept(work, seen.group):
        of_these = meetings is None or paper.meeting_id in meetings
        if of_these and reflection.shared and reflection.facilitator_id in names:
            blocks.append(Para(say("report-reflection-by", name=names[reflection.facilitator_id])))
            blocks += _answered(seen.programme, reflection)
    return [Heading(say("report-reflections")), *blocks] if blocks else []
