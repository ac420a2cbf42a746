"""What is done once a night."""

import logging

from bot.core.ports import Clock, Outbox

logger = logging.getLogger("piiri.scheduler")

TIDIED = "store:tidied"
"""The mark that tells when the night's work was last done: an instant of the machine's in ISO format, UTC."""


async def nightly(outbox: Outbox, clock: Clock) -> None:
    """Forget what need not be remembered. Doing it twice, or a night late, does no harm."""
    await outbox.tidy(now=clock.now())
    logger.info("nightly work done")
