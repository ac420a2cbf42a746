from icalendar import Calendar

from tests.journeys.circle import Circle, Founder


def entry(circle: Circle) -> tuple[str, str, int]:
    """Method, UID and SEQUENCE of the calendar file that was seen last."""
    calendar = Calendar.from_ical(circle.file(".ics"))
    event = calendar.walk("VEVENT")[0]
    return str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"])


async def test_a_moved_meeting_is_announced_and_planned_anew(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        Kaarina privately: /siirra
        Kaarina fills: Milloin?=huomenna
        whisper to Kaarina: … kellonaika puuttuu
        Kaarina fills: Milloin?=ti 6.10. klo 18
        whisper to Kaarina: … Silloin on jo tapaaminen: ti 6.10. klo 17.
        Kaarina fills: Milloin?=pe 18.9. klo 18
        whisper to Kaarina: Siirretäänkö tapaaminen ti 15.9. klo 17? Uusi aika olisi pe 18.9. klo 18.
        nothing
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Uusi aika on pe 18.9. klo 18
        channel: Tapaaminen siirtyy … ti 15.9. klo 17 siirtyy. Uusi aika on pe 18.9. klo 18. … Paikka: Kulttuuritalo
        nothing
    """)
    moved = entry(circle)
    await circle.plays("""
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Tapaaminen on jo silloin: pe 18.9. klo 18.
        nothing
        Salme: Tulen
        time: 2026-09-15 17:00
        whisper to Kaarina: Vetäjälle … pe 18.9. klo 18
        whisper to Salme: olet tulossa
        nothing                                       # no reminder of the old time
        time: 2026-09-17 10:00
        channel: Muistutus … pe 18.9. klo 18
    """)
    reminded = entry(circle)
    assert "Ei pääse" not in circle.seen.text, "what was told held for the old time"
    await circle.plays("""
        time: 2026-09-18 17:00
        channel: Tapaaminen alkaa pe 18.9. klo 18
        nothing
        time: 2026-09-18 18:00
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Tapaaminen pe 18.9. klo 18 on jo ollut tai alkanut
    """)
    assert moved == reminded
    assert (moved[0], moved[2]) == ("PUBLISH", 1)


async def test_a_meeting_is_moved_with_all_that_come_after_it_and_the_group_hears_of_it_once(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Aino: En pääse
        …
        Kaarina privately: /siirra
        Kaarina fills: Milloin?=ke 16.9. klo 18
        whisper to Kaarina: Siirretäänkö tapaaminen ti 15.9. klo 17? Uusi aika olisi ke 16.9. klo 18.
        Kaarina: Siirrä myös kaikki myöhemmät
        whisper to Kaarina: 6 tapaamista siirtyy: … ti 15.9. klo 17 → ke 16.9. klo 18 … ti 6.10. klo 17 → ke 7.10. klo 18
        nothing
        Kaarina: Siirrä nämä
        whisper to Kaarina: Siirretty 6 tapaamista. Kerron uusista ajoista ryhmälle.
        channel: Tapaamisilla on uudet ajat … Tapaaminen ti 15.9. klo 17 ja kaikki sen jälkeiset siirtyvät. … ke 7.10. klo 18 … Kertokaa uudelleen, pääsettekö. … Seuraava tapaaminen … ke 16.9. klo 18
        nothing
        Kaarina: Siirrä nämä
        whisper to Kaarina: Tapaaminen on jo silloin: ke 16.9. klo 18.
        Aino: Tulen
        whisper to Aino: olet tulossa
        time: 2026-09-16 20:00
        …
        time: 2026-10-07 16:59
        …
        time: 2026-10-07 17:00
        channel: Tapaaminen alkaa ke 7.10. klo 18
    """)


async def test_the_calendar_follows_a_meeting_through_every_change(english: Circle) -> None:
    await english.plays("""
        time: 2026-09-14 10:00
        channel: Next time
        channel: Reminder
    """)
    first = entry(english)
    await english.plays("""
        Kaarina: /menu
        Kaarina: Place and length
        Kaarina fills: Place or link=https://meet.example.org/a; Length=2h; Which meetings is it for?=This one only
        whisper to Kaarina: The meeting on Tue 15 Sep… at 17:00 is changed. I'll tell the group.
        channel: A change to the meeting on Tue 15 Sep… at 17:00 … Online: https://meet.example.org/a … Length: 2 hours
        nothing
    """)
    changed = entry(english)
    await english.plays("""
        Kaarina: Move the meeting
        Kaarina fills: When?=Wed 16 Sep at 17:00
        Kaarina: Move to this time
        channel: The meeting moves … Wed 16 Sep… at 17:00 … Online: https://meet.example.org/a
    """)
    moved = entry(english)
    await english.plays("""
        Kaarina: Cancel the meeting
        Kaarina: Yes, cancel it
        channel: Meeting cancelled … There is no meeting on Wed 16 Sep… at 17:00. … Next meeting … Tue 6 Oct at 17:00: Opening
    """)
    cancelled = entry(english)
    assert len({uid for _, uid, _ in (first, changed, moved, cancelled)}) == 1
    assert [sequence for _, _, sequence in (first, changed, moved, cancelled)] == [0, 1, 2, 3]
    assert [method for method, _, _ in (first, changed, moved, cancelled)] == ["PUBLISH"] * 3 + ["CANCEL"]
    await english.plays("""
        time: 2026-09-19 12:00
        nothing
    """)


