"""Feedback, closed and said: what the group answered, if enough did, and what comes next."""

from typing import Any

from bot.core import ballots
from bot.core.ballots import CARRY, FEEDBACK, SENTENCE
from bot.core.model import Floor
from bot.core.outgoing import Block, Heading, Message, Pack, Para, Quote, Scale, say
from bot.core.saying import Saying, next_meeting
from bot.core.season import floor_of
from bot.core.uses.between import between_lines
from bot.core.uses.feedback import SCALES
from bot.core.uses.outcome import kept_of


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
    asked = await ballots.round_of(saying.work, meeting, FEEDBACK) is not None or (
        saying.preview and seen.group.floor is not Floor.ALOUD
    )
    if not asked:
        return None
    blocks = [Heading(say("results-heading", theme=seen.short(meeting))), *await _answers(saying)]
    blocks += await kept_of(saying.work, meeting)
    if following:
        return Message((*blocks, *await between_lines(saying.work, meeting), *next_meeting(seen, following)))
    return Message(tuple(blocks))


async def _answers(saying: Saying) -> list[Block]:
    floor = floor_of(saying.seen.group, len(saying.seen.members))
    content = await ballots.published(saying.work, saying.meeting, FEEDBACK)
    if content:
        return _shown(saying, content)
    if saying.preview:
        return [Para(say("results-preview", floor=floor))]
    return [Para(say("results-pooled" if saying.seen.after(saying.meeting) else "results-too-few", floor=floor))]


def _shown(saying: Saying, content: dict[str, Any]) -> list[Block]:
    programme = saying.seen.programme
    blocks: list[Block] = []
    if len(content["meetings"]) > 1:
        blocks.append(Para(say("results-of-several", count=len(content["meetings"]))))
    blocks += drawn(programme.pack, SCALES, programme.scales, content)
    for question, heading in ((SENTENCE, "results-sentences"), (CARRY, "results-carried")):
        said = content["words"].get(question, [])
        if said:
            blocks += [Heading(say(heading)), *(Quote(sentence) for sentence in said)]
    return blocks


def drawn(slug: str, path: str, scales: tuple[str, ...], content: dict[str, Any]) -> list[Block]:
    """A published round's scales, each as a picture; of one that all answered alike, only that they did."""
    blocks: list[Block] = []
    for scale in scales:
        question, low, high = (Pack(slug, f"{path}.{scale}.{part}") for part in ("question", "low", "high"))
        if scale in content["alike"]:
            blocks.append(Para(say("results-alike", question=question)))
        elif scale in content["counts"]:
            blocks.append(Scale(question, low, high, tuple(content["counts"][scale])))
    return blocks
