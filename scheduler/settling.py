"""Writes down what became of claimed notices, in small groups, until it is written."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.model import Notice
from bot.core.platform import Outcome
from bot.core.ports import House, Outbox, Settlement, Store, UnitOfWork
from scheduler.clock import machine_now
from scheduler.steps import Aftermath, Waits

logger = logging.getLogger("piiri.scheduler")

GROUP = 32
AFTERMATH_TRIES = 3


@dataclass(eq=False)
class Result:
    """One settlement on its way. Outcome None: nothing follows from it (given back, or a part of several is through).

    `last` when the notice is out of our hands with it; `written` comes true when it is committed.
    """

    notice: Notice
    settlement: Settlement
    outcome: Outcome | None
    last: bool = True
    tries: int = 0
    written: asyncio.Event = field(default_factory=asyncio.Event)


async def try_aftermath(
    work: UnitOfWork,
    notice: Notice,
    settlement: Settlement,
    outcome: Outcome | None,
    *,
    aftermath: Aftermath,
    house: House,
) -> bool:
    """Do what follows from a settlement; False when that failed, and then nothing of it was done."""
    try:
        async with work.attempt():
            await aftermath(work, notice, settlement, outcome, house)
    except Exception as error:
        logger.error("aftermath of %s (%s) failed: %s", notice.id, notice.kind, type(error).__name__)
        return False
    return True


class Settler:
    """Commits whatever has gathered while the commit before was under way; keeps it until it is committed."""

    def __init__(
        self,
        store: Store,
        outbox: Outbox,
        house: House,
        aftermath: Aftermath,
        *,
        waits: Waits,
        in_hand: Callable[[], int],
        committed: Callable[[Sequence[Result]], None],
        now: Callable[[], datetime] = machine_now,
    ) -> None:
        self._store = store
        self._outbox = outbox
        self._house = house
        self._aftermath = aftermath
        self._waits = waits
        self._in_hand = in_hand
        self._committed = committed
        self._now = now
        self._results: deque[Result] = deque()
        self._gathered = asyncio.Event()
        self.failing_since: datetime | None = None
        self.well = asyncio.Event()
        self.well.set()

    def put(self, result: Result) -> None:
        """Take a result over, to be committed soon."""
        self._results.append(result)
        self._gathered.set()

    async def run(self) -> None:
        """Commit results until cancelled."""
        most, pause = GROUP, self._waits.first_retry
        while True:
            await self._gathered.wait()
            await self._gather()
            group = [self._results.popleft() for _ in range(min(most, len(self._results)))]
            try:
                done = await self._commit(group)
            except Exception as error:
                logger.error("settling %d failed: %s", len(group), type(error).__name__)
                self._results.extend(group)
                self._fail()
                # One by one from here on, the failed ones last: a single bad one must not keep the others.
                most = 1
                await asyncio.sleep(pause)
                pause = min(2 * pause, self._waits.longest_retry)
                continue
            most, pause = min(2 * most, GROUP), self._waits.first_retry
            self.failing_since = None
            self.well.set()
            self._results.extend(result for result in group if result not in done)
            if not self._results:
                self._gathered.clear()
            self._committed(done)
            for result in done:
                result.written.set()

    async def _gather(self) -> None:
        """Wait for others on their way while they come close upon each other: a commit costs what many in it do."""
        before = 0
        while before < len(self._results) < min(GROUP, self._in_hand()):
            before = len(self._results)
            await asyncio.sleep(self._waits.gathering)

    def _fail(self) -> None:
        self.well.clear()
        if self.failing_since is None:
            self.failing_since = self._now()

    async def _commit(self, group: Sequence[Result]) -> list[Result]:
        done: list[Result] = []
        async with self._store.begin() as work:
            await work.lock(*{result.notice.group_id for result in group})
            for result in group:
                if await self._follow(work, result):
                    done.append(result)
            # Last, so that an aftermath which saves the row of its notice does not undo this.
            if done:
                await self._outbox.settle(work, [result.settlement for result in done])
        return done

    async def _follow(self, work: UnitOfWork, result: Result) -> bool:
        if result.outcome is None:
            return True
        result.tries += 1
        if result.tries == 1:
            # A savepoint costs more than all the rest. Should this raise, the group comes again, each with its own.
            await self._aftermath(work, result.notice, result.settlement, result.outcome, self._house)
            return True
        followed = await try_aftermath(
            work, result.notice, result.settlement, result.outcome, aftermath=self._aftermath, house=self._house
        )
        # What became of the notice is written down in the end even where the rest cannot be done.
        return followed or result.tries >= AFTERMATH_TRIES
