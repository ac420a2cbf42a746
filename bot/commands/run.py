"""piiri run"""

from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from pathlib import Path

from bot.commands.output import log_to_stderr, say
from bot.serving.serve import doors, running, serve, told_to_stop
from bot.serving.standby import ToldToStop, standing_by
from bot.settings import load_settings


async def run_until_stopped(*, port: int | None, held: bool, content: Path | None = None) -> None:
    """Run from settings until SIGTERM; stops within 5 s, and starts again where it was."""
    settings, _ = load_settings()
    if content is not None:
        settings = replace(settings, content=str(content))
    if port is not None:
        settings = replace(settings, port=port)
    log_to_stderr(settings)
    stopping = told_to_stop()
    with doors(settings) as listening, suppress(ToldToStop):
        async with AsyncExitStack() as stack:
            async with standing_by(listening, stopping) as begin:

                def stand_by() -> None:
                    say("Another Piiri works on this database: this one takes over as soon as that one is gone.")
                    begin()

                piiri, browser = await stack.enter_async_context(running(settings, held=held, stands_by=stand_by))
            if piiri.store.created_key:
                say(f"A new key was made at {settings.key_path}. Keep a copy of it apart from the database's backups:")
                say("without it nobody can read what members wrote, and neither can you.")
            for door in listening.values():
                door.listen()  # whoever reads the next line may come at once
            say(f"Piiri is at http://127.0.0.1:{settings.port}/" + (" (rehearsal)" if held else ""))
            await serve(piiri, browser, listening, stopping)
    say("Piiri has stopped.")
