"""A platform's own pages, kept by us and sealed with the instance's key."""

import sqlalchemy as sa

from bot.store import tables
from bot.store.transactions import Transactions
from bot.store.vault import INSTANCE, seal, unseal

shelf = tables.shelf


class SqlShelf:
    """Pages by address."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def put(self, address: str, body: bytes) -> int:
        """Keep a page at an address; its number, which rises."""
        async with self._transactions.begin() as work:
            # The number is part of what the body is sealed to, and the database gives it.
            empty = {"address": address, "key_id": INSTANCE, "body": b""}
            number: int = await work.connection.scalar(sa.insert(shelf).returning(shelf.c.number), empty)
            await work.connection.execute(self._update(number, body))
        return number

    async def replace(self, number: int, body: bytes) -> None:
        """Put another page in this one's place; nothing where it was erased meanwhile."""
        async with self._transactions.begin() as work:
            await work.connection.execute(self._update(number, body))

    async def pages(self, address: str) -> list[tuple[int, bytes]]:
        """All pages at an address, oldest first."""
        at = sa.select(shelf.c.number, shelf.c.body).where(shelf.c.address == address).order_by(shelf.c.number)
        async with self._transactions.reading() as connection:
            found = (await connection.execute(at)).all()
        key = self._transactions.vault.instance
        opened = ((n, unseal(key, body, table=shelf.name, row_id=n, column="body")) for n, body in found)
        return [(number, body) for number, body in opened if body is not None]

    async def clear(self, address: str) -> None:
        """Erase everything at an address."""
        async with self._transactions.begin() as work:
            await work.connection.execute(sa.delete(shelf).where(shelf.c.address == address))

    def _update(self, number: int, body: bytes) -> sa.Update:
        key = self._transactions.vault.instance
        sealed = seal(key, body, table=shelf.name, row_id=number, column="body")
        return sa.update(shelf).where(shelf.c.number == number).values(body=sealed)
