"""One slide as HTML: the drawing below, the texts above it in the order of reading.

A slide is set at its full size, a point a pixel, and enlarged as a whole to the width that the page has for it. So a
line is as long, relative to its box, on a telephone as on a wall.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import assert_never

from markupsafe import Markup

from deckgen.model.frames import (
    Box,
    Cell,
    ChartBox,
    Cluster,
    Connector,
    Deck,
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
)
from deckgen.model.theme import Theme
from deckgen.text.fonts import font_set
from deckgen.writers.html.svg import svg
from deckgen.writers.html.words import Words
from deckgen.writers.pdf.drawn.charts import chart_labels, draw_chart
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
from deckgen.writers.pdf.levels import number, points

SLIDE_CSS = """\
@property --slide-room { syntax: "<length>"; inherits: true; initial-value: 960px }
.slide { container-type: inline-size; overflow: hidden; position: relative }
.slide > div { --slide-room: 100cqw; transform: scale(tan(atan2(var(--slide-room), var(--slide-width)))) }
.slide > div { transform-origin: 0 0; position: absolute; left: 0; top: 0; text-rendering: geometricPrecision }
.slide > div { font-kerning: none; font-variant-ligatures: none }
.slide > div { text-spacing-trim: space-all; text-autospace: no-autospace }
.slide * { margin: 0; padding: 0; border: 0; font-size: inherit; font-weight: inherit; line-height: inherit }
.slide :is(svg, img, i, p, h1, h2, h3, h4, h5, h6) { position: absolute; white-space: pre; text-align: left }
.slide svg { overflow: visible; pointer-events: none }
.slide i { font-style: normal }
.slide strong { font-weight: 700 }
.slide :is(ul, ol) { list-style: none }
.slide a { text-decoration: underline }
/* The next line of a paragraph begins where nothing more fits behind this one: no mark is between them. */
.slide :is(p, h1, h2, h3, h4, h5, h6) > span { margin-right: 9999px }
.slide wbr { white-space: normal }
.slide .unseen { width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media print { .slide { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""
"""What every slide needs to look as it was laid out."""


def slide_html(page: Page, deck: Deck, theme: Theme, level: int = 2) -> Markup:
    """A slide as one element, as wide as its place; its title is a heading of the level (1 to 5).

    Whoever shows it brings `SLIDE_CSS`, and the fonts by `font_css`.
    """
    painter = Painter(theme)
    slide = _Slide(painter, Words(font_set(theme.fonts), painter), theme.pattern_bars, level)
    width, height = number(points(deck.width)), number(points(deck.height))
    size = f"width:{width}px;height:{height}px;--slide-width:{width}px"
    inner = slide.html(page, deck)
    frame = Markup('<div class="slide" style="aspect-ratio:{}/{}"><div style="{}">{}</div></div>')
    return frame.format(width, height, size, inner)


@dataclass(frozen=True, slots=True)
class _Slide:
    """A slide in the making."""

    painter: Painter
    words: Words
    has_patterns: bool
    level: int

    def html(self, page: Page, deck: Deck) -> Markup:
        layout = layout_of(page, deck)
        whole = Box(0, 0, deck.width, deck.height)
        title = Markup() if any(map(is_title, page.items)) else self._unseen_title(page.title)
        items = map(self._item, sorted(page.items, key=reading_rank))
        return Markup("").join((*self._ground(page, layout, whole), title, *items))

    def _ground(self, page: Page, layout: SlideLayout, whole: Box) -> Iterator[Markup]:
        """What lies below all texts, one above the other: pictures of the layout between drawings."""
        marks = [self.painter.panel(whole, layout.background)]
        for each in layout.decorations:
            if isinstance(each, Picture):
                yield svg(whole, marks)
                yield _picture(each)
                marks = []
            else:
                marks += ground_marks((each,), self.painter)
        yield svg(whole, [*marks, *ground_marks(page.items, self.painter)])

    def _unseen_title(self, title: str) -> Markup:
        """A slide that shows no title begins with one that is heard and not seen."""
        return Markup('<h{} class="unseen">{}</h{}>').format(self.level, title, self.level)

    def _item(self, item: Item) -> Markup:
        match item:
            case TextBox():
                return self._text(item, item.body)
            case Shape() if not item.alt:
                return self._text(item, item.body)
            case Shape() | Icon() | QrCode() | Connector():
                return self._figure(item.box, (item,), item.alt) if item.alt else Markup()
            case Picture():
                return _picture(item)
            case TableBox():
                return self._table(item)
            case ChartBox():
                return self._chart(item)
            case PlotBox():
                return self._figure(item.box, item.parts, item.alt)
            case Cluster():
                if item.alt:
                    return self._figure(item.box, item.items, item.alt, is_read=item.is_read)
                return Markup("").join(map(self._item, item.items))
            case _:
                assert_never(item)

    def _text(self, item: TextBox | Shape, body: TextBody | None) -> Markup:
        if is_furniture(item):
            return Markup('<div aria-hidden="true">{}</div>').format(self._body(body, item.box))
        return self._body(body, item.box, self._rank(item))

    def _rank(self, item: TextBox | Shape) -> Rank:
        return Rank(self.level, is_title(item))

    def _body(self, body: TextBody | None, box: Box, rank: Rank | None = None) -> Markup:
        """A text; no rank: it has no headings, being part of a figure or a table."""
        return self.words.html(body, box, rank) if body else Markup()

    def _figure(self, box: Box, items: Sequence[Part], alt: str, *, is_read: bool = False) -> Markup:
        """A drawing; its texts are part of it, unless they are read by themselves."""
        texts = Markup("").join(self._body(body, place) for place, body in bodies(items))
        drawing = svg(box, self.painter.graphics(graphics(items)))
        return _as_image(alt, drawing) + texts if is_read else _as_image(alt, drawing + texts)

    def _chart(self, chart: ChartBox) -> Markup:
        marks = draw_chart(chart, self.painter, has_patterns=self.has_patterns)
        left, top = points(chart.box.x), points(chart.box.y)
        texts = (
            self.words.label(
                label.text,
                left + points(label.x),
                top + points(label.middle),
                chart.size,
                bold=label.is_value,
                is_end=not label.is_value,
            )
            for label in chart_labels(chart)
        )
        return _as_image(chart.alt, svg(chart.box, marks) + Markup("").join(texts))

    def _table(self, table: TableBox) -> Markup:
        tops = accumulate(table.row_heights, initial=table.box.y)
        rows = [self._row(table, index, top) for index, top in zip(range(len(table.rows)), tops, strict=False)]
        heads = 1 if table.header_row else 0
        groups = (("thead", rows[:heads]), ("tbody", rows[heads:]))
        html = (Markup("<{}>{}</{}>").format(tag, Markup("").join(group), tag) for tag, group in groups if group)
        return Markup('<table aria-label="{}">{}</table>').format(table.alt, Markup("").join(html))

    def _row(self, table: TableBox, index: int, top: int) -> Markup:
        scope = "col" if table.header_row and not index else "row"
        lefts = accumulate(table.column_widths, initial=table.box.x)
        columns = zip(table.rows[index], lefts, table.column_widths, strict=False)
        cells = (
            self._cell(cell, Box(left, top, width, table.row_heights[index]), scope) for cell, left, width in columns
        )
        return Markup("<tr>{}</tr>").format(Markup("").join(cells))

    def _cell(self, cell: Cell, box: Box, scope: str) -> Markup:
        words = self._body(cell.body, box)
        if cell.header:
            return Markup('<th scope="{}">{}</th>').format(scope, words)
        return Markup("<td>{}</td>").format(words)


def _as_image(alt: str, html: Markup) -> Markup:
    """What is one picture to those who hear it, and whose texts others can still select."""
    return Markup('<div role="img" aria-label="{}">{}</div>').format(alt, html)


def _picture(item: Picture) -> Markup:
    data = b64encode(item.data).decode("ascii")
    x, y, width, height = (number(points(side)) for side in (item.box.x, item.box.y, item.box.width, item.box.height))
    style = f"left:{x}px;top:{y}px;width:{width}px;height:{height}px"
    source = f"data:image/{item.format};base64,{data}"
    return Markup('<img src="{}" alt="{}" style="{}">').format(source, item.alt, style)
