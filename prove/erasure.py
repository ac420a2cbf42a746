"""'My data' of a thousand members, 'forget me' by all of them, and old backups put back afterwards.

In groups of ten everybody writes of everything there is to write: hopes, notes, words with an absence, wishes for
the agreement, materials, themes, feedback, a form left half-way; each text is a canary that names its author. Two
backups are made on the way, one before and one while feedback is open. Then

- everybody asks for their data: each text of theirs that opens anywhere in the database must be in it, every kind
  that they wrote must be among them, and nobody else's text, name or id;
- all but each group's convener press 'forget me': after the next night no row may name them, nothing of theirs may
  open, and neither their words nor their names and ids may stand in any file, the write-ahead log included;
- each backup is put back, with the key's folder as it is by then: all of that must hold in the restored database, and
  the conveners' own texts must all be there. As a control a backup is put back without the list of erasures, where the
  same search must find them again;
- the groups end and their dates of deletion come: no row of theirs may be left in any table, nor after a backup is put
  back once more.

What a group keeps without an author (a material, a proposed theme, a wish for the agreement) is not erased with the
person; no row ties it to them any more.
"""

import asyncio
import json
import os
import re
import shutil
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.core.uses.season.deletion import see_to_ended
from bot.core.uses.season.retention import see_to_notes
from bot.store import tables
from bot.store.backup import backup
from bot.store.restore import restore
from bot.store.store import SqlStore, open_store
from prove.report import Report
from prove.writers import (
    BEGUN,
    HELSINKI,
    Circle,
    House,
    asked_after,
    begin_at,
    house,
    leave_open,
    write_after,
    write_before,
)
from scheduler.housekeeping import nightly

MEMBERS = 1000
IN_GROUP = 9
"""Those who are forgotten; with each group's convener, who is not."""

CANARY = re.compile(r"KANARIA-(qzjxw\d{6})-([a-z]+)-")
WRITTEN = {"hope", "note", "private", "reason", "rule", "material", "theme", "sentence", "carry"}
OF_THE_GROUP = {"material", "theme", "rule"}
"""What a group keeps without an author."""

LEFT = {"marks", "seen", "leases", "alembic_version"}
"""The tables that may have rows when no group is left: facts about the store, and the keys of incomings for a week."""

Found = dict[str, set[str]]
"""The kinds of text that were found, by the author's handle."""


def run(scale: float, seed: int) -> Report:
    """All of it, on one database in memory."""
    report = Report("11. My data, forget me, and old backups")
    where = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="piiri-erasure-", dir=where) as name:
        trial = Trial(Path(name), max(1, round(MEMBERS * scale / IN_GROUP)))
        asyncio.run(trial.tried(report))
    return report


def words(who: str, what: str) -> str:
    """A text that tells its author."""
    return f"KANARIA-{who}-{what}- ääkkösin"


def canaries(text: str) -> Iterable[tuple[str, str]]:
    return CANARY.findall(text)


