"""The sheet of paper: A4 upright, and what stands where on it. All lengths in points.

The writer measures, the theme's style sheet paints: whatever decides where text lies is here and reaches the style
sheet by way of the templates.
"""

from dataclasses import dataclass

from deckgen.writers.typeset.lengths import mm

PAGE_WIDTH, PAGE_HEIGHT = mm(210), mm(297)
MARGIN_LEFT = mm(25)
"""The punched side."""
MARGIN_RIGHT = mm(15)
MARGIN_TOP = mm(23)
MARGIN_BOTTOM = mm(20)
WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
GUTTER = mm(22)
"""Left column of labels; the text column is what remains, no wider than 40 characters of the notes' size."""
TEXT_WIDTH = WIDTH - GUTTER


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type with its line pitch."""

    name: str
    """Its class in the templates."""
    size: float
    pitch: float

    @property
    def gap(self) -> float:
        """Space between paragraphs."""
        return round(self.size * 0.45, 2)


NOTES = Type("notes", 11, 19.5)
CUES = Type("cues", 10.5, 17.9)
SMALL = Type("small", 9, 13.5)
ADDRESS = Type("address", 8, 11.5)
CONTINUED = Type("continued", 9.5, 14)
"""The title that a sheet repeats where the texts of a slide carry on."""
FURNITURE = Type("furniture", 8, 11.5)
"""Running head and foot."""
TYPES = (NOTES, CUES, SMALL, ADDRESS, CONTINUED, FURNITURE)

PICTURE_WIDTHS = (WIDTH, TEXT_WIDTH, mm(122))
"""Widths that a slide's picture may take, the first that lets the slide's notes stay on its sheet: the whole width,
the text column, a part of it."""
SIDE_BY_SIDE_WIDTH = mm(104)
"""Width of a picture that has its cues beside it, where the trainer's sheet is short of room."""
SECTION_WIDTH = mm(72)
"""Width of a section slide's picture, which has its notes beside it."""
COLUMN_GAP = mm(7)
SECTION_LIMIT = 0.42
"""Share of a sheet that a section slide with its notes may take; beyond it is set like any other slide."""

AFTER_PICTURE = mm(6.5)
BETWEEN_BLOCKS = mm(6)
BETWEEN_SLIDES = mm(11)

CUES_PADDING = mm(4)
CLOCK_HEIGHT = mm(9)
CODE_SIZE = mm(19)
"""Side of a QR code; the paper around it is its quiet zone (ISO/IEC 18004, 6.3.8 asks for four modules)."""
CODE_GAP = mm(4)
LINK_GAP = mm(5)

RULE_PITCH = mm(9)
"""Distance of writing lines."""
MEMO_LEAST = 3
"""Fewest lines for which a memo area is worth its label."""
WRITING_LEAST = 7
"""Fewest writing lines under a slide that asks for discussion."""
AFTER_CONTINUED = mm(5)
"""Below the repeated title at the top of a sheet that carries on."""

HEAD_RULE = mm(7)
"""From the rule under the running head to the sheet's content."""
HEAD_GAP = mm(6)
"""Least space between the title and what stands at the right of it."""
FOOT_GAP = mm(7.5)
"""From the sheet's content to the running foot."""
