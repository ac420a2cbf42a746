"""The group's rhythm in its own hands, holidays, between-tasks, and where there is help."""

from tests.journeys.circle import Circle


async def test_a_group_that_wants_fewer_messages_gets_fewer(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /rytmi
        whisper to Kaarina: Viestien rytmi … enintään 5 viestiä … Kaikki viestit ovat käytössä … Klo 21–8 on hiljaista
        Kaarina: Mitkä viestit
        Kaarina: Jätä pois: ennakkotehtävä
        whisper to Kaarina: Muutos on tallessa … Pois käytöstä: ennakkotehtävä
        Kaarina: Kuinka paljon ennen
        whisper to Kaarina: Kuinka paljon ennen?
    """)
    await circle.presses("Kaarina", circle.button("Kaarina", "2 pv").replace("pretask=2", "reminder=2"), in_="main")
    await circle.plays("""
        time: 2026-09-12 09:59
        nobody: Ensi kerralla: Aloitus
        time: 2026-09-13 10:00
        channel: Muistutus: Aloitus
        time: 2026-09-14 20:00
        Kaarina privately: /rytmi
        Kaarina: Mitkä viestit
        Kaarina: Ota takaisin: ennakkotehtävä
        whisper to Kaarina: Kaikki viestit ovat käytössä
        time: 2026-09-14 20:30
        channel: Ensi kerralla: Aloitus
    """)


async def test_the_rhythm_can_be_read_by_all_and_changed_by_the_convener_alone(english: Circle) -> None:
    await english.plays("""
        Aino privately: /rhythm
        whisper to Aino: Rhythm of messages … At most 5 messages … The convener can change these
        Kaarina privately: /rhythm
        Kaarina: Quiet hours
        whisper to Kaarina: It is quiet from 21:00 to 8:00 … When may I send nothing?
        Kaarina: 20:00
        whisper to Kaarina: The change is saved … It is quiet from 20:00 to 8:00
        Kaarina: Rhythm of messages
        Kaarina: Preparing
        Kaarina: Lightly
        whisper to Kaarina: The pre-task is light
    """)
    quieter = english.button("Kaarina", "20:00").replace("from=20", "from=3")
    await english.presses("Kaarina", quieter, in_="main")
    await english.plays("whisper to Kaarina: out of date")
    await english.presses("Aino", english.button("Kaarina", "22:00"), in_="main")
    await english.plays("""
        whisper to Aino: It is quiet from 20:00 to 8:00
        time: 2026-09-10 10:00
        channel: Next time … You may come unprepared … /help says where to turn. In an emergency, call 112.
    """)


async def test_a_holiday_moves_what_falls_in_it_and_all_that_follows(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /loma
        Kaarina fills: Ensimmäinen lomapäivä=5.10.; Viimeinen lomapäivä=1.10.
        whisper to Kaarina: Viimeinen päivä on ennen ensimmäistä
        Kaarina fills: Ensimmäinen lomapäivä=5.10.; Viimeinen lomapäivä=18.10.
        whisper to Kaarina: Loma … 5 tapaamista siirtyy … ti 6.10. klo 17 → ti 20.10. klo 17
        nothing
        Kaarina: Merkitse loma
        whisper to Kaarina: Loma on merkitty
        channel: Loma … Sinä aikana en lähetä tänne mitään … ti 15.9. klo 17 … ti 20.10. klo 17
        Kaarina: Merkitse loma
        whisper to Kaarina: Loma on merkitty
        time: 2026-09-15 20:00
        …
        time: 2026-10-05 09:00
        …
        time: 2026-10-18 23:00
        nothing
        time: 2026-10-19 10:00
        channel: Muistutus: Jaksaminen
        Kaarina privately: /loma
        Kaarina fills: Ensimmäinen lomapäivä=25.12.; Viimeinen lomapäivä=27.12.
        whisper to Kaarina: Tapaamisten ajat eivät muutu
    """)


async def test_a_group_gets_another_name_and_language_without_a_post(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /valikko
        Kaarina: Koollekutsujan asiat
        Kaarina: Nimi ja kieli
        Kaarina fills: Ryhmän nimi=Keskiviikon piiri; Ryhmän kieli=englanti
        whisper to Kaarina: Tallessa. Ryhmän nimi: Keskiviikon piiri. Kieli: englanti.
        nothing
        time: 2026-09-10 10:00
        channel: Next time
        Kaarina privately: /valikko
        whisper to Kaarina: Keskiviikon piiri
    """)


async def test_a_holiday_can_be_taken_out_again(english: Circle) -> None:
    await english.plays("""
        Aino privately: /holiday
        whisper to Aino: convener
        Kaarina privately: /holiday
        Kaarina fills: First day of the holiday=5 October; Last day of the holiday=8 October
        whisper to Kaarina: 5 meetings move: … Tue 6 Oct… → Tue 13 Oct…
        Kaarina: Set the holiday
        channel: Holiday … Meetings after the holiday … Tue 13 Oct
        Kaarina privately: /holiday
        whisper to Kaarina: The group has a holiday
        Kaarina: Remove the holiday
        whisper to Kaarina: The meetings stay at their times
    """)


async def test_what_was_agreed_to_do_comes_up_half_way_where_there_is_room_for_it(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 19:40
        Aino privately: /välitehtävä
        Aino fills: Mitä teette=Jokainen kysyy yhdeltä kollegalta, miten hän lepää.
        whisper to Aino: Tallessa
        Kaarina privately: /rytmi
        Kaarina: Viestien määrä
        Kaarina: 6
        time: 2026-09-24 20:00
        …
        time: 2026-09-25 10:00
        channel: Ennen ensi kertaa … Jokainen kysyy yhdeltä kollegalta … Tapaatte seuraavan kerran ti 6.10. klo 17
    """)


async def test_a_between_task_in_english_gives_way_in_a_group_that_wants_five_messages(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-14 12:00
        Aino privately: /between
        whisper to Aino: Come back to this after the next meeting
        time: 2026-09-15 19:40
        Aino privately: /between
        Aino fills: What will you do=Ask one colleague how they rest.
        whisper to Aino: Saved
        time: 2026-09-16 10:00
        …
        time: 2026-09-17 10:00
        channel: Before next time … Ask one colleague how they rest.
        time: 2026-10-01 09:00
        nothing
    """)


async def test_help_is_where_one_looks_for_it(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /ohje
        whisper to Aino: En ole päivystys … Hädässä soita 112
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus … /ohje kertoo, mistä saa apua. Hädässä soita 112.
    """)
