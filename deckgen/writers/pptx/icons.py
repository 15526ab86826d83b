"""Icons as native freeforms (ECMA-376 part 1, 20.1.9.8): one colour, the pen as wide as the icon's size asks."""

from functools import lru_cache
from pathlib import Path

from deckgen.icons import Drawing, Segment, load
from deckgen.icons import Path as IconPath
from deckgen.model.frames import Colour
from deckgen.writers.pptx.colours import fill

_SCALE = 1000
"""Path units of DrawingML are whole numbers."""


@lru_cache(maxsize=4096)
def freeform(folder: Path, name: str, colour: Colour, size: int) -> str:
    """Geometry, fill and line of an icon whose square has sides of `size` EMU."""
    drawing = load(folder, name)
    filling = fill(colour if drawing.is_filled else None)
    return f"{_geometry(folder, name)}{filling}{_pen(drawing, colour, size)}"


@lru_cache(maxsize=1024)
def _geometry(folder: Path, name: str) -> str:
    drawing = load(folder, name)
    paths = "".join(_path(path, drawing) for path in drawing.paths)
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def _pen(drawing: Drawing, colour: Colour, size: int) -> str:
    if not drawing.is_stroked:
        return "<a:ln><a:noFill/></a:ln>"
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
