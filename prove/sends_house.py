"""Many groups on both platforms in one real store, and everything that sends for them on a hurried clock."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot.app import Piiri
from bot.chance import Chance
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core import delivery
from bot.core.delivery import Said
from bot.core.model import Notice
from bot.core.ports import House, Settlement, UnitOfWork
from bot.serving.serve import DISCORD, TELEGRAM
from bot.store.store import SqlStore, open_store
from bot.store_time import FIRST_DAY
from prove.hurried import HurriedLoop
from prove.many import founded
from prove.sends_platforms import Discord, NotedDiscord, NotedTelegram, Telegram
from prove.sends_weather import Book, Weather
from scheduler.clock import HeldClock, NoWaking
from scheduler.dispatcher import Dispatcher
from scheduler.pace import Gate
from scheduler.steps import Steps

FIRST_MEETING = datetime(2026, 9, 15, 17)  # noqa: DTZ001 - wall time
FURTHER = 1_000_000
"""Between the seeds of founding and of what comes after it: the same ids must not come twice."""

LIBRARY = Library()


async def filled(folder: Path, groups: int, members: int, seed: int) -> None:
    """A store with so many groups, in turn on each platform, all of them planned and nothing sent."""
    platforms = [("telegram", "discord")[number % 2] for number in range(groups)]
    await founded(*database(folder), platforms, members=members, first=FIRST_MEETING, seed=seed, library=LIBRARY)


def database(folder: Path) -> tuple[str, Path]:
    """Its address and its key."""
    return f"sqlite:///{folder}/sends.db", folder / "sends.key"


@dataclass
class Stand:
    """Piiri with both platforms, running; `clock` is the groups' time, the loop's that of the machine."""

    piiri: Piiri
    clock: HeldClock
    telegram: Telegram
    discord: Discord
    loop: HurriedLoop
    kinds: dict[str, str]
    """Of all notices that anything was to be said of, those included whose rows are gone."""

    @property
    def weathers(self) -> dict[str, Weather]:
        """By platform."""
        return {"telegram": self.telegram.weather, "discord": self.discord.weather}

    async def moves_on(self) -> bool:
        """Move the groups' time to the next instant at which anything is due, and send that; False where nothing is."""
        first = await self.piiri.store.outbox.next_due()
        if first is None:
            return False
        self.clock.move(max(first.due, self.clock.now()))
        self.piiri.dispatcher.ring()
        await self.settles()
        return True

    async def settles(self) -> None:
        """Until nothing is due and nothing is in hand; looked at now and then, for looking costs more than waiting."""
        calm = 0
        while calm < 2:
            await asyncio.sleep(0.25 if calm else 1.0)
            first = await self.piiri.store.outbox.next_due()
            due = first is not None and first.due <= self.clock.now()
            calm = 0 if due or self.piiri.dispatcher.health().in_hand else calm + 1


@asynccontextmanager
async def standing(folder: Path, loop: HurriedLoop, seed: int, *, fair: bool = False) -> AsyncIterator[Stand]:
    """On the store in this folder, in weather of this seed, or in none."""
    url, key = database(folder)
    chance, clock = Chance(seed + FURTHER), HeldClock(FIRST_DAY)
    store = await open_store(url, key, chance)
    telegram = Telegram(Weather(Book(), seed, loop.time), seed)
    discord = Discord(Weather(Book(), seed, loop.time, says_for_all=True), seed)
    telegram.weather.fair = discord.weather.fair = fair
    await telegram.start()
    await discord.start()
    with patch("discord.utils.utcnow", loop.now):
        on_telegram = NotedTelegram(
            telegram.token, inbox=store.inbox, library=LIBRARY, gate=_gate(TELEGRAM, loop), api_url=telegram.url
        )
        on_discord = NotedDiscord(
            discord.token,
            library=LIBRARY,
            gate=_gate(DISCORD, loop),
            api_url=discord.api,
            gateway_url=discord.gateway,
        )
        on_telegram.book, on_discord.book = telegram.book, discord.book
        await _peopled(store, telegram, discord)
        await on_discord.knows(discord)
        adapters: dict[str, Any] = {"telegram": on_telegram, "discord": on_discord}
        can = {name: each.capabilities for name, each in adapters.items()}
        house = House(LIBRARY, TypedText(), clock, chance, can)
        kinds: dict[str, str] = {}

        async def noted(work: UnitOfWork, notice: Notice, house: House) -> Said | Settlement:
            kinds[notice.id] = notice.kind
            return await delivery.compose(work, notice, house)

        dispatcher = Dispatcher(
            store,
            store.outbox,
            adapters,
            house,
            NoWaking(),
            steps=Steps(compose=noted),
            now=loop.now,
            monotonic=loop.time,
        )
        piiri = Piiri(store, house, adapters, dispatcher, NoWaking())
        await dispatcher.recover()
        piiri._spawn(dispatcher.run(), "dispatcher")
        try:
            yield Stand(piiri, clock, telegram, discord, loop, kinds)
        finally:
            await piiri.stop()
            await on_telegram.close()
            await on_discord.close()
            await telegram.stop()
            await discord.stop()
            await store.close()


def _gate(pace: Any, loop: HurriedLoop) -> Gate:
    return Gate(pace, monotonic=loop.time)


async def _peopled(store: SqlStore, telegram: Telegram, discord: Discord) -> None:
    """The stand-ins know everybody whom the store knows."""
    async with store.begin() as work:
        connection: Any = work.connection
        rows = await connection.exec_driver_sql(
            "SELECT g.platform, g.channel, p.handle FROM groups g JOIN conveners c ON c.group_id = g.id "
            "JOIN persons p ON p.id = c.person_id UNION SELECT g.platform, g.channel, p.handle FROM groups g "
            "JOIN members m ON m.group_id = g.id JOIN persons p ON p.id = m.person_id ORDER BY 2, 3"
        )
        people: dict[tuple[str, str], list[int]] = {}
        for platform, channel, handle in rows:
            people.setdefault((platform, channel), []).append(int(handle))
    for (platform, channel), handles in people.items():
        if platform == "telegram":
            theirs = [telegram.person("Aino", opened=True, person_id=each) for each in handles]
            telegram.group("Piiri", theirs, kind="group", bot="member", group_id=int(channel))
        else:
            server, _, within = channel.partition("/")
            members = [discord.person("Aino", person_id=each) for each in handles]
            guild = discord.guild("Talo", members=members, guild_id=int(server))
            discord.channel(guild, "piiri", channel_id=int(within))


MODULES_WITH_TIME = (
    "tests.fakes.telegram.state",
    "tests.fakes.telegram.server",
    "tests.fakes.telegram.shapes",
    "tests.fakes.discord.clock",
    "bot.adapters.discord.posting",
    "bot.adapters.discord.adapter",
)
"""What asks the module `time` on the way of a post."""
