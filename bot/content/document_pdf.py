"""A document on paper: PDF with tags, bookmarks and a language, so that it can be listened to as well."""

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import asdict
from typing import Literal

import typst

from bot.content.charts import ACCENT, INK
from bot.content.document_parts import Part, legible, runs_left

# What the fonts that come with Typst can draw, from first to last: the tests set every one of these.
SPANS = """0a-0a 20-7e a0-377 37a-37f 384-38a 38c-38c 38e-3a1 3a3-482 48a-4ff 531-556 559-58a 5b0-5c3 5c7-5c7 5d0-5ea
5ef-5f4 606-60c 61b-61c 61f-61f 621-63a 640-655 660-66d 679-67b 67e-680 686-686 698-698 6a9-6a9 6af-6af
6be-6be 6cc-6cc 6f0-6f9 10d0-10ff 1d00-1dbf 1e00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59-1f59
1f5b-1f5b 1f5d-1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe
2000-2040 2042-2042 2044-2052 2054-2064 2066-2071 2074-208e 2090-209c 20a0-20c0 2100-211e 2120-2120
2122-2122 2124-2124 2126-2151 2153-2184 2190-23ff 2460-262f 2638-268b 2690-269c 26a0-26a7 2701-2704
2706-2709 270c-2727 2729-274b 2756-2756 2758-275e 2761-277f 2794-2794 2798-27af 27b1-2b73 fb00-fb06
fe00-fe0f fffd-fffd"""
STARTS, ENDS = zip(*((int(span.split("-")[0], 16), int(span.split("-")[1], 16)) for span in SPANS.split()), strict=True)

# Flags are pairs of letters, and a tone of skin only colours the sign before it.
SIMPLER = {0x1F1E6 + place: chr(ord("A") + place) for place in range(26)} | dict.fromkeys(range(0x1F3FB, 0x1F400), "")

SOURCE = f"""\
#let given = json(bytes(sys.inputs.given))
#let ink = rgb("{INK}")
#let accent = rgb("{ACCENT}")
#set document(title: given.title, date: none)
#set page(paper: "a4", margin: (x: 2.9cm, top: 2.6cm, bottom: 2.8cm), footer: context align(center,
  text(size: 9.5pt, fill: rgb("#5b6268"), counter(page).display("1 / 1", both: true))))
#set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 12pt, lang: given.language, fill: ink, hyphenate: true)
#set par(leading: 0.72em, spacing: 1.3em, justify: false)
#set list(marker: text(fill: accent, [•]), spacing: 0.85em, body-indent: 0.6em)
#set quote(block: true)
#show quote: it => block(stroke: (left: 2pt + accent), inset: (left: 12pt, y: 3pt), width: 100%,
  above: 1.4em, below: 1.4em, it.body)
#show heading: it => text(weight: "regular", hyphenate: false, it)
#show heading.where(level: 1): set text(size: 23pt)
#show heading.where(level: 1): it => block(below: 1.3em, width: 100%, inset: (bottom: 11pt),
  stroke: (bottom: 1.2pt + accent), it)
#show heading.where(level: 2): set text(size: 15.5pt, fill: accent)
#show heading.where(level: 2): set block(above: 2em, below: 0.9em)
#show heading.where(level: 3): set text(size: 13pt, fill: accent)
#show heading.where(level: 3): set block(above: 0em, below: 0.9em)
#show figure: set align(left)
#show figure.caption: set text(weight: "bold")
#set figure(supplement: none, numbering: none, gap: 0.7em)
#set figure.caption(position: top)

// A word that is wider than the page may break anywhere: spaces of no width let it.
#let line(text) = text.split(" ").map(word =>
  if word.clusters().len() > 45 {{ word.clusters().join("\\u{{200b}}") }} else {{ word }}).join(" ")
#let say(said) = {{
  set std.text(dir: if said.rtl {{ rtl }} else {{ ltr }})
  said.text.split("\\n").map(line).join(linebreak())
}}
#let whole(said) = if said.rtl {{ align(right, say(said)) }} else {{ say(said) }}

#heading(level: 1, say(given.heading))
#for part in given.parts {{
  if part.kind == "heading" {{ heading(level: 2, say(part.text)) }}
  else if part.kind == "items" {{ list(..part.lines.map(say)) }}
  else if part.kind == "quote" {{ quote(whole(part.text)) }}
  else if part.kind == "picture" {{
    block(breakable: false, above: 1.8em, below: 1.8em, {{
      if part.svg == "" {{ strong(say(part.text)) }} else {{
        figure(caption: say(part.text), image(bytes(part.svg), format: "svg", alt: part.alt, width: 76%))
      }}
      for under in part.lines {{ block(above: 0.6em, text(size: 10.5pt, fill: rgb("#5b6268"), say(under))) }}
    }})
  }}
  else if part.kind == "fields" {{
    table(columns: (1fr, 1fr), stroke: 0.6pt + accent, inset: (x: 11pt, y: 12pt), ..part.cells.map(cell =>
      table.cell(breakable: part.breaks, {{
        heading(level: 3, say(cell.title))
        if cell.lines.len() == 0 {{ text(fill: rgb("#5b6268"), say(part.text)) }} else {{ list(..cell.lines.map(say)) }}
      }})))
  }}
  else {{ par(whole(part.text)) }}
}}
"""


