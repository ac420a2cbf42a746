"""From a claimed notice to what is said, and from an outcome to what is written down and done about it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core import events, personal, subgroup_channels
from bot.core.kinds import BY_DAY, FOR_CONVENERS, KINDS, LAST_WORD, OF_THE_END, PARTS, UNTOLD, WHATEVER_BEFALLS
from bot.core.model import Group, Life, Meeting, Notice, Person, State, chat_of
from bot.core.outgoing import Message
from bot.core.plan import is_quiet, polite
from bot.core.platform import (
    BLIND,
    Address,
    Moved,
    NotSent,
    Outcome,
    Pages,
    Rejected,
    Sent,
    Throttled,
    Unreachable,
    Unsure,
)
from bot.core.ports import House, Settlement, UnitOfWork
from bot.core.saying import Saying
from bot.core.uses.agreement import agreement_accept
from bot.core.uses.between import between, pretasks
from bot.core.uses.coming import absence_said, catchup
from bot.core.uses.convening import channels, life, seat, trouble
from bot.core.uses.feedback import evaluation, feedback, feedback_said, followup, reflections
from bot.core.uses.founding import setup
from bot.core.uses.leading import outcome, swap_said, timekeeper
from bot.core.uses.meetings import elsewhere, holiday, meetings, moving
from bot.core.uses.members import along_said, leaving, newcomers, welcoming
from bot.core.uses.oneself import keepsake
from bot.core.uses.season import deletion, erasing, farewell, rest, retention, season_end, seasons
from bot.core.uses.subgroups import subgroups_said
from bot.core.uses.themes import theme, vote_said
from bot.core.uses.times import times_said
from bot.core.view import view

Say = Callable[[Saying], Awaitable[Message | None]]
Do = Callable[[Saying], Awaitable[None]]

SAYERS: dict[str, Say] = {
    "agreement": agreement_accept.say_agreement,
    "agreement-stands": agreement_accept.say_stands,
    "agreement-copy": agreement_accept.say_copy,
    "plan": setup.say_plan,
    "plan-edit": setup.say_plan,
    "pretask": pretasks.say_pretask,
    "brief": theme.say_brief,
    "reminder": meetings.say_reminder,
    "soon": theme.say_soon,
    "part-pretask": subgroups_said.say_part_pretask,
    "part-task": subgroups_said.say_part_task,
    "part-here": subgroups_said.say_part_here,
    "part-shut": subgroups_said.say_part_shut,
    "notes": pretasks.say_notes,
    "notes-soon": retention.say_notes_soon,
    "absence": absence_said.say_absence,
    "word": absence_said.say_word,
    "few": absence_said.say_few,
    "held": outcome.say_held,
    "not-held": outcome.say_not_held,
    "catchup": catchup.say_catchup,
    "swap": swap_said.say_swap,
    "step": timekeeper.say_step,
    "feedback": feedback.say_feedback,
    "vote": vote_said.say_vote,
    "vote-result": vote_said.say_result,
    "results": feedback_said.say_results,
    "moved": moving.say_moved,
    "moved-on": moving.say_moved_on,
    "added": meetings.say_added,
    "cancelled": meetings.say_cancelled,
    "changed": elsewhere.say_changed,
    "paused": life.say_paused,
    "resumed": life.say_resumed,
    "ended": farewell.say_farewell,
    "evaluation": evaluation.say_evaluation,
    "reflect": reflections.say_reflect,
    "season": season_end.say_season,
    "season-news": seasons.say_news,
    "onward": season_end.say_nothing,
    "farewell": farewell.say_farewell,
    "resting": rest.say_resting,
    "rest-ask": rest.say_rest_ask,
    "rested": rest.say_rested,
    "keepsake": keepsake.say_keepsake,
    "followup": followup.say_followup,
    "followup-results": followup.say_followup_results,
    "deletion-soon": deletion.say_deletion_soon,
    "kept": deletion.say_kept,
    "deletion": deletion.say_deletion,
    "left": leaving.say_left,
    "still-along": along_said.say_still_along,
    "along": along_said.say_along,
    "let-go": along_said.say_let_go,
    "newcomer": newcomers.say_newcomer,
    "let-in": newcomers.say_let_in,
    "seat": seat.say_seat,
    "vacancy": life.say_vacancy,
    "trouble": trouble.say_trouble,
    "shut": channels.say_shut,
    "go-on": channels.say_go_on,
    "event": events.say_event,
    "times": times_said.say_times,
    "times-nudge": times_said.say_nudge,
    "times-result": times_said.say_result,
    "holiday": holiday.say_holiday,
    "between": between.say_between,
}
"""How each kind is said."""


DOERS: dict[str, Do] = {
    "pretask": theme.settle_lead,
    "feedback": feedback.open_poll,
    "results": feedback_said.close_for,
    "vote-result": vote_said.close_for,
    "evaluation": evaluation.open_evaluation,
    "season": season_end.close_season,
    "onward": season_end.go_on,
    "farewell": farewell.bid_farewell,
    "resting": rest.ask_conveners,
    "rested": rest.end_rest,
    "followup": followup.open_followup,
    "followup-results": followup.close_followup,
    "deletion-soon": deletion.ask_whether_to_keep,
    "deletion": deletion.delete,
    "times-result": times_said.close_poll,
    "let-in": welcoming.week_over,
    "still-along": along_said.count_from_now,
    "let-go": along_said.come_due,
    "left": leaving.tidy,
    "trouble": trouble.take_over,
}
"""What some kinds do in the moment that they are said, in the transaction that claims them."""

AS_SEEN = {"pretask"}
"""Those after which the group is seen as before: a turn is settled on whoever it is seen to be."""

CRASH = "crash"
"""Why it is unsure whether something arrived that was on its way when we went down."""

UNSURE = "unsure"
"""Why a notice waits again that may have arrived already."""

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
A_DAY = 86_400.0
"""Seconds: longer than any platform's throttling, so that a senseless answer cannot park a notice for ever."""


