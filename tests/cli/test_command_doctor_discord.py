"""piiri doctor --discord: each check's good and bad line, over real HTTP, and nothing secret in any of them."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from aiohttp import web

from bot.adapters.discord import checks, examine
from bot.adapters.discord.permissions import NEEDED, OPTIONAL, invite
from tests.cli.command import Place, free_port
from tests.cli.doctor import Doctor, answering, line

ME, APP, SERVER, CHANNEL, THREAD = "118000000000000042", "118000000000000043", "600", "700", "701"
BIT = {permission.name: 1 << permission.bit for permission in (*NEEDED, *OPTIONAL)}
SLASH = 1 << 31
ALL = sum(BIT.values()) | SLASH


class Discord:
    """What there is of Discord for whoever only asks: an answer for each path, and who asked."""

    def __init__(self) -> None:
        self.token = "MTE4MDAwMDAwMDAwMDAwMDQy.GaBcDe.this_opens_nothing_at_all_0123456789ab"
        self.asked: list[str] = []
        self.date = lambda: format_datetime(datetime.now(UTC), usegmt=True)
        self.bot: dict[str, Any] = {"user": {"id": ME}, "roles": ["610"]}
        self.server: dict[str, Any] = {
            "id": SERVER,
            "name": "Kulttuuriväki",
            "owner_id": "1",
            "roles": [{"id": SERVER, "permissions": f"{ALL}"}, {"id": "610", "permissions": "0"}],
        }
        self.channel: dict[str, Any] = {
            "id": CHANNEL, "guild_id": SERVER, "type": 0, "name": "piiri", "permission_overwrites": [],
        }  # fmt: skip
        self.thread: dict[str, Any] = {
            "id": THREAD, "guild_id": SERVER, "type": 11, "name": "Torstait", "parent_id": CHANNEL,
            "thread_metadata": {"archived": False, "locked": False},
        }  # fmt: skip
        self.application: dict[str, Any] = {
            "id": APP, "name": "Piiri", "flags": 0, "bot_public": True, "bot_require_code_grant": False,
        }  # fmt: skip
        self.limit = {"total": 1000, "remaining": 998, "reset_after": 7_200_000, "max_concurrency": 1}
        self.told: dict[str, Any] = {
            "/gateway": {"url": "wss://gateway.discord.gg"},
            "/users/@me": {"id": ME, "username": "piiri", "discriminator": "0042", "bot": True},
            "/applications/@me": self.application,
            f"/applications/{APP}/commands": [{"type": 1, "name": "piiri"}, {"type": 2, "name": "Move"}],
            "/gateway/bot": {"url": "wss://gateway.discord.gg", "shards": 1, "session_start_limit": self.limit},
            f"/guilds/{SERVER}": self.server,
            f"/guilds/{SERVER}/members/{ME}": self.bot,
            f"/channels/{CHANNEL}": self.channel,
            f"/channels/{THREAD}": self.thread,
        }

    def refuse(self, path: str, status: int, code: int | None = None, **more: Any) -> None:
        """Say no there; with a page in the place of JSON where there is no code of Discord's."""
        self.told[path] = status, None if code is None else {"message": "No", "code": code, **more}

    def overwrite(self, whose: str, kind: int = 0, *, allow: int = 0, deny: int = 0) -> None:
        self.channel["permission_overwrites"].append(
            {"id": whose, "type": kind, "allow": str(allow), "deny": str(deny)},
        )

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path.removeprefix("/api/v10")
        self.asked.append(path)
        assert request.method == "GET"
        assert request.headers["User-Agent"].startswith("DiscordBot (")
        headers = {"Date": self.date()}
        if path == "/gateway":
            assert "Authorization" not in request.headers
        elif request.headers.get("Authorization") != f"Bot {self.token}":
            return web.json_response({"message": "401: Unauthorized", "code": 0}, status=401, headers=headers)
        told = self.told.get(path, (404, {"message": "404: Not Found", "code": 0}))
        status, body = told if isinstance(told, tuple) else (200, told)
        if body is None:
            return web.Response(text="<h1>No</h1>", content_type="text/html", status=status, headers=headers)
        return web.json_response(body, status=status, headers=headers)


