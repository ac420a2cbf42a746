"""A year of many groups on a held clock: what is sent, what is dropped, and what the process keeps in memory."""

import asyncio
import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.adapters.memory.adapter import MODAL, MemoryAdapter
from bot.app import Piiri, opened
from bot.chance import Chance
from bot.content.library import Library
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor, Notice, State
from bot.core.outgoing import Written
from bot.core.platform import Address, Outcome, Sent
from bot.core.ports import Rhythm
from bot.store_time import FIRST_DAY
from prove.many import One, Place, many
from prove.memory import held
from prove.report import Report
from scheduler.clock import HeldClock

LIBRARY = Library()
MEMBERS = 9
MEETINGS = 12
FIRST_MEETING = datetime(2026, 9, 15, 17)  # noqa: DTZ001 - wall time
MONTH = timedelta(days=365 / 12)
BRIEF = 3
"""Groups beside them whose season is as long and over within three months, and who all give feedback. What documents
keep in memory for good, such as fonts and what was set of the last ten, is there before anything is compared."""

FIRST_BRIEF = datetime(2026, 9, 3, 17)  # noqa: DTZ001 - wall time
SETTLED_IN = 3
"""Months."""

GROWTH = 10.0
"""MB from then to the end of the twelfth month. About ten kilobytes a group, a year."""

ANSWERING = 5
"""One group in so many gives feedback after each meeting, five of its members each two taps: enough to be shown."""

ONCE_A_MEETING = ("pretask", "brief", "reminder", "soon", "feedback", "results")
ROOM = "/dev/shm" if Path("/dev/shm").is_dir() else None


@dataclass
class Counting(MemoryAdapter):
    """The memory platform without its memory: it counts what arrives, by mark only as long as a day lasts."""

    groups: int = 0
    """Only what comes to so many groups, and to people of theirs, is counted."""
    posts: int = 0
    doubled: int = 0
    lately: set[str] = field(default_factory=set)

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.posts += int(to.id.split("-")[1]) < self.groups
        self.doubled += mark in self.lately
        self.lately.add(mark)
        return Sent(mark)

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        return Sent(post)


def year(groups: int, seed: int, report: Report) -> None:
    """From the first of September to the end of the next August."""
    asyncio.run(_year(groups, seed, report))


async def _year(groups: int, seed: int, report: Report) -> None:
    adapter = Counting(capabilities=MODAL, groups=groups)
    with tempfile.TemporaryDirectory(dir=ROOM) as name:
        url, key = f"sqlite:///{name}/year.db", Path(name) / "year.key"
        clock = HeldClock(FIRST_DAY)
        async with opened(
            url, key, lambda _: [adapter], clock=clock, wakes=False, chance=Chance(seed), library=LIBRARY
        ) as piiri:
            founded = await many(
                piiri.store,
                piiri.house,
                [_place(number) for number in range(groups)],
                members=MEMBERS,
                first=FIRST_MEETING,
                rhythm=Rhythm(1, "month"),
                meetings=MEETINGS,
                floor=Floor.FIVE,
            )
            brief = await many(
                piiri.store,
                piiri.house,
                [_place(groups + number) for number in range(BRIEF)],
                members=MEMBERS,
                first=FIRST_BRIEF,
                rhythm=Rhythm(1, "week"),
                meetings=MEETINGS,
                floor=Floor.FIVE,
            )
            cohorts = (_Cohort(founded, ANSWERING), _Cohort(brief, 1))
            lived = _Year(piiri, clock, adapter, cohorts, random.Random(seed))
            await lived.live(report)
            await _judge(piiri, adapter, groups, lived, report)


def _place(number: int) -> Place:
    return Place("memory", f"channel-{number}", lambda who: f"person-{number}-{who}")


@dataclass(frozen=True)
class _Cohort:
    """Groups that are alike; after each meeting one in so many answers the feedback."""

    groups: list[One]
    answering: int


