"""Everything of a group that is over, deleted: told a week before, put off only when everybody wishes it, then done."""

from dataclasses import replace

from dateutil.relativedelta import relativedelta

from bot.core import editions
from bot.core.model import Group, Life, Notice, Question, State
from bot.core.outgoing import Heading, Message, Para, Reply, say
from bot.core.plan import DELETION_TOLD, local_day, morning_of, polite
from bot.core.ports import House, Settlement, Store, UnitOfWork
from bot.core.refusal import Refusal
from bot.core.replan import YES, replan
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell
from bot.core.turn import GroupTurn, button, told
from bot.core.uses.feedback.report import gone_on
from bot.core.uses.oneself.keepsake import keepsake_button
from bot.core.uses.season.erasing import erase, is_erased
from bot.core.uses.season.farewell import end_season
from bot.core.votes import set_vote

KEEP = "keep"
"""The kind of question: its one item is the date that is to be put off."""

LONGER = relativedelta(months=3)

OUTSTANDING = (State.WAITING, State.SENDING)

LAST = ("onward", "farewell", "rested", "deletion")
"""One of these is ahead of every group: it goes on, or its end comes, or its deletion."""


async def ask_whether_to_keep(saying: Saying) -> None:
    """Put to the members, when the date is told, whether they wish to keep everything longer."""
    work, group, item = saying.work, saying.seen.group, saying.notice.ref
    if await _question(work, group, item) is None and group.ended:
        closes = (await gone_on(work, saying.seen)).replace(tzinfo=group.tz)
        new_id = saying.house.chance.new_id()
        await work.questions.add(
            Question(new_id, group.id, KEEP, None, None, (item,), opened=saying.now, closes=closes)
        )


async def say_deletion_soon(saying: Saying) -> Message | None:
    """When everything is deleted, how to keep what one wants, and how to put it off."""
    seen, group = saying.seen, saying.seen.group
    if group.ended is None:
        return None
    when = (await gone_on(saying.work, seen)).date()
    elsewhere = not saying.house.capabilities[group.platform].keeps
    blocks = (
        Heading(say("deletion-soon-heading", group=group.name)),
        Para(say("deletion-soon", date=when)),
        Para(say("deletion-soon-save")),
        *((Para(say("deletion-channel")),) if elsewhere else ()),
        Para(say("deletion-soon-keep")),
    )
    rows = (
        (button(say("button-report"), "report", group.id), keepsake_button(group)),
        (button(say("button-keep-longer"), "keep-longer", group.id, f"{saying.notice.ref}={YES}"),),
    )
    return Message(blocks, rows)


async def keep_longer(turn: GroupTurn) -> Reply:
    """A member's wish to keep everything three months longer, or that it need not be; all must wish it."""
    item, _, value = turn.value.partition("=")
    question = await _question(turn.work, turn.group, item)
    if question is None or value not in {YES, "no"}:
        raise Refusal("refused-old")
    if question.closed or question.closes <= turn.now:
        raise Refusal("keep-settled")
    await set_vote(turn.work, turn.house, question, turn.me, item, value)
    if await _all_wish(turn.work, turn.group, question):
        group = await _put_off(turn.work, turn.house, turn.group, question)
        when = (await gone_on(turn.work, await turn.view(group))).date()
        return told("keep-all", date=when)
    other = "no" if value == YES else YES
    label = "button-keep-longer" if other == YES else "button-keep-not"
    back = (button(say(label), "keep-longer", turn.group.id, f"{item}={other}"),)
    when = (await gone_on(turn.work, await turn.view(turn.group))).date()
    return told("keep-noted" if value == YES else "keep-not-noted", back, date=when)


async def _question(work: UnitOfWork, group: Group, item: str) -> Question | None:
    found = await work.questions.find(group_id=group.id, kind=KEEP)
    return next((question for question in found if question.items == (item,)), None)


async def _all_wish(work: UnitOfWork, group: Group, question: Question) -> bool:
    wishing = {v.member_id for v in await work.votes.find(question_id=question.id) if v.value == YES}
    members = await work.members.find(group_id=group.id)
    return bool(members) and all(member.id in wishing for member in members)


