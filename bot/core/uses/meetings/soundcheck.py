"""Before a group's first meeting at a distance: half an hour in which sound and picture can be tried."""

from datetime import datetime, timedelta

from bot.core.model import Meeting
from bot.core.outgoing import Block, Para, say
from bot.core.view import View

BEFORE = timedelta(minutes=30)


def first_remote(seen: View, meeting: Meeting) -> bool:
    """Whether this is the first standing meeting with a link."""
    earlier = [each for each in seen.meetings if each.starts < meeting.starts]
    return bool(meeting.link) and not any(each.link for each in earlier)


def sound_check(seen: View, meeting: Meeting, now: datetime) -> list[Block]:
    """From when on the link can be tried, in a line; nothing where the group has met so before."""
    if not first_remote(seen, meeting):
        return []
    opens = meeting.starts - BEFORE
    if meeting.begins(seen.group.tz) - BEFORE <= now:
        return [Para(say("sound-check-now"))]
    return [Para(say("sound-check", at=opens.time()))]
