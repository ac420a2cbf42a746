"""Waking by APScheduler: three jobs, however many groups there are. It remembers nothing; the outbox does."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # type: ignore[import-untyped]
from apscheduler.triggers.cron import CronTrigger  # type: ignore[import-untyped]
from apscheduler.triggers.date import DateTrigger  # type: ignore[import-untyped]

from scheduler.housekeeping import NIGHT

logger = logging.getLogger("piiri.scheduler")

SWEEP_SECONDS = 20.0


class SchedulerWaking:
    """Rings at the next due time, every 20 seconds for safety, and calls for the nightly work.

    With `held` group time is not the machine's, so due times ring nobody; the sweep goes on, because another process
    may put something in the outbox of a rehearsal too.
    """

    def __init__(
        self,
        ring: Callable[[], None],
        nightly: Callable[[], Awaitable[None]],
        *,
        held: bool = False,
        sweep_seconds: float = SWEEP_SECONDS,
    ) -> None:
        self._ring = ring
        self._nightly = nightly
        self._held = held
        self._sweep_seconds = sweep_seconds
        self._when: datetime | None = None
        self._last_sweep = 0.0  # on the loop's clock, which nobody sets
        self._watch: asyncio.TimerHandle | None = None
        # By default APScheduler drops what is over a second late; a late waking is still wanted, and one is enough.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Begin to ring; needs the running event loop."""
        self._sweep_again()
        # On the machine's own night. A night that a clock change skips or doubles does the housekeeping no harm.
        self._scheduler.add_job(
            self._night, CronTrigger(hour=NIGHT.hour, minute=NIGHT.minute), id="nightly", name="nightly"
        )
        self._scheduler.start()
        self._look_after()

    def stop(self) -> None:
        """Ring no more."""
        if self._watch is not None:
            self._watch.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def wake_at(self, when: datetime | None) -> None:
        """Ring at this instant, in the place of the one asked for before; None when nothing is to come."""
        if self._held or when == self._when:
            return
        if when is not None:
            self._scheduler.add_job(self._due, DateTrigger(when), id="due", name="due", replace_existing=True)
        elif self._scheduler.get_job("due") is not None:
            self._scheduler.remove_job("due")
        self._when = when

    def _sweep_again(self) -> None:
        """Ask for the next sweep. An interval would count out, one by one, all that a clock put forward has skipped."""
        self._last_sweep = asyncio.get_running_loop().time()
        when = datetime.now(UTC) + timedelta(seconds=self._sweep_seconds)
        self._scheduler.add_job(self._swept, DateTrigger(when), id="sweep", name="sweep", replace_existing=True)

    def _look_after(self) -> None:
        """See to it that sweeps go on: where the machine's clock was put back, the next one lies that far away.

        Until then nothing would notice a clock that is put forward again.
        """
        loop = asyncio.get_running_loop()
        if loop.time() - self._last_sweep > 2 * self._sweep_seconds:
            self._sweep_again()
            self._ring()
        self._watch = loop.call_later(self._sweep_seconds, self._look_after)

    # Coroutines, because APScheduler runs plain functions in a thread and ringing belongs on the loop.

    async def _due(self) -> None:
        self._when = None
        self._ring()

    async def _swept(self) -> None:
        self._sweep_again()
        self._ring()

    async def _night(self) -> None:
        try:
            await self._nightly()
        except Exception as error:  # APScheduler would log the whole of it, and a database's error may quote a row
            logger.error("nightly work failed: %s", type(error).__name__)
