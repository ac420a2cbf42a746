"""A platform's stand-in in a process of its own, and its control."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx


class Ask:
    """What the stand-in said of itself, and everything that it can be asked for."""

    def __init__(self, said: dict[str, str], control: str) -> None:
        self.said = said
        self.url, self.token = said["url"], said["token"]
        self._control = f"{self.url}/{control}"
        self._client = httpx.AsyncClient(timeout=300)  # making one takes longer than most of what is measured

    async def __call__(self, what: str, /, **body: Any) -> Any:
        answer = (await self._client.post(f"{self._control}/{what}", json=body)).json()
        assert answer["ok"], answer
        return answer["result"]

    async def close(self) -> None:
        await self._client.aclose()


@asynccontextmanager
async def stand_in(platform: str, *options: str) -> AsyncIterator[Ask]:
    """It runs until the block ends."""
    command = [sys.executable, "-m", f"tests.fakes.{platform}", "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220 - nothing else runs yet
    try:
        assert process.stdout is not None
        control = "_control" if platform == "discord" else "control"
        ask = Ask(json.loads(process.stdout.readline()), control)
        yield ask
        await ask.close()
    finally:
        process.terminate()
        process.wait(10)
