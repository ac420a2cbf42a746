import asyncio
import contextlib
import json
import re
from pathlib import Path

import httpx
import pytest
from browser_fakes import AINO, ROOM, Echo, Still, full, plain
from starlette.applications import Starlette

import bot.content
from bot.adapters.browser import web
from bot.adapters.browser.web import STATIC, routes
from bot.adapters.browser.words import PAGE_WORDS
from bot.core.outgoing import WrittenField, WrittenForm, WrittenToast

PHRASES = Path(bot.content.__file__).parent / "phrases"
PRESS = {"key": "k-12345678", "as": "aino", "private": False, "act": {"kind": "press", "data": "absent:1"}}


@pytest.fixture
async def app(fakes):
    await fakes.fill()
    running = asyncio.create_task(fakes.adapter.run(fakes.hear))
    await asyncio.sleep(0)
    yield Starlette(routes=routes(fakes.adapter, Still(), Echo(), rehearsal=True))
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def ask(app):
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        yield client


class Stream:
    """Reads server-sent events straight from the app; httpx would wait for the end of what has none."""

    def __init__(self, app, path, query="", last=None):
        headers = [(b"last-event-id", str(last).encode())] if last is not None else []
        self.scope = {
            "type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "",
            "query_string": query.encode(), "headers": headers, "http_version": "1.1", "scheme": "http",
            "server": ("localhost", 80), "client": ("127.0.0.1", 1), "asgi": {"version": "3.0"},
        }  # fmt: skip
        self.app, self.sent, self.left, self.text = app, asyncio.Queue(), asyncio.Event(), ""

    async def __aenter__(self):
        async def receive():
            await self.left.wait()
            return {"type": "http.disconnect"}

        self.task = asyncio.create_task(self.app(self.scope, receive, self.sent.put))
        self.start = await self.sent.get()
        return self

    async def __aexit__(self, *_):
        self.left.set()
        await asyncio.wait_for(self.task, 2)

    async def event(self):
        """The next event as its kind, its number and its data; a comment as that alone."""
        while "\n\n" not in self.text:
            part = await asyncio.wait_for(self.sent.get(), 2)
            if not part.get("more_body"):
                return None
            self.text += part["body"].decode()
        whole, self.text = self.text.split("\n\n", 1)
        if whole.startswith((":", "retry")):
            return whole
        lines = dict(line.split(": ", 1) for line in whole.split("\n"))
        self.last = lines.get("id", "")
        return lines["event"], self.last.partition("-")[2] or None, json.loads(lines["data"])


async def test_the_only_room_opens_at_once_and_of_several_one_chooses(ask, fakes):
    assert (await ask.get("/")).headers["location"] == "/c/piiri"
    made = await ask.post("/api/rooms", json={"name": "Toinen"})
    assert made.status_code == 201
    listed = await ask.get("/")
    assert (listed.status_code, "rooms.js" in listed.text) == (200, True)
    assert [room["name"] for room in (await ask.get("/api/rooms")).json()["rooms"]] == ["Tiistain piiri", "Toinen"]


async def test_the_shell_and_its_files(ask):
    shell = await ask.get("/c/piiri")
    assert (shell.status_code, shell.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert (await ask.get("/c/muu")).status_code == 404
    for name in set(re.findall(r"/static/[\w.-]+", shell.text)):
        found = await ask.get(name)
        assert (found.status_code, found.headers["cache-control"]) == (200, "no-cache")
    for name in ("/static/../adapter.py", "/static/%2e%2e/adapter.py", "/static/muu.js"):
        assert (await ask.get(name)).status_code == 404


@pytest.mark.parametrize("name", ["index.html", "rooms.html", "piiri.svg"])
def test_nothing_stands_inline_and_nothing_comes_from_elsewhere(name):
    text = (STATIC / name).read_text()
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r'(src|href)="(?!/static/|/"|#)', text)


def test_no_script_sets_html_or_reaches_elsewhere():
    for path in STATIC.glob("*.js"):
        text = path.read_text()
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?://\w", text), path


