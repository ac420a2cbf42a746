"""Whether a running Piiri is alive and whether it is ready, by part, for whoever looks after it."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import timedelta

from bot.app import Piiri
from bot.problems import where_raised
from scheduler.clock import machine_now

log = logging.getLogger("piiri.health")

GRACE = 5.0
"""Seconds that the database may fail before that is said: a single question that goes wrong tells nothing."""

PATIENCE = 1.0
"""Seconds that whoever asks waits for the database."""

STUCK = 300.0
"""Seconds at one and the same step after which only another start will help; the longest wait within one is 30 s."""

ASKED = "store:asked"
"""The mark that is written to find out whether the database takes anything: reading alone would not tell of a full
disk."""


class Health:
    """Asked as often as one likes: the database is, where nothing was committed for a while, and once at a time."""

    def __init__(self, piiri: Piiri, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._piiri = piiri
        self._monotonic = monotonic
        self._asking: asyncio.Task[None] | None = None
        self._asked = 0.0

    def stuck(self) -> dict[str, str]:
        """What only another start will mend; empty while the process goes on."""
        found = dict.fromkeys(self._piiri.over(), "ended")
        if self._piiri.dispatcher.health().at_it > STUCK:
            found["dispatcher"] = "stuck"
        return found

    async def amiss(self) -> dict[str, str]:
        """What keeps people from being heard or written to at this moment; empty where all is well."""
        failing = await self._failing()
        found = self.stuck() | self._piiri.amiss()
        since = self._piiri.dispatcher.health().failing_since
        if since and machine_now() - since > timedelta(seconds=GRACE):
            found["dispatcher"] = f"failing since {since:%Y-%m-%dT%H:%M:%SZ}"
        if failing > GRACE:
            found["database"] = f"takes nothing for {failing:.0f} s"
        if not self._piiri.store.lease.holds():
            found["lease"] = "another process may work on the database"
        return found

    async def _failing(self) -> float:
        """For how many seconds the database has taken nothing though it was asked to; 0 where it takes all."""
        pulse = self._piiri.store.pulse
        if pulse.failing_since is None and self._monotonic() - pulse.committed < GRACE:
            return 0.0
        if self._asking is None or self._asking.done():
            self._asked = self._monotonic()
            self._asking = asyncio.create_task(self._ask())
        await asyncio.wait({self._asking}, timeout=PATIENCE)
        if pulse.committed >= self._asked:
            return 0.0
        return self._monotonic() - min(pulse.failing_since or self._asked, self._asked)

    async def _ask(self) -> None:
        try:
            await self._piiri.store.set_mark(ASKED, machine_now().isoformat())
        except Exception as error:
            log.warning("the database was asked and takes nothing: %s", where_raised(error))
