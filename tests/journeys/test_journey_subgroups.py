"""A workshop in sub-groups: who is in which, one with a channel of its own, the split and coming together again."""

from typing import Any

import pytest

from tests.journeys.circle import FIVE, Circle, Founder

WORKSHOPS = {"of": "keikkatyo", "meetings": 2, "themes": 0}


@pytest.fixture
async def workshops(founder: Founder) -> Circle:
    """Kaarina convenes two workshops; beside the group's channel there is one called "chiefs"."""
    circle = await founder.group(*FIVE, **WORKSHOPS)
    await circle.stand.add_channel("chiefs")
    return circle


@pytest.fixture
async def in_english(founder: Founder) -> Circle:
    """The same in English."""
    circle = await founder.group(*FIVE, language="en", **WORKSHOPS)
    await circle.stand.add_channel("chiefs")
    return circle


async def test_a_sub_group_has_its_own_channel_and_the_others_read_in_the_groups(workshops: Circle) -> None:
    await workshops.plays("""
        Aino in chiefs: /jako
        whisper to Aino: Tässä keskustelussa ei ole vielä ryhmää
        Kaarina in chiefs: /jako
        whisper to Kaarina: Mille ryhmän Torstain piiri pienryhmälle tämä keskustelu on?
        Kaarina: Johto
        whisper to Kaarina: Tämä keskustelu on nyt pienryhmällä: Johto
        Aino privately: /jako
        whisper to Aino: Missä pienryhmässä olet? … Keikkatyöntekijät: Teet keikkaa … Et ole vielä valinnut
        Aino: Johto
        whisper to Aino: Pienryhmäsi: Johto … jää sinne
        only Aino: Pienryhmäsi
        Veikko in main: /jako
        Veikko: Yksinyrittäjät
        whisper to Veikko: Pienryhmäsi: Yksinyrittäjät
        restart
        time: 2026-09-10 10:00
        channel: Ensi kerralla: … Keikkatyöntekijät: … Keneltä kysyt, kun et tiedä … Yksinyrittäjät:
        channel chiefs: Ensi kerralla: … – Johto … Mitä haluaisit tietää keikkatyöntekijöiden päivästä?
        nothing
        Aino in chiefs: /poissa
        whisper to Aino: et pääse (ti 15.9. klo 17)
        Aino in chiefs: /aihe
        whisper to Aino: Ensimmäinen työpaja: tarpeet ja ratkaisut
        …
        Kaarina in chiefs: /aloita
        whisper to Kaarina: Tämä keskustelu on erään ryhmän pienryhmällä
        time: 2026-09-15 15:59
        …
        time: 2026-09-15 16:00
        channel: Tapaaminen alkaa … jakaudutte välillä pienryhmiin
        channel chiefs: Kun jakaudutte (ti 15.9. klo 17): Johto … Mitä tarvitaan (25 min pienryhmässä)
            … Millaista on vastata ihmisistä … Vain se, minkä yhdessä olette sopineet, kerrotaan kaikille
        nothing
        Kaarina in chiefs: /jako
        whisper to Kaarina: Tämä keskustelu on ryhmän Torstain piiri pienryhmällä: Johto
        Kaarina: Ei omaa keskustelua
        whisper to Kaarina: Pienryhmällä ei ole enää omaa keskustelua: Johto
        time: 2026-09-30 20:00
        …
        time: 2026-10-01 10:00
        channel: Ensi kerralla: … Johto: … Minkä lupauksistasi olet pystynyt pitämään?
        nothing
    """)
    read = "\n".join(workshops.texts("@Aino"))
    assert "Johto: Millaista on vastata ihmisistä" in read
    assert "Keikkatyöntekijät: Millaista" not in read, "whoever has chosen reads their own"
    chiefs = "\n".join(workshops.texts("chiefs"))
    assert "Keneltä kysyt, kun et tiedä" not in chiefs, "what is for the others is theirs"
    assert workshops.piiri.amiss() == {}


