"""What an experiment found, as a table that says of every bound whether it held."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """One figure; `bound` is what was promised of it, empty where it only informs."""

    what: str
    figure: str
    bound: str = ""
    holds: bool = True


@dataclass
class Report:
    """All figures of one experiment; it passes when every bound holds."""

    title: str
    rows: list[Row] = field(default_factory=list)

    def tell(self, what: str, figure: object) -> None:
        """A figure that no bound is set for."""
        self.rows.append(Row(what, str(figure)))

    def judge(self, what: str, figure: object, bound: str, *, holds: bool) -> None:
        """A figure and whether it is within its bound."""
        self.rows.append(Row(what, str(figure), bound, holds))

    def none(self, what: str, count: int) -> None:
        """A count that must be nought."""
        self.judge(what, count, "0", holds=count == 0)

    @property
    def passes(self) -> bool:
        """Whether every bound holds, and at least one was set."""
        return any(row.bound for row in self.rows) and all(row.holds for row in self.rows)

    def broken(self) -> str:
        """The lines that do not hold."""
        return "\n".join(_line(row) for row in self.rows if not row.holds)

    def table(self) -> str:
        """For people: figure, bound, and ok or BROKEN."""
        return "\n".join([self.title, *map(_line, self.rows)])


def _line(row: Row) -> str:
    verdict = ("ok" if row.holds else "BROKEN") if row.bound else ""
    return f"  {row.what:<58} {row.figure:>18}  {row.bound:<16} {verdict}".rstrip()


def share(part: float, whole: float) -> str:
    """A share in percent with one decimal; a dash of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def percentile(values: Iterable[float], at: float) -> float:
    """The value below which this share (0–1) of the values lies; 0 of no values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(at * len(ordered)))] if ordered else 0.0
