from tests.journeys.circle import FIVE, Circle, Founder


async def test_what_is_told_before_the_reminder_is_folded_into_it(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla: Aloitus
        Aino: En pääse
        whisper to Aino: et pääse (ti 15.9. klo 17) … Syytä ei tarvitse kertoa.
        nothing
        Veikko privately: /myöhässä
        whisper to Veikko: tulet myöhässä (ti 15.9. klo 17)
        nothing
        time: 2026-09-12 10:00
        whisper to Kaarina: Vetäjälle … Ei pääse: Aino … Tulee myöhässä: Veikko
        nothing
        time: 2026-09-14 10:00
        channel: Muistutus: Aloitus … ti 15.9. klo 17 … Kulttuuritalo … Vetovuorossa: Kaarina …
            Ei pääse: Aino … Tulee myöhässä: Veikko
        nothing
        Salme: Tulen
        whisper to Salme: olet tulossa (ti 15.9. klo 17)
        nothing
        time: 2026-09-14 20:00
        nothing
    """)


async def test_absences_in_english_are_folded_into_the_reminder(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-10 10:00
        channel: Next time: … To think over before the meeting … Leading: Kaarina
        Aino: I can't come
        whisper to Aino: you can't come (Tue 15 Sep… at 17:00) … You don't need to say why.
        Veikko privately: /late
        whisper to Veikko: you'll be late
        nothing
        time: 2026-09-12 10:00
        whisper to Kaarina: Brief for the lead
        time: 2026-09-14 10:00
        channel: Reminder: … Can't come: Aino … Coming late: Veikko
        nothing
    """)


async def test_a_late_word_to_the_convener_does_not_tell_the_channel_twice(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        …
        Aino: En pääse
        time: 2026-09-14 10:02
        channel: Aino ei pääse
        time: 2026-09-14 10:30
        Aino: Viesti vain koollekutsujalle
        Aino fills: Mitä haluat sanoa koollekutsujalle?=Tarvitsen lepoa
        time: 2026-09-14 11:00
        whisper to Kaarina: Tarvitsen lepoa
        nothing
        Oiva: En pääse
        Oiva: Viesti vain koollekutsujalle
        Oiva fills: Mitä haluat sanoa koollekutsujalle?=Kerron myöhemmin
        time: 2026-09-14 11:10
        whisper to Kaarina: Kerron myöhemmin
        channel: Oiva ei pääse
        nothing
    """)


async def test_what_is_told_after_the_reminder_reaches_the_channel(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        …
        Aino: En pääse
        Aino: En pääse                       # a repeated press does no harm
        whisper to Aino: et pääse
        nothing
        time: 2026-09-14 10:01
        nothing                              # a slip can still be taken back
        time: 2026-09-14 10:02
        channel: Aino ei pääse
        nothing
        Salme: Tulen myöhässä
        time: 2026-09-14 12:00
        channel: Salme tulee myöhässä
        Aino: Pääsenkin
        whisper to Aino: pääset sittenkin (ti 15.9. klo 17)
        time: 2026-09-14 12:10
        channel: Aino pääsee sittenkin (ti 15.9. klo 17)
        nothing
        Salme: En pääse
        time: 2026-09-14 23:30
        channel: Salme ei pääse
        Veikko: En pääse
        time: 2026-09-15 07:59
        nothing                              # at night nobody is woken for it
        time: 2026-09-15 08:05
        channel: Veikko ei pääse
        nothing
    """)


async def test_a_slip_taken_back_within_two_minutes_is_never_posted(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        …
        Aino: En pääse
        time: 2026-09-14 10:01
        Aino: Pääsenkin
        whisper to Aino: pääset sittenkin
        time: 2026-09-14 10:30
        nobody: Aino ei pääse
    """)


async def test_when_the_lead_cannot_come_the_channel_hears_who_leads_instead(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 10:00
        channel: Ensi kerralla … Vetovuorossa: Kaarina
        channel: Muistutus … Vetovuorossa: Kaarina
        …
        Kaarina: En pääse
        time: 2026-09-14 10:05
        whisper to Aino: Vetäjälle
        channel: Kaarina ei pääse … Vetovuorossa: Aino
        nothing
    """)


