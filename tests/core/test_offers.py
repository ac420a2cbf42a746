"""What is offered while a command's option is typed: only one's own, and looked at again once it is given."""

import pytest

from bot.core.incoming import Command, Typing
from bot.core.outgoing import Offers
from tests.core.core_desk import LIBRARY, Desk, phrases

CHANNEL, OTHER = "1/2", "1/3"


async def offered(desk: Desk, name: str, word: str, option: str, text: str = "", channel: str | None = CHANNEL):  # type: ignore[no-untyped-def]
    reply = (await desk.hears(name, Typing(word, option, text), channel, platform="pages")).reply
    assert isinstance(reply, Offers)
    return {LIBRARY.text(offer.label, "fi"): offer.value for offer in reply.offers}


async def test_the_meetings_ahead_are_offered_by_date_and_theme(desk: Desk) -> None:
    group = await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    found = await offered(desk, "Aino", "poissa", "meeting")
    assert list(found)[:2] == ["ti 15.9. klo 17: Aloitus", "ti 6.10. klo 17: Jaksaminen ja palautuminen"]
    assert list(found.values()) == [meeting.id for meeting in await desk.meetings(group)]
    assert list(await offered(desk, "Aino", "poissa", "meeting", "jaksa")) == [
        "ti 6.10. klo 17: Jaksaminen ja palautuminen"
    ]


@pytest.mark.parametrize(
    ("who", "word"), [("Veikko", "poissa"), ("Aino", "siirra"), ("Veikko", "siirra"), ("Veikko", "start")], ids=str
)
async def test_nobody_is_offered_what_they_may_not_use(desk: Desk, who: str, word: str) -> None:
    await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    assert await offered(desk, who, word, "meeting") == {}
    assert await offered(desk, who, word, "when", "ti 15.9. klo 17") == {}


async def test_a_channel_offers_nothing_of_another_group_and_in_private_each_is_named(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    other = await desk.group("Salme", "Aino", channel=OTHER, name="Toinen piiri", platform="pages")
    here = await offered(desk, "Aino", "poissa", "meeting", channel=OTHER)
    assert set(here.values()) == {meeting.id for meeting in await desk.meetings(other)}
    both = await offered(desk, "Aino", "poissa", "meeting", channel=None)
    assert "Toinen piiri: ti 15.9. klo 17: Aloitus" in both
    assert "Torstain piiri: ti 15.9. klo 17: Aloitus" in both


async def test_a_time_is_offered_as_it_is_understood_or_with_what_is_amiss(desk: Desk) -> None:
    await desk.group("Kaarina", "Kaarina", channel=CHANNEL, platform="pages")
    assert await offered(desk, "Kaarina", "siirra", "when", "ke 16.9. klo 17") == {"ke 16.9. klo 17": "ke 16.9. klo 17"}
    (wrong,) = (await offered(desk, "Kaarina", "siirra", "when", "ti 16.9. klo 17")).items()
    assert wrong[0].startswith("Viikonpäivä ja päivämäärä")
    assert wrong[1] == "ti 16.9. klo 17"
    assert await offered(desk, "Kaarina", "siirra", "when", " ") == {}


async def test_zones_are_offered_by_any_part_of_their_name(desk: Desk) -> None:
    assert await offered(desk, "Kaarina", "aloita", "zone", "helsin") == {"Europe/Helsinki": "Europe/Helsinki"}
    assert list(await offered(desk, "Kaarina", "aloita", "zone", "new york")) == ["America/New_York"]
    everywhere = await offered(desk, "Kaarina", "aloita", "zone")
    assert len(everywhere) == 25
    assert next(iter(everywhere)).startswith("Europe/")


async def test_typing_changes_nothing_and_is_not_remembered(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    before = await desk.rows()
    for option in ("meeting", "when", "zone", "nothing", ""):
        await offered(desk, "Outi", "poissa", option, "ti")
        await offered(desk, "Aino", "nothing", option, "ti") if option == "zone" else None
    assert await desk.rows() == before


@pytest.mark.parametrize("forged", ["nothing", "ti 15.9.", "a:b", "' or 1=1"])
async def test_what_was_typed_instead_of_chosen_is_refused_with_what_to_do(desk: Desk, forged: str) -> None:
    await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    act = Command("poissa", options={"meeting": forged})
    assert phrases((await desk.hears("Aino", act, CHANNEL, platform="pages")).reply) == ["meeting-unknown"]


async def test_a_meeting_of_a_group_that_is_not_ones_own_is_no_way_in(desk: Desk) -> None:
    await desk.group("Kaarina", "Aino", channel=CHANNEL, platform="pages")
    other = await desk.group("Salme", channel=OTHER, name="Toinen piiri", platform="pages")
    (theirs, *_) = await desk.meetings(other)
    for word in ("poissa", "aihe", "muistiinpanot"):
        act = Command(word, options={"meeting": theirs.id})
        assert phrases((await desk.hears("Aino", act, CHANNEL, platform="pages")).reply) == ["refused-stranger"]
