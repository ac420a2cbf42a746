"""A sub-group's own channel: whose one is, and where what was to come there goes once it is taken or closed."""

from dataclasses import replace

from bot.core.kinds import PARTS
from bot.core.model import Group, Life, Notice, State, Subgroup
from bot.core.plan import polite
from bot.core.ports import House, UnitOfWork
from bot.core.replan import replan
from bot.core.tell import A_WEEK, tell, tell_conveners


async def owner(work: UnitOfWork, platform: str, channel: str) -> tuple[Subgroup, Group] | None:
    """The sub-group whose channel this is, with its group; None where it is nobody's, or of a group that has ended."""
    for subgroup in await work.subgroups.find(platform=platform, channel=channel):
        group = await work.groups.get(subgroup.group_id)
        if group and group.life is not Life.ENDED:
            return subgroup, group
    return None


async def set_free(work: UnitOfWork, platform: str, channel: str) -> None:
    """Let go of a channel that a group which has ended still had for a sub-group."""
    for subgroup in await work.subgroups.find(platform=platform, channel=channel):
        group = await work.groups.get(subgroup.group_id)
        if group is None or group.life is Life.ENDED:
            await work.subgroups.save(replace(subgroup, channel=""))


async def within(work: UnitOfWork, platform: str, channel: str) -> list[tuple[Subgroup, Group]]:
    """The sub-groups whose own channel this is or is a topic of, of groups that have not ended."""
    found = []
    for subgroup in await work.subgroups.find(platform=platform):
        here = subgroup.channel == channel or subgroup.channel.startswith(f"{channel}/")
        group = await work.groups.get(subgroup.group_id) if here and channel else None
        if group and group.life is not Life.ENDED:
            found.append((subgroup, group))
    return found


async def cut(work: UnitOfWork, house: House, group: Group, subgroup: Subgroup) -> None:
    """Take its channel from a sub-group; what the group's own posts do not say any more is said in the group's."""
    waiting = [n for n in await work.notices.waiting(group.id) if n.kind in PARTS and n.ref == subgroup.id]
    await work.subgroups.save(replace(subgroup, channel=""))
    await replan(work, house, group)
    gone = await work.notices.find(group_id=group.id, kind="pretask", state=[State.SENT, State.SENDING])
    said = {notice.meeting_id for notice in gone}
    for notice in waiting:
        if PARTS[notice.kind] == "pretask" and notice.meeting_id in said:
            await tell_here(work, house, group, notice)


async def tell_here(work: UnitOfWork, house: House, group: Group, notice: Notice) -> None:
    """Say in the group's channel what was for a sub-group's own one."""
    meeting = await work.meetings.get(notice.meeting_id or "")
    if meeting:
        due = polite(group, max(house.clock.now(), notice.due))
        ref = f"{notice.ref}.{notice.kind}"
        await tell(work, house, group, "part-here", due=due, expires=notice.expires, meeting=meeting, ref=ref)


async def not_there(work: UnitOfWork, house: House, group: Group, notice: Notice, why: str) -> None:
    """A post found a sub-group's channel closed: that is no longer its own, and the post goes to the group's."""
    subgroup = await work.subgroups.get(notice.ref)
    if subgroup and subgroup.channel:  # else it has been taken from it meanwhile
        await lose(work, house, group, subgroup, why)
    await tell_here(work, house, group, notice)


async def lose(work: UnitOfWork, house: House, group: Group, subgroup: Subgroup, why: str) -> None:
    """A sub-group's channel is closed to us: it is taken from it, and the conveners hear so."""
    await cut(work, house, group, subgroup)
    now = house.clock.now()
    due, ref = polite(group, now), f"{subgroup.id}.{why}.{now:%Y%m%d%H%M%S}"
    await tell_conveners(work, house, group, "part-shut", due=due, expires=due + A_WEEK, ref=ref)
