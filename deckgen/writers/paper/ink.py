"""Strokes and grounds as SVG elements; lengths are points from the corner of what the margins of a sheet leave."""

from deckgen.writers.typeset.lengths import number

HAIR = 0.5
"""Width of the lines of tables and forms, in points."""


def line(
    start: tuple[float, float], end: tuple[float, float], colour: str, width: float = HAIR, dashes: str = ""
) -> str:
    """A straight line."""
    path = f"M{number(start[0])} {number(start[1])}L{number(end[0])} {number(end[1])}"
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{number(width)}"{dashed}/>'


def rectangle(
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    fill: str = "none",
    stroke: str = "",
    pen: float = HAIR,
    radius: float = 0.0,
) -> str:
    """A rectangle, its corners rounded if wanted."""
    sides = f'x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"'
    corner = f' rx="{number(radius)}"' if radius else ""
    edge = f' stroke="{stroke}" stroke-width="{number(pen)}"' if stroke else ""
    return f'<rect {sides}{corner} fill="{fill}"{edge}/>'


def circle(x: float, y: float, radius: float, *, fill: str = "none", stroke: str = "", pen: float = HAIR) -> str:
    """A circle around a point."""
    edge = f' stroke="{stroke}" stroke-width="{number(pen)}"' if stroke else ""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{edge}/>'


def svg(width: float, height: float, content: str) -> bytes:
    """A drawing of a size."""
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{content}</svg>'.encode()
