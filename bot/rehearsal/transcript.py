"""A rehearsed season as it is read: what was said where, by whom, and which buttons there were."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.outgoing import Written, WrittenBlock, WrittenField, WrittenForm

WIDTH = 88
CHANNEL = "  "
PRIVATE = "      "
"""How far what is said is set in: what is private stands apart by the eye alone."""

NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Exchange:
    """One thing done, by buttons pressed, a command, free text or a form filled in, and what came back."""

    did: tuple[str, ...] = ()
    command: str = ""
    wrote: str = ""
    form: WrittenForm | None = None
    filled: tuple[str, ...] = ()
    answer: tuple[Written, ...] = ()
    toast: str = ""


@dataclass(frozen=True)
class Entry:
    """Something posted, or one person's doings at one time; `short` says a repeated one in a line.

    `enclosed` is what a file that came along says, `where` the channel where it is not the group's own.
    """

    when: str
    private: bool
    who: str
    title: str = ""
    posts: tuple[Written, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    short: str = ""
    enclosed: tuple[WrittenBlock, ...] = ()
    where: str = ""


@dataclass
class Section:
    """One meeting and what belongs to it."""

    heading: str
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class Transcript:
    """A season from the first post to the last; `facts` are pairs of a label and what it says."""

    language: str
    name: str
    facts: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]
    sections: tuple[Section, ...]


def as_text(transcript: Transcript) -> str:
    """The transcript for a terminal or a letter, at most 88 columns wide but for addresses that cannot be broken."""
    lines = [f"{transcript.name} · {transcript.labels['title']}", ""]
    lines += _wrapped(transcript.labels["about"], "")
    lines += ["", *(f"{label}: {value}" for label, value in transcript.facts)]
    for section in transcript.sections:
        *above, last = _wrapped(f"── {section.heading}", "   ", first="")
        lines += ["", "", *above, f"{last} ".ljust(WIDTH, "─"), ""]
        after_line = True
        for entry in section.entries:
            line = bool(entry.short) and entry.private
            if not (after_line and line) and lines[-1]:
                lines.append("")
            lines += _entry(entry, transcript.labels)
            after_line = line
    return "\n".join(line.replace(NO_BREAK, " ").rstrip() for line in lines) + "\n"


def _entry(entry: Entry, labels: Mapping[str, str]) -> Iterator[str]:
    if entry.private and entry.short:
        yield from _wrapped(f"    ○ {entry.when} · {entry.who} {entry.short}", PRIVATE, first="")
        return
    who = (
        f"    ○ {entry.when} · {entry.who}, {labels['private']}"
        if entry.private
        else f"● {entry.when} · {entry.where or labels['channel']}"
    )
    head = " · ".join(part for part in (who, entry.title, entry.short) if part)
    yield from _wrapped(head, PRIVATE if entry.private else CHANNEL, first="")
    if entry.short:
        return
    indent = PRIVATE if entry.private else CHANNEL
    for post in entry.posts:
        yield from _written(post, indent, labels)
    if entry.enclosed:
        yield f"{indent}┌"
        for line in _written(Written(entry.enclosed), f"{indent}│ ", labels):
            yield line or f"{indent}│"
        yield f"{indent}└"
    for exchange in entry.exchanges:
        yield from _exchange(exchange, indent, labels)


def _exchange(exchange: Exchange, indent: str, labels: Mapping[str, str]) -> Iterator[str]:
    if exchange.did:
        yield from _wrapped(_kept("→ ", *exchange.did), indent, then="  ")
    if exchange.command:
        yield f"{indent}→ {exchange.command}"
    if exchange.wrote:
        yield from _wrapped(f"→ {labels['wrote']}: {quoted(exchange.wrote, labels)}", indent, then="  ")
    if exchange.form:
        yield from _form(exchange.form, exchange.filled, indent, labels)
    if exchange.toast:
        yield from _wrapped(f"({exchange.toast})", indent)
    for written in exchange.answer:
        yield from _written(written, indent, labels)


def _form(form: WrittenForm, filled: Sequence[str], indent: str, labels: Mapping[str, str]) -> Iterator[str]:
    """A form as it was filled in, inside a frame."""
    yield f"{indent}┌ {form.title}"
    inside = f"{indent}│ "
    for block in form.intro:
        yield from _block(block, inside, labels)
    for number, field_ in enumerate(form.fields):
        yield from _wrapped(field_.label, inside)
        if field_.hint:
            yield from _wrapped(f"({field_.hint})", inside)
        if said := put(field_, filled[number : number + 1]):
            yield from _wrapped(f"> {said}", inside, then="  ")
    yield f"{indent}└ [{form.submit}]"


def put(field_: WrittenField, filled: Sequence[str]) -> str:
    """What was put into a field, as it was read there; empty where nothing was."""
    value = "".join(filled)
    return dict(field_.options).get(value, value)


def _written(written: Written, indent: str, labels: Mapping[str, str]) -> Iterator[str]:
    """A message: air before headings and round whatever is longer than a line."""
    long_before = False
    for number, block in enumerate(written.blocks):
        lines = list(_block(block, indent, labels))
        long = len(lines) > 1 and block.kind == "para"
        if number and (block.kind == "heading" or long or long_before):
            yield ""
        yield from lines
        long_before = long
    for row in written.buttons:
        yield from _wrapped(_kept("", *(button.label for button in row)), indent)
    for file in written.files:
        yield f"{indent}{labels['file']}: {file.name}"


def _block(block: WrittenBlock, indent: str, labels: Mapping[str, str]) -> Iterator[str]:
    if block.kind == "heading":
        yield from _wrapped(block.text, indent)
    elif block.kind == "item":
        yield from _wrapped(f"• {block.text}", indent, then="  ")
    elif block.kind == "quote":
        yield from _wrapped(quoted(block.text, labels), indent + "  ")
    else:
        yield from _wrapped(block.text, indent)


def quoted(text: str, labels: Mapping[str, str]) -> str:
    """What a person wrote, in the quotation marks of the language."""
    return labels["quote"].replace("{text}", text)


def _kept(lead: str, *labels: str) -> str:
    """Buttons in brackets, each of which stays on one line."""
    return lead + " ".join(f"[{label}]".replace(" ", NO_BREAK) for label in labels)


def _wrapped(text: str, indent: str, *, first: str | None = None, then: str = "") -> Iterator[str]:
    for number, paragraph in enumerate(text.split("\n")):
        yield from textwrap.wrap(
            paragraph,
            WIDTH,
            initial_indent=(indent if first is None else first) + (then if number else ""),
            subsequent_indent=indent + then,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
