"""Reading every programme in every language costs less than anybody notices."""

import time

import pytest

from bot.content.library import PROGRAMMES
from bot.content.programme_folder import load_programme


@pytest.mark.alone
def test_all_that_we_ship_is_read_in_a_tenth_of_a_second() -> None:
    folders = sorted(path.parent for path in PROGRAMMES.glob("*/programme.yaml"))
    assert folders
    times = []
    for _ in range(5):
        began = time.thread_time()
        for folder in folders:
            load_programme(folder)
        times.append(time.thread_time() - began)
    assert min(times) < 0.25, "a tenth on a quiet machine"
