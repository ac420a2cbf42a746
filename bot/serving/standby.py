"""A process that stands by: it answers for its health, and stops when it is told to, while another one works."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.serving.serve import quiet_server
from bot.serving.web import web_app


class ToldToStop(Exception):
    """It was told to stop before it had anything to do."""


@asynccontextmanager
async def standing_by(doors: Mapping[str, socket.socket], stopping: asyncio.Event) -> AsyncIterator[Callable[[], None]]:
    """Within this, whoever is called to stand by does; leaving ends that, ToldToStop where it was told to stop."""
    waiting: list[asyncio.Task[None]] = []
    ours = asyncio.current_task()

    def begin() -> None:
        waiting.append(asyncio.create_task(_answer_until_told(doors, stopping, ours)))

    try:
        yield begin
    except asyncio.CancelledError:
        if stopping.is_set() and waiting:
            raise ToldToStop from None
        raise
    finally:
        for task in waiting:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def _answer_until_told(
    doors: Mapping[str, socket.socket], stopping: asyncio.Event, ours: asyncio.Task[None] | None
) -> None:
    routes = [Route("/healthz", _by), Route("/readyz", _by), Route("/metrics", _no_lease)]
    heard = [doors[name] for name in ("page", "metrics") if name in doors]
    server = quiet_server(web_app(routes, {door.getsockname()[1]: routes for door in heard[1:]}))
    # Doors of its own: the server closes them, and ours are still wanted.
    serving = asyncio.create_task(server.serve(sockets=[door.dup() for door in heard]))
    try:
        await stopping.wait()
    finally:
        server.should_exit = True
        await serving
        if stopping.is_set() and ours:
            ours.cancel()


async def _by(_: Request) -> Response:
    return JSONResponse({"ok": True, "standing_by": True, "amiss": {}})


async def _no_lease(_: Request) -> Response:
    """All that there is to count, as `bot.serving.metrics` names it."""
    return Response("# TYPE piiri_lease_held gauge\npiiri_lease_held 0\n", media_type="text/plain; version=0.0.4")
