"""One repository for every kind of row."""

import itertools
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, Literal, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.ports import Taken
from bot.store.asked import ONE_ID, SEVERAL, Asked, answers_to, question
from bot.store.backend import UNDOES_STATEMENTS
from bot.store.keys import WorkKeys
from bot.store.tables import SEALED
from bot.store.vault import seal, unseal


class Kept(Protocol):
    """A row: a dataclass with a text id."""

    @property
    def id(self) -> str:
        """Its primary key."""


R = TypeVar("R", bound=Kept)


@dataclass(frozen=True)
class Kind(Generic[R]):
    """A table and the dataclass whose fields are its columns, in the same order."""

    table: sa.Table
    row: Callable[..., R]


Where = tuple[tuple[str, Literal["one", "any", "empty"]], ...]
"""Which columns a question names, and whether each is to equal one value, any of several, or to be empty."""


class Rows(Generic[R]):
    """The rows of one kind, in one transaction; the same question is put to the database once between two writes."""

    def __init__(self, connection: AsyncConnection, keys: WorkKeys, kind: Kind[R], asked: Asked) -> None:
        self._connection = connection
        self._asked = asked
        self._keys = keys
        self._row = kind.row
        self._table = kind.table
        self._sealed = SEALED.get(kind.table)

    async def get(self, row_id: str) -> R | None:
        """The row with this id; None also where its key is destroyed."""
        rows = await self.find(id=row_id)
        return rows[0] if rows else None

    async def find(self, **equal: object) -> list[R]:
        """All rows whose columns equal these values; several values mean any of them, None means empty."""
        columns, values = question(equal)
        answers = self._asked.of(self._table, columns)
        if values not in answers:
            self._check(equal)
            await self._expected(equal)
            if (known := self._asked.by_ids(self._table, equal)) is not None:
                return known
            found = await self._foreseen(equal)
            if found is None:
                where, bound = self._where(equal)
                found = (await self._connection.execute(_select(self._table, where), bound)).all()
            answers[values] = await self._read(found)
        return list(answers[values])

    async def _expected(self, equal: dict[str, object]) -> None:
        """Where one of the expected ids is asked for, ask for all of them together."""
        ids = self._asked.expected.get(self._table.name)
        asked = equal.get("id")
        if ids and len(equal) == 1 and isinstance(asked, SEVERAL) and set(asked) <= set(ids):
            del self._asked.expected[self._table.name]
            await self.foresee("id", ids)

    async def _foreseen(self, equal: dict[str, object]) -> Sequence[sa.Row[Any]] | None:
        """What the rows of all groups of a batch, read together, answer; None where it is to be asked by itself."""
        group = self._asked.group_in_batch(self._table, equal)
        if group is None:
            return None
        rows = self._asked.foreseen(self._table)
        if rows is None:
            found = await self._connection.execute(
                _select(self._table, (("group_id", "any"),)), {"group_id": list(self._asked.batch)}
            )
            rows = self._asked.foresee(self._table, found.all())
        return answers_to(rows[group], equal) if group in rows else None

    async def foresee(self, column: str, values: Collection[str], *, by_id: bool = False) -> None:
        """Ask for the rows of all these values at once: asking for those of one, or for one by its id, then is free."""
        apart: dict[str, list[R]] = {value: [] for value in values}
        for row in await self.find(**{column: values}):
            apart[getattr(row, column)].append(row)
        self._asked.of(self._table, (column,)).update({(value,): rows for value, rows in apart.items()})
        if by_id:
            rows = itertools.chain.from_iterable(apart.values())
            self._asked.of(self._table, ONE_ID).update({(row.id,): [row] for row in rows})

    async def add(self, row: R) -> None:
        """Insert; Taken where a unique key already stands, with nothing written and the transaction unharmed."""
        self._asked.written(self._table, row)
        values = await self._written(row, vars(row))
        await insert(self._connection, self._table, values)

    async def save(self, row: R) -> None:
        """Write what differs from the row of this id as it was read here, or all of it where it was not read.

        What somebody else has written to its other columns meanwhile stands. LookupError where there is no such row,
        Taken where a unique key stands.
        """
        changed = self._changed(row)
        if not changed:
            return
        values = await self._written(row, changed)
        if self._asked.late and _never_taken(self._table) and self._asked.row(self._table, row.id):
            self._asked.late.keep(_update(self._table), row.id, values)
            self._asked.saved(self._table, row)
            return
        try:
            async with alone(self._connection):
                done = await self._connection.execute(_update(self._table), {"this_id": row.id, **values})
            self._asked.saved(self._table, row)
        except IntegrityError as error:
            raise _translated(error, self._table) from None
        if not done.rowcount:
            self._asked.written(self._table, row)
            raise LookupError(f"no row of {self._table.name} to replace")

    async def drop(self, **equal: object) -> int:
        """Delete all such rows and say how many; at least one column must be named."""
        if not equal:
            raise ValueError(f"which rows of {self._table.name}?")
        self._check(equal)
        self._asked.dropped(self._table)
        where, values = self._where(equal)
        done = await self._connection.execute(_delete(self._table, where), values)
        return done.rowcount

    def _check(self, equal: dict[str, object]) -> None:
        if self._sealed in equal:
            raise ValueError(f"{self._sealed} of {self._table.name} is sealed: nothing equals it")

    @staticmethod
    def _where(equal: dict[str, object]) -> tuple[Where, dict[str, object]]:
        where = tuple((name, _how(value)) for name, value in sorted(equal.items()))
        values = {name: list(value) if isinstance(value, SEVERAL) else value for name, value in equal.items()}
        return where, {name: values[name] for name, how in where if how != "empty"}

    def _changed(self, row: R) -> list[str]:
        before = self._asked.row(self._table, row.id)
        was = vars(before) if before else {}
        changed = [name for name, value in vars(row).items() if name != "id" and not (was and was[name] == value)]
        if self._sealed and "key_id" in changed and self._sealed not in changed:
            changed.append(self._sealed)  # sealed anew: it is read with the key that the row names
        return changed

    async def _written(self, row: R, names: Collection[str]) -> dict[str, Any]:
        whole = vars(row)
        values = {name: whole[name] for name in names}
        if self._sealed in values:
            key = await self._keys.one(whole["key_id"])
            # What a platform hands over may hold half a surrogate pair; it must come back as it came.
            content = str(whole[self._sealed]).encode("utf-8", "surrogatepass")
            values[self._sealed] = seal(key, content, table=self._table.name, row_id=row.id, column=self._sealed)
        return values

    async def _read(self, rows: Sequence[sa.Row[Any]]) -> list[R]:
        found = await self._unsealed(rows, self._sealed) if self._sealed and rows else [self._row(*row) for row in rows]
        self._asked.read(self._table, found)
        return found

    async def _unsealed(self, rows: Sequence[sa.Row[Any]], column: str) -> list[R]:
        keys = await self._keys.at_hand(row.key_id for row in rows)
        opened: list[R] = []
        for row in rows:
            values = row._asdict()
            key = keys.get(values["key_id"])
            if key is None:
                continue
            content = unseal(key, values[column], table=self._table.name, row_id=values["id"], column=column)
            if content is not None:
                values[column] = content.decode("utf-8", "surrogatepass")
                opened.append(self._row(**values))
        return opened


