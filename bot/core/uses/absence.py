"""Who comes to a meeting, is late or cannot come: told, explained if wanted, and undone."""

from dataclasses import replace
from datetime import timedelta

from bot.core.model import Coming, How, Meeting, Seen, State
from bot.core.outgoing import Button, Field, Form, Message, Own, Para, Reply, say
from bot.core.plan import at_once
from bot.core.refusal import Refusal
from bot.core.replan import replan
from bot.core.saying import Saying, with_reason
from bot.core.season import fewest
from bot.core.tell import tell
from bot.core.turn import GroupTurn, MeetingTurn, Values, button, told

GRACE = timedelta(minutes=2)
"""Between telling an absence and posting it, so that a slip can be undone and a word added before anyone reads it."""

REASON_MOST = 500


async def coming(turn: MeetingTurn) -> Reply:
    """Note that the member comes; undoes an absence."""
    before = await _set(turn, How.COMING)
    undone = before is not None and before.how is not How.COMING
    rows = () if turn.channel else (_cannot_row(turn),)  # there it stands beside the button that was pressed
    return told("coming-again" if undone else "coming-noted", *rows, when=turn.meeting.starts)


async def absent(turn: MeetingTurn) -> Reply:
    """Note that the member cannot come; no reason is asked for, one may be offered."""
    await _set(turn, How.ABSENT)
    noted = told(
        "absent-noted",
        (button(say("button-reason-group"), "reason", turn.meeting.id, Seen.GROUP),),
        (button(say("button-reason-convener"), "reason", turn.meeting.id, Seen.CONVENER),),
        (button(say("button-late"), "late", turn.meeting.id), button(say("button-undo"), "coming", turn.meeting.id)),
        when=turn.meeting.starts,
    )
    return replace(noted, enough=True)


async def late(turn: MeetingTurn) -> Reply:
    """Note that the member comes late."""
    await _set(turn, How.LATE)
    noted = told(
        "late-noted",
        (button(say("button-reason-group"), "reason", turn.meeting.id, Seen.GROUP),),
        _cannot_row(turn),
        when=turn.meeting.starts,
    )
    return replace(noted, enough=True)


def _cannot_row(turn: MeetingTurn) -> tuple[Button, ...]:
    return (button(say("button-absent"), "absent", turn.meeting.id),)


async def ask_reason(turn: MeetingTurn) -> Reply:
    """The form for a word about an absence, to the group or to the convener as was pressed; else the question which."""
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
    )


async def _ask_for_whom(turn: MeetingTurn) -> Message:
    """For whom the word is; who has told nothing yet hears that it tells an absence too."""
    turn.before_end()
    mine = await _mine(turn)
    told_already = mine is not None and mine.how is not How.COMING
    return told(
        "reason-whom" if told_already else "reason-whom-absent",
        (button(say("button-reason-group"), "reason", turn.meeting.id, Seen.GROUP),),
        (button(say("button-reason-convener"), "reason", turn.meeting.id, Seen.CONVENER),),
        when=turn.meeting.starts,
    )


def _seen(turn: MeetingTurn) -> Seen:
    if turn.value not in set(Seen):
        raise Refusal("refused-old")
    return Seen(turn.value)


async def take_reason(turn: MeetingTurn, values: Values) -> Reply:
    """Keep the word for whom its author chose, and for nobody else."""
    seen = _seen(turn)
    mine = await _mine(turn)
    how = mine.how if mine and mine.how is not How.COMING else How.ABSENT
    await _set(turn, how, values["reason"].strip(), seen)
    if seen is Seen.CONVENER:
        await _tell_conveners(turn, "word", ref=await _ref(turn))
    undo = say("button-undo" if how is How.ABSENT else "button-on-time")
    at_once = turn.group.absences_at_once or await _reminded(turn)
    kept = "convener" if seen is Seen.CONVENER else "soon" if at_once else "reminder"
    return told(f"reason-kept-{kept}", (button(undo, "coming", turn.meeting.id),))


async def _set(turn: MeetingTurn, how: How, reason: str = "", seen: Seen = Seen.GROUP) -> Coming | None:
    """Set what the member tells; the same again changes nothing. Returns what stood before."""
    turn.before_end()
    before = await _mine(turn)
    if before and before.how is how and not reason:
        return before
    now = Coming(
        id=before.id if before else turn.house.chance.new_id(),
        group_id=turn.group.id,
        meeting_id=turn.meeting.id,
        member_id=turn.me.id,
        key_id=turn.group.key_id,
        how=how,
        reason=reason,
        seen=seen,
        changes=before.changes + 1 if before else 0,
        told=turn.now,
    )
    await (turn.work.comings.save(now) if before else turn.work.comings.add(now))
    if how is How.ABSENT and turn.meeting.lead_id == turn.me.id:
        await turn.work.meetings.save(replace(turn.meeting, lead_id=None))
    await replan(turn.work, turn.house, turn.group)
    await _spread(turn, before, now)
    return before


async def _spread(turn: MeetingTurn, before: Coming | None, now: Coming) -> None:
    """Tell the channel what it cannot read in the reminder any more, and the conveners when few are left."""
    news = now.how is not How.COMING or (before is not None and before.how is not How.COMING)
    if now.how is How.COMING and before and await _unheard(turn, before):
        news = False  # a slip that nobody has heard of is undone without a word
    if before and before.how is now.how and now.seen is Seen.CONVENER:
        # A word that is not the channel's must not make it read the same line twice.
        news = await _waits(turn, f"{before.member_id}.{before.changes}")
    if news and (turn.group.absences_at_once or await _reminded(turn)):
        due = at_once(turn.group, turn.now, turn.meeting.begins(turn.group.tz))
        await tell(
            turn.work,
            turn.house,
            turn.group,
            "absence",
            due=due + GRACE,
            expires=turn.meeting.ends(turn.group.tz),
            meeting=turn.meeting,
            ref=f"{now.member_id}.{now.changes}",
        )
    seen = await turn.view(turn.group)
    able = len(seen.members) - len(seen.told(turn.meeting, How.ABSENT))
    if now.how is How.ABSENT and able < fewest(len(seen.members)) <= len(seen.members):
        await _tell_conveners(turn, "few")


