"""What has been asked in one transaction, with its answers: a turn asks who is in the group many times over."""

from collections import defaultdict
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

SEVERAL = (tuple, list, set, frozenset)
ONE_ID, ONE_GROUP = ("id",), ("group_id",)

Answers = dict[tuple[Any, ...], list[Any]]


class Asked:
    """Answers by table, by the columns that were asked by, and by their values; whoever writes must tell."""

    def __init__(self) -> None:
        self._answers: dict[str, dict[tuple[str, ...], Answers]] = defaultdict(lambda: defaultdict(dict))

    def of(self, table: sa.Table, columns: tuple[str, ...]) -> Answers:
        """The answers to what was asked of a table by these columns, to be read and added to."""
        return self._answers[table.name][columns]

    def written(self, table: sa.Table, row: Any) -> None:
        """Forget where a row was, is now or will be: one that was added or saved. No row ever changes its group."""
        about = self._answers[table.name]
        for columns in list(about):
            if columns in (ONE_ID, ONE_GROUP):
                about[columns].pop((getattr(row, columns[0]),), None)
            else:
                del about[columns]

    def dropped(self, table: sa.Table) -> None:
        """Forget what was asked of a table and of all that hangs on it."""
        for name in _hanging_on(table):
            self._answers.pop(name, None)

    def clear(self) -> None:
        """Forget everything."""
        self._answers.clear()


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
