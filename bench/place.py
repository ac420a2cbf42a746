"""A Piiri on a temporary store and the memory platform, for measurements."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.adapters.memory.adapter import Arrived, MemoryAdapter
from bot.app import Piiri, opened
from bot.core.incoming import Sender
from bot.core.model import Floor, Group
from bot.core.outgoing import Written
from bot.core.people import person_for
from bot.core.platform import Address, Outcome, Sent
from bot.core.ports import Clock, Rhythm
from bot.core.uses.founding.setup import Spec, found
from bot.store_time import FIRST_DAY
from scheduler.clock import HeldClock


class Plain(MemoryAdapter):
    """The memory platform without its memory: it does not look through all that arrived for a mark posted twice."""

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        self.arrived.append(Arrived(to, mark, part))
        return Sent(str(len(self.arrived) - 1))


@asynccontextmanager
async def place(clock: Clock | None = None, *, wakes: bool = False) -> AsyncIterator[tuple[Piiri, MemoryAdapter]]:
    """Started, on a held clock unless another is given; everything is gone afterwards."""
    adapter = Plain()
    with tempfile.TemporaryDirectory() as folder:
        url, key = f"sqlite:///{folder}/bench.db", Path(folder) / "bench.key"
        clock = clock or HeldClock(FIRST_DAY)
        async with opened(url, key, lambda *_: [adapter], clock=clock, wakes=wakes) as piiri:
            yield piiri, adapter


async def a_group(piiri: Piiri, number: int) -> Group:
    """One group of six meetings, in a transaction of its own."""
    programme = piiri.house.library.programme("vahvistin")
    spec = Spec(
        name=f"Group {number}",
        platform="memory",
        channel=f"channel-{number}",
        programme=programme.slug,
        language="fi",
        zone=ZoneInfo("Europe/Helsinki"),
        first=datetime(2027, 9, 15, 17),  # noqa: DTZ001 - wall time
        rhythm=Rhythm(3, "week"),
        minutes=150,
        meetings=6,
        place="",
        link="",
        themes=programme.themes()[:4],
        floor=Floor.FIVE,
    )
    async with piiri.store.begin() as work:
        convener = await person_for(work, piiri.house, Sender("memory", f"convener-{number}", f"C{number}"))
        return await found(work, piiri.house, spec, convener)
