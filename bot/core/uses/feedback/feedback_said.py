"""Feedback, closed and said: what the group answered, if enough did, and what comes next."""

from typing import Any

from bot.core import ballots
from bot.core.ballots import CARRY, FEEDBACK, SENTENCE
from bot.core.model import Floor
from bot.core.outgoing import Block, Heading, Message, Para, Quote, say
from bot.core.programme import Programme
from bot.core.saying import Saying, next_meeting
from bot.core.scales import FEEDBACK_SCALES, asked
from bot.core.uses.between.between import agree_row, between_lines
from bot.core.uses.feedback.feedback import asks_quotation
from bot.core.uses.feedback.quotes import of_round
from bot.core.uses.leading.outcome import kept_of


async def close_for(saying: Saying) -> None:
    """What results do in the moment that they are posted."""
    seen = saying.seen
    await ballots.close_round(saying.work, saying.house, seen.group, saying.meeting, FEEDBACK, len(seen.members))


async def say_results(saying: Saying) -> Message | None:
    """What the group said, if enough answered, and what comes next; after the last meeting comes the farewell.

    Nothing of answers is said where nobody was asked: the group was paused, or speaks its feedback aloud.
    """
    seen, meeting = saying.seen, saying.meeting
    following = seen.after(meeting)
    were_asked = await ballots.round_of(saying.work, meeting, FEEDBACK) is not None or (
        saying.preview and seen.group.floor is not Floor.ALOUD
    )
    if not were_asked:
        return None
    blocks = [Heading(say("results-heading", theme=seen.short(meeting))), *await _answers(saying)]
    blocks += await kept_of(saying.work, meeting)
    if following:
        task = await between_lines(saying.work, seen, meeting)
        rows = await agree_row(saying.work, seen, meeting)
        return Message((*blocks, *task, *next_meeting(seen, following)), rows)
    return Message(tuple(blocks))


async def _answers(saying: Saying) -> list[Block]:
    floor = await ballots.floor_told(saying.work, saying.seen.group, saying.meeting, FEEDBACK)
    content = await ballots.published(saying.work, saying.meeting, FEEDBACK)
    if content:
        return await _shown(saying, content)
    if saying.preview:
        return [Para(say("results-preview", floor=floor))]
    if not saying.seen.after(saying.meeting):
        return [Para(say("results-too-few", floor=floor))]
    floor = max(floor, await ballots.floor_waited_for(saying.work, saying.seen.group))
    return [Para(say("results-pooled", floor=floor))]


async def _shown(saying: Saying, content: dict[str, Any]) -> list[Block]:
    programme = saying.seen.programme
    blocks: list[Block] = []
    if len(content["meetings"]) > 1:
        blocks.append(Para(say("results-of-several", count=len(content["meetings"]))))
    blocks += drawn(programme, FEEDBACK_SCALES, programme.scales, content)
    said = dict(content["words"])
    if asks_quotation(programme):
        quoted, said[SENTENCE] = await _quotations(saying, content)
        blocks += quoted
    for question, heading in ((SENTENCE, "results-sentences"), (CARRY, "results-carried")):
        if said.get(question):
            blocks += [Heading(say(heading)), *(Quote(sentence) for sentence in said[question])]
    return blocks


async def _quotations(saying: Saying, content: dict[str, Any]) -> tuple[list[Block], list[str]]:
    """The sentences that may be quoted, under how far, and those that are feedback and nothing else.

    No name stands here: its author may take that back, and a post cannot.
    """
    left = list(content["words"].get(SENTENCE, []))
    found: dict[str, list[str]] = {"outside": [], "inside": []}
    for text, scope in await of_round(saying.work, saying.seen.group, content):
        if text in left:
            left.remove(text)
            found[scope].append(text)
    blocks: list[Block] = [Heading(say("results-quotations"))] if any(found.values()) else []
    for scope, texts in found.items():
        if texts:
            # By the alphabet: those whose authors gave their names would else stand together.
            texts.sort(key=str.casefold)
            blocks += [Para(say(f"report-quotes-{scope}")), *(Quote(text) for text in texts)]
    return blocks, left


def drawn(programme: Programme, path: str, scales: tuple[str, ...], content: dict[str, Any]) -> list[Block]:
    """A published round's scales, each as a picture; of one that all answered alike, only that they did."""
    blocks: list[Block] = []
    for scale in scales:
        words = asked(programme, path, scale)
        if scale in content["alike"]:
            blocks.append(Para(say("results-alike", question=words.question)))
        elif scale in content["counts"]:
            blocks.append(words.drawn(tuple(content["counts"][scale])))
    return blocks
