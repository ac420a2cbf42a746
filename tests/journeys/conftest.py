import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.circle import FIVE, Circle, Founder
from tests.journeys.platforms import ON_POSTGRES, STANDS

BESIDES = {"telegram by webhook", "memory step by step"}
"""Other ways to what people see by polling, on which only some are played: they change no word of any."""

SOME = {"test_journey_absence", "test_journey_away", "test_journey_feedback", "test_journey_setup"}


@pytest.fixture(scope="session")
def founded_before() -> dict[Any, Any]:
    """The groups that were founded for earlier journeys."""
    return {}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each journey on each platform."""
    chosen = any("founder" in mark.args[0] for mark in metafunc.definition.iter_markers("parametrize"))
    if "founder" in metafunc.fixturenames and not chosen:
        some = metafunc.module.__name__.rpartition(".")[2] in SOME
        metafunc.parametrize("founder", [each for each in STANDS if some or each not in BESIDES], indirect=True)


@pytest.fixture
async def founder(
    request: pytest.FixtureRequest, shelter: Path, founded_before: dict[Any, Any]
) -> AsyncIterator[Founder]:
    """Makes groups on each platform in turn."""
    with tempfile.TemporaryDirectory(dir=shelter) as folder:
        postgres = request.getfixturevalue("postgres") if request.param in ON_POSTGRES else None
        founder = Founder(request.param, Path(folder), shelter, founded_before, postgres)
        yield founder
        await founder.gone()


@pytest.fixture
async def circle(founder: Founder) -> Circle:
    """Five members, Kaarina convening, on 1 September; the first meeting is on Tuesday 15 September at 17."""
    return await founder.group(*FIVE)


@pytest.fixture
async def english(founder: Founder) -> Circle:
    """The same in English."""
    return await founder.group(*FIVE, language="en")
