"""The attendance sheet: rows to sign, one for everybody expected, the header on every sheet."""

from deckgen.model.training import ROWS
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.grid import Cell, Grid
from deckgen.writers.paper.heads import LABEL_LOOK, SMALL_LOOK, Blank, draw_blanks, draw_heading
from deckgen.writers.paper.sizes import LABEL, SMALL
from deckgen.writers.record.contents import Contents
from deckgen.writers.record.roster import LEGEND, NUMBER, POINTS, SECOND, TITLE, Column, columns, lines, listed
from deckgen.writers.typeset.lengths import mm

_HEAD = Look(LABEL, bold=True, colour="ink", align="center")
_NUMBER = Look(SMALL, align="center")
_POINTS = Look(LABEL, colour="muted", align="right")
_PADDING = (2.0, 2.0)
_LEAST, _MOST = mm(7.4), mm(9)
"""Height of a row: what a signature needs at least, and comfortably."""


def compose_attendance(book: Book, contents: Contents) -> None:
    """Add the sheets to sign, rows spread evenly over them; whole sheets where nobody says how many come."""
    wanted = lines(contents)
    room = book.page.height - _above(Book(book.tools), contents)
    count, per_sheet = _shared_out(wanted, room)
    shown = columns(contents)
    widths = _widths(shown, book.page.width)
    grid = Grid(book.tools, widths, SMALL_LOOK, _HEAD, min(_MOST, room / (per_sheet + 1)), _PADDING)
    head = tuple(Cell(column.name, "col") for column in shown)
    for first in range(0, count, per_sheet):
        book.turn()
        _above(book, contents)
        rows = [_row(contents, number, shown) for number in range(first, min(first + per_sheet, count))]
        grid.flow(book, 0, rows, head)


def _widths(shown: tuple[Column, ...], whole: float) -> tuple[float, ...]:
    """The columns' widths in proportion; remarks take what is left over."""
    asked = sum(mm(column.width) for column in shown)
    fixed = [mm(column.width) * min(1.0, whole / asked) for column in shown[:-1]]
    return (*fixed, whole - sum(fixed))


def _shared_out(wanted: int | None, room: float) -> tuple[int, int]:
    """How many rows there are, and how many of them stand on a sheet; its head is as high as a row."""
    count = ROWS if wanted is None else wanted
    sheets = -(-count // (int(room // _LEAST) - 1))
    per_sheet = -(-count // sheets)
    if wanted is not None:
        return count, per_sheet
    whole = max(per_sheet, int(room // _MOST) - 1)
    return whole * sheets, whole


def _above(book: Book, contents: Contents) -> float:
    """Draw what stands above the table of a sheet; its foot."""
    draw_heading(book, TITLE)
    known = dict(contents.particulars())
    blanks = (Blank("実施日", 0.55, known["実施日・期間"]), Blank("場所", 0.45, known["場所"]))
    foot = draw_blanks(book.canvas, (blanks,), 0, book.y, book.page.width)
    book.y = book.canvas.text(LEGEND, LABEL_LOOK, 0, foot + mm(2), book.page.width) + mm(2)
    return book.y


def _row(contents: Contents, index: int, shown: tuple[Column, ...]) -> tuple[Cell, ...]:
    return tuple(_cell(contents, index, column) for column in shown)


def _cell(contents: Contents, index: int, column: Column) -> Cell:
    quiz = contents.publication.course.quiz
    if column.name == NUMBER:
        return Cell(str(index + 1), "row", _NUMBER)
    if column.name in (POINTS, SECOND) and quiz:
        return Cell(f"／{len(quiz.items)}", look=_POINTS)
    return Cell(listed(contents.people[index], column) if index < len(contents.people) else "")
