"""Shapes in DrawingML: colours and lines, outlines and the room each leaves for text, icons and QR codes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi

from deckgen.caches import of_files
from deckgen.icons import Drawing, Folders, Segment, load
from deckgen.icons import Path as IconPath
from deckgen.model.frames import DISC_EDGE, Box, Colour, Geometry, QrCode, Shape, Stroke, TextBody
from deckgen.model.theme import ColourRole

# Colours, fills and lines in DrawingML -------------------------------------------------------------------------------
# Theme colours, so that a deck stays recolourable.

SCHEME: dict[ColourRole, str] = {
    "text": "tx1",
    "background": "bg1",
    "ink": "tx2",
    "surface": "bg2",
    "primary": "accent1",
    "secondary": "accent2",
    "warning": "accent3",
    "danger": "accent4",
    "safe": "accent5",
    "muted": "accent6",
    "link": "hlink",
    "visited": "folHlink",
}
"""Each role's name on a slide (ECMA-376 part 1, 20.1.10.54)."""


@lru_cache(maxsize=256)
def colour(value: Colour) -> str:
    """A colour."""
    if value.exact:
        return f'<a:srgbClr val="{value.exact}"/>'
    name = SCHEME[value.role]
    if not value.tint:
        return f'<a:schemeClr val="{name}"/>'
    share = round(value.tint * 100_000)
    return f'<a:schemeClr val="{name}"><a:lumMod val="{100_000 - share}"/><a:lumOff val="{share}"/></a:schemeClr>'


@lru_cache(maxsize=256)
def fill(value: Colour | None) -> str:
    """A plain fill, or none."""
    return f"<a:solidFill>{colour(value)}</a:solidFill>" if value else "<a:noFill/>"


_DASHES = {(False, False): "solid", (True, False): "dash", (False, True): "sysDot", (True, True): "dashDot"}
"""By whether a line is dashed, and dotted (ECMA-376 part 1, 20.1.10.48)."""


@lru_cache(maxsize=256)
def line(stroke: Stroke | None, tag: str = "a:ln", ends: str = "") -> str:
    """A line, or none; `tag` names the edge of a table cell, `ends` holds arrow heads."""
    if stroke is None:
        return f"<{tag}><a:noFill/></{tag}>"
    dash = f'<a:prstDash val="{_DASHES[stroke.dashed, stroke.dotted]}"/>'
    return f'<{tag} w="{stroke.width}">{fill(stroke.colour)}{dash}{ends}</{tag}>'


@lru_cache(maxsize=4096)
def transform(box: Box, attributes: str = "", tag: str = "a:xfrm") -> str:
    """Position and size."""
    return f'<{tag}{attributes}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></{tag}>'


# Shapes' outlines in DrawingML, and the room each outline leaves for text --------------------------------------------

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
    "slice": "pie",
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
        case "slice":  # from the right, in 1/60 000 degree
            begin, end = (round((angle - 90) % 360 * 60_000) for angle in shape.angles)
            return {"adj1": begin, "adj2": end}
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


# Text inside a shape -------------------------------------------------------------------------------------------------
# From the frame's text area to the insets that give PowerPoint the very same area. A frame's text area is the box less
# its insets. PowerPoint lays text into the outline's own text rectangle less the insets, so that rectangle's margins
# have to come off. Where an outline leaves less width than the text was measured for, as an ellipse does, the measured
# line ends are kept and the text is not wrapped again.

_SLACK = 1.03
"""Other programs' font engines round advances differently: text this close to the edge counts as too wide."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a shape's text is to be set."""

    insets: tuple[int, int, int, int]
    keep_lines: bool
    """True: the measured line ends are written as breaks, and nothing is wrapped."""


def fit(shape: Shape) -> Fitting:
    """The insets for a shape with text."""
    assert shape.body is not None
    margins = text_margins(shape)
    left, top, right, bottom = (inset - margin for inset, margin in zip(shape.body.insets, margins, strict=True))
    insets = (max(left, 0), max(top, 0), max(right, 0), max(bottom, 0))
    room = shape.box.width - margins[0] - margins[2] - insets[0] - insets[2]
    is_narrow = (left < 0 or right < 0) and _widest(shape.body) * _SLACK > room
    return Fitting(insets, is_narrow or _is_tight_label(shape.body, shape.box.height))


