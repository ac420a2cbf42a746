"""The report on a season: gathered from what has been shown before, and handed out until everything is deleted."""

from collections.abc import Sequence
from datetime import datetime

from bot.core import ballots
from bot.core.agreement_content import standing_blocks
from bot.core.ballots import FEEDBACK
from bot.core.model import Group, Life, Meeting
from bot.core.outgoing import Block, Heading, Items, Message, Own, Para, Reply, Text, say
from bot.core.plan import deletion_due
from bot.core.ports import UnitOfWork
from bot.core.programme import Programme
from bot.core.refusal import Refusal
from bot.core.replan import followers_of
from bot.core.report import Material, report
from bot.core.seasons_kept import kept_of
from bot.core.turn import GroupTurn
from bot.core.uses.feedback.evaluation import answers
from bot.core.uses.feedback.feedback import asks_quotation
from bot.core.uses.feedback.quotes import quotes, signed
from bot.core.uses.feedback.reflections import shared
from bot.core.uses.leading.outcome import AGREED
from bot.core.view import View


async def gather(work: UnitOfWork, seen: View, until: datetime, season: Sequence[Meeting] | None = None) -> Material:
    """Everything that the report says, read at once; `until` is when the season was over.

    With the meetings of one `season` of several it is on these alone, and on what was cancelled among them.
    """
    group, fallen = seen.group, (await kept_of(work, seen.group)).fallen
    # What fell away because the group ended earlier was called off by nobody.
    meetings = [m for m in await work.meetings.find(group_id=group.id) if not (m.cancelled and m.id in fallen)]
    if season:
        meetings = [m for m in meetings if season[0].starts <= m.starts <= season[-1].starts]
    stood = season or seen.meetings
    begun = [m for m in stood if seen.ends_season(m) and m.begins(group.tz) <= until]
    last = begun[-1] if begun else None
    return Material(
        seen,
        until,
        meetings,
        outcomes={outcome.meeting_id: outcome for outcome in await work.outcomes.find(group_id=group.id)},
        feedback=[c for m in stood if (c := await ballots.published(work, m, FEEDBACK))],
        evaluation=await answers(work, seen.programme, last) if last else (),
        quotes=_quoted(seen.programme, await quotes(work, group, {m.id for m in stood} if season else None)),
        agreement=await standing_blocks(work, group),
        agreed=await _agreed(work, stood, group),
        reflections=await shared(work, seen, {m.id for m in stood} if season else None),
    )


async def _agreed(work: UnitOfWork, meetings: Sequence[Meeting], group: Group) -> list[Block]:
    papers = await work.papers.find(group_id=group.id, kind=AGREED)
    lines: list[Text] = [
        say("report-agreed-line", date=m.starts.date(), text=Own(paper.text))
        for m in meetings
        for paper in papers
        if paper.meeting_id == m.id
    ]
    return [Heading(say("report-agreed")), Items(tuple(lines))] if lines else []


def _quoted(programme: Programme, found: list[tuple[str, str, str]]) -> list[Block]:
    """What may be quoted: first what may leave the group, then what stays in it."""
    heading = "report-quotations" if asks_quotation(programme) else "report-quotes"
    blocks: list[Block] = [Heading(say(heading))] if found else []
    for scope in ("outside", "inside"):
        mine = [(text, name) for text, name, how_far in found if how_far == scope]
        if mine:
            blocks.append(Para(say(f"report-quotes-{scope}")))
            blocks += [signed(text, name) for text, name in mine]
    return blocks


async def gone_on(work: UnitOfWork, seen: View) -> datetime:
    """The local time at which everything is deleted, as things stand; only for a group that is over."""
    gone = deletion_due(seen.group, await followers_of(work, seen))
    if gone is None:
        raise Refusal("refused-running", group=seen.group.name)
    return seen.group.wall(gone)


async def report_(turn: GroupTurn) -> Reply:
    """The report, for whoever belongs to the group and asks for it."""
    seen = await turn.view(turn.group)
    if turn.group.life is not Life.ENDED or turn.group.ended is None:
        raise Refusal("refused-running", group=turn.group.name)
    written = report(await gather(turn.work, seen, turn.group.ended))
    when = (await gone_on(turn.work, seen)).date()
    blocks = (Heading(say("report-title", group=turn.group.name)), Para(say("report-here", date=when)))
    return Message(blocks, (), (written,))
