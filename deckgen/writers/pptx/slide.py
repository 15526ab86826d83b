"""A slide (ECMA-376 part 1, 19.3.1.38)."""

from collections.abc import Iterable

from deckgen.model.frames import Item, Page
from deckgen.writers.pptx.canvas import Canvas
from deckgen.writers.pptx.items import draw
from deckgen.writers.pptx.master import TREE_ROOT
from deckgen.writers.pptx.timing import timing
from deckgen.writers.pptx.xml import HEADER, NAMESPACES, attribute

MASTER_COLOURS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def slide_part(page: Page, items: Iterable[Item], canvas: Canvas, colour_map: str = MASTER_COLOURS) -> str:
    """One page as a slide; the slide carries the id of the course's slide as its name."""
    shapes = draw(items, canvas)
    return (
        f'{HEADER}<p:sld {NAMESPACES}><p:cSld name="{attribute(page.slide_id)}"><p:spTree>{TREE_ROOT}'
        f"{shapes}</p:spTree></p:cSld>{colour_map}{timing(canvas.clicks)}</p:sld>"
    )
