import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.circle import FIVE, Circle, Founder
from tests.journeys.platforms import STANDS


@pytest.fixture(scope="session")
def founded_before() -> dict[Any, Any]:
    """The groups that were founded for earlier journeys."""
    return {}


@pytest.fixture(params=STANDS)
async def founder(
    request: pytest.FixtureRequest, shelter: Path, founded_before: dict[Any, Any]
) -> AsyncIterator[Founder]:
    """Makes groups on each platform in turn."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        founder = Founder(request.param, Path(folder), shelter, founded_before)
        yield founder
        for circle in founder.made:
            await circle.down()
            await circle.stand.closed()


@pytest.fixture
async def circle(founder: Founder) -> Circle:
    """Five members, Kaarina convening, on 1 September; the first meeting is on Tuesday 15 September at 17."""
    return await founder.group(*FIVE)


@pytest.fixture
async def english(founder: Founder) -> Circle:
    """The same in English."""
    return await founder.group(*FIVE, language="en")
