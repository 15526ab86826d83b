"""The basic shapes of SVG (SVG 1.1, 9) as path data."""

from collections.abc import Mapping


def shape_path(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The `d` attribute that draws the element; None where the element is no shape.

    Raises ValueError where an attribute that should be a number is none.
    """
    match tag:
        case "path":
            return attributes.get("d", "")
        case "line":
            x1, y1, x2, y2 = _numbers(attributes, "x1", "y1", "x2", "y2")
            return f"M{x1} {y1}L{x2} {y2}"
        case "polyline":
            return f"M{attributes.get('points', '')}"
        case "polygon":
            return f"M{attributes.get('points', '')}Z"
        case "rect":
            return _rectangle(attributes)
        case "circle":
            cx, cy, r = _numbers(attributes, "cx", "cy", "r")
            return _ellipse(cx, cy, r, r)
        case "ellipse":
            cx, cy, rx, ry = _numbers(attributes, "cx", "cy", "rx", "ry")
            return _ellipse(cx, cy, rx, ry)
    return None


def _numbers(attributes: Mapping[str, str], *names: str) -> list[float]:
    return [float(attributes.get(name, "0")) for name in names]


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    return f"M{cx - rx} {cy}A{rx} {ry} 0 1 1 {cx + rx} {cy}A{rx} {ry} 0 1 1 {cx - rx} {cy}Z"


def _rectangle(attributes: Mapping[str, str]) -> str:
    x, y, width, height = _numbers(attributes, "x", "y", "width", "height")
    rx = float(attributes.get("rx", attributes.get("ry", "0")))
    ry = float(attributes.get("ry", rx))
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    if not rx or not ry:
        return f"M{x} {y}h{width}v{height}h{-width}Z"
    across, down = width - 2 * rx, height - 2 * ry
    return (
        f"M{x + rx} {y}h{across}a{rx} {ry} 0 0 1 {rx} {ry}v{down}a{rx} {ry} 0 0 1 {-rx} {ry}"
        f"h{-across}a{rx} {ry} 0 0 1 {-rx} {-ry}v{-down}a{rx} {ry} 0 0 1 {rx} {-ry}Z"
    )
