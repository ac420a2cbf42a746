"""A copy of a PostgreSQL database by its own tools, which read the state of one instant while others write."""

import os
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from bot.store import tables
from bot.store.backup import LAST, ours
from bot.store.problem import StoreProblem

_PLACES = "usr/lib/postgresql/*/bin"
"""Where Debian keeps the tools of each version."""


def copy(url: str, part: Path, made: datetime) -> str:  # noqa: ARG001 - a dump cannot be told afterwards
    """Fill the file with a dump in the custom format, and read it through; its tables' revision."""
    address = sa.make_url(url)
    bare = address.set(drivername="postgresql", password=None).render_as_string()
    dump = ["--format=custom", "--no-owner", "--no-privileges", "--no-password", f"--file={part}", f"--dbname={bare}"]
    _run("pg_dump", dump, address.password)
    _run("pg_restore", ["--file=/dev/null", str(part)])  # every row is read and unpacked
    rows = _run("pg_restore", ["--data-only", "--table=alembic_version", "--file=-", str(part)])
    found = re.search(r"^COPY \S*alembic_version .*\n(\S+)\n", rows, re.MULTILINE)
    return ours(found[1] if found else None, part)


def note(url: str, made: datetime) -> bool:
    """Tell the database itself when it was copied last; False where it could not be told."""
    engine = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"), hide_parameters=True)
    try:
        with engine.begin() as connection:
            connection.execute(sa.delete(tables.marks).where(tables.marks.c.name == LAST))
            connection.execute(sa.insert(tables.marks), {"name": LAST, "value": made.isoformat()})
    except DBAPIError:
        return False
    finally:
        engine.dispose()
    return True


def _run(tool: str, words: list[str], password: str | None = None) -> str:
    """What a tool prints. A password goes by the environment: others on the machine can read what is typed."""
    given = {"PGPASSWORD": password} if password else {}
    try:
        done = subprocess.run(  # noqa: S603 - a tool of the database's own, and no shell
            [_found(tool), *words], env={**os.environ, **given}, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise StoreProblem(f"{tool} could not be started ({error.strerror}).") from None
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["it did not say why"])[0]
        raise StoreProblem(f"The database could not be copied. {said}")
    return done.stdout


def _found(tool: str) -> str:
    """The tool on the path, or else the newest that Debian has."""
    here = shutil.which(tool)
    newest = sorted(Path("/").glob(f"{_PLACES}/{tool}"), key=lambda path: _version(path.parent.parent.name))
    if here is None and not newest:
        raise StoreProblem(f"{tool} is not on this machine (Debian: apt install postgresql-client).")
    return here or str(newest[-1])


def _version(name: str) -> list[int]:
    return [int(number) for number in name.split(".") if number.isdecimal()]
