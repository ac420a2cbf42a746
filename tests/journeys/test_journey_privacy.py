from tests.journeys.circle import Circle, Founder


async def test_what_is_kept_and_by_whom_is_answered_in_the_chat_to_the_asker_alone(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /yksityisyys
        whisper to Aino: Yksityisyys … Luen vain komennot … Tallennan nimesi … näytän ne vain sinulle …
            Kuinka kauan … 30 päivää kauden viimeisen tapaamisen jälkeen … kerron, minä päivänä … voi olla tallessa …
            Mitä en voi luvata … voisi lukea muistiinpanoja … Suljetusta palautteesta hänkään ei saa selville …
            Tätä Piiriä pitää yllä Esimerkki ry, tietosuoja@esimerkki.example.
        nothing
        Aino: Omat tietoni
        whisper to Aino: Omat tietosi … Olet yhdessä ryhmässä.
        nothing
        Aino: Yksityisyys
        whisper to Aino: Yksityisyys … Luen vain komennot
        nothing
        Aino: Unohda minut
        whisper to Aino: Poistetaanko kaikki tietosi?
        nothing
    """)


async def test_it_is_reached_from_help_and_in_english(english: Circle) -> None:
    await english.plays("""
        Veikko privately: /help
        Veikko: Privacy
        whisper to Veikko: Privacy … I keep your name … I show them only to you … For how long …
            What I can't promise … This Piiri is run by Esimerkki ry
        nothing
        Veikko in main: /privacy
        whisper to Veikko: Privacy … I keep your name
        nothing
    """)


async def test_that_the_platform_keeps_messages_is_said_where_it_does(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", language="sv")
    await circle.plays("""
        Aino privately: /integritet
        whisper to Aino: Integritet … Hur länge … Vad jag inte kan lova … Den här Piiri drivs av Esimerkki ry
        nothing
    """)
    theirs = [name.capitalize() for name, can in circle.piiri.house.capabilities.items() if not can.keeps]
    said = [name for name in theirs if f"{name} sparar meddelanden enligt sina egna villkor" in circle.seen.text]
    assert said == theirs
    assert theirs or "sparar meddelanden" not in circle.seen.text
