"""Seven people and a guest on Discord, from the bot's first word in their channel to its last, seen from outside."""

import asyncio
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest

from tests.discord.discord_season import OWN_EYES, OnDiscord, on_discord
from tests.seasons.people import PLAN, SEVEN
from tests.seasons.promises import Promises, kind
from tests.seasons.season import played
from tests.seasons.story import Story

pytestmark = pytest.mark.long


class Told(Story[OnDiscord]):
    """What Discord has of its own: options and forms, answers for one's own eyes, events, threads, a role."""

    async def set_up(self) -> None:
        season = self.season
        await season.adds_bot("Kaarina")
        season.role("Torstailaiset", *SEVEN)
        await season.plays("""
            nothing
            Kaarina: /aloita ohjelma=Vahvistin; kieli=suomi; kuinkausein=kolmen viikon välein; kesto=2h30; tapaamisia=6; aiheet=Ohjelman järjestyksessä; palaute=Kun viisi on vastannut
            whisper to Kaarina: Uusi ryhmä … Ryhmän nimi … Ensimmäinen tapaaminen … Esimerkiksi: ti 15.9. klo 17
            Kaarina fills: Ryhmän nimi=Torstain piiri; Ensimmäinen tapaaminen=ti 15.9. klo 17; Paikka tai linkki=Kulttuuritalo, 2. krs
            whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus
            nothing
            Kaarina: Aloita ryhmä
            whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
            channel: Torstain piiri – Vahvistin … ti 29.12. klo 17: Päätös
            nothing
        """)
        assert (season.taps, season.typed) == (1, 2), "one command, one form, one press"
        assert season.newest(PLAN).pinned
        await season.plays("""
            Kaarina: /lisätoiminnot tapahtumat=kyllä; ketjut=kyllä; rooli=@Torstailaiset
            whisper to Kaarina: Valinnat ovat tallessa.
            nothing
        """)

    async def the_bot_dies_under_a_note(self, name: str, note: str) -> None:
        """The form stays open before its writer, who sends it again."""
        season = self.season
        await season.kills_bot()
        season.fake.ack_seconds = 0.2
        await season.fills(name, note)
        season.fake.ack_seconds = 3.0
        assert season.answers[-1][1].kind == "none"
        await season.starts_bot()
        await season.fills(name, note)

    async def before_the_first_meeting(self) -> None:
        """One closes their private messages, and of the reminder the bot does not hear that it arrived."""
        self.season.closes_dms("Helmi")
        self.season.fake.fails("reset after", "POST", "/channels/*/messages")

    async def in_the_second_meeting(self) -> None:
        await self.season.gateway_forgets()

    async def half_way(self) -> None:
        """The bot may not speak, of which its convener hears; then it may again, asks, and makes up for the reminder."""
        season = self.season
        season.silences_bot(True)
        await season.plays("""
            whisper to Kaarina: En voi nyt kirjoittaa ryhmän Torstain piiri keskusteluun: minulta puuttuu oikeus lähettää viestejä
            nothing
            time: 2026-11-16 10:00
            whisper to Kaarina: Kaikki ei mennyt perille ryhmässä Torstain piiri: … muistutus, ma 16.11. klo 10: minulta puuttuu
            nothing
            time: 2026-11-16 11:30
        """)
        season.silences_bot(False)
        await season.plays("""
            channel: Pääsin takaisin. Jatketaanko siitä, mihin jäätiin?
            nothing
            Kaarina in group: Jatka
            whisper to Kaarina: Ryhmä Torstain piiri jatkaa.
            channel: Ryhmä jatkaa. … ti 17.11. klo 17: Oman työn ja ajan johtaminen
            channel: Muistutus: Oma työ ja aika … Ei pääse: Helmi
            nothing
        """)

    async def presses_to_cancel(self, name: str, label: str) -> None:
        """The bot dies before it hears that what it posted arrived."""
        season = self.season
        season.fake.fails("hang after", "POST", "/channels/*/messages")
        await super().presses_to_cancel(name, label)
        await season.dies_sending("Tapaaminen peruttu")
        await season.starts_bot()

    async def sends_the_last_pretask(self) -> None:
        """The same, but that Discord knows nothing any more of the nonce when the bot is back."""
        await self._dies_and_goes_on(datetime(2026, 12, 24, 10), "Ensi kerralla: Päätös", forgotten=True)

    async def dies_telling_the_time(self, when: datetime, heading: str) -> None:
        """The question is closed already, and its result stands once."""
        await self._dies_and_goes_on(when, heading)

    async def evaluates_in_words(self, name: str, best: str) -> None:
        await self.season.plays(f"""
            {name} in group: Vastaa omin sanoin
            whisper to {name}: Mikä ryhmässä auttoi sinua eniten? … Mitä tekisit toisin
            {name} fills: Mikä ryhmässä auttoi sinua eniten?={best}
            whisper to {name}: Vastauksesi on tallessa.
        """)

    async def dies_saying_farewell(self, when: datetime, heading: str) -> None:
        """The group is over already, and its farewell with the report stands once."""
        await self._dies_and_goes_on(when, heading)

    async def dies_deleting(self, when: datetime, heading: str) -> None:
        """Nothing is left already but the place to which the last word goes."""
        await self._dies_and_goes_on(when, heading)

    async def _dies_and_goes_on(self, when: datetime, heading: str, *, forgotten: bool = False) -> None:
        season = self.season
        season.fake.fails("hang after", "POST", "/channels/*/messages")
        going_on = asyncio.ensure_future(season.until(when))
        await season.dies_sending(heading)
        await asyncio.wait([going_on])
        assert isinstance(going_on.exception(), httpx.HTTPError)
        if forgotten:
            season.fake.passes(season.fake.nonce_seconds + 1)
        await season.starts_bot()
        await season.until(when)


