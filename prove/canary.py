"""A canary for every text and every name, a bot whose every logger is at DEBUG, and whatever can go wrong going wrong.

On each platform (Telegram's and Discord's stand-ins, the page in the browser) a group of five lives through its first
weeks in a process of its own: notes, a letter, hopes, words with absences, a wish for the agreement, a sentence, one's
own data. The product's log is set up as `piiri run` sets it up, at DEBUG, as lines and as JSON in turn; then every
logger of every library is opened to DEBUG as well, faulthandler and in every other round asyncio's debug mode are on,
and warnings are always shown. Sayers fail at their first try with somebody's words in the error; then, while somebody
writes, a turn fails, the words fail, the adapter's post fails, a statement fails in the database, a commit fails, a
forgotten task, a callback, a thread and a destructor fail, a warning quotes what was typed, a library logs it whole,
and in the end the process itself fails.

Everything that the process wrote to standard output and standard error is searched for all private texts (also in
base64 and UTF-16), all names, the bot's tokens and the master key. The database, its write-ahead log, everything
beside it and a backup are searched for private texts, while it runs and after it ended. As a control the same records
go to a file in the logging module's own format, where the canaries must be found: they did pass by.
"""

import os
import re
import tempfile
from pathlib import Path

from prove.canary_life import forked
from prove.canary_words import ANY, PRIVATE
from prove.report import Report
from tests.fakes.discord.state import TOKEN as DISCORD_TOKEN
from tests.fakes.telegram.state import TOKEN as TELEGRAM_TOKEN

PLATFORMS = ("telegram by polling", "discord", "browser", "telegram by webhook")
ROUNDS = 12
"""Weeks on each platform, each with its troubles in another order."""

STYLES = ("text", "json")


def run(scale: float, seed: int) -> Report:
    """So many weeks on each platform."""
    report = Report("10. Canaries: logs, tracebacks, database, log of the database, backup")
    rounds = max(1, round(ROUNDS * scale))
    platforms = PLATFORMS if rounds > 1 else PLATFORMS[:3]
    where = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    lines = size = hits = tokens = plain = keys = files = passed = unfinished = 0
    for number in range(rounds):
        for at, platform in enumerate(platforms):
            with tempfile.TemporaryDirectory(prefix="piiri-canary-", dir=where) as name:
                folder = Path(name)
                (folder / "bytes").mkdir()
                status = forked(platform, folder, seed + number, STYLES[(number + at) % 2])
                unfinished += bool(status) or not (folder / "played").exists()
                told = (folder / "err").read_bytes() + (folder / "out").read_bytes()
                lines, size = lines + told.count(b"\n"), size + len(told)
                hits += len(ANY.findall(told))
                tokens += len(_SECRETS.findall(told))
                passed += len(ANY.findall((folder / "plain.log").read_bytes()))
                for path in (folder / "bytes").iterdir():
                    content = path.read_bytes()
                    files += 1
                    plain += len(PRIVATE.findall(content))
                    if path.name.endswith("piiri.key"):
                        keys += told.count(content.strip())
    report.tell("groups' weeks, on platforms", f"{rounds * len(platforms)} / {len(platforms)}")
    report.none("that did not come to their end", unfinished)
    report.judge("lines written at DEBUG", f"{lines} ({size / 1e6:.1f} MB)", "> 0", holds=lines > 0)
    report.judge("canaries in the same records as libraries write them", passed, "> 0", holds=passed > 0)
    report.none("private texts or names in log, output, tracebacks", hits)
    report.none("tokens of the bot in them", tokens)
    report.none("master keys in them", keys)
    report.judge("files of databases, logs of theirs, backups", files, "> 0", holds=files > 0)
    report.none("private texts in any of these", plain)
    return report


_SECRETS = re.compile(b"|".join(re.escape(t.encode()) for t in (TELEGRAM_TOKEN, DISCORD_TOKEN)))
