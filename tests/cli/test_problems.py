"""What the operator reads of an error: one line that says what to do, and never what somebody wrote."""

import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from sqlalchemy.exc import OperationalError

import bot
from bot.core.ports import Undecided
from bot.core.refusal import Refusal
from bot.problems import _SAID, explain
from bot.store.problem import StoreProblem

WORDS = "Olen niin väsynyt"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (StoreProblem("Name a file of Piiri's own."), "Name a file of Piiri's own."),
        (Refusal("programme-unknown", names=("vahvistin",)), "vahvistin"),
        (FileNotFoundError(2, "No such file", "groups.csv"), "groups.csv: No such file; check the path and its rights"),
        (Undecided(), "look whether it is there, then begin again"),
        (
            OperationalError(f"INSERT {WORDS}", {"text": WORDS}, Exception(WORDS)),
            "nothing half-done was kept: begin again",
        ),
        (ValueError(WORDS), "an unexpected error, ValueError"),
        (ExceptionGroup(WORDS, [ValueError(WORDS), KeyError(WORDS)]), "an unexpected error, ValueError"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(error: Exception, says: str) -> None:
    line = explain(error)
    assert says in line
    assert "\n" not in line
    assert WORDS not in line


def _errors() -> list[type[Exception]]:
    """Every error of ours, by looking into every file."""
    modules = [
        import_module(each.name) for each in walk_packages(bot.__path__, "bot.") if ".migrations" not in each.name
    ]
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    return [each for each in found if issubclass(each, Exception) and each.__module__.startswith("bot.")]


def test_every_error_whose_one_line_says_what_to_do_is_told_by_it() -> None:
    promise = [each for each in _errors() if re.search(r"\bone line\b", " ".join((each.__doc__ or "").split()))]
    assert len(promise) > 10
    assert [each.__qualname__ for each in promise if not getattr(each, "for_operator", False)] == []


@pytest.mark.parametrize(("module", "name"), _SAID)
def test_every_error_that_is_known_by_name_has_that_name(module: str, name: str) -> None:
    assert issubclass(getattr(import_module(module), name), Exception)
