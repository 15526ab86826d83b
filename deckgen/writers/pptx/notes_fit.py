"""Type size of the notes, so that a printed notes page holds them all.

Nobody sees where these lines break, so an upper bound of their number is enough; no font is measured.
"""

from collections.abc import Sequence
from math import ceil

from deckgen.model.frames import Box
from deckgen.model.text import Paragraph
from deckgen.units import to_pt
from deckgen.writers.pptx.styles import Look

STEPS = tuple(Look(size, size * 1.5, space_before=size * 0.45) for size in (11.0, 10.0, 9.0, 8.0, 7.0))
"""The looks that notes may take, largest first."""
_SLACK = 1.06
"""Kinsoku and words kept whole leave some room at line ends."""


def notes_look(paragraphs: Sequence[Paragraph], box: Box) -> Look:
    """The largest look in which the paragraphs fit the box; the smallest where they fit in none."""
    for look in STEPS:
        if _height(paragraphs, look, to_pt(box.width)) <= to_pt(box.height):
            return look
    return STEPS[-1]


def _height(paragraphs: Sequence[Paragraph], look: Look, width: float) -> float:
    """Height in pt, for a width in pt."""
    assert look.pitch is not None
    lines = sum(_lines(paragraph, width / look.size) for paragraph in paragraphs)
    return lines * look.pitch + len(paragraphs) * look.space_before


def _lines(paragraph: Paragraph, measure: float) -> int:
    """How many lines of `measure` em a paragraph takes."""
    room = measure - 1.5 * (paragraph.level + (1 if paragraph.marker else 0))
    texts = "".join(f"{run.text}（{run.ruby}）" if run.ruby else run.text for run in paragraph.runs).split("\n")
    return sum(max(1, ceil(_em(content) * _SLACK / max(room, 1))) for content in texts)


def _em(content: str) -> float:
    return sum(0.62 if character.isascii() else 1.0 for character in content)
