"""Finding a common time: put to the group in one post, closed or withdrawn before its time, and who may ask for it."""

from dataclasses import replace
from datetime import datetime

from bot.core import times_tally
from bot.core.model import Meeting, Question, to_utc
from bot.core.outgoing import Block, Button, Heading, Message, Para, Phrase, Reply, say
from bot.core.plan import polite
from bot.core.refusal import Refusal
from bot.core.season import ahead
from bot.core.tell import tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.meetings import meetings
from bot.core.uses.times import times_form, times_polls
from bot.core.uses.times.times_polls import ANOTHER, DAY, TIMES, WITHDRAWN
from bot.core.uses.times.times_result import About, anything, result

MEETINGS_SHOWN = 3


async def times(turn: GroupTurn) -> Reply:
    """The form for times of what the press names; else the question that is open, its result until somebody has chosen,
    or what to seek a time for.
    """
    if turn.value not in {"", ANOTHER}:
        return await times_form.form_of(turn)
    poll = await times_polls.standing(turn.work, turn.group, turn.now)
    if poll:
        return await state(turn, poll)
    closed = await times_polls.undecided(turn.work, turn.group, turn.now)
    said = await _result(turn, closed) if closed and turn.value != ANOTHER else None
    if said:
        return said
    if not times_form.may_propose(turn):
        return told("times-none-open")
    return await _for_what(turn)


async def of_use(turn: GroupTurn) -> bool:
    """Whether there is anything here for this person: times to propose, or to answer."""
    return times_form.may_propose(turn) or await times_polls.standing(turn.work, turn.group, turn.now) is not None


async def _for_what(turn: GroupTurn) -> Message:
    seen, group = await turn.view(turn.group), turn.group
    near = [m for m in ahead(group, seen.meetings, turn.now) if m.begins(group.tz) >= turn.now + DAY]
    rows: list[tuple[Button, ...]] = [
        (button(say("button-times-meeting", when=m.starts), "times", group.id, m.id),) for m in near[:MEETINGS_SHOWN]
    ]
    rows.append((button(say("button-times-new"), "times", group.id, times_form.NEW),))
    blocks: list[Block] = [Heading(say("times-title")), Para(say("times-for-what"))]
    if turn.convenes:
        who = "convener" if group.anyone_proposes else "anyone"
        names = "counts" if group.names_shown else "shown"
        rows.append((button(say(f"button-times-who-{who}"), "times-who", group.id, who),))
        rows.append((button(say(f"button-times-names-{names}"), "times-names", group.id, names),))
        blocks.append(Para(times_form.names_said(turn)))
    return Message(tuple(blocks), tuple(rows))


async def state(turn: GroupTurn, poll: Question) -> Message:
    """The question that is open: its times, how long it is, how many have answered, and what there is to do."""
    group, seen = turn.group, await turn.view(turn.group)
    votes = await times_polls.votes_on(turn.work, poll)
    answered = len({v.member_id for v in votes} & {m.id for m in seen.members})
    rows: list[tuple[Button, ...]] = []
    if turn.member:
        rows.append((button(say("button-times-answer"), "times-answer", group.id, poll.id),))
    if times_polls.decides(turn, poll):
        rows.append((button(say("button-times-close"), "times-close", group.id, poll.id),))
        rows.append((button(say("button-times-withdraw"), "times-withdraw", group.id, poll.id),))
    blocks: tuple[Block, ...] = (
        Heading(await times_polls.title(turn.work, poll.meeting_id)),
        times_form.listed(turn, times_polls.starts_of(poll)),
        Para(say("times-open-until", closes=turn.group.wall(poll.closes))),
        Para(say("times-answered", count=answered)),
    )
    return Message(blocks, tuple(rows))


async def _result(turn: GroupTurn, poll: Question) -> Message | None:
    """The result again, without names, to be chosen from by whoever may; nothing where there is nothing to choose."""
    about = About(turn.work, turn.house, turn.now, await turn.view(turn.group), poll)
    if not await anything(about):
        return None
    said = await result(about, choosing=times_polls.decides(turn, poll))
    another = button(say("button-times-another"), "times", turn.group.id, ANOTHER)
    return replace(said, buttons=(*said.buttons, (another,))) if times_form.may_propose(turn) else said


# -- Put to the group --