def _widest(body: TextBody) -> int:
    return max((line.width for paragraph in body.paragraphs for line in paragraph.lines), default=0)


def _is_tight_label(body: TextBody, height: int) -> bool:
    """Whether the text is one centred line in a shape with no room for a second.

    A program without the theme's font may find the line a little wider than it was measured: better that it takes
    some of the insets than that its last characters drop out of the shape.
    """
    if len(body.paragraphs) != 1 or len(body.paragraphs[0].lines) != 1 or body.paragraphs[0].align != "center":
        return False
    return 2 * body.paragraphs[0].lines[0].height > height - body.insets[1] - body.insets[3]


# Icons and QR codes as native freeforms (ECMA-376 part 1, 20.1.9.8) --------------------------------------------------
# One colour, the pen as wide as the icon asks.

_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_SCALE = 1000
"""Path units of DrawingML are whole numbers."""


@of_files(4096)
def freeform(folders: Folders, name: str, colour: Colour, size: int, disc: Colour | None = None) -> str | None:
    """Geometry, fill and line of an icon whose drawing has sides of `size` EMU, with the disc that it stands on.

    None where one shape cannot be both: it has one fill, and both the disc and the icon ask for it.
    """
    drawing = load(folders, name)
    if disc and drawing.is_filled:
        return None
    filling = fill(disc or (colour if drawing.is_filled else None))
    return f"{_geometry(folders, name, has_disc=disc is not None)}{filling}{_pen(drawing, colour, size)}"


@of_files(1024)
def _geometry(folders: Folders, name: str, *, has_disc: bool) -> str:
    drawing = load(folders, name)
    edge = DISC_EDGE / (1 - 2 * DISC_EDGE) * drawing.width if has_disc else 0.0
    disc = _disc(drawing.width + 2 * edge) if has_disc else ""
    return _custom(disc + "".join(_path(path, drawing, edge) for path in drawing.paths))


def _disc(width: float) -> str:
    side, radius = round(width * _SCALE), round(width * _SCALE / 2)
    return (
        f'<a:path w="{side}" h="{side}" stroke="0"><a:moveTo><a:pt x="0" y="{radius}"/></a:moveTo>'
        f'<a:arcTo wR="{radius}" hR="{radius}" stAng="10800000" swAng="21600000"/><a:close/></a:path>'
    )


def code_freeform(code: QrCode) -> str:
    """Geometry, fill and line of a QR code, a module to the unit: one path, so that no seam shows between its rows."""
    bars = "".join(_bar(*stretch) for stretch in code.stretches)
    path = f'<a:path w="{code.side}" h="{code.side}">{bars}</a:path>'
    return f"{_custom(path)}{fill(code.colour)}{_NO_LINE}"


def _bar(x: int, y: int, length: int) -> str:
    to = "".join(f'<a:lnTo><a:pt x="{right}" y="{down}"/></a:lnTo>'
                 for right, down in ((x + length, y), (x + length, y + 1), (x, y + 1)))  # fmt: skip
    return f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{to}<a:close/>'


def _custom(paths: str) -> str:
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def _pen(drawing: Drawing, colour: Colour, size: int) -> str:
    if not drawing.is_stroked:
        return _NO_LINE
    width = round(drawing.stroke_width / drawing.width * size)
    return f'<a:ln w="{width}" cap="rnd">{fill(colour)}<a:prstDash val="solid"/><a:round/></a:ln>'


def _path(path: IconPath, drawing: Drawing, edge: float) -> str:
    attributes = ("" if path.is_filled else ' fill="none"') + ("" if path.is_stroked else ' stroke="0"')
    width, height = (round((side + 2 * edge) * _SCALE) for side in (drawing.width, drawing.height))
    segments = "".join(_segment(segment, edge) for segment in path.segments)
    return f'<a:path w="{width}" h="{height}"{attributes}>{segments}</a:path>'


def _segment(segment: Segment, edge: float) -> str:
    points = "".join(
        f'<a:pt x="{round((x + edge) * _SCALE)}" y="{round((y + edge) * _SCALE)}"/>' for x, y in segment.points
    )
    match segment.kind:
        case "M":
            return f"<a:moveTo>{points}</a:moveTo>"
        case "L":
            return f"<a:lnTo>{points}</a:lnTo>"
        case "C":
            return f"<a:cubicBezTo>{points}</a:cubicBezTo>"
        case "Z":
            return "<a:close/>"
