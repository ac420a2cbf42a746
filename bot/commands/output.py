"""What commands print, and where the log goes."""

import logging
import sys

from bot.settings import Settings


def log_to_stderr(settings: Settings) -> None:
    """Times, levels and codes; never what people write."""
    logging.basicConfig(
        stream=sys.stderr, level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    # These say at INFO or DEBUG what they carry; we need to hear of them only when something is wrong.
    for noisy in ("apscheduler", "aiosqlite", "sqlalchemy", "alembic", "uvicorn", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def say(line: str) -> None:
    """A line for the operator."""
    print(line, flush=True)  # noqa: T201
