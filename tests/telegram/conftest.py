import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.store.store import open_store
from tests.fakes.telegram.fake import FakeTelegram
from tests.office import database, key_file
from tests.telegram.post_office import PostOffice


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    """The stand-in alone, which has to find nothing broken."""
    async with FakeTelegram() as fake:
        yield fake
    assert not fake.violations


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    """The library as it is, on the stand-in."""
    async with Bot(fake.token, base_url=fake.url + "/bot") as bot:
        yield bot


@pytest.fixture(scope="session")
def blank(shelter: Path) -> Path:
    """A store with nothing in it: to make one takes longer than most tests."""
    folder = shelter / "blank-telegram"
    folder.mkdir()

    async def make() -> None:
        await (await open_store(database(folder), key_file(folder))).close()

    asyncio.run(make())
    return folder


@pytest.fixture
async def shut_office(shelter: Path, blank: Path) -> AsyncIterator[PostOffice]:
    """A post office that has not opened yet."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        office = PostOffice(Path(folder))
        shutil.copytree(blank, folder, dirs_exist_ok=True)
        yield office
        await office.closes()
        await office.fake.stop()
        assert office.fake.violations == []


@pytest.fixture
async def office(shut_office: PostOffice) -> PostOffice:
    """A post office that has opened, and listens."""
    await shut_office.opens()
    await shut_office.listens()
    return shut_office
