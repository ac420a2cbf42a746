"""Copies of the database to be kept elsewhere: made while everything runs, and checked before they count."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from bot.store.problem import StoreProblem
from bot.store.schema import NEWEST

LAST = "store:backup"
"""The mark that holds when the last copy was made: an instant in ISO format, UTC."""


@dataclass(frozen=True)
class Copy:
    """A copy that was made and checked: its size in bytes, its tables' revision, and the instant that it is of.

    `noted` says whether the database could be told of it, so that `piiri doctor` knows its age.
    """

    size: int
    revision: str
    made: datetime
    noted: bool


def backup(url: str, to: Path) -> Copy:
    """Copy the database at this address as it is at one instant, whatever is written meanwhile; StoreProblem if not.

    The copy has its name only once it is whole and checked, nobody else can read it, and no file is ever replaced.
    No key is in it.
    """
    with _taken(to) as part:
        made = datetime.now(UTC)
        if sa.make_url(url).drivername.startswith("sqlite"):
            from bot.store.backup_sqlite import copy, note  # noqa: PLC0415 - one kind of database is enough
        else:
            from bot.store.backup_postgresql import copy, note  # noqa: PLC0415

        revision = copy(url, part, made)
        size = part.stat().st_size
        _placed(part, to)
    return Copy(size, revision, made, noted=note(url, made))


def made_at(mark: str | None) -> datetime | None:
    """When the last copy was made, by its mark; None where there is none that can be read."""
    try:
        return datetime.fromisoformat(mark) if mark else None
    except ValueError:
        return None


def ours(revision: str | None, where: Path) -> str:
    """The revision of a copy's tables; StoreProblem where it is not Piiri's, or a newer Piiri's."""
    if not revision:
        raise StoreProblem(f"The file {where} is no copy of Piiri's database: name another.")
    if revision > NEWEST:
        raise StoreProblem(f"The copy {where} was made by a newer Piiri: update first.")
    return revision


@contextmanager
def _taken(to: Path) -> Iterator[Path]:
    """An empty file of ours alone beside the place where the copy is to be; gone afterwards, whatever happened."""
    if to.exists() or to.is_symlink():
        raise StoreProblem(f"There is a file {to} already: name another, no copy is ever overwritten.")
    part = to.with_name(f".{to.name}.{secrets.token_hex(4)}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise StoreProblem(f"No file can be made in {to.absolute().parent} ({error.strerror}).") from None
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        Path(f"{part}-journal").unlink(missing_ok=True)


def _placed(part: Path, to: Path) -> None:
    """Make sure of what was written, and give it its name unless somebody else has taken that meanwhile."""
    try:
        sync(part)
        try:
            os.link(part, to)
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            if to.exists():
                raise FileExistsError from None
            part.rename(to)
        sync(to.absolute().parent)
    except FileExistsError:
        raise StoreProblem(f"There is a file {to} already: name another, no copy is ever overwritten.") from None
    except OSError as error:
        raise StoreProblem(f"The copy {to} could not be written whole ({error.strerror}).") from None


def sync(path: Path) -> None:
    """It is on the disk when this returns, a file or the names in a folder."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