@dataclass(frozen=True)
class Said:
    """What a notice says, to whom, in which language; in the place of earlier posts where it `replaces` any.

    What it `clears` is erased first, where the platform keeps its pages with us.
    """

    to: Address
    message: Message
    language: str
    replaces: tuple[str, ...] = ()
    clears: tuple[Pages, ...] = ()


async def compose(work: UnitOfWork, notice: Notice, house: House, *, fetched: bool = False) -> Said | Settlement:
    """What the notice says now, or the settlement of one that need not be said. Does what its kind does then.

    One that is `fetched` by its person is said at any hour.
    """
    group = await work.groups.get(notice.group_id)
    if group is None:
        return Settlement(notice.id, State.DROPPED, why="group-gone")
    if group.unreachable and notice.person_id is None and notice.kind != "go-on":
        return Settlement(notice.id, State.FAILED, why=group.unreachable)
    if not fetched and notice.kind in BY_DAY and is_quiet(group, house.clock.now()):
        return await _until_morning(work, notice, group, house)
    saying = await _saying(work, notice, group, house)
    if saying is None:
        return Settlement(notice.id, State.DROPPED, why="nobody-there")
    do = DOERS.get(notice.kind)
    clears = await erasing.pages_of(work, group) if notice.kind == "deletion" else ()
    if do:
        await do(saying)
        if notice.kind not in AS_SEEN:
            group = await work.groups.get(group.id) or group
            saying = replace(saying, seen=await view(work, house, group))
    if saying.person and notice.kind in FOR_CONVENERS and not await _convenes(work, group, saying.person):
        return Settlement(notice.id, State.DROPPED, why="no-convener")
    message = await SAYERS[notice.kind](saying)
    if message is None:
        return Settlement(notice.id, State.DROPPED, why="nothing-to-say")
    if saying.person:
        to = Address(saying.person.platform, saying.person.handle, private=True)
        return Said(to, message, saying.person.language)
    if saying.meeting_or_none and message.event:
        earlier = await events.stands(work, saying.meeting_or_none)
    else:
        earlier = await _plan_posts(work, group, house) if notice.kind == "plan-edit" else ()
    if notice.kind == "plan-edit" and not earlier:
        return Settlement(notice.id, State.DROPPED, why="nothing-to-say")
    # Events belong to all that the channel is in, and one that must wait keeps no post waiting.
    part = saying.seen.subgroup(notice.ref) if notice.kind in PARTS else None
    place = part.channel if part else chat_of(group.channel) if message.event else group.channel
    channel = Address(group.platform, place, private=False)
    return Said(channel, personal.with_what_waits(notice, message), group.language, earlier, clears)


async def _convenes(work: UnitOfWork, group: Group, person: Person) -> bool:
    """Whether they convene now: what was meant for a convener is nobody's who has given up the seat since."""
    return bool(await work.conveners.find(group_id=group.id, person_id=person.id))


async def _plan_posts(work: UnitOfWork, group: Group, house: House) -> tuple[str, ...]:
    """The posts that the plan stands in; none where it is not posted yet, or posts cannot be changed."""
    if not house.capabilities[group.platform].edit:
        return ()
    sent = await work.notices.find(group_id=group.id, kind=("plan", "plan-edit"), state=State.SENT)
    return max(sent, key=lambda n: n.due).posts if sent else ()


async def _until_morning(work: UnitOfWork, notice: Notice, group: Group, house: House) -> Settlement:
    """What comes due in quiet hours after all (we were away when it should have gone) waits for the morning."""
    morning = polite(group, house.clock.now())
    if morning >= notice.expires:
        return Settlement(notice.id, State.SKIPPED, notice.parts, notice.posts, "late")
    await work.notices.save(replace(notice, due=morning))
    return Settlement(notice.id, State.WAITING, notice.parts, notice.posts, notice.why, untried=True)


async def preview(work: UnitOfWork, notice: Notice, house: House) -> Message | None:
    """What a waiting notice would say if it went out now. Changes nothing, and shows nothing private."""
    group = await work.groups.get(notice.group_id)
    saying = await _saying(work, notice, group, house) if group else None
    return await SAYERS[notice.kind](replace(saying, preview=True)) if saying else None