async def _tell_conveners(turn: MeetingTurn, kind: str, ref: str = "") -> None:
    """A whisper to each convener, not at night unless it cannot wait."""
    begins = turn.meeting.begins(turn.group.tz)
    for convener in await turn.work.conveners.find(group_id=turn.group.id):
        await tell(
            turn.work,
            turn.house,
            turn.group,
            kind,
            due=at_once(turn.group, turn.now, begins),
            expires=turn.meeting.ends(turn.group.tz),
            meeting=turn.meeting,
            person_id=convener.person_id,
            ref=ref,
        )


async def _mine(turn: MeetingTurn) -> Coming | None:
    found = await turn.work.comings.find(meeting_id=turn.meeting.id, member_id=turn.me.id)
    return found[0] if found else None


async def _ref(turn: MeetingTurn) -> str:
    mine = await _mine(turn)
    return f"{turn.me.id}.{mine.changes if mine else 0}"


async def _reminded(turn: MeetingTurn) -> bool:
    """Whether the reminder of this very time has gone out, or is on its way."""
    sent = await turn.work.notices.find(meeting_id=turn.meeting.id, kind="reminder")
    current = f"reminder:{turn.meeting.id}:{turn.meeting.version}:"
    return any(n.key.startswith(current) and n.state in {State.SENT, State.SENDING, State.UNSURE} for n in sent)


async def _waits(turn: MeetingTurn, ref: str) -> bool:
    """Whether the line that the channel is to read of this is still to come."""
    waiting = {"kind": "absence", "ref": ref, "state": State.WAITING}
    return bool(await turn.work.notices.find(meeting_id=turn.meeting.id, **waiting))


async def _unheard(turn: MeetingTurn, before: Coming) -> bool:
    """Take back what the channel was to hear of this member; whether it has heard nothing of them yet."""
    found = await turn.work.notices.find(meeting_id=turn.meeting.id, kind="absence")
    mine = [n for n in found if n.ref.startswith(f"{before.member_id}.")]
    waiting = [n.id for n in mine if n.state is State.WAITING]
    if waiting:
        await turn.work.notices.drop(id=waiting, state="waiting")
    return bool(waiting) and len(waiting) == len(mine)


async def _told_of(saying: Saying) -> Coming | None:
    """What the notice is about, unless its member has changed it since."""
    member_id, _, changes = saying.notice.ref.partition(".")
    found = await saying.work.comings.find(meeting_id=saying.meeting.id, member_id=member_id)
    return found[0] if found and str(found[0].changes) == changes else None


async def say_absence(saying: Saying) -> Message | None:
    """One line for the channel, as it stands now; nothing where it has been changed since."""
    told_of = await _told_of(saying)
    if told_of is None:
        return None
    member = next(m for m in saying.seen.members if m.id == told_of.member_id)
    if told_of.how is How.COMING:
        return Message((Para(say("coming-after-all", name=member.name, when=saying.meeting.starts)),))
    phrase = "absent-post" if told_of.how is How.ABSENT else "late-post"
    lines = [Para(with_reason(phrase, member, told_of, when=saying.meeting.starts))]
    lead = saying.seen.lead(saying.meeting)
    if lead and saying.meeting.lead_id is None:  # the one whose turn it was cannot come, so it is somebody else's now
        lines.append(Para(say("lead-is", name=lead.name)))
    return Message(tuple(lines))


async def say_word(saying: Saying) -> Message | None:
    """The reason that a member gave to the convener alone."""
    told_of = await _told_of(saying)
    if told_of is None or told_of.seen is not Seen.CONVENER or saying.preview:
        return Message((Para(say("preview-private")),)) if saying.preview else None
    member = next(m for m in saying.seen.members if m.id == told_of.member_id)
    phrase = "word-to-convener" if told_of.how is How.ABSENT else "word-to-convener-late"
    line = say(phrase, name=member.name, when=saying.meeting.starts, reason=Own(told_of.reason))
    return Message((Para(line), Para(say("word-only-you"))))


async def say_few(saying: Saying) -> Message | None:
    """Ask the convener whether to meet, move or cancel; nothing where enough can come again."""
    size = len(saying.seen.members)
    gone = saying.seen.told(saying.meeting, How.ABSENT)
    if size - len(gone) >= fewest(size):
        return None
    return few_question(saying.meeting, size - len(gone))


async def ask_few(turn: MeetingTurn) -> Reply:
    """The same question on request, as things stand now."""
    turn.before_start()
    seen = await turn.view(turn.group)
    return few_question(turn.meeting, len(seen.members) - len(seen.told(turn.meeting, How.ABSENT)))


def few_question(meeting: Meeting, able: int) -> Message:
    """The question and its three answers."""
    return Message(
        (Para(say("few-can", when=meeting.starts, count=able)), Para(say("few-ask"))),
        (
            (button(say("button-meet"), "meet", meeting.id), button(say("button-move"), "move", meeting.id)),
            (button(say("button-cancel"), "cancel", meeting.id),),
        ),
    )


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


async def meet(turn: MeetingTurn) -> Reply:
    """The convener's answer that a small meeting is a meeting."""
    return told("meet-kept", when=turn.meeting.starts)
