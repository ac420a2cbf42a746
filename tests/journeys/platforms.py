"""What a journey needs of a platform, for every platform that journeys are played on. A new one is added to STANDS."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.adapters.browser import pages, render
from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.web import routes
from bot.adapters.memory.adapter import MODAL, STEPS, Arrived, MemoryAdapter
from bot.app import Ground, Piiri
from bot.core.incoming import Act, Command, Filled, Incoming, Press, Sender, Wrote
from bot.core.platform import Adapter, Capabilities
from tests.journeys.discord_stand import DiscordStand
from tests.journeys.people import Asked, Plain, Shown, Stand, Who, answered, message_shown, own_side
from tests.journeys.telegram_stand import TelegramStand


@dataclass
class MemoryStand(Plain):
    """The reference platform, with forms or with questions one by one."""

    name: str
    capabilities: Capabilities
    title: str = "Torstain piiri"
    arrived_parts: list[Arrived] = field(default_factory=list)
    told: int = 0
    acts: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def adapters(self, ground: Ground) -> Sequence[Adapter]:
        self.adapter = MemoryAdapter(self.capabilities, arrived=self.arrived_parts)
        return [self.adapter]

    async def opened(self, piiri: Piiri) -> None:
        while self.adapter.hear is None:
            await asyncio.sleep(0)

    async def add_channel(self, channel: str) -> None:
        """Any id is a channel here."""

    async def add_person(self, who: Who) -> None:
        self.names[who.handle] = who.name

    async def act(self, who: Who, act: Act, channel: str | None, label: str) -> list[Shown]:
        self.acts += 1
        sender = Sender("memory", who.handle, who.name, who.language, may_convene=who.may_convene)
        assert self.adapter.hear is not None
        title = self.title if channel else ""
        answer = await self.adapter.hear(Incoming(f"{who.handle}-{self.acts}", sender, channel, act, title))
        return answered(own_side(who.name), answer)

    async def arrived(self) -> list[Shown]:
        new, self.told = self.arrived_parts[self.told :], len(self.arrived_parts)
        together: dict[str, list[Arrived]] = {}
        for part in new:
            together.setdefault(part.mark.rpartition(":")[0], []).append(part)
        return [message_shown(self._place(parts[0]), [p.part for p in parts]) for parts in together.values()]

    def _place(self, part: Arrived) -> str:
        return own_side(self.names[part.to.id]) if part.to.private else part.to.id

    def kept(self) -> Any:
        return list(self.arrived_parts), self.told, self.acts, dict(self.names)

    def restore(self, kept: Any) -> None:
        arrived, self.told, self.acts, names = kept
        self.arrived_parts, self.names = list(arrived), dict(names)


@dataclass
class BrowserStand(Plain):
    """The built-in chat: acts go in as the page sends them, and what is shown is what the page would draw."""

    name: str = "browser"
    title: str = ""
    told: int = 0
    acts: int = 0

    def adapters(self, ground: Ground) -> Sequence[Adapter]:
        self.adapter = BrowserAdapter(ground.shelf, ground.clock, ground.chance)
        return [self.adapter]

    async def opened(self, piiri: Piiri) -> None:
        app = Starlette(routes=routes(self.adapter, piiri.house.clock, piiri.house.library, True))
        self.client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1")
        while self.adapter._hear is None:
            await asyncio.sleep(0)

    async def add_channel(self, channel: str) -> None:
        await self.adapter.add_room(channel, channel)

    async def add_person(self, who: Who) -> None:
        await self.adapter.add_person(who.name, who.language, who.handle)

    async def act(self, who: Who, act: Act, channel: str | None, label: str) -> list[Shown]:
        self.acts += 1
        rooms = await self.adapter.rooms()
        body = {
            "key": f"journey-{self.acts}",
            "as": who.handle,
            "private": channel is None,
            "act": {**_sent(act), "label": label},
        }
        answer = await self.client.post(f"/api/rooms/{channel or rooms[0].id}/acts", json=body)
        answer.raise_for_status()
        place, told = own_side(who.name), answer.json()["answer"]
        if isinstance(told, dict) and "toast" in told:
            return [Shown(place, told["toast"], toast=True)]
        return [_form_drawn(place, told["form"])] if isinstance(told, dict) else []

    async def arrived(self) -> list[Shown]:
        found: list[tuple[int, Shown]] = []
        places = {pages.room_address(room.id): room.id for room in await self.adapter.rooms()}
        places |= {pages.person_address(one.handle): own_side(one.name) for one in await self.adapter.people()}
        for address, place in places.items():
            for number, page in await self.adapter.pages(address):
                if number > self.told and page.who == "bot":
                    found.append((number, _page_drawn(place, render.page(number, page, address, {}), page)))
        found.sort(key=lambda pair: pair[0])
        self.told = max([self.told, *(number for number, _ in found)])
        return [shown for _, shown in found]

    def kept(self) -> Any:
        return self.told, self.acts

    def restore(self, kept: Any) -> None:
        self.told, self.acts = kept


def _sent(act: Act) -> dict[str, Any]:
    match act:
        case Press(data):
            return {"kind": "press", "data": data}
        case Command(word, rest):
            return {"kind": "command", "word": word, "rest": rest}
        case Wrote(text):
            return {"kind": "wrote", "text": text}
        case Filled(form, about, values):
            return {"kind": "filled", "form": form, "about": about, "values": dict(values)}


def _page_drawn(place: str, drawn: dict[str, Any], page: pages.Page) -> Shown:
    return Shown(
        place,
        "\n".join(block["text"] for block in drawn["blocks"]),
        tuple((b["label"], b["data"]) for row in drawn["buttons"] for b in row if b.get("data")),
        page.written.files if page.written else (),
    )


def _form_drawn(place: str, form: dict[str, Any]) -> Shown:
    asked = tuple(
        Asked(f["name"], f["label"], f["value"], tuple((o["value"], o["label"]) for o in f["options"]), f["problem"])
        for f in form["fields"]
    )
    lines = [form["title"], *(block["text"] for block in form["intro"])]
    for each in form["fields"]:
        lines += [each["label"], each["hint"], each["value"], each["problem"]]
    text = "\n".join(filter(None, lines))
    return Shown(place, text, form=(form["name"], form["about"]), fields=asked)


STANDS: dict[str, Callable[[], Stand]] = {
    "memory with forms": lambda: MemoryStand("memory", MODAL),
    "memory step by step": lambda: MemoryStand("memory", STEPS),
    "browser": BrowserStand,
    "telegram by polling": TelegramStand,
    "telegram by webhook": lambda: TelegramStand(webhook=True),
    "discord": DiscordStand,
}
"""Every platform that journeys are played on."""

ON_POSTGRES = {"memory with forms"}
"""Those played on a PostgreSQL server; all others on a file."""
