"""What each platform takes, measured as the platform itself does, after fit and the platform's own pure renderer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from bot.adapters.browser import render as browser
from bot.adapters.discord import render as discord
from bot.adapters.telegram import render as telegram
from bot.core.fit import fit
from bot.core.outgoing import Message, Written
from tests.programmes.drawn import PLATFORMS, library

MARK = "n" * 16 + ":9"
"""As long as the mark that a sent post carries."""


def amiss(message: Message, language: str, platform: str) -> Iterator[str]:
    """All that a platform would not take of a message, whose texts must all be there; its files are not looked at."""
    written = library().write(replace(message, files=()), language)
    can = PLATFORMS[platform]
    for part in fit(written, can):
        measured = {"telegram": _telegram, "discord": _discord}.get(platform, _plain)(part)
        yield from (f"{platform}, {language}: {what}" for what in measured)
        flat = [button for row in part.buttons for button in row]
        if not (part.blocks or flat or part.event) or any(not block.text.strip() for block in part.blocks):
            yield f"{platform}, {language}: an empty part or block"
        if len(flat) > can.buttons or any(len(row) > can.per_row for row in part.buttons):
            yield f"{platform}, {language}: too many buttons"
        if any(not button.label.strip() or len(button.label) > can.label for button in flat):
            yield f"{platform}, {language}: a label that is empty or too long"
        if any(len(button.data.encode()) > 64 for button in flat):
            yield f"{platform}, {language}: a button carries too much"


def _units(text: str) -> int:
    """UTF-16 code units, in which Telegram counts and Discord's apps do; no more than one for each character."""
    return len(text.encode("utf-16-le")) // 2


def _telegram(part: Written) -> Iterator[str]:
    """4096 units once the marks are taken out; a hundred buttons, eight beside each other, 64 bytes in each."""
    shown = unescape(re.sub(r"</?[a-z]+>", "", telegram.html(part)))
    if not 0 < _units(shown) <= 4096:
        yield f"{_units(shown)} characters"
    keyboard = telegram.keyboard(part)
    rows = keyboard.inline_keyboard if keyboard else ()
    if sum(map(len, rows)) > 100 or any(len(row) > 8 for row in rows):
        yield "too many buttons"
    for row in rows:
        for button in row:
            if button.url is None and not 1 <= len(str(button.callback_data).encode()) <= 64:
                yield "a button carries too much"


def _discord(part: Written) -> Iterator[str]:
    """2000 characters with all marks in; five rows of five, labels of 80, own names of 100 that are not alike."""
    if part.event:
        return
    said = discord.text(part, library())
    if not 0 < _units(said) <= 2000:
        yield f"{_units(said)} characters"
    view = discord.view(part, MARK)
    rows = view.to_components() if view else []
    names = [each["custom_id"] for row in rows for each in row["components"] if "custom_id" in each]
    if len(rows) > 5 or any(len(row["components"]) > 5 for row in rows):
        yield "too many buttons"
    if len(names) != len(set(names)) or any(len(name) > 100 for name in names):
        yield "own names that are alike or too long"
    if any(len(each["label"]) > 80 for row in rows for each in row["components"]):
        yield "a label too long"
    if part.thread and not 0 < len(part.thread) <= 100:
        yield "a thread's name too long"


def _plain(part: Written) -> Iterator[str]:
    """The page takes whatever can be drawn."""
    drawn = browser.message(part)
    if sum(len(block["text"]) for block in drawn["blocks"]) > PLATFORMS["browser"].text:
        yield "too long"
