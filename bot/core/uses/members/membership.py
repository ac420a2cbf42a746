"""Who is in: a person made a member, told what there is, and removed with all that was theirs alone."""

from dataclasses import replace
from datetime import datetime

from bot.core.agreeing import for_newcomer, without_author
from bot.core.kinds import CONVENERS, OF_ONE
from bot.core.model import Group, Member, Person, State
from bot.core.outgoing import Block, Heading, Items, Message, Own, Para, Text, say
from bot.core.plan import preparation
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import next_meeting
from bot.core.turn import button
from bot.core.uses.subgroups.subgroups_which import choices, which
from bot.core.view import View, view

JOINED = {"every": "joined-what", "light": "joined-what-light", "off": "joined-what-off"}
"""What comes before each meeting, by how much the group prepares."""

SHOWN = 10
"""How many of the meetings that have been are told to somebody who joins late."""

_KEPT = frozenset({"theme", "material", "guest", "between"})
"""The kinds of paper that the group keeps, without an author, when theirs has left; all others go with the author."""


async def admit(work: UnitOfWork, house: House, group: Group, person: Person) -> Member:
    """Make the person a member; Refusal where the group is full. They have no other seat in it than a convener's."""
    seen = await view(work, house, group)
    most = seen.programme.members.most
    if len(seen.members) >= most:
        raise Refusal("group-full", most=most)
    member = Member(
        id=house.chance.new_id(),
        group_id=group.id,
        person_id=person.id,
        key_id=await work.keys.make(),
        name=person.name,
        joined=house.clock.now(),
    )
    await work.members.add(member)
    await replan(work, house, group)
    return member


async def welcome(work: UnitOfWork, seen: View, now: datetime) -> Message:
    """What there is for a new member; whoever opens their private side by "I'm in" reads it there as the first thing.

    What the group has agreed on comes first, and for somebody late what it has talked about so far.
    """
    group = seen.group
    agreed, accept = await for_newcomer(work, group)
    return Message(
        (
            Heading(say("joined", group=group.name)),
            Para(say(JOINED[preparation(group, seen.programme)])),
            *agreed,
            *await so_far(work, seen, now),
            *next_meeting(seen, seen.next(now)),
            *which(seen),
            Para(say("privacy-short")),
        ),
        (
            *accept,
            *choices(seen),
            (button(say("button-menu"), "menu", group.id), button(say("button-privacy"), "privacy")),
            (button(say("button-leave"), "leave", group.id),),
        ),
    )


async def so_far(work: UnitOfWork, seen: View, now: datetime) -> list[Block]:
    """The themes that have been talked about, each with what was agreed then; nothing before the first meeting."""
    been = [meeting for meeting in seen.meetings if meeting.begins(seen.group.tz) <= now][-SHOWN:]
    if not been:
        return []
    papers = await work.papers.find(group_id=seen.group.id, kind="agreed", member_id=None)
    lines: list[Text] = []
    for meeting in been:
        lines.append(say("plan-line", when=meeting.starts, theme=seen.title(meeting)))
        lines += [say("so-far-agreed", text=Own(paper.text)) for paper in papers if paper.meeting_id == meeting.id]
    return [Heading(say("so-far")), Items(tuple(lines))]


async def remove(work: UnitOfWork, member: Member) -> None:
    """Erase a member and all that was theirs in the group.

    Their notes, absences, open ballots, votes, expectations, named quotes, calendar address, unfinished forms about the
    group, and the key of it all are gone; what the group keeps of them has no author any more. Plan anew afterwards.
    """
    group_id, person_id = member.group_id, member.person_id
    for meeting in await work.meetings.find(lead_id=member.id):
        await work.meetings.save(replace(meeting, lead_id=None))
    await work.ballots.drop(member_id=member.id)
    await work.comings.drop(member_id=member.id)
    await work.notes.drop(member_id=member.id)
    await work.votes.drop(member_id=member.id)
    await work.subscriptions.drop(member_id=member.id)
    for paper in await work.papers.find(member_id=member.id):
        if paper.kind in _KEPT and paper.key_id != member.key_id:
            await work.papers.save(replace(paper, member_id=None))
    await work.papers.drop(member_id=member.id)
    await without_author(work, member)
    await _drop_questions(work, member)
    await _drop_draft(work, member)
    convenes = await work.conveners.find(group_id=group_id, person_id=person_id)
    unread = await work.notices.find(group_id=group_id, person_id=person_id, state=(State.WAITING, State.FAILED))
    gone = [n.id for n in unread if n.kind != "left" and not (convenes and n.kind in CONVENERS)]
    of_them = await work.notices.find(group_id=group_id, kind=OF_ONE)
    gone += [n.id for n in of_them if n.ref.partition(".")[0] == member.id and n.state is not State.SENDING]
    if gone:
        await work.notices.drop(id=gone)
    await work.members.drop(id=member.id)
    await work.keys.destroy(member.key_id)
    group = await work.groups.get(group_id)
    if group:  # how many have left is all that stays of it
        await work.groups.save(replace(group, departures=group.departures + 1))


async def let_go(work: UnitOfWork, person: Person) -> None:
    """Keep no row of somebody who has no business in any group any more, and has asked for none."""
    for business in (work.members, work.conveners, work.facilitators, work.questions):
        if await business.find(person_id=person.id):
            return
    if await work.drafts.get(person.id) is None:
        await work.persons.drop(id=person.id)


async def _drop_questions(work: UnitOfWork, member: Member) -> None:
    """What they began, asked or were asked alone falls away; times that they put to all are the group's own now."""
    for question in await work.questions.find(group_id=member.group_id, person_id=member.person_id):
        if question.kind == "times":
            await work.questions.save(replace(question, person_id=None))
        elif question.kind != "facilitator":
            await work.votes.drop(question_id=question.id)
            await work.questions.drop(id=question.id)
    for question in await work.questions.find(group_id=member.group_id, kind=("seat", "swap", "along")):
        if member.id in question.items:
            await work.votes.drop(question_id=question.id)
            await work.questions.drop(id=question.id)


async def _drop_draft(work: UnitOfWork, member: Member) -> None:
    """An unfinished form about the group or one of its meetings."""
    draft = await work.drafts.get(member.person_id)
    if draft is None:
        return
    about = draft.about.partition(":")[0]
    meeting = await work.meetings.get(about) if about else None
    if member.group_id in {about, meeting.group_id if meeting else ""}:
        await work.drafts.drop(id=draft.id)
