import json

from tests.journeys.circle import FIVE, Circle, Founder

TO_THE_FIRST_MEETING = """
    time: 2026-09-15 16:00
    …
"""


async def question_of(circle: Circle) -> str:
    async with circle.kept() as work:
        return (await work.questions.find(kind="themes"))[0].id


async def group_of(circle: Circle) -> str:
    async with circle.kept() as work:
        return (await work.groups.find())[0].id


async def test_from_an_own_theme_through_the_vote_to_the_pre_task(founder: Founder) -> None:
    circle = await founder.group(*FIVE, themes=0)
    await circle.plays("""
        Salme privately: /ehdota
        whisper to Salme: Ryhmän omat aiheet … Omia aiheita ei vielä ole. … Ehdottajan nimeä ei näytetä.
        Salme: Ehdota omaa aihetta
        Salme fills: Mistä haluaisit=Yksin työskentely
        whisper to Salme: ”Yksin työskentely” on nyt ryhmän aiheiden joukossa.
        nothing
        Aino privately: /aanestys
        whisper to Aino: Äänestys ei ole nyt auki.
        Kaarina privately: /äänestys
        whisper to Kaarina: Avataanko äänestys? Jokainen jäsen valitsee enintään 4 aihetta. Äänestys sulkeutuu pe 4.9. klo 10
        Kaarina: Avaa äänestys
        whisper to Kaarina: Äänestys on auki
        channel: Mistä haluatte puhua? … 1. … 5. Raha … 8. Yksin työskentely … Valitkaa kukin enintään 4 aihetta. …
            en sitä, kuka valitsi mitä.
        nothing
        Aino: Valitse aiheet
        whisper to Aino: Valitse enintään 4 aihetta … Et ole vielä valinnut mitään. … Muut eivät näe niitä.
        Aino: 8. Yksin työskentely
        whisper to Aino: Valintasi (1/4): Yksin työskentely.
        Aino: 1. Jaksaminen ja palautuminen
        Aino: Peru valinta 1. Jaksaminen ja palautuminen
        whisper to Aino: Valintasi (1/4): Yksin työskentely.
        Veikko: Valitse aiheet
        Veikko: 8. Yksin työskentely
        Veikko: 1. Jaksaminen ja palautuminen
        whisper to Veikko: Valintasi (2/4)
        Oiva: Valitse aiheet
        Oiva: 1. Jaksaminen ja palautuminen
        Oiva: 8. Yksin työskentely
        nobody: ääntä:
        time: 2026-09-03 20:00
        nothing
    """)
    async with circle.kept() as work:
        closes = (await work.questions.find(kind="themes"))[0].closes
    await circle.until(closes)
    await circle.plays("""
        channel: Äänestyksen tulos … 3 ääntä: Yksin työskentely … 2 ääntä: Jaksaminen ja palautuminen … Ehdotus järjestykseksi …
            1. Yksin työskentely … 2. Jaksaminen ja palautuminen … Mikään ei muutu, ennen kuin koollekutsuja
        nothing
        Aino: Hyväksy järjestys
        whisper to Aino: Tämän voi tehdä … koollekutsuja
        nobody: Aiheet nyt
        Kaarina: Hyväksy järjestys
        whisper to Kaarina: Aiheet nyt … ti 6.10. klo 17: Yksin työskentely … ti 27.10. klo 17: Jaksaminen ja palautuminen …
            ti 17.11. klo 17: aihe valitaan vielä
        Kaarina: Hyväksy järjestys
        time: 2026-10-01 09:59
        …
        time: 2026-10-01 10:00
        channel: Ensi kerralla: Yksin työskentely … Milloin tämä viimeksi tuli vastaan … Vetovuorossa: Aino
        Veikko privately: /aihe
        whisper to Veikko: Yksin työskentely … Teidän oma aiheenne … Mitä tämä on meille (60 min) … Yksin 10 min …
            Pareittain 20 min … Yhdessä 30 min
        time: 2026-10-03 10:00
        whisper to Aino: Vetäjälle: Yksin työskentely … 60 min: Mitä tämä on meille … Aiheen nimesi ryhmä itse
    """)
    async with circle.kept() as work:
        assert await work.votes.find() == []
        assert await work.questions.find(kind="themes") == []


