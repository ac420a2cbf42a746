"""A swap of turns as it stands: whether it still can be answered, and what the two of them are told."""

from dataclasses import dataclass

from bot.core.model import How, Meeting, Member, Question
from bot.core.outgoing import Button, Message, Para, say
from bot.core.replan import YES
from bot.core.saying import Saying
from bot.core.turn import GroupTurn, button, told
from bot.core.view import View

KIND = "swap"
NO = "no"
BACK = "back"


@dataclass(frozen=True)
class Swap:
    """A swap that was asked for: whose turn is to go to whom, and for which of theirs, if any."""

    question: Question
    meeting: Meeting
    asker: Member
    asked: Member
    other: Meeting | None


def swap_of(seen: View, question: Question) -> Swap | None:
    """The swap that a question is about; None where somebody has left, or a meeting is no more."""
    by_id = {m.id: m for m in seen.meetings}
    meeting, other_id, asked_id = by_id.get(question.meeting_id or ""), *question.items
    asker = seen.member(question.person_id or "")
    asked = next((m for m in seen.members if m.id == asked_id), None)
    if meeting is None or asker is None or asked is None or (other_id and other_id not in by_id):
        return None
    return Swap(question, meeting, asker, asked, by_id.get(other_id))


def stands(seen: View, swap: Swap, turn: GroupTurn | Saying) -> bool:
    """Whether it can still be answered: nothing has moved, both turns are whose they were, and both can come."""
    question, pairs = swap.question, [(swap.meeting, swap.asker, swap.asked)]
    if swap.other:
        pairs.append((swap.other, swap.asked, swap.asker))
    if question.closed or turn.now >= question.closes or not swap.asked.rota:
        return False
    for meeting, holder, taker in pairs:
        lead = seen.lead(meeting)
        gone = {member.id for member, _ in seen.told(meeting, How.ABSENT)}
        if meeting.time_set > question.opened or taker.id in gone:
            return False
        if lead is None or lead.member is None or lead.member.id != holder.id:
            return False
    return True


async def put_to(turn: GroupTurn, seen: View) -> Swap | None:
    """What is being asked of this member, and can still be answered; the whisper may not have reached them."""
    if turn.member is None:
        return None
    for question in await turn.work.questions.find(group_id=turn.group.id, kind=KIND, closed=False):
        swap = swap_of(seen, question)
        if swap and swap.asked.id == turn.member.id and stands(seen, swap, turn):
            return swap
    return None


def back_button(swap: Swap) -> Button:
    """For either of the two, as long as it is as they agreed."""
    return button(say("button-swap-back"), "swap-back", swap.meeting.id, swap.question.id)


async def say_swap(saying: Saying) -> Message | None:
    """The question to the one who is asked, or its answer to the one who asked; nothing that no longer stands."""
    question_id, _, answer = saying.notice.ref.partition(".")
    question = await saying.work.questions.get(question_id)
    swap = swap_of(saying.seen, question) if question else None
    if saying.preview:
        return Message((Para(say("preview-private-swap")),))
    if swap and not answer:
        return put(swap) if stands(saying.seen, swap, saying) else None
    given = await saying.work.votes.find(question_id=question_id)
    if swap is None or not given or given[0].value != answer:
        return None
    return _answered(saying, swap, answer)


def _answered(saying: Saying, swap: Swap, answer: str) -> Message:
    if answer == YES:
        return agreed(swap, swap.asker, (back_button(swap),))
    if answer == NO:
        row = (button(say("button-swap-other"), "swap", swap.meeting.id),)
        return told("swap-said-no", row, name=swap.asked.name, when=swap.meeting.starts)
    by = swap.asker if saying.notice.person_id == swap.asked.person_id else swap.asked
    return told("swap-said-back", name=by.name, when=swap.meeting.starts)


def put(swap: Swap) -> Message:
    """The question itself, with what each would lead."""
    row = (
        button(say("button-swap-yes"), "swap-yes", swap.meeting.id, swap.question.id),
        button(say("button-swap-no"), "swap-no", swap.meeting.id, swap.question.id),
    )
    when, name = swap.meeting.starts, swap.asker.name
    if swap.other is None:
        return told("swap-ask-take", row, name=name, when=when)
    return told("swap-ask", row, name=name, when=when, theirs=swap.other.starts)


def agreed(swap: Swap, reader: Member, row: tuple[Button, ...]) -> Message:
    """Who leads what from now on, as one of the two reads it."""
    first, second = swap.meeting.starts, swap.other.starts if swap.other else None
    name = swap.asker.name if reader.id == swap.asked.id else swap.asked.name
    if second is None:
        phrase = "swap-mine-now" if reader.id == swap.asked.id else "swap-theirs-now"
        return told(phrase, row, name=name, when=first)
    mine, theirs = (first, second) if reader.id == swap.asked.id else (second, first)
    return told("swap-done", row, name=name, mine=mine, theirs=theirs)
