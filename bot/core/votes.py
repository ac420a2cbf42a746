"""Something put to the members, and each one's answer: set anew by each press, taken back without a trace."""

from dataclasses import replace
from datetime import datetime

from bot.core.model import Member, Question, Vote
from bot.core.ports import House, UnitOfWork
from bot.core.turn import GroupTurn


async def put(
    turn: GroupTurn,
    kind: str,
    closes: datetime,
    *,
    items: tuple[str, ...] = (),
    meeting_id: str | None = None,
    person_id: str | None = None,
) -> Question:
    """Put something to the members of the turn's group, or to some of them, from now on; `person_id` is whose it is."""
    new_id = turn.house.chance.new_id()
    question = Question(new_id, turn.group.id, kind, meeting_id, person_id, items, opened=turn.now, closes=closes)
    await turn.work.questions.add(question)
    return question


async def set_vote(  # noqa: PLR0917 - each is one plain thing
    work: UnitOfWork, house: House, question: Question, member: Member, item: str, value: str
) -> None:
    """Set one member's answer on one item, in the place of the one before."""
    there = await work.votes.find(question_id=question.id, member_id=member.id, item=item)
    if there:
        await work.votes.save(replace(there[0], value=value))
    else:
        await work.votes.add(Vote(house.chance.new_id(), question.group_id, question.id, member.id, item, value))
