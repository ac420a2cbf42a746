"""The house's own rules, read from the code."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "scheduler")
SOURCES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
MOST_LINES = 400


def test_rooms_import_only_whom_they_may() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-500:]


def test_every_adapter_is_held_apart_from_the_others() -> None:
    import tomllib

    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    apart = next(each for each in contracts if each["name"] == "no adapter imports another")
    folders = {f"bot.adapters.{path.parent.name}" for path in (ROOT / "bot/adapters").glob("*/adapter.py")}
    assert folders <= set(apart["modules"]) or any("*" in module for module in apart["modules"])


def test_only_the_wiring_imports_every_room() -> None:
    rooms = ("bot.store", "bot.content", "bot.adapters", "scheduler")
    wide = set()
    for path in SOURCES:
        named = imported(path)
        if all(any(f"{name}.".startswith(f"{room}.") for name in named) for room in rooms):
            wide.add(path.relative_to(ROOT).as_posix())
    assert wide <= {"bot/app.py", "bot/commands/groups.py"}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_no_file_is_longer_than_one_can_read() -> None:
    lengths = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").count("\n") for path in SOURCES}
    assert {path: lines for path, lines in lengths.items() if lines >= MOST_LINES} == {}


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_nothing_reaches_beyond_this_machine() -> None:
    with pytest.raises((SocketBlockedError, SocketConnectBlockedError)):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_the_pure_parts_do_no_input_or_output() -> None:
    pure = ("plan", "fit", "season", "kinds", "outgoing", "incoming", "programme", "refusal")
    files = [ROOT / "bot/core" / f"{name}.py" for name in pure]
    for name in (*files, *(ROOT / "bot/core/model").glob("*.py")):
        named = imported(name)
        assert not named & {"os", "pathlib", "asyncio", "socket", "time", "random", "logging"}, name


def test_the_core_asks_no_clock_of_its_own() -> None:
    for path in (ROOT / "bot/core").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "datetime.now(" not in text, path.name
        assert "date.today(" not in text, path.name
