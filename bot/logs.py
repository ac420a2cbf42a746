"""How the log is written: a line for people or an object for a machine, and nobody's words in either.

Our own lines name ids, kinds and codes. Of what libraries write, only what stands in their source is repeated: their
values and the text of exceptions may quote what somebody wrote.
"""

import json
import logging
import re
import sys
import threading
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from bot.problems import where_raised

OURS = ("piiri", "bot", "scheduler")
"""The first part of our own loggers' names."""

FIELDS = ("platform", "kind", "notice", "outcome", "state", "became", "seconds", "count", "why", "error")
"""What a line of ours may carry besides its message, given as `extra`; nothing else that hangs on it is written."""

TOKEN = re.compile(
    r"\d{6,}:[A-Za-z0-9_-]{20,}"  # Telegram's
    r"|[A-Za-z0-9_-]{18,}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{20,}"  # Discord's
    r"|aW50ZXJhY3Rpb24[A-Za-z0-9_-]{20,}"  # and what answers to presses there go by
)

log = logging.getLogger("piiri.log")


class Discreet(logging.Formatter):
    """A line for people: time, level, logger, and what may be said."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whoever wrote it and whatever level is set; every token in it is made unreadable."""
        said = _said(record)
        words = "; ".join(str(said[name]) for name in ("message", "where", "raised") if name in said)
        return _closed(f"{self.formatTime(record)} {record.levelname} {record.name}: {words}")


class Structured(logging.Formatter):
    """The same as one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """At least `at` (ISO, UTC), `level` and `logger`; `raised` is a type and a place, never a text."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {
            "at": at,
            "level": record.levelname.lower(),
            "logger": record.name,
            **_said(record),
            **dict(_fields(record)),
        }
        return _closed(json.dumps(told, ensure_ascii=False, default=str))


FORMATS = {"text": Discreet, "json": Structured}


def catch_the_rest() -> None:
    """Have what Python itself would print with its traceback written as a line like any other."""
    logging.raiseExceptions = False
    threading.excepthook = lambda fault: _lost("a thread ended", fault.exc_value)
    sys.unraisablehook = lambda fault: _lost("nobody could be told of an error", fault.exc_value)
    warnings.showwarning = _warned


def _warned(  # noqa: PLR0917 - as Python calls it
    message: Warning | str,  # noqa: ARG001 - it may quote what was typed
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    log.warning("%s at %s:%d", category.__name__, Path(filename).name, lineno)


def _lost(what: str, error: BaseException | None) -> None:
    if error is not None:
        log.error("%s: %s", what, where_raised(error))


def _said(record: logging.LogRecord) -> dict[str, str]:
    said: dict[str, str] = {}
    if record.name.partition(".")[0] in OURS:
        said["message"] = record.getMessage()
    else:
        if record.args and isinstance(record.msg, str):
            said["message"] = record.msg
        said["where"] = f"{record.filename}:{record.lineno}"
    raised = record.exc_info[1] if record.exc_info else record.msg
    if isinstance(raised, BaseException):
        said["raised"] = where_raised(raised)
    return said


def _fields(record: logging.LogRecord) -> Iterator[tuple[str, Any]]:
    if record.name.partition(".")[0] in OURS:
        yield from ((name, vars(record)[name]) for name in FIELDS if name in vars(record))


def _closed(line: str) -> str:
    return TOKEN.sub("(token)", " ".join(line.splitlines()))
