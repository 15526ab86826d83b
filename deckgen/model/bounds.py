"""What a number of the material may be: no deck can be made of a page without width or of an icon of a mile."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest value of a number."""

    least: float
    most: float

    def __contains__(self, value: float) -> bool:
        return self.least <= value <= self.most

    def __str__(self) -> str:
        return f"{_plain(self.least)}–{_plain(self.most)}"


def _plain(value: float) -> str:
    return f"{value:,.15g}"


Minutes = Annotated[float, Bounds(0, 10_000)]
"""How long a slide takes."""
Coordinate = Annotated[float, Bounds(0, 1000)]
"""A place in a picture, in its own units."""
Extent = Annotated[float, Bounds(0.5, 1000)]
"""A size in a picture, in its own units."""
CanvasSide = Annotated[float, Bounds(10, 1000)]
"""A side of a picture, in its own units."""
Amount = Annotated[float, Bounds(0, 999_999_999_999_999)]
"""A figure of a chart."""
Percentage = Annotated[float, Bounds(0, 100)]
Share = Annotated[float, Bounds(0.01, 1000)]
"""The width of a column beside that of others."""
PageSide = Annotated[float, Bounds(25.4, 1422.4)]
"""Millimetres: what PowerPoint takes for a side of a slide, 1 to 56 inches (ECMA-376 part 1, 19.7.4)."""
Length = Annotated[float, Bounds(0, 1422.4)]
"""Millimetres on a slide."""
TitleTop = Annotated[float, Bounds(10, 1422.4)]
"""Millimetres: the marks of section and draft stand above the title."""
Gutter = Annotated[float, Bounds(0, 20)]
"""Millimetres between cards."""
TypeSize = Annotated[float, Bounds(1, 400)]
"""Points."""
LineHeight = Annotated[float, Bounds(1, 3)]
"""Line pitch as a multiple of the size."""
Contrast = Annotated[float, Bounds(1, 21)]
"""Contrast ratio (WCAG 2.2)."""
