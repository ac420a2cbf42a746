"""What the operator reads of an error: one line that says what to do, and never what somebody wrote."""

import pytest
from sqlalchemy.exc import OperationalError

from bot.core.ports import Undecided
from bot.core.refusal import Refusal
from bot.problems import explain
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
