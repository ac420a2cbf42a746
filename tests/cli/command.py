"""The piiri command as an operator runs it: in a process of its own."""

import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue
from unittest import mock

import httpx

from bot.cli import main

PIIRI = Path(sys.executable).parent / "piiri"


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    def refused(self, *words: str) -> None:
        """It failed with exactly one line that has these words in it, and no traceback."""
        assert self.code != 0, self.out
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("piiri: ")
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err, self.err


@dataclass
class Place:
    """A folder with a database of its own, and the settings that name it."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PIIRI_")}
        return {
            **kept,
            "PIIRI_DATABASE_URL": f"sqlite:///{self.folder / 'piiri.db'}",
            "PYTHONUTF8": "1",
            **self.settings,
        }

    def piiri(self, *words: str) -> Done:
        done = subprocess.run(
            [PIIRI, *words],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def here(self, *words: str) -> Done:
        """The same entry in this process: many refusals in the time of one start."""
        out, err = io.StringIO(), io.StringIO()
        with (
            mock.patch.dict(os.environ, self.environment, clear=True),
            mock.patch.object(sys, "argv", ["piiri", *words]),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            try:
                main()
                code = 0
            except SystemExit as leaving:
                code = int(leaving.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    @contextmanager
    def running(self, *words: str, port: int = 0) -> "Iterator[Running]":
        """`piiri run` until the block ends."""
        port = port or free_port()
        process = subprocess.Popen(
            [PIIRI, "run", "--port", str(port), *words],
            cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        running = Running(process, port)
        try:
            running.wait_for("Piiri is at")
            yield running
        finally:
            if process.poll() is None:
                process.kill()
            process.wait(10)


class Running:
    """A process that runs, with what it has printed."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.process = process
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.out: list[str] = []
        self.err: list[str] = []
        self._lines: Queue[str | None] = Queue()
        self._readers = [
            threading.Thread(target=self._read_out, daemon=True),
            threading.Thread(target=self._read_err, daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def _read_out(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.out.append(line)
            self._lines.put(line)
        self._lines.put(None)

    def _read_err(self) -> None:
        assert self.process.stderr
        self.err.extend(self.process.stderr)

    def wait_for(self, words: str, seconds: float = 30) -> str:
        """The line with these words, as soon as it is printed."""
        try:
            while (line := self._lines.get(timeout=seconds)) is not None:
                if words in line:
                    return line
        except Empty:
            pass
        raise AssertionError(f"“{words}” was not printed: {self.out} {self.err}")

    def get(self, path: str, **headers: str) -> httpx.Response:
        return httpx.get(f"{self.url}{path}", headers=headers, timeout=10)

    def post(self, path: str, json: object, **headers: str) -> httpx.Response:
        return httpx.post(f"{self.url}{path}", json=json, headers=headers, timeout=30)

    def stop(self, seconds: float = 5) -> int:
        """Tell it to stop; it has so long."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(seconds)
        for reader in self._readers:
            reader.join(5)
        return code


def free_port() -> int:
    """A port where nobody answers. For a minute only whoever names it gets it: a connection has just ended there."""
    with socket.create_server(("127.0.0.1", 0)) as door, socket.create_connection(door.getsockname()):
        door.accept()[0].close()  # this end first, for it is the first to close that keeps the port
        return int(door.getsockname()[1])
