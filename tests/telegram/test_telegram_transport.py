"""A call that breaks off: what its error says of whether it was sent, and that its answer is nobody else's."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.adapters.telegram.transport import NOT_SENT, AiohttpRequest

Reader = asyncio.StreamReader
Writer = asyncio.StreamWriter
Manner = Callable[[str, Writer], Awaitable[None]]


class Other:
    """The other end: what was asked of it, and on how many connections."""

    def __init__(self, manner: Manner) -> None:
        self.heard: list[str] = []
        self.connections = 0
        self.url = ""
        self._manner = manner

    async def serve(self, reader: Reader, writer: Writer) -> None:
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(int(row.split(": ")[1]) for row in head.split("\r\n") if row.startswith("Content-Length"))
                self.heard.append(json.loads(await reader.readexactly(length))["text"])
                await self._manner(self.heard[-1], writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def other(manner: Manner) -> AsyncIterator[Other]:
    end = Other(manner)
    server = await asyncio.start_server(end.serve, "127.0.0.1", 0)
    end.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/bot1:token/sendMessage"
    try:
        yield end
    finally:
        server.close()


@asynccontextmanager
async def requests(**settings: Any) -> AsyncIterator[AiohttpRequest]:
    request = AiohttpRequest(**settings)
    try:
        yield request
    finally:
        await request.shutdown()


def said(text: str) -> RequestData:
    return RequestData([RequestParameter("text", text, None)])


def answer(text: str, *more: str) -> bytes:
    body = text.encode()
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *more, "", ""]).encode() + body


async def echo(text: str, writer: Writer) -> None:
    writer.write(answer(text))


async def test_one_connection_carries_one_request_after_the_other() -> None:
    async with other(echo) as end, requests() as request:
        for number in range(5):
            assert await request.do_request(end.url, "POST", said(f"{number}")) == (200, f"{number}".encode())
    assert end.connections == 1


async def test_a_request_given_up_leaves_its_answer_to_nobody_else() -> None:
    go_on = asyncio.Event()

    async def late(text: str, writer: Writer) -> None:
        if text == "first":
            await go_on.wait()
        writer.write(answer(text))

    async with other(late) as end, requests() as request:
        first = asyncio.create_task(request.do_request(end.url, "POST", said("first")))
        while not end.heard:
            await asyncio.sleep(0.01)
        first.cancel()
        await asyncio.wait([first])
        go_on.set()
        assert await request.do_request(end.url, "POST", said("second")) == (200, b"second")
    assert end.connections == 2


async def test_who_is_not_answered_in_time_hears_so_and_the_late_answer_is_nobodys() -> None:
    async def late(text: str, writer: Writer) -> None:
        if text == "first":
            await asyncio.sleep(0.3)
        writer.write(answer(text))

    async with other(late) as end, requests(read=0.1) as request:
        with pytest.raises(TimedOut) as error:
            await request.do_request(end.url, "POST", said("first"))
        assert not isinstance(error.value.__cause__, NOT_SENT)
        assert await request.do_request(end.url, "POST", said("second")) == (200, b"second")


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(b"", id="hung up on"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", id="half an answer"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Le", id="half a head"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n\r\n", id="no HTTP at all"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", id="a length that is none"),
    ],
)
async def test_a_broken_answer_may_have_arrived_and_the_next_request_is_well(broken: bytes) -> None:
    async def breaks(text: str, writer: Writer) -> None:
        writer.write(broken if text == "first" else answer(text))
        if text == "first":
            writer.close()

    async with other(breaks) as end, requests() as request:
        with pytest.raises(NetworkError) as error:
            await request.do_request(end.url, "POST", said("first"))
        assert not isinstance(error.value.__cause__, NOT_SENT)
        assert "token" not in str(error.value)
        assert await request.do_request(end.url, "POST", said("second")) == (200, b"second")


async def test_where_nobody_listens_nothing_was_sent() -> None:
    async with other(echo) as end:
        pass
    async with requests() as request:
        with pytest.raises(NetworkError) as error:
            await request.do_request(end.url, "POST", said("first"))
    assert isinstance(error.value.__cause__, NOT_SENT)


async def test_where_no_connection_is_free_in_time_nothing_was_sent() -> None:
    go_on = asyncio.Event()

    async def waits(text: str, writer: Writer) -> None:
        await go_on.wait()
        writer.write(answer(text))

    async with other(waits) as end, requests(connections=1, connect=0.1, pool=0.1) as request:
        first = asyncio.create_task(request.do_request(end.url, "POST", said("first")))
        while not end.heard:
            await asyncio.sleep(0.01)
        with pytest.raises(TimedOut) as error:
            await request.do_request(end.url, "POST", said("second"))
        assert isinstance(error.value.__cause__, NOT_SENT)
        go_on.set()
        assert await first == (200, b"first")
    assert end.heard == ["first"]


async def test_the_other_end_may_close_after_an_answer_and_say_not_yet_before_it() -> None:
    async def leaves(text: str, writer: Writer) -> None:
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n" + answer(text, "Connection: close"))
        writer.close()

    async with other(leaves) as end, requests() as request:
        for text in ("first", "second"):
            assert await request.do_request(end.url, "POST", said(text)) == (200, text.encode())
    assert end.connections == 2
