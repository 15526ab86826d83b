"""A slide or a sheet as PDF: the drawing below, the texts above it in reading order, and the tree of what they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, assert_never

from deckgen.model.frames import (
    Box,
    ChartBox,
    Cluster,
    Colour,
    Connector,
    Deck,
    Decoration,
    Icon,
    Item,
    Page,
    Picture,
    PlotBox,
    QrCode,
    Shape,
    SlideLayout,
    TableBox,
    TextBody,
    TextBox,
    WholeSheet,
)
from deckgen.model.theme import Theme, printed, slides_printed
from deckgen.text.fonts import font_set
from deckgen.writers.pdf.drawn.charts import chart_labels, draw_chart
from deckgen.writers.pdf.drawn.content import Content, Stretch
from deckgen.writers.pdf.drawn.elements import Area, Element, nested
from deckgen.writers.pdf.drawn.painter import Painter
from deckgen.writers.pdf.drawn.reading import (
    Part,
    Rank,
    bodies,
    graphics,
    ground_marks,
    is_furniture,
    is_title,
    layout_of,
    reading_rank,
)
from deckgen.writers.pdf.drawn.slide import DrawnSlide, picture_name
from deckgen.writers.pdf.drawn.words import Words
from deckgen.writers.pdf.levels import points, slide_level


def draw_slide(page: Page, deck: Deck, theme: Theme) -> DrawnSlide:
    """A slide of a deck, as it is printed."""
    drawer = _Drawer(slides_printed(theme), theme)
    return drawer.slide(page, layout_of(page, deck), Box(0, 0, deck.width, deck.height))


def draw_sheets(sheets: Sequence[WholeSheet], theme: Theme) -> tuple[DrawnSlide, ...]:
    """Every sheet that is composed as a whole, in order; what stands on one several times is read once."""
    return tuple(map(_Drawer(printed(theme), theme).sheet, sheets))


class _Drawer:
    def __init__(self, theme: Theme, composed: Theme) -> None:
        self.painter = Painter(theme, composed)
        self.is_recoloured = theme is not composed
        self.fonts = font_set(theme.fonts)
        self.has_patterns = theme.pattern_bars

    def slide(self, page: Page, layout: SlideLayout, whole: Box) -> DrawnSlide:
        """A slide, upon what its layout shows."""
        content = _clipped(Content(self.fonts), whole)
        picture = _Picture(self, content, slide_level(page))
        with content.artifact():
            content.draw((self.painter.panel(whole, layout.background),))
            picture.backdrop(each for each in layout.decorations if not self._hides(each, whole))
            picture.ground(page.items)
        unseen = () if any(map(is_title, page.items)) else (picture.unseen_title(page.title),)
        return picture.drawn(page.title, whole, (*unseen, *picture.parts(page.items)))

    def _hides(self, decoration: Decoration, whole: Box) -> bool:
        """Whether a decoration is a picture behind the whole page, which its printed colours could not be read on."""
        return self.is_recoloured and isinstance(decoration, Picture) and decoration.box == whole

    def sheet(self, sheet: WholeSheet) -> DrawnSlide:
        """A sheet, its items in as many places as it has."""
        whole = Box(0, 0, sheet.width, sheet.height)
        content = _clipped(Content(self.fonts), whole)
        picture = _Picture(self, content, 1)
        with content.artifact():
            picture.ground((*sheet.ground, *sheet.items))
        parts = tuple(picture.parts(sheet.items))
        if sheet.copies:
            copy = self._copy(sheet.items, content)
            with content.artifact():
                for right, down in sheet.copies:
                    content.again(copy, points(right), points(down))
        return picture.drawn(sheet.title, whole, parts)

    def _copy(self, items: Sequence[Item], content: Content) -> Content:
        copy = Content(self.fonts, content.used, is_marked=False)
        picture = _Picture(self, copy, 1)
        picture.ground(items)
        for _ in picture.parts(items):
            pass
        return copy


def _clipped(content: Content, whole: Box) -> Content:
    content.clip(points(whole.width), points(whole.height))
    return content


@dataclass(slots=True)
class _Picture:
    """A slide or a sheet in the making."""

    drawer: _Drawer
    content: Content
    level: Literal[1, 2]
    """Of its title."""
    pictures: dict[str, Picture] = field(default_factory=dict)

    def drawn(self, title: str, whole: Box, parts: Iterable[Element]) -> DrawnSlide:
        """All that was drawn, and these elements of it."""
        tree = nested(parts)
        return DrawnSlide(
            title=title,
            width=points(whole.width),
            height=points(whole.height),
            data=self.content.data,
            count=self.content.count,
            tree=tree,
            used=self.content.used,
            pictures=self.pictures,
        )

    def ground(self, items: Iterable[Item]) -> None:
        """What items draw that no screen reader needs to know of."""
        self.content.draw(ground_marks(items, self.drawer.painter))

    def backdrop(self, decorations: Iterable[Decoration]) -> None:
        """What lies behind a slide, one above the other; no screen reader needs to know of it."""
        for each in decorations:
            if isinstance(each, Picture):
                self.content.picture(self._kept(each), *_area(each.box))
            else:
                self.ground((each,))

    def parts(self, items: Sequence[Item]) -> Iterator[Element]:
        """The elements of all items in reading order."""
        drawn = [(reading_rank(item), tuple(self._item(item))) for item in items]
        for _, elements in sorted(drawn, key=lambda each: each[0]):
            yield from elements

    def unseen_title(self, title: str) -> Element:
        """A slide that shows no title begins with one that is heard and not seen."""
        with self.content.marked("Span") as mark:
            self.content.unseen(title)
        return Element(f"H{self.level}", (mark,))

    def _item(self, item: Item) -> Iterator[Element]:
        match item:
            case TextBox():
                yield from self._text(item, item.body)
            case Shape() if not item.alt:
                yield from self._text(item, item.body)
            case Shape() | Icon() | QrCode() | Connector():
                if item.alt:
                    yield self._figure(item.box, (item,), item.alt)
            case Picture():
                yield self._picture(item)
            case TableBox():
                yield self._table(item)
            case ChartBox():
                yield self._chart(item)
            case PlotBox():
                yield self._figure(item.box, item.parts, item.alt)
            case Cluster():
                yield from self._cluster(item)
            case _:
                assert_never(item)

    def _text(self, item: TextBox | Shape, body: TextBody | None) -> Iterator[Element]:
        if body and is_furniture(item):
            with self.content.artifact(is_pagination=True):
                Words(self.content, self.drawer.painter).plain(body, item.box)
        else:
            yield from self._body(body, item.box, self._rank(item))

    def _rank(self, item: TextBox | Shape) -> Rank:
        return Rank(self.level, is_title(item))

    def _body(self, body: TextBody | None, box: Box, rank: Rank | None = None) -> tuple[Element, ...]:
        """The elements of a text; no rank: it has no headings, being part of a figure or a table."""
        return nested(Words(self.content, self.drawer.painter).parts(body, box, rank)) if body else ()

    def _cluster(self, item: Cluster) -> Iterator[Element]:
        if item.alt and item.is_read:
            yield self._figure(item.box, graphics(item.items), item.alt, is_read=True)
            for place, body in bodies(item.items):
                yield from self._body(body, place)
        elif item.alt:
            yield self._figure(item.box, item.items, item.alt)
        else:
            for part in item.items:
                yield from self._item(part)

    def _figure(self, box: Box, items: Sequence[Part], alt: str, *, is_read: bool = False) -> Element:
        """A drawing; its texts are part of it, unless they are read by themselves."""
        with self.content.marked("Figure") as mark:
            self.content.draw(self.drawer.painter.graphics(graphics(items)))
        within = () if is_read else bodies(items)
        texts = [element for place, body in within for element in self._body(body, place)]
        return Element("Figure", (mark, *texts), alt=alt, area=_area(box))

    def _picture(self, item: Picture) -> Element:
        with self.content.marked("Figure") as mark:
            self.content.picture(self._kept(item), *_area(item.box))
        return Element("Figure", (mark,), alt=item.alt, area=_area(item.box))

    def _kept(self, item: Picture) -> str:
        """The name under which the page finds a picture."""
        name = picture_name(item.data)
        self.pictures[name] = item
        return name

    def _chart(self, item: ChartBox) -> Element:
        with self.content.marked("Figure") as mark:
            self.content.draw(draw_chart(item, self.drawer.painter, has_patterns=self.drawer.has_patterns))
        return Element("Figure", (mark, *self._chart_texts(item)), alt=item.alt, area=_area(item.box))

    def _chart_texts(self, item: ChartBox) -> Iterator[Element]:
        left, top, *_ = _area(item.box)
        face, colour = self.drawer.fonts.regular, self.drawer.painter.colour(Colour("text"))
        for label in chart_labels(item):
            stretches = (Stretch(label.text, label.is_value),)
            across = 0.0 if label.is_value else self.content.width(stretches, item.size)
            base = top + points(label.middle) + (face.ascent - face.descent) / 2 * item.size
            with self.content.marked("P") as mark:
                self.content.text(left + points(label.x) - across, base, item.size, colour, stretches)
            yield Element("P", (mark,))

    def _table(self, table: TableBox) -> Element:
        rows = [Element("TR", tuple(self._row(table, index))) for index in range(len(table.rows))]
        heads = 1 if table.header_row else 0
        groups = (("THead", rows[:heads]), ("TBody", rows[heads:]))
        return Element("Table", tuple(Element(tag, tuple(group)) for tag, group in groups if group))

    def _row(self, table: TableBox, index: int) -> Iterator[Element]:
        x, y = table.box.x, table.box.y + sum(table.row_heights[:index])
        scope = "Column" if table.header_row and not index else "Row"
        for cell, width in zip(table.rows[index], table.column_widths, strict=True):
            texts = self._body(cell.body, Box(x, y, width, table.row_heights[index]))
            yield Element("TH", texts, scope=scope) if cell.header else Element("TD", texts)
            x += width


def _area(box: Box) -> Area:
    return points(box.x), points(box.y), points(box.width), points(box.height)
