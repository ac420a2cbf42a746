from tests.journeys.circle import Circle


async def test_a_member_excuses_themselves_from_the_third_meeting_and_the_convener_moves_the_fourth(
    circle: Circle,
) -> None:
    await circle.plays("""
        time: 2026-09-02 10:00
        …
        Aino privately: /valikko
        Aino: Tapaamiset
        whisper to Aino: Torstain piiri: tapaamiset … ti 15.9. klo 17: Aloitus … Tapaaminen avautuu, kun painat sen aikaa.
        Aino: ti 27.10. klo 17
        whisper to Aino: 3. tapaaminen: … ti 27.10. klo 17 … Paikka: Kulttuuritalo … Vetovuorossa: Veikko … Voit kertoa, pääsetkö.
        Aino: En pääse
        whisper to Aino: Merkitty: et pääse (ti 27.10. klo 17).
        Aino: Tapaamiset
        Aino: ti 27.10. klo 17
        whisper to Aino: Olet kertonut, ettet pääse.
        only Aino: Olet kertonut, ettet pääse.
        nothing
        Kaarina privately: /tapaamiset
        Kaarina: ti 17.11. klo 17
        whisper to Kaarina: 4. tapaaminen: … ti 17.11. klo 17
        Kaarina: Siirrä tapaaminen
        Kaarina fills: Milloin?=to 19.11. klo 18
        whisper to Kaarina: Siirretäänkö tapaaminen ti 17.11. klo 17? Uusi aika olisi to 19.11. klo 18.
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Uusi aika on to 19.11. klo 18
        channel: Tapaaminen siirtyy … ti 17.11. klo 17 siirtyy. Uusi aika on to 19.11. klo 18.
        nothing
        Aino: Tapaamiset
        Aino: to 19.11. klo 18
        whisper to Aino: 4. tapaaminen: … to 19.11. klo 18 … Voit kertoa, pääsetkö.
        time: 2026-09-14 10:00
        channel: Ensi kerralla: … ti 15.9. klo 17
        channel: Muistutus: Aloitus
    """)
    assert "Ei pääse" not in circle.seen.text, "she comes to the first meeting"
    await circle.plays("""
        time: 2026-10-26 10:00
        …
    """)
    (reminder,) = [text for text in circle.texts("main") if "Muistutus" in text and "ti 27.10. klo 17" in text]
    assert "Ei pääse: Aino" in reminder
