"""A group that goes on season after season: how it begins, how one season follows another, and how it stops."""

from datetime import datetime, timedelta

from bot.core.model import Group, Life, Meeting
from tests.journeys.circle import FIVE, Circle, Founder

SEASONS = {"of": "tyopeili", "meetings": 4, "themes": 0}
"""Four meetings a season, every three weeks: from 15 September to 17 November, and from 8 December to 9 February."""


async def group_of(circle: Circle) -> Group:
    async with circle.kept() as work:
        return (await work.groups.find())[0]


async def standing(circle: Circle) -> list[Meeting]:
    async with circle.kept() as work:
        return sorted((m for m in await work.meetings.find() if not m.cancelled), key=lambda m: m.starts)


async def test_one_season_follows_another_until_the_group_stops(founder: Founder) -> None:
    circle = await founder.group(*FIVE, **SEASONS)
    plan = circle.texts("main")[0]
    assert "ti 6.10. klo 17: Kokemusten vaihto – " in plan
    assert "Aiheet ovat ohjelman ehdotuksia" in plan
    assert "Ryhmä jatkuu kausi kerrallaan. Kaudessa on 4 tapaamista." in plan
    assert "Jos teillä on valmentaja" in plan
    assert any("Valmistautumatta saa tulla." in text for text in circle.texts("@Aino"))
    await circle.plays("""
        time: 2026-10-01 09:59
        …
        time: 2026-10-01 10:00
        channel: Ensi kerralla: Kokemusten vaihto – … Puhutte yhdestä aiheesta … Valmistautumatta saa tulla
        time: 2026-10-06 21:00
        …
        time: 2026-10-07 10:30
        nothing
        Aino privately: /tapaamiset
        whisper to Aino: ti 15.9. klo 17: Alku … ti 17.11. klo 17: Peili … ti 8.12. klo 17: Asiantuntijan osuus – … (Oiva vetää) …
            ti 29.12. klo 17: Yhdessä tekeminen … ti 19.1. klo 17: Kokemusten vaihto … ti 9.2. klo 17: Peili
        time: 2026-11-20 09:59
        …
        time: 2026-11-20 10:00
        channel: Millainen kausi oli? … ti 24.11. klo 10 asti … jos vähintään viisi vastaa
        Kaarina: A 5
        Aino: A 4
        Veikko: A 4
        Salme: A 3
        Oiva: A 5
        time: 2026-11-24 09:59
        …
        time: 2026-11-24 10:00
        channel: Kausi päättyi, ryhmä jatkuu … Mitä sanoitte kaudesta … 3: 1 · 4: 2 · 5: 2 … Yksi kausi on takana … Kauden raportti … Uusi kausi alkaa …
            ti 8.12. klo 17: Asiantuntijan osuus … Vetovuorossa: Oiva … Kaikki jatkuu ennallaan
    """)
    assert (await group_of(circle)).life is Life.RUNNING
    report = circle.file(".html").decode()
    assert "Yhteinen ilta – " in report
    assert "Asiantuntijan osuus" not in report, "it is on the season that is over"
    await circle.plays("""
        Aino: Kaudet ja jatkaminen
        whisper to Aino: Torstain piiri: kaudet … 2. kausi alkaa ti 8.12. klo 17. Sen viimeinen tapaaminen on ti 9.2. klo 17. … Koollekutsuja voi muuttaa tätä.
        Aino: A 1
        whisper to Aino: Palaute on jo suljettu
        Aino privately: /tapaamiset
        whisper to Aino: Torstain piiri: tapaamiset … ti 8.12. klo 17
        time: 2026-12-03 09:59
        …
        time: 2026-12-03 10:00
        channel: Ensi kerralla: Asiantuntijan osuus
        time: 2026-12-08 10:30
        …
        Kaarina: Kaudet ja jatkaminen
        Kaarina: Tuleva kausi on viimeinen
        whisper to Kaarina: Onko tämä kausi ryhmän viimeinen? Viimeinen tapaaminen on silloin ti 9.2. klo 17. Sen jälkeen tulevat
        Kaarina: Kyllä, päättyy siihen
        whisper to Kaarina: Selvä. Ryhmän viimeinen tapaaminen on ti 9.2. klo 17. Kerron siitä ryhmälle.
        channel: Tämä kausi on viimeinen … Ryhmän viimeinen tapaaminen on ti 9.2. klo 17. … Sen jälkeen kokoan vielä
        nothing
        Kaarina: Kyllä, päättyy siihen
        whisper to Kaarina: Torstain piiri: kaudet … Tämä kausi on ryhmän viimeinen
        nothing
        Kaarina: Jatketaan sittenkin
        whisper to Kaarina: Ryhmä jatkuu. Kaudessa on 4 tapaamista.
        channel: Ryhmä jatkuu sittenkin
        Kaarina: Jatketaan sittenkin
        whisper to Kaarina: Ryhmä jatkuu kausi kerrallaan
        Kaarina: Kaudet ja jatkaminen
        Kaarina: Tuleva kausi on viimeinen
        Kaarina: Kyllä, päättyy siihen
        time: 2027-02-12 09:59
        …
        time: 2027-02-12 10:00
        channel: Millainen kausi oli? … ti 16.2. klo 10 asti
        Aino: A 4
        time: 2027-02-16 09:59
        …
        time: 2027-02-16 10:00
        channel: Kausi on päättynyt … alle viisi, joten vastaukset on poistettu lukematta … Kauden raportti … poistetaan torstaina 18.3.2027 … Saanko kysyä
    """)
    assert (await group_of(circle)).life is Life.ENDED
    assert len(await standing(circle)) == 8
    await circle.plays("""
        Kaarina: Jatketaan sittenkin
        whisper to Kaarina: Ryhmä Torstain piiri on päättynyt.
        time: 2027-03-18 10:00
        …
        time: 2027-06-01 10:00
        nothing
    """)


