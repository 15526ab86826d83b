"""The table with old and new side by side: an entry's name over its rows, repeated where a sheet ends inside of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from typing import Literal

from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import SetText, declarations
from deckgen.writers.paper.ink import HAIR, line, rectangle
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.cutting import cut
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import nest
from deckgen.writers.typeset.nodes import Flow, Paragraph, Table, TableCell, TableRow

PADDING = (5.0, 3.5)
"""Left and right; above and below."""
_LEAST_LINES = 4
"""Lines of a long row for which the rest of a sheet is worth it."""
_LONG = 8
"""Lines of a row that may be cut."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is set."""

    text: SetText
    scope: Literal["col", "row", ""] = ""
    span: int = 1
    is_shaded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells."""

    cells: tuple[Cell, ...]
    least: float = 0.0

    @property
    def height(self) -> float:
        """What its highest cell needs."""
        return max(self.least, *(cell.text.height + 2 * PADDING[1] for cell in self.cells))

    def cut(self, room: float) -> "tuple[Row, Row] | None":
        """The row as far as a height holds it, and the rest; None where that is not worth it."""
        pitch = max(cell.text.look.type.pitch for cell in self.cells)
        inner = room - 2 * PADDING[1]
        if inner < _LEAST_LINES * pitch:
            return None
        firsts, rests = [], []
        for cell in self.cells:
            kept, rest = cut(cell.text.paragraphs, cell.text.look.type, inner, force=True)
            firsts.append(replace(cell, text=SetText(kept, cell.text.look)))
            rests.append(replace(cell, text=SetText(rest, cell.text.look)))
        if not any(cell.text.paragraphs for cell in rests):
            return None
        return Row(tuple(firsts)), Row(tuple(rests))


@dataclass(frozen=True, slots=True)
class Group:
    """An entry: its name over all columns, and its rows."""

    name: Row
    again: Row
    """The name where the group carries on from the sheet before."""
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Columns:
    """Draws groups under one head."""

    tools: Tools
    widths: tuple[float, ...]
    head: Row
    _rows: list[Row] = field(default_factory=list)

    def flow(self, book: Book, groups: Sequence[Group]) -> None:
        """Draw the groups from where the book is filled, on further sheets where this one ends."""
        for group in groups:
            self._group(book, group)
        self._finish(book)

    def least(self, group: Group) -> float:
        """What the head and the beginning of a group need, so that neither stands alone."""
        first = group.rows[0].height if group.rows else 0.0
        pitch = group.name.cells[0].text.look.type.pitch
        return self.head.height + group.name.height + min(first, _LEAST_LINES * pitch + 2 * PADDING[1])

    def _group(self, book: Book, group: Group) -> None:
        waiting = list(group.rows)
        name = group.name
        is_open = False
        while waiting or not is_open:
            above = 0.0 if is_open else name.height
            room = self._room(book) - above
            first = waiting[0] if waiting else None
            if first is None or first.height <= room + 0.001:
                self._rows += [*([] if is_open else [name]), *([first] if first else [])]
                del waiting[:1]
                is_open = True
                continue
            parts = first.cut(room) if self._is_long(book, first) else None
            if parts:
                self._rows += [*([] if is_open else [name]), parts[0]]
                waiting[0] = parts[1]
                name, is_open = group.again, False
                self._turn(book)
            elif self._rows:
                name, is_open = (group.again if is_open else name), False
                self._turn(book)
            else:
                book.turn()

    def _is_long(self, book: Book, row: Row) -> bool:
        """Whether a row may be cut: one that takes much of a sheet, or all that there is."""
        pitch = max(cell.text.look.type.pitch for cell in row.cells)
        return row.height > _LONG * pitch + 2 * PADDING[1] or not (self._rows or book.y)

    def _room(self, book: Book) -> float:
        used = sum(row.height for row in self._rows)
        return book.room - used - self.head.height

    def _turn(self, book: Book) -> None:
        self._finish(book)
        book.turn()

    def _finish(self, book: Book) -> None:
        """Draw what has gathered for this sheet."""
        if not self._rows:
            return
        rows = [self.head, *self._rows]
        self._grounds(book, rows)
        heights = [row.height for row in rows]
        made = tuple(self._row(row) for row in rows)
        book.canvas.parts.append(
            Table(
                style=f"left:0;top:{number(book.y)}pt;width:{number(sum(self.widths))}pt",
                columns=tuple(f"width:{number(width)}pt" for width in self.widths),
                head=made[:1],
                body=made[1:],
            )
        )
        book.y += sum(heights)
        self._rows = []

    def _grounds(self, book: Book, rows: Sequence[Row]) -> None:
        tools = self.tools
        canvas, whole = book.canvas, sum(self.widths)
        shade, hair, strong = tools.colour("surface"), tools.colour("muted", 0.3), tools.colour("muted")
        y = book.y
        for row in rows:
            for cell, x, width in self._places(row):
                if cell.is_shaded:
                    canvas.draw(rectangle(x, y, width, row.height, fill=shade))
            y += row.height
        top = book.y
        for row, following in pairwise(rows):
            top += row.height
            is_new = following.cells[0].span > 1
            colour, pen = (strong, 2 * HAIR) if is_new else (hair, HAIR)
            canvas.draw(line((0, top), (whole, top), colour, pen))
        self._uprights(book, rows, hair)
        canvas.draw(rectangle(0, book.y, whole, y - book.y, stroke=strong, pen=2 * HAIR))

    def _uprights(self, book: Book, rows: Sequence[Row], colour: str) -> None:
        """Lines between columns, but through names."""
        y = book.y
        for row in rows:
            for _, x, width in list(self._places(row))[:-1]:
                book.canvas.draw(line((x + width, y), (x + width, y + row.height), colour))
            y += row.height

    def _places(self, row: Row) -> Iterator[tuple[Cell, float, float]]:
        """Each cell with its left edge and width."""
        at = 0
        edges = list(accumulate(self.widths, initial=0.0))
        for cell in row.cells:
            yield cell, edges[at], edges[at + cell.span] - edges[at]
            at += cell.span

    def _row(self, row: Row) -> TableRow:
        return TableRow(f"height:{number(row.height)}pt", tuple(self._cell(cell, row) for cell in row.cells))

    def _cell(self, cell: Cell, row: Row) -> TableCell:
        above = (row.height - cell.text.height) / 2 if cell.scope == "col" else PADDING[1]
        across = number(PADDING[0])
        style = f"padding:{number(above)}pt {across}pt 0 {across}pt"
        return TableCell(cell.scope, style, self._flow(cell.text), cell.span)

    def _flow(self, text: SetText) -> tuple[Flow, ...]:
        name = self.tools.looks.name(declarations(self.tools, text.look))
        made = nest(replace(paragraph.draft(), look=name) for paragraph in text.paragraphs)
        if not text.look.bold:
            return made
        return tuple(_plain(node) if isinstance(node, Paragraph) else node for node in made)


def _plain(paragraph: Paragraph) -> Paragraph:
    """Pieces of a text that is bold as a whole need no weight of their own."""
    return replace(paragraph, pieces=tuple(replace(piece, is_strong=False) for piece in paragraph.pieces))
