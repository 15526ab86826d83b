"""What cards and poster are drawn with: faces in which everything grows and shrinks together until it fits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from deckgen.model.text import Text
from deckgen.model.theme import ColourRole
from deckgen.writers.paper.canvas import Canvas, Look, Tag
from deckgen.writers.paper.ink import circle
from deckgen.writers.typeset.paper import Type

V = TypeVar("V")
Align = Literal["left", "center", "right"]

SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
"""Steps down; below the last one entries are left out."""
LEAST, LEAST_LABEL = 7.0, 8.0
"""Smallest sizes in points, whatever the scale: of all text, and of what labels other text."""
PITCH = 1.35
"""Line pitch as a multiple of the size."""


def type_of(size: float, pitch: float = PITCH) -> Type:
    """Type of a size in points."""
    return Type(f"s{size:g}", round(size, 2), round(size * pitch, 2))


@dataclass(slots=True)
class Brush:
    """Writes on a canvas at one scale, from a corner of its own."""

    canvas: Canvas
    left: float
    top: float
    scale: float = 1.0
    is_heading: bool = False
    """Whether the title of this face is the document's heading."""
    spread: float = 0.0
    """Space between entries beyond what they need, in points."""

    def text(
        self,
        text: str | Text,
        size: float,
        x: float,
        y: float,
        width: float,
        *,
        bold: bool = False,
        colour: ColourRole = "text",
        align: Align = "left",
        tag: Tag = "p",
        pitch: float = PITCH,
        least: float = LEAST,
    ) -> float:
        """Write a text of a size that scales, but not below the least one, from a point in the face; its foot.

        Its lines end with a phrase: what is read in a hurry must not be read wrong.
        """
        if not text:
            return y
        look = Look(type_of(max(least, size * self.scale), pitch), bold=bold, colour=colour, align=align, even=True)
        bookmark = text if tag != "p" and isinstance(text, str) else ""
        return self.canvas.text(text, look, self.left + x, self.top + y, width, tag=tag, bookmark=bookmark) - self.top

    def label(self, text: str, size: float, x: float, y: float, width: float) -> float:
        """Write what says what other text is; its foot."""
        return self.text(text, size, x, y, width, bold=True, pitch=1.25, least=LEAST_LABEL)

    def number(self, text: str, size: float, x: float, y: float, width: float, colour: ColourRole = "ink") -> float:
        """Write a telephone number or the like as large as one line holds, at most of a size; its foot."""
        wide = self.canvas.tools.width(text, size * self.scale, bold=True)
        fitting = size * min(1.0, (width - 0.5) / wide) if wide else size
        return self.text(text, fitting, x, y, width, bold=True, colour=colour, pitch=1.15)

    def badge(self, number: int | None, size: float, x: float, y: float) -> float:
        """The number of a step, white in a disc, before a text of a size; its right edge. None has no width."""
        real = max(LEAST, size * self.scale)
        radius, middle = real * 0.7, y + real * PITCH / 2
        if number is None:
            return x
        ground = self.canvas.tools.colour("danger" if number == 1 else "ink")
        self.canvas.draw(circle(self.left + x + radius, self.top + middle, radius, fill=ground))
        small = max(LEAST, real * 0.86)
        top = middle - small * PITCH / 2
        self.text(str(number), small / self.scale, x, top, 2 * radius, bold=True, colour="background", align="center")
        return x + 2 * radius

    def width(self, text: str, size: float, *, bold: bool = False, least: float = LEAST) -> float:
        """Points that a text takes on one line."""
        return self.canvas.tools.width(text, max(least, size * self.scale), bold=bold)


Draw = Callable[[Brush, Sequence[V]], float]
"""Draws a face with some entries; the foot of what it drew."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """How a face fits."""

    scale: float
    count: int
    """Entries that found room."""
    spread: float = 0.0
    """Space between entries that is to spare."""


def fit(
    canvas: Canvas,
    draw: Draw[V],
    entries: Sequence[V],
    height: float,
    scales: Sequence[float] = SCALES,
    *,
    most: float = 0.0,
) -> Fitted:
    """The first of the scales at which all entries fit a height; at the last, as many of them as do.

    What is left of the height parts the entries, by `most` points at most.
    """
    for scale in scales:
        foot = _foot(canvas, draw, entries, scale)
        if foot <= height:
            return Fitted(scale, len(entries), min(most, (height - foot) / max(1, len(entries))))
    for count in range(len(entries) - 1, 0, -1):
        if _foot(canvas, draw, entries[:count], scales[-1]) <= height:
            return Fitted(scales[-1], count)
    return Fitted(scales[-1], 0)


def _foot(canvas: Canvas, draw: Draw[V], entries: Sequence[V], scale: float) -> float:
    """The foot of a trial on a canvas that nobody sees."""
    return draw(Brush(Canvas(canvas.tools), 0.0, 0.0, scale), entries)
