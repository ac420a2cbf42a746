"""Feedback after a meeting, asked: taps and words that are sealed until the round closes."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.core import ballots
from bot.core.ballots import CARRY, FEEDBACK, MOST, SENTENCE, STEPS
from bot.core.model import Floor, Group, How, Meeting, Poll
from bot.core.outgoing import (
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
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying
from bot.core.season import floor_of
from bot.core.turn import MeetingTurn, Values, button, told
from bot.core.uses import quotes
from bot.core.uses.outcome import outcome_of

LETTERS = "ABCDEFGH"
SCALES = "feedback.scales"
"""Where a programme has the words of its scales."""


async def open_poll(saying: Saying) -> None:
    """Open the round in the moment that its questions are posted."""
    await ballots.open_round(saying.work, saying.house, saying.seen.group, saying.meeting, FEEDBACK)


async def say_feedback(saying: Saying) -> Message | None:
    """The questions, what becomes of the answers and when, and a row of taps for each scale.

    Where a whole form can be shown there is a way to answer everything on one page, too.
    """
    seen, meeting = saying.seen, saying.meeting
    scales = seen.programme.scales
    words = [button(say("button-sentence"), "sentence", meeting.id), button(say("button-carry"), "carry", meeting.id)]
    if saying.house.capabilities[seen.group.platform].form != "steps":
        words.append(button(say("button-feedback"), "feedback", meeting.id))
    closes = await closing_time(saying.work, seen.group, meeting)
    return Message(
        (
            Heading(say("feedback-heading", theme=seen.short(meeting))),
            Items(scale_lines(seen.programme.pack, SCALES, scales)),
            Para(say("feedback-promise", floor=floor_of(seen.group, len(seen.members)), closes=closes)),
            Para(say("feedback-limits")),
        ),
        (*taps("rate", meeting, scales), tuple(words)),
    )


def scale_lines(slug: str, path: str, scales: tuple[str, ...]) -> tuple[Text, ...]:
    """The questions to be tapped, lettered, with both ends named."""
    return tuple(
        say(
            "scale-line",
            letter=letter,
            question=Pack(slug, f"{path}.{scale}.question"),
            low=Pack(slug, f"{path}.{scale}.low"),
            high=Pack(slug, f"{path}.{scale}.high"),
        )
        for letter, scale in zip(LETTERS, scales, strict=False)
    )


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
    return due.astimezone(group.tz).replace(tzinfo=None)


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
    mine = await ballots.mine(turn.work, await asked(turn), turn.me)
    return Form("sentence", turn.meeting.id, say("sentence-title"), (_sentence(turn, mine["words"]),))


async def take_sentence(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the sentence in the member's ballot, and ask whether it may be quoted."""
    poll = await asked(turn)
    await ballots.mark(turn.work, turn.house, poll, turn.me, words={SENTENCE: values["sentence"]})
    if not values["sentence"].strip():
        return told("sentence-back", (button(say("button-sentence"), "sentence", turn.meeting.id),))
    change = (button(say("button-sentence-change"), "sentence", turn.meeting.id),)
    return await _kept(turn, poll, await _when(turn, "sentence-kept"), change)


async def ask_carry(turn: MeetingTurn) -> Reply:
    """What one would come back to next time, with what the member wrote before."""
    mine = await ballots.mine(turn.work, await asked(turn), turn.me)
    return Form("carry", turn.meeting.id, say("carry-title"), (_carry(mine["words"]),))


async def take_carry(turn: MeetingTurn, values: Values) -> Reply:
    """Keep it in the member's ballot, as anonymous as all that is in there."""
    await ballots.mark(turn.work, turn.house, await asked(turn), turn.me, words={CARRY: values["carry"]})
    if not values["carry"].strip():
        return told("carry-back", (button(say("button-carry"), "carry", turn.meeting.id),))
    row = (button(say("button-carry-change"), "carry", turn.meeting.id),)
    return Message((Para(await _when(turn, "carry-kept")),), (row,))


async def ask_page(turn: MeetingTurn) -> Reply:
    """Everything on one page, as the member has answered it so far."""
    mine = await ballots.mine(turn.work, await asked(turn), turn.me)
    programme = turn.programme
    scales = (
        Field(
            scale,
            Pack(programme.pack, f"{SCALES}.{scale}.question"),
            options=tuple(_option(programme.pack, scale, step) for step in range(1, STEPS + 1)),
            required=False,
            value=str(mine["scales"].get(scale, "")),
        )
        for scale in programme.scales
    )
    fields = (*scales, _sentence(turn, mine["words"]), _carry(mine["words"]))
    intro = (Para(await _when(turn, "feedback-promise")), Para(say("feedback-limits")))
    return Form("feedback", turn.meeting.id, say("feedback-page"), fields, intro)


def _option(slug: str, scale: str, step: int) -> Option:
    end = {1: "low", STEPS: "high"}.get(step)
    if end is None:
        return Option(str(step), say("label", text=str(step)))
    return Option(str(step), say("scale-end", step=step, end=Pack(slug, f"{SCALES}.{scale}.{end}")))


async def take_page(turn: MeetingTurn, values: Values) -> Reply:
    """Keep all of it in the member's ballot; a scale without an answer stays as it was."""
    poll = await asked(turn)
    scales = turn.programme.scales
    steps = dict(tapped(f"{scale}={values[scale]}", scales) for scale in scales if values.get(scale))
    words = {SENTENCE: values["sentence"], CARRY: values["carry"]}
    await ballots.mark(turn.work, turn.house, poll, turn.me, scales=steps, words=words)
    change = (button(say("button-feedback-change"), "feedback", turn.meeting.id),)
    kept = await _when(turn, "feedback-kept")
    return await _kept(turn, poll, kept, change) if values["sentence"].strip() else Message((Para(kept),), (change,))


async def _kept(turn: MeetingTurn, poll: Poll, kept: Phrase, change: tuple[Button, ...]) -> Message:
    """What was kept until when, and the question whether the sentence may be quoted."""
    offer = await quotes.offer(turn.work, turn.meeting, poll, turn.me, SENTENCE)
    return Message((Para(kept), *offer.blocks), (*offer.buttons, change))


def _sentence(turn: MeetingTurn, words: dict[str, str]) -> Field:
    label, hint = Pack(turn.group.pack, "feedback.sentence"), say("sentence-hint")
    return Field(SENTENCE, label, hint, required=False, long=True, most=MOST, value=words.get(SENTENCE, ""))


def _carry(words: dict[str, str]) -> Field:
    hint = say("carry-hint")
    return Field(
        CARRY, say("carry-label"), hint, required=False, long=True, most=ballots.CARRY_MOST, value=words.get(CARRY, "")
    )


async def _when(turn: MeetingTurn, phrase: str) -> Phrase:
    """A phrase that says until when answers can be changed, and how many it takes for them to be shown."""
    closes = await closing_time(turn.work, turn.group, turn.meeting)
    floor = floor_of(turn.group, len((await turn.view(turn.group)).members))
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
