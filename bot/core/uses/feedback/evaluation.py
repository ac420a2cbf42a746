"""The questions on the whole season: asked once after the last meeting, in the same way as feedback."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.core import ballots
from bot.core.ballots import EVALUATION, MOST
from bot.core.model import Group, Meeting, Poll
from bot.core.outgoing import (
    Block,
    Button,
    Field,
    Fields,
    Form,
    Heading,
    Items,
    Message,
    Pack,
    Para,
    Quote,
    Reply,
    Text,
    say,
)
from bot.core.ports import UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.saying import Saying
from bot.core.scales import SEASON_SCALES
from bot.core.scales import asked as scaled
from bot.core.turn import MeetingTurn, Values, button, told
from bot.core.uses.feedback import quotes
from bot.core.uses.feedback.feedback import rated, scale_lines, tapped, taps
from bot.core.uses.feedback.feedback_said import drawn

WORDS = "evaluation.words"
FIELDS = "evaluation.fields"


async def open_evaluation(saying: Saying) -> None:
    """Open the round in the moment that its questions are posted."""
    await ballots.open_round(saying.work, saying.house, saying.seen.group, saying.meeting, EVALUATION)


async def say_evaluation(saying: Saying) -> Message | None:
    """The questions, what becomes of the answers and when."""
    seen, meeting = saying.seen, saying.meeting
    asked = seen.programme.evaluation
    if not asked or not seen.ends_season(meeting):
        return None
    blocks: list[Block] = [Heading(say("evaluation-heading")), Para(say("evaluation-ask"))]
    if asked.scales:
        blocks.append(Items(scale_lines(seen.programme, SEASON_SCALES, asked.scales)))
    blocks += [Items((question,)) for question in worded(seen.programme)]
    if asked.fields:
        lines = (say("field-line", title=title, question=question) for title, question in fielded(seen.programme))
        blocks += [Para(say("fields-heading")), Items(tuple(lines))]
    closes = await _closes(saying.work, seen.group, meeting)
    floor = await ballots.floor_told(saying.work, seen.group, meeting, EVALUATION)
    blocks += [Para(say("evaluation-promise", floor=floor, closes=closes)), Para(say("feedback-limits"))]
    words = (_words_button(meeting),) if asked.words else ()
    fields = (_fields_button(meeting),) if asked.fields else ()
    rows = ((*words, *fields),) if words or fields else ()
    return Message(tuple(blocks), (*taps("evaluate", meeting, asked.scales), *rows))


def worded(programme: Programme) -> tuple[Pack, ...]:
    """The questions that are answered in one's own words."""
    return tuple(Pack(programme.pack, f"{WORDS}.{question}") for question in programme.evaluation.words)


def fielded(programme: Programme) -> tuple[tuple[Pack, Pack], ...]:
    """The four fields, each by its title and its question; none where the programme has none."""
    paths = (f"{FIELDS}.{field}" for field in programme.evaluation.fields)
    return tuple((Pack(programme.pack, f"{path}.title"), Pack(programme.pack, f"{path}.question")) for path in paths)


def answer_of(field: str) -> str:
    """What an answer in one of the four fields is kept under; no id of a question in words has a point in it."""
    return f"field.{field}"


def aloud(programme: Programme) -> tuple[Text, ...]:
    """All the questions, for a group that talks them over at its last meeting."""
    scales = (scaled(programme, SEASON_SCALES, scale).question for scale in programme.evaluation.scales)
    fields = (say("field-line", title=title, question=question) for title, question in fielded(programme))
    return (*scales, *worded(programme), *fields)


def _words_button(meeting: Meeting) -> Button:
    return button(say("button-evaluate-words"), "evaluate-words", meeting.id)


def _fields_button(meeting: Meeting) -> Button:
    return button(say("button-evaluate-fields"), "evaluate-fields", meeting.id)


async def _closes(work: UnitOfWork, group: Group, meeting: Meeting) -> datetime:
    """When the round closes, local: with the farewell that is planned, or the post on a season of several."""
    planned = await work.notices.find(meeting_id=meeting.id, kind=("farewell", "season"))
    due = max((n.due for n in planned), default=meeting.ends(group.tz) + timedelta(days=7))
    return group.wall(due)


