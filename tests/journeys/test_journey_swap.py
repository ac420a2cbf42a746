from bot.core.incoming import Press
from tests.journeys.circle import Circle, Founder


async def test_a_swap_is_agreed_in_private_and_both_turns_change_hands(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /vuorot
        whisper to Kaarina: ti 15.9. klo 17: Kaarina … ti 29.12. klo 17: Kaarina … Sinä vedät: ti 15.9. klo 17 ja ti 29.12. klo 17.
        Kaarina: Vaihda vuoro ti 15.9. klo 17
        whisper to Kaarina: Kenen kanssa haluat vaihtaa vuoron ti 15.9. klo 17? Kysyn häneltä yksityisesti.
        Kaarina: Oiva: ti 8.12. klo 17
        whisper to Kaarina: Oiva saa kysymyksen yksityisesti.
        whisper to Oiva: Kaarina ehdottaa vuoron vaihtoa: sinä vetäisit ti 15.9. klo 17 ja Kaarina vetäisi ti 8.12. klo 17.
        nothing
        Oiva: Sopii
        whisper to Oiva: Vuorot on vaihdettu: sinä vedät ti 15.9. klo 17 ja Kaarina vetää ti 8.12. klo 17.
        whisper to Kaarina: Vuorot on vaihdettu: sinä vedät ti 8.12. klo 17 ja Oiva vetää ti 15.9. klo 17.
        nothing
        Oiva: Sopii
        whisper to Oiva: Olet jo vastannut, että vaihto sopii.
        nothing
        Veikko privately: /vuorot
        whisper to Veikko: ti 15.9. klo 17: Oiva … 6.10. klo 17: Aino … 27.10. klo 17: Veikko … 17.11. klo 17: Salme … 8.12. klo 17: Kaarina
        nobody: Kaarina kysyy
        time: 2026-09-10 10:00
        channel: Ensi kerralla … Vetovuorossa: Oiva
        time: 2026-09-12 10:00
        whisper to Oiva: Vetäjälle
        nothing
    """)


async def test_a_swap_that_does_not_suit_is_answered_without_a_reason(english: Circle) -> None:
    await english.plays("""
        Aino privately: /rota
        Aino: Swap Tue 6 Oct at 17:00
        Aino: Veikko: Tue 27 Oct at 17:00
        whisper to Aino: I'll ask Veikko in private
        whisper to Veikko: Aino would like to swap turns: you would lead on Tue 6 Oct… and Aino on Tue 27 Oct at 17:00.
            If that doesn't suit you, you don't need to say why.
        nothing
        Veikko: Not now
        whisper to Veikko: All right, the turns stay as they are.
        whisper to Aino: Veikko can't take the turn on Tue 6 Oct at 17:00 just now, so it is still yours.
        nothing
        Aino: Ask somebody else
        Aino: Salme: Tue 17 Nov at 17:00
        whisper to Aino: I'll ask Salme in private
        whisper to Salme: Aino would like to swap turns
        Veikko: That's fine
        whisper to Veikko: You've already answered that the swap doesn't suit you now.
        Salme: That's fine
        whisper to Salme: you lead on Tue 6 Oct at 17:00, and Aino on Tue 17 Nov at 17:00
        whisper to Aino: you lead on Tue 17 Nov at 17:00, and Salme on Tue 6 Oct
        nothing
        Salme: Undo the swap
        whisper to Salme: The swap is undone.
        whisper to Aino: Salme has undone the swap
        nothing
        Aino privately: /rota
        whisper to Aino: Tue 6 Oct at 17:00: Aino … Tue 17 Nov at 17:00: Salme
    """)


async def test_a_swap_falls_away_when_what_it_was_about_changes(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /vuorot
        Kaarina: Vaihda vuoro ti 15.9. klo 17
        Kaarina: Aino: ti 6.10. klo 17
        whisper to Kaarina: saa kysymyksen yksityisesti
        whisper to Aino: Kaarina ehdottaa
        Kaarina: Peru ehdotus
        whisper to Kaarina: Ehdotus on peruttu
        nothing
        Aino: Sopii
        whisper to Aino: Tätä vaihtoa ei voi enää tehdä
        Kaarina privately: /vuorot
        Kaarina: Vaihda vuoro ti 15.9. klo 17
        Kaarina: Veikko: ti 27.10. klo 17
        whisper to Kaarina: saa kysymyksen yksityisesti
        whisper to Veikko: Kaarina ehdottaa
        Salme privately: /vuorot
        Salme: Vedän ti 15.9. klo 17
        Veikko: Sopii
        whisper to Veikko: Tätä vaihtoa ei voi enää tehdä
        Salme privately: /vuorot
        Salme: Vaihda vuoro ti 15.9. klo 17
        Salme: Oiva: ti 8.12. klo 17
        whisper to Salme: saa kysymyksen yksityisesti
        whisper to Oiva: Salme ehdottaa
        Oiva privately: /poissa
        Oiva: Sopii
        whisper to Oiva: Tätä vaihtoa ei voi enää tehdä
        nothing
        Salme privately: /vuorot
        whisper to Salme: ti 15.9. klo 17: Salme
    """)


