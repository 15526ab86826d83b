"""Sheets of paper as the templates see them: blocks at their place, in the order of reading.

Positions are points from the top left corner of what the margins leave.
"""

from dataclasses import dataclass
from typing import Literal

from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.nodes import Picture


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block lies."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def style(self) -> str:
        """As CSS."""
        sides = (("left", self.left), ("top", self.top), ("width", self.width), ("height", self.height))
        return ";".join(f"{side}:{number(value)}pt" for side, value in sides)


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A slide."""

    spot: Spot
    picture: Picture
    kind: Literal["picture"] = "picture"
