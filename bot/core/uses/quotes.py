"""May we quote this? Asked when a sentence is kept; said without a name for good, with one until it is taken back."""

import json

from bot.core import ballots
from bot.core.ballots import PERMISSIONS, QUOTE
from bot.core.model import Group, Meeting, Member, Paper, Poll
from bot.core.outgoing import Block, Button, Heading, Message, Para, Quote, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, MeetingTurn, button, told


async def offer(work: UnitOfWork, meeting: Meeting, poll: Poll, member: Member, question: str) -> Message:
    """The question about what a member has just written in an open round, with five plain answers.

    Any round's answer in words may be followed by it: its blocks and buttons go below what says that it is kept.
    """
    asked = f"{poll.kind}.{question}"
    answers = await ballots.mine(work, poll, member)
    stands = answers["quote"].get(question)
    blocks: list[Block] = [Para(say("quote-ask")), Para(say("quote-limits"))]
    if stands:
        blocks.append(Para(say(f"quote-set-{stands}")))
    rows = tuple((_answer(meeting, asked, permission),) for permission in PERMISSIONS)
    return Message(tuple(blocks), rows)


def _answer(meeting: Meeting, asked: str, permission: str) -> Button:
    return button(say(f"button-quote-{permission}"), "quote", meeting.id, f"{asked}={permission}")


async def permit(turn: MeetingTurn) -> Reply:
    """Set whether one's own words may be quoted; changeable until the round closes."""
    asked, _, typed = turn.value.partition("=")
    kind, _, question = asked.partition(".")
    permission = next((each for each in PERMISSIONS if each == typed), None)
    poll = await ballots.round_of(turn.work, turn.meeting, kind)
    if poll is None or permission is None:
        raise Refusal("refused-old")
    await ballots.mark(turn.work, turn.house, poll, turn.me, quote={question: permission})
    return told(f"quote-set-{permission}")


async def mine(turn: GroupTurn) -> Reply:
    """The words of one's own that may be quoted with one's name, each with a way to take it back."""
    papers = await turn.work.papers.find(group_id=turn.group.id, kind=QUOTE, member_id=turn.me.id)
    if not papers:
        return told("quotes-none", group=turn.group.name)
    blocks: list[Block] = [Heading(say("quotes-heading", group=turn.group.name))]
    rows = []
    for number, paper in enumerate(sorted(papers, key=lambda paper: paper.id), 1):
        quote = json.loads(paper.text)
        waits = "-waits" if paper.key_id != turn.group.key_id else ""
        blocks += [Para(say(f"quote-{quote['scope']}{waits}", number=number)), Quote(quote["text"])]
        rows.append((button(say("button-quote-drop", number=number), "quote-drop", turn.group.id, paper.id),))
    return Message((*blocks, Para(say("quotes-unnamed"))), tuple(rows))


async def drop(turn: GroupTurn) -> Reply:
    """Take back a permission of one's own."""
    paper = await turn.work.papers.get(turn.value)
    if paper is None or paper.kind != QUOTE or paper.member_id != turn.me.id:
        raise Refusal("refused-old")
    await turn.work.papers.drop(id=paper.id)
    return told("quote-dropped", (button(say("button-quotes"), "quotes", turn.group.id),))


async def quotes(work: UnitOfWork, group: Group) -> list[tuple[str, str, str]]:
    """What may be quoted of a group: the text, its author's name or nothing, and "inside" or "outside" the group.

    In the order of the alphabet, which tells nothing of when or by whom; only of what has been published.
    """
    unnamed = [(quote["text"], "", quote["scope"]) for quote in await ballots.unnamed_quotes(work, group)]
    named = [_named(paper) for paper in await ballots.named_quotes(work, group)]
    return sorted([*unnamed, *named], key=lambda quote: (quote[0].casefold(), quote[1]))


def _named(paper: Paper) -> tuple[str, str, str]:
    quote = json.loads(paper.text)
    return quote["text"], quote["name"], quote["scope"]
