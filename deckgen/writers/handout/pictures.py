"""A slide as a picture on paper: drawing below, texts above it in reading order."""

from deckgen.model.frames import (
    Box,
    Cluster,
    Connector,
    Deck,
    Icon,
    Item,
    Page,
    QrCode,
    Shape,
    TableBox,
)
from deckgen.model.theme import Theme
from deckgen.writers.handout.items import SVG, ItemNodes, graphics
from deckgen.writers.handout.tables import grounds
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.typeset.bodies import Bodies
from deckgen.writers.typeset.drawing import Painter, svg
from deckgen.writers.typeset.lengths import points
from deckgen.writers.typeset.nodes import Looks, Picture


class PictureMaker:
    """Draws the slides of one deck."""

    def __init__(self, deck: Deck, theme: Theme, looks: Looks, resources: Resources) -> None:
        self.painter = Painter(theme)
        self._deck = deck
        self._looks = looks
        self._resources = resources
        self._has_patterns = theme.pattern_bars
        self._layouts = {layout.name: layout for layout in deck.layouts}

    def height(self, width: float) -> float:
        """Height of a picture of a width."""
        return width * self._deck.height / self._deck.width

    def draw(self, page: Page, width: float) -> Picture:
        """The page's picture, `width` points wide."""
        bodies = Bodies(self.painter, self._looks, width / points(self._deck.width))
        nodes = ItemNodes(page, bodies, self._resources, self._has_patterns).all()
        return Picture(self._resources.add(self._ground(page), SVG), nodes)

    def _ground(self, page: Page) -> bytes:
        """What the slide draws that no screen reader needs to know of."""
        layout = self._layouts[page.layout]
        whole = Box(0, 0, self._deck.width, self._deck.height)
        parts = [self.painter.panel(whole, layout.background), self.painter.graphics(layout.decorations)]
        parts.extend(self._silent(item) for item in page.items)
        return svg(whole, "".join(parts))

    def _silent(self, item: Item) -> str:
        match item:
            case Shape() | Icon() | QrCode() | Connector():
                return "" if item.alt else self.painter.graphics((item,))
            case Cluster():
                return "" if item.alt else self.painter.graphics(graphics(item.items))
            case TableBox():
                return grounds(item, self.painter)
            case _:
                return ""
