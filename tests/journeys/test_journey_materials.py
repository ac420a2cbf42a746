import json
from dataclasses import replace

from tests.journeys.circle import Circle


async def test_what_a_member_adds_is_where_everybody_finds_it(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /aineistot
        whisper to Aino: Aineistoja ei ole vielä.
        Aino: Lisää aineisto
        Aino fills: Nimi=Jaksamisen opas; Linkki tai muu tieto=http://example.org/opas
        whisper to Aino: Linkin pitää alkaa https://
        Aino fills: Nimi=Jaksamisen opas; Linkki tai muu tieto=https://example.org/opas
        whisper to Aino: Lisätty aineistoihin.
        nothing
        time: 2026-09-01 09:10
        Veikko: /aineistot
        whisper to Veikko: 1. Jaksamisen opas: https://example.org/opas (Aino)
        nothing
        Veikko: Lisää aineisto
        Veikko fills: Nimi=Työn ilo; Linkki tai muu tieto=
        whisper to Veikko: Lisätty
        Veikko: Aineistot
        whisper to Veikko: 1. Työn ilo (Veikko) … 2. Jaksamisen opas
        Veikko: Poista 1.
        whisper to Veikko: Poistettu aineistoista.
        Kaarina privately: /aineistot
        whisper to Kaarina: 1. Jaksamisen opas
        Aino privately: /lahden
        Aino: Lähden hiljaa
        Kaarina privately: /aineistot
        whisper to Kaarina: 1. Jaksamisen opas: https://example.org/opas
        Kaarina: Poista 1.
        whisper to Kaarina: Poistettu aineistoista.
    """)
    assert "(Aino)" not in circle.texts("@Kaarina")[-2], "what is kept has no author any more"


async def test_materials_in_english_from_the_menu(english: Circle) -> None:
    await english.plays("""
        Salme privately: /menu
        Salme: Group matters
        Salme: Materials
        whisper to Salme: There are no materials yet.
        Salme: Add material
        Salme fills: Name=A good book; Link or more about it=by Somebody
        whisper to Salme: Added to the materials.
        Salme: Materials
        whisper to Salme: 1. A good book: by Somebody (Salme)
        nothing
    """)


async def remote(circle: Circle, *numbers: int) -> None:
    """Let these meetings, from 0, be held at a distance."""
    async with circle.kept() as work:
        meetings = sorted(await work.meetings.find(), key=lambda meeting: meeting.starts)
        for number in numbers:
            await work.meetings.save(replace(meetings[number], place="", link="https://meet.example.org/piiri"))


async def test_before_the_first_remote_meeting_there_is_time_to_try_sound_and_picture(circle: Circle) -> None:
    await remote(circle, 0, 1)
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        time: 2026-09-14 10:00
        channel: Muistutus … Etänä: https://meet.example.org/piiri … ensimmäinen etätapaamisenne … klo 16.30 alkaen.
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa ti 15.9. klo 17 … klo 16.30 alkaen.
        nothing
        time: 2026-10-01 10:00
        …
        time: 2026-10-05 10:00
        channel: Muistutus
        time: 2026-10-06 16:00
        channel: Tapaaminen alkaa
    """)
    assert sum("etätapaamisenne" in text for text in circle.texts("main")) == 2, "only before the first one"


async def test_a_group_that_meets_in_one_place_hears_nothing_of_it(english: Circle) -> None:
    await remote(english, 1)
    await english.plays("""
        time: 2026-09-15 16:30
        …
        nobody: your first meeting online
        time: 2026-10-05 09:59
        …
        time: 2026-10-05 10:00
        channel: Reminder … This is your first meeting online. You can try your sound and picture through the link from 16:30.
    """)


async def test_my_data_has_what_one_added_and_answered(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /aineistot
        Aino: Lisää aineisto
        Aino fills: Nimi=Opas; Linkki tai muu tieto=
        Kaarina privately: /valikko
        Kaarina: Koollekutsujan asiat
        Kaarina: Koollekutsujat
        Kaarina: Pyydä toinen koollekutsuja
        Kaarina: Aino
        Aino: Suostun
        Aino privately: /omattiedot
        whisper to Aino: Omat tietosi
    """)
    data = json.loads(circle.file(".json"))
    assert [(paper["kind"], paper["title"]) for paper in data["groups"][0]["papers"]] == [("material", "Opas")]
    assert data["convener_of"] == ["Torstain piiri"]
    page = circle.file(".html").decode()
    assert "Mitä olet kirjoittanut ryhmälle" in page
    assert "Kaarina" not in page
