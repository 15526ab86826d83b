"""Drawings: what a slide shows besides its text, as SVG. One picture for all that decorates, one for each figure."""

from collections.abc import Iterable
from functools import lru_cache
from math import hypot
from pathlib import Path
from typing import assert_never

from deckgen.icons import Drawing as IconDrawing
from deckgen.icons import load, svg_fill_path, svg_path
from deckgen.model.frames import Box, Colour, Connector, Icon, QrCode, Shape, Stroke
from deckgen.model.theme import Theme
from deckgen.writers.typeset.colours import css_colour
from deckgen.writers.typeset.lengths import number, points
from deckgen.writers.typeset.outlines import outline, rectangle

Graphic = Shape | Icon | QrCode | Connector
_HEAD = 3.0
"""Length and width of an arrow head in line widths: DrawingML's medium."""


class Painter:
    """Draws frames in the colours of a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: dict[Colour, str] = {}

    def colour(self, colour: Colour) -> str:
        """The colour as CSS writes it."""
        known = self._known.get(colour)
        if known is None:
            known = self._known[colour] = css_colour(colour, self._theme.colours)
        return known

    def graphics(self, items: Iterable[Graphic]) -> str:
        """SVG elements of shapes, icons and lines, without their text, in points from the slide's corner."""
        return "".join(self._graphic(item) for item in items)

    def _graphic(self, item: Graphic) -> str:
        match item:
            case Shape():
                return self._shape(item)
            case Icon():
                return self._icon(item)
            case QrCode():
                return self._code(item)
            case Connector():
                return self._connector(item)
            case _:
                assert_never(item)

    def panel(self, box: Box, fill: Colour) -> str:
        """A plain rectangle, e.g. the ground of a table cell."""
        x, y, width, height = (points(side) for side in (box.x, box.y, box.width, box.height))
        return f'<path d="{rectangle(x, y, width, height)}" fill="{self.colour(fill)}"/>'

    def rule(self, start: tuple[int, int], end: tuple[int, int], stroke: Stroke) -> str:
        """A straight line."""
        return f'<path d="{_line(start, end)}" fill="none"{self._pen(stroke)}/>'

    def _shape(self, shape: Shape) -> str:
        if shape.fill is None and shape.stroke is None:
            return ""
        fill = self.colour(shape.fill) if shape.fill else "none"
        pen = self._pen(shape.stroke) if shape.stroke else ""
        return f'<path d="{outline(shape)}" fill="{fill}" fill-rule="evenodd"{pen}/>'

    def _pen(self, stroke: Stroke) -> str:
        width = points(stroke.width)
        dashes = f' stroke-dasharray="{number(4 * width)} {number(3 * width)}"' if stroke.dashed else ""
        return f' stroke="{self.colour(stroke.colour)}" stroke-width="{number(width)}"{dashes}'

    def _icon(self, icon: Icon) -> str:
        drawing, stroked, filled = _icon_paths(self._theme.icons, icon.icon)
        scale = min(points(icon.box.width) / drawing.width, points(icon.box.height) / drawing.height)
        place = f"translate({number(points(icon.box.x))} {number(points(icon.box.y))}) scale({scale:.5f})"
        colour = self.colour(icon.colour)
        pen = f'stroke="{colour}" stroke-width="{number(drawing.stroke_width)}"'
        round_pen = f'{pen} stroke-linecap="round" stroke-linejoin="round"'
        parts = f'<path transform="{place}" d="{stroked}" fill="none" {round_pen}/>' if stroked else ""
        return parts + (f'<path transform="{place}" d="{filled}" fill="{colour}"/>' if filled else "")

    def _code(self, code: QrCode) -> str:
        scale = points(code.box.width) / code.side
        place = f"translate({number(points(code.box.x))} {number(points(code.box.y))}) scale({scale:.5f})"
        bars = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in code.stretches)
        return f'<path transform="{place}" d="{bars}" fill="{self.colour(code.colour)}"/>'

    def _connector(self, line: Connector) -> str:
        if not line.arrow:
            return self.rule(line.start, line.end, line.stroke)
        (x1, y1), (x2, y2) = ((points(x), points(y)) for x, y in (line.start, line.end))
        length = hypot(x2 - x1, y2 - y1)
        if not length:
            return ""
        head = min(_HEAD * points(line.stroke.width), length)
        along, across = (x2 - x1) / length, (y2 - y1) / length
        base = (x2 - along * head, y2 - across * head)
        half = head / 2
        tip = (
            f"M{number(x2)} {number(y2)}L{number(base[0] - across * half)} {number(base[1] + along * half)}"
            f"L{number(base[0] + across * half)} {number(base[1] - along * half)}z"
        )
        shaft = f"M{number(x1)} {number(y1)}L{number(base[0])} {number(base[1])}"
        head_path = f'<path d="{tip}" fill="{self.colour(line.stroke.colour)}"/>'
        return f'<path d="{shaft}" fill="none"{self._pen(line.stroke)}/>{head_path}'


@lru_cache(maxsize=512)
def _icon_paths(folder: Path, name: str) -> tuple[IconDrawing, str, str]:
    drawing = load(folder, name)
    return drawing, svg_path(drawing), svg_fill_path(drawing)


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = start, end
    return f"M{number(points(x1))} {number(points(y1))}L{number(points(x2))} {number(points(y2))}"


def svg(box: Box, content: str) -> bytes:
    """An SVG picture that shows one part of the slide."""
    x, y, width, height = (number(points(side)) for side in (box.x, box.y, box.width, box.height))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
    return f'{head} viewBox="{x} {y} {width} {height}">{content}</svg>'.encode()
