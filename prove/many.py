"""Hundreds of groups alike in no time: one is founded by the core, the others are copies of its rows with own keys."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.incoming import Sender
from bot.core.model import Floor, Member, State
from bot.core.people import person_for
from bot.core.ports import House, Rhythm, Store
from bot.core.replan import replan
from bot.core.uses.founding.setup import Spec, found
from bot.store import tables
from bot.store.store import open_store
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock

COPIED = (tables.groups, tables.persons, tables.conveners, tables.members, tables.meetings, tables.notices)
HELSINKI = ZoneInfo("Europe/Helsinki")
CHATS, SERVERS, CHANNELS, PEOPLE = 1_000_000, 7_000_000, 8_000_000, 9_000_000
"""Telegram's chats and Discord's places, by the number of their group; people by their own."""


@dataclass(frozen=True)
class Place:
    """Where a group is to live; `handle` names its people there, the convener as number 0."""

    platform: str
    channel: str
    handle: Callable[[int], str]


@dataclass(frozen=True)
class One:
    """A group as it was made: its people by their handles, the convener first, and its meetings by their time."""

    id: str
    platform: str
    channel: str
    people: tuple[str, ...]
    meetings: tuple[str, ...]


async def many(
    store: Store,
    house: House,
    places: list[Place],
    *,
    members: int,
    first: datetime,
    rhythm: Rhythm,
    meetings: int,
    floor: Floor = Floor.FIVE,
) -> list[One]:
    """A group at each of these places, alike but for their ids; the first meeting at this wall time in Helsinki.

    All in one transaction: whoever sends what is due sees none of them or all.
    """
    programme, pattern = house.library.programme("vahvistin"), places[0]
    async with store.begin() as work:
        convener = await person_for(work, house, Sender(pattern.platform, pattern.handle(0), "Kaarina"))
        spec = Spec(
            "Torstain piiri", pattern.platform, pattern.channel, programme.slug, "fi", HELSINKI, first, rhythm,
            150, meetings, "Kulttuuritalo", "", programme.themes()[:meetings], floor,
        )  # fmt: skip
        group = await found(work, house, spec, convener)
        for number in range(1, members + 1):
            person = await person_for(work, house, Sender(pattern.platform, pattern.handle(number), f"Aino {number}"))
            joined = house.clock.now() + timedelta(seconds=number)  # in this order they lead
            key = await work.keys.make()
            await work.members.add(Member(house.chance.new_id(), group.id, person.id, key, f"Aino {number}", joined))
        await replan(work, house, group)
        connection: Any = work.connection  # type: ignore[attr-defined]
        rows = await _rows(connection, group.id)
        made = [_one(rows, pattern.platform)]
        for place in places[1:]:
            copied = await _copied(rows, place, house.chance.new_id, work.keys.make)
            made.append(_one(copied, place.platform))
            for table in COPIED:
                await connection.execute(sa.insert(table), copied[table.name])
    return made


async def founded(
    url: str,
    key: Path,
    platforms: Sequence[str],
    *,
    members: int,
    first: datetime,
    seed: int,
    library: Library,
    said: Collection[str] = (),
) -> list[One]:
    """A store with a group on each of these platforms, six meetings each; of what is due only `said` counts as sent."""
    places = [_place(platform, number, members) for number, platform in enumerate(platforms)]
    chance = Chance(seed)
    store = await open_store(url, key, chance)
    try:
        house = House(library, TypedText(), HeldClock(FIRST_DAY), chance, {})
        made = await many(store, house, places, members=members, first=first, rhythm=Rhythm(3, "week"), meetings=6)
        async with store.begin() as work:
            connection: Any = work.connection  # type: ignore[attr-defined]
            of_these = tables.notices.c.kind.in_(said)
            await connection.execute(sa.update(tables.notices).where(of_these).values(state=State.SENT))
    finally:
        await store.close()
    return made


def _place(platform: str, number: int, members: int) -> Place:
    def handle(who: int) -> str:
        return str(PEOPLE + number * (members + 1) + who)

    if platform == "telegram":
        return Place(platform, str(-CHATS - number), handle)
    return Place(platform, f"{SERVERS + number}/{CHANNELS + number}", handle)


async def _rows(connection: Any, group: str) -> dict[str, Any]:
    """A group's rows by table, the people in the order in which they came."""
    found: dict[str, Any] = {}
    for table in COPIED:
        mine = table.c.id == group if table is tables.groups else None
        if table is tables.persons:
            theirs = [
                sa.select(each.c.person_id).where(each.c.group_id == group)
                for each in (tables.conveners, tables.members)
            ]
            mine = table.c.id.in_(sa.union(*theirs))
        elif mine is None:
            mine = table.c.group_id == group
        found[table.name] = [dict(row._mapping) for row in await connection.execute(sa.select(table).where(mine))]
    order = {row["person_id"]: row["joined"] for row in found["members"]}
    found["persons"].sort(key=lambda row: (row["id"] in order, order.get(row["id"])))
    return found


async def _copied(rows: Mapping[str, Any], place: Place, new_id: Callable[[], str], new_key: Any) -> dict[str, Any]:
    new = {row["id"]: new_id() for each in rows.values() for row in each}
    for row in (*rows["groups"], *rows["members"]):
        new[row["key_id"]] = await new_key()
    copied = {name: [renewed(row, new) for row in each] for name, each in rows.items()}
    for group in copied["groups"]:
        group |= {"platform": place.platform, "channel": place.channel}
    for number, person in enumerate(copied["persons"]):
        person |= {"platform": place.platform, "handle": place.handle(number)}
    return copied


def renewed(row: Mapping[str, Any], new: Mapping[str, str]) -> dict[str, Any]:
    """The row of another group: every id in it is the new one."""
    copied = {name: new.get(value, value) if isinstance(value, str) else value for name, value in row.items()}
    if "key" in copied:  # made of ids, and found again by them when a plan is made anew
        copied["key"] = ":".join(new.get(part, part) for part in copied["key"].split(":"))
    return copied


def _one(rows: Mapping[str, Any], platform: str) -> One:
    group = rows["groups"][0]
    handles = tuple(row["handle"] for row in rows["persons"])
    meetings = tuple(row["id"] for row in sorted(rows["meetings"], key=lambda row: row["starts"]))
    return One(group["id"], platform, group["channel"], handles, meetings)
