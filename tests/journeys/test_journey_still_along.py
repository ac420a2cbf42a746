"""Somebody has fallen silent: asked in private whether they are still along, and what comes of it either way."""

from datetime import UTC, datetime, timedelta

from tests.journeys.circle import FIVE, Circle, Founder

ASKS_FI = """
    time: 2026-09-16 12:00
    …
    Kaarina privately: /valikko
    Kaarina: Koollekutsujan asiat
    Kaarina: Kysy, onko joku vielä mukana
    whisper to Kaarina: Keneltä kysyn, onko hän vielä mukana?
    Kaarina: Veikko
    whisper to Kaarina: Kysyn yksityisesti, onko Veikko vielä mukana … kaksi viikkoa … muistiinpanot ja poissaolot
        poistetaan … Takaisin pääsee milloin vain
    nothing                              # nobody is asked before it is confirmed
    Kaarina: Kysy yksityisesti
    whisper to Kaarina: Veikko saa kysymyksen ja voi vastata ke 30.9. klo 10 asti.
    whisper to Veikko: Hei Veikko. Oletko vielä mukana ryhmässä Torstain piiri? … ke 30.9. klo 10 asti
"""


async def members(circle: Circle) -> set[str]:
    async with circle.kept() as work:
        return {member.name for member in await work.members.find()}


async def test_whoever_is_still_along_says_so_with_a_press(circle: Circle) -> None:
    await circle.plays(ASKS_FI)
    await circle.plays("""
        only Veikko: Oletko vielä mukana
        Kaarina: Kysy yksityisesti           # the same again asks nobody twice
        whisper to Kaarina: Veikko on jo saanut kysymyksen
        nothing
        Veikko: Olen vielä mukana
        whisper to Veikko: Mukavaa, että olet mukana. … Seuraava tapaaminen … ti 6.10. klo 17
        whisper to Kaarina: Veikko on edelleen mukana ryhmässä Torstain piiri.
        nothing
        time: 2026-10-02 12:00
        nobody: Et ole enää ryhmässä
        Kaarina privately: /vielämukana
        Kaarina: Veikko
        whisper to Kaarina: Veikko on saanut saman kysymyksen vähän aikaa sitten.
    """)
    assert await members(circle) == set(FIVE)


async def test_whoever_does_not_answer_is_let_go_kindly_and_can_come_back(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        Veikko writes: Pelkään hinnoittelua
        …
    """)
    await circle.plays(ASKS_FI)
    await circle.plays("""
        time: 2026-09-30 09:59
        …
        time: 2026-09-30 10:00
        whisper to Veikko: Et ole enää ryhmässä Torstain piiri. … Näin käy monelle … Muistiinpanosi ja poissaolosi on
            poistettu. … Takaisin pääsee milloin vain
        whisper to Kaarina: Veikko ei ole enää ryhmässä Torstain piiri … Ryhmälle en kerro tästä.
        only Veikko: Et ole enää
        only Kaarina: Veikko ei ole enää
        nothing
    """)
    assert await members(circle) == set(FIVE) - {"Veikko"}
    async with circle.kept() as work:
        assert await work.notes.find() == []
        assert await work.questions.find(kind="along") == []
    await circle.plays("""
        Veikko in main: /mukana
        whisper to Veikko: Olet mukana: Torstain piiri
    """)
    assert await members(circle) == set(FIVE)


async def test_whoever_would_rather_step_out_leaves_as_ever_with_what_is_theirs(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-16 12:00
        Kaarina privately: /stillin
        Kaarina: Veikko
        whisper to Kaarina: I'll ask in private whether Veikko is still in the group Torstain piiri. There are two weeks
        Kaarina: Ask in private
        whisper to Kaarina: Veikko will get the question and can answer until
        …
        Veikko: My data
        whisper to Veikko: Your data
        Veikko: I'll step out
        whisper to Veikko: Would you like to leave the group Torstain piiri?
        Veikko: Leave quietly
        whisper to Veikko: You're no longer in the group Torstain piiri.
        nothing
        time: 2026-10-02 12:00
        nobody: I asked whether
        nobody: Veikko is no longer
    """)
    assert await members(english) == set(FIVE) - {"Veikko"}


