"""7. Inputs: whatever comes in, over every handler, press, command and form, is answered soon and brings nothing down.

A million inputs in two processes. A fifth of them are turns through `Piiri.hear` on a real store: presses that were
offered and presses that were forged, forms that were shown and forms that were not, commands in three languages with
options, words, steps of forms, openings, what platforms tell of channels; by members, conveners, facilitators,
strangers and nobody; typed by people who mean it and by people who do not (`inputs_drawn.py`). Three groups live
through all states meanwhile; the platform is now one with modals, now with questions one by one, now has Telegram's
capabilities, now Discord's; every answer and post is rendered for both. The rest are raw updates of the platforms with
something broken in them, through the adapters' readers (`inputs_reads.py`).

Passes when no exception reaches the outermost door and no line of the log tells of one, no turn takes over 5 s and the
dispatcher always settles, 99 of 100 turns take under 100 ms, and memory grows by less than 50 MB after a warm-up of a
fifth. At a small size the machine is shared with other tests, and the time is the process's own.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from bot.core.register import USES
from prove.report import Report, percentile

INPUTS, TURNS = 1_000_000, 200_000
PROCESSES = 2
GROWTH = 50.0
SLOW = 0.1


def run(scale: float, seed: int) -> Report:
    """Try it; at full size a quarter of an hour of two cores."""
    small = scale < 0.2
    turns = max(1, round(TURNS * scale / PROCESSES))
    reads = max(1, round((INPUTS - TURNS) * scale / PROCESSES))
    folder = "/dev/shm" if Path("/dev/shm").is_dir() else None
    shards = [
        _shard({"turns": turns, "reads": reads, "seed": seed * PROCESSES + number, "small": small, "folder": folder})
        for number in range(PROCESSES)
    ]
    found = [_result(shard) for shard in shards]
    report = Report("7. Inputs: whatever comes in is answered soon and brings nothing down")
    _tell(report, found, small=small)
    return report


def _shard(order: dict[str, Any]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "prove.inputs_shard"]
    root = Path(__file__).parents[1]
    shard = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
    assert shard.stdin is not None
    shard.stdin.write(json.dumps(order))
    shard.stdin.close()
    return shard


def _result(shard: "subprocess.Popen[str]") -> dict[str, Any]:
    assert shard.stdout is not None
    written = shard.stdout.read()
    if shard.wait():
        return {"uncaught": [f"the process itself ended with {shard.returncode}"]}
    found: dict[str, Any] = json.loads(written)
    return found


def _tell(report: Report, found: list[dict[str, Any]], *, small: bool) -> None:
    def all_of(name: str) -> list[Any]:
        return [each for one in found for each in one.get(name, [])]

    def sum_of(name: str) -> int:
        return sum(one.get(name, 0) for one in found)

    kinds, handlers, readers = Counter[str](), Counter[str](), Counter[str]()
    for one in found:
        kinds.update(one.get("kinds", {}))
        handlers.update(one.get("handlers", {}))
        readers.update(one.get("readers", {}))
    report.tell("inputs", sum_of("turns") + sum_of("reads"))
    report.tell("  turns through the outermost door", sum_of("turns"))
    for kind, count in kinds.most_common():
        report.tell(f"    {kind}", count)
    report.tell("  raw updates through the readers", sum_of("reads"))
    for reader, count in readers.most_common():
        report.tell(f"    {reader}", count)
    report.tell("posts and whispers that followed", sum_of("posts"))
    missed = [word for word in USES if word not in handlers]
    report.none("handlers that no input was meant for", len(missed))
    least = min((count for word, count in handlers.items() if word in USES), default=0)
    report.tell("inputs meant for the handler with the fewest", least)
    walls, cpus = all_of("walls"), all_of("cpus")
    judged = cpus if small else walls
    report.tell("a turn: median", f"{percentile(walls, 0.5) * 1000:.1f} ms")
    report.tell("a turn: longest", f"{max(walls, default=0) * 1000:.0f} ms")
    report.tell("a turn: 99 of 100 within, on the clock", f"{percentile(walls, 0.99) * 1000:.1f} ms")
    slow = percentile(judged, 0.99)
    what = "a turn: 99 of 100 within" + (", of the process's own time" if small else "")
    report.judge(what, f"{slow * 1000:.1f} ms", "< 100 ms", holds=bool(judged) and slow < SLOW)
    grown = max((one.get("grown", 0) for one in found), default=0)
    report.judge("memory grown after the warm-up", f"{grown:.1f} MB", "< 50 MB", holds=grown < GROWTH)
    uncaught, stuck = all_of("uncaught"), all_of("stuck")
    report.none("uncaught", len(uncaught))
    report.none("stuck", len(stuck))
    for line in [*dict.fromkeys(uncaught)][:8] + [*dict.fromkeys(stuck)][:8] + missed[:8]:
        report.tell(f"  {line[:600]}", "")
