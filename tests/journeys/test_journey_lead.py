from tests.journeys.circle import Circle, Founder


async def test_the_lead_gets_a_brief_and_everybody_can_open_the_theme(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-12 09:59
        …
        time: 2026-09-12 10:00
        whisper to Kaarina: Vetäjälle: Aloitus … ti 15.9. klo 17 … Kulku, yhteensä 170 min … 35 min: Tutustutaan pareittain …
            Tämä on 20 min pidempi kuin tapaaminen. … Tällä kerralla
        nothing
        Veikko: /vetaja
        whisper to Veikko: Tämä on sille, joka vetää tapaamisen ti 15.9. klo 17.
        Veikko privately: /aihe
        whisper to Veikko: Aloitus: tutustutaan ja sovitaan … Miksi tällainen ryhmä … Tutustutaan pareittain (35 min) …
            Pareittain 20 min: Kertokaa vuorotellen
        nothing
        Kaarina: Tämän kerran aihe
        whisper to Kaarina: Aloitus: tutustutaan ja sovitaan
    """)


async def test_the_theme_and_the_brief_in_english(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-12 10:00
        whisper to Kaarina: Brief for the lead: Opening … How it goes, 170 min in all … This is 20 min longer than the meeting.
        Kaarina: Pass my turn on
        whisper to Kaarina: Aino now leads on Tue 15 Sep… at 17:00.
        whisper to Aino: Brief for the lead: Opening
        Veikko: /theme
        whisper to Veikko: Opening
        time: 2026-09-14 10:00
        channel: Next time … Leading: Kaarina
        channel: Reminder … Leading: Aino
        nothing
    """)


async def test_the_turn_goes_round_and_skips_who_cannot_come(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /vuorot
        whisper to Kaarina: Vetovuorot … ti 15.9. klo 17: Kaarina … ti 6.10. klo 17: Aino … ti 27.10. klo 17: Veikko …
            ti 17.11. klo 17: Salme … ti 8.12. klo 17: Oiva … ti 29.12. klo 17: Kaarina
        time: 2026-09-10 10:00
        channel: Ensi kerralla … Vetovuorossa: Kaarina
        Kaarina: En pääse
        Veikko privately: /vuorot
        whisper to Veikko: Vetovuorot … ti 15.9. klo 17: Aino … ti 6.10. klo 17: Kaarina … ti 27.10. klo 17: Veikko
        time: 2026-09-12 10:00
        whisper to Aino: Vetäjälle
        time: 2026-09-14 10:00
        channel: Muistutus … Vetovuorossa: Aino … Ei pääse: Kaarina
        nothing
    """)


async def test_a_turn_can_be_taken_and_passed_on(circle: Circle) -> None:
    await circle.plays("""
        Salme privately: /vuorot
        Salme: Vedän ti 15.9. klo 17
        whisper to Salme: Vetovuoro ti 15.9. klo 17 on nyt sinun.
        nothing
        time: 2026-09-10 10:00
        channel: Ensi kerralla … Vetovuorossa: Salme
        time: 2026-09-12 10:00
        whisper to Salme: Vetäjälle
        Salme: Annan vuoron eteenpäin
        whisper to Salme: Kaarina vetää
        whisper to Kaarina: Vetäjälle
        nothing
        Salme: Annan vuoron eteenpäin
        whisper to Salme: Tämä on sille, joka vetää tapaamisen ti 15.9. klo 17.
        Veikko: En pääse
        Veikko privately: /vuorot
        Veikko: Vedän ti 15.9. klo 17
        whisper to Veikko: Olet kertonut, ettet pääse
        time: 2026-09-14 10:00
        channel: Muistutus … Vetovuorossa: Kaarina … Ei pääse: Veikko
        nothing
    """)


async def test_the_lead_named_in_the_pre_task_stays_whoever_joins_later(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko")
    await circle.add("Helmi")
    await circle.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla … Vetovuorossa: Kaarina
        Helmi: Olen mukana
        time: 2026-09-14 10:00
        channel: Muistutus … Vetovuorossa: Kaarina
    """)


async def test_themes_are_chosen_by_number_and_shown_in_the_plan(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko", themes=0)
    await circle.plays("""
        time: 2026-10-01 10:00
        …
    """)
    assert "aihe valitaan vielä" in circle.texts("main")[-1], "a pre-task says that its theme is still to be chosen"
    await circle.plays("""
        Aino: Valitse aiheet
        whisper to Aino: Tämän voi tehdä ryhmän Torstain piiri koollekutsuja.
        Kaarina: Valitse aiheet
        Kaarina fills: Aiheiden numerot järjestyksessä=2, 2, 9
        whisper to Kaarina: … Kirjoita numeroita luettelosta
        Kaarina fills: Aiheiden numerot järjestyksessä=5, 1, 7, 2
        whisper to Kaarina: Aiheiden järjestys on tallessa.
        Kaarina privately: /tapaamiset
        whisper to Kaarina:  ti 6.10. klo 17: Raha … ti 27.10. klo 17: Jaksaminen … ti 29.12. klo 17: Päätös
        time: 2026-10-05 10:00
        channel: Muistutus: Raha
    """)
