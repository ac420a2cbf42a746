"""What holds a promise up is broken, one thing at a time, and the suite must notice.

Each mutant is one change of the product's text in a copy of the whole tree; then the tests of the rooms that it
concerns are run there until the first one fails. It passes when every mutant is caught, that none of the tests fails
without a mutant, and that every mutant still finds the text that it changes.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from prove.report import Report

ROOT = Path(__file__).parents[1]
PARTS = ("bot", "scheduler", "tests", "prove", "bench", "docs", "pyproject.toml", "README.md", "Makefile")
LONGEST = 1800.0
FAILED = (1, 2)
"""Pytest's exit codes for a test that failed or could not begin, the second where it stopped at the first one."""


@dataclass(frozen=True)
class Mutant:
    """One thing broken: the text in a file, what stands in its place, and which tests are to notice."""

    name: str
    file: str
    text: str
    instead: str
    tests: tuple[str, ...]


MUTANTS = (
    Mutant(
        "claim order: the last that is due first",
        "bot/store/notices.py",
        "SOONEST = (notices.c.due, notices.c.rank, notices.c.id)",
        "SOONEST = (notices.c.due.desc(), notices.c.rank, notices.c.id)",
        ("tests/store",),
    ),
    Mutant(
        "claim order: sent before the claim is committed",
        "scheduler/dispatcher.py",
        "                    await self._outbox.settle(work, settlements)\n            self._strays = False",
        "                    await self._outbox.settle(work, settlements)\n"
        "                self._sender.add([each for each in ready if isinstance(each, Job)])\n"
        "                await __import__('asyncio').sleep(0.01)\n            self._strays = False",
        ("tests/scheduler",),
    ),
    Mutant(
        "claim: a process whose place is taken writes on",
        "bot/store/lease_rows.py",
        "self._token}) is None:\n            raise LeaseLost",
        "self._token}) is None:\n            pass",
        ("tests/store",),
    ),
    Mutant(
        "nonce: Discord is not asked to enforce it",
        "bot/adapters/discord/render.py",
        '"enforce_nonce": True',
        '"enforce_nonce": False',
        ("tests/contract", "tests/discord"),
    ),
    Mutant(
        "nonce: another one at every try",
        "bot/adapters/discord/render.py",
        '"nonce": mark[:NONCE]',
        '"nonce": __import__("secrets").token_hex(8)',
        ("tests/contract", "tests/discord"),
    ),
    Mutant(
        "an incoming that came before is handled again",
        "bot/store/work.py",
        "        except Taken:\n            return False",
        "        except Taken:\n            return True",
        ("tests/store", "tests/core"),
    ),
    Mutant(
        "membership: whoever presses may",
        "bot/core/turn.py",
        "    if use.needs and not roles & use.needs:",
        "    if False and use.needs and not roles & use.needs:",
        ("tests/core",),
    ),
    Mutant(
        "membership: another group's meeting will do",
        "bot/core/turn.py",
        "await turn.work.groups.get(meeting.group_id if meeting else about)",
        "await turn.work.groups.get(about if meeting is None else (await turn.work.members.find("
        "person_id=turn.person.id) or await turn.work.meetings.find(id=meeting.id))[0].group_id)",
        ("tests/core",),
    ),
    Mutant(
        "floor: one below it is enough",
        "bot/core/ballots.py",
        '    published = len(pool.content["who"]) >= floor',
        '    published = len(pool.content["who"]) >= floor - 1',
        ("tests/core",),
    ),
    Mutant(
        "floor: a scale that fewer have answered is shown",
        "bot/core/ballots.py",
        "if sum(counts) >= floor}",
        "if sum(counts) >= 1}",
        ("tests/core",),
    ),
    Mutant(
        "redaction: an error's own words in the log",
        "bot/problems.py",
        "    return type(error).__name__ + (",
        "    return repr(error) + (",
        ("tests/cli", "tests/core", "tests/telegram", "tests/scheduler"),
    ),
    Mutant(
        "redaction: libraries' values in the log",
        "bot/logs.py",
        '            said["message"] = record.msg\n',
        '            said["message"] = record.getMessage()\n',
        ("tests/cli",),
    ),
    Mutant(
        "redaction: what is sealed is kept as it is",
        "bot/store/vault.py",
        "    return nonce + key.encrypt(nonce, content, place.encode())",
        "    return nonce + key.encrypt(nonce, content, place.encode()) + content",
        ("tests/store",),
    ),
    Mutant(
        "expiry: what is too late is sent all the same",
        "bot/store/outbox.py",
        '_LATE = notices.c.expires < sa.bindparam("now")',
        '_LATE = sa.and_(sa.false(), notices.c.expires < sa.bindparam("now"))',
        ("tests/store",),
    ),
    Mutant(
        "erasure: a restored backup is not held to the list",
        "bot/store/erasure.py",
        "    fresh = listed[",
        "    fresh = ''[",
        ("tests/store",),
    ),
    Mutant(
        "repeats: what is never to be said twice is said again",
        "bot/core/delivery.py",
        "        case Unsure() if KINDS[notice.kind].again and not marks and notice.why != UNSURE:",
        "        case Unsure() if not marks and notice.why != UNSURE:",
        ("tests/core",),
    ),
    Mutant(
        "pace: a platform that says wait is called again",
        "scheduler/pace.py",
        "        seconds = min(max(seconds, 0.0), LONGEST_STOP)",
        "        seconds = 0.0",
        ("tests/scheduler",),
    ),
)  # fmt: skip


