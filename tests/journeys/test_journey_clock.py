from bot.core.incoming import Press
from tests.journeys.circle import Circle


async def test_the_bot_keeps_time_through_a_whole_meeting(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 16:55
        …
        Kaarina privately: /vetäjä
        Kaarina: Katso kelloa puolestani
        whisper to Kaarina: Katson kelloa tapaamisen alusta alkaen. … klo 17.15 asti: … klo 17.50 asti: Tutustutaan pareittain …
            Kerron vain sinulle, kun jonkin osan aika on täynnä.
        nothing
        time: 2026-09-15 17:14
        nothing
        time: 2026-09-15 17:15
        whisper to Kaarina: Aika on täynnä: … Seuraavaksi: Tutustutaan pareittain (35 min)
        nothing
        time: 2026-09-15 17:16
        Kaarina: Viisi minuuttia lisää
        whisper to Kaarina: Tällä osalla on nyt enemmän aikaa, ja loput siirtyvät saman verran. … klo 17.21 asti: … klo 17.56 asti: Tutustutaan pareittain
        nothing
        time: 2026-09-15 17:20
        nothing
        time: 2026-09-15 17:21
        whisper to Kaarina: Aika on täynnä: … Seuraavaksi: Tutustutaan pareittain
        time: 2026-09-15 17:55
        nothing
        time: 2026-09-15 17:56
        whisper to Kaarina: Aika on täynnä: Tutustutaan pareittain … Seuraavaksi
        nothing
        time: 2026-09-15 18:20
        …
        Kaarina: Olemme valmiita
        whisper to Kaarina: Kiitos, että vedit.
        channel: Miltä tapaaminen tuntui
        nothing
        time: 2026-09-15 20:30
    """)
    said = [text for text in circle.texts("@Kaarina") if "Aika on täynnä" in text]
    assert len(said) == 3, "it is silent once they are done"
    assert not [text for text in circle.texts("main") if "Aika on täynnä" in text], "the channel hears nothing of it"


async def test_keeping_time_in_english_is_begun_late_stopped_and_begun_anew(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-15 17:10
        …
        Kaarina privately: /brief
        Kaarina: Keep time for me
        whisper to Kaarina: I'm keeping time from this moment on. … until 17:25: … until 18:00: … I'll tell only you
        Kaarina: Keep time for me
        whisper to Kaarina: I'm already keeping time. … until 17:25
        Kaarina: Stop keeping time
        whisper to Kaarina: All right, I've stopped keeping time.
        time: 2026-09-15 17:30
        nothing
        Kaarina: Start from the beginning
        whisper to Kaarina: I'm keeping time from this moment on. … until 17:45
        time: 2026-09-15 17:45
        whisper to Kaarina: Time is up: … Next: …
        nothing
    """)


async def test_five_more_minutes_are_given_once_however_often_it_is_pressed(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 16:55
        …
        Kaarina privately: /vetäjä
        Kaarina: Katso kelloa puolestani
        time: 2026-09-15 17:15
    """)
    more = circle.button("Kaarina", "Viisi minuuttia lisää")
    for wanted in ("Tällä osalla on nyt enemmän aikaa … klo 17.20 asti", "Katson jo kelloa. … klo 17.20 asti"):
        await circle.acts("Kaarina", Press(more))
        await circle.plays(f"whisper to Kaarina: {wanted}\nnothing")
    await circle.plays("""
        time: 2026-09-15 17:20
        whisper to Kaarina: Aika on täynnä
        nothing
    """)


async def test_a_whisper_that_would_be_late_is_not_sent_and_nobody_is_told(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 16:59
        …
        Kaarina privately: /vetäjä
        Kaarina: Katso kelloa puolestani
        whisper to Kaarina: Katson kelloa
        away until: 2026-09-15 17:25
        nothing
        time: 2026-09-15 17:50
        whisper to Kaarina: Aika on täynnä: Tutustutaan pareittain
        nothing
    """)


async def test_only_the_lead_has_time_kept(circle: Circle) -> None:
    await circle.add("Urho")
    await circle.plays("""
        time: 2026-09-15 16:59
        …
        Kaarina privately: /vetäjä
        Kaarina: Katso kelloa puolestani
    """)
    clock = circle.button("Kaarina", "Älä katso enää")
    about = clock.split(":")[1]
    await circle.acts("Aino", Press(clock))
    await circle.plays("whisper to Aino: Tämä on sille, joka vetää tapaamisen ti 15.9. klo 17.")
    await circle.acts("Urho", Press(clock))
    await circle.plays("whisper to Urho: Tämä on ryhmän jäsenille.")
    for value in ("more", "more.x.y", "more.20260915140000.0", "more.99999999999999.9", "later"):
        await circle.acts("Kaarina", Press(f"clock:{about}:{value}"))
        await circle.plays("whisper to Kaarina: Tämä nappi on vanhentunut\nnothing")
    await circle.plays("""
        time: 2026-09-15 17:15
        whisper to Kaarina: Aika on täynnä
        nothing
    """)
