"""Asking Discord all that tells whether the bot is well: over HTTP only, so that nobody's connection is disturbed."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from bot import __version__
from bot.adapters.discord import checks
from bot.adapters.discord.checks import NOT_DISCORD, Told
from bot.adapters.discord.rights import THREADS, Place, ids, no_group, rights, shut
from bot.core.finding import Finding, Unanswered, clock, host, sent_at
from bot.core.model import Group
from bot.core.platform import NotSent, Outcome, Rejected, Throttled, Unreachable, Unsure

PAUSE = 0.1
"""Seconds between two groups, with a few calls for each."""

LONG = 600.0
"""Seconds to wait where Discord wants to be left alone and does not say how long."""

PATIENCE = aiohttp.ClientTimeout(total=20, sock_connect=5)
# Discord turns away whoever does not say who they are in this form.
AGENT = {"User-Agent": f"DiscordBot (piiri, {__version__})"}
NO_WAY = (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError)
"""What is raised before anything has left us."""

CLOSED = {10003: "channel-gone", 10004: "removed", 10007: "removed", 50001: "lacks-view"}
"""Discord's codes for what the bot cannot get at, by ours."""

ODD = (LookupError, TypeError, ValueError, AttributeError)
"""What is raised by JSON that is not as Discord writes it."""


@dataclass(frozen=True)
class Asked:
    """What is to be examined. `amiss` is what a Piiri that runs here says of Discord, None where none runs."""

    token: str
    api_url: str
    groups: Sequence[Group]
    amiss: str | None


class Api:
    """Discord's HTTP API, asked and never told anything. Each place is asked about once."""

    def __init__(self, session: aiohttp.ClientSession, asked: Asked) -> None:
        self._session = session
        self._base = asked.api_url.rstrip("/")
        self._mine = {**AGENT, "Authorization": f"Bot {asked.token}"}
        self._known: dict[str, Any] = {}

    async def clock(self) -> Finding:
        """What the time in an answer says of our clock. The question needs no token, so that none can get out."""
        begun, started = datetime.now(UTC), time.monotonic()
        headers, told = await self._ask("/gateway", AGENT)
        took = time.monotonic() - started
        if not (isinstance(told, dict) and str(told.get("url", "")).startswith(("wss://", "ws://"))):
            raise Unanswered(NOT_DISCORD)
        return clock(sent_at(headers.get("Date", "")), begun + timedelta(seconds=took / 2), took, "Discord's")

    async def get(self, path: str) -> Any:
        """What Discord tells about something; Unanswered where it does not, the second time without asking again."""
        if path not in self._known:
            try:
                _, self._known[path] = await self._ask(path, self._mine)
            except Unanswered as error:
                if not isinstance(error.outcome, Unreachable):
                    raise
                self._known[path] = error
        if isinstance(self._known[path], Unanswered):
            raise self._known[path]
        return self._known[path]

    async def _ask(self, path: str, headers: dict[str, str]) -> tuple[Any, Any]:
        try:
            async with self._session.get(self._base + path, headers=headers, allow_redirects=False) as answer:
                status, said = answer.status, await answer.text(errors="replace")
        except (aiohttp.ClientError, OSError, ValueError) as error:
            outcome = NotSent("no-connection") if isinstance(error, NO_WAY) else Unsure("no-answer")
            raise Unanswered(outcome, type(error).__name__) from None
        try:
            told = json.loads(said)
        except (ValueError, RecursionError):
            told = None
        if status != 200 or not isinstance(told, dict | list):
            raise Unanswered(outcome_of(status, told, answer.headers.get("Retry-After", "")))
        return answer.headers, told


