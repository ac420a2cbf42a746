"""Months later: who may be asked once more, what they are asked in private, and what it came to."""

from datetime import datetime, timedelta

from bot.core import ballots
from bot.core.ballots import MOST
from bot.core.model import Floor, Group, Meeting, Poll, Question
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Pack, Para, Quote, Reply, Text, say
from bot.core.plan import FOLLOWUPS, followup_due
from bot.core.ports import House, UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import YES, followers_of, replan
from bot.core.saying import Saying
from bot.core.season import floor_of, in_order
from bot.core.turn import GroupTurn, Values, button, told
from bot.core.votes import set_vote

FOLLOWUP = "followup"
"""The kind of question: its items are months, and a vote says whether its member may be asked then."""

NO = "no"
QUESTIONS = ("stayed", "changed", "help")
"""What is asked where the programme has no questions of its own, each with words as `followup-q-…`."""

ANSWER_TIME = timedelta(days=7)


def questions(programme: Programme) -> dict[str, Text]:
    """What is asked months later, by name: the programme's own questions, or else ours."""
    if programme.followup:
        return {name: Pack(programme.pack, f"followup.{name}") for name in programme.followup}
    return {name: say(f"followup-q-{name}") for name in QUESTIONS}


async def put_question(work: UnitOfWork, house: House, group: Group, now: datetime) -> None:
    """Put to the members, at the end, whether they may be asked once more; it is theirs to change until then."""
    if not await work.questions.find(group_id=group.id, kind=FOLLOWUP):
        closes = followup_due(group, now, max(FOLLOWUPS))
        items = tuple(str(months) for months in FOLLOWUPS)
        new = Question(house.chance.new_id(), group.id, FOLLOWUP, None, None, items, opened=now, closes=closes)
        await work.questions.add(new)


async def followup(turn: GroupTurn) -> Reply:
    """Whether this member may be asked once more; the last press holds."""
    question = await _question(turn)
    if turn.value not in {YES, NO}:
        raise Refusal("refused-old")
    ended = turn.group.ended or turn.now
    ahead = [months for months in FOLLOWUPS if followup_due(turn.group, ended, months) > turn.now]
    if not ahead:
        raise Refusal("followup-over")
    for months in ahead:
        await set_vote(turn.work, turn.house, question, turn.me, str(months), turn.value)
    await replan(turn.work, turn.house, turn.group)
    return told("followup-yes" if turn.value == YES else "followup-no", (_changed_mind(turn),))


def _changed_mind(turn: GroupTurn) -> Button:
    other = NO if turn.value == YES else YES
    return button(say(f"button-followup-{other}"), "followup", turn.group.id, other)


async def stop(turn: GroupTurn) -> Reply:
    """Not to be asked any more, neither now nor later."""
    question = await _question(turn)
    for item in question.items:
        await set_vote(turn.work, turn.house, question, turn.me, item, NO)
    await replan(turn.work, turn.house, turn.group)
    return told("followup-stopped")


async def _question(turn: GroupTurn) -> Question:
    found = await turn.work.questions.find(group_id=turn.group.id, kind=FOLLOWUP)
    if not found:
        raise Refusal("refused-old")
    return found[0]


def kind_of(months: str) -> str:
    """The kind of round that is held after so many months."""
    return f"followup-{months}"


async def open_followup(saying: Saying) -> None:
    """Open the round in which answers are collected, if as many accepted as it takes to show any of them."""
    seen, months = saying.seen, saying.notice.ref
    followers = (await followers_of(saying.work, seen)).get(int(months), ())
    enough = len(followers) >= floor_of(seen.group, len(seen.members))
    if enough and seen.group.floor is not Floor.ALOUD:
        await ballots.open_round(saying.work, saying.house, seen.group, saying.meeting, kind_of(months))


