"""Two processes on one PostgreSQL database, of which the one that works is stopped and continued past its lease.

A database with 200 notices due and two processes on it: one works, one stands by. At a random instant the working one
is stopped (SIGSTOP), as by a machine that is suspended; the other takes over when the lease of one second has run
out; a moment later the stopped one goes on, believing that it still works. Its place is taken by a third, which stands
by, and so on until everything is settled; then the next database. Triggers in the database keep account of every
change of a notice with the token of the transaction that made it, and of every new token.

It passes when no transaction with an old token ever wrote after a newer token was given, no notice was claimed by two
at once, nothing is lost, what stands twice was in flight at a stop, and the one that stood by worked within its time:
with one second, and with the fifteen that are set by default, where 30 s are allowed.
"""

import asyncio
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from os import kill
from signal import SIGCONT, SIGSTOP

import psycopg

from bot.core.model import State
from bot.store.store import LEASE_SECONDS
from prove.kills_bases import Postgresql
from prove.kills_ground import lay
from prove.kills_stand import TelegramStand
from prove.lease_life import LOST
from prove.nursery import Life, Nursery
from prove.report import Report
from tests.postgres import MISSING, binaries, server

CYCLES = 1000
BY_DEFAULT = 6
PAIRS = 4
GROUPS = 50
LEASE = 1.0
SOON = 1.0 + 0.2 + 1.0
"""The lease, a look every fifth of it, and a busy machine."""

ALLOWED = 30.0
PATIENCE = 60.0

ACCOUNT = """
CREATE TABLE account (n bigserial, what text, id text, was text, is_now text, token bigint);
CREATE FUNCTION noted() RETURNS trigger AS $$ BEGIN
  INSERT INTO account (what, id, was, is_now, token) VALUES
    ('notice', NEW.id, OLD.state, NEW.state, nullif(current_setting('piiri.token', true), '')::bigint); RETURN NEW;
END $$ LANGUAGE plpgsql;
CREATE TRIGGER noted AFTER UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION noted();
CREATE FUNCTION taken() RETURNS trigger AS $$ BEGIN
  IF NEW.token > OLD.token THEN INSERT INTO account (what, token) VALUES ('lease', NEW.token); END IF; RETURN NEW;
END $$ LANGUAGE plpgsql;
CREATE TRIGGER taken AFTER UPDATE ON leases FOR EACH ROW EXECUTE FUNCTION taken();
"""


@dataclass
class Found:
    """What all pairs together came to."""

    cycles: int = 0
    databases: int = 0
    notices: int = 0
    late_writes: int = 0
    claimed_beside: int = 0
    lost: int = 0
    doubles: int = 0
    outside: int = 0
    stopped_at_work: int = 0
    unmoved: int = 0
    said: int = 0
    slow: int = 0
    takeovers: list[float] = field(default_factory=list)
    by_default: list[float] = field(default_factory=list)


def run(scale: float, seed: int) -> Report:
    """A thousand cycles, four pairs beside each other, and six by default; with no server's binaries it is broken."""
    report = Report("5. Two processes on one database: the lease")
    if binaries() is None:
        report.judge("a PostgreSQL server to try it on", MISSING, "one", holds=False)
        return report
    found = Found()
    asyncio.run(_all(found, max(1, round(CYCLES * scale)), max(1, round(BY_DEFAULT * scale)), seed))
    report.tell("stopped, taken over from, and continued", found.cycles)
    report.tell("of these with posts under way", found.stopped_at_work)
    report.tell("databases, and notices due on them", f"{found.databases}, {found.notices}")
    report.none("writes with an old token after a newer one was given", found.late_writes)
    report.none("notices claimed while claimed by another", found.claimed_beside)
    report.none("lost", found.lost)
    report.tell("posts that stand twice, in flight at a stop", found.doubles)
    report.none("posts that stand twice and were not in flight", found.outside)
    report.none("continued ones that did not end", found.unmoved)
    report.tell("places lost without being stopped, for slowness", found.slow)
    report.tell("continued ones that said that their place was taken", found.said)
    worst = max(found.takeovers, default=0.0)
    report.tell("taking over, a lease of 1 s: median", f"{statistics.median(found.takeovers or [0]):.2f} s")
    report.judge("taking over, a lease of 1 s: longest", f"{worst:.2f} s", f"<= {SOON:.1f} s", holds=worst <= SOON)
    worst = max(found.by_default, default=ALLOWED + 1)
    report.judge(
        f"taking over by default ({LEASE_SECONDS:.0f} s): longest of {len(found.by_default)}",
        f"{worst:.1f} s",
        f"<= {ALLOWED:.0f} s",
        holds=worst <= ALLOWED,
    )
    return report


