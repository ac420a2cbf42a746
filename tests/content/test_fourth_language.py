"""A fourth language needs files and nothing else: one is begun in a copy of the house, and everything still stands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bot

pytestmark = pytest.mark.long

HERE = Path(bot.__file__).parent.parent
NEEDED = ("bot", "scheduler", "tests", "pyproject.toml")
HOLD = (
    "tests/content/test_phrases_said.py",
    "tests/content/test_words_kept.py",
    "tests/discord/test_discord_commands.py",
)
"""What looks at every language there is."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The house with Estonian begun in it."""
    folder = tmp_path_factory.mktemp("house")
    for name in NEEDED:
        source = HERE / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".hypothesis"))
        else:
            shutil.copyfile(source, folder / name)
    begun = piiri(folder, "content", "language", "et", "--like", "en")
    assert begun.returncode == 0, begun.stderr
    return folder


def python(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIIRI_", "PYTEST_"))}
    environment |= {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=110, check=False
    )


def piiri(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return python(folder, "-c", "from bot.cli import main; main()", *words)


def test_what_looks_at_every_language_stays_green(copy: Path) -> None:
    done = python(copy, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *HOLD)
    assert done.returncode == 0, done.stdout[-3000:]


def test_a_programme_passes_the_check_in_it(copy: Path) -> None:
    done = piiri(copy, "content", "check", "bot/content/programmes/vahvistin")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "et" in done.stdout


def test_a_season_in_it_is_rehearsed_with_its_own_dates(copy: Path) -> None:
    done = piiri(copy, "rehearse", "--language", "et", "--meetings", "5")
    assert done.returncode == 0, done.stderr
    assert "neljapäev" in done.stdout, "the dates are Estonian already, while the texts wait"


READS = """
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo
from bot.content.library import Library
from bot.content.typed_port import TypedText
from bot.core.outgoing import say
for days in range(360):
    when = datetime(2026, 9, 1, 17, 30) + timedelta(days=days)
    written = Library().text(say("when", when=when), "et")
    zone, now = ZoneInfo("Europe/Tallinn"), datetime(2026, 8, 30, tzinfo=UTC)
    assert TypedText().when(written, language="et", zone=zone, now=now) == when, written
print(TypedText().when("teisipäev 15. september 17:00", language="et", zone=zone, now=now))
"""


def test_every_date_that_it_writes_is_one_that_it_reads(copy: Path) -> None:
    done = python(copy, "-c", READS)
    assert done.stdout.strip() == "2026-09-15 17:00:00", done.stderr


def test_a_language_that_is_there_or_that_nobody_knows_is_refused(copy: Path) -> None:
    for words, why in (
        (("et",), "there already"),
        (("qqq",), "no language is known"),
        (("de", "--like", "ru"), "no such language"),
    ):
        done = piiri(copy, "content", "language", *words)
        assert done.returncode == 1
        assert why in done.stderr
        assert done.stderr.count("\n") == 1
    assert not (copy / "bot" / "content" / "phrases" / "de").exists()
