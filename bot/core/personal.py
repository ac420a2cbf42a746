"""What is merely personal and could not be whispered waits as a button on the next post in the channel."""

from dataclasses import replace

from bot.core.kinds import KINDS, PARTS
from bot.core.model import Notice
from bot.core.outgoing import Button, Message, say
from bot.core.ports import UnitOfWork
from bot.core.turn import press

LABELS = {
    "brief": "button-brief",
    "held": "waits-held",
    "reflect": "waits-reflect",
    "catchup": "waits-catchup",
    "few": "button-few",
    "agreement": "waits-agreement-copy",
    "agreement-copy": "waits-agreement-copy",
    "trouble": "button-trouble",
    "shut": "button-trouble",
    "part-shut": "waits-part-shut",
    "subgroups": "waits-part-shut",
    "seat": "button-seat",
    "let-in": "waits-let-in",
    "join": "waits-let-in",
}
"""The kinds that may wait so, with what their button says; nothing private is ever among them."""

_OF_THE_GROUP = {
    "trouble": "trouble",
    "shut": "trouble",
    "part-shut": "subgroups",
    "agreement-copy": "agreement",
    "seat": "seat",
    "let-in": "join",
}
"""Those that are about the group rather than a meeting, with the use that tells of them."""


async def wait_behind_a_button(work: UnitOfWork, notice: Notice) -> None:
    """Have the group's next routine post carry a button for it; whoever presses is checked as at every press."""
    if notice.kind not in LABELS:
        return
    word = _OF_THE_GROUP.get(notice.kind, notice.kind)
    about = press(word, notice.group_id if notice.kind in _OF_THE_GROUP else notice.meeting_id or "")
    for post in await work.notices.waiting(notice.group_id):
        if post.person_id is None and KINDS[post.kind].routine and post.kind not in PARTS:
            await work.notices.save(replace(post, ref=" ".join(sorted({*post.ref.split(), about}))))
            return


def with_what_waits(notice: Notice, message: Message) -> Message:
    """The post with its buttons for what waited for it."""
    if not KINDS[notice.kind].routine or notice.kind in PARTS:
        return message
    rows = tuple((Button(say(LABELS[data.partition(":")[0]]), data),) for data in notice.ref.split())
    return replace(message, buttons=(*message.buttons, *rows))
