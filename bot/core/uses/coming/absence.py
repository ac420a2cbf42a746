"""Who comes to a meeting, is there for a part of it or cannot come: told, explained if wanted, and undone."""

from dataclasses import replace

from bot.core.model import Coming, How, Seen
from bot.core.outgoing import Button, Field, Form, Message, Para, Reply, say
from bot.core.plan import at_once
from bot.core.refusal import Refusal
from bot.core.turn import GroupTurn, MeetingTurn, Values, button, told
from bot.core.uses.coming.absence_set import folds, mine, ref_of, take_word_back, tells, whisper_conveners
from bot.core.uses.convening.facilitation import reads_along

REASON_MOST = 500

_BACK = {How.LATE: "button-on-time", How.EARLY: "button-whole"}


async def coming(turn: MeetingTurn) -> Reply:
    """Note that the member comes; undoes an absence."""
    before = await _set(turn, How.COMING)
    undone = before is not None and before.how is not How.COMING
    phrase = "coming-again" if undone and before and before.how is How.ABSENT else "coming-noted"
    rows = () if turn.channel else _further_rows(turn)  # there they stand beside the button that was pressed
    return told(phrase, *rows, when=turn.meeting.starts)


def _further_rows(turn: MeetingTurn) -> tuple[tuple[Button, ...], ...]:
    return (
        _cannot_row(turn),
        (_part_button(turn, How.LATE), _part_button(turn, How.EARLY)),
        _word_row(turn, Seen.GROUP),
    )


async def absent(turn: MeetingTurn) -> Reply:
    """Note that the member cannot come; no reason is asked for, one may be offered."""
    await _set(turn, How.ABSENT)
    noted = told(
        "absent-noted",
        _word_row(turn, Seen.GROUP),
        _word_row(turn, Seen.CONVENER),
        (_part_button(turn, How.LATE), _part_button(turn, How.EARLY)),
        (_undo_button(turn, How.ABSENT), button(say("button-away"), "away", turn.group.id)),
        when=turn.meeting.starts,
    )
    return replace(noted, enough=True)


async def late(turn: MeetingTurn) -> Reply:
    """Note that the member comes late."""
    return await _in_part(turn, How.LATE)


async def early(turn: MeetingTurn) -> Reply:
    """Note that the member leaves before the end."""
    return await _in_part(turn, How.EARLY)


async def _in_part(turn: MeetingTurn, how: How) -> Message:
    """Late or early: one of the two stands, and the other can be told in words."""
    other = How.EARLY if how is How.LATE else How.LATE
    before = await _set(turn, how)
    noted = told(
        f"{how}-noted",
        _word_row(turn, Seen.GROUP),
        (_part_button(turn, other), *_cannot_row(turn)),
        (_undo_button(turn, how),),
        when=turn.meeting.starts,
    )
    if before and before.how is other:
        return replace(noted, blocks=(*noted.blocks, Para(say("part-both"))), enough=True)
    return replace(noted, enough=True)


def _part_button(turn: MeetingTurn, how: How) -> Button:
    return button(say(f"button-{how}"), how, turn.meeting.id)


def _undo_button(turn: MeetingTurn, how: How) -> Button:
    return button(say(_BACK.get(how, "button-undo")), "coming", turn.meeting.id)


def _cannot_row(turn: MeetingTurn) -> tuple[Button, ...]:
    return (button(say("button-absent"), "absent", turn.meeting.id),)


def _word_row(turn: MeetingTurn, seen: Seen) -> tuple[Button, ...]:
    return (button(say(f"button-reason-{seen}"), "reason", turn.meeting.id, seen),)


async def _set(turn: MeetingTurn, how: How, reason: str = "", seen: Seen = Seen.GROUP) -> Coming | None:
    """Set what the member tells; returns what stood before."""
    turn.before_end()
    before = await mine(turn, turn.meeting)
    await tells(turn, [turn.meeting], how, reason, seen)
    return before


async def ask_reason(turn: MeetingTurn) -> Reply:
    """The form for a word about coming, to the group or to the convener as was pressed; else the question which."""
    if not turn.value:
        return await _ask_for_whom(turn)
    seen = _seen(turn)
    if seen is Seen.CONVENER and not await turn.work.conveners.find(group_id=turn.group.id):
        raise Refusal("reason-no-convener")
    return Form(
        "reason",
        f"{turn.meeting.id}:{seen}",
        say(f"reason-title-{seen}"),
        (Field("reason", say(f"reason-label-{seen}"), say("reason-hint"), long=True, most=REASON_MOST),),
        reads_along(await turn.view(turn.group)) if seen is Seen.GROUP else (),
    )


async def _ask_for_whom(turn: MeetingTurn) -> Message:
    """For whom the word is; who has told nothing yet hears that it tells an absence too, and what else there is."""
    turn.before_end()
    rows = (_word_row(turn, Seen.GROUP), _word_row(turn, Seen.CONVENER))
    if await mine(turn, turn.meeting):
        return told("reason-whom", *rows, when=turn.meeting.starts)
    asked = told("reason-whom-absent", *rows, _further_rows(turn)[1], when=turn.meeting.starts)
    first = (button(say("button-coming"), "coming", turn.meeting.id),)
    return replace(asked, blocks=(*asked.blocks, Para(say("reason-whom-first"))), buttons=(*asked.buttons, first))


def _seen(turn: MeetingTurn) -> Seen:
    if turn.value not in set(Seen):
        raise Refusal("refused-old")
    return Seen(turn.value)


async def take_reason(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the word for whom its author chose, and for nobody else. Who comes can greet the group as well."""
    seen = _seen(turn)
    before = await mine(turn, turn.meeting)
    how = before.how if before else How.ABSENT
    await _set(turn, how, values["reason"].strip(), seen)
    now = await mine(turn, turn.meeting)
    if seen is Seen.CONVENER and now:
        await whisper_conveners(turn, turn.meeting, "word", ref=ref_of(now))
    told_now = turn.group.absences_at_once or not await folds(turn, turn.meeting)
    waits = at_once(turn.group, turn.now, turn.meeting.begins(turn.group.tz)) > turn.now
    kept = "convener" if seen is Seen.CONVENER else "reminder" if not told_now else "morning" if waits else "soon"
    rows = [(button(say("button-reason-drop"), "reason-drop", turn.meeting.id),)]
    if how is not How.COMING:
        rows.append((_undo_button(turn, how),))
    return told(f"reason-kept-{kept}", *rows)


async def drop_word(turn: MeetingTurn) -> Reply:
    """Take the word back, also after the meeting and the end: from now on nobody is told it any more."""
    await take_word_back(turn, turn.meeting)
    return told("reason-dropped", when=turn.meeting.starts)


async def set_absences(turn: GroupTurn) -> Reply:
    """Whether the channel hears of an absence at once, or in the reminder; the question which, where it is not said."""
    if not turn.value:
        return told(
            "absences-which",
            (button(say("button-absences-at-once"), "absences", turn.group.id, "at-once"),),
            (button(say("button-absences-folded"), "absences", turn.group.id, "folded"),),
        )
    if turn.value not in {"at-once", "folded"}:
        raise Refusal("refused-old")
    await turn.work.groups.save(replace(turn.group, absences_at_once=turn.value == "at-once"))
    return told(f"absences-{turn.value}")