async def test_whoever_goes_on_without_answering_stays(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-16 12:00
        Kaarina privately: /stillin
        Kaarina: Veikko
        Kaarina: Ask in private
        whisper to Veikko: Hello Veikko. Are you still in the group Torstain piiri? It's all right if you've been quiet.
        time: 2026-09-18 12:00
        Veikko privately: /absent
        …
        time: 2026-09-30 12:00
        whisper to Kaarina: Veikko is still in the group Torstain piiri.
        nobody: no longer in the group
    """)
    assert await members(english) == set(FIVE)


async def test_where_piiri_was_away_when_the_time_was_over_nobody_is_let_go(founder: Founder) -> None:
    circle = await founder.group(*FIVE, language="sv")
    await circle.plays("""
        time: 2026-09-16 12:00
        Kaarina privately: /kvar
        Kaarina: Veikko
        whisper to Kaarina: Jag frågar privat om Veikko fortfarande är med
        Kaarina: Fråga privat
        whisper to Veikko: Hej Veikko. Är du fortfarande med i gruppen Torstain piiri?
        …
        away until: 2026-10-02 12:00
        whisper to Kaarina: Veikko är fortfarande medlem … Inget är raderat.
        nobody: Du är inte längre med
    """)
    assert await members(circle) == set(FIVE)


async def test_the_question_can_be_taken_back(circle: Circle) -> None:
    await circle.plays(ASKS_FI)
    await circle.plays("""
        Kaarina privately: /vielämukana
        whisper to Kaarina: Veikko: kysytty … vastata voi ke 30.9. klo 10 asti.
        Kaarina: Peru kysymys: Veikko
        whisper to Kaarina: Kysymys on peruttu. Veikko pysyy jäsenenä
        nothing
        Veikko: Olen vielä mukana
        whisper to Veikko: Olet mukana ryhmässä Torstain piiri, eikä mihinkään tarvitse vastata.
        nothing
    """)
    await circle.until(datetime(2026, 9, 16, 9, tzinfo=UTC) + timedelta(days=20))
    assert await members(circle) == set(FIVE)


async def test_nobody_is_asked_in_a_pause(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-16 12:00
        Kaarina privately: /tauko
        …
        Kaarina privately: /vielämukana
        whisper to Kaarina: Ryhmä on tauolla, ja silloin saa olla hiljaa. Kysy vasta, kun ryhmä jatkaa.
        nothing
        Kaarina privately: /jatka
        …
        Kaarina privately: /vielämukana
        Kaarina: Veikko
        …
        Kaarina privately: /tauko
        …
        Kaarina: Kysy yksityisesti           # a button from before
        whisper to Kaarina: Ryhmä on tauolla, ja silloin saa olla hiljaa.
        nothing
    """)
    async with circle.kept() as work:
        assert await work.questions.find(kind="along") == []


async def test_nobody_is_let_go_in_a_pause_that_came_after_the_question(circle: Circle) -> None:
    await circle.plays(ASKS_FI)
    await circle.plays("""
        Kaarina privately: /tauko
        …
        time: 2026-10-10 12:00
        nobody: Et ole enää ryhmässä
        Kaarina privately: /vielämukana
        whisper to Kaarina: Ryhmä on tauolla … Veikko: kysytty … vastata voi ke 14.10. klo 10 asti.
        Kaarina privately: /jatka
        …
        time: 2026-10-14 09:59
        nobody: Et ole enää ryhmässä
        time: 2026-10-14 10:00
        …
        only Veikko: Et ole enää
    """)
    assert await members(circle) == set(FIVE) - {"Veikko"}
