"""What did not reach the group is said to its conveners: what, when it was due, why, and the one thing to do."""

from dataclasses import replace

from bot.core.model import Group, Notice, State
from bot.core.outgoing import Items, Message, Para, Reply, Text, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.saying import Saying
from bot.core.tell import A_WEEK, tell_conveners
from bot.core.turn import GroupTurn, told

SHOWN = 20

_CLOSING = {"removed", "muted", "channel-gone", "topic-gone", "topic-closed"}

CLOSED = frozenset({*_CLOSING, "lacks-view", "lacks-send", "lacks-threads"})
"""Why a channel may be closed to the bot: codes that every adapter uses, with words as `why-…` and `do-…`."""

LACKING = frozenset({"lacks-history", "lacks-files", "lacks-events", "lacks-make-threads", "lacks-pin"})
"""Permissions whose want spoils one thing only."""

TOLD = "told"
"""Stands before the ids of what a whisper is about, once they have been put into words."""

REASONS = CLOSED | LACKING | {"late", "crash", "error", "words", "unsure"}
"""Codes that the phrases have words for as `why-…`."""


async def tell_of(work: UnitOfWork, house: House, group: Group, notice: Notice) -> None:
    """A whisper to each convener; those that wait together are said as one."""
    due = polite(group, house.clock.now())
    await tell_conveners(work, house, group, "trouble", due=due, expires=due + A_WEEK, ref=notice.id)


async def take_over(saying: Saying) -> None:
    """From now on this whisper tells all that the convener has not heard yet, and the others that wait fall silent.

    It tells just that, however often it is tried.
    """
    notices, mine = saying.work.notices, await _row(saying)
    if not mine.ref or mine.ref.startswith(TOLD):
        return
    waiting = await notices.find(
        group_id=mine.group_id, kind=mine.kind, person_id=mine.person_id, state=(State.WAITING, State.SENDING)
    )
    others = [n for n in waiting if n.id != mine.id and n.ref and not n.ref.startswith(TOLD)]
    await notices.save(replace(mine, ref=" ".join((TOLD, mine.ref, *(n.ref for n in others)))))
    for other in others:
        await notices.save(replace(other, ref=""))


async def say_trouble(saying: Saying) -> Message | None:
    """What it is about, in one whisper; nothing where another has told it."""
    about = (await _row(saying)).ref.removeprefix(TOLD).split()
    return _said(saying.seen.group, await saying.work.notices.find(id=about)) if about else None


async def _row(saying: Saying) -> Notice:
    """The notice as it is kept now: another may have taken it over since it was claimed."""
    return await saying.work.notices.get(saying.notice.id) or saying.notice


async def trouble(turn: GroupTurn) -> Reply:
    """The same on request: what did not get through of late."""
    lately = await turn.work.notices.find(
        group_id=turn.group.id, person_id=None, state=(State.SKIPPED, State.FAILED, State.UNSURE)
    )
    missed = [n for n in lately if n.kind != "plan-edit" and n.due > turn.now - 2 * A_WEEK]
    return _said(turn.group, missed) if missed else told("trouble-none", group=turn.group.name)


def _said(group: Group, missed: list[Notice]) -> Message:
    missed.sort(key=lambda n: (n.due, n.rank, n.id))
    lines: tuple[Text, ...] = tuple(
        say(
            "trouble-line",
            kind=say(f"kind-{n.kind}"),
            when=group.wall(n.due),
            why=say(f"why-{n.why if n.why in REASONS else 'other'}"),
        )
        for n in missed[-SHOWN:]
    )
    what_to_do = f"do-{group.unreachable}" if group.unreachable in CLOSED else "trouble-do"
    return Message((Para(say("trouble-heading", group=group.name)), Items(lines), Para(say(what_to_do))))
