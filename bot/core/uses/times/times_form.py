"""Times as people type them: read one by one, kept as a draft of their own, and shown back as understood."""

from collections.abc import Collection
from datetime import datetime, timedelta

from bot.core import times_tally, zones
from bot.core.model import Meeting, Question, to_utc
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Para, Phrase, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, Values, button, told
from bot.core.uses.meetings import meetings
from bot.core.uses.times import times_polls
from bot.core.uses.times.times_polls import DAY, DRAFT

LEAST, MOST = 2, 7
NEW = "new"
"""Stands in the place of a meeting's id where the times are for one more meeting."""

TYPED_MOST = 500


def may_propose(turn: GroupTurn) -> bool:
    """Whether this person may put times to the group."""
    return turn.convenes or turn.group.anyone_proposes


def names_said(turn: GroupTurn) -> Phrase:
    """What the result will show of people."""
    return say("times-with-names" if turn.group.names_shown else "times-without-names")


def listed(turn: GroupTurn, starts: Collection[datetime]) -> Items:
    """The times by number, as the person reads them."""
    can = turn.house.capabilities[turn.person.platform]
    lines = tuple(
        say("times-line", number=number, when=zones.for_reader(each, turn.group, turn.person, can))
        for number, each in enumerate(starts, 1)
    )
    return Items(lines, tuple(to_utc(each, turn.group.tz) for each in starts))


async def form_of(turn: GroupTurn) -> Reply:
    """The form, below what this person has typed already; or why nobody could answer in time."""
    meeting, draft = await target(turn)
    if meeting and meeting.begins(turn.group.tz) < turn.now + DAY:
        return too_near(turn, meeting)
    intro: list[Block] = []
    open_ = await times_polls.standing(turn.work, turn.group, turn.now)
    if open_:
        intro.append(Para(_open_already(turn, open_)))
    if draft:
        intro.append(listed(turn, times_polls.starts_of(draft)))
    field = Field("times", say("times-label"), say("times-hint"), long=True, most=TYPED_MOST)
    about = f"{turn.group.id}:{turn.value}"
    return Form(
        "times", about, await times_polls.title(turn.work, meeting.id if meeting else None), (field,), tuple(intro)
    )


async def target(turn: GroupTurn) -> tuple[Meeting | None, Question | None]:
    """The meeting that times are sought for, and what this person has typed already."""
    if not may_propose(turn):
        raise Refusal("times-convener", group=turn.group.name)
    draft = await turn.work.questions.get(turn.value)
    if draft and (draft.kind, draft.group_id, draft.person_id) != (DRAFT, turn.group.id, turn.person.id):
        raise Refusal("refused-old")
    about = (draft.meeting_id or NEW) if draft else turn.value
    if about == NEW:
        await meetings.ask_add(turn)
        return None, draft
    meeting = await turn.work.meetings.get(about)
    if meeting is None or meeting.group_id != turn.group.id:
        raise Refusal("refused-old")
    if meeting.cancelled:
        raise Refusal("refused-cancelled", when=meeting.starts)
    if meeting.begins(turn.group.tz) <= turn.now:
        raise Refusal("refused-over", when=meeting.starts)
    return meeting, draft


def too_near(turn: GroupTurn, meeting: Meeting) -> Message:
    """Nobody can be asked in time; what may be done instead."""
    rows: list[tuple[Button, ...]] = [(button(say("button-times-new"), "times", turn.group.id, NEW),)]
    if turn.convenes:
        rows.append(
            (button(say("button-cancel"), "cancel", meeting.id), button(say("button-move"), "move", meeting.id))
        )
    return told("times-too-near", *rows, when=meeting.starts)


def _open_already(turn: GroupTurn, poll: Question) -> Phrase:
    return say("times-open-already", closes=turn.group.wall(poll.closes))


