"""A lease as a locked file beside the database: it ends with the process that holds it, however that ends."""

import fcntl
import os
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection


class FileLease:
    """For a database that is a file, and so has all its processes on one machine."""

    seconds = 0.0

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    async def take(self) -> bool:
        """Try once; False while another holds it."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    async def renew(self) -> None:
        """It need not be renewed."""

    async def let_go(self) -> None:
        """Whoever stands by may have it at once."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def holds(self) -> bool:
        """Always: nobody else can take it while we live."""
        return True

    async def fence(self, connection: AsyncConnection) -> None:
        """Nothing to make sure of."""
