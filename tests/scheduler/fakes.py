"""A store, an outbox and a platform in memory, as far as the scheduler uses them."""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from bot.core.delivery import Said
from bot.core.model import Notice, State
from bot.core.outgoing import Message, Own, Para, Written, WrittenBlock
from bot.core.platform import (
    Address,
    Capabilities,
    Moved,
    NotSent,
    Outcome,
    Rejected,
    Sent,
    Throttled,
    Unreachable,
    Unsure,
)
from bot.core.ports import Ahead, Claimed, House, Settlement, UnitOfWork
from scheduler.clock import Waking, machine_now
from scheduler.dispatcher import Dispatcher
from scheduler.pace import Pace
from scheduler.steps import Steps, Waits

START = datetime(2026, 9, 15, 14, 0, tzinfo=UTC)
SECRET = "words that no log may carry"
CAPABILITIES = Capabilities("direct", "modal", 5, 25, 5, 80, 4000, True, True)


class Gone(Exception):
    """The database is away; its message quotes a row, as those of real ones do."""

    def __init__(self) -> None:
        super().__init__(SECRET)


def notice(name: str, *, group: str = "g1", due: datetime = START, kind: str = "reminder", **more: Any) -> Notice:
    expires = more.pop("expires", due + timedelta(hours=1))
    return Notice(name, name, kind, group, None, more.pop("person_id", None), due, expires, more.pop("rank", 0), **more)


OTHERS = {"off", "slow"}
"""Kinds whose group is on a platform of the same name; there may be none."""


class FakeWork:
    def __init__(self, store: "FakeStore") -> None:
        self.rows = dict(store.rows)
        self.told = list(store.told)
        self.store = store

    async def lock(self, *group_ids: str) -> None:
        """Only one transaction is open at a time."""

    async def foresee(self, notices: Sequence[Notice]) -> None:
        self.store.foreseen.append({each.id for each in notices})

    @asynccontextmanager
    async def attempt(self) -> AsyncIterator[None]:
        self.store.attempts += 1
        rows, told = dict(self.rows), list(self.told)
        try:
            yield
        except BaseException:
            self.rows, self.told = rows, told
            raise


class FakeStore:
    """Rows change when a transaction commits, not before; one transaction at a time, as in SQLite."""

    def __init__(self, *notices: Notice) -> None:
        self.rows = {each.id: each for each in notices}
        self.told: list[str] = []
        self.marks: dict[str, str] = {}
        self.commits = 0
        self.attempts = 0
        self.foreseen: list[set[str]] = []
        self.open = False
        self.refuse: Callable[[FakeWork], bool] = lambda work: False
        self.refuse_late: Callable[[FakeWork], bool] = lambda work: False
        self._one = asyncio.Lock()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[UnitOfWork]:
        async with self._one:
            work = FakeWork(self)
            self.open = True
            try:
                yield cast(UnitOfWork, work)
                await asyncio.sleep(0)
                if self.refuse(work):
                    raise Gone
                self.rows, self.told = work.rows, work.told
                self.commits += 1
                if self.refuse_late(work):
                    raise Gone
            finally:
                self.open = False

    async def mark(self, name: str) -> str | None:
        return self.marks.get(name)

    async def set_mark(self, name: str, value: str) -> None:
        self.marks[name] = value

    def add(self, *notices: Notice) -> None:
        self.rows.update({each.id: each for each in notices})

    def states(self) -> dict[str, State]:
        return {each.id: each.state for each in self.rows.values()}