@dataclass
class _Year:
    """What happens in it."""

    piiri: Piiri
    clock: HeldClock
    adapter: Counting
    cohorts: tuple["_Cohort", ...]
    chance: random.Random
    acts: int = 0
    held: dict[int, float] = field(default_factory=dict)
    """MB by month."""
    _acted: set[tuple[int, int, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._about = {
            meeting: (place, number)
            for place, cohort in enumerate(self.cohorts)
            for one in cohort.groups
            for number, meeting in enumerate(one.meetings)
        }

    async def live(self, report: Report) -> None:
        """Stop wherever something is due; people act on what was said; every day has its night."""
        end, day = FIRST_DAY + 12 * MONTH, self.clock.now().date()
        while (first := await self._next()) is not None and first.due < end:
            if first.due.date() != day:
                day = first.due.date()
                await self._night()
            self._note_memory(first.due)
            self.clock.move(max(first.due, self.clock.now()))
            self.piiri.dispatcher.ring()
            if not await self.piiri.dispatcher.settled(600):
                raise RuntimeError("what was due did not settle")
            await self._act(first)
        self.clock.move(end)
        await self._night()
        self._note_memory(end)
        report.tell("year: things that people did", f"{self.acts:,}")

    async def _act(self, first: Notice) -> None:
        """What people do upon what has just been said, once for each meeting."""
        place, meeting = self._about.get(first.meeting_id or "", (0, -1))
        said = "feedback" if first.kind == "held" else first.kind  # which are due together
        if (place, meeting, said) in self._acted:
            return
        self._acted.add((place, meeting, said))
        if said == "pretask":
            await self._cannot_come(self.cohorts[place], meeting)
        elif said == "feedback":
            await self._answer(self.cohorts[place], meeting)

    async def _next(self) -> Notice | None:
        return await self.piiri.store.outbox.next_due()

    async def _night(self) -> None:
        await self.piiri.night()
        self.adapter.lately.clear()

    def _note_memory(self, now: datetime) -> None:
        """At the end of each month."""
        month = int((now - FIRST_DAY) / MONTH)
        if month and month not in self.held:
            self.held[month] = held()

    async def _cannot_come(self, cohort: "_Cohort", meeting: int) -> None:
        for number, group in enumerate(cohort.groups):
            if (number + meeting) % 2:
                await self._press(group, self.chance.randrange(1, MEMBERS + 1), f"absent:{group.meetings[meeting]}:")

    async def _answer(self, cohort: "_Cohort", meeting: int) -> None:
        scales = self.piiri.house.library.programme("vahvistin").scales[:2]
        for number, group in enumerate(cohort.groups):
            if (number + meeting) % cohort.answering:
                continue
            for who in self.chance.sample(range(1, MEMBERS + 1), 6):  # one of whom may have been absent
                for scale in scales:
                    step = self.chance.randrange(1, 6)
                    await self._press(group, who, f"rate:{group.meetings[meeting]}:{scale}={step}")

    async def _press(self, group: One, who: int, data: str) -> None:
        self.acts += 1
        sender = Sender("memory", group.people[who], f"Aino {who}", "fi")
        await self.piiri.hear(Incoming(f"act-{self.acts}", sender, group.channel, Press(data)))


async def _judge(piiri: Piiri, adapter: Counting, groups: int, lived: _Year, report: Report) -> None:
    async with piiri.store.begin() as work:
        connection: Any = work.connection  # type: ignore[attr-defined]
        every = await connection.exec_driver_sql("SELECT group_id, kind, state, why, parts, due FROM notices")
        theirs = {one.id for one in lived.cohorts[0].groups}
        rows = [row for row in every if row.group_id in theirs]
        shown = (await connection.exec_driver_sql("SELECT count(*) FROM batches WHERE published")).scalar()
    states = Counter(row.state for row in rows)
    kinds = Counter((row.kind, row.state) for row in rows)
    reasons = Counter(row.why for row in rows if row.state == State.DROPPED)
    parts = sum(row.parts for row in rows if row.state == State.SENT)
    report.tell("  notices sent, parts of them", f"{states[State.SENT]:,}, {parts:,}")
    report.tell("  of the kinds", ", ".join(f"{kinds[each, State.SENT]:,} {each}" for each in ONCE_A_MEETING))
    report.tell("  dropped, nothing to say any more", f"{states[State.DROPPED]:,}")
    report.tell("  rounds of feedback that were shown", f"{shown:,}")
    report.judge("  posts that arrived", f"{adapter.posts:,}", f"{parts:,}", holds=adapter.posts == parts > 0)
    report.none("  posts that arrived twice", adapter.doubled)
    report.none(
        "  failed, unsure or too late", sum(states[each] for each in (State.FAILED, State.UNSURE, State.SKIPPED))
    )
    report.none("  dropped for any other reason", sum(reasons.values()) - reasons["nothing-to-say"])
    end = f"{lived.clock.now():%Y-%m-%d %H:%M:%S}"
    left = sum(row.state in {State.WAITING, State.SENDING} and str(row.due) < end for row in rows)
    report.none("  due and neither sent nor dropped", left)
    planned = groups * MEETINGS
    for kind in ("pretask", "reminder", "soon", "feedback"):
        sent = kinds[kind, State.SENT]
        report.judge(f"  {kind}: one a group and meeting", f"{sent:,}", f"{planned:,}", holds=sent == planned)
    _judge_memory(lived.held, report)


def _judge_memory(held: dict[int, float], report: Report) -> None:
    report.tell("  MB after each month", " ".join(f"{held[month]:.0f}" for month in sorted(held)))
    growth = held[12] - held[SETTLED_IN] if {SETTLED_IN, 12} <= held.keys() else float("inf")
    report.judge(
        "  MB after twelve months more than after three", f"{growth:+.1f}", f"<= {GROWTH:.0f}", holds=growth <= GROWTH
    )
