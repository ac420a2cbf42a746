"""Seven people and a guest, from the bot's first word in their group to its last: one season, seen from outside."""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest
from icalendar import Calendar

from tests.telegram.season import DAYS, GROUP, Season, Seen, played, transcript

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
IN_THE_GROUP = """
    ti 1.9. 9.00 Hei, olen Piiri
    ti 1.9. 9.00 Torstain piiri – Vahvistin
    to 10.9. 10.00 Ensi kerralla: Aloitus
    ma 14.9. 10.00 Muistutus: Aloitus
    ma 14.9. 10.02 Oiva tulee myöhässä (ti 15.9. klo 17): ”Juna tulee vasta puoli kuudelta, alkakaa ilman minua.”
    ti 15.9. 16.00 Tapaaminen alkaa ti 15.9. klo 17
    ti 15.9. 19.10 Miltä tapaaminen tuntui? Aloitus
    to 17.9. 10.00 Mitä sanoitte: Aloitus
    to 1.10. 10.00 Ensi kerralla: Jaksaminen ja palautuminen
    ma 5.10. 10.00 Muistutus: Jaksaminen ja palautuminen
    ti 6.10. 8.02 Taisto ei pääse tapaamiseen ti 6.10. klo 17.
    ti 6.10. 16.00 Tapaaminen alkaa ti 6.10. klo 17
    ti 6.10. 19.45 Miltä tapaaminen tuntui? Jaksaminen ja palautuminen
    to 8.10. 10.00 Mitä sanoitte: Jaksaminen ja palautuminen
    to 22.10. 10.00 Ensi kerralla: Minä tekijänä
    la 24.10. 13.00 Tapaaminen siirtyy
    la 24.10. 13.01 (edit) Torstain piiri – Vahvistin
    ti 27.10. 10.00 Muistutus: Minä tekijänä
    ke 28.10. 17.30 Tapaaminen alkaa ke 28.10. klo 18.30
    to 29.10. 10.00 Miltä tapaaminen tuntui? Minä tekijänä
    pe 30.10. 10.00 Mitä sanoitte: Minä tekijänä
    to 12.11. 10.00 Ensi kerralla: Oma työ ja aika
    ma 16.11. 10.00 Muistutus: Oma työ ja aika
    ti 17.11. 9.32 Salme ei pääse tapaamiseen ti 17.11. klo 17: ”Lapsi sairastui, lähetän terveisiä.”
    ti 17.11. 16.00 Tapaaminen alkaa ti 17.11. klo 17
    ti 17.11. 19.45 Miltä tapaaminen tuntui? Oma työ ja aika
    to 19.11. 10.00 Mitä sanoitte: Oma työ ja aika
    to 3.12. 10.00 Ensi kerralla: Osaaminen
    la 5.12. 12.00 Tapaaminen peruttu
    la 5.12. 12.01 Torstain piiri – Vahvistin
    to 24.12. 10.00 Ensi kerralla: Päätös
    ma 28.12. 10.00 Muistutus: Päätös
    ti 29.12. 16.00 Tapaaminen alkaa ti 29.12. klo 17
    ti 29.12. 19.45 Miltä tapaaminen tuntui? Päätös
    to 31.12. 10.00 Mitä sanoitte: Päätös
"""
UNASKED = """
    la 12.9. 10.00 Kaarina: Vetäjälle: Aloitus
    la 12.9. 12.05 Aino: Vetäjälle: Aloitus
    ti 15.9. 16.00 Aino: Muistiinpanosi: Aloitus
    ti 15.9. 16.00 Helmi: Muistiinpanosi: Aloitus
    la 3.10. 10.00 Kaarina: Vetäjälle: Jaksaminen ja palautuminen
    ti 6.10. 8.00 Kaarina: Taisto ei pääse tapaamiseen ti 6.10. klo 17 ja kertoo sinulle
    ti 6.10. 16.00 Veikko: Muistiinpanosi: Jaksaminen ja palautuminen
    la 24.10. 10.00 Veikko: Vetäjälle: Minä tekijänä
    su 25.10. 10.00 Veikko: Vetäjälle: Minä tekijänä
    ke 28.10. 17.30 Salme: Muistiinpanosi: Minä tekijänä
    pe 13.11. 14.20 Kaarina: Helmi ei pääse tapaamiseen ti 17.11. klo 17 ja kertoo sinulle
    la 14.11. 10.00 Salme: Vetäjälle: Oma työ ja aika
    ti 17.11. 9.30 Oiva: Vetäjälle: Oma työ ja aika
    la 5.12. 10.00 Salme: Vetäjälle: Osaaminen
    la 26.12. 10.00 Salme: Vetäjälle: Päätös
"""
"""What came to people on their own side without their having done anything just then."""


