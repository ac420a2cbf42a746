"""Who has left a server: Discord does not tell, so it is asked once a night, and only what it surely says counts."""

import asyncio
import logging
import time
from collections.abc import Callable

import discord
import pytest

from bot import looking
from bot.adapters.discord import posting
from bot.core.model import Life
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address, Sent
from tests.discord.post_office_discord import Hurries, PostOffice, channel_id
from tests.fakes.discord.ledger import Request
from tests.fakes.discord.world import Channel, Guild, Person
from tests.office import NAME, words

pytest_plugins = ["tests.discord.office_discord"]

ROUTE = "/guilds/{}/members/{}"
STRANGER = words("refused-stranger")


@pytest.fixture(autouse=True)
def _briskly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "PAUSE", 0.01)


async def night(office: PostOffice) -> None:
    """The night's work, and all the questions that follow it."""
    await office.piiri.night()
    assert office.piiri._looking is not None
    await asyncio.wait_for(office.piiri._looking, 20)
    await office.settles()


async def members(office: PostOffice, group_id: str) -> list[str]:
    async with office.kept() as work:
        return sorted(member.name for member in await work.members.find(group_id=group_id))


def path(person: Person, place: Channel) -> str:
    assert place.guild
    return f"/guilds/{place.guild.id}/members/{person.id}"


def questions(office: PostOffice) -> list[Request]:
    return office.fake.ledger.of("GET", ROUTE)


def leaves(office: PostOffice, person: Person, place: Channel) -> None:
    assert place.guild
    office.fake.leaves(person, place.guild)


async def group_of_two(office: PostOffice) -> tuple[Channel, Person, str]:
    """A group that Kaarina and Aino are in; its place, Aino, and its id."""
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    place = await office.place(kaarina, aino)
    return place, aino, await office.founds(place, kaarina, kaarina, aino)


# From the night to the closed door


async def test_who_has_left_the_server_sees_the_plan_until_the_night_and_nothing_of_the_group_from_then_on(
    office: PostOffice,
) -> None:
    place, aino, group_id = await group_of_two(office)
    await office.place(aino)  # another server, over which they could be written to
    await office.moves_to("2026-09-12 10:00")
    leaves(office, aino, place)
    assert "Kulttuuritalo" in (await office.invokes(aino, "plan")).text
    assert NAME in str(await office.does(aino, f"menu:{group_id}:"))
    said = office.texts(aino)
    await night(office)
    assert (await office.invokes(aino, "plan")).text == words("refused-no-group")
    assert STRANGER in str(await office.does(aino, f"menu:{group_id}:"))
    assert await members(office, group_id) == ["Kaarina"]
    assert office.texts(aino) == said, "nobody is written to in the night for having left"


async def test_who_is_still_there_stays_in_the_group_night_after_night(office: PostOffice) -> None:
    _, _, group_id = await group_of_two(office)
    for _ in range(2):
        await night(office)
    assert await members(office, group_id) == ["Aino", "Kaarina"]
    assert [each.status for each in questions(office)] == [200] * 4


async def test_a_convener_who_was_sent_away_can_change_nothing_after_the_night_and_the_group_is_asked(
    office: PostOffice,
) -> None:
    kaarina, aino = office.person("Kaarina"), office.person("Aino")
    place = await office.place(aino, kaarina)
    group_id = await office.founds(place, kaarina, aino)
    leaves(office, kaarina, place)
    await night(office)
    assert STRANGER in str(await office.does(kaarina, f"end-sure:{group_id}:"))
    assert (await office.group(group_id)).life is Life.RUNNING
    await office.moves_to("2026-09-02 12:00")
    assert words("button-convene") in office.last(place).labels


async def test_somebody_in_two_groups_of_a_server_is_asked_about_once_and_leaves_both(office: PostOffice) -> None:
    place, aino, first = await group_of_two(office)
    kaarina = next(p for p in office.fake.world.persons.values() if p.name == "Kaarina")
    other = office.fake.channel(place.guild, "toinen")  # type: ignore[arg-type]
    await office.listens()
    second = await office.founds(other, kaarina, aino, name="Toinen piiri")
    leaves(office, aino, place)
    await night(office)
    assert [await members(office, group) for group in (first, second)] == [["Kaarina"], []]
    assert sorted(each.path for each in questions(office) if each.path == path(aino, place)) == [path(aino, place)]


async def test_who_comes_back_and_presses_again_is_in_the_group_again(office: PostOffice) -> None:
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    await night(office)
    office.fake.joins(aino, place.guild)  # type: ignore[arg-type]
    await office.does(aino, f"join:{group_id}:", place)
    await night(office)
    assert await members(office, group_id) == ["Aino", "Kaarina"]


async def test_all_may_have_left_at_once_where_the_server_still_finds_the_bot(office: PostOffice) -> None:
    people = [office.person(name) for name in ("Kaarina", "Aino", "Veikko", "Salme")]
    place = await office.place(*people)
    group_id = await office.founds(place, *people)
    for person in people:
        leaves(office, person, place)
    await night(office)
    assert await members(office, group_id) == []


