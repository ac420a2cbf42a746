"""A member's own keepsake of the season: what they hoped for and noted themselves, and what the group leaves to all."""

from datetime import datetime

from bot.core.model import Group, Member
from bot.core.outgoing import Block, Button, Document, Heading, Message, Para, Quote, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.report import Part, held, report_parts
from bot.core.saying import Saying
from bot.core.turn import GroupTurn, button
from bot.core.uses.feedback.report import gather, gone_on
from bot.core.uses.oneself.expectation import expectation_of
from bot.core.uses.season.retention import notes_until
from bot.core.view import View


async def say_keepsake(saying: Saying) -> Message | None:
    """The keepsake, to that one person; nothing where there is nothing in it."""
    if saying.preview:
        return Message((Para(say("preview-keepsake")),))
    member, ended = saying.seen.member(saying.notice.person_id or ""), saying.seen.group.ended
    return await _keepsake(saying.work, saying.seen, member, ended, saying.now) if member and ended else None


async def keepsake(turn: GroupTurn) -> Reply:
    """The same again on request."""
    if turn.group.ended is None:
        raise Refusal("refused-running", group=turn.group.name)
    found = await _keepsake(turn.work, await turn.view(turn.group), turn.me, turn.group.ended, turn.now)
    if found is None:
        raise Refusal("keepsake-empty", group=turn.group.name)
    return found


async def _keepsake(work: UnitOfWork, seen: View, member: Member, ended: datetime, now: datetime) -> Message | None:
    material = await gather(work, seen, ended)
    hope, own = await expectation_of(work, member), await _own_notes(work, seen, member)
    if not (hope or own or held(material)):
        return None
    group = seen.group
    parts: list[Part] = [Para(say("keepsake-only-you"))] if hope or own else []
    if hope:
        parts += [Heading(say("keepsake-hope")), Quote(hope.text)]
    parts += own
    until, keep = await notes_until(work, seen, member, now)
    if held(material):
        parts += [Heading(say("report-title", group=group.name)), *report_parts(material)]
    written = Document(say("keepsake-file", group=group.name), say("keepsake-title", group=group.name), tuple(parts))
    first: tuple[Block, ...] = (Para(say("keepsake-hoped")), Quote(hope.text)) if hope else ()
    gone = (await gone_on(work, seen)).date()
    blocks = (Heading(say("keepsake-title", group=group.name)), *first, Para(say("keepsake-here", date=gone)), *until)
    rows = ((keepsake_button(group),), *((keep,) if keep else ()))
    return Message(blocks, rows, (written,))


async def _own_notes(work: UnitOfWork, seen: View, member: Member) -> list[Part]:
    """Their own notes, by meeting; those on a meeting that was cancelled, too."""
    mine = await work.notes.find(member_id=member.id)
    found: list[Part] = []
    for meeting in sorted(await work.meetings.find(group_id=member.group_id), key=lambda m: m.starts):
        notes = sorted((note for note in mine if note.meeting_id == meeting.id), key=lambda note: note.id)
        if notes:
            date = meeting.starts.date()
            themed = not meeting.cancelled and seen.theme(meeting)
            heading = (
                say("keepsake-notes", date=date, theme=seen.short(meeting))
                if themed
                else say("keepsake-notes-open", date=date)
            )
            found += [Heading(heading), *(Quote(note.text) for note in notes)]
    return found


def keepsake_button(group: Group) -> Button:
    """The way to fetch it again."""
    return button(say("button-keepsake"), "keepsake", group.id)
