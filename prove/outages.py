"""6. The database fails: the disk is full, it is gone, read-only, or locked by somebody else; 200 times each.

One Piiri runs with a group on Telegram's stand-in and one on Discord's. In every outage six notices come due (one at
its very beginning, while claims and posts are under way) and each convener presses a button that changes something.
Group time goes on by 1 s to 1 h; on the machine an outage lasts 0.3 to 2.4 s or, one in eight, 13 to 16 s, and each
wait of the machine is a sixth of what it is (backoffs, the wait for a lock, the grace of `/readyz`): all figures are in
seconds of service. A connection of its own looks into the database whenever a notice is handed to a platform.

It passes when no notice was handed over that was not committed as being sent, each of those due arrived exactly once,
nobody was told that something was kept that is not or the other way round, everybody who pressed was told something
within 12 s, all was well again at most 10 s after the database was (both presses answered, nothing due, `/readyz`
well), `/readyz` told of each of the long ones, and every part that listens or sends still did so.
"""

import asyncio
import logging
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from prove.outages_places import Place, Postgresql, Sqlite, place
from prove.outages_world import FAILED, HURRY, LATER, UNDECIDED, Pressed, World, world
from prove.report import Report, percentile
from tests.postgres import MISSING, binaries

TIMES = 200
WELL, WORD = 10.0, 12.0
SHORT, LONG = (0.05, 0.4), (2.2, 2.6)
"""Machine seconds that an outage lasts; one in eight is a long one."""

SMALL = 0.1
"""Below this part of its size a run is a test's."""

WORDS = {
    FAILED: "that it failed",
    LATER: "that it comes later",
    UNDECIDED: "that nobody knows whether it was saved",
}

LIMIT = 30.0
"""Machine seconds after which it will never be well again."""


@dataclass
class Found:
    """What all outages of one kind came to; times are in seconds of service."""

    outages: int = 0
    errors: int = 0
    again: list[float] = field(default_factory=list)
    words: list[float] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    lied: int = 0
    never_well: int = 0
    unnoticed: int = 0
    long: int = 0
    dead: int = 0


def run(scale: float, seed: int) -> Report:
    """So many outages of each kind, on every kind of database that there is."""
    report = Report("6. Outages: disk full, database gone, read-only, locked")
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        for each in (Sqlite, Postgresql) if binaries() else (Sqlite,):
            # A small run is to be short, and a server is slower to stop and to start than a file is to move.
            times = TIMES * scale / (4 if scale < SMALL and each is Postgresql else 1)
            with place(each) as there:
                asyncio.run(_tried(there, max(1, round(times)), random.Random(seed), report, 3 if scale < SMALL else 1))
    finally:
        logging.disable(level)
    if not binaries():
        report.tell(MISSING, "–")
    return report


async def _tried(there: Place, times: int, chance: random.Random, report: Report, slack: int = 1) -> None:
    found = {kind: Found() for kind in there.kinds}
    due: set[str] = set()
    async with world(there) as its:
        # In turn and not kind by kind, so that whatever one kind leaves behind meets the others.
        for number in range(times):
            for turn, kind in enumerate(there.kinds):
                long = number % 8 == (3 if turn % 2 else 7)
                due |= await _outage(its, kind, chance, found[kind], long=long)
        await _told(its, found, due, report, slack)


