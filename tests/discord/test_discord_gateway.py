"""A gateway that goes, refuses, falls silent and comes back; nothing that people do is lost or done twice over it."""

import asyncio
import time
from typing import Any

import discord
import httpx
import pytest
from starlette.applications import Starlette

from bot.adapters.discord import adapter as adapter_module
from bot.adapters.discord import client as client_module
from bot.core.model import Life, State
from bot.core.outgoing import Written, WrittenBlock
from bot.core.platform import Address, Sent
from bot.serving.operator_door import operator_routes
from tests.discord.post_office_discord import CALLBACK, Hurries, PostOffice, channel_id
from tests.fakes.discord.gateway import Connect
from tests.fakes.discord.world import Channel, Person
from tests.office import words

pytest_plugins = ["tests.discord.office_discord"]

COMMANDS = "/applications/*/commands"
LONG = 3600.0
"""Seconds that no test waits: what lasts so long ends when the test says so, however slow the machine is."""


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch, hurries: Hurries) -> None:
    """The adapter's and the library's waits are a small part of what they are."""
    monkeypatch.setattr(adapter_module, "DOWN", 0.2)
    monkeypatch.setattr(adapter_module, "ANEW", 0.6)
    monkeypatch.setattr(adapter_module, "FIRST_PAUSE", 0.03)
    monkeypatch.setattr(adapter_module, "LONGEST_PAUSE", 0.1)
    hurries(discord.client, 0.05)
    hurries(discord.http)
    hurries(client_module, 0.02)


async def _home(office: PostOffice) -> tuple[Person, Channel, str]:
    place = await office.place(kaarina := office.person("Kaarina"))
    return kaarina, place, await office.founds(place, kaarina, kaarina)


async def _answers(office: PostOffice, kaarina: Person, place: Channel) -> None:
    answer = await office.invokes(kaarina, "privacy", place)
    assert answer.kind == "ephemeral"
    assert words("privacy-heading") in answer.text


def _hows(office: PostOffice) -> list[str]:
    return [each.how for each in office.fake.connects]


async def _health(office: PostOffice) -> tuple[int, Any]:
    """What somebody is told who asks the running process."""
    app = Starlette(routes=operator_routes(office.piiri))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        answer = await client.get("/readyz")
    return answer.status_code, answer.json()


# What was missed


async def test_a_press_that_was_missed_is_answered_when_the_session_is_resumed_and_once(office: PostOffice) -> None:
    kaarina, place, group_id = await _home(office)
    office.fake.drops()
    answer = await office.fake.invokes(kaarina, "piiri group pause", place)
    await office.settles()
    assert _hows(office)[-1] == "resume"
    assert answer.kind == "ephemeral"
    assert answer.text == words("paused-done", group="Torstain piiri")
    assert (await office.group(group_id)).life is Life.PAUSED
    assert [post.text for post in office.posts(place)].count(words("paused-post")) == 1
    assert len(office.fake.ledger.of("POST", CALLBACK)) == 1


async def test_what_is_told_again_and_was_done_before_is_not_done_twice(office: PostOffice) -> None:
    kaarina, place, group_id = await _home(office)
    answer = await office.invokes(kaarina, "group pause", place)
    shown = answer.text
    resumed = await office.presses(kaarina, answer, words("button-resume"))
    assert resumed.text == words("resumed-done", group="Torstain piiri")
    await office.fake.presses(kaarina, answer, words("button-resume"))
    stood = [post.text for post in office.posts(place)]
    calls = len(office.fake.ledger.of("POST", CALLBACK))
    ws: Any = office.adapter.client.ws
    ws.sequence = 1  # as if all of it had never been heard
    office.fake.drops()
    await office.listens()
    await office.comes(lambda: len(office.fake.ledger.of("POST", CALLBACK)) >= calls + 3)
    await office.settles()
    assert {each.code for each in office.fake.ledger.of("POST", CALLBACK)[calls:]} == {40060}
    assert [post.text for post in office.posts(place)] == stood
    assert answer.text == shown
    assert answer.followups == []
    assert (await office.group(group_id)).life is Life.RUNNING


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("how", ["resumable", "over", "asked to reconnect", "dropped", "forgotten"])
async def test_after_any_kind_of_break_presses_work_again(office: PostOffice, how: str) -> None:
    kaarina, place, _ = await _home(office)
    if how == "asked to reconnect":
        office.fake.reconnects()
    elif how == "dropped":
        office.fake.drops()
    elif how == "forgotten":
        office.fake.forgets_sessions()
        office.fake.drops()
    else:
        office.fake.invalidates(resumable=how == "resumable")
    await office.listens()
    await _answers(office, kaarina, place)
    anew = how in {"over", "forgotten"}
    assert _hows(office)[-1] == ("identify" if anew else "resume")
    assert len(office.fake.connects) <= 4
    await office.moves_to("2026-09-10 10:00")
    assert len(office.posts(place)) == 2
    assert office.piiri.amiss() == {}


