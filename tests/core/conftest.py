import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.core.core_desk import Desk, desk_in


@pytest.fixture(scope="session")
def empty_store(shelter: Path) -> Path:
    """A store that was opened once, to be copied."""
    folder = shelter / "empty"
    folder.mkdir()

    async def make() -> None:
        async with desk_in(folder):
            pass

    asyncio.run(make())
    return folder


@pytest.fixture
async def desk(empty_store: Path, shelter: Path) -> AsyncIterator[Desk]:
    """The core on an empty store, on 1 September 2026 at nine in Helsinki."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        shutil.copytree(empty_store, folder, dirs_exist_ok=True)
        async with desk_in(Path(folder)) as desk:
            yield desk
