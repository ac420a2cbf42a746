"""A programme that asks for quotations, a coach who facilitates it, and what they saw."""

from bot.core.incoming import Press
from tests.journeys.circle import FIVE, Circle, Founder
from tests.journeys.test_journey_asking import ids, page_of


async def tyopeili(founder: Founder, *, language: str = "fi") -> Circle:
    return await founder.group(*FIVE, language=language, of="tyopeili", meetings=2, themes=0)


async def coached(circle: Circle) -> None:
    """Ritva comes forward as the facilitator, and the convener confirms it."""
    await circle.add("Ritva")
    asks, confirms = {"fi": ("/ohjaan", "Vahvista ohjaajaksi"), "en": ("/facilitate", "Confirm as facilitator")}[
        circle.language
    ]
    await circle.plays(f"""
        Ritva: {asks}
        Kaarina: {confirms}
        …
    """)


# Quotations


async def test_a_sentence_is_asked_for_as_a_quotation_and_is_one_only_by_permission(founder: Founder) -> None:
    circle = await tyopeili(founder)
    group_id, _ = await ids(circle)
    await circle.plays("""
        time: 2026-09-15 19:44
        …
        time: 2026-09-15 19:45
        channel: Miltä tapaaminen tuntui? … A. Oliko tapaaminen sen ajan arvoinen … Kirjoita lause, jota voisi ehkä lainata.
        …
        Kaarina: A 4
        Aino: Kirjoita lause lainattavaksi
        whisper to Aino: Lause, jota voisi lainata … Mitä tästä kerrasta jäi sinulle?
        Aino fills: Mitä tästä kerrasta=Opin pyytämään apua
        whisper to Aino: Lauseesi on tallessa. … Saako lausettasi lainata, kun ryhmän työstä kerrotaan?
        Aino: Myös muualla, nimeni kanssa
        whisper to Aino: Lausettasi saa lainata myös ryhmän ulkopuolella, nimesi kanssa.
        Veikko: Kirjoita lause lainattavaksi
        Veikko fills: Mitä tästä kerrasta=Sain levätä hetken
        Veikko: Myös muualla, ilman nimeä
        Salme: Kirjoita lause lainattavaksi
        Salme fills: Mitä tästä kerrasta=Meteli vaivasi
        Oiva: A 5
    """)
    await circle.acts("Kaarina", Press(f"quotations:{group_id}:"))
    await circle.plays("""
        whisper to Kaarina: Ryhmässä Torstain piiri ei ole vielä lauseita
        time: 2026-09-17 10:00
        channel: Lauseita, joita saa lainata … ryhmän ulkopuolellakin … Omin sanoin … Meteli vaivasi
    """)
    results = circle.texts("main")[-1].partition("Omin sanoin")
    for text in ("Opin pyytämään apua", "Sain levätä hetken"):
        assert text in results[0]
        assert text not in results[2], "a sentence is a quotation or feedback, and stands there once"
    assert "Aino" not in results[0], "a name can be taken back, and a post cannot"
    await circle.plays("""
        Kaarina: /valikko
        Kaarina: Ryhmän asiat
        Kaarina: Lainattavat lauseet
        whisper to Kaarina: Torstain piiri: lauseet, joita saa lainata … Opin pyytämään apua … – Aino … Sain levätä hetken
        nobody: – Veikko
    """)
    page = page_of(circle, "lauseet, joita saa lainata")
    assert "– Aino" in page
    assert "Meteli" not in page
    await circle.plays("""
        Aino privately: /valikko
        Aino: Ryhmän asiat
        Aino: Lainauslupani
        Aino: Peru lupa 1
    """)
    await circle.acts("Kaarina", Press(f"quotations:{group_id}:"))
    await circle.plays("whisper to Kaarina: Sain levätä hetken")
    assert "Aino" not in page_of(circle, "lauseet, joita saa lainata")


