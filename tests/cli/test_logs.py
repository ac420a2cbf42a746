"""What is logged says what failed and where, and nobody's words, whoever logs and whatever is raised."""

import gc
import json
import logging
import threading
import warnings
from collections.abc import Iterator

import pytest

from bot.logs import Discreet, Structured, catch_the_rest

WORDS = "Sammakko-istuu-kivella"
TOKEN = "123456789:AAHsammakkoistuukivellaeikalahde"


@pytest.fixture(params=[Discreet, Structured])
def formatter(request: pytest.FixtureRequest) -> logging.Formatter:
    return request.param()


def _raised() -> BaseException:
    try:
        raise ValueError(WORDS)
    except ValueError as error:
        return error


def _record(logger: str, message: object, *args: object, **more: object) -> logging.LogRecord:
    record = logging.LogRecord(logger, logging.ERROR, "/somewhere/library.py", 7, message, args, None)
    vars(record).update(more)
    return record


def _with_exception(logger: str, message: object, *args: object) -> logging.LogRecord:
    error = _raised()
    return _record(logger, message, *args, exc_info=(type(error), error, error.__traceback__), stack_info=WORDS)


@pytest.mark.parametrize(
    "record",
    [
        _with_exception("piiri.app", "a turn failed"),
        _with_exception("asyncio", f"Task exception was never retrieved\nexception=ValueError('{WORDS}')"),
        _with_exception("uvicorn.error", "Exception in ASGI application\n"),
        _record("aiohttp.server", "Error handling request from %s", WORDS),
        _record("sqlalchemy.pool", _raised()),
        _record("discord.client", "Ignoring %(what)s", {"what": WORDS}),
        _record("discord.client", "Ignoring", extra_words=WORDS),
        _record("piiri.app", "a turn failed", extra_words=WORDS, note=WORDS),
        _record("piiri.app", "the token is %s", TOKEN),
        _record("telegram", f"https://api.telegram.org/bot{TOKEN}/getMe %s", 7),
    ],
)
def test_nobodys_words_and_no_token_are_in_a_line(formatter: logging.Formatter, record: logging.LogRecord) -> None:
    line = formatter.format(record)
    assert WORDS not in line
    assert TOKEN not in line
    assert "\n" not in line
    assert record.name in line


def test_what_failed_and_where_is_said(formatter: logging.Formatter) -> None:
    line = formatter.format(_with_exception("piiri.app", "a turn failed"))
    assert "a turn failed" in line
    assert "ValueError at test_logs.py:" in line
    line = formatter.format(_with_exception("aiohttp.server", "Error handling request from %s", WORDS))
    assert "Error handling request from %s" in line, "what stands in a library's source is nobody's"
    assert "library.py:7" in line


def test_a_line_for_machines_is_one_object_with_its_fields() -> None:
    said = {"notice": "abc", "kind": "reminder", "outcome": "Unsure"}
    line = Structured().format(_record("piiri.scheduler", "%(notice)s (%(kind)s) not sent: %(outcome)s", said, **said))
    told = json.loads(line)
    assert told.pop("at").endswith("+00:00")
    message = "abc (reminder) not sent: Unsure"
    assert told == {"level": "error", "logger": "piiri.scheduler", "message": message, **said}


@pytest.fixture
def caught() -> Iterator[None]:
    import sys

    gc.collect()  # or it would be told here what other tests have left open
    before = logging.raiseExceptions, threading.excepthook, sys.unraisablehook
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        catch_the_rest()
        yield
    logging.raiseExceptions, threading.excepthook, sys.unraisablehook = before


@pytest.mark.usefixtures("caught")
def test_what_python_itself_would_print_is_a_line_as_well(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    class Breaks:
        def __del__(self) -> None:
            raise ValueError(WORDS)

    def breaks() -> None:
        raise ValueError(WORDS)

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    Breaks()
    gc.collect()
    logging.getLogger("piiri.app").error("%d", WORDS)
    said = "".join(capfd.readouterr())
    assert WORDS not in said
    assert "Traceback" not in said
    lines = [record.getMessage() for record in caplog.records if record.name == "piiri.log"]
    assert [line.partition(":")[0] for line in lines] == ["a thread ended", "nobody could be told of an error"]
    assert all("ValueError at test_logs.py:" in line for line in lines)


@pytest.mark.usefixtures("caught")
def test_a_warning_that_quotes_what_was_typed_is_only_its_kind_and_place(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    warnings.warn(WORDS, RuntimeWarning, stacklevel=1)
    assert WORDS not in "".join(capfd.readouterr()) + caplog.text
    (line,) = [record.getMessage() for record in caplog.records if record.name == "piiri.log"]
    assert line.startswith("RuntimeWarning at test_logs.py:")
