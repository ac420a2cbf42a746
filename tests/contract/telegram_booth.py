"""Telegram to try the adapter on: the Bot API stand-in, by polling or by webhook."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette

from bot.adapters.telegram.adapter import TelegramAdapter, Webhook
from bot.adapters.telegram.web import PATH, routes
from bot.content.library import Library
from bot.core.platform import Address
from scheduler.pace import Gate, Pace
from tests.contract.stood import Simple, Stood
from tests.fakes.telegram.fake import FakeTelegram

LIBRARY = Library()
PUBLIC = "https://piiri.example.org"


class Inbox:
    """An inbox that nobody restarts."""

    def __init__(self) -> None:
        self.here: dict[str, bytes] = {}

    async def keep(self, platform: str, came: Sequence[tuple[str, bytes]]) -> list[str]:
        new = {key: body for key, body in came if key not in self.here}
        self.here |= new
        return list(new)

    async def kept(self, platform: str) -> list[tuple[str, bytes]]:
        return list(self.here.items())

    async def drop(self, platform: str, key: str) -> None:
        self.here.pop(key, None)


class TelegramBooth(Simple):
    nowhere = Address("telegram", "-100999", private=False)

    def __init__(self, *, webhook: bool = False) -> None:
        self.webhook = webhook
        self.fake = FakeTelegram()
        self.aino, self.veikko = (self.fake.person(name, opened=True) for name in ("Aino", "Veikko"))
        self.group = self.fake.group("Torstain piiri", [self.aino, self.veikko], bot="member")
        self.channel = Address("telegram", str(self.group.id), private=False)
        self.person, self.other = (Address("telegram", str(p.id), private=True) for p in (self.aino, self.veikko))
        self.server: Any = None

    async def ready(self) -> None:
        await self.fake.start()
        self.restarted()
        if self.webhook:
            door = socket.create_server(("127.0.0.1", 0))
            self.fake.reaches(PUBLIC, f"http://127.0.0.1:{door.getsockname()[1]}")
            config = uvicorn.Config(Starlette(routes=routes(self.adapter)), log_config=None, lifespan="off")
            self.server = uvicorn.Server(config)
            self.serving = asyncio.create_task(self.server.serve(sockets=[door]))

    async def closed(self) -> None:
        await self.adapter.close()
        if self.server is not None:
            self.server.should_exit = True
            await self.serving
        await self.fake.stop()
        assert self.fake.violations == []

    def restarted(self) -> TelegramAdapter:
        self.adapter = TelegramAdapter(
            self.fake.token,
            inbox=Inbox(),
            library=LIBRARY,
            gate=Gate(Pace()),
            api_url=self.fake.url,
            webhook=Webhook(PUBLIC + PATH, "secret-0123456789") if self.webhook else None,
        )
        return self.adapter

    @asynccontextmanager
    async def fails(self) -> AsyncIterator[None]:
        await self.fake.stop()
        yield
        await self.fake.start()

    async def stands(self, at: Address) -> Sequence[Stood]:
        return [
            Stood(
                post.text,
                tuple((label, data) for row in post.keyboard for label, data in row),
                ((post.document.name, post.document.data),) if post.document else (),
            )
            for post in self.fake.ledger.in_chat(int(at.id))
        ]

    async def press(self, at: Address, data: str, label: str) -> None:
        post = self.fake.ledger.in_chat(int(at.id))[-1]
        self.fake.presses(self.aino, post, data)
        await self.fake.delivered()
        while self.adapter.intake.busy:
            await asyncio.sleep(0.001)
