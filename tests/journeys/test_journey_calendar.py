"""A calendar address of one's own: shown once, followed by moves, taken back, and gone with whoever leaves."""

from typing import Any

from icalendar import Calendar

from bot.content.calendar import write_feed
from bot.core.uses.oneself.calendar import feed_of
from tests.journeys.circle import LIBRARY, Circle
from tests.journeys.people import own_side


def secret(circle: Circle, name: str) -> str:
    """What the latest address that somebody was shown ends with."""
    shown = next(text for text in reversed(circle.texts(own_side(name))) if "https://piiri.example/calendar/" in text)
    return shown.partition("https://piiri.example/calendar/")[2].partition(".ics")[0]


async def feed(circle: Circle, token: str) -> Any:
    """What a calendar program reads there; None where nothing is."""
    async with circle.kept() as work:
        found = await feed_of(work, circle.piiri.house, token)
    if found is None:
        return None
    files, language = found
    return Calendar.from_ical(write_feed(files, [LIBRARY.text(f.title, language) for f in files], "note"))


def times(calendar: Any) -> dict[str, tuple[str, int, str]]:
    return {
        str(e["uid"]): (f"{e['dtstart'].dt:%Y-%m-%d %H:%M}", int(e["sequence"]), str(e["status"]))
        for e in calendar.walk("VEVENT")
    }


async def test_a_calendar_address_follows_moves_and_cancellations(circle: Circle) -> None:
    await circle.plays("""
        Aino privately: /kalenteri
        whisper to Aino: Oma kalenteriosoitteesi: Torstain piiri … https://piiri.example/calendar/ …
            näytän sen vain tämän kerran
    """)
    token = secret(circle, "Aino")
    first = await feed(circle, token)
    before = times(first)
    assert len(before) == 6
    assert {str(e["summary"]) for e in first.walk("VEVENT")} == {"Torstain piiri"}
    told = first.to_ical().decode()
    assert not [word for word in ("Kulttuuritalo", "Aino", "Kaarina", "Aloitus", "LOCATION") if word in told]
    await circle.plays("""
        Kaarina privately: /siirrä
        Kaarina fills: Milloin?=pe 18.9. klo 18
        Kaarina: Siirrä tähän aikaan
        channel: Tapaaminen siirtyy
    """)
    after = times(await feed(circle, token))
    moved = [uid for uid in before if before[uid] != after[uid]]
    assert [after[uid] for uid in moved] == [("2026-09-18 18:00", 1, "CONFIRMED")]
    await circle.plays("""
        Kaarina privately: /peru
        Kaarina: Kyllä, peru
        channel: Tapaaminen peruttu
    """)
    assert [each for each in times(await feed(circle, token)).values() if each[2] == "CANCELLED"]


async def test_an_address_is_shown_once_and_another_one_replaces_it(english: Circle) -> None:
    await english.plays("""
        Aino privately: /calendar
        whisper to Aino: Your own calendar address
    """)
    old = secret(english, "Aino")
    await english.plays("""
        Aino privately: /calendar
        whisper to Aino: You have a calendar address already. I can't show it again
        Aino: Make a new address
        whisper to Aino: Your own calendar address
    """)
    new = secret(english, "Aino")
    assert new != old
    assert await feed(english, old) is None
    assert await feed(english, new) is not None
    async with english.kept() as work:
        assert not [row for row in await work.subscriptions.find() if new in row.id]
    await english.plays("""
        Aino: Remove the address
        whisper to Aino: no longer works
    """)
    assert await feed(english, new) is None


async def test_an_address_goes_with_whoever_leaves_and_strangers_have_none(circle: Circle) -> None:
    await circle.add("Urho")
    await circle.plays("""
        Aino privately: /kalenteri
        whisper to Aino: Oma kalenteriosoitteesi
    """)
    token = secret(circle, "Aino")
    offered = circle.button("Aino", "Poista osoite").rpartition(":")[0]
    await circle.presses("Urho", f"{offered}:new", in_="main")
    await circle.plays("nobody: Oma kalenteriosoitteesi: Urho")
    assert not [text for text in circle.texts(own_side("Urho")) if "https://" in text]
    await circle.plays("""
        Aino privately: /lähden
        Aino: Lähden hiljaa
        whisper to Aino: Et ole enää ryhmässä
    """)
    assert await feed(circle, token) is None
    assert await feed(circle, "x" * 32) is None
