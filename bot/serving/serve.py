"""Piiri running as a process: the page and the control on loopback, the platforms, until told to stop."""

import asyncio
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from bot.adapters.browser import render
from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.web import routes as browser_routes
from bot.app import Ground, Piiri, opened
from bot.coming import coming
from bot.content.library import library_with
from bot.core.allowance import Allowance
from bot.core.platform import Adapter
from bot.serving.calendar_door import PATH, calendar_route
from bot.serving.operator_door import operator_routes
from bot.serving.web import web_app
from bot.settings import Settings
from scheduler.clock import HeldClock
from scheduler.control import Control, iso
from scheduler.control import routes as control_routes
from scheduler.pace import Gate, Pace

if TYPE_CHECKING:
    from bot.adapters.discord.adapter import DiscordAdapter
    from bot.adapters.telegram.adapter import TelegramAdapter

LOOPBACK = "127.0.0.1"
LAST_ANSWERS = 1
"""Seconds that open requests get at the end; with the dispatcher's three, well within five."""


@asynccontextmanager
async def running(
    settings: Settings, *, held: bool, stands_by: Callable[[], None] = lambda: None
) -> AsyncIterator[tuple[Piiri, BrowserAdapter]]:
    """Piiri with the browser chat as its platform, started."""
    from bot.serving.metrics import Metrics  # noqa: PLC0415 - only what runs for long is looked at

    browsers: list[BrowserAdapter] = []

    def adapters(ground: Ground) -> Sequence[Adapter]:
        browsers.append(BrowserAdapter(ground.shelf, ground.clock, ground.chance))
        telegram = [telegram_adapter(settings, ground)] if settings.telegram_token else []
        discord = [discord_adapter(settings, ground)] if settings.discord_token else []
        return [*browsers, *telegram, *discord]

    lines = tuple(settings.help_lines.splitlines())
    async with opened(
        settings.database_url,
        settings.key_path,
        adapters,
        library=library_with(settings.content_folder),
        held=held,
        help_lines=lines,
        operator=settings.operator,
        calendar_url=_calendar_url(settings),
        watch=Metrics(),
        lease_seconds=settings.lease_seconds,
        stands_by=stands_by,
        allowance=None if held else Allowance(time.monotonic),  # a rehearsal is played faster than anybody lives
    ) as piiri:
        yield piiri, browsers[0]


def telegram_adapter(settings: Settings, ground: Ground) -> "TelegramAdapter":
    """Telegram as it is set, at the pace that it bears."""
    # The library is slow to import, and only those who use Telegram need it.
    from bot.adapters.telegram.adapter import TelegramAdapter, Webhook  # noqa: PLC0415

    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret
    return TelegramAdapter(
        settings.telegram_token,
        inbox=ground.inbox,
        library=ground.library,
        gate=Gate(replace(TELEGRAM, in_flight=settings.telegram_in_flight)),
        api_url=settings.telegram_api_url,
        webhook=Webhook(url, secret) if url else None,
        without=_without(settings),
    )


def discord_adapter(settings: Settings, ground: Ground) -> "DiscordAdapter":
    """Discord as it is set, at the pace that it bears."""
    from bot.adapters.discord.adapter import DiscordAdapter  # noqa: PLC0415 - as slow to import

    return DiscordAdapter(
        settings.discord_token,
        library=ground.library,
        gate=Gate(DISCORD),
        api_url=settings.discord_api_url,
        gateway_url=settings.discord_gateway_url,
        without=_without(settings),
    )


DISCORD = Pace(per_second=50, in_flight=32, topics_apart=True)
"""What Discord bears of one bot; how many may be under way at once bounds nothing there, since none is doubled."""

TELEGRAM = Pace(per_second=30, per_address_seconds=1.0, per_channel_minute=20)
"""What Telegram's documentation allows a bot."""


class PortTaken(Exception):
    """Somebody else answers on the port; its one line says what to do."""

    for_operator = True