class FakeOutbox:
    def __init__(self, store: FakeStore) -> None:
        self.store = store
        self.groups: list[int] = []
        self.batches: list[int] = []
        self.poison: str | None = None
        self.tidied: list[datetime] = []
        self.away = False
        self.looked = 0

    async def claim(
        self, work: UnitOfWork, *, now: datetime, machine_now: datetime, most: int, but_of: Collection[str] = ()
    ) -> Claimed:
        rows = cast(FakeWork, work).rows
        ready = sorted(
            (
                each
                for each in rows.values()
                if each.state is State.WAITING
                and each.due <= now
                and not (each.kind in but_of or ("fake" in but_of and each.kind not in OTHERS))
                and (each.not_before is None or each.not_before <= machine_now)
            ),
            key=lambda each: (each.due, each.rank, each.id),
        )[:most]
        due, late = [], []
        for each in ready:
            if each.expires < now:
                late.append(replace(each, state=State.SKIPPED, why="late"))
            else:
                due.append(replace(each, state=State.SENDING, attempts=each.attempts + 1))
        rows.update({each.id: each for each in (*due, *late)})
        self.batches.append(len(ready))
        return Claimed(tuple(due), tuple(late))

    async def settle(self, work: UnitOfWork, settlements: Sequence[Settlement]) -> None:
        rows = cast(FakeWork, work).rows
        for each in settlements:
            if each.notice_id == self.poison:
                raise Gone
            rows[each.notice_id] = replace(
                rows[each.notice_id],
                state=each.state,
                parts=each.parts,
                posts=each.posts,
                why=each.why,
                not_before=each.not_before,
                attempts=rows[each.notice_id].attempts - each.untried,
            )
        self.groups.append(len(settlements))

    async def next_due(self) -> Notice | None:
        await asyncio.sleep(0)
        if self.away:
            raise Gone
        waiting = [each for each in self.store.rows.values() if each.state is State.WAITING]
        return min(waiting, key=lambda each: (each.due, each.rank, each.id), default=None)

    async def ahead(self, *, machine_now: datetime) -> Ahead:
        self.looked += 1
        await asyncio.sleep(0)
        if self.away:
            raise Gone
        waiting = [each for each in self.store.rows.values() if each.state is State.WAITING]
        held = [each for each in waiting if each.not_before is not None and each.not_before > machine_now]
        due = min((each.due for each in waiting if each not in held), default=None)
        return Ahead(due, min((each.not_before for each in held if each.not_before), default=None))

    async def in_flight(self, work: UnitOfWork) -> list[Notice]:
        return [each for each in cast(FakeWork, work).rows.values() if each.state is State.SENDING]

    async def tidy(self, *, now: datetime) -> None:
        self.tidied.append(now)


@dataclass(frozen=True)
class Posted:
    mark: str
    to: str
    text: str
    at: float


class FakeAdapter:
    """Answers what it is told to, once each, and then that everything arrived."""

    name = "fake"
    capabilities = CAPABILITIES

    def __init__(self, store: FakeStore) -> None:
        self.store = store
        self.posts: list[Posted] = []
        self.answers: dict[str, list[Outcome | Exception]] = defaultdict(list)
        self.seconds: Mapping[str, float] = {}
        self.each_takes = 0.0
        self.begun: list[str] = []
        self.now_at: dict[str, int] = defaultdict(int)
        self.most_at_once = 0
        self.most_at_one_address = 0

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.begun.append(mark)
        self.now_at[to.id] += 1
        self.most_at_once = max(self.most_at_once, sum(self.now_at.values()))
        self.most_at_one_address = max(self.most_at_one_address, self.now_at[to.id])
        try:
            await asyncio.sleep(self.seconds.get(to.id, self.each_takes))
            if self.answers[mark]:
                answer = self.answers[mark].pop(0)
                if isinstance(answer, Exception):
                    raise answer
                if not isinstance(answer, Sent):
                    return answer
            self.posts.append(Posted(mark, to.id, part.blocks[0].text, time.time()))
            return Sent(f"p{len(self.posts)}")
        finally:
            self.now_at[to.id] -= 1

    @property
    def marks(self) -> list[str]:
        return [each.mark for each in self.posts]


class FakeLibrary:
    def write(self, message: Message, language: str) -> Written:
        block = message.blocks[0]
        assert isinstance(block, Para)
        assert isinstance(block.text, Own)
        if block.text.text == "wordless":
            raise KeyError(SECRET)
        return Written((WrittenBlock("para", block.text.text),))


@dataclass
class FakeClock:
    held: datetime

    def now(self) -> datetime:
        return self.held


