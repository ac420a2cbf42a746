"""A person's own data: shown whole, and erased."""

import json
from typing import Any

from bot.core import reflecting
from bot.core.model import Facilitator, Group, Member, State
from bot.core.outgoing import Button, DataFile, Heading, Message, Para, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.subgroups import name_of
from bot.core.turn import Turn, all_groups_of, button, told
from bot.core.uses.convening import facilitation
from bot.core.uses.convening.life import ask_for_convener
from bot.core.uses.convening.seat import forget_seat
from bot.core.uses.members import welcoming
from bot.core.uses.members.leaving import go_on, goodbyes_of
from bot.core.uses.members.membership import remove
from bot.core.uses.oneself.data_of_member import of_member
from bot.core.uses.season.erasing import forget_person

SHOWN = 8
"""How many words have a button each."""


async def mydata(turn: Turn) -> Reply:
    """Everything that is kept of the person, as a page to read and as JSON."""
    data = await data_of(turn)
    return Message(
        (Heading(say("mydata-heading")), Para(say("mydata-what", count=len(data["groups"])))),
        (*await _words(turn), (button(say("button-forget"), "forgetme"), button(say("button-privacy"), "privacy"))),
        (DataFile(data),),
    )


async def _words(turn: Turn) -> list[tuple[Button, ...]]:
    """A way to take back each word about coming that is still kept, also after its meeting; the latest first."""
    own = [member.id for member in await turn.work.members.find(person_id=turn.person.id)]
    kept = {told.meeting_id for told in await turn.work.comings.find(member_id=own) if told.reason} if own else set()
    meetings = await turn.work.meetings.find(id=sorted(kept)) if kept else []
    latest = sorted(meetings, key=lambda meeting: (meeting.starts, meeting.id), reverse=True)[:SHOWN]
    return [(button(say("button-reason-drop-of", when=m.starts), "reason-drop", m.id),) for m in latest]


async def data_of(turn: Turn) -> dict[str, Any]:
    """The same as plain values: nobody else's words or names are in it, and no secret."""
    work, person = turn.work, turn.person
    groups = []
    for member in await work.members.find(person_id=person.id):
        group = await work.groups.get(member.group_id)
        if group:
            groups.append(await of_member(work, group, member) | await _subgroup(turn, group, member))
    draft = await work.drafts.get(person.id)
    doors = await work.openings.find(platform=person.platform, handle=person.handle)
    let_in = await work.channels.find(platform=person.platform, adder=person.handle)
    return {
        "person": {
            "name": person.name,
            "platform": person.platform,
            "platform_id": person.handle,
            "language": person.language,
            "chosen_language": person.chosen_language,
            "zone": person.zone,
        },
        "groups": groups,
        "convener_of": await _names(work, [seat.group_id for seat in await work.conveners.find(person_id=person.id)]),
        "facilitator_of": await _facilitated(turn),
        "asked_by_you": await _asked(turn),
        "whispers": await _whispers(turn),
        "goodbyes": [paper.text for _, paper in await goodbyes_of(work, person) if paper],
        "let_in": [channel.channel for channel in let_in],
        "open_doors": [{"until": door.until} for door in doors],
        "unfinished_form": json.loads(draft.values) if draft else None,
    }


async def _subgroup(turn: Turn, group: Group, member: Member) -> dict[str, Any]:
    """The sub-group that they have said to be in, by its name."""
    one = await turn.work.subgroups.get(member.subgroup_id) if member.subgroup_id else None
    if one is None:
        return {}
    return {"subgroup": turn.house.library.text(name_of(await turn.view(group), one), turn.person.language)}


async def _names(work: UnitOfWork, group_ids: list[str]) -> list[str]:
    return [group.name for group_id in group_ids if (group := await work.groups.get(group_id))]


async def _facilitated(turn: Turn) -> list[dict[str, Any]]:
    found = []
    for seat in await turn.work.facilitators.find(person_id=turn.person.id):
        for name in await _names(turn.work, [seat.group_id]):
            about = {"group": name, "name_shown": seat.name, "sees_reasons": seat.reasons}
            found.append({**about, "reflections": await _reflections(turn.work, seat)})
    return found


async def _reflections(work: UnitOfWork, seat: Facilitator) -> list[dict[str, Any]]:
    """What they wrote themselves when a season was over."""
    group = await work.groups.get(seat.group_id)
    written = await reflecting.of(work, seat, group) if group else {}
    found = []
    for meeting_id, (_, reflection) in written.items():
        meeting = await work.meetings.get(meeting_id)
        when = {"meeting": meeting.starts} if meeting else {}
        found.append({**when, "in_report": reflection.shared, "words": dict(reflection.answers)})
    return found


async def _asked(turn: Turn) -> list[dict[str, Any]]:
    """What the person has put to a group, or asked of it; what others answered is theirs."""
    found = []
    for question in await turn.work.questions.find(person_id=turn.person.id):
        for name in await _names(turn.work, [question.group_id]):
            found.append(
                {"group": name, "question": question.kind, "opened": question.opened, "closes": question.closes}
            )
    return found


async def _whispers(turn: Turn) -> list[dict[str, Any]]:
    """What is still on its way to the person: which kind and when, not yet in words."""
    waiting = await turn.work.notices.find(person_id=turn.person.id, state=(State.WAITING, State.SENDING, State.FAILED))
    return [{"kind": notice.kind, "due": notice.due} for notice in sorted(waiting, key=lambda n: (n.due, n.id))]


async def ask_forget(_turn: Turn) -> Reply:
    """Ask once, and say what is erased and what cannot be taken back."""
    return told("forget-ask", (button(say("button-forget-sure"), "forget-sure"), button(say("button-keep"), "help")))


async def forget(turn: Turn) -> Reply:
    """Erase the person: memberships, seats, wishes, notes, absences, open feedback, drafts, the identity itself."""
    work, house, person = turn.work, turn.house, turn.person
    await work.lock(*(group.id for group in await all_groups_of(work, person)))
    for member in await work.members.find(person_id=person.id):
        group = await work.groups.get(member.group_id)
        await remove(work, member)
        if group:
            await go_on(work, house, group)
    for seat in await work.conveners.find(person_id=person.id):
        await work.conveners.drop(id=seat.id)
        await forget_seat(work, seat.group_id, person.id)
        group = await work.groups.get(seat.group_id)
        if group:
            await ask_for_convener(work, house, group)
    for outside in await work.facilitators.find(person_id=person.id):
        group = await work.groups.get(outside.group_id)
        if group:
            await facilitation.gone(work, house, group, person)
    await welcoming.forget(work, person)
    await work.questions.drop(person_id=person.id, kind=facilitation.KIND)
    for notice, paper in await goodbyes_of(work, person):
        if paper:
            await work.papers.drop(id=paper.id)
        await work.notices.drop(id=notice.id)
    await forget_person(work, person)
    turn.erased.append(person.handle)
    turn.seats[person.handle] = False
    return told("forget-done")
