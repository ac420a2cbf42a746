"""A group's meetings as events of the platform's own, kept in step: made, changed and taken away like any notice."""

from datetime import timedelta

from bot.core.model import Life, Meeting, Notice, State
from bot.core.outgoing import Event, Message, Own, say
from bot.core.ports import House, UnitOfWork
from bot.core.saying import Saying
from bot.core.tell import tell
from bot.core.view import View, where

OVER = "over"


async def in_step(work: UnitOfWork, house: House, seen: View) -> None:
    """Have every meeting ahead that should be an event become one, and every other be none."""
    earlier: dict[str, list[Notice]] = {}
    for notice in await work.notices.find(group_id=seen.group.id, kind="event"):
        earlier.setdefault(notice.meeting_id or "", []).append(notice)
    if not (seen.group.events or earlier):
        return
    now = house.clock.now()
    meetings = sorted(await work.meetings.find(group_id=seen.group.id), key=lambda m: m.starts)
    for number, meeting in enumerate(meetings):
        said = sorted(earlier.get(meeting.id, []), key=lambda n: int(n.ref.rpartition(".")[2]))
        wanted = _wanted(seen, meeting)
        stood = said[-1].ref.rpartition(".")[0] if said else OVER
        begins = meeting.begins(seen.group.tz)
        if wanted != stood and begins > now:
            ref = f"{wanted}.{len(said)}"
            due = now - timedelta(microseconds=len(meetings) - number)  # so that they come in the order of time
            await tell(work, house, seen.group, "event", due=due, expires=begins, meeting=meeting, ref=ref)


def _wanted(seen: View, meeting: Meeting) -> str:
    """What an event would have to say; over where there is to be none."""
    if not seen.group.events or meeting.cancelled or seen.group.life is Life.ENDED:
        return OVER
    return f"{meeting.version}.{meeting.revision}.{seen.theme(meeting) or ''}"


async def say_event(saying: Saying) -> Message | None:
    """The event as it should be now; nothing where a later change speaks for it, or none ever stood."""
    seen, meeting = saying.seen, saying.meeting
    over = _wanted(seen, meeting) == OVER
    if over and not await stands(saying.work, meeting):
        return None
    title = say("calendar-title", group=seen.group.name, theme=seen.short(meeting))
    place = Own(meeting.link or meeting.place) if meeting.link or meeting.place else where(meeting)
    return Message((), event=Event(title, meeting.begins(seen.group.tz), meeting.ends(seen.group.tz), place, over))


async def stands(work: UnitOfWork, meeting: Meeting) -> tuple[str, ...]:
    """The platform's id of a meeting's event; none where there is none."""
    sent = await work.notices.find(meeting_id=meeting.id, kind="event", state=State.SENT)
    last = max(sent, key=lambda n: int(n.ref.rpartition(".")[2]), default=None)
    return tuple(post for post in last.posts[-1:] if post) if last else ()
