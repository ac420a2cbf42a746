"""What could not be whispered to somebody waits for their next press, whose answer they alone see."""

from dataclasses import replace

from bot.core.delivery import Said, compose
from bot.core.model import Notice, State
from bot.core.outgoing import Button, Message, Reply, say
from bot.core.platform import SHUT
from bot.core.refusal import Refusal
from bot.core.turn import Turn, button

READ = "read"
"""Why a whisper counts as sent: its person has fetched it."""


async def with_what_waits(turn: Turn, reply: Reply) -> Reply:
    """The answer with a button for each thing that waits for its person, where they can be shown it alone."""
    if turn.house.capabilities[turn.person.platform].whisper != "ephemeral" or not isinstance(reply, Message):
        return reply
    found = await turn.work.notices.find(person_id=turn.person.id, state=State.FAILED, why=SHUT)
    rows = tuple(_row(notice) for notice in sorted(found, key=lambda n: (n.due, n.id)) if notice.expires > turn.now)
    return replace(reply, buttons=(*reply.buttons, *rows)) if rows else reply


def _row(notice: Notice) -> tuple[Button, ...]:
    return (button(say(f"waits-{notice.kind}"), "waiting", value=notice.id),)


async def waiting(turn: Turn) -> Reply:
    """What was to be whispered, as it stands now; it can be read again until it expires."""
    notice = await turn.work.notices.get(turn.value)
    if notice is None or notice.person_id != turn.person.id or notice.expires <= turn.now:
        raise Refusal("refused-old")
    said = await compose(turn.work, notice, turn.house, fetched=True)
    if not isinstance(said, Said):
        raise Refusal("refused-old")
    await turn.work.notices.save(replace(notice, state=State.SENT, why=READ))
    return said.message
