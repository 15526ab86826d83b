"""Room to write: ruled lines and boxes."""

from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.ink import HAIR, rectangle, rules
from deckgen.writers.paper.sizes import SMALL
from deckgen.writers.typeset.lengths import mm

PITCH = mm(9)
"""Distance of writing lines, for handwriting of adults."""
_BOX_PADDING = 9.0
_BOX_LABEL = Look(SMALL, bold=True, colour="ink")


def feet(bottom: float, room: float) -> list[float]:
    """Heights of the lines that fit above `bottom`, from the lowest up."""
    return [bottom - PITCH * index for index in range(int((room + 0.001) // PITCH) + 1)]


def writing_box(book: Book, label: str, left: float, width: float, height: float) -> None:
    """A box with its name and dotted lines."""
    canvas, top = book.canvas, book.y
    canvas.draw(rectangle(left, top, width, height, stroke=book.tools.colour("ink"), pen=2 * HAIR, radius=5))
    canvas.text(label, _BOX_LABEL, left + _BOX_PADDING, top + 6, width - 2 * _BOX_PADDING)
    dotted = feet(top + height - PITCH * 0.7, height - SMALL.pitch - PITCH * 1.9)
    canvas.draw(rules(left + _BOX_PADDING, width - 2 * _BOX_PADDING, dotted, book.tools.colour("muted"), "0.5 3"))
