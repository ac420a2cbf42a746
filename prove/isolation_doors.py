"""The doors that are addresses: members' calendars, and the page of the built-in chat."""

import asyncio
import itertools
import json
from collections import Counter
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import httpx
from starlette.applications import Starlette

from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.web import routes
from bot.app import opened
from bot.chance import Chance
from bot.core.incoming import Sender
from bot.core.model import Floor
from bot.core.people import person_for
from bot.core.ports import Rhythm
from bot.core.uses.founding.setup import Spec, found
from bot.serving.calendar_door import calendar_route
from prove.circles import FIRST, HELSINKI, LIBRARY, MARK, Circles, read_file, texts
from prove.isolation_watch import Knowledge, leaks

_KEYS = itertools.count(1)


async def calendars(world: Circles, known: Knowledge, told: list[str], acts: Counter[str]) -> None:
    """Everybody's own address tells of their own group and of nobody; any other address is good for nothing."""
    app = Starlette(routes=[calendar_route(world.piiri)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        made = {}
        for letter, circle in world.circles.items():
            for seat in ("member", "lead"):
                handle = circle.people[seat]
                answer = await world.hears(handle, f"calendar:{circle.group.id}:new")
                shown = "\n".join(texts(answer))
                secret = shown.partition("https://piiri.example/calendar/")[2].partition(".ics")[0]
                if secret:
                    made[secret] = (handle, letter)
        for secret, (handle, letter) in made.items():
            answer = await client.get(f"/calendar/{secret}.ics")
            body = read_file(answer.content)
            acts["calendars"] += 1
            told += [f"the calendar of {handle}: {leak}" for leak in leaks(world, known, body, reader=handle)]
            names = {mark[0] for mark in MARK.finditer(body)} - {world.circles[letter].name_mark}
            told += [f"the calendar of {handle} tells more than the group's name: {name}" for name in names]
        ids = [each for some in known.ids.values() for each in some]
        forged = [
            *(s[::-1] for s in made),
            *(s.upper() for s in made),
            *(s[:-1] for s in made),
            *ids[::9],
            "%00",
            "x" * 64,
        ]
        for address in (*forged, *(each.id for each in await world.rows("subscriptions"))):
            answer = await client.get(f"/calendar/{address}.ics")
            acts["forged calendars"] += 1
            if answer.status_code != 404 or answer.content:
                told.append(f"a forged calendar answers {answer.status_code}")


async def pages(folder: Path, seed: int, told: list[str], acts: Counter[str]) -> None:
    """Two groups on the page: what it shows in one's room, or to one person, has nothing of the other's.

    Whoever opens the page of a rehearsal plays everybody in it, so who looks is not asked; what is where is.
    """
    browsers: list[BrowserAdapter] = []

    def adapters(ground: object) -> list[BrowserAdapter]:
        browsers.append(BrowserAdapter(ground.shelf, ground.clock, ground.chance))  # type: ignore[attr-defined]
        return browsers

    url, key = f"sqlite:///{folder / 'page.db'}", folder / "page.key"
    async with opened(url, key, adapters, held=True, wakes=False, library=LIBRARY, chance=Chance(seed)) as piiri:
        door = routes(browsers[0], piiri.house.clock, LIBRARY, True)
        client = httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=door)), base_url="http://127.0.0.1")
        while browsers[0]._hear is None:  # noqa: ASYNC110 - a turn of the loop
            await asyncio.sleep(0)
        rooms: dict[str, tuple[str, str]] = {}
        for letter in "DE":
            room = (await client.post("/api/rooms", json={"name": f"Qx{letter}9000z"})).json()["room"]["id"]
            people = []
            for number in range(3):
                body = {"name": f"Qx{letter}90{number:02d}z", "language": "fi"}
                people.append((await client.post(f"/api/rooms/{room}/people", json=body)).json()["person"]["handle"])
            programme = LIBRARY.programme("vahvistin")
            spec = Spec(f"Qx{letter}9100z", "browser", room, "vahvistin", "fi", HELSINKI, FIRST, Rhythm(3,
                "week"), 150, 6,
                        f"Qx{letter}9200z", "", programme.themes()[:4], Floor.FIVE)  # fmt: skip
            async with piiri.store.begin() as work:
                sender = Sender("browser", people[0], f"Qx{letter}9000z", "fi")
                group = await found(work, piiri.house, spec, await person_for(work, piiri.house, sender))
            piiri.dispatcher.ring()
            await piiri.dispatcher.settled(10)
            for number, who in enumerate(people):
                await _acts(client, room, who, {"kind": "press", "data": f"join:{group.id}:"}, private=False)
                await _acts(client, room, who, {"kind": "wrote", "text": f"Qx{letter}95{number:02d}z"}, private=True)
            rooms[letter] = (room, people[1])
        for letter, (room, own) in rooms.items():
            other_room, other = rooms["E" if letter == "D" else "D"]
            ids = [m.id for m in await _meetings(piiri)]
            for data in ("menu::", "plan::", *(f"theme:{each}:" for each in ids), *(f"notes:{each}:" for each in ids)):
                answer = await _acts(client, other_room, other, {"kind": "press", "data": data}, private=True)
                _look(json.dumps(answer), letter, told, f"{data} on the page")
                acts["page"] += 1
            for path in (f"/api/rooms/{room}", f"/c/{room}", "/api/words"):
                answer_text = (await client.get(path)).text
                if path != f"/api/rooms/{room}":  # the page's people are one list
                    _look(answer_text, "E" if letter == "D" else "D", told, path)
                acts["page"] += 1
            for address, mine in ((f"room:{room}", True), (f"person:{own}", True)):
                shown = json.dumps([_shown(page) for _, page in await browsers[0].pages(address)])
                _look(shown, "E" if letter == "D" else "D", told, address)
                acts["page"] += int(mine)
            for number in range(30):
                answer = await client.get(f"/files/nowhere:{room}/{number}/0")
                if answer.status_code != 404:
                    told.append("a file at an address that is none")
                acts["page"] += 1
        await client.aclose()


def _look(text: str, letter: str, told: list[str], where: str) -> None:
    told += [f"{where} tells {mark[0]}" for mark in _marks(text) if mark[1].upper() == letter]


def _marks(text: str) -> Iterator[tuple[str, str]]:
    for match in MARK.finditer(text):
        yield match[0], match[1]


def _shown(page: object) -> str:
    return repr(page)


async def _acts(client: httpx.AsyncClient, room: str, who: str, act: dict[str, str], *, private: bool) -> object:
    body = {"key": f"page-key-{next(_KEYS):06d}", "as": who, "private": private, "act": {"label": "x", **act}}
    answer = await client.post(f"/api/rooms/{room}/acts", json=body)
    assert answer.status_code == HTTPStatus.OK, answer.text
    return answer.json()


async def _meetings(piiri: object) -> list[object]:
    async with piiri.store.begin() as work:  # type: ignore[attr-defined]
        found_: list[object] = await work.meetings.find()
        return found_
