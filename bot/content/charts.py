"""Bars and lines as SVG: the same picture for page, paper and file."""

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from math import ceil, floor
from typing import Any

from leather import Chart, Dots, Line, Scale, Series, theme  # type: ignore[import-untyped]

from bot.core.letters import cut

ACCENT = "#1f5f7a"  # 7.0 : 1 on white, so that the thinnest line is seen
INK = "#26292c"
FAINT = "#c9ced2"
WIDTH = 400
LONGEST = 24
"""A longer label is cut, so that it leaves room for its bar."""
POINT = 12
"""So too below a point."""

# The library has its looks in a module of its own, one for the whole process; nobody else uses it here.
theme.background_color = "#fff"
theme.label_color = INK
theme.tick_color = theme.zero_color = FAINT
theme.tick_font_family = "Libertinus Serif, Georgia, serif"
theme.tick_font_size = 15
theme.tick_font_char_width = 8
theme.margin = 0.03


def short(label: str, most: int = LONGEST) -> str:
    """A label on one line, at most so many characters of it."""
    return cut(" ".join(label.split()), most)


def bars_svg(bars: Sequence[tuple[str, int]], most: int, alt: str) -> str:
    """A bar for each, from nought to `most`, each number at the foot of its bar."""
    labels = [f"{short(label)}\u2003{count}" for label, count in reversed(bars)]
    chart = Chart()
    # Two bars may have the same label: each is known by its place, and the axis says what stands there.
    chart.add_bars([(count, str(place)) for place, (_, count) in enumerate(bars)], fill_color=ACCENT)
    chart.set_x_scale(_Exact(0, max(most, 1, *(count for _, count in bars))))
    chart.add_x_axis(ticks=[0], tick_formatter=lambda *_: "")
    chart.add_y_axis(tick_formatter=lambda _value, place, _of: labels[place])
    root = _svg(chart, 50 + 28 * len(bars), alt, below=20)
    for tick in root.iterfind(".//g[@class='axis left']/g[@class='tick']"):
        tick.remove(tick[0])  # its line would run behind the bar
    return ET.tostring(root, encoding="unicode")


def trend_svg(points: Sequence[tuple[str, float | None]], ends: tuple[float, float], alt: str) -> str:
    """A dot for each number and a line between neighbours; a gap where there is none."""
    numbers = [value for _, value in points if value is not None]
    low, high = min(*ends, *numbers), max(*ends, *numbers)
    widest = max(len(short(label, POINT)) for label, _ in points) + 1
    every = ceil(len(points) * widest * theme.tick_font_char_width / (WIDTH - 60))
    chart = Chart()
    chart.add_series(Series([(place, value) for place, (_, value) in enumerate(points)]), _DottedLine())
    chart.set_x_scale(_Exact(-0.5, len(points) - 0.5))
    chart.set_y_scale(_Exact(low, high if high > low else low + 1))
    chart.add_x_axis(
        ticks=list(range(0, len(points), every)), tick_formatter=lambda place, *_: short(points[place][0], POINT)
    )
    chart.add_y_axis(ticks=list(range(ceil(low), floor(high) + 1)), tick_formatter=lambda value, *_: str(value))
    return ET.tostring(_svg(chart, 230, alt), encoding="unicode")


class _Exact(Scale):  # type: ignore[misc]
    """From end to end and no farther; the library's own ends at round numbers beyond."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, high

    def contains(self, value: float) -> bool:
        return self._low <= value <= self._high

    def project(self, value: float, first: float, last: float) -> float:
        return round(first + (last - first) * (value - self._low) / (self._high - self._low), 2)


class _DottedLine:
    """A shape of two of the library's own; as two series they would get a legend."""

    def __init__(self) -> None:
        self._shapes = Line(stroke_color=ACCENT), Dots(fill_color=ACCENT, radius=4.5)

    def validate_series(self, series: Any) -> None:
        for shape in self._shapes:
            shape.validate_series(series)

    def to_svg(self, *drawn: Any) -> ET.Element:
        both = ET.Element("g")
        both.extend(shape.to_svg(*drawn) for shape in self._shapes)
        return both


def _svg(chart: Chart, height: int, alt: str, below: int = 0) -> ET.Element:
    """The picture as an element; `below` is what the library leaves for words under the axis where there are none."""
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {height - below}"})
    root.attrib |= {"role": "img", "aria-label": alt}
    root.append(chart.to_svg_group(WIDTH, height))
    return root
