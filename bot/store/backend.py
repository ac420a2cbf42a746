"""What differs from one database to the next, and nothing else."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine


@dataclass(frozen=True)
class Backend:
    """One database. `alone` says that it lets one transaction write at a time, so that ours had better queue."""

    writing: AsyncEngine
    reading: AsyncEngine
    alone: bool
    scrub: Callable[[], Awaitable[None]]
    explain: Callable[[Exception], str]
