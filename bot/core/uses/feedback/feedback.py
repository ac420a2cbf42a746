"""Feedback after a meeting, asked: taps and words that are sealed until the round closes."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import ballots
from bot.core.ballots import CARRY, FEEDBACK, MOST, PERMISSIONS, SENTENCE, STEPS, Permission, floor_told
from bot.core.model import Floor, Group, How, Meeting, Poll
from bot.core.outgoing import (
    Block,
    Button,
    Field,
    Form,
    Heading,
    Items,
    Message,
    Option,
    Pack,
    Para,
    Phrase,
    Reply,
    Text,
    Toast,
    say,
)
from bot.core.ports import UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.scales import FEEDBACK_SCALES
from bot.core.scales import asked as scaled
from bot.core.turn import MeetingTurn, Values, button, told
from bot.core.uses.feedback import quotes
from bot.core.uses.leading.outcome import outcome_of

LETTERS = "ABCDEFGH"

PERMISSION = "quote"
"""The field that asks, where a sentence is wanted as a quotation, whether it may be quoted."""


async def open_poll(saying: Saying) -> None:
    """Open the round in the moment that its questions are posted."""
    await ballots.open_round(saying.work, saying.house, saying.seen.group, saying.meeting, FEEDBACK)


async def say_feedback(saying: Saying) -> Message | None:
    """The questions, what becomes of the answers and when, and a row of taps for each scale.

    Where a whole form can be shown there is a way to answer everything on one page, too.
    """
    seen, meeting = saying.seen, saying.meeting
    programme, scales = seen.programme, seen.programme.scales
    words = [_sentence_button(programme, meeting), button(say("button-carry"), "carry", meeting.id)]
    # With no scales the page would only hold what stands on the two buttons, unless a quotation is asked for.
    page = bool(scales) or asks_quotation(programme)
    if page and saying.house.capabilities[seen.group.platform].form != "steps":
        words.append(button(say("button-feedback"), "feedback", meeting.id))
    blocks: list[Block] = [Heading(say("feedback-heading", theme=seen.short(meeting)))]
    if scales:
        blocks.append(Items(scale_lines(programme, FEEDBACK_SCALES, scales)))
    if not scales or asks_quotation(programme):
        blocks.append(Para(Pack(programme.pack, "feedback.sentence")))
    closes = await closing_time(saying.work, seen.group, meeting)
    floor = await floor_told(saying.work, seen.group, meeting, FEEDBACK)
    blocks += [Para(say("feedback-promise", floor=floor, closes=closes)), Para(say("feedback-limits"))]
    return Message(tuple(blocks), (*taps("rate", meeting, scales), tuple(words)))


def asks_quotation(programme: Programme) -> bool:
    """Whether the sentence after a meeting is asked for as something that may be quoted."""
    return programme.sentence == "quotation"


def _sentence_button(programme: Programme, meeting: Meeting) -> Button:
    label = "button-quotation" if asks_quotation(programme) else "button-sentence"
    return button(say(label), "sentence", meeting.id)


def scale_lines(programme: Programme, path: str, scales: tuple[str, ...]) -> tuple[Text, ...]:
    """The questions to be tapped, lettered, with both ends named, and the middle where it has a name."""
    return tuple(scaled(programme, path, scale).line(letter) for letter, scale in zip(LETTERS, scales, strict=False))


def taps(word: str, meeting: Meeting, scales: tuple[str, ...]) -> tuple[tuple[Button, ...], ...]:
    """A row of five for each scale; each sets one step, as `scale=step`."""
    return tuple(
        tuple(
            button(say("scale-button", letter=letter, step=step), word, meeting.id, f"{scale}={step}")
            for step in range(1, STEPS + 1)
        )
        for letter, scale in zip(LETTERS, scales, strict=False)
    )


def tapped(value: str, scales: tuple[str, ...]) -> tuple[str, int]:
    """The scale and step that a tap carries; a refusal where there is no such."""
    scale, _, typed = value.partition("=")
    if scale not in scales or typed not in {str(step) for step in range(1, STEPS + 1)}:
        raise Refusal("refused-old")
    return scale, int(typed)


def rated(answers: dict[str, int], scales: tuple[str, ...]) -> Toast:
    """All that the member has tapped so far, short enough to be read in passing."""
    marks = [f"{letter} {answers[scale]}" for letter, scale in zip(LETTERS, scales, strict=False) if scale in answers]
    return Toast(say("rated", marks=" · ".join(marks)))


async def closing_time(work: UnitOfWork, group: Group, meeting: Meeting) -> datetime:
    """When the round closes, local: with the results that are planned."""
    planned = await work.notices.find(meeting_id=meeting.id, kind="results")
    due = max((n.due for n in planned), default=meeting.ends(group.tz) + timedelta(days=2))
    return group.wall(due)


async def rate(turn: MeetingTurn) -> Reply:
    """Set one scale's tap; changeable until the round closes."""
    scales = turn.programme.scales
    scale, step = tapped(turn.value, scales)
    poll = await asked(turn)
    await ballots.mark(turn.work, turn.house, poll, turn.me, scales={scale: step})
    return rated((await ballots.mine(turn.work, poll, turn.me))["scales"], scales)


