"""8. Isolation: whoever has no business in a group can neither see nor do anything in it, whatever they forge.

Three groups live on one Piiri (`circles.py`), every text in them marked. At hours in every state of a group's life all
kinds of people try every handler, press, command, form, step, link and calendar there is (rows derived from the
register) with ids of their own group and of others', as what it is about and as value. Who may is declared apart from
the register (`isolation_table.py`). Each act is one turn of the core in a transaction of its own; the database itself
tells which rows it changed; what it makes Piiri say to anybody is said at once and read; then it is undone. A share is
done for good through `Piiri.hear`.

Passes when every forbidden cell is refused and changes nothing, no answer, post, whisper, file or log line tells
anybody a mark or an id that is not theirs to know, and the register asks for just the roles that the table names.
"""

import asyncio
import logging
import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bot.core.forms import WORDS
from bot.core.hear import hear
from bot.core.incoming import Closed, Opened
from bot.core.outgoing import Door
from bot.core.register import USES
from prove.circles import HOURS, Circles, circles_in, texts, turns_into
from prove.isolation_acts import ROLES, Cell, Forger
from prove.isolation_doors import calendars, pages
from prove.isolation_table import MAY, asked_of
from prove.isolation_watch import (
    Knowledge,
    Touched,
    forgotten,
    leaks,
    leaks_in_channel,
    leaks_in_posts,
    learn,
    said_by,
    touched,
    watch,
)
from prove.report import Report
from tests.core.core_desk import phrases

ACTS = 150_000
PROGRAMMES = {"A": "vahvistin", "B": "tyopeili", "C": "keikkatyo"}
ALSO_REFUSED = frozenset({"join-in-channel", "held-too-early", "meeting-unknown", "meeting-which", "form-here"})
"""What is said to somebody who may not, beside what begins with `refused-`."""

AT_THE_DOOR = frozenset({"join", "newcomer-withdraw", "facilitate", "plan", "start", "waiting"})
MOVES_NOTES = frozenset({"cancel-sure", "seasons-last-sure", "facilitator-in", "end-sure"})
"""What a convener does to a meeting, and what is noted on it goes along."""

OWN_ROWS = frozenset({"persons", "drafts", "openings", "channels"})


class Undo(Exception):
    """What was done in this transaction is not to stand."""


