"""What an SQLite database has been through, written down by itself: every change to every row, in order.

Triggers write each change to a table of ours in the same transaction. A copy then holds its rows and, beside them, the
story of how they came to be: told again from the start, it must end in just these rows.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

LOG = "prove_log"
_LEFT_OUT = ("alembic_version", LOG, "sqlite_sequence")
_MARK = "store:backup"

State = dict[str, dict[str, str]]
Change = tuple[int, str, str, str | None]


def keep_log(path: Path) -> None:
    """From now on every change is written down."""
    with closing(sqlite3.connect(path)) as base:
        base.execute(f"CREATE TABLE {LOG} (n INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT, id TEXT, row TEXT)")
        for table in tables(base):
            key, row = _columns(base, table)
            told = {"INSERT": "NEW", "DELETE": "OLD", "UPDATE": "NEW"}
            for what, which in told.items():
                here = row.format(which) if what != "DELETE" else "NULL"
                moved = f"{key.format('OLD')} WHERE {key.format('OLD')} != {key.format('NEW')}"
                gone = f"INSERT INTO {LOG} (t, id) SELECT '{table}', {moved};"
                when = f"WHEN {which}.name != '{_MARK}'" if table == "marks" else ""
                base.execute(
                    f'CREATE TRIGGER "{LOG}_{table}_{what}" AFTER {what} ON "{table}" {when} BEGIN '
                    f"{gone if what == 'UPDATE' else ''} "
                    f"INSERT INTO {LOG} (t, id, row) VALUES ('{table}', {key.format(which)}, {here}); END"
                )
        base.commit()


def tables(base: sqlite3.Connection) -> list[str]:
    found = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if name not in _LEFT_OUT]


def _columns(base: sqlite3.Connection, table: str) -> tuple[str, str]:
    """The row's key and the whole row, as SQL with a place for the name it goes by."""
    info = base.execute(f'PRAGMA table_info("{table}")').fetchall()
    key = " || ',' || ".join(f'quote({{0}}."{name}")' for _, name, *_, pk in info if pk)
    row = " || ',' || ".join(f'quote({{0}}."{name}")' for _, name, *_ in info)
    return key, row


def rows(path: Path) -> State:
    """All rows as they stand."""
    with closing(sqlite3.connect(path)) as base:
        found: State = {}
        for table in tables(base):
            key, row = _columns(base, table)
            said = base.execute(f'SELECT {key.format("x")}, {row.format("x")} FROM "{table}" x')
            found[table] = {k: r for k, r in said if not (table == "marks" and k == f"'{_MARK}'")}
        return found


def changes(path: Path, after: int) -> list[Change]:
    """What was written down after a number."""
    with closing(sqlite3.connect(path)) as base:
        return base.execute(f"SELECT n, t, id, row FROM {LOG} WHERE n > ? ORDER BY n", (after,)).fetchall()


def tell_again(state: State, story: list[Change]) -> None:
    """Carry the changes out on a state."""
    for _, table, key, row in story:
        if row is None:
            state[table].pop(key, None)
        else:
            state[table][key] = row
