from tests.journeys.circle import FIVE, Circle, Founder

AFTER_THE_MEETING = """
    time: 2026-09-15 16:00
    …
    time: 2026-09-15 19:44
    nothing
    time: 2026-09-15 19:45
    channel: Miltä tapaaminen tuntui? Aloitus … A. Tulitko tapaamisessa kuulluksi? … ilman nimiä, jos vähintään viisi vastaa. …
        Pienessä ryhmässä sanoista voi silti joskus arvata kirjoittajan.
    whisper to Kaarina: Pidettiinkö tapaaminen ti 15.9. klo 17?
    nothing
"""


async def test_five_answers_are_shown_together_without_names(circle: Circle) -> None:
    await circle.plays(AFTER_THE_MEETING)
    await circle.plays("""
        Kaarina: A 4
        whisper to Kaarina: Merkitty: A 4
        nothing
        Kaarina: A 5
        whisper to Kaarina: Merkitty: A 5
        Aino: A 4
        Veikko: A 4
        Salme: A 3
        Oiva: A 5
        Oiva: B 2
        Oiva: Kirjoita lause
        Oiva fills: Jos haluat=Vettä oli liian vähän
        whisper to Oiva: Lauseesi on tallessa.
        Oiva: Muuta lausetta
        Oiva fills: Jos haluat=Kahvia oli liian vähän
        time: 2026-09-17 09:59
        nobody: Kahvia oli liian vähän
        nobody: 1: 0 · 2: 0
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … Tulitko tapaamisessa kuulluksi? … 1: 0 · 2: 0 · 3: 1 · 4: 2 · 5: 2 …
            Kahvia oli liian vähän … Seuraava tapaaminen … ti 6.10. klo 17
        nothing
        Aino: A 1
        whisper to Aino: Palaute on jo suljettu
    """)
    results = circle.texts("main")[-1]
    assert "Vettä" not in results, "a sentence that was changed is gone"
    assert "Oliko tapaamisesta sinulle hyötyä?" not in results, "a question that one answered is not shown"
    assert not any(name in results.split("Seuraava tapaaminen")[0] for name in FIVE)
    async with circle.kept() as work:
        assert await work.ballots.find() == []
        batches = await work.batches.find()
        assert [batch.published for batch in batches] == [True]
        assert not any(member.id in batches[0].content for member in await work.members.find())


async def test_five_answers_in_english_and_those_who_were_absent_are_not_asked(founder: Founder) -> None:
    circle = await founder.group(*FIVE, "Helmi", language="en")
    await circle.plays("""
        Helmi privately: /absent
        time: 2026-09-15 19:45
        …
        Helmi: A 1
        whisper to Helmi: This is for those who were at the meeting.
        Kaarina: A 5
        whisper to Kaarina: Noted: A 5
        Aino: A 5
        Veikko: A 5
        Salme: A 5
        Oiva: A 5
        time: 2026-09-17 10:00
        channel: What you said: Opening … Your answers were close to one another. … Next meeting
        whisper to Helmi: The meeting on Tue 15 Sep
        nothing
        nobody: 5: 5
    """)


async def test_fewer_than_five_are_pooled_and_shown_with_the_next(circle: Circle) -> None:
    await circle.plays(AFTER_THE_MEETING)
    await circle.plays("""
        Kaarina: A 1
        Aino: A 2
        Veikko: A 2
        Veikko: Kirjoita lause
        Veikko fills: Jos haluat=Jännitti aluksi
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … niin vähän, ettei niitä voi näyttää ilman nimiä. … kun vähintään viisi on vastannut.
        nothing
        nobody: Jännitti aluksi
        time: 2026-10-06 19:45
        …
        Veikko: A 4
        Salme: A 4
        time: 2026-10-08 10:00
        channel: Mitä sanoitte: Jaksaminen … niin vähän
        time: 2026-10-27 19:45
        …
        Oiva: A 5
        time: 2026-10-29 10:00
        channel: Tässä ovat kolmen viime tapaamisen vastaukset yhdessä. … 1: 1 · 2: 2 · 3: 0 · 4: 2 · 5: 1 … Jännitti aluksi
        nothing
    """)


async def test_a_small_group_may_have_a_floor_of_three(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko", "Salme", floor="three")
    await circle.plays("""
        time: 2026-09-15 19:45
        …
        Kaarina: A 5
        Aino: A 4
        Veikko: A 4
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … 4: 2 · 5: 1
    """)


async def test_a_group_may_speak_its_feedback_aloud_and_nothing_is_collected(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko", floor="aloud")
    await circle.plays("""
        time: 2026-09-12 10:00
        …
        Kaarina privately: /vetaja
        whisper to Kaarina: Vetäjälle … Lopuksi ääneen … Tulitko tapaamisessa kuulluksi?
        time: 2026-09-15 16:00
        …
        time: 2026-09-15 19:20
        Kaarina: Olemme valmiita
        whisper to Kaarina: Kiitos, että vedit.
        time: 2026-09-18 12:00
        whisper to Kaarina: Kuinka monta teitä oli paikalla tapaamisessa ti 15.9. klo 17? Nimiä en kysy.
        nothing
        nobody: Miltä tapaaminen tuntui?
    """)
    async with circle.kept() as work:
        assert await work.polls.find() == []


async def test_the_leads_word_that_they_are_done_brings_the_questions_at_once(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-15 16:00
        …
        time: 2026-09-15 16:30
        Kaarina: Olemme valmiita
        whisper to Kaarina: Tapaaminen alkaa vasta ti 15.9. klo 17.
        time: 2026-09-15 19:00
        nothing
        Kaarina: Olemme valmiita
        whisper to Kaarina: Kiitos, että vedit. Kysyn nyt ryhmältä palautetta.
        channel: Miltä tapaaminen tuntui?
        nothing
        time: 2026-09-15 20:30
        whisper to Kaarina: Kuinka monta teitä oli paikalla tapaamisessa ti 15.9. klo 17? Nimiä en kysy.
        nothing
    """)


async def test_what_never_reached_the_floor_is_gone_with_the_season(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko", meetings=5, themes=3)
    await circle.plays("""
        Kaarina privately: /tauko
        time: 2026-12-06 10:00
        Kaarina privately: /jatka
        time: 2026-12-10 09:59
        …
        time: 2026-12-10 10:00
        channel: Mitä sanoitte: Päätös … Ne poistetaan lukematta, kun ryhmä päättyy.
        nothing
        time: 2026-12-20 10:00
        …
    """)
    async with circle.kept() as work:
        assert await work.batches.find(published=False) == []
