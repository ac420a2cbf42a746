"""Bringing the database to this version's tables, at every start."""

import logging
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.store.problem import StoreProblem

NEWEST = "0009"
"""The newest revision in migrations/versions; a test holds it to the folder."""

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up(connection: Connection) -> None:
    """Migrate in the caller's transaction; StoreProblem where a newer Piiri has been here."""
    now = revision(connection)
    if now == NEWEST:
        return
    if now is None and sa.inspect(connection).get_table_names():
        raise StoreProblem("This database belongs to something else: name a file of Piiri's own.")
    logger = logging.getLogger("alembic")
    level = logger.level
    logger.setLevel(logging.WARNING)  # before the import, which tells what it loads
    try:
        _upgrade(connection)
    finally:
        logger.setLevel(level)


def revision(connection: Connection) -> str | None:
    """The revision that the database is at; None where it has never been Piiri's."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    return found


def _upgrade(connection: Connection) -> None:
    # Only a start that has something to do pays for importing these.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StoreProblem("This database was last used by a newer Piiri: update, or put a backup in place.") from None
