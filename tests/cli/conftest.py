from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.telegram import examine
from tests.cli.command import Place, free_port
from tests.cli.doctor import Doctor
from tests.fakes.telegram.fake import FakeTelegram
from tests.fakes.telegram.world import Person


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty folder with a database to come."""
    return Place(tmp_path)


@pytest.fixture
async def fake() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as fake:
        yield fake
    assert not fake.violations


@pytest.fixture
def doctor(place: Place, fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> Doctor:
    """With a token that is taken, a port on which nothing runs, and little patience."""
    monkeypatch.setattr(examine, "LISTEN", 0)
    monkeypatch.setattr(examine, "PAUSE", 0)
    place.settings |= {
        "PIIRI_TELEGRAM_TOKEN": fake.token,
        "PIIRI_TELEGRAM_API_URL": fake.url,
        "PIIRI_PORT": str(free_port()),
    }
    return Doctor(place, fake)


@pytest.fixture
def aino(fake: FakeTelegram) -> Person:
    return fake.person("Aino", opened=True)
