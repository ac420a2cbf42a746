"""Discord as an adapter: slash commands and buttons in channels and threads, whispers seen by one person alone."""

import asyncio
import logging
import random
import time
from collections import deque
from collections.abc import Awaitable, Callable, Collection
from typing import Any, TypeVar

import discord

from bot.adapters.discord import commands, members, read, render
from bot.adapters.discord.answers import Answers
from bot.adapters.discord.client import KNOCKS, OFFICIAL, build_client
from bot.adapters.discord.posting import Posting
from bot.adapters.discord.verdict import ERRORS, is_refused
from bot.core.incoming import Act, Incoming, LetIn, ShutOut
from bot.core.outgoing import Written
from bot.core.platform import Address, Capabilities, Gate, Hear, Outcome
from bot.core.ports import Library

log = logging.getLogger("piiri.discord")
T = TypeVar("T")
R = TypeVar("R")

CAPABILITIES = Capabilities(
    whisper="ephemeral",
    form="pages",
    fields=5,
    buttons=25,
    per_row=5,
    rows=5,
    label=80,
    text=1940,  # of 2,000: commands are longer here than words tell
    escaped=render.ESCAPED,
    files=True,
    edit=True,
    times=True,
    events=True,
    threads=True,
    roles=True,
)

FATAL = {
    4004: "Discord does not accept the token",
    4010: "Discord refuses the shard",
    4011: "Discord wants this bot sharded: it is on too many servers for one connection",
    4012: "Discord no longer speaks this version of its API",
    4013: "Discord refuses the intents",
    4014: "Discord refuses an intent that is not allowed to this bot",
}
"""By the gateway's code: what no other try would mend."""

DOWN = 30.0
"""Seconds without the gateway after which something is amiss."""

ANEW = 120.0
"""Seconds without it after which the library, which would wait ever longer, is begun anew."""

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0

REGISTERING = 5.0
"""Seconds that the gateway waits for the commands to be registered, and no longer."""


class DiscordRefused(Exception):
    """Discord will not have us; its one line says what to do."""

    for_operator = True


