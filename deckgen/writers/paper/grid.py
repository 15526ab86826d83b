"""Tables on paper: cells measured, rows kept whole where a sheet holds them, the header repeated on each sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Literal

from deckgen.model.text import Text
from deckgen.writers.paper.book import Book
from deckgen.writers.paper.canvas import Canvas, Look, SetText, declarations, set_text
from deckgen.writers.paper.ink import HAIR, line, rectangle
from deckgen.writers.paper.tools import Tools
from deckgen.writers.typeset.cutting import cut
from deckgen.writers.typeset.lengths import number
from deckgen.writers.typeset.lists import nest
from deckgen.writers.typeset.nodes import Flow, Paragraph, Table, TableCell, TableRow

_PADDING = (5.0, 3.5)
"""Left and right; above and below."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell."""

    text: str | Text = ""
    header: Literal["col", "row", ""] = ""
    """What the cell names, if anything."""
    look: Look | None = None
    """Where it is not that of the table."""


@dataclass(frozen=True, slots=True)
class _SetCell:
    text: SetText
    header: Literal["col", "row", ""]


_SetRow = tuple[tuple[_SetCell, ...], float]
"""Cells, and the height that they need."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How a table looks."""

    tools: Tools
    widths: tuple[float, ...]
    look: Look
    head: Look
    """Of header cells."""
    least: float = 0.0
    """Least height of a row."""
    padding: tuple[float, float] = field(default=_PADDING)

    @property
    def width(self) -> float:
        """The whole table."""
        return sum(self.widths)

    def height(self, rows: Sequence[Sequence[Cell]]) -> float:
        """Height of rows."""
        return sum(self._set(row)[1] for row in rows)

    def flow(self, book: Book, left: float, rows: Sequence[Sequence[Cell]], head: Sequence[Cell] = ()) -> None:
        """Draw the rows from where the book is filled, on further sheets where this one ends."""
        top_row = self._set(head) if head else None
        waiting = [self._set(row) for row in rows]
        above = top_row[1] if top_row else 0.0
        while waiting:
            kept, waiting = self._fitting(waiting, book.room - above, force=not book.y)
            if kept:
                self._draw(book.canvas, left, book.y, top_row, kept)
                book.y += above + sum(tall for _, tall in kept)
            if waiting:
                book.turn()

    def _set(self, row: Sequence[Cell]) -> _SetRow:
        cells = []
        for cell, width in zip(row, self.widths, strict=True):
            look = cell.look or (self.head if cell.header else self.look)
            cells.append(_SetCell(set_text(self.tools, cell.text, look, width - 2 * self.padding[0]), cell.header))
        return tuple(cells), self._needed(cells)

    def _needed(self, cells: Sequence[_SetCell]) -> float:
        return max(self.least, *(cell.text.height + 2 * self.padding[1] for cell in cells))

    def _fitting(self, rows: Sequence[_SetRow], room: float, *, force: bool) -> tuple[list[_SetRow], list[_SetRow]]:
        """The rows that a height holds, and the rest; with `force` a row is cut between its lines if need be."""
        kept: list[_SetRow] = []
        for index, (cells, tall) in enumerate(rows):
            if tall > room + 0.001:
                if force and not kept:
                    first, rest = self._cut(cells, room)
                    return [first], [rest, *rows[index + 1 :]]
                return kept, list(rows[index:])
            kept.append((cells, tall))
            room -= tall
        return kept, []

    def _cut(self, cells: Sequence[_SetCell], room: float) -> tuple[_SetRow, _SetRow]:
        firsts, rests = [], []
        for cell in cells:
            look = cell.text.look
            kept, rest = cut(cell.text.paragraphs, look.type, room - 2 * self.padding[1], force=True)
            firsts.append(replace(cell, text=SetText(kept, look)))
            rests.append(replace(cell, text=SetText(rest, look)))
        return (tuple(firsts), self._needed(firsts)), (tuple(rests), self._needed(rests))

    def _draw(self, canvas: Canvas, left: float, top: float, head: _SetRow | None, rows: Sequence[_SetRow]) -> None:
        whole = [head, *rows] if head else [*rows]
        self._grounds(canvas, left, top, whole)
        made = tuple(self._row(cells, tall) for cells, tall in whole)
        heads = 1 if head else 0
        canvas.parts.append(
            Table(
                style=f"left:{number(left)}pt;top:{number(top)}pt;width:{number(self.width)}pt",
                columns=tuple(f"width:{number(width)}pt" for width in self.widths),
                head=made[:heads],
                body=made[heads:],
            )
        )

    def _grounds(self, canvas: Canvas, left: float, top: float, rows: Sequence[_SetRow]) -> None:
        """Grounds of the header cells, then the lines."""
        colour, ground = self.tools.colour("muted", 0.3), self.tools.colour("surface")
        y = top
        for cells, tall in rows:
            for cell, x, width in zip(cells, accumulate(self.widths, initial=left), self.widths, strict=False):
                if cell.header:
                    canvas.draw(rectangle(x, y, width, tall, fill=ground))
            y += tall
        for foot in list(accumulate((tall for _, tall in rows), initial=top))[1:-1]:
            canvas.draw(line((left, foot), (left + self.width, foot), colour))
        for x in list(accumulate(self.widths, initial=left))[1:-1]:
            canvas.draw(line((x, top), (x, y), colour))
        canvas.draw(rectangle(left, top, self.width, y - top, stroke=self.tools.colour("muted"), pen=2 * HAIR))

    def _row(self, cells: Sequence[_SetCell], tall: float) -> TableRow:
        return TableRow(f"height:{number(tall)}pt", tuple(self._cell(cell, tall) for cell in cells))

    def _cell(self, cell: _SetCell, tall: float) -> TableCell:
        above = (tall - cell.text.height) / 2
        across = number(self.padding[0])
        style = f"padding:{number(above)}pt {across}pt 0 {across}pt"
        return TableCell(cell.header, style, self._flow(cell.text))

    def _flow(self, text: SetText) -> tuple[Flow, ...]:
        name = self.tools.looks.name(declarations(self.tools, text.look))
        drafts = (replace(paragraph.draft(), look=name) for paragraph in text.paragraphs)
        made = nest(drafts)
        if not text.look.bold:
            return made
        return tuple(_plain(node) if isinstance(node, Paragraph) else node for node in made)


def _plain(paragraph: Paragraph) -> Paragraph:
    """Pieces of a text that is bold as a whole need no weight of their own."""
    return replace(paragraph, pieces=tuple(replace(piece, is_strong=False) for piece in paragraph.pieces))
