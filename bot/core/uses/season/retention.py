"""Private notes once their season is over: their author is told, may keep them longer, and else they are deleted."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.model import Group, Meeting, Member, Note, Paper, State
from bot.core.outgoing import Block, Button, Heading, Message, Para, Quote, Reply, say
from bot.core.plan import KEPT_FOR, MORNING, local_day, morning_of, polite
from bot.core.ports import House, Store, UnitOfWork
from bot.core.reflecting import seasons_ends
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.season import in_order
from bot.core.tell import tell
from bot.core.turn import MeetingTurn, button, told
from bot.core.uses.feedback.report import gone_on
from bot.core.uses.season.erasing import is_erased
from bot.core.view import View, view

KEPT_NOTES = "kept-notes"
"""The kind of paper that says that its member keeps the notes of the season that this meeting ended."""

SOON = "notes-soon"
TOLD_BEFORE = timedelta(days=7)
YES, NO = "yes", "no"


async def see_to_notes(store: Store, house: House) -> None:
    """Tell of notes that are to go, and delete those whose time has come. Doing it twice does no harm.

    Nothing goes that its author was not told of a week before, however long we were away or the group paused.
    """
    async with store.begin() as work:
        groups = await work.groups.noted()
    for group_id in groups:
        async with store.begin() as work:
            await work.lock(group_id)
            group = await work.groups.get(group_id)
            if group and not is_erased(group):
                await _see_to(work, house, group)


async def _see_to(work: UnitOfWork, house: House, group: Group) -> None:
    seen, now = await view(work, house, group), house.clock.now()
    for last in await _ends(work, seen):
        gone = gone_at(seen, last)
        # By the day: the night comes before the morning of the day on which they are to be told.
        if local_day(group, now) < local_day(group, gone) - TOLD_BEFORE or not await _goes_alone(work, seen, last):
            continue
        # Only now: to read notes is to open each of them, and most nights concern none.
        of_season = await _of_season(work, seen, last, await work.notes.find(group_id=group.id))
        for member in seen.members:
            mine = [note for note in of_season if note.member_id == member.id]
            if not mine or await _kept(work, member, last):
                continue
            if await _told(work, house, seen, last, member.person_id) and now >= gone:
                await work.notes.drop(id=[note.id for note in mine])


async def _goes_alone(work: UnitOfWork, seen: View, last: Meeting) -> bool:
    """Whether the notes go before everything else of the group does, which is told to all."""
    return seen.group.ended is None or seen.group.wall(gone_at(seen, last)) < await gone_on(work, seen)


async def _told(work: UnitOfWork, house: House, seen: View, last: Meeting, person_id: str) -> bool:
    """Whether the author was told long enough ago; where they were not, they are to be told now."""
    now, group = house.clock.now(), seen.group
    told_of = await work.notices.find(kind=SOON, meeting_id=last.id, person_id=person_id)
    if all(notice.state is State.SKIPPED for notice in told_of):  # never, or while we were away
        due, until, nth = polite(group, now, MORNING), max(gone_at(seen, last), now + TOLD_BEFORE), str(len(told_of))
        await tell(work, house, group, SOON, due=due, expires=until, meeting=last, person_id=person_id, ref=nth)
        return False
    # Of whom nothing reaches, the notes stay until everything goes, which is told to all.
    reached = [notice for notice in told_of if notice.state in {State.SENT, State.UNSURE}]
    return bool(reached) and now >= max(notice.due for notice in reached) + TOLD_BEFORE


async def _ends(work: UnitOfWork, seen: View) -> list[Meeting]:
    """The last meetings of the seasons that are over or under way; of a group that never met, the one it ended before.

    Where that was called off, it is the last that was. A group that neither goes on nor is over has none: how its
    season ends is not known yet.
    """
    if seen.group.ended is None:
        return seasons_ends(seen) if seen.group.season_meetings else []
    never_met = in_order(seen.meetings) or sorted(
        await work.meetings.find(group_id=seen.group.id), key=lambda meeting: (meeting.starts, meeting.id)
    )
    return seasons_ends(seen) or never_met[-1:]


def gone_at(seen: View, last: Meeting) -> datetime:
    """When the notes of the season that this meeting ended are deleted, UTC, unless their author keeps them."""
    over, ended = last.done or last.ends(seen.group.tz), seen.group.ended
    return morning_of(seen.group, local_day(seen.group, min(over, ended) if ended else over) + KEPT_FOR)


async def _of_season(work: UnitOfWork, seen: View, last: Meeting, notes: Sequence[Note]) -> list[Note]:
    """Those notes that are on meetings of its season, cancelled ones too, and after a group's end on any later one."""
    ends = await _ends(work, seen)
    starts = {meeting.id: meeting.starts for meeting in await work.meetings.find(group_id=seen.group.id)}
    before = max((end.starts for end in ends if end.starts < last.starts), default=datetime.min)  # noqa: DTZ901 - local
    open_ended = seen.group.ended is not None and last == ends[-1]
    return [n for n in notes if before < starts[n.meeting_id] and (open_ended or starts[n.meeting_id] <= last.starts)]


