"""What a template's masters and layouts show and offer, as it was read."""

from dataclasses import dataclass

from deckgen.model.box import Box
from deckgen.template.colours import Palette

TITLES = ("title", "ctrTitle")
"""Types of the placeholders that titles fill (ECMA-376 part 1, 19.7.10)."""


Paint = str | tuple[str, ...]
"""`RRGGBB`, or those of a gradient from its start to its end."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a shape lies, in EMU, and how far it is turned, in degrees."""

    box: Box
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Decoration:
    """A shape that is no placeholder."""

    place: Place
    geometry: str
    """Name of the preset outline; `custom` for a freeform."""
    fill: Paint = ""
    line: str = ""
    """`RRGGBB` of its outline; empty: none."""
    picture: str = ""
    """Name of the part with its picture."""
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Shares of the picture that are cut off: left, top, right, bottom."""
    has_text: bool = False
    is_opaque: bool = False
    """True for what nobody draws but PowerPoint: tables, charts, diagrams."""
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Offer:
    """A placeholder as a slide on the layout finds it."""

    type: str
    """As ECMA-376 part 1, 19.7.10 names it; `obj` where nothing stands."""
    idx: int
    place: Place
    align: str
    anchor: str
    is_vertical: bool
    colour: str
    """`RRGGBB` of its text."""
    size: float
    """pt of its first level."""

    @property
    def is_title(self) -> bool:
        """Whether a slide's title goes in it."""
        return self.type in TITLES

    def is_on(self, size: tuple[int, int]) -> bool:
        """Whether it lies on a page of a size, to its edges."""
        box = self.place.box
        return min(box.x, box.y) >= 0 and box.right <= size[0] and box.bottom <= size[1]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layout with what its master lends it."""

    part: str
    name: str
    master: str
    kind: str
    """What the layout says that it is for; empty where it does not."""
    palette: Palette
    ground: Paint
    ground_picture: str
    """Name of the part with the picture that fills the page; empty where there is none."""
    decorations: tuple[Decoration, ...]
    """From the lowest to the highest."""
    offers: tuple[Offer, ...]
    colour_map: str
    """`<p:clrMapOvr>` where the layout has a map of its own."""
    size: tuple[int, int]
    """Of the page."""
