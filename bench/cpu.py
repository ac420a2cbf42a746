"""Processor time: our own, and that of a database's server."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

TICK = os.sysconf("SC_CLK_TCK")


class Serves(Protocol):
    """A database's server: the mother first, its children after her."""

    def pids(self) -> Sequence[int]: ...


def spent(server: Serves | None = None) -> float:
    """Seconds so far of this process and all of its threads, and of a server's processes, ended ones too."""
    return time.process_time() + (_of_server(server) if server else 0.0)


def of_server(server: Serves | None) -> float:
    """Seconds so far of a server's processes alone."""
    return _of_server(server) if server else 0.0


def _of_server(server: Serves) -> float:
    mother, *children = server.pids()
    return _ticks(mother, ended=True) + sum(_ticks(child, ended=False) for child in children)


def _ticks(pid: int, *, ended: bool) -> float:
    try:
        # Behind the name, which may hold anything: state is the first, user and system time the 12th and 13th.
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:  # ended since it was listed: the mother has its time by now
        return 0.0
    return sum(map(int, fields[11 : 15 if ended else 13])) / TICK
