from pathlib import Path

import pytest

from tests.cli.command import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty folder with a database to come."""
    return Place(tmp_path)
