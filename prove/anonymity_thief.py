"""Who took copies: of the database and its log of writes while a round was open, and of everything in the end.

It knows the bot's code, who answered which question when, and all that was shown. With the master key it opens whatever
any key that it finds anywhere opens: in tables, in the folder beside the master key, and in bytes that no table has any
more.
"""

import base64
import json
import logging
import random
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.store.tables import SEALED
from bot.store.vault import INSTANCE, Vault

OVERHEAD = 28
"""Bytes that sealing adds: the nonce before, the tag behind."""

WRAPPED = 60
"""Bytes of a wrapped key."""

FILES = ("piiri.db", "piiri.db-wal")


@dataclass(frozen=True)
class SealedRow:
    """A row of a copy with something sealed in it."""

    table: str
    rowid: int
    values: dict[str, Any]
    sealed: bytes


class Copy:
    """The database's file and its write-ahead log at one instant, as a file copier takes them."""

    def __init__(self, place: Path) -> None:
        self.files = {name: (place / name).read_bytes() for name in FILES if (place / name).exists()}

    def holds(self, text: bytes) -> bool:
        """Whether these bytes stand anywhere in it, deleted or not."""
        return any(text in content for content in self.files.values())

    def rows(self, scratch: Path, *tables: str) -> list[SealedRow]:
        """All sealed rows, of all tables or these."""
        with closing(self._opened(scratch)) as connection:
            return _rows(connection, tables or tuple(table.name for table in SEALED))

    def past_rows(self, scratch: Path, *tables: str) -> list[SealedRow]:
        """The same of every state that the write-ahead log still has: it is cut after each commit in it."""
        found: dict[tuple[str, bytes], SealedRow] = {}
        log = self.files.get("piiri.db-wal", b"")
        for end in _commits(log):
            with closing(self._opened(scratch, log[:end])) as connection:
                found.update({(row.table, row.sealed): row for row in _rows(connection, tables)})
        return list(found.values())

    def wrapped(self, scratch: Path) -> dict[str, bytes]:
        """The keys in its own table."""
        with closing(self._opened(scratch)) as connection:
            return dict(connection.execute("SELECT id, wrapped FROM keys"))

    def near(self, text: str) -> Iterator[bytes]:
        """Every stretch as long as a wrapped key that begins close behind an occurrence of this text."""
        for content in self.files.values():
            for found in re.finditer(re.escape(text.encode()), content):
                for start in range(found.end() - WRAPPED - 16, found.end() + 16):
                    yield content[max(start, 0) : max(start, 0) + WRAPPED]

    def _opened(self, scratch: Path, log: bytes | None = None) -> sqlite3.Connection:
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        for name, content in self.files.items():
            (scratch / name).write_bytes(log if log is not None and name.endswith("-wal") else content)
        return sqlite3.connect(scratch / FILES[0])


def _rows(connection: sqlite3.Connection, tables: Sequence[str]) -> list[SealedRow]:
    found = []
    column = {table.name: name for table, name in SEALED.items()}
    for table in tables:
        cursor = connection.execute(f'SELECT rowid AS row_number, * FROM "{table}"')
        names = [each[0] for each in cursor.description]
        for row in cursor:
            values = dict(zip(names, row, strict=True))
            found.append(SealedRow(table, values.pop("row_number"), values, bytes(values.get(column[table]) or b"")))
    return found


def _commits(log: bytes) -> Iterator[int]:
    """Where each committed transaction of a write-ahead log ends, in bytes."""
    if len(log) < 32:
        return
    size = int.from_bytes(log[8:12], "big")
    for end in range(32 + 24 + size, len(log) + 1, 24 + size):
        if int.from_bytes(log[end - size - 24 + 4 : end - size - 24 + 8], "big"):
            yield end


