"""From finished text to what the page draws. Pure; everything is plain data, and the page sets text as text."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from bot.adapters.browser.pages import Page
from bot.core.outgoing import Written, WrittenBlock, WrittenForm

Json = dict[str, Any]


def message(written: Written, files_at: str = "") -> Json:
    """A message as the page draws it; its files can be fetched only where they are kept, at `files_at`."""
    return {
        "blocks": [_block(block) for block in written.blocks],
        "buttons": [
            [
                {"label": button.label, "url": button.url}
                if button.url
                else {"label": button.label, "data": button.data}
                for button in row
            ]
            for row in written.buttons
        ],
        "files": [
            {
                "name": file.name,
                "mime": file.mime,
                "size": len(file.body),
                "href": f"{files_at}/{index}" if files_at else "",
            }
            for index, file in enumerate(written.files)
        ],
    }


def page(number: int, kept: Page, address: str, names: Mapping[str, str]) -> Json:
    """A kept page as the page in front of us draws it; `names` has people's names by handle."""
    drawn: Json = {
        "number": number,
        "where": "room" if address.startswith("room:") else "mine",
        "who": kept.who,
        "at": kept.at.isoformat(),
        "changed": kept.changed,
    }
    if kept.who == "bot" and kept.written is not None:
        drawn |= message(kept.written, f"/files/{quote(address, safe='')}/{number}")
    elif kept.who == "person":
        drawn |= {"handle": kept.handle, "name": names.get(kept.handle, ""), "text": kept.text}
    elif kept.who == "you":
        drawn |= {"did": kept.did, "label": kept.label, "key": kept.key}
    return drawn


def form(written: WrittenForm) -> Json:
    """A form, with the problems of what was typed before and the values kept."""
    return {
        "name": written.name,
        "about": written.about,
        "title": written.title,
        "intro": [_block(block) for block in written.intro],
        "submit": written.submit,
        "fields": [
            {
                "name": field.name,
                "label": field.label,
                "hint": field.hint,
                "options": [{"value": value, "label": label} for value, label in field.options],
                "required": field.required,
                "long": field.long,
                "most": field.most,
                "value": field.value,
                "problem": field.problem,
            }
            for field in written.fields
        ],
    }


def attachment(name: str) -> str:
    """A content-disposition that saves a file under its own name and cannot break out of the header."""
    plain = "".join(mark if mark.isascii() and (mark.isalnum() or mark in "-_. ") else "_" for mark in name)
    plain = plain.strip(" .")[:80] or "file"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name.replace('/', '_'), safe='')}"


def event(kind: str, data: str, *, last: str = "") -> str:
    """One server-sent event; the data is JSON and so has no line breaks. `last` is where to go on after it."""
    after = f"id: {last}\n" if last else ""
    return f"{after}event: {kind}\ndata: {data}\n\n"


def _block(block: WrittenBlock) -> Json:
    drawn: Json = {"kind": block.kind, "text": block.text}
    if block.kind == "scale":
        drawn["counts"] = _plain(block.counts)
    return drawn


def _plain(counts: Sequence[int]) -> list[int]:
    return [int(count) for count in counts]
