"""A person's own data: shown whole, and erased."""

import json
from dataclasses import replace
from typing import Any

from bot.core.model import Group, Member
from bot.core.outgoing import DataFile, Heading, Message, Para, Reply, say
from bot.core.replan import replan
from bot.core.turn import Turn, button, told
from bot.core.uses.life import ask_for_convener
from bot.core.uses.membership import remove


async def mydata(turn: Turn) -> Reply:
    """Everything that is kept of the person, as a page to read and as JSON."""
    work, person = turn.work, turn.person
    groups = []
    for member in await work.members.find(person_id=person.id):
        group = await work.groups.get(member.group_id)
        if group:
            groups.append(await _in_group(turn, group, member))
    convened = [g for c in await work.conveners.find(person_id=person.id) if (g := await work.groups.get(c.group_id))]
    let_in = await work.channels.find(platform=person.platform, adder=person.handle)
    draft = await work.drafts.get(person.id)
    data: dict[str, Any] = {
        "person": {
            "name": person.name,
            "platform": person.platform,
            "platform_id": person.handle,
            "language": person.language,
        },
        "groups": groups,
        "convener_of": [g.name for g in convened],
        "let_in": [channel.channel for channel in let_in],
        "unfinished_form": json.loads(draft.values) if draft else None,
    }
    return Message(
        (Heading(say("mydata-heading")), Para(say("mydata-what", count=len(groups)))),
        ((button(say("button-forget"), "forgetme"),),),
        (DataFile(data),),
    )


async def _in_group(turn: Turn, group: Group, member: Member) -> dict[str, Any]:
    work = turn.work
    meetings = {m.id: m for m in await work.meetings.find(group_id=group.id)}
    ballots = []
    for poll in await work.polls.find(group_id=group.id, closed=False):
        for ballot in await work.ballots.find(poll_id=poll.id, member_id=member.id):
            ballots.append({"meeting": meetings[poll.meeting_id].starts, **json.loads(ballot.answers)})
    return {
        "group": group.name,
        "programme": group.programme,
        "joined": member.joined,
        "notes": [
            {"meeting": meetings[n.meeting_id].starts, "text": n.text}
            for n in await work.notes.find(member_id=member.id)
        ],
        "told_about_coming": [
            {
                "meeting": meetings[c.meeting_id].starts,
                "told": c.how,
                "reason": c.reason,
                "reason_seen_by": c.seen if c.reason else "",
            }
            for c in await work.comings.find(member_id=member.id)
        ],
        "leads": [m.starts for m in meetings.values() if m.lead_id == member.id],
        "open_feedback": ballots,
    }


async def ask_forget(_turn: Turn) -> Reply:
    """Ask once, and say what is erased and what cannot be taken back."""
    return told("forget-ask", (button(say("button-forget-sure"), "forget-sure"), button(say("button-keep"), "help")))


async def forget(turn: Turn) -> Reply:
    """Erase the person: memberships, notes, absences, open feedback, drafts, the identity itself."""
    work, person = turn.work, turn.person
    for member in await work.members.find(person_id=person.id):
        group = await work.groups.get(member.group_id)
        await remove(work, member)
        if group:
            await replan(work, turn.house, group)
    for seat in await work.conveners.find(person_id=person.id):
        await work.conveners.drop(id=seat.id)
        group = await work.groups.get(seat.group_id)
        if group:
            await ask_for_convener(work, turn.house, group)
    await work.drafts.drop(id=person.id)
    await work.openings.drop(platform=person.platform, handle=person.handle)
    for channel in await work.channels.find(platform=person.platform, adder=person.handle):
        await work.channels.save(replace(channel, adder=""))
    await work.notices.drop(person_id=person.id, state="waiting")
    await work.persons.drop(id=person.id)
    await work.keys.destroy(person.id)
    turn.erased.append(person.handle)
    turn.seats[person.handle] = False
    return told("forget-done")