TOGETHER, A_LINE = 900, 30
"""Characters of a field that surely fit on one page, in half its width: so much need not be broken over two pages."""


def drawable(text: str) -> str:
    """The text with whatever the fonts lack spelled out in brackets: by name if it is a sign, else by number."""
    drawn, base = [], ""
    for c in legible(text).translate(SIMPLER):
        mark = unicodedata.category(c) in {"Mn", "Me"} and not "\ufe00" <= c <= "\ufe0f"
        drawn.append(c if _drawn(c) and (not mark or _fits(c, base)) else _named(c))
        base = base if mark else c
    return "".join(drawn)


def _drawn(c: str) -> bool:
    place = bisect_right(STARTS, ord(c)) - 1
    return place >= 0 and ord(c) <= ENDS[place]


def _fits(mark: str, base: str) -> bool:
    """Whether a mark stands on a letter of its own script; no font has it for any other."""
    return base.isalpha() and _script(mark) == _script(base)


def _script(c: str) -> str:
    first = unicodedata.name(c, "").split(" ")[0]
    return "COMBINING" if first in {"LATIN", "GREEK", "CYRILLIC"} else first


def _named(c: str) -> str:
    sign = unicodedata.category(c) in {"So", "Sm", "Sc", "Sk"}
    name = unicodedata.name(c, "") if sign else ""
    return f"[{name.lower() or f'U+{ord(c):04X}'}]"


def pdf(title: str, parts: Sequence[Part], language: str) -> bytes:
    """The document as PDF/UA: words go in as data, where nothing in them is markup."""
    given: dict[str, object] = {
        "title": title,
        "heading": _said(title),
        "language": language,
        "parts": [_given(part) for part in parts],
    }
    said = json.dumps(given, ensure_ascii=False)
    try:
        return _set(said, ["ua-1"])
    except typst.TypstError as error:
        if not error.message.startswith("PDF/UA-1 error"):
            raise
        return _set(said, [])  # marks heaped on letters: set as well as it goes, still with tags
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        # The typesetter lost its way among marks: letters without them are better than no document.
        return _set("".join(c for c in unicodedata.normalize("NFC", said) if unicodedata.category(c)[0] != "M"), [])


def _set(given: str, standards: list[Literal["ua-1"]]) -> bytes:
    # Its own fonts and no others, so that the same document looks the same wherever it is made. Fonts kept between
    # documents would save half the time, and memory would grow with each one for good.
    return typst.compile(
        SOURCE.encode(),
        format="pdf",
        ignore_system_fonts=True,
        sys_inputs={"given": given},
        pdf_standards=[*standards],
    )


def _given(part: Part) -> dict[str, object]:
    cells = [{"title": _said(title), "lines": [_said(line) for line in lines]} for title, lines in part.cells]
    said = {"text": _said(part.text), "lines": [_said(line) for line in part.lines], "cells": cells}
    return asdict(part) | said | {"breaks": any(sum(map(_takes, lines)) > TOGETHER for _, lines in part.cells)}


def _takes(text: str) -> int:
    """The room that a text takes, in characters; each of its lines may be short and take a whole one all the same."""
    return len(text) + A_LINE * (1 + text.count("\n"))


def _said(text: str) -> dict[str, object]:
    return {"text": text, "rtl": runs_left(text)}
