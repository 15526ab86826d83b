"""Boxes for the seals of whoever makes, checks and approves a document."""

from collections.abc import Sequence

from deckgen.writers.handout.lengths import mm
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.ink import HAIR, line, rectangle
from deckgen.writers.paper.sizes import LABEL

_WIDTHS = (mm(26), mm(20))
"""Of a box: comfortable, and where there are many."""
_HEIGHT = mm(18)
_LOOK = Look(LABEL, colour="ink", align="center", even=True)


def draw_seals(book: Book, labels: Sequence[str]) -> tuple[float, float]:
    """Boxes at the right of the sheet's head, each under its label; their left edge and their foot."""
    width = _WIDTHS[0] if len(labels) <= 4 else _WIDTHS[1]
    left = book.page.width - width * len(labels)
    canvas, colour = book.canvas, book.tools.colour("muted")
    texts = [canvas.set(label, _LOOK, width - 6) for label in labels]
    head = max(text.height for text in texts) + 5
    whole = width * len(labels)
    canvas.draw(
        rectangle(left, 0, whole, head, fill=book.tools.colour("surface")),
        line((left, head), (left + whole, head), colour),
        *(line((x, 0), (x, head + _HEIGHT), colour) for x in (left + width * each for each in range(1, len(labels)))),
        rectangle(left, 0, whole, head + _HEIGHT, stroke=colour, pen=2 * HAIR),
    )
    for index, text in enumerate(texts):
        canvas.text(text, _LOOK, left + width * index + 3, (head - text.height) / 2, width - 6)
    return left, head + _HEIGHT
