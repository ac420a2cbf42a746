"""One Piiri with a group on Telegram and another on Discord, whose people even have the same ids there."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import Ground, Piiri
from bot.core.incoming import Act
from bot.core.platform import Adapter
from tests.journeys.circle import Circle, found_group
from tests.journeys.discord_stand import DiscordStand
from tests.journeys.people import Shown, Who, own_side
from tests.journeys.telegram_stand import TelegramStand

ON_TELEGRAM = ("Kaarina", "Aino", "Veikko")
ON_DISCORD = ("Helmi", "Urho", "Taisto")


@dataclass
class BothStand:
    """Two platforms side by side: "main" is on Telegram and "other" on Discord, and everybody is on one of them."""

    telegram: TelegramStand = field(default_factory=TelegramStand)
    discord: DiscordStand = field(default_factory=DiscordStand)
    here: Any = None
    title: str = ""

    def __post_init__(self) -> None:
        self.here = self.telegram

    @property
    def name(self) -> str:
        return self.here.name

    def on(self, who: Who) -> Any:
        return self.discord if who.name in ON_DISCORD else self.telegram

    async def ready(self) -> None:
        await self.telegram.ready()
        await self.discord.ready()

    def address(self, channel: str) -> str:
        return self.here.address(channel)

    def adapters(self, ground: Ground) -> Sequence[Adapter]:
        return [*self.telegram.adapters(ground), *self.discord.adapters(ground)]

    async def opened(self, piiri: Piiri) -> None:
        await self.telegram.opened(piiri)
        await self.discord.opened(piiri)

    async def down(self) -> None:
        await self.telegram.down()
        await self.discord.down()

    async def closed(self) -> None:
        await self.telegram.closed()
        await self.discord.closed()

    async def add_person(self, who: Who) -> None:
        await self.on(who).add_person(who)

    async def act(self, who: Who, act: Act, channel: str | None, label: str) -> list[Shown]:
        self.here = self.on(who)
        return await self.here.act(who, act, channel, label)

    async def arrived(self) -> list[Shown]:
        return [*await self.telegram.arrived(), *await self.discord.arrived()]


@pytest.fixture
async def both(shelter: Path) -> AsyncIterator[Circle]:
    """Two groups of three, one on each platform."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        circle = Circle(BothStand(), Path(folder), "fi")
        await circle.up()
        stand: Any = circle.stand
        await stand.telegram.add_channel("main")
        await stand.discord.add_channel("other")
        await circle.add(*ON_TELEGRAM)
        for name, twin in zip(ON_DISCORD, ON_TELEGRAM, strict=True):
            circle.people[name] = replace(circle.people[twin], name=name)
            await stand.add_person(circle.people[name])
        await found_group(circle, "Kaarina", name="Telegramin piiri", place="Kulttuuritalo")
        await join(circle, ON_TELEGRAM)
        stand.here = stand.discord
        await found_group(circle, "Helmi", name="Discordin piiri", channel="other", place="Kirjasto")
        await join(circle, ON_DISCORD)
        await circle.plays("…")
        yield circle
        await circle.down()
        await stand.closed()


async def join(circle: Circle, names: tuple[str, ...]) -> None:
    """One after the other, so that the turn goes round in this order."""
    for name in names:
        await circle.plays(f"{name}: Olen mukana")
        await circle.until(circle.clock.now() + timedelta(minutes=1))


async def test_each_platform_has_its_own_and_sees_nothing_of_the_other(both: Circle) -> None:
    await both.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus … Kulttuuritalo
        channel other: Ensi kerralla: Aloitus … Kirjasto
        nothing
        Aino privately: /poissa
        whisper to Aino: et pääse (ti 15.9. klo 17)
        Urho in other: /poissa
        whisper to Urho: et pääse (ti 15.9. klo 17)
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Telegramista terveisiä
        Urho: Viesti ryhmälle
        Urho fills: Mitä haluat sanoa ryhmälle?=Discordista terveisiä
        Veikko writes: Muistiin Telegramissa
        whisper to Veikko: Tallessa.
        Taisto writes: Muistiin Discordissa
        whisper to Taisto: Tallessa.
        restart
        nothing
        time: 2026-09-12 10:00
        whisper to Kaarina: Vetäjälle … Kulttuuritalo
        whisper to Helmi: Vetäjälle … Kirjasto
        nothing
        time: 2026-09-14 10:00
        channel: Muistutus … Ei pääse: Aino – ”Telegramista terveisiä”
        channel other: Muistutus … Ei pääse: Urho – ”Discordista terveisiä”
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa
        channel other: Tapaaminen alkaa
        whisper to Veikko: Muistiinpanosi … Muistiin Telegramissa
        whisper to Taisto: Muistiinpanosi … Muistiin Discordissa
        only Veikko: Muistiin Telegramissa
        only Taisto: Muistiin Discordissa
        Kaarina privately: /tauko
        whisper to Kaarina: Ryhmä Telegramin piiri on tauolla.
        channel: Ryhmä on tauolla.
        nothing
        …
        time: 2026-10-01 10:00
        channel other: Miltä tapaaminen tuntui?
        whisper to Helmi: Pidettiinkö tapaaminen
        channel other: Mitä sanoitte
        whisper to Urho: Aiheena: Aloitus … Seuraava tapaaminen
        channel other: Ensi kerralla
        nothing
    """)
    assert both.piiri.amiss() == {}
    telegram = "\n".join(both.texts("main") + [text for name in ON_TELEGRAM for text in both.texts(own_side(name))])
    discord = "\n".join(both.texts("other") + [text for name in ON_DISCORD for text in both.texts(own_side(name))])
    assert not any(word in telegram for word in ("Discord", "Kirjasto", *ON_DISCORD))
    assert not any(word in discord for word in ("Telegram", "Kulttuuritalo", *ON_TELEGRAM))


async def test_who_is_forgotten_on_one_platform_is_still_there_on_the_other(both: Circle) -> None:
    await both.plays("""
        Aino privately: /unohdaminut
        Aino: Poista kaikki tietoni
        whisper to Aino: Tietosi on poistettu.
        Urho in other: /tapaamiset
        whisper to Urho: Discordin piiri: tapaamiset … Urho
        Helmi in other: /poissa
        whisper to Helmi: et pääse
    """)
    async with both.kept() as work:
        assert {person.name for person in await work.persons.find()} == {"Kaarina", "Veikko", *ON_DISCORD}


async def test_while_one_platform_is_out_of_reach_the_other_goes_on(both: Circle) -> None:
    stand: Any = both.stand
    stand.discord.world.broken = True
    moving = asyncio.create_task(both.until(datetime(2026, 9, 10, 7, tzinfo=UTC)))
    there = stand.telegram.groups["main"]
    async with asyncio.timeout(10):
        while "Ensi kerralla" not in stand.telegram.fake.ledger.in_chat(there)[-1].text:
            await asyncio.sleep(0.01)
    stand.discord.world.broken = False
    await moving
    await both.plays("""
        channel: Ensi kerralla: Aloitus … Kulttuuritalo
        channel other: Ensi kerralla: Aloitus … Kirjasto
        nothing
    """)
    assert both.piiri.amiss() == {}