async def whole_season(season: Season) -> None:
    await season.begins("Torstain piiri", *SEVEN, GUEST)
    await set_up(season)
    await everybody_joins(season)
    await first_meeting(season)
    await second_meeting(season)
    await third_meeting_is_moved(season)
    await fourth_meeting_after_the_group_has_changed(season)
    await fifth_meeting_is_cancelled(season)
    await last_meeting(season)


async def set_up(season: Season) -> None:
    await season.adds_bot("Kaarina")
    await season.plays("""
        channel: Hei, olen Piiri … Kun joku teistä perustaa ryhmän
        nothing
    """)
    season.taps = season.typed = 0
    await season.plays("""
        Kaarina: Perusta ryhmä
        whisper to Kaarina: Uusi ryhmä … 1/8 Ryhmän kieli
        Kaarina: suomi
        whisper to Kaarina: 2/8 Ensimmäinen tapaaminen … Esimerkiksi: ti 15.9. klo 17
        Kaarina writes: ti 15.9. klo 17
        whisper to Kaarina: 3/8 Kuinka usein tapaatte?
        Kaarina: kolmen viikon välein
        whisper to Kaarina: 4/8 Tapaamisen kesto
        Kaarina: 2h30
        whisper to Kaarina: 5/8 Montako kertaa?
        Kaarina: 6
        whisper to Kaarina: 6/8 Paikka tai linkki
        Kaarina writes: Kulttuuritalo, 2. krs
        whisper to Kaarina: 7/8 Aiheet
        Kaarina: Ohjelman järjestyksessä
        whisper to Kaarina: 8/8 Miten palaute näytetään?
        Kaarina: Kun viisi on vastannut
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus
        nothing
    """)
    await season.lets_it_pin("Kaarina")
    await season.plays("""
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
        channel: Torstain piiri – Vahvistin … ti 29.12. klo 17: Päätös
        nothing
    """)
    assert season.taps <= 12
    assert season.typed <= 3
    assert (season.taps, season.typed) == (9, 2), "with the first press, and START where the chat opens"
    assert season.newest(PLAN).pinned


