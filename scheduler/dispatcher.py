"""Claims what is due, has it posted, and sees to it that what became of it is written down."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.delivery import CRASH
from bot.core.model import Notice, State
from bot.core.platform import Adapter, Outcome, Rejected, Unsure
from bot.core.ports import House, Outbox, Settlement, Store, UnitOfWork
from bot.core.watch import Unwatched, Watch
from scheduler.clock import Waking, machine_now
from scheduler.pace import Gate, Pace
from scheduler.sending import BATCH, Job, Sender, given_back, judge, skipped
from scheduler.settling import Result, Settler, try_aftermath
from scheduler.steps import Steps, Waits

logger = logging.getLogger("piiri.scheduler")

LOOK_AGAIN = timedelta(seconds=0.5)


@dataclass(frozen=True)
class Health:
    """How the dispatcher is: its last round that went well, notices in hand, since when the database fails it.

    `at_it` is for how many machine seconds it has been at one and the same step of claiming.
    """

    last_round: datetime | None
    in_hand: int
    failing_since: datetime | None
    at_it: float = 0.0


class _Held(Exception):
    """The address must wait; composing is undone."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


class Dispatcher:
    """Sends notices when they are due. One at a time works on a store; call `recover` first, then `run` it."""

    def __init__(
        self,
        store: Store,
        outbox: Outbox,
        adapters: Mapping[str, Adapter],
        house: House,
        waking: Waking,
        *,
        steps: Steps | None = None,
        paces: Mapping[str, Pace] | None = None,
        waits: Waits | None = None,
        watch: Watch | None = None,
        now: Callable[[], datetime] = machine_now,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        may_post: Callable[[], bool] = lambda: True,
    ) -> None:
        self._store = store
        self._platforms = {*adapters}
        self._outbox = outbox
        self._house = house
        self._waking = waking
        self._steps = steps = steps or Steps()
        self._waits = waits or Waits()
        self._watch = watch = watch or Unwatched()
        self._now = now
        self._monotonic = monotonic
        self._settler = Settler(
            store,
            outbox,
            house,
            steps.aftermath,
            waits=self._waits,
            in_hand=lambda: len(self._in_hand),
            committed=self._committed,
            now=now,
        )
        self._sender = Sender(
            adapters,
            house.library,
            steps,
            gate=lambda pace: Gate(pace, monotonic=monotonic, sleep=sleep),
            paces=paces or {},
            waits=self._waits,
            settle=self._settler.put,
            watch=watch,
            monotonic=monotonic,
            now=now,
            may_post=may_post,
        )
        self._may_post = may_post
        self._rung = asyncio.Event()
        self._stopping = asyncio.Event()
        self._stopped = asyncio.Event()
        self._calm = asyncio.Event()
        self._calm.set()
        self._running: asyncio.Task[object] | None = None
        self._claims = 0
        self._claiming = False
        # A claim whose commit failed may have been committed all the same; then its rows are nobody's.
        self._strays = False
        self._in_hand: dict[str, str] = {}  # by id, with its platform
        # While which platforms were busy nothing was found for the others, and until when that is taken to hold.
        self._barren: set[str] | None = None
        self._barren_until = now()
        # When the first of what is held back may be sent, on the machine's time.
        self._free: datetime | None = None
        self._last_round: datetime | None = None
        self._step_began: float | None = None
        self._failing_since: datetime | None = None

    def health(self) -> Health:
        """How it goes, from memory."""
        failing = [since for since in (self._failing_since, self._settler.failing_since) if since is not None]
        at_it = 0.0 if self._step_began is None else self._monotonic() - self._step_began
        return Health(self._last_round, len(self._in_hand), min(failing, default=None), at_it)

    def ring(self) -> None:
        """Something may be due now; cheap, and may be said too often."""
        self._rung.set()

    async def recover(self) -> None:
        """Settle what a crash left in flight as unsure. Comes before `run`; raises where the database is away."""
        seen: set[str] = set()
        while True:
            async with self._store.begin() as work:
                left = [notice for notice in await self._outbox.in_flight(work) if notice.id not in seen][:BATCH]
                if not left:
                    return
                recovered = [await self._recovered(work, notice) for notice in left]
                await self._outbox.settle(work, recovered)
            self._concluded(left, recovered)
            seen.update(notice.id for notice in left)
            logger.warning("%d notices were in flight when we went down", len(left))

    async def run(self) -> None:
        """Send what is due until stopped or cancelled. Cancelling leaves what is in flight to the next `recover`."""
        self._running = asyncio.current_task()
        try:
            async with asyncio.TaskGroup() as tasks:
                settling = tasks.create_task(self._settler.run())
                self._sender.start(tasks)
                try:
                    await self._claim_until_stopped()
                    await self._stopped.wait()
                finally:
                    settling.cancel()
                    self._sender.cancel()
        finally:
            self._running = None

    async def stop(self) -> None:
        """Claim no more, let what is being posted settle for 3 s, give back the rest; then `run` ends."""
        self._stopping.set()
        self.ring()
        self._sender.wind_down()
        running = self._running
        if running is None:
            # A `run` that only comes now ends at once.
            self._stopped.set()
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(self._waits.stop):
                await self._calm.wait()
        if self._in_hand:
            logger.warning("stopped with %d notices in flight", len(self._in_hand))
        self._stopped.set()
        # An adapter or a database that hangs must not keep the process.
        done, _ = await asyncio.wait([running], timeout=0.2)
        if not done:
            running.cancel()
            await asyncio.wait([running], timeout=0.2)

    async def settled(self, timeout: float) -> bool:  # noqa: ASYNC109 - the answer is False, not an exception
        """Wait until nothing is due at the group's now, nothing is being sent and all is committed; False in time."""
        deadline = time.monotonic() + timeout
        pause = 0.002
        while not await self._quiet():
            if time.monotonic() >= deadline:
                return False
            await asyncio.sleep(pause)
            pause = min(2 * pause, 0.05)
        return True

    async def _quiet(self) -> bool:
        now = self._now()
        if not self._calm.is_set() or (self._free is not None and self._free > now):
            return False
        claims = self._claims
        try:
            first = await self._outbox.next_due()
        except Exception as error:
            logger.error("looking for what is due failed: %s", type(error).__name__)
            return False
        if first is not None and first.due <= self._house.clock.now():
            self.ring()
            return False
        # Only what was read with nothing in hand counts.
        return self._calm.is_set() and claims == self._claims

    async def _claim_until_stopped(self) -> None:
        pause = self._waits.first_retry
        while not self._stopping.is_set():
            self._rung.clear()
            try:
                await self._round()
            except Exception as error:
                self._step_began = None
                logger.error("claiming failed: %s", type(error).__name__)
                self._failing_since = self._failing_since or self._now()
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._stopping.wait()
                pause = min(2 * pause, self._waits.longest_retry)
                continue
            self._failing_since = self._step_began = None
            pause = self._waits.first_retry
            self._last_round = self._now()
            with suppress(TimeoutError):
                async with asyncio.timeout(self._until_free()):
                    await self._rung.wait()

    def _until_free(self) -> float | None:
        """Machine seconds until something held back may be sent: nobody else wakes us for that."""
        return None if self._free is None else (self._free - self._now()).total_seconds() + 0.001

    async def _round(self) -> None:
        self._free = None
        # With more than half a batch in hand it is left to the ring that every commit brings.
        while not self._platforms <= (busy := self._busy()):
            self._step_began = self._monotonic()
            # While settling fails, claiming waits; but not for ever, should a single bad settlement be the reason.
            with suppress(TimeoutError):
                async with asyncio.timeout(4 * self._waits.longest_retry):
                    await self._settler.well.wait()
            machine, now = self._now(), self._house.clock.now()
            ahead = await self._outbox.ahead(machine_now=machine)
            self._free = ahead.free
            if self._stopping.is_set():
                return
            if ahead.due is None or ahead.due > now:
                self._waking.wake_at(ahead.due)
                return
            if not self._may_post():
                self._waking.wake_at(machine + LOOK_AGAIN)
                return
            barren = busy == self._barren and machine < self._barren_until
            if barren or not await self._claim(now, machine, busy):
                # What is due is of a busy platform, or being taken by somebody else. To look for more than that at
                # every commit would read all of it each time.
                if not barren:
                    self._barren, self._barren_until = busy or None, machine + LOOK_AGAIN
                self._free = self._soonest(ahead.free)
                self._waking.wake_at(machine + LOOK_AGAIN)
                return
            self._barren = None
        self._free = self._soonest(self._free)

    def _busy(self) -> set[str]:
        """The platforms with more than half a batch in hand, or stopped: they must not keep the others waiting."""
        counts = Counter(self._in_hand.values())
        return {
            platform
            for platform in self._platforms
            if 2 * counts[platform] > self._sender.batch(platform) or self._sender.stopped(platform)
        }

    def _soonest(self, free: datetime | None) -> datetime | None:
        """The machine time from which on more may be sent than now: then, or when a stop of a whole platform ends."""
        stops = [stop for platform in self._platforms if (stop := self._sender.stopped(platform))]
        ends = [self._now() + timedelta(seconds=stop) for stop in stops]
        return min([*ends, free] if free else ends, default=None)

    async def _claim(self, now: datetime, machine: datetime, busy: set[str]) -> int:
        self._sender.forget_holds(machine - timedelta(hours=1))
        self._claims += 1
        self._claiming = True
        self._calm.clear()
        strays, self._strays = self._strays, True
        try:
            async with self._store.begin() as work:
                if strays:
                    await self._take_back_strays(work)
                most = min(self._sender.batch(platform) for platform in self._platforms - busy)
                claimed = await self._outbox.claim(work, now=now, machine_now=machine, most=most, but_of=busy)
                for notice in claimed.late:
                    await self._follow(work, notice, skipped(notice), None)
                ready = await self._compose(work, claimed.due, machine)
                settlements = [each for each in ready if isinstance(each, Settlement)]
                if settlements:
                    await self._outbox.settle(work, settlements)
            self._strays = False
            self._concluded(claimed.late, [skipped(notice) for notice in claimed.late])
            self._concluded(claimed.due, settlements)
            jobs = [each for each in ready if isinstance(each, Job)]
            self._in_hand.update((job.notice.id, job.said.to.platform) for job in jobs)
            self._sender.add(jobs)
            return len(claimed.due) + len(claimed.late)
        finally:
            self._claiming = False
            self._note_calm()

    async def _take_back_strays(self, work: UnitOfWork) -> None:
        # As it was before we ask: what is settled while we do is nobody's by then, and no stray.
        in_hand = {*self._in_hand}
        strays = [notice for notice in await self._outbox.in_flight(work) if notice.id not in in_hand]
        if strays:
            logger.warning("%d claimed notices were in nobody's hand", len(strays))
            await self._outbox.settle(
                work, [given_back(notice, parts=notice.parts, posts=notice.posts, until=None) for notice in strays]
            )

    async def _compose(self, work: UnitOfWork, due: Sequence[Notice], machine: datetime) -> list[Job | Settlement]:
        await work.foresee(due)
        try:
            # In one attempt together: a savepoint for each costs more than saying it.
            async with work.attempt():
                return [await self._say(work, notice, machine) for notice in due]
        except Exception:  # of one of them, or one must wait; all the others are composed anew
            return [await self._compose_alone(work, notice, machine) for notice in due]

    async def _say(self, work: UnitOfWork, notice: Notice, machine: datetime) -> Job | Settlement:
        said = await self._steps.compose(work, notice, self._house)
        if isinstance(said, Settlement):
            # It may have failed, for a closed channel say, and then somebody must hear of it.
            await self._follow(work, notice, said, None)
            return said
        until = self._sender.held(said.to, machine)
        if until is not None:
            raise _Held(until)
        return Job(notice, said, machine, notice.parts, notice.posts)

    async def _compose_alone(self, work: UnitOfWork, notice: Notice, machine: datetime) -> Job | Settlement:
        try:
            async with work.attempt():
                return await self._say(work, notice, machine)
        except _Held as held:
            return given_back(notice, parts=notice.parts, posts=notice.posts, until=held.until)
        except Exception as error:
            logger.error("composing %s (%s) failed: %s", notice.id, notice.kind, type(error).__name__)
            failed = Settlement(notice.id, State.FAILED, parts=notice.parts, posts=notice.posts, why="error")
            await self._follow(work, notice, failed, Rejected("error"))
            return failed

    async def _recovered(self, work: UnitOfWork, notice: Notice) -> Settlement:
        outcome = Unsure(CRASH)
        settlement = judge(
            self._steps.verdict,
            notice,
            outcome,
            parts=notice.parts,
            posts=notice.posts,
            machine_now=self._now(),
            marks=await self._steps.marks(work, notice, self._house),
        )
        await self._follow(work, notice, settlement, outcome)
        return settlement

    async def _follow(self, work: UnitOfWork, notice: Notice, settlement: Settlement, outcome: Outcome | None) -> None:
        await try_aftermath(work, notice, settlement, outcome, aftermath=self._steps.aftermath, house=self._house)

    def _committed(self, results: Sequence[Result]) -> None:
        for result in results:
            if result.last:
                platform = self._in_hand.pop(result.notice.id, "")
                self._concluded([result.notice], [result.settlement], platform)
        self._note_calm()
        # There may be room for a claim now, and what followed may be due.
        self.ring()

    def _concluded(self, notices: Sequence[Notice], settlements: Sequence[Settlement], platform: str = "") -> None:
        """Tell who counts of those that go no further; the settlements may be of some of the notices only."""
        by_id = {notice.id: notice for notice in notices}
        now = self._house.clock.now()
        for settlement in settlements:
            if settlement.state not in {State.WAITING, State.SENDING}:
                notice = by_id[settlement.notice_id]
                late = (now - notice.due).total_seconds()
                self._watch.concluded(notice.kind, platform, settlement.state, late)
                said = {"notice": notice.id, "kind": notice.kind, "state": settlement.state.value}
                logger.debug("%(notice)s (%(kind)s) ended: %(state)s", said, extra=said)

    def _note_calm(self) -> None:
        if not self._claiming and not self._in_hand:
            self._calm.set()
