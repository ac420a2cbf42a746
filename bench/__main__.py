"""python -m bench [name …]: every measurement, or those named."""

import sys
from collections.abc import Callable, Iterator

from bench import both, commands, content, discord, idle, notices, outbox, planning, telegram

MEASURES: dict[str, Callable[[], Iterator[tuple[str, str]]]] = {
    "commands": commands.measure,
    "memory": commands.measure_memory,
    "content": content.measure,
    "planning": planning.measure,
    "notices": notices.measure,
    "telegram": telegram.measure_pace,
    "telegram-cost": telegram.measure_cost,
    "discord": discord.measure_pace,
    "discord-cost": discord.measure_cost,
    "memory-both": both.measure,
    "due": outbox.measure,
    "idle": idle.measure,
}


def main(names: list[str]) -> None:
    """Print a line per figure as soon as it is known."""
    unknown = set(names) - set(MEASURES)
    if unknown:
        sys.exit(f"no such measurement: {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    for name in names or MEASURES:
        for what, figure in MEASURES[name]():
            print(f"{what:<58} {figure}", flush=True)


main(sys.argv[1:])
