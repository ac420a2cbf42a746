"""piiri doctor: is all well, and what is to be done where it is not."""

import os
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.adapters.discord.checks import NO_TOKEN as NO_DISCORD_TOKEN
from bot.adapters.telegram.checks import NO_TOKEN as NO_TELEGRAM_TOKEN
from bot.commands.backup import age
from bot.commands.output import log_to_stderr, say
from bot.core.finding import Finding
from bot.core.model import Group, Life, State
from bot.logs import TOKEN
from bot.settings import Settings, SettingsProblem, load_settings, shown

MARKS = {True: "ok", None: "note", False: "to do"}
LATELY = timedelta(days=14)


async def all_is_well(*, telegram: bool = False, discord: bool = False) -> bool:
    """Print a line for each check, of the platforms alone that are asked for; whether nothing is left to do."""
    try:
        settings, _ = load_settings()
    except SettingsProblem as problem:
        return _summed_up([_told(Finding(False, str(problem)))])
    log_to_stderr(replace(settings, log_level="warning"))
    found, groups = await _store(settings)
    alone = telegram or discord
    results = [_told(finding) for finding in found if not (alone and groups is not None)]
    for platform, asked in ((_telegram, telegram), (_discord, discord)):
        if asked or not alone:
            async for finding in platform(settings, groups or (), asked):
                results.append(_told(finding))
    return _summed_up(results)


async def _telegram(settings: Settings, groups: Sequence[Group], asked: bool) -> AsyncIterator[Finding]:
    there = _there("telegram", groups)
    if not settings.telegram_token:
        yield NO_TELEGRAM_TOKEN if asked or there else _not_set_up("Telegram")
        return
    from bot.adapters.telegram.examine import Asked, examine  # noqa: PLC0415 - the library is slow to import

    amiss = await _amiss(settings.port, "telegram")
    token, api_url, webhook_url = settings.telegram_token, settings.telegram_api_url, settings.telegram_webhook_url
    async for finding in examine(Asked(token, api_url, webhook_url, there, amiss)):
        yield finding


async def _discord(settings: Settings, groups: Sequence[Group], asked: bool) -> AsyncIterator[Finding]:
    there = _there("discord", groups)
    if not settings.discord_token:
        yield NO_DISCORD_TOKEN if asked or there else _not_set_up("Discord")
        return
    from bot.adapters.discord.examine import Asked, examine  # noqa: PLC0415 - aiohttp is slow to import

    amiss = await _amiss(settings.port, "discord")
    async for finding in examine(Asked(settings.discord_token, settings.discord_api_url, there, amiss)):
        yield finding


def _there(platform: str, groups: Sequence[Group]) -> list[Group]:
    """The groups that live on a platform and go on, by name."""
    there = [group for group in groups if group.platform == platform and group.life is not Life.ENDED]
    return sorted(there, key=lambda group: group.name)


def _not_set_up(platform: str) -> Finding:
    return Finding(None, f"{platform} is not set up.", f"`piiri doctor --{platform.lower()}` says how to.")


def _told(finding: Finding) -> bool | None:
    """Print a finding. Names come from strangers, and errors from who knows where: no control codes, no tokens."""
    words = " ".join(f"{finding.what} {finding.do}".split())
    line = "".join(character for character in words if character.isprintable())
    say(f"{MARKS[finding.ok]:<6}{TOKEN.sub('(token)', line)}")
    return finding.ok


def _summed_up(results: list[bool | None]) -> bool:
    to_do = results.count(False)
    say(f"{to_do} to do." if to_do else "All is well.")
    return not to_do


async def _store(settings: Settings) -> tuple[list[Finding], list[Group] | None]:
    """What there is to say of the store, and its groups; None where it was not opened."""
    from bot.store.backup import LAST  # noqa: PLC0415 - SQLAlchemy is slow to import
    from bot.store.problem import StoreProblem  # noqa: PLC0415
    from bot.store.schema import NEWEST  # noqa: PLC0415
    from bot.store.store import open_store  # noqa: PLC0415
    from bot.store_time import clock_of  # noqa: PLC0415

    database = shown("database_url", settings.database_url)
    # Opening would make or migrate it, and whoever only asks wants nothing changed.
    revision = _revision(settings.database_url)
    if revision == "":
        return [Finding(None, f"There is no database at {database} yet.", "`piiri run` makes it and its key.")], None
    if revision and revision < NEWEST:
        what = f"The tables of {database} are an earlier version's ({revision}, now {NEWEST})."
        do = "Stop `piiri run`, copy the database, and start it again: it brings them up to date."
        return [Finding(False, what, do)], None
    try:
        store = await open_store(settings.database_url, settings.key_path)
    except StoreProblem as problem:
        return [Finding(False, str(problem))], None
    try:
        since = (await clock_of(store)).now() - LATELY
        async with store.begin() as work:
            groups = await work.groups.find()
            lost = await work.notices.find(state=(State.FAILED, State.UNSURE))
        copied = await store.mark(LAST)
    finally:
        await store.close()
    findings = [
        Finding(True, f"The database opens, and its tables are up to date: {database}."),
        Finding(True, f"The key file is the right one: {settings.key_path}."),
        age(copied, datetime.now(UTC)),
        *_named(settings, groups),
        *_counted(groups, sum(notice.due > since for notice in lost)),
    ]
    return findings, groups


def _named(settings: Settings, groups: list[Group]) -> Iterator[Finding]:
    """Whether members who live on somebody else's platform are told who keeps their data."""
    if not settings.operator and any(group.platform != "browser" for group in groups):
        do = "Set PIIRI_OPERATOR to your name and how to reach you; docs/privacy-notice-template.md has the rest."
        yield Finding(None, "Members are not told who runs this Piiri.", do)


def _counted(groups: list[Group], lost: int) -> Iterator[Finding]:
    lives = {life: sum(group.life is life for group in groups) for life in Life}
    counts = ", ".join(f"{count} {life}" for life, count in lives.items() if count)
    if groups:
        yield Finding(True, f"Groups: {counts}.")
    else:
        yield Finding(None, "There are no groups yet.", "`piiri group create --help` says how to found one.")
    if lost:
        yield Finding(
            None,
            f"Notices that failed or may be lost in the last {LATELY.days} days: {lost}.",
            "`piiri group show` with a group's id (from `piiri group list`) says which.",
        )
    else:
        yield Finding(True, f"No notice failed or may be lost in the last {LATELY.days} days.")


def _revision(url: str) -> str | None:
    """Which version's tables an SQLite file has, read without changing anything; "" where there are none yet.

    None where it cannot be told so: then opening it says what is wrong.
    """
    name = url.partition(":///")[2]
    if not url.startswith("sqlite") or not name or name == ":memory:":
        return None
    path = Path(name).absolute()
    try:
        if not path.exists() or not path.stat().st_size:
            near = next(folder for folder in path.parents if folder.exists())
            return "" if near.is_dir() and os.access(near, os.W_OK) else None
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (OSError, sqlite3.Error):
        return None
    return str(row[0]) if row else None


async def _amiss(port: int, platform: str) -> str | None:
    """What a Piiri that runs on this machine says of a platform; empty where nothing is amiss, None where none runs."""
    import aiohttp  # noqa: PLC0415 - as slow as the library

    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session,
            session.get(f"http://127.0.0.1:{port}/readyz") as answer,
        ):
            health = await answer.json()
            return str(health["amiss"].get(platform, ""))
    except (aiohttp.ClientError, OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
