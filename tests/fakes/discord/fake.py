"""Discord on this machine, with people in it, for tests of what speaks to it.

    fake = FakeDiscord()                        # limits=Limits() keeps Discord's limits, as --limits does
    await fake.start()                          # or: async with FakeDiscord() as fake
    aino = fake.person("Aino", locale="fi")
    guild = fake.guild("Talo", members=[aino])  # the bot is in it, with the permissions an invitation asks for
    place = fake.channel(guild, "piiri")
    with aimed(fake):                           # discord.py's addresses, until the end of the block
        await client.login(fake.token)
        connecting = asyncio.create_task(client.connect())
        await fake.connected()
        answered = await fake.invokes(aino, "piiri group", place, {"name": "Tiistai"})
        answered.kind, answered.text, answered.labels, answered.milliseconds
        form = await fake.presses(aino, answered, "Muistiinpano")   # a form: form.kind == "modal"
        await fake.submits(form, {"Mitä jäi mieleen": "…"})
        [each.text for each in fake.sees(aino, place)]
        await fake.until(lambda: fake.sees(aino))   # what comes by itself, here privately

People act with `invokes`, `completes`, `presses`, `chooses`, `submits` and `writes`; the world is made and changed with
the methods in `making.py`; `fails` orders faults of requests, and the methods below those of the gateway. What the bot
did is in `ledger` and in the channels, what it did wrong in `violations`. Whoever and whatever is meant may be given by
its id. As a process: `python -m tests.fakes.discord --port 8082 [--limits]`, with the same by `POST /_control/<method>`
(see `control.py`). discord.py tells that it is ready two seconds after the last guild: give its client
`guild_ready_timeout=0.05` where a test waits for that; interactions come earlier all the same.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from typing import Any, Self

from aiohttp import web

from tests.fakes.discord.gateway import INVALID as INVALID_SESSION
from tests.fakes.discord.gateway import RECONNECT
from tests.fakes.discord.server import Door, wide
from tests.fakes.discord.talk import Talk

# After these nobody resumes: the session is gone, or whoever was there may not come back.
FINAL = frozenset({4003, 4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014})


class FakeDiscord(Talk):
    """The stand-in: `start()` it, point a client at `api` and `gateway`, and let people act."""

    port = 0
    _runner: web.ServerRunner | None = None

    async def start(self, port: int = 0) -> None:
        """Listens on loopback: at a free port, or where it listened before it was stopped."""
        self._door = Door(self)
        server = web.Server(self._door.answer, request_factory=wide, handler_cancellation=True, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port or self.port).start()
        self.port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{self.port}"

    async def stop(self) -> None:
        """Listens no more, and keeps what it knows; raises what went wrong in the stand-in itself."""
        if self._runner is not None:
            self._door.closing.set()
            await self.hub.stop()
            await self._runner.cleanup()
            self._runner = None
        if self.broken:
            raise ExceptionGroup("the stand-in itself failed", self.broken)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def connected(self, timeout: float = 10) -> None:  # noqa: ASYNC109
        """Waits until somebody listens at the gateway; raises `TimeoutError` when nobody does."""
        async with asyncio.timeout(timeout):
            await self.hub.ready.wait()

    async def until(self, true: Callable[[], Any], timeout: float = 5) -> None:  # noqa: ASYNC109
        """Waits until something is so; raises `TimeoutError` when it does not become so."""
        async with asyncio.timeout(timeout):
            while not true():
                await asyncio.sleep(0.005)

    def fails(
        self,
        what: str,
        method: str = "*",
        path: str = "**",
        *,
        times: int = 1,
        code: int = 0,
        message: str | None = None,
        retry_after: float = 1.0,
        seconds: float = 1.0,
    ) -> None:
        """Lets the next requests go wrong that have this method and path (`/channels/*/messages`, `**` for any).

        A status (400, 401, 403, 404, 429, 500, 502, 503, 504, 524), "global" (429 for everything), "cloudflare" (429
        by whoever stands before Discord), "html" (a proxy's page), "reset" and "hang" come before the request has
        taken effect, or with " after" behind them when it has. "slow" takes effect and answers after `seconds`.
        `code` and `message` are Discord's own.
        """
        self.faults.order(
            what, method, path, times=times, code=code, message=message, retry_after=retry_after, seconds=seconds
        )  # fmt: skip

    def mends(self) -> None:
        """What was ordered to go wrong and has not yet does so no more, the gateway's faults included."""
        self.faults.waiting.clear()
        self.hub.refusing_until, self.hub.refuses_resumes, self.hub.acknowledges = float("-inf"), False, True

    def drops(self) -> None:
        """Every listener's socket is gone, and nobody said so."""
        self.hub.ready.clear()
        for link in list(self.hub.links):
            link.drop()

    def closes(self, code: int = 4000) -> None:
        """The gateway ends every connection with a code."""
        self.hub.ready.clear()
        for link in list(self.hub.links):
            if code in FINAL and link.session is not None:
                self.hub.sessions.pop(link.session.id, None)
            link.close(code)

    def reconnects(self) -> None:
        """The gateway asks every listener to come anew."""
        self.hub.ready.clear()
        for link in self.hub.links:
            link.op(RECONNECT)

    def invalidates(self, *, resumable: bool = False) -> None:
        """The gateway tells every listener that its session is over, or may be resumed."""
        self.hub.ready.clear()
        for link in self.hub.links:
            if not resumable and link.session is not None:
                self.hub.sessions.pop(link.session.id, None)
            link.op(INVALID_SESSION, resumable)

    def forgets_sessions(self) -> None:
        """Whoever comes to resume finds nothing."""
        self.hub.refuses_resumes = True

    def acknowledges(self, yes: bool) -> None:
        """Whether heartbeats are acknowledged."""
        self.hub.acknowledges = yes

    def refuses_connections(self, seconds: float) -> None:
        """Nobody gets through to the gateway for so long; who tries is in `connects`."""
        self.hub.refusing_until = self.clock.now() + seconds

    def beats(self, seconds: float) -> None:
        """How often a listener that comes from now on is asked to show that it lives."""
        self.hub.heartbeat_seconds = seconds

    def revokes_token(self) -> None:
        """The bot's token opens nothing any more."""
        self.token_valid = False

    @property
    def connects(self) -> list[Any]:
        """Everyone who came to the gateway, with when (monotonic seconds) and how."""
        return self.hub.connects


@contextlib.contextmanager
def aimed(fake: FakeDiscord) -> Iterator[FakeDiscord]:
    """Points discord.py in this process at a stand-in that has started."""
    import yarl
    from discord.gateway import DiscordWebSocket
    from discord.http import Route

    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = fake.api, yarl.URL(fake.gateway)
    try:
        yield fake
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway
