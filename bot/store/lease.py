"""Who of several processes on one database works on it: whoever holds the lease. The others stand by."""

from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.problem import StoreProblem


class LeaseLost(StoreProblem):
    """Raised in every transaction of a process that was thought dead and whose place another has taken."""

    def __init__(self) -> None:
        super().__init__("Another Piiri has taken over this database while this one was held up; this one stops.")


class Lease(Protocol):
    """The right to work on a database, held by at most one process at a time."""

    @property
    def seconds(self) -> float:
        """For how long it is held without being renewed; 0 where it ends with the process and needs no renewing."""

    async def take(self) -> bool:
        """Try once; False while another holds it."""

    async def renew(self) -> None:
        """Hold it for another while; LeaseLost where somebody has taken it meanwhile."""

    async def let_go(self) -> None:
        """Whoever stands by may have it at once."""

    def holds(self) -> bool:
        """Whether nobody else can have taken it by now; from memory, and true of a lease that was never taken."""

    async def fence(self, connection: AsyncConnection) -> None:
        """Make sure, in a transaction, that we hold it until the transaction's end; LeaseLost where we do not."""
