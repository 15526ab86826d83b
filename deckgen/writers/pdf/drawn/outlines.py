"""Outlines of shapes as path data of SVG.

Each is drawn with the same adjust values as in the deck, after the definitions of the preset shapes
(ECMA-376 part 1, presetShapeDefinitions.xml), so that a shape looks the same on paper and on screen.
"""

from collections.abc import Callable, Sequence
from math import atan2, cos, hypot, pi, radians, sin

from deckgen.model.frames import Shape
from deckgen.writers.pdf.levels import number, points

Corner = tuple[float, float]

_SIXTH = 0.16667
_TAG_POINT = 0.5
_CROSS = 0.2352
_CROSS_REACH = 0.51965

# The twelve arcs of the preset cloud on its own 43 200 by 43 200 grid: radii, start angle, sweep in 1/60 000 degree.
_CLOUD_START = (3900, 14370)
_CLOUD_ARCS = (
    (6753, 9190, -11429249, 7426832),
    (5333, 7267, -8646143, 5396714),
    (4365, 5945, -8748475, 5983381),
    (4857, 6595, -7859164, 7034504),
    (5333, 7273, -4722533, 6541615),
    (6775, 9220, -2776035, 7816140),
    (5785, 7867, 37501, 6842000),
    (6752, 9215, 1347096, 6910353),
    (7720, 10543, 3974558, 4542661),
    (4360, 5918, -16496525, 8804134),
    (4345, 5945, -14809710, 9151131),
)
_GRID = 43200


def outline(shape: Shape) -> str:
    """Path data of a shape, in points from the slide's top left corner; to be filled by the even-odd rule."""
    box = shape.box
    x, y, width, height = points(box.x), points(box.y), points(box.width), points(box.height)
    radius = min(points(shape.radius), min(width, height) / 2)
    match shape.geometry:
        case "rectangle":
            return rectangle(x, y, width, height)
        case "rounded":
            return _rounded(x, y, width, height, radius, radius)
        case "top-rounded":
            return _rounded(x, y, width, height, radius, 0)
        case "ellipse":
            return _ellipse(x, y, width, height)
        case "slice":
            return _slice(x, y, width, height, *shape.angles)
        case "cloud":
            return _cloud(x, y, width, height)
        case "bubble":
            return _bubble(x, y, width, height)
        case "tag":
            return _tag(x, y, width, height)
        case "document":
            return _document(x, y, width, height)
        case other:
            return _polygon([(x + across, y + down) for across, down in _CORNERS[other](width, height)])


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """Path data of a rectangle."""
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"


def _polygon(corners: Sequence[Corner]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in corners) + "z"


def _arc(radius_x: float, radius_y: float, x: float, y: float, *, large: bool = False) -> str:
    """A clockwise arc to a point given relative to the pen."""
    return f"a{number(radius_x)} {number(radius_y)} 0 {int(large)} 1 {number(x)} {number(y)}"


def _rounded(x: float, y: float, width: float, height: float, top: float, bottom: float) -> str:
    across, down = width - 2 * top, height - top - bottom
    path = f"M{number(x + top)} {number(y)}h{number(across)}{_corner(top, top, top)}v{number(down)}"
    path += f"{_corner(bottom, -bottom, bottom)}h{number(2 * bottom - width)}{_corner(bottom, -bottom, -bottom)}"
    return f"{path}v{number(-down)}{_corner(top, top, -top)}z"


def _corner(radius: float, x: float, y: float) -> str:
    return _arc(radius, radius, x, y) if radius else ""


def _ellipse(x: float, y: float, width: float, height: float) -> str:
    half = _arc(width / 2, height / 2, width, 0, large=True) + _arc(width / 2, height / 2, -width, 0, large=True)
    return f"M{number(x)} {number(y + height / 2)}{half}z"


def _slice(x: float, y: float, width: float, height: float, begin: float, end: float) -> str:
    """A stretch of an ellipse with its middle; all of it where the angles go once around."""
    if end - begin >= 360:
        return _ellipse(x, y, width, height)
    middle = (x + width / 2, y + height / 2)

    def at(angle: float) -> Corner:
        return middle[0] + width / 2 * sin(radians(angle)), middle[1] - height / 2 * cos(radians(angle))

    start, stop = at(begin), at(end)
    arc = _arc(width / 2, height / 2, stop[0] - start[0], stop[1] - start[1], large=end - begin > 180)
    return f"M{number(middle[0])} {number(middle[1])}L{number(start[0])} {number(start[1])}{arc}z"


def _right_arrow(width: float, height: float) -> list[Corner]:
    head = width - min(width, height) / 2
    upper, lower = height / 4, height * 3 / 4
    return [(0, upper), (head, upper), (head, 0), (width, height / 2), (head, height), (head, lower), (0, lower)]


