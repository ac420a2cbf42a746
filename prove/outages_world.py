"""One Piiri with a group on Telegram and one on Discord, hurried, and what is done to and asked of it in an outage."""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import discord

import bot.app
import bot.serving.health
import bot.serving.serve
import bot.store.postgresql
import bot.store.sqlite
import bot.store.sqlite_driver
import bot.store.transactions
from bot.adapters.discord import adapter as discord_module
from bot.adapters.discord.client import build_client
from bot.adapters.telegram import intake, polling
from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor, Group
from bot.core.outgoing import Written, WrittenBlock, WrittenButton, say
from bot.core.people import person_for
from bot.core.platform import Adapter, Address, Outcome, Sent
from bot.core.ports import Rhythm
from bot.core.tell import A_WEEK, tell
from bot.core.uses.founding.setup import Spec, found
from bot.serving.health import Health
from bot.serving.serve import discord_adapter, telegram_adapter
from bot.settings import Settings
from bot.store.store import LEASE_SECONDS
from prove.outages_places import Place
from scheduler.clock import HeldClock
from scheduler.dispatcher import Dispatcher
from scheduler.pace import Pace
from scheduler.steps import Waits
from tests.discord.post_office_discord import Hurried
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.telegram.fake import FakeTelegram

HURRY = 6.0
"""How much shorter every wait of the machine's is here: backoffs, locks, patience."""

HELSINKI = ZoneInfo("Europe/Helsinki")
LIBRARY = Library()
FAILED = LIBRARY.text(say("refused-error"), "en")
UNDECIDED = LIBRARY.text(say("refused-undecided"), "en")
LATER = LIBRARY.text(say("kept-later"), "en")
OTHER = {"ask": "closed", "closed": "ask", "open": "ask"}
EACH = 3
"""Notices that come due in each group during an outage."""


@dataclass
class Ledger:
    """Everything that was handed to a platform, by notice: what was committed of it then, and whether it arrived."""

    place: Place
    unclaimed: int = 0
    unasked: int = 0
    posts: Counter[str] = field(default_factory=Counter)
    kept_out: set[str] = field(default_factory=set)

    def watch(self, adapter: Adapter) -> None:
        """Everything that this adapter posts for the dispatcher goes through here."""
        post = adapter.post

        async def recorded(to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
            state = self.place.state(mark.partition(":")[0])
            self.unasked += state is None
            self.unclaimed += state not in {"sending", None}
            outcome = await post(to, part, mark=mark, again=again)
            self.posts[mark] += isinstance(outcome, Sent)
            return outcome

        adapter.post = recorded  # type: ignore[method-assign]


@dataclass
class Home:
    """A group on one platform, with its convener, and a post of the bot's there with the two buttons that are used."""

    group: Group
    person: Any
    panel: Any
    pressed: str = "open"
    """What the convener has pressed last that was not refused."""


@dataclass
class World:
    """Up and running."""

    piiri: Piiri
    place: Place
    ledger: Ledger
    health: Health
    telegram: FakeTelegram
    discord: FakeDiscord
    homes: dict[str, Home] = field(default_factory=dict)
    numbers: Any = field(default_factory=count)

    @property
    def clock(self) -> HeldClock:
        """Group time."""
        clock = self.piiri.house.clock
        assert isinstance(clock, HeldClock)
        return clock

    async def plans(self, lasts: timedelta) -> list[str]:
        """Notices in each group that come due from now until the end of an outage; their ids."""
        now, planned = self.clock.now(), []
        async with self.piiri.store.begin() as work:
            for home in self.homes.values():
                for number in range(EACH):
                    due = now + lasts * number / EACH
                    ref = f"{next(self.numbers)}"
                    await tell(work, self.piiri.house, home.group, "paused", due=due, expires=due + A_WEEK, ref=ref)
                waiting = await work.notices.find(group_id=home.group.id, kind="paused", state="waiting")
                planned += [notice.id for notice in waiting]
        return planned

    async def moves(self, by: timedelta) -> None:
        """Group time goes on, and whatever came due is looked at."""
        self.clock.move(self.clock.now() + by)
        self.piiri.dispatcher.ring()

    async def presses(self, platform: str) -> "Pressed":
        """The convener changes something; what they were told at once, which may be nothing yet."""
        home = self.homes[platform]
        value = OTHER[home.pressed]
        data, began = f"newcomers:{home.group.id}:{value}", time.monotonic()
        if platform == "discord":
            button = next(b.custom_id for b in home.panel.buttons if b.custom_id.startswith(data))
            answered = await self.discord.presses(home.person, home.panel, button, patience=30)
            return Pressed(platform, value, answered.text, time.monotonic() - began)
        before = len(self.telegram.ledger.in_chat(home.person))
        query = self.telegram.presses(home.person, home.panel, data)
        while query not in self.telegram.answers and len(self.telegram.ledger.in_chat(home.person)) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.003)
        took = time.monotonic() - began
        by_the_way = (self.telegram.answers.get(query) or [None])[0]
        if by_the_way in {LATER, FAILED, UNDECIDED}:  # and nothing more comes in private
            return Pressed(platform, value, str(by_the_way), took)
        while len(self.telegram.ledger.in_chat(home.person)) == before:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.003)
        return Pressed(platform, value, self.telegram.ledger.last(home.person).text, took)

    async def kept(self, platform: str) -> str:
        """What is so in the database."""
        while True:
            try:
                async with self.piiri.store.begin() as work:
                    group = await work.groups.get(self.homes[platform].group.id)
            except Exception:  # a connection that was lost meanwhile is found out by using it
                await asyncio.sleep(0.02)
                continue
            assert group is not None
            return group.newcomers.value

    async def settled(self, pressed: "Pressed") -> None:
        """Until a press that was to be seen to later is."""
        if pressed.told == LATER:
            while await self.kept(pressed.platform) != pressed.value:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.005)

    def dead(self) -> list[str]:
        """The parts that should listen or send and do neither."""
        return self.piiri.over()


