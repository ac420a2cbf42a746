"""Sending and changing messages, each with its outcome. The only place that speaks to Telegram about messages."""

import asyncio
import logging

from telegram import Bot, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError

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
        text, keyboard = render.html(part), render.keyboard(part)
        try:
            if part.files:
                file = part.files[0]
                sent = await self._bot.send_document(
                    chat,
                    InputFile(file.body, filename=file.name),
                    caption=text or None,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                    message_thread_id=topic,
                )
            else:
                sent = await self._bot.send_message(
                    chat,
                    text,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                    message_thread_id=topic,
                    link_preview_options=NO_PREVIEW,
                )
        except TelegramError as error:
            self.note(error)
            return outcome_of(error, private=to.private)
        if part.pin:
            await self._pin(chat, sent.message_id)
        return Sent(str(sent.message_id))

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
