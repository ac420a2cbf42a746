"""Runs the stand-in as a process: `python -m tests.fakes.discord --port 8082 --limits`."""

import argparse
import asyncio
import gc
import json
import signal
import sys

from tests.fakes.discord.fake import FakeDiscord
from tests.fakes.discord.limits import Limits
from tests.fakes.discord.state import TOKEN


def main() -> None:
    """Runs until it is told to stop."""
    parser = argparse.ArgumentParser(prog="python -m tests.fakes.discord", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where to listen on loopback; 0 takes a free port")
    parser.add_argument("--token", default=TOKEN, help="the only token that is taken")
    parser.add_argument(
        "--limits", action="store_true", help="keep Discord's limits: 50/s, 5 messages in 5 s a channel"
    )
    asyncio.run(_run(parser.parse_args()))


async def _run(asked: argparse.Namespace) -> None:
    # Everything that was sent is kept: looking through all of it for what could go costs more than sending.
    gc.set_threshold(100_000, 50, 1_000_000)
    fake = FakeDiscord(token=asked.token, limits=Limits() if asked.limits else None, keep_requests=10_000)
    done = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, done.set)
    await fake.start(asked.port)
    said = {"url": fake.url, "api": fake.api, "gateway": fake.gateway, "token": fake.token}
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    await done.wait()
    await fake.stop()


if __name__ == "__main__":
    main()
