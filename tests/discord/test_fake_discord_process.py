"""The stand-in as a process of its own, as a benchmark and `piiri run` use it."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

ROOT = Path(__file__).resolve().parents[2]


class Process:
    """What somebody else holds in their hands."""

    def __init__(self, said: dict[str, str], session: aiohttp.ClientSession) -> None:
        self.said = said
        self.session = session

    async def asks(self, what: str, /, **body: Any) -> Any:
        status, answer = await self.tries(what, **body)
        assert status == 200, answer
        return answer["result"]

    async def tries(self, what: str, /, **body: Any) -> tuple[int, Any]:
        async with self.session.post(f"{self.said['url']}/_control/{what}", json=body) as answer:
            return answer.status, await answer.json()

    async def calls(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bot {self.said['token']}"}
        async with self.session.request(method, self.said["api"] + path, json=body, headers=headers) as answer:
            return answer.status, await answer.json() if answer.status != 204 else None


@pytest.fixture
async def process() -> AsyncIterator[Process]:
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fakes.discord", "--port", "0", "--limits",
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout
    said = json.loads(await asyncio.wait_for(running.stdout.readline(), 20))
    async with aiohttp.ClientSession() as session:
        yield Process(said, session)
    running.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running.wait(), 10) == 0


async def test_another_process_makes_the_world_acts_and_reads(process: Process) -> None:
    aino = (await process.asks("person", name="Aino", person_id=11))["id"]
    guild = (await process.asks("guild", name="Talo", members=[aino], guild_id=22))["id"]
    place = (await process.asks("channel", guild=guild, name="piiri", channel_id=33))["id"]
    assert (aino, guild, place) == (11, 22, 33)
    made = await process.asks("bulk", do=[["channel", {"guild": guild, "name": f"k{each}"}] for each in range(20)])
    assert len(made) == 20
    state = await process.asks("state")
    assert state["guilds"] == [guild]
    assert state["listening"] is False

    row = [{"type": 1, "components": [{"type": 2, "style": 1, "label": "Tulen", "custom_id": "a"}]}]
    sends = [process.calls("POST", f"/channels/{each['id']}/messages", {"content": "hei"}) for each in made]
    sends += [
        process.calls("POST", f"/channels/{place}/messages", {"content": "hei", "components": row}) for _ in range(7)
    ]
    statuses = [status for status, _ in await asyncio.gather(*sends)]
    assert (statuses.count(200), statuses.count(429)) == (25, 2)
    seen = await process.asks("messages", channel=place, person=aino)
    assert [each["text"] for each in seen] == ["hei"] * 5
    stats = await process.asks("stats")
    assert (stats["posted"], stats["throttled"], stats["statuses"]) == (25, 2, {"200": 25, "429": 2})
    assert stats["most_in_a_second"] <= 27
    assert len(await process.asks("requests", route="/channels/{}/messages", status=429)) == 2

    await process.asks("set", ack_seconds=0.1)
    acts = [
        ["presses", {"person": aino, "message": each["id"], "channel": place, "button": "Tulen"}] for each in seen[:2]
    ]
    answered = await process.asks("acts", do=acts, every=0.01)
    assert [each["kind"] for each in answered] == ["none", "none"]
    assert (await process.asks("stats"))["interactions"] == 2
    await process.asks("fails", what="503", method="POST")
    assert (await process.calls("POST", f"/channels/{made[0]['id']}/messages", {"content": "x"}))[0] == 503
    await process.asks("set", limits=False)
    await process.asks("reset")
    assert (await process.asks("stats"))["requests"] == 0


async def test_somebody_at_the_gateway_of_the_process_hears_and_answers(process: Process) -> None:
    aino = (await process.asks("person", name="Aino"))["id"]
    guild = (await process.asks("guild", members=[aino]))["id"]
    place = (await process.asks("channel", guild=guild))["id"]
    commands = [{"name": "piiri", "description": "Piiri"}]
    app = (await process.asks("state"))["application_id"]
    assert (await process.calls("PUT", f"/applications/{app}/commands", commands))[0] == 200
    async with process.session.ws_connect(process.said["gateway"]) as ws:
        assert (await ws.receive_json())["op"] == 10
        await ws.send_json({"op": 2, "d": {"token": process.said["token"], "intents": 1, "properties": {}}})
        assert [(await ws.receive_json())["t"] for _ in range(2)] == ["READY", "GUILD_CREATE"]
        await process.asks("connected")
        asked = asyncio.create_task(process.asks("invokes", person=aino, command="piiri", channel=place))
        told = (await ws.receive_json())["d"]
        field = {"type": 4, "custom_id": "t", "style": 1, "label": "Sana"}
        form = {"custom_id": "m", "title": "Lomake", "components": [{"type": 1, "components": [field]}]}
        at = f"/interactions/{told['id']}/{told['token']}/callback"
        assert (await process.calls("POST", at, {"type": 9, "data": form}))[0] == 204
        shown = await asked
        assert (shown["kind"], shown["modal"]["fields"][0]["label"]) == ("modal", "Sana")
        sent = asyncio.create_task(process.asks("submits", interaction=shown["interaction"], values={"Sana": "hei"}))
        told = (await ws.receive_json())["d"]
        assert told["data"]["components"][0]["components"][0]["value"] == "hei"
        at = f"/interactions/{told['id']}/{told['token']}/callback"
        assert (await process.calls("POST", at, {"type": 4, "data": {"content": "kiitos"}}))[0] == 204
        assert (await sent)["text"] == "kiitos"


async def test_what_cannot_be_done_is_said(process: Process) -> None:
    aino = (await process.asks("person"))["id"]
    for what, body, why in (
        ("nothing", {}, "there is no nothing"),
        ("presses", {"person": aino, "message": 5, "button": "x"}, "there is no message 5"),
        ("invokes", {"person": aino, "command": "piiri"}, "no command"),
        ("channel", {"guild": 5}, "KeyError"),
        ("person", {"nimi": "Aino"}, "unexpected keyword"),
        ("set", {"colour": 1}, "cannot be set"),
    ):
        status, answer = await process.tries(what, **body)
        assert status == 400
        assert why in answer["error"]
