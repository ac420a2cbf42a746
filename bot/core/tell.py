"""Putting what has just happened in the outbox, once."""

from datetime import datetime, timedelta

from bot.core.kinds import KINDS
from bot.core.model import Group, Meeting, Notice
from bot.core.ports import House, UnitOfWork

A_WEEK = timedelta(days=7)
"""How long most news is worth telling, and most questions are open."""


async def tell(
    work: UnitOfWork,
    house: House,
    group: Group,
    kind: str,
    *,
    due: datetime,
    expires: datetime,
    meeting: Meeting | None = None,
    person_id: str | None = None,
    ref: str = "",
) -> None:
    """Put something that has just happened in the outbox, once for one kind, meeting, version, person and `ref`."""
    version = f"{meeting.id}:{meeting.version}" if meeting else group.id
    await work.notices.plan(
        Notice(
            id=house.chance.new_id(),
            key=f"{kind}:{version}:{person_id or ''}:{ref}",
            kind=kind,
            group_id=group.id,
            meeting_id=meeting.id if meeting else None,
            person_id=person_id,
            due=due,
            expires=expires,
            rank=KINDS[kind].rank,
            ref=ref,
        )
    )


async def tell_conveners(
    work: UnitOfWork,
    house: House,
    group: Group,
    kind: str,
    *,
    due: datetime,
    expires: datetime,
    meeting: Meeting | None = None,
    ref: str = "",
    but: str = "",
) -> None:
    """The same as a whisper to each convener, but for the person of this id."""
    for convener in await work.conveners.find(group_id=group.id):
        if convener.person_id != but:
            whom = convener.person_id
            await tell(work, house, group, kind, due=due, expires=expires, meeting=meeting, person_id=whom, ref=ref)