async def test_a_reason_for_the_group_stands_in_the_reminder(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Olen keikalla Oulussa
        whisper to Aino: Kerron tämän ryhmälle
        nothing
        Veikko: En pääse
        Veikko: Viesti ryhmälle
        Veikko fills: Mitä haluat sanoa ryhmälle?=Väsyttää
        Veikko: Pääsenkin
        time: 2026-09-12 10:00
        whisper to Kaarina: Vetäjälle … Ei pääse: Aino – ”Olen keikalla Oulussa”
        time: 2026-09-14 10:00
        channel: Muistutus … Ei pääse: Aino – ”Olen keikalla Oulussa”
        nobody: Väsyttää
    """)


async def test_a_reason_for_the_convener_goes_to_nobody_else(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Aino: Viesti vain koollekutsujalle
        Aino fills: Mitä haluat sanoa koollekutsujalle?=Hoidan äitiäni
        whisper to Aino: vain koollekutsujalle
        whisper to Kaarina: Aino ei pääse tapaamiseen ti 15.9. klo 17 ja kertoo sinulle: ”Hoidan äitiäni”
        nothing
        time: 2026-09-14 10:00
        whisper to Kaarina: Vetäjälle … Ei pääse: Aino
        channel: Muistutus … Ei pääse: Aino
        time: 2026-09-17 12:00
        only Kaarina: Hoidan äitiäni
    """)


async def test_a_reason_in_english_goes_to_whom_its_author_chose(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-14 10:00
        …
        Aino: I can't come
        Aino: A word to the convener only
        Aino fills: What would you like to say to the convener?=At the dentist
        whisper to Aino: I'll tell this to the convener
        whisper to Kaarina: Aino can't come to the meeting on Tue 15 Sep… at 17:00 and tells you: “At the dentist”
        time: 2026-09-14 11:00
        channel: Aino can't come
        nothing
        Veikko: I can't come
        Veikko: A word to the group
        Veikko fills: What would you like to say to the group?=Save me some cake
        time: 2026-09-14 11:03
        channel: Veikko can't come … “Save me some cake”
        nothing
        only Kaarina: At the dentist
    """)


async def test_a_group_may_want_absences_at_once(founder: Founder) -> None:
    circle = await founder.group(*FIVE, absences_at_once=True)
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        time: 2026-09-10 10:05
        channel: Aino ei pääse
        nothing
    """)


async def test_when_few_can_come_the_convener_may_let_it_be_held(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Veikko: En pääse
        whisper to Veikko: et pääse
        Salme: En pääse
        whisper to Salme: et pääse
        whisper to Kaarina: Tapaamiseen ti 15.9. klo 17 pääsee vain 2. … siirretäänkö se … vai perutaanko?
        Kaarina: Pidetään
        whisper to Kaarina: tapaaminen pidetään (ti 15.9. klo 17)
        nothing
        time: 2026-09-14 10:00
        whisper to Kaarina: Vetäjälle … Ei pääse: Aino, Veikko ja Salme
        channel: Muistutus … Ei pääse: Aino, Veikko ja Salme
        nothing
    """)


async def test_when_few_can_come_the_convener_may_move_it(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Veikko: En pääse
        Salme: En pääse
        whisper to Kaarina: pääsee vain 2
        Kaarina: Siirrä tapaaminen
        Kaarina fills: Milloin?=to 17.9. klo 17
        whisper to Kaarina: Siirretäänkö tapaaminen ti 15.9. klo 17? Uusi aika olisi to 17.9. klo 17.
        nothing
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Uusi aika on to 17.9. klo 17
        channel: Tapaaminen siirtyy … Uusi aika on to 17.9. klo 17. Kertokaa uudelleen, pääsettekö.
        nothing
    """)
    async with circle.kept() as work:
        assert await work.comings.find(how="absent") == []


async def test_when_few_can_come_the_convener_may_cancel_it(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-10 10:00
        …
        Aino: I can't come
        Veikko: I can't come
        Salme: I can't come
        whisper to Kaarina: Only 2 people can come to the meeting on Tue 15 Sep… at 17:00.
        Kaarina: Cancel the meeting
        whisper to Kaarina: Cancel the meeting on Tue 15 Sep… at 17:00? Its theme passes to the next one, and this one drops out
        Kaarina: Yes, cancel it
        whisper to Kaarina: Cancelled: Tue 15 Sep… at 17:00
        channel: There is no meeting on Tue 15 Sep… at 17:00. … Next meeting … Tue 6 Oct at 17:00: Opening
        nothing
    """)


async def test_the_question_to_the_convener_falls_silent_when_enough_can_come_again(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 22:00
        …
        Aino privately: /poissa
        Veikko privately: /poissa
        Salme privately: /poissa
        Salme: Pääsenkin
        time: 2026-09-11 12:00
        nobody: Pidetäänkö tapaaminen
    """)


async def test_a_word_written_at_night_is_said_to_wait_for_the_morning(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-14 21:30
        …
        Aino: En pääse
        Aino: Viesti ryhmälle
        Aino fills: Mitä haluat sanoa ryhmälle?=Olen kipeä
        whisper to Aino: Kerron tämän ryhmälle aamulla.
        time: 2026-09-15 07:59
        nothing
        time: 2026-09-15 08:05
        channel: Aino ei pääse … Olen kipeä
    """)
