"""A real Piiri behind the Telegram adapter on the Bot API stand-in, and what a test does with them."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.adapters.telegram.adapter import TelegramAdapter, Webhook
from bot.adapters.telegram.web import PATH, routes
from bot.app import Ground
from bot.core.incoming import Sender
from bot.core.platform import Adapter
from bot.core.ports import Inbox
from tests.fakes.telegram import world
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.ledger import Answer
from tests.fakes.telegram.world import Person, Post
from tests.office import NAME, Office

PUBLIC = "https://piiri.example.org"
SECRET = "a-secret-that-only-Telegram-knows"

Place = world.Group | Person | int


@dataclass
class PostOffice(Office):
    """Piiri on one folder, Telegram around it. Telegram outlives every restart.

    `inbox` may put something between the adapter and the store's inbox.
    """

    webhook: bool = False
    without: tuple[str, ...] = ()
    inbox: Callable[[Inbox], Inbox] = lambda inbox: inbox
    fake: FakeTelegram = field(default_factory=FakeTelegram)

    platform = "telegram"

    # As every office

    async def awaits(self) -> None:
        if not self.fake.port:
            await self.fake.start()
        self._since = len(self.fake.calls)

    def made(self, ground: Ground) -> Adapter:
        self.adapter = TelegramAdapter(
            self.fake.token,
            inbox=self.inbox(ground.inbox),
            library=ground.library,
            gate=self.gate,
            api_url=self.fake.url,
            webhook=Webhook(PUBLIC + PATH, SECRET) if self.webhook else None,
            without=self.without,
        )
        return self.adapter

    def address(self, place: Any) -> str:
        return str(place_id(place))

    def sender(self, person: Any) -> Sender:
        return sender(person)

    async def listens(self) -> None:
        """Until it asks, or has said where it is to be told; what was kept before is being handled then."""
        wanted = "setWebhook" if self.webhook else "getUpdates"
        await until(lambda: any(call.method == wanted for call in self.fake.calls[self._since :]))

    async def restarts(self) -> None:
        await self.closes()
        await self.opens()

    async def crashes(self, *besides: asyncio.Task[None]) -> None:
        await super().crashes(*besides, *self.adapter.intake._tasks)

    # Who and where

    def person(self, name: str, *, opened: bool = True) -> Person:
        """Somebody whose app speaks English, with or without an open chat with the bot."""
        return self.fake.person(name, language_code="en", opened=opened)

    def chat(self, *people: Person, title: str = "Torstain piiri", kind: str = "supergroup") -> world.Group:
        """A group that the first of them made, with the bot in it."""
        return self.fake.group(title, people, kind=kind, bot="member")

    # What people do, until all is answered

    async def presses(self, person: Person, post: Post, data: str) -> Answer | None:
        """Press a button by its label, or by what a forger would send; what its presser was told in passing."""
        with suppress(KeyError):
            data = post.button(data)
        query = self.fake.presses(person, post, data)
        await self.settles()
        return self.fake.answers.get(query)

    async def says(self, person: Person, text: str, chat: Place | None = None, thread: int | None = None) -> None:
        """Write in private, or in a group."""
        self.fake.writes(person, text, chat, thread)  # type: ignore[arg-type]
        await self.settles()

    async def opens_by(self, person: Person, url: str | None) -> None:
        """Follow an address that opens the private side."""
        assert url
        self.fake.starts(person, url.partition("?start=")[2])
        await self.settles()

    async def settles(self, seconds: float = 20) -> None:
        """Until all that was done is kept, handled, answered, and what it set off is sent."""
        await self.handles(seconds)
        assert await self.piiri.dispatcher.settled(seconds), "what was due did not settle"
        while self.piiri._aside:
            await asyncio.sleep(0.001)

    async def handles(self, seconds: float = 20) -> None:
        """Until all that was done is kept, handled and answered."""
        await self.listens()
        await self.ended_or(asyncio.ensure_future(self.fake.delivered(seconds)))
        await until(lambda: not self.adapter.intake.busy, seconds)

    async def founds(
        self,
        chat: Place,
        convener: Person,
        *members: Person,
        topic: int | None = None,
        name: str = NAME,
        language: str = "en",
        settles: bool = True,
    ) -> str:
        """A group with these members, that meets from Tuesday 15 September 2026 at 17; its id."""
        channel = f"{self.address(chat)}/{topic}" if topic else self.address(chat)
        return await self.founded(channel, convener, *members, name=name, language=language, settles=settles)

    async def does(self, person: Person, data: str) -> Any:
        """A press in private that comes in by the core's own door."""
        return await self.hears(person, data, None)

    # What is so

    def texts(self, place: Place, thread: int | None = None) -> list[str]:
        """What stands in a chat, oldest first."""
        return [post.text for post in self.fake.ledger.in_chat(place, thread)]

    def tried(self, place: Place, method: str = "send") -> list[float]:
        """When a post, or another call that begins so, was tried in a chat, whatever came of it; monotonic seconds."""
        here = (call for call in self.fake.calls if call.params.get("chat_id") == place_id(place))
        return [call.at for call in here if call.method.startswith(method)]


def sender(person: Person) -> Sender:
    return Sender("telegram", str(person.id), person.first_name, person.language_code)


def place_id(place: Place) -> int:
    return place if isinstance(place, int) else place.id


async def until(true: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for it; TimeoutError where it does not come."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.002)


@asynccontextmanager
async def serving(app: ASGIApp, *doors: socket.socket) -> AsyncIterator[None]:
    """A web app behind real sockets."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
    server.install_signal_handlers = lambda: None  # type: ignore[method-assign]
    task = asyncio.create_task(server.serve(sockets=list(doors)))
    await until(lambda: server.started or task.done())
    try:
        yield
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def webhook_door(office: PostOffice) -> AsyncIterator[str]:
    """The address on this machine at which Telegram reaches the office."""
    door = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{door.getsockname()[1]}"
    office.fake.reaches(PUBLIC, url)
    async with serving(Starlette(routes=routes(office.adapter)), door):
        yield url + PATH