async def _saying(work: UnitOfWork, notice: Notice, group: Group, house: House) -> Saying | None:
    person = await work.persons.get(notice.person_id) if notice.person_id else None
    if notice.person_id and person is None:
        return None
    meeting: Meeting | None = await work.meetings.get(notice.meeting_id) if notice.meeting_id else None
    return Saying(work, house, house.clock.now(), notice, await view(work, house, group), person, meeting)


async def marks(work: UnitOfWork, notice: Notice, house: House) -> bool:
    """Whether a notice's platform knows its own posts again, so that trying once more can double nothing."""
    group = await work.groups.get(notice.group_id)
    can = house.capabilities.get(group.platform) if group else None
    return can is not None and can.marks


def verdict(
    notice: Notice,
    outcome: Outcome,
    *,
    parts: int,
    posts: tuple[str, ...],
    machine_now: datetime,
    marks: bool = False,
) -> Settlement:
    """What an outcome means: sent, waiting again until a machine time, failed, or unsure.

    `parts` and `posts` are what has surely been sent, earlier tries included. An unknowable outcome is repeated once
    for kinds that may be, and until it is known where the platform `marks` posts; the last word on what did not get
    through also after every crash, each of which can double it once. `attempts` counts the tries so far.
    """
    settled = Settlement(notice.id, State.SENT, parts, posts)
    match outcome:
        case Sent(_, amiss):
            return replace(settled, why=amiss)
        case Throttled(retry_after):
            return _again(notice, settled, "throttled", machine_now + timedelta(seconds=min(retry_after, A_DAY)))
        case NotSent(why):
            return _again(notice, settled, why, machine_now + _wait(notice))
        case Moved():
            return _again(notice, settled, "moved", machine_now)
        case Unsure(why) if marks and why != BLIND:
            return _again(notice, settled, UNSURE, machine_now + _wait(notice))
        case Unsure(why) if notice.kind in LAST_WORD and not marks and (why == CRASH or notice.why != UNSURE):
            return _again(notice, settled, UNSURE, machine_now)
        case Unsure() if KINDS[notice.kind].again and not marks and notice.why != UNSURE:
            return _again(notice, settled, UNSURE, machine_now)
        case Unsure(why):
            return replace(settled, state=State.UNSURE, why=why)
        case Unreachable(why) | Rejected(why):
            return replace(settled, state=State.FAILED, why=why)


def _wait(notice: Notice) -> timedelta:
    times: int = 2 ** min(notice.attempts, 12)
    return min(FIRST_WAIT * times, LONGEST_WAIT)


def _again(notice: Notice, settled: Settlement, why: str, when: datetime) -> Settlement:
    """Wait for another try. Once a try was unsure the row remembers it, whatever comes between."""
    remembered = UNSURE if notice.why == UNSURE else why
    return replace(settled, state=State.WAITING, why=remembered, not_before=when)


async def aftermath(
    work: UnitOfWork, notice: Notice, settlement: Settlement, outcome: Outcome | None, house: House
) -> None:
    """What follows in the same transaction; the outcome is None for a notice skipped late or dropped before sending.

    A channel that moved gets its new address, one that is closed is remembered as such, and the conveners are told of
    whatever did not reach the people it was for. A late result still closes its round, a late end still ends.
    """
    if settlement.state is State.SENT and not settlement.why and notice.kind != "deletion":
        return  # as nearly always, and then there is not even anything to read
    group = await work.groups.get(notice.group_id)
    if group is None:
        return
    part = await work.subgroups.get(notice.ref) if notice.kind in PARTS else None
    if isinstance(outcome, Moved) and notice.person_id is None and (part or notice.kind not in PARTS):
        old = part.channel if part else group.channel
        await channels.move_channel(work, house, group.platform, old, outcome.new_id)
    if isinstance(outcome, Unreachable) and notice.kind in PARTS:
        await subgroup_channels.not_there(work, house, group, notice, outcome.why)
    elif isinstance(outcome, Unreachable) and notice.person_id is None:
        await channels.closed(work, group, outcome.why)
    if isinstance(outcome, Unreachable) and notice.person_id is not None:
        await personal.wait_behind_a_button(work, notice)
    if settlement.state in {State.SKIPPED, State.FAILED} and notice.kind in WHATEVER_BEFALLS:
        saying = await _saying(work, notice, group, house)
        if saying:
            await DOERS[notice.kind](saying)
    if notice.kind == "deletion":
        await deletion.leave(work, group, settlement)
    if settlement.state is State.FAILED and notice.kind == "deletion-soon" and notice.person_id is None:
        await deletion.tell_each(work, house, group, notice)
    # What was sent comes this far only where something about it was amiss.
    wanting = settlement.state in {State.SKIPPED, State.FAILED, State.UNSURE, State.SENT}
    # Whom somebody does not let write to them is their own affair; and an edit tells the group nothing new.
    theirs = isinstance(outcome, Unreachable) and (notice.person_id is not None or notice.kind in PARTS)
    heard = notice.kind not in UNTOLD and (group.life is not Life.ENDED or notice.kind in OF_THE_END)
    if wanting and not theirs and heard:
        await trouble.tell_of(work, house, group, notice)
