"""What 'what is due' costs with ten thousand notices waiting, and with a million; what waking up to them costs."""

import asyncio
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.commands import PIIRI, free_port
from bench.table import Line, judged
from bench.waiting import DUE, made
from bot.core.model import State
from bot.core.ports import Settlement
from bot.store.store import open_store

FEW, MANY = 10_000, 1_000_000
BATCH = 64
ROUNDS = 25
STARTS = 5


def measure() -> Iterator[Line]:
    """Both stores in turn, round by round; medians and the median of the paired ratios."""
    yield from asyncio.run(_measure())


async def _measure() -> list[Line]:
    with tempfile.TemporaryDirectory() as folder:
        paths = {waiting: Path(folder) / f"{waiting}.db" for waiting in (0, FEW, MANY)}
        keys = {w: await made(path, w, BATCH * (ROUNDS + 1) if w else 0) for w, path in paths.items()}
        few, many = await _claims([(paths[w], keys[w]) for w in (FEW, MANY)])
        none, all_ = await asyncio.to_thread(_starts, [(paths[w], keys[w]) for w in (0, MANY)])
    ratio = statistics.median(b / a for a, b in zip(few, many, strict=True))
    each = [f"{statistics.median(times) * 1000:.1f} ms" for times in (many, few)]
    what = f"'what is due' (look, claim {BATCH}, settle), {MANY:,} / {FEW:,} waiting"
    starts = statistics.median(b / a for a, b in zip(none, all_, strict=True))
    return [
        judged(what, ratio, 1.2, "×", ours=each[0], theirs=each[1]),
        Line(
            f"`piiri run` until it answers, {MANY:,} waiting / none",
            f"{statistics.median(all_):.2f} s",
            f"{statistics.median(none):.2f} s",
            f"{starts:.2f} ×",
        ),
    ]


async def _claims(stores: list[tuple[Path, Path]]) -> list[list[float]]:
    opened = [await open_store(f"sqlite:///{path}", key) for path, key in stores]
    times: list[list[float]] = [[] for _ in stores]
    for number in range(ROUNDS + 1):
        for store, taken in zip(opened, times, strict=True):
            begun = time.perf_counter()
            await store.outbox.ahead(machine_now=DUE)
            async with store.begin() as work:
                claimed = await store.outbox.claim(work, now=DUE, machine_now=DUE, most=BATCH)
            async with store.begin() as work:
                await store.outbox.settle(work, [Settlement(n.id, State.SENT) for n in claimed.due])
            assert len(claimed.due) == BATCH
            if number:  # the first one warms up
                taken.append(time.perf_counter() - begun)
    for store in opened:
        await store.close()
    return times


def _starts(stores: list[tuple[Path, Path]]) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in stores]
    for number in range(STARTS + 1):
        for (path, key), taken in zip(stores, times, strict=True):
            env = {
                **os.environ,
                "PIIRI_DATABASE_URL": f"sqlite:///{path}",
                "PIIRI_KEY_FILE": str(key),
                "PIIRI_PORT": str(free_port()),
            }
            begun = time.perf_counter()
            running = subprocess.Popen([PIIRI, "run"], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            assert running.stdout is not None
            while b"Piiri is at" not in running.stdout.readline():
                assert running.poll() is None
            if number:
                taken.append(time.perf_counter() - begun)
            running.terminate()
            running.wait(10)
    return times
