"""What the bot must be allowed in a channel, and what it may be allowed beside. Pure, and light to import."""

from collections.abc import Callable
from dataclasses import dataclass

AUTHORIZE = "https://discord.com/oauth2/authorize"


@dataclass(frozen=True)
class Permission:
    """One of Discord's permissions, and what Piiri does with it.

    `code` is how phrases and notices know its lack, `flag` the library's name of it, `bit` its place in a number of
    permissions, `name` what Discord's English app calls it, and `why` a line for the operator.
    """

    code: str
    flag: str
    bit: int
    name: str
    why: str


SEND = Permission("lacks-send", "send_messages", 11, "Send Messages", "Piiri posts to the group.")
THREADS = Permission(
    "lacks-threads",
    "send_messages_in_threads",
    38,
    "Send Messages in Threads",
    "Piiri posts where the group lives in a thread, and where each theme gets one.",
)
NEEDED: tuple[Permission, ...] = (
    Permission("lacks-view", "view_channel", 10, "View Channel", "Without it the channel is not there for Piiri."),
    SEND,
    THREADS,
    Permission(
        "lacks-history",
        "read_message_history",
        16,
        "Read Message History",
        "After a crash Piiri looks for its own post before it posts again, and so posts nothing twice.",
    ),
    Permission("lacks-files", "attach_files", 15, "Attach Files", "Reminders bring a calendar file."),
)
"""Without these a group is not served well, the most important first: the last two close no channel, the others do.

No more than this: presses and slash commands need no permission of the bot's, text without previews no Embed Links,
and its own posts it may change and take away by itself.
"""

OPTIONAL: tuple[Permission, ...] = (
    Permission(
        "lacks-events",
        "create_events",
        44,
        "Create Events",
        "Piiri can put meetings among the server's events; it changes and removes its own with the same permission.",
    ),
    Permission(
        "lacks-make-threads",
        "create_public_threads",
        35,
        "Create Public Threads",
        "Piiri can open a thread for each theme, so that talk about it stays together.",
    ),
    Permission("lacks-pin", "pin_messages", 51, "Pin Messages", "Piiri can pin the plan."),
    Permission(
        "lacks-mention",
        "mention_everyone",
        17,
        "Mention @everyone, @here, and All Roles",
        "Piiri can call the group's role where not everybody may mention it, and never calls anybody else. Letting "
        "anyone mention that role (in the role's settings) does as well.",
    ),
)
"""Only some wishes need these; whoever gives the bot less loses that wish and nothing else."""


def lacking(may: Callable[[str], bool], *, thread: bool) -> tuple[Permission, ...]:
    """The needed ones that `may`, asked by flag, says no to, the most important first.

    In a thread other permissions count for posting than outside of one: `may` is asked about the thread's parent.
    """
    beside = SEND if thread else THREADS
    return tuple(needed for needed in NEEDED if needed is not beside and not may(needed.flag))


CLOSING = frozenset({"lacks-view", "lacks-send", "lacks-threads"})
"""The codes of those without which nothing at all can be posted."""


def closing(may: Callable[[str], bool], *, thread: bool) -> str:
    """The code of what keeps the bot from posting; empty where nothing does."""
    return next((lacks.code for lacks in lacking(may, thread=thread) if lacks.code in CLOSING), "")


def bits() -> int:
    """The number of permissions that the invite link asks for; whoever invites may tick off the optional ones."""
    return sum(1 << permission.bit for permission in (*NEEDED, *OPTIONAL))


def invite(application_id: str) -> str:
    """The address where somebody who manages a server adds the bot to it."""
    return f"{AUTHORIZE}?client_id={application_id}&scope=bot+applications.commands&permissions={bits()}"