@pytest.mark.usefixtures("hasty")
async def test_groups_closed_while_the_session_was_over_are_known_by_what_lacks(office: PostOffice) -> None:
    kaarina, place, group_id = await _home(office)
    office.fake.forgets_sessions()
    office.fake.drops()
    office.fake.overwrites(place, office.fake.bot, deny="send_messages")
    await office.listens()
    await office.moves_to("2026-09-10 10:00")
    assert await office.unreachable(group_id) == "lacks-send"


@pytest.mark.usefixtures("hasty")
async def test_a_connection_that_is_dead_and_does_not_know_it_is_begun_anew(office: PostOffice) -> None:
    kaarina, place, _ = await _home(office)
    office.adapter.client._connection.heartbeat_timeout = 1.0
    office.fake.beats(0.1)
    office.fake.drops()
    await office.listens()
    came = len(office.fake.connects)
    await asyncio.sleep(1.2)
    assert len(office.fake.connects) == came, "one that is alive is let be"
    office.fake.acknowledges(False)
    await office.comes(lambda: len(office.fake.connects) > came)
    office.fake.acknowledges(True)
    await office.listens()
    await _answers(office, kaarina, place)
    assert len(office.fake.connects) <= came + 3


# A gateway out of reach


@pytest.mark.usefixtures("hasty")
async def test_a_gateway_that_refuses_at_the_start_is_asked_now_and_then_and_found_again(
    shut_office: PostOffice,
) -> None:
    office = shut_office
    await office.fake.start()
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    office.fake.refuses_connections(LONG)
    begun = time.monotonic()
    await office.opens()
    group_id = await office.founds(place, kaarina, kaarina)
    assert (await office.notice("plan", group_id)).state is State.SENT, "what is posted needs no gateway"
    await office.comes(lambda: office.piiri.amiss() and _hows(office).count("refused") >= 2)
    assert office.piiri.amiss()["discord"] == "the gateway is out of reach"
    office.fake.refuses_connections(0)
    back = time.monotonic()
    await office.listens()
    assert time.monotonic() - back < 2.0, "soon after it is back"
    assert _hows(office).count("refused") <= 10 + 25 * (back - begun)
    await _answers(office, kaarina, place)
    assert office.piiri.amiss() == {}


@pytest.mark.usefixtures("hasty")
async def test_a_gateway_that_refuses_later_is_asked_now_and_then_and_found_again(office: PostOffice) -> None:
    kaarina, place, _ = await _home(office)
    came = len(office.fake.connects)
    office.fake.refuses_connections(LONG)
    office.fake.drops()
    begun = time.monotonic()
    await office.comes(lambda: bool(office.piiri.amiss()))
    assert time.monotonic() - begun >= 0.19
    assert await _health(office) == (503, {"ok": False, "amiss": {"discord": "the gateway is out of reach"}})
    while time.monotonic() - begun < 0.9:
        assert office.piiri.amiss() == {"discord": "the gateway is out of reach"}, "for as long as that is so"
        await asyncio.sleep(0.01)
    office.fake.refuses_connections(0)
    back = time.monotonic()
    await office.listens()
    assert time.monotonic() - back < 2.0
    assert len(office.fake.connects) - came <= 30
    await _answers(office, kaarina, place)
    assert office.piiri.amiss() == {}
    assert await _health(office) == (200, {"ok": True, "amiss": {}})


async def test_the_library_that_would_wait_ever_longer_is_begun_anew(
    office: PostOffice, monkeypatch: pytest.MonkeyPatch, hurries: Hurries
) -> None:
    kaarina, place, _ = await _home(office)
    monkeypatch.setattr(adapter_module, "ANEW", 0.3)
    monkeypatch.setattr(adapter_module, "FIRST_PAUSE", 0.05)
    hurries(discord.client, 1000.0)  # so long that only a new beginning helps
    office.fake.refuses_connections(LONG)
    office.fake.drops()
    await office.comes(lambda: _hows(office)[-1] == "refused")
    office.fake.refuses_connections(0)
    await office.listens()
    await _answers(office, kaarina, place)
    assert _hows(office)[-1] == "identify"


@pytest.mark.parametrize("how", ["resumes", "identifies"])
async def test_a_gateway_that_lets_us_in_and_sends_us_away_is_not_stormed(
    office: PostOffice, how: str, hurries: Hurries
) -> None:
    kaarina, place, _ = await _home(office)
    hurries(discord.client, 0.0)
    slept = hurries(client_module, 0.003)
    hub = office.fake.hub

    def sends_away(link: Any, data: Any) -> None:
        hub.connects.append(Connect(hub.state.clock.now(), "sent away"))
        link.close(4000)

    if how == "identifies":
        office.fake.forgets_sessions()
        hub._welcome = sends_away  # type: ignore[method-assign]
    else:
        hub._resume = sends_away  # type: ignore[method-assign]
    office.fake.drops()
    await office.comes(lambda: len(slept) >= 9)
    assert len(office.adapter.knocks) == client_module.FREE + len(slept) - 1
    assert [round(each) for each in slept[:9]] == [1, 2, 4, 8, 16, 32, 50, 50, 50]
    vars(hub).pop("_welcome", None)
    vars(hub).pop("_resume", None)
    await office.listens()
    await _answers(office, kaarina, place)


