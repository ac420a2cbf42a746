"""Telegram and Discord at once: one process, a group on each, and neither knows of the other."""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.discord.discord_season import OnDiscord, on_discord
from tests.discord.test_discord_season import Told as ToldOnDiscord
from tests.seasons.people import TITLE
from tests.seasons.season import GROUP, Season
from tests.telegram.season import OnTelegram, on_telegram
from tests.telegram.test_telegram_season import Told as ToldOnTelegram

NAMES = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi", "Taisto")
NOTES = {"telegram": "Kantelen kielet pitää vaihtaa.", "discord": "Sellon jousi pitää hioa."}


@dataclass
class Both:
    """One process with two platforms, and what it said of its health when both were up and when one was gone."""

    telegram: OnTelegram
    discord: OnDiscord
    health: object = None

    @property
    def seasons(self) -> tuple[Season, Season]:
        return self.telegram, self.discord


async def the_same_in_both(both: Both) -> None:
    for season in both.seasons:
        await season.begins(TITLE, *NAMES)
    await both.telegram.house.starts()
    for season in both.seasons:
        await season.listens()
    both.health = await both.telegram.house.health()
    await ToldOnTelegram(both.telegram).set_up()
    await ToldOnDiscord(both.discord).set_up()
    for season in both.seasons:
        for name in NAMES[:2]:
            await season.presses(name, "Olen mukana")
            await season.plays(f"whisper to {name}: mukana … {TITLE}")
        await season.plays("nothing")
    # One group's own affair, and the clock that both live by.
    await both.telegram.plays("""
        Kaarina privately: /valikko
        whisper to Kaarina: Torstain piiri
        Kaarina privately: Siirrä tapaaminen
        whisper to Kaarina: Uusi aika tapaamiselle ti 15.9. klo 17
        Kaarina fills: ke 16.9. klo 18
        whisper to Kaarina: Siirretäänkö tapaaminen ti 15.9. klo 17? Uusi aika olisi ke 16.9. klo 18.
        Kaarina privately: Siirrä tähän aikaan
        whisper to Kaarina: Siirretty.
        channel: Tapaaminen siirtyy … Uusi aika on ke 16.9. klo 18.
    """)
    await both.discord.plays("nothing")
    await both.discord.until(both.discord.now.replace(day=10, hour=11))
    await both.discord.plays("channel: Ensi kerralla: Aloitus … ti 15.9. klo 17")
    await both.telegram.plays("nothing")
    await both.telegram.until(both.telegram.now.replace(day=11, hour=11))
    await both.telegram.plays("channel: Ensi kerralla: Aloitus … ke 16.9. klo 18")
    for season in both.seasons:
        await season.plays(f"""
            Aino in group: Kirjoita itselleni
            whisper to Aino: Muistiinpanot: Aloitus
            Aino fills: {NOTES[season.platform]}
            whisper to Aino: Tallessa.
            Aino privately: /muistiinpanot
            whisper to Aino: {NOTES[season.platform]}
        """)
    await both.telegram.house.ends()
    for season in both.seasons:
        await season.stops()


@pytest.fixture(scope="module")
def both(shelter: Path) -> Iterator[Both]:
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        telegram, discord = on_telegram(Path(folder)), on_discord(Path(folder))
        discord.house = telegram.house
        told = Both(telegram, discord)
        try:
            asyncio.run(the_same_in_both(told))
        finally:
            telegram.house.kills_what_runs()
        yield told


def test_one_process_has_one_health_answer(both: Both) -> None:
    assert both.health == {"ok": True, "amiss": {}}
    assert len(both.telegram.house.runs) == 1


def test_nothing_breaks_a_rule_of_either(both: Both) -> None:
    assert both.telegram.fake.violations == []
    assert both.discord.fake.violations == []


def test_nothing_crosses_over(both: Both) -> None:
    telegram, discord = both.seasons
    assert telegram.places(NOTES["telegram"]) == {"Aino"}
    assert discord.places(NOTES["discord"]) == {"Aino"}
    assert not telegram.places(NOTES["discord"])
    assert not discord.places(NOTES["telegram"])
    assert GROUP in telegram.places("16.9. klo 18")
    assert not discord.places("16.9.")
    for season, other in ((telegram, discord), (discord, telegram)):
        assert season.platform not in {word for seen in other.log for word in seen.text.casefold().split()}


def test_each_group_has_posts_of_its_own_meetings_and_no_more(both: Both) -> None:
    headings = {
        season.platform: [seen.heading for seen in season.posts() if seen.how == "post"] for season in both.seasons
    }
    plan, pretask = "Torstain piiri – Vahvistin", "Ensi kerralla: Aloitus"
    assert headings == {
        "telegram": ["Hei, olen Piiri", plan, "Tapaaminen siirtyy", pretask],
        "discord": [plan, pretask],
    }
