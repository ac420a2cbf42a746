"""The pre-task before a meeting, and the member's own notebook on it: written, shown, changed, deleted, given back."""

import json
from dataclasses import replace

from bot.core.forms import DONE
from bot.core.model import Draft, Meeting, Member, Note
from bot.core.outgoing import Block, Button, Field, Form, Heading, Items, Message, Para, Quote, Reply, say
from bot.core.plan import preparation
from bot.core.ports import House, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying, kind_in_a_line, led_by, time_and_place
from bot.core.subgroups import prompts_of
from bot.core.turn import GroupTurn, MeetingTurn, Turn, Values, button, problems_in, told, with_problems
from bot.core.uses.between.between import how_it_went
from bot.core.uses.between.carry import carried
from bot.core.uses.meetings.guests import guest_lines
from bot.core.uses.oneself.expectation import expect_button
from bot.core.uses.subgroups.subgroups_said import prompts_besides
from bot.core.uses.subgroups.subgroups_which import where_to
from bot.core.view import View

KEEP = "note-keep"
"""A draft of this form holds what was written in private until its group is named; it is sealed like every draft."""

NOTE_MOST = 4000
"""Characters in one note: what every platform can show again in one piece."""


async def say_pretask(saying: Saying) -> Message | None:
    """What to think over before the meeting; a theme still to be chosen is said to be so."""
    meeting, theme = saying.meeting, saying.seen.theme(saying.meeting)
    blocks: list[Block] = [Heading(say("pretask-heading", theme=saying.seen.heading(meeting)))]
    blocks += [*time_and_place(saying.seen, meeting), *await guest_lines(saying.work, meeting)]
    said = await carried(saying.work, saying.seen, meeting)
    if theme is None:
        went = await how_it_went(saying.work, saying.seen, meeting)
        blocks += [Para(say("pretask-no-theme")), *_carried(said), *went]
        group_id = saying.seen.group.id
        ways = (button(say("button-themes"), "themes", group_id), button(say("button-vote"), "vote", group_id))
        return Message(tuple(blocks), (ways,))
    blocks += [
        *kind_in_a_line(saying.seen, meeting),
        Para(saying.theme_text("summary")),
        Para(
            say(
                "pretask-ask-light"
                if preparation(saying.seen.group, saying.seen.programme) == "light"
                else "pretask-ask"
            )
        ),
        Items(saying.seen.prompts(meeting)),
        *prompts_besides(saying.seen, meeting),
        *_carried(said),
        *await how_it_went(saying.work, saying.seen, meeting),
        led_by(saying.seen, meeting),
        Para(say("pretask-help")),
    ]
    row = (
        button(say("button-note"), "note", meeting.id),
        button(say("button-absent"), "absent", meeting.id),
    )
    hope = ((expect_button(saying.seen.group),),) if saying.seen.number(meeting) == 1 else ()
    thread = saying.seen.short(meeting) if saying.seen.group.threads else None
    return Message(tuple(blocks), (row, *hope, *where_to(saying.seen)), thread=thread)


def _carried(said: tuple[str, ...]) -> list[Block]:
    return [Para(say("pretask-carried")), *(Quote(text) for text in said)] if said else []


async def ask_note(turn: MeetingTurn) -> Reply:
    """A new page in the notebook for this meeting; with an id in the press, that note of one's own to be changed."""
    turn.before_end()
    seen = await turn.view(turn.group)
    note = await _own(turn.work, turn.me, turn.value) if turn.value else None
    return _note_form(seen, turn.meeting, turn.me, note.text if note else "", turn.value)


def _note_form(seen: View, meeting: Meeting, member: Member, text: str = "", note_id: str = "") -> Form:
    mine = seen.subgroup(member.subgroup_id)
    prompts = (*seen.prompts(meeting), *(prompts_of(seen, meeting, mine) if mine else ()))
    return Form(
        "note",
        f"{meeting.id}:{note_id}",
        say("note-title", theme=seen.short(meeting)),
        (Field("text", say("note-label"), say("note-hint"), long=True, most=NOTE_MOST, value=text),),
        (Items(prompts),) if prompts else (),
    )


async def take_note(turn: MeetingTurn, values: Values) -> Reply:
    """Keep a note, sealed with the member's own key; with an id in the press, change that note of theirs."""
    turn.before_end()
    mine = await _own(turn.work, turn.me, turn.value) if turn.value else None
    if mine:
        await turn.work.notes.save(replace(mine, text=values["text"]))
    else:
        await keep_note(turn.work, turn.house, turn.me, turn.meeting, values["text"])
    await replan(turn.work, turn.house, turn.group)
    return told("note-kept", _notes_row(turn.meeting), when=turn.meeting.starts)


async def keep_note(work: UnitOfWork, house: House, member: Member, meeting: Meeting, text: str) -> None:
    """A new note on a meeting."""
    note = Note(house.chance.new_id(), member.group_id, meeting.id, member.id, member.key_id, text)
    await work.notes.add(note)


