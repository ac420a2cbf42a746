"""Piiri running as a process: the page and the control on loopback, the platforms, until told to stop."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.adapters.browser import render
from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.web import routes as browser_routes
from bot.app import Piiri, opened
from bot.chance import Chance
from bot.coming import coming
from bot.core.ports import Clock
from bot.settings import Settings
from bot.store.store import SqlStore
from bot.web import web_app
from scheduler.clock import HeldClock
from scheduler.control import Control, iso
from scheduler.control import routes as control_routes

LOOPBACK = "127.0.0.1"
LAST_ANSWERS = 1
"""Seconds that open requests get at the end; with the dispatcher's three, well within five."""


@asynccontextmanager
async def running(settings: Settings, *, held: bool) -> AsyncIterator[tuple[Piiri, BrowserAdapter]]:
    """Piiri with the browser chat as its platform, started."""
    browsers: list[BrowserAdapter] = []

    def adapters(store: SqlStore, clock: Clock, chance: Chance) -> Sequence[BrowserAdapter]:
        browsers.append(BrowserAdapter(store.shelf, clock, chance))
        return browsers

    async with opened(settings.database_url, settings.key_path, adapters, held=held) as piiri:
        yield piiri, browsers[0]


class PortTaken(Exception):
    """Somebody else answers on the port; its one line says what to do."""


def bound(port: int) -> socket.socket:
    """The port on loopback, taken before anything else is begun."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((LOOPBACK, port))
    except OSError:
        taken.close()
        raise PortTaken(f"Port {port} is in use: name another with --port") from None
    return taken


def told_to_stop() -> asyncio.Event:
    """Set at SIGTERM or SIGINT from now on; asked for before anything is opened, so that all of it is closed again."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    return stopping


async def serve(piiri: Piiri, browser: BrowserAdapter, door: socket.socket, stopping: asyncio.Event) -> None:
    """Answer on the port until told to stop, or until a part that should go on has ended."""
    server = _Server(
        uvicorn.Config(
            web_app(_routes(piiri, browser)),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=LAST_ANSWERS,
        )
    )
    serving = asyncio.create_task(server.serve(sockets=[door]))
    watching = [asyncio.create_task(stopping.wait()), asyncio.create_task(piiri.ended())]
    await asyncio.wait([serving, *watching], return_when=asyncio.FIRST_COMPLETED)
    browser.closing.set()
    server.should_exit = True
    await serving
    for task in watching:
        task.cancel()
    if piiri.failed:
        raise piiri.failed


class _Server(uvicorn.Server):
    """Without handlers of its own: the process has one way to stop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _routes(piiri: Piiri, browser: BrowserAdapter) -> list[BaseRoute]:
    clock, library = piiri.house.clock, piiri.house.library
    held = isinstance(clock, HeldClock)
    pages = browser_routes(browser, clock, library, rehearsal=held)
    if not isinstance(clock, HeldClock):
        return pages
    control = Control(clock, piiri.store, piiri.store.outbox, piiri.dispatcher)
    return [*control_routes(control), _coming_route(piiri), *pages]


def _coming_route(piiri: Piiri) -> Route:
    async def shown(request: Request) -> Response:
        channel = request.query_params.get("channel", "")
        platform = request.query_params.get("platform", "browser")
        if platform not in piiri.adapters:
            return JSONResponse({"error": "unknown-platform"}, status_code=404)
        group, found = await coming(piiri.store, piiri.house, platform, channel)
        items = [
            {
                "due": iso(one.notice.due),
                "local": one.local,
                "kind": one.notice.kind,
                "title": one.title,
                "to": one.to or "channel",
                "written": render.message(one.written),
            }
            for one in found
        ]
        return JSONResponse({"zone": group.zone if group else None, "items": items})

    return Route("/rehearsal/coming", shown, methods=["GET"])
