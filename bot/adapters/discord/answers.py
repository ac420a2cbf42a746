"""Showing the person who acted what the core answers: seen by them alone, and before Discord gives up waiting."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import InteractionType, app_commands

from bot.adapters.discord import read, render
from bot.adapters.discord.posting import Posting
from bot.adapters.discord.verdict import ERRORS
from bot.core import forms
from bot.core.incoming import Incoming, Press
from bot.core.letters import cut
from bot.core.outgoing import (
    Answer,
    Written,
    WrittenBlock,
    WrittenButton,
    WrittenForm,
    WrittenOffers,
    WrittenToast,
    say,
)
from bot.core.platform import Address, Gate, Hear, NotSent, Sent, Throttled, Unsure
from bot.core.ports import Library

log = logging.getLogger("piiri.discord")

SOON = 1.5
"""Seconds that an answer may take before Discord is told to wait; it waits for three, both ways included."""

TRIES = 3
AGAIN = 0.3
"""Tries of one answer, and seconds between them: what arrived already is said to have done so."""

PATIENCE = 20.0
"""Seconds that one try may take, the library's own tries included."""

DONE = 40060
LATE = (10.0, 20.0, 40.0)
"""Seconds between tries to answer what was written, which has no end of waiting."""

HINT = 100


class Answers:
    """Answers to interactions, each within three seconds, and to what is written to the bot alone."""

    def __init__(self, posting: Posting, gate: Gate, library: Library) -> None:
        self._posting = posting
        self._gate = gate
        self._library = library

    async def to(self, interaction: discord.Interaction, came: Incoming, hear: Hear) -> None:
        """Have the core hear an interaction, and show the answer; a form is shown as such as long as there is time."""
        hearing = asyncio.ensure_future(hear(came))
        done, _ = await asyncio.wait({hearing}, timeout=SOON)
        if done or interaction.type is InteractionType.autocomplete:
            await self._show(interaction, came, await hearing)
            return
        await self._surely(lambda: interaction.response.defer(ephemeral=True, thinking=True))
        await self._show_late(interaction, came, await hearing)

    async def sorry(self, interaction: discord.Interaction, came: Incoming) -> None:
        """That an answer could not be shown; what was done stands, and a menu shows it."""
        if interaction.type is not InteractionType.autocomplete:
            words = self._library.text(say("answer-lost"), self._language(came))
            lost = (Written((WrittenBlock("para", words),)),)
            await (self._show_late if interaction.response.is_done() else self._show)(interaction, came, lost)

    async def _show(self, interaction: discord.Interaction, came: Incoming, answer: Answer) -> None:
        response: Any = interaction.response
        if interaction.type is InteractionType.autocomplete:
            offers = answer.offers if isinstance(answer, WrittenOffers) else ()
            offered = [app_commands.Choice(name=cut(label, HINT), value=value) for value, label in offers]
            await self._surely(lambda: response.autocomplete([each for each in offered if len(each.value) <= HINT]))
            return
        match answer:
            case WrittenForm() if interaction.type is not InteractionType.modal_submit:
                await self._surely(lambda: response.send_modal(render.modal(answer)))
            case None if interaction.type is InteractionType.component or interaction.message is not None:
                await self._surely(response.defer)
            case _:
                await self._say(interaction, came, self._parts(came, answer))

    async def _say(self, interaction: discord.Interaction, came: Incoming, parts: tuple[Written, ...]) -> None:
        response: Any = interaction.response
        first, *more = parts
        if _takes_its_place(interaction, came, parts):
            there = await self._surely(lambda: response.edit_message(**self._words(first), attachments=[]))
        else:
            alone = came.channel is not None
            there = await self._surely(lambda: response.send_message(**self._new(first), ephemeral=alone))
        if there:
            await self._follow(interaction, came, more)

    async def _show_late(self, interaction: discord.Interaction, came: Incoming, answer: Answer) -> None:
        first, *more = self._parts(came, answer)
        words = self._words(first)
        if await self._surely(lambda: interaction.edit_original_response(**words, attachments=render.files(first))):
            await self._follow(interaction, came, more)

    async def _follow(self, interaction: discord.Interaction, came: Incoming, parts: list[Written]) -> None:
        for part in parts:
            alone = came.channel is not None
            await self._surely(lambda: interaction.followup.send(**self._new(part), ephemeral=alone))  # noqa: B023 - awaited here

    def _parts(self, came: Incoming, answer: Answer) -> tuple[Written, ...]:
        """Whatever the answer is, as messages."""
        match answer:
            case tuple() if answer:
                return answer
            case WrittenToast(text):
                return (Written((WrittenBlock("para", text),)),)
            case WrittenForm():
                return (self._way_to(came, answer),)
        return (Written((WrittenBlock("para", self._library.text(say("answer-none"), self._language(came))),)),)

    def _way_to(self, came: Incoming, form: WrittenForm) -> Written:
        """A form that can no longer be shown at once, behind a button that asks for it again."""
        language = self._language(came)
        pressed = came.act.data if isinstance(came.act, Press) else f"{form.name}:{form.about}"
        button = WrittenButton(self._library.text(say("button-open-form"), language), pressed)
        return Written((WrittenBlock("para", self._library.text(say("form-again"), language)),), ((button,),))

    def _words(self, part: Written) -> dict[str, Any]:
        return {
            "content": render.text(part, self._library),
            "view": render.view(part),
            "allowed_mentions": discord.AllowedMentions.none(),
        }

    def _new(self, part: Written) -> dict[str, Any]:
        words = {name: value for name, value in self._words(part).items() if value is not None}
        return {**words, "files": render.files(part), "suppress_embeds": True}

    async def _surely(self, call: Callable[[], Awaitable[object]]) -> bool:
        """Try until Discord has it; what it has already, or no longer waits for, is done."""
        for number in range(TRIES):
            try:
                async with asyncio.timeout(PATIENCE):
                    await call()
            except discord.InteractionResponded:
                return True
            except discord.HTTPException as error:
                if error.code == DONE:
                    return True
                self._posting.note(error)
                if error.status < 500:
                    return False
            except ERRORS as error:
                self._posting.note(error)
            else:
                return True
            await asyncio.sleep(AGAIN * (number + 1))
        return False

    async def in_writing(self, came: Incoming, answer: Answer) -> None:
        """Answer in private what was written there, at the pace of the platform, ahead of what is planned."""
        to = Address(read.PLATFORM, came.sender.handle, private=True)
        if isinstance(answer, tuple) and answer:
            for number, part in enumerate(answer):
                if not await self._posted(to, part, f"{came.key[-20:]}:{number}"):
                    return

    async def _posted(self, to: Address, part: Written, mark: str) -> bool:
        unsure = False
        for wait in (*LATE, 0.0):
            if await self._gate.enter(to, ahead=True):
                try:
                    outcome = await self._posting.post(to, part, mark, again=unsure)
                finally:
                    self._gate.answered(to)
            else:
                outcome = Throttled(self._gate.stopped(to))
            if not isinstance(outcome, Throttled | NotSent | Unsure):
                return isinstance(outcome, Sent)
            unsure = unsure or isinstance(outcome, Unsure)
            await asyncio.sleep(wait)
        return False

    def _language(self, came: Incoming) -> str:
        spoken = self._library.languages()
        return came.sender.language if came.sender.language in spoken else spoken[0]


def _takes_its_place(interaction: discord.Interaction, came: Incoming, parts: tuple[Written, ...]) -> bool:
    """Whether an answer takes the place of what was pressed: in a form that its person alone sees, lest a pile grow.

    What was whispered stays, whatever is filled in from there.
    """
    pressed = came.act.data if isinstance(came.act, Press) else ""
    message = interaction.message
    alone = message is not None and (message.flags.ephemeral or (came.channel is None and not render.sent(message)))
    if not alone or len(parts) > 1 or parts[0].files:
        return False
    if pressed.partition(":")[0] in forms.WALKED:
        return True
    leads_on = (button.data for row in parts[0].buttons for button in row)
    return (
        _fills(interaction)
        or pressed.partition(":")[0] in forms.IN_PLACE
        or any(data.partition(":")[0] in forms.WORDS for data in leads_on)
    )


def _fills(interaction: discord.Interaction) -> bool:
    return interaction.type is InteractionType.modal_submit
