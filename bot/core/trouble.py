"""What did not reach the group is said to its conveners: what, when it was due, why, and the one thing to do."""

from datetime import timedelta

from bot.core.model import Group, Notice, State
from bot.core.outgoing import Items, Message, Para, Text, say
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.replan import tell
from bot.core.saying import Saying

SHOWN = 20
WEEK = timedelta(days=7)

REASONS = frozenset({"late", "crash", "error", "words", "unsure"})
"""Codes that the phrases have words for as `why-…`; a platform's own codes are added with its adapter."""


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
    missed.sort(key=lambda n: (n.due, n.rank, n.id))
    zone = saying.seen.group.tz
    lines: tuple[Text, ...] = tuple(
        say(
            "trouble-line",
            kind=say(f"kind-{n.kind}"),
            when=n.due.astimezone(zone).replace(tzinfo=None),
            why=say(f"why-{n.why if n.why in REASONS else 'other'}"),
        )
        for n in missed[:SHOWN]
    )
    return Message((Para(say("trouble-heading", group=saying.seen.group.name)), Items(lines), Para(say("trouble-do"))))
