"""Telegram's Bot API on this machine, with people in it, for tests of what speaks to it."""

import asyncio
from typing import Self

from aiohttp import web

from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.places import Places
from tests.fakes.telegram.server import Door, wide
from tests.fakes.telegram.world import Person


class FakeTelegram(Places):
    """The stand-in: `start()` it (or `async with`), point the bot's base address at `url` + "/bot", and let people act.

    What people do is said by methods (`writes`, `presses`, `adds_bot`, …) that may be called from the loop that it
    runs in, before or after the start. What the bot did is in `ledger`, `calls`, `answers`, `accepted`; what it did
    wrong is in `violations`, what it did too fast in `throttled`.
    """

    port = 0
    _runner: web.ServerRunner | None = None

    @property
    def url(self) -> str:
        """Where it listens; known once it has started."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self, port: int = 0) -> None:
        """Listens on loopback: at a free port, or where it listened before it was stopped."""
        self._door = Door(self)
        server = web.Server(self._door.answer, request_factory=wide, handler_cancellation=True, access_log=None)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port or self.port).start()
        self.port = self._runner.addresses[0][1]
        self.pusher.start()

    async def stop(self) -> None:
        """Listens no more, and keeps what it knows; raises what went wrong in the stand-in itself."""
        await self.pusher.stop()
        if self._runner is not None:
            self._door.closing.set()
            await self._runner.cleanup()
            self._runner = None
        if self.broken:
            raise ExceptionGroup("the stand-in itself failed", self.broken)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def delivered(self, timeout: float = 5) -> None:  # noqa: ASYNC109
        """Waits until the bot has acknowledged everything; raises `TimeoutError` when it does not."""
        async with asyncio.timeout(timeout):
            await self.updates.quiet.wait()

    def fault(
        self,
        method: str,
        what: str,
        *,
        chat: object = None,
        times: int = 1,
        retry_after: int = 3,
        seconds: float = 1.0,
    ) -> None:
        """Lets the next calls of a method ("*" is any) go wrong, in a chat (a person, a group or an id) or in any.

        "429" answers with `retry_after`, "401" and "404" as Telegram does. "500", "502" (a proxy's page), "timeout"
        (no answer until the caller gives up) and "reset" (the connection breaks) come "before" or "after" the call has
        taken effect. "slow" takes effect at once and answers after `seconds`.
        """
        chat_id = getattr(chat, "id", chat)
        self.faults.order(Fault(method, what, chat_id, times, retry_after, seconds))  # type: ignore[arg-type]

    def restarts_ids(self, start: int) -> None:
        """Updates are numbered from another number on, lower or higher."""
        self.updates.restart(start)

    def repeats_last(self) -> int:
        """The newest update comes once more under the same id, which is returned."""
        return self.updates.repeat()

    def reaches(self, public: str, local: str) -> None:
        """A webhook's address that begins with `public` is really at `local`, on this machine."""
        self.pusher.reaches[public] = local

    def knows(self, person_id: int) -> Person:
        """The person with an id."""
        return self.world.persons[person_id]
