"""What comes in is kept before Telegram is told that it arrived, and handled in order for each person."""

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import Any

from telegram import Bot, Update

from bot.adapters.telegram import read
from bot.adapters.telegram.updates import Raw, update_of
from bot.core.incoming import Incoming
from bot.core.ports import Inbox

log = logging.getLogger("piiri.telegram")

Handle = Callable[[Update, Incoming], Awaitable[None]]
"""Has the core hear one act and shows its answer."""

Later = Callable[[Update, Incoming], Awaitable[None]]
"""Tells a person that what they did cannot be kept now, and will be seen to."""


SOON = 1.0
"""Seconds after which a failure is told at once; one that passes by the next try needs no words."""

MANY = 1000
"""How many are remembered as told; whoever is forgotten may be told twice."""


class Intake:
    """The updates between Telegram and the core. One task for each person who is doing something just now."""

    def __init__(self, bot: Bot, inbox: Inbox, handle: Handle, later: Later) -> None:
        self._bot = bot
        self._inbox = inbox
        self._handle = handle
        self._later = later
        self._failed: set[str] = set()
        self._told_later: set[str] = set()
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
            act = self._read(_json(body))
            if act is None:
                await self._inbox.drop(read.PLATFORM, key)
            else:
                self._line_up(*act)
        self.begun = True

    async def take(self, updates: Sequence[Raw]) -> None:
        """Keep these, committed on return, and have what is new handled. Raises where they cannot be kept."""
        raws = {str(each["update_id"]): each for each in updates}
        acts = {key: act for key, each in raws.items() if (act := self._read(each))}
        began = time.monotonic()
        try:
            bodies = [(key, json.dumps(raws[key]).encode()) for key in acts]
            new = await self._inbox.keep(read.PLATFORM, bodies)
        except Exception:
            at_once = time.monotonic() - began > SOON
            self._tell_later({key: act for key, act in acts.items() if at_once or key in self._failed})
            self._failed = {*acts}
            raise
        if doubtful := (self._failed & acts.keys()).difference(new):
            # A commit that was said to have failed may have gone through: then they are kept, and in nobody's hand.
            there = {key for key, _ in await self._inbox.kept(read.PLATFORM)}
            new = [key for key in acts if key in new or (key in doubtful and key in there)]
        self._failed.clear()
        self._told_later.difference_update(acts)
        for key in new:
            self._line_up(*acts[key])

    def _read(self, raw: object) -> tuple[Update, Incoming] | None:
        update = update_of(raw, self._bot)
        came = understood(update, self._username) if update else None
        return (update, came) if update and came else None

    def stop(self) -> None:
        """Handle no more; what is not handled is kept for the next time."""
        self.begun = False
        for task in self._tasks:
            task.cancel()

    def _tell_later(self, acts: Mapping[str, tuple[Update, Incoming]]) -> None:
        """Telegram still has them and hands them out again, for a day; nobody is left to wait without a word."""
        new = acts.keys() - self._told_later
        self._told_later |= new
        while len(self._told_later) > MANY:
            self._told_later.pop()
        for key in new:
            self._spawn(self._tell(*acts[key]))

    async def _tell(self, update: Update, came: Incoming) -> None:
        try:
            await self._later(update, came)
        except Exception as error:
            log.error("saying that something is seen to later failed: %s", type(error).__name__)

    def _spawn(self, coroutine: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _line_up(self, update: Update, came: Incoming) -> None:
        whose = came.sender.handle or came.channel or ""
        if whose in self._lanes:
            self._lanes[whose].append((update, came))
            return
        self._lanes[whose] = deque([(update, came)])
        self._spawn(self._work_off(whose))

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


def understood(update: Update, username: str) -> Incoming | None:
    """The one act in an update, or None where it says nothing to us; what is in it is never logged. Never raises."""
    try:
        return read.incoming(update, username)
    except Exception as error:  # it would keep all that comes after it from being acknowledged
        log.error("an update could not be understood: %s", type(error).__name__)
        return None
