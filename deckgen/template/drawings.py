"""Master and layout as slides on paper and in the preview show them: plain fills, pictures and simple shapes."""

from collections.abc import Iterator

from deckgen.model.box import Box
from deckgen.model.template import Drawing
from deckgen.template.package import Package
from deckgen.template.sheet import Decoration, Sheet
from deckgen.units import pt

_ROUND = ("ellipse", "flowChartConnector")
_PLAIN = ("rect", "roundRect", "snip1Rect", "round1Rect", "round2SameRect", "flowChartProcess")
_SHOWN = (b"\x89PNG", b"\xff\xd8\xff")
"""How files begin that every output can show: PNG and JPEG."""


def drawings_of(sheet: Sheet, package: Package) -> tuple[Drawing, ...]:
    """What we draw of a layout with its master, from the lowest to the highest."""
    return tuple(_drawings(sheet, package))


def _drawings(sheet: Sheet, package: Package) -> Iterator[Drawing]:
    if sheet.ground_picture and (data := shown_picture(package, sheet.ground_picture)):
        yield Drawing(Box(0, 0, *sheet.size), picture=data)
    for decoration in sheet.decorations:
        yield from _drawing(decoration, package)


def _drawing(shape: Decoration, package: Package) -> Iterator[Drawing]:
    box = shape.place.box
    if shape.picture and not any(shape.crop) and (data := shown_picture(package, shape.picture)):
        yield Drawing(box, picture=data)
    elif shape.fill and is_drawn(shape):
        fill = shape.fill if isinstance(shape.fill, str) else shape.fill[len(shape.fill) // 2]
        yield Drawing(box, "ellipse" if shape.geometry in _ROUND else "rectangle", fill)
    elif shape.line and min(box.width, box.height) < pt(1):
        yield Drawing(Box(box.x, box.y, max(box.width, pt(1)), max(box.height, pt(1))), fill=shape.line)


def is_drawn(shape: Decoration) -> bool:
    """Whether a filled shape is one that we draw as it is."""
    return shape.alpha == 1 and not shape.place.turn % 180 and shape.geometry in (*_ROUND, *_PLAIN)


def is_shown(shape: Decoration, package: Package) -> bool:
    """Whether a shape's picture is one that every output can show."""
    return bool(shown_picture(package, shape.picture))


def shown_picture(package: Package, name: str) -> bytes:
    """A picture that every output can show; nothing for another one."""
    data = package.data(name)
    return data if data.startswith(_SHOWN) else b""
