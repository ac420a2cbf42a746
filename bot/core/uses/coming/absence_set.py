"""What a member tells about coming, written down and passed on: to the channel, to the rota, to the conveners."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.model import Coming, How, Meeting, Seen, State
from bot.core.plan import at_once
from bot.core.replan import replan
from bot.core.season import fewest
from bot.core.tell import tell, tell_conveners
from bot.core.turn import GroupTurn

GRACE = timedelta(minutes=2)
"""Between telling an absence and posting it, so that a slip can be undone and a word added before anyone reads it."""


@dataclass(frozen=True)
class Change:
    """What a member tells about one meeting now, and what stood before."""

    meeting: Meeting
    before: Coming | None
    now: Coming


async def tells(
    turn: GroupTurn, meetings: Sequence[Meeting], how: How, reason: str = "", seen: Seen = Seen.GROUP
) -> list[Change]:
    """Set what the member tells about these meetings, in one go; the same again changes nothing."""
    changes: list[Change] = []
    for meeting in meetings:
        before = await mine(turn, meeting)
        if before and before.how is how and not reason:
            continue
        changes.append(Change(meeting, before, await _written(turn, meeting, before, how, (reason, seen))))
        if how is How.ABSENT and meeting.lead_id == turn.me.id:
            await turn.work.meetings.save(replace(meeting, lead_id=None))
    if any(How.ABSENT in {change.now.how, change.before and change.before.how} for change in changes):
        await replan(turn.work, turn.house, turn.group)  # who is away leads nothing, and is told what they missed
    if changes:
        await _spread(turn, changes)
    return changes


async def mine(turn: GroupTurn, meeting: Meeting) -> Coming | None:
    """What the member has told about this meeting."""
    found = await turn.work.comings.find(meeting_id=meeting.id, member_id=turn.me.id)
    return found[0] if found else None


async def take_word_back(turn: GroupTurn, meeting: Meeting) -> None:
    """Erase the member's word about a meeting; what they told of coming stays, and is still said if it was to be."""
    before = await mine(turn, meeting)
    if before is None or not before.reason:
        return
    await turn.work.comings.save(without_word(before))
    if before.how is How.COMING:  # the word was all that the channel was to hear
        waiting = {"kind": "absence", "ref": ref_of(before), "state": State.WAITING}
        await turn.work.notices.drop(meeting_id=meeting.id, **waiting)


def without_word(told: Coming) -> Coming:
    """The same, with no word about it for anybody. It is no change of what was told, and can be done at any time."""
    return replace(told, reason="", seen=Seen.GROUP)


async def _written(
    turn: GroupTurn, meeting: Meeting, before: Coming | None, how: How, word: tuple[str, Seen]
) -> Coming:
    reason, seen = word
    now = Coming(
        id=before.id if before else turn.house.chance.new_id(),
        group_id=turn.group.id,
        meeting_id=meeting.id,
        member_id=turn.me.id,
        key_id=turn.group.key_id,
        how=how,
        reason=reason,
        seen=seen,
        changes=before.changes + 1 if before else 0,
        told=turn.now,
    )
    await (turn.work.comings.save(now) if before else turn.work.comings.add(now))
    return now


def ref_of(told: Coming) -> str:
    """What a notice carries of what was told: whose it is, and which of their changes."""
    return f"{told.member_id}.{told.changes}"


async def _spread(turn: GroupTurn, changes: Sequence[Change]) -> None:
    """Tell the channel what it cannot read in a reminder any more, and the conveners when few are left.

    A group that wants to hear at once hears of several meetings in one line, which the notice of the first one says.
    """
    refs = {change.meeting.id: await _ref(turn, change) for change in changes}
    unheard = changes[0].now.how is How.COMING and await _unheard(turn, changes)
    news = [] if unheard else [change for change in changes if await _is_news(turn, change)]
    if turn.group.absences_at_once:
        news = news[:1]
    else:
        news = [change for change in news if not await folds(turn, change.meeting)]
    for change in news:
        await _tell_channel(turn, change.meeting, refs[change.meeting.id])
    seen = await turn.view(turn.group)
    for change in changes:
        able = len(seen.members) - len(seen.told(change.meeting, How.ABSENT))
        if change.now.how is How.ABSENT and able < fewest(len(seen.members)) <= len(seen.members):
            await whisper_conveners(turn, change.meeting, "few")


async def _is_news(turn: GroupTurn, change: Change) -> bool:
    before, now = change.before, change.now
    if before and before.how is now.how and now.seen is Seen.CONVENER:
        # A word that is not the channel's must not make it read the same line twice.
        return now.how is not How.COMING and await _waits(turn, change.meeting, ref_of(before))
    if now.how is not How.COMING or (before is not None and before.how is not How.COMING):
        return True
    return bool(now.reason) and now.seen is Seen.GROUP


async def _ref(turn: GroupTurn, change: Change) -> str:
    """What the notice carries: whoever the channel knows to come in part comes for the whole, not after all."""
    before, now = change.before, change.now
    if now.how is not How.COMING or before is None or before.how not in {How.LATE, How.EARLY}:
        return ref_of(now)
    return ref_of(now) if await _waits(turn, change.meeting, ref_of(before)) else f"{ref_of(now)}.whole"


async def _tell_channel(turn: GroupTurn, meeting: Meeting, ref: str) -> None:
    due = at_once(turn.group, turn.now, meeting.begins(turn.group.tz))
    await tell(
        turn.work,
        turn.house,
        turn.group,
        "absence",
        due=due + GRACE,
        expires=meeting.ends(turn.group.tz),
        meeting=meeting,
        ref=ref,
    )


async def whisper_conveners(turn: GroupTurn, meeting: Meeting, kind: str, ref: str = "") -> None:
    """A whisper to each convener, not at night unless it cannot wait."""
    begins = meeting.begins(turn.group.tz)
    due, expires = at_once(turn.group, turn.now, begins), meeting.ends(turn.group.tz)
    await tell_conveners(turn.work, turn.house, turn.group, kind, due=due, expires=expires, meeting=meeting, ref=ref)


async def folds(turn: GroupTurn, meeting: Meeting) -> bool:
    """Whether a reminder of this very time is still to come, in which the channel will read of absences."""
    waiting = await turn.work.notices.find(meeting_id=meeting.id, kind="reminder", state=State.WAITING)
    return any(n.key.startswith(f"reminder:{meeting.id}:{meeting.version}:") for n in waiting)


async def _waits(turn: GroupTurn, meeting: Meeting, ref: str) -> bool:
    """Whether the line that the channel is to read of this is still to come."""
    waiting = {"kind": "absence", "ref": ref, "state": State.WAITING}
    return bool(await turn.work.notices.find(meeting_id=meeting.id, **waiting))


async def _unheard(turn: GroupTurn, changes: Sequence[Change]) -> bool:
    """Take back what the channel was to hear of this member; whether it has heard nothing of them yet.

    A slip that nobody has heard of is undone without a word.
    """
    about = [change.meeting.id for change in changes]
    found = await turn.work.notices.find(meeting_id=about, kind="absence")
    own = [n for n in found if n.ref.startswith(f"{turn.me.id}.")]
    waiting = [n.id for n in own if n.state is State.WAITING]
    if waiting:
        await turn.work.notices.drop(id=waiting, state="waiting")
    return bool(waiting) and len(waiting) == len(own)
