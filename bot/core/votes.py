"""A member's answer to something that was put to the members: set anew by each press, taken back without a trace."""

from dataclasses import replace

from bot.core.model import Member, Question, Vote
from bot.core.ports import House, UnitOfWork


async def set_vote(  # noqa: PLR0917 - each is one plain thing
    work: UnitOfWork, house: House, question: Question, member: Member, item: str, value: str
) -> None:
    """Set one member's answer on one item, in the place of the one before."""
    there = await work.votes.find(question_id=question.id, member_id=member.id, item=item)
    if there:
        await work.votes.save(replace(there[0], value=value))
    else:
        await work.votes.add(Vote(house.chance.new_id(), question.group_id, question.id, member.id, item, value))
