"""What comes in is kept before Telegram is told that it arrived, and handled in order for each person."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from telegram import Bot, Update

from bot.adapters.telegram import read
from bot.adapters.telegram.updates import update_of
from bot.core.incoming import Incoming
from bot.core.ports import Inbox

log = logging.getLogger("piiri.telegram")

Handle = Callable[[Update, Incoming], Awaitable[None]]
"""Has the core hear one act and shows its answer."""


class Intake:
    """The updates between Telegram and the core. One task for each person who is doing something just now."""

    def __init__(self, bot: Bot, inbox: Inbox, handle: Handle) -> None:
        self._bot = bot
        self._inbox = inbox
        self._handle = handle
        self._username = ""
        self.begun = False
        self._lanes: dict[str, deque[tuple[Update, Incoming]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def busy(self) -> bool:
        """Whether anything that was kept is still being handled."""
        return bool(self._lanes)

    async def begin(self, username: str) -> None:
        """Handle what an earlier run kept and did not come to; from then on more may come."""
        self._username = username
        for key, body in await self._inbox.kept(read.PLATFORM):
            update = update_of(_json(body), self._bot)
            came = self._read(update) if update else None
            if update is None or came is None:
                await self._inbox.drop(read.PLATFORM, key)
            else:
                self._line_up(update, came)
        self.begun = True

    async def take(self, updates: Sequence[Update]) -> None:
        """Keep these, committed on return, and have what is new handled. Raises where they cannot be kept."""
        acts = {str(each.update_id): (each, came) for each in updates if (came := self._read(each))}
        new = await self._inbox.keep(read.PLATFORM, [(key, each.to_json().encode()) for key, (each, _) in acts.items()])
        for key in new:
            self._line_up(*acts[key])

    def _read(self, update: Update) -> Incoming | None:
        try:
            return read.incoming(update, self._username)
        except Exception as error:  # it would keep all that comes after it from being acknowledged
            log.error("an update could not be understood: %s", type(error).__name__)
            return None

    def stop(self) -> None:
        """Handle no more; what is not handled is kept for the next time."""
        self.begun = False
        for task in self._tasks:
            task.cancel()

    def _line_up(self, update: Update, came: Incoming) -> None:
        whose = came.sender.handle or came.channel or ""
        if whose in self._lanes:
            self._lanes[whose].append((update, came))
            return
        self._lanes[whose] = deque([(update, came)])
        task = asyncio.create_task(self._work_off(whose))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work_off(self, whose: str) -> None:
        lane = self._lanes[whose]
        try:
            while lane:
                try:
                    await self._handle(*lane[0])
                except Exception as error:  # what they did is done; only its answer was lost
                    log.error("answering an update failed: %s", type(error).__name__)
                lane.popleft()
        finally:
            del self._lanes[whose]


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None
