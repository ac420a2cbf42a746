"""Telegram as an adapter: an ordinary bot in groups and topics, that answers people in private."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from telegram import Bot, ChatMember, Update
from telegram.error import TelegramError

from bot.adapters.telegram import menus, read
from bot.adapters.telegram.answers import Answers
from bot.adapters.telegram.intake import Intake
from bot.adapters.telegram.polling import Pulse, TokenRefused, poll, watched
from bot.adapters.telegram.posting import Posting
from bot.adapters.telegram.transport import AiohttpRequest
from bot.adapters.telegram.updates import ALLOWED, asked, is_update
from bot.adapters.telegram.verdict import is_refused
from bot.core.incoming import Command, Incoming, Press
from bot.core.outgoing import Written
from bot.core.platform import Address, Capabilities, Gate, Hear, Outcome
from bot.core.ports import Inbox, Library

T = TypeVar("T")

OFFICIAL = "https://api.telegram.org"

CAPABILITIES = Capabilities(
    whisper="direct",
    form="steps",
    fields=0,
    buttons=100,
    per_row=8,
    label=64,
    text=4096,
    files=True,
    edit=True,
    caption=1024,
    marks=False,
)


@dataclass(frozen=True)
class Webhook:
    """Where Telegram is to send updates, and the secret that it shows each time; without one nothing is taken."""

    url: str
    secret: str


def make_bot(token: str, api_url: str, *requests: AiohttpRequest) -> Bot:
    """A bot on light transports, one for calls and one for updates; connects nowhere by itself."""
    base = api_url.rstrip("/")
    return Bot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=requests[0],
        get_updates_request=requests[-1],
    )


class TelegramAdapter:
    """The door to Telegram. What it must not forget is in the inbox; what it knows besides can be asked again.

    Commands that this house has nothing for, its menus are `without`.
    """

    name = read.PLATFORM
    capabilities = CAPABILITIES

    def __init__(
        self,
        token: str,
        *,
        inbox: Inbox,
        library: Library,
        gate: Gate,
        api_url: str = OFFICIAL,
        webhook: Webhook | None = None,
        without: Collection[str] = (),
    ) -> None:
        self.gate = gate
        self._without = without
        self.webhook = webhook
        self.pulse = Pulse()
        self._requests = (AiohttpRequest(), AiohttpRequest(connections=2))
        self._bot = make_bot(token, api_url, *self._requests)
        self._library = library
        self._posting = Posting(self._bot)
        self._answers = Answers(self._bot, self._posting, gate, library)
        self.intake = Intake(self._bot, inbox, self._handle, self._answers.later)
        self._hear: Hear | None = None

    # As the dispatcher knows it

    async def run(self, hear: Hear) -> None:
        """Listen until cancelled; TokenRefused where Telegram does not know the token."""
        self._hear = hear
        try:
            await self.intake.begin(await self._introduced())
            await self._once(menus.set_menus(self._bot, self._library, self._without))
            listening = asyncio.ensure_future(self._await_posts() if self.webhook else self._poll())
            refused = asyncio.ensure_future(self._posting.token_refused.wait())
            try:
                await asyncio.wait({listening, refused}, return_when=asyncio.FIRST_COMPLETED)
                if listening.done():
                    listening.result()
                raise TokenRefused
            finally:
                listening.cancel()
                refused.cancel()
                await asyncio.wait({listening, refused}, timeout=2)
        finally:
            self.intake.stop()
            self._hear = None
            await self.close()

    async def close(self) -> None:
        """Let go of all connections; they are made again when they are needed."""
        for request in self._requests:
            await request.shutdown()

    async def post(self, to: Address, part: Written, *, mark: str, again: bool = False) -> Outcome:  # noqa: ARG002 - Telegram keeps no mark
        """Send one part."""
        return await self._posting.post(to, part)

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier post."""
        return await self._posting.amend(to, post, part)

    async def menu(self, handle: str, language: str, *, convenes: bool) -> None:
        """Show a person the commands that they have."""
        own = menus.set_menu(self._bot, self._library, handle, language, convenes=convenes, without=self._without)
        await self._once(own)

    async def take(self, body: bytes) -> None:
        """Keep one update that was sent to the webhook; ValueError where it is none, or nobody listens yet."""
        raw = json.loads(body)
        if not is_update(raw) or not self.intake.begun:
            raise ValueError("not now")
        await self.intake.take([raw])
        self.pulse.beat()

    def amiss(self) -> str:
        """What is wrong, for the operator; empty where all is well."""
        if self._posting.token_refused.is_set():
            return "the token is refused"
        if self.pulse.amiss:
            return self.pulse.amiss
        return "the poller is dead" if not self.webhook and self.pulse.dead else ""

    def silent(self) -> float:
        """Seconds since Telegram last answered, or last sent something to the webhook."""
        return self.pulse.silent

    # Within

    async def _introduced(self) -> str:
        """The bot's own name."""
        return (await self._at_last(self._bot.get_me)).username or ""

    async def _poll(self) -> None:
        await self._at_last(self._bot.delete_webhook)
        ask = partial(asked, self._bot, self._requests[1])
        await watched(lambda: poll(ask, self.intake.take, self.pulse), self.pulse)

    async def _await_posts(self) -> None:
        assert self.webhook is not None  # noqa: S101 - asked just before
        where: dict[str, Any] = {
            "url": self.webhook.url,
            "secret_token": self.webhook.secret,
            "allowed_updates": ALLOWED,
        }
        await self._at_last(lambda: self._bot.set_webhook(**where))
        await asyncio.Event().wait()

    async def _at_last(self, call: Callable[[], Awaitable[T]]) -> T:
        """What nothing can be heard without: tried until it goes well."""
        pause = 0.5
        while True:
            try:
                done = await call()
            except TelegramError as error:
                if is_refused(error):
                    raise TokenRefused from None
                self.pulse.falters(type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30.0)
            else:
                self.pulse.beat()
                return done

    async def _once(self, call: Awaitable[object]) -> None:
        """Try something that can wait for the next start."""
        try:
            await call
        except TelegramError as error:
            self._posting.note(error)

    async def _handle(self, update: Update, came: Incoming) -> None:
        if self._hear is not None:
            came = await self._with_rights(came)
            await self._answers.show(update, came, await self._hear(came), self._hear)

    async def _with_rights(self, came: Incoming) -> Incoming:
        """Whether the person may decide here whose the channel is: asked where it matters, of Telegram each time."""
        if came.channel is None or not came.sender.handle or not self._sets_up(came):
            return came
        try:
            member = await self._bot.get_chat_member(read.place(came.channel)[0], int(came.sender.handle))
        except TelegramError as error:
            self._posting.note(error)
            return came
        may = member.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR}
        return replace(came, sender=replace(came.sender, may_convene=may))

    def _sets_up(self, came: Incoming) -> bool:
        match came.act:
            case Press(data):
                return data.startswith(("setup", "subgroup-"))
            case Command(word):
                return self._library.command(word) in {"setup", "start", "subgroup"}
        return False