@dataclass(frozen=True)
class Pressed:
    """One press: what was to be changed, what its person was told first, and after how many seconds."""

    platform: str
    value: str
    told: str
    took: float


@asynccontextmanager
async def world(place: Place) -> AsyncIterator[World]:
    """The world, with its two groups founded and both platforms listening."""
    telegram, fake = FakeTelegram(), FakeDiscord()
    ledger = Ledger(place)
    await telegram.start()
    await fake.start()

    def adapters(ground: Ground) -> Sequence[Adapter]:
        settings = Settings(
            telegram_token=telegram.token,
            telegram_api_url=telegram.url,
            discord_token=fake.token,
            discord_api_url=fake.api,
            discord_gateway_url=fake.gateway,
        )
        return [telegram_adapter(settings, ground), discord_adapter(settings, ground)]

    try:
        with _hurried():
            async with opened(
                place.url,
                place.key,
                adapters,
                library=LIBRARY,
                held=True,
                wakes=False,
                lease_seconds=LEASE_SECONDS / HURRY,
            ) as piiri:
                place.opened(piiri.store._transactions.backend.writing)
                made = World(piiri, place, ledger, Health(piiri), telegram, fake)
                await _homes(made)
                for adapter in piiri.adapters.values():
                    ledger.watch(adapter)
                yield made
    finally:
        await telegram.stop()
        await fake.stop()


