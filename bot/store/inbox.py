"""What a platform was told has arrived and no turn has handled yet: sealed, for nobody knows whose group it is."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.store import tables
from bot.store.transactions import Transactions
from bot.store.vault import INSTANCE, seal, unseal
from bot.store.work import TAKE_OUT

inbox, seen = tables.inbox, tables.seen


class SqlInbox:
    """Incomings by platform and the platform's own key; the turn that handles one takes it out."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    async def keep(self, platform: str, came: Sequence[tuple[str, bytes]]) -> list[str]:
        """Keep what is neither here nor handled, committed on return; the keys of just those."""
        if not came:
            return []
        keys = [key for key, _ in came]
        async with self._transactions.begin() as work:
            known: set[str] = set()
            for table in (inbox, seen):
                there = sa.select(table.c.key).where(table.c.platform == platform, table.c.key.in_(keys))
                known.update(await work.connection.scalars(there))
            new = {key: body for key, body in came if key not in known}
            if new:
                rows = [self._sealed(platform, key, body) for key, body in new.items()]
                await work.connection.execute(sa.insert(inbox), rows)
        return list(new)

    async def kept(self, platform: str) -> list[tuple[str, bytes]]:
        """What is still to be handled, in the order in which it came; what cannot be opened is left out."""
        waiting = sa.select(inbox.c.key, inbox.c.body).where(inbox.c.platform == platform).order_by(inbox.c.number)
        async with self._transactions.reading() as connection:
            found = (await connection.execute(waiting)).all()
        key = self._transactions.vault.instance
        opened = ((row.key, unseal(key, row.body, **_place(platform, row.key))) for row in found)
        return [(key, body) for key, body in opened if body is not None]

    async def drop(self, platform: str, key: str) -> None:
        """Let go of one that no turn will handle."""
        async with self._transactions.begin() as work:
            await work.connection.execute(TAKE_OUT, {"this_platform": platform, "this_key": key})

    def _sealed(self, platform: str, key: str, body: bytes) -> dict[str, object]:
        sealed = seal(self._transactions.vault.instance, body, **_place(platform, key))
        return {"platform": platform, "key": key, "key_id": INSTANCE, "body": sealed}


def _place(platform: str, key: str) -> dict[str, str]:
    return {"table": inbox.name, "row_id": f"{platform}:{key}", "column": "body"}
