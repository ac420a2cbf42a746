"""One group's weeks on one platform, in which every text is a canary, everything is logged, and much goes wrong."""

import asyncio
import faulthandler
import gc
import logging
import os
import random
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from bot.commands.output import log_to_stderr, say
from bot.content.library import Library
from bot.core import delivery
from bot.core.uses.between import pretasks
from bot.core.uses.coming import absence
from bot.problems import explain
from bot.settings import Settings
from bot.store.backup import backup
from prove.canary_words import NAMES, private
from tests.journeys.circle import Astray, Circle, Founder

KAARINA, AINO, VEIKKO, SALME, OIVA = NAMES

WEEKS = f"""
    time: 2026-09-10 10:00
    …
    {AINO}: Kirjoita itselleni
    {AINO} fills: Kirjoita itsellesi={private("note")}
    {VEIKKO} writes: {private("letter")}
    {SALME}: Mitä toivon ryhmältä
    {SALME} fills: Mitä toivot tältä ryhmältä?={private("hope")}
    {AINO}: En pääse
    {AINO}: Viesti ryhmälle
    {AINO} fills: Mitä haluat sanoa ryhmälle?={private("reason")}
    {VEIKKO}: En pääse
    {VEIKKO}: Viesti vain koollekutsujalle
    {VEIKKO} fills: Mitä haluat sanoa koollekutsujalle?={private("word")}
    {OIVA} privately: /sopimus
    {OIVA}: Lisään toiveen
    {OIVA} fills: Toiveesi yhdellä lauseella={private("wish")}
    {OIVA} privately: /omattiedot
    …
    time: 2026-09-15 16:00
    …
    time: 2026-09-15 19:45
    …
    {SALME}: A 4
    {SALME}: Kirjoita lause
    {SALME} fills: Jos haluat={private("sentence")}
    time: 2026-09-15 20:00
    …
"""


