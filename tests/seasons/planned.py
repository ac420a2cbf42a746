"""When the posts of the story's season are due, as the plan has it: its meetings as they were, from one change on."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.core.kinds import KINDS
from bot.core.model import Group, Life, Meeting, to_utc
from bot.core.plan import Facts, plan
from tests.core.core_rows import group, meeting, wall

FIRST = wall(2026, 9, 15, 17)
MOVED, MOVED_TO = wall(2026, 10, 24, 13), wall(2026, 10, 28, 18, 30)
CANCELLED = wall(2026, 12, 5, 12)
ENDED = wall(2027, 1, 5, 10)
LAST = wall(2028, 1, 1)
FOLLOWERS = ("aino", "kaarina", "taisto", "veikko")
"""Who may still be asked at the last; that a fifth had said so changes no date."""


def planned() -> list[tuple[str, datetime]]:
    """Every post to the group by its kind and local time, soonest first."""
    running = group(programme="vahvistin", themes=("recovery", "identity", "time", "skills"))
    ended = replace(running, life=Life.ENDED, ended=to_utc(ENDED, running.tz))
    first = [meeting(f"m{n}", FIRST + n * timedelta(weeks=3)) for n in range(6)]
    first[0] = replace(first[0], done=to_utc(wall(2026, 9, 15, 19, 10), running.tz))
    moved = replace(first[2], starts=MOVED_TO, version=1, time_set=to_utc(MOVED, running.tz))
    then = [moved if each.id == moved.id else each for each in first]
    last = [each for each in then if each.id != "m4"]
    posted = Facts(pretasks={moved.id: to_utc(wall(2026, 10, 22, 10), running.tz)})
    over = Facts(members=FOLLOWERS, followers={3: FOLLOWERS, 6: FOLLOWERS})
    return [
        *_due(running, first, Facts(), wall(2026, 9, 1), MOVED),
        *_due(running, then, posted, MOVED, CANCELLED),
        *_due(running, last, posted, CANCELLED, ENDED + timedelta(minutes=1)),
        *_due(ended, last, over, ENDED, LAST),
    ]


def _due(
    of: Group, meetings: list[Meeting], facts: Facts, since: datetime, until: datetime
) -> list[tuple[str, datetime]]:
    """What was due from one local time on until before another."""
    found = plan(of, meetings, Library().programme("vahvistin"), facts)
    timed = [(p.kind, p.due.astimezone(of.tz).replace(tzinfo=None)) for p in found if p.person_id is None]
    assert {kind for kind, _ in timed} <= KINDS.keys()
    return [(kind, at) for kind, at in timed if since <= at < until]
