"""The report on a season: gathered from what has been shown before, and handed out until everything is deleted."""

from datetime import datetime

from bot.core import ballots
from bot.core.agreement_content import standing_blocks
from bot.core.ballots import FEEDBACK
from bot.core.model import Group, Life, Meeting
from bot.core.outgoing import Block, Heading, Items, Message, Own, Para, Quote, Reply, Text, say
from bot.core.plan import deletion_due
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import followers_of
from bot.core.report import Material, report
from bot.core.turn import GroupTurn
from bot.core.uses.evaluation import answers
from bot.core.uses.outcome import AGREED
from bot.core.uses.quotes import quotes
from bot.core.view import View


async def gather(work: UnitOfWork, seen: View, until: datetime) -> Material:
    """Everything that the report says, read at once; `until` is when the season was over."""
    group, meetings = seen.group, await work.meetings.find(group_id=seen.group.id)
    last = seen.meetings[-1] if seen.meetings else None
    return Material(
        seen,
        until,
        meetings,
        outcomes={outcome.meeting_id: outcome for outcome in await work.outcomes.find(group_id=group.id)},
        feedback=[c for m in seen.meetings if (c := await ballots.published(work, m, FEEDBACK))],
        evaluation=await answers(work, seen.programme, last) if last else (),
        quotes=_quoted(await quotes(work, group)),
        agreement=await standing_blocks(work, group),
        agreed=await _agreed(work, seen.meetings, group),
    )


async def _agreed(work: UnitOfWork, meetings: tuple[Meeting, ...], group: Group) -> list[Block]:
    papers = await work.papers.find(group_id=group.id, kind=AGREED)
    lines: list[Text] = [
        say("report-agreed-line", date=m.starts.date(), text=Own(paper.text))
        for m in meetings
        for paper in papers
        if paper.meeting_id == m.id
    ]
    return [Heading(say("report-agreed")), Items(tuple(lines))] if lines else []


def _quoted(found: list[tuple[str, str, str]]) -> list[Block]:
    """What may be quoted: first what may leave the group, then what stays in it."""
    blocks: list[Block] = [Heading(say("report-quotes"))] if found else []
    for scope in ("outside", "inside"):
        mine = [(text, name) for text, name, how_far in found if how_far == scope]
        if mine:
            blocks.append(Para(say(f"report-quotes-{scope}")))
            blocks += [Quote(f"{text}\n– {name}" if name else text) for text, name in mine]
    return blocks


async def gone_on(work: UnitOfWork, seen: View) -> datetime:
    """The local time at which everything is deleted, as things stand; only for a group that is over."""
    gone = deletion_due(seen.group, await followers_of(work, seen))
    if gone is None:
        raise Refusal("refused-running", group=seen.group.name)
    return gone.astimezone(seen.group.tz).replace(tzinfo=None)


async def report_(turn: GroupTurn) -> Reply:
    """The report, for whoever belongs to the group and asks for it."""
    seen = await turn.view(turn.group)
    if turn.group.life is not Life.ENDED or turn.group.ended is None:
        raise Refusal("refused-running", group=turn.group.name)
    written = report(await gather(turn.work, seen, turn.group.ended))
    when = (await gone_on(turn.work, seen)).date()
    blocks = (Heading(say("report-title", group=turn.group.name)), Para(say("report-here", date=when)))
    return Message(blocks, (), (written,))