async def test_the_one_page_asks_for_the_permission_too(founder: Founder) -> None:
    circle = await tyopeili(founder, language="en")
    await circle.plays("""
        time: 2026-09-15 19:45
        …
    """)
    if circle.manner == "steps":  # where a question follows another anyway there is no page
        return
    await circle.plays("""
        Aino: Answer on one page
        whisper to Aino: Feedback on the meeting … May your sentence be quoted?
        Aino fills: What stayed with you=A name to call; May your sentence=Elsewhere too, without my name
        whisper to Aino: Your answers are saved. … Your sentence may be quoted outside the group too, without your name.
        Veikko: Answer on one page
        Veikko fills: What stayed with you=The coffee
        whisper to Veikko: Your answers are saved. … Your sentence isn't quoted.
        Kaarina: A 4
        Salme: A 3
        Oiva: A 5
        time: 2026-09-17 10:00
        channel: Sentences that may be quoted … A name to call … In your own words … The coffee
    """)


async def test_quotations_are_for_those_in_the_group_alone(founder: Founder) -> None:
    circle = await tyopeili(founder)
    group_id, _ = await ids(circle)
    await circle.add("Urho")
    await circle.acts("Urho", Press(f"quotations:{group_id}:"))
    await circle.plays("whisper to Urho: Tämä on ryhmän jäsenille.")


