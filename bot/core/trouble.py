"""What did not reach the group is said to its conveners: what, when it was due, why, and the one thing to do."""

from datetime import timedelta

from bot.core.model import Group, Notice, State
from bot.core.outgoing import Items, Message, Para, Reply, Text, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.saying import Saying
from bot.core.tell import tell
from bot.core.turn import GroupTurn, told

SHOWN = 20
WEEK = timedelta(days=7)

_CLOSING = {"removed", "muted", "channel-gone", "topic-gone", "topic-closed"}

CLOSED = frozenset({*_CLOSING, "lacks-view", "lacks-send", "lacks-threads"})
"""Why a channel may be closed to the bot: codes that every adapter uses, with words as `why-…` and `do-…`."""

LACKING = frozenset({"lacks-history", "lacks-files", "lacks-events", "lacks-make-threads", "lacks-pin"})
"""Permissions whose want spoils one thing only."""

REASONS = CLOSED | LACKING | {"late", "crash", "error", "words", "unsure"}
"""Codes that the phrases have words for as `why-…`."""


async def tell_conveners(work: UnitOfWork, house: House, group: Group, notice: Notice) -> None:
    """A whisper to each convener; those that wait together are said as one."""
    now = polite(group, house.clock.now())
    for convener in await work.conveners.find(group_id=group.id):
        await tell(
            work, house, group, "trouble", due=now, expires=now + WEEK, person_id=convener.person_id, ref=notice.id
        )


async def say_trouble(saying: Saying) -> Message | None:
    """All that the convener has not heard yet, in one whisper: the first notice speaks, the others fall silent."""
    mine = await saying.work.notices.find(
        group_id=saying.seen.group.id,
        kind="trouble",
        person_id=saying.notice.person_id,
        state=(State.WAITING, State.SENDING),
    )
    mine.sort(key=lambda n: (n.due, n.id))
    if mine and mine[0].id != saying.notice.id:
        return None
    missed = await saying.work.notices.find(id=[n.ref for n in mine] or [saying.notice.ref])
    return _said(saying.seen.group, missed)


async def trouble(turn: GroupTurn) -> Reply:
    """The same on request: what did not get through of late."""
    lately = await turn.work.notices.find(
        group_id=turn.group.id, person_id=None, state=(State.SKIPPED, State.FAILED, State.UNSURE)
    )
    missed = [n for n in lately if n.kind != "plan-edit" and n.due > turn.now - 2 * WEEK]
    return _said(turn.group, missed) if missed else told("trouble-none", group=turn.group.name)


def _said(group: Group, missed: list[Notice]) -> Message:
    missed.sort(key=lambda n: (n.due, n.rank, n.id))
    lines: tuple[Text, ...] = tuple(
        say(
            "trouble-line",
            kind=say(f"kind-{n.kind}"),
            when=n.due.astimezone(group.tz).replace(tzinfo=None),
            why=say(f"why-{n.why if n.why in REASONS else 'other'}"),
        )
        for n in missed[-SHOWN:]
    )
    what_to_do = f"do-{group.unreachable}" if group.unreachable in CLOSED else "trouble-do"
    return Message((Para(say("trouble-heading", group=group.name)), Items(lines), Para(say(what_to_do))))
