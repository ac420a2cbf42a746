"""What commands print, and where the log goes."""

import logging
import sys

from bot.logs import FORMATS, catch_the_rest
from bot.settings import Settings

QUIET = (
    "apscheduler",
    "aiosqlite",
    "sqlalchemy",
    "alembic",
    "uvicorn",
    "asyncio",
    "telegram",
    "httpx",
    "aiohttp",
    "discord",
)


def log_to_stderr(settings: Settings) -> None:
    """Times, levels and codes; never what people write."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(FORMATS[settings.log_format]())
    catch_the_rest()
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler])
    # These say at INFO or DEBUG what they carry; we need to hear of them only when something is wrong.
    for noisy in QUIET:
        logging.getLogger(noisy).setLevel(logging.WARNING)


def say(line: str) -> None:
    """A line for the operator."""
    print(line, flush=True)  # noqa: T201