@dataclass
class Thief:
    """Holds the master key and the folder beside it as they are now, and any copies from before."""

    key_file: Path
    scratch: Path
    keys: dict[str, AESGCM] = field(default_factory=dict)

    def __post_init__(self) -> None:
        logging.getLogger("bot.store.vault").setLevel(logging.ERROR)  # it tries many a wrong key
        master = base64.b64decode(self.key_file.read_bytes())
        self.vault = Vault(master, self.key_file)

    def finds_keys(
        self, copies: Sequence[Copy], ring: dict[str, bytes] | None = None, combed: Sequence[Copy] = ()
    ) -> None:
        """Collect every key that can be found: in tables, in the ring, and of destroyed ones in what was freed.

        Some copies are `combed` byte by byte wherever a destroyed key is named.
        """
        self.keys[INSTANCE] = self.vault.instance
        beside = self.vault.ring
        ringed = {name: beside.read(name) or b"" for name in beside.ids()} if ring is None else ring
        for wrapped in (ringed, *(copy.wrapped(self.scratch) for copy in copies)):
            for key_id, kept in wrapped.items():
                self._tries(key_id, kept)
        for key_id in set(self.vault.erased.text().split()) - self.keys.keys():
            for copy in combed:
                for stretch in copy.near(key_id):
                    self._tries(key_id, stretch)

    def _tries(self, key_id: str, wrapped: bytes) -> None:
        if key_id not in self.keys and len(wrapped) == WRAPPED:
            key = self.vault.unwrap(key_id, wrapped)
            if key is not None:
                self.keys[key_id] = key

    def opens(self, row: SealedRow) -> str | None:
        """What a row holds, if any key that was found opens it."""
        key = self.keys.get(str(row.values.get("key_id")))
        if key is None or len(row.sealed) < OVERHEAD:
            return None
        column = next(name for table, name in SEALED.items() if table.name == row.table)
        row_id = row.values.get("id", row.values.get("address"))
        if row.table == "inbox":
            row_id = f"{row.values['platform']}:{row.values['key']}"
        try:
            place = f"{row.table}:{row_id}:{column}"
            return key.decrypt(row.sealed[:12], row.sealed[12:], place.encode()).decode("utf-8", "replace")
        except Exception:
            return None


# Guessing


@dataclass(frozen=True)
class Answered:
    """That somebody answered a question in words, as everybody could see; and where, which only the judge knows."""

    meeting: str
    member: str
    first: int
    last: int
    text: str


Guesses = dict[Answered, list[str]]
"""For each answer the published sentences of which one is guessed: any of them as well as the other."""


def by_order(answers: Sequence[Answered], said: Sequence[str], ranks: Sequence[Any]) -> Guesses:
    """The sentences stand in the order of the ranks."""
    order = sorted(range(len(answers)), key=lambda n: ranks[n])
    return {answers[n]: [said[place]] for place, n in enumerate(order) if place < len(said)}


def by_size(answers: Sequence[Answered], said: Sequence[str], sizes: dict[tuple[str, str], int]) -> Guesses:
    """Whoever's sealed row is longer said the longer sentence; of equal rows nothing is known."""
    found: Guesses = {}
    known = [a for a in answers if (a.meeting, a.member) in sizes]
    if len({sizes[a.meeting, a.member] for a in known}) < 2:
        return found
    order = sorted(known, key=lambda a: sizes[a.meeting, a.member])
    longer = sorted(said, key=lambda text: len(text.encode()))
    for place, answer in enumerate(order):
        at = round(place * (len(longer) - 1) / max(1, len(order) - 1))
        found[answer] = [longer[at]]
    return found


def by_pool(
    answers: Sequence[Answered], said: Sequence[str], earlier: str, size: int, empty: dict[str, Any]
) -> Guesses:
    """The sentences of an earlier meeting are those that together fill the sealed row in which they waited."""
    theirs = [a for a in answers if a.meeting == earlier]
    fitting: set[str] = set()
    for some in islice(combinations(said, len(theirs)), 5_000):
        content = {**empty, "words": {**empty["words"], "sentence": list(some)}}
        if any(len(json.dumps(content, ensure_ascii=a).encode()) + OVERHEAD == size for a in (True, False)):
            fitting.update(some)
    return {answer: sorted(fitting) for answer in theirs} if 0 < len(fitting) < len(said) else {}


@dataclass
class Tally:
    """How often guesses were right, beside how often they would have been without the copies."""

    guesses: int = 0
    right: float = 0.0
    expected: float = 0.0
    variance: float = 0.0

    def add(self, right: float, expected: float) -> None:
        """One guess: its chance of being right given where the truth lies, and what it had been anyway."""
        self.guesses += 1
        self.right += right
        self.expected += expected
        self.variance += expected * (1 - expected)

    @property
    def excess(self) -> float:
        """Points above the best guess from what was published."""
        return 100 * (self.right - self.expected) / self.guesses if self.guesses else 0.0

    @property
    def spread(self) -> float:
        """Points that chance alone makes of it at most: 3.5 standard deviations, once in two thousand tries."""
        return 350 * self.variance**0.5 / self.guesses if self.guesses else 0.0


def score(
    tally: Tally, answers: Sequence[Answered], said: Sequence[str], guesses: Guesses, dice: random.Random
) -> None:
    """Each answer's guess against the truth; where there is none, any published sentence is as good as another."""
    for answer in answers:
        mine = sum(other.member == answer.member and other.text in said for other in answers)
        guess = dice.choice(guesses.get(answer) or list(said))
        own = {other.text for other in answers if other.member == answer.member}
        tally.add(float(guess in own), mine / len(said))
