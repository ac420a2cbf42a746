"""The routes of the API, and what each does."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.discord import (
    api_answers,
    api_channels,
    api_commands,
    api_events,
    api_followups,
    api_guilds,
    api_messages,
    api_pins,
    api_threads,
)
from tests.fakes.discord.check_message import Upload
from tests.fakes.discord.state import State

Handler = Callable[["Call"], Any]


@dataclass(slots=True)
class Call:
    """One request, read and counted; `ids` are the changing parts of its path, in order."""

    state: State
    method: str
    route: str
    ids: list[str]
    query: dict[str, str]
    body: Any = field(default_factory=dict)
    files: dict[int, Upload] = field(default_factory=dict)

    def number(self, place: int) -> int:
        """A part of the path as a number."""
        return int(self.ids[place])


HANDLERS: dict[tuple[str, str], Handler] = {
    **api_guilds.ROUTES,
    **api_channels.ROUTES,
    **api_messages.ROUTES,
    **api_pins.ROUTES,
    **api_threads.ROUTES,
    **api_events.ROUTES,
    **api_commands.ROUTES,
    **api_answers.ROUTES,
    **api_followups.ROUTES,
}
# What is reached by a token of its own in the path: no account is asked for, and the limit on all does not count it.
BY_TOKEN = frozenset({"interactions", "webhooks"})


def routed(path: str) -> tuple[str, list[str]]:
    """A path without the API's prefix as a route, with `{}` for what changes, and what stood there."""
    steps = path.strip("/").split("/")
    by_token = steps[0] in BY_TOKEN
    ids = []
    for number, step in enumerate(steps):
        if step.isdigit() or (by_token and number == 2):
            ids.append(step)
            steps[number] = "{}"
    return "/" + "/".join(steps), ids
