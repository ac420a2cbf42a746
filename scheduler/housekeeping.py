"""What is done once a night."""

import logging
from datetime import datetime, time, timedelta

from bot.core.ports import Clock, Outbox

logger = logging.getLogger("piiri.scheduler")

TIDIED = "store:tidied"
"""The mark that tells when the night's work was last done: an instant of the machine's in ISO format, UTC."""


NIGHT = time(3, 40)
"""When, by the machine's own day; in a rehearsal by UTC."""


async def nightly(outbox: Outbox, clock: Clock) -> None:
    """Forget what need not be remembered. Doing it twice, or a night late, does no harm."""
    await outbox.tidy(now=clock.now())
    logger.info("nightly work done")


def next_night(now: datetime) -> datetime:
    """The first time for the night's work after this instant, in a rehearsal; both aware UTC."""
    tonight = datetime.combine(now.date(), NIGHT, now.tzinfo)
    return tonight if tonight > now else tonight + timedelta(days=1)
