"""Text inside a shape: from the frame's text area to the insets that give PowerPoint the very same area.

A frame's text area is the box less its insets. PowerPoint lays text into the outline's own text rectangle less the
insets, so that rectangle's margins have to come off. Where an outline leaves less width than the text was measured
for, as an ellipse does, the measured line ends are kept and the text is not wrapped again.
"""

from dataclasses import dataclass

from deckgen.model.frames import Shape, TextBody
from deckgen.writers.pptx.geometry import text_margins

_SLACK = 1.03
"""Other programs' font engines round advances differently: text this close to the edge counts as too wide."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a shape's text is to be set."""

    insets: tuple[int, int, int, int]
    keep_lines: bool
    """True: the measured line ends are written as breaks, and nothing is wrapped."""


def fit(shape: Shape) -> Fitting:
    """The insets for a shape with text."""
    assert shape.body is not None
    margins = text_margins(shape)
    left, top, right, bottom = (inset - margin for inset, margin in zip(shape.body.insets, margins, strict=True))
    insets = (max(left, 0), max(top, 0), max(right, 0), max(bottom, 0))
    room = shape.box.width - margins[0] - margins[2] - insets[0] - insets[2]
    is_narrow = (left < 0 or right < 0) and _widest(shape.body) * _SLACK > room
    return Fitting(insets, is_narrow or _is_tight_label(shape.body, shape.box.height))


def _widest(body: TextBody) -> int:
    return max((line.width for paragraph in body.paragraphs for line in paragraph.lines), default=0)


def _is_tight_label(body: TextBody, height: int) -> bool:
    """Whether the text is one centred line in a shape with no room for a second.

    A program without the theme's font may find the line a little wider than it was measured: better that it takes
    some of the insets than that its last characters drop out of the shape.
    """
    if len(body.paragraphs) != 1 or len(body.paragraphs[0].lines) != 1 or body.paragraphs[0].align != "center":
        return False
    return 2 * body.paragraphs[0].lines[0].height > height - body.insets[1] - body.insets[3]
