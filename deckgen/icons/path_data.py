"""Path data of SVG (SVG 1.1, 8.3) as absolute segments.

Read here rather than by a font library: importing one costs a deck-only build more than reading every icon of a theme.
"""

import re
from collections.abc import Callable, Iterator

from deckgen.icons.arcs import arc_curves
from deckgen.icons.drawing import Point, Segment, SegmentKind

_NUMBER = re.compile(r"[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)")
_FLAG = re.compile(r"[\s,]*([01])")
_COMMAND = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_ARC_FLAGS = (3, 4)


def parse_path(data: str) -> tuple[Segment, ...]:
    """The segments of a `d` attribute. Raises ValueError where it is not path data."""
    pen = _Pen()
    for command, numbers in _commands(data):
        pen.draw(command, numbers)
    return tuple(pen.segments)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with their arguments; arguments that go on after a command repeat it, a move as lines."""
    position = 0
    while data[position:].strip(" \t\r\n,"):
        match = _COMMAND.match(data, position)
        if not match:
            raise ValueError(f"no path command at {data[position : position + 12]!r}")
        command, position = match[1], match.end()
        numbers, position = _arguments(command, data, position)
        yield command, numbers
        while command not in "Zz" and _NUMBER.match(data, position):
            numbers, position = _arguments(command, data, position)
            yield {"M": "L", "m": "l"}.get(command, command), numbers


def _arguments(command: str, data: str, position: int) -> tuple[list[float], int]:
    upper = command.upper()
    numbers: list[float] = []
    for index in range(_ARGUMENTS[upper]):
        pattern = _FLAG if upper == "A" and index in _ARC_FLAGS else _NUMBER
        match = pattern.match(data, position)
        if not match:
            raise ValueError(f"{command} takes {_ARGUMENTS[upper]} numbers, {len(numbers)} found")
        numbers.append(float(match[1]))
        position = match.end()
    return numbers, position


class _Pen:
    """Where drawing stands: the commands' relative and shortened forms are resolved against it."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.here: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None
        self.control_of = ""
        self.makers: dict[str, Callable[[list[Point]], None]] = {
            "M": self._move,
            "L": self._line,
            "C": self._curve,
            "S": self._smooth_curve,
            "Q": self._quadratic,
            "T": self._smooth_quadratic,
        }

    def draw(self, command: str, numbers: list[float]) -> None:
        upper = command.upper()
        base = self.here if command.islower() else (0.0, 0.0)
        if not self.segments and upper != "M":
            raise ValueError("path data begins with a move")
        if upper == "Z":
            self._add("Z")
            self.here = self.start
        elif upper == "H":
            self._line([(base[0] + numbers[0], self.here[1])])
        elif upper == "V":
            self._line([(self.here[0], base[1] + numbers[0])])
        elif upper == "A":
            self._arc(numbers, (base[0] + numbers[5], base[1] + numbers[6]))
        else:
            self.makers[upper]([(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])
        if upper not in "CSQT":
            self.control = None
        self.control_of = upper

    def _add(self, kind: SegmentKind, *points: Point) -> None:
        rounded = tuple((round(x, 4) + 0.0, round(y, 4) + 0.0) for x, y in points)
        self.segments.append(Segment(kind, rounded))
        if points:
            self.here = points[-1]

    def _move(self, points: list[Point]) -> None:
        self._add("M", *points)
        self.start = self.here

    def _line(self, points: list[Point]) -> None:
        self._add("L", *points)

    def _curve(self, points: list[Point]) -> None:
        self.control = points[1]
        self._add("C", *points)

    def _smooth_curve(self, points: list[Point]) -> None:
        self._curve([self._mirrored("CS"), *points])

    def _quadratic(self, points: list[Point]) -> None:
        start, (control, end) = self.here, points
        self._add("C", _towards(start, control), _towards(end, control), end)
        self.control = control

    def _smooth_quadratic(self, points: list[Point]) -> None:
        self._quadratic([self._mirrored("QT"), *points])

    def _mirrored(self, after: str) -> Point:
        """The last control point mirrored at the pen; the pen itself where another kind of command came before."""
        if self.control is None or self.control_of not in after:
            return self.here
        return 2 * self.here[0] - self.control[0], 2 * self.here[1] - self.control[1]

    def _arc(self, numbers: list[float], end: Point) -> None:
        rx, ry, rotation, large, sweep = numbers[:5]
        if not rx or not ry:
            self._line([end])
            return
        for curve in arc_curves(self.here, (rx, ry), rotation, bool(large), bool(sweep), end):
            self._add("C", *curve)


def _towards(point: Point, control: Point) -> Point:
    """The control point of the cubic curve that equals a quadratic one."""
    return point[0] + 2 / 3 * (control[0] - point[0]), point[1] + 2 / 3 * (control[1] - point[1])
