"""A real Piiri behind the Telegram adapter on the Bot API stand-in, and what a test does with them."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.adapters.telegram.adapter import TelegramAdapter, Webhook
from bot.adapters.telegram.web import PATH, routes
from bot.app import Ground, Piiri, opened
from bot.content.library import Library
from bot.core.incoming import Incoming, Press, Sender
from bot.core.model import Floor, Group, Notice
from bot.core.outgoing import say
from bot.core.people import person_for
from bot.core.platform import Adapter
from bot.core.ports import Inbox, Rhythm, UnitOfWork
from bot.core.setup import Spec, found
from scheduler.clock import HeldClock
from scheduler.control import Control, iso
from scheduler.pace import Gate, Pace
from tests.fakes.telegram import world
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.ledger import Answer
from tests.fakes.telegram.world import Person, Post

HELSINKI = ZoneInfo("Europe/Helsinki")
LIBRARY = Library()
PUBLIC = "https://piiri.example.org"
SECRET = "a-secret-that-only-Telegram-knows"

Place = world.Group | Person | int


@dataclass
class PostOffice:
    """Piiri on one folder, Telegram around it. Telegram outlives every restart.

    `inbox` may put something between the adapter and the store's inbox.
    """

    folder: Path
    webhook: bool = False
    pace: Pace = field(default_factory=Pace)
    inbox: Callable[[Inbox], Inbox] = lambda inbox: inbox
    fake: FakeTelegram = field(default_factory=FakeTelegram)
    acts: Any = field(default_factory=count)
    up: bool = False

    # Up and down

    async def opens(self) -> None:
        """Telegram is there, and Piiri listens to it."""
        if not self.fake.port:
            await self.fake.start()
        self._since = len(self.fake.calls)
        self._stack = AsyncExitStack()
        url, key = database(self.folder), key_file(self.folder)
        self.piiri: Piiri = await self._stack.enter_async_context(
            opened(url, key, self._adapters, held=True, wakes=False, library=LIBRARY)
        )
        clock = self.piiri.house.clock
        assert isinstance(clock, HeldClock)
        self.clock = clock
        self.control = Control(clock, self.piiri.store, self.piiri.store.outbox, self.piiri.dispatcher, seconds=20)
        self.up = True

    def _adapters(self, ground: Ground) -> Sequence[Adapter]:
        self.gate = Gate(self.pace)
        self.adapter = TelegramAdapter(
            self.fake.token,
            inbox=self.inbox(ground.inbox),
            library=ground.library,
            gate=self.gate,
            api_url=self.fake.url,
            webhook=Webhook(PUBLIC + PATH, SECRET) if self.webhook else None,
        )
        return [self.adapter]

    async def listens(self) -> None:
        """Until it asks, or has said where it is to be told; what was kept before is being handled then."""
        wanted = "setWebhook" if self.webhook else "getUpdates"
        await until(lambda: any(call.method == wanted for call in self.fake.calls[self._since :]))

    async def closes(self) -> None:
        """Piiri stops as it does when it is told to."""
        if self.up:
            self.up = False
            await self._stack.aclose()

    async def restarts(self) -> None:
        await self.closes()
        await self.opens()

    async def crashes(self) -> None:
        """Everything ends where it is: nothing is given back, nothing is written down."""
        tasks = [*self.piiri._tasks, *self.piiri._aside, *self.adapter.intake._tasks]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.closes()

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
        delivered = asyncio.ensure_future(self.fake.delivered(seconds))
        ended = asyncio.ensure_future(self.piiri.ended())
        await asyncio.wait({delivered, ended}, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not delivered.done():
            delivered.cancel()
            raise AssertionError("Piiri has ended") from self.piiri.failed
        delivered.result()
        await until(lambda: not self.adapter.intake.busy, seconds)

    async def moves_to(self, local: str) -> None:
        """Move group time on, such as to "2026-09-14 10:00", stopping wherever something is due."""
        to = datetime.strptime(local, "%Y-%m-%d %H:%M").replace(tzinfo=HELSINKI).astimezone(UTC)
        done = await self.control.move({"to": iso(to)})
        assert done["settled"], f"what was due by {local} did not settle"

    # The group, without the walk through its set-up

    async def founds(
        self,
        chat: Place,
        convener: Person,
        *members: Person,
        topic: int | None = None,
        name: str = "Torstain piiri",
        language: str = "en",
        settles: bool = True,
    ) -> str:
        """A group with these members, that meets from Tuesday 15 September 2026 at 17; its id."""
        house, programme = self.piiri.house, LIBRARY.programme("vahvistin")
        channel = f"{place_id(chat)}/{topic}" if topic else str(place_id(chat))
        spec = Spec(
            name, "telegram", channel, programme.slug, language, HELSINKI, datetime(2026, 9, 15, 17),
            Rhythm(3, "week"), 150, 6, "Kulttuuritalo", "", programme.themes()[:4], Floor.FIVE,
        )  # fmt: skip
        async with self.kept() as work:
            group = await found(work, house, spec, await person_for(work, house, sender(convener)))
        for member in members:  # in this order they lead
            await self.does(member, f"join:{group.id}:")
            self.clock.move(self.clock.now() + timedelta(seconds=1))
        self.piiri.dispatcher.ring()
        if settles:
            await self.settles()
        return group.id

    async def does(self, person: Person, data: str) -> Any:
        """A press that comes in by the core's own door."""
        return await self.piiri.hear(Incoming(f"test-{next(self.acts)}", sender(person), None, Press(data)))

    # What is so

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[UnitOfWork]:
        """The database, to look at what is in it."""
        async with self.piiri.store.begin() as work:
            yield work

    async def group(self, group_id: str) -> Group:
        async with self.kept() as work:
            group = await work.groups.get(group_id)
        assert group is not None
        return group

    async def notice(self, kind: str, group_id: str) -> Notice:
        """The first notice of a kind."""
        async with self.kept() as work:
            found_ = await work.notices.find(group_id=group_id, kind=kind)
        return min(found_, key=lambda notice: (notice.due, notice.id))

    def texts(self, place: Place, thread: int | None = None) -> list[str]:
        """What stands in a chat, oldest first."""
        return [post.text for post in self.fake.ledger.in_chat(place, thread)]

    def tried(self, place: Place, method: str = "send") -> list[float]:
        """When a post, or another call that begins so, was tried in a chat, whatever came of it; monotonic seconds."""
        here = (call for call in self.fake.calls if call.params.get("chat_id") == place_id(place))
        return [call.at for call in here if call.method.startswith(method)]


def database(folder: Path) -> str:
    return f"sqlite:///{folder / 'piiri.db'}"


def key_file(folder: Path) -> Path:
    return folder / "piiri.key"


def sender(person: Person) -> Sender:
    return Sender("telegram", str(person.id), person.first_name, person.language_code)


def place_id(place: Place) -> int:
    return place if isinstance(place, int) else place.id


def words(phrase: str, language: str = "en", **values: Any) -> str:
    """How Piiri says something."""
    return LIBRARY.text(say(phrase, **values), language)


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
