"""Rectangles in points, measured from the top left corner of a page."""

from collections.abc import Iterator
from dataclasses import dataclass

EMU_PER_PT = 12_700


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def inset(self, *, left: float, top: float, right: float, bottom: float) -> "Box":
        """The box less a margin on each side."""
        return Box(self.left + left, self.top + top, self.right - right, self.bottom - bottom)

    def around(self, other: "Box") -> "Box":
        """The least box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def beyond(inner: Box, outer: Box, tolerance: float) -> Iterator[str]:
    """On which sides a box stands out of another by more than the tolerance, and how far."""
    sides = {
        "to the left": outer.left - inner.left,
        "above": outer.top - inner.top,
        "to the right": inner.right - outer.right,
        "below": inner.bottom - outer.bottom,
    }
    yield from (f"{side} by {by:.1f} pt" for side, by in sides.items() if by > tolerance)


def overlap(one: Box, other: Box) -> tuple[float, float]:
    """How far two boxes overlap across and down; negative where they are apart."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across, down
