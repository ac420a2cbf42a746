"""python -m bench [--scale 0.2] [name …]: the table, or what is named of it; exit code 1 where a bound is broken."""

import argparse
import sys
from collections.abc import Callable, Iterator

from bench import both, commands, content, discord, idle, limits, notices, outbox, planning, presses, telegram
from bench.table import Line, drawn

MEASURES: dict[str, Callable[[], Iterator[Line]]] = {
    "telegram": telegram.measure,
    "discord": discord.measure,
    "planning": planning.measure,
    "due": outbox.measure,
    "limits": limits.measure,
    "presses": presses.measure,
    "memory": commands.measure_memory,
    "memory-both": both.measure,
}
"""The table, in its order."""

BESIDE: dict[str, Callable[[], Iterator[Line]]] = {
    "commands": commands.measure,
    "content": content.measure,
    "idle": idle.measure,
    "notices": notices.measure,
}
"""What is only measured when it is named."""


def main() -> int:
    """Tell each line as soon as it is known, and all of them together at the end."""
    there = MEASURES | BESIDE
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="how many groups, as a part of all")
    parser.add_argument("names", nargs="*", metavar="name", help=f"one of {', '.join(there)}; without any, the table")
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(there):
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    for module in (telegram, discord, planning, presses):
        module.GROUPS = max(50, int(module.GROUPS * asked.scale))
    lines: list[Line] = []
    for name in asked.names or MEASURES:
        for line in there[name]():
            lines.append(line)
            sys.stderr.write("  ".join(filter(None, line.cells)) + "\n")
    print(drawn(lines))
    return int(any(line.holds is False for line in lines))


if __name__ == "__main__":
    sys.exit(main())
