"""A break that nobody ends: asked about twice, over after half a year, and everything gone a month later."""

from datetime import UTC, datetime, timedelta

from tests.journeys.circle import FIVE, Circle, Founder


async def lives(circle: Circle, until: datetime) -> None:
    """Day after day until then, with what is done each night."""
    day = circle.clock.now().replace(hour=1, minute=0)
    while (day := day + timedelta(days=1)) < until:
        await circle.until(day)
        await circle.piiri.see_to_all()
    await circle.until(until)


async def texts(circle: Circle) -> tuple[list[str], list[str]]:
    """All private notes and all reasons for absences that are kept."""
    async with circle.kept() as work:
        return [note.text for note in await work.notes.find()], [c.reason for c in await work.comings.find()]


async def test_a_group_that_is_paused_and_left_ends_and_is_deleted_by_itself(circle: Circle) -> None:
    await circle.plays("""
        time: 2026-09-10 10:00
        Aino writes: Pelkään hinnoittelua
        Veikko: En pääse
        Veikko: Viesti ryhmälle
        Veikko fills: Mitä haluat sanoa ryhmälle?=Flunssa
        time: 2026-09-16 12:00
        …
        Kaarina privately: /tauko
        whisper to Kaarina: on tauolla. … Jos tauko kestää puoli vuotta, ryhmä päättyy.
        channel: Ryhmä on tauolla. … Jos tauko kestää puoli vuotta, ryhmä päättyy
    """)
    await lives(circle, datetime(2026, 10, 16, 9, tzinfo=UTC))
    await circle.plays("""
        whisper to Kaarina: on ollut tauolla kuukauden. … ryhmä päättyy … 16.3.2027
        only Kaarina: on ollut tauolla kuukauden
        nothing
    """)
    await lives(circle, datetime(2026, 12, 16, 9, tzinfo=UTC))
    await circle.plays("""
        whisper to Kaarina: on ollut tauolla kolme kuukautta.
        nothing
    """)
    assert (await texts(circle))[1] == [""], "that Veikko could not come is known, and no longer why"
    await lives(circle, datetime(2027, 3, 16, 7, tzinfo=UTC))
    assert "Pelkään hinnoittelua" in (await texts(circle))[0], "for those who might have gone on"
    await circle.plays("nothing")
    await lives(circle, datetime(2027, 3, 17, 9, tzinfo=UTC))
    await circle.plays("""
        channel: Ryhmä on ollut tauolla puoli vuotta, joten se päättyy nyt. … poistetaan … 15.4.2027
    """)
    told = "\n".join(circle.texts("@Aino")).split("Poistan kauden omat muistiinpanosi")
    assert "24.3.2027" in told[1], "a week before"
    assert "Pelkään hinnoittelua" in told[1]
    await lives(circle, datetime(2027, 3, 26, 9, tzinfo=UTC))
    assert (await texts(circle))[0] == []
    await lives(circle, datetime(2027, 4, 9, 9, tzinfo=UTC))
    await circle.plays("channel: ryhmän tiedot poistetaan viikon päästä")
    await lives(circle, datetime(2027, 5, 16, 9, tzinfo=UTC))
    assert await texts(circle) == ([], [])
    async with circle.kept() as work:
        assert await work.groups.find() == []
        assert await work.members.find() == []


async def test_a_summer_off_loses_nothing_and_the_break_may_go_on(founder: Founder) -> None:
    circle = await founder.group(*FIVE, language="sv")
    await circle.plays("""
        time: 2026-09-10 10:00
        Aino writes: Prissättningen
        time: 2026-09-16 12:00
        Kaarina privately: /paus
        …
    """)
    await lives(circle, datetime(2026, 12, 16, 9, tzinfo=UTC))
    await circle.plays("""
        whisper to Kaarina: har haft paus i en månad.
        whisper to Kaarina: har haft paus i tre månader. … tar gruppen slut … 16.3.2027
        Kaarina: Pausen får fortsätta
        whisper to Kaarina: Gruppen har redan paus. Om en månad frågar jag
    """)
    await lives(circle, datetime(2027, 5, 1, 9, tzinfo=UTC))
    assert (await texts(circle))[0] == ["Prissättningen"]
    await circle.plays("""
        …
        Kaarina: Fortsätt
        whisper to Kaarina: fortsätter.
    """)
    async with circle.kept() as work:
        assert await work.notices.find(kind=("resting", "rested"), state="waiting") == []
