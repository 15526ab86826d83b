"""The attendance sheet: rows to sign, as many as the company wants, the header on every sheet."""

from deckgen.model.training import ROWS
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Look
from deckgen.writers.paper.grid import Cell, Grid
from deckgen.writers.paper.heads import SMALL_LOOK, Blank, draw_blanks, draw_heading
from deckgen.writers.paper.sizes import LABEL, SMALL
from deckgen.writers.record.contents import Contents
from deckgen.writers.typeset.lengths import mm

TITLE = "受講者名簿"
COLUMNS = ("番号", "所属", "氏名（署名）", "日付", "確認テスト", "備考")
_WIDTHS = (mm(12), mm(34), mm(48), mm(24), mm(22), mm(30))
_HEAD = Look(LABEL, bold=True, colour="ink", align="center")
_NUMBER = Look(SMALL, align="center")
_POINTS = Look(SMALL, colour="muted", align="right")
_LEAST, _MOST = mm(7.4), mm(9)
"""Height of a row: what a signature needs at least, and comfortably."""


def compose_attendance(book: Book, contents: Contents) -> None:
    """Add the sheets to sign, rows spread evenly over them; whole sheets where no number is asked for."""
    wanted = contents.publication.course.training.rows
    room = book.page.height - _above(Book(book.tools), contents)
    count, per_sheet = _shared_out(wanted, room)
    grid = Grid(book.tools, _WIDTHS, SMALL_LOOK, _HEAD, min(_MOST, room / (per_sheet + 1)), (4, 2))
    head = tuple(Cell(name, "col") for name in COLUMNS)
    for first in range(0, count, per_sheet):
        book.turn()
        _above(book, contents)
        rows = [_row(contents, number) for number in range(first + 1, min(first + per_sheet, count) + 1)]
        grid.flow(book, 0, rows, head)


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
    session = contents.publication.course.session
    blanks = (Blank("実施日", 0.55, session.date), Blank("場所", 0.45, session.place))
    book.y = draw_blanks(book.canvas, (blanks,), 0, book.y, book.page.width) + mm(4)
    return book.y


def _row(contents: Contents, number: int) -> tuple[Cell, ...]:
    quiz = contents.publication.course.quiz
    points = f"／{len(quiz.items)}" if quiz else ""
    return (Cell(str(number), "row", _NUMBER), Cell(), Cell(), Cell(), Cell(points, look=_POINTS), Cell())
