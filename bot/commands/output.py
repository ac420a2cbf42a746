"""What commands print, and where the log goes."""

import logging
import re
import sys

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
TOKEN = re.compile(
    r"\d{6,}:[A-Za-z0-9_-]{20,}"  # Telegram's
    r"|[A-Za-z0-9_-]{18,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{20,}"  # Discord's
    r"|aW50ZXJhY3Rpb24[A-Za-z0-9_-]{20,}"  # and what answers to presses there go by
)


def log_to_stderr(settings: Settings) -> None:
    """Times, levels and codes; never what people write."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler])
    # These say at INFO or DEBUG what they carry; we need to hear of them only when something is wrong.
    for noisy in QUIET:
        logging.getLogger(noisy).setLevel(logging.WARNING)


class Redacted(logging.Formatter):
    """Lines without the token, whoever wrote them and whatever level is set."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole line, traceback included, with every token in it made unreadable."""
        return TOKEN.sub("(token)", super().format(record))


def say(line: str) -> None:
    """A line for the operator."""
    print(line, flush=True)  # noqa: T201