def _how(value: object) -> Literal["one", "any", "empty"]:
    if isinstance(value, SEVERAL):
        return "any"
    return "empty" if value is None else "one"


# A statement is made once for each shape of question: making it costs more than a small answer.


@lru_cache
def _select(table: sa.Table, where: Where) -> sa.Select[Any]:
    return sa.select(table).where(*_conditions(table, where))


@lru_cache
def _update(table: sa.Table) -> sa.Update:
    """Of the row `this_id`, whatever columns it is given."""
    return sa.update(table).where(table.c.id == sa.bindparam("this_id"))


@lru_cache
def _never_taken(table: sa.Table) -> bool:
    """Whether a row that is there can be saved whatever the others are: nothing but its id may not stand twice."""
    constraints = any(isinstance(each, sa.UniqueConstraint) for each in table.constraints)
    return not constraints and not any(index.unique for index in table.indexes)


@lru_cache
def _delete(table: sa.Table, where: Where) -> sa.Delete:
    return sa.delete(table).where(*_conditions(table, where))


def _conditions(table: sa.Table, where: Where) -> Iterator[sa.ColumnElement[bool]]:
    for name, how in where:
        column: sa.Column[Any] = table.c[name]
        if how == "any":
            yield column.in_(sa.bindparam(name, expanding=True))
        else:
            yield column.is_(None) if how == "empty" else column == sa.bindparam(name)


async def insert(connection: AsyncConnection, table: sa.Table, values: dict[str, Any]) -> None:
    """Insert one row; Taken where a unique key already stands, with nothing written and the transaction unharmed."""
    try:
        async with alone(connection):
            await connection.execute(sa.insert(table), values)
    except IntegrityError as error:
        raise _translated(error, table) from None


def alone(connection: AsyncConnection) -> AbstractAsyncContextManager[object]:
    """Around one statement that may fail without taking the transaction with it."""
    undoes = connection.sync_engine.get_execution_options().get(UNDOES_STATEMENTS)
    return nullcontext() if undoes else connection.begin_nested()


_DOUBLE = {"23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"}


def _translated(error: IntegrityError, table: sa.Table) -> Exception:
    # PostgreSQL says it with a number, SQLite with a name.
    said = {getattr(error.orig, name, None) for name in ("sqlstate", "sqlite_errorname")}
    return Taken(table.name) if said & _DOUBLE else error