def bound(port: int, host: str = LOOPBACK, *, setting: str = "--port") -> socket.socket:
    """The port, on loopback unless another address is named, taken before anything else is begun."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
    except OSError:
        taken.close()
        raise PortTaken(f"Port {port} is in use: name another with {setting}") from None
    return taken


def _calendar_url(settings: Settings) -> str:
    """Where calendars are asked for: from outside where that is set, else on this machine where all people are."""
    if settings.calendar_url:
        return settings.calendar_url.rstrip("/") + PATH
    elsewhere = settings.telegram_token or settings.discord_token
    return "" if elsewhere else f"http://{LOOPBACK}:{settings.port}{PATH}"


def _without(settings: Settings) -> tuple[str, ...]:
    """The commands that are of no use as this Piiri is set, and so in no menu."""
    return () if _calendar_url(settings) else ("calendar",)


@contextmanager
def doors(settings: Settings) -> Iterator[Mapping[str, socket.socket]]:
    """The page's port, in webhook mode the one that Telegram knocks at, and those of calendars and metrics if any."""
    with ExitStack() as held:
        found = {"page": held.enter_context(bound(settings.port))}
        if settings.telegram_token and settings.telegram_webhook_url:
            host, port = settings.telegram_webhook_host, settings.telegram_webhook_port
            found["telegram"] = held.enter_context(bound(port, host, setting="PIIRI_TELEGRAM_WEBHOOK_PORT"))
        if settings.calendar_url:
            host, port = settings.calendar_host, settings.calendar_port
            found["calendar"] = held.enter_context(bound(port, host, setting="PIIRI_CALENDAR_PORT"))
        if settings.metrics_host:
            host, port = settings.metrics_host, settings.metrics_port
            found["metrics"] = held.enter_context(bound(port, host, setting="PIIRI_METRICS_PORT"))
        yield found


def told_to_stop() -> asyncio.Event:
    """Set at SIGTERM or SIGINT from now on; asked for before anything is opened, so that all of it is closed again."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    return stopping


async def serve(
    piiri: Piiri, browser: BrowserAdapter, listening: Mapping[str, socket.socket], stopping: asyncio.Event
) -> None:
    """Answer on the ports until told to stop, or until a part that should go on has ended.

    Ports beside the page's are for one thing each: nothing of the page is behind them, whatever a proxy says.
    """
    operators = operator_routes(piiri)
    outside: dict[str, list[BaseRoute]] = {
        "telegram": _knocks(piiri),
        "calendar": [calendar_route(piiri)],
        "metrics": operators,
    }
    apart = {door.getsockname()[1]: outside[name] for name, door in listening.items() if name in outside}
    server = quiet_server(web_app([*operators, *_routes(piiri, browser)], apart))
    serving = asyncio.create_task(server.serve(sockets=list(listening.values())))
    watching = [asyncio.create_task(stopping.wait()), asyncio.create_task(piiri.ended())]
    await asyncio.wait([serving, *watching], return_when=asyncio.FIRST_COMPLETED)
    browser.closing.set()
    server.should_exit = True
    await serving
    for task in watching:
        task.cancel()
    if piiri.failed:
        raise piiri.failed


def quiet_server(app: ASGIApp) -> uvicorn.Server:
    """One that writes no log of its own and leaves the process's signals alone."""
    return _Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            timeout_graceful_shutdown=LAST_ANSWERS,
        )
    )


class _Server(uvicorn.Server):
    """Without handlers of its own: the process has one way to stop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _knocks(piiri: Piiri) -> list[BaseRoute]:
    telegram = piiri.adapters.get("telegram")
    if telegram is None:
        return []
    from bot.adapters.telegram.adapter import TelegramAdapter  # noqa: PLC0415 - imported already where there is one
    from bot.adapters.telegram.web import routes as telegram_routes  # noqa: PLC0415

    return [*telegram_routes(telegram)] if isinstance(telegram, TelegramAdapter) else []


def _routes(piiri: Piiri, browser: BrowserAdapter) -> list[BaseRoute]:
    clock, library = piiri.house.clock, piiri.house.library
    held = isinstance(clock, HeldClock)
    pages = [calendar_route(piiri), *browser_routes(browser, clock, library, rehearsal=held)]
    if not isinstance(clock, HeldClock):
        return pages
    control = Control(clock, piiri.store, piiri.store.outbox, piiri.dispatcher, nightly=piiri.see_to_all)
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
