"""What a group that goes on season after season keeps of its seasons where they cannot be told from its meetings."""

import json
from dataclasses import dataclass, replace

from bot.core.model import Group, Paper
from bot.core.ports import House, UnitOfWork

SEASONS = "seasons"
"""The kind of paper; a group has one at most, and only once a convener has changed how its seasons go."""


@dataclass(frozen=True)
class Kept:
    """How long the first seasons were, where they are not as long as those from then on.

    In a group whose present season is its last, `meetings` is how many a season had, and `fallen` the ids of those that
    fell away with that: both to go on after all.
    """

    earlier: tuple[int, ...] = ()
    meetings: int = 0
    fallen: tuple[str, ...] = ()


async def kept_of(work: UnitOfWork, group: Group) -> Kept:
    """What is kept of this group's seasons."""
    paper = await _paper(work, group)
    if paper is None:
        return Kept()
    found = json.loads(paper.text)
    return Kept(tuple(found["earlier"]), found["meetings"], tuple(found["fallen"]))


async def keep(work: UnitOfWork, house: House, group: Group, kept: Kept) -> None:
    """Keep this of the group's seasons from now on."""
    text = json.dumps({"earlier": kept.earlier, "meetings": kept.meetings, "fallen": kept.fallen})
    there = await _paper(work, group)
    if there:
        await work.papers.save(replace(there, text=text))
    else:
        new_id = house.chance.new_id()
        await work.papers.add(Paper(new_id, group.id, SEASONS, None, None, group.key_id, text))


async def _paper(work: UnitOfWork, group: Group) -> Paper | None:
    return next(iter(await work.papers.find(group_id=group.id, kind=SEASONS)), None)
