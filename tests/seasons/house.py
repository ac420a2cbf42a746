"""Piiri as its operator has it: `piiri run --rehearsal`, a process with settings, a clock to move and a health answer."""

import asyncio
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from tests.cli.command import PIIRI, Place, Running, free_port

HELSINKI = ZoneInfo("Europe/Helsinki")


class Astray(AssertionError):
    """The season went another way than its script."""


@dataclass(repr=False)
class House:
    """The bot's process, again and again on what it kept, and its time, which is local in Helsinki."""

    folder: Path
    command: Sequence[str] = (str(PIIRI),)
    patience: float = 10.0
    settings: dict[str, str] = field(default_factory=dict)
    runs: list[Running] = field(default_factory=list)
    left: list[bytes] = field(default_factory=list)
    """The database's files as they lay on the disk, at each end of the process."""
    last: int = 0
    """How many of those lay there at the last end."""
    now: datetime = datetime(2026, 9, 1, 9)

    async def starts(self) -> None:
        """Begin, or go on where it left off; whether it listens anywhere is for the platforms to say."""
        port = free_port()
        settings = {"PIIRI_PORT": str(port), "PIIRI_LOG_LEVEL": "debug", **self.settings}
        process = subprocess.Popen(  # noqa: ASYNC220 - nothing waits for it to begin
            [*self.command, "run", "--rehearsal"],
            cwd=self.folder, env=Place(self.folder, settings).environment,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.bot = Running(process, port)
        self.runs.append(self.bot)
        await asyncio.to_thread(self.bot.wait_for, "Piiri is at")
        self._web = httpx.AsyncClient(base_url=self.bot.url, timeout=120)

    async def kills(self) -> None:
        """With -9: it has no time to put anything away."""
        self.bot.process.kill()
        await asyncio.to_thread(self.bot.process.wait, 10)
        await self._web.aclose()
        self._keep_files()

    async def ends(self) -> None:
        """In good order."""
        await self._web.aclose()
        assert await asyncio.to_thread(self.bot.stop) == 0
        self._keep_files()

    def kills_what_runs(self) -> None:
        """Whatever went astray, no process stays."""
        for run in self.runs:
            if run.process.poll() is None:
                run.process.kill()
            run.process.wait(10)

    def _keep_files(self) -> None:
        here = [path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file()]
        self.last = len(here)
        self.left += here

    async def health(self) -> Any:
        """What it says of itself."""
        return (await self._web.get("/readyz")).json()

    # Time

    async def until(self, when: datetime) -> None:
        """Move group time on, stopping wherever something is due."""
        place = (await self._web.get("/rehearsal/clock")).json()
        while place["next"] and _local(place["next"]["due"]) <= when:
            place = await self.moves(max(self.now, _local(place["next"]["due"])))
        await self.moves(when)

    async def moves(self, to: datetime) -> Any:
        """Move it there at once, and wait until all that is due by then is sent."""
        self.now = to
        answer = await self._web.post("/rehearsal/clock", json={"to": _iso(to)})
        place = answer.json()
        if answer.status_code != 200 or not place["settled"] or _local(place["now"]) != to:
            raise Astray(f"the clock did not move to {to}: {place}")
        return place

    async def next_due(self) -> Any:
        """What the bot's clock says is due next."""
        return (await self._web.get("/rehearsal/clock")).json()["next"]

    async def waits(self, holds: Callable[[], object], what: str) -> None:
        """Until something is so; Astray when it does not become so."""
        deadline = time.monotonic() + self.patience
        while not holds():
            if time.monotonic() > deadline:
                raise Astray(f"waited in vain until {what}")
            await asyncio.sleep(0.002)


def _local(iso: str) -> datetime:
    return datetime.fromisoformat(iso).astimezone(HELSINKI).replace(tzinfo=None)


def _iso(local: datetime) -> str:
    return local.replace(tzinfo=HELSINKI).astimezone(UTC).isoformat()