# What says nothing of anybody


FAILURES: dict[str, tuple[str, int, float]] = {
    "the person is not known to Discord": ("404", 10013, 0),
    "the server is not known to Discord": ("404", 10004, 0),
    "something has no name": ("404", 0, 0),
    "the channel is gone": ("404", 10003, 0),
    "no access": ("403", 50001, 0),
    "no permission": ("403", 50013, 0),
    "no member, and yet no 404": ("403", 10007, 0),
    "a bad request": ("400", 10007, 0),
    "told to wait for long": ("429", 0, 45),
    "all told to wait for long": ("global", 0, 45),
    "the wall before Discord": ("cloudflare", 0, 0),
    "a server's error": ("500", 10007, 0),
    "a server that is away": ("503", 10007, 0),
    "a proxy's page": ("html", 0, 0),
    "a connection that breaks": ("reset", 0, 0),
    "no answer": ("hang", 0, 0),
}
"""What is ordered, Discord's code, and for how long one is told to wait."""


@pytest.mark.parametrize("failure", FAILURES)
async def test_a_failure_takes_nobody_out_even_where_they_have_left(
    office: PostOffice, hurries: Hurries, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    hurries(discord.http)
    monkeypatch.setattr(posting, "PATIENCE", 0.5)
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    what, code, wait = FAILURES[failure]
    office.fake.fails(what, "GET", path(aino, place), times=5, code=code, retry_after=wait or 1.0, seconds=5)
    assert await office.adapter.still_there(channel_id(place), str(aino.id)) is None
    assert await members(office, group_id) == ["Aino", "Kaarina"]
    assert await office.unreachable(group_id) is None, "and the channel is as open as it was"


async def test_whom_a_failure_hid_one_night_is_found_out_the_next(office: PostOffice) -> None:
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    office.fake.fails("403", "GET", path(aino, place), code=50001)
    await night(office)
    assert await members(office, group_id) == ["Aino", "Kaarina"]
    await night(office)
    assert await members(office, group_id) == ["Kaarina"]


NOT_SURE: dict[str, tuple[str, int]] = {
    "it does not find the bot either": ("404", 10007),
    "the bot is no longer on the server": ("404", 10004),
    "the bot has no access": ("403", 50001),
    "nobody knows": ("503", 0),
}


@pytest.mark.parametrize("why", NOT_SURE)
async def test_a_no_is_not_believed_of_a_server_that_does_not_find_the_bot_itself(office: PostOffice, why: str) -> None:
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    what, code = NOT_SURE[why]
    office.fake.fails(what, "GET", path(office.fake.bot, place), code=code)
    await night(office)
    assert await members(office, group_id) == ["Aino", "Kaarina"]
    assert [each.code for each in questions(office) if each.path == path(office.fake.bot, place)] == [code]


async def _removed(office: PostOffice, guild: Guild) -> None:
    office.fake.removes_bot(guild)
    await office.comes(lambda: office.adapter.client.get_guild(guild.id) is None)


async def _out_of_reach(office: PostOffice, guild: Guild) -> None:
    office.fake.outage(guild)
    await office.comes(lambda: bool((there := office.adapter.client.get_guild(guild.id)) and there.unavailable))


async def _without_gateway(office: PostOffice, guild: Guild) -> None:
    office.fake.refuses_connections(60)
    office.fake.drops()
    await office.comes(lambda: office.adapter.silent() > 0)


@pytest.mark.parametrize("shut", [_removed, _out_of_reach, _without_gateway])
async def test_nothing_is_asked_of_a_server_that_the_gateway_does_not_show(
    office: PostOffice, shut: Callable[[PostOffice, Guild], asyncio.Future[None]]
) -> None:
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    assert place.guild
    await shut(office, place.guild)
    assert await office.adapter.still_there(channel_id(place), str(aino.id)) is None
    await office.piiri.look_around()
    assert questions(office) == []
    assert await members(office, group_id) == ["Aino", "Kaarina"]


@pytest.mark.parametrize(("channel", "handle"), [("kaukana", "5"), ("7/1", "kaarina"), ("", ""), ("7/1", "-")])
async def test_what_is_no_server_or_no_person_of_discords_is_not_asked_about(
    office: PostOffice, channel: str, handle: str
) -> None:
    assert await office.adapter.still_there(channel, handle) is None
    assert questions(office) == []


# How it is asked


async def test_one_question_follows_another_at_a_slow_pace(office: PostOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "PAUSE", 0.1)
    people = [office.person(name) for name in ("Kaarina", "Aino", "Veikko", "Salme")]
    await office.founds(await office.place(*people), *people)
    await night(office)
    asked = [each.at for each in questions(office)]
    assert len(asked) == 4
    assert all(after - before >= 0.1 for before, after in zip(asked, asked[1:], strict=False))


def test_the_pace_leaves_nearly_all_that_discord_bears_to_what_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert 0.3 <= looking.PAUSE <= 1.0, "a few a second, and all of 2,500 servers of ten within a night's half day"


async def test_nothing_is_asked_while_discord_wants_to_be_left_alone(office: PostOffice) -> None:
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    for number in ("1", "2"):  # two places stopped at once are all of it
        office.gate.throttle(Address("discord", number, private=False), 60)
    assert office.gate.stopped_all() > 0
    await office.piiri.look_around()
    assert questions(office) == []
    assert await members(office, group_id) == ["Aino", "Kaarina"]


async def test_a_post_does_not_wait_for_a_question_that_is_not_answered(office: PostOffice) -> None:
    place, aino, _ = await group_of_two(office)
    office.fake.fails("slow", "GET", path(aino, place), seconds=3)
    asking = asyncio.create_task(office.adapter.still_there(channel_id(place), str(aino.id)))
    await asyncio.sleep(0.1)
    begun = time.monotonic()
    part = Written((WrittenBlock("para", "x"),))
    sent = await office.adapter.post(Address("discord", channel_id(place), private=False), part, mark="one:0")
    assert isinstance(sent, Sent)
    assert time.monotonic() - begun < 2
    assert not asking.done()
    asking.cancel()


async def test_a_question_that_outlasts_our_patience_in_a_wait_of_all_does_not_silence_us_for_ever(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, aino, _ = await group_of_two(office)
    monkeypatch.setattr(posting, "PATIENCE", 0.3)
    office.fake.fails("global", "GET", path(aino, place), retry_after=1.0)
    assert await office.adapter.still_there(channel_id(place), str(aino.id)) is None
    monkeypatch.setattr(posting, "PATIENCE", 5.0)
    part = Written((WrittenBlock("para", "x"),))
    to = Address("discord", channel_id(place), private=False)
    assert isinstance(await office.adapter.post(to, part, mark="one:0"), Sent)


async def test_a_second_night_does_not_begin_before_the_first_has_asked_about_all(office: PostOffice) -> None:
    await group_of_two(office)
    office.fake.fails("slow", "GET", "/guilds/*/members/*", seconds=0.5)
    await office.piiri.night()
    first = office.piiri._looking
    await office.piiri.night()
    assert office.piiri._looking is first
    await night(office)
    assert len(questions(office)) == 2


async def test_piiri_stops_at_once_in_the_middle_of_asking_and_asks_again_another_night(
    office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    place, aino, group_id = await group_of_two(office)
    leaves(office, aino, place)
    office.fake.fails("hang", "GET", "/guilds/*/members/*", times=2)
    caplog.set_level(logging.WARNING)
    await office.piiri.night()
    looking_around = office.piiri._looking
    assert looking_around is not None
    await asyncio.sleep(0.2)
    assert not looking_around.done()
    begun = time.monotonic()
    await office.closes()
    assert time.monotonic() - begun < 4
    assert looking_around.cancelled()
    assert [record.getMessage() for record in caplog.records if record.name.startswith("piiri")] == []
    office.fake.mends()
    await office.opens()
    await office.listens()
    assert await members(office, group_id) == ["Aino", "Kaarina"]
    await night(office)
    assert await members(office, group_id) == ["Kaarina"]


async def test_a_question_that_is_given_up_leaves_its_room_to_what_is_sent(office: PostOffice) -> None:
    place, aino, _ = await group_of_two(office)
    office.fake.fails("hang", "GET", path(aino, place), times=99)
    for _ in range(office.gate.in_flight):
        asking = asyncio.create_task(office.adapter.still_there(channel_id(place), str(aino.id)))
        await asyncio.sleep(0.01)
        asking.cancel()
        await asyncio.wait({asking})
    assert await asyncio.wait_for(office.gate.enter(Address("discord", channel_id(place), private=False)), 2)


async def test_the_log_says_how_many_and_nobody_s_name_id_or_server(
    office: PostOffice, caplog: pytest.LogCaptureFixture
) -> None:
    kaarina, aino, veikko = (office.person(name) for name in ("Kaarina", "Aino", "Veikko"))
    place = await office.place(kaarina, aino, veikko)
    await office.founds(place, kaarina, kaarina, aino, veikko)
    leaves(office, aino, place)
    office.fake.fails("404", "GET", path(veikko, place), code=10013)
    caplog.set_level(logging.DEBUG, "piiri")
    await night(office)
    said = [record.getMessage() for record in caplog.records if record.name.startswith("piiri")]
    assert "3 questions who is still there: 1 have left, and 1 were not answered" in said
    assert place.guild
    for each in (*(p.name for p in (kaarina, aino, veikko)), *(str(p.id) for p in (kaarina, aino, place.guild))):
        assert not any(each in line for line in said)


async def test_a_database_that_is_away_ends_the_asking_and_nothing_else(
    office: PostOffice, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    await group_of_two(office)

    def away() -> None:
        raise RuntimeError("row of Aino's")

    with monkeypatch.context() as patch:
        patch.setattr(office.piiri.store, "begin", away)
        await office.piiri.look_around()
    assert any("looking for those who have left failed" in record.getMessage() for record in caplog.records)
    assert not any("Aino" in record.getMessage() for record in caplog.records)
    assert questions(office) == []
    assert office.piiri.over() == []