async def test_two_seasons_in_english_with_a_new_number_of_meetings(founder: Founder) -> None:
    circle = await founder.group(*FIVE, language="en", **SEASONS)
    group = await group_of(circle)
    plan = circle.texts("main")[0]
    assert "The group goes on season after season. A season is 4 meetings." in plan
    assert "If you have a coach" in plan
    for forged in ("seasons-last-sure:{}:this", "seasons-on:{}:", "seasons-count:{}:6", "seasons-last:{}:now"):
        await circle.presses("Aino", forged.format(group.id))
        await circle.plays("whisper to Aino: The convener of the group Torstain piiri can do this.")
    for forged in ("seasons-last-sure:{}:now", "seasons-count:{}:99", "seasons-count:{}:-1", "seasons-last:{}:x"):
        await circle.presses("Kaarina", forged.format(group.id))
        await circle.plays("whisper to Kaarina: This button is out of date.")
    assert await group_of(circle) == group
    await circle.plays("""
        time: 2026-10-20 10:00
        …
        Kaarina privately: /menu
        Kaarina: For the convener
        Kaarina: Seasons and going on
        whisper to Kaarina: Season 1. Its last meeting is on Tue 17 Nov at 17:00. … A season is 4 meetings.
        Kaarina: Meetings in a season
        whisper to Kaarina: A season is now 4 meetings. How many from the next season on?
        Kaarina: 5
        whisper to Kaarina: From the next season on, a season is 5 meetings.
        nothing
        time: 2026-11-24 09:59
        …
        time: 2026-11-24 10:00
        channel: The season is over, the group goes on … Fewer than five answered … A new season begins … Tue 8 Dec at 17:00
        Oiva privately: /plan
        whisper to Oiva: Tue 8 Dec at 17:00 … Tue 2 Mar at 17:00 … A season is 5 meetings.
        time: 2027-03-05 09:59
        …
        time: 2027-03-05 10:00
        channel: How was the season?
        time: 2027-03-09 09:59
        …
        time: 2027-03-09 10:00
        channel: The season is over, the group goes on
        Kaarina: Seasons and going on
        Kaarina: Stop here
        whisper to Kaarina: Stop after the season that has just ended? The last meeting was on Tue 2 Mar at 17:00
        Kaarina: Yes, it ends there
        whisper to Kaarina: All right. The group's last meeting was on Tue 2 Mar at 17:00. The farewell comes next.
        channel: The season is over … The report on the season is here
    """)
    assert (await group_of(circle)).life is Life.ENDED
    assert len(await standing(circle)) == 9


async def test_meetings_are_cancelled_added_and_rested_over_and_the_group_goes_on(founder: Founder) -> None:
    circle = await founder.group(*FIVE, **SEASONS)
    await circle.plays("""
        time: 2026-10-07 10:30
        …
        Kaarina privately: /peru
        whisper to Kaarina: Perutaanko tapaaminen ti 27.10. klo 17? Sen aihe siirtyy seuraavaan kertaan.
        Kaarina: Kyllä, peru
        channel: Tapaaminen peruttu … ti 17.11. klo 17: Yhteinen ilta
        Kaarina privately: /lisää
        Kaarina fills: Milloin=ti 24.11. klo 17
        Kaarina: Lisää tämä tapaaminen
        channel: Uusi tapaaminen … ti 24.11. klo 17: Peili
        Kaarina privately: /tauko
        channel: Ryhmä on tauolla
        …
        time: 2027-01-10 09:59
        whisper to Kaarina: on ollut tauolla kuukauden.
        whisper to Kaarina: on ollut tauolla kolme kuukautta.
        time: 2027-01-10 10:00
        nothing
        Kaarina privately: /jatka
        channel: Ryhmä jatkaa. … ti 19.1. klo 17
    """)
    assert [f"{m.starts:%d.%m.}" for m in await standing(circle)] == [
        "15.09.", "06.10.", "17.11.", "24.11.", "08.12.", "29.12.", "19.01.", "09.02.",
        "02.03.", "23.03.", "13.04.", "04.05.",
    ]  # fmt: skip
    assert {m.starts.hour for m in await standing(circle)} == {17}
    assert {m.place for m in await standing(circle)} == {"Kulttuuritalo"}


