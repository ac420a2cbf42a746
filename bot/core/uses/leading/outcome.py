"""What the lead tells afterwards: whether the meeting was held, how many were there, and what it leaves behind."""

from dataclasses import replace

from bot.core.model import Meeting, Outcome, Paper, Role
from bot.core.outgoing import Block, Button, Field, Form, Heading, Message, Para, Quote, Reply, Text, say
from bot.core.plan import polite
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell_conveners
from bot.core.turn import MeetingTurn, Problems, Values, button, told
from bot.core.uses.between.between import agree_rows
from bot.core.view import View

TEXT_MOST = 500
FEWEST_THERE = 2
IN_A_ROW, ROWS = 5, 3
"""How many numbers are offered as buttons; a bigger group types its own."""

SKIP = "skip"

AGREED, CARRY = "agreed", "carry"
"""What the group keeps of a meeting: what it agreed on, and what it will come back to."""


async def held(turn: MeetingTurn) -> Reply:
    """The lead's answer to whether the meeting was held, or the question; a later answer replaces an earlier one."""
    _after_start_by_lead(turn)
    if not turn.value:
        return _question(turn.meeting)
    if turn.value == "yes":
        return await _was_held(turn)
    if turn.value != "no":
        raise Refusal("refused-old")
    return await _not_held(turn)


def _after_start_by_lead(turn: MeetingTurn) -> None:
    """Refuse who does not lead this meeting or convene the group, and what cannot be known yet."""
    if Role.LEAD not in turn.roles and not turn.convenes:
        raise Refusal("refused-lead", when=turn.meeting.starts)
    if turn.meeting.begins(turn.group.tz) > turn.now:
        raise Refusal("held-too-early", when=turn.meeting.starts)


def _question(meeting: Meeting) -> Message:
    return told(
        "held-ask",
        (
            button(say("button-held-yes"), "held", meeting.id, "yes"),
            button(say("button-held-no"), "held", meeting.id, "no"),
        ),
        when=meeting.starts,
    )


async def say_held(saying: Saying) -> Message | None:
    """The one question after a meeting, to whoever led it; nothing where it is answered already.

    Who has said that the group is done is not asked whether it met, only how many were there.
    """
    meeting = saying.meeting
    lead = saying.seen.lead(meeting)
    answered = await outcome_of(saying.work, meeting)
    if lead is None or lead.person_id != saying.notice.person_id or answered:
        return None
    if meeting.done:
        return await _how_many(saying.work, saying.seen, meeting, say("present-ask-when", when=meeting.starts))
    return _question(meeting)


async def outcome_of(work: UnitOfWork, meeting: Meeting) -> Outcome | None:
    """What was told of how the meeting went."""
    found = await work.outcomes.find(meeting_id=meeting.id)
    return found[0] if found else None


async def _keep(turn: MeetingTurn, *, was_held: bool, present: int | None = None) -> None:
    """Put this answer in the place of an earlier one, and plan what follows from it."""
    before = await outcome_of(turn.work, turn.meeting)
    outcome_id = before.id if before else turn.house.chance.new_id()
    now = Outcome(outcome_id, turn.group.id, turn.meeting.id, was_held, present)
    if now == before:
        return
    await (turn.work.outcomes.save(now) if before else turn.work.outcomes.add(now))
    if before is None or before.held is not was_held:
        await replan(turn.work, turn.house, turn.group)


async def _was_held(turn: MeetingTurn) -> Message:
    """Ask how many were there, with nobody's name in it."""
    before = await outcome_of(turn.work, turn.meeting)
    await _keep(turn, was_held=True, present=before.present if before else None)
    return await _how_many(turn.work, await turn.view(turn.group), turn.meeting, say("present-ask"))


async def _how_many(work: UnitOfWork, seen: View, meeting: Meeting, question: Text) -> Message:
    numbers = range(FEWEST_THERE, await _most(work, seen, meeting) + 1)
    rows: list[tuple[Button, ...]] = []
    if len(numbers) <= IN_A_ROW * ROWS:
        buttons = [button(say("button-number", number=n), "present", meeting.id, str(n)) for n in numbers]
        rows += [tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW)]
    else:
        rows.append((button(say("button-present-type"), "present", meeting.id),))
    rows.append((button(say("button-present-skip"), "present", meeting.id, SKIP),))
    rows.append((button(say("button-held-no"), "held", meeting.id, "no"),))
    return Message((Para(question),), tuple(rows))


async def _most(work: UnitOfWork, seen: View, meeting: Meeting) -> int:
    """As many as can have been there: the group and its guests."""
    guests = await work.papers.find(group_id=seen.group.id, kind="guest", meeting_id=meeting.id)
    return max(len(seen.members) + len(guests), FEWEST_THERE)


async def _most_of(turn: MeetingTurn) -> int:
    return await _most(turn.work, await turn.view(turn.group), turn.meeting)


async def ask_present(turn: MeetingTurn) -> Reply:
    """How many were there, as pressed; without a number the form for one."""
    _after_start_by_lead(turn)
    if turn.value == SKIP:
        return await _counted(turn, None)
    if turn.value:
        return await _counted(turn, _number(turn.value, await _most_of(turn)))
    label, hint = say("present-label"), say("present-hint", most=await _most_of(turn))
    return Form("present", turn.meeting.id, say("present-title"), (Field("present", label, hint, most=20),))


def _number(typed: str, most: int) -> int:
    text = typed.strip()
    if not (text.isascii() and text.isdecimal() and FEWEST_THERE <= int(text) <= most):
        raise Refusal("present-range", least=FEWEST_THERE, most=most)
    return int(text)