async def whole_season(season: OnDiscord) -> None:
    await Told(season).whole()


@pytest.fixture(scope="module")
def season(shelter: Path) -> Iterator[OnDiscord]:
    """The season, played once for all that is asked of it."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        yield played(on_discord(Path(folder)), whole_season)


class TestPromises(Promises):
    """All that holds on any platform."""


def test_the_bot_breaks_no_rule_of_discord_and_answers_everybody_in_time(season: OnDiscord) -> None:
    assert season.fake.violations == []
    assert season.fake.ledger.throttled == 0
    assert [each.how for each in season.fake.connects] == ["identify"] * 8, "six times killed, once told to come anew"
    late = [what for what, answer in season.answers if answer.milliseconds is None]
    assert late == ["Muistiinpanot: Minä tekijänä"], "the one that was sent while the bot was not there"


def test_what_may_have_arrived_is_found_by_its_nonce_or_in_the_history_and_never_doubled(season: OnDiscord) -> None:
    """That nothing stands twice is among the promises."""
    posting = season.fake.ledger.of("POST", "/channels/{}/messages")
    assert [request.fault for request in posting if request.fault] == ["reset after", *["hang after"] * 5]
    of_group = [request for request in posting if str(season.channel.id) in request.path]
    stand = [seen for seen in season.posts() if seen.how == "post"]
    assert len(of_group) == len(stand) + 1, "the one that was tried again under the same nonce"
    looked = season.fake.ledger.of("GET", "/channels/{}/messages")
    assert len(looked) == 5, "once after each death in the middle of sending"


def test_whose_private_messages_are_closed_reads_behind_a_button_what_was_meant_for_them(season: OnDiscord) -> None:
    closed = next(seen.at for seen in season.log if seen.place == "Helmi" and seen.text.startswith("(ei ota"))
    after = [seen for seen in season.log if seen.place == "Helmi" and seen.said and seen.at > closed]
    assert after
    assert {seen.side for seen in after} == {OWN_EYES}


def test_reminders_call_the_role_and_nothing_else_does(season: OnDiscord) -> None:
    called = [(kind(seen), seen.calls) for seen in season.log if seen.calls]
    assert called == [("reminder", "@Torstailaiset")] * 5


def test_each_pretask_has_a_thread_for_its_theme(season: OnDiscord) -> None:
    asides = [(seen.at, seen.text) for seen in season.log if seen.how == "aside" and "ketju" in seen.text]
    assert [at for at, _ in asides] == [seen.at for seen in season.posts() if kind(seen) == "pretask"]
    assert asides[0][1] == "(+ ketju Aloitus)"


def test_the_server_s_events_are_the_meetings_as_they_are(season: OnDiscord) -> None:
    told = [seen.text for seen in season.log if seen.how == "aside" and "tapahtuma" in seen.text]
    assert [line.partition(" tapahtuma ")[0] for line in told] == ["(+"] * 6 + ["(muuttui:", "(poistui:"]
    assert "Minä tekijänä, 28.10. 18.30, Kulttuuritalo, 2. krs" in told[6]
    assert "Osaaminen, 8.12. 17.00" in told[7]