class DiscordDoctor(Doctor):
    async def lives(self, channel: str = f"{SERVER}/{CHANNEL}", name: str = "Torstain piiri") -> str:
        return await self.founded("discord", channel, name)


@pytest.fixture
async def discord(place: Place) -> AsyncIterator[Discord]:
    discord = Discord()
    async with answering(discord.answer) as url:
        place.settings |= {
            "PIIRI_DISCORD_TOKEN": discord.token,
            "PIIRI_DISCORD_API_URL": f"{url}/api/v10",
            "PIIRI_PORT": str(free_port()),
        }
        yield discord


@pytest.fixture
def doctor(place: Place, discord: Discord, monkeypatch: pytest.MonkeyPatch) -> DiscordDoctor:
    monkeypatch.setattr(examine, "PAUSE", 0)
    return DiscordDoctor(place, discord)


# All of it


async def test_all_is_well_where_all_is_well(doctor: DiscordDoctor, discord: Discord) -> None:
    doctor.place.settings["PIIRI_OPERATOR"] = "Esimerkki ry"
    await doctor.lives()
    done = await doctor.says()
    assert done.code == 0
    for words in (
        "127.0.0.1:", "Discord accepts the token: the bot is piiri#0042.", "Presses and commands come to Piiri",
        "privileged intents are off", "registered: /piiri.", "connect 998 times more today",
        "clock agrees with Discord's", "“Torstain piiri”: Piiri may post in #piiri.", "Groups: 1 running.",
    ):  # fmt: skip
        assert line(done, words).startswith("ok"), words
    assert line(done, "adds the bot to it").endswith(f" at {invite(APP)}")
    assert "`piiri doctor --telegram`" in line(done, "note", "Telegram is not set up")
    assert sum(each.startswith("note") for each in done.out.splitlines()) == 3
    assert [path for path in discord.asked if "gateway" in path] == ["/gateway", "/gateway/bot"]


async def test_of_discord_alone_nothing_else_is_told(doctor: DiscordDoctor) -> None:
    await doctor.lives()
    done = await doctor.says("--discord")
    assert "database" not in done.out
    assert "Telegram" not in done.out
    assert "Torstain piiri" in done.out


async def test_both_platforms_can_be_asked_for_at_once(doctor: DiscordDoctor) -> None:
    done = await doctor.says("--telegram", "--discord")
    assert "@BotFather" in line(done, "to do", "No Telegram token")
    assert "Discord accepts the token" in done.out


async def test_the_real_command_says_it_with_its_exit_code(doctor: DiscordDoctor, discord: Discord) -> None:
    done = await asyncio.to_thread(doctor.place.piiri, "doctor", "--discord")
    assert (done.code, done.err) == (0, "")
    discord.token = "another"
    done = await asyncio.to_thread(doctor.place.piiri, "doctor", "--discord")
    assert (done.code, done.err) == (1, "")
    assert "Reset Token" in line(done, "to do", "does not accept the token")
    assert "opens_nothing" not in done.out


