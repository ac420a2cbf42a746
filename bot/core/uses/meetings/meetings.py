"""Changing the series: a meeting cancelled or added, and what moving one has in common. All of it is planned anew."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import zones
from bot.core.model import Meeting, to_utc
from bot.core.outgoing import Field, Form, Heading, Message, Para, Phrase, Reply, Text, say
from bot.core.plan import at_once, polite
from bot.core.refusal import Refusal
from bot.core.replan import edit_plan, replan
from bot.core.saying import (
    Saying,
    absences,
    calendar_file,
    coming_row,
    led_by,
    next_meeting,
    time_and_place,
    when_and_what,
)
from bot.core.season import ahead, themes_of
from bot.core.tell import tell
from bot.core.turn import GroupTurn, MeetingTurn, Problems, Values, button, told
from bot.core.uses.meetings.guests import guest_lines
from bot.core.uses.meetings.soundcheck import sound_check

MOST_AHEAD = 40
"""How many meetings may lie ahead of a group that goes on: those come by themselves, and more are added one by one."""

COMPACT = "%Y%m%d%H%M"
"""Local wall time as a button carries it."""


def refusal_as_problem(refusal: Refusal) -> Phrase:
    """What to mend, for the field that it is about."""
    return say(refusal.phrase, **refusal.values)


NEWS_FOR = timedelta(days=2)
"""How long it is worth telling what became of a meeting that was to have been already."""


async def changeable(turn: MeetingTurn) -> None:
    """Refuse to change what has begun, unless its lead has said that it was not held."""
    if not await turn.work.outcomes.find(meeting_id=turn.meeting.id, held=False):
        turn.before_start()


async def ask_add(turn: GroupTurn) -> Reply:
    """The form for one more meeting."""
    seen = await turn.view(turn.group)
    if turn.group.season_meetings:
        if len(ahead(turn.group, seen.meetings, turn.now)) >= MOST_AHEAD:
            raise Refusal("meetings-far", most=MOST_AHEAD)
        return Form("add", turn.group.id, say("add-title"), (when_field(),))
    closing = any(s.place == "last" for s in seen.programme.sessions)
    if closing and seen.meetings and seen.meetings[-1].begins(turn.group.tz) <= turn.now:
        every = await turn.work.meetings.find(group_id=turn.group.id)
        if not any(each.cancelled and each.starts > seen.meetings[-1].starts for each in every):
            raise Refusal("season-over", group=turn.group.name)
    if len(seen.since(turn.now)) >= seen.programme.meetings.most:
        raise Refusal("meetings-full", most=seen.programme.meetings.most)
    return Form("add", turn.group.id, say("add-title"), (when_field(),))


def when_field() -> Field:
    """Where a time is typed."""
    return Field("when", say("when-label"), say("when-hint"), most=80)


async def check_when(turn: GroupTurn, values: Values) -> Problems:
    """A time ahead of us that the zone has once, and at which the group does not meet already."""
    try:
        moving = turn.meeting if isinstance(turn, MeetingTurn) else None
        length = moving.minutes if moving else turn.group.minutes
        await free(turn, typed(turn, values), length, [moving.id] if moving else ())
    except Refusal as refusal:
        return {"when": refusal_as_problem(refusal)}
    return {}


def typed(turn: GroupTurn, values: Values) -> datetime:
    """The local time that was typed; a refusal that says what to mend."""
    language = turn.person.language
    return turn.house.typed.when(values.get("when", ""), language=language, zone=turn.group.tz, now=turn.now)


async def free(turn: GroupTurn, starts: datetime, minutes: int, but: Collection[str] = ()) -> None:
    """Refuse a local time at which the group meets already, meetings of these ids aside."""
    length = timedelta(minutes=minutes)
    for other in (await turn.view(turn.group)).meetings:
        theirs = timedelta(minutes=other.minutes)
        if other.id not in but and starts < other.starts + theirs and other.starts < starts + length:
            raise Refusal("meeting-overlaps", when=other.starts)


async def take_add(turn: GroupTurn, values: Values) -> Reply:
    """Show the time as it was understood, before anything is kept."""
    starts = typed(turn, values)
    return told(
        "add-ask",
        (button(say("button-add-sure"), "add-sure", turn.group.id, starts.strftime(COMPACT)),),
        (button(say("button-other-time"), "add", turn.group.id),),
        new=starts,
    )


def carried(turn: GroupTurn) -> datetime:
    """The local time that a button carried, still ahead of us."""
    try:
        starts = datetime.strptime(turn.value, COMPACT)  # noqa: DTZ007 - wall time, the zone is the group's
    except ValueError:
        raise Refusal("refused-old") from None
    if to_utc(starts, turn.group.tz) <= turn.now:
        raise Refusal("when-past", when=starts)
    return starts


async def add(turn: GroupTurn) -> Reply:
    """Add a meeting at the time that was shown; the theme follows from its place in the series."""
    starts = carried(turn)
    await free(turn, starts, turn.group.minutes)
    like = (await turn.view(turn.group)).next(turn.now)
    meeting = Meeting(
        id=turn.house.chance.new_id(),
        group_id=turn.group.id,
        starts=starts,
        minutes=turn.group.minutes,
        place=like.place if like else "",
        link=like.link if like else "",
        time_set=turn.now,
    )
    await turn.work.meetings.add(meeting)
    await replan(turn.work, turn.house, turn.group)
    await announce(turn, "added", meeting, ref=meeting.id)
    return told("added-done", when=starts)


async def ask_cancel(turn: MeetingTurn) -> Reply:
    """Ask once before a meeting falls away."""
    await changeable(turn)
    lost = await _theme_lost(turn)
    own = (await turn.view(turn.group)).title(turn.meeting)
    ask = "cancel-ask" if lost is None else "cancel-ask-lost" if lost == own else "cancel-ask-shift"
    return told(
        ask,
        (button(say("button-cancel-sure"), "cancel-sure", turn.meeting.id),),
        (button(say("button-move"), "move", turn.meeting.id), button(say("button-keep"), "menu", turn.group.id)),
        when=turn.meeting.starts,
        **({"theme": lost} if lost else {}),
    )


async def _theme_lost(turn: MeetingTurn) -> Text | None:
    """The theme for which there is no meeting left once this one is cancelled."""
    seen = await turn.view(turn.group)
    if turn.group.season_meetings:  # there are more meetings to come, and its theme with one of them
        return None
    before = set(themes_of(turn.group, seen.meetings, seen.programme, seen.earlier).values())
    left = [m for m in seen.meetings if m.id != turn.meeting.id]
    lost = before - set(themes_of(turn.group, left, seen.programme, seen.earlier).values()) - {None}
    return next((seen.words(theme, "title") for theme in lost if theme), None)


async def cancel(turn: MeetingTurn) -> Reply:
    """Cancel the meeting; its theme passes to the next one, and so do the notes that were written on it."""
    await changeable(turn)
    following = (await turn.view(turn.group)).after(turn.meeting)
    if following:
        for note in await turn.work.notes.find(meeting_id=turn.meeting.id):
            await turn.work.notes.save(replace(note, meeting_id=following.id))
    gone = replace(turn.meeting, cancelled=True, time_set=turn.now, revision=turn.meeting.revision + 1)
    await turn.work.meetings.save(gone)
    await turn.work.notices.drop(meeting_id=gone.id, state="waiting")
    await turn.work.papers.drop(meeting_id=gone.id, kind="guest")
    await replan(turn.work, turn.house, turn.group)
    await announce(turn, "cancelled", gone)
    return told("cancelled-done", when=gone.starts)


async def announce(turn: GroupTurn, kind: str, meeting: Meeting, ref: str = "") -> None:
    """A post outside the budget, at once unless it is night and nothing is pressing."""
    fresh = await turn.work.meetings.get(meeting.id) or meeting
    times = [t for t in (meeting.begins(turn.group.tz), fresh.begins(turn.group.tz)) if t > turn.now]
    due = at_once(turn.group, turn.now, min(times)) if times else polite(turn.group, turn.now)
    await tell(
        turn.work,
        turn.house,
        turn.group,
        kind,
        due=due,
        expires=max(times, default=due + NEWS_FOR),
        meeting=fresh,
        ref=ref,
    )
    await edit_plan(turn.work, turn.house, turn.group)


async def say_added(saying: Saying) -> Message | None:
    """One more meeting."""
    meeting = saying.meeting
    return Message(
        (
            Heading(say("added-heading")),
            when_and_what(saying.seen, meeting),
            *await zones.where_members_are(saying.work, saying.house, saying.seen, meeting.starts),
        ),
        (coming_row(meeting),),
        (calendar_file(saying.seen, meeting, saying.now),),
    )


async def say_cancelled(saying: Saying) -> Message | None:
    """That a meeting falls away, with the next one below and the calendar told."""
    return Message(
        (
            Heading(say("cancelled-heading")),
            Para(say("cancelled-line", when=saying.meeting.starts)),
            *next_meeting(saying.seen, saying.seen.next(saying.now)),
        ),
        (),
        (calendar_file(saying.seen, saying.meeting, saying.now),),
    )


async def say_reminder(saying: Saying) -> Message | None:
    """Time, place, lead and who cannot come, a day before, with the calendar file."""
    seen, meeting = saying.seen, saying.meeting
    return Message(
        (
            Heading(say("reminder-heading", theme=seen.short(meeting))),
            *time_and_place(seen, meeting),
            *await zones.where_members_are(saying.work, saying.house, seen, meeting.starts),
            led_by(seen, meeting),
            *absences(seen, meeting),
            *await guest_lines(saying.work, meeting),
            *sound_check(seen, meeting, saying.now),
        ),
        (
            coming_row(meeting),
            (button(say("button-late"), "late", meeting.id), button(say("button-early"), "early", meeting.id)),
        ),
        (calendar_file(seen, meeting, saying.now),),
        mention=seen.group.mention,
    )
