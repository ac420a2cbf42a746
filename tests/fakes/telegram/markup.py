"""Telegram's HTML: what it refuses, and what is left to read."""

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.errors import Refused, against_rules

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
NEEDY = {"a", "span"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

SPECIAL = re.compile(r"[<>&]")
ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));")
VALUE = r"\"[^\"]*\"|'[^']*'|[\w.-]+"
NAME = re.compile(r"<([^\s>]*)")
START = re.compile(rf"<([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:\s*=\s*(?:{VALUE}))?)*)\s*>")
END = re.compile(r"</([a-zA-Z][\w-]*)\s*>")
ATTRIBUTE = re.compile(rf"([\w-]+)(?:\s*=\s*({VALUE}))?")
LINK = re.compile(r"https://[^\s/?#.]+\.[^\s]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text as people read it, how it is marked, and as it was written."""

    text: str
    entities: tuple[dict[str, Any], ...]
    html: str


def units(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def marked(text: str, mode: str | None) -> Marked:
    """What a call's text comes to; raises `Refused` where Telegram would not understand it."""
    if not mode:
        plain = text.strip()
        return Marked(plain, (), html.escape(plain, quote=False))
    if mode.upper() != "HTML":
        raise against_rules(f'parse_mode "{mode}" is unsupported or not carried by the stand-in')
    if not SPECIAL.search(text):
        return Marked(text.strip(), (), text.strip())
    return _Reader(text).read()


@dataclass(slots=True)
class _Open:
    name: str
    offset: int
    extra: dict[str, Any]


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.read_so_far: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[dict[str, Any]] = []

    def read(self) -> Marked:
        at = 0
        while found := SPECIAL.search(self.source, at):
            self.add(self.source[at : found.start()])
            at = self.special(found.start())
        self.add(self.source[at:])
        if self.open:
            raise _unclear(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return _trimmed("".join(self.read_so_far), self.entities, self.source)

    def add(self, text: str) -> None:
        if text:
            self.read_so_far.append(text)
            self.length += units(text)

    def offset(self, at: int) -> str:
        return f"at byte offset {len(self.source[:at].encode())}"

    def special(self, at: int) -> int:
        sign = self.source[at]
        if sign == "&":
            return self.entity(at)
        if sign == ">":
            # Telegram lets it pass; its documentation asks for it to be written as an entity.
            raise _unclear(f"Unescaped > {self.offset(at)}")
        return self.end(at) if self.source.startswith("</", at) else self.start(at)

    def entity(self, at: int) -> int:
        found = ENTITY.match(self.source, at)
        if found is None or (found[3] and found[3] not in NAMED):
            # Telegram shows it as it stands, which nobody who wrote it wanted.
            raise _unclear(f"Unsupported entity {self.offset(at)}")
        if found[3]:
            self.add(NAMED[found[3]])
        else:
            number = int(found[1]) if found[1] else int(found[2], 16)
            if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
                raise _unclear(f"Unsupported entity {self.offset(at)}")
            self.add(chr(number))
        return found.end()

    def start(self, at: int) -> int:
        name = NAME.match(self.source, at)[1].lower()  # type: ignore[index]
        if name not in KINDS:
            raise _unclear(f'Unsupported start tag "{name}" {self.offset(at)}')
        found = START.match(self.source, at)
        if found is None:
            raise _unclear(f'Unclosed start tag "{name}" {self.offset(at)}')
        self.nested(name, at)
        attributes = {each[1]: _unquoted(each[2]) for each in ATTRIBUTE.finditer(found[2])} if found[2] else {}
        extra = self.extra(name, attributes, at) if attributes or name in NEEDY else {}
        self.open.append(_Open(name, self.length, extra))
        return found.end()

    def nested(self, name: str, at: int) -> None:
        """Refuses what the documentation says cannot be nested, and what Telegram would quietly undo."""
        if not self.open:
            return
        around = [each.name for each in self.open]
        if ("pre" in around or "code" in around) and not (name == "code" and around[-1] == "pre"):
            raise _unclear(f'Tag "{name}" can\'t be inside "{around[-1]}" {self.offset(at)}')
        if name in {"a", "blockquote"} and name in around:
            raise _unclear(f'Tag "{name}" can\'t be nested {self.offset(at)}')

    def extra(self, name: str, attributes: dict[str, str], at: int) -> dict[str, Any]:
        allowed = {"a": {"href"}, "span": {"class"}, "code": {"class"}, "blockquote": {"expandable"}}.get(name, set())
        for each in attributes.keys() - allowed:
            raise _unclear(f'Unexpected attribute "{each}" in the tag "{name}" {self.offset(at)}')
        if name == "a":
            return {"url": self.link(attributes.get("href", ""), at)}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _unclear(f'Tag "span" must have class "tg-spoiler" {self.offset(at)}')
        if name == "code" and "class" in attributes and not attributes["class"].startswith("language-"):
            raise _unclear(f'Tag "code" must have a class that begins with "language-" {self.offset(at)}')
        return {"expandable": True} if "expandable" in attributes else {}

    def link(self, url: str, at: int) -> str:
        if not LINK.fullmatch(url):
            # Telegram also takes http and tg, and drops a link that it cannot read; we send people to https alone.
            raise _unclear(f'Tag "a" must have an https address {self.offset(at)}')
        return url

    def end(self, at: int) -> int:
        found = END.match(self.source, at)
        if not self.open:
            raise _unclear(f"Unexpected end tag {self.offset(at)}")
        if found is None:
            raise _unclear(f"Unclosed end tag {self.offset(at)}")
        opened = self.open.pop()
        if found[1].lower() != opened.name:
            raise _unclear(f'Unmatched end tag {self.offset(at)}, expected "</{opened.name}>", found "</{found[1]}>"')
        kind = "expandable_blockquote" if opened.extra.pop("expandable", False) else KINDS[opened.name]
        if self.length > opened.offset:
            self.entities.append(
                {"type": kind, "offset": opened.offset, "length": self.length - opened.offset, **opened.extra}
            )
        return found.end()


def _unclear(why: str) -> Refused:
    return against_rules(f"can't parse entities: {why}")


def _unquoted(value: str | None) -> str:
    if value is None:
        return ""
    bare = value[1:-1] if value[0] in "\"'" else value.lower()
    return html.unescape(bare)


def _trimmed(text: str, entities: list[dict[str, Any]], source: str) -> Marked:
    """Telegram cuts the white space around a text, and moves its entities with it."""
    bare = text.strip()
    if len(bare) == len(text):
        return Marked(text, tuple(sorted(entities, key=_place)), source.strip())
    before, whole = units(text[: len(text) - len(text.lstrip())]), units(bare)
    kept = []
    for each in entities:
        start = max(each["offset"] - before, 0)
        stop = min(each["offset"] + each["length"] - before, whole)
        if stop > start:
            kept.append({**each, "offset": start, "length": stop - start})
    return Marked(bare, tuple(sorted(kept, key=_place)), source.strip())


def _place(entity: dict[str, Any]) -> tuple[int, int]:
    return entity["offset"], -entity["length"]
