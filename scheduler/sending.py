"""Posts what was claimed: in order within an address, at once over addresses, at each platform's pace."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.delivery import UNSURE, Said
from bot.core.model import Notice, State
from bot.core.outgoing import Written
from bot.core.platform import (
    POST_UNKNOWN,
    Adapter,
    Address,
    CanClear,
    Moved,
    NotSent,
    Outcome,
    Paced,
    Rejected,
    Sent,
    Throttled,
    Unreachable,
    Unsure,
)
from bot.core.ports import Library, Settlement
from bot.core.watch import Watch
from scheduler.pace import Gate, Pace
from scheduler.settling import Result
from scheduler.steps import Steps, Verdict, Waits

logger = logging.getLogger("piiri.scheduler")

BATCH = 64
"""Notices that are claimed together: what the group's rows are read for, and committed with, costs less for many."""


@dataclass(eq=False)
class Job:
    """A claimed notice with what it says; `claimed` is the machine time of its claim, `parts` and `posts` grow."""

    notice: Notice
    said: Said
    claimed: datetime
    parts: int
    posts: tuple[str, ...]
    concluded: bool = False


@dataclass(eq=False)
class _Lane:
    """What is to be posted to one address. `busy` while its first job cannot be given back any more."""

    address: Address
    jobs: deque[Job] = field(default_factory=deque)
    busy: bool = False
    task: asyncio.Task[None] | None = None


def judge(
    verdict: Verdict,
    notice: Notice,
    outcome: Outcome,
    *,
    parts: int,
    posts: tuple[str, ...],
    machine_now: datetime,
    marks: bool,
) -> Settlement:
    """The core's verdict; unsure where it has none, so that the notice does not stay claimed."""
    try:
        return verdict(notice, outcome, parts=parts, posts=posts, machine_now=machine_now, marks=marks)
    except Exception as error:
        logger.error("no verdict on %s (%s): %s", notice.id, notice.kind, type(error).__name__)
        return Settlement(notice.id, State.UNSURE, parts=parts, posts=posts, why="error")


def skipped(notice: Notice) -> Settlement:
    """The settlement of a notice that was claimed past its expiry."""
    return Settlement(notice.id, State.SKIPPED, notice.parts, notice.posts, notice.why or "late")


def given_back(notice: Notice, *, parts: int, posts: tuple[str, ...], until: datetime | None) -> Settlement:
    """The settlement of a notice that nobody tried to send: it waits on as it was, at least until then."""
    return Settlement(
        notice.id, State.WAITING, parts=parts, posts=posts, why=notice.why, not_before=until, untried=True
    )


