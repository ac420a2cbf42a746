"""The library's requests carried by aiohttp: a fraction of the work, and no log line with the token in it."""

import json
from functools import lru_cache
from typing import Any
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

NOT_SENT = (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError)
"""What aiohttp raises before anything has left us; as `__cause__` of the library's error it tells just that."""

JSON = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}
FILES = {"User-Agent": BaseRequest.USER_AGENT}


class AiohttpRequest(BaseRequest):
    """One pool of connections. Proxies are those of the environment (HTTPS_PROXY, NO_PROXY).

    Timeouts are in seconds. A call of the library may name its own.
    """

    def __init__(
        self,
        *,
        connections: int = 64,
        connect: float = 5.0,
        read: float = 15.0,
        write: float = 30.0,
        pool: float = 10.0,
    ) -> None:
        self._connections = connections
        self._connect, self._read, self._write, self._pool = connect, read, write, pool
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """How long an answer is waited for where a call does not say."""
        return self._read

    async def initialize(self) -> None:
        """Make the pool; it needs the running loop."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=self._connections)
            # Not trust_env: it would look the proxy up in a thread, twice for each request.
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Let go of all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer read; one that is none is never logged, for a proxy may hand back what was sent.

        A message comes back whole, and to make objects of all of it costs as much as sending it: of one that we have
        just sent, only what tells which one it is is kept.
        """
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise TelegramError("Invalid server response") from None
        result = answer.get("result") if isinstance(answer, dict) else None
        if isinstance(result, dict) and "message_id" in result:
            answer["result"] = {name: result[name] for name in ("message_id", "date", "chat") if name in result}
        return answer

    async def do_request(  # noqa: PLR0917 - the library's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Carry one request; TimedOut or NetworkError with aiohttp's own error as the cause."""
        await self.initialize()
        assert self._session is not None  # noqa: S101 - just made
        connect = _given(connect_timeout, self._connect)
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_sum(connect, _given(pool_timeout, self._pool)),
            sock_connect=connect,
            sock_read=_sum(_given(read_timeout, self._read), self._writing(request_data, write_timeout)),
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, proxy=_proxy_for(*url.split("/", 3)[:3])
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except (aiohttp.ClientError, OSError) as error:
            # Only its name: aiohttp's text has the address in it, and the address has the token.
            raise NetworkError(type(error).__name__) from error

    def _writing(self, data: RequestData | None, given: Any) -> float | None:
        """What an upload may take on top: aiohttp reckons the wait for the answer from when the body begins."""
        return _given(given, self._write) if data is not None and data.contains_files else 0.0


@lru_cache
def _proxy_for(scheme: str, _: str, host: str) -> str | None:
    """The proxy that the environment names for a host, if any; it is read once."""
    return None if proxy_bypass(host) else getproxies().get(scheme.rstrip(":"))


def _given(timeout: Any, usual: float) -> float | None:
    return usual if timeout is BaseRequest.DEFAULT_NONE else timeout


def _sum(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one + other


def _body(data: RequestData | None) -> tuple[Any, dict[str, str]]:
    if data is None:
        return None, FILES
    if not data.contains_files:
        return json.dumps(data.parameters, ensure_ascii=False).encode("utf-8", "replace"), JSON
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, FILES
