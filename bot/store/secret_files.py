"""The master key and the files beside it: for our eyes only, and on the disk before anything relies on them."""

import base64
import binascii
import os
import time
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from bot.store.problem import StoreProblem

MASTER_BYTES = 32


def load_master(path: Path, *, may_make: bool) -> tuple[bytes, bool]:
    """The master key, and whether it was made just now; refuses one that others can read."""
    try:
        if not path.exists():
            if not may_make:
                raise StoreProblem(
                    f"The key file {path} is missing and this database cannot be read without it: "
                    "put it back from where you keep a copy."
                )
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            master = os.urandom(MASTER_BYTES)
            try:
                _create(path, base64.b64encode(master) + b"\n", sync=True)
            except FileExistsError:
                pass  # another process was first: its key is the one
            else:
                return master, True
        if others_can_read(path):
            raise StoreProblem(f"The key file {path} can be read by others: run chmod 600 {path}")
        master = base64.b64decode(path.read_bytes().strip(), validate=True)
    except OSError as error:
        raise StoreProblem(
            f"The key file {path} cannot be used ({error.strerror}): name another place or mend its rights."
        ) from None
    except binascii.Error:
        master = b""
    if len(master) != MASTER_BYTES:
        raise StoreProblem(f"The key file {path} does not hold a key: put it back from where you keep a copy.")
    return master, False


def others_can_read(path: Path) -> bool:
    """Whether anybody but the owner has any right to the file; always False where rights are not kept as bits."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


class Ring:
    """Keys kept outside the database and its backups, one small file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, key_id: str, wrapped: bytes) -> None:
        """Write one; only `sync` makes sure of it."""
        if not self._folder.exists():
            self._folder.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(self._folder.parent)
        _create(self._path(key_id), wrapped)

    def sync(self, key_ids: Iterable[str]) -> None:
        """These are on the disk when this returns."""
        for key_id in key_ids:
            descriptor = os.open(self._path(key_id), os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        _sync_folder(self._folder)

    def read(self, key_id: str) -> bytes | None:
        """One key, wrapped, or None where it is not kept here."""
        try:
            return self._path(key_id).read_bytes()
        except FileNotFoundError:
            return None

    def remove(self, key_ids: Iterable[str]) -> None:
        """Erase these where they are here; it has reached the disk when this returns."""
        gone = False
        for key_id in key_ids:
            try:
                self._path(key_id).unlink()
                gone = True
            except FileNotFoundError:
                pass
        if gone:
            _sync_folder(self._folder)

    def ids(self, *, older: timedelta = timedelta(0)) -> set[str]:
        """All that are kept here, or those that were written at least so long ago."""
        if not self._folder.is_dir():
            return set()
        before = time.time() - older.total_seconds()
        return {file.name for file in self._folder.iterdir() if not older or file.stat().st_mtime <= before}

    def _path(self, key_id: str) -> Path:
        # The id comes from a database row, and a row must not be able to name a path.
        if not (key_id.isascii() and key_id.isalnum()):
            raise ValueError("a key's id is letters and digits")
        return self._folder / key_id


class ErasureList:
    """The ids of destroyed keys, one a line: what a restored backup is held to. Nothing is ever taken off it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, key_ids: Iterable[str]) -> None:
        """Add these; they are on the disk when this returns."""
        new = not self._path.exists()
        descriptor = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            # A line that a power cut left unfinished must not run together with ours.
            torn = size > 0 and os.lseek(descriptor, size - 1, os.SEEK_SET) >= 0 and os.read(descriptor, 1) != b"\n"
            _write(descriptor, ("\n" * torn + "".join(f"{key_id}\n" for key_id in key_ids)).encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if new:
            _sync_folder(self._path.parent)

    def text(self) -> str:
        """All of it, without a last line that a power cut left unfinished."""
        try:
            whole = self._path.read_text("ascii", "replace")
        except FileNotFoundError:
            return ""
        return whole[: whole.rfind("\n") + 1]


def _create(path: Path, content: bytes, *, sync: bool = False) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _write(descriptor, content)
        if sync:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if sync:
        _sync_folder(path.parent)


def _write(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]


def _sync_folder(folder: Path) -> None:
    # A new name is on the disk only once its folder is.
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
