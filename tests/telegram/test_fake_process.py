"""The stand-in as a process of its own, as a benchmark uses it."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]


class Process:
    """What the benchmark holds in its hands."""

    def __init__(self, said: dict[str, str], client: httpx.AsyncClient) -> None:
        self.url, self.token = said["url"], said["token"]
        self.client = client

    async def asks(self, what: str, **body: Any) -> Any:
        answer = await self.client.post(f"{self.url}/control/{what}", json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()["result"]

    async def calls(self, method: str, **params: Any) -> httpx.Response:
        return await self.client.post(f"{self.url}/bot{self.token}/{method}", json=params)


@pytest.fixture
async def process() -> AsyncIterator[Process]:
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fakes.telegram", "--port", "0", "--limits",
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert running.stdout
    said = json.loads(await asyncio.wait_for(running.stdout.readline(), 20))
    async with httpx.AsyncClient() as client:
        yield Process(said, client)
    running.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running.wait(), 10) == 0


async def test_a_benchmark_fills_it_presses_and_reads_numbers(process: Process) -> None:
    people = await process.asks("people", people=[{"id": number, "opened": True} for number in range(1, 51)])
    assert people == list(range(1, 51))
    groups = await process.asks(
        "groups",
        groups=[{"members": [1, 2, 3]}, {"id": -7, "kind": "group", "members": [2, 3], "bot": "administrator"}],
    )
    assert groups[1] == -7
    markup = {"inline_keyboard": [[{"text": "Tulen", "callback_data": "a:1"}]]}
    sends = [process.calls("sendMessage", chat_id=each, text="hei", reply_markup=markup) for each in [*groups, *people]]
    codes = [answer.status_code for answer in await asyncio.gather(*sends)]
    accepted = codes.count(200)
    assert 30 <= accepted < 52

    queries = await process.asks("presses", presses=[{"person": 2, "chat": -7}, {"person": 3, "chat": -7}], every=0.01)
    updates = (await process.calls("getUpdates")).json()["result"]
    assert [each["callback_query"]["data"] for each in updates] == ["a:1", "a:1"]
    await process.calls("answerCallbackQuery", callback_query_id=queries[0])
    stats = await process.asks("stats")
    assert stats["accepted"] == accepted
    assert stats["throttled"] == 52 - accepted
    assert stats["most_in_a_second"] == 30
    assert stats["violations"] == 0
    assert (stats["presses"], stats["answered"], len(stats["latencies_ms"])) == (2, 1, 1)
    assert 0 < stats["latency_ms"]["p99"] == stats["latency_ms"]["most"] < 5000

    await process.asks("writes", writes=[{"person": 2, "text": "/piiri", "chat": -7}, {"person": 1, "text": "hei"}])
    assert (await process.asks("stats"))["waiting_updates"] == 4
    await process.asks("reset")
    assert (await process.asks("stats"))["accepted"] == 0


async def test_what_it_cannot_read_it_says(process: Process) -> None:
    for what, body in (("people", {}), ("presses", {"presses": [{"person": 1, "chat": 5}]}), ("nothing", {})):
        answer = await process.client.post(f"{process.url}/control/{what}", json=body)
        assert answer.status_code in {400, 404}
        assert answer.json()["ok"] is False
