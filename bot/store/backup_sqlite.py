"""A copy of an SQLite database while others write to it, and a copy put back in its place."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from bot.store.backup import LAST, ours, sync
from bot.store.problem import StoreProblem

_WAIT_SECONDS = 30.0


def copy(url: str, part: Path, made: datetime) -> str:
    """Fill the empty file with the state of one instant, and check it; its tables' revision.

    One reading transaction from beginning to end: in WAL mode it keeps no writer waiting, and none makes it begin
    again. Only rows that stand are copied, so nothing of what was erased comes along.
    """
    path = path_of(url)
    if not path.is_file():
        raise StoreProblem(f"There is no database at {path} to be copied.")
    try:
        with closing(_open(path, "ro")) as source:
            source.execute("VACUUM INTO ?", (str(part),))
        with closing(_open(part, "rw")) as copied:
            _write_mark(copied, made)
            return checked(copied, part)
    except sqlite3.Error as error:
        raise StoreProblem(_explained(error, path, part)) from None


def note(url: str, made: datetime) -> bool:
    """Tell the database itself when it was copied last; False where it could not be told."""
    try:
        with closing(_open(path_of(url), "rw")) as source:
            _write_mark(source, made)
    except sqlite3.Error:
        return False
    return True


def checked(copied: sqlite3.Connection, where: Path) -> str:
    """The revision of a copy that is whole; StoreProblem where it is damaged, or not ours."""
    damaged = f"The copy {where} is damaged: name another."
    try:
        sound = copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        sound = sound and not copied.execute("PRAGMA foreign_key_check").fetchall()
        row = copied.execute("SELECT version_num FROM alembic_version").fetchone() if sound else None
    except sqlite3.OperationalError:  # no such table
        row = None
    except sqlite3.DatabaseError:
        raise StoreProblem(damaged) from None
    else:
        if not sound:
            raise StoreProblem(damaged)
    return ours(row[0] if row else None, where)


def path_of(url: str) -> Path:
    """The database's file."""
    return Path(sa.make_url(url).database or "")


def read_mark(copied: sqlite3.Connection, name: str) -> str | None:
    """A fact about the whole store, as a copy has it."""
    row = copied.execute("SELECT value FROM marks WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


@contextmanager
def loose(file: Path, beside: Path) -> Iterator[tuple[sqlite3.Connection, Path]]:
    """A copy's copy beside the database, opened; what is still there at the end goes."""
    if not file.is_file():
        raise StoreProblem(f"There is no file {file}.")
    log = Path(f"{file}-wal")
    if log.exists() and log.stat().st_size:
        raise StoreProblem(f"The file {file} is a database in use, not a copy of one: make one with `piiri backup`.")
    part = beside.with_name(f".{beside.name}.restored.part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        shutil.copyfile(file, part)
        sync(part)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreProblem(f"The file {file} cannot be copied to {beside.parent} ({error.strerror}).") from None
    try:
        with closing(_open(part, "rw")) as copied:
            yield copied, part
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            Path(f"{part}{suffix}").unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> Path | None:
    """Put a file where the database is, in one step, while nobody is in it; where the one before is kept, if any was.

    StoreProblem where another program has it open.
    """
    if not path.exists():
        part.replace(path)
        sync(path.absolute().parent)
        return None
    kept = path.with_name(f"{path.name}.before-{datetime.now(UTC):%Y%m%dT%H%M%S%f}Z")
    with closing(_open(path, "rw", wait=1.0)) as before:
        try:
            # Only who is alone in it may leave WAL mode, and then all that was in the log is in the file.
            before.execute("PRAGMA journal_mode=DELETE")
            before.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
                raise StoreProblem(f"The database {path} is in use: stop `piiri run` and try again.") from None
            raise StoreProblem(_explained(error, path, path)) from None
        except sqlite3.DatabaseError:
            pass  # damaged beyond reading, which is why another is put in its place
        # A log that stayed behind would be taken for the new file's own.
        for suffix in ("-wal", "-shm", "-journal"):
            if (beside := Path(f"{path}{suffix}")).exists():
                beside.rename(f"{kept}{suffix}")
        try:
            os.link(path, kept)
        except OSError:  # a disk without links
            path.rename(kept)
        part.replace(path)
        sync(path.absolute().parent)
    return kept


def _open(path: Path, mode: str, wait: float = _WAIT_SECONDS) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=wait
    )
    connection.execute("PRAGMA secure_delete=ON")
    return connection


def _write_mark(connection: sqlite3.Connection, made: datetime) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM marks WHERE name = ?", (LAST,))
    connection.execute("INSERT INTO marks (name, value) VALUES (?, ?)", (LAST, made.isoformat()))
    connection.execute("COMMIT")


def _explained(error: sqlite3.Error, path: Path, part: Path) -> str:
    name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
    if name == "SQLITE_FULL":
        return f"There is not enough room for the copy on the disk of {part.absolute().parent}: make some."
    if name == "SQLITE_NOTADB" or name.startswith("SQLITE_CORRUPT"):
        return f"The database {path} is damaged: put a copy in its place with `piiri restore`."
    if "no such table" in str(error):
        return f"The file {path} is no database of Piiri's."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"The database {path} is held by another program: try again in a moment."
    return f"The database {path} could not be copied ({name}): check the file, its folder and the disk."