def outcome_of(status: int, told: Any, retry_after: str) -> Outcome:
    """What an answer means that is not what was asked for; `told` is None where it was no JSON."""
    said = told if isinstance(told, dict) else {}
    if status == 429:
        # Cloudflare's own has a page in the place of JSON.
        wait = said.get("retry_after", retry_after)
        return Throttled(float(wait) if str(wait).replace(".", "", 1).isdecimal() else LONG)
    if status >= 500:
        return Unsure("no-answer")
    if "code" not in said:
        return NOT_DISCORD
    if status == 401:
        return NotSent("token")
    return Unreachable(CLOSED[said["code"]]) if said["code"] in CLOSED else Rejected("odd")


async def examine(asked: Asked) -> AsyncIterator[Finding]:
    """A finding for each check, as they are made; failures of the network are findings too."""
    where = host(asked.api_url)
    if not asked.api_url.startswith(("https://", "http://")) or not where:
        yield checks.NO_ADDRESS
        return
    async with aiohttp.ClientSession(timeout=PATIENCE, trust_env=True) as session:
        api = Api(session, asked)
        try:
            time_there = await api.clock()
        except Unanswered as error:
            yield checks.failed(error.outcome, where, error.cause)
            return
        yield Finding(True, f"{where} answers.")
        async for finding in _examine(api, asked, where, time_there):
            yield finding


async def _examine(api: Api, asked: Asked, where: str, time_there: Finding) -> AsyncIterator[Finding]:
    try:
        me = await _bot(api)
    except Unanswered as error:
        yield checks.failed(error.outcome, where, error.cause)
        yield time_there
        return
    yield checks.about(me)
    try:
        async for finding in _application(api):
            yield finding
    except Unanswered as error:
        yield checks.failed(error.outcome, where, error.cause)
    if asked.amiss is not None:
        yield checks.attended(asked.amiss)
    yield time_there
    for group in asked.groups:
        try:
            yield await _in_group(api, str(me["id"]), group)
        except Unanswered as error:
            yield checks.failed(error.outcome, where, error.cause)
            yield Finding(None, f"“{group.name}” and the groups after it were not looked at.")
            return


async def _bot(api: Api) -> Told:
    me = await api.get("/users/@me")
    if not (isinstance(me, dict) and str(me.get("id")).isdecimal() and me.get("username")):
        raise Unanswered(NOT_DISCORD)
    return me


async def _application(api: Api) -> AsyncIterator[Finding]:
    """The application behind the bot, its commands, and how often the bot may connect."""
    try:
        application = await api.get("/applications/@me")
        for finding in _all(checks.application(application)):
            yield finding
        yield checks.commands(await api.get(f"/applications/{int(application['id'])}/commands"))
        yield checks.starts((await api.get("/gateway/bot"))["session_start_limit"])
    except ODD:
        raise Unanswered(NOT_DISCORD) from None


def _all(findings: Iterator[Finding]) -> list[Finding]:
    """All of them or none, so that an answer that turns out odd halfway is not half told."""
    return list(findings)


async def _in_group(api: Api, me: str, group: Group) -> Finding:
    try:
        server, channel = ids(group.channel)
    except ValueError:
        return no_group(group)
    try:
        return rights(group, await _place(api, me, server, channel), datetime.now(UTC))
    except Unanswered as error:
        finding = shut(group, error.outcome)
        if finding is None:
            raise
        return finding
    except ODD:
        raise Unanswered(NOT_DISCORD) from None


async def _place(api: Api, me: str, server_id: str, channel_id: str) -> Place:
    await asyncio.sleep(PAUSE)
    try:
        server = await api.get(f"/guilds/{server_id}")
        bot = await api.get(f"/guilds/{server_id}/members/{me}")
    except Unanswered as error:
        # Of a server that it is not in, Discord says that the bot has no access.
        if isinstance(error.outcome, Unreachable):
            raise Unanswered(Unreachable("removed")) from None
        raise
    channel = await api.get(f"/channels/{channel_id}")
    parent = await api.get(f"/channels/{channel['parent_id']}") if channel["type"] in THREADS else None
    return Place(server, bot, channel, parent)
