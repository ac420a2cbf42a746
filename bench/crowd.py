"""A thousand groups alike in no time: one is founded by the core, the others are copies of its rows under new ids."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Somebody:
    """A member of a group: who they are on the platform, where their group lives, and the id of its first meeting."""

    handle: str
    channel: str
    meeting: str


async def move(piiri: Piiri, platform: str, *, channel: str, handle: str, rest: int = 0) -> list[Somebody]:
    """All groups but the last `rest` are on this platform, somebody of each is told of.

    `channel` and `handle` say in SQL what a group's and a person's id is there; `rowid` is a number of its own.
    """
    async with piiri.store.begin() as work:
        connection: Any = work.connection  # type: ignore[attr-defined]
        run = connection.exec_driver_sql
        those = "platform = 'memory' AND rowid <= (SELECT max(rowid) FROM groups) - ?"
        await run(f"UPDATE groups SET platform = '{platform}', channel = {channel} WHERE {those}", (rest,))
        theirs = (
            "SELECT m.person_id FROM members m JOIN groups g ON g.id = m.group_id WHERE g.platform = ? UNION "
            "SELECT c.person_id FROM conveners c JOIN groups g ON g.id = c.group_id WHERE g.platform = ?"
        )
        await run(
            f"UPDATE persons SET platform = '{platform}', handle = {handle} "
            f"WHERE platform = 'memory' AND id IN ({theirs})",
            (platform, platform),
        )
        found = await run(
            "SELECT p.handle, g.channel, min(t.id) FROM members m JOIN persons p ON p.id = m.person_id "
            "JOIN groups g ON g.id = m.group_id JOIN meetings t ON t.group_id = g.id "
            "WHERE m.name = 'Member 0' AND g.platform = ? GROUP BY g.id ORDER BY g.rowid",
            (platform,),
        )
        return [Somebody(*row) for row in found]


async def leave_out(piiri: Piiri, *kinds: str) -> None:
    """Notices of these kinds count as sent."""
    async with piiri.store.begin() as work:
        connection: Any = work.connection  # type: ignore[attr-defined]
        marks = ", ".join("?" for _ in kinds)
        await connection.exec_driver_sql(f"UPDATE notices SET state = 'sent' WHERE kind IN ({marks})", kinds)


def _copied(row: Mapping[str, Any], new: Mapping[str, str], number: int) -> tuple[Any, ...]:
    return tuple(_renewed(name, value, new, number) for name, value in row.items())


def _renewed(name: str, value: Any, new: Mapping[str, str], number: int) -> Any:
    if name in {"channel", "handle"}:
        return f"{value}:{number}"
    if name == "key":  # made of ids, and found again by them when a plan is made anew
        return ":".join(new.get(part, part) for part in value.split(":"))
    return new.get(value, value)
