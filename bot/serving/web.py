"""The small web app around what the rooms serve: for this machine only, with headers that keep text text."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
HEADERS = {
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


def web_app(routes: Sequence[BaseRoute], outside: Mapping[int, Sequence[BaseRoute]] | None = None) -> ASGIApp:
    """The routes, answered to this machine's own pages and tools and to nobody else.

    What comes in at a port of `outside` comes from there, and finds that port's routes and nothing else.
    """
    apart = {port: Starlette(routes=list(its)) for port, its in (outside or {}).items()}
    return _Doors(_OnlyHere(Starlette(routes=list(routes))), apart)


class _Doors:
    """Told apart by the port itself: a proxy may put any name on a request."""

    def __init__(self, here: ASGIApp, outside: Mapping[int, ASGIApp]) -> None:
        self._here = here
        self._outside = outside

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        server = scope.get("server")
        if server is None and self._outside:  # nobody knows which door it was, so it is none of ours
            await JSONResponse({"error": "only-here"}, status_code=403)(scope, receive, send)
            return
        door = self._outside.get(server[1]) if server else None
        await (door or self._here)(scope, receive, send)


class _OnlyHere:
    """Refuses a name that is not this machine's (another site's DNS pointed at us) and a page of another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client = scope.get("client")
        headers = Headers(scope=scope)
        if not (client and client[0] in HERE and _is_here(headers.get("host", "")) and _same_origin(headers)):
            await JSONResponse({"error": "only-here"}, status_code=403)(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    kept.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)


def _is_here(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in HERE
    except ValueError:
        return False


def _same_origin(headers: Headers) -> bool:
    origin = headers.get("origin")
    if origin is None:
        return headers.get("sec-fetch-site", "none") in {"none", "same-origin"}
    return origin == f"http://{headers.get('host')}"
