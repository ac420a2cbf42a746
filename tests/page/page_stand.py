"""A stand for the page: fakes of everything behind it, served on a free loopback port."""

import asyncio
import itertools
import socket
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from fluent.runtime import FluentBundle, FluentResource
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

import bot.content
from bot.adapters.browser import render
from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.web import routes
from bot.core.incoming import Command, Filled, Incoming, Press, Wrote
from bot.core.outgoing import (
    Answer,
    Phrase,
    Written,
    WrittenBlock,
    WrittenButton,
    WrittenField,
    WrittenFile,
    WrittenForm,
    WrittenToast,
)
from bot.core.platform import Address
from bot.serving.web import web_app

PHRASES = Path(bot.content.__file__).parent / "phrases"
PHONE, DESK = (390, 844), (1280, 900)
BEGIN = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
SEVEN = ("Aino", "Veikko", "Salme", "Kaarina", "Oiva", "Helmi", "Taisto")
EVIL = '<img src=x onerror="window.harmed=1">'


class Shelf:
    def __init__(self) -> None:
        self.numbers = itertools.count(1)
        self.kept: dict[int, tuple[str, bytes]] = {}

    async def put(self, address: str, body: bytes) -> int:
        number = next(self.numbers)
        self.kept[number] = (address, body)
        return number

    async def replace(self, number: int, body: bytes) -> None:
        self.kept[number] = (self.kept[number][0], body)

    async def pages(self, address: str) -> list[tuple[int, bytes]]:
        return [(number, body) for number, (there, body) in self.kept.items() if there == address]

    async def clear(self, address: str) -> None:
        self.kept = {number: page for number, page in self.kept.items() if page[0] != address}


class Held:
    def __init__(self) -> None:
        self.instant = BEGIN

    def now(self) -> datetime:
        return self.instant


class Ids:
    def __init__(self) -> None:
        self.numbers = itertools.count(1)

    def new_id(self) -> str:
        return f"id{next(self.numbers):014}"

    def shuffled(self, items: Any) -> list[str]:
        return list(items)


class Words:
    """The page's own phrases, read from where they are; nothing else."""

    def __init__(self) -> None:
        self.bundles: dict[str, FluentBundle] = {}
        for language in ("fi", "en", "sv"):
            bundle = FluentBundle([language], use_isolating=False)
            bundle.add_resource(FluentResource((PHRASES / language / "page.ftl").read_text()))
            self.bundles[language] = bundle

    def languages(self) -> tuple[str, ...]:
        return tuple(self.bundles)

    def text(self, text: Phrase, language: str) -> str:
        bundle = self.bundles[language]
        value, errors = bundle.format_pattern(bundle.get_message(text.id).value, dict(text.values))
        assert not errors
        return str(value)


def block(kind: str, text: str, *counts: int) -> WrittenBlock:
    return WrittenBlock(kind, text, counts)


