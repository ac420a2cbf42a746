"""Sending and changing messages, each with its outcome. The only place that speaks to Telegram about messages."""

import asyncio
import logging
from typing import Any

from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.adapters.telegram import render
from bot.adapters.telegram.read import place
from bot.adapters.telegram.verdict import is_refused, outcome_of
from bot.core.outgoing import Written
from bot.core.platform import POST_UNKNOWN, Address, Outcome, Rejected, Sent, Unreachable

log = logging.getLogger("piiri.telegram")

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Posting:
    """Posts through one bot. `token_refused` is set when Telegram does not know the token (any more)."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._username = ""
        self.token_refused = asyncio.Event()

    async def username(self) -> str:
        """The bot's own name, asked for once; empty where Telegram cannot be reached."""
        if not self._username:
            try:
                self._username = (await self._bot.get_me()).username or ""
            except TelegramError as error:
                self.note(error)
        return self._username

    async def post(self, to: Address, part: Written) -> Outcome:
        """Send one part."""
        try:
            chat, topic = place(to.id)
        except ValueError:
            return Unreachable("channel-gone")
        try:
            sent = await (self._with_file(chat, topic, part) if part.files else self._alone(chat, topic, part))
        except TelegramError as error:
            self.note(error)
            return outcome_of(error, private=to.private)
        if part.pin:
            await self._pin(chat, sent)
        return Sent(str(sent))

    async def _alone(self, chat: int, topic: int | None, part: Written) -> int:
        said = [RequestParameter(name, value, None) for name, value in render.post(part, chat, topic).items()]
        sent: Any = await self._bot.request.post(f"{self._bot.base_url}/sendMessage", RequestData(said))
        return int(sent["message_id"])

    async def _with_file(self, chat: int, topic: int | None, part: Written) -> int:
        file = part.files[0]
        sent = await self._bot.send_document(
            chat,
            InputFile(file.body, filename=file.name),
            caption=render.html(part) or None,
            parse_mode=ParseMode.HTML,
            reply_markup=render.keyboard(part),
            message_thread_id=topic,
        )
        return sent.message_id

    async def amend(self, to: Address, post: str, part: Written) -> Outcome:
        """Put this in the place of an earlier message; one with a file cannot be changed so."""
        if not (post.isascii() and post.isdecimal()):
            return Rejected(POST_UNKNOWN)
        try:
            await self._bot.edit_message_text(
                render.html(part),
                chat_id=place(to.id)[0],
                message_id=int(post),
                parse_mode=ParseMode.HTML,
                reply_markup=render.keyboard(part),
                link_preview_options=NO_PREVIEW,
            )
        except ValueError:
            return Unreachable("channel-gone")
        except TelegramError as error:
            self.note(error)
            outcome = outcome_of(error, private=to.private)
            return Sent(post) if isinstance(outcome, Sent) else outcome
        return Sent(post)

    async def _pin(self, chat: int, message_id: int) -> None:
        """Where we may not, it stays where it is."""
        try:
            await self._bot.pin_chat_message(chat, message_id, disable_notification=True)
        except TelegramError as error:
            self.note(error)

    def note(self, error: TelegramError) -> None:
        """Write down what kind of failure it was, never its text."""
        if is_refused(error):
            self.token_refused.set()
        log.info("a call to Telegram failed: %s", type(error).__name__)