def test_every_word_of_the_page_is_there_in_every_language():
    for language in ("fi", "en", "sv"):
        found = re.findall(r"^(page-[\w-]+) =", (PHRASES / language / "page.ftl").read_text(), re.MULTILINE)
        assert found == list(PAGE_WORDS)
    used = set()
    for path in [*STATIC.glob("*.js"), *STATIC.glob("*.html")]:
        used |= set(re.findall(r'"(page-[a-z-]*[a-z])"', path.read_text()))
    assert used <= set(PAGE_WORDS)
    made = ("page-error-", "page-you-pressed", "page-you-command", "page-you-wrote", "page-you-filled")
    assert {word for word in PAGE_WORDS if not word.startswith(made)} <= used


async def test_a_room_and_its_words(ask):
    told = (await ask.get("/api/rooms/piiri")).json()
    assert told["room"] == {"id": "piiri", "name": "Tiistain piiri"}
    assert told["people"][1] == {"handle": "veikko", "name": "Veikko", "language": "sv"}
    assert (told["rehearsal"], told["languages"]) == (True, ["fi", "en", "sv"])
    words = (await ask.get("/api/words?language=sv")).json()
    assert (words["language"], words["words"]["page-send"]) == ("sv", "sv:page-send")
    assert (await ask.get("/api/words?language=xx")).json()["language"] == "fi"


async def test_somebody_new(ask, fakes):
    made = await ask.post("/api/rooms/piiri/people", json={"name": " Salme ", "language": "fi"})
    assert (made.status_code, made.json()["person"]["name"]) == (201, "Salme")
    assert (await fakes.adapter.people())[-1].handle == made.json()["person"]["handle"]


async def test_an_act_is_heard_and_answered(ask, fakes):
    assert (await ask.post("/api/rooms/piiri/acts", json=PRESS)).json() == {"answer": None}
    fakes.answer = WrittenToast("Merkitty.")
    assert (await ask.post("/api/rooms/piiri/acts", json=PRESS)).json() == {"answer": {"toast": "Merkitty."}}
    field = WrittenField("a", "A", "", (), True, False, 20, "x", "Väärin.")
    fakes.answer = WrittenForm("f", "1", "Otsikko", (), (field,), "Kerro")
    form = (await ask.post("/api/rooms/piiri/acts", json=PRESS)).json()["answer"]["form"]
    assert (form["title"], form["fields"][0]["problem"]) == ("Otsikko", "Väärin.")
    fakes.answer = (plain("Yksi"), full("Kaksi"))
    answer = (await ask.post("/api/rooms/piiri/acts", json=PRESS)).json()["answer"]
    assert [page["blocks"][0]["text"] for page in answer] == ["Yksi", "Kaksi"]
    assert fakes.heard[0].sender.name == "Aino"
    file = await ask.get(answer[1]["files"][0]["href"])
    assert file.content == b"BEGIN:VCALENDAR\r\n"


async def test_what_is_refused_says_so_in_a_code(ask, fakes):
    acts, people = "/api/rooms/piiri/acts", "/api/rooms/piiri/people"
    as_json = {"content-type": "application/json"}
    for response, status, code in [
        (await ask.post("/api/rooms/muu/acts", json=PRESS), 404, "unknown-room"),
        (await ask.get("/api/rooms/muu"), 404, "unknown-room"),
        (await ask.get("/api/rooms/muu/stream"), 404, "unknown-room"),
        (await ask.get("/api/rooms/piiri/stream?as=muu"), 403, "unknown-person"),
        (await ask.post(acts, json=PRESS | {"as": "muu"}), 403, "unknown-person"),
        (await ask.post(acts, content=json.dumps(PRESS)), 415, "not-json"),
        (await ask.post(acts, content=b"{", headers=as_json), 400, "malformed"),
        (await ask.post(acts, content=b"x" * 65_537, headers=as_json), 413, "too-large"),
        (await ask.post(people, json={"name": "", "language": "fi"}), 400, "empty"),
        (await ask.get("/files/room:piiri/99/0"), 404, "unknown-file"),
        (await ask.get("/files/people/1/0"), 404, "unknown-file"),
    ]:
        assert (response.status_code, response.json()) == (status, {"error": code})
    assert fakes.heard == []


async def test_before_anybody_hears_it_is_said(fakes):
    await fakes.fill()
    app = Starlette(routes=routes(fakes.adapter, Still(), Echo(), rehearsal=False))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        response = await client.post("/api/rooms/piiri/acts", json=PRESS)
    assert (response.status_code, response.json()) == (503, {"error": "not-ready"})


