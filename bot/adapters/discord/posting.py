"""Sending and changing messages, each with its outcome: the only place that posts by itself."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final, TypeVar

import discord
from discord.http import Route

from bot.adapters.discord import events, history, render
from bot.adapters.discord.permissions import closing
from bot.adapters.discord.read import place, server
from bot.adapters.discord.verdict import ARCHIVED, ERRORS, LACKING, is_refused, outcome_of
from bot.core.outgoing import Written
from bot.core.platform import (
    BLIND,
    POST_UNKNOWN,
    SHUT,
    Address,
    Gate,
    NotSent,
    Outcome,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)
from bot.core.ports import Library

log = logging.getLogger("piiri.discord")

T = TypeVar("T")
_Post = discord.Message | discord.PartialMessage

WINDOW = 60.0
"""Seconds for which Discord surely knows a nonce again; it says "a few minutes"."""

PATIENCE = 60.0
"""Seconds that one call may take, the library's own tries included."""

MANY = 1000
"""Tries whose outcome is not known that are remembered before old ones are let go of."""

A_WEEK: Final = 10080
"""Minutes after which a silent thread folds itself away."""

PRIVATE_SIDES = 4096
"""How many people's private channels are remembered: each is asked for once, and asked for again at no harm."""


class Posting:
    """Posts through one client. `token_refused` is set when Discord does not know the token (any more)."""

    def __init__(self, client: Callable[[], Awaitable[discord.Client]], gate: Gate, library: Library) -> None:
        self._client = client
        self._gate = gate
        self._library = library
        self._sides: OrderedDict[str, int] = OrderedDict()
        self._tried: dict[str, float] = {}
        self.token_refused = asyncio.Event()

    async def post(self, to: Address, part: Written, mark: str, *, again: bool) -> Outcome:
        """Send one part; where an earlier try may have arrived, look for it first."""

        async def send(client: discord.Client) -> Outcome:
            if part.event:
                found = await events.find(client, server(to.id), part.event) if again else None
                return Sent(found or await events.make(client, server(to.id), part.event))
            there = await self._there(client, to)
            if again and not self._fresh(mark):
                may = self._may(client, to)
                readable = to.private or (may.read_message_history if may else None)
                before = await history.find(there, client, part, mark, self._library, readable=readable)
                if before:
                    return Sent(before, await self._beside(client, to, there.get_partial_message(int(before)), part))
            self._remember(mark)
            return await self._send(client, there, to, part, mark)

        outcome = await self._outcome(send, to)
        if outcome == Rejected(POST_UNKNOWN):  # by our own nonce: it was sent, and somebody has taken it away since
            return Sent("")
        if not isinstance(outcome, Unsure):
            self._tried.pop(mark, None)
        return outcome

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier message or event."""
        if not (post.isascii() and post.isdecimal() and len(post) < 20):
            return Rejected(POST_UNKNOWN)

        async def change(client: discord.Client) -> Outcome:
            if part.event:
                return Sent(await events.change(client, server(to.id), int(post), part.event))
            message = (await self._there(client, to)).get_partial_message(int(post))
            said: dict[str, Any] = {"content": render.text(part, self._library), "view": render.view(part)}
            said["allowed_mentions"] = discord.AllowedMentions.none()
            try:
                await message.edit(**said)
            except discord.HTTPException as error:
                if error.code != ARCHIVED or not await self._opened(client, to):
                    raise
                await message.edit(**said)
            return Sent(post)

        return await self._outcome(change, to)

    async def ask(self, about: Address, call: Callable[[discord.Client], Awaitable[T]]) -> T | None:
        """What Discord says to a question that can wait until there is room; None where it says nothing."""
        if not await self._gate.enter(about):
            return None
        client: discord.Client | None = None
        try:
            async with asyncio.timeout(PATIENCE) as patience:
                client = await self._client()
                return await call(client)
        except ERRORS as error:
            self.note(error)
            if client and patience.expired():
                client.http._global_over.set()  # as in `_outcome`
            return None
        finally:
            self._gate.answered(about)
            self._gate.leave()

    async def _send(
        self, client: discord.Client, there: discord.PartialMessageable, to: Address, part: Written, mark: str
    ) -> Outcome:
        if not part.files:
            made = await client.http.request(
                Route("POST", "/channels/{channel_id}/messages", channel_id=there.id),
                json=render.post(part, self._library, mark),
            )
            post = int(made["id"])
            return Sent(str(post), await self._beside(client, to, there.get_partial_message(post), part))
        amiss = ""
        said: dict[str, Any] = {
            "content": render.text(part, self._library) or None,
            "nonce": mark[: render.NONCE],
            "suppress_embeds": True,
            "allowed_mentions": render.mentions(part),
        }
        if part.buttons:
            said["view"] = render.view(part, mark)
        try:
            sent = await there.send(**said, files=render.files(part))
        except discord.Forbidden as error:
            may = self._may(client, to)
            if not (error.code == LACKING and may and not may.attach_files and not _closed(client, to, may)):
                raise
            sent, amiss = await there.send(**said), "lacks-files"
        return Sent(str(sent.id), await self._beside(client, to, sent, part) or amiss)

    async def _beside(self, client: discord.Client, to: Address, sent: _Post, part: Written) -> str:
        """What comes with a post that stands, now or since a try before: a pin, a thread; the code of what lacks."""
        if part.pin:
            with suppress(*ERRORS):  # where we may not, it stays where it is
                await self._extra(to, sent.pin)
        return await self._thread(client, to, sent, part.thread) if part.thread else ""

    async def _thread(self, client: discord.Client, to: Address, sent: _Post, name: str) -> str:
        """Hang a thread on a post, or say what lacks; in a thread there are no threads."""
        channel = place(to.id)[1]
        if isinstance(client.get_channel(channel), discord.Thread):
            return ""
        try:
            await self._extra(to, lambda: sent.create_thread(name=name[:100], auto_archive_duration=A_WEEK))
        except discord.Forbidden:
            return "lacks-make-threads"
        except (*ERRORS, ValueError) as error:  # one that is there already among them
            self.note(error)
        return ""

    async def _opened(self, client: discord.Client, to: Address) -> bool:
        """Whether a thread that was put away is open again: only a new post opens it by itself."""
        with suppress(discord.Forbidden):  # it is locked
            await self._extra(to, lambda: client.http.edit_channel(place(to.id)[1], archived=False))
            return True
        return False

    async def _there(self, client: discord.Client, to: Address) -> Any:
        """The channel, without asking anybody; a person's private one is asked for once."""
        if not to.private:
            home, channel = place(to.id)
            return client.get_partial_messageable(channel, guild_id=home)
        if to.id not in self._sides:
            side = await self._extra(to, lambda: client.create_dm(discord.Object(int(to.id))))
            self._sides[to.id] = side.id
            while len(self._sides) > PRIVATE_SIDES:
                self._sides.popitem(last=False)
        return client.get_partial_messageable(self._sides[to.id])

    async def _extra(self, to: Address, call: Callable[[], Awaitable[T]]) -> T:
        """A call beside the post itself: it counts against the same pace."""
        if not await self._gate.enter(to, ahead=True):
            raise discord.RateLimited(max(self._gate.stopped(to), 1.0))
        try:
            return await call()
        finally:
            self._gate.answered(to)

    async def _outcome(self, call: Callable[[discord.Client], Awaitable[Outcome]], to: Address) -> Outcome:  # noqa: PLR0911 - one for each
        client: discord.Client | None = None
        try:
            async with asyncio.timeout(PATIENCE) as patience:
                client = await self._client()
                return await call(client)
        except ValueError:
            return Unreachable(SHUT if to.private else "channel-gone")
        except events.Lacking:
            return Rejected("lacks-events")
        except events.Away:
            return NotSent("no-connection")
        except history.Unreadable:
            return Unsure(BLIND)
        except ERRORS as error:
            self.note(error)
            if client and patience.expired():
                client.http._global_over.set()  # the library, broken off in a wait for all, would wait for ever
            outcome = outcome_of(error, private=to.private)
        if client is None and isinstance(outcome, Unsure):  # we did not even come to the sending
            return NotSent("no-connection")
        return self._named(outcome, client, to) if client and isinstance(outcome, Unreachable) else outcome

    def _named(self, outcome: Unreachable, client: discord.Client, to: Address) -> Unreachable:
        """The same with what the library knows of the place: Discord does not say which permission lacks."""
        if "/" not in to.id:  # a server as a whole, which only events have
            return outcome
        if outcome.why == "lacks-send":
            may = self._may(client, to)
            return Unreachable((may and _closed(client, to, may)) or outcome.why)
        if outcome.why == "lacks-view" and client.is_ready() and client.get_guild(place(to.id)[0]) is None:
            return Unreachable("removed")
        return outcome

    @staticmethod
    def _may(client: discord.Client, to: Address) -> discord.Permissions | None:
        """What the bot may in a channel, as far as the library knows it; with a person there is nothing to know."""
        if to.private:
            return None
        home, channel = place(to.id)
        guild = client.get_guild(home)
        there = guild.get_channel_or_thread(channel) if guild else None
        return there.permissions_for(guild.me) if guild and there else None

    def _remember(self, mark: str) -> None:
        now = time.monotonic()
        self._tried.setdefault(mark, now)
        if len(self._tried) > MANY:
            self._tried = {each: since for each, since in self._tried.items() if now - since < WINDOW}

    def _fresh(self, mark: str) -> bool:
        """Whether Discord itself still knows the try before this one."""
        first = self._tried.get(mark)
        return first is not None and time.monotonic() - first < WINDOW

    def note(self, error: BaseException) -> None:
        """Write down what kind of failure it was, never its text."""
        if is_refused(error):
            self.token_refused.set()
        code = f" {error.status}/{error.code}" if isinstance(error, discord.HTTPException) else ""
        log.info("a call to Discord failed: %s%s", type(error).__name__, code)


def _closed(client: discord.Client, to: Address, may: discord.Permissions) -> str:
    """The code of the permission whose want closes a channel; empty where it is open."""
    thread = isinstance(client.get_channel(place(to.id)[1]), discord.Thread)
    return closing(lambda flag: bool(getattr(may, flag)), thread=thread)
