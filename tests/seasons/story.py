"""One season of a group of seven, whatever platform they are on: who they are, what they do and when, what they read.

What a platform has of its own is in the methods that end this file's `Story`, and in lines with its name before them.
"""

from datetime import datetime

from tests.seasons.ending import Ending
from tests.seasons.people import (
    COME_BACK,
    GUEST,
    HOPE,
    NOTES,
    PLAN,
    SENTENCES,
    SEVEN,
    TALK,
    TITLE,
    TO_CONVENER,
    TO_GROUP,
)
from tests.seasons.season import S


class Story(Ending[S]):
    """What happens from the bot's first word in the group to its last."""

    async def whole(self) -> None:
        await self.season.begins(TITLE, *SEVEN, GUEST)
        await self.season.starts_bot()
        await self.set_up()
        await self.everybody_joins()
        await self.first_meeting()
        await self.second_meeting()
        await self.third_meeting_is_moved()
        await self.a_time_is_looked_for()
        await self.fourth_meeting_after_the_group_has_changed()
        await self.fifth_meeting_is_cancelled()
        await self.last_meeting()
        await self.farewell()
        await self.months_later()

    async def everybody_joins(self) -> None:
        for minute, name in enumerate(SEVEN):
            await self.season.until(datetime(2026, 9, 1, 9 + minute, 10))
            await self.season.presses(name, "Olen mukana")
            await self.season.plays(f"whisper to {name}: mukana … Torstain piiri")
        await self.season.until(datetime(2026, 9, 1, 18, 40))
        await self.season.plays("""
            Leena: Yksityisyys
            whisper to Leena: Yksityisyys … Muistiinpanosi on salattu
            Aino privately: /valikko
            whisper to Aino: Torstain piiri … ti 15.9. klo 17: Aloitus
            Aino privately: Tapaamiset
            whisper to Aino: Torstain piiri: tapaamiset … Mukana on 7: Kaarina, Aino, Veikko, Salme, Oiva, Helmi ja Taisto.
            Aino privately: Vetovuorot
            whisper to Aino: Vetovuorot … ti 15.9. klo 17: Kaarina
            nothing
        """)

    async def first_meeting(self) -> None:
        await self.season.plays(f"""
            time: 2026-09-10 10:00
            channel: Ensi kerralla: Aloitus … ti 15.9. klo 17 … Paikka: Kulttuuritalo, 2. krs … Vetovuorossa: Kaarina
            nothing
            Leena in group: Kirjoita itselleni
            whisper to Leena: Tämä on ryhmän jäsenille.
            nothing
            time: 2026-09-10 11:15
            Aino in group: Kirjoita itselleni
            whisper to Aino: Muistiinpanot: Aloitus … Tämän näet vain sinä.
            Aino fills: {NOTES["Aino"]}
            whisper to Aino: Tallessa. Vain sinä näet tämän, ja saat sen takaisin ennen tapaamista (ti 15.9. klo 17).
            Aino in group: Mitä toivon ryhmältä
            whisper to Aino: Mitä toivon ryhmältä … Mitä toivot tältä ryhmältä?
            Aino fills: {HOPE}
            whisper to Aino: Tallessa. Vain sinä näet tämän, ja saat sen takaisin, kun kausi päättyy.
            time: 2026-09-10 15:40
            Helmi writes: {NOTES["Helmi"]}
            whisper to Helmi: Tallessa.
            nothing
            time: 2026-09-11 18:30
            Veikko in group: En pääse
            whisper to Veikko: Merkitty: et pääse (ti 15.9. klo 17). Syytä ei tarvitse kertoa.
            Veikko privately: Viesti ryhmälle
            whisper to Veikko: Mitä haluat sanoa ryhmälle?
            Veikko fills: {TO_GROUP["Veikko"]}
            whisper to Veikko: Kerron tämän ryhmälle muistutuksessa.
            nothing
            time: 2026-09-12 10:00
            whisper to Kaarina: Vetäjälle: Aloitus … Kulku, yhteensä 170 min
            nothing
            time: 2026-09-12 12:05
            Kaarina privately: Annan vuoron eteenpäin
            whisper to Kaarina: Vetovuoro ti 15.9. klo 17 siirtyi: Aino vetää.
            whisper to Aino: Vetäjälle: Aloitus
            nothing
        """)
        await self.before_the_first_meeting()
        await self.season.plays("""
            time: 2026-09-14 10:00
            channel: Muistutus: Aloitus … Vetovuorossa: Aino … Ei pääse: Veikko – ”Flunssa vei äänen
            nothing
        """)
        event = self.calendar()
        assert (str(event["summary"]), event["dtstart"].dt.hour) == ("Torstain piiri: Aloitus", 17)
        await self.season.plays(f"""
            Salme in group: Tulen
            whisper to Salme: Hyvä, olet tulossa (ti 15.9. klo 17).
            Oiva in group: Tulen myöhässä
            whisper to Oiva: Merkitty: tulet myöhässä (ti 15.9. klo 17).
            Oiva privately: Viesti ryhmälle
            whisper to Oiva: Mitä haluat sanoa ryhmälle?
            Oiva fills: {TO_GROUP["Oiva"]}
            whisper to Oiva: Kerron tämän pian ryhmälle.
            nothing
            time: 2026-09-14 10:02
            channel: Oiva tulee myöhässä (ti 15.9. klo 17): ”Juna tulee vasta puoli kuudelta, alkakaa ilman minua.”
            Kaarina says: {TALK}
            nothing
            time: 2026-09-15 16:00
            channel: Tapaaminen alkaa ti 15.9. klo 17 … Pelisäännöistä: …
            whisper to Aino: Muistiinpanosi: Aloitus … {NOTES["Aino"]}
            telegram| whisper to Helmi: Muistiinpanosi: Aloitus … {NOTES["Helmi"]}
            nothing
            discord| time: 2026-09-15 16:05
            discord| Helmi in group: Tämän kerran aihe
            discord| whisper to Helmi: Aloitus: tutustutaan ja sovitaan
            discord| Helmi privately: Lue muistiinpanosi
            discord| whisper to Helmi: Muistiinpanosi: Aloitus … {NOTES["Helmi"]}
            discord| nothing
            time: 2026-09-15 16:20
            Salme in group: Tämän kerran aihe
            whisper to Salme: Aloitus: tutustutaan ja sovitaan … Tutustutaan pareittain (35 min)
            Aino privately: Tämän kerran aihe
            whisper to Aino: Aloitus: tutustutaan ja sovitaan
            time: 2026-09-15 19:10
            Aino privately: Olemme valmiita
            whisper to Aino: Kiitos, että vedit. Kysyn nyt ryhmältä palautetta.
            channel: Miltä tapaaminen tuntui? Aloitus … Voitte vastata to 17.9. klo 10 asti.
            nothing
        """)
        await self.rate(Kaarina="454", Aino="544", Salme="445", Oiva="333", Helmi="554", Taisto="434")
        await self.sentence("Aino")
        await self.sentence("Oiva")
        await self.season.plays(f"""
            Veikko in group: A 3
            whisper to Veikko: Tästä tapaamisesta kysytään niiltä, jotka olivat paikalla.
            nothing
            nobody: {SENTENCES["Aino"]}
            time: 2026-09-15 19:25
            whisper to Aino: Kuinka monta teitä oli paikalla tapaamisessa ti 15.9. klo 17? Nimiä en kysy.
            nothing
            time: 2026-09-15 19:40
            Aino privately: 6
            whisper to Aino: Kiitos. Paikalla oli 6.
            Aino privately: Mihin palaatte
            whisper to Aino: Mihin palaatte ensi kerralla?
            Aino fills: {COME_BACK}
            whisper to Aino: Tallessa. Tämän näkee koko ryhmä.
            nothing
            time: 2026-09-17 10:00
            channel: Mitä sanoitte: Aloitus … 1: 0 · 2: 0 · 3: 1 · 4: 3 · 5: 2 … Omin sanoin
                … {COME_BACK} … Seuraava tapaaminen … ti 6.10. klo 17
            whisper to Veikko: Tapaaminen ti 15.9. klo 17 … {COME_BACK}
            nothing
        """)

    async def second_meeting(self) -> None:
        await self.season.plays(f"""
            time: 2026-10-01 10:00
            channel: Ensi kerralla: Jaksaminen ja palautuminen … {COME_BACK} … Vetovuorossa: Kaarina
            time: 2026-10-01 19:05
            Veikko in group: Kirjoita itselleni
            whisper to Veikko: Muistiinpanot: Jaksaminen ja palautum
            Veikko fills: {NOTES["Veikko"]}
            whisper to Veikko: Tallessa.
            time: 2026-10-03 10:00
            whisper to Kaarina: Vetäjälle: Jaksaminen ja palautuminen
            time: 2026-10-05 10:00
            channel: Muistutus: Jaksaminen ja palautuminen … Vetovuorossa: Kaarina
        """)
        await self.in_the_second_meeting()
        await self.season.plays(f"""
            time: 2026-10-05 21:40
            Taisto in group: En pääse
            whisper to Taisto: Merkitty: et pääse (ti 6.10. klo 17).
            Taisto privately: Viesti vain koollekutsujalle
            whisper to Taisto: Mitä haluat sanoa koollekutsujalle?
            Taisto fills: {TO_CONVENER["Taisto"]}
            whisper to Taisto: Kerron tämän vain koollekutsujalle.
            nothing
            time: 2026-10-06 08:00
            whisper to Kaarina: Taisto ei pääse tapaamiseen ti 6.10. klo 17 ja kertoo sinulle: ”{TO_CONVENER["Taisto"]}”
            only Kaarina: oikeudenkäynti osui
            nothing
            time: 2026-10-06 08:02
            channel: Taisto ei pääse tapaamiseen ti 6.10. klo 17.
            nothing
            time: 2026-10-06 16:00
            channel: Tapaaminen alkaa ti 6.10. klo 17
            whisper to Veikko: Muistiinpanosi: Jaksaminen ja palautuminen … {NOTES["Veikko"]}
            Oiva in group: Tämän kerran aihe
            whisper to Oiva: Jaksaminen ja palautuminen
            time: 2026-10-06 19:45
            channel: Miltä tapaaminen tuntui? Jaksaminen ja palautuminen
            whisper to Kaarina: Pidettiinkö tapaaminen ti 6.10. klo 17?
            nothing
            time: 2026-10-06 19:50
        """)
        await self.rate(Kaarina="454", Salme="345", Veikko="434")
        await self.sentence("Salme")
        await self.season.plays("""
            time: 2026-10-08 10:00
            channel: Mitä sanoitte: Jaksaminen ja palautuminen … Vastauksia on vielä niin vähän
                … Seuraava tapaaminen … ti 27.10. klo 17
            whisper to Taisto: Tapaaminen ti 6.10. klo 17
            nothing
        """)

    async def third_meeting_is_moved(self) -> None:
        await self.season.plays("""
            time: 2026-10-22 10:00
            channel: Ensi kerralla: Minä tekijänä … ti 27.10. klo 17 … Vetovuorossa: Veikko
            time: 2026-10-22 12:30
            Salme in group: Kirjoita itselleni
            whisper to Salme: Muistiinpanot: Minä tekijänä
        """)
        await self.the_bot_dies_under_a_note("Salme", NOTES["Salme"])
        await self.season.plays("""
            whisper to Salme: Tallessa. Vain sinä näet tämän, ja saat sen takaisin ennen tapaamista (ti 27.10. klo 17).
            nothing
            time: 2026-10-24 10:00
            whisper to Veikko: Vetäjälle: Minä tekijänä
            time: 2026-10-24 13:00
            Kaarina privately: /valikko
            whisper to Kaarina: Torstain piiri … ti 27.10. klo 17
            Kaarina privately: Siirrä tapaaminen
            whisper to Kaarina: Uusi aika tapaamiselle ti 27.10. klo 17
            Kaarina fills: ke 28.10. klo 18.30
            whisper to Kaarina: Siirretäänkö tapaaminen ti 27.10. klo 17? Uusi aika olisi ke 28.10. klo 18.30.
            Kaarina privately: Siirrä tähän aikaan
            whisper to Kaarina: Siirretty. Uusi aika on ke 28.10. klo 18.30, ja kerron siitä ryhmälle.
            channel: Tapaaminen siirtyy … Tapaaminen ti 27.10. klo 17 siirtyy. Uusi aika on ke 28.10. klo 18.30.
            nothing
        """)
        assert self.calendar()["sequence"] == 1
        plan = self.season.newest(PLAN)
        await self.season.plays("""
            Helmi in group: Tulen
            whisper to Helmi: Hyvä, olet tulossa (ke 28.10. klo 18.30).
            time: 2026-10-24 13:01
            nothing
        """)
        assert plan is self.season.newest(PLAN)
        assert "ke 28.10. klo 18.30: Ammatti-identiteetti" in self.season.reads(plan)
        assert "ti 27.10." not in self.season.reads(plan)
        await self.season.plays(f"""
            time: 2026-10-26 23:00
            whisper to Veikko: Vetäjälle: Minä tekijänä … ke 28.10. klo 18.30
            nothing
            time: 2026-10-27 10:00
            channel: Muistutus: Minä tekijänä … ke 28.10. klo 18.30
            nothing
            time: 2026-10-28 17:30
            channel: Tapaaminen alkaa ke 28.10. klo 18.30
            whisper to Salme: Muistiinpanosi: Minä tekijänä … {NOTES["Salme"]}
            nothing
            time: 2026-10-29 10:00
            channel: Miltä tapaaminen tuntui? Minä tekijänä
            whisper to Veikko: Pidettiinkö tapaaminen ke 28.10. klo 18.30?
            nothing
            time: 2026-10-29 10:05
        """)
        await self.rate(Aino="454", Veikko="355", Salme="455", Oiva="344", Helmi="455", Taisto="544")
        await self.season.plays("""
            time: 2026-10-30 10:00
            channel: Mitä sanoitte: Minä tekijänä … Tässä ovat kahden viime tapaamisen vastaukset yhdessä.
                … Seuraava tapaaminen … ti 17.11. klo 17
            nothing
        """)

    async def fourth_meeting_after_the_group_has_changed(self) -> None:
        await self.season.plays(f"""
            time: 2026-11-12 10:00
            channel: Ensi kerralla: Oma työ ja aika … Vetovuorossa: Salme
            time: 2026-11-13 14:20
            Helmi in group: En pääse
            whisper to Helmi: Merkitty: et pääse (ti 17.11. klo 17).
            Helmi privately: Viesti vain koollekutsujalle
            whisper to Helmi: Mitä haluat sanoa koollekutsujalle?
            Helmi fills: {TO_CONVENER["Helmi"]}
            whisper to Helmi: Kerron tämän vain koollekutsujalle.
            whisper to Kaarina: Helmi ei pääse tapaamiseen ti 17.11. klo 17 ja kertoo sinulle: ”{TO_CONVENER["Helmi"]}”
            only Kaarina: liian lähellä
            nothing
            time: 2026-11-14 10:00
            whisper to Salme: Vetäjälle: Oma työ ja aika
            nothing
        """)
        await self.season.until(datetime(2026, 11, 14, 13))
        await self.half_way()
        await self.season.plays(f"""
            Taisto in group: Tulen
            whisper to Taisto: Hyvä, olet tulossa (ti 17.11. klo 17).
            time: 2026-11-17 09:30
            Salme in group: En pääse
            whisper to Salme: Merkitty: et pääse (ti 17.11. klo 17).
            Salme privately: Viesti ryhmälle
            whisper to Salme: Mitä haluat sanoa ryhmälle?
            Salme fills: {TO_GROUP["Salme"]}
            whisper to Salme: Kerron tämän
            whisper to Oiva: Vetäjälle: Oma työ ja aika … Vetovuoro siirtyi sinulle.
            nothing
            time: 2026-11-17 09:32
            channel: Salme ei pääse tapaamiseen ti 17.11. klo 17: ”{TO_GROUP["Salme"]}” … Vetovuorossa: Oiva
            nothing
            time: 2026-11-17 16:00
            channel: Tapaaminen alkaa ti 17.11. klo 17
            Aino in group: Tämän kerran aihe
            whisper to Aino: Oman työn ja ajan johtaminen
            time: 2026-11-17 19:45
            channel: Miltä tapaaminen tuntui? Oma työ ja aika
            whisper to Oiva: Pidettiinkö tapaaminen ti 17.11. klo 17?
            nothing
            time: 2026-11-17 19:50
        """)
        await self.rate(Kaarina="454", Aino="344", Veikko="355", Oiva="344", Taisto="544")
        await self.season.plays("""
            time: 2026-11-19 10:00
            channel: Mitä sanoitte: Oma työ ja aika … Seuraava tapaaminen … ti 8.12. klo 17
            whisper to Salme: Tapaaminen ti 17.11. klo 17
            telegram| whisper to Helmi: Tapaaminen ti 17.11. klo 17
            nothing
        """)

    async def fifth_meeting_is_cancelled(self) -> None:
        await self.season.plays("""
            time: 2026-12-03 10:00
            channel: Ensi kerralla: Osaaminen … Vetovuorossa: Salme
            time: 2026-12-05 10:00
            whisper to Salme: Vetäjälle: Osaaminen
            time: 2026-12-05 12:00
            Kaarina privately: /valikko
            whisper to Kaarina: Torstain piiri … ti 8.12. klo 17
            Kaarina privately: Peru tapaaminen
            whisper to Kaarina: Perutaanko tapaaminen ti 8.12. klo 17?
        """)
        await self.presses_to_cancel("Kaarina", "Kyllä, peru")
        await self.season.plays("""
            whisper to Kaarina: Peruttu: ti 8.12. klo 17. Kerron siitä ryhmälle.
            channel: Tapaaminen peruttu … Tapaaminen ti 8.12. klo 17 jää pois. … ti 29.12. klo 17: Päätös
            nothing
        """)
        assert str(self.calendar()["status"]) == "CANCELLED"
        await self.season.plays("""
            time: 2026-12-05 12:01
            telegram| channel: Torstain piiri – Vahvistin … ti 17.11. klo 17: Oman työn … ti 29.12. klo 17: Päätös
            nothing
            time: 2026-12-20 12:00
            nothing
        """)
        plan = self.season.newest(PLAN)
        assert "ti 8.12." not in self.season.reads(plan)
        assert plan.pinned

    async def last_meeting(self) -> None:
        await self.sends_the_last_pretask()
        await self.season.plays("""
            channel: Ensi kerralla: Päätös
            time: 2026-12-26 10:00
            whisper to Salme: Vetäjälle: Päätös
            time: 2026-12-28 10:00
            channel: Muistutus: Päätös
            time: 2026-12-29 16:00
            channel: Tapaaminen alkaa ti 29.12. klo 17
            time: 2026-12-29 19:45
            channel: Miltä tapaaminen tuntui? Päätös
            whisper to Salme: Pidettiinkö tapaaminen ti 29.12. klo 17?
            nothing
            time: 2026-12-29 19:50
        """)
        await self.rate(Kaarina="555", Aino="545", Veikko="455", Salme="455", Oiva="444", Helmi="555")
        await self.sentence("Helmi")
        await self.season.plays(f"""
            nobody: {SENTENCES["Helmi"]}
            time: 2026-12-31 10:00
            channel: Mitä sanoitte: Päätös … {SENTENCES["Helmi"]}
            nothing
        """)