def test_neither_the_library_nor_anything_slow_is_loaded_for_the_words() -> None:
    import subprocess
    import sys

    code = (
        "import sys, bot.cli, bot.commands.doctor, bot.adapters.discord.rights; "
        "sys.exit('aiohttp' in sys.modules or 'discord' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Settings and the address


async def test_without_a_token_it_says_how_to_get_one(doctor: DiscordDoctor) -> None:
    del doctor.place.settings["PIIRI_DISCORD_TOKEN"]
    done = await doctor.says("--discord")
    for words in ("to do", "Developer Portal", "under Bot press Reset Token", "PIIRI_DISCORD_TOKEN_FILE"):
        assert words in line(done, "No Discord token")
    assert line(await doctor.says(), "Discord is not set up").startswith("note")
    await doctor.lives()
    assert (await doctor.says()).code == 1, "a group of ours is on Discord"


@pytest.mark.parametrize("address", ["discord.com/api/v10", "http://", "ftp://127.0.0.1", "http://127.0.0.1:x"])
async def test_an_address_that_is_none_says_what_to_write(doctor: DiscordDoctor, address: str) -> None:
    doctor.place.settings["PIIRI_DISCORD_API_URL"] = address
    assert "PIIRI_DISCORD_API_URL" in line(await doctor.says("--discord"), "to do")


async def test_an_address_where_nothing_answers_says_what_to_check(doctor: DiscordDoctor) -> None:
    doctor.place.settings["PIIRI_DISCORD_API_URL"] = f"http://kaarina:geheim@127.0.0.1:{free_port()}/x"
    done = await doctor.says("--discord")
    said = line(done, "to do", "127.0.0.1", "cannot be reached")
    assert "firewall" in said
    assert "PIIRI_DISCORD_API_URL" in said
    assert "geheim" not in done.out


@pytest.mark.parametrize(
    ("cause", "said"),
    [("ClientConnectorDNSError", "its DNS"), ("ClientConnectorCertificateError", "ca-certificates"), ("", "firewall")],
)
def test_what_is_in_the_way_of_a_connection_is_told_apart(cause: str, said: str) -> None:
    assert said in checks.failed(checks.NotSent("no-connection"), "discord.com", cause).do


@pytest.mark.parametrize(
    "told",
    [(404, None), (200, None), {"hello": "world"}, ["hello"], {"ok": False, "error_code": 404}, (401, None),
     (302, None)],
)  # fmt: skip
async def test_what_is_not_discord_is_never_shown_the_token(doctor: DiscordDoctor, discord: Discord, told: Any) -> None:
    discord.told["/gateway"] = told
    done = await doctor.says("--discord")
    assert "PIIRI_DISCORD_API_URL" in line(done, "to do", "is not Discord's API")
    assert discord.asked == ["/gateway"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/users/@me", {"id": "x"}),
        ("/users/@me", ["hello"]),
        ("/applications/@me", {"name": "Piiri"}),
        (f"/applications/{APP}/commands", {"hello": "world"}),
        ("/gateway/bot", {"url": "wss://gateway.discord.gg"}),
        (f"/guilds/{SERVER}", {"id": SERVER}),
        (f"/guilds/{SERVER}/members/{ME}", ["hello"]),
        (f"/channels/{CHANNEL}", {"id": CHANNEL}),
    ],
)
async def test_an_answer_that_is_odd_is_a_line_and_no_traceback(
    doctor: DiscordDoctor, discord: Discord, path: str, told: Any
) -> None:
    await doctor.lives()
    discord.told[path] = told
    assert line(await doctor.says("--discord"), "to do", "is not Discord's API")


# The token and the bot


async def test_a_token_that_is_refused_is_to_be_made_anew(doctor: DiscordDoctor, discord: Discord) -> None:
    doctor.place.settings["PIIRI_DISCORD_TOKEN"] = discord.token[:-4] + "XXXX"
    done = await doctor.says("--discord")
    assert "PIIRI_DISCORD_TOKEN" in line(done, "to do", "does not accept the token")
    assert "clock agrees" in done.out
    assert "XXXX" not in done.out
    assert "/applications/@me" not in discord.asked


