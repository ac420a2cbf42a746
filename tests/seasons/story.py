"""One season of a group of seven, whatever platform they are on: who they are, what they do and when, what they read.

What a platform has of its own is in the methods that end this file's `Story`, and in lines with its name before them.
"""

from datetime import datetime
from typing import Any, Generic

from icalendar import Calendar

from tests.seasons.season import GROUP, S

SEVEN = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi", "Taisto")
GUEST = "Leena"

NOTES = {
    "Aino": "Toivon iltoja, joista lähtee kevyempänä kuin tuli.",
    "Helmi": "Hyvä porukka oli se, jossa kahvi keitettiin pyytämättä.",
    "Veikko": "Lokakuun keikat veivät kaiken, sunnuntain metsä antoi takaisin.",
    "Salme": "Kysytään Taistolta, miten hän oppi sanomaan ei.",
}
TO_GROUP = {
    "Veikko": "Flunssa vei äänen, jään kotiin. Pitäkää hyvä ilta.",
    "Oiva": "Juna tulee vasta puoli kuudelta, alkakaa ilman minua.",
    "Salme": "Lapsi sairastui, lähetän terveisiä.",
}
TO_CONVENER = {
    "Taisto": "En kerro muille: oikeudenkäynti osui samaan iltaan.",
    "Helmi": "Tämä aihe on minulle juuri nyt liian lähellä.",
}
SENTENCES = {
    "Aino": "Pareittain puhuessa uskalsin sanoa enemmän.",
    "Oiva": "Ensi kerralla kello pöydälle, niin ehditään loppuun.",
    "Salme": "Tullessa väsytti, lähtiessä hymyilytti.",
    "Helmi": "Tätä jään kaipaamaan torstaisin ja tiistaisin.",
}
GREETING, PLAN = "Hei, olen Piiri", "Torstain piiri – Vahvistin"
TALK = "Muistakaa ottaa villasukat, siellä on viileää lattialla."
THEIRS = (*NOTES.values(), *TO_GROUP.values(), *TO_CONVENER.values(), *SENTENCES.values(), TALK)

ROUTINE = {
    "Ensi kerralla:": "pretask",
    "Muistutus:": "reminder",
    "Tapaaminen alkaa ": "soon",
    "Miltä tapaaminen tuntui?": "feedback",
    "Mitä sanoitte:": "results",
}

TITLE = "Torstain piiri"


