"""Asking Telegram for updates, and noticing when nobody does any more."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from telegram.error import Conflict, RetryAfter, TelegramError

from bot.adapters.telegram.updates import Raw
from bot.adapters.telegram.verdict import is_refused

log = logging.getLogger("piiri.telegram")

LOOK = 5.0
DEAD = 45.0
"""Seconds without an answer after which the poller counts as dead: longer than any question takes."""

LONGEST_PAUSE = 30.0
LONGEST_KEEPING = 5.0
"""Seconds between two questions while what comes cannot be kept: it is our own trouble, and people wait."""


class TokenRefused(Exception):
    """Telegram does not know the token; its one line says what to do."""

    for_operator = True

    def __init__(self) -> None:
        super().__init__("Telegram does not accept the token: copy it anew from @BotFather into PIIRI_TELEGRAM_TOKEN")


@dataclass
class Pulse:
    """When Telegram last answered, on the monotonic clock, and what is amiss since then."""

    last: float = field(default_factory=time.monotonic)
    amiss: str = ""

    def beat(self) -> None:
        """It has answered."""
        if self.amiss:
            log.warning("Telegram answers again")
        self.last, self.amiss = time.monotonic(), ""

    def falters(self, why: str) -> None:
        """It has not; said once for each reason."""
        if why != self.amiss:
            log.error("asking Telegram for updates failed: %s", why, extra={"platform": "telegram", "why": why})
        self.amiss = why

    @property
    def silent(self) -> float:
        """Seconds since it last answered."""
        return time.monotonic() - self.last

    @property
    def dead(self) -> bool:
        """Whether it has been silent for too long."""
        return self.silent > DEAD


Ask = Callable[[int | None], Awaitable[Sequence[Raw]]]
"""Asks for what there is from this id on, and so acknowledges all before it."""

Take = Callable[[Sequence[Raw]], Awaitable[None]]
"""Keeps updates, committed on return."""


async def poll(ask: Ask, take: Take, pulse: Pulse) -> None:
    """Ask until cancelled. The next question, which acknowledges, is put only after `take` has returned."""
    offset: int | None = None
    pause = 0.5
    while True:
        try:
            updates = await ask(offset)
            pulse.last = time.monotonic()  # it has answered, whatever becomes of that here
            if updates:
                await take(updates)
                offset = updates[-1]["update_id"] + 1
        except Conflict:
            pulse.falters("another process asks with the same token; standing by")
        except RetryAfter as error:
            pulse.falters("told to wait")
            wait = error.retry_after
            await asyncio.sleep(wait.total_seconds() if isinstance(wait, timedelta) else wait)
            continue
        except TelegramError as error:
            if is_refused(error):
                raise TokenRefused from None
            pulse.falters(type(error).__name__)
        except Exception as error:  # they could not be kept; Telegram still has them
            pulse.falters(f"keeping what came failed ({type(error).__name__})")
            pause = min(pause, LONGEST_KEEPING)
        else:
            pulse.beat()
            pause = 0.5
            continue
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


async def watched(polling: Callable[[], Awaitable[None]], pulse: Pulse) -> None:
    """Poll, and begin anew where the poller hangs or has ended, however it did; TokenRefused alone is for good."""
    while True:
        task = asyncio.ensure_future(polling())
        try:
            while not task.done() and not pulse.dead:
                await asyncio.wait({task}, timeout=LOOK)
            if task.done() and not task.cancelled() and isinstance(task.exception(), TokenRefused):
                task.result()
            pulse.falters("the poller was dead and has been started anew")
            if task.done():  # at once again and again would be worse
                await asyncio.sleep(LOOK)
        finally:
            task.cancel()
            await asyncio.wait({task}, timeout=1)
        pulse.last = time.monotonic()
