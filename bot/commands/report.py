"""piiri report: what all groups together come to, printed, and written as a table."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from bot.commands.founding import LANGUAGE
from bot.commands.groups import open_house
from bot.commands.output import say
from bot.core.figures import Count, Figures, Scale, last_settled, month_of
from bot.core.outgoing import Own
from bot.core.ports import Library
from bot.core.refusal import Refusal
from bot.core.scales import FEEDBACK_SCALES, Asked
from bot.core.scales import asked as scaled

FEW = "–"
"""Too few to show."""

RECENT = 12
"""Months of each figure that are printed; the table has all of them."""


A_ROW = 6


class ReportProblem(Exception):
    """What cannot be reported as asked; its one line says what to write instead."""

    for_operator = True


@dataclass(frozen=True)
class Line:
    """One figure in words: what it is, of which part of it, and in which month where it is of one."""

    figure: str
    part: str
    value: str
    month: str = ""


async def report_all(*, table: Path | None, drawing: Path | None, since: str | None) -> None:
    """Print the report, and write the files that were asked for."""
    _look(table, drawing)
    async with open_house() as (store, house):
        now = house.clock.now()
        first = _month(since, now.date()) if since else ""
        count = Count(now, first)
        async for facts in store.figures.facts():
            count.add(facts)
    figures = count.figures()
    lines = list(told(figures, house.library))
    for line in _printed(lines, now.date(), first, last_settled(now)):
        say(line)
    if table:
        _write("table", table, _as_csv(lines))
    if drawing:
        from bot.commands.report_picture import drawn  # noqa: PLC0415 - only a picture needs what draws

        _write("picture", drawing, drawn(figures, house.library))


def _write(what: str, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    say(f"The {what} is written to {path}")


def _look(table: Path | None, drawing: Path | None) -> None:
    """What cannot be written is better known now than after the counting."""
    if drawing and drawing.suffix.lower() != ".svg":
        raise ReportProblem(f"The picture is an SVG file: write --picture {drawing.with_suffix('.svg')}")
    for path in (table, drawing):
        if path:
            path.parent.stat()


def _month(typed: str, today: date) -> str:
    """The month of a day or month as typed."""
    try:
        day = date.fromisoformat(typed if re.fullmatch(r"\d{4}-\d\d-\d\d", typed) else f"{typed}-01")
    except ValueError:
        raise ReportProblem(f"--since {typed}: write a month or a day of it, such as 2026-09 or 2026-09-15") from None
    if day > today:
        raise ReportProblem(f"--since {typed}: that is still ahead; write a month that has begun")
    return month_of(day)


def told(figures: Figures, library: Library) -> Iterator[Line]:
    """Every figure in words, in the order in which one reads them."""
    yield Line("groups", "all", _whole(figures.groups))
    for figure, counts in (
        ("groups", figures.lives),
        ("groups by programme", figures.programmes),
        ("groups by language", figures.languages),
    ):
        for part, count in counts.items():
            yield Line(figure, part, _whole(count))
    yield Line("members now", "all", _whole(figures.members))
    yield Line("members who left", "all", _whole(figures.left))
    yield Line("meetings", "held", _whole(figures.held))
    yield Line("meetings", "moved", _whole(figures.moved))
    yield Line("meetings", "cancelled", _whole(figures.cancelled))
    yield Line("members present (%)", "all", _share(figures.present))
    for month in figures.months:
        yield Line("members present (%)", "all", _share(figures.present_by_month.get(month)), month)
    for scale, means in figures.feedback.items():
        part = asked(scale, library)
        for month in figures.months:
            mean = means.get(month)
            yield Line("feedback (mean, 1 to 5)", part, FEW if mean is None else f"{mean:.1f}", month)


def _whole(count: int | None) -> str:
    return FEW if count is None else str(count)


def _share(share: float | None) -> str:
    return FEW if share is None else f"{share:.0%}".rstrip("%")


def texts(scale: Scale, library: Library) -> tuple[Asked, str]:
    """A scale's words, and the language to tell them in: ours, if the programme has it."""
    slug, name = scale
    try:
        programme = library.programme(slug)
    except Refusal:
        programme = None
    if programme is None or name not in programme.scales:  # a programme that has been changed or taken away since
        return Asked(Own(f"{slug}: {name}"), Own("low"), Own("high"), None), LANGUAGE
    language = LANGUAGE if LANGUAGE in programme.languages else programme.languages[0]
    return scaled(programme, FEEDBACK_SCALES, name), language


def asked(scale: Scale, library: Library) -> str:
    """A scale's question with both of its ends, its middle if that has a name, and its programme, on one line."""
    words, language = texts(scale, library)
    steps = [(1, words.low), *([(3, words.middle)] if words.middle else []), (5, words.high)]
    named = ", ".join(f"{step} {library.text(text, language)}" for step, text in steps)
    return f"{library.text(words.question, language)} ({named}; {scale[0]})"


def _printed(lines: list[Line], today: date, first: str, until: str) -> Iterator[str]:
    yield f"All groups that are kept, {today:%Y-%m-%d}. {FEW} is too few to show: under five people, or a single group."
    before = ""
    for (figure, part), group in groupby(lines, key=lambda line: (line.figure, line.part)):
        if figure != before:
            yield ""
            yield figure
            before = figure
        several = list(group)
        if several[0].month and part != "all":
            yield f"  {part}"
        for line in several:
            if not line.month:
                yield f"  {part:<20} {line.value:>6}"
        months = [f"{line.month} {line.value}" for line in several if line.month][-RECENT:]
        for start in range(0, len(months), A_ROW):
            yield "    " + "   ".join(months[start : start + A_ROW])
    yield ""
    yield f"Who was present and what was fed back is told by whole months, up to {until}."
    yield "Who left is counted over the whole life of each group."
    if first:
        yield f"Meetings, presence and feedback are those since {first}; groups and members are those of today."


def _as_csv(lines: list[Line]) -> bytes:
    """Commas and points, and a mark at the beginning by which spreadsheets know UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(("figure", "part", "month", "value"))
    writer.writerows((line.figure, line.part, line.month, line.value) for line in lines)
    return file.getvalue().encode("utf-8-sig")
