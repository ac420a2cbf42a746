"""A thousand groups alike in no time: one is founded by the core, the others are copies of its rows under new ids."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bench.place import a_group
from bot.app import Piiri
from bot.core.incoming import Sender
from bot.core.model import Group, Member
from bot.core.people import person_for
from bot.core.replan import replan

TABLES = ("groups", "persons", "conveners", "members", "meetings", "notices")


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


async def copy(piiri: Piiri, copies: int) -> None:
    """So many more groups as the only one there is. Their keys are not copied: nothing sealed may be in it."""
    async with piiri.store.begin() as work:
        connection: Any = work.connection  # type: ignore[attr-defined]
        rows = {table: list(await connection.exec_driver_sql(f"SELECT * FROM {table}")) for table in TABLES}
        for number in range(1, copies + 1):
            new = {row.id: piiri.house.chance.new_id() for table in TABLES for row in rows[table]}
            for table in TABLES:
                copied = [_copied(row._mapping, new, number) for row in rows[table]]
                marks = ", ".join("?" for _ in copied[0])
                await connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", copied)


def _copied(row: Mapping[str, Any], new: Mapping[str, str], number: int) -> tuple[Any, ...]:
    unique = {"channel", "handle", "key"}
    return tuple(f"{value}:{number}" if name in unique else new.get(value, value) for name, value in row.items())
