"""Bar charts on paper: the same proportions as the native chart of the deck."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.frames import Box, ChartBar, ChartBox, Colour, Shape, Stroke
from deckgen.units import pt
from deckgen.writers.pdf.drawn.outlines import rectangle
from deckgen.writers.pdf.drawn.painter import Mark, Painter
from deckgen.writers.pdf.levels import number, points

_GAP = pt(6)
_BAR = 1 / 1.45
"""Share of its band that a bar takes (gap width 45 %)."""
_STRONG = frozenset(("primary", "danger", "ink"))
_HATCH = 5.0
"""Distance of hatching lines in points."""


@dataclass(frozen=True, slots=True)
class ChartText:
    """A text of the chart: a bar's label at the left, or its value at the bar's end."""

    text: str
    x: int
    """Left edge of a value, right edge of a label, in EMU from the chart's corner."""
    middle: int
    """Height of its middle, in EMU from the chart's corner."""
    is_value: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the bars of a chart lie."""

    bars: tuple[Box, ...]
    """In EMU from the slide's corner."""
    labels: tuple[ChartText, ...]
    """In reading order: label and value of each bar."""


def _plan(chart: ChartBox) -> _Plan:
    """Bars and texts of a chart."""
    left = min(round(chart.box.width * 0.7), chart.label_width + _GAP)
    band = chart.box.height / max(1, len(chart.bars))
    reach = _reach(chart)
    bars: list[Box] = []
    labels: list[ChartText] = []
    for index, bar in enumerate(chart.bars):
        width = round((chart.box.width - left) * max(bar.value, 0) / reach)
        top = round(band * index + band * (1 - _BAR) / 2)
        bars.append(Box(chart.box.x + left, chart.box.y + top, width, round(band * _BAR)))
        middle = round(band * (index + 0.5))
        labels.append(ChartText(bar.label, left - _GAP, middle, is_value=False))
        labels.append(ChartText(bar.value_text, left + width + _GAP, middle, is_value=True))
    return _Plan(tuple(bars), tuple(labels))


def _reach(chart: ChartBox) -> float:
    """The value at the right edge: the text at the end of the longest bar stays inside."""
    largest = max((bar.value for bar in chart.bars), default=0.0)
    room = max(chart.box.width - chart.label_width - _GAP, 1)
    share = min(0.6, chart.value_width / room)
    return largest / (1 - share) if largest > 0 else 1.0


def draw_chart(chart: ChartBox, painter: Painter, *, has_patterns: bool) -> Iterator[Mark]:
    """The bars and the line they stand on."""
    layout = _plan(chart)
    for box, bar in zip(layout.bars, chart.bars, strict=True):
        yield from _bar(box, bar, painter, has_patterns)
    if layout.bars:
        x = layout.bars[0].x
        axis = Stroke(Colour("muted"), pt(0.75))
        yield painter.rule((x, chart.box.y), (x, chart.box.bottom), axis)


def chart_labels(chart: ChartBox) -> tuple[ChartText, ...]:
    """The labels and values of the bars, in reading order."""
    return _plan(chart).labels


def _bar(box: Box, bar: ChartBar, painter: Painter, has_patterns: bool) -> Iterator[Mark]:
    if not has_patterns or (bar.colour.role in _STRONG and not bar.colour.tint):
        yield painter.panel(box, bar.colour)
        return
    pen = Stroke(Colour("text"), pt(1))
    yield from _hatching(box, painter.colour(pen.colour))
    yield from painter.graphics((Shape(box=box, name="", geometry="rectangle", stroke=pen),))


def _hatching(box: Box, colour: str) -> Iterator[Mark]:
    """Rising diagonals inside a rectangle."""
    x, y, width, height = (points(side) for side in (box.x, box.y, box.width, box.height))
    lines: list[str] = []
    for step in range(1, int((width + height) / _HATCH) + 1):
        reach = step * _HATCH
        start = (x + min(reach, width), y + max(0.0, reach - width))
        end = (x + max(0.0, reach - height), y + min(reach, height))
        lines.append(f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}")
    yield Mark(rectangle(x, y, width, height), fill="#ffffff")
    yield Mark("".join(lines), pen=colour, width=1.5)
