"""Copies made while a Piiri is at work, put back, and databases of every earlier version opened.

A Piiri in a process of its own handles turns in four chains (each turn is asked for only when the one before was
acknowledged, and goes to another group than it) while seasons go by on a hurried clock: notices are claimed, sent and
settled, polls open and close, people are forgotten. Meanwhile `backup` copies the database again and again; some of
these copiers are killed on the way. Every copy must

- be the database at one instant: triggers write down each change in the transaction that makes it, and what a copy has
  written down, told from the start, must end in the very rows of the copy, and be the beginning of what the database
  has written down in the end;
- hold everything that was acknowledged before it was begun, in every chain, and nothing that was not asked for;
- open with the key: every sealed row of it, but for those whose keys the list of erasures names by now.

Some are put back in another place, by `restore`, and must go on there; where a Piiri runs, `restore` must refuse.
Then databases of every earlier version, with sealed rows of a season in them, are opened by today's code (see
`backup_upgrade`). It passes when nothing is lost, torn or unreadable in any.
"""

import asyncio
import os
import random
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from bot.store import tables
from bot.store.backup import backup
from bot.store.problem import StoreProblem
from bot.store.restore import restore
from bot.store.store import open_store
from prove.backup_load import IN_EACH, Ground, Load, lay
from prove.backup_log import State, changes, keep_log, rows, tell_again
from prove.backup_upgrade import upgrades
from prove.report import Report, percentile
from prove.writers import house, said

ROUNDS = 60
BALLAST = 60_000
"""Notices of long ago in the database, so that a copy takes a while."""

KILLED = 4
"""Every fourth copier is killed on its way, beside the one that is let be."""


def run(scale: float, seed: int) -> Report:
    """Copy, kill, look, put back; then the earlier versions."""
    report = Report("13. Backup, restore, and upgrades from every earlier version")
    chance = random.Random(seed)
    with _memory() as folder:
        _copies(report, folder, max(2, round(ROUNDS * scale)), max(1, round(BALLAST * scale)), chance)
        upgrades(report, folder, scale)
    return report


@contextmanager
def _memory() -> Iterator[Path]:
    where = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="piiri-backup-", dir=where) as name:
        yield Path(name)


class Tally:
    """What was found wrong, counted by what it is."""

    def __init__(self) -> None:
        self.torn = self.behind = self.ahead = self.sealed = self.rows = self.read = self.erased = 0
        self.kills = self.half = self.restored = self.differs = self.stands = 0
        self.took: list[float] = []
        self.during: list[int] = []


def _copies(report: Report, folder: Path, rounds: int, ballast: int, chance: random.Random) -> None:
    ground = asyncio.run(lay(folder))
    source = folder / "piiri.db"
    _weigh(source, ballast)
    keep_log(source)
    state, story, tally = rows(source), [], Tally()
    with Load(ground) as load:
        for number in range(rounds):
            time.sleep(chance.uniform(0, 0.05))
            copy = folder / f"copy{number}.db"
            acked, began = load.told.chains("acked"), time.monotonic()
            backup(ground.url, copy)
            tally.took.append(time.monotonic() - began)
            asked = load.told.chains("asked")
            tally.during.append(sum(load.told.chains("acked")) - sum(acked))
            fresh = changes(copy, len(story))
            tell_again(state, fresh)
            story += fresh
            numbers = [n for n, *_ in fresh]
            in_order = numbers == list(range(len(story) - len(fresh) + 1, len(story) + 1))
            tally.torn += rows(copy) != state or not in_order
            _chains(tally, asyncio.run(_opens(tally, folder, ground, copy)), acked, asked)
            if number % KILLED == 1:
                _killed(tally, ground, folder / "killed.db", chance.uniform(0, 1.2) * tally.took[-1])
            if number % 10 == 0:
                asyncio.run(_put_back(tally, folder, ground, copy))
            copy.unlink()
        backup(ground.url, folder / "last.db")
        refused = _refuses(ground, folder / "last.db")
        told = {name: load.told[name] for name in ("refused", "posts", "slowest")}
        turns = sum(load.told.chains("acked"))
    _told(report, tally, rounds, turns, told)
    whole = changes(source, 0)
    same = bool(story) and whole[: len(story)] == story
    report.judge("changes written down, all in the database in order", len(story), "the same", holds=same)
    report.judge("put back while Piiri runs: refused", "yes" if refused else "no", "yes", holds=refused)
    report.judge("Piiri at the end", load.status, "0", holds=load.status == 0)
    report.tell("size of the database", f"{source.stat().st_size / 1e6:.0f} MB")
    with closing(sqlite3.connect(source)) as base:
        sound = base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    report.judge("the database is sound", "yes" if sound else "no", "yes", holds=sound)


def _told(report: Report, tally: Tally, rounds: int, turns: int, told: dict[str, int]) -> None:
    report.tell("copies made beside a Piiri at work", rounds)
    report.tell("turns acknowledged, notices sent meanwhile", f"{turns} / {told['posts']}")
    report.tell("turns acknowledged while a copy was made", sum(tally.during))
    report.tell("a copy took, median / longest", f"{percentile(tally.took, 0.5):.2f} / {max(tally.took):.2f} s")
    report.tell("slowest turn beside it all", f"{told['slowest']} ms")
    report.tell("turns that failed, were said to, and were done again", told["refused"])
    report.none("copies that are not the state of one instant", tally.torn)
    report.none("acknowledged before a copy and not in it", tally.behind)
    report.none("in a copy and never asked for, or out of order", tally.ahead)
    report.tell("sealed rows opened, erased since", f"{tally.read} / {tally.erased}")
    report.none("sealed rows of copies that do not open", tally.sealed)
    report.tell("copiers killed on their way", tally.kills)
    report.none("of these left half a copy under its name", tally.half)
    report.tell("copies put back in another place", tally.restored)
    report.none("put back and not as it was copied", tally.differs)
    report.none("put back and did not go on", tally.stands)


