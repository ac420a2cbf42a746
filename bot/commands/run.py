"""piiri run"""

import logging
import sys
from dataclasses import replace

from bot.serve import bound, running, serve, told_to_stop
from bot.settings import Settings, load_settings


async def run_until_stopped(*, port: int | None, held: bool) -> None:
    """Run from settings until SIGTERM; stops within 5 s, and starts again where it was."""
    settings, _ = load_settings()
    if port is not None:
        settings = replace(settings, port=port)
    log_to_stderr(settings)
    stopping = told_to_stop()
    with bound(settings.port) as door:
        async with running(settings, held=held) as (piiri, browser):
            if piiri.store.created_key:
                say(f"A new key was made at {settings.key_path}. Keep a copy of it apart from the database's backups:")
                say("without it nobody can read what members wrote, and neither can you.")
            say(f"Piiri is at http://127.0.0.1:{settings.port}/" + (" (rehearsal)" if held else ""))
            await serve(piiri, browser, door, stopping)
    say("Piiri has stopped.")


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
