"""piiri backup and piiri restore"""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.commands.output import say
from bot.core.finding import Finding
from bot.settings import load_settings, shown

OLD = timedelta(days=2)
"""How old the last copy may be before `piiri doctor` speaks of it."""


def make_backup(to: Path) -> None:
    """Copy the database while everything runs, and say what else has to be kept, and apart from it."""
    from bot.store.backup import backup  # noqa: PLC0415 - SQLAlchemy is slow to import

    settings, _ = load_settings()
    began = time.monotonic()
    made = backup(settings.database_url, to)
    took = time.monotonic() - began
    when = f"{made.made:%Y-%m-%d %H:%M:%S} UTC"
    say(f"Copied and checked: {to} ({_size(made.size)}, {took:.1f} s), as it was at {when}, tables {made.revision}.")
    if not made.noted:
        say("The database itself could not be told, so `piiri doctor` does not know of this copy.")
    for line in apart(settings.key_path):
        say(line)


def apart(key: Path) -> tuple[str, ...]:
    """What no copy of the database holds, and why it is kept elsewhere."""
    return (
        f"The key is not in it. Keep a copy of {key} in another place than the backups: together they can be read.",
        f"{key}.ring and {key}.erased belong to this machine: the keys of feedback that is still open, and the list of "
        "what was erased. Keep the list, too; never put an older one in its place.",
        "What is erased from now on stays in this copy until you throw it away: keep no copy longer than you need.",
    )


async def put_back(file: Path) -> None:
    """Put a copy in the database's place, while no Piiri runs."""
    from bot.store.restore import restore  # noqa: PLC0415 - SQLAlchemy is slow to import

    settings, _ = load_settings()
    restored = await restore(settings.database_url, settings.key_path, file)
    when = f" of {restored.made:%Y-%m-%d %H:%M:%S} UTC" if restored.made else ""
    say(f"The copy{when} is in place: {shown('database_url', settings.database_url)}.")
    say("What was erased since then has been erased from it, too.")
    if restored.kept:
        say(f"The database of before is kept at {restored.kept}: delete it once you do not need it.")
    say("Notices that were sent since then may go out once more at the next start, where they are still in time.")


def age(mark: str | None, now: datetime) -> Finding:
    """What there is to say of the last copy: a word where there is none, or an old one."""
    from bot.store.backup import made_at  # noqa: PLC0415 - SQLAlchemy is slow to import

    made = made_at(mark)
    do = "`piiri backup FILE` makes one while Piiri runs."
    if made is None:
        return Finding(None, "No backup has been made yet.", do)
    days = (now - made).days
    what = f"The last backup was made at {made.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    if now - made > OLD:
        return Finding(None, f"{what}, {days} days ago.", do)
    return Finding(True, f"{what}.")


def _size(count: int) -> str:
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{-(-count // 1000)} kB"