async def test_a_vote_in_english_that_the_convener_closes_and_arranges_otherwise(founder: Founder) -> None:
    circle = await founder.group(*FIVE, themes=0, language="en")
    await circle.plays("""
        Kaarina privately: /vote
        whisper to Kaarina: Open a vote? Each member picks up to 4 themes. … Nothing changes until you accept the order.
        Kaarina: Open the vote
        channel: What would you like to talk about? … 1. … 5. Money … Pick up to 4 themes each. … but not who picked what.
        Veikko: Pick themes
        whisper to Veikko: Pick up to 4 themes … You haven't picked anything yet.
        Veikko: 5. Money
        whisper to Veikko: Your picks (1/4): Money
        Oiva: Suggest a theme
        Oiva fills: What would you like=Working alone
        whisper to Oiva: “Working alone” is now among the group's themes, and in the vote.
        Oiva: Pick themes
        whisper to Oiva: Pick up to 4 themes
        Oiva: 8. Working alone
        whisper to Oiva: Your picks (1/4): Working alone.
        Kaarina privately: /vote
        Kaarina: Close the vote
        whisper to Kaarina: How the vote went … 1 vote each, a tie: “Money” and “Working alone”
        channel: How the vote went … A suggested order … 1. Money … 2. Working alone … Nothing changes until the convener
        Kaarina: Arrange it myself
        whisper to Kaarina: 8. Working alone
        Kaarina fills: Theme numbers=8, 5, 1
        whisper to Kaarina: The themes now … Tue 6 Oct… at 17:00: Working alone … Tue 27 Oct… at 17:00: Money
        Kaarina: Accept this order
        whisper to Kaarina: This button is out of date.
        Veikko: 5. Money
    """)
    async with circle.kept() as work:
        assert (await work.groups.find())[0].themes[1] == "money"


async def test_forged_and_late_presses_in_the_vote_change_nothing(founder: Founder) -> None:
    circle = await founder.group(*FIVE, themes=0)
    await circle.add("Outi")
    await circle.plays("""
        Kaarina privately: /äänestys
        Kaarina: Avaa äänestys
        channel: Mistä haluatte puhua?
        Outi: Valitse aiheet
        whisper to Outi: Tämä on ryhmän jäsenille
        Aino: Valitse aiheet
    """)
    group, question = await group_of(circle), await question_of(circle)
    for data in (
        f"pick:{group}:{question}.0.2",
        f"pick:{group}:{question}.77.1",
        f"pick:{group}:x.0.1",
        f"vote-accept:{group}:{question}",
    ):
        await circle.presses("Aino", data)
    await circle.presses("Outi", f"pick:{group}:{question}.0.1")
    await circle.presses("Aino", f"vote-close:{group}:")
    async with circle.kept() as work:
        assert await work.votes.find() == []
        assert not (await work.questions.find())[0].closed
    await circle.plays("""
        Aino: 1. Jaksaminen ja palautuminen
        whisper to Aino: Valintasi (1/4)
        Kaarina: Valitse aiheet
        Kaarina: Sulje äänestys
        channel: Äänestyksen tulos
    """)
    await circle.presses("Aino", f"pick:{group}:{question}.1.1")
    await circle.plays("whisper to Aino: Äänestys on jo suljettu.")
    async with circle.kept() as work:
        assert (await work.questions.find())[0].items[:2] == ("recovery=1", "identity=0")
        assert (await work.groups.find())[0].themes == ()


AFTER_THE_FIRST_MEETING = """
    time: 2026-09-15 19:46
    …
    Kaarina: A 4
    Aino: A 3
    Veikko: A 4
    Salme: A 5
    Oiva: A 4
"""


async def test_what_was_to_be_carried_over_stands_in_the_next_pre_task(circle: Circle) -> None:
    await circle.plays(AFTER_THE_FIRST_MEETING)
    await circle.plays("""
        Aino: Mihin palataan
        whisper to Aino: Mihin asiaan haluaisit palata ensi kerralla?
        Aino fills: Mihin asiaan=Hinnoittelu
        whisper to Aino: Tallessa. … jos vähintään viisi vastaa. … arvata sanoista.
        Oiva: Mihin palataan
        Oiva fills: Mihin asiaan=Jännittäminen
        nobody: toivottiin palattavan
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … ▁▁▄█▄ … Näihin toivottiin palattavan
        time: 2026-10-01 09:59
        …
        time: 2026-10-01 10:00
        channel: Ensi kerralla … Viime kerralla haluttiin palata tähän:
    """)
    pretask = circle.texts("main")[-1]
    assert "Hinnoittelu" in pretask
    assert "Jännittäminen" in pretask


