from bot.core.incoming import Press
from tests.journeys.circle import FIVE, Circle, Founder


async def test_what_the_group_agreed_reaches_those_who_could_not_come(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 09:00
        …
        Aino privately: /poissa
        time: 2026-09-15 19:44
        …
        time: 2026-09-15 19:45
        channel: Miltä tapaaminen tuntui
        whisper to Kaarina: Pidettiinkö tapaaminen ti 15.9. klo 17?
        nothing
        Kaarina: Pidettiin
        whisper to Kaarina: Kuinka monta teitä oli paikalla? Nimiä en kysy.
        Kaarina: 4
        whisper to Kaarina: Kiitos. Paikalla oli 4. … Sen näkee koko ryhmä
        Kaarina: Mitä sovitte
        Kaarina fills: Mitä sovitte?=Tuodaan ensi kerralla kalenterit
        whisper to Kaarina: Tallessa. Tämän näkee koko ryhmä.
        Kaarina: Mihin palaatte
        Kaarina fills: Mihin palaatte ensi kerralla?=Miten illat rauhoitetaan
        whisper to Kaarina: Tallessa.
        nothing
        time: 2026-09-17 10:00
        channel: Mitä sanoitte … Mitä sovittiin … kalenterit … Mihin palataan … illat … Seuraava tapaaminen
        whisper to Aino: Tapaaminen ti 15.9. klo 17 … Mitä sovittiin … Tuodaan ensi kerralla kalenterit … Mihin palataan …
            Miten illat rauhoitetaan … Seuraava tapaaminen … ti 6.10. klo 17 … Vetovuorossa: Aino
        nothing
        Aino: Tulen
        whisper to Aino: olet tulossa (ti 6.10. klo 17)
        Veikko privately: /viimeksi
        whisper to Veikko: Tapaaminen ti 15.9. klo 17 … Tuodaan ensi kerralla kalenterit
        time: 2026-10-03 10:00
        …
        Aino privately: /vetäjä
        whisper to Aino: Vetäjälle … Viime kerralta jäi … Miten illat rauhoitetaan … Kulku
    """)
    async with circle.kept() as work:
        outcome = (await work.outcomes.find())[0]
    assert (outcome.held, outcome.present) == (True, 4), "a number and no names"


async def test_the_question_to_the_lead_in_english_can_be_answered_anew(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-15 19:44
        …
        time: 2026-09-15 19:45
        channel: How did the meeting feel?
        …
        Kaarina: Yes, it was
        whisper to Kaarina: How many of you were there? I don't ask for names.
        Kaarina: 3
        whisper to Kaarina: Thank you. There were 3 of you.
        Kaarina: Change the answer
        whisper to Kaarina: Was the meeting on Tue 15 Sep… at 17:00 held?
        Kaarina: Yes, it was
        Kaarina: I don't remember
        whisper to Kaarina: Thank you. If there is something
        Kaarina: What you agreed on
        Kaarina fills: What did you agree on?=We meet outdoors
        whisper to Kaarina: Saved. The whole group sees this.
        nothing
        time: 2026-09-17 10:00
        channel: What you said … What was agreed … We meet outdoors
        nothing
    """)


async def test_a_meeting_that_was_not_held_goes_to_the_convener_and_nobody_is_asked_about_it(founder: Founder) -> None:
    circle = await founder.group(*FIVE)
    await circle.plays("""
        Oiva privately: /vuorot
        Oiva: Vedän ti 15.9. klo 17
        time: 2026-09-15 19:45
        …
        Oiva: Ei pidetty
        whisper to Oiva: Selvä, tapaamista ti 15.9. klo 17 ei pidetty. … Koollekutsuja saa tiedon
        whisper to Kaarina: Tapaamista ti 15.9. klo 17 ei pidetty. … Sovitaanko sille uusi aika, vai jääkö se pois?
        nothing
        Aino: A 5
        whisper to Aino: Tapaamista ti 15.9. klo 17 ei pidetty, joten siitä ei kysytä palautetta.
        time: 2026-09-17 12:00
        nothing
        Kaarina: Uusi aika
        Kaarina fills: Milloin?=ti 22.9. klo 17
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Uusi aika on ti 22.9. klo 17
        channel: Tapaaminen siirtyy … Uusi aika on ti 22.9. klo 17.
        nothing
        time: 2026-09-22 19:44
        …
        time: 2026-09-22 19:45
        channel: Miltä tapaaminen tuntui
        whisper to Oiva: Pidettiinkö tapaaminen ti 22.9. klo 17?
        nothing
        Aino: A 5
        time: 2026-09-24 10:00
        channel: Mitä sanoitte
    """)


async def test_a_meeting_that_was_not_held_may_fall_away_or_have_been_held_after_all(founder: Founder) -> None:
    circle = await founder.group(*FIVE)
    await circle.plays("""
        time: 2026-09-15 19:45
        …
        Kaarina: Ei pidetty
        whisper to Kaarina: Tapaamista ti 15.9. klo 17 ei pidetty.
        nothing
        Kaarina: Se pidettiin sittenkin
        whisper to Kaarina: Kuinka monta teitä oli paikalla?
        Kaarina: 5
        time: 2026-09-17 10:00
        channel: Mitä sanoitte
        nothing
        time: 2026-10-06 19:45
        …
        Aino: Ei pidetty
        whisper to Aino: ei pidetty
        whisper to Kaarina: Tapaamista ti 6.10. klo 17 ei pidetty.
        Kaarina: Se jää pois
        Kaarina: Kyllä, peru
        whisper to Kaarina: Peruttu: ti 6.10. klo 17
        channel: Tapaaminen ti 6.10. klo 17 jää pois.
        nothing
    """)


async def test_only_the_lead_and_the_convener_tell_how_a_meeting_went(circle: Circle) -> None:
    await circle.add("Urho")
    await circle.plays("""
        time: 2026-09-15 19:45
        …
        Kaarina: Pidettiin
    """)
    held, present = circle.button("Kaarina", "Ei pidetty"), circle.button("Kaarina", "4")
    about = held.split(":")[1]
    for data in (held, present, f"outcome:{about}:agreed"):
        await circle.acts("Aino", Press(data))
        await circle.plays("whisper to Aino: Tämä on sille, joka vetää tapaamisen ti 15.9. klo 17.\nnothing")
        await circle.acts("Urho", Press(data))
        await circle.plays("whisper to Urho: Tämä on ryhmän jäsenille.\nnothing")
    for data, wanted in (
        (f"held:{about}:perhaps", "Tämä nappi on vanhentunut"),
        (f"present:{about}:99", "Kirjoita luku väliltä 2–5."),
        (f"present:{about}:1", "Kirjoita luku väliltä 2–5."),
        (f"outcome:{about}:secret", "Tämä nappi on vanhentunut"),
    ):
        await circle.acts("Kaarina", Press(data))
        await circle.plays(f"whisper to Kaarina: {wanted}\nnothing")
    async with circle.kept() as work:
        assert [(o.held, o.present) for o in await work.outcomes.find()] == [(True, None)]