@dataclass
class Trial:
    """One database, its people, and two backups of it."""

    folder: Path
    groups: int
    circles: list[Circle] = field(default_factory=list)
    backups: list[Path] = field(default_factory=list)
    member_ids: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'data' / 'piiri.db'}"

    @property
    def key(self) -> Path:
        return self.folder / "key" / "piiri.key"

    @property
    def forgotten(self) -> list[str]:
        return [who for circle in self.circles for who in circle.people[1:]]

    @property
    def stayers(self) -> list[str]:
        return [circle.people[0] for circle in self.circles]

    async def tried(self, report: Report) -> None:
        (self.folder / "data").mkdir()
        await begin_at(self.url, self.key, BEGUN)
        async with house(self.url, self.key) as at:
            await self._written(at)
            report.tell("members who are forgotten, groups", f"{len(self.forgotten)} / {self.groups}")
            await self._exported(at, report)
            before = await opened_texts(at.piiri.store)
            self.member_ids = await self._member_ids(at.piiri.store)
            for who in self.forgotten:
                await at.presses(who, "forget-sure::")
            await nightly(at.piiri.store.outbox, at.clock)  # writes the file anew, where pages still held names
            await self._gone(report, "after forgetting", at.piiri.store, self.folder, before)
            report.none("turns that failed", at.failed)
        for number, copy in enumerate(self.backups, 1):
            place = await self._put_back(copy)
            await self._looked(report, f"backup {number} put back", place, before, beginning=number == 1)
        await self._control(report)
        await self._deleted(report)

    async def _written(self, at: House) -> None:
        people = iter(f"qzjxw{number:06}" for number in range(10**6))
        for number in range(self.groups):
            circle = await at.found(f"main{number}", [next(people) for _ in range(IN_GROUP + 1)], meetings=4)
            self.circles.append(circle)
            await write_before(at, circle, words)
        self._copied("first")
        await at.until(asked_after(self.circles[0]))
        for circle in self.circles:
            await write_after(at, circle, words)
            await leave_open(at, circle.people[1], circle, words)
        self._copied("second")

    def _copied(self, name: str) -> None:
        copy = self.folder.parent / f"{self.folder.name}-{name}.db"
        copy.unlink(missing_ok=True)
        backup(self.url, copy)
        kept = self.folder.parent / f"{self.folder.name}-backups"
        kept.mkdir(exist_ok=True)
        self.backups.append(copy.rename(kept / f"{name}.db"))

    async def _exported(self, at: House, report: Report) -> None:
        """Everybody's own data against all that opens."""
        there = await opened_texts(at.piiri.store)
        everybody = [*self.stayers, *self.forgotten]
        missing = lacking = others = named = 0
        for who in everybody:
            data = json.dumps(await at.data_of(who), ensure_ascii=False)
            theirs = {what for author, what in canaries(data) if author == who}
            missing += len(there[who] - theirs - {"draft"})  # asking for one's data puts an open form away
            lacking += len(WRITTEN - theirs)
            others += sum(author != who for author, _ in canaries(data))
            named += sum(handle != who for handle in re.findall(r"qzjxw\d{6}", data))
        report.tell("texts that open in the database, all kinds", sum(map(len, there.values())))
        report.none("texts that are missing from their author's data", missing)
        report.none("kinds that somebody wrote and that are nowhere in it", lacking)
        report.none("others' texts, names or ids in anybody's data", others + named)

    async def _gone(self, report: Report, when: str, store: SqlStore, folder: Path, before: Found) -> None:
        """Nothing of the forgotten, in rows or in bytes; everything of those who stay."""
        gone = set(self.forgotten)
        there = await opened_texts(store)
        report.none(f"{when}: private texts that open", sum(len(there[who] - OF_THE_GROUP) for who in gone))
        report.none(f"{when}: rows that name the forgotten", await named_in(store, gone))
        report.none(f"{when}: words, names or ids in any file", in_files(folder, gone))
        ties = await tied_to(store, self.member_ids)
        if folder == self.folder:
            report.none(f"{when}: rows or texts with an id of theirs", ties)
        else:  # the rows that such an id would lead to are gone
            report.tell(f"{when}: ids in rows or texts that lead nowhere", ties)
        kept = sum(len((before[who] - {"draft"}) - there[who]) for who in self.stayers)
        report.none(f"{when}: texts lost of those who stay", kept)

    async def _member_ids(self, store: SqlStore) -> set[str]:
        """The ids by which rows name the forgotten."""
        async with store.begin() as work:
            persons = {p.id for p in await work.persons.find() if p.handle in set(self.forgotten)}
            return persons | {m.id for m in await work.members.find(person_id=sorted(persons))}

    async def _put_back(self, copy: Path, *, obeying: bool = True) -> Path:
        """A backup in a place of its own, with the key's folder as it is now."""
        place = self.folder.parent / f"{self.folder.name}-place"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copytree(self.key.parent, place / "key")
        if not obeying:
            (place / "key" / "piiri.key.erased").unlink()
        await restore(f"sqlite:///{place / 'piiri.db'}", place / "key" / "piiri.key", copy)
        return place

    async def _looked(self, report: Report, when: str, place: Path, before: Found, *, beginning: bool) -> None:
        """As after forgetting, with what stood when the backup was made."""
        feedback = {"sentence", "carry"} if beginning else set()
        expected = defaultdict(set, {who: kinds - feedback for who, kinds in before.items()})
        store = await open_store(f"sqlite:///{place / 'piiri.db'}", place / "key" / "piiri.key")
        try:
            await self._gone(report, when, store, place, expected)
        finally:
            await store.close()
            shutil.rmtree(place)

    async def _control(self, report: Report) -> None:
        place = await self._put_back(self.backups[0], obeying=False)
        store = await open_store(f"sqlite:///{place / 'piiri.db'}", place / "key" / "piiri.key")
        there = await opened_texts(store)
        await store.close()
        back = sum(bool(there[who] - OF_THE_GROUP) for who in self.forgotten)
        report.judge("without the list: people who come back", back, "all of them", holds=back == len(self.forgotten))
        shutil.rmtree(place)

    async def _deleted(self, report: Report) -> None:
        """The groups end, and their dates of deletion come; and once more with a backup put back."""
        async with house(self.url, self.key, prefix="end") as at:
            last = self.circles[0].meetings[-1].ends(HELSINKI)
            for days in (8, 24, 31, 60, 90):
                await at.until(last + timedelta(days=days))
                await self._night(at)
        report.none("after the dates of deletion: rows left of any group", sum(left_in(self.url).values()))
        report.tell("rows of the store's own that stay a week", sum(own_rows(self.url).values()))
        ring = self.key.with_name("piiri.key.ring")
        report.none("keys left of polls", len(list(ring.iterdir())) if ring.exists() else 0)
        people = {*self.forgotten, *self.stayers}
        report.none("words, names or ids of anybody in any file", in_files(self.folder, people))
        for number, copy in enumerate(self.backups, 1):
            place = await self._put_back(copy)
            url = f"sqlite:///{place / 'piiri.db'}"
            async with house(url, place / "key" / "piiri.key", prefix="back") as at:
                await self._night(at)
            left = left_in(url)
            report.none(f"backup {number} put back then: rows of any group", sum(left.values()))
            report.none(f"backup {number} put back then: words in any file", in_files(place, people))
            shutil.rmtree(place)
        shutil.rmtree(self.backups[0].parent)

    async def _night(self, at: House) -> None:
        await nightly(at.piiri.store.outbox, at.clock)
        await see_to_ended(at.piiri.store, at.piiri.house)
        await see_to_notes(at.piiri.store, at.piiri.house)
        await at.until(at.clock.now() + timedelta(hours=12))


