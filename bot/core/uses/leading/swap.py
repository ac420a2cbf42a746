"""A turn swapped with another member: asked, answered and told in private; nothing where it makes no sense by now."""

from dataclasses import replace

from bot.core.model import How, Meeting, Member, Question
from bot.core.outgoing import Button, Message, Reply, say
from bot.core.plan import at_once
from bot.core.refusal import Refusal
from bot.core.replan import YES, replan
from bot.core.season import ahead
from bot.core.tell import tell
from bot.core.turn import GroupTurn, MeetingTurn, button, told
from bot.core.uses.leading.lead import own_turns
from bot.core.uses.leading.swap_said import BACK, KIND, NO, Swap, agreed, back_button, stands, swap_of
from bot.core.view import View
from bot.core.votes import put, set_vote

SHOWN = 20


async def ask_swap(turn: MeetingTurn) -> Reply:
    """With whom to swap this turn; with a member named, the question to them."""
    turn.before_start()
    seen = await turn.view(turn.group)
    if turn.meeting not in own_turns(seen, turn):
        raise Refusal("refused-lead", when=turn.meeting.starts)
    if turn.value:
        return await _propose(turn, seen)
    rows = [(_member_button(turn, seen, member),) for member in _others(turn, seen)][:SHOWN]
    if not rows:
        raise Refusal("lead-nobody-else")
    return told("swap-whom", *rows, when=turn.meeting.starts)


def _others(turn: MeetingTurn, seen: View) -> list[Member]:
    """Whom one may ask: those in the rota who can come. Who is left out, and why, is not said."""
    gone = {member.id for member, _ in seen.told(turn.meeting, How.ABSENT)}
    return [m for m in seen.members if m.rota and m.id not in gone and m.id != turn.me.id]


def _member_button(turn: MeetingTurn, seen: View, member: Member) -> Button:
    theirs = _their_turn(turn, seen, member)
    label = say("button-swap-turn", name=member.name, when=theirs.starts) if theirs else say("label", text=member.name)
    return button(label, "swap", turn.meeting.id, member.id)


def _their_turn(turn: MeetingTurn, seen: View, member: Member) -> Meeting | None:
    """The next turn of theirs at which the asker can come."""
    coming = [m for m in ahead(turn.group, seen.meetings, turn.now) if m.begins(turn.group.tz) > turn.now]
    for meeting in coming:
        lead = seen.lead(meeting)
        gone = {each.id for each, _ in seen.told(meeting, How.ABSENT)}
        if lead and lead.member and lead.member.id == member.id and turn.me.id not in gone:
            return meeting
    return None


async def _propose(turn: MeetingTurn, seen: View) -> Message:
    """Ask one member; a question to another about this turn is taken back, the same one stands as it is."""
    asked = next((m for m in _others(turn, seen) if m.id == turn.value), None)
    if asked is None:
        raise Refusal("refused-old")
    other = _their_turn(turn, seen, asked)
    items = (other.id if other else "", asked.id)
    mine = {"kind": KIND, "meeting_id": turn.meeting.id, "person_id": turn.person.id, "closed": False}
    for earlier in await turn.work.questions.find(group_id=turn.group.id, **mine):
        swap = swap_of(seen, earlier)
        if earlier.items == items and swap and stands(seen, swap, turn):
            return _asked(turn, earlier, asked)
        await _close(turn, earlier)
    closes = min(m.begins(turn.group.tz) for m in (turn.meeting, other) if m)
    question = await put(turn, KIND, closes, items=items, meeting_id=turn.meeting.id, person_id=turn.person.id)
    await _whisper(turn, turn.meeting, question, asked.person_id, question.id)
    return _asked(turn, question, asked)


def _asked(turn: MeetingTurn, question: Question, asked: Member) -> Message:
    row = (button(say("button-swap-withdraw"), "swap-back", turn.meeting.id, question.id),)
    return told("swap-asked", row, name=asked.name, when=turn.meeting.starts)


async def _close(turn: GroupTurn, question: Question) -> None:
    """Nothing is asked any more; a whisper that has not gone out yet stays unsaid."""
    await turn.work.questions.save(replace(question, closed=True))
    await turn.work.notices.drop(group_id=turn.group.id, kind=KIND, ref=question.id, state="waiting")


async def _whisper(turn: GroupTurn, meeting: Meeting, question: Question, person_id: str, ref: str) -> None:
    await tell(
        turn.work,
        turn.house,
        turn.group,
        KIND,
        due=at_once(turn.group, turn.now, question.closes),
        expires=question.closes,
        meeting=meeting,
        person_id=person_id,
        ref=ref,
    )


