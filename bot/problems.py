"""Errors as an operator reads them: known ones say what to do, unknown ones only their type and place."""

import sys
import traceback
from pathlib import Path

from bot.core.refusal import Refusal

_SAID = {
    ("bot.core.ports", "Undecided"): "the database went away while something was being written down: look whether it "
    "is there, then begin again",
    ("sqlalchemy.exc", "OperationalError"): "the database went away or refused; nothing half-done was kept: begin "
    "again, and `piiri doctor` says more",
}
"""Errors whose own text is not for an operator, by module and name, with what is said of them."""


def explain(error: BaseException) -> str:
    """One line. Only modules already imported can have raised, so none is imported to find out.

    An error of ours that is `for_operator` is told by its own text, which quotes nobody.
    """
    if isinstance(error, BaseExceptionGroup):
        return explain(error.exceptions[0])
    if isinstance(error, Refusal):
        from bot.content.library import Library  # noqa: PLC0415 - only now are words needed
        from bot.core.outgoing import Phrase  # noqa: PLC0415

        return Library().text(Phrase(error.phrase, error.values), "en")
    if getattr(error, "for_operator", False):
        return str(error)
    for (module, name), line in _SAID.items():
        if isinstance(error, _known(module, name)):
            return line
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'a file'}: {error.strerror}; check the path and its rights"
    return f"an unexpected error, {where_raised(error)}; nothing half-done was kept, please report this line"


def where_raised(error: BaseException) -> str:
    """Type, file and line of an exception, never its text, which may quote what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    return type(error).__name__ + (f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "")


def _known(module: str, name: str) -> type:
    return getattr(sys.modules.get(module), name, type(None))