async def opened_texts(store: SqlStore) -> Found:
    """All canaries in whatever opens, sealed or not, by their authors."""
    found: Found = defaultdict(set)
    async with store.begin() as work:
        for table in tables.metadata.tables.values():
            repository = getattr(work, table.name, None)
            if not hasattr(repository, "find"):
                continue
            for row in await repository.find():
                for who, what in canaries(str(row)):
                    found[who].add(what)
    return found


async def tied_to(store: SqlStore, ids: set[str]) -> int:
    """Rows, opened where they are sealed, in which one of these ids stands."""
    count = 0
    async with store.begin() as work:
        for table in tables.metadata.tables.values():
            repository = getattr(work, table.name, None)
            if hasattr(repository, "find"):
                for row in await repository.find():
                    count += bool(ids.intersection(re.findall(r"[a-z0-9]{16}", str(row))))
    return count


async def named_in(store: SqlStore, people: set[str]) -> int:
    """Rows with somebody's id on the platform, or their name, in any column that is not sealed."""
    count = 0
    async with store.begin() as work:
        for table in tables.metadata.tables.values():
            sealed = tables.SEALED.get(table)
            rows: Any = await work.connection.execute(table.select())  # type: ignore[attr-defined]
            for row in rows:
                told = str([value for name, value in row._asdict().items() if name != sealed])
                count += bool(people.intersection(re.findall(r"qzjxw\d{6}", told)))
    return count


def in_files(folder: Path, people: set[str]) -> int:
    """How many private words, names or ids of these people stand in plain bytes in any file below a folder."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            found.update(who.decode() for who in re.findall(rb"qzjxw\d{6}", content))
            found["words"] += content.count(b"KANARIA")
    return sum(count for who, count in found.items() if who in people or who == "words")


def left_in(url: str) -> dict[str, int]:
    return {table: count for table, count in _counts(url).items() if table not in LEFT and count}


def own_rows(url: str) -> dict[str, int]:
    return {table: count for table, count in _counts(url).items() if table in LEFT - {"alembic_version"}}


def _counts(url: str) -> dict[str, int]:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as base:
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
