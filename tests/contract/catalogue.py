"""Every adapter there is, each with a booth to try it in. The suite runs over all of them; a test sees to it."""

import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol

import httpx
from starlette.applications import Starlette

from bot.adapters.browser import pages
from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.web import routes
from bot.adapters.memory.adapter import MODAL, STEPS, Arrived, MemoryAdapter
from bot.chance import Chance
from bot.content.library import Library
from bot.core.incoming import Incoming, Press, Sender
from bot.core.platform import Adapter, Address, Capabilities, NotSent, Outcome
from scheduler.clock import HeldClock
from tests.contract.discord_booth import DiscordBooth
from tests.contract.stood import Happening, Simple, Stood
from tests.contract.telegram_booth import TelegramBooth

NOW = datetime(2026, 9, 1, 6, tzinfo=UTC)


class Booth(Protocol):
    """A platform to try an adapter on: one channel, two people, and a way to make it fail."""

    adapter: Adapter
    channel: Address
    person: Address
    other: Address
    nowhere: Address | None
    """An address that is closed to us; None where the platform has none."""

    async def ready(self) -> None:
        """The platform is there; the adapter does not run yet."""

    async def closed(self) -> None:
        """The platform is gone."""

    async def stands(self, at: Address) -> Sequence[Stood]:
        """What stands at an address, oldest first."""

    async def press(self, at: Address, data: str, label: str) -> None:
        """The person presses this button there, as the platform would let us know; `run` is under way."""

    def fails(self) -> AbstractAsyncContextManager[None]:
        """The platform cannot be reached meanwhile."""

    def restarted(self) -> Adapter:
        """The adapter anew, on the same platform."""

    def long_after(self) -> None:
        """So long that the platform itself no longer knows which tries belong together."""

    role: str
    """A circle of people that can be called, where there are such."""

    async def events(self) -> Sequence[Happening]:
        """The events that people see around the channel."""


@dataclass
class MemoryBooth(Simple):
    capabilities: Capabilities
    arrived: list[Arrived] = field(default_factory=list)
    broken: bool = False
    channel = Address("memory", "main", private=False)
    person = Address("memory", "aino", private=True)
    other = Address("memory", "veikko", private=True)
    nowhere = None

    def __post_init__(self) -> None:
        self.adapter = self.restarted()

    async def ready(self) -> None:
        """Nothing to make ready."""

    async def closed(self) -> None:
        """Nothing to close."""

    def restarted(self) -> MemoryAdapter:
        self.adapter = MemoryAdapter(self.capabilities, arrived=self.arrived, fate=self._fate)
        return self.adapter

    def _fate(self, _to: Address, _mark: str) -> Outcome | None:
        return NotSent("no-connection") if self.broken else None

    @asynccontextmanager
    async def fails(self) -> AsyncIterator[None]:
        self.broken = True
        yield
        self.broken = False

    async def stands(self, at: Address) -> Sequence[Stood]:
        return [
            Stood(
                "\n".join(block.text for block in each.part.blocks),
                tuple((b.label, b.data) for row in each.part.buttons for b in row),
                tuple((file.name, file.body) for file in each.part.files),
            )
            for each in self.arrived
            if each.to == at
        ]

    async def press(self, at: Address, data: str, label: str) -> None:
        sender = Sender("memory", "aino", "Aino", "fi")
        assert self.adapter.hear is not None
        await self.adapter.hear(Incoming("k1", sender, None if at.private else at.id, Press(data)))


class Shelf:
    """A shelf that can be out of reach."""

    def __init__(self) -> None:
        self.numbers = itertools.count(1)
        self.kept: dict[int, tuple[str, bytes]] = {}
        self.broken = False

    def _check(self) -> None:
        if self.broken:
            raise OSError("the shelf is out of reach, and its text must not be told")

    async def put(self, address: str, body: bytes) -> int:
        self._check()
        number = next(self.numbers)
        self.kept[number] = (address, body)
        return number

    async def replace(self, number: int, body: bytes) -> None:
        self._check()
        self.kept[number] = (self.kept[number][0], body)

    async def pages(self, address: str) -> list[tuple[int, bytes]]:
        self._check()
        return [(number, body) for number, (there, body) in self.kept.items() if there == address]

    async def clear(self, address: str) -> None:
        self._check()
        self.kept = {number: page for number, page in self.kept.items() if page[0] != address}


class BrowserBooth(Simple):
    channel = Address("browser", "main", private=False)
    person = Address("browser", "aino", private=True)
    other = Address("browser", "veikko", private=True)
    nowhere = Address("browser", "gone", private=False)

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.adapter = self.restarted()

    def restarted(self) -> BrowserAdapter:
        self.adapter = BrowserAdapter(self.shelf, HeldClock(NOW), Chance())
        return self.adapter

    async def ready(self) -> None:
        await self.adapter.add_room("Torstain piiri", "main")
        await self.adapter.add_person("Aino", "fi", "aino")
        await self.adapter.add_person("Veikko", "fi", "veikko")

    async def closed(self) -> None:
        """Nothing to close."""

    @asynccontextmanager
    async def fails(self) -> AsyncIterator[None]:
        self.shelf.broken = True
        yield
        self.shelf.broken = False

    async def stands(self, at: Address) -> Sequence[Stood]:
        address = pages.person_address(at.id) if at.private else pages.room_address(at.id)
        found = [page.written for _, page in await self.adapter.pages(address) if page.who == "bot"]
        return [
            Stood(
                "\n".join(block.text for block in written.blocks),
                tuple((b.label, b.data) for row in written.buttons for b in row),
                tuple((file.name, file.body) for file in written.files),
            )
            for written in found
            if written is not None
        ]

    async def press(self, at: Address, data: str, label: str) -> None:
        app = Starlette(routes=routes(self.adapter, HeldClock(NOW), Library(), False))
        act = {"kind": "press", "data": data, "label": label}
        body = {"key": "journey-1", "as": "aino", "private": at.private, "act": act}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            (await client.post("/api/rooms/main/acts", json=body)).raise_for_status()


CATALOGUE: dict[str, Callable[[], Booth]] = {
    "memory": lambda: MemoryBooth(MODAL),
    "memory step by step": lambda: MemoryBooth(STEPS),
    "browser": BrowserBooth,
    "telegram by polling": TelegramBooth,
    "telegram by webhook": lambda: TelegramBooth(webhook=True),
    "discord in process": DiscordBooth,
}
"""By the adapter's folder, and what sets one way of it apart from another."""