async def say_followup(saying: Saying) -> Message | None:
    """The questions, to one who accepted: to be answered without a name, or to be kept to oneself."""
    months, group = saying.notice.ref, saying.seen.group
    lines = tuple(questions(saying.seen.programme).values())
    blocks: list[Block] = [
        Heading(say("followup-heading", group=group.name)),
        Para(say("followup-ask", months=int(months))),
        Items(lines),
    ]
    poll = await ballots.round_of(saying.work, saying.meeting, kind_of(months))
    stop_row = (button(say("button-followup-stop"), "followup-stop", group.id),)
    if poll is None or poll.closed:
        return Message((*blocks, Para(say("followup-for-you"))), (stop_row,))
    closes = group.wall(saying.notice.due + ANSWER_TIME)
    floor = await ballots.floor_told(saying.work, group, saying.meeting, kind_of(months))
    blocks += [Para(say("followup-promise", floor=floor, date=closes.date())), Para(say("feedback-limits"))]
    return Message(tuple(blocks), ((_answer_button(group, months),), stop_row))


def _answer_button(group: Group, months: str) -> Button:
    return button(say("button-followup-answer"), "followup-answer", group.id, months)


async def ask_answer(turn: GroupTurn) -> Reply:
    """The questions, with what the member wrote before."""
    poll = await _round(turn)
    mine = (await ballots.mine(turn.work, poll, turn.me))["words"]
    fields = tuple(
        Field(name, question, required=False, long=True, most=MOST, value=mine.get(name, ""))
        for name, question in questions(turn.programme).items()
    )
    about, heading = f"{turn.group.id}:{turn.value}", say("followup-heading", group=turn.group.name)
    return Form("followup-answer", about, heading, fields, (Para(say("any-empty")),), key_id=poll.key_id)


async def take_answer(turn: GroupTurn, values: Values) -> Reply:
    """Keep the words in the member's ballot."""
    words = {name: values.get(name, "") for name in questions(turn.programme)}
    await ballots.mark(turn.work, turn.house, await _round(turn), turn.me, words=words)
    given = any(text.strip() for text in words.values())
    return told("followup-kept" if given else "evaluation-empty", (_answer_button(turn.group, turn.value),))


async def _round(turn: GroupTurn) -> Poll:
    """The open round after so many months; only those who accepted are asked."""
    last = last_meeting(await turn.work.meetings.find(group_id=turn.group.id))
    if last is None or turn.value not in {str(months) for months in FOLLOWUPS}:
        raise Refusal("refused-old")
    poll = await ballots.round_of(turn.work, last, kind_of(turn.value))
    followers = (await followers_of(turn.work, await turn.view(turn.group))).get(int(turn.value), ())
    if poll is None or turn.person.id not in followers:
        raise Refusal("refused-old")
    if poll.closed:
        raise Refusal("feedback-closed")
    return poll


def last_meeting(meetings: list[Meeting]) -> Meeting | None:
    """The meeting that everything after the end hangs on."""
    order = in_order(meetings) or sorted(meetings, key=lambda m: (m.starts, m.id))
    return order[-1] if order else None


async def close_followup(saying: Saying) -> None:
    """Close the round with the first of its results."""
    seen, kind = saying.seen, kind_of(saying.notice.ref)
    await ballots.close_round(saying.work, saying.house, seen.group, saying.meeting, kind, len(seen.members))


async def say_followup_results(saying: Saying) -> Message | None:
    """What those who accepted said, to each of them; nothing where nothing was collected."""
    kind = kind_of(saying.notice.ref)
    if await ballots.round_of(saying.work, saying.meeting, kind) is None:
        return None
    content = await ballots.published(saying.work, saying.meeting, kind)
    heading = Heading(say("followup-results", group=saying.seen.group.name))
    if content is None:
        floor = await ballots.floor_told(saying.work, saying.seen.group, saying.meeting, kind)
        return Message((heading, Para(say("followup-too-few", floor=floor))))
    blocks: list[Block] = [heading]
    # A round that was open when its programme was given questions of its own has answers to ours.
    ours = {name: say(f"followup-q-{name}") for name in QUESTIONS}
    for name, question in (ours | questions(saying.seen.programme)).items():
        said = content["words"].get(name, [])
        if said:
            blocks += [Heading(question), *(Quote(each) for each in said)]
    return Message(tuple(blocks))
