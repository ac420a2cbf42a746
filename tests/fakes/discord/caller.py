"""Requests by hand, so that no library puts a wrong one right or waits before it is sent."""

from typing import Any, NamedTuple

import aiohttp
import msgspec

from tests.fakes.discord.interactions import Answered, Interaction
from tests.fakes.discord.talk import Talk


class Reply(NamedTuple):
    """What came back; `body` is None where there was none, and text where it was no JSON."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> int:
        """Discord's own code, 0 where there is none."""
        return self.body.get("code", 0) if isinstance(self.body, dict) else 0

    def wrong(self, *path: str | int) -> str:
        """What was wrong at a place in the form; raises `KeyError` when nothing was."""
        here = self.body["errors"]
        for step in path:
            here = here[str(step)]
        return here["_errors"][0]["code"]


class Caller:
    """One who calls the stand-in with the bot's token, or with another."""

    def __init__(self, fake: Talk, session: aiohttp.ClientSession, token: str | None = None) -> None:
        self.fake = fake
        self.session = session
        self.token = token or fake.token

    async def __call__(
        self, method: str, path: str, body: Any = None, *, files: list[bytes] | None = None, **query: Any
    ) -> Reply:
        """One request; with files, a form of several parts."""
        data: Any = None
        headers = {"Authorization": f"Bot {self.token}"}
        if files is not None:
            data = aiohttp.FormData(quote_fields=False)
            data.add_field("payload_json", msgspec.json.encode(body or {}).decode())
            for number, each in enumerate(files):
                data.add_field(f"files[{number}]", each, filename=f"{number}.txt", content_type="text/plain")
        elif body is not None:
            data = msgspec.json.encode(body)
            headers["Content-Type"] = "application/json"
        url = self.fake.api + path
        async with self.session.request(method, url, data=data, headers=headers, params=query) as answer:
            read = await answer.read()
            told = dict(answer.headers)
            if not read:
                return Reply(answer.status, None, told)
            typed = answer.content_type == "application/json"
            return Reply(answer.status, msgspec.json.decode(read) if typed else read.decode(), told)

    async def says(self, channel: Any, body: Any = None, **more: Any) -> Reply:
        """A message in a channel."""
        return await self("POST", f"/channels/{channel.id}/messages", body, **more)

    async def answers(self, asked: Interaction | Answered, kind: int, data: Any = None, **more: Any) -> Reply:
        """The first answer to what a person did."""
        interaction = asked.interaction if isinstance(asked, Answered) else asked
        assert interaction
        body = {"type": kind} | ({"data": data} if data is not None else {})
        return await self("POST", f"/interactions/{interaction.id}/{interaction.token}/callback", body, **more)
