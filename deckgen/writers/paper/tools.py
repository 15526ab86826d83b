"""What every document on paper is made with."""

from dataclasses import dataclass, field
from itertools import pairwise

from deckgen import icons
from deckgen.model.frames import Box, Colour, Icon
from deckgen.model.publication import Publication
from deckgen.model.theme import ColourRole
from deckgen.text.fonts import clusters, font_set
from deckgen.text.kinsoku import meets_latin
from deckgen.text.setting import AUTOSPACE
from deckgen.units import pt
from deckgen.writers.pdf.resources import Resources
from deckgen.writers.typeset.drawing import Painter, svg_elements
from deckgen.writers.typeset.nodes import Looks
from deckgen.writers.typeset.prose import Setter


@dataclass(slots=True)
class Tools:
    """Measuring, colours and files of one document."""

    publication: Publication
    setter: Setter = field(init=False)
    painter: Painter = field(init=False)
    looks: Looks = field(default_factory=Looks)
    resources: Resources = field(default_factory=Resources)

    def __post_init__(self) -> None:
        theme = self.publication.theme
        self.setter = Setter(font_set(theme.fonts))
        self.painter = Painter(theme)

    def colour(self, role: ColourRole, tint: float = 0.0) -> str:
        """A colour of the theme as CSS writes it."""
        return self.painter.colour(Colour(role, tint))

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Points that a line must have to hold a text, with the space that line breaking allows between scripts."""
        meetings = sum(meets_latin(before, after) for before, after in pairwise(clusters(text)))
        return (self.setter.fonts.width(text, bold) + AUTOSPACE * meetings) * size

    def icon(self, name: str, left: float, top: float, side: float, role: ColourRole) -> str:
        """An icon of the theme as SVG elements; nothing where the theme has no such icon."""
        if not icons.exists(self.publication.theme.icons, name):
            return ""
        box = Box(pt(left), pt(top), pt(side), pt(side))
        return svg_elements(self.painter.graphics((Icon(box=box, name=name, icon=name, colour=Colour(role)),)))
