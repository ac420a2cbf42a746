"""What programmes ask in their own ways: a named middle, four fields, quotations, between-tasks, what facilitators saw."""

from bot.core.incoming import Press
from bot.core.outgoing import WrittenFile
from tests.journeys.circle import FIVE, Circle, Founder

AT_THE_END = """
    time: 2026-10-30 09:59
    …
"""
"""A minute before the season's questions, of three meetings every third week from 15 September on."""


async def emessi(founder: Founder, *, language: str = "fi", **wishes: object) -> Circle:
    return await founder.group(*FIVE, language=language, of="emessi", meetings=3, themes=0, **wishes)


def files_of(circle: Circle, text: str) -> tuple[WrittenFile, ...]:
    return next(shown.files for shown in reversed(circle.log) if text in shown.text and shown.files)


def page_of(circle: Circle, text: str) -> str:
    return next(file.body.decode() for file in files_of(circle, text) if file.name.endswith(".html"))


async def ids(circle: Circle) -> tuple[str, list[str]]:
    async with circle.kept() as work:
        group = (await work.groups.find())[0]
        meetings = sorted(await work.meetings.find(), key=lambda meeting: meeting.starts)
    return group.id, [meeting.id for meeting in meetings]


# A middle with a name, and what the programme gives to do


async def test_the_middle_of_a_scale_is_named_and_the_programme_gives_something_to_do(founder: Founder) -> None:
    circle = await emessi(founder)
    await circle.plays("""
        Kaarina privately: /rytmi
        Kaarina: Viestien määrä
        Kaarina: 6
        time: 2026-09-15 16:00
        …
        Aino: Tämän kerran aihe
        whisper to Aino: Yhteinen aloitus … Ennen ensi kertaa … Valitkaa kukin paikka
        time: 2026-09-15 19:45
        channel: Miltä tapaaminen tuntui? … A. Tapaamisesta on minulle apua työssäni. … 3 = en samaa enkä eri mieltä …
            C. Kuinka paljon tapaaminen kuormitti sinua? 1 = ei lainkaan, 3 = jonkin verran, 5 = hyvin paljon
        …
        Kaarina: C 1
        Aino: C 2
        Veikko: C 3
        Salme: C 3
        Oiva: C 2
        time: 2026-09-17 10:00
        channel: Kuinka paljon tapaaminen kuormitti sinua? … ei lainkaan … hyvin paljon (3 = jonkin verran) …
            Ennen ensi kertaa … Valitkaa kukin paikka … Seuraava tapaaminen
        nothing
        time: 2026-09-25 09:59
        nothing
        time: 2026-09-25 10:00
        channel: Ennen ensi kertaa … Valitkaa kukin paikka … Tapaatte seuraavan kerran ti 6.10. klo 17
        nothing
        time: 2026-10-01 10:00
        channel: Ensi kerralla … Alussa voi kertoa, miten välitehtävä sujui. Jos se jäi tekemättä, ei haittaa.
    """)


async def test_what_the_group_agrees_takes_the_place_of_what_the_programme_gives(founder: Founder) -> None:
    circle = await emessi(founder, language="en")
    await circle.plays("""
        Kaarina privately: /rhythm
        Kaarina: How many messages
        Kaarina: 6
        time: 2026-09-15 20:00
        …
        Aino privately: /between
        whisper to Aino: Before next time … The programme suggests: Choose the place … it here
        Aino fills: What will you do=We send each other a photo of our desks
        whisper to Aino: Saved.
        time: 2026-09-17 10:00
        channel: Before next time … photo of our desks
        nobody: Before next time … Choose the place … Next
        time: 2026-09-25 10:00
        channel: Before next time … photo of our desks
        …
        time: 2026-10-01 10:00
        channel: At the start you can say how the between-task went.
        time: 2026-10-27 19:45
        …
        Aino privately: /between
        whisper to Aino: A between-task is for the time between two meetings.
    """)
    assert not any("Choose the place" in text for text in circle.texts("main")), "one thing to do, and never two"


async def test_after_a_meeting_that_was_not_held_the_programme_gives_nothing(founder: Founder) -> None:
    circle = await emessi(founder)
    await circle.plays("""
        time: 2026-09-15 20:00
        …
        Kaarina: Ei pidetty
        time: 2026-09-26 10:00
    """)
    assert not any("Valitkaa kukin paikka" in text for text in circle.texts("main"))


# Four fields


