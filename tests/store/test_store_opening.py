import asyncio
import logging
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from store_rows import NOW

from bot.store import schema
from bot.store.problem import StoreProblem
from bot.store.store import open_store
from bot.store.tables import metadata
from tests.postgres import Server

pytestmark = pytest.mark.of_a_file


def parts(sql: str) -> list[str]:
    """A statement at its outer commas: a column that was added later stands on no line of its own."""
    found, depth = [""], 0
    for character in sql:
        depth += {"(": 1, ")": -1}.get(character, 0)
        if (character == "," and depth == 1) or (character == "(" and depth == 1) or (character == ")" and depth == 0):
            found.append("")
        else:
            found[-1] += character
    return [part.strip() for part in found if part.strip()]


def shape(database: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    # The order of a table's constraints means nothing; that of its columns does, but the rows' test sees to it.
    # One that was made anew has its name in quotation marks.
    return {
        name: sorted(parts(" ".join(sql.replace('"', "").split())))
        for name, sql in found
        if not name.startswith(("alembic", "sqlite_"))
    }


def test_the_migrated_tables_are_the_tables(place, tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{place.database}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []
    engine.dispose()
    fresh = sa.create_engine(f"sqlite:///{tmp_path}/fresh.db")
    metadata.create_all(fresh)
    fresh.dispose()
    # Comparing by Alembic sees neither conditions of indexes nor what a deletion takes along.
    assert shape(place.database) == shape(tmp_path / "fresh.db")


def test_every_table_can_be_made_on_postgresql_with_its_conditions() -> None:
    dialect = postgresql.dialect()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    made += [str(CreateIndex(i).compile(dialect=dialect)) for table in metadata.sorted_tables for i in table.indexes]
    assert "number SERIAL NOT NULL" in "".join(made)
    assert len([line for line in made if "WHERE" in line]) == 4


def test_the_newest_revision_is_the_one_the_code_names() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.NEWEST]


def run(code: str, *arguments: object) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


OPEN = """
import asyncio, logging, sys
from pathlib import Path
logging.basicConfig(level=logging.DEBUG)
before = logging.root.handlers[:], logging.root.level
from tests.postgres import Server
from bot.store.store import open_store
async def main():
    await (await open_store(sys.argv[1], Path(sys.argv[2]))).close()
asyncio.run(main())
assert before == (logging.root.handlers, logging.root.level)
assert not [name for name, each in logging.root.manager.loggerDict.items() if getattr(each, "disabled", False)]
print("imported", *(name for name in ("alembic", "mako") if name in sys.modules))
"""


def test_a_first_start_migrates_without_a_word_and_an_everyday_one_imports_no_migrations(tmp_path: Path) -> None:
    url, key = f"sqlite:///{tmp_path}/new/piiri.db", tmp_path / "key"
    first = run(OPEN, url, key)
    assert "imported alembic" in first
    assert "alembic." not in first
    assert "imported" in run(OPEN, url, key).splitlines()


def test_the_migrations_are_found_from_a_copy_of_the_package_in_a_strange_place(tmp_path: Path) -> None:
    strange = tmp_path / "100% odd place"
    source = Path(schema.__file__).parents[1]
    strange.mkdir()
    for part in ("__init__.py", "core", "store"):
        copy = shutil.copytree if (source / part).is_dir() else shutil.copy
        (strange / "bot").mkdir(exist_ok=True)
        copy(source / part, strange / "bot" / part)
    code = f"import sys; sys.path.insert(0, {str(strange)!r})\n" + OPEN + "\nimport bot; print(bot.__file__)"
    assert str(strange) in run(code, f"sqlite:///{tmp_path}/piiri.db", tmp_path / "key")


async def test_both_ways_of_writing_the_address_and_a_new_folder_are_fine(tmp_path: Path) -> None:
    for number, start in enumerate(("sqlite", "sqlite+aiosqlite")):
        folder = tmp_path / f"a{number}" / "b"
        store = await open_store(f"{start}:///{folder}/piiri.db", tmp_path / f"key{number}")
        await store.close()
        assert (folder / "piiri.db").exists()


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://user:pw@host/x", "sqlite+other:///x", "postgresql+other://u:pw@h/x"]
)
async def test_an_address_that_is_none_is_refused_without_repeating_it(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreProblem, match="write sqlite:///") as caught:
        await open_store(url, tmp_path / "key")
    assert "pw" not in str(caught.value)
    assert not (tmp_path / "key").exists()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory"])