@dataclass
class Tally:
    """What was tried, and what went wrong, each as a line that can be tried again."""

    acts: Counter[str] = field(default_factory=Counter)
    cells: set[tuple[str, str]] = field(default_factory=set)
    let_in: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def run(scale: float, seed: int) -> Report:
    """Try it; at full size some ten minutes of one core."""
    report = Report("8. Isolation: nobody without business in a group can see or do anything in it")
    shelter = "/dev/shm" if Path("/dev/shm").is_dir() else None
    log = _Heard()
    logging.getLogger().addHandler(log)
    for name in ("piiri", "bot", "scheduler"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        with tempfile.TemporaryDirectory(prefix="piiri-isolation-", dir=shelter) as folder:
            asyncio.run(_tried(Path(folder), scale, seed, report, log))
    finally:
        logging.getLogger().removeHandler(log)
        for name in ("piiri", "bot", "scheduler"):
            logging.getLogger(name).setLevel(logging.NOTSET)
    return report


class _Heard(logging.Handler):
    """Every line of the log."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.split(".")[0] in {"piiri", "bot", "scheduler"}:
            self.lines.append(self.format(record))


async def _tried(folder: Path, scale: float, seed: int, report: Report, log: _Heard) -> None:
    tally, chance = Tally(), random.Random(seed)
    small = scale <= 0.2
    hours = (HOURS[3],) if small else HOURS
    steps = 5 if small else 25
    async with circles_in(folder, seed) as world:
        for letter, programme in PROGRAMMES.items():
            await world.found(letter, programme)
        watch(folder / "piiri.db")
        world.names["stranger"] = "Urho"
        for state, at in hours:
            await world.moves(at)
            await turns_into(world, state)
            offered = []
            for letter in world.circles:
                if state != "over":
                    await world.writes(letter, 2 if small else 10)
                offered += await world.walks(letter, steps)
            handles = {*world.names}
            known = await learn(world, handles)
            forger = Forger(world, known, chance, offered)
            each = max(1, round(ACTS * scale / len(hours) / (len(USES) + len(WORDS)) / len(ROLES)))
            for word in (*USES, *WORDS):
                for number, role in enumerate(ROLES):
                    if small and (len(word) + number) % 2:
                        continue  # at a small size every handler is tried by half of the kinds of people
                    for _ in range(each):
                        await _try(world, known, tally, forger.cell(word, role))
            for cell in forger.others_own(3 if small else 40):
                await _try(world, known, tally, cell)
            await _links(world, known, tally, chance)
            await calendars(world, known, tally.told, tally.acts)
            await _for_good(world, forger, tally, max(1, round(200 * min(1, scale * 5))))
        known = await learn(world, {*world.names})
        tally.told += [f"a post tells {leak.what} of {leak.whose}" for leak in leaks_in_posts(world, known)]
        posts = len(world.adapter.arrived)
        tally.told += [f"a log line: {line}" for line in log.lines if leaks_in_channel(world, line, "")]
    await pages(folder, seed, tally.told, tally.acts)
    _tell(report, tally, posts, len(log.lines), small=small)


async def _try(world: Circles, known: Knowledge, tally: Tally, cell: Cell) -> None:
    """One act, looked at and undone."""
    world.can(cell.capabilities)
    what = f"{cell.act} by {cell.role} {cell.handle} in {cell.channel}, about {cell.target}"
    tally.acts["forbidden" if cell.forbidden else "others"] += 1
    tally.cells.add((cell.word, cell.role))
    try:
        async with world.piiri.store.begin() as work:
            await forgotten(work)
            incoming = world.incoming(cell.handle, cell.act, cell.channel)
            heard = await hear(work, world.piiri.house, incoming)
            changed = await touched(work)
            answer = world.piiri.answer("memory", heard)
            said = phrases(heard.reply)
            if cell.forbidden and not (said and (said[0].startswith("refused-") or said[0] in ALSO_REFUSED)):
                tally.let_in.append(f"{what}: {said}")
            strays = [row for row in changed if not _may_change(world, known, cell, row)]
            if strays or (cell.forbidden and any(row.table not in OWN_ROWS for row in changed)):
                tally.changed.append(f"{what}: {strays or changed}")
            door = cell.door if cell.word in AT_THE_DOOR else ""
            joined = {known.of_id.get(row.group_id or "") for row in changed if row.table == "members"}
            told = leaks(world, known, "\n".join(texts(answer)), reader=cell.handle, at_door_of=door, said=cell.said)
            told = [leak for leak in told if not (leak.whose in joined and leak.whose == door)]
            tally.told += [f"{what}: tells {leak}" for leak in told]
            for row in changed:
                if row.table == "notices":
                    lines = await _read(world, known, cell, work, row, joined)
                    tally.told += [f"{what}: says {line}" for line in lines]
            raise Undo
    except Undo:
        return


async def _read(  # noqa: PLR0917 - one call
    world: Circles, known: Knowledge, cell: Cell, work: object, row: Touched, joined: set[str | None]
) -> list[str]:
    said = await said_by(world, work, row.row_id)  # type: ignore[arg-type]
    if said is None:
        return []
    to, private, text = said
    if private:
        door = cell.door if cell.word in AT_THE_DOOR else cell.target
        found = leaks(world, known, text, reader=to, at_door_of=door, said=cell.said)
        # Who has just come in may read what its members read.
        return [str(leak) for leak in found if not (to == cell.handle and leak.whose == door and door in joined)]
    letters = {circle.channel: letter for letter, circle in world.circles.items()}
    in_channel = leaks_in_channel(world, text, letters[to]) if to in letters else []
    return [str(leak) for leak in in_channel if leak.what not in cell.said]


def _may_change(world: Circles, known: Knowledge, cell: Cell, row: Touched) -> bool:
    """Whether this row is the person's own, their group's, or at the door where they stand."""
    if known.alone.get(row.row_id, cell.handle) != cell.handle and cell.word not in MOVES_NOTES:
        return False
    letter = known.of_id.get(row.group_id or row.row_id)
    if letter is None:
        letter = next((each for each, circle in world.circles.items() if circle.group.id == row.group_id), None)
    if letter is not None:
        return known.insider(cell.handle, letter) or (cell.word in AT_THE_DOOR and cell.door == letter)
    if row.table in {"persons", "drafts"}:
        whose = known.own_id.get(row.row_id, cell.handle)
        return whose == cell.handle or any(
            known.insider(cell.handle, each) and (known.insider(whose, each) or whose.startswith(each))
            for each in world.circles
        )
    return True


async def _links(world: Circles, known: Knowledge, tally: Tally, chance: random.Random) -> None:
    """A way in that was made for one person, opened by every other."""
    for letter, circle in world.circles.items():
        member = circle.people["member"]
        for data in (f"notes:{await world.nearest(letter, 'next')}:", f"menu:{circle.group.id}:"):
            door = await world.hears(member, Closed(data), circle.channel)
            assert isinstance(door, Door)
            for handle in chance.sample(sorted(world.names), 12):
                if handle == member:
                    continue
                forged = chance.choice([door.token, door.token[:-1] + "x", door.token.upper(), door.token[:16]])
                act = Opened(forged)
                cell = Cell("a link", "others", handle, act, None, letter, forbidden=True, door="", said=frozenset())
                tally.acts["links"] += 1
                await _try(world, known, tally, cell)


async def _for_good(world: Circles, forger: Forger, tally: Tally, count: int) -> None:
    """Forbidden acts through the outermost door, with nothing undone: the groups' rows are as before."""

    async def rows() -> list[list[object]]:
        async with world.piiri.store.begin() as work:
            return [
                sorted(await getattr(work, name).find(), key=lambda row: row.id)
                for name in ("groups", "members", "conveners", "meetings", "notes", "papers", "questions",
                    "votes", "notices")
            ]  # fmt: skip

    before = await rows()
    done = 0
    while done < count:
        cell = forger.cell(forger.chance.choice([*MAY]), forger.chance.choice(ROLES))
        if cell.forbidden:
            done += 1
            await world.hears(cell.handle, cell.act, cell.channel)
    tally.acts["for good"] += done
    if await rows() != before:
        tally.changed.append("something that was forbidden stands for good")


def _tell(report: Report, tally: Tally, posts: int, lines: int, *, small: bool) -> None:
    unknown = sorted(set(USES) ^ set(MAY))
    apart = [word for word in USES if word in MAY and asked_of(word) != USES[word].needs]
    report.tell("handlers in the register, and presses within forms", f"{len(USES)} + {len(WORDS)}")
    report.tell("cells (handler by kind of person) tried", len(tally.cells))
    for kind, count in sorted(tally.acts.items()):
        report.tell(f"acts and readings: {kind}", count)
    report.tell("posts and whispers of their lives, all read", posts)
    report.tell("lines of the log, all read", lines)
    report.none("handlers that the table of who may does not know", len(unknown))
    report.none("handlers that ask for other roles than the table", len(apart))
    cells = (len(USES) + len(WORDS)) * len(ROLES) // (2 if small else 1)
    report.none("cells left out", cells - len([cell for cell in tally.cells if cell[1] in ROLES]))
    for name, found in (
        ("forbidden acts that were let in", tally.let_in),
        ("rows changed by somebody without business there", tally.changed),
        ("bytes of another group, or another's alone, told", tally.told),
    ):
        report.none(name, len(found))
        for line in found[:5]:
            report.tell(f"  {line}", "")
    for word in (*unknown, *apart):
        report.tell(f"  {word}", "")
