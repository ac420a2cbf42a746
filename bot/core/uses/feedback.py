"""Feedback after a meeting: sealed while it is open, counted at close, shown only when enough people are in it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.model import Ballot, Batch, Floor, Group, How, Meeting, Poll
from bot.core.outgoing import (
    Block,
    Button,
    Field,
    Form,
    Heading,
    Items,
    Message,
    Pack,
    Para,
    Quote,
    Reply,
    Scale,
    Text,
    Toast,
    say,
)
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying, next_meeting
from bot.core.season import floor_of
from bot.core.turn import MeetingTurn, Values, button, told

STEPS = 5
SENTENCE_MOST = 500
LETTERS = "ABCDEFGH"


async def open_poll(saying: Saying) -> None:
    """Open the poll in the moment that its questions are posted; its key is kept outside the database."""
    if not await saying.work.polls.find(meeting_id=saying.meeting.id):
        await saying.work.polls.add(
            Poll(
                id=saying.house.chance.new_id(),
                group_id=saying.seen.group.id,
                meeting_id=saying.meeting.id,
                key_id=await saying.work.keys.make(outside=True),
            )
        )


async def say_feedback(saying: Saying) -> Message | None:
    """The questions, what becomes of the answers and when, and a row of taps for each scale."""
    seen, meeting = saying.seen, saying.meeting
    questions: list[Text] = []
    rows: list[tuple[Button, ...]] = []
    for letter, scale in zip(LETTERS, seen.programme.scales, strict=False):
        path = f"feedback.scales.{scale}"
        questions.append(
            say(
                "scale-line",
                letter=letter,
                question=saying.pack(f"{path}.question"),
                low=saying.pack(f"{path}.low"),
                high=saying.pack(f"{path}.high"),
            )
        )
        rows.append(
            tuple(
                button(say("scale-button", letter=letter, step=step), "rate", meeting.id, f"{scale}={step}")
                for step in range(1, STEPS + 1)
            )
        )
    rows.append((button(say("button-sentence"), "sentence", meeting.id),))
    floor = floor_of(seen.group, len(seen.members))
    closes = await closing_time(saying.work, seen.group, meeting)
    return Message(
        (
            Heading(say("feedback-heading", theme=seen.short(meeting))),
            Items(tuple(questions)),
            Para(say("feedback-promise", floor=floor, closes=closes)),
            Para(say("feedback-limits")),
        ),
        tuple(rows),
    )


async def closing_time(work: UnitOfWork, group: Group, meeting: Meeting) -> datetime:
    """When the poll closes, local: with the results that are planned."""
    planned = await work.notices.find(meeting_id=meeting.id, kind="results")
    due = max((n.due for n in planned), default=meeting.ends(group.tz) + timedelta(days=2))
    return due.astimezone(group.tz).replace(tzinfo=None)


async def rate(turn: MeetingTurn) -> Reply:
    """Set one scale's tap; changeable until the poll closes."""
    scale, _, typed = turn.value.partition("=")
    scales = turn.house.library.programme(turn.group.programme).scales
    if scale not in scales or typed not in {str(step) for step in range(1, STEPS + 1)}:
        raise Refusal("refused-old")
    await _mark(turn, scales={scale: int(typed)})
    letter = LETTERS[scales.index(scale)]
    closes = await closing_time(turn.work, turn.group, turn.meeting)
    return Toast(say("rated", letter=letter, step=int(typed), closes=closes))


async def ask_sentence(turn: MeetingTurn) -> Reply:
    """The one optional sentence, with what the member wrote before."""
    _, ballot = await _ballot(turn)
    written = json.loads(ballot.answers)["sentence"] if ballot else ""
    label = Pack(turn.group.programme, "feedback.sentence")
    hint = say("sentence-hint")
    field = Field("sentence", label, hint, required=False, long=True, most=SENTENCE_MOST, value=written)
    return Form("sentence", turn.meeting.id, say("sentence-title"), (field,))


