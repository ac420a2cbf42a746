"""Joining by one's own press, and leaving in two."""

from dataclasses import replace
from datetime import timedelta

from bot.core.model import Member, chat_of
from bot.core.outgoing import Heading, Message, Para, Reply, say
from bot.core.plan import polite
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying, next_meeting
from bot.core.tell import tell
from bot.core.turn import GroupTurn, button, told


async def join(turn: GroupTurn) -> Reply:
    """Make the person a member, by their own press; up to the programme's number."""
    if turn.member and turn.channel:
        return told("already-in", group=turn.group.name)
    if not turn.member:
        await _add(turn)
    return await _welcome(turn)


async def _add(turn: GroupTurn) -> None:
    """Whoever can press in the group's own channel was let into it; a press from anywhere else may be forged."""
    where = {turn.group.channel, chat_of(turn.group.channel)}  # of an old post, no topic may be told
    if turn.channel not in where and not turn.convenes:
        raise Refusal("join-in-channel", group=turn.group.name)
    seen = await turn.view(turn.group)
    if len(seen.members) >= seen.programme.members.most:
        raise Refusal("group-full", most=seen.programme.members.most)
    member = Member(
        id=turn.house.chance.new_id(),
        group_id=turn.group.id,
        person_id=turn.person.id,
        key_id=await turn.work.keys.make(),
        name=turn.person.name,
        joined=turn.now,
    )
    await turn.work.members.add(member)
    await replan(turn.work, turn.house, turn.group)


async def _welcome(turn: GroupTurn) -> Message:
    """What there is now; whoever opens their private side by pressing "I'm in" reads it there as the first thing."""
    seen = await turn.view(turn.group)
    return Message(
        (
            Heading(say("joined", group=turn.group.name)),
            Para(say("joined-what")),
            *next_meeting(seen, seen.next(turn.now)),
            Para(say("privacy-short")),
        ),
        (
            (button(say("button-menu"), "menu", turn.group.id), button(say("button-privacy"), "privacy")),
            (button(say("button-leave"), "leave", turn.group.id),),
        ),
    )


async def leave(turn: GroupTurn) -> Reply:
    """Ask once, and say what will be erased."""
    return told(
        "leave-ask",
        (button(say("button-leave-tell"), "leave-sure", turn.group.id, "tell"),),
        (button(say("button-leave-quiet"), "leave-sure", turn.group.id, "quiet"),),
        (button(say("button-stay"), "menu", turn.group.id),),
        group=turn.group.name,
    )


async def leave_sure(turn: GroupTurn) -> Reply:
    """Leave: what was private is erased, and the group hears of it only if the person wanted."""
    await remove(turn.work, turn.me)
    await replan(turn.work, turn.house, turn.group)
    if turn.value == "tell":
        await tell(
            turn.work,
            turn.house,
            turn.group,
            "left",
            due=polite(turn.group, turn.now),
            expires=turn.now + timedelta(days=3),
            ref=turn.person.id,
        )
    return told("left-done", group=turn.group.name)


async def remove(work: UnitOfWork, member: Member) -> None:
    """Erase a member and all that was theirs in the group: notes, absences, open ballots, the key of the notes."""
    for meeting in await work.meetings.find(lead_id=member.id):
        await work.meetings.save(replace(meeting, lead_id=None))
    await work.ballots.drop(member_id=member.id)
    await work.comings.drop(member_id=member.id)
    await work.notes.drop(member_id=member.id)
    await work.notices.drop(group_id=member.group_id, person_id=member.person_id, state="waiting")
    await work.members.drop(id=member.id)
    await work.keys.destroy(member.key_id)


async def say_left(saying: Saying) -> Message | None:
    """That somebody has left, if they wanted it said and have not been forgotten since."""
    person = await saying.work.persons.get(saying.notice.ref)
    return Message((Para(say("left-post", name=person.name)),)) if person else None