async def _all(found: Found, cycles: int, by_default: int, seed: int) -> None:
    with server() as shared, ExitStack() as kept:
        pairs = PAIRS if cycles >= 10 * PAIRS else 2  # a part of it shares the machine with others
        bases = [Postgresql(shared, f"-{number}") for number in range(pairs + 1)]
        for base in bases:
            kept.callback(base.close)
        async with AsyncExitStack() as stack:
            # They give out the same ids, so that what is laid for one is right for all.
            stands = [await stack.enter_async_context(TelegramStand()) for _ in bases]
            url, key = bases[0].blank()
            ground = await lay(url, key, stands[0], GROUPS)
            bases[0].sql(*_statements(ACCOUNT), blank=True)
            for base, stand in zip(bases[1:], stands[1:], strict=True):
                base.alike(bases[0])
                for number in range(GROUPS):
                    stand.group(number)
            nursery = await stack.enter_async_context(Nursery("prove.lease_life"))
            due = {*ground.due}
            async with asyncio.TaskGroup() as tasks:
                for number, (base, stand) in enumerate(zip(bases, stands, strict=True)):
                    idle = number == len(bases) - 1
                    pair = _Pair(nursery, base, stand, due, found, random.Random(f"{seed}-{number}"))
                    if idle:
                        pair.lease, pair.per_second = LEASE_SECONDS, 12 / by_default  # so that one database lasts
                    took, times = (found.by_default, by_default) if idle else (found.takeovers, cycles)
                    tasks.create_task(pair.run(lambda took=took, times=times: len(took) >= times))


