"""A meeting moved, alone or with all that come after it, which keep their distance."""

from dataclasses import replace
from datetime import datetime

from bot.core import zones
from bot.core.model import Meeting, State
from bot.core.outgoing import Button, Form, Heading, Items, Message, Para, Reply, Text, say
from bot.core.plan import at_once
from bot.core.replan import edit_plan, replan
from bot.core.saying import Saying, calendar_file, coming_row, next_meeting
from bot.core.tell import tell
from bot.core.turn import MeetingTurn, Values, button, told
from bot.core.uses.meetings.meetings import COMPACT, announce, carried, changeable, free, typed, when_field
from bot.core.view import where


async def ask_move(turn: MeetingTurn) -> Reply:
    """The form for a meeting's new time."""
    await changeable(turn)
    return Form("move", turn.meeting.id, say("move-title", when=turn.meeting.starts), (when_field(),))


async def take_move(turn: MeetingTurn, values: Values) -> Reply:
    """Show the time as it was understood, before anything is kept."""
    starts = typed(turn, values)
    on = [(_button(turn, "move-on", starts),)] if await _later(turn) else []
    return told(
        "move-ask",
        (_button(turn, "move-sure", starts),),
        *on,
        (button(say("button-other-time"), "move", turn.meeting.id),),
        old=turn.meeting.starts,
        new=starts,
    )


def _button(turn: MeetingTurn, word: str, starts: datetime) -> Button:
    return button(say(f"button-{word}"), word, turn.meeting.id, starts.strftime(COMPACT))


async def _later(turn: MeetingTurn) -> list[Meeting]:
    """The meetings ahead that come after this one."""
    seen = await turn.view(turn.group)
    return [m for m in seen.meetings if m.starts > turn.meeting.starts and m.begins(turn.group.tz) > turn.now]


async def look_on(turn: MeetingTurn) -> Reply:
    """Show what would move where, before anything is kept."""
    moves = await _moves(turn)
    if not moves:
        return told("moved-already", when=turn.meeting.starts)
    lines: tuple[Text, ...] = tuple(say("holiday-move", old=m.starts, new=starts) for m, starts in moves)
    return Message(
        (Para(say("holiday-moves", count=len(moves))), Items(lines)),
        (
            (_button(turn, "move-on-sure", moves[0][1]),),
            (button(say("button-other-time"), "move", turn.meeting.id),),
        ),
    )


async def _moves(turn: MeetingTurn) -> list[tuple[Meeting, datetime]]:
    """This meeting and the later ones with their new local times, as far from the old ones as its own; or nothing."""
    await changeable(turn)
    by = carried(turn) - turn.meeting.starts
    moves = [(m, m.starts + by) for m in (turn.meeting, *await _later(turn))] if by else []
    for meeting, starts in moves:
        await free(turn, starts, meeting.minutes, [m.id for m, _ in moves])
    return moves


async def move(turn: MeetingTurn) -> Reply:
    """Move the meeting and plan it anew; what was told about coming held for the old time and is asked again."""
    await changeable(turn)
    before, starts = turn.meeting, carried(turn)
    if starts == before.starts:
        return told("moved-already", when=starts)
    await free(turn, starts, before.minutes, [before.id])
    await _save(turn, before, starts)
    await replan(turn.work, turn.house, turn.group)
    await announce(turn, "moved", before, ref=await _known(turn, "moved", starts))
    return told("moved-done", when=starts)


async def _known(turn: MeetingTurn, kind: str, starts: datetime) -> str:
    """The old time, as a notice carries it: the one that the group knows, where news of a move waits for the morning.

    That news is told in one with this; but for a meeting that is back where it was, and yet to be answered anew.
    """
    waiting = await turn.work.notices.find(group_id=turn.group.id, kind=kind, state=State.WAITING)
    unheard = [n for n in waiting if turn.meeting.id in (n.meeting_id, _about(n.ref)) and _old(n.ref) != starts]
    if not unheard:
        return turn.meeting.starts.strftime(COMPACT)
    await turn.work.notices.drop(id=[notice.id for notice in unheard])
    return min(unheard, key=lambda notice: notice.key).ref.partition(".")[0]


async def move_on(turn: MeetingTurn) -> Reply:
    """Move the meeting and all later ones as it was shown; the group hears of it once."""
    moves = await _moves(turn)
    if not moves:
        return told("moved-already", when=turn.meeting.starts)
    for meeting, starts in moves:
        await _save(turn, meeting, starts)
    await replan(turn.work, turn.house, turn.group)
    before, starts = moves[0]
    new = replace(before, starts=starts).begins(turn.group.tz)
    soonest = min(t for t in (before.begins(turn.group.tz), new) if t > turn.now)
    await tell(
        turn.work,
        turn.house,
        turn.group,
        # Not about one of them: it is told though that one should fall away.
        "moved-on",
        due=at_once(turn.group, turn.now, soonest),
        expires=max(m.begins(turn.group.tz) for m, _ in moves),
        ref=f"{await _known(turn, 'moved-on', starts)}.{before.id}.{turn.now:%d%H%M%S}",
    )
    await edit_plan(turn.work, turn.house, turn.group)
    return told("moved-on-done", count=len(moves))


async def _save(turn: MeetingTurn, before: Meeting, starts: datetime) -> None:
    version, revision = before.version + 1, before.revision + 1
    moved = replace(before, starts=starts, version=version, revision=revision, time_set=turn.now, done=None)
    await turn.work.meetings.save(moved)
    await turn.work.outcomes.drop(meeting_id=before.id)
    await turn.work.comings.drop(meeting_id=before.id)


def _about(ref: str) -> str:
    return ref.partition(".")[2].partition(".")[0]


def _old(ref: str) -> datetime:
    return datetime.strptime(ref.partition(".")[0], COMPACT)  # noqa: DTZ007 - wall time, the zone is the group's


async def say_moved(saying: Saying) -> Message | None:
    """Old time, new time, place, and the question anew."""
    meeting = saying.meeting
    line = say("moved-line", old=_old(saying.notice.ref), new=meeting.starts)
    return Message(
        (
            Heading(say("moved-heading")),
            Para(line, meeting.begins(saying.seen.group.tz)),
            *await zones.where_members_are(saying.work, saying.house, saying.seen, meeting.starts),
            Para(say("moved-again")),
            Para(where(meeting)),
        ),
        (coming_row(meeting),),
        (calendar_file(saying.seen, meeting, saying.now),),
    )


async def say_moved_on(saying: Saying) -> Message | None:
    """From which meeting on the times are other ones, every meeting that is ahead, and the question anew."""
    seen, group = saying.seen, saying.seen.group
    following = seen.next(saying.now)
    if following is None:
        return None
    ahead = [m for m in seen.meetings if m.begins(group.tz) > saying.now]
    lines: tuple[Text, ...] = tuple(say("plan-line", when=m.starts, theme=seen.title(m)) for m in ahead)
    return Message(
        (
            Heading(say("moved-on-heading")),
            Para(say("moved-on-line", old=_old(saying.notice.ref))),
            Items(lines, tuple(m.begins(group.tz) for m in ahead)),
            *await zones.where_members_are(saying.work, saying.house, seen, following.starts),
            Para(say("moved-again")),
            *next_meeting(seen, following),
        ),
        (coming_row(following),),
        (calendar_file(seen, following, saying.now),),
    )
