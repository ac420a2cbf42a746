"""What is merely personal and could not be whispered waits as a button on the next post in the channel."""

from dataclasses import replace

from bot.core.kinds import KINDS, PARTS
from bot.core.model import Notice
from bot.core.outgoing import Button, Message, say
from bot.core.ports import UnitOfWork
from bot.core.turn import press

_LABELS = {kind.opens or kind.name: kind.waits_as for kind in KINDS.values() if kind.waits_as}
"""What the button says that opens each use."""


async def wait_behind_a_button(work: UnitOfWork, notice: Notice) -> None:
    """Have the group's next routine post carry a button for it; whoever presses is checked as at every press."""
    kind = KINDS[notice.kind]
    if not kind.waits_as:
        return
    about = press(kind.opens or kind.name, notice.group_id if kind.opens else notice.meeting_id or "")
    for post in await work.notices.waiting(notice.group_id):
        if post.person_id is None and KINDS[post.kind].routine and post.kind not in PARTS:
            await work.notices.save(replace(post, ref=" ".join(sorted({*post.ref.split(), about}))))
            return


def with_what_waits(notice: Notice, message: Message) -> Message:
    """The post with its buttons for what waited for it."""
    if not KINDS[notice.kind].routine or notice.kind in PARTS:
        return message
    rows = tuple((Button(say(_LABELS[data.partition(":")[0]]), data),) for data in notice.ref.split())
    return replace(message, buttons=(*message.buttons, *rows))