@dataclass
class _Pair:
    """Two lives at a time on one database after another."""

    nursery: Nursery
    base: Postgresql
    stand: TelegramStand
    due: set[str]
    found: Found
    chance: random.Random
    lease: float = LEASE
    per_second: float = 30.0

    async def run(self, enough: Callable[[], bool]) -> None:
        """Cycles until there are enough of all pairs together."""
        while not enough():
            await self._one_database(enough)

    async def _one_database(self, enough: Callable[[], bool]) -> None:
        """Cycles until all is settled; without them once there are enough."""
        self.stand.forgets()
        url, key = await asyncio.to_thread(self.base.fresh)
        order = {
            **self.stand.order(),
            "database": url,
            "key": str(key),
            "lease": self.lease,
            "per_second": self.per_second,
        }
        exposed: Counter[str] = Counter()
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as asking:
            works = await self.nursery.born(order)
            token = await _token_above(asking, 0)
            while not (works.ended.done() and works.ended.result() == 0):
                waits = await self.nursery.born(order)
                goes_on = not enough()
                if goes_on:
                    await self._at_some_instant(works)
                else:
                    await works.within(PATIENCE + 200 / self.per_second)
                if not works.ended.done():
                    if not goes_on:
                        raise TimeoutError("what was due did not settle")
                    try:
                        token = await self._cycle(asking, works, token, exposed)
                    except ProcessLookupError:  # it ended by itself at the very instant of the stop
                        self.found.slow += 1
                        token = await _token_above(asking, token)
                elif works.ended.result() == 0:
                    break
                else:  # so slow, on a busy machine, that its place was taken without our doing
                    self.found.slow += 1
                    token = await _token_above(asking, token)
                works = waits
            waits.kill()
            await waits.within(PATIENCE)
            await self._judge(asking, exposed)

    async def _cycle(self, asking: psycopg.AsyncConnection, works: Life, token: int, exposed: Counter[str]) -> int:
        """Stop the one that works, see the other take over, and let the stopped one go on; the newer token."""
        kill(works.pid, SIGSTOP)
        stopped = time.monotonic()
        newer = await _token_above(asking, token)
        took = time.monotonic() - stopped
        (self.found.takeovers if self.lease == LEASE else self.found.by_default).append(took)
        under_way = await _sent_and_unsettled(asking, self.stand)
        self.found.stopped_at_work += bool(under_way)
        exposed.update(under_way)
        before = len(self.stand.arrived)
        await asyncio.sleep(self.chance.uniform(0, 0.3))
        kill(works.pid, SIGCONT)
        await self._ends_lost(works)
        exposed.update(self.stand.arrived[before:])
        self.found.cycles += 1
        return newer

    async def _at_some_instant(self, life: Life) -> None:
        """Mostly while its posts arrive; a quarter of the times it may be stopped while it begins."""
        before, begun = len(self.stand.arrived), self.chance.random() < 0.75
        while begun and len(self.stand.arrived) == before and not life.ended.done():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        await asyncio.sleep(self.chance.uniform(0, 0.35))

    async def _ends_lost(self, life: Life) -> None:
        """It says that its place is taken, or what it was in the middle of fails; in either case it ends."""
        if not await life.within(PATIENCE):
            self.found.unmoved += 1
            life.kill()
            await life.within(PATIENCE)
        self.found.said += life.ended.result() == LOST

    async def _judge(self, asking: psycopg.AsyncConnection, exposed: Counter[str]) -> None:
        found = self.found
        found.databases += 1
        found.notices += len(self.due)
        token, claimed = 0, {}
        for what, id_, was, is_now, by in await _rows(
            asking, "SELECT what, id, was, is_now, token FROM account ORDER BY n"
        ):
            if what == "lease":
                token = by
                continue
            found.late_writes += by != token
            if is_now == State.SENDING and was != State.SENDING:
                found.claimed_beside += id_ in claimed
                claimed[id_] = by
            elif is_now != State.SENDING:
                claimed.pop(id_, None)
        came = Counter(self.stand.arrived)
        for mark, times in came.items():
            found.doubles += times - 1
            found.outside += max(0, times - 1 - exposed[mark])
        whole = {mark[:-2] for mark in came}
        for id_, state in await _rows(asking, "SELECT id, state FROM notices"):
            if id_ in self.due:
                found.lost += (state == State.SENT and id_ not in whole) or state in {State.WAITING, State.SENDING}


async def _token_above(asking: psycopg.AsyncConnection, token: int) -> int:
    async with asyncio.timeout(PATIENCE + LEASE_SECONDS):
        while True:
            ((now,),) = await _rows(asking, "SELECT token FROM leases")
            if now > token:
                return now
            await asyncio.sleep(0.01)


async def _sent_and_unsettled(asking: psycopg.AsyncConnection, stand: TelegramStand) -> set[str]:
    """The marks of what has arrived and is not written down as sent at this moment: what may come again."""
    query = "SELECT id, parts FROM notices WHERE state NOT IN ('sent', 'skipped')"
    unsettled: dict[str, int] = dict(await _rows(asking, query))
    return {mark for mark in stand.arrived if mark[:-2] in unsettled and int(mark[-1]) >= unsettled[mark[:-2]]}


async def _rows(asking: psycopg.AsyncConnection, query: str) -> list[tuple]:
    return await (await asking.execute(query)).fetchall()


def _statements(text: str) -> list[str]:
    """Apart before each CREATE."""
    return [f"CREATE{each}" for each in text.split("CREATE")[1:]]
