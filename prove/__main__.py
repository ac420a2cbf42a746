"""python -m prove [name …] [--scale 0.02] [--seed 1]: every experiment, or those named, at its size or a part of it."""

import argparse
import sys
import time
from importlib import import_module

from prove import EXPERIMENTS
from prove.report import Report


def main() -> None:
    """Print a table for each as soon as it is known; exit with 1 where a promise is broken."""
    typed = argparse.ArgumentParser(prog="python -m prove", description=__doc__)
    typed.add_argument("names", nargs="*", choices=[*EXPERIMENTS, []], metavar="name", help=", ".join(EXPERIMENTS))
    typed.add_argument(
        "--scale", type=float, default=1.0, help="the part of its size (1 is what docs/promises.md tells)"
    )
    typed.add_argument("--seed", type=int, default=1)
    asked = typed.parse_args()
    broken = 0
    for name in asked.names or EXPERIMENTS:
        began = time.monotonic()
        report: Report = import_module(f"prove.{name}").run(asked.scale, asked.seed)
        print(
            report.table(),
            f"\n  {time.monotonic() - began:.0f} s, seed {asked.seed}, scale {asked.scale:g}\n",
            flush=True,
        )
        broken += not report.passes
    sys.exit(1 if broken else 0)


main()
