"""Bring the outbox in step with a group's meetings, in the transaction that changed them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import reflecting, resting
from bot.core.agreeing import settle
from bot.core.ballots import EVALUATION, FEEDBACK
from bot.core.events import in_step
from bot.core.kinds import ENDING, PLANNED
from bot.core.model import Group, How, Life, Meeting, Notice, State
from bot.core.onward import go_on
from bot.core.plan import (
    DELETION_TOLD,
    FOLLOWUPS,
    Facts,
    as_notice,
    deletion_due,
    local_day,
    morning_of,
    plan,
    polite,
    told_as,
)
from bot.core.ports import House, UnitOfWork
from bot.core.subgroups import splitting
from bot.core.tell import A_WEEK, tell
from bot.core.view import View, view

YES = "yes"
"""What a vote says that agrees."""

A_MINUTE = timedelta(minutes=1)
JUST_NOW = timedelta(days=2)
"""How long everything may have been due to be deleted for its date to be still the one that was told."""


async def replan(work: UnitOfWork, house: House, group: Group) -> None:
    """Add what is missing, move what has another time, drop what fell away; a plan already in place changes nothing."""
    now = house.clock.now()
    seen = await view(work, house, group)
    if await go_on(work, house, seen):
        seen = await view(work, house, group)
        if await work.notices.find(group_id=group.id, kind=("plan", "plan-edit")):
            await edit_plan(work, house, group)
    facts = await _facts(work, seen)
    group = await _told_in_time(work, group, facts, now)
    # Where none stands, what comes after the last meeting comes after the last that was called off.
    meetings = seen.meetings or await work.meetings.find(group_id=group.id)
    group = await _resting(work, group, meetings, now)
    wanted = [
        *plan(group, meetings, seen.programme, facts),
        *reflecting.planned(seen, facts.not_held),
        *resting.planned(group, meetings),
    ]
    keys = {planned.key() for planned in wanted}
    waiting = await work.notices.waiting(group.id)
    stale = [n.id for n in waiting if n.kind in PLANNED and n.key not in keys and not _under_way(n, group)]
    if stale:
        await work.notices.drop(id=stale)
    useful = [p for p in wanted if p.until >= now and not (p.kind == "notes" and p.due < now)]
    notices = [as_notice(p, group, house.chance.new_id()) for p in useful]
    soonest = polite(group, now)
    await work.notices.plan(*(replace(n, due=soonest) if n.due < now else n for n in notices))
    await settle(work, house, group)
    if group.events:
        await in_step(work, house, seen)


def _under_way(notice: Notice, group: Group) -> bool:
    """Whether it has ended its group in the moment that it was said, and has not come through yet."""
    return notice.kind in ENDING and group.life is Life.ENDED


async def _told_in_time(work: UnitOfWork, group: Group, facts: Facts, now: datetime) -> Group:
    """The group as it is, or kept a while longer where deletion came nearer than the time in which it is told.

    The date follows from who may still be asked, and somebody may leave or think better of it.
    """
    gone = deletion_due(group, facts.followers)
    if gone is None or gone >= now + DELETION_TOLD:
        return group
    told = await work.notices.find(group_id=group.id, kind="deletion-soon", ref=told_as(gone))
    if told and gone > now - JUST_NOW:
        return group
    kept = replace(group, kept_until=morning_of(group, local_day(group, now) + 2 * DELETION_TOLD))
    await work.groups.save(kept)
    return kept


async def _resting(work: UnitOfWork, group: Group, meetings: Sequence[Meeting], now: datetime) -> Group:
    """The group with it written down since when it rests, or that it does not."""
    if resting.is_resting(group, meetings) == (group.resting is not None):
        return group
    told = replace(group, resting=None if group.resting else now)
    await work.groups.save(told)
    return told


async def _facts(work: UnitOfWork, seen: View) -> Facts:
    people = {m.id: m.person_id for m in seen.members}
    writers: dict[str, tuple[str, ...]] = {}
    for note in await work.notes.find(group_id=seen.group.id):
        person = people[note.member_id]
        if person not in writers.get(note.meeting_id, ()):
            writers[note.meeting_id] = (*writers.get(note.meeting_id, ()), person)
    absent: dict[str, tuple[str, ...]] = {}
    for coming in seen.comings:
        if coming.how is How.ABSENT and coming.member_id in people:
            absent[coming.meeting_id] = (*absent.get(coming.meeting_id, ()), people[coming.member_id])
    rounds = await work.polls.find(group_id=seen.group.id, closed=False)
    meetings = await work.meetings.find(group_id=seen.group.id)
    kinds = ("pretask", "part-pretask") if seen.subgroups else "pretask"
    posted = await work.notices.find(group_id=seen.group.id, kind=kinds, state=[State.SENT, State.SENDING])
    return Facts(
        leads={m.id: lead.person_id for m in seen.meetings if (lead := seen.lead(m))},
        writers=writers,
        absent=absent,
        members=tuple(people.values()),
        earlier=seen.earlier,
        between=await _between(work, seen),
        not_held={o.meeting_id for o in await work.outcomes.find(group_id=seen.group.id, held=False)},
        followers=await followers_of(work, seen),
        pretasks={n.meeting_id: n.due for n in posted if n.meeting_id and n.kind == "pretask"},
        apart=tuple(subgroup.id for subgroup in seen.subgroups if subgroup.channel),
        splits={m.id for m in seen.meetings if splitting(seen, m)} if seen.subgroups else (),
        parted={(n.meeting_id, n.ref): n.due for n in posted if n.meeting_id and n.kind == "part-pretask"},
        asked={poll.meeting_id for poll in rounds if poll.kind == FEEDBACK},
        evaluated={poll.meeting_id for poll in rounds if poll.kind == EVALUATION},
        cancelled=max((m.time_set for m in meetings if m.cancelled), default=None),
    )


async def _between(work: UnitOfWork, seen: View) -> set[str]:
    """The meetings after which there is something to do: agreed by the group, or given where the meeting was held."""
    papers = await work.papers.find(group_id=seen.group.id, kind="between")
    given = {meeting.id for meeting in seen.meetings if seen.between(meeting)}
    if given:
        given -= {outcome.meeting_id for outcome in await work.outcomes.find(group_id=seen.group.id, held=False)}
    return {paper.meeting_id for paper in papers if paper.meeting_id} | given


async def followers_of(work: UnitOfWork, seen: View) -> dict[int, tuple[str, ...]]:
    """Who may be asked once more, by months after the end; nobody is before they have said so themselves."""
    found: dict[int, tuple[str, ...]] = {}
    people = {m.id: m.person_id for m in seen.members}
    for question in await work.questions.find(group_id=seen.group.id, kind="followup"):
        votes = [v for v in await work.votes.find(question_id=question.id) if v.value == YES and v.member_id in people]
        for months in FOLLOWUPS:
            found[months] = tuple(people[v.member_id] for v in votes if v.item == str(months))
    return found


async def edit_plan(work: UnitOfWork, house: House, group: Group) -> None:
    """Have the plan that stands in the channel say what is so now: once for all that changes within a minute."""
    now = house.clock.now()
    due = now.replace(second=0, microsecond=0) + A_MINUTE
    await tell(work, house, group, "plan-edit", due=due, expires=due + A_WEEK, ref=f"{due:%Y%m%d%H%M}")
