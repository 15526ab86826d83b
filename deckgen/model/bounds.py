"""What a number of the material may be: no deck can be made of a page without width or of an icon of a mile."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest value of a number, and what it is, as a term of the message catalogue."""

    least: float
    most: float
    name: str

    def __contains__(self, value: float) -> bool:
        return self.least <= value <= self.most


Minutes = Annotated[float, Bounds(0, 10_000, "@minutes")]
"""How long a slide takes."""
Coordinate = Annotated[float, Bounds(0, 1000, "@coordinate")]
"""A place in a picture, in its own units."""
Extent = Annotated[float, Bounds(0.5, 1000, "@extent")]
"""A size in a picture, in its own units."""
CanvasSide = Annotated[float, Bounds(10, 1000, "@canvas-side")]
"""A side of a picture, in its own units."""
Amount = Annotated[float, Bounds(0, 999_999_999_999_999, "@amount")]
"""A figure of a chart."""
WebAddress = Annotated[str, "address"]
"""An address that begins with https:// or http://."""
Percentage = Annotated[float, Bounds(0, 100, "@percentage")]
Share = Annotated[float, Bounds(0.01, 1000, "@share")]
"""The width of a column beside that of others."""
PageSide = Annotated[float, Bounds(25.4, 1422.4, "@page-side")]
"""Millimetres: what PowerPoint takes for a side of a slide, 1 to 56 inches (ECMA-376 part 1, 19.7.4)."""
Length = Annotated[float, Bounds(0, 1422.4, "@length")]
"""Millimetres on a slide."""
TitleTop = Annotated[float, Bounds(10, 1422.4, "@title-top")]
"""Millimetres: the marks of section and draft stand above the title."""
Gutter = Annotated[float, Bounds(0, 20, "@gutter")]
"""Millimetres between cards."""
PaperSide = Annotated[float, Bounds(100, 1200, "@paper-side")]
"""Millimetres."""
CardWidth = Annotated[float, Bounds(70, 300, "@card-side")]
"""Millimetres."""
CardHeight = Annotated[float, Bounds(45, 300, "@card-side")]
"""Millimetres."""
CardMargin = Annotated[float, Bounds(0, 10, "@card-margin")]
"""Millimetres."""
Cards = Annotated[int, Bounds(1, 20, "@cards")]
"""Cards on a sheet, in one direction."""
TypeSize = Annotated[float, Bounds(1, 400, "@type-size")]
"""Points."""
LineHeight = Annotated[float, Bounds(1, 3, "@line-height")]
"""Line pitch as a multiple of the size."""
Contrast = Annotated[float, Bounds(1, 21, "@contrast")]
"""Contrast ratio (WCAG 2.2)."""