async def test_four_fields_are_answered_shown_and_drawn_as_a_table(founder: Founder) -> None:
    circle = await emessi(founder)
    await circle.plays(AT_THE_END)
    await circle.plays("""
        time: 2026-10-30 10:00
        channel: Millainen kausi oli? … C. Kuinka paljon ryhmä kuormitti … 3 = jonkin verran … Mikä ryhmästä jää …
            Nelikenttä … Vahvuudet: Mikä ryhmässä kantoi? … Uhat: Mikä voisi kaataa
        nothing
        Oiva: Nelikenttä
        whisper to Oiva: Nelikenttä … Minkä tahansa kohdan saa jättää tyhjäksi. … Vahvuudet
        Oiva fills: Vahvuudet=Kuunneltiin loppuun; Heikkoudet=; Mahdollisuudet=Toinenkin ryhmä; Uhat=
        whisper to Oiva: Vastauksesi on tallessa.
        Oiva: Lainauslupa: Vahvuudet
        whisper to Oiva: Saako lausettasi lainata
        Oiva: Myös muualla, ilman nimeä
        whisper to Oiva: Lausettasi saa lainata myös ryhmän ulkopuolella, ilman nimeä.
        Kaarina: A 4
        Aino: A 4
        Veikko: A 5
        Salme: Nelikenttä
        Salme fills: Vahvuudet=; Heikkoudet=Ääni pätki; Mahdollisuudet=; Uhat=
        time: 2026-11-03 09:59
        nobody: Ääni pätki
        …
        time: 2026-11-03 10:00
        channel: Mitä sanoitte kaudesta … Nelikenttä … Vahvuudet … Kuunneltiin loppuun … Heikkoudet … Ääni pätki …
            Mahdollisuudet … Toinenkin ryhmä … Uhat … Tähän ei kirjoitettu mitään.
    """)
    report = page_of(circle, "Mitä sanoitte kaudesta")
    table = report.partition("<table>")[2].partition("</table>")[0]
    assert table.count("<tr>") == 2
    assert [table.count(f'<h3 dir="auto">{name}</h3>') for name in ("Vahvuudet", "Heikkoudet", "Uhat")] == [1, 1, 1]
    assert "Ääni pätki" in table
    assert "Kuunneltiin loppuun" in report.partition("Näitä saa lainata ryhmän ulkopuolellakin")[2]
    assert not any(name in report for name in FIVE)


async def test_wrong_presses_about_four_fields_change_nothing(founder: Founder) -> None:
    circle = await emessi(founder, language="en")
    _, meetings = await ids(circle)
    await circle.acts("Aino", Press(f"evaluate-fields:{meetings[-1]}:"))
    await circle.plays("whisper to Aino: I ask about the whole season after the last meeting.")
    await circle.plays(AT_THE_END)
    await circle.add("Urho")
    await circle.plays("""
        time: 2026-10-30 10:00
        …
        Oiva: Four fields
        Oiva fills: Strengths=Patience; Weaknesses=; Opportunities=; Threats=
        whisper to Oiva: Your answer is saved.
    """)
    for who, data, wanted in (
        ("Urho", f"evaluate-fields:{meetings[-1]}:", "This is for"),
        ("Aino", f"evaluate-quote:{meetings[-1]}:field.strengths", "This button is out of date"),
        ("Aino", f"quote:{meetings[-1]}:evaluation.field.strengths=out", "This button is out of date"),
        ("Oiva", f"quote:{meetings[-1]}:evaluation.field.threats=out", "This button is out of date"),
    ):
        await circle.acts(who, Press(data))
        await circle.plays(f"whisper to {who}: {wanted}")
    await circle.plays("""
        time: 2026-11-03 09:59
        …
        time: 2026-11-03 10:00
        channel: Fewer than five answered
    """)
    assert not any("Patience" in text for text in circle.texts("main"))


async def test_a_group_that_speaks_aloud_has_the_four_fields_to_talk_over(founder: Founder) -> None:
    circle = await emessi(founder, floor="aloud")
    await circle.plays("""
        time: 2026-10-27 16:00
        …
        Aino: Tämän kerran aihe
        whisper to Aino: Koko kaudesta ääneen … Pääsimme yhteiseen tavoitteeseemme. … Vahvuudet: Mikä ryhmässä kantoi?
        time: 2026-10-31 10:00
        …
        nobody: Millainen kausi oli?
    """)


# Months later


async def test_months_later_the_programmes_own_questions_are_asked(founder: Founder) -> None:
    circle = await emessi(founder)
    await circle.plays("""
        time: 2026-11-03 10:00
        …
        Kaarina: Minulta saa kysyä myöhemmin
        Aino: Minulta saa kysyä myöhemmin
        Veikko: Minulta saa kysyä myöhemmin
        Salme: Minulta saa kysyä myöhemmin
        Oiva: Minulta saa kysyä myöhemmin
        time: 2027-02-03 09:59
        …
        time: 2027-02-03 10:00
        whisper to Aino: Mitä jäi? … Mitä teet työssäsi toisin kuin ennen ryhmää? … Mitä työpaikallasi
        …
        nobody: Mikä on muuttunut?
        Aino: Vastaa
        whisper to Aino: Minkä tahansa kohdan saa jättää tyhjäksi.
        Aino fills: Mitä teet työssäsi toisin=Kysyn ennen kuin kaadun; Mitä työpaikallasi=; Mitä ryhmästä olisi=
        whisper to Aino: Vastauksesi on tallessa.
    """)
    for name in ("Kaarina", "Veikko", "Salme", "Oiva"):
        await circle.plays(f"""
            {name}: Vastaa
            {name} fills: Mitä teet työssäsi toisin=; Mitä työpaikallasi=Uusi tapa; Mitä ryhmästä olisi=
        """)
    await circle.plays("""
        time: 2027-02-10 09:59
        …
        time: 2027-02-10 10:00
        whisper to Oiva: Mitä jäi … Mitä teet työssäsi toisin kuin ennen ryhmää? … Kysyn ennen kuin kaadun … Uusi tapa
    """)
