import json

from tests.journeys.circle import FIVE, Circle, Founder


async def test_a_paused_group_hears_nothing_routine_until_it_goes_on(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /tauko
        whisper to Kaarina: Ryhmä Torstain piiri on tauolla.
        channel: Ryhmä on tauolla.
        nothing
        time: 2026-09-20 10:00
        nothing
        Kaarina privately: /tauko
        whisper to Kaarina: Ryhmä on jo tauolla.
        Kaarina: Jatka
        whisper to Kaarina: Ryhmä Torstain piiri jatkaa.
        channel: Ryhmä jatkaa. … Seuraava tapaaminen … ti 6.10. klo 17: Jaksaminen
        nothing
        time: 2026-10-01 10:00
        channel: Ensi kerralla: Jaksaminen
        nothing
    """)


async def test_a_pause_in_english_over_a_restart(english: Circle) -> None:
    await english.plays("""
        Kaarina privately: /pause
        channel: The group is taking a break.
        restart
        time: 2026-09-11 10:00
        nothing
        Kaarina privately: /resume
        whisper to Kaarina: The group Torstain piiri carries on.
        channel: The group carries on. … Next meeting … Tue 15 Sep… at 17:00
    """)


async def test_an_ended_group_is_silent_and_its_channel_is_free(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Kaarina privately: /paata
        whisper to Kaarina: Päätetäänkö ryhmä Torstain piiri pysyvästi?
        nothing
        Kaarina: Päätä pysyvästi
        whisper to Kaarina: Ryhmä Torstain piiri on päätetty.
        channel: Tämä ryhmä on päätetty.
        Aino: En pääse
        whisper to Aino: Ryhmä Torstain piiri on päättynyt.
        time: 2026-10-02 10:00
        nothing
        Kaarina: /aloita
        whisper to Kaarina: Uusi ryhmä
    """)


async def test_somebody_leaves_in_two_taps_and_the_group_hears_of_it(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Kaarina writes: Muistan tämän
        Aino writes: Salaisuus
        Aino: En pääse
        Aino privately: /lahden
        whisper to Aino: Haluatko lähteä ryhmästä Torstain piiri? Muistiinpanosi ja poissaolosi poistetaan pysyvästi.
        nothing
        Aino: Lähden ja kerron ryhmälle
        whisper to Aino: Et ole enää ryhmässä Torstain piiri.
        channel: Aino on lähtenyt ryhmästä.
        …
        Aino: En pääse
        whisper to Aino: Tämä on ryhmän
        time: 2026-09-15 16:00
        whisper to Kaarina: Vetäjälle
        channel: Muistutus
        channel: Tapaaminen alkaa
        whisper to Kaarina: Muistiinpanosi … Muistan tämän
        nothing
        nobody: Ei pääse: Aino
        nobody: Salaisuus
    """)


async def test_somebody_leaves_quietly_and_may_stay_after_all(english: Circle) -> None:
    await english.plays("""
        Aino privately: /leave
        whisper to Aino: Would you like to leave
        Aino: I'll stay
        Aino privately: /leave
        Aino: Leave quietly
        whisper to Aino: You're no longer in the group Torstain piiri.
        nothing
        time: 2026-09-10 10:00
        channel: Next time
        nobody: has left the group
    """)


async def test_my_data_shows_everything_as_a_page_and_as_json(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino writes: Ajatuksia <b>ihan</b> itselleni
        Aino: En pääse
        Aino: Viesti vain koollekutsujalle
        Aino fills: Mitä haluat sanoa koollekutsujalle?=Flunssa
        Aino privately: /omattiedot
        whisper to Aino: Omat tietosi … Olet yhdessä ryhmässä.
    """)
    data = json.loads(circle.file(".json"))
    assert data["person"]["name"] == "Aino"
    assert data["groups"][0]["notes"][0]["text"] == "Ajatuksia <b>ihan</b> itselleni"
    told = data["groups"][0]["told_about_coming"][0]
    assert (told["told"], told["reason"], told["reason_seen_by"]) == ("absent", "Flunssa", "convener")
    page = circle.file(".html").decode()
    assert "Ajatuksia &lt;b&gt;ihan&lt;/b&gt; itselleni" in page
    assert "Flunssa" in page
    assert "Kaarina" not in page


