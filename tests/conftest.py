import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import settings
from sqlalchemy import Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.store import postgresql, schema, sqlite
from tests import postgres as ours

# What the seasons of both platforms have in common lies in no file of tests; what was found is to be shown all the same.
pytest.register_assert_rewrite("tests.seasons.promises")

# How long one example takes says more of the machine, and of what it does besides, than of us.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each process of tests begins with its share of the long files, lest the others wait for one of them in the end."""
    processes: int = getattr(config, "workerinput", {}).get("workercount", 1)
    long = [item for item in items if item.get_closest_marker("long")]
    short = [item for item in items if not item.get_closest_marker("long")]
    files = list(dict.fromkeys(item.path for item in long))
    items.clear()
    for number in range(processes):  # the first tests go to the first process, as many next to the second, and so on
        mine = files[number::processes]
        items += [item for item in long if item.path in mine]
        items += short[len(short) * number // processes : len(short) * (number + 1) // processes]


@pytest.fixture(scope="session", autouse=True)
def put_together_once() -> Iterator[None]:
    """Statements are put together once a process, not for each of a thousand databases: a tenth of what these cost."""
    first: dict[str, Engine] = {}

    def made(*given: Any, **named: Any) -> AsyncEngine:
        engine = create_async_engine(*given, **named)
        one = first.setdefault(engine.dialect.name, engine.sync_engine)
        engine.sync_engine.dialect, engine.sync_engine._compiled_cache = one.dialect, one._compiled_cache
        return engine

    with patch.object(sqlite, "create_async_engine", made), patch.object(postgresql, "create_async_engine", made):
        yield


@pytest.fixture(scope="session", autouse=True)
def migrated_once() -> Iterator[None]:
    """Only the first new database of a process goes through all migrations; to the others the same is done again."""
    done: dict[str, list[tuple[str, Any]]] = {}
    migrate = schema._upgrade

    def upgrade(connection: Connection) -> None:
        name = connection.dialect.name
        if schema.revision(connection) is not None:
            migrate(connection)
        elif name in done:
            for statement, values in done[name]:
                connection.exec_driver_sql(statement, values)
        else:
            done[name] = _heard(connection, migrate)

    with patch.object(schema, "_upgrade", upgrade):
        yield


def _heard(connection: Connection, do: Callable[[Connection], None]) -> list[tuple[str, Any]]:
    """Do it, and give back the statements by which something changed, with their values."""
    heard: list[tuple[str, Any]] = []

    def hear(_connection: object, _cursor: object, statement: str, values: Any, *_: object) -> None:
        if not statement.lstrip().startswith(("SELECT", "PRAGMA")):
            heard.append((statement, values))

    event.listen(connection, "before_cursor_execute", hear)
    try:
        do(connection)
    finally:
        event.remove(connection, "before_cursor_execute", hear)
    return heard


@pytest.fixture(scope="session")
def shelter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one: what commits often need not wait for a disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path_factory.mktemp("shelter")
        return
    with tempfile.TemporaryDirectory(prefix="piiri-tests-", dir=memory) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def postgres() -> Iterator[ours.Server]:
    """A PostgreSQL server of this test process's own."""
    if ours.binaries() is None:
        pytest.skip(ours.MISSING)
    with ours.server() as server:
        yield server
