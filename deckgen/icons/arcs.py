"""Elliptical arcs as cubic curves (SVG 1.1, appendix F.6)."""

from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from deckgen.icons.drawing import Point


def arc_curves(
    start: Point, radii: tuple[float, float], rotation: float, large: bool, sweep: bool, end: Point
) -> list[tuple[Point, Point, Point]]:
    """The arc from `start` to `end` as curves, each two control points and an end, of a quarter turn at most.

    `rotation` is in degrees. No curve where the ends are one point; the caller draws a line where a radius is 0.
    """
    if start == end:
        return []
    angle = radians(rotation)
    rx, ry = _large_enough(start, end, abs(radii[0]), abs(radii[1]), angle)
    centre, first, turn = _centre(start, end, rx, ry, angle, large, sweep)
    count = max(1, ceil(abs(turn) / (pi / 2) - 1e-9))
    step = turn / count
    curves = [_curve(centre, rx, ry, angle, first + index * step, step) for index in range(count)]
    curves[-1] = (*curves[-1][:2], end)
    return curves


def _half_chord(start: Point, end: Point, angle: float) -> Point:
    """Half the vector from end to start, turned into the axes of the ellipse (F.6.5.1)."""
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    return cos(angle) * dx + sin(angle) * dy, cos(angle) * dy - sin(angle) * dx


def _large_enough(start: Point, end: Point, rx: float, ry: float, angle: float) -> tuple[float, float]:
    """Radii scaled up where the ends lie too far apart for them (F.6.6)."""
    x, y = _half_chord(start, end, angle)
    scale = max(1.0, hypot(x / rx, y / ry))
    return rx * scale, ry * scale


def _centre(
    start: Point, end: Point, rx: float, ry: float, angle: float, large: bool, sweep: bool
) -> tuple[Point, float, float]:
    """Centre, first angle and turn of the arc (F.6.5.2 - F.6.5.6)."""
    x, y = _half_chord(start, end, angle)
    spread = (x / rx) ** 2 + (y / ry) ** 2
    factor = sqrt(max(0.0, 1 / spread - 1)) * (-1 if large == sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = atan2((y - cy) / ry, (x - cx) / rx)
    turn = (atan2((-y - cy) / ry, (-x - cx) / rx) - first) % (2 * pi)
    if not sweep:
        turn -= 2 * pi
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    return (
        (cos(angle) * cx - sin(angle) * cy + middle[0], sin(angle) * cx + cos(angle) * cy + middle[1]),
        first,
        turn,
    )


def _curve(centre: Point, rx: float, ry: float, angle: float, first: float, turn: float) -> tuple[Point, Point, Point]:
    """A cubic curve close to the arc of `turn` radians that begins at the angle `first`."""
    reach = 4 / 3 * tan(turn / 4)
    last = first + turn
    unit = (
        (cos(first) - reach * sin(first), sin(first) + reach * cos(first)),
        (cos(last) + reach * sin(last), sin(last) - reach * cos(last)),
        (cos(last), sin(last)),
    )
    one, two, three = (
        (
            centre[0] + rx * x * cos(angle) - ry * y * sin(angle),
            centre[1] + rx * x * sin(angle) + ry * y * cos(angle),
        )
        for x, y in unit
    )
    return one, two, three