async def test_at_night_the_question_waits_and_one_taken_back_is_never_put(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-02 22:00
        Kaarina privately: /vuorot
        Kaarina: Vaihda vuoro ti 15.9. klo 17
        Kaarina: Aino: ti 6.10. klo 17
        whisper to Kaarina: saa kysymyksen yksityisesti
        nothing
        Kaarina: Oiva: ti 8.12. klo 17
        whisper to Kaarina: saa kysymyksen yksityisesti
        nothing
        Oiva privately: /vuorot              # whoever looks sees it, whether or not a whisper comes
        whisper to Oiva: Vetovuorot … Kaarina ehdottaa vuoron vaihtoa
        Aino privately: /vuorot
        time: 2026-09-03 08:00
        whisper to Oiva: Kaarina ehdottaa
        nothing
    """)


async def test_nobody_else_can_answer_a_swap_or_take_it_back(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko")
    await circle.add("Urho")
    await circle.plays("""
        Kaarina privately: /vuorot
        Kaarina: Vaihda vuoro ti 15.9. klo 17
        Kaarina: Aino: ti 6.10. klo 17
        whisper to Aino: Kaarina ehdottaa
    """)
    yes, withdraw = circle.button("Aino", "Sopii"), circle.button("Kaarina", "Peru ehdotus")
    for name, data, wanted in (
        ("Veikko", yes, "Tämä nappi on vanhentunut"),
        ("Kaarina", yes, "Tämä nappi on vanhentunut"),
        ("Urho", yes, "Tämä on ryhmän jäsenille"),
        ("Veikko", withdraw, "Tämä nappi on vanhentunut"),
        ("Aino", withdraw, "Tämä nappi on vanhentunut"),
        ("Urho", withdraw, "Tämä on ryhmän jäsenille"),
    ):
        await circle.plays(f"{name} privately: /ohje\n…")  # so that there is something of theirs to press on
        await circle.acts(name, Press(data))
        await circle.plays(f"whisper to {name}: {wanted}\nnothing")
    await circle.plays("""
        Aino: Sopii
        whisper to Kaarina: Vuorot on vaihdettu
    """)


async def test_whoever_would_rather_not_lead_is_passed_by_without_a_word(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /vuorot
        whisper to Aino: ti 6.10. klo 17: Aino … Sinä vedät: ti 6.10. klo 17.
        Aino: En mielelläni vedä
        whisper to Aino: Selvä, vuoro ei tule enää sinulle. … En kerro tästä muille.
        nothing
        Veikko privately: /vuorot
        whisper to Veikko: ti 15.9. klo 17: Kaarina … ti 6.10. klo 17: Veikko … Sinä vedät: ti 6.10. klo 17
        nobody: Aino ei
        Kaarina privately: /vuorot
        Kaarina: Vaihda vuoro ti 15.9. klo 17
    """)
    labels = [label for shown in circle.log[-2:] for label, _ in shown.buttons]
    assert labels
    assert not [label for label in labels if label.startswith("Aino")], "who would rather not is not asked"
    await circle.plays("""
        Aino privately: /vuorot
        whisper to Aino: Olet pyytänyt, ettei vuoro tule sinulle.
        Aino: Voin taas vetää
        whisper to Aino: Hyvä, vuoro tulee taas aikanaan sinulle.
        Aino privately: /vuorot
        whisper to Aino: ti 6.10. klo 17: Aino
    """)