@pytest.mark.parametrize("path", ["/gateway", "/users/@me", "/applications/@me"])
@pytest.mark.parametrize(
    ("no", "said"),
    [
        ((500, {"message": "500: Internal Server Error", "code": 0}), "a few minutes"),
        ((502, None), "a few minutes"),
        ((429, {"message": "You are being rate limited.", "retry_after": 3.4, "global": True}), "for 3 s"),
        ((429, None), "for 10 minutes"),
        ((403, {"message": "internal network error", "code": 40333}), "a few minutes"),
    ],
)
async def test_a_discord_in_trouble_is_to_be_asked_again(
    doctor: DiscordDoctor, discord: Discord, path: str, no: Any, said: str
) -> None:
    discord.told[path] = no
    assert said in line(await doctor.says("--discord"), "to do")
    assert len(discord.asked) == len(set(discord.asked)), "and nothing was tried again"


async def test_a_connection_that_breaks_is_a_line_and_no_traceback(doctor: DiscordDoctor, discord: Discord) -> None:
    async def breaks(request: web.BaseRequest) -> web.StreamResponse:
        if request.path != "/gateway":
            assert request.transport
            request.transport.abort()
        return await discord.answer(request)

    async with answering(breaks) as doctor.place.settings["PIIRI_DISCORD_API_URL"]:
        assert "a few minutes" in line(await doctor.says("--discord"), "to do", "did not answer as it should")


async def test_a_failure_in_the_middle_does_not_hide_the_rest(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives()
    discord.refuse("/gateway/bot", 502)
    done = await doctor.says("--discord")
    assert "did not answer as it should" in line(done, "to do")
    assert "registered: /piiri." in done.out
    assert "Piiri may post" in done.out


async def test_a_name_with_codes_in_it_is_printed_without_them(doctor: DiscordDoctor, discord: Discord) -> None:
    discord.told["/users/@me"] |= {"username": f"\x1b[2JPii\nri \u202e{discord.token}", "discriminator": "0"}
    assert "the bot is [2JPii ri (token)." in line(await doctor.says("--discord"), "accepts the token")


# The application


async def test_presses_that_go_elsewhere_never_reach_piiri(doctor: DiscordDoctor, discord: Discord) -> None:
    discord.application["interactions_endpoint_url"] = "https://other.example.org/hook"
    done = await doctor.says("--discord")
    assert "empty Interactions Endpoint URL" in line(done, "to do", "never to Piiri")
    assert "other.example.org" not in done.out


@pytest.mark.parametrize("few", [True, False], ids=["few servers", "many servers"])
@pytest.mark.parametrize(
    ("bit", "name", "mark"),
    [(12, "Presence", "note"), (14, "Server Members", "note"), (18, "Message Content", "to do")],
)
async def test_privileged_intents_are_to_be_off(
    doctor: DiscordDoctor, discord: Discord, bit: int, name: str, mark: str, few: bool
) -> None:
    discord.application["flags"] = 1 << (bit + few) | 1 << 23
    done = await doctor.says("--discord")
    assert "under Bot" in line(done, mark, f"{name} Intent is on")
    assert "intents are off" not in done.out


async def test_a_bot_that_cannot_be_added_to_servers_says_what_to_switch(
    doctor: DiscordDoctor, discord: Discord
) -> None:
    discord.application |= {
        "bot_require_code_grant": True, "bot_public": False, "integration_types_config": {"1": {}},
    }  # fmt: skip
    done = await doctor.says("--discord")
    assert "switch it off" in line(done, "to do", "Requires OAuth2 Code Grant")
    assert "Guild Install" in line(done, "to do", "to no server")
    assert "Public Bot" in line(done, "note", "Only the application's owner")
    assert invite(APP) in done.out


async def test_commands_that_are_not_registered_yet_come_with_the_first_run(
    doctor: DiscordDoctor, discord: Discord
) -> None:
    discord.told[f"/applications/{APP}/commands"] = [{"type": 2, "name": "Move"}]
    assert "`piiri run` registers them" in line(await doctor.says("--discord"), "note", "No slash commands")


@pytest.mark.parametrize(
    ("remaining", "said"),
    [(49, "note  Discord lets the bot connect only 49 times more within 2 hours."),
     (0, "to do Discord lets the bot connect no more for 2 hours.")],
)  # fmt: skip
async def test_few_connections_left_are_something_to_look_into(
    doctor: DiscordDoctor, discord: Discord, remaining: int, said: str
) -> None:
    discord.limit["remaining"] = remaining
    assert line(await doctor.says("--discord"), "lets the bot connect").startswith(f"{said} See in Piiri's log")


async def test_beside_piiri_it_hands_on_what_piiri_finds_amiss(doctor: DiscordDoctor) -> None:
    amiss: dict[str, str] = {}

    async def health(_: web.BaseRequest) -> web.StreamResponse:
        return web.json_response({"ok": not amiss, "amiss": amiss})

    async with answering(health) as url:
        doctor.place.settings["PIIRI_PORT"] = url.rpartition(":")[2]
        assert line(await doctor.says("--discord"), "finds nothing amiss with Discord").startswith("ok")
        amiss["telegram"] = "another process asks with the same token"
        assert line(await doctor.says("--discord"), "finds nothing amiss with Discord").startswith("ok")
        amiss["discord"] = "not connected for 5 minutes"
        assert "Piiri's log" in line(await doctor.says("--discord"), "to do", "says of Discord: not connected")


@pytest.mark.parametrize(
    ("off", "said"),
    [(0, ""), (-4, ""), (-90, "(89|90|91) s ahead of Discord's: reminders come that much too early"),
     (10800, "3 hours behind Discord's: reminders come that much too late")],
)  # fmt: skip
async def test_the_clock_is_compared_with_the_answers_date(
    doctor: DiscordDoctor, discord: Discord, off: int, said: str
) -> None:
    discord.date = lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=off), usegmt=True)
    found = line(await doctor.says("--discord"), "machine's clock")
    assert re.search(said, found), found
    assert found.startswith("to do" if said else "ok")