async def test_carried_over_in_english_in_a_group_that_speaks_aloud(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko", floor="aloud", language="en")
    await circle.plays(TO_THE_FIRST_MEETING)
    await circle.plays("""
        time: 2026-09-15 20:00
        …
        Veikko: Menu
        Veikko privately: /menu
        Veikko: Group matters
        Veikko: Note what to come back to
        whisper to Veikko: What should the group come back to? … Everybody sees it in the next pre-task
        Veikko fills: What should the group=Prices
        whisper to Veikko: Saved. Everybody sees it in the next pre-task.
        time: 2026-10-01 10:00
        channel: Next time … Last time you wanted to come back to this: … Prices
        Veikko: Change this
        whisper to Veikko: The next pre-task has gone out already
    """)


async def test_a_sentence_is_quoted_as_its_author_chose(circle: Circle) -> None:
    await circle.plays(AFTER_THE_FIRST_MEETING)
    await circle.plays("""
        Aino: Kirjoita lause
        Aino fills: Jos haluat=Täällä sai olla hiljaa
        whisper to Aino: Lauseesi on tallessa. … Saako lausettasi lainata … Jos et vastaa, sitä ei lainata. …
            Ilman nimeä annettua lupaa ei voi perua enää, kun palaute on sulkeutunut
        Aino: Ryhmän sisällä, nimeni kanssa
        whisper to Aino: Lausettasi saa lainata ryhmän sisällä nimesi kanssa.
        Oiva: Kirjoita lause
        Oiva fills: Jos haluat=En ollutkaan ainoa
        Oiva: Myös muualla, ilman nimeä
        whisper to Oiva: Lausettasi saa lainata myös ryhmän ulkopuolella, ilman nimeä.
        Salme: Kirjoita lause
        Salme fills: Jos haluat=Tämä on vain teille
        time: 2026-09-17 10:00
        channel: Mitä sanoitte: Aloitus … Omin sanoin
        Aino: Valikko
        Aino: Ryhmän asiat
        Aino: Lainauslupani
        whisper to Aino: Lauseet, joita saa lainata nimesi kanssa … Ryhmän sisällä: … Täällä sai olla hiljaa
        Oiva privately: /valikko
        Oiva: Ryhmän asiat
        Oiva: Lainauslupani
        whisper to Oiva: ei ole lauseita, joita saisi lainata nimesi kanssa
    """)
    from bot.core.uses.feedback.quotes import quotes

    async with circle.kept() as work:
        group = (await work.groups.find())[0]
        assert await quotes(work, group) == [
            ("En ollutkaan ainoa", "", "outside"),
            ("Täällä sai olla hiljaa", "Aino", "inside"),
        ]
        batch = json.loads((await work.batches.find())[0].content)
        assert batch["quotes"] == [{"text": "En ollutkaan ainoa", "scope": "outside"}]
    await circle.plays("""
        Aino: Peru lupa 1
        whisper to Aino: Lupa on peruttu.
    """)
    async with circle.kept() as work:
        assert [text for text, _, _ in await quotes(work, group)] == ["En ollutkaan ainoa"]


async def test_below_the_floor_nothing_is_quoted_or_carried_over_in_english(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-15 19:46
        …
        Aino: Write a sentence
        Aino fills: If you like=I could be quiet
        whisper to Aino: May your sentence be quoted
        Aino: Elsewhere too, with my name
        whisper to Aino: Your sentence may be quoted outside the group too, with your name.
        Aino: What to come back to
        Aino fills: What would you like to come back to?=Prices
        whisper to Aino: Saved.
        time: 2026-09-17 10:00
        channel: What you said: Opening … too few
        time: 2026-10-01 10:00
        …
        nobody: wished to come back to
        nobody: wanted to come back to this
        nobody: Aino: I could be quiet
    """)
    from bot.core.uses.feedback.quotes import quotes

    async with english.kept() as work:
        assert await quotes(work, (await work.groups.find())[0]) == []


async def test_one_page_holds_all_of_the_feedback_where_pages_can_be_shown(founder: Founder) -> None:
    circle = await founder.group(*FIVE)
    await circle.plays("""
        time: 2026-09-15 19:46
        …
    """)
    if circle.manner == "steps":  # there the taps are the shorter way
        assert not any("Vastaa yhdellä sivulla" in str(shown.buttons) for shown in circle.log)
        return
    await circle.plays("""
        Aino: Vastaa yhdellä sivulla
        whisper to Aino: Palaute tapaamisesta
        Aino fills: Tulitko=4; Oliko=3; Veikö=5 – antoi paljon; Jos haluat=Hyvä ilta; Mihin asiaan=Raha
        whisper to Aino: Vastauksesi ovat tallessa. … Saako lausettasi lainata
        Aino: A 5
        whisper to Aino: Merkitty: A 5 · B 3 · C 5
    """)
