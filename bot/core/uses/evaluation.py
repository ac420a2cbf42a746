"""The questions on the whole season: asked once after the last meeting, in the same way as feedback."""

from datetime import datetime, timedelta

from bot.core import ballots
from bot.core.ballots import MOST
from bot.core.model import Group, Meeting, Poll
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Pack, Para, Quote, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.season import floor_of
from bot.core.turn import MeetingTurn, Values, button, told
from bot.core.uses import quotes
from bot.core.uses.feedback import rated, scale_lines, tapped, taps
from bot.core.uses.feedback_said import drawn

EVALUATION = "evaluation"
"""The kind of round."""

SCALES = "evaluation.scales"
WORDS = "evaluation.words"


async def open_evaluation(saying: Saying) -> None:
    """Open the round in the moment that its questions are posted."""
    await ballots.open_round(saying.work, saying.house, saying.seen.group, saying.meeting, EVALUATION)


async def say_evaluation(saying: Saying) -> Message | None:
    """The questions, what becomes of the answers and when."""
    seen, meeting = saying.seen, saying.meeting
    asked = seen.programme.evaluation
    if not asked or seen.after(meeting):
        return None
    blocks: list[Block] = [Heading(say("evaluation-heading")), Para(say("evaluation-ask"))]
    if asked.scales:
        blocks.append(Items(scale_lines(seen.programme.pack, SCALES, asked.scales)))
    blocks += [Items((question,)) for question in worded(seen.programme)]
    closes = await _closes(saying.work, seen.group, meeting)
    blocks += [
        Para(say("evaluation-promise", floor=floor_of(seen.group, len(seen.members)), closes=closes)),
        Para(say("feedback-limits")),
    ]
    words = ((_words_button(meeting),),) if asked.words else ()
    return Message(tuple(blocks), (*taps("evaluate", meeting, asked.scales), *words))


def worded(programme: Programme) -> tuple[Pack, ...]:
    """The questions that are answered in one's own words."""
    return tuple(Pack(programme.pack, f"{WORDS}.{question}") for question in programme.evaluation.words)


def aloud(programme: Programme) -> tuple[Pack, ...]:
    """All the questions, for a group that talks them over at its last meeting."""
    scales = (Pack(programme.pack, f"{SCALES}.{scale}.question") for scale in programme.evaluation.scales)
    return (*scales, *worded(programme))


def _words_button(meeting: Meeting) -> Button:
    return button(say("button-evaluate-words"), "evaluate-words", meeting.id)


async def _closes(work: UnitOfWork, group: Group, meeting: Meeting) -> datetime:
    """When the round closes, local: with the farewell that is planned."""
    planned = await work.notices.find(meeting_id=meeting.id, kind="farewell")
    due = max((n.due for n in planned), default=meeting.ends(group.tz) + timedelta(days=7))
    return due.astimezone(group.tz).replace(tzinfo=None)


async def evaluate(turn: MeetingTurn) -> Reply:
    """Set one scale's tap; changeable until the round closes."""
    poll, scales = await _asked(turn), _programme(turn).evaluation.scales
    scale, step = tapped(turn.value, scales)
    await ballots.mark(turn.work, turn.house, poll, turn.me, scales={scale: step})
    return rated((await ballots.mine(turn.work, poll, turn.me))["scales"], scales)


async def ask_words(turn: MeetingTurn) -> Reply:
    """The questions to be answered in words, with what the member wrote before."""
    poll, programme = await _asked(turn), _programme(turn)
    mine = (await ballots.mine(turn.work, poll, turn.me))["words"]
    fields = tuple(
        Field(name, label, required=False, long=True, most=MOST, value=mine.get(name, ""))
        for name, label in zip(programme.evaluation.words, worded(programme), strict=True)
    )
    if not fields:
        raise Refusal("refused-old")
    return Form("evaluate-words", turn.meeting.id, say("evaluation-heading"), fields)


async def take_words(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the words in the member's ballot."""
    poll = await _asked(turn)
    words = {name: values.get(name, "") for name in _programme(turn).evaluation.words}
    await ballots.mark(turn.work, turn.house, poll, turn.me, words=words)
    row = (_words_button(turn.meeting),)
    if not any(text.strip() for text in words.values()):
        return told("evaluation-empty", row)
    closes = await _closes(turn.work, turn.group, turn.meeting)
    size = len((await turn.view(turn.group)).members)
    quoting = tuple(
        (button(say("button-quote-ask", question=question), "evaluate-quote", turn.meeting.id, name),)
        for name, question in zip(words, worded(_programme(turn)), strict=True)
        if words[name].strip()
    )
    return told("evaluation-kept", row, *quoting, closes=closes, floor=floor_of(turn.group, size))


async def ask_quote(turn: MeetingTurn) -> Reply:
    """Whether what the member answered to one question may be quoted."""
    poll = await _asked(turn)
    if not (await ballots.mine(turn.work, poll, turn.me))["words"].get(turn.value):
        raise Refusal("refused-old")
    return await quotes.offer(turn.work, turn.meeting, poll, turn.me, turn.value)


def _programme(turn: MeetingTurn) -> Programme:
    return turn.programme


async def _asked(turn: MeetingTurn) -> Poll:
    """The open round; whoever joined after the last meeting is not asked."""
    poll = await ballots.round_of(turn.work, turn.meeting, EVALUATION)
    if poll is None:
        raise Refusal("evaluation-not-yet")
    if poll.closed:
        raise Refusal("feedback-closed")
    if turn.me.joined > turn.meeting.ends(turn.group.tz):
        raise Refusal("feedback-absent")
    return poll


async def answers(work: UnitOfWork, programme: Programme, meeting: Meeting) -> list[Block]:
    """What the group answered, as it was published once and for all; empty where nothing was."""
    content = await ballots.published(work, meeting, EVALUATION)
    if content is None:
        return []
    blocks = drawn(programme.pack, SCALES, programme.evaluation.scales, content)
    for name, question in zip(programme.evaluation.words, worded(programme), strict=True):
        said = content["words"].get(name, [])
        if said:
            blocks += [Heading(question), *(Quote(each) for each in said)]
    return blocks