async def _homes(world: World) -> None:
    kaarina = world.telegram.person("Kaarina", language_code="en", opened=True)
    chat = world.telegram.group("Torstain piiri", (kaarina,), kind="supergroup", bot="member")
    salme = world.discord.person("Salme", locale="en-GB", dms=True)
    channel = world.discord.channel(world.discord.guild("Talo", members=(salme,)), "piiri")
    await world.discord.connected(60)
    client: Any = world.piiri.adapters["discord"]
    while not (client.client.is_ready() and client.client.get_channel(channel.id)):  # noqa: ASYNC110 - nobody tells
        await asyncio.sleep(0.01)
    there = {
        "telegram": (kaarina, str(chat.id), Sender("telegram", str(kaarina.id), "Kaarina", "en")),
        "discord": (salme, f"{channel.guild.id}/{channel.id}", Sender("discord", str(salme.id), "Salme", "en")),
    }
    for platform, (person, address, sender) in there.items():
        group = await _founded(world.piiri, platform, address, sender)
        to = Address(platform, address, private=False)
        rows = tuple((WrittenButton(how, f"newcomers:{group.id}:{how}"),) for how in ("ask", "closed"))
        outcome = await world.piiri.adapters[platform].post(
            to, Written((WrittenBlock("para", "Panel"),), rows), mark="panel:0"
        )
        assert isinstance(outcome, Sent)
        here = world.telegram.ledger.in_chat(chat) if platform == "telegram" else channel.standing()
        world.homes[platform] = Home(group, person, here[-1])
    world.piiri.dispatcher.ring()
    assert await world.piiri.dispatcher.settled(20)


async def _founded(piiri: Piiri, platform: str, channel: str, sender: Sender) -> Group:
    programme = LIBRARY.programme("vahvistin")
    spec = Spec(
        "Torstain piiri", platform, channel, programme.slug, "en", HELSINKI, datetime(2026, 9, 15, 17),  # noqa: DTZ001 - wall time
        Rhythm(3, "week"), 150, 6, "Kulttuuritalo", "", programme.themes()[:4], Floor.FIVE,
    )  # fmt: skip
    async with piiri.store.begin() as work:
        group = await found(work, piiri.house, spec, await person_for(work, piiri.house, sender))
    await piiri.hear(Incoming(f"join-{platform}", sender, channel, Press(f"join:{group.id}:")))
    return group


def _hurried() -> ExitStack:
    """All waits of the machine's are a part of what they are; nothing else of the product is changed."""
    held = ExitStack()
    waits = Waits()
    short = replace(waits, first_retry=waits.first_retry / HURRY, longest_retry=waits.longest_retry / HURRY)
    sleeps = Hurried(lambda delay: delay / HURRY)
    wait = f"PRAGMA busy_timeout={round(5000 / HURRY)}"
    busy = tuple(wait if each == bot.store.sqlite_driver.WAIT else each for each in bot.store.sqlite._SETTINGS)
    for module, name, other in (
        (bot.app, "Dispatcher", partial(Dispatcher, waits=short)),
        (bot.app, "FIRST_PAUSE", bot.app.FIRST_PAUSE / HURRY),
        (bot.app, "LONGEST_PAUSE", bot.app.LONGEST_PAUSE / HURRY),
        (bot.store.sqlite, "_SETTINGS", busy),
        (bot.store.sqlite_driver, "WAIT", wait),
        (bot.store.postgresql, "PATIENCE", bot.store.postgresql.PATIENCE / HURRY),
        (bot.store.transactions, "PATIENCE", bot.store.transactions.PATIENCE / HURRY),
        (bot.serving.health, "GRACE", bot.serving.health.GRACE / HURRY),
        (bot.serving.health, "PATIENCE", bot.serving.health.PATIENCE / HURRY),
        (intake, "SOON", intake.SOON / HURRY),
        (polling, "asyncio", sleeps),
        (bot.serving.serve, "TELEGRAM", Pace()),
        (bot.serving.serve, "DISCORD", replace(bot.serving.serve.DISCORD, per_second=None)),
        (discord_module, "build_client", _ready_soon),
    ):
        held.enter_context(patch.object(module, name, other))
    return held


def _ready_soon(*given: Any, **named: Any) -> discord.Client:
    client = build_client(*given, **named)
    client._connection.guild_ready_timeout = 0.02  # type: ignore[attr-defined]
    return client
