"""docs/platforms.md, made from what the adapters declare: `python -m tests.contract.matrix > docs/platforms.md`."""

from collections.abc import Callable

from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.core.platform import Capabilities

PLATFORMS = {"browser": BrowserAdapter.capabilities, "Telegram": TELEGRAM, "Discord": DISCORD}
YES = {True: "yes", False: "no"}

ROWS: dict[str, Callable[[Capabilities], str]] = {
    "private things": lambda can: {
        "direct": "in a private chat", "ephemeral": "seen by one person in the channel", "none": "none"
    }[can.whisper],
    "forms": lambda can: {
        "modal": f"whole, {can.fields} fields", "pages": f"by pages, {can.fields} fields each", "steps": "question by question"
    }[can.form],
    "buttons on a post": lambda can: f"{can.buttons}, {can.per_row} in a row, {can.label} characters each",
    "rows of buttons": lambda can: "any number" if can.rows is None else f"{can.rows}",
    "text of one post": lambda can: f"{can.text} characters; longer ones come in parts",
    "text beside a file": lambda can: "as much" if can.caption is None else f"{can.caption} characters",
    "files": lambda can: YES[can.files],
    "pictures": lambda can: YES[can.pictures],
    "times in each reader's own zone": lambda can: YES[can.times],
    "meetings as events of its own": lambda can: YES[can.events],
    "a thread on a post": lambda can: YES[can.threads],
    "a role to mention": lambda can: YES[can.roles],
    "posts changed in their place": lambda can: YES[can.edit],
    "what is said there is gone when a group is deleted": lambda can: YES[can.keeps],
    "own posts known again after a crash": lambda can: YES[can.marks],
}  # fmt: skip


def page() -> str:
    """The whole page."""
    lines = [
        "# What each platform carries",
        "",
        "Made from what the adapters declare; a test holds this page to it. What is private is never moved elsewhere:",
        "where a platform cannot show it to one person alone, it is not shown.",
        "",
        f"| | {' | '.join(PLATFORMS)} |",
        f"|---|{'---|' * len(PLATFORMS)}",
    ]
    lines += [f"| {what} | {' | '.join(tell(can) for can in PLATFORMS.values())} |" for what, tell in ROWS.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
