"""A group set up where the platform has no forms: few questions, every answer open to change, no press too many."""

import pytest

from bot.core.incoming import Wrote
from tests.journeys.circle import Circle, Founder

pytestmark = pytest.mark.parametrize("founder", ["memory step by step"], indirect=True)

ANSWERED = """
    Kaarina: /aloita
    whisper to Kaarina: Uusi ryhmä … 1/9 Ohjelma
    Kaarina: Vahvistin
    whisper to Kaarina: 2/9 Ryhmän kieli
    Kaarina: suomi
    whisper to Kaarina: 3/9 Ensimmäinen tapaaminen … Esimerkiksi: ti 15.9. klo 17
    Kaarina writes: ti 15.9. klo 17
    whisper to Kaarina: 4/9 Kuinka usein tapaatte?
    Kaarina: kolmen viikon välein
    whisper to Kaarina: 5/9 Tapaamisen kesto
    Kaarina: 2h30
    whisper to Kaarina: 6/9 Montako kertaa?
    Kaarina: 6
    whisper to Kaarina: 7/9 Paikka tai linkki
    Kaarina writes: Kulttuuritalo
    whisper to Kaarina: 8/9 Aiheet
    Kaarina: Ohjelman järjestyksessä
    whisper to Kaarina: 9/9 Miten palaute näytetään?
    Kaarina: Kun viisi on vastannut
    whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus … Kulttuuritalo
    nothing
"""
STARTED = """
    Kaarina: Aloita ryhmä
    whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
    channel: Torstain piiri – Vahvistin
    nothing
"""


def counted(circle: Circle) -> list[str]:
    """What is done from now on, a word for each."""
    did: list[str] = []
    act = circle.stand.act

    async def counting(who, what, channel, label):  # type: ignore[no-untyped-def]
        did.append("typed" if isinstance(what, Wrote) else "tapped")
        return await act(who, what, channel, label)

    circle.stand.act = counting  # type: ignore[method-assign]
    return did


