"""Bring the outbox in step with a group's meetings, in the transaction that changed them."""

from dataclasses import replace
from datetime import timedelta

from bot.core.events import in_step
from bot.core.model import Group, State
from bot.core.plan import Facts, as_notice, plan, polite
from bot.core.ports import House, UnitOfWork
from bot.core.tell import tell
from bot.core.view import View, view

PLANNED = frozenset({"pretask", "brief", "reminder", "soon", "notes", "feedback", "results"})
"""The kinds that follow from the plan; all others are told once, when something happens."""

A_MINUTE = timedelta(minutes=1)
A_WEEK = timedelta(days=7)


async def replan(work: UnitOfWork, house: House, group: Group) -> None:
    """Add what is missing, move what has another time, drop what fell away; a plan already in place changes nothing."""
    now = house.clock.now()
    seen = await view(work, house, group)
    wanted = plan(group, seen.meetings, seen.programme, await _facts(work, seen))
    keys = {planned.key() for planned in wanted}
    stale = [n.id for n in await work.notices.waiting(group.id) if n.kind in PLANNED and n.key not in keys]
    if stale:
        await work.notices.drop(id=stale)
    useful = [p for p in wanted if p.until >= now and not (p.kind == "notes" and p.due < now)]
    notices = [as_notice(p, group, house.chance.new_id()) for p in useful]
    soonest = polite(group, now)
    await work.notices.plan(*(replace(n, due=soonest) if n.due < now else n for n in notices))
    if group.events:
        await in_step(work, house, seen)


async def _facts(work: UnitOfWork, seen: View) -> Facts:
    people = {m.id: m.person_id for m in seen.members}
    writers: dict[str, tuple[str, ...]] = {}
    for note in await work.notes.find(group_id=seen.group.id):
        person = people[note.member_id]
        if person not in writers.get(note.meeting_id, ()):
            writers[note.meeting_id] = (*writers.get(note.meeting_id, ()), person)
    posted = await work.notices.find(group_id=seen.group.id, kind="pretask", state=[State.SENT, State.SENDING])
    return Facts(
        leads={m.id: lead.person_id for m in seen.meetings if (lead := seen.lead(m))},
        writers=writers,
        pretasks={n.meeting_id: n.due for n in posted if n.meeting_id},
    )


async def edit_plan(work: UnitOfWork, house: House, group: Group) -> None:
    """Have the plan that stands in the channel say what is so now: once for all that changes within a minute."""
    now = house.clock.now()
    due = now.replace(second=0, microsecond=0) + A_MINUTE
    await tell(work, house, group, "plan-edit", due=due, expires=due + A_WEEK, ref=f"{due:%Y%m%d%H%M}")
