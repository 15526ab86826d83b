"""Text inside a shape: from the frame's text area to the insets that give PowerPoint the very same area.

A frame's text area is the box less its insets. PowerPoint lays text into the outline's own text rectangle less the
insets, so that rectangle's margins have to come off. Where an outline leaves less width than the text was measured
for, as an ellipse does, the measured line ends are kept and the text is not wrapped again.
"""

from dataclasses import dataclass

from deckgen.model.frames import Shape
from deckgen.writers.pptx.geometry import text_margins

_SLACK = 1.03
"""Other programs' font engines round advances differently: text this close to the edge counts as too wide."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """How a shape's text is to be set."""

    insets: tuple[int, int, int, int]
    keep_lines: bool


def fit(shape: Shape) -> Fitting:
    """The insets for a shape with text."""
    assert shape.body is not None
    left, top, right, bottom = (
        inset - margin for inset, margin in zip(shape.body.insets, text_margins(shape), strict=True)
    )
    is_narrow = left < 0 or right < 0
    left, right = max(left, 0), max(right, 0)
    if is_narrow:
        widest = max((line.width for paragraph in shape.body.paragraphs for line in paragraph.lines), default=0)
        margins = text_margins(shape)
        is_narrow = widest * _SLACK > shape.box.width - margins[0] - margins[2] - left - right
    return Fitting((left, max(top, 0), right, max(bottom, 0)), is_narrow)