def _down_arrow(width: float, height: float) -> list[Corner]:
    return [(x, y) for y, x in _right_arrow(height, width)]


def _chevron(width: float, height: float) -> list[Corner]:
    point = min(width, height) / 2
    return [(0, 0), (width - point, 0), (width, height / 2), (width - point, height), (0, height), (point, height / 2)]


def _pentagon(width: float, height: float) -> list[Corner]:
    return _chevron(width, height)[:-1]


def _document(x: float, y: float, width: float, height: float) -> str:
    """A sheet with its lower right corner folded over (foldedCorner); the fold shows the ground."""
    fold = min(width, height) * _SIXTH
    right, base = x + width, y + height
    cut = [(right, base - fold), (right - fold, base)]
    inner = (right - fold * 0.8, base - fold * 0.8)
    return _polygon([(x, y), (right, y), *cut, (x, base)]) + _polygon([cut[0], inner, cut[1]])


def _cross(width: float, height: float) -> list[Corner]:
    """Two crossing bars along the diagonals (mathMultiply)."""
    thickness = min(width, height) * _CROSS
    angle = atan2(height, width)
    reach = hypot(width, height) * (1 - _CROSS_REACH) / 2
    middle_x, middle_y = cos(angle) * reach, sin(angle) * reach
    across, down = sin(angle) * thickness / 2, cos(angle) * thickness / 2
    lower, upper = (middle_x - across, middle_y + down), (middle_x + across, middle_y - down)
    notch_y = upper[1] + (width / 2 - upper[0]) * height / width
    notch_x = lower[0] + (height / 2 - lower[1]) * width / height
    left = [lower, upper, (width / 2, notch_y)]
    right = [(width - upper[0], upper[1]), (width - lower[0], lower[1]), (width - notch_x, height / 2)]
    mirrored = [(width - x, height - y) for x, y in left + right]
    return [*left, *right, *mirrored]


_CORNERS: dict[str, Callable[[float, float], list[Corner]]] = {
    "right-arrow": _right_arrow,
    "down-arrow": _down_arrow,
    "chevron": _chevron,
    "pentagon": _pentagon,
    "cross": _cross,
}


def _bubble(x: float, y: float, width: float, height: float) -> str:
    """A speech bubble whose tip points down to the left (wedgeRoundRectCallout)."""
    radius = min(width, height) * _SIXTH
    across, down = width - 2 * radius, height - 2 * radius
    tip = (x + width * (0.5 - 0.20833), y + height * 1.125)
    base, left = y + height, x + radius
    path = f"M{number(left)} {number(y)}h{number(across)}{_arc(radius, radius, radius, radius)}v{number(down)}"
    path += f"{_arc(radius, radius, -radius, radius)}L{number(x + width * 5 / 12)} {number(base)}"
    path += f"L{number(tip[0])} {number(tip[1])}L{number(x + width / 6)} {number(base)}L{number(left)} {number(base)}"
    return f"{path}{_arc(radius, radius, -radius, -radius)}v{number(-down)}{_arc(radius, radius, radius, -radius)}z"


def _tag(x: float, y: float, width: float, height: float) -> str:
    """A luggage tag: pointed at the right, where it is going, with a hole for the string."""
    point, radius = width - height * _TAG_POINT, height * 0.1
    corners = [(0.0, 0.0), (point, 0.0), (width, height / 2), (point, height), (0.0, height)]
    hole = _ellipse(x + point - 0.5 * radius, y + height / 2 - radius, 2 * radius, 2 * radius)
    return _polygon([(x + across, y + down) for across, down in corners]) + hole


def _cloud(x: float, y: float, width: float, height: float) -> str:
    scale_x, scale_y = width / _GRID, height / _GRID
    path = f"M{number(x + _CLOUD_START[0] * scale_x)} {number(y + _CLOUD_START[1] * scale_y)}"
    for radius_x, radius_y, start, sweep in _CLOUD_ARCS:
        first, last = (_parametric(angle, radius_x, radius_y) for angle in (start, start + sweep))
        across = radius_x * (cos(last) - cos(first)) * scale_x
        down = radius_y * (sin(last) - sin(first)) * scale_y
        path += _arc(radius_x * scale_x, radius_y * scale_y, across, down, large=radians(sweep / 60_000) > pi)
    return f"{path}z"


def _parametric(angle: float, radius_x: float, radius_y: float) -> float:
    """The parameter of an ellipse at which a ray of `angle` (1/60 000 degree) from its centre meets it."""
    ray = radians(angle / 60_000)
    return atan2(radius_x * sin(ray), radius_y * cos(ray))
