"""Answering which times work: one after the other, each kept by its press, with one's own answers before one's eyes."""

from collections.abc import Mapping
from datetime import datetime

from bot.core import zones
from bot.core.model import Question, to_utc
from bot.core.outgoing import Block, Button, Heading, Items, Message, Para, Phrase, Reply, Text, say
from bot.core.refusal import Refusal
from bot.core.times_tally import ANSWERS, NO, WORKS
from bot.core.turn import GroupTurn, button
from bot.core.uses.times import times_polls
from bot.core.votes import set_vote

REST = "rest"
"""Stands in the place of a time's number where all that are still open are meant."""


async def answer(turn: GroupTurn) -> Reply:
    """The time that the press names, or the first that is open; with none open, the member's answers to be changed."""
    poll, rest = await _open(turn)
    mine = await _mine(turn, poll)
    if rest:
        return await _one(turn, poll, mine, times_polls.item_of(poll, rest[0]))
    return await _next(turn, poll, mine)


async def set_answer(turn: GroupTurn) -> Reply:
    """Keep one answer, or the same for all that are still open, and go on to what is open."""
    poll, rest = await _open(turn)
    if len(rest) != 2 or rest[1] not in ANSWERS:
        raise Refusal("refused-old")
    mine = await _mine(turn, poll)
    items = [i for i in poll.items if i not in mine] if rest[0] == REST else [times_polls.item_of(poll, rest[0])]
    for item in items:
        await set_vote(turn.work, turn.house, poll, turn.me, item, rest[1])
    return await _next(turn, poll, await _mine(turn, poll))


async def _open(turn: GroupTurn) -> tuple[Question, list[str]]:
    poll, rest = await times_polls.meant(turn)
    over = await times_polls.ended(turn.work, turn.group, turn.now, poll)
    if over:
        raise over
    return poll, rest


async def _mine(turn: GroupTurn, poll: Question) -> dict[str, str]:
    """The member's answers by time."""
    votes = await turn.work.votes.find(question_id=poll.id, member_id=turn.me.id)
    return {vote.item: vote.value for vote in votes}


async def _next(turn: GroupTurn, poll: Question, mine: Mapping[str, str]) -> Message:
    left = next((item for item in poll.items if item not in mine), None)
    return await _one(turn, poll, mine, left) if left else await _all(turn, poll, mine)


async def _one(turn: GroupTurn, poll: Question, mine: Mapping[str, str], item: str) -> Message:
    """One time with its three answers, and what has been answered of the others."""
    starts, number = datetime.fromisoformat(item), poll.items.index(item)
    blocks: list[Block] = []
    if mine:
        blocks += [Para(say("times-mine")), _answers(turn, poll, mine)]
    heading = say("times-ask", number=number + 1, count=len(poll.items), when=_when(turn, starts))
    blocks.append(Heading(heading, to_utc(starts, turn.group.tz)))
    rows = [tuple(_set(turn, poll, f"button-times-{value}", str(number), value) for value in ANSWERS)]
    open_ = [each for each in poll.items if each not in mine]
    if len(open_) > 1:
        which = "rest" if mine else "all"
        rows.append(tuple(_set(turn, poll, f"button-times-{which}-{value}", REST, value) for value in (WORKS, NO)))
    return Message(tuple(blocks), tuple(rows))


async def _all(turn: GroupTurn, poll: Question, mine: Mapping[str, str]) -> Message:
    """Everything that the member has answered, each to be changed with a press, and until when."""
    closes = turn.group.wall(poll.closes)
    names = say("times-with-names" if turn.group.names_shown else "times-without-names")
    blocks = (
        Heading(say("times-mine-all")),
        _answers(turn, poll, mine),
        Para(say("times-mine-until", closes=closes)),
        Para(names),
    )
    changes = [
        button(say("button-times-change", when=starts), "times-answer", turn.group.id, f"{poll.id}.{number}")
        for number, starts in enumerate(times_polls.starts_of(poll))
    ]
    return Message(blocks, tuple(tuple(changes[n : n + 2]) for n in range(0, len(changes), 2)))


def _answers(turn: GroupTurn, poll: Question, mine: Mapping[str, str]) -> Items:
    said = [(datetime.fromisoformat(item), mine[item]) for item in poll.items if item in mine]
    lines: list[Text] = [
        say("times-mine-line", when=_when(turn, starts), answer=say(f"times-said-{value}")) for starts, value in said
    ]
    return Items(tuple(lines), tuple(to_utc(starts, turn.group.tz) for starts, _ in said))


def _when(turn: GroupTurn, starts: datetime) -> Text:
    return zones.for_reader(starts, turn.group, turn.person, turn.house.capabilities[turn.person.platform])


def _set(turn: GroupTurn, poll: Question, label: str, number: str, value: str) -> Button:
    phrase: Phrase = say(label)
    return button(phrase, "times-set", turn.group.id, f"{poll.id}.{number}.{value}")