async def test_a_new_beginning_does_not_make_knocking_cheap_again(office: PostOffice, hurries: Hurries) -> None:
    slept = hurries(client_module, 0.01)
    office.adapter.knocks.extend([time.monotonic()] * 10)
    await office.adapter.client.close()
    await office.comes(lambda: bool(slept))
    assert slept[0] > 30


def test_knocks_of_long_ago_cost_nothing_and_the_pauses_grow_and_end() -> None:
    assert client_module.KNOCKS > client_module.WHILE / client_module.LONGEST_KNOCK + client_module.FREE
    assert client_module.LONGEST_KNOCK < 60, "the library gives up after a minute"
    assert adapter_module.FIRST_PAUSE <= 1
    assert adapter_module.FIRST_PAUSE < adapter_module.LONGEST_PAUSE <= 60
    assert adapter_module.DOWN < adapter_module.ANEW


async def test_knocks_are_forgotten_after_a_while(office: PostOffice, hurries: Hurries) -> None:
    slept = hurries(client_module, 0.01)
    office.adapter.knocks.extend([time.monotonic() - client_module.WHILE] * 10)
    office.fake.drops()
    await office.listens()
    assert slept == []


# No HTTP


@pytest.mark.usefixtures("hasty")
async def test_a_discord_that_is_out_of_reach_at_the_start_is_asked_until_it_is_there(shut_office: PostOffice) -> None:
    office = shut_office
    await office.fake.start()
    kaarina = office.person("Kaarina")
    place = await office.place(kaarina)
    await office.fake.stop()
    await office.opens()
    group_id = await office.founds(place, kaarina, kaarina, settles=False)

    async def waits() -> bool:
        return (await office.notice("plan", group_id)).why == "no-connection"

    await office.comes(waits)
    await office.comes(lambda: bool(office.piiri.amiss()))
    said = time.monotonic()
    while time.monotonic() - said < 0.5:
        assert office.piiri.amiss() == {"discord": "the gateway is out of reach"}, "for as long as that is so"
        await asyncio.sleep(0.01)
    await office.fake.start()
    await office.listens()
    await office.sends("plan", group_id)
    assert len(office.posts(place)) == 1
    await _answers(office, kaarina, place)
    assert office.piiri.amiss() == {}


async def test_all_who_come_at_the_start_log_in_once(shut_office: PostOffice) -> None:
    office = shut_office
    await office.fake.start()
    places = [await office.place(office.person("Kaarina")) for _ in range(5)]
    office.fake.fails("slow", "GET", "/users/@me", times=9, seconds=0.1)
    await office.opens()
    part = Written((WrittenBlock("para", "x"),))
    to = [Address("discord", channel_id(place), False) for place in places]
    sent = await asyncio.gather(*(office.adapter.post(each, part, mark=f"{each.id}:0") for each in to))
    await office.listens()
    assert all(isinstance(each, Sent) for each in sent)
    assert len(office.fake.ledger.of("GET", "/users/@me")) == 1


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("what", ["500", "502", "503", "429", "cloudflare", "html", "reset", "404"])
async def test_a_login_that_breaks_is_tried_again(shut_office: PostOffice, what: str) -> None:
    office = shut_office
    await office.fake.start()
    office.fake.fails(what, "GET", "/users/@me", times=6, retry_after=40)
    await office.opens()
    await office.listens()
    assert office.piiri.failed is None
    kaarina, place, _ = await _home(office)
    await _answers(office, kaarina, place)


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("what", ["500", "503", "429", "reset", "400", "hang"])
async def test_commands_that_cannot_be_registered_yet_keep_nobody_from_pressing(
    shut_office: PostOffice, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter_module, "REGISTERING", 0.1)
    office = shut_office
    await office.fake.start()
    office.fake.fails(what, "PUT", COMMANDS, times=10_000, retry_after=40)
    await office.opens()
    await office.listens()
    kaarina, place, _ = await _home(office)
    answer = await office.presses(kaarina, office.last(place), words("button-privacy"))
    assert words("privacy-heading") in answer.text
    assert office.fake.world.commands == {}
    assert len(office.fake.ledger.of("PUT")) < 60
    if what != "hang":
        office.fake.mends()
        await office.comes(lambda: bool(office.fake.world.commands))
        await _answers(office, kaarina, place)


async def test_commands_are_there_before_the_gateway_is_and_are_put_once(office: PostOffice, hurries: Hurries) -> None:
    (put,) = office.fake.ledger.of("PUT", "/applications/{}/commands")
    assert put.at < office.fake.connects[0].at
    hurries(discord.client)
    office.fake.closes(1000)
    await office.listens()
    assert len(office.fake.ledger.of("PUT", "/applications/{}/commands")) == 1
