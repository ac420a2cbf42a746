"""Asking a platform that tells nobody who leaves who is still there: slowly, one after another."""

import asyncio
import logging

from bot.core.looking import departure, sought
from bot.core.platform import CanLook, Hear
from bot.core.ports import Clock, Store
from bot.problems import where_raised

log = logging.getLogger("piiri.looking")

PAUSE = 0.5
"""Seconds of the machine's after each question: nobody waits for these, and sending needs what the platform bears."""


async def look_around(store: Store, clock: Clock, platform: str, adapter: CanLook, hear: Hear) -> None:
    """Have whoever is surely no longer in a channel leave its groups, as if the platform had told. Never raises.

    What the core would answer them is not sent: they have gone, and it is night.
    """
    asked = left = unknown = 0
    try:
        async for each in sought(store, platform):
            there = await adapter.still_there(each.channel, each.person.handle)
            asked, left, unknown = asked + 1, left + (there is False), unknown + (there is None)
            if there is False:
                await hear(departure(each, clock.now()))
            await asyncio.sleep(PAUSE)
    except Exception as error:  # a database's error may quote a row
        log.error("looking for those who have left failed: %s", where_raised(error))
    about = "%d questions who is still there: %d have left, and %d were not answered"
    log.info(about, asked, left, unknown, extra={"platform": platform})
