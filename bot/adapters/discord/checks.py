"""What Discord's answers mean to an operator who asks whether all is well. Pure, and light to import."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.adapters.discord.permissions import invite
from bot.core.finding import Finding, span, unreached
from bot.core.platform import NotSent, Outcome, Throttled

Told = Mapping[str, Any]
"""An object of Discord's, as it was told: not yet known to be one."""

PORTAL = "https://discord.com/developers/applications"
FEW = 50
"""Of a thousand connections a day; at the last one Discord resets the token."""

PRESENCE, MEMBERS, CONTENT = 3 << 12, 3 << 14, 3 << 18
"""Flags of an application whose privileged intents are switched on, each for few servers or for many."""

NO_TOKEN = Finding(
    False,
    "No Discord token is set.",
    f"At {PORTAL} (the Developer Portal) press New Application, then under Bot press Reset Token. Put the token that "
    "it shows into PIIRI_DISCORD_TOKEN, or into a file whose path is in PIIRI_DISCORD_TOKEN_FILE.",
)
NO_ADDRESS = Finding(
    False, "PIIRI_DISCORD_API_URL is no address.", "Take it out: then it is https://discord.com/api/v10."
)
NOT_DISCORD = NotSent("not-discord")
"""Something answered that is no Discord."""


def failed(outcome: Outcome, where: str, cause: str = "") -> Finding:
    """Why Discord at `where` did not say what was asked; `cause` is the name of the connection's own error."""
    match outcome:
        case NotSent("token"):
            return Finding(
                False,
                "Discord does not accept the token.",
                f"At {PORTAL}, in your application under Bot, press Reset Token and put the new one into "
                "PIIRI_DISCORD_TOKEN; the old one is void then.",
            )
        case NotSent("no-connection"):
            return unreached(where, cause, "PIIRI_DISCORD_API_URL")
        case NotSent("not-discord"):
            return Finding(
                False,
                f"What answers at {where} is not Discord's API.",
                "Correct PIIRI_DISCORD_API_URL, or take it out; if it is right, see whether a proxy stands in between.",
            )
        case Throttled(seconds):
            return Finding(False, f"Discord asks to be left alone for {span(seconds)}.", "Ask again after that.")
    return Finding(False, f"{where} did not answer as it should.", "Ask again in a few minutes.")


def about(me: Told) -> Finding:
    """Who the bot is."""
    number = str(me.get("discriminator") or "0")
    name = f"{me['username']}" + (f"#{number}" if number.strip("0") else "")
    return Finding(True, f"Discord accepts the token: the bot is {name}.")


def application(told: Told) -> Iterator[Finding]:
    """Whether the application is set up as Piiri needs it, and how the bot comes into a server."""
    if told.get("interactions_endpoint_url"):
        yield Finding(
            False,
            "Presses and commands go to a web address of the application's, and so never to Piiri.",
            "In the Developer Portal, under General Information, empty Interactions Endpoint URL.",
        )
    else:
        yield Finding(True, "Presses and commands come to Piiri.")
    yield from _intents(int(told.get("flags") or 0))
    if told.get("bot_require_code_grant"):
        yield Finding(
            False,
            "The bot cannot be added to a server by a link: Requires OAuth2 Code Grant is on.",
            "In the Developer Portal, under Bot, switch it off.",
        )
    if told.get("integration_types_config") and "0" not in told["integration_types_config"]:
        yield Finding(
            False,
            "The bot can be added to people only, and to no server.",
            "In the Developer Portal, under Installation, tick Guild Install.",
        )
    if told.get("bot_public") is False:
        yield Finding(
            None,
            "Only the application's owner can add the bot to servers.",
            "If others are to add it to theirs: in the Developer Portal, under Bot, switch on Public Bot.",
        )
    yield Finding(None, "Who manages a server adds the bot to it, or gives it its permissions again, at", link(told))


def link(told: Told) -> str:
    """Where the application's bot is added to a server."""
    return invite(str(int(told["id"])))


def _intents(flags: int) -> Iterator[Finding]:
    """The privileged intents: what the bot could be sent of people, beside what they send to it."""
    if flags & CONTENT:
        yield Finding(
            False,
            "Message Content Intent is on: wherever Piiri looks for its own posts, it is sent what people said there, "
            "which it neither needs nor wants.",
            "In the Developer Portal, under Bot, switch it off.",
        )
    for intent, name in ((PRESENCE, "Presence"), (MEMBERS, "Server Members")):
        if flags & intent:
            yield Finding(
                None,
                f"{name} Intent is on, which Piiri makes no use of.",
                "In the Developer Portal, under Bot, it can be switched off.",
            )
    if not flags & (CONTENT | PRESENCE | MEMBERS):
        yield Finding(True, "The privileged intents are off: the bot hears commands and presses only.")


def commands(told: Sequence[Told]) -> Finding:
    """Whether people find Piiri's commands when they type a slash; those of the whole application."""
    names = sorted(f"/{command['name']}" for command in told if command.get("type", 1) == 1)
    if not names:
        return Finding(
            None,
            "No slash commands are registered yet.",
            "`piiri run` registers them when it starts; if it runs already, see its log.",
        )
    return Finding(True, f"Slash commands are registered: {', '.join(names)}.")


def starts(limit: Told) -> Finding:
    """How often the bot may still connect today."""
    remaining, again = int(limit["remaining"]), span(int(limit["reset_after"]) / 1000)
    often = "See in Piiri's log why it connects so often; when none is left, Discord resets the token."
    if remaining <= 0:
        return Finding(False, f"Discord lets the bot connect no more for {again}.", often)
    if remaining < FEW:
        return Finding(None, f"Discord lets the bot connect only {remaining} times more within {again}.", often)
    return Finding(True, f"Discord lets the bot connect {remaining} times more today.")


def attended(amiss: str) -> Finding:
    """What a Piiri that runs on this machine says of Discord itself."""
    if not amiss:
        return Finding(True, "Piiri is running on this machine and finds nothing amiss with Discord.")
    return Finding(False, f"Piiri is running on this machine and says of Discord: {amiss}.", "See Piiri's log.")
