"""Putting a copy back in the database's place, so that what was erased since it was made stays erased."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from bot.store.backup import LAST, made_at
from bot.store.backup_sqlite import checked, loose, path_of, put_in_place, read_mark
from bot.store.lease_file import FileLease
from bot.store.problem import StoreProblem
from bot.store.secret_files import load_master
from bot.store.store import CHECK, open_store
from bot.store.vault import Vault


@dataclass(frozen=True)
class Restored:
    """When the copy was made, where that is known, and where the database of before is kept, if there was one."""

    made: datetime | None
    kept: Path | None


async def restore(url: str, key_file: Path, file: Path) -> Restored:
    """Put a copy in the database's place, bring it up to date, and erase again what was erased since.

    Everything is looked at before anything is changed, and the database of before is kept. StoreProblem says what is
    in the way, a Piiri that runs among it.
    """
    if not sa.make_url(url).drivername.startswith("sqlite"):
        raise StoreProblem(
            f"With PostgreSQL: stop Piiri, make an empty database, run pg_restore --no-owner --dbname=… {file}, "
            "and name that database in PIIRI_DATABASE_URL; at its start Piiri erases again what was erased since."
        )
    path = path_of(url)
    lease = FileLease(path.with_name(path.name + ".lock"))
    if not path.absolute().parent.is_dir() or not await lease.take():
        raise StoreProblem(f"The database {path} is in use or has no folder: stop `piiri run` and try again.")
    try:
        with loose(file, path) as (copied, part):
            checked(copied, file)
            _fits(read_mark(copied, CHECK), key_file, file)
            made = made_at(read_mark(copied, LAST))
            copied.close()
            kept = put_in_place(part, path)
        # Opening it obeys the list of erasures.
        await (await open_store(url, key_file)).close()
    finally:
        await lease.let_go()
    return Restored(made, kept)


def _fits(check: str | None, key_file: Path, file: Path) -> None:
    """Refuse a copy that this key does not open: in place it would be of no use."""
    master, _ = load_master(key_file, may_make=False)
    if not Vault(master, key_file).is_ours(check or ""):
        raise StoreProblem(f"The key file {key_file} is not the one that {file} was sealed with.")
