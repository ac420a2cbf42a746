"""Lives of a process, begun warm and ended by kill -9: one process has imported everything and forks a child for each.

`python -m prove.nursery <module>` reads orders (JSON, a line each), forks, and the child calls `<module>.live(order)`.
No event loop runs and no thread is there when it forks. It writes "born <pid>" and, of each, "ended <pid> <status>",
the status as of `os.waitstatus_to_exitcode`: -9 for one that was killed.
"""

import asyncio
import gc
import json
import os
import select
import signal
import sys
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[1]


@dataclass(eq=False)
class Life:
    """One child. `ended` is its exit status once it is gone, -9 after a kill."""

    pid: int
    ended: asyncio.Future[int] = field(default_factory=asyncio.Future)

    def kill(self) -> None:
        """SIGKILL, at once; nothing where it has ended by itself."""
        if not self.ended.done():
            with suppress(ProcessLookupError):  # it has ended, and the news of it is on its way
                os.kill(self.pid, signal.SIGKILL)

    async def within(self, seconds: float) -> bool:
        """Whether it ends by itself, or by its own hand, within so many seconds."""
        return bool((await asyncio.wait({self.ended}, timeout=seconds))[0])


class Nursery:
    """As a context: the warm process. `born` begins one life after another; whoever is left at the end is killed."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._lives: dict[int, Life] = {}
        self._births: deque[asyncio.Future[Life]] = deque()

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "prove.nursery",
            self._module,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
        )
        self._hearing = asyncio.create_task(self._hear())
        return self

    async def __aexit__(self, *_: object) -> None:
        for life in self._lives.values():
            life.kill()
        assert self._process.stdin
        self._process.stdin.close()
        await self._process.wait()
        await self._hearing

    async def born(self, order: Mapping[str, Any]) -> Life:
        """Begin a life; RuntimeError where the warm process has died."""
        assert self._process.stdin
        birth: asyncio.Future[Life] = asyncio.Future()
        self._births.append(birth)  # they are born in the order in which they were asked for
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        await asyncio.wait({birth, self._hearing}, return_when=asyncio.FIRST_COMPLETED)
        if not birth.done():
            raise RuntimeError(f"the nursery of {self._module} has ended")
        return birth.result()

    async def _hear(self) -> None:
        assert self._process.stdout
        async for line in self._process.stdout:
            word, pid, *status = line.decode().split()
            if word == "born":
                self._lives[int(pid)] = life = Life(int(pid))
                self._births.popleft().set_result(life)
            else:
                self._lives.pop(int(pid)).ended.set_result(int(status[0]))


def _serve(module: str) -> None:
    """The warm process, until its orders end and its last child is gone."""
    live = import_module(module).live
    woken, wakes = os.pipe()
    os.set_blocking(woken, False)
    os.set_blocking(wakes, False)
    signal.set_wakeup_fd(wakes, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    gc.collect()
    gc.freeze()
    children: set[int] = set()
    orders, read = True, b""
    while orders or children:
        ready = select.select([woken, *([0] if orders else [])], [], [])[0]
        if woken in ready:
            os.read(woken, 4096)
        _bury(children)
        if 0 not in ready:
            continue
        more = os.read(0, 65536)
        if not more:  # whoever gave the orders is gone, and needs no life any more
            orders = False
            for child in children:
                os.kill(child, signal.SIGKILL)
        *lines, read = (read + more).split(b"\n")
        for line in lines:
            if pid := os.fork():
                children.add(pid)
                _say(f"born {pid}")
                continue
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(0)
            os.closerange(3, 256)
            _live(live, json.loads(line))


def _live(live: Any, order: Any) -> None:
    status = 1
    try:
        os.dup2(2, 1)  # what a child prints must not be taken for news of one
        live(order)
        status = 0
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)


def _bury(children: set[int]) -> None:
    for pid in list(children):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            children.discard(pid)
            _say(f"ended {pid} {os.waitstatus_to_exitcode(status)}")


def _say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


if __name__ == "__main__":
    _serve(sys.argv[1])