async def _put_off(work: UnitOfWork, house: House, group: Group, question: Question) -> Group:
    """Three months on from the date that was told, planned anew and said."""
    await work.questions.save(replace(question, closed=True))
    kept = replace(group, kept_until=morning_of(group, local_day(group, question.closes) + LONGER))
    await work.groups.save(kept)
    await replan(work, house, kept)
    now = house.clock.now()
    await tell(work, house, kept, "kept", due=polite(kept, now), expires=now + A_WEEK, ref=question.items[0])
    return kept


async def say_kept(saying: Saying) -> Message | None:
    """That everything is kept longer, and until when."""
    group = saying.seen.group
    if group.ended is None:
        return None
    return Message((Para(say("kept-post", group=group.name, date=(await gone_on(saying.work, saying.seen)).date())),))


async def delete(saying: Saying) -> None:
    """Erase everything; not where whoever is still there wishes for longer, nor what nobody has been told of.

    The last to differ may have left meanwhile, and we may have been away for the whole week in which it is told.
    """
    work, group = saying.work, saying.seen.group
    question = await _question(work, group, saying.notice.ref)
    if is_erased(group):
        return
    if await _never_told(work, group, saying.notice.ref):
        later = morning_of(group, local_day(group, saying.now) + 2 * DELETION_TOLD)
        await work.groups.save(replace(group, kept_until=later))
        await replan(work, saying.house, replace(group, kept_until=later))
        return
    if question and not question.closed and await _all_wish(work, group, question):
        await _put_off(work, saying.house, group, question)
        return
    await erase(work, group, saying.notice)


async def _never_told(work: UnitOfWork, group: Group, ref: str) -> bool:
    soon = await work.notices.find(group_id=group.id, kind="deletion-soon", ref=ref)
    return bool(soon) and all(notice.state is State.SKIPPED for notice in soon)


async def say_deletion(saying: Saying) -> Message | None:
    """The last word."""
    if not is_erased(saying.seen.group):
        return None
    elsewhere = not saying.house.capabilities[saying.seen.group.platform].keeps
    last = (Para(say("deletion-channel")),) if elsewhere else ()
    return Message((Para(say("deletion-done")), *last))


async def leave(work: UnitOfWork, group: Group, settlement: Settlement) -> None:
    """Let go of a group's place once its last word has been said, or never will be."""
    there = await work.groups.get(group.id)
    if there and is_erased(there) and settlement.state not in OUTSTANDING:
        await _let_go(work, there)


async def _let_go(work: UnitOfWork, group: Group) -> None:
    await work.groups.drop(id=group.id)
    await editions.let_go(work, group.edition)


async def see_to_ended(store: Store, house: House) -> None:
    """See to it that every group that is over is deleted one day, whatever went wrong, and that one that rests ends.

    Doing it twice does no harm. Each in a transaction of its own, so that nobody waits for all of them.
    """
    async with store.begin() as work:
        await editions.let_go_unused(work)
        ahead = {each.group_id for each in await work.notices.find(kind=LAST, state=OUTSTANDING)}
        endless = [group.id for group in await work.groups.find() if group.id not in ahead]
    for group_id in endless:
        async with store.begin() as work:
            await work.lock(group_id)
            group = await work.groups.get(group_id)
            if group and group.life is Life.ENDED:
                await _see_to(work, house, group)
            elif group:
                await replan(work, house, group)


async def _see_to(work: UnitOfWork, house: House, group: Group) -> None:
    """A group that ended before dates of deletion were told ends today as far as they go: it hears of its date.

    What is overdue and was tried in vain is deleted now.
    """
    if await work.notices.find(group_id=group.id, kind="deletion", state=OUTSTANDING):
        return
    if is_erased(group):
        await _let_go(work, group)
    elif group.ended is None:
        await end_season(work, house, group)
    else:
        await _overdue(work, house, group)


async def _overdue(work: UnitOfWork, house: House, group: Group) -> None:
    await replan(work, house, group)
    if not await work.notices.find(group_id=group.id, kind="deletion", state=State.WAITING):
        await erase(work, group, None)


async def tell_each(work: UnitOfWork, house: House, group: Group, notice: Notice) -> None:
    """Where the date could not be said in the channel, each member hears of it in private."""
    for member in await work.members.find(group_id=group.id):
        due, person = polite(group, house.clock.now()), member.person_id
        await tell(
            work, house, group, "deletion-soon", due=due, expires=notice.expires, person_id=person, ref=notice.ref
        )
