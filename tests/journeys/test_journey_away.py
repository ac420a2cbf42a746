from bot.core.incoming import Press
from tests.journeys.circle import FIVE, Circle, Founder


async def test_away_until_a_day_is_noted_in_one_go_and_undone_in_one(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /poissapidempään
        whisper to Aino: Mistä tapaamisista olet poissa? Syytä ei tarvitse kertoa.
        Aino: Kirjoitan päivän
        Aino fills: Mihin päivään asti olet poissa?=30.10. asti
        whisper to Aino: Merkitty: et pääse näihin tapaamisiin. … ti 15.9. klo 17 … ti 6.10. klo 17 … ti 27.10. klo 17
        nothing
        Veikko privately: /vuorot
        whisper to Veikko: 15.9. klo 17: Kaarina … 6.10. klo 17: Veikko … 27.10. klo 17: Salme … 17.11. klo 17: Aino
        time: 2026-09-11 10:00
        …
        time: 2026-09-14 10:00
        whisper to Kaarina: Vetäjälle … Ei pääse: Aino
        channel: Muistutus … Ei pääse: Aino
        time: 2026-09-20 10:00
        …
        Aino privately: /poissapidempään
        Aino: Kahdesta, viimeisenä ti 27.10. klo 17
        whisper to Aino: Olet jo kertonut, ettet pääse näihin: … ti 6.10. klo 17 … ti 27.10. klo 17
        Aino: Pääsenkin näihin kaikkiin
        whisper to Aino: Hyvä, pääset sittenkin näihin: … ti 6.10. klo 17 … ti 27.10. klo 17
        nothing
        Aino: Pääsenkin näihin kaikkiin
        whisper to Aino: Nämä poissaolot on jo peruttu.
        time: 2026-10-05 10:00
        …
    """)
    assert "Ei pääse" not in circle.texts("main")[-1]


async def test_away_in_english_is_told_at_once_in_one_line_where_the_group_wants_that(founder: Founder) -> None:
    english = await founder.group(*FIVE, language="en", absences_at_once=True)
    await english.plays("""
        time: 2026-09-20 10:00
        …
        Aino privately: /away
        Aino: The next two, the last on Tue 27 Oct at 17:00
        whisper to Aino: Noted: you can't come to these meetings. … Tue 6 Oct at 17:00 … Tue 27 Oct at 17:00
        nothing
        time: 2026-09-20 10:05
        channel: Aino can't come to these meetings: Tue 6 Oct at 17:00 and Tue 27 Oct at 17:00.
        nothing
        Aino: I can come to all of these after all
        time: 2026-09-20 10:10
        channel: Aino can come after all: Tue 6 Oct at 17:00 and Tue 27 Oct at 17:00.
        nothing
        Veikko privately: /away
        Veikko: All that are left
        whisper to Veikko: Noted
        Veikko: I can come to all of these after all
        time: 2026-09-20 10:20
        nothing                              # a slip that nobody has heard of
        Veikko privately: /away
        Veikko: I'll type a day
        Veikko fills: Until which day are you away?=until 1 October
        whisper to Veikko: Your absence would end on
    """)


async def test_after_the_reminder_only_the_meeting_that_was_reminded_of_is_posted(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        …
        Aino privately: /poissapidempään
        Aino: Kaikista loppuun asti
        whisper to Aino: Merkitty
        time: 2026-09-14 10:02
        channel: Aino ei pääse tapaamiseen ti 15.9. klo 17.
        nothing
    """)


async def test_leaving_early_stands_in_the_reminder_and_after_it_in_the_channel(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino privately: /myöhässä
        Aino: Lähden aiemmin
        whisper to Aino: Merkitty: lähdet aiemmin (ti 15.9. klo 17). Voin merkitä näistä vain toisen.
        nothing
        time: 2026-09-12 10:00
        whisper to Kaarina: Vetäjälle … Lähtee aiemmin: Aino
        time: 2026-09-14 10:00
        channel: Muistutus … Lähtee aiemmin: Aino
        nothing
        Veikko: Lähden aiemmin
        whisper to Veikko: Merkitty: lähdet aiemmin
        time: 2026-09-14 10:02
        channel: Veikko lähtee aiemmin (ti 15.9. klo 17).
        nothing
        Veikko: Olen loppuun asti
        whisper to Veikko: olet tulossa
        time: 2026-09-14 10:10
        channel: Veikko on mukana koko ajan (ti 15.9. klo 17).
        nothing
    """)


async def test_leaving_early_in_english(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-14 10:00
        …
        Aino: I'll leave early
        whisper to Aino: Noted: you'll leave early
        Aino: A word to the group
        Aino fills: What would you like to say to the group?=My train goes at seven
        whisper to Aino: I'll tell the group shortly.
        time: 2026-09-14 10:03
        channel: Aino will leave early on … “My train goes at seven”
        nothing
    """)


async def test_who_comes_can_greet_the_group_and_take_it_back(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Salme privately: /tulen
        Salme: Viesti ryhmälle
        Salme fills: Mitä haluat sanoa ryhmälle?=Tuon pullaa
        whisper to Salme: Kerron tämän ryhmälle muistutuksessa.
        Oiva privately: /tulen
        Oiva: Viesti ryhmälle
        Oiva fills: Mitä haluat sanoa ryhmälle?=Tuon koiran
        Oiva: Otan viestin pois
        whisper to Oiva: Viesti on poistettu
        nothing
        time: 2026-09-12 10:00
        whisper to Kaarina: Vetäjälle … Terveisiä: Salme – ”Tuon pullaa”
        time: 2026-09-14 10:00
        channel: Muistutus … Terveisiä: Salme – ”Tuon pullaa”
        nothing
        Veikko: Tulen
        Veikko privately: /viesti
        Veikko: Viesti ryhmälle
        Veikko fills: Mitä haluat sanoa ryhmälle?=Onko siellä hissi?
        time: 2026-09-14 10:03
        channel: Terveisiä: Veikko (ti 15.9. klo 17) – ”Onko siellä hissi?”
        nothing
        nobody: koiran
    """)
    async with circle.kept() as work:
        assert await work.comings.find(how="absent") == [], "a word alone tells no absence"


async def test_a_word_taken_back_in_time_leaves_the_absence_as_it_was(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        …
        Aino: En pääse
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Olen sairaana
        Aino: Otan viestin pois
        time: 2026-09-14 10:05
        channel: Aino ei pääse tapaamiseen ti 15.9. klo 17.
        nothing
        nobody: sairaana
    """)


async def test_what_others_were_told_cannot_be_undone_by_another(circle: Circle) -> None:
    await circle.add("Urho")
    await circle.plays("""
        Aino privately: /poissapidempään
        Aino: Kaikista loppuun asti
        whisper to Aino: Merkitty
    """)
    undo = circle.button("Aino", "Pääsenkin näihin kaikkiin")
    group = undo.split(":")[1]
    await circle.acts("Veikko", Press(undo))
    await circle.plays("whisper to Veikko: Nämä poissaolot on jo peruttu\nnothing")
    await circle.acts("Urho", Press(undo))
    await circle.plays("whisper to Urho: Tämä on ryhmän jäsenille\nnothing")
    for value in ("undo.", "undo.x", "undo.99999999999999999999", "7", "²"):
        await circle.acts("Aino", Press(f"away:{group}:{value}"))
        await circle.plays("whisper to Aino: Tämä nappi on vanhentunut\nnothing")
    async with circle.kept() as work:
        assert len(await work.comings.find(how="absent")) == 6
