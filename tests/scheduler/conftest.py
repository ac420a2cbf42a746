"""What holds for all that is scheduled."""

import logging
from collections.abc import Iterator

import pytest

from tests.scheduler.fakes import SECRET


@pytest.fixture(autouse=True)
def _no_words_in_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.DEBUG)
    yield
    assert SECRET not in caplog.text
    assert "wordless" not in caplog.text.replace("(wordless)", "")
