"""Items of a slide as nodes: their texts, and the figures that are told in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from deckgen.model.frames import (
    Box,
    ChartBox,
    Cluster,
    Connector,
    Icon,
    Item,
    Page,
    QrCode,
    Shape,
    TableBox,
    TextBody,
    TextBox,
)
from deckgen.model.frames import Picture as RasterPicture
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.typeset.bodies import Area, Bodies
from deckgen.writers.typeset.charts import chart_texts, draw_chart
from deckgen.writers.typeset.drawing import Graphic, svg
from deckgen.writers.typeset.headings import slide_level
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import Tag
from deckgen.writers.typeset.nodes import Figure, Group, Node, Paragraph, Piece
from deckgen.writers.typeset.tables import table_node

SVG = "image/svg+xml"
_HEADINGS: dict[int, Tag] = {1: "h1", 2: "h2"}
Part = Shape | Icon | QrCode | Connector | TextBox


def graphics(items: Sequence[Part]) -> list[Graphic]:
    """The items that draw something besides text."""
    return [item for item in items if not isinstance(item, TextBox)]


@dataclass(slots=True)
class ItemNodes:
    """Makes the nodes of one page's items, at one scale."""

    page: Page
    bodies: Bodies
    resources: Resources
    has_patterns: bool
    """Whether bars are told apart by pattern."""
    _has_heading: bool = False

    def all(self) -> tuple[Node, ...]:
        """The nodes of all items in reading order; a slide that shows no title begins with an unseen one."""
        made = tuple(node for item in self.page.items for node in self._nodes(item))
        return made if self._has_heading else (self._unseen_heading(), *made)

    def _unseen_heading(self) -> Paragraph:
        title = self.page.title
        tag = _HEADINGS[slide_level(self.page)]
        return Paragraph(tag, "t unseen", "left:0;top:0", (Piece(title),), title)

    def _nodes(self, item: Item) -> list[Node]:
        match item:
            case TextBox():
                return self._text_box(item)
            case Shape():
                return self._figure(item.box, (item,), item.alt) if item.alt else [*self._body(item.body, item.box)]
            case Icon() | QrCode() | Connector():
                return self._figure(item.box, (item,), item.alt) if item.alt else []
            case RasterPicture():
                return [self._raster(item)]
            case TableBox():
                return [table_node(item, self.bodies)]
            case ChartBox():
                return [self._chart(item)]
            case Cluster():
                return self._cluster(item)
            case _:
                assert_never(item)

    def _text_box(self, item: TextBox) -> list[Node]:
        if item.placeholder is None or item.placeholder.type != "title":
            return [*self._body(item.body, item.box)]
        # The outline of the file names a slide once, however many pages it takes.
        bookmark = self.page.title if self.page.continuation[0] == 1 else ""
        heading = self._body(item.body, item.box, tag=_HEADINGS[slide_level(self.page)], bookmark=bookmark)
        self._has_heading = self._has_heading or bool(heading)
        return [*heading]

    def _body(
        self, body: TextBody | None, box: Box, origin: Box | None = None, tag: Tag = "p", bookmark: str = ""
    ) -> list[Paragraph | Group]:
        """Text inside a box; `origin` is the figure that it belongs to."""
        if body is None:
            return []
        left, top, right, _ = body.insets
        start_x, start_y = (origin.x, origin.y) if origin else (0, 0)
        length = self.bodies.length
        area = Area(length(box.x + left - start_x), length(box.y + top - start_y), length(box.width - left - right))
        return self.bodies.place(body, area, tag, bookmark)

    def _figure(self, box: Box, items: Sequence[Part], alt: str) -> list[Node]:
        source = self.resources.add(svg(box, self.bodies.painter.graphics(graphics(items))), SVG)
        texts = [node for item in items for node in self._inner_text(item, box)]
        return [Figure(self._place(box), source, alt, tuple(texts))]

    def _inner_text(self, item: Part, origin: Box) -> list[Paragraph | Group]:
        body = item.body if isinstance(item, Shape | TextBox) else None
        return self._body(body, item.box, origin)

    def _cluster(self, item: Cluster) -> list[Node]:
        if item.alt:
            return self._figure(item.box, item.items, item.alt)
        return [node for part in item.items for node in self._nodes(part)]

    def _raster(self, item: RasterPicture) -> Figure:
        return Figure(self._place(item.box), self.resources.add(item.data, f"image/{item.format}"), item.alt)

    def _chart(self, item: ChartBox) -> Figure:
        drawing = draw_chart(item, self.bodies.painter, has_patterns=self.has_patterns)
        source = self.resources.add(svg(item.box, drawing), SVG)
        return Figure(self._place(item.box), source, item.alt, chart_texts(item, self.bodies))

    def _place(self, box: Box) -> str:
        sides = (("left", box.x), ("top", box.y), ("width", box.width), ("height", box.height))
        return ";".join(f"{side}:{number(self.bodies.length(length))}pt" for side, length in sides)
