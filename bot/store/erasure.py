"""Holding the database, and any backup put in its place, to what was erased."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import marks, tables
from bot.store.keys import AT_ONCE
from bot.store.transactions import Transactions
from bot.store.vault import Vault

log = logging.getLogger(__name__)

_DONE = "store:erased"
_REWRITTEN = "store:rewritten"

YOUNG = timedelta(hours=1)
"""No transaction takes as long as this."""


async def obey(connection: AsyncConnection, vault: Vault, *, alone: bool) -> bool:
    """Erase again what the list says was erased; whether any of it was still there.

    The database keeps how far into the list it has come, so that an everyday start reads no table, and a restored
    backup, which had not come as far, erases the rest.
    """
    listed = vault.erased.text()
    done = await marks.read(connection, _DONE) or _says("")
    if _length(done) > len(listed):
        log.warning("the list of erasures is shorter than it was: an older backup would bring back what was erased")
    fresh = listed[_length(done) if _says(listed[: _length(done)]) == done else 0 :].split()
    found = 0
    for start in range(0, len(fresh), AT_ONCE):
        for erasing in _erasing(fresh[start : start + AT_ONCE]):
            found += (await connection.execute(erasing)).rowcount
    if _says(listed) != done:
        await marks.write(connection, _DONE, _says(listed))
    vault.ring.remove(vault.ring.ids().intersection(listed.split()))
    await sweep_ring(connection, vault, alone=alone)
    return found > 0


def _erasing(some: list[str]) -> Iterator[sa.Update | sa.Delete]:
    yield sa.delete(tables.keys).where(tables.keys.c.id.in_(some))
    for table in tables.SEALED:
        yield sa.delete(table).where(table.c.key_id.in_(some))
    # A member is gone with the key of their notes, and a forgotten person's own id is listed like a key's.
    yield sa.delete(tables.members).where(tables.members.c.key_id.in_(some))
    yield sa.delete(tables.persons).where(tables.persons.c.id.in_(some))
    # So is a group with its own, and with the group whatever hangs on it.
    yield sa.delete(tables.groups).where(tables.groups.c.key_id.in_(some))
    # An unfinished form goes by its person's id, and is sealed with a key that is never destroyed.
    yield sa.delete(tables.drafts).where(tables.drafts.c.id.in_(some))
    # A poll is open only as long as its key is there to seal ballots with.
    polls = tables.polls
    yield sa.update(polls).where(polls.c.key_id.in_(some), ~polls.c.closed).values(closed=True)


async def sweep_ring(connection: AsyncConnection, vault: Vault, *, alone: bool) -> None:
    """Remove the keys outside that nothing refers to: a crash between writing one and the commit leaves it behind.

    Where others may write beside us, a key may have been made just now for a row that is not committed yet.
    """
    kept = vault.ring.ids(older=timedelta(0) if alone else YOUNG)
    if kept:
        for table in (tables.polls, tables.ballots, tables.batches):
            kept.difference_update(await connection.scalars(sa.select(table.c.key_id).distinct()))
        vault.ring.remove(kept)


async def rewrite_after_erasures(transactions: Transactions) -> None:
    """Write the database anew where something was erased since it last was."""
    erased = _says(transactions.vault.erased.text())
    async with transactions.reading() as connection:
        if (await marks.read(connection, _REWRITTEN) or _says("")) == erased:
            return
    async with transactions.alone():
        rewritten = await transactions.backend.rewrite()
    if rewritten:
        async with transactions.begin() as work:
            await marks.write(work.connection, _REWRITTEN, erased)


def _says(part: str) -> str:
    return f"{len(part)} {sha256(part.encode()).hexdigest()}"


def _length(mark: str) -> int:
    return int(mark.partition(" ")[0])
