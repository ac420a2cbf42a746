"""Groups that split, and what becomes of a sub-group's posts, for tests of the core."""

from dataclasses import replace
from typing import Any

from bot.core.delivery import aftermath
from bot.core.model import Group, Meeting, Notice, State, Subgroup
from bot.core.ports import Settlement
from tests.core.core_desk import Desk, phrases, words

PEOPLE = ("Kaarina", "Aino", "Veikko", "Salme")
THEIRS = "Mitä haluaisit tietää keikkatyöntekijöiden päivästä?"
"""What only the management's pre-task asks before the first workshop."""


async def found(desk: Desk, *members: str, **more: Any) -> Group:
    known: dict[str, Any] = {"programme": "keikkatyo", "meetings": 2, "themes": (), **more}
    return await desk.group("Kaarina", *(members or PEOPLE), **known)


async def subgroups(desk: Desk, group: Group) -> dict[str, Subgroup]:
    """By name, the convener's own by title."""
    async with desk.work() as work:
        return {each.name or each.title: each for each in await work.subgroups.find(group_id=group.id)}


async def linked(desk: Desk, group: Group, name: str = "management", channel: str = "chiefs") -> Subgroup:
    """A sub-group that has been given a channel of its own."""
    await desk.does("Kaarina", "/jako", channel)
    one = (await subgroups(desk, group))[name]
    reply = await desk.does("Kaarina", f"subgroup-link:{group.id}:{one.id}", channel)
    assert phrases(reply)[0] == "subgroup-linked", words(reply)
    return (await subgroups(desk, group))[name]


async def part(desk: Desk, kind: str, meeting: Meeting | None = None) -> Notice:
    return next(n for n in await desk.notices(kind) if meeting is None or n.meeting_id == meeting.id)


async def follows(desk: Desk, notice: Notice, outcome: Any, state: State = State.FAILED) -> None:
    """What follows when this became of a notice."""
    async with desk.work() as work:
        await work.notices.save(replace(notice, state=State.SENDING))
        settlement = Settlement(notice.id, state, why=getattr(outcome, "why", "moved"))
        await aftermath(work, replace(notice, state=State.SENDING), settlement, outcome, desk.house)
        now = await work.notices.get(notice.id) or notice
        await work.notices.save(replace(now, state=state))