async def test_a_group_takes_at_most_twelve_taps_and_three_typed_answers(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    did = counted(circle)
    await circle.plays("""
        Kaarina: /start
        whisper to Kaarina: Tässä keskustelussa ei ole vielä ryhmää. Perustetaanko sellainen?
    """)
    await circle.plays(ANSWERED.replace("Kaarina: /aloita", "Kaarina: Perusta ryhmä"))
    await circle.plays(STARTED)
    assert did.count("tapped") <= 12
    assert did.count("typed") <= 3
    assert (did.count("tapped"), did.count("typed")) == (10, 2), "with the first word, and with a place that is typed"


async def test_one_answer_is_changed_from_the_last_look_and_all_others_stay(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays(ANSWERED)
    await circle.plays("""
        Kaarina: Muuta
        whisper to Kaarina: Mitä haluat muuttaa?
        Kaarina: Kesto: 2h30
        whisper to Kaarina: Tapaamisen kesto
        Kaarina: Takaisin yhteenvetoon
        whisper to Kaarina: Näin ryhmä alkaisi … Kesto: 2 h 30 min
        Kaarina: Muuta
        Kaarina: Kesto: 2h30
        Kaarina: 2h
        whisper to Kaarina: … Kesto: 2 tuntia … Paikka: Kulttuuritalo … kun viisi on vastannut
        Kaarina: Muuta
        Kaarina: Nimi: Torstain piiri
        whisper to Kaarina: Ryhmän nimi
        Kaarina writes: Jousiväki
        whisper to Kaarina: Näin ryhmä alkaisi … Jousiväki – Vahvistin … ti 15.9. klo 17: Aloitus … Kesto: 2 tuntia
        nothing
        Kaarina: Muuta
        Kaarina: Aikavyöhyke: Europe/Helsinki
        Kaarina writes: Europe/Helsingfors
        whisper to Kaarina: Aikavyöhykettä ”Europe/Helsingfors” ei ole. … Aikavyöhyke
        Kaarina: Kelpaa: Europe/Helsinki
        whisper to Kaarina: Näin ryhmä alkaisi … Jousiväki – Vahvistin
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmä Jousiväki on aloitettu.
    """)


async def test_a_press_of_an_old_question_only_shows_where_one_is(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays("""
        Kaarina: /aloita
        Kaarina: Vahvistin
        Kaarina: suomi
        Kaarina writes: ti 15.9. klo 17
        whisper to Kaarina: 4/9 Kuinka usein tapaatte?
        Kaarina: englanti
        whisper to Kaarina: Tuo nappi kuului aiempaan kysymykseen. Jatketaan tästä. 4/9 Kuinka usein tapaatte?
        nothing
        Kaarina: kolmen viikon välein
        whisper to Kaarina: 5/9 Tapaamisen kesto
        Kaarina: kahden viikon välein
        whisper to Kaarina: Tuo nappi kuului aiempaan kysymykseen. … 5/9 Tapaamisen kesto
        Kaarina: Lopeta
        whisper to Kaarina: Lopetettu. Tästä kysymyksestä ei tallennettu mitään.
        Kaarina: 2h30
        whisper to Kaarina: Tämä nappi on vanhentunut.
        nothing
    """)
    async with circle.kept() as work:
        assert await work.drafts.find() == []


async def test_a_change_that_makes_another_answer_wrong_asks_for_that_one_too(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays(ANSWERED.replace("writes: ti 15.9. klo 17", "writes: su 28.3.2027 klo 1.30").replace(
        "ti 15.9. klo 17: Aloitus", "su 28.3. klo 1.30: Aloitus"
    ))  # fmt: skip
    shown_first = circle.button("Kaarina", "Aloita ryhmä")
    await circle.plays("""
        Kaarina: Muuta
        Kaarina: Aikavyöhyke: Europe/Helsinki
        Kaarina writes: Europe/London
        whisper to Kaarina: Aikaa su 28.3. klo 1.30 ei ole: kellot siirtyvät … Ensimmäinen tapaaminen
        Kaarina: Takaisin
        whisper to Kaarina: Mitä haluat muuttaa?
        Kaarina: Takaisin yhteenvetoon
        whisper to Kaarina: Aikaa su 28.3. klo 1.30 ei ole: kellot siirtyvät … Ensimmäinen tapaaminen
        Kaarina writes: su 28.3.2027 klo 3
        whisper to Kaarina: Näin ryhmä alkaisi … su 28.3. klo 3: Aloitus … Kulttuuritalo
        nothing
    """)
    await circle.presses("Kaarina", shown_first)
    await circle.plays("""
        whisper to Kaarina: Tämä yhteenveto ei ole enää ajan tasalla.
        nothing
    """)
    await circle.plays(STARTED)


async def test_a_last_look_waits_for_a_day(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays(ANSWERED)
    await circle.plays("""
        time: 2026-09-02 10:00
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmän perustaminen jäi kesken yli vuorokausi sitten, joten en säilyttänyt vastauksiasi. Aloita uudelleen ryhmän keskustelussa: /aloita
        nothing
        Kaarina: Muuta
        whisper to Kaarina: Aloita ryhmän perustaminen siinä keskustelussa
        nothing
    """)


async def test_what_the_programme_leaves_no_choice_in_is_not_asked(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays("""
        Kaarina: /aloita
        Kaarina: Kestävä keikkatyö
        whisper to Kaarina: 2/7 Ryhmän kieli
        Kaarina: suomi
        Kaarina writes: ti 15.9. klo 17
        whisper to Kaarina: 4/7 Kuinka usein tapaatte?
        Kaarina: kolmen viikon välein
        Kaarina: 2h30
        whisper to Kaarina: 6/7 Paikka tai linkki        # there are two workshops, so how many is not asked
        Kaarina writes: Kulttuuritalo
        whisper to Kaarina: 7/7 Miten palaute näytetään?  # nor what they are about
        Kaarina: Kun viisi on vastannut
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Kestävä keikkatyö … ti 15.9. klo 17 … ti 6.10. klo 17
        Kaarina: Muuta
        whisper to Kaarina: Mitä haluat muuttaa?
    """)
    shown = [label for label, _ in circle.log[-1].buttons]
    assert not [label for label in shown if label.startswith(("Tapaamisia", "Aiheet"))]
    await circle.plays("""
        Kaarina: Ohjelma: Kestävä keikkatyö
        Kaarina: Vahvistin
        whisper to Kaarina: … Montako kertaa?
    """)
    assert [label for label, _ in circle.log[-1].buttons] == ["5", "6", "7", "8", "9", "Takaisin", "Lopeta"]
    await circle.plays("""
        Kaarina: 6
        whisper to Kaarina: Aiheet
        Kaarina: Ohjelman järjestyksessä
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 6.10. klo 17: Jaksaminen
        nothing
        Kaarina: Muuta
        Kaarina: Ohjelma: Vahvistin
        Kaarina: Kestävä keikkatyö
        whisper to Kaarina: … Montako kertaa?
        Kaarina: 2
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Kestävä keikkatyö
        nothing
    """)


async def test_a_length_and_a_number_of_meetings_are_those_that_the_programme_has(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays("""
        Kaarina: /aloita
        Kaarina: eMessi
        Kaarina: suomi
        Kaarina writes: ti 15.9. klo 17
        Kaarina: kolmen viikon välein
        whisper to Kaarina: 5/9 Tapaamisen kesto
    """)
    assert [label for label, _ in circle.log[-1].buttons] == ["1h", "1h30", "2h", "Takaisin", "Lopeta"]
    await circle.plays("Kaarina: 1h30")
    assert [label for label, _ in circle.log[-1].buttons] == ["7", "8", "9", "Takaisin", "Lopeta"]