class DiscordAdapter:
    """The door to Discord. An interaction is answered at once or pressed again; nothing of one is kept here.

    Commands that this house has nothing for, what it registers is `without`.
    """

    name = read.PLATFORM
    capabilities = CAPABILITIES

    def __init__(
        self,
        token: str,
        *,
        library: Library,
        gate: Gate,
        api_url: str = OFFICIAL,
        gateway_url: str = "",
        connect: Callable[[discord.Client], Awaitable[None]] | None = None,
        without: Collection[str] = (),
    ) -> None:
        self.gate = gate
        self._without = without
        self._token = token
        self._urls = {"api_url": api_url, "gateway_url": gateway_url}
        self._library = library
        self._connect = connect or _connect
        self.client = build_client(self, **self._urls)
        self._logging_in = asyncio.Lock()
        self._registered = False
        self._posting = Posting(self._ready, gate, library)
        self._answers = Answers(self._posting, gate, library)
        self._hear: Hear | None = None
        self._begun = time.monotonic()
        self._down_since: float | None = self._begun
        self._was_up = False
        self.knocks: deque[float] = deque(maxlen=KNOCKS)

    # As the dispatcher knows it

    async def run(self, hear: Hear) -> None:
        """Listen until cancelled; DiscordRefused where no other try would help."""
        self._hear = hear
        refused = asyncio.ensure_future(self._posting.token_refused.wait())
        pause = FIRST_PAUSE
        try:
            while True:
                self._begun, self._was_up = time.monotonic(), False
                listening = asyncio.ensure_future(self._listen())
                watching = asyncio.ensure_future(self._until_long_down())
                await asyncio.wait({listening, watching, refused}, return_when=asyncio.FIRST_COMPLETED)
                watching.cancel()
                if self._was_up:
                    pause = FIRST_PAUSE
                await self._ended(listening)
                if refused.done():
                    raise DiscordRefused(_line(FATAL[4004]))
                await asyncio.sleep(pause * random.uniform(0.5, 1.0))  # noqa: S311 - many bots must not come back at once
                pause = min(2 * pause, LONGEST_PAUSE)
                self.up(False)
                await self.close()
        finally:
            self._hear = None
            refused.cancel()
            await self.close()

    async def close(self) -> None:
        """Let go of all connections; another client makes them again when they are needed."""
        if not self.client.is_closed():
            await self.client.close()

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:
        """Send one part, once: by its nonce, and past that by looking for its mark."""
        return await self._posting.post(to, part, mark, again=again)

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier post."""
        return await self._posting.amend(to, post, part)

    async def still_there(self, channel: str, handle: str) -> bool | None:
        """Whether this person is on the channel's server; None where Discord does not surely say."""
        if self._down_since is not None:  # then we do not know which servers we are on ourselves
            return None
        try:
            server, person = read.server(channel), int(handle)
        except ValueError:
            return None
        about = Address(read.PLATFORM, channel, private=False)
        return await self._posting.ask(about, lambda client: members.still_there(client, server, person))

    def amiss(self) -> str:
        """What is wrong, for the operator; empty where all is well."""
        if self._posting.token_refused.is_set():
            return "the token is refused"
        if self._down_since is not None and time.monotonic() - self._down_since > DOWN:
            return "the gateway is out of reach"
        return ""

    def silent(self) -> float:
        """Seconds since the gateway was lost; 0 while it is there."""
        return 0.0 if self._down_since is None else time.monotonic() - self._down_since

    # As the gateway knows it

    async def acted(self, interaction: discord.Interaction) -> None:
        """Somebody pressed, commanded, filled in or types."""
        came = understood(read.incoming, interaction)
        if came and self._hear:
            try:
                await self._answers.to(interaction, came, self._hear)
            except Exception as error:  # what they did is done; only its answer was lost, and that is said
                log.error("answering failed: %s", type(error).__name__)
                await self._guarded(self._answers.sorry(interaction, came))

    async def wrote(self, message: discord.Message) -> None:
        """Somebody wrote to the bot alone."""
        await self._in_writing(understood(read.written, message))

    async def edited(self, data: dict[str, Any]) -> None:
        """Somebody changed what they had written."""
        await self._in_writing(understood(read.edited, data))

    async def stood(self, channel: str, before: str, now: str) -> None:
        """The bot may speak somewhere again, or no longer."""
        if bool(before) != bool(now):
            await self._told(channel, ShutOut(now) if now else LetIn())

    async def gone(self, channel: str, why: str) -> None:
        """A channel, thread or server is closed to the bot for good."""
        await self._told(channel, ShutOut(why))

    def up(self, connected: bool) -> None:
        """The gateway came, or went."""
        if connected:
            self._down_since, self._was_up = None, True
        elif self._down_since is None:
            self._down_since = time.monotonic()

    # Within

    async def _in_writing(self, came: Incoming | None) -> None:
        if came and self._hear:
            await self._guarded(self._answer_in_writing(came, self._hear))

    async def _answer_in_writing(self, came: Incoming, hear: Hear) -> None:
        await self._answers.in_writing(came, await hear(came))

    async def _told(self, channel: str, act: Act) -> None:
        if self._hear:
            key = f"{type(act).__name__}:{channel}:{time.time_ns()}"
            await self._guarded(self._hear(Incoming(key, read.NOBODY, channel, act)))

    async def _guarded(self, doing: Awaitable[object]) -> None:
        try:
            await doing
        except Exception as error:  # what they did is done; only its answer was lost
            log.error("answering failed: %s", type(error).__name__)

    async def _listen(self) -> None:
        client = await self._ready()
        registering = asyncio.ensure_future(self._register(client))
        try:
            await asyncio.wait({registering}, timeout=REGISTERING)
            await self._connect(client)
        finally:
            registering.cancel()

    async def _register(self, client: discord.Client) -> None:
        """Tell Discord our commands, in as many tries as it takes: buttons work meanwhile."""
        pause = FIRST_PAUSE
        while not self._registered:
            assert client.application_id is not None  # noqa: S101 - known once logged in
            try:
                tree = commands.tree(self._library, self._without)
                await client.http.bulk_upsert_global_commands(client.application_id, tree)
                self._registered = True
            except ERRORS as error:
                self._posting.note(error)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    async def _ready(self) -> discord.Client:
        """The client, logged in: by then it can post, whether or not the gateway is there."""
        async with self._logging_in:
            if self.client.is_closed():
                self.client = build_client(self, **self._urls)
            if self.client.application_id is None:
                await self.client.login(self._token)
        return self.client

    async def _until_long_down(self) -> None:
        """Until it is worth beginning anew; asked now and then, for a gateway comes and goes."""
        while self._down_since is None or time.monotonic() - max(self._down_since, self._begun) < ANEW:  # noqa: ASYNC110 - a few facts and a clock
            await asyncio.sleep(1.0)

    async def _ended(self, listening: asyncio.Future[None]) -> None:
        """Why listening ended: DiscordRefused where that is for good."""
        listening.cancel()
        await asyncio.wait({listening}, timeout=2)
        error = None if not listening.done() or listening.cancelled() else listening.exception()
        if error is None:
            return
        if isinstance(error, discord.PrivilegedIntentsRequired):
            raise DiscordRefused(_line(FATAL[4014])) from None
        if isinstance(error, discord.ConnectionClosed) and error.code in FATAL:
            raise DiscordRefused(_line(FATAL[error.code])) from None
        if is_refused(error):
            raise DiscordRefused(_line(FATAL[4004])) from None
        if not isinstance(error, (*ERRORS, AttributeError)):  # the last is the library's own, before a first connection
            raise error
        self._posting.note(error)


async def _connect(client: discord.Client) -> None:
    await client.connect(reconnect=True)


def _line(what: str) -> str:
    return f"{what}: `piiri doctor --discord` says what to do"


def understood(reader: Callable[[T], R | None], told: T) -> R | None:
    """What was done, or None where it cannot be made out; what is in it is never logged. Never raises."""
    try:
        return reader(told)
    except Exception as error:  # a shape that Discord does not send today
        log.error("an act could not be understood: %s", type(error).__name__)
        return None
