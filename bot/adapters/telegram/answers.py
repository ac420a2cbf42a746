"""Showing the person who acted what the core answers: in private, in passing, or by the way to their private side."""

import asyncio
from dataclasses import replace

from telegram import Bot, CallbackQuery, Update
from telegram.error import TelegramError

from bot.adapters.telegram import read, render
from bot.adapters.telegram.posting import Posting
from bot.core import forms
from bot.core.incoming import Act, Closed, Command, Incoming, LetIn, Press
from bot.core.outgoing import Answer, Door, Written, WrittenBlock, WrittenButton, WrittenToast, say
from bot.core.platform import Address, Gate, Hear, NotSent, Outcome, Sent, Throttled, Unreachable
from bot.core.ports import Library
from bot.core.register import COMMANDS

TRIES = 4
PATIENCE = 20.0
"""Seconds that an answer waits for its turn; after that its person is asked to try again."""

GLANCE = 60
"""Characters that are read in passing; what is longer stays until it is put away."""


class Answers:
    """Answers go ahead of what is planned. Nothing private is ever shown in a channel, whatever fails."""

    def __init__(self, bot: Bot, posting: Posting, gate: Gate, library: Library) -> None:
        self._bot = bot
        self._posting = posting
        self._gate = gate
        self._library = library
        self._told_later: set[str] = set()

    async def later(self, update: Update, came: Incoming) -> None:
        """That nothing can be kept just now, and that this will be seen to. In a channel only a press is answered."""
        words = self._words("kept-later", came)
        if update.callback_query:
            self._told_later.add(update.callback_query.id)
            await self._nod(update.callback_query, words)
        elif came.channel is None and came.sender.handle:
            await self._say(_private(came), (Written((WrittenBlock("para", words),)),))

    async def show(self, update: Update, came: Incoming, answer: Answer, hear: Hear) -> None:
        """Show the answer to one act."""
        if update.callback_query and update.callback_query.id in self._told_later:
            await self._after_all(update.callback_query, came, answer)
        elif update.callback_query:
            await self._to_press(update.callback_query, came, answer, hear)
        elif not isinstance(answer, tuple):
            return
        elif came.channel is None:
            await self._say(_private(came), answer)
        elif isinstance(came.act, LetIn) or not came.sender.handle:  # a greeting, or a word to nobody in particular
            await self._say(_channel(came), answer)
        elif isinstance(await self._say(_private(came), answer), Unreachable) and self._is_ours(came.act):
            await self._show_the_door(came, answer, hear)

    async def _to_press(self, query: CallbackQuery, came: Incoming, answer: Answer, hear: Hear) -> None:
        if isinstance(answer, WrittenToast):
            await self._nod(query, answer.text)
        elif not isinstance(answer, tuple):
            await self._nod(query)
        elif came.channel is None:
            await self._nod(query)
            await self._in_private(query, came, answer)
        elif _says_all(answer):
            await self._nod(query, render.plain(answer[0]))
        else:
            await self._from_the_channel(query, came, answer, hear)

    async def _after_all(self, query: CallbackQuery, came: Incoming, answer: Answer) -> None:
        """The app listens to one word about a press, and that was said while it could not be kept."""
        self._told_later.discard(query.id)
        if isinstance(answer, WrittenToast):
            answer = (Written((WrittenBlock("para", answer.text),)),)
        if isinstance(answer, tuple):
            await self._say(_private(came), answer)

    async def _in_private(self, query: CallbackQuery, came: Incoming, answer: tuple[Written, ...]) -> None:
        """A question of a form, or a page of picks, takes the place of the one before it; all else follows below."""
        pressed = came.act.data.partition(":")[0] if isinstance(came.act, Press) else ""
        replaced: Outcome | None = None
        if pressed in forms.IN_PLACE and len(answer) == 1 and not answer[0].files and query.message:
            replaced = await self._say(_private(came), answer, instead=str(query.message.message_id))
        if not isinstance(replaced, Sent):
            await self._say(_private(came), answer)

    async def _from_the_channel(
        self, query: CallbackQuery, came: Incoming, answer: tuple[Written, ...], hear: Hear
    ) -> None:
        outcome = await self._say(_private(came), answer)
        if isinstance(outcome, Sent):
            await self._nod(query, self._words("look-private", came, answer))
        elif not isinstance(outcome, Unreachable):
            await self._nod(query, self._words("look-later", came, answer))
        elif len(answer) == 1 and answer[0].enough and _short(answer[0]):
            await self._nod(query, render.plain(answer[0]))
        else:
            door = await self._door(came, hear)
            await self._nod(query, url=door)

    async def _show_the_door(self, came: Incoming, answer: tuple[Written, ...], hear: Hear) -> None:
        """To a command in the channel there is no answer that its person alone sees: the way in has to stand there."""
        door = await self._door(came, hear)
        if door:
            said = self._library.text(say("open-private", name=came.sender.name), self._language(came, answer))
            button = WrittenButton(self._words("button-open-private", came, answer), url=door)
            await self._say(_channel(came), (Written((WrittenBlock("para", said),), ((button,),)),))

    def _is_ours(self, act: Act) -> bool:
        """Whether an act is a command of ours: whoever leaves, or speaks to another bot, needs no way in."""
        return isinstance(act, Command) and self._library.command(act.word) in COMMANDS

    async def _door(self, came: Incoming, hear: Hear) -> str | None:
        """An address that opens this person's private side, and theirs alone."""
        word = getattr(came.act, "word", "")
        data = came.act.data if isinstance(came.act, Press) else f"{self._library.command(word)}::"
        door = await hear(replace(came, key=f"{came.key}:closed", act=Closed(data)))
        username = await self._posting.username()
        return f"https://t.me/{username}?start={door.token}" if isinstance(door, Door) and username else None

    async def _nod(self, query: CallbackQuery, text: str | None = None, url: str | None = None) -> None:
        """Tell the app that the press arrived; one that is too old has been carried out all the same."""
        alert = bool(text) and len(text or "") > GLANCE
        try:
            await self._bot.answer_callback_query(
                query.id, text=text[: render.ALERT] if text else None, show_alert=alert or None, url=url
            )
        except TelegramError as error:
            self._posting.note(error)

    async def _say(self, to: Address, parts: tuple[Written, ...], *, instead: str = "") -> Outcome:
        """Send at the pace of the platform; what surely was not sent is tried again for a while."""
        outcome: Outcome = NotSent("nothing")
        for part in parts:
            for _ in range(TRIES):
                outcome = await self._try(to, part, instead)
                if not isinstance(outcome, Throttled | NotSent):
                    break
                wait = outcome.retry_after if isinstance(outcome, Throttled) else 1.0
                if wait > PATIENCE:
                    return outcome
                await asyncio.sleep(wait)
            if not isinstance(outcome, Sent):
                return outcome
        return outcome

    async def _try(self, to: Address, part: Written, instead: str) -> Outcome:
        if not await self._gate.enter(to, ahead=True):
            return Throttled(self._gate.stopped(to))
        try:
            if instead:
                outcome = await self._posting.amend(to, instead, part)
            else:
                outcome = await self._posting.post(to, part)
        finally:
            self._gate.answered(to)
        if isinstance(outcome, Throttled):
            self._gate.throttle(to, outcome.retry_after)
        return outcome

    def _language(self, came: Incoming, answer: tuple[Written, ...] = ()) -> str:
        """The answer's; where there is none, the app's, or the first of ours."""
        spoken = self._library.languages()
        told = (answer[-1].language if answer else "", came.sender.language)
        return next((language for language in told if language in spoken), spoken[0])

    def _words(self, phrase: str, came: Incoming, answer: tuple[Written, ...] = ()) -> str:
        return self._library.text(say(phrase), self._language(came, answer))


def _private(came: Incoming) -> Address:
    return Address(read.PLATFORM, came.sender.handle, private=True)


def _channel(came: Incoming) -> Address:
    return Address(read.PLATFORM, came.channel or "", private=False)


def _short(written: Written) -> bool:
    return len(render.plain(written)) <= render.ALERT and not written.files


def _says_all(answer: tuple[Written, ...]) -> bool:
    """Whether an answer can be shown to the presser alone, in passing: short, and with nothing more to press."""
    return len(answer) == 1 and _short(answer[0]) and not answer[0].buttons
