"""Questions about when to meet: which one is open, what has become of one, and who may decide on it."""

from datetime import datetime, timedelta

from bot.core.model import Group, Meeting, Question, State, Vote, to_utc
from bot.core.outgoing import Phrase, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn
from bot.core.view import View

TIMES = "times"
DRAFT = "times-draft"
"""Times that somebody has typed and not asked the group about yet; nobody else sees them."""

NOTICES = ("times", "times-nudge", "times-result")
KEPT, WITHDRAWN = "kept", "withdrawn"
"""What stands behind a question's id in the `ref` of a post that tells how it ended otherwise."""

ANOTHER = "another"
"""What a press carries that begins anew, in the place of what a time is sought for."""

DAY = timedelta(days=1)
TO_COME = frozenset({State.WAITING, State.SENDING})
"""The states of a notice that nobody has read yet."""

# A question of this kind is open; or closed with its times still to choose from, with the one that was chosen, or with
# none where it was withdrawn.


def starts_of(question: Question) -> list[datetime]:
    """Its times, naive local, in order."""
    return [datetime.fromisoformat(item) for item in question.items]


async def overtaken(work: UnitOfWork, group: Group, now: datetime, question: Question) -> Refusal | None:
    """Why there is nothing left to find a time for, open or not: its meeting fell away, began or was moved by hand."""
    meeting = await work.meetings.get(question.meeting_id) if question.meeting_id else None
    if meeting and meeting.cancelled:
        return Refusal("refused-cancelled", when=meeting.starts)
    if meeting and meeting.time_set > question.opened:
        return Refusal("times-settled", when=meeting.starts)
    if meeting and meeting.begins(group.tz) <= now:
        return Refusal("refused-over", when=meeting.starts)
    if all(to_utc(starts, group.tz) <= now for starts in starts_of(question)):
        return Refusal("times-closed")
    return None


async def ended(work: UnitOfWork, group: Group, now: datetime, question: Question) -> Refusal | None:
    """Why it can no longer be answered; None while it can."""
    if not over(question, now):
        return await overtaken(work, group, now, question)
    return decided(question) or Refusal("times-closed")


def over(question: Question, now: datetime) -> bool:
    """Whether its time to be answered is over, even where the post with the result has not come yet."""
    return question.closed or question.closes <= now


def decided(question: Question) -> Refusal | None:
    """What was decided on a question; None where that is still to be."""
    if not question.items:
        return Refusal("times-withdrawn")
    return Refusal("times-settled", when=starts_of(question)[0]) if len(question.items) == 1 else None


async def standing(work: UnitOfWork, group: Group, now: datetime) -> Question | None:
    """The one that the group is answering now."""
    for question in await work.questions.find(group_id=group.id, kind=TIMES, closed=False):
        if await ended(work, group, now, question) is None:
            return question
    return None


async def undecided(work: UnitOfWork, group: Group, now: datetime) -> Question | None:
    """The latest one, where it has been answered and nobody has chosen yet."""
    found = await work.questions.find(group_id=group.id, kind=TIMES)
    left = [q for q in found if over(q, now) and not decided(q)]
    question = max(left, key=lambda q: q.opened, default=None)
    if question is None or await replaced(work, question):
        return None
    return None if await overtaken(work, group, now, question) else question


async def replaced(work: UnitOfWork, question: Question) -> bool:
    """Whether the group has been asked anew since."""
    found = await work.questions.find(group_id=question.group_id, kind=TIMES)
    return any(other.opened > question.opened for other in found)


async def meant(turn: GroupTurn) -> tuple[Question, list[str]]:
    """The question that a press carries, of this group, and what else it carries; anything there may be forged."""
    question_id, *rest = turn.value.split(".")
    question = await turn.work.questions.get(question_id)
    if question is None or question.group_id != turn.group.id or question.kind != TIMES:
        raise Refusal("refused-old")
    return question, rest


def item_of(question: Question, number: str) -> str:
    """The time with this number, from 0."""
    if not (number.isascii() and number.isdecimal() and int(number) < len(question.items)):
        raise Refusal("refused-old")
    return question.items[int(number)]


def decides(turn: GroupTurn, question: Question) -> bool:
    """Whether this person may close it, withdraw it and choose: who asked, and the convener."""
    return turn.convenes or question.person_id == turn.person.id


def only_deciding(turn: GroupTurn, question: Question) -> None:
    """Refuse everybody else."""
    if not decides(turn, question):
        raise Refusal("times-not-yours")


async def meeting_of(work: UnitOfWork, question: Question) -> Meeting | None:
    """The meeting that a time is sought for; None where it is a new one."""
    return await work.meetings.get(question.meeting_id) if question.meeting_id else None


async def title(work: UnitOfWork, meeting_id: str | None) -> Phrase:
    """What a time is sought for."""
    meeting = await work.meetings.get(meeting_id) if meeting_id else None
    return say("times-heading-move", when=meeting.starts) if meeting else say("times-heading")


def asker(seen: View, question: Question) -> str:
    """Who asked, where they are still of the group."""
    member = seen.member(question.person_id) if question.person_id else None
    return member.name if member else ""


async def votes_on(work: UnitOfWork, question: Question) -> list[Vote]:
    """All answers to it."""
    return await work.votes.find(question_id=question.id)


async def silence(work: UnitOfWork, question: Question) -> bool:
    """Take back whatever was still to be said of it; whether the group has not even heard of it."""
    told = await work.notices.find(group_id=question.group_id, kind=NOTICES, ref=question.id)
    waiting = [n.id for n in told if n.state is State.WAITING]
    if waiting:
        await work.notices.drop(id=waiting)
    return any(n.id in waiting and n.kind == "times" for n in told)
