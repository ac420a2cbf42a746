"""A guest or an expert in one meeting: announced beforehand, with what they see of the group, which is nothing."""

import json
from dataclasses import dataclass, replace

from bot.core.model import Meeting, Paper, Role, State
from bot.core.outgoing import Block, Button, Field, Form, Message, Own, Para, Phrase, Reply, say
from bot.core.ports import UnitOfWork
from bot.core.refusal import Refusal
from bot.core.saying import when_and_what
from bot.core.season import ahead
from bot.core.turn import GroupTurn, MeetingTurn, Values, button, told

KIND = "guest"
NEW = "new"
MOST = 3
"""Guests in one meeting."""

SHOWN = 8
"""Meetings ahead that are listed at once."""


@dataclass(frozen=True)
class Guest:
    """Who comes, what they talk about (may be empty), and the paper that says so."""

    name: str
    about: str
    paper: Paper


async def guests_of(work: UnitOfWork, meeting: Meeting) -> list[Guest]:
    """A meeting's guests, by name."""
    papers = await work.papers.find(group_id=meeting.group_id, kind=KIND, meeting_id=meeting.id)
    found = [Guest(told["name"], told["about"], paper) for paper in papers if (told := json.loads(paper.text))]
    return sorted(found, key=lambda guest: (guest.name, guest.paper.id))


async def guest_lines(work: UnitOfWork, meeting: Meeting) -> list[Block]:
    """Who comes to this meeting as a guest and what they see of the group; nothing where nobody does."""
    guests = await guests_of(work, meeting)
    lines: list[Block] = [Para(_line(guest)) for guest in guests]
    return [*lines, Para(say("guest-sees", count=len(guests)))] if guests else []


def _line(guest: Guest) -> Phrase:
    if guest.about:
        return say("guest-line-about", name=Own(guest.name), about=Own(guest.about))
    return say("guest-line", name=Own(guest.name))


async def guests(turn: GroupTurn) -> Reply:
    """The guests of the meetings ahead; whoever may announce one finds each meeting's button."""
    seen = await turn.view(turn.group)
    blocks: list[Block] = []
    rows: list[tuple[Button, ...]] = []
    for meeting in ahead(turn.group, seen.meetings, turn.now)[:SHOWN]:
        lead = seen.lead(meeting)
        mine = _announces(turn, lead.person_id if lead else "")
        there = await guests_of(turn.work, meeting)
        if there or mine:
            blocks.append(when_and_what(seen, meeting))
            blocks += [Para(_line(guest)) for guest in there] or [Para(say("guest-none"))]
        if mine:
            rows.append((button(say("button-guest", when=meeting.starts), "guest", meeting.id),))
    if not blocks:
        return told("guests-none")
    return Message(tuple(blocks), tuple(rows))


def _announces(turn: GroupTurn, lead_id: str) -> bool:
    return bool(turn.roles & {Role.CONVENER, Role.FACILITATOR, Role.LEAD}) or turn.person.id == lead_id


def _checked(turn: MeetingTurn) -> None:
    turn.before_start()
    if not _announces(turn, ""):
        raise Refusal("refused-lead", when=turn.meeting.starts)


async def ask_guest(turn: MeetingTurn) -> Reply:
    """The form for a guest; where there is one already, what can be changed."""
    _checked(turn)
    there = await guests_of(turn.work, turn.meeting)
    if turn.value and turn.value != NEW:
        guest = await _guest(turn)
        return _form(turn, turn.value, guest.name, guest.about)
    if turn.value == NEW or not there:
        if len(there) >= MOST:
            raise Refusal("guests-full", most=MOST)
        return _form(turn, NEW)
    return await _page(turn)


async def _page(turn: MeetingTurn, *before: Block) -> Message:
    """A meeting's guests, and what can be done about each."""
    meeting, there = turn.meeting, await guests_of(turn.work, turn.meeting)
    blocks = (*before, *(await guest_lines(turn.work, meeting) or [Para(say("guest-none"))]))
    rows: list[tuple[Button, ...]] = [
        (
            button(say("button-guest-change", name=Own(guest.name)), "guest", meeting.id, guest.paper.id),
            button(say("button-guest-drop", name=Own(guest.name)), "guest-drop", meeting.id, guest.paper.id),
        )
        for guest in there
    ]
    if len(there) < MOST:
        label = say("button-guest-more") if there else say("button-guest", when=meeting.starts)
        rows.append((button(label, "guest", meeting.id, NEW),))
    return Message(blocks, tuple(rows))


def _form(turn: MeetingTurn, which: str, name: str = "", about: str = "") -> Form:
    fields = (
        Field("name", say("guest-name"), say("guest-name-hint"), most=80, value=name),
        Field("about", say("guest-about"), say("guest-about-hint"), required=False, most=200, value=about),
    )
    return Form("guest", f"{turn.meeting.id}:{which}", say("guest-title", when=turn.meeting.starts), fields)


async def _guest(turn: MeetingTurn) -> Guest:
    found = next((g for g in await guests_of(turn.work, turn.meeting) if g.paper.id == turn.value), None)
    if found is None:
        raise Refusal("refused-old")
    return found


async def take_guest(turn: MeetingTurn, values: Values) -> Reply:
    """Announce a guest, or change what is announced of one."""
    _checked(turn)
    name, about = (" ".join(values.get(key, "").split()) for key in ("name", "about"))
    text = json.dumps({"name": name, "about": about})
    if turn.value and turn.value != NEW:
        guest = await _guest(turn)
        await turn.work.papers.save(replace(guest.paper, text=text))
    else:
        if len(await guests_of(turn.work, turn.meeting)) >= MOST:
            raise Refusal("guests-full", most=MOST)
        author = turn.member.id if turn.member else None
        new, group = turn.house.chance.new_id(), turn.group
        await turn.work.papers.add(Paper(new, group.id, KIND, turn.meeting.id, author, group.key_id, text))
    return await _page(turn, Para(say(f"guest-kept-{await _told_in(turn)}")))


async def _told_in(turn: MeetingTurn) -> str:
    """Which post still tells of it; "self" where none does."""
    waiting = await turn.work.notices.find(
        meeting_id=turn.meeting.id, kind=("pretask", "reminder"), state=State.WAITING
    )
    kinds = {notice.kind for notice in waiting}
    return "pretask" if "pretask" in kinds else "reminder" if "reminder" in kinds else "self"


async def drop_guest(turn: MeetingTurn) -> Reply:
    """Take a guest's name away again; once they are gone a repeat does no harm."""
    _checked(turn)
    for guest in await guests_of(turn.work, turn.meeting):
        if guest.paper.id == turn.value:
            await turn.work.papers.drop(id=guest.paper.id)
            return await _page(turn, Para(say("guest-dropped")))
    raise Refusal("refused-old")
