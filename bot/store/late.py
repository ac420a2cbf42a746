"""Saves of one transaction that are written together: a statement for each row costs more than all else about it."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection


class Late:
    """What was saved and is still to be written: together, and before any other statement of the transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._rows: dict[sa.Update, dict[str, dict[str, Any]]] = {}
        # Whoever says the next statement, and a savepoint that may take back what comes after it, finds all written.
        event.listen(connection.sync_connection, "before_execute", self._before_statement)
        event.listen(connection.sync_connection, "savepoint", self._before_savepoint)

    def keep(self, update: sa.Update, row_id: str, values: dict[str, Any]) -> None:
        """Write this of a row later; of one column only what was saved last."""
        self._rows.setdefault(update, {}).setdefault(row_id, {"this_id": row_id}).update(values)

    async def write(self) -> None:
        """Write everything now, where an error still undoes what it is to undo."""
        if self._rows:
            await self._connection.run_sync(self._write)

    def forget(self) -> None:
        """It was undone before it was written."""
        self._rows = {}

    def _write(self, connection: sa.Connection) -> None:
        rows, self._rows = self._rows, {}
        for update, saved in rows.items():
            alike: dict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
            for values in saved.values():
                alike[frozenset(values)].append(values)
            for together in alike.values():
                connection.execute(update, together)

    def _before_statement(self, connection: sa.Connection, *_: Any) -> None:
        self._write(connection)

    def _before_savepoint(self, connection: sa.Connection, _: str) -> None:
        self._write(connection)
