"""What facilitators saw in a season: when they are asked, and what they wrote, which stays their own."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.model import Facilitator, Group, Life, Meeting, Paper
from bot.core.plan import EVALUATION_AFTER, Planned, local_day, morning_of
from bot.core.ports import House, UnitOfWork
from bot.core.view import View

REFLECTION = "reflection"
"""The kind of paper: one facilitator's answers after one season's last meeting, as JSON."""

REFLECT = "reflect"
"""The kind of whisper that asks."""

OPEN = timedelta(days=14)
"""How long answers may be changed, from when they are asked for."""


@dataclass(frozen=True)
class Reflection:
    """What one facilitator wrote, by question; `shared`: it may stand in the group's report, with their name."""

    facilitator_id: str
    answers: Mapping[str, str]
    shared: bool = False


def seasons_ends(seen: View) -> list[Meeting]:
    """The meetings that end a season, in order; of a group that ended before its season did, the last one it began."""
    group = seen.group
    if group.ended is None:
        return [meeting for meeting in seen.meetings if seen.ends_season(meeting)]
    begun = [meeting for meeting in seen.meetings if meeting.begins(group.tz) <= group.ended]
    return [meeting for meeting in begun if seen.ends_season(meeting) or meeting == begun[-1]]


def over_at(seen: View, meeting: Meeting) -> datetime:
    """When the season that this meeting ended was over, UTC; where the group ended before it, when that was."""
    if seen.group.ended and not seen.ends_season(meeting):
        return seen.group.ended
    return meeting.done or meeting.ends(seen.group.tz)


def asked_at(seen: View, meeting: Meeting) -> datetime:
    """When facilitators are asked, UTC: as many days after it as members are about the season."""
    return morning_of(seen.group, local_day(seen.group, over_at(seen, meeting)) + EVALUATION_AFTER)


def planned(seen: View, not_held: Collection[str]) -> list[Planned]:
    """The whispers to those who facilitate; none where the programme asks nothing, or the group rests. Pure."""
    if not seen.programme.reflections or seen.group.life is Life.PAUSED:
        return []
    return [
        Planned(REFLECT, meeting, asked_at(seen, meeting), asked_at(seen, meeting) + OPEN, one.person_id)
        for meeting in seasons_ends(seen)
        if meeting.id not in not_held
        for one in seen.facilitators
    ]


async def kept(work: UnitOfWork, group: Group) -> list[tuple[Paper, Reflection]]:
    """All that facilitators of a group have written, in no order that tells anything; each is its author's to show."""
    papers = await work.papers.find(group_id=group.id, kind=REFLECTION)
    return [(paper, _read(paper)) for paper in sorted(papers, key=lambda paper: paper.id)]


async def of(work: UnitOfWork, seat: Facilitator, group: Group) -> dict[str, tuple[Paper, Reflection]]:
    """What one facilitator has written, by the id of the meeting that it was asked after."""
    return {
        paper.meeting_id: (paper, reflection)
        for paper, reflection in await kept(work, group)
        if paper.meeting_id and reflection.facilitator_id == seat.id
    }


async def write(work: UnitOfWork, house: House, group: Group, meeting: Meeting, reflection: Reflection) -> None:
    """Put this in the place of what its author wrote before; with no answers left, nothing is kept."""
    for paper, before in await kept(work, group):
        if paper.meeting_id == meeting.id and before.facilitator_id == reflection.facilitator_id:
            await work.papers.drop(id=paper.id)
    if not reflection.answers:
        return
    text = json.dumps(
        {
            "facilitator": reflection.facilitator_id,
            "answers": dict(reflection.answers),
            "shared": reflection.shared,
        }
    )
    new = Paper(house.chance.new_id(), group.id, REFLECTION, meeting.id, None, group.key_id, text)
    await work.papers.add(new)


async def forget(work: UnitOfWork, seat: Facilitator) -> None:
    """Delete all that a facilitator wrote, with their seat."""
    for paper in await work.papers.find(group_id=seat.group_id, kind=REFLECTION):
        if _read(paper).facilitator_id == seat.id:
            await work.papers.drop(id=paper.id)


def _read(paper: Paper) -> Reflection:
    content = json.loads(paper.text)
    return Reflection(content["facilitator"], content["answers"], content["shared"])
