import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.circle import FIVE, Circle, Founder


@pytest.fixture(scope="session")
def founded_on_discord() -> dict[Any, Any]:
    """The groups that were founded for earlier tests."""
    return {}


@pytest.fixture
async def founder(shelter: Path, founded_on_discord: dict[Any, Any]) -> AsyncIterator[Founder]:
    """Makes groups on Discord."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        founder = Founder("discord", Path(folder), shelter / "founded-on-discord", founded_on_discord)
        yield founder
        for circle in founder.made:
            await circle.down()
            await circle.stand.closed()


@pytest.fixture
async def circle(founder: Founder) -> Circle:
    """Five members, Kaarina convening, on 1 September; the first meeting is on Tuesday 15 September at 17."""
    return await founder.group(*FIVE)
