"""The few colours and lines that blocks are drawn with, by what they are for."""

from deckgen.model.frames import Colour, Stroke
from deckgen.model.theme import ColourRole
from deckgen.units import pt

TEXT = Colour("text")
INK = Colour("ink")
MUTED = Colour("muted")
PRIMARY = Colour("primary")
SECONDARY = Colour("secondary")
DANGER = Colour("danger")
WARNING = Colour("warning")
SAFE = Colour("safe")
SURFACE = Colour("surface")
PAPER = Colour("background")
HAIRLINE = Stroke(Colour("muted", 0.7), pt(0.75))


def outline(role: ColourRole, width: float = 1.5, *, dashed: bool = False) -> Stroke:
    """A line in a role's colour; `width` in pt."""
    return Stroke(Colour(role), pt(width), dashed)