async def _kept(work: UnitOfWork, member: Member, last: Meeting) -> Paper | None:
    return next(iter(await work.papers.find(kind=KEPT_NOTES, member_id=member.id, meeting_id=last.id)), None)


async def say_notes_soon(saying: Saying) -> Message | None:
    """To the author alone: that the notes will be deleted, the notes themselves, and how to keep them."""
    if saying.preview:
        return Message((Para(say("preview-private")),))
    seen, last = saying.seen, saying.meeting
    member = seen.member(saying.notice.person_id or "")
    if member is None or last not in await _ends(saying.work, seen) or await _kept(saying.work, member, last):
        return None
    mine = [n for n in await saying.work.notes.find(member_id=member.id) if n.group_id == seen.group.id]
    of_season = await _of_season(saying.work, seen, last, mine)
    if not of_season:
        return None
    when = max(gone_at(seen, last), saying.notice.due + TOLD_BEFORE)
    blocks: tuple[Block, ...] = (
        Heading(say("notes-soon-heading", group=seen.group.name)),
        Para(say("notes-soon", date=seen.group.wall(when).date())),
        *(Quote(note.text) for note in of_season),
        Para(say("notes-only-you")),
    )
    return Message(blocks, ((keep_button(last),),))


def keep_button(last: Meeting) -> Button:
    """The way to keep the notes of the season that this meeting ended."""
    return button(say("button-notes-keep"), "notes-keep", last.id, YES)


async def keep(turn: MeetingTurn) -> Reply:
    """Keep one's own notes of a season as long as all else of the group, or not; as pressed last."""
    seen = await turn.view(turn.group)
    if turn.value not in {YES, NO} or turn.meeting not in await _ends(turn.work, seen):
        raise Refusal("refused-old")
    mine = await turn.work.notes.find(group_id=turn.group.id, member_id=turn.me.id)
    if not await _of_season(turn.work, seen, turn.meeting, mine):
        raise Refusal("notes-keep-none")
    there = await _kept(turn.work, turn.me, turn.meeting)
    if turn.value == YES:
        if there is None:
            me, new_id = turn.me, turn.house.chance.new_id()
            paper = Paper(new_id, turn.group.id, KEPT_NOTES, turn.meeting.id, me.id, me.key_id, "")
            await turn.work.papers.add(paper)
        row = (button(say("button-notes-not-keep"), "notes-keep", turn.meeting.id, NO),)
        if turn.group.ended is None:
            return told("notes-keep-on", row)
        return told("notes-keep-until", row, date=(await gone_on(turn.work, seen)).date())
    if there:
        await turn.work.papers.drop(id=there.id)
    when = max(gone_at(seen, turn.meeting), turn.now)
    return told("notes-keep-not", (keep_button(turn.meeting),), date=turn.group.wall(when).date())


async def notes_until(
    work: UnitOfWork, seen: View, member: Member, now: datetime
) -> tuple[list[Block], tuple[Button, ...]]:
    """For the keepsake of a group that is over: which notes go first, and how to keep them; nothing where none go."""
    mine = await work.notes.find(group_id=seen.group.id, member_id=member.id)
    for last in await _ends(work, seen):
        goes = await _of_season(work, seen, last, mine) and await _goes_alone(work, seen, last)
        if goes and not await _kept(work, member, last):
            gone = gone_at(seen, last)
            # Long after the last meeting they go a week after their author is told, and the night brings that about.
            when = gone if gone > now else now + timedelta(days=1) + TOLD_BEFORE
            return [Para(say("keepsake-notes-until", date=seen.group.wall(when).date()))], (keep_button(last),)
    return [], ()
