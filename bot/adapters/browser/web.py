"""The browser chat over HTTP. Security headers and the checks of host and origin are put around it by the app."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import wraps
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

import msgspec
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from bot.adapters.browser import pages, read, render
from bot.adapters.browser.adapter import BrowserAdapter, Change, Full, Listener, NotListening
from bot.adapters.browser.pages import Page, Room, Someone
from bot.adapters.browser.words import PAGE_WORDS
from bot.core.outgoing import Answer, WrittenForm, WrittenToast, say
from bot.core.ports import Clock, Library

STATIC: Final = Path(__file__).parent / "static"
HEARTBEAT_SECONDS: Final = 15.0
MOST_PAGES: Final = 300

_STATUS: Final[Mapping[str, HTTPStatus]] = {
    "malformed": HTTPStatus.BAD_REQUEST,
    "empty": HTTPStatus.BAD_REQUEST,
    "too-long": HTTPStatus.BAD_REQUEST,
    "unknown-language": HTTPStatus.BAD_REQUEST,
    "unknown-person": HTTPStatus.FORBIDDEN,
    "unknown-room": HTTPStatus.NOT_FOUND,
    "unknown-file": HTTPStatus.NOT_FOUND,
    "too-many": HTTPStatus.CONFLICT,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "not-json": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "not-ready": HTTPStatus.SERVICE_UNAVAILABLE,
}

Endpoint = Callable[[Request], Awaitable[Response]]


class _Refused(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Static(StaticFiles):
    """Files that are asked after each time, so that a page never runs yesterday's code."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "no-cache"
        return response


def routes(adapter: BrowserAdapter, clock: Clock, library: Library, rehearsal: bool) -> list[BaseRoute]:
    """Everything that the page needs, for one adapter."""
    door = _Door(adapter, clock, library, rehearsal)
    return [
        Route("/", _careful(door.index), methods=["GET"]),
        Route("/c/{room}", _careful(door.shell), methods=["GET"]),
        Mount("/static", _Static(directory=STATIC)),
        Route("/api/words", _careful(door.words), methods=["GET"]),
        Route("/api/rooms", _careful(door.rooms), methods=["GET"]),
        Route("/api/rooms", _careful(door.add_room), methods=["POST"]),
        Route("/api/rooms/{room}", _careful(door.room), methods=["GET"]),
        Route("/api/rooms/{room}/people", _careful(door.add_person), methods=["POST"]),
        Route("/api/rooms/{room}/stream", _careful(door.stream), methods=["GET"]),
        Route("/api/rooms/{room}/acts", _careful(door.act), methods=["POST"]),
        Route("/files/{address}/{number:int}/{index:int}", _careful(door.file), methods=["GET"]),
    ]


def answer_json(answer: Answer, kept: list[tuple[int, Page]], address: str) -> Any:
    """What the page is told of an answer: the pages kept of it, a form, a toast, or nothing."""
    match answer:
        case None:
            return None
        case WrittenForm():
            return {"form": render.form(answer)}
        case WrittenToast():
            return {"toast": answer.text}
        case _:
            return [render.page(number, page, address, {}) for number, page in kept]


