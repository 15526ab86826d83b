"""Icons and QR codes as native freeforms (ECMA-376 part 1, 20.1.9.8): one colour, the pen as wide as the icon asks."""

from deckgen.caches import of_files
from deckgen.icons import Drawing, Folders, Segment, load
from deckgen.icons import Path as IconPath
from deckgen.model.frames import Colour, QrCode
from deckgen.writers.pptx.colours import fill

_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_SCALE = 1000
"""Path units of DrawingML are whole numbers."""


@of_files(4096)
def freeform(folders: Folders, name: str, colour: Colour, size: int) -> str:
    """Geometry, fill and line of an icon whose square has sides of `size` EMU."""
    drawing = load(folders, name)
    filling = fill(colour if drawing.is_filled else None)
    return f"{_geometry(folders, name)}{filling}{_pen(drawing, colour, size)}"


@of_files(1024)
def _geometry(folders: Folders, name: str) -> str:
    drawing = load(folders, name)
    return _custom("".join(_path(path, drawing) for path in drawing.paths))


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


def _path(path: IconPath, drawing: Drawing) -> str:
    attributes = ("" if path.is_filled else ' fill="none"') + ("" if path.is_stroked else ' stroke="0"')
    size = f'w="{round(drawing.width * _SCALE)}" h="{round(drawing.height * _SCALE)}"'
    return f"<a:path {size}{attributes}>{''.join(_segment(segment) for segment in path.segments)}</a:path>"


def _segment(segment: Segment) -> str:
    points = "".join(f'<a:pt x="{round(x * _SCALE)}" y="{round(y * _SCALE)}"/>' for x, y in segment.points)
    match segment.kind:
        case "M":
            return f"<a:moveTo>{points}</a:moveTo>"
        case "L":
            return f"<a:lnTo>{points}</a:lnTo>"
        case "C":
            return f"<a:cubicBezTo>{points}</a:cubicBezTo>"
        case "Z":
            return "<a:close/>"
