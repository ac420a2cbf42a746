"""What the browser chat needs of the other rooms, as small as it can be."""

import itertools
from datetime import UTC, datetime
from typing import Any

from bot.adapters.browser.adapter import BrowserAdapter
from bot.core.incoming import Incoming
from bot.core.outgoing import Answer, Phrase, Written, WrittenBlock, WrittenButton, WrittenFile
from bot.core.platform import Address

NOW = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
ROOM = Address("browser", "piiri", False)
AINO = Address("browser", "aino", True)
FILE = WrittenFile("tapaaminen.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n")


def plain(text: str) -> Written:
    return Written((WrittenBlock("para", text),))


def full(text: str = "Huomenna tavataan") -> Written:
    return Written((WrittenBlock("heading", text),), ((WrittenButton("En pääse", "absent:1"),),), (FILE,))


class FakeShelf:
    def __init__(self) -> None:
        self.numbers = itertools.count(1)
        self.kept: dict[int, tuple[str, bytes]] = {}
        self.broken = False

    async def put(self, address: str, body: bytes) -> int:
        if self.broken:
            raise OSError
        number = next(self.numbers)
        self.kept[number] = (address, body)
        return number

    async def replace(self, number: int, body: bytes) -> None:
        self.kept[number] = (self.kept[number][0], body)

    async def pages(self, address: str) -> list[tuple[int, bytes]]:
        return [(number, body) for number, (there, body) in self.kept.items() if there == address]

    async def clear(self, address: str) -> None:
        self.kept = {number: page for number, page in self.kept.items() if page[0] != address}


class Still:
    def now(self) -> datetime:
        return NOW


class Ids:
    def __init__(self) -> None:
        self.numbers = itertools.count(1)

    def new_id(self) -> str:
        return f"id{next(self.numbers):014}"

    def shuffled(self, items: Any) -> list[str]:
        return list(items)


class Echo:
    """Says an id back, in the language asked for."""

    def languages(self) -> tuple[str, ...]:
        return ("fi", "en", "sv")

    def text(self, text: Phrase, language: str) -> str:
        return f"{language}:{text.id}"


class Fakes:
    def __init__(self) -> None:
        self.shelf = FakeShelf()
        self.adapter = BrowserAdapter(self.shelf, Still(), Ids())
        self.heard: list[Incoming] = []
        self.answer: Answer = None

    async def hear(self, incoming: Incoming) -> Answer:
        self.heard.append(incoming)
        return self.answer

    async def fill(self) -> None:
        await self.adapter.add_room("Tiistain piiri", "piiri")
        await self.adapter.add_person("Aino", "fi", "aino")
        await self.adapter.add_person("Veikko", "sv", "veikko")