async def test_a_database_without_a_file_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreProblem, match="needs a file"):
        await open_store(url, tmp_path / "key")


async def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in (tmp_path, tmp_path / "file" / "piiri.db"):
        with pytest.raises(StoreProblem, match="cannot be written"):
            await open_store(f"sqlite:///{place}", tmp_path / "key")


async def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear circle, " * 1000)
    with pytest.raises(StoreProblem, match="not a database"):
        await open_store(f"sqlite:///{file}", tmp_path / "key")
    assert file.read_text() == "Dear circle, " * 1000
    assert not (tmp_path / "key").exists()


async def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as other, other:
        other.execute("CREATE TABLE songs (title)")
    with pytest.raises(StoreProblem, match="something else"):
        await open_store(f"sqlite:///{tmp_path}/other.db", tmp_path / "key")
    assert shape(tmp_path / "other.db") == {"songs": ["CREATE TABLE songs", "title"]}


async def test_a_newer_versions_database_is_refused(place) -> None:
    with closing(sqlite3.connect(place.database)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreProblem, match="newer Piiri"):
        await open_store(place.url, place.key_file)


async def test_a_first_start_that_fails_half_way_can_be_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, key = f"sqlite:///{tmp_path}/piiri.db", tmp_path / "key"
    key.write_text("nonsense")
    key.chmod(0o600)
    with pytest.raises(StoreProblem, match="does not hold a key"):
        await open_store(url, key)
    assert shape(tmp_path / "piiri.db") == {}
    key.unlink()
    await (await open_store(url, key)).close()


async def test_the_database_is_set_up_to_keep_what_is_committed_and_to_erase_what_is_deleted(place) -> None:
    async with place.store() as store:
        expected = {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": 5000,
            "secure_delete": 1,
        }
        async with store._transactions.reading() as one, store._transactions.reading() as two:
            for connection in (one, two):
                for name, value in expected.items():
                    assert await connection.scalar(sa.text(f"PRAGMA {name}")) == value
        await store.outbox.tidy(now=NOW)
        async with store._transactions.reading() as connection:
            assert await connection.scalar(sa.text("PRAGMA busy_timeout")) == 5000


def test_the_drivers_debug_log_which_shows_values_stays_off(place) -> None:
    assert place.database.exists()
    assert not logging.getLogger("aiosqlite").isEnabledFor(logging.DEBUG)


def test_only_a_few_files_know_sqlite() -> None:
    folder = Path(schema.__file__).parent
    own = {file.name for file in folder.glob("*.py") if "PRAGMA" in file.read_text() or "sqlite3" in file.read_text()}
    assert own <= {"sqlite.py", "sqlite_driver.py", "backup_sqlite.py"}


@pytest.mark.parametrize(
    ("name", "words"),
    [("nowhere", "make it with createdb"), ("postgres", "make the user the database's owner")],
)
async def test_what_is_amiss_with_a_server_is_said_so_that_it_can_be_mended(
    tmp_path: Path, postgres: Server, name: str, words: str
) -> None:
    postgres.sql("DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN")
    url = postgres.url(name).replace("piiri@", "guest:sesame@")
    with pytest.raises(StoreProblem, match=words) as caught:
        await open_store(url, tmp_path / "key")
    assert "sesame" not in str(caught.value)


async def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="check the address and that the server runs"):
        await open_store("postgresql://piiri:sesame@127.0.0.1:9/piiri", tmp_path / "key")


async def test_two_that_start_at_once_on_a_new_database_make_it_once(tmp_path: Path, postgres: Server) -> None:
    url = postgres.make("begun_twice")
    stores = await asyncio.gather(*(open_store(url, tmp_path / "key") for _ in range(3)))
    assert [store.created_key for store in stores].count(True) == 1
    for store in stores:
        await store.close()