async def asked(turn: MeetingTurn) -> Poll:
    """The open round. The absent, and who joined later, are not asked; nobody is about what was not held."""
    poll = await ballots.round_of(turn.work, turn.meeting, FEEDBACK)
    if poll is None:
        raise Refusal("feedback-not-yet")
    if poll.closed:
        raise Refusal("feedback-closed")
    told_of = await outcome_of(turn.work, turn.meeting)
    if told_of and not told_of.held:
        raise Refusal("feedback-not-held", when=turn.meeting.starts)
    seen = await turn.view(turn.group)
    gone = {member.id for member, _ in seen.told(turn.meeting, How.ABSENT)}
    if turn.me.id in gone or turn.me.joined > turn.meeting.ends(turn.group.tz):
        raise Refusal("feedback-absent")
    return poll


async def ask_sentence(turn: MeetingTurn) -> Reply:
    """The one optional sentence, with what the member wrote before."""
    poll = await asked(turn)
    mine = await ballots.mine(turn.work, poll, turn.me)
    title = "quotation-title" if asks_quotation(turn.programme) else "sentence-title"
    return Form("sentence", turn.meeting.id, say(title), (_sentence(turn, mine["words"]),), key_id=poll.key_id)


async def take_sentence(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the sentence in the member's ballot, and ask whether it may be quoted."""
    poll = await asked(turn)
    await ballots.mark(turn.work, turn.house, poll, turn.me, words={SENTENCE: values["sentence"]})
    if not values["sentence"].strip():
        return told("sentence-back", (_sentence_button(turn.programme, turn.meeting),))
    change = (button(say("button-sentence-change"), "sentence", turn.meeting.id),)
    kept = "quotation-kept" if asks_quotation(turn.programme) else "sentence-kept"
    return await _kept(turn, poll, await _when(turn, kept), change)


async def ask_carry(turn: MeetingTurn) -> Reply:
    """What one would come back to next time, with what the member wrote before."""
    poll = await asked(turn)
    mine = await ballots.mine(turn.work, poll, turn.me)
    return Form("carry", turn.meeting.id, say("carry-title"), (_carry(mine["words"]),), key_id=poll.key_id)


async def take_carry(turn: MeetingTurn, values: Values) -> Reply:
    """Keep it in the member's ballot, as anonymous as all that is in there."""
    await ballots.mark(turn.work, turn.house, await asked(turn), turn.me, words={CARRY: values["carry"]})
    if not values["carry"].strip():
        return told("carry-back", (button(say("button-carry"), "carry", turn.meeting.id),))
    row = (button(say("button-carry-change"), "carry", turn.meeting.id),)
    return Message((Para(await _when(turn, "carry-kept")),), (row,))


async def ask_page(turn: MeetingTurn) -> Reply:
    """Everything on one page, as the member has answered it so far."""
    poll = await asked(turn)
    mine = await ballots.mine(turn.work, poll, turn.me)
    programme = turn.programme
    scales = (
        Field(
            scale,
            scaled(programme, FEEDBACK_SCALES, scale).question,
            options=tuple(_option(programme, scale, step) for step in range(1, STEPS + 1)),
            required=False,
            value=str(mine["scales"].get(scale, "")),
        )
        for scale in programme.scales
    )
    permission = (_permission(mine["quote"].get(SENTENCE, "no")),) if asks_quotation(programme) else ()
    fields = (*scales, _sentence(turn, mine["words"]), *permission, _carry(mine["words"]))
    said = (Para(say("quote-limits")),) if permission else ()
    promise = (Para(await _when(turn, "feedback-promise")), Para(say("feedback-limits")), *said)
    intro = (*promise, Para(say("any-empty")))
    return Form("feedback", turn.meeting.id, say("feedback-page"), fields, intro, key_id=poll.key_id)


def _option(programme: Programme, scale: str, step: int) -> Option:
    words = scaled(programme, FEEDBACK_SCALES, scale)
    named = {1: words.low, STEPS: words.high, (STEPS + 1) // 2: words.middle}.get(step)
    if named is None:
        return Option(str(step), say("label", text=str(step)))
    return Option(str(step), say("scale-end", step=step, end=named))


def _permission(stands: str) -> Field:
    """Whether the sentence may be quoted, in the five answers; not, unless something else is chosen."""
    answers = tuple(Option(each, say(f"button-quote-{each}")) for each in PERMISSIONS)
    return Field(PERMISSION, say("quotation-may"), say("quotation-limits"), answers, required=False, value=stands)


async def take_page(turn: MeetingTurn, values: Values) -> Reply:
    """Keep all of it in the member's ballot; a scale without an answer stays as it was."""
    poll = await asked(turn)
    scales = turn.programme.scales
    steps = dict(tapped(f"{scale}={values[scale]}", scales) for scale in scales if values.get(scale))
    words = {SENTENCE: values["sentence"], CARRY: values["carry"]}
    quote = _permitted(turn.programme, values)
    await ballots.mark(turn.work, turn.house, poll, turn.me, scales=steps, words=words, quote=quote)
    change = (button(say("button-feedback-change"), "feedback", turn.meeting.id),)
    kept = await _when(turn, "feedback-kept")
    if quote:
        return Message((Para(kept), Para(say(f"quote-set-{quote[SENTENCE]}"))), (change,))
    return await _kept(turn, poll, kept, change) if values["sentence"].strip() else Message((Para(kept),), (change,))


def _permitted(programme: Programme, values: Values) -> dict[str, Permission]:
    """What was answered on the page to whether the sentence may be quoted; nothing where there is no sentence."""
    if not (asks_quotation(programme) and values["sentence"].strip()):
        return {}
    return {SENTENCE: next((each for each in PERMISSIONS if each == values.get(PERMISSION)), "no")}


async def _kept(turn: MeetingTurn, poll: Poll, kept: Phrase, change: tuple[Button, ...]) -> Message:
    """What was kept until when, and the question whether the sentence may be quoted."""
    offer = await quotes.offer(turn.work, turn.meeting, poll, turn.me, SENTENCE)
    return Message((Para(kept), *offer.blocks), (*offer.buttons, change))


def _sentence(turn: MeetingTurn, words: dict[str, str]) -> Field:
    label = Pack(turn.group.pack, "feedback.sentence")
    hint = say("quotation-hint" if asks_quotation(turn.programme) else "sentence-hint")
    return Field(SENTENCE, label, hint, required=False, long=True, most=MOST, value=words.get(SENTENCE, ""))


def _carry(words: dict[str, str]) -> Field:
    hint = say("carry-hint")
    return Field(
        CARRY, say("carry-label"), hint, required=False, long=True, most=ballots.CARRY_MOST, value=words.get(CARRY, "")
    )


async def _when(turn: MeetingTurn, phrase: str) -> Phrase:
    """A phrase that says until when answers can be changed, and how many it takes for them to be shown."""
    closes = await closing_time(turn.work, turn.group, turn.meeting)
    floor = await floor_told(turn.work, turn.group, turn.meeting, FEEDBACK)
    return say(phrase, closes=closes, floor=floor)


async def done(turn: MeetingTurn) -> Reply:
    """The lead's "We're done": the feedback goes out now rather than after the agreed end."""
    seen = await turn.view(turn.group)
    lead = seen.lead(turn.meeting)
    if not turn.convenes and (lead is None or lead.person_id != turn.person.id):
        raise Refusal("refused-lead", when=turn.meeting.starts)
    if turn.meeting.begins(turn.group.tz) > turn.now:
        raise Refusal("done-too-early", when=turn.meeting.starts)
    await turn.work.notices.drop(meeting_id=turn.meeting.id, kind="step", state="waiting")
    if turn.meeting.done is None and turn.now < turn.meeting.ends(turn.group.tz):
        await turn.work.meetings.save(replace(turn.meeting, done=turn.now))
        await replan(turn.work, turn.house, turn.group)
    if turn.group.floor is not Floor.ALOUD:
        return told("done-noted")
    return told("done-aloud", (button(say("button-carry-open"), "carry-open", turn.meeting.id),))