class _Door:
    def __init__(self, adapter: BrowserAdapter, clock: Clock, library: Library, rehearsal: bool) -> None:
        self._adapter = adapter
        self._clock = clock
        self._library = library
        self._rehearsal = rehearsal
        self._run = secrets.token_hex(4)  # numbers of an earlier run may mean other pages

    # Pages to open

    async def index(self, _request: Request) -> Response:
        rooms = await self._adapter.rooms()
        if len(rooms) == 1:
            return RedirectResponse(f"/c/{rooms[0].id}", HTTPStatus.TEMPORARY_REDIRECT)
        return FileResponse(STATIC / "rooms.html", headers={"cache-control": "no-cache"})

    async def shell(self, request: Request) -> Response:
        known = any(room.id == request.path_params["room"] for room in await self._adapter.rooms())
        status = HTTPStatus.OK if known else HTTPStatus.NOT_FOUND
        return FileResponse(STATIC / "index.html", status, headers={"cache-control": "no-cache"})

    # What there is

    async def words(self, request: Request) -> Response:
        spoken = self._library.languages()
        language = request.query_params.get("language", "")
        if language not in spoken:
            language = spoken[0]
        return _json({"language": language, "words": {i: self._library.text(say(i), language) for i in PAGE_WORDS}})

    async def rooms(self, _request: Request) -> Response:
        rooms = [{"id": room.id, "name": room.name} for room in await self._adapter.rooms()]
        return _json({"rooms": rooms, "languages": list(self._library.languages())})

    async def add_room(self, request: Request) -> Response:
        room = await self._adapter.add_room(read.read_room(await _body(request)))
        return _json({"room": {"id": room.id, "name": room.name}}, HTTPStatus.CREATED)

    async def room(self, request: Request) -> Response:
        room = await self._room(request)
        return _json(
            {
                "room": {"id": room.id, "name": room.name},
                "people": _people(await self._adapter.people()),
                "rehearsal": self._rehearsal,
                "languages": list(self._library.languages()),
                "now": self._clock.now().isoformat(),
            }
        )

    async def add_person(self, request: Request) -> Response:
        await self._room(request)
        name, language = read.read_person(await _body(request), self._library.languages())
        someone = await self._adapter.add_person(name, language)
        return _json({"person": _person(someone)}, HTTPStatus.CREATED)

    # What people do

    async def act(self, request: Request) -> Response:
        room = await self._room(request)
        asked = read.read_act(await _body(request))
        someone = await self._someone(asked.handle)
        answer, kept = await self._adapter.act(asked, someone, room.id)
        return _json({"answer": answer_json(answer, kept, pages.person_address(someone.handle))})

    # What they see

    async def stream(self, request: Request) -> Response:
        room = await self._room(request)
        handle = request.query_params.get("as", "")
        addresses = [pages.room_address(room.id)]
        if handle:
            addresses.append(pages.person_address((await self._someone(handle)).handle))
        run, _, last = request.headers.get("last-event-id", "").partition("-")
        seen = int(last) if run == self._run and last.isascii() and last.isdigit() and len(last) < 16 else 0
        return StreamingResponse(
            self._feed(addresses, seen),
            media_type="text/event-stream",
            headers={"cache-control": "no-store", "x-accel-buffering": "no"},
        )

    async def _feed(self, addresses: list[str], seen: int) -> AsyncIterator[str]:
        """First what is there (after `seen`: only what is new or may have changed since), then each change."""
        yield "retry: 2000\n\n"
        with self._adapter.listen(*addresses, pages.PEOPLE) as listener:
            drawn: list[render.Json] = []
            here: list[int] = []
            names = await self._names()
            for address in addresses:
                for number, page in (await self._adapter.pages(address))[-MOST_PAGES:]:
                    if page.who == "gone":
                        continue
                    here.append(number)
                    if number > seen or page.changed:
                        drawn.append(render.page(number, page, address, names))
            last = max([seen, *here])
            yield render.event("snapshot", _text({"pages": drawn, "here": here}), last=f"{self._run}-{last}")
            async for change in self._changes(listener):
                if change is None:
                    yield ": still here\n\n"
                elif change.address == pages.PEOPLE:
                    people = await self._adapter.people()
                    yield render.event("people", _text({"people": _people(people)}))
                elif change.page is None:
                    yield render.event("cleared", "{}")
                else:
                    last = max(last, change.number)
                    told = render.page(change.number, change.page, change.address, await self._names())
                    yield render.event("page", _text(told), last=f"{self._run}-{last}")

    async def _changes(self, listener: Listener) -> AsyncIterator[Change | None]:
        """Each change as it comes, None when there was none for a while; ends when the adapter closes."""
        closing: asyncio.Task[Any] = asyncio.create_task(self._adapter.closing.wait())
        coming: asyncio.Task[Any] = asyncio.create_task(listener.changes.get())
        try:
            while not listener.lost:
                done, _ = await asyncio.wait(
                    {closing, coming}, timeout=HEARTBEAT_SECONDS, return_when=asyncio.FIRST_COMPLETED
                )
                if closing in done:
                    return
                if coming in done:
                    change = coming.result()
                    coming = asyncio.create_task(listener.changes.get())
                    yield change
                else:
                    yield None
        finally:
            closing.cancel()
            coming.cancel()

    async def file(self, request: Request) -> Response:
        address = request.path_params["address"]
        number, index = request.path_params["number"], request.path_params["index"]
        if address.startswith(("room:", "person:")):
            for there, page in await self._adapter.pages(address):
                if there == number and page.written is not None and index < len(page.written.files):
                    kept = page.written.files[index]
                    headers = {
                        "content-disposition": render.attachment(kept.name),
                        "x-content-type-options": "nosniff",
                        "cache-control": "no-store",
                    }
                    return Response(kept.body, media_type=kept.mime, headers=headers)
        raise _Refused("unknown-file")

    # Within

    async def _room(self, request: Request) -> Room:
        for room in await self._adapter.rooms():
            if room.id == request.path_params["room"]:
                return room
        raise _Refused("unknown-room")

    async def _someone(self, handle: str) -> Someone:
        for someone in await self._adapter.people():
            if someone.handle == handle:
                return someone
        raise _Refused("unknown-person")

    async def _names(self) -> dict[str, str]:
        return {someone.handle: someone.name for someone in await self._adapter.people()}


def _careful(endpoint: Endpoint) -> Endpoint:
    """What is refused is said as a code with a plain status."""

    @wraps(endpoint)
    async def around(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (_Refused, read.Unreadable) as refused:
            return _error(refused.code)
        except Full:
            return _error("too-many")
        except NotListening:
            return _error("not-ready")

    return around


async def _body(request: Request) -> bytes:
    """A JSON body of bounded size."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise _Refused("not-json")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > read.MOST_BODY:
            raise _Refused("too-large")
    return bytes(body)


def _person(someone: Someone) -> render.Json:
    return {"handle": someone.handle, "name": someone.name, "language": someone.language}


def _people(people: list[Someone]) -> list[render.Json]:
    return [_person(someone) for someone in people]


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _json(value: Any, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(
        msgspec.json.encode(value), status, media_type="application/json", headers={"cache-control": "no-store"}
    )


def _error(code: str) -> Response:
    return _json({"error": code}, _STATUS[code])