async def check_present(turn: MeetingTurn, values: Values) -> Problems:
    """A number of people that the group can have been."""
    try:
        _number(values.get("present", ""), await _most_of(turn))
    except Refusal as refusal:
        return {"present": say(refusal.phrase, **refusal.values)}
    return {}


async def take_present(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the number that was typed."""
    return await _counted(turn, _number(values["present"], await _most_of(turn)))


async def _counted(turn: MeetingTurn, present: int | None) -> Message:
    """Keep the number, and offer to write down what the group wants to remember."""
    await _keep(turn, was_held=True, present=present)
    noted = Para(say("present-kept", count=present) if present else say("present-none"))
    row = (button(say("button-agreed"), "outcome", turn.meeting.id, AGREED),)
    other = (button(say("button-come-back"), "outcome", turn.meeting.id, CARRY),)
    change = (button(say("button-held-change"), "held", turn.meeting.id),)
    agree = agree_rows(await turn.view(turn.group), turn.meeting)
    offer = (Para(say("outcome-offer")), *((Para(say("between-our-way")),) if agree else ()))
    return Message((noted, *offer), (*agree, row, other, change))


async def ask_outcome(turn: MeetingTurn) -> Reply:
    """The form for what was agreed, or for what the group comes back to, with what was written before."""
    _after_start_by_lead(turn)
    if turn.value not in {AGREED, CARRY}:
        raise Refusal("refused-old")
    told_of = await outcome_of(turn.work, turn.meeting)
    if told_of and not told_of.held:
        raise Refusal("outcome-not-held", when=turn.meeting.starts)
    before = await _paper(turn, turn.value)
    field = Field(
        "text",
        say(f"outcome-label-{turn.value}"),
        say("outcome-hint"),
        required=False,
        long=True,
        most=TEXT_MOST,
        value=before.text if before else "",
    )
    return Form("outcome", f"{turn.meeting.id}:{turn.value}", say(f"outcome-title-{turn.value}"), (field,))


async def take_outcome(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the text for the whole group; an empty one takes an earlier one away."""
    _after_start_by_lead(turn)
    kind, text = turn.value, values["text"].strip()
    if kind not in {AGREED, CARRY}:
        raise Refusal("refused-old")
    before = await _paper(turn, kind)
    if before and not text:
        await turn.work.papers.drop(id=before.id)
    elif before:
        await turn.work.papers.save(replace(before, text=text))
    elif text:
        key_id, group_id = turn.group.key_id, turn.group.id
        new = Paper(turn.house.chance.new_id(), group_id, kind, turn.meeting.id, None, key_id, text)
        await turn.work.papers.add(new)
    other = AGREED if kind == CARRY else CARRY
    labels = {AGREED: "button-agreed", CARRY: "button-come-back"}
    row = (button(say(labels[other]), "outcome", turn.meeting.id, other),)
    again = (button(say("button-outcome-change"), "outcome", turn.meeting.id, kind),)
    return told("outcome-kept" if text else "outcome-none", again, row)


async def _paper(turn: MeetingTurn, kind: str) -> Paper | None:
    """The group's own paper of this kind on the meeting; what a member keeps for themselves is another matter."""
    found = await turn.work.papers.find(group_id=turn.group.id, kind=kind, meeting_id=turn.meeting.id, member_id=None)
    return min(found, key=lambda paper: paper.id, default=None)


async def _not_held(turn: MeetingTurn) -> Message:
    """Nobody is asked how it felt, and the conveners get the ways on."""
    rounds = await turn.work.polls.find(meeting_id=turn.meeting.id, kind="feedback")
    before = await outcome_of(turn.work, turn.meeting)
    if any(poll.closed for poll in rounds) and not (before and not before.held):
        raise Refusal("held-too-late", when=turn.meeting.starts)
    await _keep(turn, was_held=False)
    for poll in rounds:
        await turn.work.ballots.drop(poll_id=poll.id)
    await turn.work.papers.drop(meeting_id=turn.meeting.id, member_id=None, kind=[AGREED, CARRY])
    if turn.convenes:
        return ways_on(turn.meeting)
    now = polite(turn.group, turn.now)
    until = now + A_WEEK
    await tell_conveners(turn.work, turn.house, turn.group, "not-held", due=now, expires=until, meeting=turn.meeting)
    heard = await turn.work.conveners.find(group_id=turn.group.id)
    row = (button(say("button-held-mistake"), "held", turn.meeting.id, "yes"),)
    return told("held-no-kept" if heard else "held-no-nobody", row, when=turn.meeting.starts)


async def say_not_held(saying: Saying) -> Message | None:
    """Tell a convener that a meeting was not held; nothing where the lead has said otherwise since, or it was moved."""
    told_of = await outcome_of(saying.work, saying.meeting)
    return ways_on(saying.meeting) if told_of and not told_of.held and not saying.meeting.cancelled else None


def ways_on(meeting: Meeting) -> Message:
    """What can become of a meeting that was not held."""
    return told(
        "not-held",
        (
            button(say("button-not-held-move"), "move", meeting.id),
            button(say("button-not-held-cancel"), "cancel", meeting.id),
        ),
        (button(say("button-held-mistake"), "held", meeting.id, "yes"),),
        when=meeting.starts,
    )


async def kept_of(work: UnitOfWork, meeting: Meeting) -> list[Block]:
    """What the group wrote down of a meeting for all of it to see: what was agreed, what it comes back to."""
    papers = await work.papers.find(meeting_id=meeting.id, kind=[AGREED, CARRY])
    blocks: list[Block] = []
    for kind, heading in ((AGREED, "agreed-heading"), (CARRY, "come-back-heading")):
        texts = [paper.text for paper in sorted(papers, key=lambda paper: paper.id) if paper.kind == kind]
        if texts:
            blocks += [Heading(say(heading)), *(Quote(text) for text in texts)]
    return blocks