async def compose(work: UnitOfWork, notice: Notice, house: House) -> Said | Settlement:
    cast(FakeWork, work).told.append(f"composed {notice.id}")
    if notice.kind == "broken":
        raise RuntimeError(SECRET)
    if notice.kind == "needless":
        return Settlement(notice.id, State.DROPPED, why="needless")
    if notice.kind == "closed":
        return Settlement(notice.id, State.FAILED, why="kicked")
    platform = notice.kind if notice.kind in OTHERS else "fake"
    moved = [each for each in cast(FakeWork, work).told if each.startswith("moved ")]
    group = moved[-1].split()[1] if moved else notice.group_id
    to = Address(platform, notice.person_id or group, notice.person_id is not None)
    return Said(to, Message((Para(Own(notice.kind)),)), "fi")


def fit(written: Written, capabilities: Capabilities) -> tuple[Written, ...]:
    """`one|two` becomes two parts."""
    return tuple(Written((WrittenBlock("para", text),)) for text in written.blocks[0].text.split("|") if text)


def verdict(
    notice: Notice, outcome: Outcome, *, parts: int, posts: tuple[str, ...], machine_now: datetime, marks: bool = False
) -> Settlement:
    state, why, not_before = State.WAITING, "", None
    match outcome:
        case Sent():
            state = State.SENT
        case Throttled(seconds):
            not_before = machine_now + timedelta(seconds=seconds)
        case NotSent(why):
            not_before = machine_now + timedelta(seconds=0.05)
            if notice.attempts > 3:
                state = State.FAILED
        case Unreachable(why) | Rejected(why):
            state = State.FAILED
        case Unsure(why):
            if notice.kind == "hour" or notice.attempts > 1:
                state = State.UNSURE
        case Moved():
            pass
    return Settlement(notice.id, state, parts=parts, posts=posts, why=why, not_before=not_before)


async def marks(work: UnitOfWork, notice: Notice, house: House) -> bool:
    return False


async def aftermath(
    work: UnitOfWork, notice: Notice, settlement: Settlement, outcome: Outcome | None, house: House
) -> None:
    told = cast(FakeWork, work).told
    if outcome is None and settlement.state is State.DROPPED:
        return
    if isinstance(outcome, Moved):
        told.append(f"moved {outcome.new_id}")
    elif settlement.state is not State.SENT:
        told.append(f"{notice.id} {settlement.state} {settlement.why}".strip())


async def until(true: Callable[[], bool], seconds: float = 3.0) -> None:
    """Wait for something that nobody announces."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.002)


STEPS = Steps(fit=fit, compose=compose, verdict=verdict, aftermath=aftermath, marks=marks)
QUICK = Waits(first_retry=0.01, longest_retry=0.05, post=5.0, gathering=0.002, stop=0.3)


class Hand:
    """A waking that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[datetime | None] = []

    def wake_at(self, when: datetime | None) -> None:
        self.asked.append(when)


class Stage:
    """A dispatcher with everything around it."""

    def __init__(
        self,
        *notices: Notice,
        clock: Any = None,
        pace: Pace | None = None,
        steps: Steps = STEPS,
        waits: Waits = QUICK,
        waking: Waking | None = None,
        beside: Mapping[str, Any] | None = None,
    ) -> None:
        self.store = FakeStore(*notices)
        self.outbox = FakeOutbox(self.store)
        self.adapter = FakeAdapter(self.store)
        self.clock = clock or FakeClock(START)
        self.hand = Hand()
        nothing = cast(Any, None)
        self.house = House(cast(Any, FakeLibrary()), nothing, self.clock, nothing, {"fake": CAPABILITIES})
        self.dispatcher = Dispatcher(
            cast(Any, self.store),
            self.outbox,
            cast(Any, {"fake": self.adapter, **(beside or {})}),
            self.house,
            waking or self.hand,
            steps=steps,
            paces={"fake": pace or Pace()},
            waits=waits,
            now=machine_now,
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Stage"]:
        task = asyncio.create_task(self.dispatcher.run())
        try:
            yield self
        finally:
            await self.dispatcher.stop()
            await task

    async def play(self, seconds: float = 3.0) -> None:
        """Run until everything due is settled."""
        async with self.running():
            assert await self.dispatcher.settled(seconds)


def several(count: int, *, groups: int = 1, **more: Any) -> list[Notice]:
    return [
        notice(f"n{n:03}", group=f"g{n % groups}", due=START - timedelta(seconds=1000 - n), **more)
        for n in range(count)
    ]
