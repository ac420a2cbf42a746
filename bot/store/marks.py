"""Facts about the whole store, by name."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables


async def read(connection: AsyncConnection, name: str) -> str | None:
    """The fact of this name, if it is kept."""
    found: str | None = await connection.scalar(sa.select(tables.marks.c.value).where(tables.marks.c.name == name))
    return found


async def write(connection: AsyncConnection, name: str, value: str) -> None:
    """Keep it, in the place of an earlier one."""
    marks = tables.marks
    changed = await connection.execute(sa.update(marks).where(marks.c.name == name).values(value=value))
    if not changed.rowcount:
        await connection.execute(sa.insert(marks), {"name": name, "value": value})
