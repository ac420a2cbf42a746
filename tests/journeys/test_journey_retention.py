"""One's own notes after the season: told of a week before they go, and kept by a press."""

from bot.core.uses.season.retention import see_to_notes
from tests.journeys.circle import FIVE, Circle, Founder


async def night(circle: Circle) -> None:
    """What is done once a night."""
    await see_to_notes(circle.piiri.store, circle.piiri.house)
    circle.piiri.dispatcher.ring()


async def ended(founder: Founder, language: str, end: str, sure: str) -> Circle:
    """A group that was ended the day after its first meeting, on which Aino and Veikko wrote."""
    circle = await founder.group(*FIVE, language=language)
    await circle.plays(f"""
        time: 2026-09-10 10:00
        Aino writes: Pelkään hinnoittelua
        Veikko writes: Soitan Sirkalle
        time: 2026-09-16 12:00
        Kaarina privately: {end}
        Kaarina: {sure}
        time: 2026-09-16 12:30
        …
    """)
    return circle


async def test_notes_come_back_once_more_and_are_kept_or_go(founder: Founder) -> None:
    circle = await ended(founder, "fi", "/päätä", "Päätä pysyvästi")
    await circle.plays("time: 2026-10-08 12:00")
    await night(circle)
    await circle.plays("""
        time: 2026-10-08 12:01
        whisper to Aino: Torstain piiri: omat muistiinpanosi … Poistan kauden omat muistiinpanosi … Pelkään hinnoittelua
        whisper to Veikko: omat muistiinpanosi … Soitan Sirkalle
        only Aino: Pelkään hinnoittelua
        Aino: Säilytä muistiinpanoni
        whisper to Aino: Säilytän muistiinpanosi siihen asti, kun kaikki
        time: 2026-10-15 12:32
    """)
    await night(circle)
    async with circle.kept() as work:
        assert [note.text for note in await work.notes.find()] == ["Pelkään hinnoittelua"]
    await circle.plays("""
        time: 2026-10-15 12:33
        Aino: Ei tarvitse säilyttää
        whisper to Aino: Selvä. Muistiinpanosi poistetaan
    """)


async def test_in_english_too(founder: Founder) -> None:
    circle = await ended(founder, "en", "/end", "End it for good")
    await circle.plays("time: 2026-10-08 12:00")
    await night(circle)
    await circle.plays("""
        time: 2026-10-08 12:01
        whisper to Aino: your own notes … I will delete your own notes of the season on … Pelkään hinnoittelua
        Aino: Keep my notes
        whisper to Aino: I'll keep your notes until everything of the group is deleted on
        Aino: Keep my notes
        whisper to Aino: I'll keep your notes until everything of the group is deleted on
        nothing
    """)
