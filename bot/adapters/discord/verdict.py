"""What an error of Discord's means for a post. Pure: the library's error in, the core's outcome out."""

import aiohttp
import discord

from bot.core.platform import (
    POST_UNKNOWN,
    SHUT,
    NotSent,
    Outcome,
    Rejected,
    Throttled,
    Unreachable,
    Unsure,
)

BANNED = 60.0
"""Seconds to leave Discord alone when its outer wall, which says no more, turns us away."""

_CODES: dict[int, Outcome] = {
    10003: Unreachable("channel-gone"),
    10004: Unreachable("removed"),
    10008: Rejected(POST_UNKNOWN),
    10013: Unreachable(SHUT),
    10070: Rejected(POST_UNKNOWN),
    50001: Unreachable("lacks-view"),
    50005: Rejected(POST_UNKNOWN),  # a message of somebody else's
    50007: Unreachable(SHUT),
    50008: Unreachable("lacks-send"),
    50013: Unreachable("lacks-send"),
    50083: Unreachable("topic-closed"),
    50278: Unreachable(SHUT),
    160005: Unreachable("topic-closed"),
}
"""By Discord's code."""

LACKING = 50013
"""Discord's code for a permission that is not there; it does not say which."""

ARCHIVED = 50083
"""Discord's code for a thread that is put away."""

NO_CONNECTION = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
"""What says that nothing was sent."""

ERRORS = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError, RuntimeError)
"""Everything that a call may end in; the last is the library's own, for a connection that is being let go of."""


def is_refused(error: BaseException) -> bool:
    """Whether Discord does not know the token."""
    return isinstance(error, discord.LoginFailure) or (
        isinstance(error, discord.HTTPException) and error.status == 401 and error.code == 0
    )


def outcome_of(error: BaseException, *, private: bool) -> Outcome:
    """The outcome; for a person every closed door is the same one."""
    outcome = _outcome(error)
    return Unreachable(SHUT) if private and isinstance(outcome, Unreachable) else outcome


def _outcome(error: BaseException) -> Outcome:  # noqa: PLR0911 - one return for each row of the table
    match error:
        case discord.RateLimited(retry_after=seconds):
            return Throttled(seconds)
        case discord.HTTPException(status=429):
            return Throttled(BANNED)
        case discord.HTTPException() if is_refused(error):
            return NotSent("token")
        case discord.HTTPException(code=code) if code in _CODES:
            return _CODES[code]
        case discord.HTTPException(status=403):
            return Unreachable("muted")
        case discord.HTTPException(status=404):  # a proxy's page, or something that we have no name for
            return Rejected("not-found")
        case discord.HTTPException(status=status) if status < 500:
            return Rejected("bad-request")
        case discord.LoginFailure():
            return NotSent("token")
        case _ if isinstance(error, NO_CONNECTION):
            return NotSent("no-connection")
        case _:  # a server's own trouble, a connection that broke, a timeout: it may have arrived
            return Unsure("unsure")
