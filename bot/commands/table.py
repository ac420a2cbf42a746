"""A table as spreadsheets write it: commas or semicolons, UTF-8, columns known by their names. Pure."""

import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from bot.core.letters import cut, one_line

MOST_BYTES = 1_000_000
MOST_ROWS = 200
"""One transaction founds them all, and whoever writes meanwhile waits for it: some seconds, not half a minute."""
LONGEST = 500
"""Characters of one cell; no option of a group needs as many."""

SHOWN = 40
"""Characters of a cell that a problem shows."""

AS_UTF8 = "in Excel choose File, Save As, “CSV UTF-8”; in LibreOffice tick “Edit filter settings” and choose UTF-8"
ERRORS = re.compile(r"#[A-ZÅÄÖ/0-9]+[!?]|#N/A")
"""What a spreadsheet puts where a formula went wrong, in whatever language."""


class TableProblem(Exception):
    """A file that cannot be read as a table at all; its one line says what to do."""

    for_operator = True


@dataclass(frozen=True, order=True)
class Problem:
    """What cannot stand in one place of a table; `line` counts the file's lines from 1."""

    line: int
    column: str
    there: str
    do: str

    def __str__(self) -> str:
        """Where it is, what is there, and what to write instead."""
        where = ", ".join(part for part in (f"line {self.line}", self.column) if part)
        seen = cut(one_line(self.there), SHOWN)
        return f"{where}: “{seen}”. {self.do}" if seen else f"{where}: {self.do}"


@dataclass(frozen=True)
class Row:
    """One line with something in it; its cells by column, empty ones left out."""

    line: int
    cells: dict[str, str]


def read_table(content: bytes, columns: Collection[str], needed: Collection[str]) -> tuple[list[Row], list[Problem]]:
    """The rows in order and all that is wrong with the cells as such; TableProblem where it is no table of ours."""
    lines = _lines(_text(content))
    try:
        start, header = next(lines)
    except StopIteration:
        raise TableProblem(f"it is empty; the first line names the columns, such as: {', '.join(needed)}") from None
    names = _header(start, header, columns, needed)
    rows: list[Row] = []
    problems: list[Problem] = []
    for line, cells in lines:
        if len(rows) == MOST_ROWS:
            raise TableProblem(f"it has more than {MOST_ROWS} groups; import them in several tables")
        amiss = list(_amiss(line, names, cells))
        problems += amiss
        bad = {problem.column for problem in amiss}
        known = {name: cell for name, cell in zip(names, cells, strict=False) if name and cell and name not in bad}
        rows.append(Row(line, known))
        problems += [
            Problem(line, name, "", "This must be filled in")
            for name in needed
            if name not in known and name not in bad
        ]
    if not rows:
        raise TableProblem("it names columns, but no group; write one on each line below")
    return rows, problems


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise TableProblem(
            f"it is larger than {MOST_BYTES // 1_000_000} MB; a table of groups never is: check the file"
        )
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableProblem(f"it is a workbook, not a CSV table; {AS_UTF8}")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TableProblem(f"it is not in UTF-8 (line {line}); save it anew: {AS_UTF8}") from None
    if "\0" in text:
        raise TableProblem(f"it is not text in UTF-8; save it anew: {AS_UTF8}")
    return text


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every line that is not empty, with its number and its cells, each on one line without space around it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    told = re.match(r"sep=([,;])\n", text)  # which Excel understands, and hides
    body = text[told.end() :] if told else text
    between = told[1] if told else max(",;", key=body.lstrip().partition("\n")[0].count)
    reader = csv.reader(io.StringIO(body), delimiter=between, strict=True)
    before = 2 if told else 1
    start = before
    try:
        for cells in reader:
            stripped = [" ".join(cell.split()) for cell in cells]
            if any(stripped):
                yield start, stripped
            start = before + reader.line_num
    except csv.Error:
        raise TableProblem(
            f"the quotation marks from line {start} on do not come in pairs; a cell has one before and one after it, "
            "and any inside it doubled"
        ) from None


def _header(line: int, header: list[str], columns: Collection[str], needed: Collection[str]) -> list[str]:
    """The columns' names; TableProblem with everything that is wrong with them."""
    names = ["_".join(re.split(r"[\s_-]+", cell.lower())) for cell in header]
    amiss = []
    for name, cell in zip(names, header, strict=True):
        if name and name not in columns:
            near = get_close_matches(name, columns, 1)
            amiss.append(f"there is no column “{cell[:SHOWN]}”" + (f" (is it “{near[0]}”?)" if near else ""))
    amiss += [f"the column “{name}” stands twice" for name in sorted(set(names)) if name and names.count(name) > 1]
    amiss += [f"the column “{name}” is missing" for name in needed if name not in names]
    if amiss:
        raise TableProblem(
            f"line {line}: {'; '.join(amiss[:20])}. Columns have commas or semicolons between them; "
            f"there are {', '.join(columns)}"
        )
    return names


def _amiss(line: int, names: list[str], cells: list[str]) -> Iterator[Problem]:
    beyond = [cell for number, cell in enumerate(cells) if cell and (number >= len(names) or not names[number])]
    if beyond:
        yield Problem(
            line,
            "",
            beyond[0],
            "This stands in no column; put quotation marks around a cell that has a comma or a semicolon in it",
        )
    for name, cell in zip(names, cells, strict=False):
        if cell.startswith("="):
            yield Problem(line, name, cell, "This is a formula; write what it comes to")
        elif ERRORS.fullmatch(cell):
            yield Problem(line, name, cell, "This is a spreadsheet's error; write the value itself")
        elif len(cell) > LONGEST:
            yield Problem(line, name, cell, f"This has {len(cell)} characters; write at most {LONGEST}")
