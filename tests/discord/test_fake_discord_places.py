"""Where the bot may do what, reckoned as Discord does."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.discord.caller import Caller, Reply
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.permissions import BOT, EVERYONE, NAMES
from tests.fakes.discord.world import Channel, Guild, Person

NOTHING_SAID: dict[str, Any] = {"content": "hei"}


class House(Caller):
    """A guild with the bot, Aino and a channel in it."""

    fake: FakeDiscord
    aino: Person
    guild: Guild
    place: Channel

    async def sends(self, where: Channel | None = None) -> Reply:
        return await self.says(where or self.place, NOTHING_SAID)

    def may(self, *, without: str = "", everyone: str = "", to: int = BOT) -> None:
        """The bot and everyone in the guild may what they could, without this."""
        less = sum(NAMES[each] for each in without.split())
        self.fake.permits_bot(self.guild, to & ~less)
        self.fake.permits(self.guild, self.guild.id, EVERYONE & ~less & ~sum(NAMES[each] for each in everyone.split()))


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with FakeDiscord() as fake, aiohttp.ClientSession() as session:
        house = House(fake, session)
        house.aino = fake.person("Aino")
        house.guild = fake.guild(members=[house.aino])
        house.place = fake.channel(house.guild)
        yield house


def said(no: Reply) -> tuple[int, int]:
    return no.status, no.code


async def test_places_that_there_are_not(house: House) -> None:
    assert said(await house("GET", "/channels/5")) == (404, 10003)
    assert said(await house("POST", "/channels/5/messages", NOTHING_SAID)) == (404, 10003)
    assert said(await house("GET", "/guilds/5")) == (404, 10004)
    assert said(await house("GET", f"/guilds/{house.guild.id}/members/5")) == (404, 10013)
    eino = house.fake.person("Eino")
    assert said(await house("GET", f"/guilds/{house.guild.id}/members/{eino.id}")) == (404, 10007)
    assert said(await house("GET", f"/channels/{house.place.id}/messages/5")) == (404, 10008)
    house.fake.deletes_channel(house.place)
    assert said(await house.sends()) == (404, 10003)


async def test_what_stands_in_a_guild_is_told(house: House) -> None:
    at = f"/guilds/{house.guild.id}"
    assert (await house("GET", at)).body["owner_id"] == str(house.guild.owner_id)
    assert [each["name"] for each in (await house("GET", f"{at}/channels")).body] == ["piiri"]
    assert [each["name"] for each in (await house("GET", f"{at}/roles")).body] == ["@everyone", "Piiri"]
    assert (await house("GET", f"{at}/members/{house.aino.id}")).body["user"]["global_name"] == "Aino"
    assert (await house("GET", f"/channels/{house.place.id}")).body["guild_id"] == str(house.guild.id)
    assert [each["name"] for each in (await house("GET", "/users/@me/guilds")).body] == ["Talo"]


async def test_a_bot_that_was_thrown_out_has_no_access(house: House) -> None:
    house.fake.removes_bot(house.guild)
    assert said(await house.sends()) == (403, 50001)
    assert said(await house("GET", f"/channels/{house.place.id}")) == (403, 50001)
    assert said(await house("GET", f"/guilds/{house.guild.id}")) == (404, 10004)


async def test_a_bot_that_sees_but_may_not_write_has_no_permission(house: House) -> None:
    house.may(without="send_messages")
    assert said(await house.sends()) == (403, 50013)
    house.may(without="view_channel")
    assert said(await house.sends()) == (403, 50001)
    house.may(without="attach_files")
    assert said(await house.says(house.place, {}, files=[b"x"])) == (403, 50013)
    house.may(without="embed_links")
    assert said(await house.says(house.place, {"embeds": [{"title": "x"}]})) == (403, 50013)
    house.may()
    assert (await house.sends()).status == 200


async def test_a_channels_overwrites_go_over_roles_and_a_members_own_over_all(house: House) -> None:
    fake, place, guild = house.fake, house.place, house.guild
    fake.overwrites(place, guild, deny="send_messages")
    assert said(await house.sends()) == (403, 50013)
    role = fake.role(guild, "kirjoittajat")
    fake.overwrites(place, role, allow="send_messages")
    assert said(await house.sends()) == (403, 50013)
    fake.gives_role(fake.bot, guild, role)
    assert (await house.sends()).status == 200
    fake.overwrites(place, fake.bot, deny="send_messages")
    assert said(await house.sends()) == (403, 50013)
    fake.gives_role(fake.bot, guild, fake.role(guild, "hallinta", "administrator"))
    assert (await house.sends()).status == 200
    fake.takes_role(fake.bot, guild, role)
    closed = fake.channel(guild, "omat", private_to=[house.aino])
    assert fake.may(house.aino, closed) & NAMES["view_channel"]
    assert fake.may(fake.person("Eino"), closed) == 0


async def test_a_private_channel_is_for_those_in_it(house: House) -> None:
    closed = house.fake.channel(house.guild, "omat", private_to=[house.aino])
    assert said(await house.sends(closed)) == (403, 50001)
    house.fake.overwrites(closed, house.fake.bot, allow="view_channel")
    assert (await house.sends(closed)).status == 200


async def test_history_is_for_those_who_may_read_it(house: House) -> None:
    ids = [(await house.sends()).body["id"] for _ in range(5)]
    at = f"/channels/{house.place.id}/messages"

    async def read(**query: Any) -> list[int]:
        return [ids.index(each["id"]) for each in (await house("GET", at, **query)).body]

    assert await read() == [4, 3, 2, 1, 0]
    assert await read(limit=2) == [4, 3]
    assert await read(before=ids[3], limit=2) == [2, 1]
    assert await read(after=ids[0], limit=2) == [2, 1]
    assert await read(around=ids[2], limit=3) == [3, 2, 1]
    assert (await house("GET", at, limit=101)).wrong("limit") == "NUMBER_TYPE_MAX"
    await house("DELETE", f"{at}/{ids[2]}")
    assert await read() == [4, 3, 1, 0]
    house.may(without="read_message_history")
    assert await read() == []
    assert said(await house("GET", f"{at}/{ids[0]}")) == (403, 50013)


async def test_what_others_wrote_is_not_the_bots(house: House) -> None:
    message = house.fake.writes(house.aino, "minun", house.place)
    at = f"/channels/{house.place.id}/messages/{message.id}"
    assert said(await house("PATCH", at, NOTHING_SAID)) == (403, 50005)
    assert said(await house("DELETE", at)) == (403, 50013)
    house.may(to=BOT | NAMES["manage_messages"])
    assert (await house("DELETE", at)).status == 204
    private = house.fake.writes(house.aino, "sinulle")
    assert said(await house("DELETE", f"/channels/{private.channel.id}/messages/{private.id}")) == (403, 50003)


async def test_private_messages_reach_who_lets_them_in(house: House) -> None:
    opened = await house("POST", "/users/@me/channels", {"recipient_id": str(house.aino.id)})
    again = await house("POST", "/users/@me/channels", {"recipient_id": str(house.aino.id)})
    assert opened.body["id"] == again.body["id"]
    private = house.fake.channel_of(house.aino)
    assert (await house.sends(private)).status == 200
    house.fake.closes_dms(house.aino)
    assert said(await house.sends(private)) == (403, 50007)
    house.fake.opens_dms(house.aino)
    house.fake.leaves(house.aino, house.guild)
    assert said(await house.sends(private)) == (403, 50278)
    assert said(await house("POST", "/users/@me/channels", {"recipient_id": "5"})) == (400, 50033)


async def test_a_reply_needs_what_it_is_to(house: House) -> None:
    sent = (await house.sends()).body["id"]
    reply = await house.says(house.place, {"content": "niin", "message_reference": {"message_id": sent}})
    assert reply.body["referenced_message"]["id"] == sent
    no = await house.says(house.place, {"content": "niin", "message_reference": {"message_id": "5"}})
    assert no.wrong("message_reference") == "REPLIES_UNKNOWN_MESSAGE"


async def test_pins_need_their_own_permission_by_either_route(house: House) -> None:
    sent = (await house.sends()).body["id"]
    at = f"/channels/{house.place.id}"
    for path in (f"{at}/messages/pins/{sent}", f"{at}/pins/{sent}"):
        assert (await house("PUT", path)).status == 204
        assert (await house("GET", f"{at}/messages/pins")).body["items"][0]["message"]["id"] == sent
        assert (await house("GET", f"{at}/pins")).body[0]["pinned"] is True
        assert (await house("DELETE", path)).status == 204
        assert (await house("GET", f"{at}/messages/pins")).body == {"items": [], "has_more": False}
    house.may(without="read_message_history")
    assert said(await house("PUT", f"{at}/messages/pins/{sent}")) == (403, 50013)
    house.may(without="pin_messages", to=BOT | NAMES["manage_messages"])
    assert said(await house("PUT", f"{at}/messages/pins/{sent}")) == (403, 50013)
    assert said(await house("PUT", f"{at}/messages/pins/5")) == (404, 10008)


async def test_pins_have_an_end(house: House) -> None:
    at = f"/channels/{house.place.id}/messages/pins"
    for _ in range(250):
        assert (await house("PUT", f"{at}/{(await house.sends()).body['id']}")).status == 204
    assert said(await house("PUT", f"{at}/{(await house.sends()).body['id']}")) == (400, 30003)


async def test_threads_need_their_own_permissions(house: House) -> None:
    sent = (await house.sends()).body["id"]
    under = f"/channels/{house.place.id}/messages/{sent}/threads"
    alone = f"/channels/{house.place.id}/threads"
    assert (await house("POST", under, {"name": "x" * 101})).wrong("name") == "BASE_TYPE_BAD_LENGTH"
    assert (await house("POST", under, {"name": "x", "auto_archive_duration": 61})).wrong("auto_archive_duration")
    made = await house("POST", under, {"name": "ketju", "auto_archive_duration": 60})
    assert made.body["id"] == sent
    assert said(await house("POST", under, {"name": "ketju"})) == (400, 160004)
    assert said(await house("POST", under.replace(sent, "5"), {"name": "ketju"})) == (404, 10008)
    public = await house("POST", alone, {"name": "julkinen", "type": 11})
    assert public.body["type"] == 11
    house.may(without="create_public_threads create_private_threads")
    assert said(await house("POST", alone, {"name": "x", "type": 11})) == (403, 50013)
    assert said(await house("POST", alone, {"name": "x"})) == (403, 50013)
    house.may(without="send_messages_in_threads")
    assert said(await house.says(house.fake.channel_of(int(sent)), NOTHING_SAID)) == (403, 50013)
    house.may(without="send_messages")
    assert (await house.says(house.fake.channel_of(int(sent)), NOTHING_SAID)).status == 200


async def test_a_private_thread_is_for_its_members(house: House) -> None:
    fake = house.fake
    closed = fake.thread(house.place, "omat", owner=house.aino, private=True)
    assert said(await house.sends(closed)) == (403, 50001)
    opened = fake.thread(house.place, "yhteiset", owner=house.aino, private=True, members=[fake.bot])
    assert (await house.sends(opened)).status == 200
    listed = (await house("GET", f"/guilds/{house.guild.id}/threads/active")).body
    assert [each["name"] for each in listed["threads"]] == ["yhteiset"]
    assert (await house("GET", f"/channels/{opened.id}/thread-members")).status == 200


async def test_writing_opens_an_archived_thread_unless_it_is_locked(house: House) -> None:
    fake = house.fake
    thread = fake.thread(house.place, owner=house.aino)
    sent = (await house.sends(thread)).body["id"]
    fake.archives(thread)
    assert said(await house("PATCH", f"/channels/{thread.id}/messages/{sent}", NOTHING_SAID)) == (400, 50083)
    assert (await house.sends(thread)).status == 200
    assert not thread.archived
    fake.locks(thread)
    assert said(await house.sends(thread)) == (403, 160005)
    fake.archives(thread, locked=True)
    assert said(await house.sends(thread)) == (403, 50083)
    assert said(await house("PATCH", f"/channels/{thread.id}", {"archived": False})) == (403, 50013)
    house.may(to=BOT | NAMES["manage_threads"])
    assert (await house.sends(thread)).status == 200


async def test_a_thread_is_archived_by_who_made_it_and_locked_by_who_manages_threads(house: House) -> None:
    made = await house("POST", f"/channels/{house.place.id}/threads", {"name": "ketju", "type": 11})
    at = f"/channels/{made.body['id']}"
    assert (await house("PATCH", at, {"archived": True})).body["thread_metadata"]["archived"] is True
    assert said(await house("PATCH", at, {"name": "toinen"})) == (400, 50083)
    assert (await house("PATCH", at, {"archived": False, "name": "toinen"})).body["name"] == "toinen"
    assert said(await house("PATCH", at, {"locked": True})) == (403, 50013)
    house.may(to=BOT | NAMES["manage_threads"])
    assert (await house("PATCH", at, {"locked": True, "archived": True})).body["thread_metadata"]["locked"] is True


async def test_channels_are_changed_by_who_manages_them(house: House) -> None:
    at = f"/channels/{house.place.id}"
    assert said(await house("PATCH", at, {"name": "uusi"})) == (403, 50013)
    assert said(await house("DELETE", at)) == (403, 50013)
    house.may(to=BOT | NAMES["manage_channels"])
    assert (await house("PATCH", at, {"name": "uusi"})).body["name"] == "uusi"
    assert (await house("DELETE", at)).status == 200
    assert said(await house("GET", at)) == (404, 10003)


def event(**fields: Any) -> dict[str, Any]:
    return {
        "name": "Piiri", "privacy_level": 2, "entity_type": 3, "entity_metadata": {"location": "Kirjasto"},
        "scheduled_start_time": "2099-01-01T16:00:00+00:00", "scheduled_end_time": "2099-01-01T18:00:00+00:00",
    } | fields  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "where", "why"),
    [
        ({"name": ""}, ("name",), "BASE_TYPE_REQUIRED"),
        ({"name": "x" * 101}, ("name",), "BASE_TYPE_BAD_LENGTH"),
        ({"description": "x" * 1001}, ("description",), "BASE_TYPE_MAX_LENGTH"),
        ({"entity_metadata": {"location": "x" * 101}}, ("entity_metadata", "location"), "BASE_TYPE_BAD_LENGTH"),
        ({"entity_metadata": None}, ("entity_metadata", "location"), "BASE_TYPE_REQUIRED"),
        ({"scheduled_end_time": None}, ("scheduled_end_time",), "BASE_TYPE_REQUIRED"),
        ({"scheduled_end_time": "2099-01-01T15:00:00+00:00"}, ("scheduled_end_time",), "GUILD_SCHEDULED_EVENT_END_BEFORE_START"),
        ({"scheduled_start_time": "2020-01-01T15:00:00+00:00"}, ("scheduled_start_time",), "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"),
        ({"scheduled_start_time": "huomenna"}, ("scheduled_start_time",), "DATE_TIME_TYPE_PARSE"),
        ({"privacy_level": 1}, ("privacy_level",), "BASE_TYPE_CHOICES"),
        ({"entity_type": 9}, ("entity_type",), "BASE_TYPE_CHOICES"),
        ({"entity_type": 2}, ("channel_id",), "BASE_TYPE_REQUIRED"),
        ({"recurrence_rule": {"frequency": 2, "interval": 3}}, ("recurrence_rule", "interval"), "BASE_TYPE_CHOICES"),
        ({"recurrence_rule": {"frequency": 2, "interval": 2, "count": 5}}, ("recurrence_rule", "count"), "BASE_TYPE_INVALID"),
    ],
)  # fmt: skip
async def test_events_have_their_limits(house: House, fields: Any, where: tuple[Any, ...], why: str) -> None:
    no = await house("POST", f"/guilds/{house.guild.id}/scheduled-events", event(**fields))
    assert no.status == 400
    assert no.wrong(*where) == why


async def test_events_go_their_way(house: House) -> None:
    at = f"/guilds/{house.guild.id}/scheduled-events"
    made = (await house("POST", at, event())).body
    one = f"{at}/{made['id']}"
    assert (await house("PATCH", one, {"name": "Siirtyy"})).body["name"] == "Siirtyy"
    assert (await house("PATCH", one, {"status": 3})).status == 400
    assert (await house("PATCH", one, {"status": 4})).body["status"] == 4
    assert said(await house("PATCH", one, {"name": "x"})) == (400, 180000)
    assert (await house("GET", at)).body == []
    assert (await house("DELETE", one)).status == 204
    assert said(await house("GET", one)) == (404, 10070)
    for _ in range(100):
        made = (await house("POST", at, event())).body
    assert said(await house("POST", at, event())) == (400, 30038)


async def test_events_need_their_own_permissions(house: House) -> None:
    at = f"/guilds/{house.guild.id}/scheduled-events"
    made = (await house("POST", at, event())).body
    house.may(without="create_events")
    assert said(await house("POST", at, event())) == (403, 50013)
    assert (await house("PATCH", f"{at}/{made['id']}", {"name": "x"})).status == 200
    house.may(without="manage_events")
    assert (await house("PATCH", f"{at}/{made['id']}", {"name": "y"})).status == 200
    house.may(without="manage_events create_events")
    assert said(await house("PATCH", f"{at}/{made['id']}", {"name": "z"})) == (403, 50013)
    assert said(await house("DELETE", f"{at}/{made['id']}")) == (403, 50013)
