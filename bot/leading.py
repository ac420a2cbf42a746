"""One of several processes on a database works, the others stand by: taking the lease, and keeping it."""

import asyncio
import logging
from collections.abc import Callable

from bot.store.lease import Lease, LeaseLost

log = logging.getLogger("piiri.lease")

LOOK = 1.0
"""Seconds between two looks of one that stands by, at most."""


async def taken(lease: Lease, waiting: Callable[[], None]) -> None:
    """Return once the lease is ours; says once when somebody else has it."""
    told = False
    while not await _take(lease):
        if not told:
            waiting()
            told = True
        await asyncio.sleep(min(LOOK, lease.seconds / 5 or LOOK))
    if told:
        log.info("the other process is gone: this one works on the database from now on")


async def _take(lease: Lease) -> bool:
    try:
        return await lease.take()
    except Exception as error:  # a database that is away may come back; then we still stand by
        log.warning("looking for the lease failed: %s", type(error).__name__)
        return False


async def kept(lease: Lease) -> None:
    """Renew the lease for ever; LeaseLost once another has it. A database that is away is asked again.

    What it covers ends by itself meanwhile: see `Lease.holds`.
    """
    pause = lease.seconds / 3
    while True:
        await asyncio.sleep(pause)
        try:
            async with asyncio.timeout(pause):
                await lease.renew()
        except LeaseLost:
            raise
        except Exception as error:
            log.warning("renewing the lease failed: %s", type(error).__name__)
