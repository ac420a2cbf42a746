"""What is done once a night."""

import logging

from bot.core.ports import Clock, Outbox

logger = logging.getLogger("piiri.scheduler")


async def nightly(outbox: Outbox, clock: Clock) -> None:
    """Forget what need not be remembered. Doing it twice, or a night late, does no harm."""
    await outbox.tidy(now=clock.now())
    logger.info("nightly work done")