async def answer_yes(turn: MeetingTurn) -> Reply:
    """The asked member agrees: both turns change hands."""
    return await _answer(turn, YES)


async def answer_no(turn: MeetingTurn) -> Reply:
    """The asked member would rather not; the turns stay as they are, and no reason is asked for."""
    return await _answer(turn, NO)


async def _answer(turn: MeetingTurn, answer: str) -> Message:
    seen = await turn.view(turn.group)
    question = await _question(turn)
    if question.items[1] != turn.me.id:
        raise Refusal("refused-old")
    swap = swap_of(seen, question)
    given = await turn.work.votes.find(question_id=question.id, member_id=turn.me.id)
    if given:
        return told(f"swap-answered-{given[0].value}", _rota_row(turn))
    if swap is None or not stands(seen, swap, turn):
        return told("swap-gone", _rota_row(turn))
    await set_vote(turn.work, turn.house, question, turn.me, swap.meeting.id, answer)
    await turn.work.questions.save(replace(question, closed=True))
    if answer == YES:
        await _hand_over(turn, seen, swap)
    await _whisper(turn, swap.meeting, question, swap.asker.person_id, f"{question.id}.{answer}")
    if answer == NO:
        return told("swap-no-done", name=swap.asker.name)
    return agreed(swap, swap.asked, (back_button(swap), button(say("button-rota"), "rota", turn.group.id)))


async def _question(turn: MeetingTurn) -> Question:
    """The question that the button carried, which must be about this meeting."""
    question = await turn.work.questions.get(turn.value)
    if question is None or question.kind != KIND or question.meeting_id != turn.meeting.id:
        raise Refusal("refused-old")
    return question


def _rota_row(turn: GroupTurn) -> tuple[Button, ...]:
    return (button(say("button-rota"), "rota", turn.group.id),)


async def _hand_over(turn: MeetingTurn, seen: View, swap: Swap) -> None:
    """Both turns change hands, and those in between stay whose they are: a swap is between two people."""
    last = max(m.starts for m in (swap.meeting, swap.other) if m)
    new = {swap.meeting.id: swap.asked.id} | ({swap.other.id: swap.asker.id} if swap.other else {})
    for meeting in seen.meetings:
        lead = seen.lead(meeting)
        holder = new.get(meeting.id, lead.member.id if lead and lead.member else None)
        if meeting.begins(turn.group.tz) > turn.now and meeting.starts <= last and holder:
            await turn.work.meetings.save(replace(meeting, lead_id=holder))
    await replan(turn.work, turn.house, turn.group)


async def take_back(turn: MeetingTurn) -> Reply:
    """The question withdrawn by its asker, or the agreed swap undone by either; the other hears of that in private."""
    seen = await turn.view(turn.group)
    question = await _question(turn)
    swap = swap_of(seen, question)
    mine = question.person_id == turn.person.id
    if not mine and question.items[1] != turn.me.id:
        raise Refusal("refused-old")
    given = await turn.work.votes.find(question_id=question.id)
    if not given:
        if not mine:
            raise Refusal("refused-old")
        await _close(turn, question)
        return told("swap-withdrawn", _rota_row(turn))
    if swap is None or given[0].value != YES or not _swapped(seen, swap, turn):
        return told("swap-gone", _rota_row(turn))
    await turn.work.votes.save(replace(given[0], value=BACK))
    await turn.work.meetings.save(replace(swap.meeting, lead_id=swap.asker.id))
    if swap.other:
        await turn.work.meetings.save(replace(swap.other, lead_id=swap.asked.id))
    await replan(turn.work, turn.house, turn.group)
    to = swap.asked if mine else swap.asker
    await turn.work.notices.drop(
        group_id=turn.group.id, kind=KIND, ref=f"{question.id}.{YES}", person_id=to.person_id, state="waiting"
    )
    await _whisper(turn, swap.meeting, question, to.person_id, f"{question.id}.{BACK}")
    return told("swap-undone", _rota_row(turn), name=to.name)


def _swapped(seen: View, swap: Swap, turn: GroupTurn) -> bool:
    """Whether both turns are still as they were swapped, and lie ahead."""
    pairs = [(swap.meeting, swap.asked), *([(swap.other, swap.asker)] if swap.other else [])]
    for meeting, holder in pairs:
        lead = seen.lead(meeting)
        if lead is None or lead.person_id != holder.person_id or meeting.begins(turn.group.tz) <= turn.now:
            return False
    return True