def _notes_row(meeting: Meeting) -> tuple[Button, ...]:
    return (button(say("button-notes"), "notes", meeting.id), button(say("button-note-more"), "note", meeting.id))


async def notes(turn: MeetingTurn) -> Reply:
    """The member's own notes on a meeting, each with what can be done with it."""
    mine = await turn.work.notes.find(meeting_id=turn.meeting.id, member_id=turn.me.id)
    if not mine:
        row = (button(say("button-note"), "note", turn.meeting.id),)
        return told("notes-none", row, when=turn.meeting.starts)
    blocks: list[Block] = [Heading(say("notes-heading", when=turn.meeting.starts))]
    rows = []
    for number, note in enumerate(mine, 1):
        blocks.append(Quote(note.text))
        rows.append(
            (
                button(say("button-note-change", number=number), "note", turn.meeting.id, note.id),
                button(say("button-note-drop", number=number), "note-drop", turn.meeting.id, note.id),
            )
        )
    return Message((*blocks, Para(say("notes-only-you"))), tuple(rows))


async def drop_note(turn: MeetingTurn) -> Reply:
    """Delete a note of one's own."""
    note = await _own(turn.work, turn.me, turn.value)
    await turn.work.notes.drop(id=note.id)
    await replan(turn.work, turn.house, turn.group)
    return told("note-dropped", _notes_row(turn.meeting))


async def _own(work: UnitOfWork, member: Member, note_id: str) -> Note:
    note = await work.notes.get(note_id)
    if note is None or note.member_id != member.id:
        raise Refusal("refused-old")
    return note


async def wrote(turn: Turn, mine: list[GroupTurn], text: str) -> Reply:
    """Free text in private: a note for the next meeting; where several groups could be meant, the question which."""
    ahead = []
    for group_turn in mine:
        seen = await group_turn.view(group_turn.group)
        meeting = seen.next(turn.now)
        if meeting and group_turn.member:
            ahead.append((group_turn, seen, meeting))
    if not ahead:
        return told("wrote-nothing-to", (button(say("button-help"), "help"),))
    group_turn, seen, meeting = ahead[0]
    if len(text) > NOTE_MOST:
        if turn.house.capabilities[turn.person.platform].form == "steps":  # what was typed stays in the chat itself
            raise Refusal("field-too-long", count=len(text), most=NOTE_MOST)
        form = _note_form(seen, meeting, group_turn.me)
        return with_problems(form, {"text": text}, problems_in(form, {"text": text}))
    if len(ahead) > 1:
        await _hold(turn, text)
        rows = tuple((button(say("label", text=seen.group.name), KEEP, meeting.id),) for _, seen, meeting in ahead)
        return told("wrote-which", *rows)
    await keep_note(turn.work, turn.house, group_turn.me, meeting, text)
    await replan(turn.work, turn.house, group_turn.group)
    return told("note-kept", _notes_row(meeting), when=meeting.starts)


async def _hold(turn: Turn, text: str) -> None:
    """Keep what was written until its group is known, with what was written before it and is still without one."""
    before = await turn.work.drafts.get(turn.person.id)
    if before and before.form == KEEP:
        text = f"{json.loads(before.values)}\n{text}"
        if len(text) > NOTE_MOST:  # both stay in the chat, and the first can still be kept
            raise Refusal("field-too-long", count=len(text), most=NOTE_MOST)
    await turn.work.drafts.drop(id=turn.person.id)
    await turn.work.drafts.add(Draft(turn.person.id, "instance", KEEP, "", DONE, json.dumps(text), turn.now))


async def unread(what: str) -> Reply:
    """That a picture, a recording or a file is not read, or that changing a message changes no note."""
    return told("unread-edit" if what == "edit" else "unread-file", (button(say("button-notes"), "notes"),))


async def keep(turn: MeetingTurn) -> Reply:
    """Put what was written before the group was known into this group's notebook."""
    turn.before_end()
    draft = await turn.work.drafts.get(turn.person.id)
    if draft is None or draft.form != KEEP:
        raise Refusal("refused-old")
    await keep_note(turn.work, turn.house, turn.me, turn.meeting, json.loads(draft.values))
    await turn.work.drafts.drop(id=draft.id)
    await replan(turn.work, turn.house, turn.group)
    return told("note-kept", _notes_row(turn.meeting), when=turn.meeting.starts)


async def say_notes(saying: Saying) -> Message | None:
    """The member's own notes, given back before the meeting."""
    if saying.preview:
        return Message((Para(say("preview-notes")),))
    member = saying.seen.member(saying.notice.person_id or "")
    mine = await saying.work.notes.find(meeting_id=saying.meeting.id, member_id=member.id) if member else []
    if not mine:
        return None
    return Message(
        (
            Heading(say("notes-back", theme=saying.seen.short(saying.meeting))),
            *(Quote(note.text) for note in mine),
            Para(say("notes-only-you")),
        ),
        ((button(say("button-theme"), "theme", saying.meeting.id),),),
    )
