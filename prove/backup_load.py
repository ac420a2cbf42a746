"""A Piiri under load in a process of its own: chains of turns that know where they stand, and notices all the while."""

import asyncio
import logging
import mmap
import os
import signal
import struct
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy.exc import DBAPIError

from prove.writers import BEGUN, House, begin_at, house, said
from scheduler.control import Unfit

CHAINS = 4
IN_EACH = 3
"""Groups that a chain goes round: its turn n writes n in one, n + 1 in the next."""

AWAY = datetime(2031, 3, 4, 17)  # noqa: DTZ001 - wall time; the chains' meetings are never reached
_SLOT = struct.Struct("Q")


class Told:
    """Numbers that both processes see: how far each chain has asked and been acknowledged, and what else went on."""

    NAMES = (
        *(f"asked{n}" for n in range(CHAINS)),
        *(f"acked{n}" for n in range(CHAINS)),
        "refused",
        "posts",
        "slowest",
        "up",
    )

    def __init__(self) -> None:
        self._shared = mmap.mmap(-1, 4096)

    def __getitem__(self, name: str) -> int:
        return int(_SLOT.unpack_from(self._shared, 8 * self.NAMES.index(name))[0])

    def __setitem__(self, name: str, value: int) -> None:
        _SLOT.pack_into(self._shared, 8 * self.NAMES.index(name), value)

    def chains(self, what: str) -> list[int]:
        return [self[f"{what}{n}"] for n in range(CHAINS)]


@dataclass(frozen=True)
class Link:
    """One group of a chain: whose note, on which meeting."""

    who: str
    meeting: str
    note: str


@dataclass
class Ground:
    """A store that is laid out, and where the chains go round in it."""

    url: str
    key: Path
    chains: list[list[Link]]


async def lay(folder: Path) -> Ground:
    """Found the chains' groups in a new store, each with the first note written."""
    url, key = f"sqlite:///{folder / 'piiri.db'}", folder / "key" / "piiri.key"
    await begin_at(url, key, BEGUN)
    chains = []
    async with house(url, key, prefix="lay") as at:
        for chain in range(CHAINS):
            links = []
            for number in range(IN_EACH):
                people = [f"c{chain}.{number}.{person}" for person in range(6)]
                circle = await at.found(f"chain{chain}.{number}", people, first=AWAY)
                who, meeting = people[0], circle.meetings[0].id
                await at.fills(who, "note", f"{meeting}:", text="0")
                async with at.piiri.store.begin() as work:
                    (note,) = await work.notes.find(meeting_id=meeting)
                links.append(Link(who, meeting, note.id))
            chains.append(links)
    return Ground(url, key, chains)


class Load:
    """As a context: the process, from when it is up until it is told to stop."""

    def __init__(self, ground: Ground) -> None:
        self.ground, self.told = ground, Told()

    def __enter__(self) -> Self:
        self._pid = os.fork()
        if not self._pid:
            status = 1
            try:
                logging.disable()
                asyncio.run(_live(self.ground, self.told))
                status = 0
            except BaseException:
                sys.excepthook(*sys.exc_info())
            finally:
                os._exit(status)
        deadline = time.monotonic() + 60
        while not self.told["up"]:
            if time.monotonic() > deadline or os.waitpid(self._pid, os.WNOHANG)[0]:
                raise RuntimeError("the Piiri under load did not come up")
            time.sleep(0.01)
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGTERM)
        self.status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


async def _live(ground: Ground, told: Told) -> None:
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    async with house(ground.url, ground.key, prefix=f"{os.getpid()}.") as at:
        told["up"] = 1
        parts = [asyncio.create_task(_chain(at, told, n, links, stopping)) for n, links in enumerate(ground.chains)]
        parts.append(asyncio.create_task(_seasons(at, told, stopping)))
        await asyncio.wait([*parts, asyncio.create_task(stopping.wait())], return_when=asyncio.FIRST_COMPLETED)
        stopping.set()
        await asyncio.gather(*parts)


async def _chain(at: House, told: Told, chain: int, links: list[Link], stopping: asyncio.Event) -> None:
    """Turn after turn, each asked for only once the one before was acknowledged."""
    while not stopping.is_set():
        number = told[f"acked{chain}"] + 1
        link = links[number % len(links)]
        told[f"asked{chain}"] = number
        began = time.monotonic()
        answer = await at.fills(link.who, "note", f"{link.meeting}:{link.note}", text=str(number))
        told["slowest"] = max(told["slowest"], round((time.monotonic() - began) * 1000))
        if "Saved" in said(answer):
            told[f"acked{chain}"] = number
        else:
            told["refused"] += 1
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), 0.004)


async def _seasons(at: House, told: Told, stopping: asyncio.Event) -> None:
    """Seasons on a hurried clock: people join, answer and leave, notices are due at every stop."""
    at.adapter.fate = _counted(at, told)
    season = 0
    while not stopping.is_set():
        season += 1
        people = [f"s{os.getpid()}.{season}.{person}" for person in range(6)]
        circle = await at.found(f"season{os.getpid()}.{season}", people, meetings=4)
        for stop in range(60):
            if stopping.is_set():
                return
            try:
                await at.control.move({"next": True})
            except Unfit:  # only the chains' own notices are left, years ahead
                break
            except (TimeoutError, DBAPIError):  # on a busy machine a commit may come too late, and is said to
                told["refused"] += 1
            who = people[stop % len(people)]
            meeting = circle.meetings[min(stop // 14, 3)]
            await at.presses(who, f"rate:{meeting.id}:heard=4")
            await at.fills(who, "sentence", meeting.id, sentence=f"{who} {stop}")
            await at.fills(who, "expect", circle.group.id, hope=f"{who} {stop}")
            await at.presses(who, f"{('absent', 'coming', 'late')[stop % 3]}:{meeting.id}:")
            if stop == 40:
                await at.presses(who, "forget-sure::")
            await asyncio.sleep(0.01)


def _counted(at: House, told: Told):  # type: ignore[no-untyped-def]
    fate = at.adapter.fate
    assert fate

    def arrived(*given):  # type: ignore[no-untyped-def]
        told["posts"] += 1
        return fate(*given)

    return arrived