async def everybody_joins(season: Season) -> None:
    for minute, name in enumerate(SEVEN):
        await season.until(datetime(2026, 9, 1, 9 + minute, 10))
        await season.presses(name, "Olen mukana")
        await season.plays(f"whisper to {name}: mukana … Torstain piiri")
    await season.until(datetime(2026, 9, 1, 18, 40))
    await season.plays("""
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


async def first_meeting(season: Season) -> None:
    await season.plays(f"""
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus … ti 15.9. klo 17 … Paikka: Kulttuuritalo, 2. krs … Vetovuorossa: Kaarina
        nothing
        Leena in group: Kirjoita itselleni
        whisper to Leena: alert: Tämä on ryhmän jäsenille.
        nothing
        time: 2026-09-10 11:15
        Aino in group: Kirjoita itselleni
        whisper to Aino: Omat muistiinpanot: Aloitus … Tämän näet vain sinä.
        Aino writes: {NOTES["Aino"]}
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
        Veikko writes: {TO_GROUP["Veikko"]}
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
        time: 2026-09-14 10:00
        channel: Muistutus: Aloitus … Vetovuorossa: Aino … Ei pääse: Veikko – ”Flunssa vei äänen
        nothing
    """)
    event = calendar(season)
    assert (str(event["summary"]), event["dtstart"].dt.hour) == ("Torstain piiri: Aloitus", 17)
    await season.plays(f"""
        Salme in group: Tulen
        whisper to Salme: toast: Hyvä, olet tulossa (ti 15.9. klo 17).
        Oiva in group: Tulen myöhässä
        whisper to Oiva: Merkitty: tulet myöhässä (ti 15.9. klo 17).
        Oiva privately: Sana ryhmälle
        whisper to Oiva: Mitä haluat sanoa ryhmälle?
        Oiva writes: {TO_GROUP["Oiva"]}
        whisper to Oiva: Kerron tämän pian ryhmälle.
        nothing
        time: 2026-09-14 10:02
        channel: Oiva tulee myöhässä (ti 15.9. klo 17): ”Juna tulee vasta puoli kuudelta, alkakaa ilman minua.”
        Kaarina says: {TALK}
        nothing
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa ti 15.9. klo 17 … Pelisäännöistä: …
        whisper to Aino: Muistiinpanosi: Aloitus … {NOTES["Aino"]}
        whisper to Helmi: Muistiinpanosi: Aloitus … {NOTES["Helmi"]}
        nothing
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
    await rate(season, Kaarina="454", Aino="544", Salme="445", Oiva="333", Helmi="554", Taisto="434")
    await sentence(season, "Aino")
    await sentence(season, "Oiva")
    await season.plays(f"""
        Veikko in group: A 3
        whisper to Veikko: alert: Tästä tapaamisesta kysytään niiltä, jotka olivat paikalla.
        nothing
        nobody: {SENTENCES["Aino"]}
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … 1: 0 · 2: 0 · 3: 1 · 4: 3 · 5: 2 … Omin sanoin
            … Seuraava tapaaminen … ti 6.10. klo 17
        nothing
    """)


async def second_meeting(season: Season) -> None:
    await season.plays(f"""
        time: 2026-10-01 10:00
        channel: Ensi kerralla: Jaksaminen ja palautuminen … Vetovuorossa: Kaarina
        time: 2026-10-01 19:05
        Veikko in group: Kirjoita itselleni
        whisper to Veikko: Omat muistiinpanot: Jaksaminen ja palautuminen
        Veikko writes: {NOTES["Veikko"]}
        whisper to Veikko: Tallessa.
        time: 2026-10-03 10:00
        whisper to Kaarina: Vetäjälle: Jaksaminen ja palautuminen
        time: 2026-10-05 10:00
        channel: Muistutus: Jaksaminen ja palautuminen … Vetovuorossa: Kaarina
        time: 2026-10-05 21:40
        Taisto in group: En pääse
        whisper to Taisto: Merkitty: et pääse (ti 6.10. klo 17).
        Taisto privately: Sana vain koollekutsujalle
        whisper to Taisto: Mitä haluat sanoa koollekutsujalle?
        Taisto writes: {TO_CONVENER["Taisto"]}
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
    await rate(season, Kaarina="454", Salme="345", Veikko="434")
    await sentence(season, "Salme")
    await season.plays("""
        time: 2026-10-08 10:00
        channel: Mitä sanoitte: Jaksaminen ja palautuminen … Vastauksia on vielä niin vähän
            … Seuraava tapaaminen … ti 27.10. klo 17
        nothing
    """)


async def third_meeting_is_moved(season: Season) -> None:
    await season.plays("""
        time: 2026-10-22 10:00
        channel: Ensi kerralla: Minä tekijänä … ti 27.10. klo 17 … Vetovuorossa: Veikko
        time: 2026-10-22 12:30
        Salme in group: Kirjoita itselleni
        whisper to Salme: Omat muistiinpanot: Minä tekijänä
    """)
    await season.kills_bot()
    season.leaves_word("Salme", NOTES["Salme"])
    await season.starts_bot()
    await season.plays("""
        whisper to Salme: Tallessa. Näet tämän vain sinä, ja saat sen takaisin ennen tapaamista (ti 27.10. klo 17).
        nothing
        time: 2026-10-24 10:00
        whisper to Veikko: Vetäjälle: Minä tekijänä
        time: 2026-10-24 13:00
        Kaarina privately: /valikko
        whisper to Kaarina: Torstain piiri … ti 27.10. klo 17
        Kaarina privately: Siirrä tapaaminen
        whisper to Kaarina: Uusi aika tapaamiselle ti 27.10. klo 17
        Kaarina writes: ke 28.10. klo 18.30
        whisper to Kaarina: Siirretäänkö ti 27.10. klo 17 uuteen aikaan ke 28.10. klo 18.30?
        Kaarina privately: Siirrä tähän aikaan
        whisper to Kaarina: Siirretty. Uusi aika on ke 28.10. klo 18.30, ja kerron siitä ryhmälle.
        channel: Tapaaminen siirtyy … Tapaaminen ti 27.10. klo 17 siirtyy. Uusi aika on ke 28.10. klo 18.30.
        nothing
    """)
    assert calendar(season)["sequence"] == 1
    plan = season.newest(PLAN)
    await season.plays("""
        Helmi in group: Tulen
        whisper to Helmi: toast: Hyvä, olet tulossa (ke 28.10. klo 18.30).
        time: 2026-10-24 13:01
        nothing
    """)
    assert plan is season.newest(PLAN)
    assert "ke 28.10. klo 18.30: Ammatti-identiteetti" in plan.text
    assert "ti 27.10." not in plan.text
    await season.plays(f"""
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
    await rate(season, Aino="454", Veikko="355", Salme="455", Oiva="344", Helmi="455", Taisto="544")
    await season.plays("""
        time: 2026-10-30 10:00
        channel: Mitä sanoitte: Minä tekijänä … Tässä ovat kahden viime tapaamisen vastaukset yhdessä.
            … Seuraava tapaaminen … ti 17.11. klo 17
        nothing
    """)


async def fourth_meeting_after_the_group_has_changed(season: Season) -> None:
    await season.plays(f"""
        time: 2026-11-12 10:00
        channel: Ensi kerralla: Oma työ ja aika … Vetovuorossa: Salme
        time: 2026-11-13 14:20
        Helmi in group: En pääse
        whisper to Helmi: Merkitty: et pääse (ti 17.11. klo 17).
        Helmi privately: Sana vain koollekutsujalle
        whisper to Helmi: Mitä haluat sanoa koollekutsujalle?
        Helmi writes: {TO_CONVENER["Helmi"]}
        whisper to Helmi: Kerron tämän vain koollekutsujalle.
        whisper to Kaarina: Helmi ei pääse tapaamiseen ti 17.11. klo 17 ja kertoo sinulle: ”{TO_CONVENER["Helmi"]}”
        only Kaarina: liian lähellä
        nothing
        time: 2026-11-14 10:00
        whisper to Salme: Vetäjälle: Oma työ ja aika
        nothing
    """)
    await season.until(datetime(2026, 11, 14, 13))
    await season.becomes_supergroup()
    await season.plays(f"""
        nothing
        time: 2026-11-16 10:00
        channel: Muistutus: Oma työ ja aika … Ei pääse: Helmi
        nothing
        Taisto in group: Tulen
        whisper to Taisto: toast: Hyvä, olet tulossa (ti 17.11. klo 17).
        time: 2026-11-17 09:30
        Salme in group: En pääse
        whisper to Salme: Merkitty: et pääse (ti 17.11. klo 17).
        Salme privately: Sana ryhmälle
        whisper to Salme: Mitä haluat sanoa ryhmälle?
        Salme writes: {TO_GROUP["Salme"]}
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
    await rate(season, Kaarina="454", Aino="344", Veikko="355", Oiva="344", Taisto="544")
    await season.plays("""
        time: 2026-11-19 10:00
        channel: Mitä sanoitte: Oma työ ja aika … Seuraava tapaaminen … ti 8.12. klo 17
        nothing
    """)


async def fifth_meeting_is_cancelled(season: Season) -> None:
    await season.plays("""
        time: 2026-12-03 10:00
        channel: Ensi kerralla: Osaaminen … Vetovuorossa: Salme
        time: 2026-12-05 10:00
        whisper to Salme: Vetäjälle: Osaaminen
        time: 2026-12-05 12:00
        Kaarina privately: /valikko
        whisper to Kaarina: Torstain piiri … ti 8.12. klo 17
        Kaarina privately: Peru tapaaminen
        whisper to Kaarina: Perutaanko tapaaminen ti 8.12. klo 17?
        Kaarina privately: Kyllä, peru
        whisper to Kaarina: Peruttu: ti 8.12. klo 17. Kerron siitä ryhmälle.
        channel: Tapaaminen peruttu … Tapaaminen ti 8.12. klo 17 jää pois. … ti 29.12. klo 17: Päätös
        nothing
    """)
    assert str(calendar(season)["status"]) == "CANCELLED"
    await season.plays("""
        time: 2026-12-05 12:01
        channel: Torstain piiri – Vahvistin … ti 17.11. klo 17: Oman työn … ti 29.12. klo 17: Päätös
        nothing
        time: 2026-12-20 12:00
        nothing
    """)
    plan = season.newest(PLAN)
    assert "ti 8.12." not in plan.text
    assert plan.pinned


async def last_meeting(season: Season) -> None:
    await season.plays("""
        time: 2026-12-24 10:00
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
    await rate(season, Kaarina="555", Aino="545", Veikko="455", Salme="455", Oiva="444", Helmi="555")
    await sentence(season, "Helmi")
    await season.plays(f"""
        nobody: {SENTENCES["Helmi"]}
        time: 2026-12-31 10:00
        channel: Mitä sanoitte: Päätös … {SENTENCES["Helmi"]} … Kausi on päättynyt … Kulkekaa rauhassa
        nothing
        time: 2027-02-01 12:00
        nothing
        Aino privately: /valikko
        whisper to Aino: Torstain piiri
    """)
    assert await season.next_due() is None


async def rate(season: Season, **answers: str) -> None:
    for name, steps in answers.items():
        for letter, step in zip("ABC", steps, strict=True):
            await season.presses(name, f"{letter} {step}", where=GROUP)
            await season.plays(f"whisper to {name}: toast: {letter}: {step} on merkitty. Voit muuttaa sitä")


async def sentence(season: Season, name: str) -> None:
    await season.plays(f"""
        {name} in group: Kirjoita lause
        whisper to {name}: Jos haluat, kirjoita vielä yksi lause
        {name} writes: {SENTENCES[name]}
        whisper to {name}: Lauseesi on tallessa.
    """)


def calendar(season: Season) -> Any:
    """The event in the file that the group got last."""
    document = season.posts()[-1].post.document
    assert document.name.endswith(".ics")
    return Calendar.from_ical(document.data).walk("VEVENT")[0]


@pytest.fixture(scope="module")
def season(shelter: Path) -> Iterator[Season]:
    """The season, played once for all that is asked of it."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        yield played(Path(folder), whole_season)


def test_the_bot_breaks_no_rule_of_telegram_and_leaves_nothing_unsaid(season: Season) -> None:
    assert season.fake.violations == []
    assert season.fake.updates.quiet.is_set()


def test_the_group_gets_these_posts_at_these_hours_and_no_others(season: Season) -> None:
    found = [f"{stamp(seen)} {'(edit) ' * (seen.how == 'edit')}{seen.heading}" for seen in season.posts()]
    assert found == lines(IN_THE_GROUP)


def test_nobody_hears_anything_unasked_but_this(season: Season) -> None:
    found = [(seen.at, f"{stamp(seen)} {seen.place}: {seen.heading.partition(': ”')[0]}") for seen in unasked(season)]
    assert [line for _, line in sorted(found)] == lines(UNASKED)


def test_a_meeting_has_at_most_five_routine_posts_in_their_order_one_a_day_and_two_on_its_own(season: Season) -> None:
    routine = [(kind(seen), seen.at) for seen in season.posts() if kind(seen)]
    starts = [n for n, (what, _) in enumerate(routine) if what == "pretask"]
    assert len(starts) == 6
    order = list(ROUTINE.values())
    for first, following in pairwise([*starts, len(routine)]):
        of_one = [what for what, _ in routine[first:following]]
        assert of_one == order[: len(of_one)]
    own_days = {at.date() for what, at in routine if what == "soon"}
    for day, count in Counter(at.date() for _, at in routine).items():
        assert count <= (2 if day in own_days else 1), day


def test_nothing_routine_and_nothing_unasked_comes_between_21_and_8(season: Season) -> None:
    for seen in [*season.posts(), *unasked(season)]:
        assert 8 <= seen.at.hour < 21, (seen.at, seen.heading)


def test_nothing_stands_twice(season: Season) -> None:
    in_group = Counter(seen.text for seen in season.posts() if seen.how == "post")
    to_people = Counter((seen.place, seen.text) for seen in unasked(season))
    assert {count for counted in (in_group, to_people) for count in counted.values()} == {1}


def test_the_reminder_of_the_moved_meeting_is_at_its_new_time_and_not_at_the_old(season: Season) -> None:
    days = {seen.at.date() for seen in season.posts() if kind(seen)}
    assert not {date(2026, 10, 26)} & days
    assert not {date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 10)} & days, "the cancelled one has none"


def test_from_the_change_on_everything_stands_in_the_new_group(season: Season) -> None:
    chats = [(seen.at, seen.post.chat_id) for seen in season.posts() if seen.post]
    changed = next(seen.at for seen in season.log if seen.text == "(ryhmästä tulee superryhmä)")
    old, new = season.posts()[0].post, season.group.id
    assert old is not None
    assert old.chat_id != new
    assert {chat for at, chat in chats if at < changed} == {old.chat_id}
    assert {chat for at, chat in chats if at > changed} == {new}


def test_a_tap_of_the_feedback_is_answered_in_passing(season: Season) -> None:
    taps = [seen for label, seen in season.answered if re.fullmatch("[ABC] [1-5]", label)]
    alerts = [seen.who for seen in taps if seen.how == "alert"]
    assert alerts == ["Veikko"], "he had told that he could not come"
    assert Counter(seen.who for seen in taps if seen.how == "toast" and seen.at.day == 15) == dict.fromkeys(
        [name for name in SEVEN if name != "Veikko"], 3
    )


def test_what_is_private_stands_before_its_reader_alone(season: Season) -> None:
    for author, note in NOTES.items():
        assert places(season, note) == {author}
    for word in TO_CONVENER.values():
        assert places(season, word) == {"Kaarina"}
    for word in TO_GROUP.values():
        assert GROUP in places(season, word)


def test_a_sentence_is_read_by_nobody_before_the_results_and_then_without_a_name(season: Season) -> None:
    for sentence in SENTENCES.values():
        shown = [seen for seen in season.log if seen.said and sentence in seen.text]
        assert [(seen.place, kind(seen)) for seen in shown] == [(GROUP, "results")]
        assert not any(name in shown[0].text.partition("Seuraava tapaaminen")[0] for name in SEVEN)


def test_the_guest_is_left_alone(season: Season) -> None:
    said = [seen.how for seen in season.log if seen.place == GUEST and seen.said]
    assert said == ["post", "alert"], "what she asked for, and that the notebook is for members"
    assert not places(season, GUEST)


def test_nothing_that_they_wrote_is_in_the_log_or_lies_open_in_a_file(season: Season) -> None:
    printed = "".join(line for run in season.runs for line in (*run.out, *run.err))
    files = b"".join(season.left)
    assert b"Torstain piiri" in files, "these are the right files"
    assert "piiri.telegram" in printed, "and this is the log"
    for text in THEIRS:
        for written in {text, json.dumps(text)[1:-1], quote_plus(text), *re.findall(r"[A-Za-z]{9,}", text)}:
            assert written not in printed
            assert written.encode() not in files
    for name in (*SEVEN, GUEST, season.fake.token):
        assert name not in printed


def test_the_season_can_be_read(season: Season) -> None:
    read = transcript(season)
    assert read.count("● RYHMÄ") > 30
    assert "○ Aino, kahden kesken · 16.00" in read


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.strip().splitlines()]


def stamp(seen: Seen) -> str:
    return f"{DAYS[seen.at.weekday()]} {seen.at:%-d.%-m.} {seen.at:%-H.%M}"


def kind(seen: Seen) -> str:
    """Which routine post it is; empty for what is none."""
    return next((name for start, name in ROUTINE.items() if seen.how == "post" and seen.text.startswith(start)), "")


def places(season: Season, words: str) -> set[str]:
    return {seen.place for seen in season.log if seen.said and words in seen.text}


def unasked(season: Season) -> list[Seen]:
    """What came to somebody who had done nothing at that time."""
    active = {(seen.who, seen.at) for seen in season.log if seen.how == "did"}
    return [
        seen for seen in season.log
        if seen.how == "post" and seen.place != GROUP and (seen.place, seen.at) not in active
    ]  # fmt: skip
