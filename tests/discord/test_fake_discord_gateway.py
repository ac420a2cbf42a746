"""The gateway: who is let in, what they hear, and how they lose and find it again."""

import importlib.util
import zlib
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import msgspec
import pytest

from tests.fakes.discord.caller import Caller
from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.intents import CONTENT, DIRECT_MESSAGES, EVENTS, GUILD_MESSAGES, GUILDS, MEMBERS
from tests.fakes.discord.world import Channel, Person

ALL = GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES | EVENTS


class Ear:
    """One who listens, by hand."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse, squeezed: bool) -> None:
        self.ws = ws
        self.unsqueeze = zlib.decompressobj() if squeezed else None
        self.session = ""
        self.seq = 0

    async def hears(self) -> Any:
        message = await self.ws.receive(timeout=2)
        if message.type in {aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED, aiohttp.WSMsgType.ERROR}:
            return self.ws.close_code
        data = self.unsqueeze.decompress(message.data) if self.unsqueeze else message.data
        told = msgspec.json.decode(data)
        if told["op"] == 0:
            assert told["s"] == self.seq + 1
            self.seq = told["s"]
            if told["t"] == "READY":
                self.session = told["d"]["session_id"]
        return told

    async def event(self) -> tuple[str, Any]:
        told = await self.hears()
        return told["t"], told["d"]

    async def says(self, op: int, data: Any = None) -> None:
        await self.ws.send_json({"op": op, "d": data})

    async def quiet(self) -> bool:
        """Whether nothing more is told: what answers a heartbeat comes next."""
        await self.says(1, self.seq)
        return (await self.hears())["op"] == 11


class Hall(Caller):
    fake: FakeDiscord
    aino: Person
    place: Channel

    async def comes(self, compress: str | None = None) -> Ear:
        url = f"{self.fake.gateway}?v=10&encoding=json" + (f"&compress={compress}" if compress else "")
        ear = Ear(await self.session.ws_connect(url), compress is not None)
        hello = await ear.hears()
        assert hello["op"] == 10
        assert hello["d"]["heartbeat_interval"] == int(self.fake.hub.heartbeat_seconds * 1000)
        return ear

    async def identifies(self, intents: Any = ALL, token: str | None = None, compress: str | None = None) -> Ear:
        ear = await self.comes(compress)
        await ear.says(2, {"token": token or self.token, "intents": intents, "properties": {}})
        return ear

    async def listens(self, intents: int = ALL, compress: str | None = None) -> Ear:
        ear = await self.identifies(intents, compress=compress)
        assert (await ear.event())[0] == "READY"
        for _ in self.fake.bot_guilds() if intents & GUILDS else []:
            assert (await ear.event())[0] == "GUILD_CREATE"
        return ear

    async def resumes(self, ear: Ear, seq: int | None = None) -> Ear:
        back = await self.comes()
        back.session, back.seq = ear.session, ear.seq
        data = {"token": self.token, "session_id": ear.session, "seq": ear.seq if seq is None else seq}
        await back.says(6, data)
        return back


@pytest.fixture
async def hall() -> AsyncIterator[Hall]:
    async with FakeDiscord() as fake, aiohttp.ClientSession() as session:
        hall = Hall(fake, session)
        hall.aino = fake.person("Aino")
        hall.place = fake.channel(fake.guild(members=[hall.aino]))
        yield hall


@pytest.mark.parametrize(
    ("intents", "token", "code"),
    [(ALL, "wrong", 4004), (MEMBERS, None, 4014), (CONTENT, None, 4014), (1 << 30, None, 4013), (None, None, 4013)],
)
async def test_who_is_not_let_in_is_told_why(hall: Hall, intents: Any, token: str | None, code: int) -> None:
    ear = await hall.identifies(intents, token)
    assert await ear.hears() == code


async def test_who_says_what_makes_no_sense_is_sent_away(hall: Hall) -> None:
    for op, code in ((77, 4001), (3, 4003)):
        ear = await hall.comes()
        await ear.says(op)
        assert await ear.hears() == code
    ear = await hall.comes()
    await ear.ws.send_str("{")
    assert await ear.hears() == 4002
    twice = await hall.listens()
    await twice.says(2, {"token": hall.token, "intents": ALL})
    assert await twice.hears() == 4005


async def test_one_is_told_who_one_is_and_where(hall: Hall) -> None:
    thread = hall.fake.thread(hall.place, owner=hall.aino)
    ear = await hall.identifies()
    _, ready = await ear.event()
    assert ready["user"]["id"] == ready["application"]["id"] == str(hall.fake.application_id)
    assert ready["guilds"] == [{"id": str(hall.place.guild.id), "unavailable": True}]  # type: ignore[union-attr]
    assert ready["resume_gateway_url"] == hall.fake.gateway
    _, guild = await ear.event()
    assert [each["id"] for each in guild["channels"]] == [str(hall.place.id)]
    assert [each["id"] for each in guild["threads"]] == [str(thread.id)]
    assert [each["user"]["username"] for each in guild["members"]] == ["piiri"]
    assert guild["member_count"] == 3


async def test_members_are_told_of_to_who_may_know_them(hall: Hall) -> None:
    hall.fake.privileged = MEMBERS | CONTENT
    ear = await hall.identifies(ALL | MEMBERS | CONTENT)
    await ear.event()
    assert len((await ear.event())[1]["members"]) == 3
    hall.fake.joins(hall.fake.person("Eino"), hall.place.guild)  # type: ignore[arg-type]
    assert (await ear.event())[0] == "GUILD_MEMBER_ADD"
    hall.fake.writes(hall.aino, "kaikille", hall.place)
    assert (await ear.event())[1]["content"] == "kaikille"


async def test_what_people_write_in_guilds_is_not_told_to_who_has_not_asked(hall: Hall) -> None:
    ear = await hall.listens()
    hall.fake.writes(hall.aino, "kaikille", hall.place)
    told = (await ear.event())[1]
    assert (told["content"], told["author"]["global_name"]) == ("", "Aino")
    hall.fake.writes(hall.aino, f"<@{hall.fake.bot.id}> sinulle", hall.place)
    assert "sinulle" in (await ear.event())[1]["content"]
    hall.fake.writes(hall.aino, "kahden kesken")
    told = (await ear.event())[1]
    assert told["content"] == "kahden kesken"
    assert "guild_id" not in told
    sent = await hall.says(hall.place, {"content": "oma", "nonce": "n-1"})
    told = (await ear.event())[1]
    assert (told["id"], told["content"], told["nonce"]) == (sent.body["id"], "oma", "n-1")


async def test_one_hears_only_what_one_has_asked_for(hall: Hall) -> None:
    ear = await hall.listens(GUILDS)
    hall.fake.writes(hall.aino, "kaikille", hall.place)
    hall.fake.writes(hall.aino, "kahden kesken")
    assert await ear.quiet()
    hall.fake.renames(hall.place, "uusi")
    assert (await ear.event())[0] == "CHANNEL_UPDATE"
    nothing = await hall.listens(0)
    hall.fake.renames(hall.place, "uudempi")
    assert await nothing.quiet()


async def test_what_happens_in_a_guild_is_told(hall: Hall) -> None:
    fake, guild = hall.fake, hall.place.guild
    assert guild
    ear = await hall.listens()
    message = fake.writes(hall.aino, "hei", hall.place)
    role = fake.role(guild, "jäsenet")
    thread = fake.thread(hall.place, owner=hall.aino)
    for act in (
        lambda: fake.archives(thread),
        lambda: fake.deletes_message(message),
        lambda: fake.gives_role(hall.aino, guild, role),
        lambda: fake.gives_role(fake.bot, guild, role),
        lambda: fake.permits_bot(guild, "view_channel send_messages"),
        lambda: fake.overwrites(hall.place, guild, deny="send_messages"),
        lambda: fake.deletes_channel(hall.place),
        lambda: fake.outage(guild),
        lambda: fake.removes_bot(guild),
        lambda: fake.adds_bot(guild),
    ):
        act()
    expected = [
        "MESSAGE_CREATE", "GUILD_ROLE_CREATE", "THREAD_CREATE", "THREAD_UPDATE", "MESSAGE_DELETE",
        "GUILD_MEMBER_UPDATE", "GUILD_ROLE_UPDATE", "CHANNEL_UPDATE", "THREAD_DELETE", "CHANNEL_DELETE",
        "GUILD_DELETE", "GUILD_DELETE", "GUILD_CREATE",
    ]  # fmt: skip
    told = [await ear.event() for _ in expected]
    assert [event for event, _ in told] == expected
    assert told[5][1]["user"]["id"] == str(fake.bot.id)
    assert [data.get("unavailable") for event, data in told if event == "GUILD_DELETE"] == [True, None]


async def test_what_one_cannot_see_one_does_not_hear(hall: Hall) -> None:
    closed = hall.fake.channel(hall.place.guild, "omat", private_to=[hall.aino])  # type: ignore[arg-type]
    ear = await hall.listens()
    hall.fake.writes(hall.aino, "omassa", closed)
    hall.fake.thread(closed, owner=hall.aino)
    assert await ear.quiet()


async def test_a_stream_may_be_compressed(hall: Hall) -> None:
    ear = await hall.listens(compress="zlib-stream")
    hall.fake.writes(hall.aino, "hei")
    assert (await ear.event())[1]["content"] == "hei"


async def test_who_comes_back_hears_what_they_missed(hall: Hall) -> None:
    ear = await hall.listens()
    hall.fake.writes(hall.aino, "ennen")
    await ear.event()
    hall.fake.drops()
    await hall.fake.until(lambda: not hall.fake.hub.links)
    hall.fake.writes(hall.aino, "sillä välin")
    back = await hall.resumes(ear)
    assert (await back.event())[1]["content"] == "sillä välin"
    assert (await back.event())[0] == "RESUMED"
    hall.fake.writes(hall.aino, "jälkeen")
    assert (await back.event())[1]["content"] == "jälkeen"
    assert [each.how for each in hall.fake.connects] == ["identify", "resume"]


async def test_who_comes_back_too_late_begins_anew(hall: Hall) -> None:
    ear = await hall.listens()
    hall.fake.forgets_sessions()
    hall.fake.drops()
    back = await hall.resumes(ear)
    assert await back.hears() == {"op": 9, "d": False, "s": None, "t": None}
    hall.fake.mends()
    hall.fake.hub.keep_told = 3
    short = await hall.listens()
    for _ in range(5):
        hall.fake.writes(hall.aino, "hei")
    late = await hall.resumes(short, seq=1)
    assert (await late.hears())["op"] == 9
    assert [each.how for each in hall.fake.connects] == ["identify", "resume refused", "identify", "resume refused"]


async def test_who_claims_to_have_heard_more_than_was_said_is_sent_away(hall: Hall) -> None:
    ear = await hall.listens()
    back = await hall.resumes(ear, seq=99)
    assert await back.hears() == 4007


async def test_who_says_goodbye_does_not_come_back(hall: Hall) -> None:
    ear = await hall.listens()
    await ear.ws.close(code=1000)
    await hall.fake.until(lambda: not hall.fake.hub.links)
    assert (await (await hall.resumes(ear)).hears())["op"] == 9
    kept = await hall.listens()
    await kept.ws.close(code=4000)
    assert (await (await hall.resumes(kept)).event())[0] == "RESUMED"


async def test_the_gateway_may_ask_for_another_connection_or_end_one(hall: Hall) -> None:
    ear = await hall.listens()
    hall.fake.reconnects()
    assert (await ear.hears())["op"] == 7
    hall.fake.invalidates(resumable=True)
    assert await ear.hears() == {"op": 9, "d": True, "s": None, "t": None}
    hall.fake.invalidates()
    assert (await ear.hears())["d"] is False
    assert not hall.fake.hub.sessions
    hall.fake.closes(4011)
    assert await ear.hears() == 4011


async def test_heartbeats_are_answered_until_they_are_not(hall: Hall) -> None:
    ear = await hall.listens()
    assert await ear.quiet()
    hall.fake.acknowledges(False)
    await ear.says(1, ear.seq)
    hall.fake.renames(hall.place, "uusi")
    assert (await ear.event())[0] == "CHANNEL_UPDATE"


async def test_who_shows_no_sign_of_life_is_let_go(hall: Hall) -> None:
    hall.fake.beats(0.01)
    ear = await hall.identifies()
    told: Any = {}
    while not isinstance(told, int):
        told = await ear.hears()
    assert told == 4009


async def test_who_talks_too_much_is_let_go(hall: Hall) -> None:
    ear = await hall.listens()
    for _ in range(120):
        await ear.says(1, ear.seq)
    told: Any = {}
    while not isinstance(told, int):
        told = await ear.hears()
    assert told == 4008


async def test_nobody_gets_through_for_a_while(hall: Hall) -> None:
    hall.fake.refuses_connections(30)
    for _ in range(2):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await hall.comes()
    hall.fake.passes(31)
    await hall.listens()
    assert [each.how for each in hall.fake.connects] == ["refused", "refused", "identify"]


async def test_one_may_not_come_too_often(hall: Hall) -> None:
    hall.fake.hub.identify_every = 5.0
    await hall.listens()
    assert (await (await hall.identifies()).hears())["op"] == 9
    hall.fake.passes(5)
    hall.fake.hub.identifies_left = 1
    left = (await hall("GET", "/gateway/bot")).body["session_start_limit"]
    assert (left["remaining"], left["max_concurrency"]) == (1, 1)
    await hall.listens()
    hall.fake.passes(5)
    assert await (await hall.identifies()).hears() == 4004
    assert (await hall("GET", "/users/@me")).status == 401


async def test_what_the_stand_in_cannot_unpack_for_others_it_says_loudly(hall: Hall) -> None:
    if importlib.util.find_spec("zstandard"):
        pytest.skip("zstandard is here, so the stand-in speaks it")
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await hall.comes("zstd-stream")
    assert "pip install zstandard" in str(hall.fake.broken.pop())


async def test_a_guild_goes_out_of_reach_and_comes_back(hall: Hall) -> None:
    guild = hall.place.guild
    assert guild
    ear = await hall.listens()
    hall.fake.outage(guild)
    assert (await ear.event())[1] == {"id": str(guild.id), "unavailable": True}
    hall.fake.recovers(guild)
    assert (await ear.event())[1]["unavailable"] is False
    hall.fake.removes_bot(guild)
    hall.fake.adds_bot(guild)
    await ear.event()
    assert "unavailable" not in (await ear.event())[1]
