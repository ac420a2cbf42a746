"""A lease as a row with a fencing token: the token rises with every holder, and an old one commits nothing."""

import time

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.store.lease import LeaseLost
from bot.store.tables import leases

_NAME = "run"
_NOW = sa.func.clock_timestamp()  # the database's clock, since two machines' need not agree
_ROW = leases.c.name == _NAME
_OURS = sa.and_(_ROW, leases.c.token == sa.bindparam("ours"))
_UNTIL = _NOW + sa.func.make_interval(0, 0, 0, 0, 0, 0, sa.bindparam("seconds"))

# Whoever works holds the row by its key until the end of each transaction. Renewing does not touch the key and waits
# for nobody; taking over does, and what the holder before was in the middle of is ended for it: a process that is
# stopped there would keep the row for as long as it is.
_OVER = sa.select(leases.c.holder).where(_ROW, leases.c.until < _NOW)
_END = sa.text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND application_name = :holder AND pid <> pg_backend_pid()"
)
_FENCE = sa.select(leases.c.token).where(_OURS).with_for_update(read=True, key_share=True)
_FREE = sa.select(leases.c.token).where(_ROW, leases.c.until < _NOW).with_for_update()
_TAKE = (
    sa.update(leases)
    .where(_ROW)
    .values(token=leases.c.token + 1, holder=sa.bindparam("me"), until=_UNTIL)
    .returning(leases.c.token)
)
_RENEW = sa.update(leases).where(_OURS).values(until=_UNTIL)
_LET_GO = sa.update(leases).where(_OURS).values(until=_NOW)


class RowLease:
    """A lease for so many seconds, on the machine's monotonic clock here and on the database's there."""

    def __init__(self, engine: AsyncEngine, seconds: float, name: str) -> None:
        """`name` is the one by which the server knows all connections of this engine, and no others."""
        self._engine = engine
        self._name = name
        self.seconds = seconds
        self._token: int | None = None
        self._until = 0.0

    async def take(self) -> bool:
        """Try once; False while another holds it."""
        asked = time.monotonic()
        async with self._engine.begin() as connection:
            before = await connection.scalar(_OVER)
            if before is None:
                return False
            if before:  # there was none before the first, and other programs' connections may have no name
                await connection.execute(_END, {"holder": before})
            if await connection.scalar(_FREE) is None:
                return False  # a third one was faster
            self._token = await connection.scalar(_TAKE, {"me": self._name, "seconds": self.seconds})
        self._until = asked + self.seconds
        return True

    async def renew(self) -> None:
        """Hold it for another while; LeaseLost where somebody has taken it meanwhile."""
        asked = time.monotonic()
        async with self._engine.begin() as connection:
            if not (await connection.execute(_RENEW, {"ours": self._token, "seconds": self.seconds})).rowcount:
                raise LeaseLost
        self._until = asked + self.seconds

    async def let_go(self) -> None:
        """Whoever stands by may have it at once."""
        if self._token is not None:
            async with self._engine.begin() as connection:
                await connection.execute(_LET_GO, {"ours": self._token})
            self._token = None

    def holds(self) -> bool:
        """Whether nobody else can have taken it by now."""
        return self._token is None or time.monotonic() < self._until

    async def fence(self, connection: AsyncConnection) -> None:
        """Hold the row by its key until the transaction's end."""
        if self._token is not None and await connection.scalar(_FENCE, {"ours": self._token}) is None:
            raise LeaseLost
