"""Thousands of groups alike in no time: one is founded by the core, the others are copies of its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bench.place import a_group
from bot.app import Piiri
from bot.core.incoming import Sender
from bot.core.model import Group, Member, State
from bot.core.people import person_for
from bot.core.replan import replan
from bot.store import tables
from prove.many import COPIED, renewed

AT_ONCE = 250
"""Groups whose rows are written together."""

UNTRIED = {"state": State.WAITING, "attempts": 0, "not_before": None, "parts": 0, "posts": (), "why": ""}
"""The pattern's own may be on its way, or there, by the time that it is copied."""

FIRST = "Member 0"
"""Somebody of each group. Their platform is to call them so too: who has a new name there is written down anew."""

Naming = Callable[[int], str]


async def a_full_group(piiri: Piiri, members: int) -> Group:
    """One group of six meetings with so many members, planned."""
    group = await a_group(piiri, 0)
    async with piiri.store.begin() as work:
        for number in range(members):
            name = f"Member {number}"
            person = await person_for(work, piiri.house, Sender("memory", name, name))
            key = await work.keys.make()
            joined = piiri.house.clock.now() + timedelta(minutes=number)  # in this order they lead
            await work.members.add(Member(piiri.house.chance.new_id(), group.id, person.id, key, name, joined))
        await replan(work, piiri.house, group)
    return group


@dataclass(frozen=True)
class Somebody:
    """A member of a group: who they are on the platform, where their group lives, and the id of its first meeting."""

    handle: str
    channel: str
    meeting: str


async def crowd(
    piiri: Piiri,
    groups: int,
    *,
    platform: str,
    channel: Naming,
    handle: Naming,
    kinds: Sequence[str] = (),
    first: int = 0,
) -> list[Somebody]:
    """So many groups on a platform, numbered from `first`, all like the one that is there; somebody of each is told of.

    `channel` and `handle` name the group and the person of a number. With `kinds` no notices of others are copied. What
    the pattern itself has to say counts as said. Keys are not copied: nothing sealed may be in it.
    """
    found: list[Somebody] = []
    async with piiri.store.begin() as work:
        connection: Any = work.connection  # type: ignore[attr-defined]
        rows = {
            table.name: [dict(row._mapping) for row in await connection.execute(sa.select(table))] for table in COPIED
        }
        pattern = next(row["id"] for row in rows["groups"] if row["platform"] == "memory")
        own = _of_the_pattern(rows, pattern, set(kinds))
        await connection.execute(
            sa.update(tables.notices).where(tables.notices.c.group_id == pattern).values(state=State.SENT)
        )
        for start in range(first, first + groups, AT_ONCE):
            batch: dict[str, list[dict[str, Any]]] = {table.name: [] for table in COPIED}
            for number in range(start, min(start + AT_ONCE, first + groups)):
                copied = _copied(own, piiri.house.chance.new_id, number, platform, channel, handle)
                found.append(_somebody(copied))
                for name, new in copied.items():
                    batch[name] += new
            for table in COPIED:
                await connection.execute(sa.insert(table), batch[table.name])
    return found


def _of_the_pattern(rows: Mapping[str, list[dict[str, Any]]], group: str, kinds: set[str]) -> dict[str, Any]:
    own = {name: [row for row in all_ if row.get("group_id") == group] for name, all_ in rows.items()}
    persons = {row["person_id"] for name in ("members", "conveners") for row in own[name]}
    own["groups"] = [row for row in rows["groups"] if row["id"] == group]
    own["persons"] = [row for row in rows["persons"] if row["id"] in persons]
    own["notices"] = [row | UNTRIED for row in own["notices"] if not kinds or row["kind"] in kinds]
    own["meetings"].sort(key=lambda row: row["starts"])
    return own


def _copied(  # noqa: PLR0917 - one call
    own: Mapping[str, list[dict[str, Any]]],
    new_id: Callable[[], str],
    number: int,
    platform: str,
    channel: Naming,
    handle: Naming,
) -> dict[str, list[dict[str, Any]]]:
    new = {row["id"]: new_id() for rows in own.values() for row in rows}
    copied = {name: [renewed(row, new) for row in rows] for name, rows in own.items()}
    for group in copied["groups"]:
        group |= {"platform": platform, "channel": channel(number)}
    people = len(copied["persons"])
    for place, person in enumerate(copied["persons"]):
        person |= {"platform": platform, "handle": handle(number * people + place)}
    return copied


def _somebody(copied: Mapping[str, list[dict[str, Any]]]) -> Somebody:
    member = next(row["person_id"] for row in copied["members"] if row["name"] == FIRST)
    person = next(row for row in copied["persons"] if row["id"] == member)
    return Somebody(person["handle"], copied["groups"][0]["channel"], copied["meetings"][0]["id"])