async def test_what_the_group_chooses_takes_the_place_of_suggestions(founder: Founder) -> None:
    circle = await founder.group(*FIVE, **SEASONS)
    await circle.plays("""
        time: 2026-10-07 10:30
        …
        Kaarina privately: /aiheet
        whisper to Kaarina: Aiheet nyt … ti 15.9. klo 17: Alku … ti 6.10. klo 17: Kokemusten vaihto – … (ohjelman ehdotus) …
            ti 27.10. klo 17: Yhteinen ilta – … (ohjelman ehdotus) … Kokemusten vaihto … 1. … Yhteinen ilta …
        Kaarina fills: Aiheiden numerot=2
        whisper to Kaarina: Aiheet nyt … ti 6.10. klo 17: Kokemusten vaihto – … ti 27.10. klo 17: Kokemusten vaihto – … (teidän valintanne) …
            ti 8.12. klo 17: Yhteinen ilta – … (ohjelman ehdotus)
        Aino privately: /ehdota
        Aino: Ehdota omaa aihetta
        Aino fills: Mistä haluaisit=Hinnat
        whisper to Aino: ”Hinnat” on nyt ryhmän aiheiden joukossa.
    """)
    before = circle.texts("main")
    assert not any("aihe valitaan vielä" in text for text in before)


async def test_a_group_of_one_season_says_so(circle: Circle) -> None:
    group = await group_of(circle)
    for word in ("seasons", "seasons-last", "seasons-on", "seasons-count", "seasons-last-sure"):
        await circle.presses("Kaarina", f"{word}:{group.id}:this")
        await circle.plays("whisper to Kaarina: Ryhmän Torstain piiri ohjelmassa on yksi kausi.")
    await circle.plays("""
        Kaarina privately: /valikko
        Kaarina: Koollekutsujan asiat
        nobody: Kaudet ja jatkaminen
    """)
    assert await group_of(circle) == group
    assert len(await standing(circle)) == 6


async def test_after_a_long_silence_of_the_bot_meetings_still_come(founder: Founder) -> None:
    circle = await founder.group(*FIVE, **SEASONS)
    await circle.plays("""
        away until: 2027-03-01 12:00
        …
    """)
    now = datetime(2027, 3, 1, 12)
    ahead = [m.starts for m in await standing(circle) if m.starts > now]
    assert len(ahead) >= 3
    assert min(ahead) > now + timedelta(days=1)


ASKED = (
    "Ryhmän nimi=Torstain piiri; Ohjelma=Työpeili; Ryhmän kieli=suomi; Ensimmäinen tapaaminen=ti 15.9. klo 17; "
    "Kuinka usein=kolmen viikon välein; Tapaamisen kesto=2h30; Montako kertaa=4; Paikka tai linkki=Kulttuuritalo; "
    "Aiheet=Ohjelman järjestyksessä; Miten palaute=Kun viisi on vastannut; Aikavyöhyke=Europe/Helsinki"
)


async def test_a_group_that_goes_on_is_founded_by_the_same_form(founder: Founder) -> None:
    circle = await founder.empty("Kaarina", "Aino")
    await circle.plays(f"""
        Kaarina: /aloita
        Kaarina fills: {ASKED}
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Työpeili … ti 6.10. klo 17: Kokemusten vaihto – …
            ti 27.10. klo 17: Yhteinen ilta – … ti 17.11. klo 17: Peili … ohjelman ehdotuksia …
            Ryhmä jatkuu kausi kerrallaan. Kaudessa on 4 tapaamista. Ryhmä voi päättyä minkä tahansa kauden lopussa.
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
        channel: Torstain piiri – Työpeili … Ryhmä jatkuu kausi kerrallaan.
        nothing
    """)
    group = await group_of(circle)
    assert (group.season_meetings, group.themes) == (4, ())
    assert len(await standing(circle)) == 4


async def test_a_programme_with_nothing_to_choose_does_not_ask_for_themes(founder: Founder) -> None:
    circle = await founder.empty("Kaarina", "Aino")
    form = ASKED.replace("Työpeili", "Kestävä keikkatyö").replace("kertaa=4", "kertaa=2")
    if circle.manner != "modal":  # a form that is shown whole cannot know what was answered in it
        form = form.replace("Aiheet=Ohjelman järjestyksessä; ", "")
    await circle.plays(f"""
        Kaarina: /aloita
        Kaarina fills: {form}
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Kestävä keikkatyö
        Kaarina: Aloita ryhmä
        channel: Torstain piiri – Kestävä keikkatyö … Tapaamiset vetää ohjaaja, ja häntä odotetaan vielä. … ohjaan
        Kaarina privately: /aiheet
        whisper to Kaarina: ohjelmassa jokaisella tapaamisella on oma sisältönsä, joten aiheita ei valita
        Kaarina privately: /äänestys
        whisper to Kaarina: ohjelmassa jokaisella tapaamisella on oma sisältönsä, joten aiheita ei valita
    """)
    assert (await group_of(circle)).season_meetings == 0
