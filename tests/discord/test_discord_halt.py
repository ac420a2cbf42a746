"""Told to stop by Discord as a whole: nothing at all is asked before that is over, and answers to people go on."""

import asyncio

from bot.adapters.discord import client
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address, Sent, Throttled
from tests.discord.post_office_discord import PostOffice, channel_id
from tests.fakes.discord.world import Channel

pytest_plugins = ["tests.discord.office_discord"]

PART = Written((WrittenBlock("para", "x"),))
BEFORE_A_SECOND_TRY = 1.0
"""Seconds that the library waits after a server's error."""


def _path(place: Channel) -> str:
    return f"/channels/{place.id}/messages"


def _to(place: Channel) -> Address:
    return Address("discord", channel_id(place), False)


async def _two_places(office: PostOffice) -> tuple[Channel, Channel]:
    kaarina = office.person("Kaarina")
    return await office.place(kaarina), await office.place(kaarina)


async def test_the_library_s_own_second_try_waits_for_a_stop_that_was_told_meanwhile(office: PostOffice) -> None:
    one, other = await _two_places(office)
    office.fake.fails("500", "POST", _path(one))
    office.fake.fails("global", "POST", _path(other), retry_after=BEFORE_A_SECOND_TRY + 0.5)
    done = await asyncio.gather(
        office.adapter.post(_to(one), PART, mark="one:0"), office.adapter.post(_to(other), PART, mark="other:0")
    )
    assert [type(each) for each in done] == [Sent, Sent]
    (stopped,) = office.fake.ledger.of(status=429)
    again = [each for each in office.fake.ledger.of("POST") if each.path == _path(one)][-1]
    assert again.at - stopped.at >= BEFORE_A_SECOND_TRY + 0.5


async def test_the_longer_of_two_stops_holds(office: PostOffice) -> None:
    one, other = await _two_places(office)
    office.fake.fails("global", "POST", _path(one), retry_after=0.1)
    office.fake.fails("global", "POST", _path(other), retry_after=1.9)
    await asyncio.gather(
        office.adapter.post(_to(one), PART, mark="one:0"), office.adapter.post(_to(other), PART, mark="other:0")
    )
    stops = {each.path: each.at for each in office.fake.ledger.of(status=429)}
    first = min(each.at for each in office.fake.ledger.of("POST", status=200) if each.path in stops)
    assert first - stops[_path(other)] >= 1.9


async def test_a_long_stop_is_handed_back_to_every_place_and_nothing_is_asked(office: PostOffice) -> None:
    one, other = await _two_places(office)
    office.fake.fails("global", "POST", _path(one), retry_after=client.LONGEST_WAIT + 10)
    first = await office.adapter.post(_to(one), PART, mark="one:0")
    then = await office.adapter.post(_to(other), PART, mark="other:0")
    assert isinstance(first, Throttled)
    assert isinstance(then, Throttled)
    assert then.retry_after > client.LONGEST_WAIT
    assert not [each for each in office.fake.ledger.of("POST") if each.path == _path(other)]


async def test_people_are_answered_while_all_else_is_stopped(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    office.fake.fails("global", "POST", _path(place), retry_after=client.LONGEST_WAIT + 10)
    await office.adapter.post(_to(place), PART, mark="one:0")
    answered = await office.fake.invokes(kaarina, "piiri help", place)
    assert answered.text
