import pytest
from browser_fakes import Fakes


@pytest.fixture
def fakes() -> Fakes:
    return Fakes()