async def test_a_cancelled_meetings_theme_passes_to_the_next(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        …
        Kaarina privately: /peru
        whisper to Kaarina: Perutaanko tapaaminen ti 15.9. klo 17? Sen aihe siirtyy seuraavaan kertaan, ja kauden lopusta jää pois: Osaaminen
        nothing
        Kaarina: Kyllä, peru
        whisper to Kaarina: Peruttu: ti 15.9. klo 17.
        channel: Tapaaminen peruttu … ti 15.9. klo 17 jää pois. … Seuraava tapaaminen … ti 6.10. klo 17: Aloitus
        nothing
        Aino: En pääse
        whisper to Aino: Tapaaminen ti 15.9. klo 17 on peruttu.
        Kaarina: Kyllä, peru
        whisper to Kaarina: Tapaaminen ti 15.9. klo 17 on peruttu.
        time: 2026-10-01 09:59
        nothing
        time: 2026-10-01 10:00
        channel: Ensi kerralla: Aloitus … ti 6.10. klo 17
        nothing
    """)


async def test_a_meeting_is_added_and_gets_everything_that_the_others_get(circle: Circle) -> None:
    await circle.plays("""
        Kaarina privately: /lisää
        Kaarina fills: Milloin?=ti 22.9. klo 17
        whisper to Kaarina: Lisätäänkö tapaaminen ti 22.9. klo 17?
        nothing
        Kaarina: Lisää tämä tapaaminen
        whisper to Kaarina: Lisätty: ti 22.9. klo 17.
        channel: Uusi tapaaminen … ti 22.9. klo 17: Jaksaminen
        nothing
        Kaarina: Lisää tämä tapaaminen
        whisper to Kaarina: Silloin on jo tapaaminen: ti 22.9. klo 17.
        nothing
        time: 2026-09-17 10:00
        …
        time: 2026-09-18 10:00
        channel: Ensi kerralla: Jaksaminen … ti 22.9. klo 17
        time: 2026-09-21 10:00
        whisper to Aino: Vetäjälle
        channel: Muistutus: Jaksaminen … ti 22.9. klo 17
        nothing
    """)


async def test_a_place_changed_at_night_is_told_in_the_morning(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-12 22:30
        …
        Kaarina privately: /muuta
        Kaarina fills: Paikka tai linkki=Kirjaston kokoushuone; Mitä tapaamisia muutos koskee?=Vain tätä
        whisper to Kaarina: Tapaamista ti 15.9. klo 17 on muutettu
        nothing
        time: 2026-09-13 08:00
        channel: Muutos tapaamiseen ti 15.9. klo 17 … Paikka: Kirjaston kokoushuone … Kesto: 2 h 30 min
        nothing
        Kaarina privately: /muuta
        Kaarina fills: Paikka tai linkki=Kirjaston kokoushuone; Mitä tapaamisia muutos koskee?=Vain tätä
        whisper to Kaarina: Tapaamisessa ti 15.9. klo 17 ei muuttunut mitään.
        nothing
        Kaarina privately: /muuta
        Kaarina fills: Kesto=ikuisesti
        whisper to Kaarina: … En ymmärtänyt kestoa ”ikuisesti”.
        time: 2026-09-15 16:00
        channel: Muistutus … Kirjaston kokoushuone
        channel: Tapaaminen alkaa … Kirjaston kokoushuone
    """)


async def test_a_new_link_for_all_meetings_to_come_is_told_once_and_stands_everywhere(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-12 12:00
        …
        Kaarina privately: /muuta
        Kaarina fills: Paikka tai linkki=https://meet.example.org/uusi; Mitä tapaamisia muutos koskee?=Tätä ja kaikkia myöhempiä
        whisper to Kaarina: Tapaamista ti 15.9. klo 17 ja kaikkia sen jälkeisiä on muutettu. Kerron siitä ryhmälle.
        channel: Muutos tapaamiseen ti 15.9. klo 17 ja kaikkiin sen jälkeisiin … https://meet.example.org/uusi
        nothing
        time: 2026-09-15 16:00
        channel: Muistutus … https://meet.example.org/uusi
        channel: Tapaaminen alkaa … https://meet.example.org/uusi
        time: 2026-10-05 09:00
        …
        time: 2026-10-05 10:00
        channel: Muistutus … ti 6.10. klo 17 … https://meet.example.org/uusi
        nothing
    """)


async def test_a_meeting_moved_at_the_last_moment_is_told_at_once_even_at_night(founder: Founder) -> None:
    circle = await founder.group("Kaarina", "Aino", "Veikko")
    await circle.plays("""
        time: 2026-09-15 06:30
        …
        Kaarina privately: /siirra
        Kaarina fills: Milloin?=ti 15.9. klo 9
        Kaarina: Siirrä tähän aikaan
        whisper to Kaarina: Uusi aika on ti 15.9. klo 9
        channel: Tapaaminen siirtyy … Uusi aika on ti 15.9. klo 9.
        nothing
    """)
