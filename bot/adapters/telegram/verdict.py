"""What an error of the Bot API means for a post. Pure: the library's error in, the core's outcome out."""

from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.adapters.telegram.transport import NOT_SENT
from bot.core.platform import (
    POST_UNKNOWN,
    SHUT,
    Moved,
    NotSent,
    Outcome,
    Rejected,
    Sent,
    Throttled,
    Unreachable,
    Unsure,
)

_BAD = (
    ("message is not modified", Sent("")),
    ("message to edit not found", Rejected(POST_UNKNOWN)),
    ("message to be edited not found", Rejected(POST_UNKNOWN)),
    ("message identifier is not specified", Rejected(POST_UNKNOWN)),
    ("message_id_invalid", Rejected(POST_UNKNOWN)),
    ("message can't be edited", Rejected("post-fixed")),
    ("there is no text in the message to edit", Rejected("post-fixed")),
    ("thread not found", Unreachable("topic-gone")),
    ("topic_deleted", Unreachable("topic-gone")),
    ("topic_closed", Unreachable("topic-closed")),
    ("topic closed", Unreachable("topic-closed")),
    ("chat not found", Unreachable("channel-gone")),
    ("group chat was deactivated", Unreachable("channel-gone")),
    ("not enough rights to send", Unreachable("muted")),
    ("have no rights to send", Unreachable("muted")),
    ("chat_write_forbidden", Unreachable("muted")),
    ("chat_restricted", Unreachable("muted")),
    ("peer_id_invalid", Unreachable("channel-gone")),
)
"""What the server says with 400, in lower case, and what it means for a channel."""


def is_refused(error: TelegramError) -> bool:
    """Whether Telegram itself does not know the token; a proxy's page with 404 on it says nothing of the kind."""
    return isinstance(error, InvalidToken) and error.__cause__ is None


def outcome_of(error: TelegramError, *, private: bool) -> Outcome:
    """The outcome; for a person every closed door is the same one."""
    outcome = _outcome(error)
    return Unreachable(SHUT) if private and isinstance(outcome, Unreachable) else outcome


def _outcome(error: TelegramError) -> Outcome:  # noqa: PLR0911 - one return for each row of the table
    match error:
        case RetryAfter(retry_after=seconds):
            return Throttled(seconds.total_seconds() if isinstance(seconds, timedelta) else float(seconds))
        case ChatMigrated(new_chat_id=new):
            return Moved(str(new))
        case Forbidden():
            gone = "deleted" in error.message.lower()
            return Unreachable("channel-gone" if gone else _forbidden(error.message.lower()))
        case BadRequest():  # a NetworkError to the library, and never worth another try
            said = error.message.lower()
            return next((outcome for words, outcome in _BAD if words in said), Rejected("bad-request"))
        case InvalidToken():
            return NotSent("token" if is_refused(error) else "no-connection")
        case Conflict():
            return NotSent("conflict")
        case NetworkError() if isinstance(error.__cause__, NOT_SENT):
            return NotSent("no-connection")
        case _:  # a server's own trouble, a timeout, a broken answer: it may have arrived
            return Unsure("unsure")


def _forbidden(said: str) -> str:
    return "muted" if "not enough rights" in said or "no rights" in said else "removed"
