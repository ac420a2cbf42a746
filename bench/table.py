"""One line of the table, and the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

HEAD = ("what", "ours", "theirs", "figure", "bound", "")


@dataclass(frozen=True)
class Line:
    """What was measured, what it is beside, and the figure that is judged where there is a bound."""

    what: str
    ours: str = ""
    theirs: str = ""
    figure: str = ""
    bound: str = ""
    holds: bool | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        verdict = {True: "ok", False: "BROKEN", None: ""}[self.holds]
        return (self.what, self.ours, self.theirs, self.figure, self.bound, verdict)


def judged(what: str, figure: float, most: float, unit: str = "", *, ours: str = "", theirs: str = "") -> Line:
    """A figure that may be so much at most."""
    return Line(what, ours, theirs, _shown(figure, unit), f"≤ {_shown(most, unit)}", figure <= most)


def paired(  # noqa: PLR0917 - one call a line of the table
    what: str, ours: Sequence[float], theirs: Sequence[float], most: float | None, each: float, unit: str = "ms"
) -> Line:
    """Ours against theirs, round by round: the median of the ratios, and of either side's cost of each one."""
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    mine, other = (f"{median(side) * 1000 / each:.3g} {unit}" for side in (ours, theirs))
    if most is None:
        return Line(what, mine, other, _shown(ratio, "×"))
    return judged(what, ratio, most, "×", ours=mine, theirs=other)


def _shown(figure: float, unit: str) -> str:
    return f"{figure:.4g} {unit}".rstrip() if unit != "×" else f"{figure:.2f} ×"


def widths(lines: Iterable[Line]) -> list[int]:
    """How wide each column is."""
    return [max(map(len, column)) for column in zip(HEAD, *(line.cells for line in lines), strict=True)]


def drawn(lines: Sequence[Line]) -> str:
    """The whole table, as Markdown has it too."""
    wide = widths(lines)
    rows = [HEAD, tuple("-" * width for width in wide), *(line.cells for line in lines)]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)) + " |" for row in rows
    )
