"""What lies under a text or an icon, and the colours that meet there."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.colours import contrast, is_dark, tinted
from deckgen.model.frames import (
    Box,
    Cell,
    ChartBox,
    Cluster,
    Colour,
    Deck,
    Icon,
    Item,
    Page,
    QrCode,
    Shape,
    SlideLayout,
    TableBox,
    TextBox,
)
from deckgen.model.theme import Theme


@dataclass(frozen=True, slots=True)
class Meeting:
    """A colour on another."""

    name: str
    ink: Colour
    ground: Colour
    size: float
    """Of the type in pt; 0 for what is no text."""
    bold: bool

    @property
    def least(self) -> float:
        """The contrast that WCAG 2.2 asks for: 1.4.3 for text, less for large text; 1.4.11 for what is no text."""
        is_large = self.size >= 18 or (self.bold and self.size >= 14)
        return 3.0 if is_large or not self.size else 4.5

    def contrast(self, theme: Theme) -> float:
        """As the theme's colours have it."""
        return contrast(shade(self.ink, theme), shade(self.ground, theme))


def shade(colour: Colour, theme: Theme) -> str:
    """The colour as it is shown, `rrggbb`: nearer to the page's ground by its tint."""
    return tinted(colour.exact or theme.colours[colour.role], colour.tint, is_dark(theme.colours))


def meetings(deck: Deck) -> Iterator[Meeting]:
    """Every text, icon, bar and code of a deck with what lies under it."""
    layouts = {layout.name: layout for layout in deck.layouts}
    for page in deck.pages:
        yield from _of_page(page, layouts[page.layout])


def _of_page(page: Page, layout: SlideLayout) -> Iterator[Meeting]:
    drawn: list[tuple[Box, Colour]] = [
        (shape.box, shape.fill) for shape in layout.decorations if isinstance(shape, Shape) and shape.fill
    ]
    for item in _flat(page.items):
        if isinstance(item, Shape) and item.fill:
            drawn.append((item.box, item.fill))
        if isinstance(item, TableBox):
            yield from _of_table(item, layout.background)
        else:
            yield from _of_item(item, _under(item.box, drawn, layout.background))


def _flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Cluster):
            yield from _flat(item.items)
        else:
            yield item


def _under(box: Box, drawn: list[tuple[Box, Colour]], background: Colour) -> Colour:
    middle = (box.x + box.width // 2, box.y + box.height // 2)
    under = [fill for ground, fill in drawn if _holds(ground, middle)]
    return under[-1] if under else background


def _holds(box: Box, point: tuple[int, int]) -> bool:
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def _of_item(item: Item, ground: Colour) -> Iterator[Meeting]:
    if isinstance(item, ChartBox):
        yield from (Meeting(item.name, bar.colour, ground, 0, bold=False) for bar in item.bars)
    elif isinstance(item, Icon | QrCode):
        ground = (item.disc if isinstance(item, Icon) else None) or ground
        yield Meeting(item.name, item.colour, ground, 0, bold=False)
    elif isinstance(item, (TextBox, Shape)) and item.body:
        for paragraph in item.body.paragraphs:
            yield Meeting(item.name, paragraph.colour, ground, paragraph.size, paragraph.bold)


def _of_table(table: TableBox, background: Colour) -> Iterator[Meeting]:
    cells: list[Cell] = [cell for row in table.rows for cell in row]
    for cell in cells:
        for paragraph in cell.body.paragraphs:
            yield Meeting(table.name, paragraph.colour, cell.fill or background, paragraph.size, paragraph.bold)