async def post(turn: GroupTurn) -> Reply:
    """Ask the group; whatever has become impossible since it was typed is told first."""
    draft = await turn.work.questions.get(turn.value)
    if draft is None or draft.group_id != turn.group.id or draft.person_id != turn.person.id:
        raise Refusal("refused-old")
    if draft.kind == TIMES:
        return told("times-posted-already")
    meeting, _ = await times_form.target(turn)
    open_ = await times_polls.standing(turn.work, turn.group, turn.now)
    if open_:
        return await times_form.shown_back(turn, draft, ())
    if meeting and meeting.begins(turn.group.tz) < turn.now + DAY:
        return times_form.too_near(turn, meeting)
    kept: list[datetime] = []
    problems: list[Phrase] = []
    for each in times_polls.starts_of(draft):
        refusal = await times_form.refused(turn, meeting, each, kept)
        if refusal:
            problems.append(meetings.refusal_as_problem(refusal))
        else:
            kept.append(each)
    if problems:
        return await times_form.shown_back(turn, await times_form.keep(turn, meeting, draft, kept), problems)
    poll = replace(draft, kind=TIMES, opened=turn.now, closes=await times_form.closing(turn, draft))
    await turn.work.questions.save(poll)
    await _tell_of(turn, poll, meeting)
    row = (button(say("button-times-answer"), "times-answer", turn.group.id, poll.id),) if turn.member else ()
    return told("times-posted", *((row,) if row else ()), closes=turn.group.wall(poll.closes))


async def _tell_of(turn: GroupTurn, poll: Question, meeting: Meeting | None) -> None:
    """The post, one reminder half-way, and the result."""
    opens = polite(turn.group, turn.now)
    last = to_utc(times_polls.starts_of(poll)[-1], turn.group.tz)
    nudge = times_tally.halfway(turn.group, opens, poll.closes)
    for kind, due, expires in (
        ("times", opens, poll.closes),
        ("times-nudge", nudge, poll.closes),
        ("times-result", poll.closes, last),
    ):
        if due:
            await tell(turn.work, turn.house, turn.group, kind, due=due, expires=expires, meeting=meeting, ref=poll.id)


async def _open(turn: GroupTurn) -> Question:
    """The question that a press is about, which this person may end and which can still be answered."""
    poll, _ = await times_polls.meant(turn)
    times_polls.only_deciding(turn, poll)
    over = await times_polls.ended(turn.work, turn.group, turn.now, poll)
    if over:
        raise over
    return poll


async def close(turn: GroupTurn) -> Reply:
    """Close it before its time; the result follows at once, or in the morning."""
    poll = await _open(turn)
    unheard = await times_polls.silence(turn.work, poll)
    if unheard:
        await turn.work.questions.save(replace(poll, closed=True, items=()))
        return told("times-withdrawn-unheard")
    await turn.work.questions.save(replace(poll, closed=True))
    await tell(
        turn.work,
        turn.house,
        turn.group,
        "times-result",
        due=polite(turn.group, turn.now),
        expires=to_utc(times_polls.starts_of(poll)[-1], turn.group.tz),
        meeting=await times_polls.meeting_of(turn.work, poll),
        ref=poll.id,
    )
    return told("times-closed-now")


async def ask_withdraw(turn: GroupTurn) -> Reply:
    """Ask once, and say what goes with it."""
    poll = await _open(turn)
    sure = button(say("button-times-withdraw-sure"), "times-withdraw-sure", turn.group.id, poll.id)
    return told("times-withdraw-ask", (sure,), (button(say("button-keep"), "times", turn.group.id),))


async def withdraw(turn: GroupTurn) -> Reply:
    """Take it back with all its answers; the group hears of it where it had been asked."""
    poll = await _open(turn)
    unheard = await times_polls.silence(turn.work, poll)
    await turn.work.votes.drop(question_id=poll.id)
    await turn.work.questions.save(replace(poll, closed=True, items=()))
    if unheard:
        return told("times-withdrawn-unheard")
    due = polite(turn.group, turn.now)
    ref = f"{poll.id}.{WITHDRAWN}"
    await tell(turn.work, turn.house, turn.group, "times-result", due=due, expires=due + 3 * DAY, ref=ref)
    return told("times-withdrawn-done")


# -- What the group wants --


async def set_who(turn: GroupTurn) -> Reply:
    """Whether everybody may propose times, or conveners alone."""
    if turn.value not in {"anyone", "convener"}:
        raise Refusal("refused-old")
    await turn.work.groups.save(replace(turn.group, anyone_proposes=turn.value == "anyone"))
    return told(f"times-who-{turn.value}", (button(say("button-times"), "times", turn.group.id),))


async def set_names(turn: GroupTurn) -> Reply:
    """Whether results name people; what was promised to those who are answering now does not change."""
    if turn.value not in {"shown", "counts"}:
        raise Refusal("refused-old")
    promised = await turn.work.notices.find(group_id=turn.group.id, kind="times-result", person_id=None)
    if any(n.state in times_polls.TO_COME and "." not in n.ref for n in promised):
        raise Refusal("times-names-promised")
    await turn.work.groups.save(replace(turn.group, names_shown=turn.value == "shown"))
    return told(f"times-names-{turn.value}", (button(say("button-times"), "times", turn.group.id),))
