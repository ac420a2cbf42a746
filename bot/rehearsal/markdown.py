"""A rehearsed season as Markdown, to be read where the code is: one heading for each meeting, posts as quotations."""

import re
from collections.abc import Iterator

from bot.core.outgoing import Written, WrittenBlock, WrittenForm
from bot.rehearsal.transcript import Entry, Exchange, Transcript, put, quoted

MADE = "<!-- Written by `make seasons`: change the texts that it is made of, not this file. -->"

_MARKS = re.compile(r"([\\`*_<>\[\]~|])")
_AT_THE_START = re.compile(r"^(\d+)([.)] )|^([#+-])(?=\s)", re.MULTILINE)
"""What would be a list or a heading where a line begins with it."""


def as_markdown(transcript: Transcript) -> str:
    """The transcript; what is private is marked as such, and what repeats is a line in a list."""
    labels = transcript.labels
    lines = [MADE, "", f"# {_plain(transcript.name)} · {_plain(labels['title'])}", "", _plain(labels["about"]), ""]
    lines += [f"- {_plain(label)}: {_plain(value)}" for label, value in transcript.facts]
    lines += ["", f"## {_plain(labels['contents'])}", ""]
    lines += [f"- [{_line(section.heading)}](#part-{n})" for n, section in enumerate(transcript.sections, 1)]
    for number, section in enumerate(transcript.sections, 1):
        lines += ["", f'<a id="part-{number}"></a>', "", f"## {_line(section.heading)}"]
        listing = False
        for entry in section.entries:
            line = bool(entry.short)
            if not (line and listing):
                lines.append("")
            lines += _entry(entry, transcript)
            listing = line
    return "\n".join(lines) + "\n"


def _entry(entry: Entry, transcript: Transcript) -> Iterator[str]:
    labels = transcript.labels
    title = f" · {_plain(entry.title)}" if entry.title and not (entry.short and entry.private) else ""
    if entry.private and entry.short:
        yield f"- {entry.when} · {_plain(entry.who)} {_plain(entry.short)}"
        return
    place = _plain(entry.where or labels["channel"])
    if entry.short:
        yield f"- {entry.when} · {place}{title} · {_plain(entry.short)}"
        return
    who = f"{_plain(entry.who)}** · *{labels['private']}*" if entry.private else f"{place}**"
    yield f"**{entry.when} · {who}{title}"
    for post in entry.posts:
        yield from _quote(_written(post, transcript))
    if entry.enclosed:
        yield from _quote(_quote(_written(Written(entry.enclosed), transcript)))
    for exchange in entry.exchanges:
        yield from _exchange(exchange, transcript)


def _exchange(exchange: Exchange, transcript: Transcript) -> Iterator[str]:
    done = [_button(label) for label in exchange.did]
    done += [_button(exchange.command)] if exchange.command else []
    if exchange.wrote:
        done.append(f"{transcript.labels['wrote']}: {_plain(quoted(exchange.wrote, transcript.labels))}")
    if done:
        yield ""
        yield f"→ {' '.join(done)}"
    if exchange.form:
        yield from _quote(_form(exchange.form, exchange.filled))
    if exchange.toast:
        yield ""
        yield f"*{_plain(exchange.toast)}*"
    for written in exchange.answer:
        yield from _quote(_written(written, transcript))


def _form(form: WrittenForm, filled: tuple[str, ...]) -> Iterator[str]:
    yield f"**{_plain(form.title)}**"
    yield from _blocks(form.intro)
    for number, field in enumerate(form.fields):
        hint = f" ({_plain(field.hint)})" if field.hint else ""
        yield ""
        yield f"*{_plain(field.label)}*{hint}"
        if said := put(field, filled[number : number + 1]):
            yield from _quote(iter([_plain(said)]))
    yield ""
    yield _button(form.submit)


def _written(written: Written, transcript: Transcript) -> Iterator[str]:
    yield from _blocks(written.blocks)
    for row in written.buttons:
        yield ""
        yield " ".join(_button(button.label) for button in row)
    for file in written.files:
        yield ""
        yield f"*{transcript.labels['file']}: {_plain(file.name)}*"


def _blocks(blocks: tuple[WrittenBlock, ...]) -> Iterator[str]:
    before = ""
    for block in blocks:
        if not block.text:
            continue
        if block.kind != "quote" and not (block.kind == before == "item"):
            yield ""
        before = block.kind
        if block.kind == "heading":
            yield f"**{_plain(block.text)}**"
        elif block.kind == "item":
            yield f"- {_plain(block.text, '  ')}"
        elif block.kind == "quote":
            yield from _quote(iter([_plain(block.text)]))
        else:
            yield _plain(block.text)


def _quote(lines: Iterator[str]) -> Iterator[str]:
    """A block quotation, after a line of air."""
    yield ""
    yield from _marked(lines)


def _marked(lines: Iterator[str]) -> Iterator[str]:
    first = True
    for line in lines:
        for each in line.split("\n"):
            if not (first and not each):
                yield f"> {each}".rstrip()
                first = False


def _button(label: str) -> str:
    return f"`{label.replace('`', chr(39))}`"


def _line(text: str) -> str:
    """Text on a line that does not begin with it."""
    return _MARKS.sub(r"\\\1", text)


def _plain(text: str, indent: str = "") -> str:
    """Text that Markdown leaves as it is; lines break where they did, and paragraphs stay apart."""
    text = _AT_THE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", _MARKS.sub(r"\\\1", text))
    text = re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", text)
    return text.replace("\n", f"\n{indent}")
