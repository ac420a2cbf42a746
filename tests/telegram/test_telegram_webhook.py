"""The port that Telegram knocks at: open to whoever shows the secret, and to nothing else of ours."""

import json
import logging
import socket
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.adapters.telegram.adapter import Webhook
from bot.adapters.telegram.web import MOST_BYTES, PATH, routes
from bot.serving.web import web_app
from tests.office import words
from tests.telegram.post_office import SECRET, PostOffice, serving, webhook_door

HEADER = "X-Telegram-Bot-Api-Secret-Token"
SHOWN = {HEADER: SECRET}
WRITTEN = "Sammakko-istuu-kivella"


@pytest.fixture
async def knocked(shut_office: PostOffice) -> PostOffice:
    """An office that is told by webhook."""
    shut_office.webhook = True
    await shut_office.opens()
    return shut_office


@pytest.fixture
async def door(knocked: PostOffice) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who can knock."""
    async with webhook_door(knocked) as url, httpx.AsyncClient(base_url=url.removesuffix(PATH)) as client:
        await knocked.listens()
        yield client


def _help(number: int = 5, text: str = "/help") -> bytes:
    person = {"id": 5_100_000_001, "is_bot": False, "first_name": "Kaarina", "language_code": "en"}
    chat = {"id": person["id"], "type": "private", "first_name": "Kaarina"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": text}
    return json.dumps({"update_id": number, "message": message}).encode()


async def test_whoever_does_not_show_the_secret_is_refused_and_nothing_is_kept(
    knocked: PostOffice, door: httpx.AsyncClient
) -> None:
    kaarina = knocked.person("Kaarina")
    for shown in (None, "", SECRET[:-1], SECRET + " x", SECRET.upper(), "ä"):
        headers = {} if shown is None else {HEADER: shown.encode()}
        answer = await door.post(PATH, content=_help(), headers=headers)
        assert (answer.status_code, answer.content) == (403, b""), shown
    await knocked.settles()
    assert knocked.texts(kaarina) == []
    assert await knocked.piiri.store.inbox.keep("telegram", [("5", b"{}")]) == ["5"], "5 is not known"


async def test_without_a_secret_of_our_own_nobody_is_let_in(office: PostOffice) -> None:
    kaarina = office.person("Kaarina")
    for webhook in (None, Webhook("https://piiri.example.org/telegram", "")):
        office.adapter.webhook = webhook
        async with webhook_door(office) as url, httpx.AsyncClient() as telegram:
            for headers in ({}, {HEADER: ""}, SHOWN):
                assert (await telegram.post(url, content=_help(), headers=headers)).status_code == 403
    assert office.texts(kaarina) == []


async def test_whoever_shows_it_is_heard_once(knocked: PostOffice, door: httpx.AsyncClient) -> None:
    kaarina = knocked.person("Kaarina")
    for _ in range(2):
        assert (await door.post(PATH, content=_help(), headers=SHOWN)).status_code == 200
        await knocked.settles()
    assert len(knocked.texts(kaarina)) == 1


async def test_what_is_too_large_is_refused_before_it_is_read(knocked: PostOffice, door: httpx.AsyncClient) -> None:
    assert (await door.post(PATH, content=b" " * MOST_BYTES + _help(), headers=SHOWN)).status_code == 413
    room = MOST_BYTES - len(_help())
    assert (await door.post(PATH, content=b" " * room + _help(), headers=SHOWN)).status_code == 200


async def test_what_is_no_update_is_not_acknowledged(
    knocked: PostOffice, door: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    nested = b"[" * 90_000
    for body in (b"", b"no JSON", b"[]", b"5", b"null", b"{}", b'{"update_id": "5"}', b"\xff", nested):
        answer = await door.post(PATH, content=body, headers=SHOWN)
        assert (answer.status_code, answer.content) == (500, b""), body[:20]
    assert knocked.piiri.failed is None
    assert "no JSON" not in caplog.text


async def test_half_a_character_is_left_out(knocked: PostOffice, door: httpx.AsyncClient) -> None:
    kaarina = knocked.person("Kaarina")
    chat = knocked.chat(kaarina)
    group_id = await knocked.founds(chat, kaarina, kaarina)
    body = _help(text="X ja").replace(b"X", rb"\ud83d")
    assert (await door.post(PATH, content=body, headers=SHOWN)).status_code == 200
    await knocked.settles()
    async with knocked.kept() as work:
        assert [note.text for note in await work.notes.find(group_id=group_id)] == [" ja"]


async def test_other_methods_and_places_are_not_there(knocked: PostOffice, door: httpx.AsyncClient) -> None:
    for method in ("GET", "PUT", "DELETE"):
        assert (await door.request(method, PATH, headers=SHOWN)).status_code == 405
    assert (await door.post("/", content=_help(), headers=SHOWN)).status_code == 404


async def test_what_comes_before_we_know_our_own_name_comes_again(shut_office: PostOffice) -> None:
    office = shut_office
    await office.opens()
    kaarina = office.person("Kaarina")
    chat = office.chat(kaarina)
    await office.founds(chat, kaarina)
    await office.closes()
    office.webhook = True
    office.fake.fault("getMe", "500 before")
    await office.opens()
    async with webhook_door(office) as url, httpx.AsyncClient() as telegram:
        body = json.loads(_help(text=f"/menu@{office.fake.username}"))
        assert (await telegram.post(url, json=body, headers=SHOWN)).status_code == 500
        await office.settles()
        assert (await telegram.post(url, json=body, headers=SHOWN)).status_code == 200
        await office.settles()
    assert words("menu-heading", group="Torstain piiri") in office.texts(kaarina)[0]


async def test_the_page_and_the_webhook_are_each_behind_their_own_port(knocked: PostOffice) -> None:
    page, outside = (socket.create_server(("127.0.0.1", 0)) for _ in range(2))
    page_url, outside_url = (f"http://127.0.0.1:{each.getsockname()[1]}" for each in (page, outside))
    pages = [
        Route("/", lambda _: PlainTextResponse("the page")),
        Route("/rehearsal/clock", lambda _: PlainTextResponse("the clock"), methods=["POST"]),
    ]
    app = web_app(pages, {outside.getsockname()[1]: routes(knocked.adapter)})
    hosts = [{}, {"Host": "127.0.0.1"}, {"Host": f"127.0.0.1:{page.getsockname()[1]}"}, {"Host": "localhost"}]
    async with serving(app, page, outside), httpx.AsyncClient() as client:
        await knocked.listens()
        assert (await client.get(page_url)).text == "the page"
        for host in hosts:
            forwarded = {**host, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Port": page_url.rpartition(":")[2]}
            for headers in (host, forwarded):
                assert (await client.get(outside_url, headers=headers)).status_code == 404
                assert (await client.post(f"{outside_url}/rehearsal/clock", headers=headers)).status_code == 404
                knock = {**headers, **SHOWN}
                assert (await client.post(page_url + PATH, content=_help(), headers=knock)).status_code == 404
        public = {"Host": "piiri.example.org", **SHOWN}
        assert (await client.post(outside_url + PATH, content=_help(), headers=public)).status_code == 200
        assert (await client.get(page_url, headers={"Host": "piiri.example.org"})).status_code == 403


async def test_the_secret_is_in_no_log(
    knocked: PostOffice, door: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for quiet in ("telegram", "httpx", "httpcore", "aiosqlite"):
        caplog.set_level(logging.WARNING, logger=quiet)
    await door.post(PATH, content=_help(text=WRITTEN), headers={HEADER: "wrong"})
    await door.post(PATH, content=_help(text=WRITTEN), headers=SHOWN)
    await door.post(PATH, content=WRITTEN.encode(), headers=SHOWN)
    assert SECRET not in caplog.text
    assert WRITTEN not in caplog.text