def live(platform: str, folder: Path, seed: int, style: str) -> None:
    """Log everything there is, as an operator who has turned every knob would, and live through the weeks."""
    log_to_stderr(Settings(log_level="debug", log_format=style))
    plain = logging.FileHandler(folder / "plain.log", encoding="utf-8")
    plain.setFormatter(logging.Formatter("%(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(plain)
    _everybody_talks()
    faulthandler.enable()
    warnings.simplefilter("always")
    try:
        asyncio.run(_lived(platform, folder, random.Random(seed)), debug=style == "json")
    except Exception as error:  # as the command does
        say(explain(error))
    faulthandler.dump_traceback(all_threads=True)
    logging.shutdown()


def _everybody_talks() -> None:
    """Every logger that there is at DEBUG, the libraries' own included."""
    logging.getLogger().setLevel(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        logging.getLogger(name).setLevel(logging.DEBUG)


async def _lived(platform: str, folder: Path, chance: random.Random) -> None:
    asyncio.get_running_loop().slow_callback_duration = 0.02
    templates = folder / "templates"
    templates.mkdir()
    founder = Founder(platform, folder / "group", templates, {})
    circle = await founder.group(*NAMES)
    _everybody_talks()
    try:
        with _trouble(chance):
            try:
                await circle.plays(WEEKS)
            except Astray as astray:
                (folder / "astray").write_text(str(astray), encoding="utf-8")
                raise
        (folder / "played").touch()
        await _accidents(circle, chance)
        _keep_bytes(circle, folder, "up")
        backup(f"sqlite:///{circle.folder / 'piiri.db'}", folder / "bytes" / "backup")
    finally:
        await founder.gone()
        _keep_bytes(circle, folder, "down")
    raise ValueError(f"the last of all: {private('end')} {NAMES[1]}")


def _keep_bytes(circle: Circle, folder: Path, when: str) -> None:
    """What an attacker would copy at this moment."""
    there = folder / "bytes"
    there.mkdir(exist_ok=True)
    for path in circle.folder.rglob("*"):
        if path.is_file():
            (there / f"{when}-{path.name}").write_bytes(path.read_bytes())


@contextmanager
def _trouble(chance: random.Random) -> Iterator[None]:
    """Now and then a line in the middle of things fails, with somebody's words in its error; the second try works."""
    broken: list[tuple[Any, str, Any]] = []

    def breaks(where: Any, name: str, times: int) -> None:
        real, left = (where[name] if isinstance(where, dict) else getattr(where, name)), [times]

        def fails(*given: Any, **named: Any) -> Any:
            if left[0] and chance.random() < 0.7:
                left[0] -= 1
                try:
                    raise KeyError(private("cause"))
                except KeyError as cause:
                    raise RuntimeError(f"{private('raised')} {given} {named}") from cause
            return real(*given, **named)

        broken.append((where, name, real))
        _put(where, name, fails)

    for kind in ("pretask", "reminder", "soon", "feedback", "notes"):
        breaks(delivery.SAYERS, kind, 1)
    try:
        yield
    finally:
        for where, name, real in broken:
            _put(where, name, real)


def _put(where: Any, name: str, what: Any) -> None:
    if isinstance(where, dict):
        where[name] = what
    else:
        setattr(where, name, what)


async def _accidents(circle: Circle, chance: random.Random) -> None:
    """One after another, each while somebody writes: in a turn, in words, in the database, in the adapter, aside."""
    for accident in chance.sample(_ACCIDENTS, len(_ACCIDENTS)):
        undo = accident(circle)
        with suppress(Astray, AssertionError, RuntimeError, KeyError, ValueError, TimeoutError):
            await asyncio.wait_for(circle.plays(f"{AINO} writes: {private('accident')}"), 2)
        undo()
        gc.collect()
        await asyncio.sleep(0)


def _failing(*given: Any, **named: Any) -> Any:
    raise RuntimeError(f"{private('raised')} {given} {named} {NAMES[0]}")


def _swap(where: Any, name: str) -> Callable[[], None]:
    real = getattr(where, name)
    setattr(where, name, _failing)
    return lambda: setattr(where, name, real)


def _in_a_turn(_: Circle) -> Callable[[], None]:
    return _swap(pretasks, "keep_note")


def _in_words(_: Circle) -> Callable[[], None]:
    return _swap(Library, "write")


def _in_the_adapter(circle: Circle) -> Callable[[], None]:
    adapter = circle.piiri.adapters[circle.stand.name]
    return _swap(type(adapter), "post")


def _in_the_database(_: Circle) -> Callable[[], None]:
    real = pretasks.keep_note

    async def keep(work: Any, *given: Any) -> None:
        await work.connection.exec_driver_sql(
            "INSERT INTO notes (id, text) VALUES (?, ?)", (private("row"), str(given))
        )

    pretasks.keep_note = keep  # type: ignore[assignment]
    return lambda: setattr(pretasks, "keep_note", real)


def _at_commit(circle: Circle) -> Callable[[], None]:
    return _swap(circle.piiri.store._transactions, "_commit")


def _aside(_: Circle) -> Callable[[], None]:
    async def forgotten() -> None:
        _failing(private("task"))

    loop = asyncio.get_running_loop()
    loop.create_task(forgotten())  # noqa: RUF006 - that nobody waits for it is the accident
    loop.call_soon(_failing, private("call"))
    thread = threading.Thread(target=_failing, args=(private("thread"),))
    thread.start()
    thread.join()
    warnings.warn(f"{private('warning')} {NAMES[2]}", RuntimeWarning, stacklevel=1)
    _Dying()
    absence.log = logging.getLogger("piiri.absence")  # type: ignore[attr-defined]
    absence.log.error("%d things", private("format"))  # type: ignore[attr-defined]
    logging.getLogger("a.library").exception(
        "of a library: %s", private("argument"), exc_info=ValueError(private("exc"))
    )
    logging.getLogger("a.library").error(f"{private('joined')} already")
    return lambda: None


class _Dying:
    def __del__(self) -> None:
        _failing(private("unraisable"))


_ACCIDENTS = [_in_a_turn, _in_words, _in_the_adapter, _in_the_database, _at_commit, _aside]


def forked(platform: str, folder: Path, seed: int, style: str) -> int:
    """Live in a child whose output goes to files; its exit status."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status = 1
    try:
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
        sys.stdout = os.fdopen(1, "w", buffering=1, closefd=False)
        sys.stderr = os.fdopen(2, "w", buffering=1, closefd=False)
        for handler in list(logging.getLogger().handlers):
            logging.getLogger().removeHandler(handler)
        live(platform, folder, seed, style)
        status = 0
    finally:
        sys.stderr.flush()
        os._exit(status)
