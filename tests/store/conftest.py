import asyncio
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.store.store import SqlStore, open_store
from tests.postgres import Server


class Place:
    """A folder with a database, unless that is elsewhere, and the key beside it."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder = folder
        self.database = folder / "data" / "piiri.db"
        self.key_file = folder / "key" / "piiri.key"
        self.ring = folder / "key" / "piiri.key.ring"
        self.erased = folder / "key" / "piiri.key.erased"
        self.url = url or f"sqlite:///{self.database}"

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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is promised of a store is tried on both; what only a file can show is marked `of_a_file`."""
    if "place" in metafunc.fixturenames:
        databases = ["sqlite"] if metafunc.definition.get_closest_marker("of_a_file") else ["sqlite", "postgresql"]
        metafunc.parametrize("database", databases)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Place(tmp_path_factory.mktemp("made"))

    async def make() -> None:
        async with place.store():
            pass

    asyncio.run(make())
    return place.folder


@pytest.fixture(scope="session")
def made_on_postgres(tmp_path_factory: pytest.TempPathFactory, postgres: Server) -> Path:
    place = Place(tmp_path_factory.mktemp("made"), postgres.make("empty_store"))

    async def make() -> None:
        async with place.store():
            pass

    asyncio.run(make())
    return place.folder


@pytest.fixture
def place(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A store that was opened once before and is empty."""
    if database == "sqlite":
        shutil.copytree(request.getfixturevalue("made"), tmp_path / "piiri")
        yield Place(tmp_path / "piiri")
        return
    shutil.copytree(request.getfixturevalue("made_on_postgres"), tmp_path / "piiri")
    postgres = request.getfixturevalue("postgres")
    name = f"store_{uuid.uuid4().hex}"
    try:
        yield Place(tmp_path / "piiri", postgres.make(name, like="empty_store"))
    finally:
        postgres.drop(name)


@pytest.fixture
async def store(place: Place) -> AsyncIterator[SqlStore]:
    async with place.store() as store:
        yield store
