"""How long it takes to read every programme in every language."""

import statistics
import time
from collections.abc import Iterator

from bench.table import Line
from bot.content.library import PROGRAMMES
from bot.content.programme_folder import load_programme

RUNS = 15


def measure() -> Iterator[Line]:
    """All files read, checked against each other and turned into programmes, after one run that warms up."""
    folders = sorted(path.parent for path in PROGRAMMES.glob("*/programme.yaml"))
    files = [path for folder in folders for path in folder.glob("*.yaml")]
    size = sum(path.stat().st_size for path in files)
    times = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        for folder in folders:
            load_programme(folder)
        times.append(time.perf_counter() - begun)
    what = f"reading {len(folders)} programmes, {len(files)} files, {size // 1024} KB, median of {RUNS}"
    yield Line(what, f"{1000 * statistics.median(times[1:]):.0f} ms")
