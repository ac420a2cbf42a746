"""One bad group among many that are due at once: how much longer do the others wait for its sake?"""

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

from prove.hurried import HurriedLoop, hurried
from prove.report import Report
from prove.sends_house import Stand, filled, standing
from prove.sends_weather import Fate

PLATFORMS = ("telegram", "discord")
GROUPS, LEAST = 300, 40
MOST = 2.0
"""Seconds that an innocent group may wait longer."""

FOR_EVER = 90.0
"""Seconds after which the bad group is well, so that the run can end; every innocent post is long through."""

WAYS = {
    "told to wait 1 s, for ever": Fate("429", 1),
    "never answered": Fate("timeout after"),
    "told to wait 40 s, for ever": Fate("429", 40),
    "a server's error each time": Fate("5xx before"),
    "the connection breaks each time": Fate("reset before"),
}

A_TRIFLE = 0.1
"""The part of its size up to which the first two ways are all."""

Arrivals = dict[str, float]
"""When each innocent post arrived, in seconds from when it was due, by its mark."""


def delays(scale: float, seed: int, report: Report, modules: list[Any]) -> None:
    """Measure it for each way of being bad, with a bad group on both platforms at once."""
    groups = max(LEAST, int(GROUPS * scale))
    with tempfile.TemporaryDirectory(dir=_room()) as name:
        first = Path(name) / "first"
        first.mkdir()
        asyncio.run(filled(first, groups, 3, seed + 1))
        alone, _ = _run(first, None, seed, modules)
        for what, fate in list(WAYS.items())[: None if scale > A_TRIFLE else 2]:
            with_it, tries = _run(first, fate, seed, modules)
            missing = alone.keys() - with_it.keys()
            worst = max((with_it[mark] - alone[mark] for mark in alone.keys() & with_it.keys()), default=float("inf"))
            holds = worst < MOST and not missing and tries > len(PLATFORMS)
            report.judge(f"one is {what}: others wait", f"{worst:.2f} s", f"< {MOST:.0f} s", holds=holds)
            report.tell("  others, and how often it was tried", f"{len(alone):,}, {tries:,}")


def _room() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _run(first: Path, fate: Fate | None, seed: int, modules: list[Any]) -> tuple[Arrivals, int]:
    with tempfile.TemporaryDirectory(dir=_room()) as name:
        folder = Path(name) / "run"
        shutil.copytree(first, folder)
        return hurried(lambda loop: _due(loop, folder, fate, seed), *modules)


async def _due(loop: HurriedLoop, folder: Path, fate: Fate | None, seed: int) -> tuple[Arrivals, int]:
    async with standing(folder, loop, seed, fair=True) as stand:
        await stand.settles()  # the plans, which are due from the beginning
        bad = _bad(stand)
        if fate is not None:
            for platform, address in bad.items():
                stand.weathers[platform].bad[address] = fate
        before = loop.time()
        mending = asyncio.create_task(_mend(stand))
        await stand.moves_on()
        await mending
        telegram = {mark: at for mark, times in stand.telegram.book.arrived.items() for at in times[:1]}
        discord = {mark: times[0] for mark, times in stand.discord.arrivals().items()}
        theirs = await _marks_of(stand, bad)
        found = {mark: at - before for mark, at in (telegram | discord).items() if at >= before}
        innocent = {mark: at for mark, at in found.items() if mark.partition(":")[0] not in theirs}
        return innocent, sum(stand.weathers[each].book.fates[fate.what] for each in PLATFORMS if fate)


async def _mend(stand: Stand) -> None:
    await asyncio.sleep(FOR_EVER)
    for weather in stand.weathers.values():
        weather.bad.clear()


def _bad(stand: Stand) -> dict[str, str]:
    """One group's channel on each platform: of those whose turn comes early, so that the most are behind it."""
    chat = next(iter(stand.telegram.world.groups))
    channel = next(each for each in stand.discord.world.channels.values() if each.guild is not None)
    return {"telegram": str(chat), "discord": stand.discord.address(channel.id)}


async def _marks_of(stand: Stand, bad: dict[str, str]) -> set[str]:
    async with stand.piiri.store.begin() as work:
        groups = [group for each in bad.values() for group in await work.groups.find(channel=each)]
        return {notice.id for group in groups for notice in await work.notices.find(group_id=group.id)}