def run(scale: float, seed: int) -> Report:
    """All of them, or a part that the seed chooses."""
    report = Report("14. What holds the promises up, broken one thing at a time")
    report.none("mutants whose text is not in the product any more", sum(not _found(mutant) for mutant in MUTANTS))
    chosen = random.Random(seed).sample(MUTANTS, max(1, round(len(MUTANTS) * scale)))
    caught = 0
    with tempfile.TemporaryDirectory(prefix="piiri-mutants-") as folder:
        tree = Path(folder)
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                # With what is compiled already, but for what another process is just writing.
                shutil.copytree(source, tree / part, ignore=shutil.ignore_patterns("*.pyc.*"))
            elif source.exists():
                shutil.copy(source, tree / part)
        if scale >= 1:
            rooms = sorted({room for mutant in chosen for room in mutant.tests})
            code, told, took = _tested(tree, rooms, stop=False)
            report.judge("the same tests without a mutant", told, "pass", holds=code == 0)
        for mutant in chosen:
            file = tree / mutant.file
            whole = file.read_text()
            file.write_text(whole.replace(mutant.text, mutant.instead, 1))
            code, told, took = _tested(tree, mutant.tests, stop=True)
            file.write_text(whole)
            noticed = code in FAILED
            caught += noticed
            report.judge(mutant.name, f"{told}, {took:.0f} s", "caught", holds=noticed)
    report.judge("caught", f"{caught} of {len(chosen)}", "all", holds=caught == len(chosen))
    return report


def _found(mutant: Mutant) -> bool:
    return (ROOT / mutant.file).read_text().count(mutant.text) == 1


def _tested(tree: Path, rooms: "list[str] | tuple[str, ...]", *, stop: bool) -> tuple[int, str, float]:
    """Pytest's exit code, its last words, and seconds."""
    began = time.monotonic()
    # Whoever stops at the first failure would still wait for a whole season that another process has begun.
    more = ["-x", "-m", "not long"] if stop else []
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", *more, *rooms]
    environ = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environ, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return -1, "no end", LONGEST
    if "ERROR collecting" in done.stdout:  # no test was broken, but all of them
        return -1, "the tests could not be read", time.monotonic() - began
    lines = done.stdout.strip().splitlines() or ["nothing said"]
    if not stop:  # nothing should have failed, so that it is worth telling what did
        sys.stderr.writelines(f"{line.partition(' - ')[0]}\n" for line in lines if line.startswith("FAILED "))
    return done.returncode, lines[-1].strip("= ").split(" in ")[0], time.monotonic() - began
