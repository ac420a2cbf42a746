"""Asking Telegram all that tells whether the bot is well, and disturbing nobody who uses it."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import aiohttp
from telegram import Bot, ChatFullInfo, ChatMember
from telegram.error import InvalidToken, TelegramError

from bot.adapters.telegram import checks
from bot.adapters.telegram.adapter import make_bot
from bot.adapters.telegram.read import GROUPS, place
from bot.adapters.telegram.rights import no_group, rights, shut
from bot.adapters.telegram.transport import NOT_SENT, AiohttpRequest
from bot.adapters.telegram.verdict import outcome_of
from bot.core.finding import Finding, Unanswered, clock, host, sent_at
from bot.core.model import Group
from bot.core.platform import NotSent, Unsure

LISTEN = 5
"""Seconds to wait for another program's next question: by then those we know have asked again."""

PAUSE = 0.1
"""Seconds between two groups, with two calls for each."""

PATIENCE = aiohttp.ClientTimeout(total=20, sock_connect=5)

T = TypeVar("T")


@dataclass(frozen=True)
class Asked:
    """What is to be examined. `amiss` is what a Piiri that runs here says of Telegram, None where none runs."""

    token: str
    api_url: str
    webhook_url: str
    groups: Sequence[Group]
    amiss: str | None


async def examine(asked: Asked) -> AsyncIterator[Finding]:
    """A finding for each check, as they are made; failures of the network are findings too."""
    where = host(asked.api_url)
    if not asked.api_url.startswith(("https://", "http://")) or not where:
        yield checks.NO_ADDRESS
        return
    try:
        time_there = await _clock(asked.api_url)
    except Unanswered as error:
        yield checks.failed(error.outcome, where, error.cause)
        return
    yield Finding(True, f"{where} answers.")
    requests = (AiohttpRequest(), AiohttpRequest())
    try:
        async for finding in _examine(make_bot(asked.token, asked.api_url, *requests), asked, where, time_there):
            yield finding
    finally:
        for request in requests:
            await request.shutdown()


async def _examine(bot: Bot, asked: Asked, where: str, time_there: Finding) -> AsyncIterator[Finding]:
    try:
        me = await _ask(bot.get_me())
    except Unanswered as error:
        yield checks.failed(error.outcome, where, error.cause)
        yield time_there
        return
    for finding in checks.about(me):
        yield finding
    try:
        info = await _ask(bot.get_webhook_info())
        for finding in checks.delivery(info, asked.webhook_url, datetime.now(UTC)):
            yield finding
        if not asked.webhook_url and not info.url:
            yield checks.attended(asked.amiss) if asked.amiss is not None else await _alone(bot)
    except Unanswered as error:
        yield checks.failed(error.outcome, where, error.cause)
    yield time_there
    seen: dict[int, tuple[ChatFullInfo, ChatMember]] = {}
    for group in asked.groups:
        try:
            yield await _in_group(bot, me.id, group, seen)
        except Unanswered as error:
            yield checks.failed(error.outcome, where, error.cause)
            yield Finding(None, f"“{group.name}” and the groups after it were not looked at.")
            return


async def _alone(bot: Bot) -> Finding:
    """Whether another program fetches messages.

    Telegram answers the newest question and ends the one before it with 409, so that only waiting a while tells: a
    program that was ended asks again, and then we are ended. Without an offset nothing is acknowledged.
    """
    try:
        came = await _ask(bot.get_updates(limit=1, timeout=LISTEN))
    except Unanswered as error:
        if error.outcome != NotSent("conflict"):
            raise
        return checks.NOT_ALONE
    return checks.CANNOT_TELL if came else checks.ALONE


async def _in_group(bot: Bot, me: int, group: Group, seen: dict[int, tuple[ChatFullInfo, ChatMember]]) -> Finding:
    try:
        chat, _ = place(group.channel)
    except ValueError:
        return no_group(group)
    try:
        if chat not in seen:
            await asyncio.sleep(PAUSE)
            told = await _ask(bot.get_chat(chat))
            if told.type not in GROUPS:
                return no_group(group)
            seen[chat] = told, await _ask(bot.get_chat_member(chat, me))
    except Unanswered as error:
        finding = shut(group, error.outcome)
        if finding is None:
            raise
        return finding
    return rights(group, *seen[chat])


async def _ask(call: Awaitable[T]) -> T:
    try:
        return await call
    except TelegramError as error:
        raise _unanswered(error) from None
    except (LookupError, TypeError, ValueError, AttributeError):  # JSON, but not as Telegram writes it
        raise Unanswered(checks.NOT_TELEGRAM) from None


def _unanswered(error: TelegramError) -> Unanswered:
    # A page of HTML: with 404 the library takes it for a refused token, with 200 for an error of no kind.
    if type(error) is TelegramError or (isinstance(error, InvalidToken) and error.__cause__ is not None):
        return Unanswered(checks.NOT_TELEGRAM)
    return Unanswered(outcome_of(error, private=False), type(error.__cause__).__name__)


async def _clock(api_url: str) -> Finding:
    """What the time in an answer says of our clock. The question needs no token, so that none can get out."""
    begun, started = datetime.now(UTC), time.monotonic()
    try:
        async with (
            aiohttp.ClientSession(timeout=PATIENCE, trust_env=True) as session,
            session.get(f"{api_url.rstrip('/')}/", allow_redirects=False) as answer,
        ):
            took = time.monotonic() - started
            said = answer.headers.get("Date", "")
    except (aiohttp.ClientError, OSError, ValueError) as error:
        outcome = NotSent("no-connection") if isinstance(error, NOT_SENT) else Unsure("no-answer")
        raise Unanswered(outcome, type(error).__name__) from None
    return clock(sent_at(said), begun + timedelta(seconds=took / 2), took, "Telegram's")