async def take_sentence(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the sentence in the member's ballot."""
    sentence = values["sentence"].strip()
    await _mark(turn, sentence=sentence)
    if not sentence:
        return told("sentence-back", (button(say("button-sentence"), "sentence", turn.meeting.id),))
    closes = await closing_time(turn.work, turn.group, turn.meeting)
    floor = floor_of(turn.group, len((await turn.view(turn.group)).members))
    return Message(
        (Para(say("sentence-kept", closes=closes, floor=floor)),),
        ((button(say("button-sentence-change"), "sentence", turn.meeting.id),),),
    )


async def _mark(turn: MeetingTurn, *, scales: Mapping[str, int] | None = None, sentence: str | None = None) -> None:
    poll, ballot = await _ballot(turn)
    answers: dict[str, Any] = json.loads(ballot.answers) if ballot else {"scales": {}, "sentence": ""}
    answers["scales"].update(scales or {})
    if sentence is not None:
        answers["sentence"] = sentence
    if ballot:
        await turn.work.ballots.save(replace(ballot, answers=json.dumps(answers)))
    else:
        new = Ballot(turn.house.chance.new_id(), poll.id, turn.me.id, poll.key_id, json.dumps(answers))
        await turn.work.ballots.add(new)


async def _ballot(turn: MeetingTurn) -> tuple[Poll, Ballot | None]:
    """The open poll and the member's ballot in it. The absent, and who joined later, are not asked."""
    found = await turn.work.polls.find(meeting_id=turn.meeting.id)
    if not found:
        raise Refusal("feedback-not-yet")
    if found[0].closed:
        raise Refusal("feedback-closed")
    seen = await turn.view(turn.group)
    gone = {member.id for member, _ in seen.told(turn.meeting, How.ABSENT)}
    if turn.me.id in gone or turn.me.joined > turn.meeting.ends(turn.group.tz):
        raise Refusal("feedback-absent")
    ballots = await turn.work.ballots.find(poll_id=found[0].id, member_id=turn.me.id)
    return found[0], ballots[0] if ballots else None


async def close_poll(work: UnitOfWork, house: House, group: Group, meeting: Meeting, size: int) -> None:
    """Count and mix what was answered, pool it with what has not been shown yet, and destroy ballots and key.

    The pool is published when enough different people are in it; until then who is in it is kept, sealed with a key
    outside the database, only to be counted.
    """
    found = [p for p in await work.polls.find(meeting_id=meeting.id) if not p.closed]
    if not found:
        return
    poll = found[0]
    pool = await _pool(work, group)
    counted = pool["counts"]
    for ballot in await work.ballots.find(poll_id=poll.id):
        answers = json.loads(ballot.answers)
        for scale, step in answers["scales"].items():
            counted.setdefault(scale, [0] * STEPS)[step - 1] += 1
        if answers["sentence"]:
            pool["sentences"].append(answers["sentence"])
        if answers["scales"] or answers["sentence"]:
            pool["who"] = sorted({*pool["who"], ballot.member_id})
    pool["meetings"].append(meeting.id)
    pool["sentences"] = house.chance.shuffled(pool["sentences"])
    await work.ballots.drop(poll_id=poll.id)
    await work.polls.save(replace(poll, closed=True))
    await work.keys.destroy(poll.key_id)
    published = len(pool["who"]) >= floor_of(group, size)
    if published:
        pool["who"] = []
    key_id = group.key_id if published else await work.keys.make(outside=True)
    batch = Batch(house.chance.new_id(), group.id, meeting.id, key_id, json.dumps(pool), published)
    await work.batches.add(batch)


async def _pool(work: UnitOfWork, group: Group) -> dict[str, Any]:
    """Take out what earlier meetings left unshown, or start empty."""
    pool: dict[str, Any] = {"counts": {}, "sentences": [], "who": [], "meetings": []}
    for batch in await work.batches.find(group_id=group.id, published=False):
        pool = json.loads(batch.content)
        await work.batches.drop(id=batch.id)
        await work.keys.destroy(batch.key_id)
    return pool


async def destroy_unshown(work: UnitOfWork, group: Group) -> None:
    """At a group's end: open polls and batches that never reached the floor are destroyed unread."""
    for poll in await work.polls.find(group_id=group.id, closed=False):
        await work.ballots.drop(poll_id=poll.id)
        await work.polls.save(replace(poll, closed=True))
        await work.keys.destroy(poll.key_id)
    for batch in await work.batches.find(group_id=group.id, published=False):
        await work.batches.drop(id=batch.id)
        await work.keys.destroy(batch.key_id)


async def close_for(saying: Saying) -> None:
    """What results do in the moment that they are posted."""
    await close_poll(saying.work, saying.house, saying.seen.group, saying.meeting, len(saying.seen.members))


async def say_results(saying: Saying) -> Message | None:
    """What the group said, if enough answered, and what comes next; after the last meeting, the closing words.

    Nothing of answers is said where nobody was asked: the group was paused, or speaks its feedback aloud.
    """
    seen, meeting = saying.seen, saying.meeting
    following = seen.after(meeting)
    asked = bool(await saying.work.polls.find(meeting_id=meeting.id)) or (
        saying.preview and seen.group.floor is not Floor.ALOUD
    )
    if following and not asked:
        return None
    blocks: list[Block] = []
    if asked:
        blocks += [Heading(say("results-heading", theme=seen.short(meeting))), *await _answers(saying)]
    if following:
        return Message((*blocks, *next_meeting(seen, following)))
    return Message((*blocks, Heading(say("farewell-heading")), Para(saying.pack("farewell"))))


async def _answers(saying: Saying) -> list[Block]:
    floor = floor_of(saying.seen.group, len(saying.seen.members))
    batches = [b for b in await saying.work.batches.find(meeting_id=saying.meeting.id) if b.published]
    if batches:
        return _shown(saying, json.loads(batches[0].content))
    if saying.preview:
        return [Para(say("results-preview", floor=floor))]
    return [Para(say("results-pooled" if saying.seen.after(saying.meeting) else "results-too-few", floor=floor))]


def _shown(saying: Saying, content: dict[str, Any]) -> list[Block]:
    blocks: list[Block] = []
    floor = floor_of(saying.seen.group, len(saying.seen.members))
    if len(content["meetings"]) > 1:
        blocks.append(Para(say("results-of-several", count=len(content["meetings"]))))
    for scale in saying.seen.programme.scales:
        counts = content["counts"].get(scale)
        if not counts or sum(counts) < floor:  # a question that few answered is not shown even in a full batch
            continue
        question = saying.pack(f"feedback.scales.{scale}.question")
        if is_unanimous(counts):
            blocks.append(Para(say("results-alike", question=question)))
        else:
            low, high = saying.pack(f"feedback.scales.{scale}.low"), saying.pack(f"feedback.scales.{scale}.high")
            blocks.append(Scale(question, low, high, tuple(counts)))
    if content["sentences"]:
        blocks += [Heading(say("results-sentences")), *(Quote(sentence) for sentence in content["sentences"])]
    return blocks


def is_unanimous(counts: list[int]) -> bool:
    """Whether everybody chose the same step: shown as such it would give each one's answer away."""
    return sum(counts) == max(counts)


async def done(turn: MeetingTurn) -> Reply:
    """The lead's "We're done": the feedback goes out now rather than after the agreed end."""
    seen = await turn.view(turn.group)
    lead = seen.lead(turn.meeting)
    if not turn.convenes and (lead is None or lead.person_id != turn.person.id):
        raise Refusal("refused-lead", when=turn.meeting.starts)
    if turn.meeting.begins(turn.group.tz) > turn.now:
        raise Refusal("done-too-early", when=turn.meeting.starts)
    if turn.meeting.done is None and turn.now < turn.meeting.ends(turn.group.tz):
        await turn.work.meetings.save(replace(turn.meeting, done=turn.now))
        await replan(turn.work, turn.house, turn.group)
    aloud = turn.group.floor is Floor.ALOUD
    return told("done-aloud" if aloud else "done-noted")