async def take(turn: GroupTurn, values: Values) -> Reply:
    """Keep what was understood, and show it back with whatever was not; nothing is posted yet."""
    meeting, draft = await target(turn)
    language, typed = turn.person.language, turn.house.typed
    lines = times_tally.read_times(
        values["times"], lambda text: typed.when(text, language=language, zone=turn.group.tz, now=turn.now)
    )
    kept = times_polls.starts_of(draft) if draft else []
    problems: list[Phrase] = []
    for line in lines:
        refusal = line.refusal
        if line.starts and refusal is None:
            refusal = await refused(turn, meeting, line.starts, kept)
        if refusal is None and line.starts:
            kept.append(line.starts)
        elif refusal:
            what = meetings.refusal_as_problem(refusal)
            problems.append(say("times-problem", number=line.number, typed=line.typed, problem=what))
    if not kept:
        again = (button(say("button-times-type"), "times", turn.group.id, turn.value),)
        return Message((Para(say("times-none-understood")), Items(tuple(problems))), (again,))
    kept_draft = await keep(turn, meeting, draft, kept)
    return await shown_back(turn, kept_draft, problems)


async def refused(
    turn: GroupTurn, meeting: Meeting | None, starts: datetime, kept: Collection[datetime]
) -> Refusal | None:
    """Why a time that was understood cannot be put to the group."""
    if starts in kept:
        return Refusal("times-double", when=starts)
    if to_utc(starts, turn.group.tz) < turn.now + DAY:
        return Refusal("times-soon", when=starts)
    length = timedelta(minutes=meeting.minutes if meeting else turn.group.minutes)
    for other in (await turn.view(turn.group)).meetings:
        apart = starts >= other.starts + timedelta(minutes=other.minutes) or other.starts >= starts + length
        if not apart and not (meeting and other.id == meeting.id):
            return Refusal("meeting-overlaps", when=other.starts)
    return Refusal("times-over", when=starts, most=MOST) if len(kept) >= MOST else None


async def keep(
    turn: GroupTurn, meeting: Meeting | None, draft: Question | None, starts: Collection[datetime]
) -> Question:
    """The person's one draft in this group, with these times in order."""
    await turn.work.questions.drop(group_id=turn.group.id, kind=DRAFT, person_id=turn.person.id)
    kept = Question(
        id=draft.id if draft else turn.house.chance.new_id(),
        group_id=turn.group.id,
        kind=DRAFT,
        meeting_id=meeting.id if meeting else None,
        person_id=turn.person.id,
        items=tuple(each.isoformat() for each in sorted(starts)),
        opened=turn.now,
        closes=turn.now,
    )
    await turn.work.questions.add(kept)
    return kept


async def shown_back(turn: GroupTurn, draft: Question, problems: Collection[Text]) -> Message:
    """The times as they were understood, what was not, and what becomes of them."""
    starts = times_polls.starts_of(draft)
    blocks: list[Block] = [Heading(say("times-understood")), listed(turn, starts)]
    if problems:
        blocks += [Para(say("times-not-understood")), Items(tuple(problems))]
    rows: list[tuple[Button, ...]] = []
    open_ = await times_polls.standing(turn.work, turn.group, turn.now)
    if open_:
        blocks.append(Para(_open_already(turn, open_)))
        rows.append((button(say("button-times-open"), "times", turn.group.id),))
    if len(starts) < LEAST:
        blocks.append(Para(say("times-one-more")))
    else:
        closes = await closing(turn, draft)
        blocks += [Para(say("times-would-close", closes=turn.group.wall(closes))), Para(names_said(turn))]
        rows.append((button(say("button-times-post"), "times-post", turn.group.id, draft.id),))
    more = (button(say("button-times-more"), "times", turn.group.id, draft.id),) if len(starts) < MOST else ()
    again = button(say("button-times-again"), "times", turn.group.id, draft.meeting_id or NEW)
    return Message(tuple(blocks), (*rows, (*more, again)))


async def closing(turn: GroupTurn, draft: Question) -> datetime:
    """When it would close if it were asked now, UTC."""
    meeting = await times_polls.meeting_of(turn.work, draft)
    instants = [to_utc(each, turn.group.tz) for each in times_polls.starts_of(draft)]
    if meeting:  # by then the group must know whether it meets as planned
        instants.append(meeting.begins(turn.group.tz))
    return times_tally.closing(turn.group, turn.now, min(instants))