async def test_answers_without_a_readable_date_are_no_reason_to_blame_the_clock(
    doctor: DiscordDoctor, discord: Discord
) -> None:
    discord.date = lambda: "yesterday"
    assert "timedatectl" in line(await doctor.says("--discord"), "note", "carry no time")


# Each group


@pytest.mark.parametrize("permission", NEEDED, ids=lambda permission: permission.code)
async def test_a_permission_that_is_missing_is_named_with_what_to_do(
    doctor: DiscordDoctor, discord: Discord, permission: Any
) -> None:
    await doctor.lives()
    discord.server["roles"][0]["permissions"] = str(ALL & ~(1 << permission.bit))
    said = line(await doctor.says("--discord"), "“Torstain piiri”")
    if permission.code == "lacks-threads":
        assert said.startswith("ok"), "the group does not live in a thread"
        return
    assert said.startswith(f"to do “Torstain piiri”: the bot lacks {permission.name} in #piiri. {permission.why}")
    assert said.endswith("In the settings of #piiri under Permissions, add the bot and allow it.")


async def test_in_a_thread_its_parents_permissions_count(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives(f"{SERVER}/{THREAD}")
    assert line(await doctor.says("--discord"), "Piiri may post in the thread Torstait.").startswith("ok")
    discord.overwrite(SERVER, deny=BIT["Send Messages"])
    assert line(await doctor.says("--discord"), "“Torstain piiri”").startswith("ok"), "others post beside it only"
    discord.overwrite("610", deny=BIT["Send Messages in Threads"] | BIT["Attach Files"])
    said = line(await doctor.says("--discord"), "to do", "lacks Send Messages in Threads and Attach Files in #piiri.")
    assert "#piiri, which the thread hangs on, under Permissions, add the bot and allow them." in said


async def test_overwrites_count_as_discord_counts_them(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives()
    discord.overwrite("610", allow=BIT["View Channel"])
    discord.overwrite(SERVER, deny=BIT["View Channel"])
    assert line(await doctor.says("--discord"), "“Torstain piiri”").startswith("ok"), "a role goes before everybody"
    discord.overwrite(ME, 1, deny=BIT["View Channel"])
    assert line(await doctor.says("--discord"), "“Torstain piiri”").startswith("to do"), "and itself before a role"
    discord.overwrite("611", allow=BIT["View Channel"])
    discord.overwrite("2", 1, allow=BIT["View Channel"])
    assert line(await doctor.says("--discord"), "“Torstain piiri”").startswith("to do"), "others' do not count"


async def test_what_only_some_wishes_need_is_good_to_know(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives()
    discord.server["roles"][0]["permissions"] = str(ALL & ~BIT["Pin Messages"] & ~BIT["Create Events"] & ~SLASH)
    said = line(await doctor.says("--discord"), "“Torstain piiri”")
    assert said.startswith(
        "ok    “Torstain piiri”: Piiri may post in #piiri. It lacks Create Events, Pin Messages, which"
    )
    assert "Use Application Commands" in said


async def test_an_administrator_is_told_that_it_need_not_be_one(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives()
    discord.server["roles"][1]["permissions"] = "8"
    discord.overwrite(ME, 1, deny=ALL)
    assert "needs no such rights" in line(await doctor.says("--discord"), "ok", "Piiri may post in #piiri.")


async def test_a_timeout_is_to_be_ended(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives()
    discord.bot["communication_disabled_until"] = (datetime.now(UTC) + timedelta(hours=3)).isoformat()
    said = line(await doctor.says("--discord"), "to do", "“Torstain piiri”", "in a timeout for 3 hours")
    assert "Remove Timeout" in said
    discord.bot["communication_disabled_until"] = (datetime.now(UTC) - timedelta(hours=3)).isoformat()
    assert line(await doctor.says("--discord"), "“Torstain piiri”").startswith("ok")


@pytest.mark.parametrize(
    ("path", "status", "code", "said"),
    [
        (f"/guilds/{SERVER}", 404, 10004, "the bot is not in the server"),
        (f"/guilds/{SERVER}", 403, 50001, "the bot is not in the server"),
        (f"/guilds/{SERVER}/members/{ME}", 404, 10007, "the bot is not in the server"),
        (f"/channels/{CHANNEL}", 404, 10003, "its channel or thread is gone"),
        (f"/channels/{CHANNEL}", 403, 50001, "allow View Channel, Send Messages, Send Messages in Threads"),
    ],
)
async def test_a_place_that_the_bot_cannot_get_at_says_why(
    doctor: DiscordDoctor, discord: Discord, path: str, status: int, code: int, said: str
) -> None:
    group_id = await doctor.lives()
    discord.refuse(path, status, code)
    found = line(await doctor.says("--discord"), "to do", "“Torstain piiri”", said)
    assert (f"`piiri group end {group_id}`" in found) != (path.startswith("/channels") and status == 403)


async def test_a_locked_thread_is_to_be_unlocked_and_an_archived_one_is_fine(
    doctor: DiscordDoctor, discord: Discord
) -> None:
    await doctor.lives(f"{SERVER}/{THREAD}")
    discord.thread["thread_metadata"] = {"archived": True, "locked": False}
    assert "the next post opens it again" in line(await doctor.says("--discord"), "ok", "“Torstain piiri”")
    discord.thread["thread_metadata"]["locked"] = True
    assert "unlock it" in line(await doctor.says("--discord"), "to do", "“Torstain piiri”", "its thread is locked")
    discord.server["roles"][1]["permissions"] = str(1 << 34)
    assert line(await doctor.says("--discord"), "“Torstain piiri”").startswith("ok"), "it manages threads itself"


@pytest.mark.parametrize("kind", [4, 15, 16], ids=["category", "forum", "media"])
async def test_a_channel_that_people_do_not_write_in_is_no_place_for_a_group(
    doctor: DiscordDoctor, discord: Discord, kind: int
) -> None:
    group_id = await doctor.lives()
    discord.channel["type"] = kind
    said = line(await doctor.says("--discord"), "to do", f"{SERVER}/{CHANNEL} is no channel or thread")
    assert f"`piiri group end {group_id}`" in said


async def test_what_is_no_place_at_all_is_not_asked_about(doctor: DiscordDoctor, discord: Discord) -> None:
    for each in ("main", CHANNEL, f"{SERVER}/", f"{SERVER}/@me", "../../users/@me"):
        await doctor.lives(each, name=f"Piiri {each}")
    done = await doctor.says("--discord")
    assert done.out.count("is no channel or thread of Discord's") == 5
    assert not [path for path in discord.asked if "guilds" in path or "channels" in path]


async def test_a_channel_of_another_server_is_no_place_either(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives()
    discord.channel["guild_id"] = "601"
    assert line(await doctor.says("--discord"), "to do", "is no channel or thread of Discord's")


async def test_two_groups_in_one_server_are_asked_about_once(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives(f"{SERVER}/{THREAD}", "Yksi")
    await doctor.lives(name="Kaksi")
    done = await doctor.says("--discord")
    assert done.out.index("“Kaksi”") < done.out.index("“Yksi”"), "by name"
    assert len(discord.asked) == len(set(discord.asked))


async def test_a_server_that_the_bot_is_not_in_is_asked_about_once(doctor: DiscordDoctor, discord: Discord) -> None:
    await doctor.lives(f"{SERVER}/{THREAD}", "Yksi")
    await doctor.lives(name="Kaksi")
    discord.refuse(f"/guilds/{SERVER}", 403, 50001)
    done = await doctor.says("--discord")
    assert done.out.count("the bot is not in the server") == 2
    assert discord.asked.count(f"/guilds/{SERVER}") == 1


async def test_a_discord_that_stops_answering_does_not_condemn_the_groups(
    doctor: DiscordDoctor, discord: Discord
) -> None:
    for channel, name in enumerate(("Yksi", "Kaksi", "Kolme"), start=800):
        await doctor.lives(f"{SERVER}/{channel}", name)
    discord.told[f"/guilds/{SERVER}"] = 429, {"message": "You are being rate limited.", "retry_after": 600.0}
    done = await doctor.says("--discord")
    assert "10 minutes" in line(done, "to do")
    assert line(done, "“Kaksi” and the groups after it were not looked at").startswith("note")
    assert "Yksi" not in done.out


async def test_an_ended_group_is_not_looked_at(doctor: DiscordDoctor, discord: Discord) -> None:
    group_id = await doctor.lives()
    await asyncio.to_thread(doctor.place.here, "group", "end", group_id, "--yes")
    assert "Torstain piiri" not in (await doctor.says("--discord")).out
    assert f"/channels/{CHANNEL}" not in discord.asked


@pytest.mark.parametrize(
    ("why", "said"),
    [("removed", "the bot had been removed"), ("muted", "not allowed to write"), ("channel-gone", "the channel was gone"),
     ("topic-closed", "its thread was locked"), ("lacks-files", "the bot lacked Attach Files"),
     ("of-tomorrow", "the channel was closed to it")],
)  # fmt: skip
async def test_a_group_marked_as_closed_says_so_though_it_is_open(
    doctor: DiscordDoctor, discord: Discord, why: str, said: str
) -> None:
    await doctor.marked(await doctor.lives(), why)
    found = line(await doctor.says("--discord"), "to do", "“Torstain piiri”", "marked as closed to Piiri", said)
    assert "`/piiri group resume`" in found
    discord.server["roles"][0]["permissions"] = str(ALL & ~BIT["Attach Files"])
    found = line(await doctor.says("--discord"), "to do", "“Torstain piiri”")
    assert "lacks Attach Files in #piiri" in found, "first things first"
