"""Seven people and a guest on Telegram, from the bot's first word in their group to its last, seen from outside."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.seasons.people import GUEST, PLAN, SEVEN
from tests.seasons.promises import Promises
from tests.seasons.season import played
from tests.seasons.story import Story
from tests.telegram.season import OnTelegram, on_telegram

pytestmark = pytest.mark.long


class Told(Story[OnTelegram]):
    """What Telegram has of its own: questions one by one, a chat to be opened first, a group that changes its id."""

    async def set_up(self) -> None:
        await self.season.adds_bot("Kaarina")
        await self.season.plays("""
            channel: Hei, olen Piiri … Kun joku teistä perustaa ryhmän
            nothing
        """)
        self.season.taps = self.season.typed = 0
        await self.season.plays("""
            Kaarina: Perusta ryhmä
            whisper to Kaarina: Uusi ryhmä … 1/9 Ohjelma
            Kaarina: Vahvistin
            whisper to Kaarina: 2/9 Ryhmän kieli
            Kaarina: suomi
            whisper to Kaarina: 3/9 Ensimmäinen tapaaminen … Esimerkiksi: ti 15.9. klo 17
            Kaarina writes: ti 15.9. klo 17
            whisper to Kaarina: 4/9 Kuinka usein tapaatte?
            Kaarina: kolmen viikon välein
            whisper to Kaarina: 5/9 Tapaamisen kesto
            Kaarina: 2h30
            whisper to Kaarina: 6/9 Montako kertaa?
            Kaarina: 6
            whisper to Kaarina: 7/9 Paikka tai linkki
            Kaarina writes: Kulttuuritalo, 2. krs
            whisper to Kaarina: 8/9 Aiheet
            Kaarina: Ohjelman järjestyksessä
            whisper to Kaarina: 9/9 Miten palaute näytetään?
            Kaarina: Kun viisi on vastannut
            whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus
            nothing
        """)
        await self.season.lets_it_pin("Kaarina")
        await self.season.plays("""
            Kaarina: Aloita ryhmä
            whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
            channel: Torstain piiri – Vahvistin … ti 29.12. klo 17: Päätös
            nothing
        """)
        assert self.season.taps <= 12
        assert self.season.typed <= 3
        assert (self.season.taps, self.season.typed) == (10, 2), "with the first press, and START where the chat opens"
        assert self.season.newest(PLAN).pinned

    async def the_bot_dies_under_a_note(self, name: str, note: str) -> None:
        """Telegram keeps what is written meanwhile."""
        await self.season.kills_bot()
        self.season.leaves_word(name, note)
        await self.season.starts_bot()

    async def half_way(self) -> None:
        await self.season.becomes_supergroup()
        await self.season.plays("""
            nothing
            time: 2026-11-16 10:00
            channel: Muistutus: Oma työ ja aika … Ei pääse: Helmi
            nothing
        """)

    async def dies_telling_the_time(self, when: datetime, heading: str) -> None:
        """Before Telegram has done what was asked of it: what was said to be sent is sent after all."""
        await self.season.dies_sending("sendMessage", heading, when, arrives=False)
        await self._goes_on(when)

    async def evaluates_in_words(self, name: str, best: str) -> None:
        await self.season.plays(f"""
            {name} in group: Vastaa omin sanoin
            whisper to {name}: Mikä ryhmässä auttoi sinua eniten?
            {name} fills: {best}
            whisper to {name}: Mitä tekisit toisin
            {name} privately: Ohita
            whisper to {name}: Vastauksesi on tallessa.
        """)

    async def dies_saying_farewell(self, when: datetime, heading: str) -> None:
        """After Telegram has done so, which nobody can know: this one post stands twice, and nothing else does."""
        await self.season.dies_sending("sendMessage", heading, when, arrives=True)
        await self._goes_on(when)

    async def dies_deleting(self, when: datetime, heading: str) -> None:
        await self.season.dies_sending("sendMessage", heading, when, arrives=True)
        await self._goes_on(when)

    async def _goes_on(self, when: datetime) -> None:
        self.season.house.now = when
        await self.season.starts_bot()
        await self.season.until(when)


async def whole_season(season: OnTelegram) -> None:
    await Told(season).whole()


@pytest.fixture(scope="module")
def season(shelter: Path) -> Iterator[OnTelegram]:
    """The season, played once for all that is asked of it."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        yield played(on_telegram(Path(folder)), whole_season)


class TestPromises(Promises):
    """All that holds on any platform."""


def test_the_bot_breaks_no_rule_of_telegram_and_leaves_nothing_unsaid(season: OnTelegram) -> None:
    assert season.fake.violations == []
    assert season.fake.updates.quiet.is_set()


def test_from_the_change_on_everything_stands_in_the_new_group(season: OnTelegram) -> None:
    chats = [(seen.at, seen.post.chat_id) for seen in season.posts()]
    changed = next(seen.at for seen in season.log if seen.text == "(ryhmästä tulee superryhmä)")
    old, new = season.posts()[0].post, season.group.id
    assert old.chat_id != new
    assert {chat for at, chat in chats if at < changed} == {old.chat_id}
    assert {chat for at, chat in chats if at > changed} == {new}


def test_a_tap_of_the_feedback_is_answered_in_passing(season: OnTelegram) -> None:
    taps = [seen for label, seen in season.answers if re.fullmatch("[ABC] [1-5]", label)]
    alerts = [seen.who for seen in taps if seen.how == "alert"]
    assert alerts == ["Veikko"], "he had told that he could not come"
    assert Counter(seen.who for seen in taps if seen.how == "toast" and seen.at.day == 15) == dict.fromkeys(
        [name for name in SEVEN if name != "Veikko"], 3
    )


def test_whoever_has_opened_no_chat_is_told_in_passing(season: OnTelegram) -> None:
    shown = {(seen.who, seen.how) for seen in season.log if seen.how in {"toast", "alert"}}
    assert {(GUEST, "alert"), ("Salme", "toast")} <= shown
    assert [seen.how for seen in season.log if seen.place == GUEST and seen.said] == ["post", "alert"]
