"""A vote on themes as the group hears of it: what there is to pick from, and what it came to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.choosing import by_kind, choices, counted, in_short, on_the_line, proposed, still_open, tally
from bot.core.model import Question
from bot.core.outgoing import Block, Heading, Items, Message, Para, Phrase, Text, say
from bot.core.ports import House, UnitOfWork
from bot.core.saying import Saying
from bot.core.turn import button
from bot.core.view import View, view


async def say_vote(saying: Saying) -> Message | None:
    """The themes, and a way to each member's own page; nothing where the vote is over already."""
    question = await saying.work.questions.get(saying.notice.ref)
    if question is None or question.closed:
        return None
    seen = saying.seen
    there = await choices(saying.work, seen)
    closes = seen.group.wall(question.closes)
    blocks: tuple[Block, ...] = (
        Heading(say("vote-heading")),
        *by_kind(seen, {question.items[place]: line for place, line in numbered(question, there).items()}),
        Para(say("vote-how", count=still_open(seen, saying.now).count, closes=closes)),
    )
    rows = (
        (button(say("button-vote-pick"), "vote", seen.group.id),),
        (button(say("button-own-theme-add"), "own-theme-add", seen.group.id),),
    )
    return Message(blocks, rows)


def numbered(question: Question, there: Mapping[str, Text]) -> dict[int, Phrase]:
    """The themes with their numbers, by their places in the question; one that was taken back leaves a gap."""
    return {
        place: say("theme-number", number=place + 1, theme=there[item])
        for place, item in enumerate(question.items)
        if item in there
    }


async def count(work: UnitOfWork, house: House, question: Question) -> Question:
    """Count the votes and forget whose they were."""
    group = await work.groups.get(question.group_id)
    assert group is not None  # noqa: S101 - a question goes with its group
    there = await choices(work, await view(work, house, group))
    votes = await work.votes.find(question_id=question.id)
    closed = replace(question, items=tally(question, votes, there), closed=True)
    await work.questions.save(closed)
    await work.votes.drop(question_id=question.id)
    return closed


async def close_for(saying: Saying) -> None:
    """What the result does in the moment that it is posted."""
    question = await saying.work.questions.get(saying.notice.ref)
    if question and not question.closed:
        await count(saying.work, saying.house, question)


async def say_result(saying: Saying) -> Message | None:
    """What the vote came to, for the group; nothing where its order stands already."""
    question = await saying.work.questions.get(saying.notice.ref)
    if question is None:
        return None
    if not question.closed:  # looked at beforehand, when nothing is counted yet
        return Message((Para(say("vote-preview")),))
    return result(saying.seen, question, await choices(saying.work, saying.seen), saying.now)


def result(seen: View, question: Question, there: Mapping[str, Text], now: datetime) -> Message:
    """The themes by votes, equal ones in one line, and the order that comes of it; nothing changes by itself."""
    counts = counted(question, there)
    order = proposed(seen, now, counts)
    arrange = button(say("button-vote-arrange"), "themes", seen.group.id, question.id)
    if not order:
        return Message((Heading(say("vote-result")), Para(say("vote-nobody"))), ((arrange,),))
    short = in_short(seen, there)
    lines: list[Text] = []
    for votes in sorted({count for count in counts.values() if count}, reverse=True):
        equal = named([short[theme] for theme, count in counts.items() if count == votes])
        lines.append(say("vote-line-tie" if len(equal) > 1 else "vote-line", votes=votes, names=equal))
    blocks: list[Block] = [Heading(say("vote-result")), Items(tuple(lines))]
    tied = on_the_line(seen, now, counts)
    if tied:
        blocks.append(Para(say("vote-tied", names=named([short[theme] for theme in tied]))))
    new = order[len(still_open(seen, now).stand) :]
    listed = tuple(say("theme-number", number=number, theme=there[theme]) for number, theme in enumerate(new, 1))
    blocks += [Heading(say("vote-proposal")), Items(listed), Para(say("vote-nothing-changes"))]
    accept = button(say("button-vote-accept"), "vote-accept", seen.group.id, question.id)
    return Message(tuple(blocks), ((accept,), (arrange,)))


def named(themes: Sequence[Text]) -> tuple[Phrase, ...]:
    """Themes in a sentence; several of them in quotation marks, since there may be an "and" in any."""
    return tuple(say("theme-named" if len(themes) > 1 else "label", text=theme) for theme in themes)
