"""The report's picture: how each scale of the feedback moved, one below the other in a single SVG file."""

import textwrap
import xml.etree.ElementTree as ET

from bot.commands.report import FEW, texts
from bot.content.charts import INK, WIDTH
from bot.content.document import picture
from bot.core.figures import Figures
from bot.core.outgoing import Own
from bot.core.ports import Library

SVG = "http://www.w3.org/2000/svg"
LINE = 20
"""Height of a line of text."""

FITS = 48
"""Characters that fit on one."""


def drawn(figures: Figures, library: Library) -> bytes:
    """A picture for each scale that has something to show, with its question above it; or that there is none."""
    ET.register_namespace("", SVG)
    root = ET.Element(f"{{{SVG}}}svg")
    ET.SubElement(root, f"{{{SVG}}}rect", {"width": "100%", "height": "100%", "fill": "#fff"})
    height = LINE // 2
    for scale, means in figures.feedback.items():
        words, language = texts(scale, library)
        points = tuple(
            (Own(month if month in means else f"{month} {FEW}"), means.get(month)) for month in figures.months
        )
        height = _write(root, library.text(words.question, language), height, bold=True)
        steps = [(1, words.low), *([(3, words.middle)] if words.middle else []), (5, words.high)]
        height = _write(root, " ".join(f"{step}: {library.text(text, language)}." for step, text in steps), height)
        # Made by us a moment ago, of nothing that anybody typed.
        inner = ET.fromstring(picture(words.trend(points), language, library).body)  # noqa: S314
        below = int(inner.attrib["viewBox"].split()[3])
        inner.attrib |= {"y": str(height), "width": str(WIDTH), "height": str(below)}
        root.append(inner)
        height += below + LINE
    if not figures.feedback:
        height = _write(root, f"Feedback: {FEW}", height)
    height = _write(root, f"{FEW} is too few to show: under five people, or a single group.", height) + LINE // 2
    root.attrib |= {"viewBox": f"0 0 {WIDTH} {height}"}
    svg: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return svg


def _write(root: ET.Element, text: str, top: int, *, bold: bool = False) -> int:
    """Text from a height on; the height below it."""
    for line in textwrap.wrap(text, FITS):
        top += LINE
        style = {"x": "10", "y": str(top - 5), "font-size": "15", "fill": INK, "font-family": "Georgia, serif"}
        ET.SubElement(root, f"{{{SVG}}}text", style | ({"font-weight": "bold"} if bold else {})).text = line
    return top