class Sender:
    """Posts jobs and hands every result over; a job that cannot be posted now is given back rather than kept."""

    def __init__(
        self,
        adapters: Mapping[str, Adapter],
        library: Library,
        steps: Steps,
        *,
        gate: Callable[[Pace], Gate],
        paces: Mapping[str, Pace],
        waits: Waits,
        settle: Callable[[Result], None],
        watch: Watch,
        monotonic: Callable[[], float],
        now: Callable[[], datetime],
        may_post: Callable[[], bool] = lambda: True,
    ) -> None:
        self._adapters = adapters
        self._library = library
        self._steps = steps
        self._gates = {
            name: adapter.gate if isinstance(adapter, Paced) else gate(paces.get(name, Pace()))
            for name, adapter in adapters.items()
        }
        self._waits = waits
        self._settle = settle
        self._watch = watch
        self._monotonic = monotonic
        self._now = now
        self._may_post = may_post
        self._lanes: dict[Address, _Lane] = {}
        self._holds: dict[Address, datetime] = {}
        self._tasks: asyncio.TaskGroup | None = None
        self._stopping = False
        self._cancelled = False

    def start(self, tasks: asyncio.TaskGroup) -> None:
        """Post from now on, as tasks of this group."""
        self._tasks = tasks

    def batch(self, platform: str) -> int:
        """How many notices for a platform may be claimed at a time.

        Where it does not know its own posts again, a crash leaves unsure whatever is claimed and may not be repeated,
        posted or not: then no more than keep it busy.
        """
        adapter, gate = self._adapters.get(platform), self._gates.get(platform)
        blind = adapter is not None and not adapter.capabilities.marks
        return min(BATCH, 2 * gate.in_flight) if blind and gate else BATCH

    def stopped(self, platform: str) -> float:
        """For how many seconds yet nothing may be sent on a platform at all."""
        gate = self._gates.get(platform)
        return gate.stopped_all() if gate else 0.0

    def held(self, address: Address, claimed: datetime) -> datetime | None:
        """Until when what was claimed then must not go there: the address is stopped, or an earlier notice waits."""
        gate = self._gates.get(address.platform)
        stopped = 0.0 if gate is None else gate.stopped(address)
        until = self._holds.get(address)
        if stopped > 0:
            stop = self._now() + timedelta(seconds=stopped)
            # Never earlier than for what went back before, or the order of the address would be lost.
            until = stop if until is None else max(stop, until)
            self._holds[address] = until
        return until if until is not None and until > claimed else None

    def add(self, jobs: Iterable[Job]) -> None:
        """Take jobs over in the order in which they are to arrive."""
        for job in jobs:
            if self._stopping or self._tasks is None:
                self._give_back([job], None)
                continue
            lane = self._lanes.get(job.said.to)
            if lane is None:
                lane = self._lanes[job.said.to] = _Lane(job.said.to)
                lane.task = self._tasks.create_task(self._serve(lane))
            lane.jobs.append(job)

    def forget_holds(self, before: datetime) -> None:
        """Forget holds that ended before this."""
        self._holds = {address: until for address, until in self._holds.items() if until >= before}

    def wind_down(self) -> None:
        """Begin no post any more: give back whatever is not being posted this instant."""
        self._stopping = True
        for lane in list(self._lanes.values()):
            current = [lane.jobs.popleft()] if lane.busy else []
            self._give_back_lane(lane)
            lane.jobs.extend(current)
            if not lane.busy and lane.task is not None:
                lane.task.cancel()

    def cancel(self) -> None:
        """Break off posts that are still under way; nothing is written down any more."""
        self._cancelled = True
        for lane in self._lanes.values():
            if lane.task is not None:
                lane.task.cancel()

    async def _serve(self, lane: _Lane) -> None:
        try:
            while lane.jobs:
                job = lane.jobs[0]
                go_on = self.held(lane.address, job.claimed) is None and await self._deliver(lane, job)
                lane.busy = False
                if job.concluded:
                    lane.jobs.popleft()
                if not go_on:
                    self._give_back_lane(lane)
        finally:
            del self._lanes[lane.address]

    async def _deliver(self, lane: _Lane, job: Job) -> bool:
        """Post one job; True where the next may follow it to the same address."""
        adapter = self._adapters.get(lane.address.platform)
        if adapter is None:
            return await self._conclude(lane, job, NotSent("no-adapter"))
        parts = self._words(job, adapter)
        if not parts:
            failed = Settlement(job.notice.id, State.FAILED, parts=job.parts, posts=job.posts, why="words")
            return await self._conclude(lane, job, Rejected("words"), failed)
        if job.parts >= len(parts):
            # An earlier try sent all there is by now.
            return await self._conclude(lane, job, Sent(job.posts[-1] if job.posts else ""))
        gate = self._gates[lane.address.platform]
        while True:
            if self._stopping or not await gate.enter(lane.address):
                return False
            if not self._may_post():
                gate.leave()
                return False
            lane.busy = True
            # The place is kept until the outcome is committed: only posts that hold one can repeat after a crash.
            try:
                began = self._monotonic()
                outcome = await self._clear(job) or await self._post(adapter, job, parts[job.parts])
                gate.answered(lane.address)
                self._watch.posted(lane.address.platform, outcome, self._monotonic() - began)
                if isinstance(outcome, Sent):
                    job.parts += 1
                    job.posts = (*job.posts, outcome.post)
                else:
                    said = {"notice": job.notice.id, "kind": job.notice.kind, "outcome": type(outcome).__name__}
                    logger.info("%(notice)s (%(kind)s) not sent: %(outcome)s", said, extra=said)
                if isinstance(outcome, Throttled):
                    gate.throttle(lane.address, outcome.retry_after)
                if not isinstance(outcome, Sent) or job.parts >= len(parts):
                    return await self._conclude(lane, job, outcome)
                await self._write(job, self._progress(job), None, last=False)
            finally:
                gate.leave()
            lane.busy = False

    def _words(self, job: Job, adapter: Adapter) -> tuple[Written, ...]:
        try:
            return self._steps.fit(self._library.write(job.said.message, job.said.language), adapter.capabilities)
        except Exception as error:
            logger.error("no words for %s (%s): %s", job.notice.id, job.notice.kind, type(error).__name__)
            return ()

    async def _clear(self, job: Job) -> Outcome | None:
        """Erase what is to be gone before this is said; an outcome only where it could not be."""
        try:
            for pages in job.said.clears if not job.parts else ():
                keeper = self._adapters.get(pages.at.platform)
                if isinstance(keeper, CanClear):
                    await keeper.clear(pages)
        except Exception as error:
            logger.error("clearing for %s (%s) failed: %s", job.notice.id, job.notice.kind, type(error).__name__)
            return NotSent("not-cleared")
        return None

    async def _post(self, adapter: Adapter, job: Job, part: Written) -> Outcome:
        earlier = job.said.replaces[job.parts] if job.parts < len(job.said.replaces) else ""
        try:
            async with asyncio.timeout(self._waits.post):
                if earlier:
                    outcome = await adapter.amend(job.said.to, earlier, part)
                    if outcome != Rejected(POST_UNKNOWN):
                        return outcome
                mark = f"{job.notice.id}:{job.parts}"
                return await adapter.post(job.said.to, part, mark=mark, again=job.notice.why == UNSURE)
        except Exception as error:
            logger.error("posting %s (%s) failed: %s", job.notice.id, job.notice.kind, type(error).__name__)
            return Unsure("error")

    async def _conclude(self, lane: _Lane, job: Job, outcome: Outcome, settlement: Settlement | None = None) -> bool:
        adapter = self._adapters.get(lane.address.platform)
        settlement = settlement or judge(
            self._steps.verdict,
            job.notice,
            outcome,
            parts=job.parts,
            posts=job.posts,
            machine_now=self._now(),
            marks=adapter is not None and adapter.capabilities.marks,
        )
        lane.busy = True
        job.concluded = True
        waits = settlement.state is State.WAITING
        if waits and settlement.not_before is not None:
            # Before it is committed, so that no claim in between overtakes it.
            held = self._holds.get(lane.address, settlement.not_before)
            self._holds[lane.address] = max(held, settlement.not_before)
        await self._write(job, settlement, outcome, last=True)
        # What follows it goes back too: to keep the order, or to be composed anew for a closed or moved address.
        return not (waits or isinstance(outcome, Unreachable | Moved))

    @staticmethod
    def _progress(job: Job) -> Settlement:
        """Still sending, so many parts through: a crash from here on repeats none of them."""
        return Settlement(job.notice.id, State.SENDING, parts=job.parts, posts=job.posts, why=job.notice.why)

    async def _write(self, job: Job, settlement: Settlement, outcome: Outcome | None, *, last: bool) -> None:
        if self._cancelled:
            # An adapter swallowed the breaking off; what it says now is for the next recovery to find out.
            raise asyncio.CancelledError
        result = Result(job.notice, settlement, outcome, last=last)
        self._settle(result)
        await result.written.wait()

    def _give_back_lane(self, lane: _Lane) -> None:
        self._give_back(lane.jobs, self.held(lane.address, self._now()))
        lane.jobs.clear()

    def _give_back(self, jobs: Iterable[Job], until: datetime | None) -> None:
        for job in jobs:
            settlement = given_back(job.notice, parts=job.parts, posts=job.posts, until=until)
            self._settle(Result(job.notice, settlement, None))
