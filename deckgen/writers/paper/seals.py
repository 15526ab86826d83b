"""Boxes for the seals of whoever makes, checks and approves a document."""

from collections.abc import Sequence

from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.ink import HAIR, line, rectangle
from deckgen.writers.paper.sizes import LABEL
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.lengths import mm

_MOST_WIDE = 3
"""Boxes that may be widened for their labels."""
_WIDEST, _COMFORTABLE, _NARROW = mm(34), mm(26), mm(20)
"""Of a box; the last where there are many."""
_MARGIN = 3.0
_HEIGHT = mm(18)
_LOOK = Look(LABEL, colour="ink", align="center", even=True)


def draw_seals(book: Book, labels: Sequence[str]) -> tuple[float, float]:
    """Boxes at the right of the sheet's head, each under its label; their left edge and their foot."""
    width = _width(book.tools, labels)
    left = book.page.width - width * len(labels)
    canvas, colour = book.canvas, book.tools.colour("muted")
    room = width - 2 * _MARGIN
    texts = [canvas.set(_in_lines(book.tools, label, room), _LOOK, room) for label in labels]
    head = max(text.height for text in texts) + 5
    whole = width * len(labels)
    canvas.draw(
        rectangle(left, 0, whole, head, fill=book.tools.colour("surface")),
        line((left, head), (left + whole, head), colour),
        *(line((x, 0), (x, head + _HEIGHT), colour) for x in (left + width * each for each in range(1, len(labels)))),
        rectangle(left, 0, whole, head + _HEIGHT, stroke=colour, pen=2 * HAIR),
    )
    for index, text in enumerate(texts):
        canvas.text(text, _LOOK, left + width * index + _MARGIN, (head - text.height) / 2, room)
    return left, head + _HEIGHT


def _width(tools: Tools, labels: Sequence[str]) -> float:
    """Width of every box: wide enough for the labels where there are few."""
    if len(labels) > _MOST_WIDE:
        return _COMFORTABLE if len(labels) == _MOST_WIDE + 1 else _NARROW
    parts = (part for label in labels for part in _parts(label).split("\n"))
    needed = max((tools.width(part, LABEL.size) for part in parts), default=0.0) + 2 * _MARGIN
    return min(max(needed, _COMFORTABLE), _WIDEST)


def _in_lines(tools: Tools, label: str, room: float) -> str:
    """What stands in brackets on a line of its own, where one line does not hold all."""
    return label if tools.width(label, LABEL.size) <= room else _parts(label)


def _parts(label: str) -> str:
    return label.replace("（", "\n（", 1) if not label.startswith("（") else label
