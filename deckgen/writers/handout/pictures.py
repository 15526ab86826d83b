"""A slide as a picture on paper: drawing below, texts above it in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import assert_never

from deckgen.model.frames import (
    Box,
    ChartBox,
    Cluster,
    Connector,
    Deck,
    Icon,
    Item,
    Page,
    Shape,
    SlideLayout,
    TableBox,
    TextBody,
    TextBox,
)
from deckgen.model.frames import Picture as RasterPicture
from deckgen.model.theme import Theme
from deckgen.writers.handout.bodies import Area, Bodies
from deckgen.writers.handout.charts import ChartLabel, drawing, plan
from deckgen.writers.handout.drawing import Graphic, Painter, svg
from deckgen.writers.handout.lengths import number
from deckgen.writers.handout.lists import Tag
from deckgen.writers.handout.nodes import Figure, Group, Looks, Node, Paragraph, Picture, Piece
from deckgen.writers.handout.resources import Resources
from deckgen.writers.handout.tables import grounds, table_node

_HEADINGS: dict[str, Tag] = {"cover": "h1", "section": "h1"}
"""Heading of a slide's title by its layout; a plain slide lies one level below its section."""


@dataclass(frozen=True, slots=True)
class PictureMaker:
    """Draws the slides of one deck."""

    deck: Deck
    theme: Theme
    looks: Looks
    resources: Resources
    layouts: dict[str, SlideLayout] = field(init=False)
    painter: Painter = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "layouts", {layout.name: layout for layout in self.deck.layouts})
        object.__setattr__(self, "painter", Painter(self.theme))

    def height(self, width: float) -> float:
        """Height of a picture of a width."""
        return width * self.deck.height / self.deck.width

    def draw(self, page: Page, width: float) -> Picture:
        """The page's picture, `width` points wide."""
        bodies = Bodies(self.painter, self.looks, width / (self.deck.width / 12_700))
        drawer = _Drawer(self, bodies, page)
        nodes = tuple(node for item in page.items for node in drawer.nodes(item))
        if not drawer.has_heading:
            nodes = (self._unseen_heading(page), *nodes)
        return Picture(self._ground(page), nodes)

    def _unseen_heading(self, page: Page) -> Paragraph:
        """The title of a slide that shows none: in the outline and for screen readers."""
        tag = _HEADINGS.get(page.layout, "h2")
        return Paragraph(tag, "t unseen", "left:0;top:0", (Piece(page.title),), page.title)

    def _ground(self, page: Page) -> str:
        layout = self.layouts[page.layout]
        whole = Box(0, 0, self.deck.width, self.deck.height)
        parts = [self.painter.panel(whole, layout.background), self.painter.graphics(layout.decorations)]
        parts.extend(self._silent(item) for item in page.items)
        return self.resources.add(svg(whole, "".join(parts)), "image/svg+xml")

    def _silent(self, item: Item) -> str:
        """What an item draws that no screen reader needs to know of."""
        match item:
            case Shape() | Icon() | Connector():
                return "" if item.alt else self.painter.graphics((item,))
            case Cluster():
                return "" if item.alt else self.painter.graphics(_graphics(item.items))
            case TableBox():
                return grounds(item, self.painter)
            case _:
                return ""


def _graphics(items: Iterable[Shape | Icon | Connector | TextBox]) -> list[Graphic]:
    return [item for item in items if not isinstance(item, TextBox)]


@dataclass(slots=True)
class _Drawer:
    maker: PictureMaker
    bodies: Bodies
    page: Page
    has_heading: bool = False

    def nodes(self, item: Item) -> list[Node]:
        """The item's texts and figures."""
        match item:
            case TextBox():
                return self._text_box(item)
            case Shape():
                return self._figure(item.box, [item], item.alt) if item.alt else [*self._body(item.body, item.box)]
            case Icon() | Connector():
                return self._figure(item.box, [item], item.alt) if item.alt else []
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
        is_title = item.placeholder is not None and item.placeholder.type == "title"
        if not is_title:
            return [*self._body(item.body, item.box)]
        tag = _HEADINGS.get(self.page.layout, "h2")
        bookmark = self.page.title if self.page.continuation[0] == 1 else ""
        heading = self._body(item.body, item.box, tag=tag, bookmark=bookmark)
        self.has_heading = self.has_heading or bool(heading)
        return [*heading]

    def _body(
        self, body: TextBody | None, box: Box, origin: Box | None = None, tag: Tag = "p", bookmark: str = ""
    ) -> list[Paragraph | Group]:
        if body is None:
            return []
        left, top, right, _ = body.insets
        start_x, start_y = (origin.x, origin.y) if origin else (0, 0)
        length = self.bodies.length
        area = Area(length(box.x + left - start_x), length(box.y + top - start_y), length(box.width - left - right))
        return self.bodies.place(body, area, tag, bookmark)

    def _figure(self, box: Box, items: Iterable[Shape | Icon | Connector | TextBox], alt: str) -> list[Node]:
        items = list(items)
        source = self.maker.resources.add(svg(box, self.maker.painter.graphics(_graphics(items))), "image/svg+xml")
        texts = [node for item in items for node in self._inner_text(item, box)]
        return [Figure(self._place(box), source, alt, tuple(texts))]

    def _inner_text(self, item: Shape | Icon | Connector | TextBox, origin: Box) -> list[Paragraph | Group]:
        body = item.body if isinstance(item, Shape | TextBox) else None
        return self._body(body, item.box, origin)

    def _cluster(self, item: Cluster) -> list[Node]:
        if item.alt:
            return self._figure(item.box, item.items, item.alt)
        return [node for part in item.items for node in self.nodes(part)]

    def _raster(self, item: RasterPicture) -> Figure:
        source = self.maker.resources.add(item.data, f"image/{item.format}")
        return Figure(self._place(item.box), source, item.alt)

    def _chart(self, item: ChartBox) -> Figure:
        has_patterns = self.maker.theme.pattern_bars
        picture = svg(item.box, drawing(item, self.maker.painter, has_patterns=has_patterns))
        source = self.maker.resources.add(picture, "image/svg+xml")
        texts = tuple(self._chart_label(label, item) for label in plan(item).labels)
        return Figure(self._place(item.box), source, item.alt, texts)

    def _chart_label(self, label: ChartLabel, chart: ChartBox) -> Paragraph:
        size = chart.size * self.bodies.scale
        weight = ";font-weight:700" if label.is_value else ";text-align:right"
        look = self.maker.looks.name(
            f"font-size:{number(size)}pt;line-height:{number(1.2 * size)}pt{weight};color:{self._ink}"
        )
        top = self.bodies.length(label.middle) - 0.6 * size
        across = f"left:{number(self.bodies.length(label.x))}pt" if label.is_value else f"left:0;width:{number(self.bodies.length(label.x))}pt"
        return Paragraph("p", f"t {look}", f"{across};top:{number(top)}pt", (Piece(label.text),))

    @property
    def _ink(self) -> str:
        return f"#{self.maker.theme.colours['text'].lower()}"

    def _place(self, box: Box) -> str:
        sides = (("left", box.x), ("top", box.y), ("width", box.width), ("height", box.height))
        return ";".join(f"{side}:{number(self.bodies.length(length))}pt" for side, length in sides)
