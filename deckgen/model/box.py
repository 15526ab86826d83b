"""A rectangle on a page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in EMU."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Lower edge."""
        return self.y + self.height

    def inset(self, left: int, top: int, right: int, bottom: int) -> "Box":
        """The box less a margin on each side."""
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)