def _weigh(source: Path, ballast: int) -> None:
    """Settled notices of long ago, in one of the chains' groups."""
    with closing(sqlite3.connect(source)) as base:
        columns = [name for _, name, *_ in base.execute("PRAGMA table_info(notices)")]
        sample = dict(
            zip(columns, base.execute(f"SELECT {', '.join(columns)} FROM notices LIMIT 1").fetchone(), strict=True)
        )
        sample |= {"state": "sent", "meeting_id": None, "person_id": None}
        base.executemany(
            f"INSERT INTO notices ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            (tuple({**sample, "id": f"ballast{n:09}", "key": f"ballast:{n}"}.values()) for n in range(ballast)),
        )
        base.commit()


def _chains(tally: Tally, stood: list[list[int]], acked: list[int], asked: list[int]) -> None:
    """Whether each chain stands in the copy where it may."""
    for chain, numbers in enumerate(map(sorted, stood)):
        latest = numbers[-1] if len(numbers) == IN_EACH else -1
        tally.behind += latest < acked[chain]
        tally.ahead += latest > asked[chain]
        if latest >= IN_EACH:
            tally.ahead += numbers != list(range(latest - IN_EACH + 1, latest + 1))


def _own_key(ground: Ground, copy: Path) -> Path:
    """The folder of the key as it is at this moment, copied: what opens a copy tidies up in it."""
    folder = copy.parent / "key-of-copy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in ground.key.parent.iterdir():
        if path.is_dir():
            shutil.copytree(path, folder / path.name, ignore=lambda *_: ())
        else:
            shutil.copy(path, folder / path.name)
    return folder / ground.key.name


async def _opens(tally: Tally, folder: Path, ground: Ground, copy: Path) -> list[list[int]]:
    """Whether all that is sealed opens, except what was erased since; how far each chain has come in its groups."""
    seat = folder / "opened.db"
    shutil.copyfile(copy, seat)
    sealed: dict[str, dict[str, str]] = {}
    with closing(sqlite3.connect(seat)) as base:
        for table in tables.SEALED:
            if "id" in table.c:
                sealed[table.name] = dict(base.execute(f'SELECT id, key_id FROM "{table.name}"').fetchall())
    key = _own_key(ground, copy)
    store = await open_store(f"sqlite:///{seat}", key)
    try:
        erased = _erased(key)
        async with store.begin() as work:
            for name, there in sealed.items():
                opened = {row.id for row in await getattr(work, name).find()}
                due = {row_id for row_id, key_id in there.items() if key_id not in erased}
                tally.read += len(opened)
                tally.erased += len(there) - len(due)
                tally.sealed += len(due - opened)
            return [
                [int(n.text) for link in links for n in await work.notes.find(id=link.note)] for links in ground.chains
            ]
    finally:
        await store.close()
        _unlink(folder, "opened.db*")


def _erased(key: Path) -> set[str]:
    listed = Path(f"{key}.erased")
    return set(listed.read_text().split()) if listed.exists() else set()


def _unlink(folder: Path, like: str) -> None:
    for path in folder.glob(like):
        path.unlink()


def _killed(tally: Tally, ground: Ground, to: Path, after: float) -> None:
    """A copier that is killed some way in: its copy is whole, or not there by its name."""
    pid = os.fork()
    if not pid:
        try:
            backup(ground.url, to)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    tally.kills += 1
    if to.exists():
        with closing(sqlite3.connect(to)) as base:
            tally.half += base.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
        to.unlink()
    _unlink(to.parent, ".killed*")


async def _put_back(tally: Tally, folder: Path, ground: Ground, copy: Path) -> None:
    """Where another database stands, with the key of today: the same rows but for what is erased, and it goes on."""
    place = folder / "place"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    key = _own_key(ground, copy)
    url = f"sqlite:///{place / 'piiri.db'}"
    shutil.copyfile(copy, place / "piiri.db")
    with closing(sqlite3.connect(place / "piiri.db")) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("DELETE FROM votes")
        base.commit()
    erased = _erased(key)
    await restore(url, key, copy)
    tally.restored += 1
    tally.differs += _without(rows(place / "piiri.db"), erased) != _without(rows(copy), erased)
    async with house(url, key, prefix=f"back{tally.restored}.") as at:
        settled = await at.until(at.clock.now() + timedelta(days=1))
        link = ground.chains[0][0]
        answer = await at.fills(link.who, "note", f"{link.meeting}:{link.note}", text="back")
        tally.stands += not settled or "Saved" not in said(answer)


def _without(state: State, erased: set[str]) -> State:
    """The rows that no erasure since the copy can have touched."""
    gone = tuple(f"'{key}'" for key in erased)
    kept: State = {}
    persons = {row.partition(",")[0] for row in state["persons"].values()}
    for table, there in state.items():
        if table in {"marks", "keys", "polls", "batches", "ballots", "leases", "prove_log"}:
            continue
        kept[table] = {k: r for k, r in there.items() if not any(key in r for key in gone)}
    assert persons
    return kept


def _refuses(ground: Ground, copy: Path) -> bool:
    try:
        asyncio.run(restore(ground.url, ground.key, copy))
    except StoreProblem:
        return True
    return False