async def test_where_sentences_are_not_asked_for_to_be_quoted_no_page_of_them_is_offered(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /valikko
        Aino: Ryhmän asiat
    """)
    assert "Lainattavat lauseet" not in [label for shown in circle.log for label, _ in shown.buttons]


# What is agreed


async def test_what_was_agreed_is_written_down_after_the_meeting_as_the_programme_has_it(founder: Founder) -> None:
    circle = await tyopeili(founder)
    await coached(circle)
    await circle.plays("""
        time: 2026-09-12 10:00
        …
        Ritva privately: /vetäjä
        whisper to Ritva: Sopikaa lopuksi yhdessä jostakin pienestä ja konkreettisesta
        time: 2026-09-15 19:45
        …
        Ritva: Pidettiin
        Ritva: 5
        whisper to Ritva: Tässä ohjelmassa sovitaan joka kerta jostakin konkreettisesta
        Ritva: Kirjaa, mitä teette ennen ensi kertaa
        Ritva fills: Mitä teette ennen=Soitetaan yhdelle asiakkaalle
        whisper to Ritva: Tallessa.
        time: 2026-09-17 10:00
        channel: Ennen ensi kertaa … Soitetaan yhdelle asiakkaalle
        time: 2026-10-06 19:45
        …
        Ritva: Pidettiin
        Ritva: 5
        whisper to Ritva: Kiitos. Paikalla oli 5.
    """)
    assert "Tässä ohjelmassa" not in circle.texts("@Ritva")[-1], "nothing is agreed over the end of a season"


async def test_where_nobody_wrote_down_what_was_agreed_the_results_offer_it(founder: Founder) -> None:
    circle = await tyopeili(founder, language="en")
    await circle.plays("""
        time: 2026-09-17 10:00
        …
        Kaarina privately: /rhythm
        Kaarina: How many messages
        Kaarina: 6
        Salme: Write down what you'll do
        Salme fills: What will you do=We each raise one price
        whisper to Salme: Saved.
        time: 2026-09-25 10:00
        channel: Before next time … We each raise one price
    """)
    _, meetings = await ids(circle)
    group_id, _ = await ids(circle)
    for value in (meetings[1], "nowhere", group_id):
        await circle.acts("Aino", Press(f"between:{group_id}:{value}"))
        wanted = "A between-task is for the time between" if value == meetings[1] else "This button is out of date"
        await circle.plays(f"whisper to Aino: {wanted}")


# What facilitators saw


async def test_whoever_facilitates_is_asked_what_they_saw_and_it_stays_theirs(founder: Founder) -> None:
    circle = await tyopeili(founder)
    await coached(circle)
    _, meetings = await ids(circle)
    await circle.plays("""
        time: 2026-10-06 19:45
        …
        time: 2026-10-09 10:00
        whisper to Ritva: Mitä näit ohjaajana? Torstain piiri … Mitä näit yrittäjien antavan toisilleen? …
            Vastauksesi näet vain sinä. … pe 23.10. klo 10 asti
        Ritva: Vastaa
        whisper to Ritva: Minkä tahansa kohdan saa jättää tyhjäksi.
        Ritva fills: Mitä näit yrittäjien=Aikaa ja kehua; Missä hetkessä=; Minkä asian=Lyhyempi alku
        whisper to Ritva: Vastauksesi ovat tallessa. … Nämä näet vain sinä.
        Ritva: Muuta vastauksia
        Ritva fills: Mitä näit yrittäjien=Aikaa, kehua ja luottoa; Missä hetkessä=; Minkä asian=Lyhyempi alku
        Ritva privately: /valikko
        Ritva: Havaintoni ohjaajana
        whisper to Ritva: Muut eivät näe niitä
        Ritva: Kausi, joka päättyi tiistaina 6.10.2026
        whisper to Ritva: Aikaa, kehua ja luottoa … Lyhyempi alku … Nämä näet vain sinä.
        only Ritva: Aikaa, kehua ja luottoa
    """)
    for who in ("Aino", "Kaarina"):
        for data in (f"reflection:{meetings[1]}:", f"reflect:{meetings[1]}:", f"reflect-share:{meetings[1]}:yes"):
            await circle.acts(who, Press(data))
            await circle.plays(f"whisper to {who}: Tämä on ryhmän Torstain piiri ohjaajalle.")
    await circle.acts("Ritva", Press(f"reflect:{meetings[0]}:"))
    await circle.plays("whisper to Ritva: Tämä nappi on vanhentunut")
    await circle.acts("Ritva", Press(f"reflect-share:{meetings[1]}:perhaps"))
    await circle.plays("whisper to Ritva: Tämä nappi on vanhentunut")
    await circle.plays("""
        time: 2026-10-23 11:00
        …
        Ritva: Muuta vastauksia
        whisper to Ritva: Aikaa, kehua ja luottoa … Nämä näet vain sinä.
        Ritva: Poista vastaukseni
        whisper to Ritva: Selvä, vastauksia ei ole tallessa.
    """)
    async with circle.kept() as work:
        assert await work.papers.find(kind="reflection") == []


async def test_what_a_coach_saw_is_in_the_report_only_if_they_say_so(founder: Founder) -> None:
    circle = await tyopeili(founder, language="en")
    await coached(circle)
    await circle.plays("""
        time: 2026-10-09 10:00
        …
        Ritva: Answer
        Ritva fills: What did you see=They lent each other time; At what moment=; What would you arrange=
        whisper to Ritva: Your answers are saved. … Only you see these.
        Kaarina privately: /end
        Kaarina: End it for good
        …
        Ritva privately: /report
    """)
    assert "lent each other" not in page_of(circle, "report")
    await circle.plays("""
        Ritva privately: /menu
        Ritva: What I saw as facilitator
        Ritva: The season that ended on Tuesday 6 October 2026
        Ritva: In the report, with my name
        whisper to Ritva: These may be in the group's report with your name.
        Aino privately: /report
        whisper to Aino: report on the season
    """)
    report = page_of(circle, "report on the season")
    assert "They lent each other time" in report.partition("Ritva wrote:")[2]
    await circle.plays("""
        Ritva privately: /menu
        Ritva: What I saw as facilitator
        Ritva: The season that ended on Tuesday 6 October 2026
        Ritva: Not in the report
        Aino privately: /report
        whisper to Aino: report on the season
    """)
    assert "lent each other" not in page_of(circle, "report on the season")


async def test_a_group_that_nobody_facilitates_is_asked_nothing_about_facilitating(founder: Founder) -> None:
    circle = await tyopeili(founder)
    await circle.plays("""
        time: 2026-10-12 10:00
        nobody: Mitä näit ohjaajana
    """)
    async with circle.kept() as work:
        assert await work.notices.find(kind="reflect") == []


async def test_whoever_stops_facilitating_takes_what_they_saw_along(founder: Founder) -> None:
    circle = await tyopeili(founder, language="en")
    await coached(circle)
    await circle.plays("""
        time: 2026-10-09 10:00
        …
        Ritva: Answer
        Ritva fills: What did you see=They lent each other time; At what moment=; What would you arrange=
        Ritva privately: /menu
        Ritva: Stop facilitating
        whisper to Ritva: You no longer facilitate
    """)
    async with circle.kept() as work:
        assert await work.papers.find(kind="reflection") == []
