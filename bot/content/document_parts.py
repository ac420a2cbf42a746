"""A document in words: what its page and its PDF have in common."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import isfinite
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from bot.content.charts import bars_svg, short, trend_svg
from bot.content.phrases_file import phrase
from bot.core.outgoing import Bars, Block, Document, Fields, Message, Scale, Text, Trend, WrittenBlock

if TYPE_CHECKING:
    from bot.core.ports import Library


@dataclass(frozen=True)
class Part:
    """One thing on the page: `kind` is heading, para, items, quote, picture or fields.

    A picture has its title as `text`, what stands below it as `lines`, `svg` unless there is nothing to draw, and in
    `alt` all that it shows. Fields have their titles and what stands in each as `cells`, and as `text` what is said of
    an empty one.
    """

    kind: str
    text: str = ""
    lines: tuple[str, ...] = ()
    svg: str = ""
    alt: str = ""
    cells: tuple[tuple[str, tuple[str, ...]], ...] = ()


def legible(text: str) -> str:
    """The text without what no page can hold: line ends of one kind, no turning round, a mark for no character."""
    text = re.sub("[\u202a-\u202e]", "", text)
    text = re.sub("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", text).replace("\t", " ")
    return "".join(c if c == "\n" or _is_character(c) else "\ufffd" for c in text)


def _is_character(c: str) -> bool:
    return unicodedata.category(c) not in {"Cc", "Cs"} and ord(c) & 0xFFFE != 0xFFFE and not "\ufdd0" <= c <= "\ufdef"


def runs_left(text: str) -> bool:
    """Whether the text begins from the right, by its first letter."""
    found = (unicodedata.bidirectional(c) for c in text)
    return next((way for way in found if way in {"L", "R", "AL"}), "L") != "L"


class Words:
    """Texts in one language, each spelled so that the page or the font at hand can show it."""

    def __init__(self, library: "Library", language: str, spell: Callable[[str], str] = legible) -> None:
        self.language = language
        self._library = library
        self._spell = spell

    def text(self, text: Text) -> str:
        """One text as it can be shown."""
        return self._spell(self._library.text(text, self.language)).strip()

    def parts(self, document: Document) -> Iterator[Part]:
        """The parts from top to bottom, items that follow each other as one list; empty ones are left out."""
        found = (part for block in document.blocks for part in self._block(block))
        for kind, parts in groupby((p for p in found if p.text), key=lambda part: part.kind):
            if kind == "items":
                yield Part("items", lines=tuple(part.text for part in parts))
            else:
                yield from parts

    def _block(self, block: Block | Bars | Trend) -> Iterator[Part]:
        if isinstance(block, Bars | Trend | Scale):
            yield self.picture(block)
            return
        if isinstance(block, Fields):
            cells = (
                (self.text(title), tuple(self._spell(text).strip() for text in said)) for title, said in block.fields
            )
            yield Part("fields", self.say("field-empty-said"), cells=tuple(cells))
            return
        for written in self._library.write(Message((block,)), self.language).blocks:
            yield self._plain(written)

    def _plain(self, written: WrittenBlock) -> Part:
        return Part("items" if written.kind == "item" else written.kind, self._spell(written.text).strip())

    def picture(self, block: Bars | Trend | Scale) -> Part:
        """A picture with all that it shows in words."""
        match block:
            case Bars(title, bars, most):
                return self._bars(self.text(title), [(self.text(label), count) for label, count in bars], most)
            case Scale(question, low, high, counts, middle):
                ends = self._ends(low, high, (1, len(counts)), middle)
                steps = [(str(step), count) for step, count in enumerate(counts, 1)]
                return self._bars(self.text(question), steps, max(counts, default=0), ends)
            case Trend():
                return self._trend(block)

    def _bars(self, title: str, bars: list[tuple[str, int]], most: int, under: str = "") -> Part:
        if not bars:
            return self._nothing(title)
        values = [self.say("document-value", label=label, value=str(count)) for label, count in bars]
        what, ends = ("document-bars-ends", {"ends": under}) if under else ("document-bars", {})
        alt = self.say(what, title=title, values=tuple(values), **ends)
        cuts = any(short(label) != label for label, _ in bars)
        lines = (under,) if under else tuple(values) if cuts else ()
        return Part("picture", title, lines, bars_svg(bars, most, alt), alt)

    def _trend(self, block: Trend) -> Part:
        title = self.text(block.title)
        points = [(self.text(label), value) for label, value in block.points]
        if not any(value is not None and isfinite(value) for _, value in points):
            return self._nothing(title)
        none = self.say("document-none")
        values = tuple(
            self.say("document-value", label=label, value=none if value is None else self._number(value))
            for label, value in points
        )
        ends = self._ends(block.low, block.high, block.ends, block.middle)
        alt = self.say("document-trend", title=title, ends=ends, values=values)
        return Part("picture", title, (ends,), trend_svg(points, block.ends, alt), alt)

    def _ends(self, low: Text, high: Text, ends: tuple[float, float], middle: Text | None) -> str:
        first, half, last = (format_decimal(end, "0.#", self.language) for end in (ends[0], sum(ends) / 2, ends[1]))
        named = {"bottom": first, "low": self.text(low), "top": last, "high": self.text(high)}
        if middle is None:
            return self.say("document-ends", **named)
        return self.say("document-ends-middle", half=half, middle=self.text(middle), **named)

    def _nothing(self, title: str) -> Part:
        nothing = self.say("document-nothing")
        return Part("picture", title, (nothing,), alt=f"{title} {nothing}")

    def _number(self, value: float) -> str:
        return format_decimal(value, "0.0", self.language)

    def say(self, phrase_id: str, **values: str | tuple[str, ...]) -> str:
        """One of our own sentences as it can be shown."""
        return self._spell(phrase(phrase_id, self.language, values))