async def test_the_convener_arranges_the_sub_groups_and_nobody_is_put_in_any(in_english: Circle) -> None:
    await in_english.plays("""
        Aino privately: /subgroup
        Aino: Gig workers
        whisper to Aino: Your sub-group: Gig workers … stays there
        Kaarina privately: /menu
        Kaarina: For the convener
        Kaarina: Sub-groups
        whisper to Kaarina: Sub-groups: … Management: nobody yet … Gig workers: one … Not chosen yet: 4
        Kaarina: Add a sub-group
        Kaarina fills: Name=gig workers
        whisper to Kaarina: There is a sub-group of this name already
        Kaarina fills: Name=Drivers
        whisper to Kaarina: The sub-group has been added. … Drivers: nobody yet
        Veikko in main: /subgroup
        Veikko: Drivers
        whisper to Veikko: Your sub-group: Drivers
        Kaarina in chiefs: /subgroup
        Kaarina: Drivers
        whisper to Kaarina: This channel now belongs to the sub-group: Drivers
        Kaarina privately: /theme
        whisper to Kaarina: First workshop
        Veikko in chiefs: /theme
        whisper to Veikko: First workshop
        …
        time: 2026-09-10 10:00
        channel: Next time: … Management: … Gig workers:
        channel chiefs: Next time: … – Drivers
        nothing
        Kaarina privately: /brief
        whisper to Kaarina: In sub-groups: What is needed … When you split … Gig workers: one … Drivers: one … where each sub-group sits
        Kaarina: Sub-groups
        Kaarina: Drivers
        whisper to Kaarina: Drivers: one – own channel
        Kaarina: Remove the sub-group
        whisper to Kaarina: One member has chosen it … nothing more to its channel
        Kaarina: Remove
        whisper to Kaarina: The sub-group has been removed.
        Veikko privately: /subgroup
        whisper to Veikko: You haven't chosen yet
        Veikko in chiefs: /theme
        whisper to Veikko: There is no group in this channel yet
    """)
    every, own = "\n".join(in_english.texts("@Kaarina")), "\n".join(in_english.texts("@Veikko"))
    for name in ("Management", "Gig workers", "Drivers"):
        assert f"\n{name}: What" in every or f"\n{name}: Do the same task" in every, name
    assert "Drivers: Do the same task from where you stand" in own
    assert "Management: What" not in own
    assert in_english.piiri.amiss() == {}


async def test_an_old_or_forged_press_changes_nothing(workshops: Circle) -> None:
    await workshops.plays("""
        Kaarina in chiefs: /jako
        Kaarina: Johto
        …
    """)
    unlink = workshops.button("Kaarina", "Ei omaa keskustelua")
    link = unlink.replace("unlink", "link")
    await workshops.presses("Aino", unlink, in_="chiefs")
    await workshops.plays("whisper to Aino: koollekutsuja")
    await workshops.presses("Kaarina", link, in_="main")
    await workshops.plays("whisper to Kaarina: Tässä keskustelussa on jo ryhmä")
    await workshops.presses("Kaarina", unlink, in_="chiefs")
    await workshops.presses("Kaarina", unlink, in_="chiefs")
    await workshops.plays("whisper to Kaarina: Pienryhmällä ei ole enää omaa keskustelua")


@pytest.mark.parametrize("founder", ["telegram by polling"], indirect=True)
async def test_a_channel_that_is_closed_without_a_word_loses_nothing(workshops: Circle) -> None:
    await workshops.plays("""
        Kaarina in chiefs: /jako
        Kaarina: Johto
        …
    """)
    stand: Any = workshops.stand
    stand.groups["chiefs"].bot.status = "kicked"
    await workshops.plays("""
        time: 2026-09-10 10:00
        channel: Ensi kerralla: … Keikkatyöntekijät:
        channel: Ensi kerralla: … – Johto … Mitä haluaisit tietää keikkatyöntekijöiden päivästä?
        whisper to Kaarina: En pääse enää pienryhmän keskusteluun (Johto, ryhmä Torstain piiri): minut on poistettu
        nothing
        Kaarina: Pienryhmät
        whisper to Kaarina: Johto: ei vielä ketään … Keikkatyöntekijät
        time: 2026-09-15 16:00
        channel: Muistutus
        channel: Tapaaminen alkaa … jakaudutte välillä pienryhmiin
        nothing
    """)
    assert len(workshops.texts("chiefs")) == 0


@pytest.mark.parametrize("founder", ["telegram by polling"], indirect=True)
async def test_a_bot_that_is_taken_out_of_the_channel_tells_the_convener_at_once(workshops: Circle) -> None:
    await workshops.plays("""
        Kaarina in chiefs: /jako
        Kaarina: Johto
        …
    """)
    stand: Any = workshops.stand
    stand.fake.removes_bot(stand.persons[workshops.people["Kaarina"].handle], stand.groups["chiefs"])
    await stand.handled()
    await workshops.plays("""
        time: 2026-09-01 12:00
        whisper to Kaarina: En pääse enää pienryhmän keskusteluun
        time: 2026-09-10 10:00
        channel: Ensi kerralla: … Johto: … Mitä haluaisit tietää keikkatyöntekijöiden päivästä?
        nothing
    """)