PRETASK = Written(
    (
        block("heading", "Ennakkotehtävä: voimavarat arjessa"),
        block("para", "Tapaamme tiistaina 10.11. klo 17.00. Tällä kertaa vetää Salme."),
        block("item", "Mikä auttoi sinua viime viikolla silloin, kun oli raskasta?"),
        block("item", "Kenelle voisit soittaa ihan vain kuulumisia varten?"),
        block("para", "Muistiinpanosi näet vain sinä, ja saat ne takaisin ennen tapaamista."),
    ),
    ((WrittenButton("Kirjoita muistiin itsellesi", "note:1"),),),
)
REMINDER = Written(
    (
        block("heading", "Huomenna tavataan"),
        block("para", "Tiistaina 10.11. klo 17.00, Kulmakuppila, Mannerheimintie 5. Vetää Salme."),
        block("para", "Ei pääse: Oiva."),
    ),
    (
        (WrittenButton("Olen tulossa", "coming:1"), WrittenButton("En pääse", "absent:1")),
        (WrittenButton("Kartta", url="https://example.org/kartta"),),
    ),
    (WrittenFile("tapaaminen.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),),
)
RESULTS = Written(
    (
        block("heading", "Näin viime kerta meni"),
        block(
            "scale", "Miltä tapaaminen tuntui?\n1 raskaalta – 5 kevyeltä\n1: 0, 2: 1, 3: 1, 4: 3, 5: 2", 0, 1, 1, 3, 2
        ),
        block("quote", "Oli hyvä kuulla, etten ole ainoa."),
    ),
)
MENU = Written(
    (block("heading", "Mitä haluat tehdä?"), block("para", "Seuraava tapaaminen on tiistaina 10.11. klo 17.00.")),
    (
        (WrittenButton("En pääse", "absent:1"), WrittenButton("Muistiinpanot", "note:1")),
        (WrittenButton("Omat tietoni", "mine"), WrittenButton("Apua ja tukea", "help")),
    ),
)


def absence(values: Mapping[str, str], problem: str = "") -> WrittenForm:
    kinds = (("absent", "En pääse"), ("late", "Tulen myöhässä"))
    return WrittenForm(
        "absence",
        "1",
        "Et pääse tapaamiseen",
        (block("para", "Syytä ei tarvitse kertoa. Jos kerrot, valitse, kuka sen näkee."),),
        (
            WrittenField("how", "Miten käy?", "", kinds, True, False, 20, values.get("how", ""), problem),
            WrittenField(
                "reason", "Terveiset muille", "Näkyy ryhmälle.", (), False, True, 300, values.get("reason", ""), ""
            ),
        ),
        "Kerro ryhmälle",
    )


@dataclass
class Story:
    """What a group does, as far as the page needs it; `slow` holds every answer back for so many seconds."""

    adapter: BrowserAdapter
    heard: list[Incoming] = field(default_factory=list)
    slow: float = 0.0

    async def hear(self, incoming: Incoming) -> Answer:
        self.heard.append(incoming)
        await asyncio.sleep(self.slow)
        match incoming.act:
            case Press(data="coming:1"):
                return WrittenToast("Merkitty: olet tulossa.")
            case Press(data="absent:1"):
                return absence({})
            case Filled(values=values) if not values.get("how"):
                return absence(values, "Valitse kumpi.")
            case Filled():
                room = Address("browser", "piiri", False)
                told = Written((block("para", f"{incoming.sender.name} ei pääse tiistaina."),))
                await self.adapter.post(room, told, mark=incoming.key)
                return (Written((block("para", "Kerroin ryhmälle. Hyvä, että kerroit."),)),)
            case Command(word="menu"):
                return (MENU,)
            case Command(word="setup"):
                await self.adapter.post(Address("browser", "piiri", False), PRETASK, mark="pretask")
                return (Written((block("para", "Ryhmä on perustettu."),)),)
            case Wrote():
                return (Written((block("para", "Kirjoitin muistiin. Saat sen takaisin tunnin ennen tapaamista."),)),)
            case _:
                return (Written((block("para", "Täältä löydät kaiken: paina Valikko."),)),)


class Stand:
    """The page with everything behind it; `open` is where it is."""

    def __init__(self, *, rehearsal: bool = True, empty: bool = False, people: tuple[str, ...] = SEVEN) -> None:
        self.shelf, self.clock = Shelf(), Held()
        self.adapter = BrowserAdapter(self.shelf, self.clock, Ids())
        self.story = Story(self.adapter)
        self.people, self.empty = people, empty
        self.ahead = [
            (datetime(2026, 11, 9, 8, tzinfo=UTC), "ma 9.11. klo 10.00", "reminder", "Muistutus", "channel", REMINDER),
            (
                datetime(2026, 11, 10, 14, tzinfo=UTC),
                "ti 10.11. klo 16.00",
                "hour",
                "Tunnin päästä",
                "channel",
                PRETASK,
            ),
            (
                datetime(2026, 11, 10, 14, tzinfo=UTC),
                "ti 10.11. klo 16.00",
                "notes",
                "Omat muistiinpanot",
                "Aino",
                MENU,
            ),
            (datetime(2026, 11, 12, 8, tzinfo=UTC), "to 12.11. klo 10.00", "results", "Palaute", "channel", RESULTS),
        ]
        extra = [
            Route("/rehearsal/clock", self._clock, methods=["GET", "POST"]),
            Route("/rehearsal/coming", self._coming, methods=["GET"]),
        ]
        self.app = web_app([*routes(self.adapter, self.clock, Words(), rehearsal), *(extra if rehearsal else [])])

    async def fill(self) -> None:
        await self.adapter.add_room("Tiistain piiri", "piiri")
        for name in self.people:
            await self.adapter.add_person(name, "fi", name.lower() if name.isalpha() else None)
        if self.empty:
            return
        room = Address("browser", "piiri", False)
        await self.adapter.post(room, RESULTS, mark="results")
        self.clock.instant += timedelta(hours=3)
        await self.adapter.post(room, PRETASK, mark="pretask")

    def _told(self) -> Response:
        ahead = [due for due, *_ in self.ahead if due > self.clock.now()]
        return JSONResponse(
            {
                "now": self.clock.now().isoformat(),
                "next": {"due": ahead[0].isoformat(), "kind": "some", "group": "g"} if ahead else None,
                "settled": True,
            }
        )

    async def _clock(self, request: Request) -> Response:
        if request.method == "POST":
            asked = await request.json()
            before = self.clock.now()
            if asked.get("next"):
                self.clock.instant = next((due for due, *_ in self.ahead if due > before), before)
            else:
                self.clock.instant = max(before, datetime.fromisoformat(asked["to"]))
            for due, _, kind, _, to, written in self.ahead:
                if before < due <= self.clock.now():
                    address = Address("browser", "piiri" if to == "channel" else to.lower(), to != "channel")
                    await self.adapter.post(address, written, mark=kind)
        return self._told()

    async def _coming(self, request: Request) -> Response:
        items = [
            {"due": due.isoformat(), "local": local, "kind": kind, "title": title, "to": to}
            | {"written": render.message(written)}
            for due, local, kind, title, to, written in self.ahead
            if due > self.clock.now()
        ]
        return JSONResponse({"zone": "Europe/Helsinki", "items": items})


class Served:
    """A stand on a free port, in a thread of its own, for as long as the block lasts."""

    def __init__(self, stand: Stand, port: int = 0) -> None:
        self.stand = stand
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("127.0.0.1", port))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.server = uvicorn.Server(uvicorn.Config(stand.app, log_level="warning", timeout_graceful_shutdown=2))
        self.thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        await self.stand.fill()
        hearing = asyncio.create_task(self.stand.adapter.run(self.stand.story.hear))
        await self.server.serve([self.socket])
        hearing.cancel()

    def __enter__(self) -> "Served":
        self.thread.start()
        until = time.monotonic() + 10
        while not self.server.started:
            assert time.monotonic() < until, "the stand did not start"
            time.sleep(0.02)
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.stand.adapter.closing.set)
        self.server.should_exit = True
        self.thread.join(10)
        self.socket.close()
