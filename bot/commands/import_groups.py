"""piiri groups import: many groups at once from a table, all of them or none."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.commands.founding import LANGUAGE, found_for, line, read_spec
from bot.commands.groups import browser_full, browser_room, for_real, open_house
from bot.commands.output import say
from bot.commands.table import MOST_BYTES, Problem, Row, TableProblem, read_table
from bot.core.model import Floor, Life
from bot.core.outgoing import Phrase
from bot.core.ports import House, UnitOfWork
from bot.core.uses.founding.setup import Spec

USUAL: dict[str, object] = {
    "name": "",
    "platform": "browser",
    "channel": "",
    "convener": "",
    "convener_name": "",
    "language": "fi",
    "programme": "vahvistin",
    "zone": "Europe/Helsinki",
    "first": "",
    "every": "3w",
    "length": None,
    "meetings": None,
    "place": None,
    "remote": None,
    "themes": None,
    "feedback": Floor.FIVE.value,
}
"""The columns, which are the options of `piiri group create`, and what is meant where a cell is empty."""

NEEDED = ("name", "channel", "convener", "first")
SHAPES = {
    "telegram": (r"-\d{1,16}(/\d{1,10})?", "Telegram's number of the group, such as -1001234567890"),
    "discord": (
        r"\d{17,20}/\d{17,20}",
        "Discord's numbers of the server and of the channel with a slash between, all 17 to 20 digits of each",
    ),
    "browser": (r"[\w-]{1,64}", "a word of letters, digits, - and _"),
}
"""What a channel looks like on each platform, and how that is said."""

WHOSE = {
    "telegram": (r"\d{1,16}", "Telegram's number of the person; usernames can change hands"),
    "discord": (r"\d{17,20}", "Discord's number of the person, all 17 to 20 digits of it"),
    "browser": (r"[\w.@-]{1,64}", "a word of letters, digits, - and _"),
}
"""The same of a person."""

ROUNDED = re.compile(r"-?\d([.,]\d+)?E\+\d+", re.IGNORECASE)
"""A long number as a spreadsheet spoils it."""


class ImportProblem(Exception):
    """A table of which no group was founded; its one line says so."""

    for_operator = True


@dataclass(frozen=True)
class Order:
    """One group to be founded, and the line that asks for it."""

    line: int
    spec: Spec
    convener: str
    convener_name: str


async def import_groups(path: Path, *, dry_run: bool) -> None:
    """Found every group of a table in one transaction; say all that cannot stand in it, and then found none."""
    try:
        rows, problems = read_table(_read(path), USUAL, NEEDED)
    except TableProblem as problem:
        raise ImportProblem(f"{path.name}: {problem}") from None
    async with open_house() as (store, house):
        orders, more = read_orders(house, rows)
        problems += more
        async with store.begin() as work:
            problems += await _taken(work, rows)
        conveners = {order.convener for order in orders if order.spec.platform == "browser"}
        rooms = {order.spec.channel for order in orders if order.spec.platform == "browser"}
        if rooms and await browser_full(store, house, rooms, conveners):
            problems.append(Problem(rows[-1].line, "platform", "browser", "The built-in chat has no room for so many"))
        if problems:
            raise _refused(path, problems)
        for note in _rounded(rows):
            say(f"Note: {note}")
        if dry_run:
            for order in orders:
                say(f"line {order.line}  {order.spec.platform}:{order.spec.channel}  {line(house, order.spec)}")
            say(f"{_groups(len(orders))} can be founded; nothing was kept.")
            return
        await for_real(store, house)
        # Rooms go first: an empty one does no harm if founding fails, and a group without one could not be reached.
        for order in orders:
            if order.spec.platform == "browser":
                await browser_room(store, house, order.spec, order.convener, order.convener_name)
        async with store.begin() as work:
            groups = [await found_for(work, house, o.spec, o.convener, o.convener_name) for o in orders]
    for group, order in zip(groups, orders, strict=True):
        say(f"{group.id}  {group.platform}:{group.channel}  {line(house, order.spec)}")
    say(f"{_groups(len(orders))} founded.")


def _groups(count: int) -> str:
    return "1 group" if count == 1 else f"{count} groups"


def _read(path: Path) -> bytes:
    with path.open("rb") as file:  # never more than can be a table, however large the file is
        return file.read(MOST_BYTES + 1)


def _refused(path: Path, problems: Iterable[Problem]) -> ImportProblem:
    """Every problem on a line of its own, and the last word on them."""
    found = sorted(set(problems))
    for problem in found:
        sys.stderr.write(f"piiri: {path.name}, {problem}\n")
    things = "1 thing" if len(found) == 1 else f"{len(found)} things"
    return ImportProblem(f"{path.name}: {things} to mend; no group was founded")


def read_orders(house: House, rows: Iterable[Row]) -> tuple[list[Order], list[Problem]]:
    """What every row asks for, and whatever in it cannot stand, in itself or beside the other rows."""
    orders: list[Order] = []
    problems: list[Problem] = []
    rows = list(rows)
    for row in rows:
        found = {problem.column: problem for problem in _cells(row)}
        typed: dict[str, object] = {**USUAL, **{c: text for c, text in row.cells.items() if c not in found}}
        typed["meetings"] = int(str(typed["meetings"])) if typed["meetings"] else None
        spec, refused = read_spec(house, typed)
        for column, refusal in refused.items():
            if column in row.cells and column not in found:
                do = house.library.text(Phrase(refusal.phrase, refusal.values), LANGUAGE)
                found[column] = Problem(row.line, column, row.cells[column], do)
        problems += found.values()
        if spec and not found:
            orders.append(Order(row.line, spec, str(typed["convener"]), str(typed["convener_name"])))
    problems += [*_doubled(rows), *_called_twice(rows)]
    return orders, problems


def _cells(row: Row) -> Iterator[Problem]:
    """What a cell looks like before anybody tries to understand it."""
    cells = row.cells
    platform = cells.get("platform", str(USUAL["platform"]))
    for column, shapes in (("channel", SHAPES), ("convener", WHOSE)):
        typed = cells.get(column)
        if typed is None or platform not in shapes:
            continue
        shape, called = shapes[platform]
        if ROUNDED.fullmatch(typed):
            do = "The spreadsheet has rounded the number: format the column as text, and write all its digits anew"
            yield Problem(row.line, column, typed, do)
        elif not re.fullmatch(shape, typed):
            yield Problem(row.line, column, typed, f"Write {called}")
    if not re.fullmatch(r"[1-9]\d?", cells.get("meetings", "1"), re.ASCII):
        yield Problem(row.line, "meetings", cells["meetings"], "Write a whole number, such as 6")
    if cells.get("feedback", Floor.FIVE.value) not in set(Floor):
        yield Problem(row.line, "feedback", cells["feedback"], f"Write one of {', '.join(Floor)}")


def _place_of(row: Row) -> tuple[str, str] | None:
    """A channel and its platform, where both are there."""
    channel = row.cells.get("channel")
    return (row.cells.get("platform", str(USUAL["platform"])), channel) if channel else None


def _doubled(rows: Iterable[Row]) -> Iterator[Problem]:
    first: dict[tuple[str, str], int] = {}
    for row in rows:
        place = _place_of(row)
        if place and place in first:
            yield Problem(row.line, "channel", place[1], f"Line {first[place]} has it too; a channel has one group")
        elif place:
            first[place] = row.line


def _called_twice(rows: Iterable[Row]) -> Iterator[Problem]:
    """One person under two names: either the name or the number is a slip."""
    names: dict[tuple[str, str], tuple[str, int]] = {}
    for row in rows:
        who, name = row.cells.get("convener"), row.cells.get("convener_name")
        if not who or not name:
            continue
        before, on = names.setdefault((row.cells.get("platform", str(USUAL["platform"])), who), (name, row.line))
        if before != name:
            do = f"The same convener is called “{before}” on line {on}; write one name, or mend the number"
            yield Problem(row.line, "convener_name", name, do)


def _rounded(rows: Iterable[Row]) -> Iterator[Problem]:
    """Long numbers that end as a spreadsheet's do, which keeps fifteen digits; one in a thousand truly ends so."""
    for row in rows:
        for column in ("channel", "convener"):
            typed = row.cells.get(column, "")
            if re.search(r"\b\d{15}0{2,5}\b", typed):
                yield Problem(row.line, column, typed, "Spreadsheets round long numbers to such; compare it")


async def _taken(work: UnitOfWork, rows: Iterable[Row]) -> list[Problem]:
    """The channels that have a group already."""
    asked = {place: row.line for row in rows if (place := _place_of(row))}
    problems = []
    for platform in {platform for platform, _ in asked}:
        channels = [channel for on, channel in asked if on == platform]
        for group in await work.groups.find(platform=platform, channel=channels):
            if group.life is not Life.ENDED:
                do = f"This channel already has the group {group.name}; take the line out, or name another channel"
                problems.append(Problem(asked[platform, group.channel], "channel", group.channel, do))
    return problems
