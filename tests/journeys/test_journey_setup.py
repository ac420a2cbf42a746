from tests.journeys.circle import Circle, Founder

TEN = ("Kaarina", "Aino", "Veikko", "Salme", "Oiva", "Helmi", "Taisto", "Urho", "Aino2", "Veikko2")
FORM = (
    "Ryhmän nimi=Torstain piiri; Ohjelma=Vahvistin; Ryhmän kieli=suomi; Ensimmäinen tapaaminen=ti 15.9. klo 17; "
    "Kuinka usein=kolmen viikon välein; Tapaamisen kesto=2h30; Montako kertaa=6; Paikka tai linkki=Kulttuuritalo; "
    "Aiheet=Ohjelman järjestyksessä; Miten palaute=Kun viisi on vastannut; Aikavyöhyke=Europe/Helsinki"
)
ENGLISH_FORM = (
    "The group's name=The Thursday circle; Programme=Vahvistin; The group's language=English; "
    "First meeting=Tue 15 Sep at 17:00; How often=once a month, same day of the week; Length of a meeting=2h; "
    "How many times=5; Place or link=https://meet.example.org/circle; Themes=We'll choose later; "
    "How is feedback=When three have answered (groups under six); Time zone=Europe/London"
)


async def groups(circle: Circle) -> int:
    async with circle.kept() as work:
        return len(await work.groups.find())


async def test_a_group_is_set_up_by_a_form_shown_back_and_then_started(founder: Founder) -> None:
    circle = await founder.empty("Kaarina", "Aino")
    await circle.plays(f"""
        Kaarina privately: /aloita
        whisper to Kaarina: Aloita ryhmän perustaminen siinä keskustelussa, jossa ryhmä puhuu.
        Kaarina: /aloita
        Kaarina fills: {FORM}
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus …
            ti 6.10. klo 17: Jaksaminen … ti 29.12. klo 17: Päätös … Kesto: 2 h 30 min … Paikka: Kulttuuritalo …
            kun viisi on vastannut … Ryhmää ei ole vielä perustettu.
        nothing
    """)
    assert await groups(circle) == 0
    await circle.plays("""
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmä Torstain piiri on aloitettu.
        channel: Torstain piiri – Vahvistin … ti 15.9. klo 17: Aloitus … Jokainen tulee mukaan itse painamalla ”Olen mukana”.
            … palaute näytetään ilman nimiä. Luen vain komennot … Lue lisää: /yksityisyys
        nothing
        Kaarina: Aloita ryhmä                  # a second press founds no second group
        whisper to Kaarina: Tämä nappi on vanhentunut.
        nothing
        Aino: Olen mukana
        whisper to Aino: Olet mukana: Torstain piiri … Seuraava tapaaminen … ti 15.9. klo 17 … Vetovuorossa: Aino
        nothing
        Kaarina privately: /tapaamiset
        whisper to Kaarina: Torstain piiri: tapaamiset … Mukana on yksi: Aino.
    """)
    assert await groups(circle) == 1


async def test_a_group_is_set_up_in_english_with_another_rhythm(founder: Founder) -> None:
    circle = await founder.empty("Kaarina", "Aino", language="en", title="The Thursday circle")
    await circle.plays(f"""
        Kaarina: /setup
        Kaarina fills: {ENGLISH_FORM}
        whisper to Kaarina: This is how the group would start … Tue 15 Sep… at 17:00 … Tue 20 Oct at 17:00: theme still to be chosen
            … Tue 19 Jan at 17:00 … Length: 2 hours … Online: https://meet.example.org/circle … three people
        nothing
        Kaarina: Start the group
        whisper to Kaarina: The group The Thursday circle has started.
        channel: The Thursday circle – Vahvistin … To join, press the button yourself.
        nothing
        Aino: I'm in
        whisper to Aino: You're in: The Thursday circle
        Aino: I'm in
        whisper to Aino: You're already in the group The Thursday circle.
    """)


