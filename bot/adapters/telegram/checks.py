"""What the Bot API's answers mean to an operator who asks whether all is well. Pure, and light to import."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from bot.core.finding import Finding, host, span, unreached
from bot.core.platform import NotSent, Outcome, Throttled

if TYPE_CHECKING:
    from telegram import User, WebhookInfo

MANY = 100
"""Updates that may wait at Telegram before somebody should look why."""

LATELY = 3600.0
"""Seconds for which a failure of the webhook counts as one of today's."""


NO_TOKEN = Finding(
    False,
    "No Telegram token is set.",
    "In Telegram, send /newbot to @BotFather and answer its questions. Put the token that it gives you into "
    "PIIRI_TELEGRAM_TOKEN, or into a file whose path is in PIIRI_TELEGRAM_TOKEN_FILE.",
)
NO_ADDRESS = Finding(
    False,
    "PIIRI_TELEGRAM_API_URL is no address.",
    "Take it out, or write https://api.telegram.org or your own Bot API server's address.",
)
ALONE = Finding(
    True, "Nobody is fetching messages with this token just now: no other program is in the way of `piiri run`."
)
NOT_ALONE = Finding(
    None,
    "A program is fetching messages with this token just now.",
    "If that is your own `piiri run`, all is well. If not, end that program or give it a bot of its own: they would "
    "take the messages from each other.",
)
CANNOT_TELL = Finding(
    None,
    "Messages wait at Telegram, so it cannot be told whether another program fetches them too.",
    "Start `piiri run`, which takes them, and ask again.",
)
NOT_TELEGRAM = NotSent("not-telegram")
"""Something answered that is no Bot API."""


def failed(outcome: Outcome, where: str, cause: str = "") -> Finding:
    """Why the Bot API at `where` did not say what was asked; `cause` is the name of the connection's own error."""
    match outcome:
        case NotSent("token"):
            return Finding(
                False,
                "Telegram does not accept the token.",
                "Copy it anew from @BotFather (/mybots, your bot, API Token) into PIIRI_TELEGRAM_TOKEN.",
            )
        case NotSent("no-connection"):
            return unreached(where, cause, "PIIRI_TELEGRAM_API_URL")
        case NotSent("not-telegram"):
            return Finding(
                False,
                f"What answers at {where} is not Telegram's Bot API.",
                "Correct PIIRI_TELEGRAM_API_URL, or take it out.",
            )
        case Throttled(seconds):
            return Finding(False, f"Telegram asks to be left alone for {span(seconds)}.", "Ask again after that.")
    return Finding(False, f"{where} did not answer as it should.", "Ask again in a few minutes.")


def about(me: "User") -> Iterator[Finding]:
    """Whether the bot is set up as Piiri needs it."""
    yield Finding(True, f"Telegram accepts the token: the bot is {me.full_name}, @{me.username}.")
    if me.can_join_groups is False:
        yield Finding(
            False, "The bot cannot be added to groups.", "Send /setjoingroups to @BotFather, choose the bot and Enable."
        )
    else:
        yield Finding(True, "The bot can be added to groups.")
    if me.can_read_all_group_messages:
        yield Finding(
            False,
            "Privacy mode is off: the bot is sent everything that is said in its groups, which Piiri neither needs nor "
            "wants.",
            "Send /setprivacy to @BotFather, choose the bot and Enable; then remove it from each group and add it "
            "again.",
        )
    else:
        yield Finding(True, "Privacy mode is on: in a group the bot hears commands and presses only.")


def delivery(info: "WebhookInfo", wanted: str, now: datetime) -> Iterator[Finding]:
    """How messages come from Telegram, against the webhook in the settings; an empty one means that Piiri asks."""
    if not wanted and info.url:
        yield Finding(
            None,
            f"Telegram sends messages to a webhook at {host(info.url)}, while the settings have Piiri fetch them.",
            "`piiri run` removes the webhook when it starts. If another program needs it, give each a bot of its own.",
        )
    elif not wanted:
        yield Finding(True, "No webhook is set: Piiri fetches messages from Telegram itself.")
    elif not info.url:
        yield Finding(
            None, "The webhook is not set yet.", "`piiri run` sets it when it starts; if it runs already, restart it."
        )
    elif info.url != wanted:
        yield Finding(
            False,
            f"Telegram sends messages to another address than PIIRI_TELEGRAM_WEBHOOK_URL, at {host(info.url)}.",
            "Restart `piiri run`, which sets its own. If it changes back, another program uses the same token: give "
            "each a bot of its own.",
        )
    else:
        yield from _webhook(info, now)
    if info.pending_update_count > MANY:
        yield Finding(
            False,
            f"{info.pending_update_count} messages and presses wait at Telegram, which keeps them for a day.",
            "Start `piiri run`; if it runs, see its log.",
        )


def _webhook(info: "WebhookInfo", now: datetime) -> Iterator[Finding]:
    yield Finding(True, "Telegram sends messages to the webhook in the settings.")
    if info.last_error_date is None:
        return
    age = (now - info.last_error_date).total_seconds()
    what = f"The webhook last failed {span(age)} ago: {info.last_error_message or 'for no given reason'}."
    if age > LATELY:
        yield Finding(None, what, "If messages have arrived since, there is nothing to do.")
    else:
        yield Finding(
            False,
            what,
            "See that `piiri run` runs, that the proxy before it hands the address on to PIIRI_TELEGRAM_WEBHOOK_PORT, "
            "and that its certificate is a public one.",
        )


def attended(amiss: str) -> Finding:
    """What a Piiri that runs on this machine says of Telegram itself: then nobody else need be asked."""
    if not amiss:
        return Finding(
            None,
            "Piiri is running on this machine and finds nothing amiss, so it was not interrupted to see whether "
            "another program fetches messages too.",
        )
    return Finding(
        False,
        f"Piiri is running on this machine and says of Telegram: {amiss}.",
        "If another process asks with the same token, end it or give it a bot of its own; if not, see Piiri's log.",
    )
