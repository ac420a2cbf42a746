"""The small web app around what the rooms serve: for this machine only, with headers that keep text text."""

from collections.abc import Sequence
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


def web_app(routes: Sequence[BaseRoute], knocked_at: int | None = None, knocks: Sequence[BaseRoute] = ()) -> ASGIApp:
    """The routes, answered to this machine's own pages and tools and to nobody else.

    What comes in at the port `knocked_at` comes from outside, and finds `knocks` and nothing else.
    """
    return _TwoDoors(_OnlyHere(Starlette(routes=list(routes))), Starlette(routes=list(knocks)), knocked_at)


class _TwoDoors:
    """Told apart by the port itself: a proxy may put any name on a request."""

    def __init__(self, here: ASGIApp, outside: ASGIApp, knocked_at: int | None) -> None:
        self._here = here
        self._outside = outside
        self._knocked_at = knocked_at

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        server = scope.get("server")
        from_outside = self._knocked_at is not None and (server is None or server[1] == self._knocked_at)
        await (self._outside if from_outside else self._here)(scope, receive, send)


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
