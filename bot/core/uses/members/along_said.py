"""What is said of somebody who is asked whether they are still along, and what two weeks without an answer bring."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core.model import Group, Life, Member, Question, State
from bot.core.outgoing import Message, Para, Phrase, say
from bot.core.plan import local_day, morning_of, polite, told_as
from bot.core.ports import House, UnitOfWork
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell, tell_conveners
from bot.core.turn import button, press, told
from bot.core.uses.members.leaving import go_on, tell_of_silent
from bot.core.uses.members.membership import remove
from bot.core.view import View

KIND = "along"
"""The questions that these are; their items: which member is asked, and how much they had done until then."""

A_DAY = timedelta(days=1)
FORTNIGHT = timedelta(days=14)

YES, UNASKED = "yes", "unasked"
"""What the conveners hear while the member stays: that they are along, or that they could not be asked."""


def fortnight_after(group: Group, asked: datetime) -> datetime:
    """Until when somebody can answer who is asked at this instant: a morning, UTC."""
    return morning_of(group, local_day(group, asked) + FORTNIGHT)


def way_back(seen: View, now: datetime) -> Phrase:
    """How somebody comes in again who is out: as anybody comes in at that time."""
    met = any(meeting.begins(seen.group.tz) <= now for meeting in seen.meetings)
    return say(f"along-return-{seen.group.newcomers if met else 'open'}")


async def done_so_far(work: UnitOfWork, member: Member) -> int:
    """How many notes and answers of theirs are kept; feedback is not looked at, since nobody may tell who gave any."""
    return len(await work.notes.find(member_id=member.id)) + len(await work.votes.find(member_id=member.id))


async def _has_done_something(work: UnitOfWork, question: Question, member: Member) -> bool:
    """Whether they have told of their coming since they were asked, or there is more of theirs than there was."""
    told_since = [c for c in await work.comings.find(member_id=member.id) if c.told > question.opened]
    return bool(told_since) or await done_so_far(work, member) > int(question.items[1])


async def let_go_in_time(work: UnitOfWork, house: House, group: Group, question: Question, member: Member) -> None:
    """Plan what comes when the time to answer is over; an earlier one, if there is any, does nothing any more.

    Whoever was away on that very day cannot know whether there was an answer, and lets nobody go.
    """
    due, ref = question.closes, f"{question.id}.{told_as(question.closes)}"
    await tell(work, house, group, "let-go", due=due, expires=due + A_DAY, person_id=member.person_id, ref=ref)


async def awaited_until(work: UnitOfWork, group: Group, question: Question) -> datetime | None:
    """Until when an answer is awaited, UTC: two weeks from when the question was really said, or could be found.

    None where it was neither whispered nor stood behind a button on a post in the channel.
    """
    if await work.notices.find(group_id=group.id, kind="still-along", ref=question.id, state=State.SENT):
        return question.closes
    opens = press("still-along", group.id)
    posts = await work.notices.find(group_id=group.id, person_id=None, state=State.SENT)
    found = [post.due for post in posts if post.due > question.opened and opens in post.ref.split()]
    return fortnight_after(group, min(found)) if found else None


async def close(work: UnitOfWork, question: Question, *, remember: bool) -> None:
    """The question is over, with what was still to be said of it; that it was asked is remembered for a while."""
    waiting = await work.notices.find(group_id=question.group_id, kind=("still-along", "let-go"), state=State.WAITING)
    gone = [notice.id for notice in waiting if notice.ref.partition(".")[0] == question.id]
    if gone:
        await work.notices.drop(id=gone)
    if remember:
        await work.questions.save(replace(question, closed=True))
    else:
        await work.questions.drop(id=question.id)


async def stays(
    work: UnitOfWork, house: House, group: Group, question: Question, member: Member, *, asked: bool = True
) -> None:
    """Nothing happens to the member, and each convener hears why: they are along, or could not be `asked`."""
    await close(work, question, remember=asked)
    ref, due = f"{member.id}.{YES if asked else UNASKED}.{question.id}", polite(group, house.clock.now())
    await tell_conveners(work, house, group, "along", due=due, expires=due + A_WEEK, ref=ref, but=member.person_id)


async def _asked(saying: Saying) -> tuple[Question, Member] | None:
    """The open question that the notice is of, and whom it is about; None where it no longer stands."""
    question = await saying.work.questions.get(saying.notice.ref.partition(".")[0])
    if question is None or question.kind != KIND or question.closed:
        return None
    member = await saying.work.members.get(question.items[0])
    return (question, member) if member else None


async def count_from_now(saying: Saying) -> None:
    """The two weeks are counted from when the question is said, however late that is."""
    if found := await _asked(saying):
        question, member = found
        await _put_off(saying, question, member, fortnight_after(saying.seen.group, saying.now))


async def _put_off(saying: Saying, question: Question, member: Member, closes: datetime) -> None:
    if closes > question.closes:
        later = replace(question, closes=closes)
        await saying.work.questions.save(later)
        await let_go_in_time(saying.work, saying.house, saying.seen.group, later, member)


async def say_still_along(saying: Saying) -> Message | None:
    """The question, to the member; nothing where it no longer stands, or the group has paused since."""
    if saying.preview:
        return Message((Para(say("preview-people")),))
    found = await _asked(saying)
    if found is None or saying.seen.group.life is Life.PAUSED:
        return None
    return question_to(saying.seen, found[1], found[0], saying.now)


def question_to(seen: View, member: Member, question: Question, now: datetime) -> Message:
    """Whether they are still along, until when they can say, what comes otherwise, and how to take theirs with them."""
    group = seen.group
    return Message(
        (
            Para(say("still-along-ask", name=member.name, group=group.name)),
            Para(say("still-along-until", closes=group.wall(question.closes))),
            Para(way_back(seen, now)),
            Para(say("still-along-who")),
        ),
        (
            (button(say("button-along-yes"), "along-yes", group.id),),
            (button(say("button-along-leave"), "leave", group.id), button(say("button-mydata"), "mydata")),
        ),
    )


async def come_due(saying: Saying) -> None:
    """The time to answer is over: let go of somebody who was asked and has not stirred, and of nobody else."""
    found = await _asked(saying)
    if found is None or found[0].closes > saying.now:
        return
    question, member = found
    work, house, group = saying.work, saying.house, saying.seen.group
    if not await work.conveners.find(group_id=group.id):  # and so there is nobody who wishes it
        await close(work, question, remember=True)
        return
    away = saying.now > saying.notice.expires
    if group.life is Life.PAUSED and not away:  # we promised to say nothing, and anybody may be silent
        await _put_off(saying, question, member, fortnight_after(group, saying.now))
        return
    until = await awaited_until(work, group, question)
    if await _has_done_something(work, question, member):
        await stays(work, house, group, question, member)
    elif until is None or away:
        await stays(work, house, group, question, member, asked=False)
    elif until > saying.now:
        await _put_off(saying, question, member, until)
    else:
        await remove(work, member)
        await go_on(work, house, group)
        await tell_of_silent(work, house, group, member.person_id, question.id)


async def say_let_go(saying: Saying) -> Message | None:
    """To somebody who is out: why, what is erased, and how to come in again; nothing to a member."""
    if saying.preview:
        return Message((Para(say("preview-people")),))
    seen, person = saying.seen, saying.person
    if person is None or seen.member(person.id):
        return None
    convenes = await saying.work.conveners.find(group_id=seen.group.id, person_id=person.id)
    seat = (Para(say("leave-convener")),) if convenes else ()
    return Message((Para(say("let-go-told", group=seen.group.name)), *seat, Para(way_back(seen, saying.now))))


async def say_along(saying: Saying) -> Message | None:
    """To a convener: that somebody is along, or could not be asked and so stays."""
    if saying.preview:
        return Message((Para(say("preview-people")),))
    member_id, what, _ = saying.notice.ref.split(".")
    member, group = await saying.work.members.get(member_id), saying.seen.group
    if member is None:
        return None
    if what == YES:
        return told("along-word-yes", name=member.name, group=group.name)
    row = (button(say("button-along"), "along", group.id),)
    return told("along-word-unasked", row, name=member.name, group=group.name)
