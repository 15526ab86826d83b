"""An icon as a writer draws it: absolute move, line, curve and close commands on the icon's own square."""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
SegmentKind = Literal["M", "L", "C", "Z"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One absolute drawing command: move (1 point), line (1), cubic curve (3), close (0)."""

    kind: SegmentKind
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """One path of an icon: drawn with the pen, filled, or both."""

    segments: tuple[Segment, ...]
    is_stroked: bool = True
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """An icon. The pen has round ends and joins; everything has one colour, which the writer gives."""

    width: float
    """Width of the square that the coordinates live on, from 0."""
    height: float
    stroke_width: float
    """Width of the pen, in the same units."""
    paths: tuple[Path, ...]

    @property
    def is_stroked(self) -> bool:
        """Whether any of it is drawn with the pen."""
        return any(path.is_stroked for path in self.paths)

    @property
    def is_filled(self) -> bool:
        """Whether any of it is filled."""
        return any(path.is_filled for path in self.paths)


def svg_path(drawing: Drawing) -> str:
    """The `d` attribute (SVG 1.1, 8.3) of all that the pen draws; empty where the icon is only filled."""
    return " ".join(_data(path) for path in drawing.paths if path.is_stroked)


def svg_fill_path(drawing: Drawing) -> str:
    """The `d` attribute of all that is filled; empty for a plain outline icon."""
    return " ".join(_data(path) for path in drawing.paths if path.is_filled)


def _data(path: Path) -> str:
    return " ".join(_command(segment) for segment in path.segments)


def _command(segment: Segment) -> str:
    return segment.kind + " ".join(f"{x:g} {y:g}" for x, y in segment.points)
