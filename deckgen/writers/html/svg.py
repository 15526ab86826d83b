"""Marks of fill and pen as SVG."""

from collections.abc import Iterable

from markupsafe import Markup

from deckgen.model.frames import Box
from deckgen.writers.pdf.drawn.painter import Mark
from deckgen.writers.pdf.levels import number, points


def svg(box: Box, marks: Iterable[Mark]) -> Markup:
    """A picture of one part of the slide, in its place; nothing where there is nothing to draw.

    Lines that are drawn half outside of the part are seen.
    """
    drawn = "".join(map(_path, marks))
    if not drawn:
        return Markup()
    sides = (number(points(side)) for side in (box.x, box.y, box.width, box.height))
    x, y, width, height = sides
    style = f"left:{x}px;top:{y}px;width:{width}px;height:{height}px"
    # Every part of it is a number or a colour that was computed, and no text.
    return Markup(f'<svg aria-hidden="true" viewBox="{x} {y} {width} {height}" style="{style}">{drawn}</svg>')  # noqa: S704


def _path(mark: Mark) -> str:
    pen = f' stroke="{mark.pen}" stroke-width="{number(mark.width)}"' if mark.pen else ""
    dashes = f' stroke-dasharray="{" ".join(map(number, mark.dashes))}"' if mark.dashes else ""
    ends = ' stroke-linecap="round" stroke-linejoin="round"' if mark.is_round else ""
    place = ""
    if mark.place:
        x, y, scale = mark.place
        place = f' transform="translate({number(x)} {number(y)}) scale({scale:.5f})"'
    return f'<path{place} d="{mark.path}" fill="{mark.fill or "none"}" fill-rule="evenodd"{pen}{dashes}{ends}/>'
