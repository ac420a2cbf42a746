"""Databases of every earlier version, with sealed rows of groups in the middle of their season, opened by today's code.

A season is lived with today's code up to the feedback on its first meeting. For each earlier revision its tables are
made by its own migrations, and filled with the same rows as far as it had tables and columns for them: sealed by the
real vault, beside the same key. Opened by today's code, each must hold the same values in every column it had, open
every sealed text, and go on: the next posts go out, and at full size the season ends and all of it is deleted.
"""

import asyncio
import logging
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from bot.core.model import Life, State
from bot.store import schema, tables
from bot.store.store import open_store
from prove.report import Report
from prove.writers import BEGUN, HELSINKI, Circle, asked_after, begin_at, house, leave_open, write_after, write_before

GROUPS = 10
EARLIER = tuple(f"{number:04}" for number in range(1, int(schema.NEWEST)))
BEFORE_KINDS = "0004"
"""The first revision in which a meeting has rounds beside its feedback."""

Rows = dict[str, dict[str, tuple[Any, ...]]]


def upgrades(report: Report, folder: Path, scale: float) -> None:
    """A row of the report for each thing that every earlier version has to bear."""
    today = folder / "today"
    today.mkdir()
    circles = asyncio.run(_lived(today, max(1, round(GROUPS * scale))))
    texts = asyncio.run(_texts(today))
    lost = changed = shut = went_wrong = stuck = rows = opened = 0
    for revision in EARLIER:
        place = folder / f"from-{revision}"
        place.mkdir()
        shutil.copytree(today / "key", place / "key")
        _as_it_was(today / "piiri.db", place / "piiri.db", revision)
        before = _rows(place / "piiri.db")
        there = asyncio.run(_texts(place))
        after = _rows(place / "piiri.db", before)
        rows += sum(map(len, before.values()))
        for table, were in before.items():
            lost += len(were.keys() - after[table].keys())
            changed += sum(after[table].get(key, row) != row for key, row in were.items() if table != "marks")
        for table, kept in there.items():
            due = {key for key in before.get(table, {}) if key in texts[table]}
            opened += len(kept)
            shut += sum(kept.get(key) != texts[table][key] for key in due)
        posts, failed, over = asyncio.run(_goes_on(place, circles, whole=scale >= 1))
        went_wrong += failed
        stuck += not posts or not over
    report.tell("earlier versions, groups in each", f"{len(EARLIER)} / {len(circles)}")
    report.judge("rows brought up to date", rows, "> 0", holds=rows > 0)
    report.none("rows lost on the way", lost)
    report.none("rows changed in a column that was there", changed)
    report.judge("sealed texts opened afterwards", opened, "> 0", holds=opened > 0)
    report.none("sealed texts not as they were written", shut)
    report.none("versions from which a season did not go on", stuck)
    report.none("turns and notices that failed there", went_wrong)


async def _lived(place: Path, groups: int) -> list[Circle]:
    """So many groups, up to the open feedback on their first meeting."""
    url, key = f"sqlite:///{place / 'piiri.db'}", place / "key" / "piiri.key"
    await begin_at(url, key, BEGUN)
    async with house(url, key) as at:
        circles = [
            await at.found(f"main{n}", [f"g{n}p{person}" for person in range(6)], meetings=4) for n in range(groups)
        ]
        for circle in circles:
            await write_before(at, circle, _said)
        await at.until(asked_after(circles[0]))
        for circle in circles:
            await write_after(at, circle, _said)
            await leave_open(at, circle.people[0], circle, _said)
        assert not at.failed
    with closing(sqlite3.connect(place / "piiri.db")) as base:
        base.execute("PRAGMA journal_mode=DELETE")
    return circles


def _said(who: str, what: str) -> str:
    return f"{what} of {who}, ääkkösin"


def _as_it_was(today: Path, then: Path, revision: str) -> None:
    """The tables of a revision, with today's rows in the columns that it has."""
    engine = sa.create_engine(f"sqlite:///{then}")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(schema.MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    with closing(sqlite3.connect(then)) as base:
        base.execute("ATTACH ? AS today", (str(today),))
        for table in _tables(base):
            shared = [f'"{c}"' for c in _columns(base, table) if c in _columns(base, table, "today")]
            only = "WHERE kind = 'feedback'" if table in {"polls", "batches"} and revision < BEFORE_KINDS else ""
            base.execute(f'DELETE FROM "{table}"')
            base.execute(
                f'INSERT INTO "{table}" ({", ".join(shared)}) SELECT {", ".join(shared)} FROM today."{table}" {only}'
            )
        base.commit()
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []


def _tables(base: sqlite3.Connection) -> list[str]:
    found = base.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
    return [name for (name,) in found if name not in {"alembic_version", "sqlite_sequence"}]


def _columns(base: sqlite3.Connection, table: str, where: str = "main") -> list[str]:
    return [name for _, name, *_ in base.execute(f'PRAGMA {where}.table_info("{table}")')]


def _rows(path: Path, like: Rows | None = None) -> Rows:
    """Every row by its key, in the columns of these tables, or of those that `like` was read from."""
    with closing(sqlite3.connect(path)) as base:
        found: Rows = {}
        for table in like or _tables(base):
            info = base.execute(f'PRAGMA table_info("{table}")').fetchall()
            keys = [f'quote("{name}")' for _, name, *_, pk in info if pk]
            columns = _known.setdefault((str(path), table), [f'"{name}"' for _, name, *_ in info])
            said = base.execute(f'SELECT {" || ".join(keys)}, {", ".join(columns)} FROM "{table}"')
            found[table] = {key.strip("'"): tuple(row) for key, *row in said}
        return found


_known: dict[tuple[str, str], list[str]] = {}
"""Which columns a file's table had when it was read first."""


async def _texts(place: Path) -> dict[str, dict[str, str]]:
    """Every sealed text that today's code opens, by table and row."""
    store = await open_store(f"sqlite:///{place / 'piiri.db'}", place / "key" / "piiri.key")
    try:
        async with store.begin() as work:
            return {
                table.name: {row.id: getattr(row, column) for row in await getattr(work, table.name).find()}
                for table, column in tables.SEALED.items()
                if "id" in table.c
            }
    finally:
        await store.close()


async def _goes_on(place: Path, circles: list[Circle], *, whole: bool) -> tuple[int, int, bool]:
    """How many notices were sent from then on, how much failed, and whether it came as far as it was to."""
    url, key = f"sqlite:///{place / 'piiri.db'}", place / "key" / "piiri.key"
    async with house(url, key, prefix="on") as at:
        async with at.piiri.store.begin() as work:
            sent = len(await work.notices.find(state=State.SENT))
        following = circles[0].meetings[1]
        over = await at.until(following.ends(HELSINKI) + timedelta(minutes=30))
        for circle in circles:
            await write_after(at, circle, _said, who=circle.people[:1])
            await at.presses(circle.people[1], f"coming:{circle.meetings[2].id}:")
        async with at.piiri.store.begin() as work:
            notices = await work.notices.find()
        posts = sum(notice.state is State.SENT for notice in notices) - sent
        failed = at.failed + sum(notice.state in {State.FAILED, State.UNSURE} for notice in notices)
        if whole:
            last = circles[0].meetings[-1].ends(HELSINKI)
            over = over and await at.until(last + timedelta(days=20))
            async with at.piiri.store.begin() as work:
                over = over and {group.life for group in await work.groups.find()} == {Life.ENDED}
            over = over and await at.until(last + timedelta(days=60))
            async with at.piiri.store.begin() as work:
                over = over and not (await work.groups.find() or await work.persons.find() or await work.notes.find())
        return posts, failed, over
