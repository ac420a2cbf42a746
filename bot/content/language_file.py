"""What is needed of a language besides its phrases: how dates are written, and the words that people type them in."""

from functools import lru_cache
from pathlib import Path

import msgspec

from bot.content.pack_file import PackProblem, read_pack_file

FOLDER = Path(__file__).parent / "phrases"
"""A folder for each language."""

Rows = list[str]
"""A line for each; a line has words or phrases with commas between them."""


class Language(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    """language.yaml: `locale` is Babel's code, `discord` has Discord's codes. The words are those of this language.

    Where two languages have the same word for different things, one of them leaves it out.
    """

    locale: str
    weekdays: Rows
    each_weekday: Rows
    months: Rows
    days_ahead: Rows
    discord: list[str] = []
    day_first: str = "yes"
    mend_dates: dict[str, str] = {}
    tonight: str = ""
    morning: str = ""
    evening: str = ""
    noon: str = ""
    next: str = ""
    next_week: str = ""
    until: str = ""
    clock: str = ""
    fillers: str = ""
    turns: str = ""
    article: str = ""
    before_month: str = ""
    after_day: str = ""
    one_to_six: Rows = []
    second_to_sixth: Rows = []
    order_endings: str = ""
    rhythm: dict[str, str] = {}
    once: str = ""
    lengths: dict[str, str] = {}
    one_hour: str = ""


def spoken() -> tuple[str, ...]:
    """The languages that have a folder of phrases; Finnish first, the others by code."""
    found = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
    return tuple(sorted(found, key=lambda code: (code != "fi", code)))


@lru_cache
def language_file(code: str, folder: Path = FOLDER) -> Language:
    """A language's file; PackProblem where it is amiss."""
    path = folder / code / "language.yaml"
    try:
        language = msgspec.convert(read_pack_file(path), Language)
    except msgspec.ValidationError as error:
        raise PackProblem(f"{path}: {error}") from None
    for rows, many in ((language.weekdays, 7), (language.each_weekday, 7), (language.months, 12)):
        if len(rows) != many:
            raise PackProblem(
                f"{path}: a list has {len(rows)} lines, write {many}: days from Monday, months from January"
            )
    return language


def languages() -> tuple[Language, ...]:
    """Those that the bot speaks."""
    return tuple(language_file(code) for code in spoken())


def words_in(line: str) -> list[str]:
    """The words or phrases of a line."""
    return [word.strip() for word in line.split(",") if word.strip()]