class Story(Generic[S]):
    """What happens from the bot's first word in the group to its last."""

    def __init__(self, season: S) -> None:
        self.season = season

    async def whole(self) -> None:
        await self.season.begins(TITLE, *SEVEN, GUEST)
        await self.season.starts_bot()
        await self.set_up()
        await self.everybody_joins()
        await self.first_meeting()
        await self.second_meeting()
        await self.third_meeting_is_moved()
        await self.fourth_meeting_after_the_group_has_changed()
        await self.fifth_meeting_is_cancelled()
        await self.last_meeting()

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
            whisper to Aino: Tallessa. Näet tämän vain sinä, ja saat sen takaisin ennen tapaamista (ti 15.9. klo 17).
            time: 2026-09-10 15:40
            Helmi writes: {NOTES["Helmi"]}
            whisper to Helmi: Tallessa.
            nothing
            time: 2026-09-11 18:30
            Veikko in group: En pääse
            whisper to Veikko: Merkitty: et pääse (ti 15.9. klo 17). Syytä ei tarvitse kertoa.
            Veikko privately: Sana ryhmälle
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
            Oiva privately: Sana ryhmälle
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
            channel: Miltä tapaaminen tuntui? Aloitus … Vastaukset ovat auki to 17.9. klo 10 asti.
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
            time: 2026-09-17 10:00
            channel: Mitä sanoitte: Aloitus … 1: 0 · 2: 0 · 3: 1 · 4: 3 · 5: 2 … Omin sanoin
                … Seuraava tapaaminen … ti 6.10. klo 17
            nothing
        """)

    async def second_meeting(self) -> None:
        await self.season.plays(f"""
            time: 2026-10-01 10:00
            channel: Ensi kerralla: Jaksaminen ja palautuminen … Vetovuorossa: Kaarina
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
            Taisto privately: Sana vain koollekutsujalle
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
            nothing
        """)
        await self.rate(Kaarina="454", Salme="345", Veikko="434")
        await self.sentence("Salme")
        await self.season.plays("""
            time: 2026-10-08 10:00
            channel: Mitä sanoitte: Jaksaminen ja palautuminen … Vastauksia on vielä niin vähän
                … Seuraava tapaaminen … ti 27.10. klo 17
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
            whisper to Salme: Tallessa. Näet tämän vain sinä, ja saat sen takaisin ennen tapaamista (ti 27.10. klo 17).
            nothing
            time: 2026-10-24 10:00
            whisper to Veikko: Vetäjälle: Minä tekijänä
            time: 2026-10-24 13:00
            Kaarina privately: /valikko
            whisper to Kaarina: Torstain piiri … ti 27.10. klo 17
            Kaarina privately: Siirrä tapaaminen
            whisper to Kaarina: Uusi aika tapaamiselle ti 27.10. klo 17
            Kaarina fills: ke 28.10. klo 18.30
            whisper to Kaarina: Siirretäänkö ti 27.10. klo 17 uuteen aikaan ke 28.10. klo 18.30?
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
            Helmi privately: Sana vain koollekutsujalle
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
            Salme privately: Sana ryhmälle
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
        """)
        await self.rate(Kaarina="454", Aino="344", Veikko="355", Oiva="344", Taisto="544")
        await self.season.plays("""
            time: 2026-11-19 10:00
            channel: Mitä sanoitte: Oma työ ja aika … Seuraava tapaaminen … ti 8.12. klo 17
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
        """)
        await self.rate(Kaarina="555", Aino="545", Veikko="455", Salme="455", Oiva="444", Helmi="555")
        await self.sentence("Helmi")
        await self.season.plays(f"""
            nobody: {SENTENCES["Helmi"]}
            time: 2026-12-31 10:00
            channel: Mitä sanoitte: Päätös … {SENTENCES["Helmi"]} … Kausi on päättynyt … Kulkekaa rauhassa
            nothing
            time: 2027-02-01 12:00
            nothing
            Aino privately: /valikko
            whisper to Aino: Torstain piiri
        """)
        assert await self.season.house.next_due() is None

    async def rate(self, **answers: str) -> None:
        for name, steps in answers.items():
            for letter, step in zip("ABC", steps, strict=True):
                await self.season.presses(name, f"{letter} {step}", where=GROUP)
                await self.season.plays(f"whisper to {name}: {letter}: {step} on merkitty. Voit muuttaa sitä")

    async def sentence(self, name: str) -> None:
        await self.season.plays(f"""
            {name} in group: Kirjoita lause
            whisper to {name}: Jos haluat, kirjoita vielä yksi lause
            {name} fills: {SENTENCES[name]}
            whisper to {name}: Lauseesi on tallessa.
        """)

    def calendar(self) -> Any:
        """The event in the file that the group got last."""
        seen = next(seen for seen in reversed(self.season.posts()) if seen.file)
        assert seen is self.season.posts()[-1]
        assert seen.file.endswith(".ics")
        return Calendar.from_ical(seen.data).walk("VEVENT")[0]

    # What each platform has of its own

    async def set_up(self) -> None:
        """From the bot's coming to the plan in the group, which is pinned."""
        raise NotImplementedError

    async def the_bot_dies_under_a_note(self, name: str, note: str) -> None:
        """With -9, while somebody has a note half written; afterwards the note is theirs, and they read so."""
        raise NotImplementedError

    async def half_way(self) -> None:
        """Something happens to the place where the group lives, and is mended; the fourth reminder has come by then."""
        raise NotImplementedError

    async def before_the_first_meeting(self) -> None:
        """Whatever a platform's people do then."""

    async def in_the_second_meeting(self) -> None:
        """Whatever happens to a platform then."""

    async def presses_to_cancel(self, name: str, label: str) -> None:
        """The press after which the group is told."""
        await self.season.presses(name, label, where="privately")

    async def sends_the_last_pretask(self) -> None:
        """Time goes on until it stands in the group."""
        await self.season.plays("time: 2026-12-24 10:00")
