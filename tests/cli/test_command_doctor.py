"""piiri doctor against the stand-in for Telegram: each check's good and bad line, and nothing secret in any of them."""

import asyncio
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.adapters.telegram import checks, examine
from bot.core.finding import clock
from tests.cli.command import Place, free_port
from tests.cli.doctor import Doctor, answering, line
from tests.fakes.telegram.api import HANDLERS
from tests.fakes.telegram.api_chats import get_me
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.updates import Webhook
from tests.fakes.telegram.world import Person

HOOK = "https://piiri.example.org/telegram"


# All of it


async def test_where_nobody_says_who_runs_it_that_is_told(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    assert "who runs this Piiri" not in (await doctor.says()).out, "there is nobody yet who could ask"
    await doctor.lives_in(fake.group("Chat", [aino], bot="member"))
    assert "Set PIIRI_OPERATOR" in line(await doctor.says(), "Members are not told who runs this Piiri.")
    doctor.place.settings["PIIRI_OPERATOR"] = "Esimerkki ry"
    assert "who runs this Piiri" not in (await doctor.says()).out


async def test_all_is_well_where_all_is_well(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    doctor.place.settings["PIIRI_OPERATOR"] = "Esimerkki ry"
    await doctor.lives_in(fake.group("Chat", [aino], bot="member"))
    done = await doctor.says()
    assert done.code == 0
    assert [each[:5].strip() for each in done.out.splitlines()[:-1]] == ["ok", "ok", "note", *["ok"] * 10, "note"]
    for words in (
        "database opens", "key file is the right one", "Groups: 1 running.", "No notice failed",
        f"127.0.0.1:{fake.port} answers.", "the bot is Piiri, @piiri_test_bot", "can be added to groups",
        "Privacy mode is on", "No webhook is set", "Nobody is fetching", "clock agrees",
        "“Torstain piiri”: Piiri may post; it may not pin, which is fine",
    ):  # fmt: skip
        assert line(done, words).startswith("ok"), words
    assert "`piiri doctor --discord`" in line(done, "note", "Discord is not set up")


async def test_of_telegram_alone_nothing_else_is_told(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    await doctor.lives_in(fake.group("Chat", [aino], bot="member"))
    done = await doctor.says("--telegram")
    assert "database" not in done.out
    assert "Discord" not in done.out
    assert "Torstain piiri" in done.out


async def test_the_real_command_says_it_with_its_exit_code(doctor: Doctor) -> None:
    doctor.place.settings["PIIRI_TELEGRAM_TOKEN"] = "7100000042:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"
    done = await asyncio.to_thread(doctor.place.piiri, "doctor", "--telegram")
    assert (done.code, done.err) == (1, "")
    assert "does not accept the token" in done.out
    assert "BBBBBBBB" not in done.out


def test_help_needs_no_library_of_a_platform(place: Place) -> None:
    import subprocess
    import sys

    code = "import sys, bot.cli; sys.exit('aiohttp' in sys.modules or 'telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert "exits 1" in place.here("doctor", "--help").out


# Settings and the address


async def test_without_a_token_it_says_how_to_get_one(doctor: Doctor) -> None:
    del doctor.place.settings["PIIRI_TELEGRAM_TOKEN"]
    done = await doctor.says("--telegram")
    for words in ("to do", "@BotFather", "/newbot", "PIIRI_TELEGRAM_TOKEN", "PIIRI_TELEGRAM_TOKEN_FILE"):
        assert words in line(done, "No Telegram token")
    assert line(await doctor.says(), "Telegram is not set up").startswith("note")
    await doctor.lives_in("-1002300000001")
    assert (await doctor.says()).code == 1, "a group of ours is on Telegram"


async def test_a_setting_that_cannot_stand_is_something_to_do(doctor: Doctor) -> None:
    doctor.place.settings["PIIRI_TELEGRAM_TOKEN"] = "my-secret-words"
    done = await doctor.says("--telegram")
    assert "no token of @BotFather's" in line(done, "to do PIIRI_TELEGRAM_TOKEN")
    assert "my-secret-words" not in done.out


@pytest.mark.parametrize("address", ["api.telegram.org", "http://", "ftp://127.0.0.1", "http://127.0.0.1:x"])
async def test_an_address_that_is_none_says_what_to_write(doctor: Doctor, address: str) -> None:
    doctor.place.settings["PIIRI_TELEGRAM_API_URL"] = address
    assert "https://api.telegram.org" in line(await doctor.says("--telegram"), "to do", "PIIRI_TELEGRAM_API_URL")


async def test_an_address_where_nothing_answers_says_what_to_check(doctor: Doctor, fake: FakeTelegram) -> None:
    doctor.place.settings["PIIRI_TELEGRAM_API_URL"] = f"http://kaarina:geheim@127.0.0.1:{free_port()}/x"
    done = await doctor.says("--telegram")
    assert "firewall" in line(done, "to do", "127.0.0.1", "cannot be reached")
    assert "geheim" not in done.out
    assert not fake.calls


@pytest.mark.parametrize(
    ("cause", "said"),
    [("ClientConnectorDNSError", "its DNS"), ("ClientConnectorCertificateError", "ca-certificates"), ("", "firewall")],
)
def test_what_is_in_the_way_of_a_connection_is_told_apart(cause: str, said: str) -> None:
    assert said in checks.failed(checks.NotSent("no-connection"), "api.telegram.org", cause).do


async def test_what_is_no_bot_api_is_not_taken_for_a_refused_token(doctor: Doctor) -> None:
    page = web.Response
    odd: list[Callable[[], web.Response]] = [
        lambda: page(status=404, text="<h1>Not here</h1>"),
        lambda: page(text="<h1>Welcome</h1>"),
        lambda: web.json_response({"hello": "world"}),
        lambda: web.json_response(["hello"]),
        lambda: web.json_response({"ok": True, "result": {"name": "Piiri"}}),
    ]
    for make in odd:

        async def answer(_: web.BaseRequest, make: Callable[[], web.Response] = make) -> web.StreamResponse:
            return make()

        async with answering(answer) as doctor.place.settings["PIIRI_TELEGRAM_API_URL"]:
            done = await doctor.says("--telegram")
            assert "PIIRI_TELEGRAM_API_URL" in line(done, "to do", "is not Telegram's Bot API")


# The token and the bot


async def test_a_token_that_is_refused_is_to_be_copied_anew(doctor: Doctor, fake: FakeTelegram) -> None:
    fake.fault("getMe", "401")
    done = await doctor.says("--telegram")
    assert "@BotFather" in line(done, "to do", "does not accept the token")
    assert "clock agrees" in done.out
    assert "webhook" not in done.out


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("500 before", "a few minutes"),
        ("502 before", "a few minutes"),
        ("reset before", "a few minutes"),
        ("429", "3 s"),
    ],
)
async def test_a_server_in_trouble_is_to_be_asked_again(
    doctor: Doctor, fake: FakeTelegram, what: str, said: str
) -> None:
    fake.fault("getMe", what)
    assert said in line(await doctor.says("--telegram"), "to do")


async def test_a_failure_in_the_middle_does_not_hide_the_rest(doctor: Doctor, fake: FakeTelegram, aino: Person) -> None:
    await doctor.lives_in(fake.group("Chat", [aino], bot="member"))
    fake.fault("getWebhookInfo", "502 before")
    done = await doctor.says("--telegram")
    assert "did not answer as it should" in line(done, "to do")
    assert "Piiri may post" in done.out


def bot_is(monkeypatch: pytest.MonkeyPatch, **otherwise: object) -> None:
    def answer(state: Any, params: dict[str, Any]) -> dict[str, Any]:
        return get_me(state, params) | otherwise

    monkeypatch.setitem(HANDLERS, "getMe", answer)  # type: ignore[arg-type]


async def test_a_bot_that_may_not_join_groups_is_to_be_let(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    bot_is(monkeypatch, can_join_groups=False)
    assert "/setjoingroups" in line(await doctor.says("--telegram"), "to do", "cannot be added")


async def test_privacy_mode_is_to_be_turned_on(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    bot_is(monkeypatch, can_read_all_group_messages=True)
    said = line(await doctor.says("--telegram"), "to do", "Privacy mode is off")
    for words in ("neither needs nor wants", "/setprivacy", "@BotFather", "remove it from each group and add it again"):
        assert words in said


async def test_a_name_with_codes_in_it_is_printed_without_them(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    bot_is(monkeypatch, first_name=f"\x1b[2JPii\nri \u202e{doctor.fake.token}")
    assert "the bot is [2JPii ri (token), @piiri" in line(await doctor.says("--telegram"), "accepts the token")


# Webhook and polling


async def test_while_polling_a_webhook_is_told_of_without_its_path(doctor: Doctor, fake: FakeTelegram) -> None:
    fake.updates.webhook = Webhook(f"https://other.example.org/{fake.token}", None, 40)
    done = await doctor.says("--telegram")
    assert "`piiri run` removes the webhook" in line(done, "note", "a webhook at other.example.org,")
    assert done.code == 0
    assert "fetching" not in done.out


@pytest.fixture
def hooked(doctor: Doctor) -> Doctor:
    doctor.place.settings |= {"PIIRI_TELEGRAM_WEBHOOK_URL": HOOK, "PIIRI_TELEGRAM_WEBHOOK_SECRET": "s" * 32}
    return doctor


async def test_our_webhook_is_set_not_set_or_another(hooked: Doctor, fake: FakeTelegram) -> None:
    assert line(await hooked.says("--telegram"), "not set yet").startswith("note")
    fake.updates.webhook = Webhook(HOOK, "s" * 32, 40)
    assert line(await hooked.says("--telegram"), "to the webhook in the settings").startswith("ok")
    fake.updates.webhook = Webhook("https://other.example.org/telegram", None, 40)
    said = line(await hooked.says("--telegram"), "to do", "at other.example.org")
    assert "Restart `piiri run`" in said
    assert not [call for call in fake.calls if call.method == "getUpdates"]


async def test_a_webhook_that_failed_says_when_and_why(hooked: Doctor, fake: FakeTelegram) -> None:
    failure = "Wrong response from the webhook: 502 Bad Gateway"
    fake.updates.webhook = Webhook(HOOK, "s" * 32, 40, int(time.time()) - 600, failure)
    assert "10 minutes ago" in line(await hooked.says("--telegram"), "to do", failure)
    fake.updates.webhook.failed_at = int(time.time()) - 3 * 86400
    assert "3 days ago" in line(await hooked.says("--telegram"), "note", failure)


async def test_many_updates_that_wait_are_something_to_look_into(
    doctor: Doctor, fake: FakeTelegram, aino: Person
) -> None:
    for _ in range(checks.MANY + 1):
        fake.writes(aino, "hei")
    done = await doctor.says("--telegram")
    assert f"{checks.MANY + 1} messages" in line(done, "to do", "wait at Telegram")
    assert line(done, "cannot be told").startswith("note")
    assert len(fake.updates.waiting) == checks.MANY + 1, "nothing was acknowledged"
    assert "hei" not in done.out


async def test_another_program_with_the_same_token_is_noticed(
    doctor: Doctor, fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(examine, "LISTEN", 5)

    async def other() -> None:
        async with httpx.AsyncClient(base_url=f"{fake.url}/bot{fake.token}/", timeout=30) as client:
            while True:
                await client.post("getUpdates", json={"timeout": 20})
                await asyncio.sleep(0.1)

    asking = asyncio.create_task(other())
    while not fake.calls:
        await asyncio.sleep(0.01)
    done = await doctor.says("--telegram")
    asking.cancel()
    assert "If that is your own `piiri run`, all is well" in line(done, "note", "A program is fetching")
    ours = [call.params for call in fake.calls if call.method == "getUpdates" and "limit" in call.params]
    assert ours == [{"limit": 1, "timeout": 5}], "without an offset, which would acknowledge"


async def test_beside_piiri_it_asks_piiri_and_does_not_interrupt_it(doctor: Doctor, fake: FakeTelegram) -> None:
    def started() -> Any:
        running = doctor.place.running(port=int(doctor.place.settings["PIIRI_PORT"]))
        return running, running.__enter__()

    running, piiri = await asyncio.to_thread(started)
    try:
        while not any(call.method == "getUpdates" for call in fake.calls):
            await asyncio.sleep(0.02)
        done = await doctor.says("--telegram")
        assert line(done, "Piiri is running on this machine and finds nothing amiss").startswith("note")
        assert not [call for call in fake.calls if "limit" in call.params]
    finally:
        assert await asyncio.to_thread(piiri.stop) == 0
        await asyncio.to_thread(running.__exit__, None, None, None)
    assert "another process" not in "".join(piiri.err)


async def test_what_piiri_finds_amiss_itself_is_handed_on(doctor: Doctor) -> None:
    async def health(_: web.BaseRequest) -> web.StreamResponse:
        amiss = {"telegram": "another process asks with the same token; standing by"}
        return web.json_response({"ok": False, "amiss": amiss}, status=503)

    async with answering(health) as url:
        doctor.place.settings["PIIRI_PORT"] = url.rpartition(":")[2]
        assert "another process asks" in line(await doctor.says("--telegram"), "to do", "Piiri is running")


async def test_another_program_on_the_pages_port_is_not_piiri(doctor: Doctor) -> None:
    async def other(_: web.BaseRequest) -> web.StreamResponse:
        return web.json_response(["something else"])

    async with answering(other) as url:
        doctor.place.settings["PIIRI_PORT"] = url.rpartition(":")[2]
        assert line(await doctor.says("--telegram"), "Nobody is fetching").startswith("ok")


# The clock


@pytest.mark.parametrize(
    ("off", "said"),
    [(0, ""), (-4, ""), (-90, "(89|90|91) s ahead of Telegram's: reminders come that much too early"),
     (10800, "3 hours behind Telegram's: reminders come that much too late")],
)  # fmt: skip
async def test_the_clock_is_compared_with_the_answers_date(doctor: Doctor, off: int, said: str) -> None:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        assert request.path == "/" or doctor.fake.token in request.path
        date = format_datetime(datetime.now(UTC) + timedelta(seconds=off), usegmt=True)
        body = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
        return web.json_response(body, status=500, headers={"Date": date})

    async with answering(answer) as doctor.place.settings["PIIRI_TELEGRAM_API_URL"]:
        found = line(await doctor.says("--telegram"), "machine's clock")
    if said:
        assert found.startswith("to do")
        assert re.search(said, found), found
        assert "sudo timedatectl set-ntp true" in found
    else:
        assert found.startswith("ok")


def test_a_slow_answer_is_no_reason_to_blame_the_clock() -> None:
    there = datetime(2026, 9, 1, 12, tzinfo=UTC)
    assert clock(there, there + timedelta(seconds=7), 4.0, "Telegram's").ok is True
    assert clock(there, there + timedelta(seconds=7), 1.0, "Telegram's").ok is False
    assert clock(there, there - timedelta(seconds=7), 1.0, "Telegram's").ok is False
    assert clock(None, there, 1.0, "Telegram's").ok is None
