"""What has been asked in one transaction, with its answers: a turn asks who is in the group many times over."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from bot.store.late import Late

SEVERAL = (tuple, list, set, frozenset)
ONE_ID, ONE_GROUP = ("id",), ("group_id",)

Answers = dict[tuple[Any, ...], list[Any]]


class Asked:
    """Answers by table, by the columns that were asked by, and by their values; whoever writes must tell."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[tuple[str, ...], Answers]] = defaultdict(lambda: defaultdict(dict))
        # By table and id, each row as it is in the database by what was read and written here.
        self._standing: dict[str, dict[str, Any]] = defaultdict(dict)
        # Of a batch: its groups, by table the ids that may be asked for, and by table and group all rows as they came.
        self.batch: frozenset[str] = frozenset()
        self.expected: dict[str, Collection[str]] = {}
        self._rows: dict[str, dict[str, list[Any]]] = {}
        self.late: Late | None = None  # while a batch is composed

    def of(self, table: sa.Table, columns: tuple[str, ...]) -> Answers:
        """The answers to what was asked of a table by these columns, to be read and added to."""
        return self._answers[table.name][columns]

    def read(self, table: sa.Table, rows: Iterable[Any]) -> None:
        """These rows are in the database."""
        self._standing[table.name].update((row.id, row) for row in rows)

    def row(self, table: sa.Table, row_id: str) -> Any | None:
        """The row of this id as it is in the database; None where that was not read."""
        return self._standing[table.name].get(row_id)

    def written(self, table: sa.Table, row: Any) -> None:
        """Forget where a row was, is now or will be: one that was added or saved. No row ever changes its group."""
        self._rows.get(table.name, {}).pop(getattr(row, "group_id", ""), None)
        self._standing[table.name].pop(row.id, None)
        about = self._answers[table.name]
        for columns in list(about):
            if columns in (ONE_ID, ONE_GROUP):
                about[columns].pop((getattr(row, columns[0], ""),), None)
            else:
                del about[columns]

    def saved(self, table: sa.Table, row: Any) -> None:
        """As `written`, of a row that is in the database now in the place of one of the same id."""
        about = self._answers[table.name]
        by_id = (row.id,) in about[ONE_ID]
        group = (getattr(row, "group_id", ""),)
        of_group = about[ONE_GROUP].get(group)
        self.written(table, row)
        self.read(table, (row,))
        if not _comes_back_as_it_is(row):
            return
        if by_id:
            about[ONE_ID][row.id,] = [row]
        if of_group is not None and any(each.id == row.id for each in of_group):
            about[ONE_GROUP][group] = [row if each.id == row.id else each for each in of_group]

    def dropped(self, table: sa.Table) -> None:
        """Forget what was asked of a table and of all that hangs on it."""
        for name in _hanging_on(table):
            self._answers.pop(name, None)
            self._standing.pop(name, None)
            self._rows[name] = {}  # and it is not foreseen again: the next may be dropped as soon
            self.expected.pop(name, None)

    def clear(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self._standing.clear()
        self._rows.clear()
        self.batch, self.expected, self.late = frozenset(), {}, None

    def by_ids(self, table: sa.Table, equal: dict[str, object]) -> list[Any] | None:
        """The rows of several ids, where all of these were read one by one or as expected; None where they were not."""
        ids = equal.get("id")
        if len(equal) != 1 or not isinstance(ids, SEVERAL):
            return None
        known = self._answers[table.name][ONE_ID]
        if not all((each,) in known for each in ids):
            return None
        return [row for each in dict.fromkeys(ids) for row in known[each,]]

    def group_in_batch(self, table: sa.Table, equal: dict[str, object]) -> str | None:
        """Which of the batch's groups a question is about, by its own id or by that of a meeting that was read."""
        if not self.batch or "group_id" not in table.c:
            return None
        group = equal.get("group_id")
        if group is None and isinstance(meeting := equal.get("meeting_id"), str):
            read = self._answers["meetings"][ONE_ID].get((meeting,))
            group = read[0].group_id if read else None
        return group if isinstance(group, str) and group in self.batch else None

    def foreseen(self, table: sa.Table) -> dict[str, list[Any]] | None:
        """The rows of each of the batch's groups, but of those written to since; None while nobody has read them."""
        return self._rows.get(table.name)

    def foresee(self, table: sa.Table, rows: Iterable[Any]) -> dict[str, list[Any]]:
        """All rows of the batch's groups have been read: keep them by group."""
        apart = self._rows[table.name] = {group: [] for group in self.batch}
        for row in rows:
            apart[row.group_id].append(row)
        return apart


def answers_to(rows: Iterable[Any], equal: dict[str, object]) -> list[Any]:
    """Those of the rows whose columns equal these values, as a database would find them."""
    return [row for row in rows if all(_equal(getattr(row, name), value) for name, value in equal.items())]


def _equal(there: object, asked: object) -> bool:
    return there in asked if isinstance(asked, SEVERAL) else there == asked


def _comes_back_as_it_is(row: Any) -> bool:
    """Whether the database would give a row back the same: instants come back in UTC, lists as tuples."""
    return not any(
        isinstance(value, SEVERAL[1:]) or (isinstance(value, datetime) and value.tzinfo not in {None, UTC})
        for value in vars(row).values()
    )


def question(equal: dict[str, object]) -> tuple[tuple[str, ...], tuple[object, ...]]:
    """Columns and values of what is asked; a question with several values for a column is of another kind."""
    values = tuple(equal.values())
    for value in values:
        if isinstance(value, SEVERAL):
            return ("several", *equal), tuple(frozenset(v) if isinstance(v, SEVERAL) else v for v in values)
    return tuple(equal), values


@lru_cache
def _hanging_on(table: sa.Table) -> frozenset[str]:
    """The table, those that lose rows or references when rows of it are dropped, and those that hang on these."""
    names = {table.name}
    for other in table.metadata.sorted_tables:  # what hangs on a table comes after it
        if any(key.column.table.name in names for key in other.foreign_keys):
            names.add(other.name)
    return frozenset(names)
