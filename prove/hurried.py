"""Hours in seconds: an event loop whose time jumps on as soon as nothing is left to do at this instant.

Whatever waits (a pace, a retry, a platform's silence) waits on the loop's time, so nothing of it is left out and the
order of things is that of real time. Sockets on loopback are waited for; what SQLite is asked is done there and then.
"""

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, TypeVar
from unittest.mock import patch

import aiosqlite

T = TypeVar("T")

BEGINS = datetime(2026, 9, 1, 6, tzinfo=UTC)
"""What the hurried machine's clock says at first."""

FAR = 0.5
"""Before a jump of more seconds than this, one more look is taken at the sockets."""

GRACE = 0.001


class _Selector(selectors.DefaultSelector):
    """Passes the time itself where there is nothing to do, instead of waiting for it to pass."""

    passed = 0.0
    aside = 0
    """How much is under way in threads."""

    def select(self, timeout: float | None = None) -> Any:
        found = super().select(0)
        if found or (timeout is not None and timeout <= 0):
            return found
        while self.aside:
            if found := super().select(1.0):
                return found
        if timeout is None:
            return super().select(0.01)
        if timeout > FAR and (found := super().select(GRACE)):
            return found
        self.passed += timeout
        return []


class HurriedLoop(asyncio.SelectorEventLoop):
    """`time()` is in seconds since it was made."""

    def __init__(self) -> None:
        self.hurry = _Selector()
        super().__init__(self.hurry)

    def time(self) -> float:
        return self.hurry.passed

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:
        """Time stands still meanwhile."""
        self.hurry.aside += 1
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(lambda _: self._back())
        return future

    def _back(self) -> None:
        self.hurry.aside -= 1

    def now(self) -> datetime:
        """The machine's time of day, aware UTC."""
        return BEGINS + timedelta(seconds=self.hurry.passed)

    def seconds(self) -> float:
        """The same as seconds since 1970."""
        return self.now().timestamp()


def hurried(begin: Callable[[HurriedLoop], Coroutine[Any, Any, T]], *modules: Any) -> T:
    """Run it to its end; `modules` that ask the module `time` for the machine's time are told the loop's."""
    loop = HurriedLoop()
    with ExitStack() as held:
        held.enter_context(_without_threads())
        shown = SimpleNamespace(**{name: getattr(time, name) for name in dir(time) if not name.startswith("_")})
        shown.monotonic, shown.time = loop.time, loop.seconds
        for module in modules:
            held.enter_context(patch.object(module, "time", shown))
        runner = held.enter_context(asyncio.Runner(loop_factory=lambda: loop))
        return runner.run(begin(loop))


@contextmanager
def _without_threads() -> Iterator[None]:
    """SQLite's statements are carried out on the loop: how long a thread takes would be another order every time."""

    async def executed(self: Any, statement: Callable[..., Any], *given: Any, **named: Any) -> Any:
        if self._connection is None:
            raise ValueError("Connection closed")
        await asyncio.sleep(0)
        return statement(*given, **named)

    async def connected(self: Any) -> Any:
        if self._connection is None:
            self._connection = self._connector()
        return self

    async def closed(self: Any) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        await self.stop()

    with patch.multiple(aiosqlite.Connection, _execute=executed, _connect=connected, close=closed):
        yield