async def test_who_wants_to_be_forgotten_is_forgotten(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino writes: Salaisuus
        Aino: En pääse
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Matkalla
        Aino privately: /unohdaminut
        whisper to Aino: Poistetaanko kaikki tietosi?
        nothing
        Aino: Poista kaikki tietoni
        whisper to Aino: Tietosi on poistettu.
        nothing
        Aino privately: /omattiedot
        whisper to Aino: Omat tietosi … Et ole missään ryhmässä.
        time: 2026-09-14 10:00
        channel: Muistutus
        nobody: Ei pääse: Aino
    """)
    async with circle.kept() as work:
        assert await work.persons.find(name="Aino") == []
        assert await work.members.find(name="Aino") == []
        assert await work.notes.find() == []
        assert await work.comings.find() == []
        assert await work.drafts.find() == []


async def test_a_group_whose_convener_is_gone_asks_for_another(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /unohdaminut
        Kaarina: Poista kaikki tietoni
        channel: Ryhmällä ei ole nyt koollekutsujaa.
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus … Vetovuorossa: Aino
        Salme: En pääse
        whisper to Salme: Merkitty: et pääse
        Salme: Viesti vain koollekutsujalle
        whisper to Salme: Ryhmällä ei ole juuri nyt koollekutsujaa … Voit lähettää sen ryhmälle.
        Veikko: Ryhdyn koollekutsujaksi
        whisper to Veikko: Olet nyt ryhmän Torstain piiri koollekutsuja.
        Salme: Ryhdyn koollekutsujaksi
        whisper to Salme: Ryhmällä on jo koollekutsuja.
        Veikko privately: /tauko
        channel: Ryhmä on tauolla.
    """)


async def test_a_restart_in_the_middle_of_a_season_goes_on_where_it_was(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla
        Aino writes: Muistiin
        Aino: Kirjoita itselleni
        restart
        nothing
        Aino fills: Kirjoita itsellesi=Kesken jäänyt
        whisper to Aino: Tallessa.
        Veikko: En pääse
        restart
        time: 2026-09-14 10:00
        channel: Muistutus … Ei pääse: Veikko
        restart
        nothing
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa
        restart
        time: 2026-09-15 19:45
        channel: Miltä tapaaminen tuntui?
        Aino: A 5
        Salme: A 5
        restart
        Oiva: A 4
        Kaarina: A 3
        Aino: A 4
        Veikko: A 2
        whisper to Veikko: Tästä tapaamisesta kysytään niiltä, jotka olivat paikalla.
        Veikko: Pääsenkin
        whisper to Veikko: on jo ollut
        time: 2026-09-17 10:00
        channel: niin vähän
        whisper to Veikko: Tapaaminen ti 15.9. klo 17 … Seuraava tapaaminen
        nothing
    """)
    async with circle.kept() as work:
        assert {n.state for n in await work.notices.find()} <= {"waiting", "sent", "dropped"}


async def test_after_downtime_each_kind_is_late_in_its_own_way(circle: Circle) -> None:
    await circle.plays("""
        Aino writes: Muistiin
        …
        away until: 2026-09-11 12:00
        channel: Ensi kerralla                        # the meeting still lies ahead
        away until: 2026-09-15 16:50
        whisper to Aino: Muistiinpanosi
        whisper to Kaarina: Vetäjälle
        whisper to Kaarina: Kaikki ei mennyt perille ryhmässä Torstain piiri … muistutus, ma 14.9. klo 10: olin poissa …
            viesti juuri ennen tapaamista, ti 15.9. klo 16: olin poissa … Kerro ryhmälle itse
        nothing
        nobody: Tapaaminen alkaa
    """)


async def test_the_one_hour_post_missed_by_an_hour_is_told_to_the_convener_alone(founder: Founder) -> None:
    circle = await founder.group(*FIVE, language="en")
    await circle.plays("""
        time: 2026-09-14 10:00
        …
        away until: 2026-09-15 16:45
        whisper to Kaarina: Not everything got through … message just before the meeting, Tue 15 Sep… at 16:00: I was away when it was due
        nothing
        time: 2026-09-15 19:45
        channel: How did the meeting feel?
        whisper to Kaarina: Was the meeting on Tue 15 Sep… at 17:00 held?
        nothing
    """)


async def test_what_was_missed_does_not_wake_the_group_at_night(circle: Circle) -> None:
    await circle.plays("""
        away until: 2026-09-11 03:00
        nothing
        time: 2026-09-11 08:00
        channel: Ensi kerralla
        nothing
    """)
