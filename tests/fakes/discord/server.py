"""Discord's side of the wire."""

import asyncio
import re
import socket
import struct
from typing import Any

import msgspec
from aiohttp import BodyPartReader, web

from tests.fakes.discord import control
from tests.fakes.discord.api import BY_TOKEN, HANDLERS, Call, routed
from tests.fakes.discord.check_message import Upload
from tests.fakes.discord.errors import Refused, not_found, unauthorised
from tests.fakes.discord.faults import PAGE, Fault
from tests.fakes.discord.ledger import Request, Violation
from tests.fakes.discord.limits import too_many
from tests.fakes.discord.rules import FILE_BYTES, FILES
from tests.fakes.discord.state import State

encode = msgspec.json.Encoder().encode
PREFIX = re.compile(r"/api(?:/v(\d+))?(/.*)")
JSON = {"Content-Type": "application/json", "Via": "1.1 google"}
NOTHING = {"Content-Type": "text/html; charset=utf-8", "Via": "1.1 google"}
# Discord's own code goes into the ledger, not onto the wire.
CODE = web.ResponseKey("code", int)
FILE_FIELD = re.compile(r"files\[(\d+)\]")


def wide(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """A request that may carry more and larger files than Discord takes, so that it can say no."""
    loop = asyncio.get_running_loop()
    most = (FILES + 2) * (FILE_BYTES + 2**20)
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=most)


class Door:
    """Answers every request to one stand-in."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.closing = asyncio.Event()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """One request to the API, the gateway, a file or the controls."""
        path = request.path
        found = PREFIX.fullmatch(path)
        try:
            if found is not None and found.group(1) in {None, "10"}:
                return await self._call(request, found.group(2))
            if path.startswith("/gateway"):
                return await self.state.hub.serve(request)
            if path.startswith("/_control/"):
                return await self._control(request, path.removeprefix("/_control/"))
            if path.startswith("/attachments/"):
                return self._file(path)
        except (ConnectionError, asyncio.CancelledError):
            raise
        except Exception as error:
            self.state.broken.append(error)
            body = {"message": f"the stand-in itself failed: {type(error).__name__}: {error}", "code": 0}
            return web.Response(status=500, body=encode(body), headers=JSON)
        return _no(not_found())

    async def _control(self, request: web.BaseRequest, what: str) -> web.Response:
        try:
            result = await control.answer(self.state, what, await request.read())
            return web.Response(body=encode({"ok": True, "result": result}), headers=JSON)
        except control.Impossible as error:
            return web.Response(status=400, body=encode({"ok": False, "error": str(error)}), headers=JSON)

    def _file(self, path: str) -> web.Response:
        number = path.split("/")[3]
        file = self.state.world.files.get(int(number)) if number.isdigit() else None
        if file is None:
            return web.Response(status=404)
        return web.Response(body=file.data, headers={"Content-Type": file.kind})

    async def _call(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        state = self.state
        at = state.clock.now()
        fault = state.faults.take(request.method, path) if state.faults.waiting else None
        status, code, route = 0, 0, path
        counted = path.split("/", 2)[1] not in BY_TOKEN
        try:
            route, ids = routed(path)
            if fault is not None and not fault.after:
                answer = await self._misbehave(request, fault, None)
            else:
                answer = await self._served(request, route, ids, path, at, counted)
                if fault is not None:
                    answer = await self._misbehave(request, fault, answer)
            status, code = answer.status, answer.get(CODE, 0)
            return answer
        finally:
            took = (state.clock.now() - at) * 1000
            name = fault.what if fault is not None else None
            entry = Request(request.method, route, path, status, code, round(took, 3), at, name)
            state.ledger.note(entry, counted=counted)

    async def _served(
        self, request: web.BaseRequest, route: str, ids: list[str], path: str, at: float, counted: bool
    ) -> web.Response:
        state = self.state
        body: dict[str, Any]
        headers: dict[str, str] = {}
        try:
            handler = HANDLERS.get((request.method, route))
            if counted:
                given = request.headers.get("Authorization", "")
                if (given != f"Bot {state.token}" or not state.token_valid) and route != "/gateway":
                    raise unauthorised()
                wait = state.pace.overall(at)
                if wait:
                    body, headers = too_many(wait, everywhere=True)
                    return _answer(429, body, headers)
            if handler is None:
                raise not_found()
            if not route.startswith("/interactions"):
                major = "+".join(ids[:2]) if not counted else ids[0] if ids else ""
                wait, headers = state.pace.bucket(request.method, route, major, at, state.clock.wall())
                if wait:
                    body, more = too_many(wait)
                    return _answer(429, body, headers | more)
            call = Call(state, request.method, route, ids, dict(request.query))
            await _read(request, call)
            result = handler(call)
            if result is None:
                return web.Response(status=204, headers=NOTHING | headers)
            return web.Response(body=encode(result), headers=JSON | headers)
        except Refused as no:
            if no.broken:
                state.violations.append(Violation(request.method, path, no.body()))
            return _no(no, headers)

    async def _misbehave(
        self, request: web.BaseRequest, fault: Fault, answer: web.Response | None
    ) -> web.StreamResponse:
        match fault.kind:
            case "slow":
                assert answer is not None
                await asyncio.sleep(fault.seconds)
                return answer
            case "html":
                return web.Response(status=502, body=PAGE, content_type="text/html")
            case "cloudflare":
                return web.Response(status=429, body=b"error code: 1015", content_type="text/plain")
            case "429" | "global":
                headers = {"Retry-After": str(int(fault.retry_after) + 1)}
                scope = "global" if fault.kind == "global" else "shared"
                headers |= {"X-RateLimit-Scope": scope}
                if scope == "global":
                    headers["X-RateLimit-Global"] = "true"
                return _answer(429, fault.body(), headers)
            case "reset":
                _break(request)
                await asyncio.sleep(0)
                raise ConnectionResetError("as ordered")
            case "hang":
                # The caller gives up, which ends this handler.
                await self.closing.wait()
                return web.Response(status=504)
        return _answer(int(fault.kind), fault.body(), {})


async def _read(request: web.BaseRequest, call: Call) -> None:
    if not request.body_exists:
        return
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    try:
        if kind == "multipart/form-data":
            await _read_parts(request, call)
        else:
            data = await request.read()
            if data:
                call.body = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
        raise Refused(400, 50109, "The request body contains invalid JSON.", broken=True) from error
    if not isinstance(call.body, dict | list):
        raise Refused(400, 50109, "The request body contains invalid JSON.", broken=True)


async def _read_parts(request: web.BaseRequest, call: Call) -> None:
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        data = bytes(await part.read(decode=False))
        name = part.name or ""
        if name == "payload_json":
            call.body = msgspec.json.decode(data)
        elif found := FILE_FIELD.fullmatch(name):
            kind = part.headers.get("Content-Type", "application/octet-stream")
            call.files[int(found.group(1))] = Upload(part.filename or "file", data, kind)
        else:
            raise Refused(400, 50035, f"Invalid Form Body: the part {name!r} is not read by the stand-in", broken=True)


def _break(request: web.BaseRequest) -> None:
    """Ends the connection as a machine does that has gone: with a reset."""
    transport = request.transport
    if transport is not None:
        wire: socket.socket = transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()


def _answer(status: int, body: dict[str, Any], headers: dict[str, str]) -> web.Response:
    answer = web.Response(status=status, body=encode(body), headers=JSON | headers)
    answer[CODE] = body.get("code", 0)
    return answer


def _no(refused: Refused, headers: dict[str, str] | None = None) -> web.Response:
    return _answer(refused.status, refused.body(), headers or {})
