import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.store.store import SqlStore, open_store


class Place:
    """A folder with a database and the key beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = folder / "data" / "piiri.db"
        self.key_file = folder / "key" / "piiri.key"
        self.ring = folder / "key" / "piiri.key.ring"
        self.erased = folder / "key" / "piiri.key.erased"
        self.url = f"sqlite:///{self.database}"

    @asynccontextmanager
    async def store(self) -> AsyncIterator[SqlStore]:
        store = await open_store(self.url, self.key_file)
        try:
            yield store
        finally:
            await store.close()

    def ring_ids(self) -> set[str]:
        return {file.name for file in self.ring.iterdir()} if self.ring.exists() else set()

    def holds(self, content: bytes) -> list[str]:
        """The names of all files that hold these bytes."""
        return [file.name for file in self.folder.rglob("*") if file.is_file() and content in file.read_bytes()]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Place(tmp_path_factory.mktemp("made"))

    async def make() -> None:
        async with place.store():
            pass

    asyncio.run(make())
    return place.folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Place:
    """A store that was opened once before and is empty."""
    shutil.copytree(made, tmp_path / "piiri")
    return Place(tmp_path / "piiri")


@pytest.fixture
async def store(place: Place) -> AsyncIterator[SqlStore]:
    async with place.store() as store:
        yield store
