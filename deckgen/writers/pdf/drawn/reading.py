"""What everything that draws a page asks of it, on paper or in a browser: which items are what, in which order they are
read, and where the paragraphs of a text body lie.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from deckgen.model.frames import (
    Box,
    Cluster,
    Connector,
    Deck,
    FramedParagraph,
    Icon,
    Item,
    Line,
    Page,
    QrCode,
    Shape,
    SlideLayout,
    TableBox,
    TextBody,
    TextBox,
)
from deckgen.writers.pdf.drawn.painter import Graphic, Mark, Painter
from deckgen.writers.pdf.drawn.tables import grounds
from deckgen.writers.pdf.levels import points

Part = Shape | Icon | QrCode | Connector | TextBox
_FURNITURE = frozenset(("footer", "date", "slide-number"))
_SECTION = "/section"
"""The name, behind the slide's own, of the line above a title that says which part of the course this is."""


def layout_of(page: Page, deck: Deck) -> SlideLayout:
    """The slide layout that a page stands on."""
    return next(layout for layout in deck.layouts if layout.name == page.layout)


def reading_rank(item: Item) -> int:
    """Where an item is read among the others of its page, which stand in order: the line above the title before it."""
    return 0 if item.name.endswith(_SECTION) else 1


def is_title(item: Item) -> bool:
    """Whether an item shows the title of its slide."""
    return isinstance(item, TextBox | Shape) and item.placeholder is not None and item.placeholder.type == "title"


def is_furniture(item: TextBox | Shape) -> bool:
    """Whether a text repeats on every slide: footer, date and number."""
    return item.placeholder is not None and item.placeholder.type in _FURNITURE


@dataclass(frozen=True, slots=True)
class Rank:
    """What the paragraphs of a text are, where the title of their page has a level."""

    level: int
    is_title: bool = False

    def heading_level(self, paragraph: FramedParagraph) -> int | None:
        """The level of the heading that a paragraph is; None for any other."""
        if self.is_title:
            return self.level
        return self.level + 1 if paragraph.is_heading else None


def ground_marks(items: Iterable[Item], painter: Painter) -> Iterator[Mark]:
    """What items draw below all texts, of which no screen reader needs to know."""
    for item in items:
        match item:
            case TableBox():
                yield from grounds(item, painter)
            case Cluster() if not item.alt:
                yield from painter.graphics(graphics(item.items))
            case Shape() | Icon() | QrCode() | Connector() if not item.alt:
                yield from painter.graphics((item,))
            case _:
                pass


def graphics(items: Sequence[Part]) -> list[Graphic]:
    """The items that draw something besides text."""
    return [item for item in items if not isinstance(item, TextBox)]


def bodies(items: Sequence[Part]) -> list[tuple[Box, TextBody]]:
    """The texts of items, each with the box that it stands in."""
    return [(item.box, item.body) for item in items if isinstance(item, Shape | TextBox) and item.body]


def framed(body: TextBody, box: Box) -> "list[Framed]":
    """The paragraphs of a body that show anything."""
    return [
        Framed(body, box, paragraph)
        for paragraph in body.paragraphs
        if any(line.text.strip() for line in paragraph.lines)
    ]


@dataclass(frozen=True, slots=True)
class Framed:
    """A paragraph in its box. Lengths are points."""

    body: TextBody
    box: Box
    paragraph: FramedParagraph

    @property
    def left(self) -> float:
        """The left edge of the text area."""
        return points(self.box.x + self.body.insets[0])

    @property
    def top(self) -> float:
        """Its upper edge."""
        return points(self.box.y + self.body.insets[1])

    @property
    def width(self) -> float:
        return points(self.box.width - self.body.insets[0] - self.body.insets[2])

    def start(self, line: Line, width_of: Callable[[Line], float]) -> float:
        """How far a line begins from the left edge; `width_of`: points that it takes without a space at its end."""
        paragraph = self.paragraph
        if paragraph.align == "left":
            return points(line.fragments[0].x if line.fragments else paragraph.hanging)
        spare = self.width - width_of(line)
        return spare if paragraph.align == "right" else spare / 2