async def evaluate(turn: MeetingTurn) -> Reply:
    """Set one scale's tap; changeable until the round closes."""
    poll, scales = await _asked(turn), turn.programme.evaluation.scales
    scale, step = tapped(turn.value, scales)
    await ballots.mark(turn.work, turn.house, poll, turn.me, scales={scale: step})
    return rated((await ballots.mine(turn.work, poll, turn.me))["scales"], scales)


async def ask_words(turn: MeetingTurn) -> Reply:
    """The questions to be answered in words, with what the member wrote before."""
    poll, programme = await _asked(turn), turn.programme
    mine = (await ballots.mine(turn.work, poll, turn.me))["words"]
    fields = tuple(
        Field(name, label, required=False, long=True, most=MOST, value=mine.get(name, ""))
        for name, label in zip(programme.evaluation.words, worded(programme), strict=True)
    )
    return _form("evaluate-words", turn, poll, fields)


async def ask_fields(turn: MeetingTurn) -> Reply:
    """The four fields, with what the member wrote before."""
    poll, programme = await _asked(turn), turn.programme
    mine = (await ballots.mine(turn.work, poll, turn.me))["words"]
    fields = tuple(
        Field(name, title, question, required=False, long=True, most=MOST, value=mine.get(answer_of(name), ""))
        for name, (title, question) in zip(programme.evaluation.fields, fielded(programme), strict=True)
    )
    return _form("evaluate-fields", turn, poll, fields)


def _form(name: str, turn: MeetingTurn, poll: Poll, fields: tuple[Field, ...]) -> Form:
    if not fields:
        raise Refusal("refused-old")
    heading = "evaluation-heading" if name == "evaluate-words" else "fields-heading"
    return Form(name, turn.meeting.id, say(heading), fields, (Para(say("any-empty")),), key_id=poll.key_id)


async def take_words(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the words in the member's ballot."""
    questions = dict(zip(turn.programme.evaluation.words, worded(turn.programme), strict=True))
    words = {name: values.get(name, "") for name in questions}
    return await _keep(turn, words, questions, _words_button(turn.meeting))


async def take_fields(turn: MeetingTurn, values: Values) -> Reply:
    """Keep what was written in the four fields in the member's ballot, under names of their own."""
    fields = turn.programme.evaluation.fields
    titles = {answer_of(name): title for name, (title, _) in zip(fields, fielded(turn.programme), strict=True)}
    words = {answer_of(name): values.get(name, "") for name in fields}
    return await _keep(turn, words, titles, _fields_button(turn.meeting))


async def _keep(turn: MeetingTurn, words: dict[str, str], questions: Mapping[str, Text], change: Button) -> Message:
    """Keep answers in words; each that there is may be quoted, if its author says so."""
    await ballots.mark(turn.work, turn.house, await _asked(turn), turn.me, words=words)
    if not any(text.strip() for text in words.values()):
        return told("evaluation-empty", (change,))
    closes = await _closes(turn.work, turn.group, turn.meeting)
    floor = await ballots.floor_told(turn.work, turn.group, turn.meeting, EVALUATION)
    quoting = tuple(
        (button(say("button-quote-ask", question=questions[name]), "evaluate-quote", turn.meeting.id, name),)
        for name, text in words.items()
        if text.strip()
    )
    return told("evaluation-kept", (change,), *quoting, closes=closes, floor=floor)


async def ask_quote(turn: MeetingTurn) -> Reply:
    """Whether what the member answered to one question may be quoted."""
    poll = await _asked(turn)
    if not (await ballots.mine(turn.work, poll, turn.me))["words"].get(turn.value):
        raise Refusal("refused-old")
    return await quotes.offer(turn.work, turn.meeting, poll, turn.me, turn.value)


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
    blocks = drawn(programme, SEASON_SCALES, programme.evaluation.scales, content)
    for name, question in zip(programme.evaluation.words, worded(programme), strict=True):
        said = content["words"].get(name, [])
        if said:
            blocks += [Heading(question), *(Quote(each) for each in said)]
    return [*blocks, *_in_fields(programme, content["words"])]


def _in_fields(programme: Programme, words: Mapping[str, list[str]]) -> list[Block]:
    """The four fields side by side; nothing where nobody wrote in any."""
    said = [tuple(words.get(answer_of(field), ())) for field in programme.evaluation.fields]
    if not any(said):
        return []
    titles = (title for title, _ in fielded(programme))
    return [Heading(say("fields-heading")), Fields(tuple(zip(titles, said, strict=True)))]
