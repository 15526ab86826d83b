"""Drawings: what a slide shows besides its text, as marks of fill and pen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import assert_never

from deckgen.caches import of_files
from deckgen.icons import Drawing as IconDrawing
from deckgen.icons import Folders, load, svg_fill_path, svg_path
from deckgen.model.frames import Box, Colour, Connector, Icon, QrCode, Shape, Stroke
from deckgen.model.theme import Theme
from deckgen.writers.pdf.drawn.colours import css_colour
from deckgen.writers.pdf.drawn.outlines import outline, rectangle
from deckgen.writers.pdf.levels import number, points

Graphic = Shape | Icon | QrCode | Connector
_HEAD = 3.0
"""Length and width of an arrow head in line widths: DrawingML's medium."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A path that is filled, drawn with a pen, or both. Lengths are points from the slide's corner, downwards."""

    path: str
    """Path data of SVG (SVG 1.1, 8.3)."""
    fill: str = ""
    """`#rrggbb`, or nothing; by the even-odd rule."""
    pen: str = ""
    """`#rrggbb`, or nothing."""
    width: float = 0.0
    """Of the pen, in the path's own units."""
    dashes: tuple[float, ...] = ()
    """Lengths of dash and gap."""
    is_round: bool = False
    """Whether the pen has round ends and joins."""
    place: tuple[float, float, float] | None = None
    """Where the path's origin lies, and how much the path is enlarged."""


class Painter:
    """Draws frames in the colours of a theme: those that it was composed with, or its printed ones."""

    def __init__(self, theme: Theme, composed: Theme | None = None) -> None:
        self._theme = theme
        self._brand = composed.brand if composed else theme.brand
        self._known: dict[Colour, str] = {}

    def colour(self, colour: Colour) -> str:
        """The colour as CSS writes it."""
        known = self._known.get(colour)
        if known is None:
            shown = replace(colour, exact=self._theme.brand) if colour.exact == self._brand else colour
            known = self._known[colour] = css_colour(shown, self._theme.colours)
        return known

    def graphics(self, items: Iterable[Graphic]) -> Iterator[Mark]:
        """The marks of shapes, icons and lines, without their text."""
        for item in items:
            match item:
                case Shape():
                    yield from self._shape(item)
                case Icon():
                    yield from self._icon(item)
                case QrCode():
                    yield self._code(item)
                case Connector():
                    yield from self._connector(item)
                case _:
                    assert_never(item)

    def panel(self, box: Box, fill: Colour) -> Mark:
        """A plain rectangle, e.g. the ground of a table cell."""
        x, y, width, height = (points(side) for side in (box.x, box.y, box.width, box.height))
        return Mark(rectangle(x, y, width, height), fill=self.colour(fill))

    def rule(self, start: tuple[int, int], end: tuple[int, int], stroke: Stroke) -> Mark:
        """A straight line."""
        return self._penned(Mark(_line(start, end)), stroke)

    def _shape(self, shape: Shape) -> Iterator[Mark]:
        if shape.fill or shape.stroke:
            mark = Mark(outline(shape), fill=self.colour(shape.fill) if shape.fill else "")
            yield self._penned(mark, shape.stroke) if shape.stroke else mark

    def _penned(self, mark: Mark, stroke: Stroke) -> Mark:
        width = points(stroke.width)
        dashes = tuple(width * times for times in stroke.pattern)
        return replace(mark, pen=self.colour(stroke.colour), width=width, dashes=dashes)

    def _icon(self, icon: Icon) -> Iterator[Mark]:
        drawing, stroked, filled = _icon_paths(self._theme.icons, icon.icon)
        inner = icon.inner
        scale = min(points(inner.width) / drawing.width, points(inner.height) / drawing.height)
        place = (points(inner.x), points(inner.y), scale)
        if icon.disc:
            disc = Shape(box=icon.box, name=icon.name, geometry="ellipse", fill=icon.disc)
            yield from self._shape(disc)
        colour = self.colour(icon.colour)
        if stroked:
            yield Mark(stroked, pen=colour, width=drawing.stroke_width, is_round=True, place=place)
        if filled:
            yield Mark(filled, fill=colour, place=place)

    def _code(self, code: QrCode) -> Mark:
        place = (points(code.box.x), points(code.box.y), points(code.box.width) / code.side)
        bars = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in code.stretches)
        return Mark(bars, fill=self.colour(code.colour), place=place)

    def _connector(self, line: Connector) -> Iterator[Mark]:
        if not line.arrow:
            yield self.rule(line.start, line.end, line.stroke)
            return
        (x1, y1), (x2, y2) = ((points(x), points(y)) for x, y in (line.start, line.end))
        length = hypot(x2 - x1, y2 - y1)
        if not length:
            return
        head = min(_HEAD * points(line.stroke.width), length)
        along, across = (x2 - x1) / length, (y2 - y1) / length
        base = (x2 - along * head, y2 - across * head)
        half = head / 2
        tip = (
            f"M{number(x2)} {number(y2)}L{number(base[0] - across * half)} {number(base[1] + along * half)}"
            f"L{number(base[0] + across * half)} {number(base[1] - along * half)}z"
        )
        yield self._penned(Mark(f"M{number(x1)} {number(y1)}L{number(base[0])} {number(base[1])}"), line.stroke)
        yield Mark(tip, fill=self.colour(line.stroke.colour))


@of_files(512)
def _icon_paths(folders: Folders, name: str) -> tuple[IconDrawing, str, str]:
    drawing = load(folders, name)
    return drawing, svg_path(drawing), svg_fill_path(drawing)


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    (x1, y1), (x2, y2) = start, end
    return f"M{number(points(x1))} {number(points(y1))}L{number(points(x2))} {number(points(y2))}"