async def _outage(its: World, kind: str, chance: random.Random, found: Found, *, long: bool) -> set[str]:
    lasts = timedelta(seconds=3600 ** chance.random())
    machine = chance.uniform(*(LONG if long else SHORT))
    due = set(await its.plans(lasts))
    its.piiri.dispatcher.ring()
    await asyncio.sleep(chance.choice((0.0, 0.002, 0.005, 0.01)))
    before = its.piiri.store.pulse.errors.total()
    await asyncio.to_thread(its.place.breaks, kind)
    broken = time.monotonic() + 0.1  # what was under way by then may still be committed
    found.outages += 1
    found.long += long
    presses = [asyncio.create_task(its.presses(name)) for name in its.homes]
    noticed, steps = False, 3
    try:
        for _ in range(steps):
            await its.moves(lasts / steps)
            noticed |= await _looked(its, machine / steps)
    finally:
        await asyncio.to_thread(its.place.mends, kind)
    back = time.monotonic()
    found.unnoticed += long and not noticed and its.piiri.store.pulse.committed < broken
    found.errors += its.piiri.store.pulse.errors.total() - before
    try:
        async with asyncio.timeout(LIMIT):
            said = [await press for press in presses]
            for pressed in said:
                await its.settled(pressed)
                await _judged(its, pressed, found)
            await its.moves(timedelta(seconds=1))
            after = await asyncio.gather(*(its.presses(name) for name in its.homes))
            for pressed in after:
                await its.settled(pressed)
            while not await its.piiri.dispatcher.settled(1) or await its.health.amiss():  # noqa: ASYNC110
                await asyncio.sleep(0.005)
    except TimeoutError:
        found.never_well += 1
        for name, home in its.homes.items():  # so that it counts once
            home.pressed = await its.kept(name)
        return due
    found.again.append((time.monotonic() - back) * HURRY)
    found.words += [pressed.took * HURRY for pressed in said]
    for pressed in after:
        await _judged(its, pressed, found, during=False)
    found.dead += len(its.dead())
    return due


async def _looked(its: World, seconds: float) -> bool:
    """Whether `/readyz` tells of the database while so much time passes."""
    noticed, until = False, time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        noticed |= "database" in await its.health.amiss()
        await asyncio.sleep(min(left, 0.05))
    return noticed


async def _judged(its: World, pressed: Pressed, found: Found, *, during: bool = True) -> None:
    """Whether what a person was told is so."""
    home = its.homes[pressed.platform]
    kept = await its.kept(pressed.platform)
    so = {FAILED: {home.pressed}, UNDECIDED: {home.pressed, pressed.value}}.get(pressed.told, {pressed.value})
    if kept not in so or not pressed.told:
        found.lied += 1
    home.pressed = kept
    found.told[WORDS.get(pressed.told, "that it is done")] += during
    if not during and pressed.told in {FAILED, UNDECIDED}:
        found.never_well += 1


async def _told(its: World, found: dict[str, Found], due: set[str], report: Report, slack: int) -> None:
    within, soon = slack * WELL, slack * WORD  # a test has others beside it on the machine
    ledger, name = its.ledger, its.place.name
    async with its.piiri.store.begin() as work:
        rows: list[Any] = [row for row in [await work.notices.get(each) for each in due] if row is not None]
    arrived = Counter(mark.partition(":")[0] for mark, times in ledger.posts.items() for _ in range(times))
    doubles = sum(times - 1 for times in ledger.posts.values() if times > 1)
    for kind, each in found.items():
        report.tell(f"{name}: {kind} ({its.place.how[kind]})", each.outages)
        report.tell("  failures of the database in them", each.errors)
        said = ", ".join(f"{what} {times}" for what, times in sorted(each.told.items()))
        report.tell(f"  presses in them, told {said or 'nothing'}", sum(each.told.values()))
        word, well = max(each.words, default=0), max(each.again, default=0)
        report.judge("  first word, worst, s", f"{word:.1f}", f"<= {soon:.0f}", holds=word <= soon)
        figures = f"{percentile(each.again, 0.5):.1f} / {percentile(each.again, 0.99):.1f} / {well:.1f}"
        report.judge("  well again, median / p99 / worst, s", figures, f"<= {within:.0f}", holds=well <= within)
        report.none("  never well again", each.never_well)
        report.none("  told what is not so", each.lied)
        report.none(f"  unnoticed by /readyz, of {each.long} long ones", each.unnoticed)
        report.none("  parts dead", each.dead)
    report.tell(f"{name}: notices due in outages", len(due))
    report.tell("  handed over while nobody could be asked", ledger.unasked)
    report.none("  handed over without a committed claim", ledger.unclaimed)
    report.none("  lost", sum(row.state != "sent" or not arrived[row.id] for row in rows) + len(due) - len(rows))
    report.none("  arrived more than once", doubles)
