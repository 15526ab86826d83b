"""A slide as a picture on paper: drawing below, texts above it in reading order."""

from dataclasses import dataclass, field

from deckgen.model.frames import (
    Box,
    Cluster,
    Connector,
    Deck,
    Icon,
    Item,
    Page,
    Shape,
    SlideLayout,
    TableBox,
)
from deckgen.model.theme import Theme
from deckgen.writers.handout.bodies import Bodies
from deckgen.writers.handout.drawing import Painter, svg
from deckgen.writers.handout.items import SVG, ItemNodes, graphics
from deckgen.writers.handout.lengths import points
from deckgen.writers.handout.nodes import Looks, Picture
from deckgen.writers.handout.resources import Resources
from deckgen.writers.handout.tables import grounds


@dataclass(slots=True)
class PictureMaker:
    """Draws the slides of one deck."""

    deck: Deck
    theme: Theme
    looks: Looks
    resources: Resources
    painter: Painter = field(init=False)
    _layouts: dict[str, SlideLayout] = field(init=False)

    def __post_init__(self) -> None:
        self.painter = Painter(self.theme)
        self._layouts = {layout.name: layout for layout in self.deck.layouts}

    def height(self, width: float) -> float:
        """Height of a picture of a width."""
        return width * self.deck.height / self.deck.width

    def draw(self, page: Page, width: float) -> Picture:
        """The page's picture, `width` points wide."""
        bodies = Bodies(self.painter, self.looks, width / points(self.deck.width))
        nodes = ItemNodes(page, bodies, self.resources, self.theme.pattern_bars).all()
        return Picture(self.resources.add(self._ground(page), SVG), nodes)

    def _ground(self, page: Page) -> bytes:
        """What the slide draws that no screen reader needs to know of."""
        layout = self._layouts[page.layout]
        whole = Box(0, 0, self.deck.width, self.deck.height)
        parts = [self.painter.panel(whole, layout.background), self.painter.graphics(layout.decorations)]
        parts.extend(self._silent(item) for item in page.items)
        return svg(whole, "".join(parts))

    def _silent(self, item: Item) -> str:
        match item:
            case Shape() | Icon() | Connector():
                return "" if item.alt else self.painter.graphics((item,))
            case Cluster():
                return "" if item.alt else self.painter.graphics(graphics(item.items))
            case TableBox():
                return grounds(item, self.painter)
            case _:
                return ""
