"""May we quote this? Asked when a sentence is kept; said without a name for good, with one until it is taken back."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from bot.core import ballots
from bot.core.ballots import PERMISSIONS, QUOTE
from bot.core.model import Group, Meeting, Member, Paper, Poll
from bot.core.outgoing import Block, Button, Document, Heading, Message, Para, Quote, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, MeetingTurn, button, told

SHOWN = 10
"""How many quotations are said at once; the file has all."""


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


async def quotes(work: UnitOfWork, group: Group, meetings: Collection[str] | None = None) -> list[tuple[str, str, str]]:
    """What may be quoted of a group: the text, its author's name or nothing, and "inside" or "outside" the group.

    In the order of the alphabet, which tells nothing of when or by whom; only of what has been published, and where
    meeting ids are given only of rounds that closed with one of these.
    """
    unnamed = [(quote["text"], "", quote["scope"]) for quote in await ballots.unnamed_quotes(work, group, meetings)]
    papers = await ballots.named_quotes(work, group)
    named = [_named(paper) for paper in papers if meetings is None or paper.meeting_id in meetings]
    return sorted([*unnamed, *named], key=lambda quote: (quote[0].casefold(), quote[1]))


async def of_round(work: UnitOfWork, group: Group, content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What may be quoted of one published round, as text and "inside" or "outside"; not by whom."""
    named = [_named(p) for p in await ballots.named_quotes(work, group) if p.meeting_id in content["meetings"]]
    return [(q["text"], q["scope"]) for q in content["quotes"]] + [(text, scope) for text, _, scope in named]


async def quotations(turn: GroupTurn) -> Reply:
    """All that may be quoted outside the group so far, to be read and taken along; the same for all who are in it."""
    found = [(text, name) for text, name, scope in await quotes(turn.work, turn.group) if scope == "outside"]
    if not found:
        return told("quotations-none", group=turn.group.name)
    said = [signed(text, name) for text, name in found]
    title, how = say("quotations-title", group=turn.group.name), Para(say("quotations-how"))
    written = Document(say("quotations-file", group=turn.group.name), title, (how, *said))
    more = (Para(say("quotations-more", count=len(said) - SHOWN)),) if len(said) > SHOWN else ()
    return Message((Heading(title), how, *said[:SHOWN], *more), (), (written,))


def signed(text: str, name: str) -> Quote:
    """Words with their author's name below, where they are said with it."""
    return Quote(f"{text}\n– {name}" if name else text)


def _named(paper: Paper) -> tuple[str, str, str]:
    quote = json.loads(paper.text)
    return quote["text"], quote["name"], quote["scope"]
