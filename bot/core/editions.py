"""Editions of programmes: kept with the groups that began with them, so that changing a file changes no group."""

from dataclasses import replace

from bot.core.model import Group, Life
from bot.core.ports import House, Store, Taken, UnitOfWork


async def keep(work: UnitOfWork, house: House, slug: str) -> str:
    """Keep a programme as it is now, once; the edition's id."""
    edition = house.library.edition(slug)
    if await work.editions.get(edition.id) is None:
        try:
            async with work.attempt():
                await work.editions.add(edition)
        except Taken:  # by another group that begins at this moment
            pass
    return edition.id


async def at_hand(work: UnitOfWork, house: House, group: Group) -> None:
    """See to it that the library knows the group's programme as it was when the group began."""
    if not group.edition or house.library.knows(group.edition):
        return
    edition = await work.editions.get(group.edition)
    if edition:
        house.library.learn(edition)


async def let_go(work: UnitOfWork, edition_id: str) -> None:
    """Forget an edition that no group has any more."""
    if edition_id and not await work.groups.find(edition=edition_id):
        await work.editions.drop(id=edition_id)


async def let_go_unused(work: UnitOfWork) -> None:
    """Forget every edition that no group has any more: erasing what a backup brought back leaves them behind."""
    for edition in await work.editions.find():
        await let_go(work, edition.id)


async def settle_old(store: Store, house: House) -> None:
    """Groups of before there were editions keep the programme as it is at this start."""
    async with store.begin() as work:
        for group in await work.groups.find(edition=""):
            if group.life is not Life.ENDED and group.programme in house.library.programmes():
                await work.groups.save(replace(group, edition=await keep(work, house, group.programme)))