async def test_a_file_is_saved_not_shown(ask, fakes):
    sent = await fakes.adapter.post(ROOM, full(), mark="m")
    file = await ask.get(f"/files/room:piiri/{sent.post}/0")
    assert file.headers["content-disposition"].startswith('attachment; filename="tapaaminen.ics"')
    assert file.headers["x-content-type-options"] == "nosniff"
    assert (await ask.get(f"/files/room:piiri/{sent.post}/1")).status_code == 404
    assert (await ask.get(f"/files/person:aino/{sent.post}/0")).status_code == 404


async def test_the_stream_tells_what_is_there_and_then_each_change(app, fakes):
    await fakes.adapter.post(ROOM, plain("Yksi"), mark="m1")
    await fakes.adapter.post(AINO, plain("Kahden kesken"), mark="m1")
    async with Stream(app, "/api/rooms/piiri/stream", "as=aino") as stream:
        assert (b"content-type", b"text/event-stream; charset=utf-8") in stream.start["headers"]
        assert await stream.event() == "retry: 2000"
        kind, number, told = await stream.event()
        assert (kind, [page["where"] for page in told["pages"]]) == ("snapshot", ["room", "mine"])
        assert told["here"] == [page["number"] for page in told["pages"]]
        assert number == str(max(told["here"]))
        sent = await fakes.adapter.post(ROOM, plain("Kaksi"), mark="m2")
        kind, number, told = await stream.event()
        assert (kind, number, told["blocks"][0]["text"]) == ("page", sent.post, "Kaksi")
        await fakes.adapter.amend(ROOM, sent.post, plain("Kolme"))
        kind, number, told = await stream.event()
        assert (number, told["changed"], told["blocks"][0]["text"]) == (sent.post, True, "Kolme")
        await fakes.adapter.add_person("Salme", "fi")
        kind, number, told = await stream.event()
        assert (kind, number, told["people"][-1]["name"]) == ("people", None, "Salme")
        await fakes.adapter.forget("aino")
        assert (await stream.event())[0] == "cleared"
    assert not fakes.adapter._listeners


async def test_the_stream_shows_nobody_elses_private_side(app, fakes):
    await fakes.adapter.post(AINO, plain("Kahden kesken"), mark="m1")
    for query in ("as=veikko", ""):
        async with Stream(app, "/api/rooms/piiri/stream", query) as stream:
            await stream.event()
            assert (await stream.event())[2]["pages"] == []


async def test_the_stream_goes_on_where_it_broke_off(app, fakes):
    old = await fakes.adapter.post(ROOM, plain("Vanha"), mark="m1")
    amended = await fakes.adapter.post(ROOM, plain("Muuttuu"), mark="m2")
    await fakes.adapter.amend(ROOM, amended.post, plain("Muuttui"))
    new = await fakes.adapter.post(ROOM, plain("Uusi"), mark="m3")
    async with Stream(app, "/api/rooms/piiri/stream") as stream:
        await stream.event()
        await stream.event()
        run = stream.last.partition("-")[0]
    async with Stream(app, "/api/rooms/piiri/stream", last=f"{run}-{amended.post}") as stream:
        await stream.event()
        _, number, told = await stream.event()
    assert [page["number"] for page in told["pages"]] == [int(amended.post), int(new.post)]
    assert told["here"] == [int(old.post), int(amended.post), int(new.post)]
    assert number == new.post
    for other in (f"other-{new.post}", new.post, f"{run}-1; drop"):
        async with Stream(app, "/api/rooms/piiri/stream", last=other) as stream:
            await stream.event()
            assert len((await stream.event())[2]["pages"]) == 3


async def test_the_stream_beats_while_nothing_happens_and_ends_when_the_door_closes(app, fakes, monkeypatch):
    monkeypatch.setattr(web, "HEARTBEAT_SECONDS", 0.05)
    async with Stream(app, "/api/rooms/piiri/stream") as stream:
        await stream.event()
        await stream.event()
        assert await stream.event() == ": still here"
        fakes.adapter.closing.set()
        while await stream.event() is not None:
            pass
    assert not fakes.adapter._listeners


async def test_a_listener_that_fell_behind_is_asked_to_start_again(app, fakes):
    async with Stream(app, "/api/rooms/piiri/stream") as stream:
        await stream.event()
        await stream.event()
        next(iter(fakes.adapter._listeners)).lost = True
        await fakes.adapter.post(ROOM, plain("Yksi"), mark="m1")
        await stream.event()
        assert await stream.event() is None