WRONG = (
    ("Ensimmäinen tapaaminen", "ti 16.9. klo 17", "Viikonpäivä ja päivämäärä eivät sovi yhteen"),
    ("Ensimmäinen tapaaminen", "su 28.3.2027 klo 3.30", "kellot siirtyvät silloin kesäaikaan"),
    ("Paikka tai linkki", "http://meet.example.org", "Linkin pitää alkaa https://"),
    ("Aikavyöhyke", "Europe/Helsingfors", "Aikavyöhykettä ”Europe/Helsingfors” ei ole."),
)


async def test_what_cannot_stand_is_said_at_its_field_and_nothing_typed_is_lost(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays("Kaarina: /aloita")
    for label, wrong, said in WRONG:
        if label == "Aikavyöhyke" and circle.manner == "steps":  # it is not asked, but can be changed
            continue
        right = next(part.partition("=")[2] for part in FORM.split("; ") if part.startswith(label))
        await circle.plays(f"""
            Kaarina fills: {FORM.replace(f"{label}={right}", f"{label}={wrong}")}
            whisper to Kaarina: … {said}
            nothing
        """)
        if circle.manner == "modal":
            assert "Torstain piiri" in circle.log[-1].text, "the name that was typed is still in the form"
    await circle.plays(f"""
        Kaarina fills: {FORM}
        whisper to Kaarina: Näin ryhmä alkaisi … Torstain piiri – Vahvistin … ti 15.9. klo 17
        nothing
    """)
    assert await groups(circle) == 0


async def test_what_was_shown_back_can_still_be_changed(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays(f"""
        Kaarina: /aloita
        Kaarina fills: {FORM}
        whisper to Kaarina: Näin ryhmä alkaisi
        Kaarina: Muuta
    """)
    changed = FORM.replace("Torstain piiri", "Keskiviikon piiri").replace("ti 15.9.", "ke 16.9.")
    one_by_one = """
        Kaarina: Nimi: Torstain piiri
        Kaarina writes: Keskiviikon piiri
        Kaarina: Muuta
        Kaarina: Ensimmäinen tapaaminen: ti 15.9. klo 17
        Kaarina writes: ke 16.9. klo 17
    """
    await circle.plays(f"Kaarina fills: {changed}" if circle.manner != "steps" else one_by_one)
    await circle.plays("""
        whisper to Kaarina: Näin ryhmä alkaisi … Keskiviikon piiri – Vahvistin … ke 16.9. klo 17
        Kaarina: Aloita ryhmä
        whisper to Kaarina: Ryhmä Keskiviikon piiri on aloitettu.
        channel: Keskiviikon piiri – Vahvistin
        nothing
    """)
    assert await groups(circle) == 1


async def test_an_eleventh_member_is_told_that_the_group_is_full(founder: Founder) -> None:
    circle = await founder.group(*TEN)
    await circle.add("Yksitoista")
    await circle.plays("""
        Yksitoista: Olen mukana
        whisper to Yksitoista: Ryhmä on täynnä: mukaan mahtuu 10.
        nothing
    """)
    async with circle.kept() as work:
        assert len(await work.members.find()) == 10
        assert {p.name for p in await work.persons.find()} == set(TEN)


async def test_the_convener_is_a_member_only_after_pressing(founder: Founder) -> None:
    circle = await founder.empty("Kaarina")
    await circle.plays(f"""
        Kaarina: /aloita
        Kaarina fills: {FORM}
        Kaarina: Aloita ryhmä
        …
        Kaarina privately: /tulen
        whisper to Kaarina: Tämä on ryhmän Torstain piiri jäsenille. Paina ensin ”Olen mukana”.
        Kaarina: Olen mukana
        whisper to Kaarina: Olet mukana: Torstain piiri
        Kaarina privately: /tulen
        whisper to Kaarina: Hyvä, olet tulossa
    """)
