"""The keys of one transaction: made, used and destroyed, and all of it undone with it."""

import asyncio
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import tables
from bot.store.asked import Asked
from bot.store.vault import INSTANCE, KeyGone, Vault

AT_ONCE = 500
"""How many ids one statement names; databases bound them."""


@dataclass(frozen=True)
class Point:
    """How many keys had been made and destroyed at some point of a transaction."""

    made: int
    destroyed: int


class WorkKeys:
    """Keys as one transaction sees them."""

    def __init__(self, connection: AsyncConnection, vault: Vault, new_id: Callable[[], str], asked: Asked) -> None:
        self._connection = connection
        self._vault = vault
        self._new_id = new_id
        self._made: dict[str, AESGCM] = {}
        self._outside: set[str] = set()
        self._destroyed: list[str] = []
        self._asked = asked  # what the transaction's repositories have read; a destroyed key makes it stale

    async def make(self, *, outside: bool = False) -> str:
        """A new key's id. An outside one is on the disk before anything sealed with it is committed."""
        key_id = self._new_id()
        key, wrapped = self._vault.new_key(key_id)
        self._made[key_id] = key
        if outside:
            self._outside.add(key_id)
            self._vault.ring.keep(key_id, wrapped)
        else:
            await self._connection.execute(sa.insert(tables.keys), {"id": key_id, "wrapped": wrapped})
        return key_id

    async def destroy(self, key_id: str) -> None:
        """From here on what it sealed is as if it were not; for good once the transaction is committed."""
        # The id becomes a line of the erasure list: it must be able to be one.
        if key_id == INSTANCE or not re.fullmatch("[A-Za-z0-9]+", key_id):
            raise ValueError(f"{key_id!r} is no key that can be destroyed")
        self._destroyed.append(key_id)
        self._asked.clear()
        await self._connection.execute(sa.delete(tables.keys).where(tables.keys.c.id == key_id))

    async def one(self, key_id: str) -> AESGCM:
        """This key; KeyGone where there is none."""
        found = await self.at_hand((key_id,))
        if key_id not in found:
            raise KeyGone(key_id)
        return found[key_id]

    async def at_hand(self, key_ids: Iterable[str]) -> dict[str, AESGCM]:
        """Those of the keys that are still there."""
        found: dict[str, AESGCM] = {}
        missing: list[str] = []
        for key_id in set(key_ids).difference(self._destroyed):
            key = self._made.get(key_id) or self._vault.cached(key_id)
            if key is None:
                missing.append(key_id)
            else:
                found[key_id] = key
        for start in range(0, len(missing), AT_ONCE):
            some = missing[start : start + AT_ONCE]
            rows = await self._connection.execute(sa.select(tables.keys).where(tables.keys.c.id.in_(some)))
            wrapped: dict[str, bytes | None] = {row.id: row.wrapped for row in rows}
            for key_id in some:
                kept = wrapped.get(key_id) or self._vault.ring.read(key_id)
                key = self._vault.unwrap(key_id, kept) if kept else None
                if key is not None:
                    found[key_id] = key
        return found

    def point(self) -> Point:
        """Where the transaction stands, to go back to."""
        return Point(len(self._made), len(self._destroyed))

    def back_to(self, point: Point) -> None:
        """What was made since then never was; what was destroyed since then is there."""
        made = list(self._made)[point.made :]
        for key_id in made:
            del self._made[key_id]
        self._vault.ring.remove(self._outside.intersection(made))
        self._outside.difference_update(made)
        del self._destroyed[point.destroyed :]

    def undo(self) -> None:
        """Nothing was made, nothing destroyed: the transaction was rolled back."""
        self.back_to(Point(0, 0))

    async def before_commit(self) -> None:
        """Make sure of keys outside, and list what is destroyed.

        Once listed it is lost even if the commit fails and the next start finds the list: that is the side to err on.
        """
        if self._outside:
            await asyncio.to_thread(self._vault.ring.sync, self._outside)
        if self._destroyed:
            await asyncio.to_thread(self._vault.erased.append, self._destroyed)

    async def after_commit(self) -> bool:
        """Keep at hand what was made, let go of what was destroyed; whether anything was destroyed."""
        for key_id, key in self._made.items():
            self._vault.remember(key_id, key)
        if not self._destroyed:
            return False
        # Only now: had the commit failed, rows and key would both still be there.
        self._vault.forget(self._destroyed)
        await asyncio.to_thread(self._vault.ring.remove, self._destroyed)
        return True
