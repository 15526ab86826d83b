"""Where each text of a presentation may stand, read from the file itself.

A renderer's PDF does not say which shape a character belongs to. So a copy of the deck is made in which the text of
each shape (and of each table cell and chart) has a mark of its own: the colour of a printed character then names its
shape. The copy also loses its autofit flags, which let a renderer shrink text and so hide a fault, and the fonts that
the deck carries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape

from tests.conformance.characters import drawn
from tests.conformance.geometry import EMU_PER_PT, Box
from tests.conformance.marks import Marker


@dataclass(frozen=True, slots=True)
class Region:
    """A text of a slide and the box it must stay in."""

    mark: int
    name: str
    box: Box
    characters: int
    """How many characters must be printed, spaces not counted."""


@dataclass(frozen=True, slots=True)
class MarkedDeck:
    """What a marked copy holds: for each slide its regions by their mark."""

    slides: tuple[dict[int, Region], ...]


def mark(deck: Path, copy: Path) -> MarkedDeck:
    """Write the marked copy of a deck and tell what its marks mean."""
    presentation = Presentation(str(deck))
    marker = Marker()
    drawn_by: dict[str, list[Region]] = {}
    slides = []
    for slide in presentation.slides:
        regions = []
        for below in (slide.slide_layout.slide_master, slide.slide_layout):
            name = str(below.part.partname)
            if name not in drawn_by:
                # A slide shows what its layout draws, but not its layout's placeholders.
                drawn = [shape for shape in below.shapes if not shape.is_placeholder]
                drawn_by[name] = [*_regions(drawn, marker, _Frame())]
            regions += drawn_by[name]
        regions += _regions(slide.shapes, marker, _Frame())
        slides.append({region.mark: region for region in regions})
    _drop_autofit(presentation)
    _drop_fonts(presentation)
    presentation.save(str(copy))
    return MarkedDeck(tuple(slides))


@dataclass(frozen=True, slots=True)
class _Frame:
    """How coordinates inside a group become coordinates on the slide."""

    scale_x: float = 1.0
    scale_y: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def box(self, left: float, top: float, width: float, height: float) -> Box:
        x, y = self.x + left * self.scale_x, self.y + top * self.scale_y
        edges = (x, y, x + width * self.scale_x, y + height * self.scale_y)
        return Box(*(edge / EMU_PER_PT for edge in edges))

    def inside(self, group: Any) -> "_Frame":
        """The frame of a group's members: chOff and chExt map to off and ext (ECMA-376 part 1, 20.1.7.5)."""
        xfrm = group._element.grpSpPr.find(qn("a:xfrm"))
        if xfrm is None:
            return self
        parts = (xfrm.find(qn(f"a:{name}")).attrib for name in ("off", "ext", "chOff", "chExt"))
        offset, extent, inner_offset, inner_extent = parts
        scale_x = int(extent["cx"]) / (int(inner_extent["cx"]) or 1)
        scale_y = int(extent["cy"]) / (int(inner_extent["cy"]) or 1)
        x = self.x + (int(offset["x"]) - int(inner_offset["x"]) * scale_x) * self.scale_x
        y = self.y + (int(offset["y"]) - int(inner_offset["y"]) * scale_y) * self.scale_y
        return _Frame(self.scale_x * scale_x, self.scale_y * scale_y, x, y)


def _regions(shapes: Any, marker: Marker, frame: _Frame) -> Iterator[Region]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _regions(shape.shapes, marker, frame.inside(shape))
        elif isinstance(shape, GraphicFrame):
            yield from _frame_regions(shape, marker, frame)
        elif shape.has_text_frame and shape.text_frame.text.strip():
            if shape.rotation:
                raise ValueError(f"{shape.name} is turned: this judge reads upright text only")
            count = _count(shape.text_frame.text)
            yield Region(marker.paint(shape._element.txBody), shape.name, _box(shape, frame), count)


def _frame_regions(shape: Any, marker: Marker, frame: _Frame) -> Iterator[Region]:
    if shape.has_table:
        yield from _cells(shape, marker, frame)
    elif shape.has_chart:
        _ = shape.chart.font  # Asking for it makes the text properties that all text of the chart inherits.
        categories = "".join(str(category) for plot in shape.chart.plots for category in plot.categories)
        yield Region(marker.paint(shape.chart._chartSpace), shape.name, _box(shape, frame), _count(categories))


def _cells(shape: Any, marker: Marker, frame: _Frame) -> Iterator[Region]:
    widths = [column.width for column in shape.table.columns]
    heights = [row.height for row in shape.table.rows]
    for row in range(len(heights)):
        for column in range(len(widths)):
            cell = shape.table.cell(row, column)
            if cell.is_spanned or not cell.text.strip():
                continue
            left, top = shape.left + sum(widths[:column]), shape.top + sum(heights[:row])
            width = sum(widths[column : column + cell.span_width])
            height = sum(heights[row : row + cell.span_height])
            name = f"{shape.name} (row {row + 1}, column {column + 1})"
            yield Region(marker.paint(cell._tc.txBody), name, frame.box(left, top, width, height), _count(cell.text))


def _count(text: str) -> int:
    return drawn("".join(text.split()))


def _box(shape: Any, frame: _Frame) -> Box:
    return frame.box(shape.left, shape.top, shape.width, shape.height)


def _drop_fonts(presentation: Any) -> None:
    for fonts in presentation.element.findall(qn("p:embeddedFontLst")):
        presentation.element.remove(fonts)


def _drop_autofit(presentation: Any) -> None:
    for part in presentation.part.package.iter_parts():
        element = getattr(part, "_element", None)
        if element is not None:
            for flag in [*element.iter(qn("a:normAutofit"), qn("a:spAutoFit"))]:
                flag.getparent().replace(flag, etree.Element(qn("a:noAutofit")))
