"""Telegram's side of the wire."""

import asyncio
import socket
import struct
import time
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec
from aiohttp import BodyPartReader, web
from yarl import URL

from tests.fakes.telegram import control
from tests.fakes.telegram.api import HANDLERS, perform
from tests.fakes.telegram.check import Upload, checked
from tests.fakes.telegram.errors import TITLES, Refused, against_rules, too_many
from tests.fakes.telegram.faults import BAD_GATEWAY, Fault
from tests.fakes.telegram.ledger import Call, Violation
from tests.fakes.telegram.rules import FILE_BYTES
from tests.fakes.telegram.state import State

JSON = {"Content-Type": "application/json"}
encode = msgspec.json.Encoder().encode


def wide(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """A request that may carry a file as large as Telegram takes, and a little more, so that it can say no."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=FILE_BYTES + 2**20)


class Brought:
    """What a call brought along."""

    def __init__(self) -> None:
        self.given: dict[str, Any] = {}
        self.files: dict[str, Upload] = {}
        self.typed = False

    def add(self, name: str, value: Any) -> None:
        """One more parameter; raises `Refused` when it came before."""
        if name in self.given:
            raise against_rules(f'parameter "{name}" came twice')
        self.given[name] = value


class Door:
    """Answers every request to one stand-in."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.prefix = f"/bot{state.token}/"
        self.closing = asyncio.Event()

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """One call of the Bot API, or one of the benchmark's."""
        path, _, query = request.raw_path.partition("?")
        if not path.startswith(self.prefix):
            path = unquote(urlsplit(path).path)
        try:
            if path.startswith("/control/"):
                return _ok(await control.answer(self.state, path.removeprefix("/control/"), await _body(request)))
            if not path.startswith(self.prefix):
                raise Refused(401, "Unauthorized") if path.startswith("/bot") else Refused(404, "Not Found")
            return await self._call(request, path.removeprefix(self.prefix), query)
        except Refused as no:
            return _no(no)
        except Exception as error:
            self.state.broken.append(error)
            return _no(Refused(500, "Internal Server Error: the stand-in itself failed"))

    async def _call(self, request: web.BaseRequest, method: str, query: str) -> web.StreamResponse:
        at = time.monotonic()
        brought = Brought()
        params: dict[str, Any] = brought.given
        wrong: Refused | None = None
        try:
            await _read(request, query, brought)
            if method not in HANDLERS:
                raise Refused(404, "Not Found: method not found", broken=True)
            params = checked(method, brought.given, typed=brought.typed, files=brought.files)
        except Refused as no:
            wrong = no
            self._note(method, no, at)
        state = self.state
        state.calls.append(Call(method, params, at))
        fault = state.faults.take(method, params.get("chat_id")) if state.faults.waiting else None
        if fault is not None and not fault.after:
            return await self._misbehave(request, fault, None)
        if wrong is not None:
            answer = _no(wrong)
        else:
            try:
                answer = _ok(await self._perform(method, params))
            except Refused as no:
                self._note(method, no, at)
                answer = _no(no)
        return answer if fault is None else await self._misbehave(request, fault, answer)

    def _note(self, method: str, no: Refused, at: float) -> None:
        if no.broken:
            self.state.violations.append(Violation(method, no.description, at))

    async def _perform(self, method: str, params: dict[str, Any]) -> Any:
        """Does it, unless the stand-in stops meanwhile."""
        if method != "getUpdates":
            return await perform(self.state, method, params)
        work = asyncio.ensure_future(perform(self.state, method, params))
        closed = asyncio.ensure_future(self.closing.wait())
        try:
            await asyncio.wait({work, closed}, return_when=asyncio.FIRST_COMPLETED)
            return work.result() if work.done() else []
        finally:
            work.cancel()
            closed.cancel()

    async def _misbehave(
        self, request: web.BaseRequest, fault: Fault, answer: web.Response | None
    ) -> web.StreamResponse:
        match fault.kind:
            case "429":
                return _no(too_many(fault.retry_after))
            case "401":
                return _no(Refused(401, "Unauthorized"))
            case "404":
                return _no(Refused(404, "Not Found"))
            case "500":
                return _no(Refused(500, "Internal Server Error"))
            case "502":
                return web.Response(status=502, body=BAD_GATEWAY, content_type="text/html")
            case "slow":
                await asyncio.sleep(fault.seconds)
                assert answer is not None
                return answer
            case "reset":
                _break(request)
        # The caller gives up, which ends this handler.
        await self.closing.wait()
        return web.Response(status=504)


async def _read(request: web.BaseRequest, query: str, brought: Brought) -> None:
    if query:
        _add_form(query, brought)
    kind = request.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        await _read_parts(request, brought)
        return
    body = await _body(request)
    if not body:
        return
    try:
        if kind == "application/json":
            if brought.given:
                raise against_rules("parameters came both in the address and in the body")
            brought.typed = True
            brought.given.update(msgspec.json.decode(body, type=dict[str, Any]))
        elif kind == "application/x-www-form-urlencoded":
            _add_form(body.decode(), brought)
        else:
            raise against_rules(f'a body of type "{kind}" is not read')
    except (UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise against_rules("the body cannot be read") from error


def _add_form(form: str, brought: Brought) -> None:
    """Reads a form with yarl, which is quick but puts a sign in the place of what is no UTF-8."""
    for name, value in URL.build(path="/", query_string=form, encoded=True).query.items():
        if "\ufffd" in value:
            parse_qsl(form, errors="strict")
        brought.add(name, value)


async def _read_parts(request: web.BaseRequest, brought: Brought) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise against_rules("a part of the form has no name")
        name = part.name
        data = await part.read(decode=False)
        if part.filename is None:
            brought.add(name, data.decode())
            continue
        upload = Upload(part.filename, bytes(data), part.headers.get("Content-Type", "application/octet-stream"))
        brought.files[name] = upload
        if name in {"document", "thumbnail", "certificate"}:
            brought.add(name, upload)


async def _body(request: web.BaseRequest) -> bytes:
    return await request.content.read() if request.body_exists else b""


def _break(request: web.BaseRequest) -> None:
    """Ends the connection as a machine does that has gone: with a reset."""
    transport = request.transport
    if transport is not None:
        wire: socket.socket = transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()


def _ok(result: Any) -> web.Response:
    return web.Response(body=encode({"ok": True, "result": result}), headers=JSON)


def _no(refused: Refused) -> web.Response:
    status = refused.code
    reason = TITLES.get(status)
    return web.Response(status=status, reason=reason, body=encode(refused.body()), headers=JSON)
