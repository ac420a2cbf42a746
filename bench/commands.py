"""Whole commands, from outside: how long, and how much memory at rest."""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.table import Line

PIIRI = str(Path(sys.executable).with_name("piiri"))


def measure() -> Iterator[Line]:
    """Wall time of commands, median of several runs after one that warms up."""
    yield Line("`piiri --help`, median of 9", f"{_median([PIIRI, '--help'], 9):.3f} s")
    for language in ("fi", "en"):
        line = [PIIRI, "rehearse", "--programme", "vahvistin", "--language", language, "--meetings", "6"]
        yield Line(f"`piiri rehearse`, six meetings, {language}, median of 3", f"{_median(line, 3):.2f} s")


def _median(line: list[str], runs: int) -> float:
    times = []
    for _ in range(runs + 1):
        begun = time.perf_counter()
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:])


def measure_memory() -> Iterator[Line]:
    """Resident memory of a running Piiri with nothing to do, beside a bare interpreter."""
    bare = subprocess.Popen([sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"], stdout=-1)
    assert bare.stdout is not None
    bare.stdout.readline()
    beside = f"{resident(bare.pid):.0f} MB"
    bare.kill()
    bare.wait()
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        env = {**os.environ, "PIIRI_DATABASE_URL": f"sqlite:///{folder}/piiri.db"}
        running = subprocess.Popen([PIIRI, "run", "--port", str(port)], env=env, stdout=-1, stderr=subprocess.DEVNULL)
        assert running.stdout is not None
        while b"Piiri is at" not in running.stdout.readline():
            pass
        time.sleep(3)
        yield Line("memory at rest, `piiri run` / bare Python", f"{resident(running.pid):.0f} MB", beside)
        begun = time.perf_counter()
        running.terminate()
        running.wait(10)
        yield Line("  SIGTERM to stopped", f"{time.perf_counter() - begun:.2f} s")


def resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
