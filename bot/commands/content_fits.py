"""Whether what is said of a programme stands whole on every platform: fit and the platforms' own renderers, asked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from bot.adapters.browser.adapter import BrowserAdapter
from bot.adapters.browser.render import message as browser_message
from bot.adapters.discord import render as discord_render
from bot.adapters.discord.adapter import CAPABILITIES as DISCORD
from bot.adapters.telegram import render as telegram_render
from bot.adapters.telegram.adapter import CAPABILITIES as TELEGRAM
from bot.content.library import Library
from bot.core import questions
from bot.core.fit import fit, size
from bot.core.outgoing import Form, Items, Message, Offers, Pack, Para, Phrase, Reply, Scale, Text, Toast, Written

CAN = {"the browser": BrowserAdapter.capabilities, "Telegram": TELEGRAM, "Discord": DISCORD}
MOST_TELEGRAM = 4096
MOST_DISCORD = 2000
NAMED = 100
"""Characters of a thread's or an event's name on Discord, of an option there, and of what is offered while typing."""
OPTIONS = 25


@dataclass(frozen=True, order=True)
class Cut:
    """A text of the programme, by its place in one language's words, that would not stand whole: where, and why.

    `over` is by how many characters. One that is not `grave` is a sentence that Piiri shows whole elsewhere, and cut
    short on a button; a name has nowhere else to be read.
    """

    language: str
    place: str
    over: int
    where: str
    why: str
    grave: bool = True

    def __str__(self) -> str:
        """What to do about it."""
        return f"would not stand whole {self.where}: {self.why}"


NAMES = frozenset({"title", "short", "name", "low", "middle", "high"})
"""The texts by which people tell things apart."""


def cuts(library: Library, reply: Reply, language: str) -> Iterator[Cut]:
    """All of the programme's texts in a reply that some platform would cut or refuse."""
    match reply:
        case Message():
            yield from _message(library, reply, language, *CAN)
        case Form():
            for step in range(len(reply.fields)):
                yield from _message(library, questions.question(reply, step, {}), language, "Telegram")
            yield from _modal(library, reply, language)
        case Toast(text):
            yield from _long(library, text, language, "in a passing note on Telegram", telegram_render.ALERT)
        case Offers(offers):
            for offer in offers:
                yield from _long(library, offer.label, language, "among what Discord offers while typing", NAMED)


def packs(*texts: Any) -> Iterator[str]:
    """The places in the pack that a text, or a block, has words from."""
    for text in texts:
        match text:
            case Pack(path=path):
                yield path
            case Phrase(values=values):
                yield from packs(*values.values())
            case tuple():
                yield from packs(*text)
            case Items(items=items):
                yield from packs(*items)
            case Scale():
                yield from packs(text.question, text.low, text.high)
            case Message():
                yield from packs(*text.blocks)
            case _:
                yield from packs(*(getattr(text, "text", None),)) if getattr(text, "text", None) is not None else ()


def _long(library: Library, text: Text, language: str, where: str, most: int, *, button: bool = False) -> Iterator[Cut]:
    """The texts that stand in a line of which a platform shows only so much."""
    has = len(library.text(text, language))
    if has > most:
        why = f"the whole line has {has} characters and may have {most}; shorten it by {has - most}"
        for place in packs(text):
            grave = not button or place.rpartition(".")[2] in NAMES
            yield Cut(language, place, has - most, where, why, grave)


def _message(library: Library, message: Message, language: str, *names: str) -> Iterator[Cut]:
    if message.event:
        yield from _long(library, message.event.title, language, "in an event's name on Discord", NAMED)
        return
    written = library.write(replace(message, files=()), language)
    for name in names:
        can = CAN[name]
        labels = [button.label for row in message.buttons for button in row]
        for label in labels:
            yield from _long(library, label, language, f"on a button on {name}", can.label, button=True)
        if len(labels) > can.buttons:
            for place in packs(*labels[can.buttons :]):
                yield Cut(language, place, 0, f"on {name}", f"there are {len(labels)} buttons and {can.buttons} fit")
        for part in fit(written, can):
            why = _refused(library, part, name)
            if why:
                yield from (Cut(language, place, 0, f"on {name}", why) for place in packs(message))
    if message.thread:
        yield from _long(library, message.thread, language, "in a thread's name on Discord", NAMED)


def _refused(library: Library, part: Written, name: str) -> str:
    """Why a platform would not take a part; empty where it does."""
    if name == "Telegram":
        telegram_render.html(part)
        telegram_render.keyboard(part)
        has, most = size(telegram_render.plain(part)), MOST_TELEGRAM
    elif name == "Discord":
        discord_render.view(part)
        has, most = size(discord_render.text(part, library)), MOST_DISCORD
    else:
        browser_message(part)
        has, most = 0, 1
    return f"a post has {has} characters and may have {most}" if has > most else ""


def _modal(library: Library, form: Form, language: str) -> Iterator[Cut]:
    """Discord's form, page by page: what is not to be read in it anywhere, or is more than it takes."""
    yield from _long(library, form.title, language, "as a form's title on Discord", discord_render.TITLE)
    pages = [form.fields[n : n + DISCORD.fields] for n in range(0, len(form.fields), DISCORD.fields)]
    for fields in pages:
        for field in fields:
            if len(field.options) > OPTIONS:
                why = f"there are {len(field.options)} answers to choose from and {OPTIONS} are taken"
                yield from (Cut(language, place, 0, "in a form on Discord", why) for place in packs(form.title))
                return
            for option in field.options:
                yield from _long(library, option.label, language, "as an answer in a form on Discord", NAMED)
        page = library.write_form(replace(form, fields=fields), language)
        told = "\n".join(_strings(discord_render.modal(page).to_dict()))
        for field in fields:
            said = library.text(field.label, language)
            if said not in told and discord_render.plain(said) not in told:
                why = f"it has {len(said)} characters and may have {NAMED}; shorten it by {len(said) - NAMED}"
                where = "as a question in a form on Discord"
                for place in packs(field.label):
                    yield Cut(language, place, len(said) - NAMED, where, why, place.rpartition(".")[2] in NAMES)
        for block, written in zip(form.intro, page.intro, strict=False):
            if isinstance(block, Para) and discord_render.plain(written.text) not in told:
                why = "there is no room for it above the questions"
                yield from (Cut(language, place, 0, "above a form on Discord", why) for place in packs(block))


def _strings(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for value in found.values():
            yield from _strings(value)
    elif isinstance(found, list):
        for value in found:
            yield from _strings(value)
