"""Every promise's experiment at a fiftieth of its size; `make prove` tries them whole."""

from importlib import import_module

import pytest

from prove import EXPERIMENTS
from prove.report import Report

pytestmark = pytest.mark.long

PART = 1 / 50


@pytest.mark.timeout(400)
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_promise_holds(name: str) -> None:
    report: Report = import_module(f"prove.{name}").run(PART, 1)
    assert report.passes, report.broken()
