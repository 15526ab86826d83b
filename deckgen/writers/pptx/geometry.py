"""Shapes' outlines in DrawingML, and the room each outline leaves for text."""

from collections.abc import Callable
from math import cos, pi

from deckgen.model.frames import Box, Geometry, Shape

_PRESETS: dict[Geometry, str] = {
    "rectangle": "rect",
    "rounded": "roundRect",
    "ellipse": "ellipse",
    "right-arrow": "rightArrow",
    "down-arrow": "downArrow",
    "chevron": "chevron",
    "pentagon": "homePlate",
    "cloud": "cloud",
    "bubble": "wedgeRoundRectCallout",
    "document": "foldedCorner",
    "cross": "mathMultiply",
    "top-rounded": "round2SameRect",
}
"""Names of preset shapes (ECMA-376 part 1, 20.1.10.56); `tag` is the one geometry that has none."""

_HALF = 50_000
_SIXTH = 16_667
_CORNER = 1 - cos(pi / 4)
"""How far the text of a rounded corner stays from the edge, as a share of the radius."""
_TAG_POINT = 0.5
"""Depth of a tag's pointed end as a share of its height."""

Margins = tuple[int, int, int, int]


def outline(shape: Shape) -> str:
    """The geometry of a shape's properties."""
    if shape.geometry == "tag":
        return _tag(shape.box)
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in _adjustments(shape).items())
    return f'<a:prstGeom prst="{_PRESETS[shape.geometry]}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def preset(name: str) -> str:
    """A preset outline as it is."""
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _adjustments(shape: Shape) -> dict[str, int]:
    """Every adjust value of the outline, written out: nothing is left to a program's own defaults."""
    match shape.geometry:
        case "rounded":
            return {"adj": _corner(shape)}
        case "top-rounded":
            return {"adj1": _corner(shape), "adj2": 0}
        case "right-arrow" | "down-arrow":
            return {"adj1": _HALF, "adj2": _HALF}
        case "chevron" | "pentagon":
            return {"adj": _HALF}
        case "bubble":
            return {"adj1": -20_833, "adj2": 62_500, "adj3": _SIXTH}
        case "document":
            return {"adj": _SIXTH}
        case "cross":
            return {"adj1": 23_520}
        case _:
            return {}


def _corner(shape: Shape) -> int:
    side = min(shape.box.width, shape.box.height)
    return min(_HALF, round(shape.radius * 100_000 / side)) if side else 0


def text_margins(shape: Shape) -> Margins:
    """Left, top, right, bottom: how far the outline's own text rectangle stands in from the shape's box, in EMU.

    From the definitions of the preset shapes (ECMA-376 part 1, presetShapeDefinitions.xml).
    """
    if shape.geometry in ("rounded", "top-rounded"):
        corner = round(_CORNER * _corner(shape) * min(shape.box.width, shape.box.height) / 100_000)
        return (corner, corner, corner, corner if shape.geometry == "rounded" else 0)
    measure = _MARGINS.get(shape.geometry)
    return measure(shape.box.width, shape.box.height) if measure else (0, 0, 0, 0)


def _ellipse_margins(width: int, height: int) -> Margins:
    across, down = round(width * _CORNER / 2), round(height * _CORNER / 2)
    return (across, down, across, down)


def _cloud_margins(width: int, height: int) -> Margins:
    return (2977 * width // 21_600, 3262 * height // 21_600, 4513 * width // 21_600, 4263 * height // 21_600)


def _bubble_margins(width: int, height: int) -> Margins:
    corner = round(_CORNER * _SIXTH * min(width, height) / 100_000)
    return (corner, corner, corner, corner)


def _chevron_margins(width: int, height: int) -> Margins:
    point = min(width, height) // 2
    return (point, 0, point, 0) if width > 2 * point else (0, 0, 0, 0)


_MARGINS: dict[Geometry, Callable[[int, int], Margins]] = {
    "ellipse": _ellipse_margins,
    "cloud": _cloud_margins,
    "bubble": _bubble_margins,
    "document": lambda width, height: (0, 0, 0, min(width, height) * _SIXTH // 100_000),
    "chevron": _chevron_margins,
    "pentagon": lambda width, height: (0, 0, min(width, height) // 4, 0),
    "right-arrow": lambda width, height: (0, height // 4, min(width, height) // 4, height // 4),
    "down-arrow": lambda width, height: (width // 4, 0, width // 4, min(width, height) // 4),
    "tag": lambda _, height: (0, 0, round(height * _TAG_POINT), 0),
}
"""By width and height; outlines that are not listed leave their whole box to the text."""


def _tag(box: Box) -> str:
    """A luggage tag: pointed at the right, where it is going, with a hole for the string."""
    width, height = box.width, box.height
    depth, radius = round(height * _TAG_POINT), round(height * 0.1)
    point = width - depth
    hole = point + radius // 2
    middle = height // 2
    corners = ((point, 0), (width, middle), (point, height), (0, height))
    lines = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in corners)
    return (
        f'<a:custGeom><a:avLst/><a:gdLst><a:gd name="neck" fmla="+- r 0 {depth}"/></a:gdLst><a:ahLst/><a:cxnLst/>'
        f'<a:rect l="l" t="t" r="neck" b="b"/><a:pathLst><a:path w="{width}" h="{height}">'
        f'<a:moveTo><a:pt x="0" y="0"/></a:moveTo>{lines}<a:close/>'
        f'<a:moveTo><a:pt x="{hole - radius}" y="{middle}"/></a:moveTo>'
        f'<a:arcTo wR="{radius}" hR="{radius}" stAng="10800000" swAng="-21600000"/><a:close/>'
        "</a:path></a:pathLst></a:custGeom>"
    )
